// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <memory>

#include "app/cli/command_context.h"
#include "app/cli/edit_text.h"
#include "app/cli/incident_text.h"
#include "app/incident_timeline/incident_words.h"
#include "app/incident_timeline/timeline_report.h"
#include "app/report/report_workbook.h"
#include "app/settings/app_settings.h"
#include "app/text/moment_text.h"
#include "gis/core/uuid.h"
#include "gis/incident/incident_store.h"
#include "gis/store/workspace_present.h"

namespace app {
namespace {

using Json = nlohmann::ordered_json;
namespace incident = gis::incident;

struct IncidentArguments {
  std::filesystem::path workspace, file;
  std::string id, at, state, type, grade, words, author, output;
  std::string level, plan, decided_by, text, owner, clause, deadline, link_kind, link_id, label, note;
  int task = 0;
  bool is_drill = false, only_drills = false, only_real = false, unlink = false;
};

struct OpenIncidents {
  gis::Workspace workspace;
  incident::IncidentCatalogue catalogue;
  gis::FixedClock clock;
  std::int64_t as_of_utc_ms = incident::kNow_utc_ms;
  std::string author;
  incident::IncidentStore store() const { return incident::IncidentStore(workspace.db()); }
  // What counts as now for deadlines: the moment asked for, else the present of the workspace.
  std::int64_t moment() const { return std::min(as_of_utc_ms, clock.nowUtcMs()); }
};

gis::Result<OpenIncidents> openIncidents(const IncidentArguments& arguments, gis::OpenMode mode) {
  auto workspace = mode == gis::OpenMode::kReadWrite ? openForEditing(arguments.workspace)
                                                     : gis::Workspace::open(arguments.workspace, mode);
  if (!workspace) return std::unexpected(workspace.error());
  auto catalogue = incident::builtInCatalogue();
  if (!catalogue) return std::unexpected(catalogue.error());
  std::int64_t as_of_utc_ms = incident::kNow_utc_ms;
  if (!arguments.at.empty()) {
    const auto moment = readMoment(arguments.at);
    if (!moment)
      return gis::fail(gis::ErrorCode::kInvalidArgument, arguments.at, "a time like 2026-07-20T02:35 is expected");
    as_of_utc_ms = *moment;
  }
  const gis::FixedClock clock(gis::presentUtcMs(workspace->db(), gis::SystemClock()));
  const std::string author = arguments.author.empty() ? AppSettings().author().name : arguments.author;
  return OpenIncidents{std::move(*workspace), std::move(*catalogue), clock, as_of_utc_ms, author};
}

int failIncident(const gis::Error& error, const CommandContext& context) {
  if (context.form() == OutputForm::kJson) return context.fail(error);
  context.tell(incidentTrouble(error));
  return kExitFailed;
}

int tellIncident(const incident::Incident& one, const OpenIncidents& open, const CommandContext& context) {
  const incident::GradeProposal proposal = incident::proposeGrade(open.catalogue, one);
  if (context.form() == OutputForm::kJson) {
    Json json = incidentJson(one, open.moment());
    json["proposal"] = proposalJson(proposal);
    context.print(json);
    return kExitDone;
  }
  const auto line = [&](const QString& text) { context.out() << text.toStdString() << '\n'; };
  line(QStringLiteral("%1  %2  %3%4")
           .arg(QString::fromStdString(one.number), typeText(open.catalogue, one.head.type),
                one.is_drill ? cliText(QT_TRANSLATE_NOOP("CommandLine", "[DRILL] ")).c_str() : "",
                QString::fromStdString(one.head.title)));
  line(QStringLiteral("  %1  %2  %3")
           .arg(incidentStateText(one.state), gradeText(one.grade ? std::optional(one.grade->grade) : std::nullopt),
                incidentPlace(one.head)));
  for (const auto& [id, figure] : one.figures)
    line(QStringLiteral("  %1 %2  (%3, %4)")
             .arg(figureName(open.catalogue, id), figureValue(open.catalogue, id, figure.entry.value),
                  beijingTimeText(figure.entry.as_of_utc_ms), QString::fromStdString(figure.entry.source)));
  for (const auto& [code, county] : one.counties)
    for (const auto& [id, figure] : county.figures)
      line(QStringLiteral("  %1 %2 %3  (%4, %5)")
               .arg(QString::fromStdString(county.name), figureName(open.catalogue, id),
                    figureValue(open.catalogue, id, figure.entry.value), beijingTimeText(figure.entry.as_of_utc_ms),
                    QString::fromStdString(figure.entry.source)));
  for (const QString& reason : gradeReasons(proposal)) line(QStringLiteral("  ") + reason);
  for (const incident::Task& task : incident::tasksInOrder(one, open.moment()))
    line(QStringLiteral("  %1. %2  %3  %4  %5")
             .arg(task.number)
             .arg(taskStateText(task.state), QString::fromStdString(task.draft.owner),
                  task.draft.deadline_utc_ms == 0 ? QStringLiteral("-") : beijingTimeText(task.draft.deadline_utc_ms),
                  QString::fromStdString(task.draft.text)));
  return kExitDone;
}

gis::Result<std::string> fileText(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return gis::fail(gis::ErrorCode::kNotFound, file.string());
  return std::string(std::istreambuf_iterator<char>(in), {});
}

int addIncident(const IncidentArguments& arguments, const CommandContext& context) {
  const auto open = openIncidents(arguments, gis::OpenMode::kReadWrite);
  if (!open) return context.fail(open.error());
  const auto text = fileText(arguments.file);
  if (!text) return context.fail(text.error());
  incident::IncidentHead blank;
  blank.known_utc_ms = open->clock.nowUtcMs();
  const auto file = readIncidentFile(*text, blank, open->catalogue, open->clock.nowUtcMs(), open->author);
  if (!file) return failIncident(file.error(), context);
  gis::UuidSource uuids(std::make_shared<gis::SystemClock>());
  incident::Incident made;
  const auto done = open->workspace.db().transaction([&]() -> gis::Result<void> {
    auto opened =
        open->store().open(file->head, file->is_drill || arguments.is_drill, open->author, open->clock, uuids);
    if (!opened) return std::unexpected(opened.error());
    made = std::move(*opened);
    if (file->figures.empty()) return {};
    auto told = open->store().append(made.uuid, {incident::FiguresTold{file->figures}}, open->author, open->clock);
    if (!told) return std::unexpected(told.error());
    made = std::move(*told);
    return {};
  });
  if (!done) return failIncident(done.error(), context);
  return tellIncident(made, *open, context);
}

int listIncidents(const IncidentArguments& arguments, const CommandContext& context) {
  const auto open = openIncidents(arguments, gis::OpenMode::kRead);
  if (!open) return context.fail(open.error());
  const auto all = open->store().all(open->as_of_utc_ms);
  if (!all) return context.fail(all.error());
  auto list = Json::array();
  for (const incident::Incident& one : *all) {
    if (!arguments.state.empty() && arguments.state != incident::stateName(one.state)) continue;
    if (!arguments.type.empty() && arguments.type != one.head.type) continue;
    if ((arguments.only_drills && !one.is_drill) || (arguments.only_real && one.is_drill)) continue;
    if (context.form() == OutputForm::kJson)
      list.push_back(incidentJson(one, open->moment()));
    else
      context.out() << fmt::format("{}  {:<13} {:<4} {}{}\n", one.number, incident::stateName(one.state),
                                   one.grade ? incident::rankName(one.grade->grade) : "-",
                                   one.is_drill ? cliText(QT_TRANSLATE_NOOP("CommandLine", "[DRILL] ")) : "",
                                   one.head.title);
  }
  if (context.form() == OutputForm::kJson) context.print({{"incidents", std::move(list)}});
  return kExitDone;
}

int showIncident(const IncidentArguments& arguments, const CommandContext& context) {
  const auto open = openIncidents(arguments, gis::OpenMode::kRead);
  if (!open) return context.fail(open.error());
  const auto one = open->store().find(arguments.id, open->as_of_utc_ms);
  if (!one) return failIncident(one.error(), context);
  return tellIncident(*one, *open, context);
}

// Finds the incident, asks `make` for the events, adds them and tells how it stands.
template <class Make>
int change(const IncidentArguments& arguments, const CommandContext& context, Make&& make) {
  const auto open = openIncidents(arguments, gis::OpenMode::kReadWrite);
  if (!open) return context.fail(open.error());
  const auto before = open->store().find(arguments.id);
  if (!before) return failIncident(before.error(), context);
  gis::Result<std::vector<incident::EventBody>> bodies = make(*open, *before);
  if (!bodies) return failIncident(bodies.error(), context);
  const auto after = open->store().append(before->uuid, *bodies, open->author, open->clock);
  if (!after) return failIncident(after.error(), context);
  return tellIncident(*after, *open, context);
}

using Bodies = gis::Result<std::vector<incident::EventBody>>;

Bodies settingBodies(const IncidentArguments& arguments, const OpenIncidents& open, const incident::Incident& before) {
  std::vector<incident::EventBody> bodies;
  if (!arguments.file.empty()) {
    const auto text = fileText(arguments.file);
    if (!text) return std::unexpected(text.error());
    const auto file = readIncidentFile(*text, before.head, open.catalogue, open.clock.nowUtcMs(), open.author);
    if (!file) return std::unexpected(file.error());
    if (file->head != before.head) bodies.push_back(incident::Changed{file->head, arguments.words});
    if (!file->figures.empty()) bodies.push_back(incident::FiguresTold{file->figures});
  }
  if (!arguments.state.empty()) {
    const auto state = incident::stateNamed(arguments.state);
    if (!state)
      return gis::fail(gis::ErrorCode::kUnknownName, arguments.state,
                       "reported, verified, responding, under_control or closed is expected");
    bodies.push_back(incident::StateMoved{*state, arguments.words});
  }
  if (!arguments.note.empty()) bodies.push_back(incident::Noted{arguments.note, 0});
  if (!arguments.link_kind.empty()) {
    const auto kind = incident::linkKindNamed(arguments.link_kind);
    if (!kind) return gis::fail(gis::ErrorCode::kUnknownName, arguments.link_kind);
    bodies.push_back(incident::LinkMoved{{*kind, arguments.link_id, arguments.label}, arguments.unlink});
  }
  if (bodies.empty())
    return gis::fail(gis::ErrorCode::kInvalidArgument, before.number,
                     "nothing is to be changed: give FILE, --state, …");
  return bodies;
}

Bodies gradeBodies(const IncidentArguments& arguments, const OpenIncidents& open, const incident::Incident& before) {
  const auto proposed = incident::proposeGrade(open.catalogue, before).grade;
  const auto grade = arguments.grade == "proposed" ? proposed : incident::rankNamed(arguments.grade);
  if (!grade) return gis::fail(gis::ErrorCode::kInvalidArgument, arguments.grade, "I, II, III or IV is expected");
  return std::vector<incident::EventBody>{incident::Graded{*grade, proposed, arguments.words}};
}

Bodies taskBodies(const IncidentArguments& arguments) {
  std::optional<std::int64_t> deadline_utc_ms;
  if (!arguments.deadline.empty()) {
    deadline_utc_ms = readMoment(arguments.deadline);
    if (!deadline_utc_ms)
      return gis::fail(gis::ErrorCode::kInvalidArgument, arguments.deadline,
                       "a time like 2026-07-20T02:35 is expected");
  }
  if (arguments.task == 0)
    return std::vector<incident::EventBody>{incident::TaskAdded{
        {arguments.text, arguments.owner, arguments.clause, deadline_utc_ms.value_or(0), std::nullopt}}};
  const auto state = incident::taskStateNamed(arguments.state.empty() ? "accepted" : arguments.state);
  if (!state)
    return gis::fail(gis::ErrorCode::kUnknownName, arguments.state, "open, accepted, done or dropped is expected");
  return std::vector<incident::EventBody>{
      incident::TaskStep{arguments.task, *state, arguments.words, arguments.owner, deadline_utc_ms}};
}

int respondTo(const IncidentArguments& arguments, const CommandContext& context) {
  const auto open = openIncidents(arguments, gis::OpenMode::kReadWrite);
  if (!open) return context.fail(open.error());
  const auto before = open->store().find(arguments.id);
  if (!before) return failIncident(before.error(), context);
  const auto level = incident::rankNamed(arguments.level);
  if (!level && arguments.level != "end")
    return context.fail({gis::ErrorCode::kInvalidArgument, arguments.level, "I, II, III, IV or end is expected", {}});
  const auto after = open->store().respond(before->uuid, level, arguments.plan, arguments.decided_by, arguments.words,
                                           open->author, open->clock);
  if (!after) return failIncident(after.error(), context);
  return tellIncident(*after, *open, context);
}

int showTimeline(const IncidentArguments& arguments, const CommandContext& context) {
  const auto open = openIncidents(arguments, gis::OpenMode::kRead);
  if (!open) return context.fail(open.error());
  const auto one = open->store().find(arguments.id, open->as_of_utc_ms);
  if (!one) return failIncident(one.error(), context);
  const auto timeline = incident::timelineOf(open->workspace.db(), *one, open->as_of_utc_ms);
  if (!timeline) return context.fail(timeline.error());
  if (!arguments.output.empty()) {
    const gis::WorkspaceFacts& facts = open->workspace.facts();
    const Report report = timelineReport(*one, *timeline, open->catalogue, QString::fromStdString(facts.city_name_zh),
                                         facts.is_demo, open->moment());
    if (auto written = writeReport(arguments.output, report); !written) return context.fail(written.error());
  }
  auto lines = Json::array();
  for (const incident::TimelineEntry& entry : *timeline) {
    const QString text = timelineText(entry, open->catalogue);
    if (context.form() == OutputForm::kJson)
      lines.push_back({{"at", gis::formatUtc(entry.at_utc_ms)},
                       {"of", entry.link_id.empty() ? one->number : entry.link_id},
                       {"text", text.toStdString()},
                       {"by", timelineActor(entry).toStdString()}});
    else
      context.out() << fmt::format("{}  {}  {}\n", beijingTimeText(entry.at_utc_ms).toStdString(), text.toStdString(),
                                   timelineActor(entry).toStdString());
  }
  if (context.form() == OutputForm::kJson)
    context.print({{"number", one->number}, {"drill", one->is_drill}, {"timeline", std::move(lines)}});
  return kExitDone;
}

int removeDrillIncidents(const IncidentArguments& arguments, const CommandContext& context) {
  const auto open = openIncidents(arguments, gis::OpenMode::kReadWrite);
  if (!open) return context.fail(open.error());
  const auto removed = open->store().removeDrills();
  if (!removed) return context.fail(removed.error());
  if (context.form() == OutputForm::kJson)
    context.print({{"removed", *removed}});
  else
    context.tell(QCoreApplication::translate("CommandLine", "%1 drills were removed.").arg(*removed));
  return kExitDone;
}

using ArgumentsPtr = std::shared_ptr<IncidentArguments>;

CLI::App* incidentWord(CLI::App& command, CommandContext& context, IncidentArguments& arguments, const char* word,
                       const std::string& help) {
  CLI::App* made = command.add_subcommand(word, help);
  made->add_option("--workspace", arguments.workspace,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")))
      ->required();
  addCommonOptions(*made, context);
  return made;
}

void addId(CLI::App& command, IncidentArguments& arguments) {
  command.add_option("ID", arguments.id, cliText(QT_TRANSLATE_NOOP("CommandLine", "its number or uuid")))->required();
}

void addAsOf(CLI::App& command, IncidentArguments& arguments) {
  command.add_option("--at", arguments.at,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "as it was known at this time, 2026-07-20T02:35")));
}

void addWords(CLI::App& command, IncidentArguments& arguments) {
  command.add_option("--words", arguments.words, cliText(QT_TRANSLATE_NOOP("CommandLine", "why, in a few words")));
  command.add_option("--author", arguments.author,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "who does it; the system's user unless given")));
}

void addReading(CLI::App& command, CommandContext& context, const ArgumentsPtr& arguments) {
  CLI::App* listing = incidentWord(command, context, *arguments, "list",
                                   cliText(QT_TRANSLATE_NOOP("CommandLine", "list incidents, the newest first")));
  addAsOf(*listing, *arguments);
  listing->add_option("--state", arguments->state,
                      cliText(QT_TRANSLATE_NOOP("CommandLine",
                                                "only of this state: reported, verified, responding, "
                                                "under_control, closed")));
  listing->add_option("--type", arguments->type,
                      cliText(QT_TRANSLATE_NOOP("CommandLine", "only of this type: landslide, flash_flood, mine …")));
  listing->add_flag("--drills", arguments->only_drills, cliText(QT_TRANSLATE_NOOP("CommandLine", "only drills")));
  listing->add_flag("--real", arguments->only_real, cliText(QT_TRANSLATE_NOOP("CommandLine", "no drills")));
  listing->footer(
      cliText(QT_TRANSLATE_NOOP("CommandLine", "Example:\n  fengsui incident list --workspace ~/city --real --json")));
  listing->callback([arguments, &context] { context.exit_code = listIncidents(*arguments, context); });

  CLI::App* showing =
      incidentWord(command, context, *arguments, "show",
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "one incident: figures, proposed grade and why, tasks")));
  addId(*showing, *arguments);
  addAsOf(*showing, *arguments);
  showing->footer(cliText(QT_TRANSLATE_NOOP(
      "CommandLine",
      "Example:\n  fengsui incident show SJ20260725a1b2c3 --at 2026-07-26T02:35 --workspace ~/city --json")));
  showing->callback([arguments, &context] { context.exit_code = showIncident(*arguments, context); });

  CLI::App* course = incidentWord(
      command, context, *arguments, "timeline",
      cliText(QT_TRANSLATE_NOOP("CommandLine", "what happened, with linked warnings, call-outs and requisitions")));
  addId(*course, *arguments);
  addAsOf(*course, *arguments);
  course->add_option("-o,--output", arguments->output,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "also as a document: .xlsx or .pdf")));
  course->footer(cliText(QT_TRANSLATE_NOOP(
      "CommandLine", "Example:\n  fengsui incident timeline SJ20260725a1b2c3 -o course.pdf --workspace ~/city")));
  course->callback([arguments, &context] { context.exit_code = showTimeline(*arguments, context); });
}

void addTaking(CLI::App& command, CommandContext& context, const ArgumentsPtr& arguments) {
  CLI::App* adding = incidentWord(command, context, *arguments, "add",
                                  cliText(QT_TRANSLATE_NOOP("CommandLine", "take up an incident from a JSON file")));
  adding
      ->add_option(
          "FILE", arguments->file,
          cliText(QT_TRANSLATE_NOOP("CommandLine", "title, type, division, coordinates, occurred, known, figures")))
      ->required();
  adding->add_flag("--drill", arguments->is_drill,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "it is a drill, marked everywhere")));
  addWords(*adding, *arguments);
  adding->footer(cliText(
      QT_TRANSLATE_NOOP("CommandLine", "Example:\n  fengsui incident add landslide.json --workspace ~/city --json")));
  adding->callback([arguments, &context] { context.exit_code = addIncident(*arguments, context); });

  CLI::App* setting = incidentWord(
      command, context, *arguments, "set",
      cliText(QT_TRANSLATE_NOOP("CommandLine", "tell figures, another state, a note, a link, a better description")));
  addId(*setting, *arguments);
  setting->add_option("FILE", arguments->file,
                      cliText(QT_TRANSLATE_NOOP("CommandLine", "JSON with what is new: figures, place …")));
  setting->add_option(
      "--state", arguments->state,
      cliText(QT_TRANSLATE_NOOP("CommandLine", "reported, verified, responding, under_control, closed")));
  setting->add_option("--note", arguments->note, cliText(QT_TRANSLATE_NOOP("CommandLine", "a line for the log")));
  auto* kind = setting->add_option(
      "--link", arguments->link_kind,
      cliText(QT_TRANSLATE_NOOP("CommandLine",
                                "link warning, callout, requisition, team, evacuation, report, photo or journal")));
  setting
      ->add_option("--link-id", arguments->link_id,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "what it is called there")))
      ->needs(kind);
  setting->add_option("--label", arguments->label, cliText(QT_TRANSLATE_NOOP("CommandLine", "the name of the link")))
      ->needs(kind);
  setting->add_flag("--unlink", arguments->unlink, cliText(QT_TRANSLATE_NOOP("CommandLine", "take the link away")))
      ->needs(kind);
  addWords(*setting, *arguments);
  setting->footer(cliText(QT_TRANSLATE_NOOP("CommandLine",
                                            "Example:\n  fengsui incident set SJ20260725a1b2c3 figures.json --state "
                                            "responding --workspace ~/city")));
  setting->callback([arguments, &context] {
    context.exit_code = change(*arguments, context, [&](const OpenIncidents& open, const incident::Incident& before) {
      return settingBodies(*arguments, open, before);
    });
  });
}

void addDeciding(CLI::App& command, CommandContext& context, const ArgumentsPtr& arguments) {
  CLI::App* grading = incidentWord(
      command, context, *arguments, "grade",
      cliText(QT_TRANSLATE_NOOP("CommandLine", "confirm the proposed grade or set another with a reason")));
  addId(*grading, *arguments);
  grading
      ->add_option("GRADE", arguments->grade, cliText(QT_TRANSLATE_NOOP("CommandLine", "I, II, III, IV or proposed")))
      ->required();
  addWords(*grading, *arguments);
  grading->footer(cliText(QT_TRANSLATE_NOOP(
      "CommandLine", "Example:\n  fengsui incident grade SJ20260725a1b2c3 proposed --workspace ~/city --json")));
  grading->callback([arguments, &context] {
    context.exit_code = change(*arguments, context, [&](const OpenIncidents& open, const incident::Incident& before) {
      return gradeBodies(*arguments, open, before);
    });
  });

  CLI::App* tasks = incidentWord(command, context, *arguments, "task",
                                 cliText(QT_TRANSLATE_NOOP("CommandLine", "add a task, or move one on")));
  addId(*tasks, *arguments);
  tasks->add_option("--number", arguments->task,
                    cliText(QT_TRANSLATE_NOOP("CommandLine", "the task to move on; a new one unless given")));
  tasks->add_option("--text", arguments->text, cliText(QT_TRANSLATE_NOOP("CommandLine", "what has to be done")));
  tasks->add_option("--owner", arguments->owner, cliText(QT_TRANSLATE_NOOP("CommandLine", "who does it")));
  tasks->add_option("--deadline", arguments->deadline,
                    cliText(QT_TRANSLATE_NOOP("CommandLine", "until when, 2026-07-20T02:35")));
  tasks->add_option("--clause", arguments->clause, cliText(QT_TRANSLATE_NOOP("CommandLine", "clause of the plan")));
  tasks->add_option("--state", arguments->state,
                    cliText(QT_TRANSLATE_NOOP("CommandLine", "open, accepted, done or dropped")));
  addWords(*tasks, *arguments);
  tasks->footer(cliText(QT_TRANSLATE_NOOP("CommandLine",
                                          "Example:\n  fengsui incident task SJ20260725a1b2c3 --number 2 --state done "
                                          "--words 已撤离32人 --workspace ~/city")));
  tasks->callback([arguments, &context] {
    context.exit_code = change(*arguments, context,
                               [&](const OpenIncidents&, const incident::Incident&) { return taskBodies(*arguments); });
  });

  CLI::App* responding =
      incidentWord(command, context, *arguments, "response",
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "start, raise, lower or end the response")));
  addId(*responding, *arguments);
  responding->add_option("LEVEL", arguments->level, cliText(QT_TRANSLATE_NOOP("CommandLine", "I, II, III, IV or end")))
      ->required();
  responding
      ->add_option("--decided-by", arguments->decided_by, cliText(QT_TRANSLATE_NOOP("CommandLine", "who decided it")))
      ->required();
  responding->add_option("--plan", arguments->plan,
                         cliText(QT_TRANSLATE_NOOP("CommandLine",
                                                   "flood, geology, fire, earthquake, relief or "
                                                   "accident; by its type unless given")));
  addWords(*responding, *arguments);
  responding->footer(cliText(QT_TRANSLATE_NOOP(
      "CommandLine",
      "Example:\n  fengsui incident response SJ20260725a1b2c3 III --decided-by 副指挥长 --words 雨势增大 --workspace "
      "~/city")));
  responding->callback([arguments, &context] { context.exit_code = respondTo(*arguments, context); });

  CLI::App* removing =
      incidentWord(command, context, *arguments, "remove-drills",
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "remove all drills; real incidents stay")));
  removing->footer(
      cliText(QT_TRANSLATE_NOOP("CommandLine", "Example:\n  fengsui incident remove-drills --workspace ~/city")));
  removing->callback([arguments, &context] { context.exit_code = removeDrillIncidents(*arguments, context); });
}

}  // namespace

void addIncidentCommand(CLI::App& program, CommandContext& context) {
  CLI::App* command = program.add_subcommand(
      "incident", cliText(QT_TRANSLATE_NOOP("CommandLine", "incidents: figures, grade, tasks, response, time line")));
  command->require_subcommand(1);
  const auto arguments = std::make_shared<IncidentArguments>();
  addTaking(*command, context, arguments);
  addReading(*command, context, arguments);
  addDeciding(*command, context, arguments);
}

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <fstream>
#include <map>
#include <memory>

#include "app/cli/command_context.h"
#include "app/cli/interrupt.h"
#include "app/cli/moment_option.h"
#include "app/report/report_document.h"
#include "app/report/report_workbook.h"
#include "app/warning_text/callout_document.h"
#include "app/warning_text/callout_text.h"
#include "gis/callout/audit.h"
#include "gis/callout/callout_report.h"
#include "gis/callout/callout_store.h"
#include "gis/callout/roster_store.h"
#include "gis/callout/simulate.h"
#include "gis/channels/line_state.h"
#include "gis/core/clock.h"
#include "gis/core/uuid.h"
#include "gis/store/workspace.h"
#include "gis/store/workspace_present.h"

namespace app {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kDefaultOfficers = 2, kDefaultVoiceLines = 32;

struct CalloutArguments {
  std::filesystem::path workspace;
  std::string warning, callout, at, author = "fengsui";
  int people = 0;
  std::uint64_t seed = 1;
  int voice_lines = -1;  // -1: as the command has them by default
  int officers = kDefaultOfficers;
  bool drill = false;
  std::filesystem::path workbook, document;
};

using HasLine = std::array<bool, gis::kChannelCount>;

// The channels that channels.json of the workspace names, whether or not somebody serves them now.
HasLine configuredChannels(const std::filesystem::path& folder) {
  HasLine has{};
  std::ifstream in(folder / "channels.json", std::ios::binary);
  const Json json = Json::parse(in, nullptr, false);
  if (!json.is_object() || !json.contains("lines") || !json["lines"].is_array()) return has;
  for (const Json& line : json["lines"]) {
    if (!line.is_object()) continue;
    const std::string kind = line.value("kind", std::string());
    auto channel = gis::channelNamed(line.value("channel", std::string()));
    if (kind == "gammu") channel = gis::Channel::kSms;
    if (kind == "sip") channel = gis::Channel::kVoice;
    has[static_cast<std::size_t>(channel.value_or(gis::Channel::kGateway))] = true;
  }
  return has;
}

// With what a dry run counts: as the window does, the lines that are served now and the officers; --lines says
// otherwise. `has`: for the plan.
struct Assumed {
  gis::Lines lines;
  HasLine has{};
  bool by_hand = false;  // the plan's automatic calls became officers'
};
Assumed assumedNow(const CalloutArguments& arguments) {
  const std::int64_t now = gis::SystemClock().nowUtcMs();
  const gis::LineStates states = gis::readLineStates(arguments.workspace);
  Assumed assumed{states.counted(now, arguments.officers), states.hasLine(now), false};
  constexpr auto kVoice = static_cast<std::size_t>(gis::Channel::kVoice);
  if (arguments.voice_lines >= 0) {
    assumed.lines.count[kVoice] = arguments.voice_lines;
    assumed.has[kVoice] = arguments.voice_lines > 0;
  }
  assumed.lines.count[static_cast<std::size_t>(gis::Channel::kDoor)] = arguments.officers * gis::kVisitsPerOfficer;
  return assumed;
}

// The snapshot of a warning for the workspace's people; with --people the same posts held by that many made persons.
gis::Result<gis::ChosenTargets> chooseFor(const CalloutArguments& arguments, const gis::Workspace& workspace,
                                          bool is_drill, const HasLine& has_line, bool* by_hand = nullptr) {
  const auto warning = gis::WarningStore(workspace.db()).warning(arguments.warning);
  if (!warning) return std::unexpected(warning.error());
  const auto plan = gis::CalloutStore(workspace.db()).plan();
  if (!plan) return std::unexpected(plan.error());
  const auto roster = gis::readRoster(workspace.db());
  if (!roster) return std::unexpected(roster.error());
  const QString sent = beijingText(warning->sent_utc_ms, QStringLiteral("M月d日H时m分"));
  const gis::CalloutPlan possible = gis::withChannels(*plan, has_line, by_hand);
  // An exercise stays one in every text.
  const bool drill = is_drill || warning->status != gis::CapStatus::kActual;
  auto chosen = gis::chooseTargets(possible, *warning, *roster, drill, sent.toStdString());
  if (!chosen || arguments.people <= 0) return chosen;
  auto& targets = chosen->snapshot.targets;
  const std::vector<gis::CalloutTarget> pattern = targets;
  targets.clear();
  for (int i = 0; i < arguments.people; ++i) {
    gis::CalloutTarget target = pattern[static_cast<std::size_t>(i) % pattern.size()];
    gis::CalloutPerson person = chosen->snapshot.persons[static_cast<std::size_t>(target.person)];
    person.uuid += "#" + std::to_string(i);
    target.person = static_cast<int>(chosen->snapshot.persons.size());
    chosen->snapshot.persons.push_back(std::move(person));
    targets.push_back(std::move(target));
  }
  return chosen;
}

gis::SimulateOptions simulateOptions(const CalloutArguments& arguments) {
  gis::SimulateOptions options;
  options.seed = arguments.seed;
  options.start_utc_ms = gis::SystemClock().nowUtcMs();
  options.lines.count[static_cast<std::size_t>(gis::Channel::kVoice)] =
      arguments.voice_lines < 0 ? kDefaultVoiceLines : arguments.voice_lines;
  options.lines.count[static_cast<std::size_t>(gis::Channel::kPhone)] = arguments.officers;
  return options;
}

Json tallyJson(const gis::Tally& t) {
  return {{"issued", t.issued},
          {"sent", t.sent},
          {"delivered", t.delivered},
          {"answered", t.answered},
          {"heard", t.heard},
          {"confirmed", t.confirmed},
          {"fed_back", t.fed_back},
          {"done", t.done},
          {"silent", t.silent},
          {"cannot_serve", t.cannot_serve},
          {"escalated", t.escalated},
          {"overdue", t.overdue},
          {"unconfirmed", t.unconfirmed},
          {"confirmed_late", t.late},
          {"feedback_overdue", t.feedback_late},
          {"moved_people", t.moved_people}};
}

Json courseJson(const gis::CalloutCourse& course) {
  Json by = Json::array();
  for (std::size_t i = 0; i < gis::kCourseMarksMs.size(); ++i)
    by.push_back({{"after_ms", gis::kCourseMarksMs[i]}, {"confirmed", course.confirmed_by[i]}});
  const auto stage = [](const gis::CourseStage& of) -> Json {
    return {{"first_ms", of.first_ms}, {"persons", of.targets}};
  };
  return {{"all_sent_ms", course.all_sent_ms},
          {"half_confirmed_ms", course.half_confirmed_ms},
          {"p95_confirmed_ms", course.p95_confirmed_ms},
          {"covered_ms", course.covered_ms},
          {"last_confirmed_ms", course.last_confirmed_ms},
          {"finished_ms", course.finished_ms},
          {"confirmed", course.confirmed},
          {"silent", course.silent},
          {"confirmed_by", std::move(by)},
          {"deputies", stage(course.deputies)},
          {"superiors", stage(course.superiors)},
          {"neighbours", stage(course.neighbours)},
          {"doors", stage(course.doors)}};
}

// The figures, and between which times each comes nine times of ten; no range from a single course.
Json forecastJson(const gis::CourseForecast& forecast) {
  Json json = courseJson(forecast);
  json["rounds"] = forecast.rounds;
  if (!forecast.hasRange()) return json;
  const auto range = [&](std::int64_t gis::CalloutCourse::*figure) -> Json {
    return {forecast.soonest.*figure, forecast.latest.*figure};
  };
  json["range_90_percent"] = {{"half_confirmed_ms", range(&gis::CalloutCourse::half_confirmed_ms)},
                              {"p95_confirmed_ms", range(&gis::CalloutCourse::p95_confirmed_ms)},
                              {"all_sent_ms", range(&gis::CalloutCourse::all_sent_ms)},
                              {"covered_ms", range(&gis::CalloutCourse::covered_ms)},
                              {"last_confirmed_ms", range(&gis::CalloutCourse::last_confirmed_ms)}};
  return json;
}

// What was expected with the same lines, what happened, and by how many per cent the expected times were wrong; null: a
// time that never came.
Json comparedJson(const gis::CourseForecast& expected, const gis::CalloutCourse& happened) {
  const auto error = [&](auto gis::CalloutCourse::*figure) -> Json {
    if (expected.*figure < 0 || happened.*figure <= 0) return nullptr;
    return 100.0 * static_cast<double>(expected.*figure - happened.*figure) / static_cast<double>(happened.*figure);
  };
  return {{"forecast", forecastJson(expected)},
          {"happened", courseJson(happened)},
          {"forecast_error_percent",
           {{"half_confirmed", error(&gis::CalloutCourse::half_confirmed_ms)},
            {"p95_confirmed", error(&gis::CalloutCourse::p95_confirmed_ms)},
            {"all_sent", error(&gis::CalloutCourse::all_sent_ms)},
            {"covered", error(&gis::CalloutCourse::covered_ms)},
            {"finished", error(&gis::CalloutCourse::finished_ms)}}}};
}

Json reportJson(const gis::CalloutReport& report) {
  Json places = Json::array(), failed = Json::array(), channels = Json::array();
  for (const gis::PlaceReport& place : report.places)
    places.push_back({{"code", place.division.code},
                      {"name", place.division.name},
                      {"level", place.division.level},
                      {"counts", tallyJson(place.tally)},
                      {"awake_in_time", place.awake_in_time},
                      {"answered_median_ms", place.answered.median_ms},
                      {"answered_p95_ms", place.answered.p95_ms},
                      {"confirmed_median_ms", place.confirmed.median_ms},
                      {"confirmed_p95_ms", place.confirmed.p95_ms}});
  for (const gis::FailedPerson& person : report.failed)
    failed.push_back({{"name", person.name},
                      {"post", person.post},
                      {"division", person.division_code},
                      {"place", person.place},
                      {"reason", person.reason},
                      {"attempts", person.attempts}});
  for (const gis::ChannelReport& channel : report.channels)
    channels.push_back({{"channel", gis::channelName(channel.channel)},
                        {"attempts", channel.attempts},
                        {"answered", channel.answered},
                        {"confirmed", channel.confirmed},
                        {"failed", channel.failed}});
  return {{"title", report.title},
          {"drill", report.is_drill},
          {"closed", report.is_closed},
          {"closing_reason", report.closing_reason},
          {"started_utc_ms", report.started_utc_ms},
          {"until_utc_ms", report.until_utc_ms},
          {"places", std::move(places)},
          {"not_reached", std::move(failed)},
          {"channels", std::move(channels)},
          {"events", report.events},
          {"log_hash", report.last_hash}};
}

void printCallout(const gis::CalloutReport& report, const CommandContext& context) {
  if (context.form() == OutputForm::kJson) return context.print(reportJson(report));
  if (report.is_drill) context.out() << "【演练】";
  context.out() << report.title << '\n';
  for (const gis::PlaceReport& place : report.places) {
    if (place.division.level > 3) continue;
    context.out() << "  "
                  << QCoreApplication::translate("CommandLine",
                                                 "%1: to call %2, called %3, confirmed %4; not confirmed %5, confirmed "
                                                 "late %6, feedback overdue %7; half "
                                                 "after %8, 95 % after %9")
                         .arg(QString::fromStdString(place.division.name))
                         .arg(place.tally.issued)
                         .arg(place.tally.sent)
                         .arg(place.tally.confirmed)
                         .arg(place.tally.unconfirmed)
                         .arg(place.tally.late)
                         .arg(place.tally.feedback_late)
                         .arg(expectedText(place.confirmed.median_ms), expectedText(place.confirmed.p95_ms))
                         .toStdString()
                  << '\n';
  }
  context.out()
      << QCoreApplication::translate("CommandLine", "The log has %1 entries.").arg(report.events).toStdString() << '\n';
}

void tellByHand(const CommandContext& context) {
  context.out() << QCoreApplication::translate(
                       "CommandLine",
                       "No line is served for some channels of the plan: officers telephone instead, from the window.")
                       .toStdString()
                << '\n';
}

// Who would be called, what is missing, and how long it would take: nothing is written, nobody is called.
int plan(const CalloutArguments& arguments, const CommandContext& context) {
  const auto workspace = gis::Workspace::open(arguments.workspace, gis::OpenMode::kRead);
  if (!workspace) return context.fail(workspace.error());
  Assumed assumed = assumedNow(arguments);
  const auto chosen = chooseFor(arguments, *workspace, arguments.drill, assumed.has, &assumed.by_hand);
  if (!chosen) return context.fail(chosen.error());
  std::map<gis::RosterGapKind, int> gaps;
  for (const gis::RosterGap& gap : chosen->gaps) ++gaps[gap.kind];
  gis::SimulateOptions options = simulateOptions(arguments);
  options.lines = assumed.lines;
  const auto capacity = gis::forecastCapacity(chosen->snapshot, options.lines, options.model);
  const auto begin = std::chrono::steady_clock::now();
  gis::MemoryCalloutLog log;
  gis::CalloutEngine engine(chosen->snapshot, log);
  if (auto loaded = engine.load(); !loaded) return context.fail(loaded.error());
  if (auto started = engine.start(options.start_utc_ms); !started) return context.fail(started.error());
  const auto queued_ms =
      std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin).count();
  const Interrupt interrupt;
  const auto course = gis::forecastCourse(chosen->snapshot, options, interrupt.token());
  if (!course) return context.fail(course.error());
  if (context.form() == OutputForm::kJson) {
    Json gap_json = Json::object();
    constexpr std::array<std::string_view, 6> kNames = {"nobody",      "no_phone",  "no_deputy",
                                                        "no_superior", "two_posts", "loop"};
    for (const auto& [kind, count] : gaps) gap_json[std::string(kNames[static_cast<std::size_t>(kind)])] = count;
    context.print({{"people", chosen->snapshot.targets.size()},
                   {"divisions", chosen->divisions.size()},
                   {"gaps", std::move(gap_json)},
                   {"planned_and_queued_ms", queued_ms},
                   {"assumed",
                    {{"officers", options.lines.of(gis::Channel::kPhone)},
                     {"voice_lines", options.lines.of(gis::Channel::kVoice)},
                     {"sms_lines", options.lines.of(gis::Channel::kSms)},
                     {"gateway_lines", options.lines.of(gis::Channel::kGateway)},
                     {"by_hand", assumed.by_hand}}},
                   {"forecast", forecastJson(*course)},
                   {"capacity",
                    {{"seconds_per_attempt", capacity.seconds_per_attempt},
                     {"attempts_per_person", capacity.attempts_count},
                     {"finishing_ms", capacity.finishing_ms},
                     {"meets_awake_clock", capacity.meets_awake_clock},
                     {"voice_lines_needed", capacity.lines_needed}}}});
    return kExitDone;
  }
  context.out() << QCoreApplication::translate("CommandLine", "%1 persons in %2 places would be called.")
                       .arg(chosen->snapshot.targets.size())
                       .arg(chosen->divisions.size())
                       .toStdString()
                << '\n';
  for (const auto& [kind, count] : gaps)
    context.out() << "  " << rosterGapText(kind).toStdString() << ": " << count << '\n';
  context.out() << QCoreApplication::translate(
                       "CommandLine",
                       "Counted with %1 officers, %2 voice lines, %3 SMS lines and %4 gateways, "
                       "those that are served now; --lines and --officers count otherwise.")
                       .arg(options.lines.of(gis::Channel::kPhone))
                       .arg(options.lines.of(gis::Channel::kVoice))
                       .arg(options.lines.of(gis::Channel::kSms))
                       .arg(options.lines.of(gis::Channel::kGateway))
                       .toStdString()
                << '\n';
  if (assumed.by_hand) tellByHand(context);
  context.out() << forecastText(*course, options.most_ms).toStdString() << '\n';
  for (const QString& line : timeLineTexts(*course)) context.out() << "  " << line.toStdString() << '\n';
  if (!capacity.meets_awake_clock)
    context.out() << QCoreApplication::translate("CommandLine",
                                                 "The lines are too few for the clock: it needs %1 lines.")
                         .arg(capacity.lines_needed)
                         .toStdString()
                  << '\n';
  return kExitDone;
}

// A call-out of its own in the workspace; `run` decides what happens to it.
int begin(const CalloutArguments& arguments, const CommandContext& context, bool simulated) {
  const auto workspace = gis::Workspace::open(arguments.workspace, gis::OpenMode::kReadWrite);
  if (!workspace) return context.fail(workspace.error());
  if (workspace->readOnlyReason()) return context.fail(*workspace->readOnlyReason());
  // With made people it is a drill, whatever was asked.
  HasLine has_line{};
  if (simulated) {
    has_line.fill(true);
  } else {
    // What is served now, or will be once its program is started; nobody waits for a line that is not there.
    has_line = gis::readLineStates(arguments.workspace).hasLine(gis::SystemClock().nowUtcMs());
    const HasLine configured = configuredChannels(arguments.workspace);
    for (std::size_t i = 0; i < has_line.size(); ++i) has_line[i] = has_line[i] || configured[i];
  }
  bool by_hand = false;
  const auto chosen = chooseFor(arguments, *workspace, simulated || arguments.drill, has_line, &by_hand);
  if (!chosen) return context.fail(chosen.error());
  const auto clock = std::make_shared<gis::SystemClock>();
  const std::string uuid = gis::UuidSource(clock).next();
  gis::CalloutStore store(workspace->db());
  if (auto added = store.add(uuid, chosen->snapshot, arguments.author, clock->nowUtcMs()); !added)
    return context.fail(added.error());
  gis::CalloutLogStore log(workspace->db(), uuid);
  // Made people are called in memory, and the log is written once: nobody waits for a disk at each of 10,000 calls.
  gis::MemoryCalloutLog memory;
  gis::CalloutEngine engine(chosen->snapshot, simulated ? static_cast<gis::CalloutLog&>(memory) : log);
  if (auto loaded = engine.load(); !loaded) return context.fail(loaded.error());
  Json compared;
  if (simulated) {
    const Interrupt interrupt;
    const gis::SimulateOptions options = simulateOptions(arguments);
    const auto expected = gis::forecastCourse(chosen->snapshot, options, interrupt.token());
    if (!expected) return context.fail(expected.error());
    const auto course = gis::simulate(engine, options, {}, interrupt.token());
    if (!course) return context.fail(course.error());
    compared = comparedJson(*expected, *course);
    auto kept = log.exclusively([&] { return log.append(memory.events(), {}); });
    if (!kept) return context.fail(kept.error());
  } else if (auto started = engine.start(clock->nowUtcMs()); !started) {
    return context.fail(started.error());
  }
  if (context.form() == OutputForm::kText)
    context.out()
        << QCoreApplication::translate("CommandLine", "Call-out %1").arg(QString::fromStdString(uuid)).toStdString()
        << '\n';
  if (by_hand && context.form() == OutputForm::kText) tellByHand(context);
  const auto report = gis::reportOf(engine.state(), clock->nowUtcMs());
  if (context.form() == OutputForm::kJson) {
    Json json = {{"callout", uuid}};
    json.update(reportJson(report));
    if (simulated) json.update(compared);
    context.print(json);
  } else {
    printCallout(report, context);
  }
  return kExitDone;
}

// The newest one whose identifier begins so, and that was made for this warning; both may be empty.
gis::Result<std::string> calloutNamed(gis::CalloutStore& store, const std::string& name, const std::string& warning) {
  const auto all = store.all();
  if (!all) return std::unexpected(all.error());
  if (all->empty()) return gis::fail(gis::ErrorCode::kNoData, "callout", "no call-out has been started here");
  for (const gis::CalloutRecord& record : *all)
    if (record.uuid.starts_with(name) && (warning.empty() || record.warning_id == warning)) return record.uuid;
  return gis::fail(gis::ErrorCode::kUnknownName, name.empty() ? warning : name);
}

int show(const CalloutArguments& arguments, const CommandContext& context, bool audits) {
  const auto place = placeAt(arguments.workspace, arguments.at);
  if (!place) return context.fail(place.error());
  const auto workspace = gis::Workspace::open(*place, gis::OpenMode::kRead);
  if (!workspace) return context.fail(workspace.error());
  gis::CalloutStore store(workspace->db());
  const auto uuid = calloutNamed(store, arguments.callout, arguments.warning);
  if (!uuid) return context.fail(uuid.error());
  auto snapshot = store.snapshot(*uuid);
  if (!snapshot) return context.fail(snapshot.error());
  gis::CalloutLogStore log(workspace->db(), *uuid);
  gis::CalloutEngine engine(std::move(*snapshot), log);
  if (auto loaded = engine.load(); !loaded) return context.fail(loaded.error());
  const std::int64_t now = gis::shownMomentUtcMs(workspace->db()).value_or(gis::SystemClock().nowUtcMs());
  if (!audits) {
    const gis::CalloutReport report = gis::reportOf(engine.state(), now);
    const auto document = [&](std::size_t most_names) {
      return calloutDocument(report, QString::fromStdString(workspace->facts().city_name_zh),
                             workspace->facts().is_demo, most_names);
    };
    if (!arguments.workbook.empty())
      if (auto written = writeReportWorkbook(arguments.workbook, document(kAllNames)); !written)
        return context.fail(written.error());
    if (!arguments.document.empty())
      if (auto written = writeReportDocument(arguments.document, document(kNamesOnPaper)); !written)
        return context.fail(written.error());
    printCallout(report, context);
    return kExitDone;
  }
  const auto events = log.eventsAfter(0);
  if (!events) return context.fail(events.error());
  constexpr std::int64_t kBeatMs = 5000;
  const auto findings = gis::auditCallout(engine, *events, now, kBeatMs);
  Json rows = Json::array();
  for (const gis::AuditFinding& finding : findings) {
    rows.push_back({{"kind", gis::auditFindingName(finding.kind)}, {"subject", finding.subject}});
    if (context.form() == OutputForm::kText)
      context.out() << gis::auditFindingName(finding.kind) << ' ' << finding.subject << '\n';
  }
  const gis::TickError error = gis::tickErrorOf(*events);
  if (context.form() == OutputForm::kJson) {
    context.print({{"callout", *uuid},
                   {"events", events->size()},
                   {"tick_error", {{"timers", error.timers}, {"p99_ms", error.p99_ms}, {"max_ms", error.max_ms}}},
                   {"findings", std::move(rows)}});
    return findings.empty() ? kExitDone : kExitFailed;
  }
  if (error.timers > 0)
    context.out() << QCoreApplication::translate("CommandLine",
                                                 "Timers that acted late: %1; 99 of 100 by at most %2 ms, the worst by "
                                                 "%3 ms.")
                         .arg(error.timers)
                         .arg(error.p99_ms)
                         .arg(error.max_ms)
                         .toStdString()
                  << '\n';
  if (findings.empty())
    context.out() << QCoreApplication::translate("CommandLine",
                                                 "The log is whole and everybody has a next step (%1 entries).")
                         .arg(events->size())
                         .toStdString()
                  << '\n';
  return findings.empty() ? kExitDone : kExitFailed;
}

}  // namespace

void addCalloutCommand(CLI::App& program, CommandContext& context) {
  CLI::App* command = program.add_subcommand(
      "callout",
      cliText(QT_TRANSLATE_NOOP("CommandLine", "call-and-respond: who is called, how it goes, what came of it")));
  command->require_subcommand(1);
  const auto arguments = std::make_shared<CalloutArguments>();
  const auto add = [&](const char* name, const char* text, bool needs_warning) {
    CLI::App* sub = command->add_subcommand(name, cliText(text));
    sub->add_option("--workspace", arguments->workspace,
                    cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")))
        ->required();
    if (needs_warning) {
      sub->add_option("--warning", arguments->warning,
                      cliText(QT_TRANSLATE_NOOP("CommandLine", "identifier of a warning of the workspace")))
          ->required();
      sub->add_flag("--drill", arguments->drill,
                    cliText(QT_TRANSLATE_NOOP("CommandLine", "mark everything as a drill")));
    } else {
      sub->add_option(
          "--callout", arguments->callout,
          cliText(QT_TRANSLATE_NOOP("CommandLine", "beginning of the call-out's identifier; else the latest")));
      sub->add_option("--warning", arguments->warning,
                      cliText(QT_TRANSLATE_NOOP("CommandLine", "only of this warning: its identifier")));
    }
    addCommonOptions(*sub, context);
    return sub;
  };
  // What a dry run and a drill with made people go by; a real call-out has the people and lines there are.
  const auto addMade = [&](CLI::App* sub, const char* lines_text) {
    sub->add_option("--people", arguments->people,
                    cliText(QT_TRANSLATE_NOOP("CommandLine", "as if so many persons held the posts; 0: as they are")))
        ->check(CLI::Range(0, 1'000'000));
    sub->add_option("--seed", arguments->seed,
                    cliText(QT_TRANSLATE_NOOP("CommandLine", "number from which the made people's answers follow")));
    sub->add_option("--lines", arguments->voice_lines, cliText(lines_text))->check(CLI::Range(0, 100'000));
    sub->add_option("--officers", arguments->officers,
                    cliText(QT_TRANSLATE_NOOP("CommandLine", "officers who telephone; 2 if none are given")))
        ->check(CLI::Range(0, 10'000));
  };
  CLI::App* planning =
      add("plan",
          QT_TRANSLATE_NOOP("CommandLine", "a dry run: who would be called, what is missing, how long it would take"),
          true);
  addMade(planning, QT_TRANSLATE_NOOP("CommandLine", "lines for automatic calls; those served now if none are given"));
  planning->callback([arguments, &context] { context.exit_code = plan(*arguments, context); });
  CLI::App* simulating =
      add("simulate", QT_TRANSLATE_NOOP("CommandLine", "a drill with made people, kept in the workspace"), true);
  addMade(simulating, QT_TRANSLATE_NOOP("CommandLine", "lines for automatic calls; 32 if none are given"));
  simulating->callback([arguments, &context] { context.exit_code = begin(*arguments, context, true); });
  add("start",
      QT_TRANSLATE_NOOP("CommandLine", "start a call-out; the window's officers and the channels take it from there"),
      true)
      ->callback([arguments, &context] { context.exit_code = begin(*arguments, context, false); });
  const std::pair<const char*, const char*> shows[] = {
      {"status", QT_TRANSLATE_NOOP("CommandLine", "how a call-out stands now, by county")},
      {"report", QT_TRANSLATE_NOOP("CommandLine",
                                   "what came of a call-out, by county and town, and who was not reached; as a file")}};
  for (const auto& [name, text] : shows) {
    CLI::App* sub = add(name, text, false);
    addMomentOption(*sub, arguments->at);
    sub->callback([arguments, &context] { context.exit_code = show(*arguments, context, false); });
    if (std::string_view(name) != "report") continue;
    sub->add_option("--xlsx", arguments->workbook,
                    cliText(QT_TRANSLATE_NOOP("CommandLine", "write the report as an Excel file")));
    sub->add_option("--pdf", arguments->document,
                    cliText(QT_TRANSLATE_NOOP("CommandLine", "write the report as a PDF file")));
  }
  add("audit",
      QT_TRANSLATE_NOOP("CommandLine", "whether the log is whole and everybody has a next step (exit code 1 if not)"),
      false)
      ->callback([arguments, &context] { context.exit_code = show(*arguments, context, true); });
  command->footer(cliText(QT_TRANSLATE_NOOP(
      "CommandLine",
      "Example:\n  fengsui callout plan --workspace ~/city --warning 14040041600000_20240726023500_1\n"
      "  fengsui callout simulate --workspace ~/city --warning 14040041600000_20240726023500_1 --people 10000 --lines "
      "64 --json")));
}

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <memory>

#include "app/cli/command_context.h"
#include "app/cli/journal_text.h"
#include "app/cli/journal_writing.h"
#include "app/journal_report/journal_report.h"
#include "app/journal_report/journal_words.h"
#include "app/report/report_workbook.h"
#include "app/text/moment_text.h"
#include "gis/store/workspace.h"
#include "gis/store/workspace_present.h"

namespace app {
namespace {

using Json = nlohmann::ordered_json;
namespace journal = gis::journal;

struct ShowArguments {
  std::filesystem::path workspace, file;
  std::string since, until, find, person, at;
  std::vector<std::string> kinds;
  bool open = false, drills = false, with_drills = false;
  std::size_t limit = 0;
};

gis::Result<journal::JournalQuery> queryOf(const ShowArguments& arguments) {
  journal::JournalQuery query;
  const auto moment = [](const std::string& typed, DayEdge edge,
                         std::optional<std::int64_t>& into) -> gis::Result<void> {
    if (typed.empty()) return {};
    const auto read = journalMoment(typed, edge);
    if (!read) return std::unexpected(read.error());
    into = *read;
    return {};
  };
  if (auto done = moment(arguments.since, DayEdge::kBeginning, query.since_utc_ms); !done)
    return std::unexpected(done.error());
  if (auto done = moment(arguments.until, DayEdge::kEnd, query.until_utc_ms); !done)
    return std::unexpected(done.error());
  if (auto done = moment(arguments.at, DayEdge::kEnd, query.as_of_utc_ms); !done) return std::unexpected(done.error());
  query.kinds = arguments.kinds;
  query.find = arguments.find;
  query.person = arguments.person;
  query.open_only = arguments.open;
  query.drills = arguments.drills        ? journal::Drills::kOnly
                 : arguments.with_drills ? journal::Drills::kWith
                                         : journal::Drills::kWithout;
  query.most = arguments.limit;
  return query;
}

// Each holds the one before it by its address.
struct Reading {
  std::unique_ptr<gis::Workspace> workspace;
  std::unique_ptr<gis::FixedClock> clock;
  std::unique_ptr<gis::UuidSource> uuids;
  journal::JournalStore store;
};

gis::Result<Reading> openReading(const std::filesystem::path& folder) {
  auto opened = gis::Workspace::open(folder, gis::OpenMode::kRead);
  if (!opened) return std::unexpected(opened.error());
  auto workspace = std::make_unique<gis::Workspace>(std::move(*opened));
  auto clock = std::make_unique<gis::FixedClock>(gis::presentUtcMs(workspace->db(), gis::SystemClock()));
  auto uuids = std::make_unique<gis::UuidSource>(std::make_shared<gis::SystemClock>());
  // Reading starts no clocks: the rules are not needed.
  journal::JournalStore store(workspace->db(), *clock, *uuids, {});
  if (!store.there()) return gis::fail(gis::ErrorCode::kNoData, folder.string(), "the workspace has no journal yet");
  return Reading{std::move(workspace), std::move(clock), std::move(uuids), std::move(store)};
}

int showEntries(const ShowArguments& arguments, const CommandContext& context) {
  const auto query = queryOf(arguments);
  if (!query) return failJournal(context, query.error());
  const auto open = openReading(arguments.workspace);
  if (!open) return failJournal(context, open.error());
  const auto extract = extractJournal(open->store, *query);
  if (!extract) return failJournal(context, extract.error());
  auto list = Json::array();
  for (const journal::Entry& entry : extract->entries) {
    list.push_back(entryJson(entry));
    if (const auto found = extract->state.corrected.find(entry.seq); found != extract->state.corrected.end())
      list.back()["corrected_by"] = found->second;
    if (context.form() != OutputForm::kJson)
      context.out() << entry.seq << "  " << beijingTimeText(entry.at_utc_ms).toStdString() << "  "
                    << kindText(extract->kinds, entry.kind).toStdString() << "  "
                    << journalText(entry.text).toStdString()
                    << (entry.is_drill ? "  " + QCoreApplication::translate("CommandLine", "[drill]").toStdString()
                                       : std::string())
                    << '\n';
  }
  if (context.form() != OutputForm::kJson) return kExitDone;
  const journal::Shift* shift = extract->state.onDuty();
  context.print({{"as_of", gis::formatUtc(extract->now_utc_ms)},
                 {"on_duty", shift ? watchJson(shift->watch) : Json(nullptr)},
                 {"running_clocks", extract->state.running(query->drills != journal::Drills::kWithout).size()},
                 {"entries", std::move(list)}});
  return kExitDone;
}

int showClocks(const ShowArguments& arguments, const CommandContext& context) {
  const auto query = queryOf(arguments);
  if (!query) return failJournal(context, query.error());
  const auto open = openReading(arguments.workspace);
  if (!open) return failJournal(context, open.error());
  const auto state = open->store.state(query->as_of_utc_ms);
  if (!state) return failJournal(context, state.error());
  const std::int64_t now_utc_ms = query->as_of_utc_ms.value_or(open->store.nowUtcMs());
  auto list = Json::array();
  const auto add = [&](const journal::ClockState& clock) {
    list.push_back(clockJson(clock, now_utc_ms));
    if (context.form() != OutputForm::kJson)
      context.out() << clock.name << "  "
                    << (clock.open() ? remainingText(clock, now_utc_ms) : clockStandText(clock)).toStdString() << "  "
                    << journalText(clock.clock.what).toStdString() << "  " << journalText(clock.clock.who).toStdString()
                    << '\n';
  };
  if (arguments.open) {
    for (const journal::ClockState* clock : state->running(arguments.with_drills)) add(*clock);
  } else {
    for (const journal::ClockState& clock : state->clocks)
      if (arguments.with_drills || !clock.is_drill) add(clock);
  }
  if (context.form() == OutputForm::kJson)
    context.print({{"as_of", gis::formatUtc(now_utc_ms)}, {"clocks", std::move(list)}});
  return kExitDone;
}

int verifyJournal(const ShowArguments& arguments, const CommandContext& context) {
  const auto open = openReading(arguments.workspace);
  if (!open) return failJournal(context, open.error());
  const auto check = open->store.verify();
  if (!check) return failJournal(context, check.error());
  if (context.form() == OutputForm::kJson)
    context.print({{"whole", !check->broken_seq.has_value()},
                   {"entries", check->entries},
                   {"broken_at", check->broken_seq ? Json(*check->broken_seq) : Json(nullptr)},
                   {"last_hash", check->last_hash}});
  else if (check->broken_seq)
    context.tell(QCoreApplication::translate("CommandLine",
                                             "The journal was changed: entry %1 does not follow from those before it.")
                     .arg(*check->broken_seq));
  else
    context.tell(QCoreApplication::translate("CommandLine", "The journal is whole: %1 entries, hash of the last %2.")
                     .arg(check->entries)
                     .arg(QString::fromStdString(check->last_hash)));
  return check->broken_seq ? kExitFailed : kExitDone;
}

int exportJournal(const ShowArguments& arguments, const CommandContext& context) {
  const auto query = queryOf(arguments);
  if (!query) return failJournal(context, query.error());
  const auto open = openReading(arguments.workspace);
  if (!open) return failJournal(context, open.error());
  const auto extract = extractJournal(open->store, *query);
  if (!extract) return failJournal(context, extract.error());
  const gis::WorkspaceFacts facts = open->workspace->facts();
  const QString city = QString::fromStdString(context.m_language == "en" ? facts.city_name_en : facts.city_name_zh);
  const Report report = journalReport(*extract, city, facts.is_demo, arguments.drills);
  if (auto done = writeReport(arguments.file, report); !done) return failJournal(context, done.error());
  if (context.form() == OutputForm::kJson)
    context.print({{"file", arguments.file.string()}, {"entries", extract->entries.size()}});
  return kExitDone;
}

void addFilters(CLI::App& command, ShowArguments& arguments) {
  command.add_option("--since", arguments.since,
                     cliText(QT_TRANSLATE_NOOP("CommandLine",
                                               "what happened from then on: 2026-05-01 or "
                                               "\"2026-05-01 08:30\" (Beijing time)")));
  command.add_option("--until", arguments.until,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "what happened until then; of a day its end")));
  command.add_option("--kind", arguments.kinds,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "only these kinds, such as phone_in, warning_in")));
  command.add_option("--find", arguments.find,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "only what has all these words")));
  command.add_option("--person", arguments.person,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "only what this person wrote or had to do with")));
  CLI::Option* drills = command.add_flag("--drill", arguments.drills,
                                         cliText(QT_TRANSLATE_NOOP("CommandLine", "drills instead of what was real")));
  command
      .add_flag("--with-drills", arguments.with_drills,
                cliText(QT_TRANSLATE_NOOP("CommandLine", "drills as well as what was real")))
      ->excludes(drills);
}

void addShown(CLI::App& command, CommandContext& context, ShowArguments& arguments, bool needs_workspace) {
  CLI::Option* workspace = command.add_option("--workspace", arguments.workspace,
                                              cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")));
  if (needs_workspace) workspace->required();
  command.add_option("--at", arguments.at,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "as it was recorded at that moment; now unless given")));
  addCommonOptions(command, context);
}

}  // namespace

void addJournalCommand(CLI::App& program, CommandContext& context) {
  CLI::App* command = program.add_subcommand(
      "journal", cliText(QT_TRANSLATE_NOOP("CommandLine", "the duty journal: entries, shifts, deadlines, export")));
  command->require_subcommand(0, 1);
  const auto arguments = std::make_shared<ShowArguments>();
  addFilters(*command, *arguments);
  addShown(*command, context, *arguments, false);
  command->add_flag("--open", arguments->open, cliText(QT_TRANSLATE_NOOP("CommandLine", "only what is not finished")));
  command->add_option("--limit", arguments->limit,
                      cliText(QT_TRANSLATE_NOOP("CommandLine", "the newest so many; all unless given")));
  command->footer(cliText(QT_TRANSLATE_NOOP(
      "CommandLine", "Example:\n  fengsui journal --workspace ~/city --since 2026-04-30 --kind phone_in --json")));
  command->callback([arguments, command, &context] {
    if (!command->get_subcommands().empty()) return;
    if (arguments->workspace.empty()) throw CLI::RequiredError("--workspace");
    context.exit_code = showEntries(*arguments, context);
  });
  CLI::App* clocks = command->add_subcommand(
      "clocks", cliText(QT_TRANSLATE_NOOP("CommandLine", "deadlines of duty: due when, who, done by which entry")));
  addShown(*clocks, context, *arguments, true);
  clocks->add_flag("--open", arguments->open,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "only those that run, the nearest first")));
  clocks->add_flag("--with-drills", arguments->with_drills,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "drills as well as what was real")));
  clocks->footer(
      cliText(QT_TRANSLATE_NOOP("CommandLine", "Example:\n  fengsui journal clocks --workspace ~/city --open")));
  clocks->callback([arguments, &context] { context.exit_code = showClocks(*arguments, context); });
  CLI::App* verify = command->add_subcommand(
      "verify", cliText(QT_TRANSLATE_NOOP("CommandLine", "prove that no entry was changed or taken out")));
  addShown(*verify, context, *arguments, true);
  verify->footer(cliText(QT_TRANSLATE_NOOP("CommandLine", "Example:\n  fengsui journal verify --workspace ~/city")));
  verify->callback([arguments, &context] { context.exit_code = verifyJournal(*arguments, context); });
  CLI::App* save = command->add_subcommand(
      "export", cliText(QT_TRANSLATE_NOOP("CommandLine", "write a shift or a day as Excel or PDF")));
  save->add_option("-o,--output", arguments->file,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "file to write, .xlsx or .pdf")))
      ->required();
  addFilters(*save, *arguments);
  addShown(*save, context, *arguments, true);
  save->footer(cliText(QT_TRANSLATE_NOOP(
      "CommandLine",
      "Example:\n  fengsui journal export --workspace ~/city --since 2026-04-30 --until 2026-04-30 -o day.pdf")));
  save->callback([arguments, &context] { context.exit_code = exportJournal(*arguments, context); });
  addJournalWriting(*command, context);
}

}  // namespace app

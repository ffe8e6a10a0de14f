// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/journal_writing.h"

#include <functional>
#include <memory>

#include "app/cli/edit_text.h"
#include "app/cli/journal_text.h"
#include "app/journal_report/journal_words.h"
#include "app/settings/app_settings.h"
#include "gis/core/uuid.h"
#include "gis/journal/attachment.h"
#include "gis/journal/collector.h"
#include "gis/journal/typed_place.h"
#include "gis/store/workspace_present.h"

namespace app {
namespace {

using Json = nlohmann::ordered_json;
namespace journal = gis::journal;

struct WriteArguments {
  std::filesystem::path workspace;
  std::string kind = "other", text, people, place, at, answer_by, author, thing_kind, thing_id, level;
  std::string leader, gives, takes, remarks, clock;
  std::vector<std::string> officers;
  std::vector<std::filesystem::path> files;
  std::int64_t seq = 0;
  bool drill = false, withdraw = false, follow_up = false;
};

struct Writing {
  const gis::Workspace& workspace;
  journal::JournalStore& store;
  std::string author;
};

using Step = std::function<gis::Result<journal::Entry>(const Writing&)>;

// Opens the journal, reads what the program saw meanwhile, takes the step and tells the entry it made.
int write(const WriteArguments& arguments, const CommandContext& context, const Step& step) {
  const auto workspace = openForEditing(arguments.workspace);
  if (!workspace) return context.fail(workspace.error());
  const gis::SystemClock wall;
  const gis::FixedClock clock(gis::presentUtcMs(workspace->db(), wall));
  gis::UuidSource uuids(std::make_shared<gis::SystemClock>());
  auto store = journal::JournalStore::open(workspace->db(), clock, uuids);
  if (!store) return context.fail(store.error());
  auto collector = journal::JournalCollector::open(*store, wall);
  if (!collector) return context.fail(collector.error());
  const auto collected = collector->collect(workspace->folder());
  if (!collected) return failJournal(context, collected.error());
  for (const gis::Error& trouble : collected->troubles) context.tell(journalTrouble(trouble));
  if (!step) {
    if (context.form() == OutputForm::kJson)
      context.print({{"added", collected->added}, {"failed_sources", collected->troubles.size()}});
    else
      context.tell(
          QCoreApplication::translate("CommandLine", "%1 entries were added to the journal.").arg(collected->added));
    return collected->troubles.empty() ? kExitDone : kExitFailed;
  }
  std::string author = arguments.author.empty() ? AppSettings().author().name : arguments.author;
  if (author.empty()) author = "fengsui";
  const auto entry = step({*workspace, *store, author});
  if (!entry) return failJournal(context, entry.error());
  if (context.form() == OutputForm::kJson)
    context.print(entryJson(*entry));
  else
    context.tell(QCoreApplication::translate("CommandLine", "Entry %1 was written.").arg(entry->seq));
  return kExitDone;
}

gis::Result<std::optional<std::int64_t>> typedMoment(const std::string& typed) {
  if (typed.empty()) return std::optional<std::int64_t>();
  const auto moment = journalMoment(typed, DayEdge::kBeginning);
  if (!moment) return std::unexpected(moment.error());
  return *moment;
}

gis::Result<journal::Entry> addEntry(const WriteArguments& arguments, const Writing& writing) {
  const auto at = typedMoment(arguments.at), answer_by = typedMoment(arguments.answer_by);
  if (!at) return std::unexpected(at.error());
  if (!answer_by) return std::unexpected(answer_by.error());
  journal::EntryDraft draft;
  draft.kind = arguments.kind;
  draft.at_utc_ms = at->value_or(0);
  draft.level = arguments.level;
  draft.is_drill = arguments.drill;
  draft.text.zh = arguments.text;
  draft.author = writing.author;
  draft.people = arguments.people;
  draft.thing_kind = arguments.thing_kind;
  draft.thing_id = arguments.thing_id;
  draft.answer_by_utc_ms = *answer_by;
  if (arguments.follow_up && !draft.answer_by_utc_ms) draft.answer_by_utc_ms = 0;
  const auto kinds = writing.store.kinds();
  if (!kinds) return std::unexpected(kinds.error());
  if (std::ranges::find(*kinds, draft.kind, &journal::KindName::code) == kinds->end())
    return gis::fail(gis::ErrorCode::kUnknownName, draft.kind, "no kind of entry has this name");
  const journal::TypedPlace place = journal::typedPlace(writing.workspace.db(), arguments.place);
  draft.place = place.name;
  draft.where = place.where;
  for (const std::filesystem::path& file : arguments.files) {
    auto kept = journal::keepAttachment(writing.workspace.folder(), file);
    if (!kept) return std::unexpected(kept.error());
    draft.attachments.push_back(std::move(*kept));
  }
  return writing.store.append(draft);
}

gis::Result<journal::Entry> correctEntry(const WriteArguments& arguments, const Writing& writing) {
  const auto at = typedMoment(arguments.at);
  if (!at) return std::unexpected(at.error());
  journal::CorrectionDraft draft;
  draft.text = arguments.text;
  draft.people = arguments.people;
  const journal::TypedPlace place = journal::typedPlace(writing.workspace.db(), arguments.place);
  draft.place = place.name;
  draft.where = place.where;
  draft.at_utc_ms = *at;
  draft.withdraws = arguments.withdraw;
  draft.author = writing.author;
  return writing.store.correct(arguments.seq, draft);
}

CLI::App* writingCommand(CLI::App& command, CommandContext& context, WriteArguments& arguments, const char* name,
                         const char* what, const char* example) {
  CLI::App* one = command.add_subcommand(name, cliText(what));
  one->add_option("--workspace", arguments.workspace,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")))
      ->required();
  one->add_option("--author", arguments.author,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "who does it; the system's user unless given")));
  addCommonOptions(*one, context);
  one->footer(cliText(example));
  return one;
}

void addWatchOptions(CLI::App& command, WriteArguments& arguments) {
  command.add_option("--leader", arguments.leader, cliText(QT_TRANSLATE_NOOP("CommandLine", "leader of the shift")))
      ->required();
  command
      .add_option("--officer", arguments.officers,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "officer of the shift; several times")))
      ->required();
}

void addRemarks(CLI::App& command, WriteArguments& arguments) {
  command.add_option("--remarks", arguments.remarks,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "what else is to be said")));
}

void addShifts(CLI::App& command, CommandContext& context, const std::shared_ptr<WriteArguments>& arguments) {
  CLI::App* shift = command.add_subcommand(
      "shift", cliText(QT_TRANSLATE_NOOP("CommandLine", "who is on duty: start, hand-over, end")));
  shift->require_subcommand(1);
  CLI::App* start = writingCommand(
      *shift, context, *arguments, "start", QT_TRANSLATE_NOOP("CommandLine", "begin a shift when nobody is on duty"),
      QT_TRANSLATE_NOOP("CommandLine",
                        "Example:\n  fengsui journal shift start --workspace ~/city --leader 李主任 --officer 王岚"));
  addWatchOptions(*start, *arguments);
  addRemarks(*start, *arguments);
  start->callback([arguments, &context] {
    context.exit_code = write(*arguments, context, [&](const Writing& writing) {
      return writing.store.startShift({arguments->leader, arguments->officers}, writing.author, arguments->remarks);
    });
  });
  CLI::App* over = writingCommand(
      *shift, context, *arguments, "hand-over",
      QT_TRANSLATE_NOOP("CommandLine", "hand over with everything that is open; both sides sign by their names"),
      QT_TRANSLATE_NOOP("CommandLine",
                        "Example:\n  fengsui journal shift hand-over --workspace ~/city --leader 陈局长 "
                        "--officer 孙丽 --gives 王岚 --takes 孙丽"));
  addWatchOptions(*over, *arguments);
  addRemarks(*over, *arguments);
  over->add_option("--gives", arguments->gives,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "who hands over, of this shift")))
      ->required();
  over->add_option("--takes", arguments->takes,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "who takes over, of the next shift")))
      ->required();
  over->callback([arguments, &context] {
    context.exit_code = write(*arguments, context, [&](const Writing& writing) {
      return writing.store.handOver(
          {{arguments->leader, arguments->officers}, arguments->gives, arguments->takes, arguments->remarks});
    });
  });
  CLI::App* end = writingCommand(
      *shift, context, *arguments, "end", QT_TRANSLATE_NOOP("CommandLine", "end the shift when nobody takes over"),
      QT_TRANSLATE_NOOP("CommandLine", "Example:\n  fengsui journal shift end --workspace ~/city"));
  addRemarks(*end, *arguments);
  end->callback([arguments, &context] {
    context.exit_code = write(*arguments, context, [&](const Writing& writing) {
      return writing.store.endShift(writing.author, arguments->remarks);
    });
  });
}

void addWhatAndWhere(CLI::App& command, WriteArguments& arguments) {
  command.add_option("TEXT", arguments.text, cliText(QT_TRANSLATE_NOOP("CommandLine", "what happened")))->required();
  command.add_option("--people", arguments.people, cliText(QT_TRANSLATE_NOOP("CommandLine", "who rang, who was told")));
  command.add_option("--place", arguments.place,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "coordinates, or the name of a place")));
  command.add_option("--at", arguments.at,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "when it happened; now unless given")));
}

void addEntries(CLI::App& command, CommandContext& context, const std::shared_ptr<WriteArguments>& arguments) {
  CLI::App* add =
      writingCommand(command, context, *arguments, "add", QT_TRANSLATE_NOOP("CommandLine", "write an entry"),
                     QT_TRANSLATE_NOOP("CommandLine",
                                       "Example:\n  fengsui journal add --workspace ~/city --kind phone_in --people "
                                       "李村长 --place 王和镇 --answer-by \"2026-05-01 09:00\" 河水上涨"));
  addWhatAndWhere(*add, *arguments);
  add->add_option("--kind", arguments->kind,
                  cliText(QT_TRANSLATE_NOOP("CommandLine",
                                            "phone_in, phone_out, instruction, report, visit, other, or "
                                            "a kind of the program such as incident")))
      ->capture_default_str();
  add->add_option("--level", arguments->level,
                  cliText(QT_TRANSLATE_NOOP("CommandLine",
                                            "red, orange, yellow, blue of a warning; 1 to 4 of an "
                                            "incident; starts the deadlines of duty")));
  add->add_option("--answer-by", arguments->answer_by,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "until when it needs an answer; starts a deadline")));
  add->add_flag("--follow-up", arguments->follow_up,
                cliText(QT_TRANSLATE_NOOP("CommandLine", "stays open until it is marked done")));
  add->add_option("--attach", arguments->files,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "file to keep with it; several times")));
  add->add_option("--thing", arguments->thing_kind,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "what it is about: warning, callout, incident ...")));
  add->add_option("--thing-id", arguments->thing_id, cliText(QT_TRANSLATE_NOOP("CommandLine", "which one")));
  add->add_flag("--drill", arguments->drill, cliText(QT_TRANSLATE_NOOP("CommandLine", "it is a drill")));
  add->callback([arguments, &context] {
    context.exit_code =
        write(*arguments, context, [&](const Writing& writing) { return addEntry(*arguments, writing); });
  });
  CLI::App* correct = writingCommand(
      command, context, *arguments, "correct",
      QT_TRANSLATE_NOOP("CommandLine", "write what is right beside an entry that was wrong; both stay"),
      QT_TRANSLATE_NOOP("CommandLine", "Example:\n  fengsui journal correct 12 五户被淹 --workspace ~/city"));
  correct->add_option("NUMBER", arguments->seq, cliText(QT_TRANSLATE_NOOP("CommandLine", "number of the entry")))
      ->required();
  addWhatAndWhere(*correct, *arguments);
  correct->add_flag("--withdraw", arguments->withdraw,
                    cliText(QT_TRANSLATE_NOOP("CommandLine", "it did not happen; its deadlines stop")));
  correct->callback([arguments, &context] {
    context.exit_code =
        write(*arguments, context, [&](const Writing& writing) { return correctEntry(*arguments, writing); });
  });
}

}  // namespace

void addJournalWriting(CLI::App& command, CommandContext& context) {
  const auto arguments = std::make_shared<WriteArguments>();
  addEntries(command, context, arguments);
  addShifts(command, context, arguments);
  CLI::App* done = writingCommand(
      command, context, *arguments, "done", QT_TRANSLATE_NOOP("CommandLine", "mark a deadline as met"),
      QT_TRANSLATE_NOOP("CommandLine", "Example:\n  fengsui journal done 12/leader 已报李主任 --workspace ~/city"));
  done->add_option("CLOCK", arguments->clock,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "name of the deadline, as “journal clocks” tells it")))
      ->required();
  done->add_option("TEXT", arguments->text, cliText(QT_TRANSLATE_NOOP("CommandLine", "how it was done")));
  done->callback([arguments, &context] {
    context.exit_code = write(*arguments, context, [&](const Writing& writing) {
      return writing.store.markDone(arguments->clock, writing.author, arguments->text);
    });
  });
  CLI::App* collect = writingCommand(
      command, context, *arguments, "collect",
      QT_TRANSLATE_NOOP("CommandLine", "read what warnings, call-outs, stocks and other rooms did into the journal"),
      QT_TRANSLATE_NOOP("CommandLine", "Example:\n  fengsui journal collect --workspace ~/city --json"));
  collect->callback([arguments, &context] { context.exit_code = write(*arguments, context, {}); });
}

}  // namespace app

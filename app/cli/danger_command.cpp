// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <memory>

#include "app/cli/command_context.h"
#include "app/cli/edit_text.h"
#include "app/settings/app_settings.h"
#include "gis/danger/danger_store.h"
#include "gis/store/workspace.h"
#include "gis/store/workspace_present.h"

namespace app {
namespace {

using Json = nlohmann::ordered_json;
namespace danger = gis::danger;

struct DangerArguments {
  std::filesystem::path workspace;
  bool overdue = false, open = false;
  std::string hazard, county, today;
  std::string id, to, words, unit, due_on, author;
  std::size_t limit = 100;
};

Json itemJson(const danger::Item& item, const std::string& today) {
  const auto late_days = item.due_on.empty() ? std::nullopt : danger::daysBetween(item.due_on, today);
  return {{"no", item.no},
          {"uuid", item.uuid},
          {"hazard", item.hazard},
          {"level", item.level == danger::Level::kMajor ? "major" : "ordinary"},
          {"title", item.title},
          {"division_code", item.division_code},
          {"state", danger::stateName(item.state)},
          {"found_on", item.found_on},
          {"due_on", item.due_on.empty() ? Json(nullptr) : Json(item.due_on)},
          {"overdue", danger::isOverdue(item, today)},
          {"late_days", danger::isOverdue(item, today) ? Json(*late_days) : Json(nullptr)},
          {"owner", item.owner},
          {"owner_phone", item.owner_phone}};
}

int listDangers(const DangerArguments& arguments, const CommandContext& context) {
  const auto workspace = gis::Workspace::open(arguments.workspace, gis::OpenMode::kRead);
  if (!workspace) return context.fail(workspace.error());
  const auto items = danger::DangerStore(workspace->db()).items();
  if (!items) return context.fail(items.error());
  const std::string today =
      arguments.today.empty() ? danger::dayOf(gis::presentUtcMs(workspace->db(), gis::SystemClock())) : arguments.today;
  if (!danger::daysBetween(today, today))
    return context.fail({gis::ErrorCode::kInvalidArgument, today, "a day like 2026-05-01 is expected", {}});
  auto rows = Json::array();
  std::size_t found = 0;
  for (const danger::Item& item : *items) {
    if (arguments.overdue && !danger::isOverdue(item, today)) continue;
    if (arguments.open && item.state == danger::State::kClosed) continue;
    if (!arguments.hazard.empty() && item.hazard != arguments.hazard) continue;
    if (!arguments.county.empty() && !item.division_code.starts_with(arguments.county.substr(0, 6))) continue;
    if (++found > arguments.limit) continue;
    if (context.form() == OutputForm::kJson)
      rows.push_back(itemJson(item, today));
    else
      context.out() << fmt::format("{}  {:<11} {:<10} {}  {}\n", item.no, danger::stateName(item.state), item.due_on,
                                   item.title, item.owner);
  }
  const auto tally = danger::tallyOf(*items, today);
  if (context.form() != OutputForm::kJson) {
    context.tell(QCoreApplication::translate("CommandLine", "%1 found; %2 of %3 in the ledger are overdue on %4.")
                     .arg(found)
                     .arg(tally.overdue)
                     .arg(items->size())
                     .arg(QString::fromStdString(today)));
    return kExitDone;
  }
  Json states = Json::object();
  for (int state = 1; state <= 6; ++state)
    states[danger::stateName(static_cast<danger::State>(state))] = tally.by_state[state];
  context.print({{"today", today},
                 {"found", found},
                 {"total", items->size()},
                 {"overdue", tally.overdue},
                 {"major_open", tally.major_open},
                 {"states", std::move(states)},
                 {"dangers", std::move(rows)}});
  return kExitDone;
}

int showDanger(const DangerArguments& arguments, const CommandContext& context) {
  const auto workspace = gis::Workspace::open(arguments.workspace, gis::OpenMode::kRead);
  if (!workspace) return context.fail(workspace.error());
  const danger::DangerStore store(workspace->db());
  const auto item = store.find(arguments.id);
  if (!item) return context.fail(item.error());
  const auto events = store.events(item->uuid);
  if (!events) return context.fail(events.error());
  const std::string today = danger::dayOf(gis::presentUtcMs(workspace->db(), gis::SystemClock()));
  Json json = itemJson(*item, today);
  json["events"] = Json::array();
  for (const danger::Event& event : *events) {
    json["events"].push_back({{"at", gis::formatUtc(event.at_utc_ms)},
                              {"kind", event.kind},
                              {"state", danger::stateName(event.state)},
                              {"author", event.author},
                              {"to_unit", event.to_unit},
                              {"words", event.words},
                              {"due_on", event.due_on}});
    if (context.form() != OutputForm::kJson)
      context.out() << fmt::format("{}  {:<8} {:<11} {}  {}\n", localTimeText(event.at_utc_ms).toStdString(),
                                   event.kind, danger::stateName(event.state), event.author, event.words);
  }
  auto may = Json::array();
  for (const danger::State state : danger::mayFollow(item->state, item->level)) may.push_back(danger::stateName(state));
  json["may_follow"] = std::move(may);
  if (context.form() == OutputForm::kJson) context.print(json);
  return kExitDone;
}

int advance(const DangerArguments& arguments, const CommandContext& context) {
  const auto to = danger::stateOf(arguments.to);
  if (!to)
    return context.fail({gis::ErrorCode::kUnknownName,
                         arguments.to,
                         "found, handed_over, published, supervised, checked or closed expected",
                         {}});
  if (!arguments.due_on.empty() && !danger::daysBetween(arguments.due_on, arguments.due_on))
    return context.fail({gis::ErrorCode::kInvalidArgument, arguments.due_on, "a day like 2026-05-01 is expected", {}});
  const auto workspace = openForEditing(arguments.workspace);
  if (!workspace) return context.fail(workspace.error());
  const danger::DangerStore store(workspace->db());
  const auto item = store.find(arguments.id);
  if (!item) return context.fail(item.error());
  gis::EditAuthor author = AppSettings().author();
  if (!arguments.author.empty()) author.name = arguments.author;
  const auto clock = std::make_shared<gis::SystemClock>();
  gis::UuidSource uuids(clock);
  const auto done =
      store.advance(uuids, *clock, author, *item, {*to, arguments.words, arguments.unit, arguments.due_on, {}},
                    item->no + " → " + danger::stateName(*to));
  if (!done) return context.fail(done.error());
  const auto now = store.find(item->uuid);
  if (!now) return context.fail(now.error());
  if (context.form() == OutputForm::kJson)
    context.print(itemJson(*now, danger::dayOf(clock->nowUtcMs())));
  else
    context.out() << fmt::format("{}  {}  {}\n", now->no, danger::stateName(now->state), now->due_on);
  return kExitDone;
}

void addDangerWorkspace(CLI::App& command, DangerArguments& arguments) {
  command
      .add_option("--workspace", arguments.workspace,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")))
      ->required();
}

}  // namespace

void addDangerCommand(CLI::App& program, CommandContext& context) {
  CLI::App* command = program.add_subcommand(
      "danger", cliText(QT_TRANSLATE_NOOP("CommandLine", "the ledger of hidden dangers: list, show, move on")));
  command->require_subcommand(1);
  const auto arguments = std::make_shared<DangerArguments>();

  CLI::App* listing = command->add_subcommand("list", cliText(QT_TRANSLATE_NOOP("CommandLine", "list hidden dangers")));
  addDangerWorkspace(*listing, *arguments);
  listing->add_flag("--overdue", arguments->overdue,
                    cliText(QT_TRANSLATE_NOOP("CommandLine", "only those whose deadline has passed")));
  listing->add_flag("--open", arguments->open, cliText(QT_TRANSLATE_NOOP("CommandLine", "only those not closed")));
  listing
      ->add_option("--hazard", arguments->hazard,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "only of fire, geology, flood, seismic or other")))
      ->check(CLI::IsMember({"fire", "geology", "flood", "seismic", "other"}));
  listing->add_option("--county", arguments->county,
                      cliText(QT_TRANSLATE_NOOP("CommandLine", "only of this county, by its code")));
  listing->add_option("--today", arguments->today,
                      cliText(QT_TRANSLATE_NOOP("CommandLine", "the day that deadlines are compared with")));
  listing
      ->add_option("--limit", arguments->limit,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "how many are listed; all are counted")))
      ->capture_default_str();
  addCommonOptions(*listing, context);
  listing->footer(
      cliText(QT_TRANSLATE_NOOP("CommandLine", "Example:\n  fengsui danger list --workspace ~/city --overdue --json")));
  listing->callback([arguments, &context] { context.exit_code = listDangers(*arguments, context); });

  CLI::App* showing =
      command->add_subcommand("show", cliText(QT_TRANSLATE_NOOP("CommandLine", "one hidden danger and what happened")));
  showing->add_option("ID", arguments->id, cliText(QT_TRANSLATE_NOOP("CommandLine", "its number or uuid")))->required();
  addDangerWorkspace(*showing, *arguments);
  addCommonOptions(*showing, context);
  showing->footer(cliText(
      QT_TRANSLATE_NOOP("CommandLine", "Example:\n  fengsui danger show YH140431202604010012 --workspace ~/city")));
  showing->callback([arguments, &context] { context.exit_code = showDanger(*arguments, context); });

  CLI::App* moving = command->add_subcommand(
      "advance", cliText(QT_TRANSLATE_NOOP("CommandLine", "move a hidden danger to another state")));
  moving->add_option("ID", arguments->id, cliText(QT_TRANSLATE_NOOP("CommandLine", "its number or uuid")))->required();
  addDangerWorkspace(*moving, *arguments);
  moving
      ->add_option(
          "--to", arguments->to,
          cliText(QT_TRANSLATE_NOOP("CommandLine", "found, handed_over, published, supervised, checked or closed")))
      ->required();
  moving->add_option("--words", arguments->words,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "what was done; the reason of handing back")));
  moving->add_option("--unit", arguments->unit, cliText(QT_TRANSLATE_NOOP("CommandLine", "the unit it is handed to")));
  moving->add_option("--due", arguments->due_on,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "deadline, 2026-05-01; by the rules unless given")));
  moving->add_option("--author", arguments->author,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "who does it; the system's user unless given")));
  addCommonOptions(*moving, context);
  moving->footer(cliText(QT_TRANSLATE_NOOP("CommandLine",
                                           "Example:\n  fengsui danger advance YH140431202604010012 --to handed_over "
                                           "--unit 沁源县林业局 --workspace ~/city")));
  moving->callback([arguments, &context] { context.exit_code = advance(*arguments, context); });
}

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>
#include <memory>

#include "app/cli/command_context.h"
#include "app/cli/flood_text.h"
#include "app/cli/interrupt.h"
#include "gis/flood/flood_register_store.h"
#include "gis/store/workspace.h"

namespace app {
namespace {

struct CatchmentArguments {
  std::filesystem::path workspace;
  std::string id;
};

// A catchment by its code or a reach by its number.
gis::Result<std::size_t> reachOf(const gis::flood::RiverBasin& rivers, const std::string& id) {
  for (const gis::flood::Basin& basin : rivers.basins)
    if (basin.code == id) {
      if (basin.reach == gis::flood::kNoReach)
        return gis::fail(gis::ErrorCode::kNoData, id, "no river reach lies at its outlet");
      return basin.reach;
    }
  int number = 0;
  const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
  const std::size_t reach =
      error == std::errc() && end == id.data() + id.size() ? rivers.network.find(number) : gis::flood::kNoReach;
  if (reach == gis::flood::kNoReach) return gis::fail(gis::ErrorCode::kUnknownName, id, "catchment, river_reach");
  return reach;
}

int trace(const CatchmentArguments& arguments, gis::flood::Direction direction, const CommandContext& context) {
  const auto workspace = gis::Workspace::open(arguments.workspace, gis::OpenMode::kRead);
  if (!workspace) return context.fail(workspace.error());
  const Interrupt interrupt;
  const gis::flood::FloodRegisterStore store(workspace->db());
  const auto rivers = store.rivers(interrupt.token());
  if (!rivers) return context.fail(rivers.error());
  const auto reach = reachOf(*rivers, arguments.id);
  if (!reach) return context.fail(reach.error());
  const auto records = store.read(interrupt.token());
  if (!records) return context.fail(records.error());
  const gis::flood::TravelRule rule{records->rules.wave_depth_m, records->rules.wave_manning_n};
  const auto found = gis::flood::traceRiver(*rivers, *reach, direction, rule);
  if (!found) return context.fail(found.error());
  if (context.form() == OutputForm::kJson) {
    nlohmann::ordered_json json{
        {"id", arguments.id},
        {"reach_no", rivers->network.reaches()[*reach].no},
        {"direction", direction == gis::flood::Direction::kUpstream ? "upstream" : "downstream"}};
    json.update(traceJson(*rivers, *found));
    context.print(json);
    return kExitDone;
  }
  context.out() << QCoreApplication::translate("CommandLine",
                                               "%1 km², %2 km of river, %3 villages with %4 people, %5 reservoirs, %6 "
                                               "gauges; the flood wave needs about %7 h (%8 to %9, estimate)")
                       .arg(found->area_km2, 0, 'f', 1)
                       .arg(found->river_length_m / 1000, 0, 'f', 1)
                       .arg(found->villages.size())
                       .arg(found->people)
                       .arg(found->reservoirs.size())
                       .arg(found->gauges.size())
                       .arg(found->longest_travel.likely_h, 0, 'f', 1)
                       .arg(found->longest_travel.quick_h, 0, 'f', 1)
                       .arg(found->longest_travel.slow_h, 0, 'f', 1)
                       .toStdString()
                << '\n';
  for (const auto& place : found->villages) {
    const auto& side = rivers->riverside[place.riverside];
    context.out() << side.name << "  " << side.people << "  "
                  << QString::number(place.way_m / 1000, 'f', 1).toStdString() << " km  "
                  << QString::number(place.travel.likely_h, 'f', 1).toStdString() << " h\n";
  }
  return kExitDone;
}

}  // namespace

void addCatchmentCommand(CLI::App& program, CommandContext& context) {
  CLI::App* catchment = program.add_subcommand(
      "catchment",
      cliText(QT_TRANSLATE_NOOP("CommandLine", "everything up- or downstream of a small catchment or a river reach")));
  catchment->require_subcommand(1);
  const auto arguments = std::make_shared<CatchmentArguments>();
  CLI::App* up = catchment->add_subcommand(
      "upstream", cliText(QT_TRANSLATE_NOOP("CommandLine", "all that drains through it: area, villages, reservoirs")));
  CLI::App* down = catchment->add_subcommand(
      "downstream",
      cliText(QT_TRANSLATE_NOOP("CommandLine", "all that a flood passes on its way down, and when it comes there")));
  for (CLI::App* command : {up, down}) {
    command
        ->add_option("ID", arguments->id,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "code of a catchment or number of a river reach")))
        ->required();
    command
        ->add_option("--workspace", arguments->workspace,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")))
        ->required();
    addCommonOptions(*command, context);
  }
  catchment->footer(cliText(QT_TRANSLATE_NOOP(
      "CommandLine", "Example:\n  fengsui catchment downstream 1404W0012 --workspace ~/city --json")));
  using gis::flood::Direction;
  up->callback([=, &context] { context.exit_code = trace(*arguments, Direction::kUpstream, context); });
  down->callback([=, &context] { context.exit_code = trace(*arguments, Direction::kDownstream, context); });
}

}  // namespace app

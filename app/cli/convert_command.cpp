// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <memory>

#include "app/cli/command_context.h"
#include "app/cli/coordinate_system.h"
#include "app/cli/point_text.h"
#include "app/text/detail_text.h"

namespace app {
namespace {

struct ConvertOptions {
  std::string from;
  std::string to;
};

nlohmann::ordered_json pointJson(gis::Projector::XY p, bool geographic) {
  if (geographic) return {{"lon_deg", p.x}, {"lat_deg", p.y}};
  return {{"x_m", p.x}, {"y_m", p.y}};
}

// 1e-9 degrees and 0.1 mm: finer than any survey, so nothing is lost by printing.
std::string pointText(gis::Projector::XY p, bool geographic) {
  return geographic ? fmt::format("{:.9f} {:.9f}", p.x, p.y) : fmt::format("{:.4f} {:.4f}", p.x, p.y);
}

int convert(const ConvertOptions& options, const CommandContext& context) {
  const auto converter = SystemConverter::create(options.from, options.to);
  if (!converter) return context.fail(converter.error());
  const std::vector<PointLine> lines = readPoints(context.in());
  if (lines.empty())
    return context.fail({gis::ErrorCode::kNoData,
                         QCoreApplication::translate("CommandLine", "Standard input").toStdString(),
                         "one point a line is expected: x y",
                         {}});

  auto points = nlohmann::ordered_json::array();
  auto errors = nlohmann::ordered_json::array();
  for (const PointLine& line : lines) {
    const auto to = line.point ? converter->convert(*line.point) : line.point;
    if (!to) {
      auto json = errorJson(to.error());
      context.tell(QCoreApplication::translate("CommandLine", "Line %1: %2")
                       .arg(line.line)
                       .arg(QString::fromStdString(json["message"].get<std::string>())));
      if (!to.error().detail.empty()) context.err() << "  " << detailText(to.error().detail).toStdString() << '\n';
      errors.push_back({{"line", line.line}, {"error", std::move(json)}});
      continue;
    }
    if (context.form() == OutputForm::kText) {
      context.out() << pointText(*to, converter->toGeographic()) << '\n';
      continue;
    }
    nlohmann::ordered_json json = {{"line", line.line}};
    json.update(pointJson(*to, converter->toGeographic()));
    json["from"] = pointJson(*line.point, converter->fromGeographic());
    points.push_back(std::move(json));
  }
  const bool failed = !errors.empty();
  if (context.form() == OutputForm::kJson)
    context.print({{"from", options.from},
                   {"to", options.to},
                   {"axis_order", "x first: longitude or easting, then latitude or northing"},
                   {"points", std::move(points)},
                   {"errors", std::move(errors)}});
  return failed ? kExitFailed : kExitDone;
}

}  // namespace

void addConvertCommand(CLI::App& program, CommandContext& context) {
  CLI::App* command = program.add_subcommand(
      "convert",
      cliText(QT_TRANSLATE_NOOP("CommandLine", "convert points from standard input to another coordinate system")));
  const auto options = std::make_shared<ConvertOptions>();
  command
      ->add_option(
          "--from", options->from,
          cliText(QT_TRANSLATE_NOOP("CommandLine", "system of the input: EPSG:4490, cgcs2000, wgs84, gcj02, bd09 ...")))
      ->required();
  command
      ->add_option("--to", options->to,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "system of the output: EPSG:4547, gcj02 ...")))
      ->required();
  addCommonOptions(*command, context);
  command->footer(cliText(QT_TRANSLATE_NOOP("CommandLine",
                                            "Input: one point a line, \"x y\" or \"x,y\", or a JSON array [[x,y],...]. "
                                            "x is always longitude or easting, whatever\n"
                                            "order the system's definition has. Degrees are decimal, metres plain. A "
                                            "bad line is reported with its number; the\n"
                                            "others are still converted, and the exit code is 1.\n"
                                            "Examples:\n"
                                            "  echo 113.11 36.19 | fengsui convert --from EPSG:4490 --to EPSG:4547\n"
                                            "  fengsui convert --from gcj02 --to wgs84 --json < points.txt")));
  command->callback([options, &context] { context.exit_code = convert(*options, context); });
}

}  // namespace app

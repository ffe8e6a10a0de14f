// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/page_options.h"

#include <QDateTime>
#include <QLocale>

#include "app/cli/command_context.h"
#include "gis/geo/crs_info.h"
#include "gis/geo/gauss_krueger.h"
#include "gis/geo/projector.h"

namespace app {
namespace {

QString words(const char* english) { return QString::fromStdString(cliText(english)); }

QString systemText(const std::string& crs) {
  for (int zone = gis::kFirstGaussKruegerZone; zone <= gis::kLastGaussKruegerZone; ++zone)
    if (crs == gis::gaussKruegerCrs(zone, gis::ZonePrefix::kWithout) ||
        crs == gis::gaussKruegerCrs(zone, gis::ZonePrefix::kWith))
      return words(QT_TRANSLATE_NOOP("CommandLine", "CGCS2000, 3-degree Gauss-Krüger, central meridian %1°E"))
          .arg(gis::centralMeridianDeg(zone));
  const auto info = gis::describeCrs(crs);
  return QString::fromStdString(info ? info->name : crs);
}

std::vector<layers::LegendBlock> legendOf(const MapScene& scene, const layers::MapView& view) {
  layers::PaintContext context;
  context.view = view;
  context.theme = scene.frame.theme;
  context.language = scene.frame.language;
  std::vector<layers::LegendBlock> blocks;
  for (std::size_t i = scene.frame.layers.size(); i-- > 0;) {
    const layers::LayerStatePtr& state = scene.frame.layers[i].state;
    if (state->visibleAt(view.metres_per_px))
      blocks.push_back({scene.titles[i].text(scene.frame.language), state->legend(context)});
  }
  return blocks;
}

}  // namespace

void addPageOptions(CLI::App& command, PageOptions& options) {
  command
      .add_option("--page", options.page,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "a sheet of paper with frame, scale and notes: A0 to A4")))
      ->check([](const std::string& text) { return paperOf(text) ? std::string() : text + " is none of A0 to A4"; })
      ->excludes("--size");
  command
      .add_flag("--landscape", options.landscape, cliText(QT_TRANSLATE_NOOP("CommandLine", "the sheet lies across")))
      ->needs("--page");
  command
      .add_option("--dpi", options.dpi,
                  cliText(QT_TRANSLATE_NOOP("CommandLine",
                                            "pixels an inch, 48 to 600; symbols and words keep their millimetres (300 "
                                            "on a sheet, else 96)")))
      ->check(CLI::Range(48.0, 600.0));
  command
      .add_option("--scale-factor", options.enlarged_ratio,
                  cliText(QT_TRANSLATE_NOOP("CommandLine",
                                            "symbols, lines and words so many times larger, 0.5 to 4 (2 for a dense "
                                            "screen or a wall)")))
      ->check(CLI::Range(0.5, 4.0))
      ->capture_default_str();
  command
      .add_option("--scale", options.denominator,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "the n of the scale 1:n, about the middle of the view")))
      ->check(CLI::Range(100.0, 1e8));
  command.add_flag("--furniture", options.furniture,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "scale bar, north arrow, legend, times and source")));
  command.add_flag("--graticule", options.graticule,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "meridians and parallels with their degrees")));
  command.add_flag("--grid", options.kilometre_grid,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "the kilometre grid of the map's system")));
  command.add_flag("--legend", options.legend,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "the legend of the layers that are drawn")));
  command.add_option("--source", options.source,
                     cliText(QT_TRANSLATE_NOOP("CommandLine",
                                               "where the data come from, for the notes (the city, or the "
                                               "name of the file)")));
  command.add_option("--title", options.title, cliText(QT_TRANSLATE_NOOP("CommandLine", "the title of the map")));
}

void addRampOptions(CLI::App& command, layers::RasterLook& look) {
  std::map<std::string, layers::Ramp> ramps;
  for (const layers::RampInfo& info : layers::rampList()) ramps[info.id] = info.ramp;
  command
      .add_option("--ramp", look.ramp,
                  cliText(QT_TRANSLATE_NOOP("CommandLine",
                                            "colours of a raster of measured values: viridis, cividis, magma, blues, "
                                            "greys or elevation")))
      ->transform(CLI::CheckedTransformer(ramps));
  command
      .add_option(
          "--stretch", look.stretch,
          cliText(QT_TRANSLATE_NOOP("CommandLine",
                                    "values from end to end of the ramp: usual (2% to 98%) or full (smallest to "
                                    "largest)")))
      ->transform(CLI::CheckedTransformer(std::map<std::string, layers::Stretch>{{"usual", layers::Stretch::kUsual},
                                                                                 {"full", layers::Stretch::kFull}}));
  command
      .add_option("--classes", look.classes,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "steps of the ramp, 2 to 32; 0 for a continuous one")))
      ->check([](const std::string& text) {
        const int count = std::atoi(text.c_str());
        return text == "0" || (count >= 2 && count <= 32) ? std::string() : text + " is neither 0 nor 2 to 32";
      });
}

PagePlan planOf(const PageOptions& options, int width_px, int height_px) {
  constexpr double kPrintDpi = 300, kScreenDpi = 96;
  PageRequest request;
  request.paper = paperOf(options.page);
  request.orientation = options.landscape ? Orientation::kLandscape : Orientation::kPortrait;
  request.size_px = {width_px, height_px};
  request.dpi = options.dpi > 0 ? options.dpi : request.paper ? kPrintDpi : kScreenDpi;
  request.enlarged_ratio = options.enlarged_ratio;
  request.with_title = !options.title.empty();
  request.with_legend = options.legend || options.furniture;
  return planPage(request);
}

MapPrint printOf(const PageOptions& options, const PagePlan& plan, MapScene scene) {
  const auto to_map = gis::Projector::create("EPSG:4490", scene.map_crs);
  MapPrint print;
  print.view = scene.view;
  const auto local =
      to_map ? gis::localScaleAt(*to_map, print.view.centre).value_or(gis::LocalScale{}) : gis::LocalScale{};
  double denominator = plan.scaleDenominator(print.view.metres_per_px / local.scale_ratio);
  // A sheet has a scale that a ruler can be laid to.
  if (options.denominator > 0 || plan.framed) {
    denominator = options.denominator > 0 ? options.denominator : roundScaleDenominator(denominator);
    print.view.metres_per_px = plan.groundMetresPerPx(denominator) * local.scale_ratio;
  }
  print.scale_denominator = denominator;
  print.scale_text = QStringLiteral("1:") + QLocale(QLocale::English).toString(std::llround(denominator));

  layers::Furniture& furniture = print.furniture;
  furniture.graticule = options.graticule;
  furniture.kilometre_grid = options.kilometre_grid;
  furniture.scale_bar = furniture.north_arrow = options.furniture || plan.framed;
  furniture.title = QString::fromStdString(options.title);
  if (options.legend || options.furniture) furniture.legend = legendOf(scene, print.view);
  furniture.legend_words = {words(QT_TRANSLATE_NOOP("CommandLine", "Legend")),
                            words(QT_TRANSLATE_NOOP("CommandLine", "and %1 more")), scene.frame.language};
  if (scene.is_demo) furniture.mark = words(QT_TRANSLATE_NOOP("CommandLine", "Demonstration data"));
  if (options.furniture || plan.framed) {
    const QString drawn = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    furniture.times = scene.data_time.isEmpty()
                          ? words(QT_TRANSLATE_NOOP("CommandLine", "Drawn %1")).arg(drawn)
                          : words(QT_TRANSLATE_NOOP("CommandLine", "Data of %1, drawn %2")).arg(scene.data_time, drawn);
    furniture.source = words(QT_TRANSLATE_NOOP("CommandLine", "Source: %1; %2"))
                           .arg(options.source.empty() ? scene.source : QString::fromStdString(options.source),
                                systemText(scene.map_crs));
  }
  print.furnished =
      options.furniture || options.graticule || options.kilometre_grid || options.legend || !options.title.empty();
  print.place = layers::placeOf(furniture, layers::snapped(print.view), to_map ? &*to_map : nullptr);
  print.frame = std::move(scene.frame);
  return print;
}

}  // namespace app

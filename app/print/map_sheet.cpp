// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/print/map_sheet.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <cmath>

#include "gis/geo/crs_info.h"
#include "gis/geo/gauss_krueger.h"
#include "gis/geo/projector.h"

namespace app {
namespace {

QString words(const char* english) { return QCoreApplication::translate("MapSheet", english); }

QString systemText(const std::string& crs) {
  for (int zone = gis::kFirstGaussKruegerZone; zone <= gis::kLastGaussKruegerZone; ++zone)
    if (crs == gis::gaussKruegerCrs(zone, gis::ZonePrefix::kWithout) ||
        crs == gis::gaussKruegerCrs(zone, gis::ZonePrefix::kWith))
      return words(QT_TRANSLATE_NOOP("MapSheet", "CGCS2000, 3-degree Gauss-Krüger, central meridian %1°E"))
          .arg(gis::centralMeridianDeg(zone));
  const auto info = gis::describeCrs(crs);
  return QString::fromStdString(info ? info->name : crs);
}

std::vector<layers::LegendBlock> legendOf(const SheetScene& scene, const layers::MapView& view) {
  layers::PaintContext context;
  context.view = view;
  context.theme = scene.frame.theme;
  context.language = scene.frame.language;
  std::vector<layers::LegendBlock> blocks;
  for (std::size_t i = scene.frame.layers.size(); i-- > 0;) {
    const layers::LayerStatePtr& state = scene.frame.layers[i].state;
    if (i >= scene.titles.size() || !state->visibleAt(view.metres_per_px)) continue;
    layers::LegendBlock block{scene.titles[i].text(scene.frame.language), state->legend(context)};
    if (!block.entries.empty()) blocks.push_back(std::move(block));
  }
  return blocks;
}

}  // namespace

PagePlan planOf(const SheetOptions& options, int width_px, int height_px) {
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

MapPrint printOf(const SheetOptions& options, const PagePlan& plan, SheetScene scene) {
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
  furniture.legend_words = {words(QT_TRANSLATE_NOOP("MapSheet", "Legend")),
                            words(QT_TRANSLATE_NOOP("MapSheet", "and %1 more")), scene.frame.language};
  if (scene.is_demo) furniture.mark = words(QT_TRANSLATE_NOOP("MapSheet", "Demonstration data"));
  if (options.furniture || plan.framed) {
    const QString drawn = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    furniture.times = scene.data_time.isEmpty()
                          ? words(QT_TRANSLATE_NOOP("MapSheet", "Drawn %1")).arg(drawn)
                          : words(QT_TRANSLATE_NOOP("MapSheet", "Data of %1, drawn %2")).arg(scene.data_time, drawn);
    furniture.source = words(QT_TRANSLATE_NOOP("MapSheet", "Source: %1; %2"))
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

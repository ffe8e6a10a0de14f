// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/raster_menu.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <QPainter>

#include "app/settings/theme.h"
#include "layers/raster/raster_look.h"

namespace app {
namespace {

QString menuText(const char* source) { return QCoreApplication::translate("RasterMenu", source); }

QIcon rampIcon(layers::RasterLook look) {
  look.classes = 0;
  const int side_px = dp(16);
  QPixmap strip(side_px, side_px);
  QPainter painter(&strip);
  for (int x = 0; x < side_px; ++x)
    painter.fillRect(x, 0, 1, side_px,
                     layers::rampColour(look, static_cast<float>(x) / static_cast<float>(side_px - 1)));
  painter.end();
  return QIcon(strip);
}

}  // namespace

void addRasterMenus(QMenu& menu, MapDocument& document, const MapLayer& layer) {
  const auto look = layer.state ? layers::lookOf(*layer.state) : std::nullopt;
  if (!look) return;
  const auto choice = [&, id = layer.id](QMenu* to, QActionGroup* group, const QString& name,
                                         layers::RasterLook wanted) {
    QAction* action = to->addAction(name, to, [&document, id, wanted] {
      const MapLayer* now = document.find(id);
      if (now && now->state) document.setState(id, layers::withLook(*now->state, wanted));
    });
    action->setCheckable(true);
    action->setChecked(wanted == *look);
    if (group) group->addAction(action);
    return action;
  };
  menu.addSeparator();
  QMenu* ramps = menu.addMenu(menuText(QT_TRANSLATE_NOOP("RasterMenu", "Colours")));
  auto* of_ramps = new QActionGroup(ramps);
  for (const layers::RampInfo& info : layers::rampList()) {
    layers::RasterLook wanted = *look;
    wanted.ramp = info.ramp;
    choice(ramps, of_ramps, info.name.text(document.language()), wanted)->setIcon(rampIcon(wanted));
  }
  ramps->addSeparator();
  layers::RasterLook turned = *look;
  turned.reversed = !turned.reversed;
  QAction* reversed = choice(ramps, nullptr, menuText(QT_TRANSLATE_NOOP("RasterMenu", "Reversed")), turned);
  reversed->setChecked(look->reversed);

  QMenu* ranges = menu.addMenu(menuText(QT_TRANSLATE_NOOP("RasterMenu", "Range of values")));
  auto* of_ranges = new QActionGroup(ranges);
  for (const auto& [stretch, name] :
       {std::pair{layers::Stretch::kUsual, QT_TRANSLATE_NOOP("RasterMenu", "Usual values (2% to 98%)")},
        std::pair{layers::Stretch::kFull, QT_TRANSLATE_NOOP("RasterMenu", "Smallest to largest")}}) {
    layers::RasterLook wanted = *look;
    wanted.stretch = stretch;
    choice(ranges, of_ranges, menuText(name), wanted);
  }

  QMenu* classes = menu.addMenu(menuText(QT_TRANSLATE_NOOP("RasterMenu", "Classes")));
  auto* of_classes = new QActionGroup(classes);
  for (const int count : {0, 3, 5, 7, 10}) {
    layers::RasterLook wanted = *look;
    wanted.classes = count;
    choice(classes, of_classes,
           count == 0 ? menuText(QT_TRANSLATE_NOOP("RasterMenu", "Continuous"))
                      : menuText(QT_TRANSLATE_NOOP("RasterMenu", "%1 classes")).arg(count),
           wanted);
  }
}

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/map_actions.h"

#include <QCoreApplication>

#include "app/map/map_canvas.h"
#include "app/shell/main_actions.h"
#include "app/shell/map_status_bar.h"

namespace app {

namespace {

constexpr double kZoomStep = 2;

struct Tool {
  MainActions::Id id;
  ToolKind kind;
};
constexpr Tool kTools[] = {{MainActions::kIdentify, ToolKind::kIdentify},
                           {MainActions::kSelect, ToolKind::kSelect},
                           {MainActions::kPan, ToolKind::kPan},
                           {MainActions::kZoomBox, ToolKind::kZoomBox},
                           {MainActions::kMeasureDistance, ToolKind::kMeasureDistance},
                           {MainActions::kMeasureArea, ToolKind::kMeasureArea}};

QString howTo(ToolKind kind) {
  if (kind == ToolKind::kMeasureDistance || kind == ToolKind::kMeasureArea)
    return QCoreApplication::translate(
        "MapActions", "Click points on the map; double-click to end, Backspace takes one back, Esc drops all.");
  if (kind == ToolKind::kSelect)
    return QCoreApplication::translate(
        "MapActions", "Click a feature or drag a box. Shift adds, Ctrl adds or takes away, Esc chooses none.");
  return {};
}

}  // namespace

void connectMapActions(MainActions& actions, MapCanvas& canvas, MapStatusBar& status) {
  const auto on = [&](MainActions::Id id, auto does) {
    QObject::connect(actions[id], &QAction::triggered, &canvas, does);
  };
  on(MainActions::kFullView, [&canvas] { canvas.fullView(); });
  on(MainActions::kBack, [&canvas] { canvas.back(); });
  on(MainActions::kForward, [&canvas] { canvas.forward(); });
  const auto zoom = [&canvas](double ratio) { canvas.zoomBy(ratio, QPointF(canvas.width(), canvas.height()) / 2); };
  on(MainActions::kZoomIn, [zoom] { zoom(kZoomStep); });
  on(MainActions::kZoomOut, [zoom] { zoom(1 / kZoomStep); });
  for (const Tool& tool : kTools)
    on(tool.id, [&canvas, &status, kind = tool.kind] {
      canvas.setTool(kind);
      canvas.setFocus();
      status.say(howTo(kind));
    });
  QObject::connect(&canvas, &MapCanvas::toolChanged, &canvas, [&actions](ToolKind kind) {
    for (const Tool& tool : kTools) actions[tool.id]->setChecked(tool.kind == kind);
  });
}

}  // namespace app

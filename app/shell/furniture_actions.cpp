// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/furniture_actions.h"

#include <QAction>
#include <QCoreApplication>

#include "app/map/map_canvas.h"
#include "app/settings/app_settings.h"

namespace app {

namespace {

struct FurnitureRow {
  const char* name;  // in the settings
  const char* text;
  const char* shortcut;
  bool FurnitureChoice::*shown;
};

constexpr FurnitureRow kFurnitureRows[] = {
    {"graticule", QT_TRANSLATE_NOOP("FurnitureActions", "&Graticule"), "Ctrl+Shift+G", &FurnitureChoice::graticule},
    {"grid", QT_TRANSLATE_NOOP("FurnitureActions", "&Kilometre grid"), "Ctrl+Shift+K",
     &FurnitureChoice::kilometre_grid},
    {"legend", QT_TRANSLATE_NOOP("FurnitureActions", "Legend on the &map"), "Ctrl+Shift+M", &FurnitureChoice::legend},
};

}  // namespace

FurnitureActions::FurnitureActions(PanelContext& context, MapCanvas& canvas, QWidget* window)
    : QObject(window), m_context(context), m_canvas(canvas) {
  auto* separator = new QAction(this);
  separator->setSeparator(true);
  m_all.push_back(separator);
  const QStringList shown = context.settings.mapFurniture();
  for (const FurnitureRow& row : kFurnitureRows) {
    auto* action = new QAction(this);
    action->setCheckable(true);
    action->setChecked(shown.contains(QLatin1String(row.name)));
    action->setShortcut(QKeySequence(QLatin1String(row.shortcut)));
    window->addAction(action);
    connect(action, &QAction::toggled, this, [this] {
      QStringList now;
      for (std::size_t i = 0; i < std::size(kFurnitureRows); ++i)
        if (m_all[i + 1]->isChecked()) now << QLatin1String(kFurnitureRows[i].name);
      m_context.settings.setMapFurniture(now);
      apply();
    });
    m_all.push_back(action);
  }
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (change.properties & MapChange::kLook) retranslate();
  });
  context.map.swiped = [&canvas] { return canvas.swipe().layerId(); };
  context.map.swipe = [&canvas](const QString& layer_id) {
    if (layer_id.isEmpty()) return canvas.swipe().stop();
    canvas.swipe().start(layer_id);
    canvas.setFocus();  // its keys
  };
  context.map.compare_layers = [&canvas](const QString& left_id, const QString& right_id) {
    canvas.swipe().start(SwipeSides{right_id, left_id, false, {}});
    canvas.setFocus();
  };
  context.map.compare_past = [&canvas](PastMapPtr past) {
    canvas.swipe().start(SwipeSides{{}, {}, true, std::move(past)});
    canvas.setFocus();
  };
  retranslate();
  apply();
}

void FurnitureActions::apply() {
  FurnitureChoice choice;
  for (std::size_t i = 0; i < std::size(kFurnitureRows); ++i)
    choice.*kFurnitureRows[i].shown = m_all[i + 1]->isChecked();
  m_canvas.furniture().setChoice(choice);
}

void FurnitureActions::retranslate() {
  for (std::size_t i = 0; i < std::size(kFurnitureRows); ++i)
    m_all[i + 1]->setText(QCoreApplication::translate("FurnitureActions", kFurnitureRows[i].text));
}

}  // namespace app

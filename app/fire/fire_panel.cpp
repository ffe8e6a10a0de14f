// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fire/fire_panel.h"

#include <QEvent>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/core/map_document.h"
#include "app/fire/blocks_tab.h"
#include "app/fire/fire_stage.h"
#include "app/fire/near_tab.h"
#include "app/fire/sight_tab.h"
#include "app/fire/weather_tab.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"

namespace app {

FirePanel::FirePanel(PanelContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_stage(new FireStage(context, this)),
      m_tabs(new QTabWidget),
      m_clear(new QToolButton),
      m_near(new NearTab(context, *m_stage)),
      m_weather(new WeatherTab(context, *m_stage)),
      m_blocks(new BlocksTab(context, *m_stage)),
      m_sight(new SightTab(context, *m_stage)) {
  setMinimumWidth(dp(300));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(m_tabs);
  m_tabs->setDocumentMode(true);
  for (QWidget* tab : std::initializer_list<QWidget*>{m_near, m_weather, m_blocks, m_sight})
    m_tabs->addTab(tab, QString());
  m_clear->setAutoRaise(true);
  m_tabs->setCornerWidget(m_clear);
  connect(m_clear, &QToolButton::clicked, m_stage, &FireStage::clear);
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (!(change.properties & MapChange::kWorkspace)) return;
    m_near->reset(), m_weather->reset(), m_blocks->reset(), m_sight->reset();
    m_near->retranslate();  // the workspace's own vehicles
    reload();
  });
  retranslate();
  reload();
}

void FirePanel::reload() {
  m_weather->reload();
  m_sight->reload();
}

void FirePanel::retranslate() {
  setWindowTitle(tr("Forest and grassland fires"));
  const QString titles[] = {tr("Fire"), tr("Weather"), tr("Breaks"), tr("Sight")};
  for (int i = 0; i < m_tabs->count(); ++i) m_tabs->setTabText(i, titles[i]);
  m_clear->setIcon(themedIcon(QStringLiteral("trash")));
  m_clear->setToolTip(tr("Take this room's drawing off the map"));
  m_clear->setAccessibleName(m_clear->toolTip());
  m_near->retranslate(), m_weather->retranslate(), m_blocks->retranslate(), m_sight->retranslate();
}

void FirePanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fire/fire_panel.h"

#include <QEvent>
#include <QPushButton>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/core/map_document.h"
#include "app/fire/blocks_tab.h"
#include "app/fire/fire_stage.h"
#include "app/fire/near_tab.h"
#include "app/fire/sight_tab.h"
#include "app/fire/weather_tab.h"
#include "app/footprint/threatened.h"
#include "app/register/register_view.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"

namespace app {

namespace {

layers::BilingualText both(const char* zh, const char* en) { return {QString::fromUtf8(zh), QString::fromUtf8(en)}; }

// The hidden dangers of fire (火险隐患), a part of the ledger of all hazards.
RegisterSpec fireDangers() {
  RegisterSpec spec;
  spec.table = "danger_item";
  spec.columns = {"due_on", "title", "state", "level", "owner", "owner_phone", "place", "found_on", "danger_no"};
  spec.searched = {"description", "place", "owner_unit"};
  spec.chips = {{both("", ""),
                 {},
                 {{both("已逾期", "Overdue"), QStringLiteral("due_on<{today} state<6"), {}},
                  {both("未销号", "Open"), QStringLiteral("state<6"), {}},
                  {both("重大", "Major"), QStringLiteral("level=2"), {}},
                  {both("无责任人", "No owner"), QStringLiteral("state<6 owner="), {}}}},
                {both("环节", "State"), "state", {}}};
  spec.county_column = "division_code";
  spec.sort_column = "due_on";
  spec.empty = both("没有火险隐患。在隐患台账中登记。", "No fire dangers. Enter them in the ledger.");
  return spec;
}

}  // namespace

FirePanel::FirePanel(PanelContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_stage(new FireStage(context, this)),
      m_tabs(new QTabWidget),
      m_clear(new QToolButton),
      m_near(new NearTab(context, *m_stage)),
      m_weather(new WeatherTab(context, *m_stage)),
      m_blocks(new BlocksTab(context, *m_stage)),
      m_sight(new SightTab(context, *m_stage)),
      m_dangers(new RegisterView(context, fireDangers())),
      m_ledger(new QPushButton) {
  setMinimumWidth(dp(300));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(m_tabs);
  m_tabs->setDocumentMode(true);
  for (QWidget* tab : std::initializer_list<QWidget*>{m_near, m_weather, m_blocks, m_sight})
    m_tabs->addTab(tab, QString());
  auto* dangers = new QWidget;
  auto* lines = new QVBoxLayout(dangers);
  lines->setContentsMargins(dp(8), dp(8), dp(8), dp(6));
  lines->addWidget(m_dangers);
  m_dangers->setAlso(QStringLiteral("hazard=fire"));
  m_dangers->actions()->addWidget(m_ledger);
  m_tabs->addTab(dangers, QString());
  connect(m_ledger, &QPushButton::clicked, this,
          [this] { PlaceDesk::of(m_context.document).openPanel(QStringLiteral("danger")); });
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
  const QString titles[] = {tr("Fire"), tr("Weather"), tr("Breaks"), tr("Sight"), tr("Dangers")};
  for (int i = 0; i < m_tabs->count(); ++i) m_tabs->setTabText(i, titles[i]);
  m_ledger->setText(tr("To the ledger"));
  m_ledger->setToolTip(tr("Enter a danger, hand it over, close it: in the ledger of hidden dangers"));
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

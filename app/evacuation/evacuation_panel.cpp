// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evacuation/evacuation_panel.h"

#include <QEvent>
#include <QLabel>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <utility>

#include "app/core/map_document.h"
#include "app/core/panel_head.h"
#include "app/evacuation/evacuation_map.h"
#include "app/evacuation/evacuation_words.h"
#include "app/evacuation/plan_page.h"
#include "app/evacuation/team_page.h"
#include "app/evacuation/tick_page.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"

namespace app {
namespace {}  // namespace

EvacuationPanel::EvacuationPanel(PanelContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_title(new QLabel),
      m_trouble(new QLabel),
      m_refresh(new QToolButton),
      m_tabs(new QTabWidget),
      m_planning(new PlanPage(context)),
      m_ticking(new TickPage(context)),
      m_teams(new TeamPage(context)),
      m_read(context.pools, Pool::kIo) {
  makeWidgets();
  connect(m_refresh, &QToolButton::clicked, this, &EvacuationPanel::read);
  connect(m_planning, &PlanPage::planned, this, &EvacuationPanel::showPlan);
  connect(m_planning, &PlanPage::started, this, [this](const QString& uuid) {
    m_open_next = uuid;
    m_tabs->setCurrentWidget(m_ticking);
    read();
  });
  connect(m_ticking, &TickPage::changed, this, &EvacuationPanel::read);
  connect(m_ticking, &TickPage::chosen, this, &EvacuationPanel::showEvacuation);
  connect(m_teams, &TeamPage::changed, this, &EvacuationPanel::read);
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (!(change.properties & MapChange::kWorkspace)) return;
    m_read.drop();
    m_planning->reset();
    accept(EvacuationViewPtr());
    if (isVisible()) read();
  });
  retranslate();
}

void EvacuationPanel::makeWidgets() {
  setMinimumWidth(dp(360));
  QVBoxLayout* column = makePanelHead(*this, *m_title, {}, *m_refresh);
  m_trouble->setWordWrap(true);
  m_trouble->setProperty("role", "danger");
  m_trouble->hide();
  column->addWidget(m_trouble);
  m_tabs->setDocumentMode(true);
  m_tabs->setElideMode(Qt::ElideNone);
  m_tabs->addTab(m_planning, QString());
  m_tabs->addTab(m_ticking, QString());
  m_tabs->addTab(m_teams, QString());
  column->addWidget(m_tabs, 1);
}

bool EvacuationPanel::busy() const {
  return m_read.busy() || m_planning->busy() || m_ticking->busy() || m_teams->busy();
}

void EvacuationPanel::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (!m_view && !m_read.busy()) read();
}

void EvacuationPanel::read() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return;
  m_read.ask([folder = workspace->folder](const gis::CancelToken& cancel,
                                          const gis::Progress&) { return readEvacuations(folder, cancel); },
             [this](gis::Result<EvacuationViewPtr> view) { accept(std::move(view)); });
}

void EvacuationPanel::accept(gis::Result<EvacuationViewPtr> view) {
  m_error.reset();
  if (view) {
    m_view = std::move(*view);
    m_ticking->setView(m_view);
    m_teams->setView(m_view);
    if (const QString uuid = std::exchange(m_open_next, {}); !uuid.isEmpty()) m_ticking->open(uuid);
    showEvacuation();
  } else if (view.error().code != gis::ErrorCode::kCancelled) {
    m_error = std::move(view.error());  // what was read before stays to be looked at
  }
  m_trouble->setText(m_error ? evacuationTrouble(*m_error) : QString());
  m_trouble->setVisible(m_error.has_value());
}

void EvacuationPanel::showPlan() {
  if (!m_planning->shown()) {
    // Roads may be closed before an area is drawn: their marks are on the map at once, and go when all are open.
    const bool stale = m_ticking->row() == nullptr && m_context.document.find(kEvacuationLayerId) != nullptr;
    if (stale || !m_planning->drawnClosures().empty())
      return putLayer(std::make_shared<const layers::EvacuationLayer>(
          std::vector<layers::EvacuatedVillage>(), std::vector<layers::ShelterMark>(),
          std::vector<layers::EvacuationWay>(), closedMarks(m_planning->drawnClosures())));
    return showEvacuation();
  }
  const auto state = planLayer(*m_planning->shown());
  putLayer(state);
  if (!m_planning->keepsView() && m_context.map.show_box && !state->planExtent().empty())
    m_context.map.show_box(state->planExtent());
}

void EvacuationPanel::showEvacuation() {
  if (m_planning->shown()) return;  // the plan that is being made is what the map is looked at for
  if (const EvacuationRow* row = m_ticking->row())
    putLayer(evacuationLayer(*row, [&](gis::LonLat where) { return m_context.document.toMap(where); }));
}

void EvacuationPanel::putLayer(std::shared_ptr<const layers::EvacuationLayer> state) {
  MapDocument& document = m_context.document;
  if (document.find(kEvacuationLayerId) != nullptr) return document.setState(kEvacuationLayerId, std::move(state));
  if (state->featureCount() == 0) return;
  MapLayer made;
  made.id = kEvacuationLayerId;
  made.room = QStringLiteral("evacuation");
  made.group = QStringLiteral("capacity");
  made.title = {QStringLiteral("撤避转移"), QStringLiteral("Evacuation")};
  made.origin = LayerOrigin::kPlotting;
  made.state = std::move(state);
  made.load = LoadState::kReady;
  document.addLayer(std::move(made));
}

void EvacuationPanel::retranslate() {
  setWindowTitle(tr("Evacuation"));
  m_title->setText(tr("Evacuation"));
  m_refresh->setIcon(themedIcon(QStringLiteral("refresh")));
  m_refresh->setToolTip(tr("Read again"));
  m_tabs->setTabText(m_tabs->indexOf(m_planning), tr("Plan"));
  m_tabs->setTabText(m_tabs->indexOf(m_ticking), tr("Carry out"));
  m_tabs->setTabText(m_tabs->indexOf(m_teams), tr("Teams"));
}

void EvacuationPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace app

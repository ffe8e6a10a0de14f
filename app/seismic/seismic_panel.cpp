// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seismic/seismic_panel.h"

#include <QEvent>
#include <QTabWidget>
#include <QVBoxLayout>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/seismic/basis_page.h"
#include "app/seismic/fault_page.h"
#include "app/seismic/history_page.h"
#include "app/seismic/reinforcement_page.h"
#include "app/seismic/scenario_form.h"
#include "app/seismic/scenario_page.h"
#include "app/seismic/seismic_map.h"
#include "app/settings/theme.h"

namespace app {

SeismicPanel::SeismicPanel(PanelContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_slot(context.pools, Pool::kIo),
      m_map(new SeismicMap(context, this)),
      m_tabs(new QTabWidget),
      m_scenario(new ScenarioPage(context, *m_map)),
      m_faults(new FaultPage(context, *m_map)),
      m_history(new HistoryPage(context, *m_map)),
      m_reinforcement(new ReinforcementPage(context)),
      m_basis(new BasisPage(context)) {
  setMinimumWidth(dp(320));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  m_tabs->setDocumentMode(true);
  for (QWidget* page : std::initializer_list<QWidget*>{m_scenario, m_faults, m_history, m_reinforcement, m_basis})
    m_tabs->addTab(page, QString());
  column->addWidget(m_tabs);
  connect(m_scenario, &ScenarioPage::dataRead, this, &SeismicPanel::take);
  connect(m_reinforcement, &ReinforcementPage::dataRead, this, &SeismicPanel::take);
  connect(m_basis, &BasisPage::dataRead, this, [this](const SeismicData& book) {
    take(book);
    // Other figures, other losses.
    if (m_scenario->outcome()) m_scenario->run(m_scenario->outcome()->scenario);
  });
  connect(m_history, &HistoryPage::scenarioWanted, this, [this](const gis::seismic::QuakeScenario& scenario) {
    m_tabs->setCurrentWidget(m_scenario);
    m_scenario->form()->setScenario(scenario);
    m_scenario->run(scenario);
  });
  connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
    m_history->setActive(m_tabs->currentWidget() == m_history);
    if (m_tabs->currentWidget() != m_scenario) m_scenario->stopPicking();
  });
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (change.properties & MapChange::kWorkspace) {
      m_map->forget();
      m_scenario->reset(), m_faults->reset(), m_history->reset(), m_reinforcement->reset(), m_basis->reset();
    }
    if (change.properties & (MapChange::kWorkspace | MapChange::kTables)) reload();
  });
  context.map.on_identify([this](gis::MapXY where) {
    if (isVisible() && m_tabs->currentWidget() == m_history) m_history->choose(where);
  });
  retranslate();
  reload();
}

SeismicPanel::~SeismicPanel() = default;

void SeismicPanel::reload() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return m_slot.drop();
  m_slot.ask(
      [folder = workspace->folder](const gis::CancelToken&, const gis::Progress&) { return readSeismic(folder); },
      [this](gis::Result<SeismicData> book) {
        if (!book) return m_context.messages.add(std::move(book.error()));
        take(*book);
      });
}

void SeismicPanel::take(const SeismicData& book) {
  m_scenario->setData(book);
  m_faults->setData(book);
  m_history->setData(book);
  m_reinforcement->setData(book);
  m_basis->setData(book);
}

void SeismicPanel::retranslate() {
  setWindowTitle(tr("Earthquake"));
  const QStringList names = {tr("Scenario"), tr("Faults"), tr("Past"), tr("Retrofit"), tr("Basis")};
  for (int i = 0; i < names.size(); ++i) m_tabs->setTabText(i, names[i]);
}

void SeismicPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
    m_scenario->retranslate(), m_faults->retranslate(), m_history->retranslate();
    m_reinforcement->retranslate(), m_basis->retranslate();
    // Kept scenarios say "none" in words of ours.
    reload();
  }
  QWidget::changeEvent(event);
}

void SeismicPanel::hideEvent(QHideEvent* event) {
  m_scenario->stopPicking();
  QWidget::hideEvent(event);
}

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/incident/incident_panel.h"

#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/core/map_document.h"
#include "app/core/panel.h"
#include "app/core/panel_head.h"
#include "app/footprint/threatened.h"
#include "app/incident/card_page.h"
#include "app/incident/course_page.h"
#include "app/incident/figures_page.h"
#include "app/incident/incident_form.h"
#include "app/incident/links_page.h"
#include "app/incident/tasks_page.h"
#include "app/incident_timeline/incident_words.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"
#include "app/text/moment_text.h"
#include "layers/incident/incident_layer.h"

namespace app {
namespace {

namespace incident = gis::incident;

enum IncidentColumn { kRowState, kRowGrade, kRowTitle, kRowTasks, kRowKnown, kRowColumns };
enum RealOrDrill { kBoth, kReal, kDrills };

const QString kIncidentLayerId = QStringLiteral("incidents");
constexpr double kIncidentSpanM = 6000;

layers::IncidentLook lookOf(incident::IncidentState state) {
  switch (state) {
    case incident::IncidentState::kReported:
      return layers::IncidentLook::kReported;
    case incident::IncidentState::kVerified:
      return layers::IncidentLook::kVerified;
    case incident::IncidentState::kResponding:
      return layers::IncidentLook::kResponding;
    case incident::IncidentState::kUnderControl:
      return layers::IncidentLook::kUnderControl;
    case incident::IncidentState::kClosed:
      break;
  }
  return layers::IncidentLook::kClosed;
}

}  // namespace

IncidentPanel::IncidentPanel(PanelContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_heading(new QLabel),
      m_trouble(new QLabel),
      m_empty(new QLabel),
      m_name(new QLabel),
      m_new(new QPushButton),
      m_refresh(new QToolButton),
      m_states(new QComboBox),
      m_types(new QComboBox),
      m_kinds(new QComboBox),
      m_stack(new QStackedWidget),
      m_list(new QWidget),
      m_empty_page(new QWidget),
      m_table(new QTableWidget),
      m_tabs(new QTabWidget),
      m_card(new CardPage(context)),
      m_figures(new FiguresPage(context)),
      m_tasks(new TasksPage(context)),
      m_links(new LinksPage(context)),
      m_course(new CoursePage(context)),
      m_form(new IncidentForm(context)),
      m_read(context.pools, Pool::kIo),
      m_write(context.pools, Pool::kIo) {
  makeWidgets();
  connectWidgets();
  retranslate();
  showState();
}

void IncidentPanel::makeWidgets() {
  setMinimumWidth(dp(320));
  QVBoxLayout* column = makePanelHead(*this, *m_heading, {m_new}, *m_refresh);
  m_trouble->setProperty("role", "danger");
  m_trouble->setWordWrap(true);
  column->addWidget(m_trouble);
  auto* lines = new QVBoxLayout(m_list);
  lines->setContentsMargins(0, 0, 0, 0);
  auto* filters = new QHBoxLayout;
  for (QComboBox* box : {m_states, m_types, m_kinds}) {
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    filters->addWidget(box, 1);
  }
  lines->addLayout(filters);
  m_table->setColumnCount(kRowColumns);
  m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  m_table->setTabKeyNavigation(false);
  m_table->setWordWrap(false);
  m_table->verticalHeader()->hide();
  auto* card = new QWidget;
  auto* below = new QVBoxLayout(card);
  below->setContentsMargins(0, 0, 0, 0);
  m_name->setProperty("role", "heading");
  m_name->setWordWrap(true);
  m_name->setTextFormat(Qt::PlainText);
  below->addWidget(m_name);
  m_tabs->setDocumentMode(true);
  m_tabs->setElideMode(Qt::ElideNone);
  below->addWidget(m_tabs, 1);
  m_pages = {m_card, m_figures, m_tasks, m_links, m_course};
  for (IncidentPage* page : m_pages) m_tabs->addTab(page, QString());
  m_pages.push_back(m_form);
  auto* split = new QSplitter(Qt::Vertical);
  split->setChildrenCollapsible(false);
  m_table->setMinimumHeight(dp(130));  // its head and three incidents
  split->addWidget(m_table);
  split->addWidget(card);
  split->setStretchFactor(0, 1);
  split->setStretchFactor(1, 3);
  lines->addWidget(split, 1);
  m_empty->setWordWrap(true);
  m_empty->setAlignment(Qt::AlignCenter);
  m_empty->setProperty("role", "second");
  auto* alone = new QVBoxLayout(m_empty_page);
  alone->addWidget(m_empty);
  m_stack->addWidget(m_list);
  m_stack->addWidget(m_form);
  m_stack->addWidget(m_empty_page);
  column->addWidget(m_stack, 1);
}

void IncidentPanel::connectWidgets() {
  connect(&m_context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (!(change.properties & MapChange::kWorkspace)) return;
    m_read.drop();
    m_error.reset();
    m_chosen.clear();
    m_wanted.clear();
    accept(IncidentViewPtr());
    if (isVisible()) read();
  });
  for (IncidentPage* page : m_pages) page->setWriter([this](const IncidentWork& work) { write(work); });
  connect(&PlaceDesk::of(m_context.document), &PlaceDesk::itemWanted, this,
          [this](const QString& panel_id, const QString& item) {
            if (panel_id == QLatin1String("incident")) open(item);
          });
  connect(m_card, &CardPage::editWanted, this, [this] {
    m_stack->setCurrentWidget(m_form);
    m_form->beginEdit();
  });
  connect(m_new, &QPushButton::clicked, this, &IncidentPanel::enterNew);
  connect(m_refresh, &QToolButton::clicked, this, &IncidentPanel::read);
  const auto back = [this] {
    m_stack->setCurrentWidget(m_list);
    showState();
  };
  connect(m_form, &IncidentForm::left, this, back);
  connect(m_form, &IncidentForm::entered, this, back);
  for (QComboBox* box : {m_states, m_types, m_kinds})
    connect(box, &QComboBox::activated, this, &IncidentPanel::showRows);
  connect(m_table, &QTableWidget::itemSelectionChanged, this, [this] {
    const int row = m_table->currentRow();
    if (row < 0 || row >= static_cast<int>(m_uuids.size())) return;
    m_chosen = m_uuids[static_cast<std::size_t>(row)];
    showChosen();
    flyToChosen();
  });
}

bool IncidentPanel::busy() const {
  return m_read.busy() || m_write.busy() || std::ranges::any_of(m_pages, &IncidentPage::busy);
}

bool IncidentPanel::mayWrite() const {
  const auto& workspace = m_context.document.workspace();
  return workspace && !workspace->read_only_reason && m_view && m_view->is_there;
}

void IncidentPanel::open(const QString& item) {
  m_wanted = item;
  if (!openWanted() && !m_read.busy()) read();
}

bool IncidentPanel::openWanted() {
  const std::string uuid = m_wanted.section(QLatin1Char('/'), 0, 0).toStdString();
  const std::string name = m_wanted.section(QLatin1Char('/'), 1, 1).toStdString();
  const incident::Incident* one = m_view ? m_view->find(uuid) : nullptr;
  if (!one) return false;
  m_wanted.clear();
  if (!isWanted(*one)) filter(0, 0, 0);
  m_stack->setCurrentWidget(m_list);
  choose(uuid);
  if (m_view->catalogue.figure(name) != nullptr) {
    m_tabs->setCurrentWidget(m_figures);
    m_figures->focusFigure(name);
  } else if (mayWrite() && IncidentForm::hasField(name)) {
    m_stack->setCurrentWidget(m_form);
    m_form->beginEdit();
    m_form->focusField(name);
  } else {
    m_tabs->setCurrentWidget(m_card);
  }
  return true;
}

void IncidentPanel::enterNew() {
  if (!mayWrite()) return;
  m_stack->setCurrentWidget(m_form);
  m_form->beginNew();
}

void IncidentPanel::choose(const std::string& uuid) {
  m_chosen = uuid;
  showRows();
}

void IncidentPanel::filter(int state, int type, int kind) {
  m_states->setCurrentIndex(state);
  m_types->setCurrentIndex(type);
  m_kinds->setCurrentIndex(kind);
  showRows();
}

void IncidentPanel::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (!m_view && !m_read.busy()) read();
}

void IncidentPanel::read() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return;
  m_read.ask([folder = workspace->folder](const gis::CancelToken& cancel,
                                          const gis::Progress&) { return readIncidents(folder, cancel); },
             [this](gis::Result<IncidentViewPtr> view) { accept(std::move(view)); });
  showState();
}

void IncidentPanel::write(const IncidentWork& work) {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || m_write.busy() || !mayWrite()) return;
  m_write.ask([folder = workspace->folder, work](const gis::CancelToken&,
                                                 const gis::Progress&) { return writeIncident(folder, work); },
              [this](gis::Result<incident::Incident> done) {
                if (!done) {
                  m_error = std::move(done.error());
                  return showState();
                }
                m_chosen = done->uuid;
                read();
              });
}

void IncidentPanel::accept(gis::Result<IncidentViewPtr> view) {
  m_error.reset();
  if (view) {
    const bool other_types = !m_view;
    m_view = std::move(*view);
    if (other_types) fillFilters();
    updateLayer();
    showRows();
    if (!m_wanted.isEmpty()) openWanted();
    m_wanted.clear();
  } else if (view.error().code != gis::ErrorCode::kCancelled) {
    m_error = std::move(view.error());  // what was read before stays to be looked at
  }
  showState();
}

bool IncidentPanel::isWanted(const incident::Incident& one) const {
  const int state = m_states->currentData().toInt();
  const QString type = m_types->currentData().toString();
  const int kind = m_kinds->currentIndex();
  return (state < 0 || state == static_cast<int>(one.state)) &&
         (type.isEmpty() || type.toStdString() == one.head.type) && (kind != kReal || !one.is_drill) &&
         (kind != kDrills || one.is_drill);
}

void IncidentPanel::showRows() {
  const QSignalBlocker quiet(m_table);
  m_table->setRowCount(0);
  m_uuids.clear();
  if (!m_view) return showChosen();
  std::vector<const incident::Incident*> rows;
  for (const incident::Incident& one : m_view->incidents)
    if (isWanted(one)) rows.push_back(&one);
  // What is not over stands first.
  std::ranges::stable_sort(rows, {}, [](const auto* one) { return one->state == incident::IncidentState::kClosed; });
  if (!rows.empty() && std::ranges::none_of(rows, [&](const auto* one) { return one->uuid == m_chosen; }))
    m_chosen = rows.front()->uuid;
  for (const incident::Incident* one : rows) {
    const auto open = std::ranges::count_if(one->tasks, &incident::Task::isLive);
    const auto late =
        std::ranges::count_if(one->tasks, [&](const auto& task) { return task.isOverdue(m_view->now_utc_ms); });
    const QString title = QString::fromStdString(one->head.title);
    const QString texts[kRowColumns] = {
        incidentStateText(one->state),
        one->grade ? QString::fromStdString(std::string(incident::rankSign(one->grade->grade))) : QStringLiteral("-"),
        one->is_drill ? tr("[DRILL] %1").arg(title) : title,
        open == 0   ? QString()
        : late == 0 ? QString::number(open)
                    : tr("%1, %2 overdue").arg(open).arg(late),
        beijingTimeText(one->head.known_utc_ms)};
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_uuids.push_back(one->uuid);
    for (int c = 0; c < kRowColumns; ++c) {
      auto* cell = new QTableWidgetItem(texts[c]);
      if (late > 0 && c == kRowTasks) cell->setForeground(currentColours().danger);
      m_table->setItem(row, c, cell);
    }
    if (one->uuid == m_chosen) m_table->selectRow(row);
  }
  m_table->resizeColumnsToContents();
  showChosen();
}

void IncidentPanel::showChosen() {
  const bool listed = std::ranges::find(m_uuids, m_chosen) != m_uuids.end();
  const incident::Incident* one = m_view && listed ? m_view->find(m_chosen) : nullptr;
  const std::string uuid = one ? one->uuid : std::string();
  for (IncidentPage* page : m_pages) page->show(m_view, uuid, mayWrite());
  if (!one) return m_name->setText(m_view && m_view->is_there ? tr("None of this kind.") : QString());
  const QString title = QString::fromStdString(one->head.title);
  m_name->setText(QStringLiteral("%1 · %2").arg(one->is_drill ? tr("[DRILL] %1").arg(title) : title,
                                                QString::fromStdString(one->number)));
}

void IncidentPanel::flyToChosen() {
  const incident::Incident* one = m_view ? m_view->find(m_chosen) : nullptr;
  const auto at = one && one->head.where ? m_context.document.toMap(*one->head.where) : std::nullopt;
  if (!at) return;
  if (m_context.map.fly_to) m_context.map.fly_to(*at, kIncidentSpanM);
  if (m_context.map.mark) m_context.map.mark(*at);
}

void IncidentPanel::updateLayer() {
  MapDocument& document = m_context.document;
  const MapLayer* layer = document.find(kIncidentLayerId);
  if (!m_view) return;
  std::vector<layers::IncidentMark> marks;
  for (const incident::Incident& one : m_view->incidents) {
    const auto at = one.head.where ? document.toMap(*one.head.where) : std::nullopt;
    if (at)
      marks.push_back({*at, QString::fromStdString(one.head.title), lookOf(one.state),
                       one.grade ? static_cast<int>(one.grade->grade) : 0, one.is_drill});
  }
  if (layer == nullptr && marks.empty()) return;
  auto state = std::make_shared<layers::IncidentLayer>(std::move(marks));
  if (layer != nullptr) return document.setState(kIncidentLayerId, std::move(state));
  MapLayer made;
  made.id = kIncidentLayerId;
  made.room = QStringLiteral("incident");
  made.group = QStringLiteral("hazards");
  made.title = {QStringLiteral("事件"), QStringLiteral("Incidents")};
  made.origin = LayerOrigin::kPlotting;
  made.state = std::move(state);
  made.load = LoadState::kReady;
  document.addLayer(std::move(made));
}

void IncidentPanel::showState() {
  m_trouble->setText(m_error ? incidentTrouble(*m_error) : QString());
  m_trouble->setVisible(m_error.has_value());
  m_refresh->setEnabled(m_context.document.workspace().has_value());
  m_new->setEnabled(mayWrite());
  if (m_stack->currentWidget() == m_form) return;
  const bool usable = m_view && m_view->is_there && !m_view->incidents.empty();
  m_stack->setCurrentWidget(usable ? m_list : m_empty_page);
  if (usable) return;
  m_empty->setText(
      !m_context.document.workspace() ? tr("Open a workspace to see its incidents.")
      : m_read.busy()                 ? tr("Reading the incidents …")
      : m_view && !m_view->is_there
          ? tr("This workspace is of an earlier version and has no incidents yet; bring it up to date first.")
      : m_view ? tr("No incidents yet. “New incident” takes up the first, with its place on the map.")
               : QString());
}

void IncidentPanel::fillFilters() {
  const int state = m_states->currentIndex(), type = m_types->currentIndex(), kind = m_kinds->currentIndex();
  for (QComboBox* box : {m_states, m_types, m_kinds}) box->clear();
  m_states->addItem(tr("All states"), -1);
  for (int i = 0; i < incident::kStateCount; ++i)
    m_states->addItem(incidentStateText(static_cast<incident::IncidentState>(i)), i);
  m_types->addItem(tr("All types"), QString());
  if (m_view)
    for (const incident::IncidentType& one : m_view->catalogue.types)
      m_types->addItem(bothText(one.name), QString::fromStdString(one.id));
  m_kinds->addItems({tr("Real and drills"), tr("Real ones"), tr("Drills")});
  m_states->setCurrentIndex(std::max(0, state));
  m_types->setCurrentIndex(std::max(0, type));
  m_kinds->setCurrentIndex(std::max(0, kind));
}

void IncidentPanel::retranslate() {
  setWindowTitle(tr("Incidents"));
  m_heading->setText(tr("Incidents"));
  m_new->setText(tr("New incident …"));
  m_refresh->setIcon(themedIcon(QStringLiteral("refresh")));
  m_refresh->setToolTip(tr("Read again"));
  m_table->setHorizontalHeaderLabels({tr("State"), tr("Grade"), tr("Title"), tr("To do"), tr("Known")});
  const QString names[] = {tr("Card"), tr("Figures"), tr("Tasks"), tr("Links"), tr("Time line")};
  for (int i = 0; i < m_tabs->count(); ++i) m_tabs->setTabText(i, names[i]);
  fillFilters();
  showRows();
  showState();
}

void IncidentPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace app

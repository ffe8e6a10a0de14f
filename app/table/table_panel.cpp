// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/table/table_panel.h"

#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QGridLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/settings/app_settings.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"
#include "app/table/chosen_rows.h"
#include "app/table/code_colours.h"
#include "app/table/column_menu.h"
#include "app/table/past_bar.h"
#include "app/table/row_form.h"
#include "app/table/table_exporter.h"
#include "app/table/table_watch.h"
#include "app/text/detail_text.h"
#include "app/text/error_text.h"
#include "gis/store/workspace.h"

namespace app {
namespace {

constexpr std::size_t kFirstRows = 200;
constexpr const char* kTablePrefix = "table:";  // before a table's name, where a layer's id is expected
constexpr int kFittedRows = 60;                 // rows that column widths are measured by
constexpr double kLeastWidthPx = 480, kFilterPx = 190;

std::vector<layers::CatalogueEntry> entriesOf(const MapDocument& document) {
  std::vector<layers::CatalogueEntry> entries;
  for (const MapLayer& layer : document.layers())
    if (layer.entry) entries.push_back(*layer.entry);
  return entries;
}

}  // namespace

TablePanel::TablePanel(PanelContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_model(new RowModel(context, this)),
      m_tables(new QComboBox),
      m_filter(new QLineEdit),
      m_only(new QToolButton),
      m_columns_button(new QToolButton),
      m_export(new QToolButton),
      m_form_button(new QToolButton),
      m_new(new QToolButton),
      m_remove(new QToolButton),
      m_past_button(new QToolButton),
      m_buttons(new QWidget),
      m_bar(new QGridLayout),
      m_columns_menu(new ColumnMenu(this)),
      m_count(new QLabel),
      m_trouble(new QLabel),
      m_pages(new QStackedWidget),
      m_empty(new QLabel),
      m_view(new QTableView),
      m_form(new RowForm(context)),
      m_entry_page(new QScrollArea),
      m_past_bar(new PastBar),
      m_exporter(new TableExporter(context, this)),
      m_watch(new TableWatch(context, this)),
      m_add_slot(context.pools, Pool::kIo),
      m_remove_slot(context.pools, Pool::kIo),
      m_past_slot(context.pools, Pool::kIo),
      m_shade_slot(context.pools, Pool::kDrawing),
      m_list_slot(context.pools, Pool::kIo),
      m_open_slot(context.pools, Pool::kIo),
      m_ask_slot(context.pools, Pool::kIo),
      m_colours_slot(context.pools, Pool::kDrawing),
      m_box_slot(context.pools, Pool::kIo),
      m_copy_slot(context.pools, Pool::kIo) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(dp(8), dp(8), dp(8), dp(4));
  column->setSpacing(dp(4));
  // The buttons stand behind the filter, or below it where there is no room: a table that insists on one line makes a
  // small window wider than the screen.
  setMinimumWidth(dp(kLeastWidthPx));
  m_bar->setHorizontalSpacing(dp(8));
  m_bar->setVerticalSpacing(dp(2));
  m_bar->setColumnStretch(1, 1);
  m_tables->setMinimumWidth(dp(170));
  m_tables->setMaxVisibleItems(24);
  m_filter->setClearButtonEnabled(true);
  m_filter->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
  m_filter->installEventFilter(this);
  m_columns_button->setPopupMode(QToolButton::InstantPopup);
  m_columns_button->setMenu(m_columns_menu);
  m_columns_button->setToolButtonStyle(Qt::ToolButtonTextOnly);
  m_bar->addWidget(m_tables, 0, 0);
  m_bar->addWidget(m_filter, 0, 1);
  m_count->setProperty("role", "second");
  m_bar->addWidget(m_count, 0, 2);
  auto* buttons = new QHBoxLayout(m_buttons);
  buttons->setContentsMargins(0, 0, 0, 0);
  buttons->setSpacing(dp(4));
  m_only->setCheckable(true);
  m_only->setToolButtonStyle(Qt::ToolButtonTextOnly);
  m_export->setToolButtonStyle(Qt::ToolButtonTextOnly);
  for (QToolButton* button : {m_only, m_columns_button, m_export}) buttons->addWidget(button);
  m_form_button->setCheckable(true);
  m_past_button->setCheckable(true);
  for (QToolButton* button : {m_form_button, m_new, m_remove, m_past_button}) {
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    buttons->addWidget(button);
  }
  buttons->addStretch();
  m_bar->addWidget(m_buttons, 0, 3);
  column->addLayout(m_bar);
  column->addWidget(m_past_bar);
  m_past_bar->hide();
  m_trouble->setWordWrap(true);
  m_trouble->setProperty("role", "danger");
  m_trouble->hide();
  column->addWidget(m_trouble);
  m_empty->setWordWrap(true);
  m_empty->setAlignment(Qt::AlignCenter);
  m_empty->setProperty("role", "second");
  m_pages->addWidget(m_empty);
  m_pages->addWidget(m_view);
  auto* split = new QSplitter(Qt::Horizontal);
  split->setChildrenCollapsible(false);
  split->addWidget(m_pages);
  split->addWidget(m_form);
  split->addWidget(m_entry_page);
  m_entry_page->setWidgetResizable(true);
  m_entry_page->setFrameShape(QFrame::NoFrame);
  m_entry_page->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_entry_page->setMinimumWidth(dp(300));
  m_entry_page->hide();
  split->setStretchFactor(0, 3);
  split->setStretchFactor(1, 1);
  m_form->setMinimumWidth(dp(300));
  m_form->hide();
  column->addWidget(split, 1);
  m_view->setModel(m_model);
  m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
  m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  m_view->setWordWrap(false);
  m_view->setCornerButtonEnabled(false);
  m_view->setAlternatingRowColors(true);
  m_view->setTabKeyNavigation(false);
  m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  m_view->horizontalHeader()->setHighlightSections(false);
  m_view->horizontalHeader()->setSectionsMovable(true);
  m_view->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
  m_view->setSortingEnabled(true);
  m_view->installEventFilter(this);
  connect(m_tables, &QComboBox::activated, this,
          [this](int row) { open(m_tables->itemData(row).toString().toStdString()); });
  connect(m_filter, &QLineEdit::textChanged, this, &TablePanel::ask);
  connect(m_columns_menu, &ColumnMenu::chosen, this, [this](const std::vector<std::size_t>& columns) {
    showColumns(columns);
    if (!m_filter->text().isEmpty()) ask();
  });
  connect(m_model, &RowModel::sortWanted, this, [this](std::optional<gis::RowSort> sort) {
    if (sort == m_sort) return;
    m_sort = sort;
    ask();
  });
  connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TablePanel::currentRowChanged);
  connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TablePanel::rowsSelected);
  connect(m_only, &QToolButton::toggled, this, &TablePanel::ask);
  connect(m_export, &QToolButton::clicked, this, &TablePanel::exportRows);
  connect(m_form_button, &QToolButton::toggled, this, &TablePanel::showForm);
  connect(m_form, &RowForm::saved, this, [this](std::int64_t, const gis::StepDone& done) {
    if (m_context.map.rows_changed) m_context.map.rows_changed(done);
    readAgain();
  });
  connect(m_new, &QToolButton::clicked, this, &TablePanel::newRow);
  connect(m_remove, &QToolButton::clicked, this, &TablePanel::removeChosenRows);
  connect(m_past_button, &QToolButton::toggled, this, &TablePanel::showPast);
  connect(m_past_bar, &PastBar::momentChosen, this, &TablePanel::readPast);
  connect(m_past_bar, &PastBar::onlyDifferentChanged, this, &TablePanel::showPastRows);
  connect(m_past_bar, &PastBar::leave, m_past_button, [this] { m_past_button->setChecked(false); });
  m_view->horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
  connect(m_view->horizontalHeader(), &QWidget::customContextMenuRequested, this, &TablePanel::headerMenu);
  connect(m_watch, &TableWatch::changed, this, [this] {
    readAgain();
    m_form->refresh();
  });
  m_tell.setSingleShot(true);
  m_tell.setInterval(0);
  connect(&m_tell, &QTimer::timeout, this, [this] {
    m_telling = true;
    chooseRows(m_context.document, m_wanted, selectedFids());
    m_telling = false;
  });
  connect(m_view, &QTableView::doubleClicked, this, &TablePanel::zoomToRows);
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (change.properties & MapChange::kWorkspace) workspaceChanged();
    if (change.properties & MapChange::kSelection) followPicked();
    if (change.properties & MapChange::kChosen) followChosen();
    // Somebody, here or in another window, has written: whether it was this table the watch finds out at once.
    if ((change.properties & MapChange::kTables) && isVisible()) m_watch->look();
    if ((change.properties & MapChange::kContent) && m_model->table()) {
      const MapLayer* layer = m_context.document.find(change.layer_id);
      if (layer && layer->table == m_wanted) askColours();
    }
  });
  context.map.show_table = [this](const QString& layer_id) { openLayer(layer_id); };
  context.map.show_chosen_rows = [this](const QString& layer_id) {
    openLayer(layer_id);
    showChosenOnly();
  };
  makeKeys();
  retranslate();
  showPage();
}

TablePanel::~TablePanel() { m_context.map.show_table = {}, m_context.map.show_chosen_rows = {}; }

void TablePanel::makeKeys() {
  const auto key = [this](const QKeySequence& keys, auto call) {
    auto* action = new QAction(this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, call);
    addAction(action);
  };
  key(QKeySequence::Find, [this] {
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
  });
  // Of the rows alone: in a field it copies what is marked there.
  auto* copy = new QAction(m_view);
  copy->setShortcut(QKeySequence(QStringLiteral("Ctrl+C")));
  copy->setShortcutContext(Qt::WidgetShortcut);
  connect(copy, &QAction::triggered, this, &TablePanel::copyRows);
  m_view->addAction(copy);
  key(QKeySequence(Qt::Key_F2), [this] { m_form_button->toggle(); });
  key(QKeySequence(QStringLiteral("Ctrl+Shift+N")), [this] {
    if (m_new->isEnabled()) newRow();
  });
  key(QKeySequence(Qt::Key_F5), [this] { readAgain(); });
}

bool TablePanel::busy() const {
  return m_add_slot.busy() || m_remove_slot.busy() || m_past_slot.busy() || m_shade_slot.busy() || m_list_slot.busy() ||
         m_open_slot.busy() || m_ask_slot.busy() || m_copy_slot.busy() || m_box_slot.busy() || m_exporter->busy() ||
         m_form->busy() || m_tell.isActive() || m_model->reading();
}

void TablePanel::workspaceChanged() {
  m_open_slot.drop(), m_ask_slot.drop(), m_colours_slot.drop(), m_list_slot.drop(), m_copy_slot.drop();
  m_wanted.clear();
  m_error.reset(), m_filter_error.reset(), m_sort.reset(), m_follow.reset();
  m_memory = {};
  m_counted = false;
  m_chosen.clear();
  m_tell.stop();
  m_form->clear();
  closeNewRow();
  m_now.reset();
  m_past_button->setChecked(false);
  m_watch->watch({}, std::string());
  m_summaries.clear();
  m_model->clear();
  fillTables();
  if (isVisible()) listTables();
  showCount();
  showPage();
}

void TablePanel::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (m_summaries.empty()) listTables();
  m_watch->setRunning(true);
}

void TablePanel::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  arrangeBar();
}

void TablePanel::arrangeBar() {
  const int wanted_px = m_tables->minimumWidth() + dp(kFilterPx) + m_count->sizeHint().width() +
                        m_buttons->sizeHint().width() + dp(4 * 8 + 16);
  const bool below = width() < wanted_px;
  if (below == m_buttons_below) return;
  m_buttons_below = below;
  m_bar->removeWidget(m_buttons);
  below ? m_bar->addWidget(m_buttons, 1, 0, 1, 3) : m_bar->addWidget(m_buttons, 0, 3);
}

void TablePanel::hideEvent(QHideEvent* event) {
  QWidget::hideEvent(event);
  m_watch->setRunning(false);
}

void TablePanel::listTables() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || m_list_slot.busy()) return;
  m_list_slot.ask(
      [folder = workspace->place()](const gis::CancelToken&,
                                    const gis::Progress&) -> gis::Result<std::vector<gis::TableSummary>> {
        const auto opened = gis::Workspace::open(folder, gis::OpenMode::kRead);
        if (!opened) return std::unexpected(opened.error());
        return gis::TableSchemaStore(opened->db()).tables();
      },
      [this](gis::Result<std::vector<gis::TableSummary>> tables) {
        if (!tables) {
          m_error = std::move(tables.error());
          showPage();
          return;
        }
        m_summaries = std::move(*tables);
        fillTables();
        // What the map has picked is what the person looks at.
        if (m_wanted.empty())
          if (const auto& selection = m_context.document.selection(); selection && !selection->table.empty())
            open(selection->table);
      });
}

void TablePanel::fillTables() {
  const bool chinese = m_context.document.language().startsWith(QLatin1String("zh"));
  m_tables->clear();
  for (const gis::TableSummary& table : m_summaries) {
    const std::string& title = chinese || table.title_en.empty() ? table.title : table.title_en;
    m_tables->addItem(QString::fromStdString(title), QString::fromStdString(table.table));
  }
  m_tables->setEnabled(!m_summaries.empty());
  m_tables->setCurrentIndex(m_tables->findData(QString::fromStdString(m_wanted)));
}

void TablePanel::openLayer(const QString& layer_id) {
  if (layer_id.startsWith(QLatin1String(kTablePrefix))) return open(layer_id.mid(6).toStdString());
  const MapLayer* layer = m_context.document.find(layer_id);
  if (layer && !layer->table.empty()) open(layer->table);
}

void TablePanel::showChosenOnly() {
  if (m_wanted.empty()) return;
  m_chosen = chosenRows(m_context.document, m_wanted);
  const QSignalBlocker quiet(m_only);
  m_only->setChecked(true);
  if (!m_open_slot.busy()) ask();  // a table that is being opened asks once it is there
}

void TablePanel::open(const std::string& table) {
  for (QWidget* widget = parentWidget(); widget; widget = widget->parentWidget())
    if (auto* dock = qobject_cast<QDockWidget*>(widget)) {
      // Its own action makes room for it as well.
      if (dock->isHidden())
        dock->toggleViewAction()->trigger();
      else
        dock->raise();
    }
  const auto& workspace = m_context.document.workspace();
  if (!workspace || (table == m_wanted && m_model->table())) return;
  closeNewRow();
  m_now.reset();
  m_past_button->setChecked(false);
  m_wanted = table;
  m_tables->setCurrentIndex(m_tables->findData(QString::fromStdString(table)));
  m_ask_slot.drop(), m_colours_slot.drop();
  m_error.reset(), m_filter_error.reset(), m_sort.reset();
  m_memory = {};
  m_chosen = chosenRows(m_context.document, table);
  m_counted = false;
  {
    const QSignalBlocker quiet_filter(m_filter), quiet_only(m_only);
    m_filter->clear();
    m_only->setChecked(false);
  }
  m_open_slot.ask(
      [folder = workspace->place(), table, codes = workspace->codes, entries = entriesOf(m_context.document)](
          const gis::CancelToken&, const gis::Progress&) {
        return openTable(folder, table, codes, entries, kFirstRows);
      },
      [this](gis::Result<OpenedTable> result) { opened(std::move(result)); });
}

void TablePanel::opened(gis::Result<OpenedTable> result) {
  if (!result) {
    m_error = std::move(result.error());
    m_model->clear();
    showPage();
    return;
  }
  m_model->setTable(result->table, std::move(result->first_rows));
  {
    const QSignalBlocker quiet(m_model);
    m_view->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
  }
  std::vector<std::size_t> columns;
  for (const QString& name : m_context.settings.tableColumns(QString::fromStdString(m_wanted)))
    if (const auto column = result->table->schema.find(name.toStdString())) columns.push_back(*column);
  if (columns.empty()) columns = ColumnMenu::usual(*result->table);
  m_model->setColumns(columns);
  m_columns_menu->setTable(*result->table, columns, m_context.document.language());
  // Headings that were moved belong to the table before.
  for (int column = 0; column < m_model->columnCount(); ++column)
    m_view->horizontalHeader()->moveSection(m_view->horizontalHeader()->visualIndex(column), column);
  m_watch->watch(result->table->workspace_folder, m_wanted);
  fitColumns();
  showPage();
  askColours();
  showForm();
  ask();
}

void TablePanel::showColumns(std::vector<std::size_t> columns) {
  QStringList names;
  for (const std::size_t column : columns)
    names << QString::fromStdString(m_model->table()->schema.columns[column].name);
  m_context.settings.setTableColumns(QString::fromStdString(m_wanted), names);
  m_model->setColumns(std::move(columns));
  fitColumns();
}

void TablePanel::fitColumns() {
  const QFontMetrics metrics(m_view->font());
  m_view->verticalHeader()->setDefaultSectionSize(metrics.height() + dp(8));
  for (int column = 0; column < m_model->columnCount(); ++column) {
    const QString heading = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    int width_px = metrics.horizontalAdvance(heading) + dp(34);  // with the mark of the sorted column
    for (int row = 0; row < std::min(kFittedRows, m_model->rowCount()); ++row)
      width_px = std::max(width_px, metrics.horizontalAdvance(m_model->index(row, column).data().toString()) + dp(30));
    m_view->setColumnWidth(column, std::clamp(width_px, dp(60), dp(320)));
  }
}

void TablePanel::askColours() {
  const OpenTablePtr& table = m_model->table();
  if (!table) return;
  for (const MapLayer& layer : m_context.document.layers())
    if (layer.table == m_wanted && layer.entry && layer.state) {
      m_colours_slot.ask([table, entry = layer.entry, state = layer.state, theme = m_context.document.theme()](
                             const gis::CancelToken&,
                             const gis::Progress&) { return codeColours(*entry, *state, theme, table->codes); },
                         [this](CodeColours colours) { m_model->setColours(std::move(colours)); });
      return;
    }
}

void TablePanel::ask() {
  const OpenTablePtr& table = m_model->table();
  if (!table || table->past) return;
  m_read_ratio = 0;
  const auto only = m_only->isChecked() ? std::optional(m_chosen) : std::nullopt;
  m_ask_slot.ask(
      [table, question = TableQuestion{m_filter->text(), m_model->columns(), m_sort, only}, memory = m_memory](
          const gis::CancelToken& cancel, const gis::Progress& progress) {
        return answer(*table, question, memory, cancel, progress);
      },
      [this](gis::Result<gis::QueryAnswer> result) { answered(std::move(result)); },
      [this](double done_ratio) {
        m_read_ratio = done_ratio;
        showCount();
      });
}

void TablePanel::answered(gis::Result<gis::QueryAnswer> result) {
  m_filter_error.reset();
  if (!result) {
    const gis::ErrorCode code = result.error().code;
    if (code == gis::ErrorCode::kCancelled) return;
    // A filter that is still being typed is no error of the table: the rows stay.
    if (code == gis::ErrorCode::kInvalidArgument || code == gis::ErrorCode::kUnknownName)
      m_filter_error = std::move(result.error());
    else
      m_error = std::move(result.error());
    showPage();
    showCount();
    return;
  }
  m_error.reset();
  m_memory = std::move(result->memory);
  m_total = result->total;
  m_counted = true;
  std::optional<std::int64_t> current;
  if (const QModelIndex index = m_view->currentIndex(); index.isValid())
    current = m_model->fids()[static_cast<std::size_t>(index.row())];
  if (result->fids != m_model->fids()) {
    m_telling = true;
    m_model->setRows(std::move(result->fids));
    m_telling = false;
  }
  m_model->setSort(m_sort);
  if (m_follow) current = std::exchange(m_follow, std::nullopt);
  if (current)
    if (const auto row = m_model->rowOf(*current)) {
      m_telling = true;
      m_view->setCurrentIndex(m_model->index(*row, 0));
      m_telling = false;
    }
  markChosen();
  showPage();
  showCount();
}

QString TablePanel::filterTrouble(const gis::Error& error) const {
  const QString subject = QString::fromStdString(error.subject);
  if (error.code == gis::ErrorCode::kUnknownName) return tr("There is no column called “%1” here.").arg(subject);
  return tr("“%1”: %2").arg(subject, detailText(error.detail));
}

void TablePanel::showCount() {
  const QLocale locale(QLocale::English);
  QString text;
  if (m_model->table()) {
    const auto found = static_cast<qulonglong>(m_model->fids().size());
    if (!m_counted)
      text = m_ask_slot.busy() ? tr("Counting… %1%").arg(std::lround(m_read_ratio * 100)) : QString();
    else if (found == m_total)
      text = tr("%1 rows").arg(locale.toString(found));
    else
      text = tr("%1 of %2 rows").arg(locale.toString(found), locale.toString(static_cast<qulonglong>(m_total)));
    qsizetype selected = 0;
    for (const QItemSelectionRange& range : m_view->selectionModel()->selection()) selected += range.height();
    // A choice of many scattered rows is counted, not marked.
    selected = std::max(selected, static_cast<qsizetype>(m_chosen.size()));
    if (selected > 1) text += tr(" · %1 chosen").arg(locale.toString(static_cast<qlonglong>(selected)));
  }
  m_count->setText(text);
}

void TablePanel::showPage() {
  m_trouble->setVisible(m_filter_error.has_value());
  if (m_filter_error) m_trouble->setText(filterTrouble(*m_filter_error));
  const bool workspace = m_context.document.workspace().has_value();
  const bool rows = m_model->table() && m_model->rowCount() > 0;
  const bool past = m_model->table() && m_model->table()->past;
  m_filter->setEnabled(m_model->table() != nullptr && !past);
  m_columns_button->setEnabled(m_model->table() != nullptr);
  m_export->setEnabled(rows && !past);
  const bool can_follow = m_model->table() && m_model->table()->schema.hasUuid();
  m_form_button->setEnabled(can_follow && !past);
  m_new->setEnabled(can_follow && canWrite() && !past);
  m_remove->setEnabled(can_follow && canWrite() && !past && rows);
  m_past_button->setEnabled(can_follow);
  m_only->setEnabled(m_only->isChecked() || !m_chosen.empty());
  m_pages->setCurrentIndex(rows && !m_error ? 1 : 0);
  if (m_error)
    m_empty->setText(errorSentence(*m_error));
  else if (!workspace)
    m_empty->setText(tr("Open a workspace to see its tables."));
  else if (!m_model->table())
    m_empty->setText(tr("Choose a table above, or a layer's “Table of its rows” in the layer list."));
  else if (m_only->isChecked())
    m_empty->setText(tr("No row of this table is chosen on the map."));
  else if (m_filter->text().trimmed().isEmpty())
    m_empty->setText(tr("This table has no rows."));
  else
    m_empty->setText(tr("No row fits the filter. Esc takes it away."));
}

bool TablePanel::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
  auto* key = static_cast<QKeyEvent*>(event);
  if (watched == m_filter) {
    if (key->key() == Qt::Key_Escape) {
      m_filter->clear();
      return true;
    }
    if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
      m_view->setFocus(Qt::OtherFocusReason);
      if (!m_view->currentIndex().isValid() && m_model->rowCount() > 0) m_view->setCurrentIndex(m_model->index(0, 0));
      return true;
    }
  } else if (watched == m_view) {
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
      zoomToRows();
      return true;
    }
    if (key->key() == Qt::Key_Delete && m_remove->isEnabled()) {
      removeChosenRows();
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

void TablePanel::setFilter(const QString& text) { m_filter->setText(text); }

void TablePanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
    fillTables();
    if (m_model->table()) {
      m_columns_menu->setTable(*m_model->table(), m_model->columns(), m_context.document.language());
      m_model->showLook();
      fitColumns();
      askColours();
    }
    showCount();
    showPage();
  }
  QWidget::changeEvent(event);
}

void TablePanel::retranslate() {
  setWindowTitle(tr("Attribute table"));
  m_tables->setAccessibleName(tr("Attribute table"));
  m_tables->setPlaceholderText(tr("Choose a table"));
  m_filter->setPlaceholderText(tr("Filter: words, or column>value"));
  m_filter->setAccessibleName(tr("Filter"));
  m_filter->setToolTip(
      tr("Words must all be in the row; \"two words\" are one, -word must not be there, | means or.\n"
         "column=value, also != < <= > >= ~ (contains), column=1..5, column= (empty), * for any letters."));
  m_only->setText(tr("Chosen only"));
  m_only->setToolTip(tr("Show the rows that are chosen, on the map or here, and no others"));
  m_form_button->setText(tr("Form"));
  m_form_button->setToolTip(tr("All of the current row: change it, and read who changed it before (F2)"));
  m_new->setText(tr("New row"));
  m_new->setToolTip(tr("Enter a new row; rows with a place on the map are drawn there (Ctrl+Shift+N)"));
  m_remove->setText(tr("Delete"));
  m_remove->setToolTip(tr("Remove the rows that are chosen; Ctrl+Z brings them back (Delete)"));
  m_past_button->setText(tr("As it was…"));
  m_past_button->setToolTip(tr("Show this table as it was at any moment"));
  m_export->setText(tr("Export…"));
  m_export->setToolTip(tr("Write the rows shown, or those chosen here, to Excel, CSV, GeoPackage, GeoJSON or KML"));
  m_columns_button->setText(tr("Columns"));
  m_columns_button->setToolTip(tr("Choose the columns that are shown"));
  m_view->setAccessibleName(tr("Rows"));
  arrangeBar();
}

}  // namespace app

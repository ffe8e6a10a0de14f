// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/register/register_view.h"

#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/register/chip_rows.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"
#include "app/table/chosen_rows.h"
#include "app/table/row_form.h"
#include "app/table/table_exporter.h"
#include "app/text/detail_text.h"
#include "app/text/error_text.h"
#include "gis/store/workspace.h"

namespace app {
namespace {

constexpr int kFittedRows = 60;       // rows that column widths are measured by
constexpr int kWidestColumnPx = 210;  // at scale one
constexpr int kTypingMs = 120;
constexpr double kPointSpanM = 1500;   // what is shown around a single point
constexpr double kMarginRatio = 0.25;  // around an area

std::vector<layers::CatalogueEntry> entriesOf(const MapDocument& document) {
  std::vector<layers::CatalogueEntry> entries;
  for (const MapLayer& layer : document.layers())
    if (layer.entry) entries.push_back(*layer.entry);
  return entries;
}

QToolButton* textButton() {
  auto* button = new QToolButton;
  button->setToolButtonStyle(Qt::ToolButtonTextOnly);
  return button;
}

QToolButton* iconButton(const char* icon) {
  auto* button = new QToolButton;
  button->setIcon(themedIcon(QLatin1String(icon)));
  return button;
}

}  // namespace

RegisterView::RegisterView(PanelContext& context, RegisterSpec spec, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_spec(std::move(spec)),
      m_model(new RowModel(context, this)),
      m_stack(new QStackedWidget),
      m_list(new QWidget),
      m_form_page(new QWidget),
      m_filter(new QLineEdit),
      m_county(new QComboBox),
      m_fold(new QToolButton),
      m_chips(new ChipRows),
      m_trouble(new QLabel),
      m_count(new QLabel),
      m_more(iconButton("refresh")),
      m_table_button(iconButton("table")),
      m_export(textButton()),
      m_pages(new QStackedWidget),
      m_empty(new QLabel),
      m_view(new QTableView),
      m_actions(new QHBoxLayout),
      m_back(iconButton("back")),
      m_previous(iconButton("previous")),
      m_next(iconButton("next")),
      m_form_title(new QLabel),
      m_form(new RowForm(context)),
      m_exporter(new TableExporter(context, this)),
      m_open_slot(context.pools, Pool::kIo),
      m_ask_slot(context.pools, Pool::kIo),
      m_box_slot(context.pools, Pool::kIo) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(m_stack);
  makeList();
  makeForm();
  makeKeys();
  m_typing.setSingleShot(true);
  m_typing.setInterval(kTypingMs);
  connect(&m_typing, &QTimer::timeout, this, &RegisterView::ask);
  connect(&context.document, &MapDocument::changed, this,
          [this](const MapChange& change) { documentChanged(change.properties); });
  retranslate();
  showPage();
}

RegisterView::~RegisterView() = default;

void RegisterView::makeList() {
  auto* column = new QVBoxLayout(m_list);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(dp(6));
  auto* bar = new QHBoxLayout;
  bar->setSpacing(dp(6));
  m_filter->setClearButtonEnabled(true);
  m_filter->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
  m_filter->installEventFilter(this);
  m_county->setMaxVisibleItems(20);
  m_county->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  bar->addWidget(m_filter, 1);
  bar->addWidget(m_county);
  m_fold->setCheckable(true);
  m_fold->hide();
  bar->addWidget(m_fold);
  column->addLayout(bar);
  column->addWidget(m_chips);
  m_trouble->setWordWrap(true);
  m_trouble->setProperty("role", "danger");
  m_trouble->hide();
  column->addWidget(m_trouble);
  auto* line = new QHBoxLayout;
  line->setSpacing(dp(2));
  m_count->setProperty("role", "second");
  line->addWidget(m_count, 1);
  line->addWidget(m_export);
  line->addWidget(m_table_button);
  line->addWidget(m_more);
  column->addLayout(line);
  m_empty->setWordWrap(true);
  m_empty->setAlignment(Qt::AlignCenter);
  m_empty->setProperty("role", "second");
  m_pages->addWidget(m_empty);
  m_pages->addWidget(m_view);
  column->addWidget(m_pages, 1);
  m_actions->setSpacing(dp(6));
  column->addLayout(m_actions);
  m_stack->addWidget(m_list);
  m_view->setModel(m_model);
  m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
  m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  m_view->setWordWrap(false);
  m_view->setCornerButtonEnabled(false);
  m_view->setAlternatingRowColors(true);
  m_view->setTabKeyNavigation(false);
  m_view->setShowGrid(false);
  m_view->verticalHeader()->hide();
  m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  m_view->horizontalHeader()->setHighlightSections(false);
  m_view->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
  m_view->setSortingEnabled(true);
  m_view->installEventFilter(this);
  connect(m_filter, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
  connect(m_county, &QComboBox::activated, this, &RegisterView::ask);
  connect(m_chips, &ChipRows::changed, this, &RegisterView::ask);
  connect(m_fold, &QToolButton::toggled, this, [this](bool open) { m_chips->setFolded(!open); });
  connect(m_more, &QToolButton::clicked, this, &RegisterView::readAgain);
  connect(m_table_button, &QToolButton::clicked, this, [this] {
    // Any table of the workspace, with a layer or without one.
    if (m_context.map.show_table)
      m_context.map.show_table(QStringLiteral("table:") + QString::fromStdString(m_spec.table));
  });
  connect(m_export, &QToolButton::clicked, this, [this] {
    if (m_open && !m_model->fids().empty())
      m_exporter->ask(this, m_open->opened.table, m_open->opened.table->all, wantedFids());
  });
  connect(m_model, &RowModel::sortWanted, this, [this](std::optional<gis::RowSort> sort) {
    if (sort == m_sort) return;
    m_sort = sort;
    ask();
  });
  connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RegisterView::currentRowChanged);
  connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RegisterView::showCount);
  connect(m_view, &QTableView::doubleClicked, this, [this] {
    if (const auto fid = currentFid()) showOnMap(*fid, true);
  });
}

void RegisterView::makeForm() {
  auto* column = new QVBoxLayout(m_form_page);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(dp(4));
  auto* bar = new QHBoxLayout;
  bar->setSpacing(dp(2));
  m_back->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_form_title->setProperty("role", "heading");
  m_form_title->setAlignment(Qt::AlignCenter);
  bar->addWidget(m_back);
  bar->addWidget(m_form_title, 1);
  bar->addWidget(m_previous);
  bar->addWidget(m_next);
  column->addLayout(bar);
  column->addWidget(m_form, 1);
  m_stack->addWidget(m_form_page);
  const auto step = [this](int by) {
    const int row = std::clamp(m_view->currentIndex().row() + by, 0, std::max(0, m_model->rowCount() - 1));
    if (m_model->rowCount() > 0) m_view->setCurrentIndex(m_model->index(row, 0));
  };
  connect(m_back, &QToolButton::clicked, this, &RegisterView::closeForm);
  connect(m_previous, &QToolButton::clicked, this, [step] { step(-1); });
  connect(m_next, &QToolButton::clicked, this, [step] { step(1); });
  connect(m_form, &RowForm::saved, this, [this](std::int64_t fid) {
    readAgain();
    emit saved(fid);
  });
}

void RegisterView::makeKeys() {
  const auto key = [this](const QKeySequence& keys, auto call) {
    auto* action = new QAction(this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, call);
    addAction(action);
  };
  key(QKeySequence::Find, [this] {
    closeForm();
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
  });
  key(QKeySequence(Qt::Key_F5), [this] { readAgain(); });
  key(QKeySequence(Qt::ALT | Qt::Key_PageUp), [this] { m_previous->click(); });
  key(QKeySequence(Qt::ALT | Qt::Key_PageDown), [this] { m_next->click(); });
}

bool RegisterView::busy() const {
  return m_open_slot.busy() || m_ask_slot.busy() || m_box_slot.busy() || m_exporter->busy() || m_form->busy() ||
         m_model->reading() || m_typing.isActive();
}

void RegisterView::setSpec(RegisterSpec spec) {
  const bool same = spec.table == m_spec.table;
  m_spec = std::move(spec);
  m_open_slot.drop(), m_ask_slot.drop();
  m_open.reset();
  m_error.reset(), m_filter_error.reset(), m_sort.reset();
  m_memory = {};
  m_counted = false;
  if (!same) {
    const QSignalBlocker quiet(m_filter);
    m_filter->clear();
    m_model->clear();
    closeForm();
  }
  if (isVisible()) open();
  showPage();
}

void RegisterView::setFilter(const QString& text) {
  closeForm();
  m_filter->setText(text);
}

void RegisterView::setAlso(const QString& filter) {
  if (filter == m_also) return;
  m_also = filter;
  ask();
}

void RegisterView::press(std::size_t question, std::size_t chip) {
  closeForm();
  if (m_open)
    m_chips->press(question, chip, true);
  else
    m_to_press.emplace_back(question, chip);
}

std::optional<std::int64_t> RegisterView::mark() const {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return std::nullopt;
  const auto found = workspace->marks.find(m_spec.table);
  return found == workspace->marks.end() ? std::nullopt : std::optional(found->second);
}

void RegisterView::documentChanged(unsigned properties) {
  if (properties & MapChange::kWorkspace) {
    m_open_slot.drop(), m_ask_slot.drop(), m_box_slot.drop();
    m_open.reset();
    m_error.reset(), m_filter_error.reset(), m_sort.reset(), m_follow.reset();
    m_memory = {};
    m_counted = false;
    m_model->clear();
    m_form->clear();
    m_stack->setCurrentWidget(m_list);
    if (isVisible()) open();
    showCount();
    showPage();
    emit rowsChanged();
    return;
  }
  if (properties & MapChange::kSelection) followPicked();
  if ((properties & MapChange::kTables) && m_open && mark() != m_seen) {
    m_seen = mark();
    if (isVisible())
      readAgain();
    else
      m_counted = false, m_memory = {};
  }
}

void RegisterView::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (!m_open && !m_open_slot.busy())
    open();
  else if (m_open && !m_counted)
    readAgain();
}

void RegisterView::open() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || m_spec.table.empty()) return;
  m_seen = mark();
  m_open_slot.ask(
      [folder = workspace->place(), spec = m_spec, codes = workspace->codes, entries = entriesOf(m_context.document)](
          const gis::CancelToken&, const gis::Progress&) { return openRegister(folder, spec, codes, entries); },
      [this](gis::Result<OpenRegister> result) { opened(std::move(result)); });
}

void RegisterView::opened(gis::Result<OpenRegister> result) {
  if (!result) {
    m_error = std::move(result.error());
    m_model->clear();
    showPage();
    return;
  }
  m_error.reset();
  m_open = std::move(*result);
  m_sort = m_open->sort;
  m_telling = true;
  m_model->setTable(m_open->opened.table, std::move(m_open->opened.first_rows));
  m_model->setColumns(m_open->columns);
  m_telling = false;
  {
    const QSignalBlocker quiet_model(m_model), quiet_chips(m_chips);
    int section = -1;
    for (std::size_t i = 0; m_sort && i < m_open->columns.size(); ++i)
      if (m_open->columns[i] == m_sort->column) section = static_cast<int>(i);
    m_view->horizontalHeader()->setSortIndicator(section, m_spec.sort_down ? Qt::DescendingOrder : Qt::AscendingOrder);
    m_fold->setVisible(m_spec.fold_chips && m_open->chips.size() > 1);
    m_chips->setFolded(m_spec.fold_chips && !m_fold->isChecked());
    m_chips->setChips(m_open->chips, m_context.document.language());
    for (const auto& [question, chip] : std::exchange(m_to_press, {})) m_chips->press(question, chip, true);
  }
  fillCounties();
  fitColumns();
  showPage();
  ask();
  if (m_form_wanted) openForm(*std::exchange(m_form_wanted, std::nullopt));
}

void RegisterView::fillCounties() {
  const QString before = m_county->currentData().toString();
  m_county->clear();
  m_county->addItem(tr("All counties"), QString());
  if (m_open)
    for (const OpenRegister::County& county : m_open->counties)
      m_county->addItem(county.name.text(m_context.document.language()), QString::fromStdString(county.code));
  m_county->setCurrentIndex(std::max(0, m_county->findData(before)));
  m_county->setVisible(m_county->count() > 2);
}

void RegisterView::fitColumns() {
  const QFontMetrics metrics(m_view->font());
  m_view->verticalHeader()->setDefaultSectionSize(metrics.height() + dp(8));
  for (int column = 0; column < m_model->columnCount(); ++column) {
    const QString heading = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    int width_px = metrics.horizontalAdvance(heading) + dp(30);  // with the mark of the sorted column
    for (int row = 0; row < std::min(kFittedRows, m_model->rowCount()); ++row)
      width_px = std::max(width_px, metrics.horizontalAdvance(m_model->index(row, column).data().toString()) + dp(18));
    m_view->setColumnWidth(column, std::clamp(width_px, dp(44), dp(kWidestColumnPx)));
  }
}

void RegisterView::ask() {
  if (!m_open) return;
  m_typing.stop();
  const std::int64_t now_utc_ms = m_open->present_utc_ms;
  RegisterQuestion question{
      filterNow(m_filter->text(), now_utc_ms), {}, {}, m_chips->pressed(), m_open->searched, m_sort};
  for (const QString& filter : {m_spec.always, m_also})
    if (!filter.isEmpty()) question.also << filterNow(filter, now_utc_ms);
  if (const QString county = m_county->currentData().toString(); !county.isEmpty())
    question.also << QStringLiteral("%1=%2*").arg(QString::fromStdString(m_spec.county_column), county);
  for (const RegisterChips& of : m_chips->chips()) {
    question.chips.emplace_back();
    for (const RegisterChip& chip : of.chips) question.chips.back().push_back(filterNow(chip.filter, now_utc_ms));
  }
  m_ask_slot.ask([table = m_open->opened.table, question = std::move(question), memory = m_memory](
                     const gis::CancelToken& cancel,
                     const gis::Progress& progress) { return answer(*table, question, memory, cancel, progress); },
                 [this](gis::Result<RegisterAnswer> result) { answered(std::move(result)); });
}

void RegisterView::answered(gis::Result<RegisterAnswer> result) {
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
  m_memory = std::move(result->rows.memory);
  m_total = result->rows.total;
  m_counted = true;
  auto current = currentFid();
  m_telling = true;
  if (result->rows.fids != m_model->fids()) m_model->setRows(std::move(result->rows.fids));
  m_model->setSort(m_sort);
  if (m_follow) current = std::exchange(m_follow, std::nullopt);
  if (current)
    if (const auto row = m_model->rowOf(*current)) {
      m_view->setCurrentIndex(m_model->index(*row, 0));
      m_view->scrollTo(m_view->currentIndex());
    }
  m_telling = false;
  m_chips->setCounts(result->chip_counts);
  showPage();
  showCount();
  emit rowsChanged();
}

void RegisterView::showCount() {
  const QLocale locale(QLocale::English);
  QString text;
  if (m_open && m_counted) {
    const auto found = static_cast<qulonglong>(m_model->fids().size());
    text = found == m_total
               ? tr("%1 rows").arg(locale.toString(found))
               : tr("%1 of %2 rows").arg(locale.toString(found), locale.toString(static_cast<qulonglong>(m_total)));
    qsizetype selected = 0;
    for (const QItemSelectionRange& range : m_view->selectionModel()->selection()) selected += range.height();
    if (selected > 1) text += tr(" · %1 marked").arg(locale.toString(static_cast<qlonglong>(selected)));
  }
  m_count->setText(text);
}

void RegisterView::showPage() {
  m_trouble->setVisible(m_filter_error.has_value());
  if (m_filter_error) {
    const QString subject = QString::fromStdString(m_filter_error->subject);
    m_trouble->setText(m_filter_error->code == gis::ErrorCode::kUnknownName
                           ? tr("There is no column called “%1” here.").arg(subject)
                           : tr("“%1”: %2").arg(subject, detailText(m_filter_error->detail)));
  }
  const bool workspace = m_context.document.workspace().has_value();
  const bool rows = m_open && m_model->rowCount() > 0;
  m_filter->setEnabled(m_open.has_value());
  m_export->setEnabled(rows);
  m_table_button->setEnabled(m_open.has_value());
  m_more->setEnabled(m_open.has_value());
  m_pages->setCurrentIndex(rows && !m_error ? 1 : 0);
  const QString language = m_context.document.language();
  if (m_error)
    m_empty->setText(errorSentence(*m_error));
  else if (!workspace)
    m_empty->setText(tr("Open a workspace to see its rows."));
  else if (!m_open || !m_counted)
    m_empty->setText(tr("Reading…"));
  else if (m_total == 0)
    m_empty->setText(m_spec.empty.text(language).isEmpty() ? tr("This table has no rows.")
                                                           : m_spec.empty.text(language));
  else
    m_empty->setText(tr("No row fits. Esc in the filter takes filter and chips away."));
}

std::optional<std::int64_t> RegisterView::currentFid() const {
  const QModelIndex index = m_view->currentIndex();
  if (!index.isValid() || index.row() >= m_model->rowCount()) return std::nullopt;
  return m_model->fids()[static_cast<std::size_t>(index.row())];
}

std::vector<std::int64_t> RegisterView::wantedFids() const {
  std::vector<std::pair<int, int>> ranges;
  for (const QItemSelectionRange& range : m_view->selectionModel()->selection())
    ranges.emplace_back(range.top(), range.bottom());
  std::ranges::sort(ranges);
  std::vector<std::int64_t> fids;
  for (const auto& [top, bottom] : ranges)
    fids.insert(fids.end(), m_model->fids().begin() + top, m_model->fids().begin() + bottom + 1);
  return fids.size() > 1 ? fids : m_model->fids();
}

bool RegisterView::formShown() const { return m_stack->currentWidget() == m_form_page; }

void RegisterView::currentRowChanged() {
  const auto fid = currentFid();
  if (formShown() && fid) openForm(*fid);
  if (!m_telling && fid) showOnMap(*fid, false);
  emit currentChanged(fid);
}

void RegisterView::pick(std::int64_t fid) {
  const auto row = m_model->rowOf(fid);
  if (!row) {
    m_follow = fid;
    return;
  }
  m_view->setCurrentIndex(m_model->index(*row, 0));
}

void RegisterView::openForm(std::int64_t fid) {
  if (!m_open) {
    m_form_wanted = fid;
    return;
  }
  m_form->show(m_open->opened.table, fid);
  const auto row = m_model->rowOf(fid);
  m_form_title->setText(row ? tr("%1 of %2").arg(*row + 1).arg(m_model->rowCount()) : QString());
  m_previous->setEnabled(row && *row > 0);
  m_next->setEnabled(row && *row + 1 < m_model->rowCount());
  m_stack->setCurrentWidget(m_form_page);
}

void RegisterView::closeForm() {
  if (!formShown()) return;
  m_stack->setCurrentWidget(m_list);
  m_view->setFocus(Qt::OtherFocusReason);
}

void RegisterView::readAgain() {
  if (!m_open) return open();
  m_memory = {};
  m_model->forgetCells();
  // An undo, or somebody else: the open form must not go on showing what is no longer so.
  if (formShown()) m_form->refresh();
  ask();
}

void RegisterView::showOnMap(std::int64_t fid, bool close) {
  if (!m_open) return;
  const OpenTablePtr& table = m_open->opened.table;
  m_telling = true;
  pickRow(m_context.document, m_spec.table, fid);
  m_telling = false;
  if (table->schema.geometry_column.empty()) return;
  m_box_slot.ask(
      [table, fid](const gis::CancelToken&, const gis::Progress&) -> gis::Result<gis::LonLatBox> {
        const auto workspace = gis::Workspace::open(table->workspace_folder, gis::OpenMode::kRead);
        if (!workspace) return std::unexpected(workspace.error());
        return gis::TableDataStore(workspace->db()).box(table->schema, std::vector{fid});
      },
      [this, close](gis::Result<gis::LonLatBox> box) {
        if (!box) {
          m_context.messages.add(std::move(box.error()));
          return;
        }
        const auto low = m_context.document.toMap({box->west_deg, box->south_deg});
        const auto high = m_context.document.toMap({box->east_deg, box->north_deg});
        if (box->empty() || !low || !high) {
          m_context.map.say(tr("This row has no place on the map."));
          return;
        }
        gis::MapBox shown;
        shown.add(*low);
        shown.add(*high);
        QWidget* focused = focusWidget();
        const bool had_focus = focused && focused->hasFocus();
        const double side_m = std::max(shown.width_m(), shown.height_m());
        if (m_context.map.mark) m_context.map.mark(shown.centre());
        if (!close)
          m_context.map.fly_to(shown.centre(), 0);
        else if (side_m < kPointSpanM)
          m_context.map.fly_to(shown.centre(), kPointSpanM);
        else
          m_context.map.show_box(shown.grown(side_m * kMarginRatio));
        if (close && m_context.map.identify) m_context.map.identify(shown.centre());
        // The map takes the keyboard when it is sent somewhere; whoever walks through the rows goes on walking.
        if (had_focus) focused->setFocus(Qt::OtherFocusReason);
      });
}

void RegisterView::followPicked() {
  const auto& selection = m_context.document.selection();
  if (m_telling || !selection || selection->table != m_spec.table || !m_open) return;
  const auto row = m_model->rowOf(selection->fid);
  if (!row) {
    if (m_ask_slot.busy()) m_follow = selection->fid;
    return;
  }
  m_telling = true;
  m_view->setCurrentIndex(m_model->index(*row, 0));
  m_view->scrollTo(m_view->currentIndex(), QAbstractItemView::PositionAtCenter);
  m_telling = false;
}

bool RegisterView::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
  const int key = static_cast<QKeyEvent*>(event)->key();
  const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
  if (watched == m_filter) {
    if (key == Qt::Key_Escape) {
      m_filter->clear();
      m_chips->release();
      ask();
      return true;
    }
    if (key == Qt::Key_Down || enter) {
      m_view->setFocus(Qt::OtherFocusReason);
      if (!m_view->currentIndex().isValid() && m_model->rowCount() > 0) m_view->setCurrentIndex(m_model->index(0, 0));
      return true;
    }
  } else if (watched == m_view && enter) {
    if (const auto fid = currentFid()) {
      openForm(*fid);
      m_form->setFocus(Qt::OtherFocusReason);
    }
    return true;
  }
  return QWidget::eventFilter(watched, event);
}

void RegisterView::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && formShown()) return closeForm();
  QWidget::keyPressEvent(event);
}

void RegisterView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
    fillCounties();
    m_chips->retranslate(m_context.document.language());
    m_model->showLook();
    fitColumns();
    showCount();
    showPage();
  }
  QWidget::changeEvent(event);
}

void RegisterView::retranslate() {
  m_filter->setPlaceholderText(tr("Filter: words, or column>50"));
  m_filter->setToolTip(
      tr("Words must be in the row; -word must not; | is or. column>value tests a column: = != < <= > "
         ">= ~, a..b for a range, nothing for an empty cell. Esc clears."));
  m_filter->setAccessibleName(tr("Filter"));
  m_county->setAccessibleName(tr("County"));
  m_fold->setText(tr("Choose by…"));
  m_fold->setToolTip(tr("Show or hide the other quick filters"));
  m_view->setAccessibleName(tr("Rows"));
  m_export->setText(tr("Export…"));
  m_export->setToolTip(tr("Excel, CSV, GeoPackage, GeoJSON or KML of the rows marked, or of all that are shown"));
  m_table_button->setToolTip(tr("Open the whole attribute table"));
  m_more->setToolTip(tr("Read again (F5)"));
  m_back->setText(tr("List"));
  m_back->setToolTip(tr("Back to the list (Esc)"));
  m_previous->setToolTip(tr("Previous row (Alt+Page up)"));
  m_next->setToolTip(tr("Next row (Alt+Page down)"));
  for (QToolButton* button : {m_table_button, m_more, m_previous, m_next}) button->setAccessibleName(button->toolTip());
  m_table_button->setIcon(themedIcon(QStringLiteral("table")));
  m_more->setIcon(themedIcon(QStringLiteral("refresh")));
  m_back->setIcon(themedIcon(QStringLiteral("back")));
  m_previous->setIcon(themedIcon(QStringLiteral("previous")));
  m_next->setIcon(themedIcon(QStringLiteral("next")));
}

}  // namespace app

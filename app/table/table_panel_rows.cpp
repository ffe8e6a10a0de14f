// SPDX-License-Identifier: GPL-3.0-or-later
// What the attribute table does with single and chosen rows; the rest of TablePanel is in table_panel.cpp.
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/fields/entry_form.h"
#include "app/settings/app_settings.h"
#include "app/settings/theme.h"
#include "app/table/chosen_rows.h"
#include "app/table/past_bar.h"
#include "app/table/row_form.h"
#include "app/table/rule_text.h"
#include "app/table/table_exporter.h"
#include "app/table/table_panel.h"
#include "app/text/error_text.h"
#include "gis/edit/reference_store.h"
#include "gis/store/workspace.h"

namespace app {

namespace {

constexpr double kPointSpanM = 1500;   // what is shown around a single point
constexpr double kMarginRatio = 0.25;  // around several

}  // namespace

void TablePanel::currentRowChanged() {
  showForm();
  if (m_telling || !m_model->table()) return;
  const QModelIndex index = m_view->currentIndex();
  if (!index.isValid()) return;
  const std::int64_t fid = m_model->fids()[static_cast<std::size_t>(index.row())];
  m_telling = true;
  pickRow(m_context.document, m_wanted, fid);
  m_telling = false;
}

// The form of the current row; a table without uuids has none, for nothing in it can be followed.
void TablePanel::showForm() {
  const OpenTablePtr& table = m_model->table();
  const bool can = table && table->schema.hasUuid();
  m_form->setVisible(m_form_button->isChecked() && can && !table->past && !m_entry);
  if (m_form->isHidden()) return;
  const QModelIndex index = m_view->currentIndex();
  if (index.isValid())
    m_form->show(table, m_model->fids()[static_cast<std::size_t>(index.row())]);
  else
    m_form->clear();
}

void TablePanel::readAgain() {
  if (!m_model->table() || m_model->table()->past) return;
  m_memory = {};
  m_model->forgetCells();
  ask();
}

void TablePanel::rowsSelected() {
  showCount();
  if (m_telling || (m_model->table() && m_model->table()->past)) return;
  m_chosen = selectedFids();
  m_tell.start();
}

void TablePanel::followPicked() {
  const auto& selection = m_context.document.selection();
  if (m_telling || !selection || selection->table != m_wanted || !m_model->table()) return;
  const auto row = m_model->rowOf(selection->fid);
  if (!row) {
    // Not among the first rows yet: the answer that is on its way has it.
    if (m_ask_slot.busy()) m_follow = selection->fid;
    return;
  }
  m_telling = true;
  m_view->setCurrentIndex(m_model->index(*row, std::max(0, m_view->currentIndex().column())));
  m_view->scrollTo(m_view->currentIndex(), QAbstractItemView::PositionAtCenter);
  m_telling = false;
}

void TablePanel::followChosen() {
  if (m_telling || m_wanted.empty()) return;
  m_chosen = chosenRows(m_context.document, m_wanted);
  m_tell.stop();
  if (m_only->isChecked()) ask();
  markChosen();
  showCount();
  showPage();
}

// What is chosen on the map is selected here, as long as it lies in few stretches: a view that has to look through
// thousands of them for each cell stands still.
void TablePanel::markChosen() {
  constexpr qsizetype kMostStretches = 1000;
  if (!m_model->table() || m_model->columnCount() == 0) return;
  const RowSet wanted(m_chosen);
  QItemSelection stretches;
  const auto& fids = m_model->fids();
  int row = 0, first = -1;
  for (; row <= static_cast<int>(fids.size()); ++row) {
    const bool in = row < static_cast<int>(fids.size()) && wanted.contains(fids[static_cast<std::size_t>(row)]);
    if (in && first < 0) first = row;
    if (in || first < 0) continue;
    stretches.append(
        QItemSelectionRange(m_model->index(first, 0), m_model->index(row - 1, m_model->columnCount() - 1)));
    first = -1;
    if (stretches.size() > kMostStretches) break;
  }
  if (stretches.size() > kMostStretches) stretches.clear();
  m_telling = true;
  m_view->selectionModel()->select(stretches, QItemSelectionModel::ClearAndSelect);
  m_telling = false;
}

void TablePanel::exportRows() {
  if (!m_model->table() || m_model->fids().empty()) return;
  const auto selected = selectedFids();
  m_exporter->ask(this, m_model->table(), m_model->columns(), selected.size() > 1 ? selected : m_model->fids());
}

std::vector<std::int64_t> TablePanel::selectedFids() const {
  std::vector<std::pair<int, int>> ranges;
  for (const QItemSelectionRange& range : m_view->selectionModel()->selection())
    ranges.emplace_back(range.top(), range.bottom());
  std::ranges::sort(ranges);
  std::vector<std::int64_t> fids;
  for (const auto& [top, bottom] : ranges)
    fids.insert(fids.end(), m_model->fids().begin() + top, m_model->fids().begin() + bottom + 1);
  return fids;
}

void TablePanel::zoomToRows() {
  const OpenTablePtr& table = m_model->table();
  auto fids = selectedFids();
  if (!table || fids.empty()) return;
  if (table->schema.geometry_column.empty()) {
    m_context.map.say(tr("This table has no places to show on the map."));
    return;
  }
  m_box_slot.ask(
      [table, fids = std::move(fids)](const gis::CancelToken&, const gis::Progress&) -> gis::Result<gis::LonLatBox> {
        const auto workspace = gis::Workspace::open(table->workspace_folder, gis::OpenMode::kRead);
        if (!workspace) return std::unexpected(workspace.error());
        return gis::TableDataStore(workspace->db()).box(table->schema, fids);
      },
      [this](gis::Result<gis::LonLatBox> box) {
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
        const double side_m = std::max(shown.width_m(), shown.height_m());
        if (side_m < kPointSpanM)
          m_context.map.fly_to(shown.centre(), kPointSpanM);
        else
          m_context.map.show_box(shown.grown(side_m * kMarginRatio));
      });
}

void TablePanel::copyRows() {
  const OpenTablePtr& table = m_model->table();
  auto fids = selectedFids();
  if (!table || fids.empty()) return;
  const std::size_t count = fids.size();
  m_copy_slot.ask(
      [table, fids = std::move(fids), columns = m_model->columns(), language = m_context.document.language()](
          const gis::CancelToken& cancel, const gis::Progress&) {
        return textOf(*table, columns, fids, language, cancel);
      },
      [this, count](gis::Result<QString> text) {
        if (!text) {
          m_context.messages.add(std::move(text.error()));
          return;
        }
        QGuiApplication::clipboard()->setText(*text);
        m_context.map.say(tr("%n rows copied.", nullptr, static_cast<int>(count)));
      });
}

bool TablePanel::canWrite() const {
  const auto& workspace = m_context.document.workspace();
  return workspace && !workspace->read_only_reason;
}

void TablePanel::newRow() {
  const OpenTablePtr& table = m_model->table();
  const auto& workspace = m_context.document.workspace();
  if (!table || !workspace) return;
  if (!table->schema.geometry_column.empty()) {
    m_context.map.say(tr("Rows of this table have a place: draw them on the map (room “Edit”, Alt+8, “New”)."));
    return;
  }
  closeNewRow();
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(dp(12), dp(8), dp(12), dp(12));
  column->setSpacing(dp(8));
  auto* title = new QLabel(tr("New row"));
  title->setProperty("role", "heading");
  column->addWidget(title);
  // A neighbour's district is the likeliest one.
  gis::RowCells preset{{"source", tr("Entered by hand").toStdString()}};
  m_entry = new EntryForm(table->schema, table->fields, table->codes, m_context.document.language(), preset, {});
  column->addWidget(m_entry);
  m_entry_said = new QLabel;
  m_entry_said->setWordWrap(true);
  m_entry_said->setProperty("role", "danger");
  m_entry_said->hide();
  column->addWidget(m_entry_said);
  auto* buttons = new QHBoxLayout;
  auto* save = new QPushButton(tr("Save the new row"));
  save->setProperty("primary", true);
  auto* drop = new QPushButton(tr("Drop it"));
  buttons->addWidget(save);
  buttons->addWidget(drop);
  buttons->addStretch(1);
  column->addLayout(buttons);
  column->addStretch(1);
  connect(save, &QPushButton::clicked, this, &TablePanel::addNewRow);
  connect(m_entry, &EntryForm::submitted, this, &TablePanel::addNewRow);
  connect(drop, &QPushButton::clicked, this, &TablePanel::closeNewRow, Qt::QueuedConnection);
  m_entry_page->setWidget(page);
  m_entry_page->show();
  m_form->hide();
  m_entry->focusFirst();
}

void TablePanel::closeNewRow() {
  if (!m_entry) return;
  m_entry = nullptr;
  m_entry_said = nullptr;
  m_entry_page->hide();
  if (QWidget* page = m_entry_page->takeWidget()) page->deleteLater();
  showForm();
}

void TablePanel::addNewRow() {
  const OpenTablePtr& table = m_model->table();
  if (!m_entry || !table || m_add_slot.busy()) return;
  const auto cells = m_entry->cells();
  if (!cells) return;
  const gis::StepPlan plan{m_context.settings.author(), gis::StepKind::kEdit, tr("Row added").toStdString()};
  m_add_slot.ask([table, cells = *cells, plan](const gis::CancelToken&,
                                               const gis::Progress&) { return addRow(*table, cells, plan); },
                 [this](gis::Result<AddedRow> added) {
                   if (!added) {
                     if (!m_entry_said) return m_context.messages.add(std::move(added.error()));
                     const QString rule = ruleText(added.error());
                     m_entry_said->setText(rule.isEmpty() ? tr("Not saved. %1").arg(savingTrouble(added.error()))
                                                          : tr("Not saved: one of the figures must be %1.").arg(rule));
                     m_entry_said->show();
                     return;
                   }
                   closeNewRow();
                   if (m_context.map.rows_changed) m_context.map.rows_changed(added->done);
                   m_context.map.say(tr("Saved: the new row is in the table."));
                   m_follow = added->fid;
                   readAgain();
                 });
}

void TablePanel::removeChosenRows() {
  const OpenTablePtr& table = m_model->table();
  auto fids = selectedFids();
  if (!table || fids.empty() || m_remove_slot.busy() || !canWrite()) return;
  const int count = static_cast<int>(fids.size());
  const gis::StepPlan plan{m_context.settings.author(), gis::StepKind::kEdit,
                           tr("%n rows removed", nullptr, count).toStdString()};
  m_remove_slot.ask(
      [table, fids = std::move(fids), plan](const gis::CancelToken&, const gis::Progress&) {
        return removeRows(*table, fids, plan);
      },
      [this, count](gis::Result<gis::StepDone> done) {
        if (!done) {
          m_context.messages.add(
              Severity::kError,
              [trouble = tr("Nothing was removed: %1").arg(savingTrouble(done.error()))] { return trouble; });
          m_context.map.say(tr("Nothing was removed: %1").arg(savingTrouble(done.error())));
          return;
        }
        if (m_context.map.rows_changed) m_context.map.rows_changed(*done);
        m_context.map.say(tr("%n rows removed. Ctrl+Z brings them back.", nullptr, count));
        readAgain();
      });
}

QString TablePanel::savingTrouble(const gis::Error& error) const {
  if (const auto rule = gis::brokenRule(error)) {
    if (*rule == gis::SchemaRule::kReference && error.detail.starts_with(gis::kStillReferred))
      return errorSentence(error);
    if (*rule == gis::SchemaRule::kReference)
      return tr("Other rows refer to it, or it refers to one that is not there.");
    if (*rule == gis::SchemaRule::kUnique) return tr("Another row has this number or code already.");
    return tr("A value lies outside what may stand in this table.");
  }
  return errorSentence(error);
}

void TablePanel::showPast(bool on) {
  m_past_bar->setVisible(on);
  m_past_slot.drop();
  if (on) {
    closeNewRow();
    m_past_bar->say({});
    m_past_bar->focusMoment();
    return;
  }
  if (m_now && m_model->table() && m_model->table()->past) {
    const std::vector<std::size_t> columns = m_model->columns();
    m_telling = true;
    m_model->setTable(std::exchange(m_now, nullptr), {});
    m_model->setColumns(columns);
    m_telling = false;
    m_view->setSortingEnabled(true);
    m_memory = {};
    askColours();
    ask();
  }
  m_now.reset();
  showPage();
}

void TablePanel::readPast() {
  const OpenTablePtr& table = m_model->table();
  if (!table) return;
  if (!table->past) m_now = table;
  m_past_bar->say(tr("Looking…"));
  m_past_slot.ask([table = m_now, at = m_past_bar->utcMs()](
                      const gis::CancelToken& cancel, const gis::Progress&) { return tableAt(*table, at, cancel); },
                  [this](gis::Result<std::shared_ptr<const TablePast>> past) {
                    if (!past) {
                      m_past_bar->say(errorSentence(past.error()));
                      return;
                    }
                    auto then = std::make_shared<OpenTable>(*m_now);
                    then->past = std::move(*past);
                    const std::vector<std::size_t> columns = m_model->columns();
                    m_ask_slot.drop();
                    m_telling = true;
                    m_view->setSortingEnabled(false);
                    m_model->setTable(std::move(then), {});
                    m_model->setColumns(columns);
                    m_telling = false;
                    showPastRows();
                    showForm();
                    showPage();
                  });
}

void TablePanel::showPastRows() {
  const OpenTablePtr& table = m_model->table();
  if (!table || !table->past) return;
  const TablePast& past = *table->past;
  std::vector<std::int64_t> fids;
  for (const std::int64_t fid : past.fids)
    if (!m_past_bar->onlyDifferent() || past.differs(fid)) fids.push_back(fid);
  m_telling = true;
  m_model->setRows(std::move(fids));
  m_telling = false;
  const QLocale locale(QLocale::English);
  m_past_bar->say(tr("%1 rows; since then %2 changed, %3 removed, %4 added. For reading only.")
                      .arg(locale.toString(static_cast<qulonglong>(past.fids.size())),
                           locale.toString(static_cast<qulonglong>(past.old.size())),
                           locale.toString(static_cast<qulonglong>(past.gone.size())),
                           locale.toString(static_cast<qulonglong>(past.came_since))));
  showCount();
  showPage();
}

void TablePanel::headerMenu(const QPoint& at) {
  const int section = m_view->horizontalHeader()->logicalIndexAt(at);
  const OpenTablePtr& table = m_model->table();
  if (section < 0 || !table || table->past) return;
  const std::size_t column = m_model->columns()[static_cast<std::size_t>(section)];
  const gis::CellKind kind = table->schema.columns[column].kind;
  const bool number = kind == gis::CellKind::kInteger || kind == gis::CellKind::kReal;
  QMenu menu(this);
  menu.addSection(table->fields.heading(column, m_context.document.language()));
  const auto add = [&](const QString& text, ShadeRule rule, bool enabled) {
    QAction* action = menu.addAction(text, this, [this, column, rule] { shade(column, rule); });
    action->setCheckable(true);
    action->setChecked(m_model->shadeOf(column) == rule);
    action->setEnabled(enabled);
  };
  add(tr("No colours"), ShadeRule::kNone, true);
  add(tr("The larger, the stronger"), ShadeRule::kByValue, number && table->schema.columns[column].code_table.empty());
  add(tr("Mark what is empty"), ShadeRule::kEmpty, true);
  add(tr("Mark what stands more than once"), ShadeRule::kRepeated, true);
  menu.exec(m_view->horizontalHeader()->mapToGlobal(at));
}

void TablePanel::shade(std::size_t column, ShadeRule rule) {
  if (rule == ShadeRule::kNone || !m_memory.data) {
    m_model->setShade(column, {});
    return;
  }
  m_shade_slot.ask([data = m_memory.data, column, rule](
                       const gis::CancelToken&, const gis::Progress&) { return makeShade(*data, column, rule); },
                   [this, column](ColumnShade made) { m_model->setShade(column, std::move(made)); });
}

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks/stock_grid.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPointer>
#include <QStandardItemModel>
#include <algorithm>

#include "app/settings/theme.h"

namespace app {
namespace {
constexpr int kWordsShown = 12, kWordsWidthDp = 240, kLeastNameDp = 60, kNumberDp = 52, kMostNumberDp = 76;
constexpr char kLeaving[] = "leaving";
}  // namespace

WordCompleter::WordCompleter(const std::vector<GridWord>& words, QObject* parent) : QCompleter(parent) {
  auto* list = new QStandardItemModel(this);
  for (const GridWord& word : words) {
    auto* item = new QStandardItem(word.text);
    item->setData(word.words, Qt::UserRole);
    list->appendRow(item);
  }
  setModel(list);
  setCompletionRole(Qt::UserRole);
  setFilterMode(Qt::MatchContains);
  setCaseSensitivity(Qt::CaseInsensitive);
  setMaxVisibleItems(kWordsShown);
  popup()->setMinimumWidth(dp(kWordsWidthDp));  // a narrow cell would cut the names
}

QString WordCompleter::pathFromIndex(const QModelIndex& index) const { return index.data(Qt::DisplayRole).toString(); }

StockGrid::StockGrid(GridModel* model, QWidget* parent) : QTableView(parent), m_grid(model) {
  setModel(model);
  setItemDelegate(new GridDelegate(this));
  setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
  setTabKeyNavigation(false);
  setWordWrap(false);
  verticalHeader()->setDefaultSectionSize(dp(24));
  verticalHeader()->setMinimumWidth(dp(24));
  horizontalHeader()->setMinimumSectionSize(dp(36));
}

QModelIndex StockGrid::after(const QModelIndex& from) const {
  if (!from.isValid()) return {};
  std::vector<int> stops = m_stops;
  if (stops.empty())
    for (int c = 0; c < m_grid->columnCount(); ++c)
      if (m_grid->column(c).editable && !isColumnHidden(c)) stops.push_back(c);
  const auto next = std::ranges::upper_bound(stops, from.column());
  if (next != stops.end()) return m_grid->index(from.row(), *next);
  const int row = from.row() + 1;
  if (row >= m_grid->rowCount() || stops.empty()) return {};
  // What a line begins with needs no key.
  const auto first =
      std::ranges::find_if(stops, [&](int c) { return !m_grid->column(c).carries || m_grid->text(row, c).isEmpty(); });
  return m_grid->index(row, first == stops.end() ? stops.front() : *first);
}

void StockGrid::fitColumns() {
  resizeColumnsToContents();
  m_fitted_px = viewport()->width();
  int room_px = m_fitted_px;
  std::vector<int> wide;
  for (int c = 0; c < m_grid->columnCount(); ++c)  // room to type a number in
    if (!isColumnHidden(c) && m_grid->column(c).editable && m_grid->column(c).is_number)
      setColumnWidth(c, std::clamp(columnWidth(c), dp(kNumberDp), dp(kMostNumberDp)));
  for (int c = 0; c < m_grid->columnCount(); ++c)
    if (!isColumnHidden(c) && !std::ranges::count(m_yielding, c)) room_px -= columnWidth(c);
  for (const int c : m_yielding)
    if (!isColumnHidden(c)) wide.push_back(c);
  // The longest give first: what is short stays whole.
  std::ranges::sort(wide, {}, [this](int c) { return columnWidth(c); });
  for (std::size_t i = 0; i < wide.size(); ++i) {
    const int share_px = std::max(dp(kLeastNameDp), room_px / static_cast<int>(wide.size() - i));
    if (columnWidth(wide[i]) > share_px) setColumnWidth(wide[i], share_px);
    room_px -= columnWidth(wide[i]);
  }
}

void StockGrid::resizeEvent(QResizeEvent* event) {
  QTableView::resizeEvent(event);
  if (!m_yielding.empty() && viewport()->width() != m_fitted_px) fitColumns();
}

QModelIndex StockGrid::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) {
  if (action == MoveNext) return after(currentIndex());
  return QTableView::moveCursor(action, modifiers);
}

void StockGrid::keyPressEvent(QKeyEvent* event) {
  const QModelIndex at = currentIndex();
  const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (enter && state() != EditingState && !(event->modifiers() & Qt::ControlModifier)) {
    const QModelIndex next = at.isValid() && m_grid->text(at.row(), at.column()).isEmpty() ? at : after(at);
    if (next.isValid()) {
      setCurrentIndex(next);
      edit(next);
    }
    return;
  }
  if (event->matches(QKeySequence::Paste) && at.isValid())
    return m_grid->paste(at.row(), at.column(), QApplication::clipboard()->text());
  if (event->key() == Qt::Key_Delete && at.isValid()) {
    if (event->modifiers() & Qt::ControlModifier)
      m_grid->removeLine(at.row());
    else
      m_grid->setData(at, QString());
    return;
  }
  QTableView::keyPressEvent(event);
}

QWidget* GridDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const {
  auto* editor = new QLineEdit(parent);
  editor->setFrame(false);
  editor->setProperty("role", "cell");
  const auto* grid = qobject_cast<const GridModel*>(index.model());
  auto* self = const_cast<GridDelegate*>(this);
  const QPointer<QWidget> pointer(editor);
  const auto leave = [self, pointer] {
    if (pointer) self->goOn(pointer);
  };
  if (grid && !grid->column(index.column()).words.empty()) {
    auto* completer = new WordCompleter(grid->column(index.column()).words, editor);
    editor->setCompleter(completer);
    // Queued: first the chosen word comes into the cell, then it is left.
    connect(completer, qOverload<const QString&>(&QCompleter::activated), self, leave, Qt::QueuedConnection);
  }
  connect(editor, &QLineEdit::returnPressed, self, leave, Qt::QueuedConnection);
  return editor;
}

void GridDelegate::goOn(QWidget* editor) {
  if (editor->property(kLeaving).toBool()) return;
  editor->setProperty(kLeaving, true);
  emit commitData(editor);
  emit closeEditor(editor, QAbstractItemDelegate::EditNextItem);
}

bool GridDelegate::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress) {
    const auto* pressed = static_cast<QKeyEvent*>(event);
    auto* editor = static_cast<QWidget*>(watched);
    if (pressed->key() == Qt::Key_Return || pressed->key() == Qt::Key_Enter) {
      if (!(pressed->modifiers() & Qt::ControlModifier)) {
        goOn(editor);
        return true;
      }
      // Ctrl+Enter is the page's: the cell is taken and left, the key goes on to it.
      editor->setProperty(kLeaving, true);
      emit commitData(editor);
      emit closeEditor(editor);
      return false;
    }
  }
  return QStyledItemDelegate::eventFilter(watched, event);
}

}  // namespace app

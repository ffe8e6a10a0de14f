// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flood/flood_list.h"

#include <QPainter>
#include <QStyledItemDelegate>
#include <algorithm>

#include "app/settings/theme.h"
#include "layers/flood/flood_layer.h"

namespace app {
namespace {

// Paints a row; the item's text is the whole of it for screen readers and for typing ahead.
class RowDelegate final : public QStyledItemDelegate {
 public:
  explicit RowDelegate(FloodList* list) : QStyledItemDelegate(list), m_list(list) {}

  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const FloodRow* row = rowOf(index);
    if (row == nullptr) return {dp(120), QFontMetrics(option.font).height() + dp(14)};
    const RowParts parts = partsOf(*row, option.font, m_list->viewport()->width() - dp(20));
    return {dp(120), parts.height_px + dp(12)};
  }

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const FloodRow* row = rowOf(index);
    if (row == nullptr) return;
    const ThemeColours& colours = currentColours();
    painter->save();
    const QRect box = option.rect;
    const bool chosen = option.state & QStyle::State_Selected, under = option.state & QStyle::State_MouseOver;
    if (chosen || under) painter->fillRect(box, chosen ? colours.accent_soft : colours.hover);
    if (option.state & QStyle::State_HasFocus) {
      painter->setPen(QPen(colours.accent, 1));
      painter->drawRect(box.adjusted(0, 0, -1, -1));
    }
    if (row->severity > 0)
      painter->fillRect(QRect(box.left(), box.top() + dp(3), dp(4), box.height() - dp(6)),
                        layers::floodWarningColour(row->severity));
    const QRect inner = box.adjusted(dp(12), dp(6), -dp(8), -dp(6));
    const QFont bold = boldOf(option.font);
    const QFontMetrics value_metrics(bold), metrics(option.font);
    const RowParts parts = partsOf(*row, option.font, inner.width());
    const int value_px =
        row->value.isEmpty() || parts.value_below ? 0 : value_metrics.horizontalAdvance(row->value) + dp(8);
    const int value_top = inner.top() + (parts.value_below ? metrics.height() : 0);
    painter->setFont(bold);
    painter->setPen(row->faded ? colours.text_second : colours.text);
    painter->drawText(QRect(inner.left(), value_top, inner.width(), metrics.height()),
                      Qt::AlignRight | Qt::AlignVCenter, row->value);
    if (row->severity == 0) painter->setFont(option.font);
    painter->drawText(QRect(inner.left(), inner.top(), inner.width() - value_px, metrics.height()),
                      Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(painter->font()).elidedText(row->title, Qt::ElideMiddle, inner.width() - value_px));
    painter->setFont(option.font);
    painter->setPen(colours.text_second);
    painter->drawText(QRect(inner.left(), value_top + metrics.height() + dp(2), inner.width(), parts.detail_px),
                      Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, row->detail);
    painter->restore();
  }

 private:
  struct RowParts {
    bool value_below;  // where name and figure do not fit beside each other
    int detail_px;     // of one or two lines
    int height_px;
  };
  static QFont boldOf(QFont font) {
    font.setWeight(QFont::DemiBold);
    return font;
  }
  static RowParts partsOf(const FloodRow& row, const QFont& font, int width_px) {
    const QFontMetrics metrics(font), bold(boldOf(font));
    const int title_px = (row.severity > 0 ? bold : metrics).horizontalAdvance(row.title);
    const int value_px = row.value.isEmpty() ? 0 : bold.horizontalAdvance(row.value) + dp(8);
    RowParts parts{value_px > 0 && title_px + value_px > width_px, 0, 0};
    if (!row.detail.isEmpty()) {
      const int whole_px =
          metrics.boundingRect(0, 0, std::max(1, width_px), 10000, Qt::TextWordWrap, row.detail).height();
      parts.detail_px = std::min(whole_px, 2 * metrics.lineSpacing()) + dp(2);
    }
    parts.height_px = metrics.height() * (parts.value_below ? 2 : 1) + parts.detail_px;
    return parts;
  }
  const FloodRow* rowOf(const QModelIndex& index) const {
    const auto i = static_cast<std::size_t>(index.row());
    return i < m_list->rows().size() ? &m_list->rows()[i] : nullptr;
  }
  FloodList* m_list;
};

}  // namespace

FloodList::FloodList(QWidget* parent) : QListWidget(parent) {
  setItemDelegate(new RowDelegate(this));
  setMouseTracking(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  setUniformItemSizes(false);
  setResizeMode(QListView::Adjust);  // rows grow taller where the list grows narrower
  const auto activate = [this](QListWidgetItem*) {
    if (const FloodRow* row = currentFloodRow()) emit rowActivated(*row);
  };
  connect(this, &QListWidget::itemClicked, this, activate);
  connect(this, &QListWidget::itemActivated, this, activate);
  connect(this, &QListWidget::currentRowChanged, this, [this] {
    if (m_filling) return;
    if (const FloodRow* row = currentFloodRow()) emit rowChosen(*row);
  });
}

void FloodList::setRows(std::vector<FloodRow> rows) {
  const FloodRow* before = currentFloodRow();
  const auto key = before == nullptr ? std::pair<std::string, std::int64_t>() : std::pair(before->table, before->fid);
  m_filling = true;
  clear();
  m_rows = std::move(rows);
  int keep = -1;
  for (std::size_t i = 0; i < m_rows.size(); ++i) {
    const FloodRow& row = m_rows[i];
    auto* item = new QListWidgetItem(QStringList{row.title, row.value, row.detail}.join(QStringLiteral(" · ")), this);
    item->setToolTip(item->text());
    if (!key.first.empty() && std::pair(row.table, row.fid) == key) keep = static_cast<int>(i);
  }
  setCurrentRow(keep);
  m_filling = false;
  viewport()->update();
}

const FloodRow* FloodList::currentFloodRow() const {
  const int row = currentRow();
  return row >= 0 && static_cast<std::size_t>(row) < m_rows.size() ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

void FloodList::setEmptyText(const QString& text) {
  m_empty = text;
  viewport()->update();
}

void FloodList::paintEvent(QPaintEvent* event) {
  QListWidget::paintEvent(event);
  if (!m_rows.empty() || m_empty.isEmpty()) return;
  QPainter painter(viewport());
  painter.setPen(currentColours().text_second);
  painter.drawText(viewport()->rect().adjusted(dp(12), dp(12), -dp(12), -dp(12)),
                   Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap, m_empty);
}

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/furniture/legend_box.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>

namespace layers {
namespace {

// A swatch that shows nothing: the class is hidden at this scale.
bool isClear(const QImage& swatch) {
  for (int y = 0; y < swatch.height(); ++y)
    for (int x = 0; x < swatch.width(); ++x)
      if (qAlpha(swatch.pixel(x, y)) != 0) return false;
  return true;
}

constexpr double kLegendTextPx = 11, kRowPx = 17, kPadPx = 8, kGapPx = 14, kSwatchWidthPx = 20, kSwatchHeightPx = 14,
                 kTextLeftPx = 26, kWidestColumnPx = 200;

}  // namespace

LegendBox::LegendBox(const std::vector<LegendBlock>& blocks, LegendWords words, const FurnitureLook& look,
                     QSizeF at_most_px)
    : m_look(look), m_words(std::move(words)) {
  listRows(blocks);
  if (!m_rows.empty()) place(at_most_px);
}

void LegendBox::listRows(const std::vector<LegendBlock>& blocks) {
  for (const LegendBlock& block : blocks) {
    std::vector<const LegendEntry*> seen;
    for (const LegendEntry& entry : block.entries)
      if (!isClear(entry.swatch)) seen.push_back(&entry);
    if (seen.empty()) continue;
    const bool one_look = block.entries.size() == 1;
    if (seen.size() > 1) m_rows.push_back({block.title, {}, true, true, {}});
    for (const LegendEntry* entry : seen)
      m_rows.push_back({one_look ? block.title : entry->name.text(m_words.language), entry->swatch, false, false, {}});
  }
}

void LegendBox::place(QSizeF at_most_px) {
  const QFontMetricsF plain(m_look.font(kLegendTextPx)), bold(m_look.font(kLegendTextPx, true));
  const double pad_px = m_look.px(kPadPx), row_px = m_look.px(kRowPx), text_left_px = m_look.px(kTextLeftPx);
  const double head_px = m_words.heading.isEmpty() ? 0 : m_look.px(kRowPx + 3);
  const int rows_per_column = static_cast<int>((at_most_px.height() - 2 * pad_px - head_px) / row_px);
  if (rows_per_column < 1) {
    m_hidden = static_cast<int>(m_rows.size());
    m_rows.clear();
    return;
  }
  const auto widthOf = [&](const Row& row) {
    const double text_px = (row.heading ? bold : plain).horizontalAdvance(row.text);
    return std::min(text_px, m_look.px(kWidestColumnPx)) + (row.heading ? 0 : text_left_px);
  };
  const auto fitting = [&] {
    // As even as the rows allow, two columns of ten rather than one of eighteen and one of two; full columns when there
    // are too many rows anyway.
    double widest_px = 0;
    for (const Row& row : m_rows) widest_px = std::max(widest_px, widthOf(row));
    const double gap_px = m_look.px(kGapPx);
    const int count = static_cast<int>(m_rows.size());
    const int columns = (count + rows_per_column - 1) / rows_per_column;
    const bool too_many = columns * (widest_px + gap_px) - gap_px + 2 * pad_px > at_most_px.width();
    if (too_many) return rows_per_column;
    return std::min(rows_per_column, (count + columns - 1) / columns + (columns > 1 ? 1 : 0));
  };
  double left_px = pad_px, bottom_px = 0;
  const int in_column = fitting();
  for (std::size_t from = 0; from < m_rows.size();) {
    std::size_t until = std::min(m_rows.size(), from + static_cast<std::size_t>(in_column));
    // A heading does not stand alone at the foot of a column.
    if (until < m_rows.size() && until - from > 1 && m_rows[until - 1].keep_with_next) --until;
    double width_px = 0;
    for (std::size_t i = from; i < until; ++i) {
      Row& row = m_rows[i];
      width_px = std::max(width_px, widthOf(row));
      const QFontMetricsF& metrics = row.heading ? bold : plain;
      row.text = metrics.elidedText(row.text, Qt::ElideRight, m_look.px(kWidestColumnPx));
    }
    if (left_px + width_px + pad_px > at_most_px.width() && from > 0) {
      // The last line that found room tells how many did not.
      m_hidden = static_cast<int>(m_rows.size() - from) + 1;
      m_rows.resize(from);
      m_rows.back().text = m_words.more.arg(m_hidden);
      m_rows.back().swatch = {};
      m_rows.back().heading = false;
      break;
    }
    for (std::size_t i = from; i < until; ++i)
      m_rows[i].at_px = {left_px, pad_px + head_px + static_cast<double>(i - from) * row_px};
    bottom_px = std::max(bottom_px, m_rows[until - 1].at_px.y() + row_px);
    left_px += width_px + m_look.px(kGapPx);
    from = until;
  }
  const QFontMetricsF heading(m_look.font(kLegendTextPx + 1, true));
  const double width_px = std::max(left_px - m_look.px(kGapPx), pad_px + heading.horizontalAdvance(m_words.heading));
  m_size_px = {width_px + pad_px, bottom_px + pad_px};
}

void LegendBox::paint(QPainter& painter, QPointF top_left) const {
  if (m_size_px.isEmpty()) return;
  paintPlate(painter, m_look, {top_left, m_size_px});
  painter.save();
  painter.setRenderHint(QPainter::SmoothPixmapTransform);
  painter.setPen(m_look.ink());
  const double row_px = m_look.px(kRowPx);
  if (!m_words.heading.isEmpty()) {
    painter.setFont(m_look.font(kLegendTextPx + 1, true));
    painter.drawText(QRectF(top_left.x() + m_look.px(kPadPx), top_left.y() + m_look.px(kPadPx) - m_look.px(2),
                            m_size_px.width(), row_px),
                     Qt::AlignLeft | Qt::AlignVCenter, m_words.heading);
  }
  for (const Row& row : m_rows) {
    const QPointF at = top_left + row.at_px;
    if (!row.swatch.isNull())
      painter.drawImage(QRectF(at.x(), at.y() + (row_px - m_look.px(kSwatchHeightPx)) / 2, m_look.px(kSwatchWidthPx),
                               m_look.px(kSwatchHeightPx)),
                        row.swatch);
    painter.setFont(m_look.font(kLegendTextPx, row.heading));
    painter.setPen(row.heading ? m_look.faintInk() : m_look.ink());
    const double left_px = row.heading ? 0 : m_look.px(kTextLeftPx);
    painter.drawText(QRectF(at.x() + left_px, at.y(), m_size_px.width(), row_px), Qt::AlignLeft | Qt::AlignVCenter,
                     row.text);
  }
  painter.restore();
}

}  // namespace layers

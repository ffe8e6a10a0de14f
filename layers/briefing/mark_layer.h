// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "gis/vector/map_columns.h"
#include "layers/core/layer_state.h"

namespace layers {

// 1 red, 2 orange, 3 yellow, 4 blue: the national warning colours; else the colour of what is merely there.
QColor toneColour(int tone, Theme theme);

// A place that a page speaks of.
struct ToneMark {
  gis::MapXY at;
  int tone = 0;
  QString label;
};

// A district that is tinted: its feature in the columns of the districts.
struct ToneDistrict {
  std::uint32_t feature = 0;
  int tone = 0;
  bool is_outlined = false;  // its border alone, strongly: the subject of a sheet
};

// What a page of a briefing says, on its map: districts tinted and places marked by how grave it is, the gravest on top
// and named first. Immutable; any thread.
class MarkLayer final : public LayerState {
 public:
  // `columns` may be null without districts.
  MarkLayer(std::shared_ptr<const gis::MapColumns> columns, std::vector<ToneDistrict> districts,
            std::vector<ToneMark> marks);
  gis::MapBox extent() const override { return m_extent; }
  void paint(TileSurface& surface, const PaintContext& context) const override;
  std::vector<LabelCandidate> labels(const PaintContext& context) const override;
  long long featureCount() const override { return static_cast<long long>(m_marks.size() + m_districts.size()); }

 private:
  void paintDistricts(QPainter& painter, const PaintContext& context) const;
  std::shared_ptr<const gis::MapColumns> m_columns;
  std::vector<ToneDistrict> m_districts;
  std::vector<ToneMark> m_marks;  // the gravest last: they are drawn on top
  gis::MapBox m_extent;
};

}  // namespace layers

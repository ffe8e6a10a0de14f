// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <memory>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/footprint/shape_index.h"
#include "gis/vector/map_columns.h"

namespace gis {

// Which polygon of a layer holds a place: for counting many points by thousands of polygons (people by parcel, houses
// by county). Asks the layer's own corners and box tree; only polygons with long borders get an index of their own, so
// that it is ready at once. Immutable; any thread.
class PolygonLocator {
 public:
  static constexpr std::int32_t kNone = -1;

  // Fails with kInvalidArgument for a layer without polygons, with kCancelled.
  static Result<PolygonLocator> make(std::shared_ptr<const MapColumns> polygons, const CancelToken& cancel = {});

  std::size_t count() const { return m_polygons->featureCount(); }
  // The first polygon, in the layer's order, that holds a place by the even-odd rule; kNone for none. Of two that share
  // a border one alone holds a place on it.
  std::int32_t at(MapXY where) const;

 private:
  explicit PolygonLocator(std::shared_ptr<const MapColumns> polygons) : m_polygons(std::move(polygons)) {}
  bool holds(std::uint32_t polygon, MapXY from_origin) const;

  std::shared_ptr<const MapColumns> m_polygons;
  std::vector<std::int32_t>
      m_indexed;  // by polygon: its place in m_indexes, kNone for a short border; empty: all short
  std::vector<ShapeIndex> m_indexes;
};

}  // namespace gis

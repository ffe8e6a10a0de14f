// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/pyramid/simplify.h"
#include "gis/vector/map_columns.h"

namespace gis {

// The lines a layer is made of, each once: the borders of polygons cut where more than two rings part ways, or the
// parts of lines as they are. Rings and lines refer to arcs; ~i is arc i backwards.
class Arcs {
 public:
  explicit Arcs(const MapColumns& columns);

  // Makes every arc coarser. No vertex of the arcs as they were before the last call (at first: as they came) lies
  // farther than this from its new arc: a level is made from the one before the last, of which fewer errors add up.
  void simplify(float tolerance_m);
  // Appends a part as its arcs describe it now. Rings come closed.
  void appendPart(std::uint32_t part, std::vector<float>& xy_m) const;
  // Sets the bit of every piece of border of `part` that a part marked before has, too. `first` is the vertex the part
  // begins with, either as appendPart wrote it or as the columns have it. `repeated` grows as needed. forgetDrawn()
  // begins anew.
  enum class Written { kByAppendPart, kAsInColumns };
  void markDrawn(std::uint32_t part, std::size_t first, Written written, std::vector<std::uint64_t>& repeated);
  void forgetDrawn() { m_drawn.clear(); }
  std::size_t vertexCount() const { return m_xy_m.size() / 2; }
  std::size_t arcCount() const { return m_start.size() - 1; }

 private:
  void cutRings(const MapColumns& columns);
  void takeParts(const MapColumns& columns);

  std::vector<float> m_xy_m;
  std::vector<std::uint32_t> m_start{0};  // of arcs, in vertices
  std::vector<float> m_finer_xy_m;        // the same one step finer; empty before the second step
  std::vector<std::uint32_t> m_finer_start;
  std::vector<std::int32_t> m_refs;
  std::vector<std::uint32_t> m_ref_start{0};  // of parts, in references
  std::vector<std::uint32_t> m_first_cut;     // of rings: the vertex where the first reference begins
  std::vector<bool> m_drawn;                  // of arcs
  Simplifier m_simplifier;
};

}  // namespace gis

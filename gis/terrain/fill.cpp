// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/terrain/fill.h"

#include <cmath>
#include <limits>
#include <vector>

namespace gis::terrain {
namespace {

struct Waiting {
  float z;
  std::uint32_t cell;
};

// A binary min-heap ordered by height, then by cell, so that equal heights come out the same way everywhere.
class Heap {
 public:
  bool empty() const { return m_items.empty(); }
  void push(Waiting w) {
    std::size_t i = m_items.size();
    m_items.push_back(w);
    while (i > 0) {
      const std::size_t up = (i - 1) / 4;
      if (!before(w, m_items[up])) break;
      m_items[i] = m_items[up];
      i = up;
    }
    m_items[i] = w;
  }
  Waiting pop() {
    const Waiting top = m_items.front();
    const Waiting last = m_items.back();
    m_items.pop_back();
    const std::size_t n = m_items.size();
    std::size_t i = 0;
    while (n > 0) {
      const std::size_t first = 4 * i + 1;
      if (first >= n) break;
      std::size_t least = first;
      for (std::size_t k = first + 1; k < first + 4 && k < n; ++k)
        if (before(m_items[k], m_items[least])) least = k;
      if (!before(m_items[least], last)) break;
      m_items[i] = m_items[least];
      i = least;
    }
    if (n > 0) m_items[i] = last;
    return top;
  }

 private:
  static bool before(const Waiting& a, const Waiting& b) { return a.z < b.z || (a.z == b.z && a.cell < b.cell); }
  std::vector<Waiting> m_items;
};

class Flood {
 public:
  Flood(GridSize size, std::span<float> z, FillMode mode)
      : m_size(size), m_z(z), m_mode(mode), m_closed(size.count(), 0) {
    for (int d = 1; d <= 8; ++d) m_offset[static_cast<std::size_t>(d - 1)] = d8Offset(d, size);
  }

  long long run(const CancelToken& cancel) {
    seed();
    long long popped = 0;
    while (!m_heap.empty()) {
      if ((++popped & 0xFFFF) == 0 && cancel.cancelled()) return -1;
      const Waiting top = m_heap.pop();
      visitNeighbours(top.cell);
      settle();
    }
    return m_raised;
  }

 private:
  void seed() {
    for (int row = 0; row < m_size.rows; ++row)
      for (int column = 0; column < m_size.columns; ++column) {
        const std::size_t cell = m_size.at(column, row);
        const bool edge = row == 0 || column == 0 || row == m_size.rows - 1 || column == m_size.columns - 1;
        if (edge) m_closed[cell] = kEdge;
        if (std::isnan(m_z[cell])) {
          m_closed[cell] |= kClosed;
          if (edge) continue;
          for (int d = 1; d <= 8; ++d) seedCell(d8Receiver(cell, static_cast<std::uint8_t>(d), m_size));
        } else if (edge) {
          seedCell(cell);
        }
      }
  }
  void seedCell(std::size_t cell) {
    if ((m_closed[cell] & kClosed) != 0 || std::isnan(m_z[cell])) return;
    m_closed[cell] |= kClosed;
    m_heap.push({m_z[cell], static_cast<std::uint32_t>(cell)});
  }

  template <class Visit>
  void forNeighbours(std::uint32_t cell, Visit visit) const {
    if ((m_closed[cell] & kEdge) == 0) {
      for (const std::ptrdiff_t offset : m_offset) visit(static_cast<std::size_t>(cell + offset));
      return;
    }
    const int column = m_size.columnOf(cell);
    const int row = m_size.rowOf(cell);
    for (std::size_t d = 1; d <= 8; ++d)
      if (m_size.contains(column + kD8Column[d], row + kD8Row[d]))
        visit(m_size.at(column + kD8Column[d], row + kD8Row[d]));
  }

  // From a cell whose height is final: lower neighbours are raised, higher ones keep their height and go uphill.
  void visitNeighbours(std::uint32_t cell) {
    const float z = m_z[cell];
    const float lifted = m_mode == FillMode::kEpsilon ? std::nextafter(z, std::numeric_limits<float>::infinity()) : z;
    forNeighbours(cell, [&](std::size_t n) {
      if ((m_closed[n] & kClosed) != 0) return;
      m_closed[n] |= kClosed;
      const auto next = static_cast<std::uint32_t>(n);
      if (m_z[n] > z) {
        m_uphill.push_back(next);
        return;
      }
      if (m_z[n] < lifted) ++m_raised;
      m_z[n] = lifted;
      m_pit.push_back(next);
    });
  }

  void settle() {
    for (;;) {
      if (m_pit_head < m_pit.size()) {
        visitNeighbours(m_pit[m_pit_head++]);
      } else if (m_uphill_head < m_uphill.size()) {
        // First in, first out: a front that climbs evenly leaves few lower neighbours behind for the heap.
        climb(m_uphill[m_uphill_head++]);
      } else {
        m_pit.clear();
        m_uphill.clear();
        m_pit_head = m_uphill_head = 0;
        return;
      }
    }
  }
  // Higher neighbours follow at once; if any lower one is still open, this cell may be its spill: into the heap.
  void climb(std::uint32_t cell) {
    const float z = m_z[cell];
    bool may_spill = false;
    forNeighbours(cell, [&](std::size_t n) {
      if ((m_closed[n] & kClosed) != 0) return;
      if (m_z[n] > z) {
        m_closed[n] |= kClosed;
        m_uphill.push_back(static_cast<std::uint32_t>(n));
      } else {
        may_spill = true;
      }
    });
    if (may_spill) m_heap.push({z, cell});
  }

  GridSize m_size;
  std::span<float> m_z;
  FillMode m_mode;
  static constexpr std::uint8_t kClosed = 1;
  static constexpr std::uint8_t kEdge = 2;
  std::array<std::ptrdiff_t, 8> m_offset{};
  std::vector<std::uint8_t> m_closed;  // kClosed: height final; kEdge: fewer than eight neighbours
  Heap m_heap;
  std::vector<std::uint32_t> m_pit;
  std::size_t m_pit_head = 0;
  std::vector<std::uint32_t> m_uphill;
  std::size_t m_uphill_head = 0;
  long long m_raised = 0;
};

}  // namespace

long long fillDepressions(GridSize size, std::span<float> elevation_m, FillMode mode, const CancelToken& cancel) {
  if (size.columns <= 0 || size.rows <= 0) return 0;
  return Flood(size, elevation_m, mode).run(cancel);
}

}  // namespace gis::terrain

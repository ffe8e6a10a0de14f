// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/pyramid/arcs.h"

#include <bit>
#include <unordered_map>
#include <utility>

namespace gis {

namespace {

using Ring = std::span<const float>;  // x, y pairs without the closing vertex

std::uint64_t mixed(std::uint64_t a) {  // SplitMix64 (Steele, Lea, Flood 2014)
  a += 0x9e3779b97f4a7c15ULL;
  a = (a ^ (a >> 30)) * 0xbf58476d1ce4e5b9ULL;
  a = (a ^ (a >> 27)) * 0x94d049bb133111ebULL;
  return a ^ (a >> 31);
}

std::uint64_t vertexKey(Ring ring, std::size_t i) {
  // Zero has two signs.
  return mixed(std::uint64_t{std::bit_cast<std::uint32_t>(ring[2 * i] + 0.0F)} << 32 |
               std::bit_cast<std::uint32_t>(ring[2 * i + 1] + 0.0F));
}

// For every place that is a vertex: which two places it lies between. A place that lies between different ones for
// different rings is where borders part. Eight bytes a place.
class Meetings {
 public:
  explicit Meetings(std::size_t vertices)
      : m_mask(std::bit_ceil(vertices + vertices / 2 + 16) - 1), m_slots(m_mask + 1) {}

  void add(std::uint64_t key, std::uint64_t neighbours) {
    Slot& slot = find(key);
    const auto between = static_cast<std::uint32_t>(neighbours) | 1U;
    if (slot.mark == 0)
      slot = {markOf(key), between};
    else if (slot.between != between)
      slot.between = kParted;
  }
  bool parted(std::uint64_t key) { return find(key).between == kParted; }

 private:
  static constexpr std::uint32_t kParted = 0;
  struct Slot {
    std::uint32_t mark = 0, between = 0;
  };
  static std::uint32_t markOf(std::uint64_t key) { return static_cast<std::uint32_t>(key >> 32) | 1U; }
  Slot& find(std::uint64_t key) {
    for (std::size_t at = key & m_mask;; at = (at + 1) & m_mask)
      if (m_slots[at].mark == 0 || m_slots[at].mark == markOf(key)) return m_slots[at];
  }
  std::size_t m_mask;
  std::vector<Slot> m_slots;
};

Ring ringOf(const MapColumns& columns, std::uint32_t part) {
  const std::size_t first = columns.part_start[part], end = columns.part_start[part + 1];
  const std::span<const float> all = columns.xy_m;
  Ring ring = all.subspan(first * 2, (end - first) * 2);
  while (ring.size() >= 4 && ring[0] == ring[ring.size() - 2] && ring[1] == ring[ring.size() - 1])
    ring = ring.first(ring.size() - 2);
  return ring;
}

}  // namespace

Arcs::Arcs(const MapColumns& columns) {
  if (columns.kind == GeometryKind::kPolygon)
    cutRings(columns);
  else
    takeParts(columns);
}

void Arcs::takeParts(const MapColumns& columns) {
  m_xy_m.assign(columns.xy_m.begin(), columns.xy_m.end());
  m_start.assign(columns.part_start.begin(), columns.part_start.end());
  for (std::size_t part = 0; part + 1 < m_start.size(); ++part) {
    m_refs.push_back(static_cast<std::int32_t>(part));
    m_ref_start.push_back(static_cast<std::uint32_t>(m_refs.size()));
  }
}

void Arcs::cutRings(const MapColumns& columns) {
  const auto parts = static_cast<std::uint32_t>(columns.part_start.empty() ? 0 : columns.part_start.size() - 1);
  std::vector<std::uint64_t> keys;
  const auto readKeys = [&](Ring ring) {
    keys.resize(ring.size() / 2);
    for (std::size_t i = 0; i < keys.size(); ++i) keys[i] = vertexKey(ring, i);
  };
  Meetings meetings(columns.xy_m.size() / 2);
  for (std::uint32_t part = 0; part < parts; ++part) {
    readKeys(ringOf(columns, part));
    const std::size_t n = keys.size();
    for (std::size_t i = 0; i < n; ++i) meetings.add(keys[i], mixed(keys[(i + n - 1) % n]) + mixed(keys[(i + 1) % n]));
  }
  std::unordered_map<std::uint64_t, std::int32_t> known;  // by the first two vertices in either direction
  for (std::uint32_t part = 0; part < parts; ++part) {
    const Ring ring = ringOf(columns, part);
    readKeys(ring);
    const std::size_t n = keys.size();
    std::vector<std::size_t> cuts;
    for (std::size_t i = 0; i < n; ++i)
      if (meetings.parted(keys[i])) cuts.push_back(i);
    const bool shared = !cuts.empty();
    if (cuts.empty() && n > 0) cuts.push_back(0);
    m_first_cut.push_back(static_cast<std::uint32_t>(cuts.empty() ? 0 : cuts.front()));
    for (std::size_t c = 0; c < cuts.size(); ++c) {
      const std::size_t from = cuts[c], to = c + 1 < cuts.size() ? cuts[c + 1] : cuts[0] + n;
      const auto key = [&](std::size_t i) { return keys[i % n]; };
      // An arc with the same first two vertices is the same arc: past a place where nothing parts there is one way.
      const std::uint64_t forwards = mixed(key(from)) * 3 + mixed(key(from + 1)) * 5 + (to - from == 1 ? 1 : 0);
      if (shared) {
        if (const auto found = known.find(forwards); found != known.end()) {
          m_refs.push_back(found->second);
          continue;
        }
        const std::uint64_t backwards = mixed(key(to)) * 3 + mixed(key(to - 1)) * 5 + (to - from == 1 ? 1 : 0);
        const auto id = static_cast<std::int32_t>(arcCount());
        known.emplace(forwards, id);
        known.emplace(backwards, ~id);
      }
      m_refs.push_back(static_cast<std::int32_t>(arcCount()));
      for (std::size_t i = from; i <= to; ++i) {
        m_xy_m.push_back(ring[2 * (i % n)]);
        m_xy_m.push_back(ring[2 * (i % n) + 1]);
      }
      m_start.push_back(static_cast<std::uint32_t>(m_xy_m.size() / 2));
    }
    m_ref_start.push_back(static_cast<std::uint32_t>(m_refs.size()));
  }
}

void Arcs::simplify(float tolerance_m) {
  const bool first = m_finer_start.empty();
  const std::span<const float> all(first ? m_xy_m : m_finer_xy_m);
  const std::span<const std::uint32_t> from(first ? m_start : m_finer_start);
  std::vector<float> coarser;
  std::vector<std::uint32_t> start{0};
  coarser.reserve(m_xy_m.size() / 2);
  start.reserve(from.size());
  for (std::size_t arc = 0; arc + 1 < from.size(); ++arc) {
    m_simplifier.append(all.subspan(from[arc] * std::size_t{2}, (from[arc + 1] - from[arc]) * std::size_t{2}),
                        tolerance_m, coarser);
    start.push_back(static_cast<std::uint32_t>(coarser.size() / 2));
  }
  m_finer_xy_m = std::exchange(m_xy_m, std::move(coarser));
  m_finer_start = std::exchange(m_start, std::move(start));
}

void Arcs::appendPart(std::uint32_t part, std::vector<float>& xy_m) const {
  for (std::uint32_t r = m_ref_start[part]; r < m_ref_start[part + 1]; ++r) {
    const bool backwards = m_refs[r] < 0;
    const auto arc = static_cast<std::size_t>(backwards ? ~m_refs[r] : m_refs[r]);
    const std::uint32_t first = m_start[arc], end = m_start[arc + 1];
    const std::uint32_t skip = r > m_ref_start[part] ? 1 : 0;  // where one arc ends the next begins
    for (std::uint32_t i = skip; i < end - first; ++i) {
      const std::size_t v = backwards ? end - 1 - i : first + i;
      xy_m.push_back(m_xy_m[2 * v]);
      xy_m.push_back(m_xy_m[2 * v + 1]);
    }
  }
}

void Arcs::markDrawn(std::uint32_t part, std::size_t first, Written written, std::vector<std::uint64_t>& repeated) {
  m_drawn.resize(arcCount());
  const auto arcOf = [&](std::uint32_t r) { return static_cast<std::size_t>(m_refs[r] < 0 ? ~m_refs[r] : m_refs[r]); };
  std::size_t pieces = 0;
  for (std::uint32_t r = m_ref_start[part]; r < m_ref_start[part + 1]; ++r)
    pieces += m_start[arcOf(r) + 1] - m_start[arcOf(r)] - 1;
  std::size_t at = written == Written::kAsInColumns ? m_first_cut[part] : 0;
  for (std::uint32_t r = m_ref_start[part]; r < m_ref_start[part + 1]; ++r) {
    const std::size_t arc = arcOf(r), end = at + (m_start[arc + 1] - m_start[arc] - 1);
    for (; at < end && m_drawn[arc]; ++at) {
      const std::size_t v = first + at % pieces;
      if (repeated.size() * 64 <= v) repeated.resize(v / 64 + 1);
      repeated[v / 64] |= std::uint64_t{1} << (v % 64);
    }
    at = end;
    m_drawn[arc] = true;
  }
}

}  // namespace gis

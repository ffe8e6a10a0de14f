// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/flood/river_network.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

namespace gis::flood {
namespace {

constexpr double kMetresPerDeg = 111195;  // of latitude; good to 0.3 %, for snapping only

double roughDistM(LonLat a, LonLat b) {
  const double east = (a.lon_deg - b.lon_deg) * std::cos(a.lat_deg * std::numbers::pi / 180);
  return std::hypot(east, a.lat_deg - b.lat_deg) * kMetresPerDeg;
}

}  // namespace

RiverNetwork RiverNetwork::create(std::vector<Reach> reaches, double snap_m) {
  RiverNetwork network;
  network.m_reaches = std::move(reaches);
  auto& all = network.m_reaches;
  for (std::size_t i = 0; i < all.size(); ++i) network.m_by_no.emplace_back(all[i].no, i);
  std::ranges::sort(network.m_by_no);
  network.m_downstream.assign(all.size(), kNoReach);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!all[i].downstream_no) continue;
    network.m_downstream[i] = network.find(*all[i].downstream_no);
    if (network.m_downstream[i] == kNoReach) network.m_notes.unknown_pointers.push_back(all[i].no);
  }
  network.joinByGeometry(snap_m);
  network.m_upstream_start.assign(all.size() + 1, 0);
  for (const std::size_t down : network.m_downstream)
    if (down != kNoReach) ++network.m_upstream_start[down + 1];
  for (std::size_t i = 0; i < all.size(); ++i) network.m_upstream_start[i + 1] += network.m_upstream_start[i];
  network.m_upstream.resize(network.m_upstream_start.back());
  auto next = network.m_upstream_start;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (const std::size_t down = network.m_downstream[i]; down != kNoReach)
      network.m_upstream[next[down]++] = static_cast<std::uint32_t>(i);
  network.findLoops();
  return network;
}

void RiverNetwork::joinByGeometry(double snap_m) {
  // Beginnings by cells a little larger than the snapping distance; a match lies in the own cell or one beside it.
  const double cell_deg = std::max(snap_m, 1.0) * 1.5 / kMetresPerDeg;
  const auto cellOf = [&](double deg) { return static_cast<std::int64_t>(std::floor(deg / cell_deg)); };
  std::map<std::pair<std::int64_t, std::int64_t>, std::vector<std::size_t>> begins;
  for (std::size_t i = 0; i < m_reaches.size(); ++i)
    if (!m_reaches[i].line.empty())
      begins[{cellOf(m_reaches[i].line.front().lon_deg), cellOf(m_reaches[i].line.front().lat_deg)}].push_back(i);
  for (std::size_t i = 0; i < m_reaches.size(); ++i) {
    if (m_downstream[i] != kNoReach || m_reaches[i].line.size() < 2) continue;
    const LonLat end = m_reaches[i].line.back();
    std::vector<std::size_t> found;
    for (std::int64_t dx = -2; dx <= 2; ++dx)  // degrees of longitude are shorter
      for (std::int64_t dy = -1; dy <= 1; ++dy)
        if (const auto cell = begins.find({cellOf(end.lon_deg) + dx, cellOf(end.lat_deg) + dy}); cell != begins.end())
          for (const std::size_t other : cell->second)
            if (other != i && roughDistM(end, m_reaches[other].line.front()) <= snap_m) found.push_back(other);
    if (found.empty()) continue;
    ++m_notes.joined_by_geometry;
    m_notes.forks += found.size() > 1 ? 1 : 0;
    m_downstream[i] = *std::ranges::max_element(found, [&](std::size_t a, std::size_t b) {
      return std::pair(m_reaches[a].upstream_km2, m_reaches[b].no) <
             std::pair(m_reaches[b].upstream_km2, m_reaches[a].no);
    });
  }
}

void RiverNetwork::findLoops() {
  std::vector<int> walk_of(m_reaches.size(), 0);
  int walk = 0;
  for (std::size_t from = 0; from < m_reaches.size(); ++from) {
    if (walk_of[from] != 0) continue;
    ++walk;
    std::size_t at = from;
    for (; at != kNoReach && walk_of[at] == 0; at = m_downstream[at]) walk_of[at] = walk;
    if (at == kNoReach || walk_of[at] != walk) continue;
    std::vector<int> loop;
    std::size_t round = at;
    do {
      loop.push_back(m_reaches[round].no);
      round = m_downstream[round];
    } while (round != at);
    m_notes.loops.push_back(std::move(loop));
  }
}

std::size_t RiverNetwork::find(int no) const {
  const auto found = std::ranges::lower_bound(m_by_no, no, {}, &std::pair<int, std::size_t>::first);
  return found == m_by_no.end() || found->first != no ? kNoReach : found->second;
}

std::span<const std::uint32_t> RiverNetwork::upstreamOf(std::size_t reach) const {
  return std::span(m_upstream).subspan(m_upstream_start[reach], m_upstream_start[reach + 1] - m_upstream_start[reach]);
}

std::vector<std::size_t> RiverNetwork::upstream(std::size_t reach) const {
  std::vector<std::size_t> found{reach};
  std::vector<std::uint8_t> seen(m_reaches.size(), 0);
  seen[reach] = 1;
  for (std::size_t next = 0; next < found.size(); ++next)
    for (const std::uint32_t up : upstreamOf(found[next]))
      if (!seen[up]) seen[up] = 1, found.push_back(up);
  return found;
}

std::vector<std::size_t> RiverNetwork::downstream(std::size_t reach) const {
  std::vector<std::size_t> found;
  std::vector<std::uint8_t> seen(m_reaches.size(), 0);
  for (std::size_t at = reach; at != kNoReach && !seen[at]; at = m_downstream[at]) {
    seen[at] = 1;
    found.push_back(at);
  }
  return found;
}

std::vector<std::size_t> RiverNetwork::mainStem(std::size_t reach) const {
  std::vector<std::size_t> stem{reach};
  std::vector<std::uint8_t> seen(m_reaches.size(), 0);
  seen[reach] = 1;
  while (true) {
    std::size_t best = kNoReach;
    for (const std::uint32_t up : upstreamOf(stem.back()))
      if (!seen[up] && (best == kNoReach || m_reaches[up].upstream_km2 > m_reaches[best].upstream_km2)) best = up;
    if (best == kNoReach) return stem;
    seen[best] = 1;
    stem.push_back(best);
  }
}

std::vector<RiverNetwork::Stream> RiverNetwork::streams(double least_km2) const {
  std::vector<Stream> streams;
  std::vector<std::size_t> stream_of(m_reaches.size(), kNoReach);
  std::vector<std::pair<std::size_t, std::size_t>> mouths;  // reach, stream that it flows into
  for (std::size_t i = 0; i < m_reaches.size(); ++i)
    if (m_downstream[i] == kNoReach && m_reaches[i].upstream_km2 >= least_km2) mouths.emplace_back(i, kNoReach);
  std::ranges::sort(mouths, {}, [&](const auto& m) { return -m_reaches[m.first].upstream_km2; });
  for (std::size_t next = 0; next < mouths.size(); ++next) {
    const auto [mouth, parent] = mouths[next];
    if (stream_of[mouth] != kNoReach) continue;
    Stream stream{mouth, parent, {}, {}, 0};
    for (const std::size_t reach : mainStem(mouth)) {
      if (m_reaches[reach].upstream_km2 < least_km2 || stream_of[reach] != kNoReach) break;
      stream_of[reach] = streams.size();
      stream.reaches.push_back(reach);
      stream.length_m += m_reaches[reach].length_m;
      if (stream.name.empty()) stream.name = m_reaches[reach].name;
    }
    for (const std::size_t reach : stream.reaches)
      for (const std::uint32_t up : upstreamOf(reach))
        if (stream_of[up] == kNoReach && m_reaches[up].upstream_km2 >= least_km2 &&
            std::ranges::find(stream.reaches, std::size_t{up}) == stream.reaches.end())
          mouths.emplace_back(up, streams.size());
    streams.push_back(std::move(stream));
  }
  return streams;
}

}  // namespace gis::flood

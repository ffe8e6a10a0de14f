// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/divisions_sites.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "gis/demo/relief_noise.h"

namespace gis::demo {

std::vector<std::size_t> chooseSites(const Plan& plan, std::span<const std::size_t> cells, const SiteWish& wish,
                                     std::uint32_t seed) {
  struct Candidate {
    double quality;
    std::size_t cell;
  };
  std::vector<Candidate> candidates;
  candidates.reserve(cells.size());
  for (const std::size_t cell : cells) {
    const double luck = hashUniform(plan.size.columnOf(cell), plan.size.rowOf(cell), seed);
    const double quality = siteQuality(plan, cell);
    candidates.push_back({quality > 0 ? quality * (0.7 + 0.3 * luck) : -1 + 0.5 * luck - plan.water[cell], cell});
  }
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return a.quality != b.quality ? a.quality > b.quality : a.cell < b.cell;
  });
  std::vector<std::size_t> sites = wish.taken;
  const double share = static_cast<double>(cells.size()) / static_cast<double>(std::max<std::size_t>(1, wish.count));
  for (double spacing = wish.spacing_ratio * std::sqrt(share); sites.size() < wish.count; spacing *= 0.8) {
    if (spacing < 0.9) spacing = 0.9;
    for (const Candidate& candidate : candidates) {
      if (sites.size() >= wish.count) break;
      if (candidate.quality < 0 && spacing > 1) break;  // river beds and water only when nothing else is left
      const int column = plan.size.columnOf(candidate.cell);
      const int row = plan.size.rowOf(candidate.cell);
      const bool free = std::all_of(sites.begin(), sites.end(), [&](std::size_t site) {
        const double dx = plan.size.columnOf(site) - column;
        const double dy = plan.size.rowOf(site) - row;
        return dx * dx + dy * dy >= spacing * spacing;
      });
      if (free) sites.push_back(candidate.cell);
    }
    if (spacing <= 0.9) break;
  }
  return sites;
}

std::vector<long long> apportion(long long total, std::span<const double> shares) {
  const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
  std::vector<long long> parts(shares.size(), 0);
  if (shares.empty() || sum <= 0) return parts;
  std::vector<std::pair<double, std::size_t>> rest;
  long long given = 0;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const double exact = static_cast<double>(total) * shares[i] / sum;
    parts[i] = static_cast<long long>(exact);
    given += parts[i];
    rest.emplace_back(-(exact - static_cast<double>(parts[i])), i);
  }
  std::sort(rest.begin(), rest.end());
  for (std::size_t i = 0; given < total; ++i, ++given) ++parts[rest[i % rest.size()].second];
  return parts;
}

}  // namespace gis::demo

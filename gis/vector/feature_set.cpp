// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/vector/feature_set.h"

#include <algorithm>
#include <limits>

namespace gis {

namespace {

// Both sets swept from edge to edge; keep(in_a, in_b) says which stretches belong to the result.
template <class Keep>
FeatureSet combined(const std::vector<FeatureSet::Run>& a, const std::vector<FeatureSet::Run>& b, Keep keep) {
  // The k-th edge of a set: beginnings and ends in turns.
  const auto edge = [](const std::vector<FeatureSet::Run>& runs, std::size_t k) {
    if (k / 2 >= runs.size()) return std::numeric_limits<std::uint32_t>::max();
    return k % 2 == 0 ? runs[k / 2].first : runs[k / 2].end;
  };
  FeatureSet result;
  std::size_t i = 0, j = 0;
  while (i < a.size() * 2 || j < b.size() * 2) {
    const std::uint32_t from = std::min(edge(a, i), edge(b, j));
    if (edge(a, i) == from) ++i;
    if (edge(b, j) == from) ++j;
    const std::uint32_t to = std::min(edge(a, i), edge(b, j));
    if (keep(i % 2 == 1, j % 2 == 1)) result.append(from, to);
  }
  return result;
}

}  // namespace

FeatureSet FeatureSet::of(std::vector<std::uint32_t> features) {
  std::ranges::sort(features);
  FeatureSet result;
  for (const std::uint32_t feature : features)
    if (!result.contains(feature)) result.append(feature, feature + 1);
  return result;
}

void FeatureSet::append(std::uint32_t first, std::uint32_t end) {
  if (first >= end) return;
  if (!m_runs.empty() && m_runs.back().end == first) {
    m_runs.back().end = end;
  } else {
    m_runs.push_back({first, end});
  }
}

std::size_t FeatureSet::count() const {
  std::size_t count = 0;
  for (const Run& run : m_runs) count += run.end - run.first;
  return count;
}

bool FeatureSet::contains(std::uint32_t feature) const {
  const auto after = std::ranges::upper_bound(m_runs, feature, {}, &Run::first);
  return after != m_runs.begin() && feature < std::prev(after)->end;
}

std::uint32_t FeatureSet::at(std::size_t n) const {
  for (const Run& run : m_runs) {
    if (n < run.end - run.first) return run.first + static_cast<std::uint32_t>(n);
    n -= run.end - run.first;
  }
  return std::numeric_limits<std::uint32_t>::max();
}

FeatureSet operator|(const FeatureSet& a, const FeatureSet& b) {
  return combined(a.m_runs, b.m_runs, [](bool in_a, bool in_b) { return in_a || in_b; });
}
FeatureSet operator&(const FeatureSet& a, const FeatureSet& b) {
  return combined(a.m_runs, b.m_runs, [](bool in_a, bool in_b) { return in_a && in_b; });
}
FeatureSet operator-(const FeatureSet& a, const FeatureSet& b) {
  return combined(a.m_runs, b.m_runs, [](bool in_a, bool in_b) { return in_a && !in_b; });
}
FeatureSet operator^(const FeatureSet& a, const FeatureSet& b) {
  return combined(a.m_runs, b.m_runs, [](bool in_a, bool in_b) { return in_a != in_b; });
}

}  // namespace gis

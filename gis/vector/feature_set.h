// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

namespace gis {

// Some of the features of one layer, by their index in its columns, as runs: everything inside a box of a layer in
// Hilbert order is a few runs, however many features that is. A value.
class FeatureSet {
 public:
  struct Run {
    std::uint32_t first = 0, end = 0;  // [first, end)
    friend bool operator==(const Run&, const Run&) = default;
  };
  FeatureSet() = default;
  static FeatureSet of(std::vector<std::uint32_t> features);  // in any order, doubles allowed

  // Appends; `first` must not lie before the end of what is there.
  void append(std::uint32_t first, std::uint32_t end);
  const std::vector<Run>& runs() const { return m_runs; }
  bool empty() const { return m_runs.empty(); }
  std::size_t count() const;
  bool contains(std::uint32_t feature) const;
  // The n-th in ascending order; n < count().
  std::uint32_t at(std::size_t n) const;

  friend FeatureSet operator|(const FeatureSet& a, const FeatureSet& b);
  friend FeatureSet operator&(const FeatureSet& a, const FeatureSet& b);
  friend FeatureSet operator-(const FeatureSet& a, const FeatureSet& b);
  friend FeatureSet operator^(const FeatureSet& a, const FeatureSet& b);  // in one of the two
  friend bool operator==(const FeatureSet&, const FeatureSet&) = default;

 private:
  std::vector<Run> m_runs;  // ascending, neither empty nor touching
};

}  // namespace gis

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "gis/core/error.h"

namespace gis {

// How much of a thing a relocated person needs (救助需求定额). Data of an office, not of the program: the shipped ones
// (resources/exposure/relief-norms.json) name their source, and what no standard confirms is marked 待核实; a file
// relief-norms.json in the workspace replaces them.
struct ReliefNorm {
  std::string id, zh, en, unit_zh, unit_en, source_zh, source_en;
  double per_person_count = 0;  // a day, when daily
  bool daily = false;
  std::vector<int> months;  // 1..12; empty: all year
  bool confirmed = false;   // by a standard that was read
};

// Fails with kDamagedFile, naming what is wrong in a file of the workspace.
Result<std::vector<ReliefNorm>> reliefNorms(const std::filesystem::path& workspace_folder);
Result<std::vector<ReliefNorm>> readReliefNorms(const std::string& json, const std::string& name);

struct ReliefNeed {
  ReliefNorm norm;
  std::int64_t amount = 0;  // rounded up: half a tent is no tent
};
// For so many people over so many days, in a month (1..12). Fails with kInvalidArgument for negative people, fewer than
// one day, a month that is none.
Result<std::vector<ReliefNeed>> reliefNeeds(const std::vector<ReliefNorm>& norms, std::int64_t people, int days,
                                            int month);

}  // namespace gis

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/risk/capability.h"

#include <gtest/gtest.h>

#include "tests/cases/case_rows.h"

namespace gis::risk {

TEST(Capability, SevenTownshipsAsPublished) {
  const auto rows = caseRows("risk_capability.tsv");
  std::vector<CapabilityInput> towns;
  for (const CaseRow& row : rows)
    towns.push_back({row.number(2), row.number(1), row.number(3), row.number(4), row.number(5), row.number(6),
                     row.number(7), row.number(8), row.number(9), row.number(10), row.number(11)});
  const auto scores = capabilityScores(towns);
  ASSERT_TRUE(scores.has_value());
  std::vector<double> totals;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const CapabilityScore& s = (*scores)[i];
    EXPECT_NEAR(s.manage, rows[i].number(12), 2e-6) << rows[i].where();
    EXPECT_NEAR(s.prepare, rows[i].number(13), 2e-6) << rows[i].where();
    EXPECT_NEAR(s.rescue, rows[i].number(14), 2e-6) << rows[i].where();
    EXPECT_NEAR(s.total, rows[i].number(15), 2e-6) << rows[i].where();
    totals.push_back(s.total);
  }
  const auto grades = capabilityGrades(totals);
  for (std::size_t i = 0; i < rows.size(); ++i)
    EXPECT_EQ(static_cast<int>(grades[i]) + 1, rows[i].integer(16)) << rows[i].where();
}

TEST(Capability, NobodyLivingThereIsRefused) {
  EXPECT_EQ(capabilityScores({CapabilityInput{}}).error().code, ErrorCode::kOutOfRange);
  CapabilityInput negative;
  negative.population = 10, negative.hospital_beds = -1;
  EXPECT_FALSE(capabilityScores({negative}).has_value());
  EXPECT_TRUE(capabilityScores({}).has_value());
}

}  // namespace gis::risk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "gis/situation/draft.h"

namespace gis::situation {

// Figures that do not agree by the rules. A rule is asked when its total and at least one part are known: parts that
// are together more than the total are wrong whatever the others are; a sum that is smaller is wrong only when all are
// known.
std::vector<Finding> checkTotals(const ReportCatalogue& catalogue, const Facts& facts);

// Shares of counties that do not add up to the whole (`where`: the fact), and those of one county that do not agree
// among themselves (`where`: the rule). A figure of which no county told its share is not asked; one of which any did
// is that sum, so that a county without it has none.
std::vector<Finding> checkCounties(const ReportCatalogue& catalogue, const Facts& facts, const Counties& counties);

// Cumulative figures of the draft that fell without a reason, or that speak of longer ago than the grade's deadline
// allows.
std::vector<Finding> checkAgainstBefore(const ReportCatalogue& catalogue, const Facts& facts, const Facts& before,
                                        const Blanks& typed);
std::vector<Finding> checkAge(const ReportCatalogue& catalogue, const Facts& facts, const std::string& grade,
                              std::int64_t as_of_utc_ms);

// Typed words that are not words yet: {x}, XX, ××, 待填, TBD.
bool holdsPlaceholder(std::string_view text);

}  // namespace gis::situation

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/clock.h"
#include "gis/edit/row_editor.h"
#include "gis/quality/quality_check.h"

namespace gis {

// How one row would be mended.
struct RowFix {
  Finding row;
  RowCells before;  // the cells that change, as they are
  RowCells after;
};

// What a rule's fix would do now, for all rows found (in one county, or everywhere). Rows that it leaves as they are
// are left out. Fails with kInvalidArgument (the rule has no fix), kCancelled, and as checkQuality does for one rule.
Result<std::vector<RowFix>> fixesOf(const Database& db, const QualityRule& rule, const std::string& county_code,
                                    const Clock& clock, const CancelToken& cancel = {});

// Makes them within a step (RowEditor::edit): all or none; undo takes all back. A row that somebody has changed since
// fixesOf fails with kChangedElsewhere.
Result<void> applyFixes(RowEditor& editor, const std::vector<RowFix>& fixes);

}  // namespace gis

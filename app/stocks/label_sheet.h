// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <filesystem>
#include <vector>

#include "gis/core/error.h"

namespace app {

// A label: what the code says to a scanner, and what a person reads beside it.
struct StockLabel {
  std::string code;
  QString name, below;
};

// Writes labels with QR codes as a PDF on A4, three by eight on a page (70 x 36 mm, as label sheets are sold). Fails
// with kNoData (no labels), kInvalidArgument (a code that is too long) and as PendingFile does. Any thread.
gis::Result<void> writeLabels(const std::filesystem::path& file, const std::vector<StockLabel>& labels);

}  // namespace app

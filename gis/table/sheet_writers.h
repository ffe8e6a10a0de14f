// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "gis/core/error.h"
#include "gis/edit/cell_value.h"

namespace gis {

// Writes rows as a person reads them, one after the other, into a file of a spreadsheet program. One thread.
class SheetWriter {
 public:
  virtual ~SheetWriter() = default;
  virtual Result<void> add(const std::vector<CellValue>& cells) = 0;
  virtual Result<void> finish() = 0;
};

// A field of a CSV line, in quotes where it needs them.
std::string csvField(const std::string& text);

// UTF-8 with byte order mark, lines end with CR LF (RFC 4180).
Result<std::unique_ptr<SheetWriter>> csvWriter(const std::filesystem::path& file,
                                               const std::vector<std::string>& headings);
// Office Open XML: headings fixed at the top with filters, numbers as numbers, texts as texts whatever they look like.
Result<std::unique_ptr<SheetWriter>> xlsxWriter(const std::filesystem::path& file, const std::string& sheet,
                                                const std::vector<std::string>& headings);

// Rows that a sheet of Excel has, without the headings ("Excel specifications and limits": 1,048,576 rows).
inline constexpr std::size_t kMostSheetRows = 1048575;

}  // namespace gis

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks_text/sheet_file.h"

#include "gis/table/sheet_writers.h"

namespace app {

gis::Result<void> writeSheetFile(const std::filesystem::path& file, const std::string& sheet,
                                 const std::vector<std::string>& headings,
                                 const std::vector<std::vector<gis::CellValue>>& rows) {
  const std::string ending = file.extension().string();
  if (ending != ".xlsx" && ending != ".csv")
    return gis::fail(gis::ErrorCode::kInvalidArgument, file.string(), ".xlsx or .csv expected");
  const std::filesystem::path part = file.string() + ".part" + ending;
  auto done = [&]() -> gis::Result<void> {
    auto writer = ending == ".csv" ? gis::csvWriter(part, headings) : gis::xlsxWriter(part, sheet, headings);
    if (!writer) return std::unexpected(writer.error());
    for (const std::vector<gis::CellValue>& row : rows)
      if (auto added = (*writer)->add(row); !added) return added;
    return (*writer)->finish();
  }();
  std::error_code trouble;
  if (done) std::filesystem::rename(part, file, trouble);
  if (done && trouble) done = gis::fail(gis::ErrorCode::kIoFailed, file.string(), trouble.message());
  std::error_code ignored;
  if (!done) std::filesystem::remove(part, ignored);
  return done;
}

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>

#include "gis/store/guarded.h"
#include "gis/store/moment.h"
#include "gis/store/raw_statement.h"
#include "pastFiles.h"

namespace gis {
namespace {

constexpr std::string_view kTable = "-- table ";
constexpr std::string_view kMoment = ":at_utc_ms";

bool hasTable(const Database& db, const std::string& table) {
  SQLite::Statement row(db.sql(), "SELECT count(*) FROM main.sqlite_schema WHERE type='table' AND name=?");
  row.bind(1, table);
  return row.executeStep() && row.getColumn(0).getInt() > 0;
}

// A view cannot be given a parameter, so the number is written into it.
std::string withMoment(std::string_view sql, std::int64_t utc_ms) {
  std::string text(sql);
  const std::string number = std::to_string(utc_ms);
  for (std::size_t at = text.find(kMoment); at != std::string::npos; at = text.find(kMoment, at))
    text.replace(at, kMoment.size(), number);
  return text;
}

// A file of rules: "-- table NAME" and the SELECT that stands for it, until the next such line.
Result<void> applyRules(const Database& db, std::string_view text, std::int64_t utc_ms) {
  for (std::size_t at = text.find(kTable); at != std::string_view::npos;) {
    const std::size_t line_end = text.find('\n', at);
    const std::size_t next = text.find(kTable, line_end);
    const std::string table(text.substr(at + kTable.size(), line_end - at - kTable.size()));
    const std::string_view select =
        text.substr(line_end + 1, next == std::string_view::npos ? next : next - line_end - 1);
    at = next;
    if (!hasTable(db, table)) continue;
    try {
      db.sql().exec("CREATE TEMP VIEW " + sqlName(table) + " AS " + withMoment(select, utc_ms));
    } catch (const SQLite::Exception& e) {
      return fail(ErrorCode::kDamagedFile, table, e.what());
    }
  }
  return {};
}

}  // namespace

std::filesystem::path atMoment(const std::filesystem::path& workspace_folder, std::int64_t utc_ms) {
  const auto plain = momentOf(workspace_folder);
  return (plain ? plain->folder : workspace_folder) / ("@" + std::to_string(utc_ms));
}

std::optional<MomentAddress> momentOf(const std::filesystem::path& address) {
  const std::string name = address.filename().string();
  if (name.size() < 2 || name[0] != '@') return std::nullopt;
  MomentAddress moment{address.parent_path(), 0};
  const auto [end, ec] = std::from_chars(name.data() + 1, name.data() + name.size(), moment.utc_ms);
  if (ec != std::errc() || end != name.data() + name.size() || moment.folder.empty()) return std::nullopt;
  return moment;
}

Result<void> lookBack(const Database& db, std::int64_t utc_ms) {
  return guarded(db, [&]() -> Result<void> {
    for (const EmbeddedFile& file : pastFiles())
      if (auto done = applyRules(db, file.text(), utc_ms); !done)
        return std::unexpected(std::move(done.error()).via(std::string(file.name)));
    return {};
  });
}

}  // namespace gis

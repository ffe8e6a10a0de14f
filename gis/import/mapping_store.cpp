// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/mapping_store.h"

#include <fmt/format.h>

#include "gis/core/digest.h"
#include "gis/store/guarded.h"

namespace gis {

std::string sourceKey(const RowSource& source) {
  Digest digest;
  for (const SourceField& field : source.layer.fields) digest.add(field.name);
  digest.add(static_cast<std::uint64_t>(source.layer.kind));
  return fmt::format("{:016x}", digest.value());
}

Result<std::optional<Mapping>> MappingStore::find(const std::string& source_key) const {
  return guarded(m_db, [&]() -> Result<std::optional<Mapping>> {
    if (m_db.sql().execAndGet("SELECT count(*) FROM sqlite_schema WHERE name='import_mapping'").getInt() == 0)
      return std::nullopt;
    SQLite::Statement row(m_db.sql(), "SELECT mapping FROM import_mapping WHERE source_key=?");
    row.bind(1, source_key);
    if (!row.executeStep()) return std::nullopt;
    auto mapping = readMapping(row.getColumn(0).getString());
    if (!mapping) return std::nullopt;  // of a later version: better guessed anew than refused
    return std::move(*mapping);
  });
}

Result<void> MappingStore::save(const std::string& source_key, const std::string& file_name, const Mapping& mapping,
                                const Clock& clock) const {
  if (m_db.mode() == OpenMode::kRead) return fail(ErrorCode::kReadOnly, m_db.file().string());
  return guarded(m_db, [&]() -> Result<void> {
    SQLite::Statement row(m_db.sql(), "INSERT OR REPLACE INTO import_mapping VALUES (?,?,?,?)");
    row.bind(1, source_key);
    row.bind(2, file_name);
    row.bind(3, mappingText(mapping));
    row.bind(4, formatUtc(clock.nowUtcMs()));
    row.exec();
    return {};
  });
}

}  // namespace gis

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/cap/warning_store.h"

#include <algorithm>

#include "gis/cap/cap_reader.h"
#include "gis/cap/cap_writer.h"
#include "gis/store/guarded.h"

namespace gis {

Result<std::vector<StoredWarning>> WarningStore::all() const {
  return guarded(*m_db, [&]() -> Result<std::vector<StoredWarning>> {
    std::vector<StoredWarning> found;
    SQLite::Statement there(m_db->sql(), "SELECT 1 FROM sqlite_schema WHERE type='table' AND name='warning_message'");
    if (!there.executeStep()) return found;
    SQLite::Statement rows(m_db->sql(),
                           "SELECT content, source, received_utc_ms FROM warning_message ORDER BY sent_utc_ms, "
                           "identifier");
    while (rows.executeStep()) {
      const auto read = readCap(rows.getColumn(0).getString());
      if (!read) return fail(ErrorCode::kDamagedFile, "warning_message", read.error().subject);
      found.push_back({warningOf(read->message), rows.getColumn(1).getString(), rows.getColumn(2).getInt64()});
    }
    return found;
  });
}

Result<std::vector<Warning12379>> WarningStore::messages() const {
  auto stored = all();
  if (!stored) return std::unexpected(std::move(stored.error()));
  std::vector<Warning12379> found;
  for (StoredWarning& each : *stored) found.push_back(std::move(each.warning));
  return found;
}

Result<WarningArrival> WarningStore::add(const CapMessage& message, const std::string& source,
                                         std::int64_t now_utc_ms) {
  return guarded(*m_db, [&]() -> Result<WarningArrival> {
    const Warning12379 warning = warningOf(message);
    auto before = messages();
    if (!before) return std::unexpected(before.error());
    before->push_back(warning);
    const LifeLines lines = lifeLines(*before, now_utc_ms);
    const bool held = std::ranges::any_of(lines.held, [&](const Warning12379& m) {
      return m.identifier == warning.identifier && m.sender == warning.sender && m.sent_utc_ms == warning.sent_utc_ms;
    });
    std::string line = warning.identifier;
    for (const WarningLife& life : lines.lives)
      for (const Warning12379& m : life.messages)
        if (m.identifier == warning.identifier && m.sender == warning.sender) line = life.id;
    SQLite::Statement row(
        m_db->sql(),
        "INSERT INTO warning_message (identifier, sender, sent_utc_ms, received_utc_ms, msg_type, status, "
        "life_line, event_code, colour, headline, is_held, source, content) VALUES "
        "(?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT DO NOTHING");
    row.bind(1, warning.identifier);
    row.bind(2, warning.sender);
    row.bind(3, warning.sent_utc_ms);
    row.bind(4, now_utc_ms);
    row.bind(5, std::string(capWord(warning.msg_type)));
    row.bind(6, std::string(capWord(warning.status)));
    row.bind(7, line);
    row.bind(8, warning.event_code);
    row.bind(9, warning.colour ? std::string(colourName(*warning.colour)) : std::string());
    row.bind(10, warning.headline);
    row.bind(11, held ? 1 : 0);
    row.bind(12, source);
    // Kept as CAP 1.2 whatever it came as; a message without info is kept as it is.
    row.bind(13, writeCap(message.infos.empty() ? message : capOf(warning)));
    if (row.exec() == 0) return WarningArrival::kDuplicate;
    return held ? WarningArrival::kHeld : WarningArrival::kNew;
  });
}

Result<LifeLines> WarningStore::lines(std::int64_t now_utc_ms) {
  const auto all = messages();
  if (!all) return std::unexpected(all.error());
  return lifeLines(*all, now_utc_ms);
}

Result<Warning12379> WarningStore::warning(const std::string& identifier) {
  const auto all = lines(0);
  if (!all) return std::unexpected(all.error());
  for (const WarningLife& life : all->lives)
    for (const Warning12379& message : life.messages)
      if (message.identifier == identifier) return life.latest();
  return fail(ErrorCode::kUnknownName, identifier);
}

}  // namespace gis

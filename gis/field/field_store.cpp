// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/field/field_store.h"

#include <algorithm>
#include <cstring>

#include "gis/store/guarded.h"

namespace gis {

namespace {

template <std::size_t N>
void copyTo(std::array<std::byte, N>& key, const SQLite::Column& column) {
  const auto size = std::min(N, static_cast<std::size_t>(column.getBytes()));
  if (size > 0) std::memcpy(key.data(), column.getBlob(), size);
}

template <std::size_t N>
void bindKey(SQLite::Statement& row, int i, const std::array<std::byte, N>& key) {
  row.bindNoCopy(i, key.data(), static_cast<int>(N));
}

}  // namespace

Result<std::optional<FieldIdentity>> FieldStore::identity() const {
  return guarded(m_db, [&]() -> Result<std::optional<FieldIdentity>> {
    SQLite::Statement row(m_db.sql(),
                          "SELECT seat, is_office, public_key, secret_key, certificate, office_key, shared_key,"
                          " base_arrival FROM field_identity");
    if (!row.executeStep()) return std::nullopt;
    FieldIdentity identity;
    identity.seat = row.getColumn(0).getString();
    identity.is_office = row.getColumn(1).getInt() != 0;
    copyTo(identity.public_key, row.getColumn(2));
    copyTo(identity.secret_key, row.getColumn(3));
    copyTo(identity.certificate, row.getColumn(4));
    copyTo(identity.office_key, row.getColumn(5));
    copyTo(identity.shared_key, row.getColumn(6));
    identity.base_arrival = row.getColumn(7).getInt64();
    SQLite::Statement locked(m_db.sql(), "SELECT salt, nonce, sealed FROM field_key_lock");
    if (locked.executeStep()) {
      KeyLock& lock = identity.lock.emplace();
      copyTo(lock.salt, locked.getColumn(0));
      copyTo(lock.nonce, locked.getColumn(1));
      copyTo(lock.sealed, locked.getColumn(2));
    }
    return identity;
  });
}

Result<void> FieldStore::setIdentity(const FieldIdentity& identity) const {
  return guarded(m_db, [&]() -> Result<void> {
    SQLite::Statement row(m_db.sql(), "INSERT OR REPLACE INTO field_identity VALUES (1,?,?,?,?,?,?,?,?)");
    row.bind(1, identity.seat);
    row.bind(2, identity.is_office ? 1 : 0);
    bindKey(row, 3, identity.public_key);
    bindKey(row, 4, identity.secret_key);
    bindKey(row, 5, identity.certificate);
    bindKey(row, 6, identity.office_key);
    bindKey(row, 7, identity.shared_key);
    row.bind(8, identity.base_arrival);
    row.exec();
    m_db.sql().exec("DELETE FROM field_key_lock");
    if (!identity.lock) return {};
    SQLite::Statement lock(m_db.sql(), "INSERT INTO field_key_lock VALUES (1,?,?,?)");
    bindKey(lock, 1, identity.lock->salt);
    bindKey(lock, 2, identity.lock->nonce);
    bindKey(lock, 3, identity.lock->sealed);
    lock.exec();
    return {};
  });
}

Result<std::vector<FieldSeat>> FieldStore::seats() const {
  return guarded(m_db, [&]() -> Result<std::vector<FieldSeat>> {
    SQLite::Statement rows(m_db.sql(),
                           "SELECT seat, area, prepared_utc_ms, prepared_by, base_arrival, brought_back_utc_ms FROM"
                           " field_seat ORDER BY prepared_utc_ms, seat");
    std::vector<FieldSeat> seats;
    while (rows.executeStep()) {
      FieldSeat seat{rows.getColumn(0).getString(), rows.getColumn(1).getString(), rows.getColumn(2).getInt64(),
                     rows.getColumn(3).getString(), rows.getColumn(4).getInt64(),  std::nullopt};
      if (!rows.getColumn(5).isNull()) seat.brought_back_utc_ms = rows.getColumn(5).getInt64();
      seats.push_back(std::move(seat));
    }
    return seats;
  });
}

Result<void> FieldStore::addSeat(const FieldSeat& seat) const {
  return guarded(m_db, [&]() -> Result<void> {
    SQLite::Statement row(m_db.sql(), "INSERT INTO field_seat VALUES (?,?,?,?,?,NULL)");
    row.bind(1, seat.seat);
    row.bind(2, seat.area);
    row.bind(3, seat.prepared_utc_ms);
    row.bind(4, seat.prepared_by);
    row.bind(5, seat.base_arrival);
    row.exec();
    return {};
  });
}

Result<std::vector<MergedPackage>> FieldStore::packages() const {
  return guarded(m_db, [&]() -> Result<std::vector<MergedPackage>> {
    SQLite::Statement rows(m_db.sql(),
                           "SELECT package_uuid, seat, made_utc_ms, merged_utc_ms, steps, new_steps, conflicts FROM"
                           " field_package ORDER BY merged_utc_ms DESC, package_uuid");
    std::vector<MergedPackage> packages;
    while (rows.executeStep())
      packages.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getString(), rows.getColumn(2).getInt64(),
                          rows.getColumn(3).getInt64(), rows.getColumn(4).getInt(), rows.getColumn(5).getInt(),
                          rows.getColumn(6).getInt()});
    return packages;
  });
}

Result<void> FieldStore::addPackage(const PackageManifest& manifest, std::int64_t now_utc_ms, int new_steps,
                                    int conflicts) const {
  return guarded(m_db, [&]() -> Result<void> {
    SQLite::Statement row(m_db.sql(), "INSERT OR IGNORE INTO field_package VALUES (?,?,?,?,?,?,?)");
    row.bind(1, manifest.package_uuid);
    row.bind(2, manifest.seat);
    row.bind(3, manifest.made_utc_ms);
    row.bind(4, now_utc_ms);
    row.bind(5, manifest.steps);
    row.bind(6, new_steps);
    row.bind(7, conflicts);
    row.exec();
    SQLite::Statement seat(m_db.sql(), "UPDATE field_seat SET brought_back_utc_ms=? WHERE seat=?");
    seat.bind(1, now_utc_ms);
    seat.bind(2, manifest.seat);
    seat.exec();
    return {};
  });
}

}  // namespace gis

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "gis/field/change_package.h"
#include "gis/store/database.h"

namespace gis {

// A laptop that this office has prepared.
struct FieldSeat {
  std::string seat;
  std::string area;
  std::int64_t prepared_utc_ms = 0;
  std::string prepared_by;
  std::int64_t base_arrival = 0;
  std::optional<std::int64_t> brought_back_utc_ms;
};

// A package that was merged here.
struct MergedPackage {
  std::string package_uuid;
  std::string seat;
  std::int64_t made_utc_ms = 0;
  std::int64_t merged_utc_ms = 0;
  int steps = 0;
  int new_steps = 0;
  int conflicts = 0;
};

// The tables field_identity, field_key_lock, field_seat and field_package. One thread.
class FieldStore {
 public:
  explicit FieldStore(const Database& db) : m_db(db) {}
  Result<std::optional<FieldIdentity>> identity() const;
  Result<void> setIdentity(const FieldIdentity& identity) const;
  Result<std::vector<FieldSeat>> seats() const;
  Result<void> addSeat(const FieldSeat& seat) const;
  // Those that were merged here, the latest first.
  Result<std::vector<MergedPackage>> packages() const;
  // Remembers that a package was merged; a laptop's package also marks the laptop as brought back.
  Result<void> addPackage(const PackageManifest& manifest, std::int64_t now_utc_ms, int new_steps, int conflicts) const;

 private:
  const Database& m_db;
};

}  // namespace gis

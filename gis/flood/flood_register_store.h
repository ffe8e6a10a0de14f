// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "gis/core/cancel.h"
#include "gis/edit/row_editor.h"
#include "gis/flood/flood_records.h"
#include "gis/flood/river_trace.h"
#include "gis/store/database.h"

namespace gis::flood {

// Reads what the flood room knows from the workspace. A database from before the flood tables gives what it has. One
// thread, one connection.
class FloodRegisterStore {
 public:
  explicit FloodRegisterStore(const Database& db) : m_db(db) {}

  Result<FloodRegister> read(const CancelToken& cancel = {}) const;
  // Reaches, catchments, villages, reservoirs and gauges, tied to each other.
  Result<RiverBasin> rivers(const CancelToken& cancel = {}) const;
  // Persons to call in a division (roles 1-6), leads first.
  Result<std::vector<Person>> peopleOf(const std::string& division_code) const;
  // What a proposal for a section is computed from; kNoData (subject names what is missing) without catchment, curve
  // number or critical flow.
  Result<SectionBasin> basinOf(const std::string& section_code) const;

 private:
  const Database& m_db;
};

// Writes proposals for a section as thresholds: rows that are there and were surveyed (method 1) stay. Returns how many
// were written. For use in RowEditor::edit.
Result<int> writeProposals(RowEditor& rows, const Database& db, const std::string& section_code,
                           const std::vector<RainThreshold>& proposals, const std::string& source);

}  // namespace gis::flood

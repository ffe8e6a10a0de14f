// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "gis/situation/fact_store.h"
#include "gis/situation/report_store.h"

namespace gis::situation {

// What a person asks for.
struct ReportWish {
  ReportKind kind = ReportKind::kFirst;
  std::string incident;  // uuid or number; empty: none
  std::int64_t as_of_utc_ms = 0;
  Blanks typed;
  bool is_drill = false;  // for a report of no incident; an incident says itself
  std::string corrects;   // number of the report it puts right
};

// Everything that a draft is made of, read at once: a few short queries, well under a second on a city. Fails with
// kUnknownName (no such incident, or the number it corrects), else as the stores do.
Result<DraftMaterial> gatherMaterial(const Database& db, const ReportCatalogue& catalogue, const ReportWish& wish);

// The question behind the facts of a draft, to ask for a fact's rows.
FactQuestion questionOf(const DraftMaterial& material, bool is_demo);

// Gathers, checks and issues in one transaction. Fails as ReportStore::issue does.
Result<IssuedReport> issueReport(const Database& db, const ReportCatalogue& catalogue, const ReportWish& wish,
                                 const std::string& issued_by, const Clock& clock, UuidSource& uuids);

}  // namespace gis::situation

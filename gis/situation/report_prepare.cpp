// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/situation/report_prepare.h"

#include <algorithm>

namespace gis::situation {

FactQuestion questionOf(const DraftMaterial& material, bool is_demo) {
  return {material.incident.uuid, material.as_of_utc_ms, material.is_drill || is_demo};
}

namespace {

// What only a table with counties beside the whole needs.
Result<void> addCounties(const Database& db, const ReportCatalogue& catalogue, const ReportOffice& office,
                         DraftMaterial& material) {
  if (std::ranges::none_of(catalogue.templateOf(material.kind).blocks, &TemplateBlock::has_counties)) return {};
  auto counties = FactStore(db).counties(catalogue.facts, questionOf(material, office.is_demo));
  if (!counties) return std::unexpected(counties.error());
  auto before = ReportStore(db).countiesBefore(material.incident.uuid, material.is_drill, material.as_of_utc_ms);
  if (!before) return std::unexpected(before.error());
  material.counties = std::move(*counties);
  material.counties_before = std::move(*before);
  return {};
}

}  // namespace

Result<DraftMaterial> gatherMaterial(const Database& db, const ReportCatalogue& catalogue, const ReportWish& wish) {
  const ReportStore store(db);
  auto office = store.office();
  if (!office) return std::unexpected(office.error());
  DraftMaterial material;
  material.kind = wish.kind;
  material.as_of_utc_ms = wish.as_of_utc_ms;
  material.typed = wish.typed;
  material.office = office->office;
  material.city = office->city;
  material.corrects = wish.corrects;
  material.is_drill = wish.is_drill;
  material.is_demo = office->is_demo;
  if (!wish.incident.empty()) {
    auto incident = store.incident(wish.incident, wish.as_of_utc_ms);
    if (!incident) return std::unexpected(incident.error());
    material.incident = std::move(*incident);
    material.is_drill = material.incident.is_drill;
  }
  if (!wish.corrects.empty())
    if (auto known = store.content(wish.corrects); !known) return std::unexpected(known.error());
  auto sequence = store.nextSequence(material.incident.uuid, wish.kind, material.is_drill, wish.as_of_utc_ms);
  if (!sequence) return std::unexpected(sequence.error());
  material.sequence = *sequence;
  auto before = store.factsBefore(material.incident.uuid, material.is_drill, wish.as_of_utc_ms);
  if (!before) return std::unexpected(before.error());
  material.before = std::move(*before);
  auto facts = FactStore(db).facts(catalogue.facts, questionOf(material, office->is_demo));
  if (!facts) return std::unexpected(facts.error());
  material.facts = std::move(*facts);
  if (auto told = addCounties(db, catalogue, *office, material); !told) return std::unexpected(told.error());
  return material;
}

Result<IssuedReport> issueReport(const Database& db, const ReportCatalogue& catalogue, const ReportWish& wish,
                                 const std::string& issued_by, const Clock& clock, UuidSource& uuids) {
  auto material = gatherMaterial(db, catalogue, wish);
  if (!material) return std::unexpected(material.error());
  return ReportStore(db).issue(
      [&](const std::string& number) {
        material->number = number;
        return makeDraft(catalogue, *material);
      },
      issued_by, clock, uuids);
}

}  // namespace gis::situation

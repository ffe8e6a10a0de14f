// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gis/situation/draft.h"

namespace tests {

// What a draft is made of when every fact of the catalogue is known and every blank is typed: the second of its kind,
// putting the first right.
inline gis::situation::DraftMaterial fullMaterial(const gis::situation::ReportCatalogue& catalogue,
                                                  gis::situation::ReportKind kind, std::int64_t at_utc_ms) {
  namespace situation = gis::situation;
  situation::DraftMaterial material;
  material.kind = kind;
  material.sequence = 2;
  material.corrects = "长应急报〔2026〕1号";
  material.incident = {"0190a1b2-c3d4-7abc-8def-000000000001", "SJ1", "山洪", "III", "responding", false, at_utc_ms};
  material.as_of_utc_ms = at_utc_ms;
  for (const situation::FactDefinition& fact : catalogue.facts)
    material.facts[fact.name] = fact.kind == situation::FactKind::kNumber
                                    ? situation::Fact{0, "0", at_utc_ms}
                                    : situation::Fact{std::nullopt, "已知", at_utc_ms};
  for (const situation::BlankDefinition& blank : catalogue.templateOf(kind).blanks)
    material.typed[blank.name] = blank.label.zh + "已核实";
  material.before["dead"] = {0, "0", at_utc_ms};
  if (kind == situation::ReportKind::kStatistics) {
    for (const char* name : {"襄垣县", "沁源县", "平顺县"}) material.counties.push_back({name, name, material.facts});
    std::erase_if(material.counties.back().facts, [](const auto& one) { return one.first.starts_with("loss_"); });
    material.counties_before.push_back({"襄垣县", "襄垣县", {{"dead", {1, "1", at_utc_ms}}}});
  }
  material.office = "长治市应急管理局";
  material.city = "长治市";
  return material;
}

}  // namespace tests

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "gis/incident/incident.h"
#include "gis/incident/incident_catalogue.h"

namespace gis::incident {

// What one criterion says.
struct CriterionFinding {
  Criterion criterion;
  std::optional<double> value;    // sum of the figures that are known; none: none is
  std::optional<Rank> rank;       // none: nothing known, or too little for any rank
  std::optional<Rank> next;       // the worse rank that comes next
  std::optional<double> to_next;  // how much is missing to it
};

struct RuleFinding {
  std::string rule_id;
  TwoLanguages title;
  std::string source, certainty;
  bool proposes_response = false;
  std::optional<Rank> rank;
  std::vector<CriterionFinding> criteria;
};

// Why a grade is proposed: each rule for the type with each of its criteria.
struct GradeProposal {
  std::optional<Rank> grade;            // worst of the rules that grade; none: no figure of them is known yet
  std::optional<Rank> response;         // worst of those that propose a response level
  std::optional<Rank> if_missing_died;  // grade when the missing are counted as dead; only when it is worse
  std::vector<RuleFinding> rules;
};

// The four grades of 《特别重大、重大突发事件分级标准（试行）》, 国务院令第394、493号, 森林防火条例 §40, the earthquake
// plan, as they stand in resources/incident/grades.json; 以上 includes the limit, 以下 does not. Pure; any thread.
GradeProposal proposeGrade(const IncidentCatalogue& catalogue, const Incident& incident);

}  // namespace gis::incident

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/incident/grade.h"

namespace gis::incident {
namespace {

constexpr std::string_view kDead = "dead", kMissing = "missing";

// The worse of two; nothing is no rank at all.
std::optional<Rank> worse(std::optional<Rank> a, std::optional<Rank> b) {
  if (!a || !b) return a ? a : b;
  return std::min(*a, *b);
}

CriterionFinding findingOf(const Criterion& criterion, const Incident& incident, double more_dead) {
  CriterionFinding found{criterion, {}, {}, {}, {}};
  for (const std::string& figure : criterion.figures) {
    std::optional<double> value = incident.value(figure);
    if (figure == kDead && more_dead > 0) value = value.value_or(0) + more_dead;
    if (value) found.value = found.value.value_or(0) + *value;
  }
  if (!found.value) return found;
  const bool is_open_below = !criterion.at_least[3];
  for (int i = 3; i >= 0; --i) {
    const auto limit = criterion.at_least[static_cast<std::size_t>(i)];
    const bool reached = limit ? *found.value >= *limit : is_open_below;
    if (reached) {
      found.rank = static_cast<Rank>(i + 1);
    } else {
      found.next = static_cast<Rank>(i + 1);
      found.to_next = *limit - *found.value;
      break;
    }
  }
  return found;
}

RuleFinding findingOf(const GradeRule& rule, const Incident& incident, double more_dead) {
  RuleFinding found{rule.id, rule.title, rule.source, rule.certainty, rule.proposes_response, {}, {}};
  for (const Criterion& criterion : rule.criteria) {
    found.criteria.push_back(findingOf(criterion, incident, more_dead));
    found.rank = worse(found.rank, found.criteria.back().rank);
  }
  return found;
}

}  // namespace

GradeProposal proposeGrade(const IncidentCatalogue& catalogue, const Incident& incident) {
  GradeProposal proposal;
  const IncidentType* type = catalogue.type(incident.head.type);
  if (type == nullptr) return proposal;
  const double missing = incident.value(kMissing).value_or(0);
  std::optional<Rank> with_missing;
  for (const std::string& id : type->rules) {
    const GradeRule* rule = catalogue.rule(id);
    if (rule == nullptr) continue;
    proposal.rules.push_back(findingOf(*rule, incident, 0));
    auto& worst = rule->proposes_response ? proposal.response : proposal.grade;
    worst = worse(worst, proposal.rules.back().rank);
    if (!rule->proposes_response) with_missing = worse(with_missing, findingOf(*rule, incident, missing).rank);
  }
  if (with_missing && (!proposal.grade || *with_missing < *proposal.grade)) proposal.if_missing_died = with_missing;
  return proposal;
}

}  // namespace gis::incident

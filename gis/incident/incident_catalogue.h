// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis/core/error.h"
#include "gis/incident/incident_event.h"

namespace gis::incident {

struct TwoLanguages {
  std::string zh, en;
  const std::string& in(bool is_chinese) const { return is_chinese ? zh : en; }
};

enum class TypeGroup { kNatural, kAccident };

// A type of incident: disaster types of the statistics of natural disasters, and accidents.
struct IncidentType {
  std::string id;
  TwoLanguages name;
  TypeGroup group = TypeGroup::kNatural;
  std::vector<std::string> rules;  // grade rules that speak of it
  std::string plan;                // its response plan
};

// What can be counted of an incident.
struct FigureKind {
  std::string id;
  TwoLanguages name, unit;
  bool is_whole = true;  // people and houses; else hectares, money, magnitude
  bool is_main = false;  // stands first, whatever the type
};

// One line of a rule: the sum of these figures against the least value of each rank. None for Ⅳ in a rule that grades:
// whatever is smaller is Ⅳ.
struct Criterion {
  std::vector<std::string> figures;
  TwoLanguages name, unit;
  std::array<std::optional<double>, 4> at_least;  // Ⅰ Ⅱ Ⅲ Ⅳ; in the unit of the figures
};

// Rules of one paper; the worst rank of any criterion counts.
struct GradeRule {
  std::string id;
  TwoLanguages title;
  std::string source;
  std::string certainty;           // "good", "fair"
  bool proposes_response = false;  // levels of a response plan, no grade of the event
  std::vector<Criterion> criteria;
};

struct TaskTemplate {
  Rank level = Rank::kIV;
  std::string text, owner, clause;
  int deadline_s = 0;  // 0: none
};

// The city's emergency plan for some types: levels, who decides, what begins with each.
struct ResponsePlan {
  std::string id;
  TwoLanguages title;
  std::string source;
  std::array<TwoLanguages, 4> label, decider;  // by rank
  bool takes_callout_tasks = false;  // tasks of the call-out plan in force belong to its levels (red is Ⅰ .. blue is Ⅳ)
  std::vector<TaskTemplate> tasks;
};

// resources/incident/*.json. Immutable; any thread may read one.
struct IncidentCatalogue {
  std::vector<IncidentType> types;
  std::vector<FigureKind> figures;
  std::vector<GradeRule> rules;
  std::vector<ResponsePlan> plans;

  const IncidentType* type(std::string_view id) const;
  // By id or by either name.
  const IncidentType* typeNamed(std::string_view name) const;
  const FigureKind* figure(std::string_view id) const;
  const FigureKind* figureNamed(std::string_view name) const;
  const GradeRule* rule(std::string_view id) const;
  const ResponsePlan* plan(std::string_view id) const;
};

// Reads the four texts; fails with kInvalidArgument and the place ("types[2].rules: no rule is called x").
Result<IncidentCatalogue> readCatalogue(std::string_view types, std::string_view figures, std::string_view grades,
                                        std::string_view response);
// The one that comes with the program.
Result<IncidentCatalogue> builtInCatalogue();

}  // namespace gis::incident

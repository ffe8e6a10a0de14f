// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/incident/incident_catalogue.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "incidentFiles.h"

namespace gis::incident {
namespace {

using Json = nlohmann::ordered_json;

// Thrown inside this file only.
struct Wrong {
  std::string where, what;
};

TwoLanguages readBoth(const Json& json) { return {json.at("zh").get<std::string>(), json.at("en").get<std::string>()}; }

// Reads each object of a list; what is wrong in one is told with its place.
template <class Read>
void eachOf(std::string_view text, const char* list, Read&& read) {
  const Json json = Json::parse(text);
  int at = 0;
  for (const Json& one : json.at(list)) {
    const std::string where = fmt::format("{}[{}]", list, at++);
    try {
      read(one);
    } catch (const Json::exception& e) {
      throw Wrong{where, e.what()};
    } catch (const Wrong& e) {
      throw Wrong{where + "." + e.where, e.what};
    }
  }
}

FigureKind readFigureKind(const Json& one) {
  return {one.at("id").get<std::string>(), readBoth(one.at("name")), readBoth(one.at("unit")), one.value("whole", true),
          one.value("main", false)};
}

Criterion readCriterion(const IncidentCatalogue& catalogue, const Json& one) {
  Criterion made;
  made.figures = one.at("figures").get<std::vector<std::string>>();
  for (const std::string& figure : made.figures)
    if (catalogue.figure(figure) == nullptr) throw Wrong{"figures", "no figure is called " + figure};
  made.name = readBoth(one.at("name")), made.unit = readBoth(one.at("unit"));
  const auto limits = one.at("at_least").get<std::vector<double>>();
  if (limits.size() < 3 || limits.size() > 4) throw Wrong{"at_least", "three or four limits are expected"};
  if (!std::ranges::is_sorted(limits, std::ranges::greater())) throw Wrong{"at_least", "the limits must fall"};
  std::ranges::copy(limits, made.at_least.begin());
  return made;
}

GradeRule readRule(const IncidentCatalogue& catalogue, const Json& one) {
  GradeRule rule{one.at("id").get<std::string>(),       readBoth(one.at("title")),
                 one.at("source").get<std::string>(),   one.at("certainty").get<std::string>(),
                 one.value("proposes_response", false), {}};
  for (const Json& criterion : one.at("criteria")) rule.criteria.push_back(readCriterion(catalogue, criterion));
  return rule;
}

std::array<TwoLanguages, 4> readFour(const Json& list) {
  if (list.size() != 4) throw Wrong{"label", "one for each of the four levels is expected"};
  std::array<TwoLanguages, 4> four;
  for (std::size_t i = 0; i < 4; ++i) four[i] = readBoth(list.at(i));
  return four;
}

ResponsePlan readPlan(const Json& one) {
  ResponsePlan plan;
  plan.id = one.at("id").get<std::string>(), plan.title = readBoth(one.at("title"));
  plan.source = one.at("source").get<std::string>();
  plan.label = readFour(one.at("label")), plan.decider = readFour(one.at("decider"));
  plan.takes_callout_tasks = one.value("takes_callout_tasks", false);
  for (const Json& task : one.at("tasks")) {
    const auto level = rankNamed(task.at("level").get<std::string>());
    const int deadline_s = task.value("deadline_s", 0);
    if (!level) throw Wrong{"tasks", "a level is I, II, III or IV"};
    if (deadline_s < 0) throw Wrong{"tasks", "a deadline is 0 or more seconds"};
    plan.tasks.push_back({*level, task.at("text").get<std::string>(), task.at("owner").get<std::string>(),
                          task.value("clause", std::string()), deadline_s});
  }
  return plan;
}

IncidentType readType(const IncidentCatalogue& catalogue, const Json& one) {
  IncidentType type{one.at("id").get<std::string>(), readBoth(one.at("name")),
                    one.at("group").get<std::string>() == "accident" ? TypeGroup::kAccident : TypeGroup::kNatural,
                    one.at("rules").get<std::vector<std::string>>(), one.at("plan").get<std::string>()};
  for (const std::string& rule : type.rules)
    if (catalogue.rule(rule) == nullptr) throw Wrong{"rules", "no rule is called " + rule};
  if (catalogue.plan(type.plan) == nullptr) throw Wrong{"plan", "no plan is called " + type.plan};
  return type;
}

template <class Item>
const Item* withId(const std::vector<Item>& items, std::string_view id) {
  const auto found = std::ranges::find(items, id, &Item::id);
  return found == items.end() ? nullptr : &*found;
}
template <class Item>
const Item* withName(const std::vector<Item>& items, std::string_view name) {
  if (const Item* found = withId(items, name)) return found;
  const auto found =
      std::ranges::find_if(items, [&](const Item& one) { return one.name.zh == name || one.name.en == name; });
  return found == items.end() ? nullptr : &*found;
}

std::string_view fileNamed(std::string_view name) {
  for (const EmbeddedFile& file : incidentFiles())
    if (file.name == name) return file.text();
  return {};
}

}  // namespace

const IncidentType* IncidentCatalogue::type(std::string_view id) const { return withId(types, id); }
const IncidentType* IncidentCatalogue::typeNamed(std::string_view name) const { return withName(types, name); }
const FigureKind* IncidentCatalogue::figure(std::string_view id) const { return withId(figures, id); }
const FigureKind* IncidentCatalogue::figureNamed(std::string_view name) const { return withName(figures, name); }
const GradeRule* IncidentCatalogue::rule(std::string_view id) const { return withId(rules, id); }
const ResponsePlan* IncidentCatalogue::plan(std::string_view id) const { return withId(plans, id); }

Result<IncidentCatalogue> readCatalogue(std::string_view types, std::string_view figures, std::string_view grades,
                                        std::string_view response) {
  IncidentCatalogue made;
  try {
    eachOf(figures, "figures", [&](const Json& one) { made.figures.push_back(readFigureKind(one)); });
    eachOf(grades, "rules", [&](const Json& one) { made.rules.push_back(readRule(made, one)); });
    eachOf(response, "plans", [&](const Json& one) { made.plans.push_back(readPlan(one)); });
    eachOf(types, "types", [&](const Json& one) { made.types.push_back(readType(made, one)); });
  } catch (const Wrong& e) {
    return fail(ErrorCode::kInvalidArgument, e.where, e.what);
  } catch (const Json::exception& e) {
    return fail(ErrorCode::kInvalidArgument, "incident", e.what());
  }
  return made;
}

Result<IncidentCatalogue> builtInCatalogue() {
  return readCatalogue(fileNamed("types.json"), fileNamed("figures.json"), fileNamed("grades.json"),
                       fileNamed("response.json"));
}

}  // namespace gis::incident

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/callout/roster.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <set>
#include <unordered_map>

namespace gis {
namespace {

constexpr double kRadius_m = 6371008.8;  // mean radius of the earth, IUGG
constexpr int kVillage = 5;
constexpr double kDegree = std::numbers::pi / 180;

double distance_m(LonLat a, LonLat b) {
  const double dlat = (b.lat_deg - a.lat_deg) * kDegree, dlon = (b.lon_deg - a.lon_deg) * kDegree;
  const double h = std::pow(std::sin(dlat / 2), 2) +
                   std::cos(a.lat_deg * kDegree) * std::cos(b.lat_deg * kDegree) * std::pow(std::sin(dlon / 2), 2);
  return 2 * kRadius_m * std::asin(std::min(1.0, std::sqrt(h)));
}

bool known(LonLat seat) { return seat.lon_deg != 0 || seat.lat_deg != 0; }

bool inRing(LonLat p, const std::vector<LonLat>& ring) {
  bool inside = false;
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
    const LonLat a = ring[i], b = ring[j];
    if ((a.lat_deg > p.lat_deg) != (b.lat_deg > p.lat_deg) &&
        p.lon_deg < (b.lon_deg - a.lon_deg) * (p.lat_deg - a.lat_deg) / (b.lat_deg - a.lat_deg) + a.lon_deg)
      inside = !inside;
  }
  return inside;
}

std::string twelve(std::string_view code) {
  std::string full(code.substr(0, 12));
  full.resize(12, '0');
  return full;
}

// "140404000000" stands for everything that begins with 140404.
std::string_view meaningful(std::string_view code, int level) {
  constexpr std::array<std::size_t, 6> kDigits = {0, 2, 4, 6, 9, 12};
  return code.substr(0, level >= 1 && level <= 5 ? kDigits[static_cast<std::size_t>(level)] : 12);
}

// Everything that has to be looked up by code or uuid.
class Tree {
 public:
  explicit Tree(const Roster& roster) : m_roster(roster) {
    for (const RosterDivision& division : roster.divisions) m_divisions.emplace(division.division.code, &division);
    for (std::size_t i = 0; i < roster.persons.size(); ++i) {
      m_persons.emplace(roster.persons[i].person.uuid, static_cast<int>(i));
      m_of_division[roster.persons[i].person.division_code].push_back(static_cast<int>(i));
    }
  }
  const RosterDivision* division(const std::string& code) const {
    const auto found = m_divisions.find(code);
    return found == m_divisions.end() ? nullptr : found->second;
  }
  int person(const std::string& uuid) const {
    const auto found = m_persons.find(uuid);
    return found == m_persons.end() ? -1 : found->second;
  }
  const std::vector<int>& personsOf(const std::string& code) const {
    static const std::vector<int> none;
    const auto found = m_of_division.find(code);
    return found == m_of_division.end() ? none : found->second;
  }
  // The first person with one of the roles in the divisions above.
  int superior(const std::string& code, const std::vector<int>& roles) const {
    const RosterDivision* at = division(code);
    for (int hops = 0; at && hops < kVillage; ++hops) {
      at = division(at->division.parent_code);
      if (!at) break;
      for (const int role : roles)
        for (const int person : personsOf(at->division.code))
          if (m_roster.persons[static_cast<std::size_t>(person)].person.role == role) return person;
    }
    return -1;
  }
  std::string pathName(const std::string& code) const {
    std::string name;
    const RosterDivision* at = division(code);
    for (int hops = 0; at && hops < kVillage; ++hops) {
      // The city is understood.
      if (at->division.level > 2) name = at->division.name + name;
      at = division(at->division.parent_code);
    }
    return name;
  }

 private:
  const Roster& m_roster;
  std::unordered_map<std::string, const RosterDivision*> m_divisions;
  std::unordered_map<std::string, int> m_persons;
  std::unordered_map<std::string, std::vector<int>> m_of_division;
};

std::string_view colourWord(WarningColour colour) {
  constexpr std::array<std::string_view, 4> kWords = {"红色", "橙色", "黄色", "蓝色"};
  return kWords[static_cast<std::size_t>(colour)];
}

// Adds persons of the roster to the snapshot as they are needed.
class PersonPicker {
 public:
  PersonPicker(const Roster& roster, CalloutSnapshot& snapshot)
      : m_roster(roster), m_snapshot(snapshot), m_index(roster.persons.size(), -1) {}
  int pick(int person) {
    if (person < 0) return -1;
    int& index = m_index[static_cast<std::size_t>(person)];
    if (index < 0) {
      index = static_cast<int>(m_snapshot.persons.size());
      m_snapshot.persons.push_back(m_roster.persons[static_cast<std::size_t>(person)].person);
    }
    return index;
  }

 private:
  const Roster& m_roster;
  CalloutSnapshot& m_snapshot;
  std::vector<int> m_index;
};

// The circles among things that have at most one next (-1: none), each once, from its lowest place on.
std::vector<std::vector<int>> circlesOf(const std::vector<int>& next) {
  std::vector<std::vector<int>> circles;
  std::vector<int> walk_of(next.size(), -1);
  for (std::size_t from = 0; from < next.size(); ++from) {
    int at = static_cast<int>(from);
    for (; at >= 0 && walk_of[static_cast<std::size_t>(at)] < 0; at = next[static_cast<std::size_t>(at)])
      walk_of[static_cast<std::size_t>(at)] = static_cast<int>(from);
    // Met again on the same walk; what an earlier walk went through was told there.
    if (at < 0 || walk_of[static_cast<std::size_t>(at)] != static_cast<int>(from)) continue;
    std::vector<int> circle{at};
    for (int one = next[static_cast<std::size_t>(at)]; one != at; one = next[static_cast<std::size_t>(one)])
      circle.push_back(one);
    std::rotate(circle.begin(), std::min_element(circle.begin(), circle.end()), circle.end());
    circles.push_back(std::move(circle));
  }
  return circles;
}

// A circle of deputies; one of a person alone is told with the person.
void addDeputyCircles(const Roster& roster, const Tree& tree, std::vector<RosterGap>& gaps) {
  std::vector<int> next;
  for (const RosterPerson& p : roster.persons) next.push_back(p.deputy_uuid.empty() ? -1 : tree.person(p.deputy_uuid));
  for (const std::vector<int>& circle : circlesOf(next)) {
    if (circle.size() < 2) continue;
    std::string names;
    for (const int one : circle) names += roster.persons[static_cast<std::size_t>(one)].person.name + " → ";
    const CalloutPerson& first = roster.persons[static_cast<std::size_t>(circle.front())].person;
    gaps.push_back({RosterGapKind::kLoop, first.division_code, names + first.name});
  }
}

// Places that are above each other: nobody finds the superior there.
void addDivisionCircles(const Roster& roster, std::vector<RosterGap>& gaps) {
  std::unordered_map<std::string_view, int> place_of;
  for (std::size_t i = 0; i < roster.divisions.size(); ++i)
    place_of.emplace(roster.divisions[i].division.code, static_cast<int>(i));
  std::vector<int> next;
  for (const RosterDivision& d : roster.divisions) {
    const auto above = place_of.find(d.division.parent_code);
    next.push_back(d.division.parent_code.empty() || above == place_of.end() ? -1 : above->second);
  }
  for (const std::vector<int>& circle : circlesOf(next)) {
    std::string names;
    for (const int one : circle) names += roster.divisions[static_cast<std::size_t>(one)].division.name + " → ";
    const CalloutDivision& first = roster.divisions[static_cast<std::size_t>(circle.front())].division;
    gaps.push_back({RosterGapKind::kLoop, first.code, names + first.name});
  }
}

}  // namespace

std::vector<std::string> threatenedDivisions(const Warning12379& warning, const Roster& roster) {
  std::set<std::string> found;
  for (const std::string& code : warning.division_codes) {
    const std::string full = twelve(code);
    const auto named =
        std::ranges::find_if(roster.divisions, [&](const RosterDivision& d) { return d.division.code == full; });
    if (named == roster.divisions.end()) continue;
    const std::string_view prefix = meaningful(full, named->division.level);
    for (const RosterDivision& d : roster.divisions)
      if (d.division.code.starts_with(prefix)) found.insert(d.division.code);
  }
  for (const RosterDivision& d : roster.divisions) {
    if (d.division.level != kVillage || !known(d.seat)) continue;
    const bool in_polygon =
        std::ranges::any_of(warning.polygons, [&](const auto& ring) { return inRing(d.seat, ring); });
    const bool in_circle = std::ranges::any_of(
        warning.circles, [&](const CapCircle& circle) { return distance_m(circle.centre, d.seat) <= circle.radius_m; });
    if (in_polygon || in_circle) {
      found.insert(d.division.code);
      // Its town answers for it.
      if (!d.division.parent_code.empty()) found.insert(d.division.parent_code);
    }
  }
  return {found.begin(), found.end()};
}

Result<ChosenTargets> chooseTargets(const CalloutPlan& plan, const Warning12379& warning, const Roster& roster,
                                    bool is_drill, std::string_view time_text) {
  if (!warning.colour) return fail(ErrorCode::kInvalidArgument, warning.headline, "the warning names no colour");
  ChosenTargets chosen;
  chosen.divisions = threatenedDivisions(warning, roster);
  if (chosen.divisions.empty()) return fail(ErrorCode::kNoData, warning.headline, "no division of this city is named");
  CalloutSnapshot& snapshot = chosen.snapshot;
  snapshot.title = warning.headline;
  snapshot.warning_id = warning.identifier;
  snapshot.event_code = warning.event_code;
  snapshot.colour = *warning.colour;
  snapshot.is_drill = is_drill;
  snapshot.plan = plan;
  const Tree tree(roster);
  PersonPicker picker(roster, snapshot);
  const std::set<std::string> area(chosen.divisions.begin(), chosen.divisions.end());
  // Those above the area, for rules that reach beyond it.
  std::set<std::string> above;
  LonLat middle{};
  int seats = 0;
  for (const std::string& code : area) {
    const RosterDivision* at = tree.division(code);
    if (at && known(at->seat)) middle.lon_deg += at->seat.lon_deg, middle.lat_deg += at->seat.lat_deg, ++seats;
    for (int hops = 0; at && hops < kVillage; ++hops) {
      at = tree.division(at->division.parent_code);
      if (at && !area.contains(at->division.code)) above.insert(at->division.code);
    }
  }
  if (seats > 0) middle.lon_deg /= seats, middle.lat_deg /= seats;
  std::map<std::string, std::size_t> target_of;  // phone or uuid -> target: one call a person
  std::set<std::string> used_divisions;
  const auto add = [&](const std::string& code, const PlanRule& rule, int at) {
    const RosterPerson& person = roster.persons[static_cast<std::size_t>(at)];
    const std::string key =
        person.person.phones.empty() ? person.person.uuid : person.person.name + person.person.phones.front();
    if (const auto there = target_of.find(key); there != target_of.end()) {
      if (snapshot.targets[there->second].person != picker.pick(at))
        chosen.gaps.push_back({RosterGapKind::kTwoPosts, code, person.person.name});
      return;
    }
    CalloutTarget target;
    target.person = picker.pick(at);
    target.deputy = picker.pick(person.deputy_uuid.empty() ? -1 : tree.person(person.deputy_uuid));
    const int superior = tree.superior(code, plan.superior_roles);
    target.superior = superior == at ? -1 : picker.pick(superior);
    target.division_code = code;
    target.rule = rule.id;
    target.ladder = rule.ladder;
    target.clocks = rule.clocks;
    if (rule.quorum > 0) {
      target.quorum = rule.quorum;
      target.group = rule.id + "/" + (person.object_uuid.empty() ? code : person.object_uuid);
    }
    const RosterDivision* division = tree.division(code);
    target.distance_m = division && known(division->seat) && seats > 0 ? distance_m(middle, division->seat) : 1e9;
    const PlanText* text = plan.text(rule.text);
    const EventType* type = eventTypeOf(warning.event_code);
    target.text = filledText(text ? text->text : std::string_view(),
                             {{"drill", is_drill ? "【演练】" : ""},
                              {"place", tree.pathName(code)},
                              {"post", person.person.post},
                              {"name", person.person.name},
                              {"sender", warning.sender_name.empty() ? warning.sender : warning.sender_name},
                              {"time", std::string(time_text)},
                              {"event", type ? type->name_zh : warning.event},
                              {"colour", std::string(colourWord(*warning.colour))},
                              {"headline", warning.headline}});
    if (person.person.phones.empty()) chosen.gaps.push_back({RosterGapKind::kNoPhone, code, person.person.name});
    if (target.deputy < 0) chosen.gaps.push_back({RosterGapKind::kNoDeputy, code, person.person.name});
    if (target.superior < 0) chosen.gaps.push_back({RosterGapKind::kNoSuperior, code, person.person.name});
    target_of.emplace(key, snapshot.targets.size());
    for (std::string at_code = code; !at_code.empty() && used_divisions.insert(at_code).second;) {
      const RosterDivision* d = tree.division(at_code);
      at_code = d ? d->division.parent_code : std::string();
    }
    snapshot.targets.push_back(std::move(target));
  };
  std::set<std::string> everywhere = area;
  everywhere.insert(above.begin(), above.end());
  for (const std::string& code : everywhere) {
    const RosterDivision* division = tree.division(code);
    const PlanRule* rule = division ? ruleFor(plan, warning.event_code, *warning.colour, code) : nullptr;
    if (!rule) continue;
    for (const RuleSelector& selector : rule->who) {
      if (std::ranges::find(selector.levels, division->division.level) == selector.levels.end()) continue;
      if (selector.only_in_area && !area.contains(code)) continue;
      bool anybody = false;
      for (const int person : tree.personsOf(code))
        if (std::ranges::find(selector.roles, roster.persons[static_cast<std::size_t>(person)].person.role) !=
            selector.roles.end()) {
          anybody = true;
          add(code, *rule, person);
        }
      if (!anybody) chosen.gaps.push_back({RosterGapKind::kNobody, code, rule->id});
    }
  }
  if (snapshot.targets.empty()) return fail(ErrorCode::kNoData, warning.headline, "nobody is responsible there");
  // The neighbour: the person of the nearest other village with somebody to call.
  std::vector<std::pair<LonLat, int>> villages;  // seat, person index in the snapshot
  std::vector<std::string> village_codes;
  for (const CalloutTarget& target : snapshot.targets) {
    const RosterDivision* d = tree.division(target.division_code);
    if (!d || d->division.level != kVillage || !known(d->seat)) continue;
    if (!village_codes.empty() && village_codes.back() == target.division_code) continue;
    villages.emplace_back(d->seat, target.person);
    village_codes.push_back(target.division_code);
  }
  for (CalloutTarget& target : snapshot.targets) {
    const RosterDivision* d = tree.division(target.division_code);
    if (!d || d->division.level != kVillage || !known(d->seat)) continue;
    double nearest_m = 1e12;
    for (std::size_t i = 0; i < villages.size(); ++i) {
      // A rough measure sorts; a degree of longitude is shorter than one of latitude by the same share everywhere here.
      const double dx = (villages[i].first.lon_deg - d->seat.lon_deg) * std::cos(d->seat.lat_deg * kDegree);
      const double dy = villages[i].first.lat_deg - d->seat.lat_deg;
      const double measure = dx * dx + dy * dy;
      if (village_codes[i] != target.division_code && measure < nearest_m)
        nearest_m = measure, target.neighbour = villages[i].second;
    }
  }
  for (const std::string& code : used_divisions)
    if (const RosterDivision* d = tree.division(code)) snapshot.divisions.push_back(d->division);
  return chosen;
}

std::vector<RosterGap> checkRoster(const CalloutPlan& plan, const Roster& roster) {
  std::vector<RosterGap> gaps;
  const Tree tree(roster);
  std::map<std::string, std::string> first_post;  // name + number -> uuid
  for (const RosterPerson& p : roster.persons) {
    if (p.person.phones.empty())
      gaps.push_back({RosterGapKind::kNoPhone, p.person.division_code, p.person.name, p.person.post});
    if (p.deputy_uuid.empty() || tree.person(p.deputy_uuid) < 0)
      gaps.push_back({RosterGapKind::kNoDeputy, p.person.division_code, p.person.name, p.person.post});
    if (const int deputy = p.deputy_uuid.empty() ? -1 : tree.person(p.deputy_uuid); deputy >= 0) {
      const CalloutPerson& other = roster.persons[static_cast<std::size_t>(deputy)].person;
      const bool same_number =
          !p.person.phones.empty() && !other.phones.empty() && p.person.phones.front() == other.phones.front();
      if (other.uuid == p.person.uuid || same_number)
        gaps.push_back({RosterGapKind::kLoop, p.person.division_code, p.person.name, p.person.post});
    }
    if (!p.person.phones.empty() && !first_post.emplace(p.person.name + p.person.phones.front(), p.person.uuid).second)
      gaps.push_back({RosterGapKind::kTwoPosts, p.person.division_code, p.person.name, p.person.post});
  }
  addDeputyCircles(roster, tree, gaps);
  addDivisionCircles(roster, gaps);
  for (const RosterDivision& d : roster.divisions)
    for (const PlanRule& rule : plan.rules)
      for (const RuleSelector& selector : rule.who) {
        if (std::ranges::find(selector.levels, d.division.level) == selector.levels.end()) continue;
        const bool anybody = std::ranges::any_of(tree.personsOf(d.division.code), [&](int person) {
          return std::ranges::find(selector.roles, roster.persons[static_cast<std::size_t>(person)].person.role) !=
                 selector.roles.end();
        });
        if (!anybody) gaps.push_back({RosterGapKind::kNobody, d.division.code, rule.id});
      }
  return gaps;
}

}  // namespace gis

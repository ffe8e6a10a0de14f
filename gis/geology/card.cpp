// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/geology/card.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace gis::geology {
namespace {

constexpr std::size_t kCardTownDigits = 9;
enum Role { kLeadRole = 1, kWarnRole = 5, kMoveRole = 6, kMonitorRole = 10, kDutyRole = 13 };

class Offices {
 public:
  explicit Offices(std::span<const Responsible> people) {
    for (const Responsible& person : people) {
      if (!person.object_uuid.empty()) m_of_object[person.object_uuid].push_back(&person);
      m_of_division[{person.division_code, person.role}].push_back(&person);
    }
  }
  const Contact* ofObject(const std::string& uuid, int role) const {
    const auto found = m_of_object.find(uuid);
    if (found == m_of_object.end()) return nullptr;
    for (const Responsible* person : found->second)
      if (person->role == role) return &person->contact;
    return nullptr;
  }
  const Contact* ofDivision(const std::string& code, int role) const {
    const auto found = m_of_division.find({code, role});
    return found == m_of_division.end() ? nullptr : &found->second.front()->contact;
  }

 private:
  std::map<std::string, std::vector<const Responsible*>> m_of_object;
  std::map<std::pair<std::string, int>, std::vector<const Responsible*>> m_of_division;
};

std::string shown(const Contact& contact) {
  if (contact.name.empty()) return {};
  std::string text = contact.name;
  if (!contact.post.empty()) text += "（" + contact.post + "）";
  return contact.phone.empty() ? text : text + " " + contact.phone;
}

std::string shown(const Contact* contact) { return contact ? shown(*contact) : std::string(); }

std::string firstOf(std::initializer_list<std::string> texts) {
  for (const std::string& text : texts)
    if (!text.empty()) return text;
  return {};
}

std::string divisionText(const CardSource& source, const std::string& village) {
  std::string text;
  for (const std::size_t digits : {std::size_t{6}, kCardTownDigits, std::size_t{12}}) {
    const std::string code = village.substr(0, digits) + std::string(12 - std::min<std::size_t>(digits, 12), '0');
    if (const auto name = source.divisions.find(code); name != source.divisions.end()) text += name->second;
  }
  return text;
}

std::string money(double yuan) {
  if (yuan <= 0) return {};
  return fmt::format("{:.1f} 万元", yuan / 1e4);
}

void finish(Card& card) {
  for (const CardLine& line : card.lines)
    if (line.text.empty()) card.blanks.push_back(line.key);
}

struct Place {
  const HazardPoint& point;
  const HazardPlan& plan;
  const Contact* lead;
  const Contact* monitor;
  const Contact* warner;
  const Contact* mover;
  const Contact* town_mover;
  const Contact* duty;
};

std::string codeText(const Place& at, const std::string& holder) {
  std::string text = at.point.name + "\n" + at.point.code;
  if (!holder.empty()) text += "\n" + holder;
  const std::string monitor = shown(at.monitor), shelter = at.point.evacuation_place;
  if (!monitor.empty()) text += "\n监测 " + monitor;
  if (!shelter.empty()) text += "\n避险 " + shelter;
  return text + fmt::format("\ngeo:{:.6f},{:.6f}", at.point.where.lat_deg, at.point.where.lon_deg);
}

Card workCard(const CardSource& source, const Place& at) {
  const HazardPoint& p = at.point;
  const auto name = [&](const char* table, const std::string& code) { return source.name_of(table, code); };
  Card card{CardKind::kWork, p.code, p.name, {}, p.division_code, {}, {}, codeText(at, {})};
  const std::string county = p.division_code.substr(0, 6) + "000000";
  const auto county_name = source.divisions.find(county);
  const std::string county_unit = county_name == source.divisions.end() || source.county_word.empty()
                                      ? ""
                                      : county_name->second + source.county_word;
  card.lines = {
      {CardKey::kHazardName, p.name},
      {CardKey::kHazardCode, p.code},
      {CardKey::kLocation, firstOf({at.plan.location, divisionText(source, p.division_code)})},
      {CardKey::kType, name("code_geo_type", p.type)},
      {CardKey::kScale, name("code_geo_scale", p.scale)},
      {CardKey::kHouseholds, std::to_string(p.households)},
      {CardKey::kPeople, std::to_string(p.people)},
      {CardKey::kProperty, money(p.property_yuan)},
      {CardKey::kTrigger, name("code_geo_trigger", std::to_string(p.trigger))},
      {CardKey::kLead, shown(at.lead)},
      {CardKey::kMonitor, shown(at.monitor)},
      {CardKey::kSigns, at.plan.signs},
      {CardKey::kMethod, firstOf({at.plan.method, name("code_geo_monitoring", std::to_string(p.monitoring))})},
      {CardKey::kCriterion, at.plan.criterion},
      {CardKey::kEvacuationPlace, p.evacuation_place},
      {CardKey::kRoute, at.plan.route},
      {CardKey::kAlarm, at.plan.alarm ? name("code_geo_alarm", std::to_string(at.plan.alarm)) : std::string()},
      {CardKey::kOrderGiver, firstOf({shown(at.plan.order), shown(at.lead)})},
      {CardKey::kRescueLead, firstOf({shown(at.plan.rescue), shown(at.town_mover)})},
      {CardKey::kSecurityLead, firstOf({shown(at.plan.security), shown(at.mover)})},
      {CardKey::kMedicalLead, shown(at.plan.medical)},
      {CardKey::kIssuedBy, firstOf({at.plan.issued_by, county_unit})},
      {CardKey::kIssuedOn, at.plan.issued_on}};
  finish(card);
  return card;
}

Card refugeCard(const CardSource& source, const Place& at, const Household& house) {
  const HazardPoint& p = at.point;
  const auto name = [&](const char* table, const std::string& code) { return source.name_of(table, code); };
  Card card{CardKind::kRefuge, p.code, p.name, house.head, house.division_code, {}, {}, codeText(at, house.head)};
  const std::string shelter = firstOf({house.shelter, p.evacuation_place});
  card.lines = {
      {CardKey::kHead, house.head},
      {CardKey::kFamilySize, std::to_string(house.people)},
      {CardKey::kHousePhone, house.phone},
      {CardKey::kHouse, house.house},
      {CardKey::kAddress, firstOf({house.address, divisionText(source, house.division_code)})},
      {CardKey::kMembers, house.members},
      {CardKey::kHazardName, p.name},
      {CardKey::kHazardCode, p.code},
      {CardKey::kType, name("code_geo_type", p.type)},
      {CardKey::kScale, name("code_geo_scale", p.scale)},
      {CardKey::kDangerGrade, name("code_geo_grade", p.danger_grade)},
      {CardKey::kPosition, house.position},
      {CardKey::kNotes, house.notes},
      {CardKey::kAlarm, at.plan.alarm ? name("code_geo_alarm", std::to_string(at.plan.alarm)) : std::string()},
      {CardKey::kWarner, firstOf({shown(at.plan.order), shown(at.warner), shown(at.monitor)})},
      {CardKey::kDutyPhone, at.duty ? at.duty->phone : std::string()},
      {CardKey::kRoute, at.plan.route},
      {CardKey::kShelter, shelter},
      {CardKey::kShelterLead, firstOf({house.shelter_lead, at.mover ? at.mover->name : std::string()})},
      {CardKey::kShelterPhone, firstOf({house.shelter_phone, at.mover ? at.mover->phone : std::string()})},
      {CardKey::kMedicalUnit, shown(at.plan.medical)},
      {CardKey::kIssuedBy, at.plan.issued_by},
      {CardKey::kUpdatedOn, house.changed_on}};
  finish(card);
  return card;
}

}  // namespace

std::string cardKeyName(CardKey key) {
  constexpr const char* kNames[] = {"hazard_code",
                                    "hazard_name",
                                    "type",
                                    "scale",
                                    "alarm",
                                    "route",
                                    "location",
                                    "households",
                                    "people",
                                    "property",
                                    "trigger",
                                    "lead",
                                    "monitor",
                                    "signs",
                                    "method",
                                    "criterion",
                                    "evacuation_place",
                                    "order_giver",
                                    "rescue_lead",
                                    "security_lead",
                                    "medical_lead",
                                    "issued_by",
                                    "issued_on",
                                    "danger_grade",
                                    "position",
                                    "head",
                                    "family_size",
                                    "members",
                                    "house_phone",
                                    "house",
                                    "address",
                                    "notes",
                                    "warner",
                                    "duty_phone",
                                    "shelter",
                                    "shelter_lead",
                                    "shelter_phone",
                                    "medical_unit",
                                    "updated_on"};
  return kNames[static_cast<int>(key)];
}

Result<std::vector<std::size_t>> pointsFor(const CardSource& source, CardScope scope, const std::string& code) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < source.points.size(); ++i) {
    const HazardPoint& p = source.points[i];
    const bool wanted = scope == CardScope::kPoint ? p.code == code
                        : scope == CardScope::kVillage
                            ? p.division_code == code
                            : code.size() >= 6 && p.division_code.starts_with(code.substr(0, 6));
    if (wanted) found.push_back(i);
  }
  if (found.empty()) return fail(ErrorCode::kUnknownName, code, "no hazard point there");
  return found;
}

std::vector<Card> cardsOf(const CardSource& source, std::span<const std::size_t> points, CardKind kind) {
  const Offices offices(source.responsible);
  std::multimap<std::string, const Household*> houses;
  for (const Household& house : source.households) houses.emplace(house.hazard_code, &house);
  static const HazardPlan kNoPlan;
  std::vector<Card> cards;
  for (const std::size_t i : points) {
    const HazardPoint& p = source.points[i];
    const auto plan = source.plans.find(p.code);
    const std::string town = p.division_code.substr(0, kCardTownDigits) + "000";
    const Place at{p,
                   plan == source.plans.end() ? kNoPlan : plan->second,
                   offices.ofDivision(p.division_code, kLeadRole),
                   offices.ofObject(p.uuid, kMonitorRole),
                   offices.ofDivision(p.division_code, kWarnRole),
                   offices.ofDivision(p.division_code, kMoveRole),
                   offices.ofDivision(town, kMoveRole),
                   offices.ofDivision(town, kDutyRole)};
    if (kind == CardKind::kWork) {
      cards.push_back(workCard(source, at));
      continue;
    }
    const auto [from, to] = houses.equal_range(p.code);
    for (auto house = from; house != to; ++house) cards.push_back(refugeCard(source, at, *house->second));
  }
  return cards;
}

}  // namespace gis::geology

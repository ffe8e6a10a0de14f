// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "gis/core/error.h"
#include "gis/geology/geology_records.h"

namespace gis::geology {

// The two cards of 群测群防: 防灾工作明白卡 for those who answer for a point, 避险明白卡 for each household under it.
enum class CardKind { kWork, kRefuge };

enum class CardKey {
  // of both
  kHazardCode,
  kHazardName,
  kType,
  kScale,
  kAlarm,
  kRoute,
  // of the work card
  kLocation,
  kHouseholds,
  kPeople,
  kProperty,
  kTrigger,
  kLead,
  kMonitor,
  kSigns,
  kMethod,
  kCriterion,
  kEvacuationPlace,
  kOrderGiver,
  kRescueLead,
  kSecurityLead,
  kMedicalLead,
  kIssuedBy,
  kIssuedOn,
  // of the refuge card
  kDangerGrade,
  kPosition,
  kHead,
  kFamilySize,
  kMembers,
  kHousePhone,
  kHouse,
  kAddress,
  kNotes,
  kWarner,
  kDutyPhone,
  kShelter,
  kShelterLead,
  kShelterPhone,
  kMedicalUnit,
  kUpdatedOn,
};
// "hazard_code" ..., for JSON.
std::string cardKeyName(CardKey key);

struct CardLine {
  CardKey key = CardKey::kHazardCode;
  std::string text;  // empty: to be filled in by hand
};

struct Card {
  CardKind kind = CardKind::kWork;
  std::string hazard_code;
  std::string hazard_name;
  std::string holder;         // household's head; empty on the work card
  std::string division_code;  // of the village
  std::vector<CardLine> lines;
  std::vector<CardKey> blanks;
  std::string code_text;  // what the QR code says: works without a network
};

// What cards are filled from: one snapshot of the workspace.
struct CardSource {
  std::vector<HazardPoint> points;
  std::map<std::string, HazardPlan> plans;
  std::vector<Household> households;
  std::vector<Responsible> responsible;
  std::map<std::string, std::string> divisions;  // code -> name
  // The name of a coded value, in the card's language.
  std::function<std::string(const std::string& code_table, const std::string& code)> name_of;
  std::string county_word = {};  // unit that issues when no plan says so, after the county's name: "自然资源局"
};

enum class CardScope { kPoint, kVillage, kCounty };
// The points of one code (12 digits), of a village or of a county (6 digits and up): places in `source.points`.
// Fails with kUnknownName when there is none.
Result<std::vector<std::size_t>> pointsFor(const CardSource& source, CardScope scope, const std::string& code);

// The work card of each point; for kRefuge one for each household under them. A person is the plan's, otherwise the one
// who holds that office in the village, then in the town: 村 leaders lead and give the order, the 群测群防员 watches,
// the evacuation lead keeps order, the town's evacuation lead is the rescue party's.
std::vector<Card> cardsOf(const CardSource& source, std::span<const std::size_t> points, CardKind kind);

}  // namespace gis::geology

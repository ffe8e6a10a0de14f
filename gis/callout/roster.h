// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "gis/callout/callout_snapshot.h"
#include "gis/cap/warning.h"

namespace gis {

// One person on a post as the census has them.
struct RosterPerson {
  CalloutPerson person;
  std::string deputy_uuid;                // empty: none
  std::string object_table, object_uuid;  // what the post is for: a reservoir, a hazard point; empty: the place
};

struct RosterDivision {
  CalloutDivision division;
  LonLat seat;  // 0, 0: not known
};

// Everybody who may be called, and where. A value; any thread.
struct Roster {
  std::vector<RosterDivision> divisions;
  std::vector<RosterPerson> persons;
};

// The divisions that a warning threatens: those of its codes with all below them, and the villages whose seats lie in
// its polygons and circles. 12-digit codes, sorted. Empty: the warning names no place that is here.
std::vector<std::string> threatenedDivisions(const Warning12379& warning, const Roster& roster);

// What kept a target from being as the plan has it.
enum class RosterGapKind {
  kNobody,
  kNoPhone,
  kNoDeputy,
  kNoSuperior,
  kTwoPosts,
  kLoop,  // deputies who stand in for each other in a circle, places above each other, or a deputy with the person's
          // own number: who is silent is asked twice
};
struct RosterGap {
  RosterGapKind kind;
  std::string division_code;
  std::string who;        // name or role; of a circle its names: "A → B → A"; of kNobody the rule
  std::string post = {};  // of the person
};

struct ChosenTargets {
  CalloutSnapshot snapshot;
  std::vector<std::string> divisions;  // threatened
  std::vector<RosterGap> gaps;
};

// Freezes plan, people and places for one warning: whom each rule names in the threatened divisions, once a person
// however many posts they hold, with deputy, superior and the neighbouring village's person. Nearer to the middle of
// the threatened area is called first. kNoData: the warning threatens nothing here; kInvalidArgument: it has no colour.
// `time_text` is the time of issue as people say it.
Result<ChosenTargets> chooseTargets(const CalloutPlan& plan, const Warning12379& warning, const Roster& roster,
                                    bool is_drill, std::string_view time_text = {});

// Before the season: posts that nobody holds, numbers that are missing, persons on two posts, deputies and superiors in
// a circle, each circle once.
std::vector<RosterGap> checkRoster(const CalloutPlan& plan, const Roster& roster);

}  // namespace gis

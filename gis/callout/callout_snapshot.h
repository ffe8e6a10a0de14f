// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "gis/callout/callout_plan.h"
#include "gis/cap/event_types.h"
#include "gis/core/error.h"

namespace gis {

// One person of the frozen tree. Phone numbers are never written to a log.
struct CalloutPerson {
  std::string uuid;  // responsible_person.uuid
  std::string name, post, unit;
  int role = 0;
  std::string division_code;        // 12 digits
  std::vector<std::string> phones;  // first the one to dial
};

// One division of the frozen tree.
struct CalloutDivision {
  std::string code, parent_code;  // 12 digits; the city's parent is empty
  std::string name;
  int level = 0;  // code_division_level: 2 city, 3 county, 4 town, 5 village
};

// One person who has to be reached, with those who stand in: indexes into CalloutSnapshot::persons, -1: nobody.
struct CalloutTarget {
  int person = -1, deputy = -1, superior = -1, neighbour = -1;
  std::string division_code;
  std::string rule, ladder;  // ids in the plan
  std::string text;          // what is said, filled
  RuleClocks clocks;
  std::string group;  // of a quorum; empty: none
  int quorum = 0;
  double distance_m = 0;  // smaller is called first: nearer to the danger
};

// What a call-out runs on, frozen at its start: edits of plan and people do not change a running one. A value.
struct CalloutSnapshot {
  std::string title;
  std::string warning_id;
  std::string event_code;
  WarningColour colour = WarningColour::kRed;
  bool is_drill = false;
  CalloutPlan plan;
  std::vector<CalloutDivision> divisions;
  std::vector<CalloutPerson> persons;
  std::vector<CalloutTarget> targets;
};

std::string writeSnapshot(const CalloutSnapshot& snapshot);
// Fails with kDamagedFile.
Result<CalloutSnapshot> readSnapshot(std::string_view json);

}  // namespace gis

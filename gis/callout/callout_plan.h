// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "gis/callout/callout_types.h"
#include "gis/cap/event_types.h"
#include "gis/core/error.h"

namespace gis {

enum class RungKind { kCall, kDeputy, kSuperior, kNeighbour, kDoorKnock };
enum class ChannelOrder { kParallel, kInTurn };

// One rung of an escalation ladder (升级步骤).
struct LadderStep {
  RungKind kind = RungKind::kCall;
  std::vector<Channel> channels;  // kCall, kDeputy, kNeighbour
  ChannelOrder order = ChannelOrder::kParallel;
  int tries = 1;
  int wait_s = 60;    // for an answer, since a line took the first attempt of a try
  int retry_s = 30;   // between a try that failed and the next
  int queue_s = 600;  // for a line, before the next try or step
};

struct Ladder {
  std::string id;
  std::vector<LadderStep> steps;
};

// The clocks that run for each target, in seconds; 0: none.
struct RuleClocks {
  int awake_s = 0;     // from the start to a confirmation (叫醒)
  int feedback_s = 0;  // from the confirmation to the first feedback
  int progress_s = 0;  // between two feedbacks until all is done
};

// Whom a rule calls: persons with one of the roles (code_role), at one of the levels (code_division_level).
struct RuleSelector {
  std::vector<int> levels;
  std::vector<int> roles;
  bool only_in_area = true;  // false: of the divisions above the area as well (the county that holds it)
};

// One row of the decision table: hazard x colour -> whom, how, with which words and clocks.
struct PlanRule {
  std::string id;
  std::vector<std::string> hazards;    // event codes 11B03 or rooms "flood"; empty: any
  std::vector<WarningColour> colours;  // empty: any
  std::vector<std::string> divisions;  // code prefixes; empty: any
  std::vector<RuleSelector> who;
  std::string ladder;
  std::string text;  // id of a template
  RuleClocks clocks;
  int quorum = 0;      // of the persons of one object or division; 0: everyone
  std::string source;  // clause or document
};

struct PlanText {
  std::string id;
  std::string text;  // {headline} {event} {colour} {place} {post} {name} {sender} {time} {silent}
};

// One task of a response level (应急响应): what has to be done, by whom, by when.
struct ResponseTask {
  WarningColour colour = WarningColour::kRed;
  std::string clause, text, owner;
  int deadline_s = 0;
};

// The bureau's call-out rules as data: resources/callout/plan.json, or a version kept in the workspace.
struct CalloutPlan {
  std::string title, version, source;
  std::vector<PlanRule> rules;
  std::vector<Ladder> ladders;
  std::vector<PlanText> texts;
  std::vector<ResponseTask> tasks;
  std::vector<int> superior_roles;  // who is told of the silent, first that a division has

  const Ladder* ladder(std::string_view id) const;
  const PlanText* text(std::string_view id) const;
};

// Reads a plan; fails with kInvalidArgument and the place ("rules[2].ladder: no ladder is called x"). Any thread.
Result<CalloutPlan> readPlan(std::string_view json);
std::string writePlan(const CalloutPlan& plan);
// The one that comes with the program.
Result<CalloutPlan> builtInPlan();

// The plan as it can be carried out with the channels that have a line: an automatic call without a line becomes an
// officer's, a message without a line is left out; a rung that would be left with nothing is called by hand. kPhone and
// kDoor always are there. `changed`: something was.
CalloutPlan withChannels(CalloutPlan plan, const std::array<bool, kChannelCount>& has_line, bool* changed = nullptr);

// The rule for a warning of this type and colour over this division: the first that fits. Null: nobody is called.
const PlanRule* ruleFor(const CalloutPlan& plan, std::string_view event_code, WarningColour colour,
                        std::string_view division_code);

// A text with its places filled; places nobody knows stay as they are and are named in `left`.
std::string filledText(std::string_view text, const std::vector<std::pair<std::string, std::string>>& values,
                       std::vector<std::string>* left = nullptr);

std::string_view stepName(RungKind kind);

}  // namespace gis

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/drill/drill_steps.h"

namespace gis::drill {

const std::vector<DrillStepKind>& drillStepKinds() {
  static const std::vector<DrillStepKind> kKinds = [] {
    std::vector<DrillStepKind> all;
    for (const auto group : {weatherStepKinds, callStepKinds, roadStepKinds, stockStepKinds, answerStepKinds})
      for (const DrillStepKind& kind : group()) all.push_back(kind);
    return all;
  }();
  return kKinds;
}

const std::vector<StepRules>& drillStepRules() {
  static const std::vector<StepRules> kRules = [] {
    std::vector<StepRules> rules;
    for (const DrillStepKind& kind : drillStepKinds()) rules.push_back(kind.rules);
    return rules;
  }();
  return kRules;
}

}  // namespace gis::drill

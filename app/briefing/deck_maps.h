// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <string>
#include <vector>

#include "app/briefing/briefing_deck.h"
#include "app/briefing/briefing_facts.h"
#include "gis/briefing/briefing_template.h"

namespace app {

// A map that a page wants.
struct MapWish {
  std::string name;
  const gis::briefing::Block* block = nullptr;
  gis::briefing::FactTable facts;
  double width_pt = 0, height_pt = 0;
  double drawn_ms = 0;  // after it was drawn
};

// Draws them over the layers of the workspace, each layer read once, several maps at once on the drawing pool; the
// calling thread waits. Not for a thread of that pool. Fails as the layers do, with kUnknownName for a layer that is
// not in the catalogue, and with kCancelled.
gis::Result<std::map<std::string, QImage>> drawDeckMaps(BriefingFacts& facts, std::vector<MapWish>& wishes,
                                                        layers::Theme theme, bool then, JobPools& pools,
                                                        const gis::Progress& progress);

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QImage>
#include <QPicture>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/jobs/job_pools.h"
#include "gis/briefing/briefing_template.h"
#include "gis/briefing/fact_table.h"
#include "gis/core/cancel.h"
#include "gis/slides/slide.h"
#include "layers/core/layer_state.h"

namespace app {

// Which briefing, of what, when.
struct BriefingRequest {
  std::filesystem::path workspace;
  std::string template_id = "flood";
  std::optional<std::int64_t> at_utc_ms;  // none: now
  std::string language = "zh";
  layers::Theme theme = layers::Theme::kLight;
  std::string bureau, on_duty;  // of the cover; empty: the city's bureau; not said
};

// A chart that waits for the window's thread: what it shows and how large, in points of the page.
struct DeckChart {
  gis::briefing::BlockKind kind = gis::briefing::BlockKind::kLines;
  QString unit, empty;
  gis::briefing::FactTable data;
  double width_pt = 0, height_pt = 0;
};

// A block that is not in the briefing, and why.
struct LeftOut {
  std::string page, block, why;
};

// Pages ready to be shown or written: maps are drawn, charts are recorded by drawCharts().
struct BriefingDeck {
  gis::slides::Deck slides;
  layers::Theme theme = layers::Theme::kLight;
  std::int64_t as_of_utc_ms = 0;
  std::map<std::string, QImage> maps;       // by picture name
  std::map<std::string, DeckChart> charts;  // by picture name
  std::map<std::string, QPicture> drawn;    // charts, as lines and letters, in points
  std::vector<LeftOut> left_out;
  std::vector<std::string> page_ids;
  std::vector<double> page_ms;  // asking, laying out and drawing of each page
};

// Asks the workspace, lays the pages out and draws their maps, several at once on the drawing pool. Not for the
// window's thread. Fails with kUnknownName for a template that is not there, as the workspace and the stores do, and
// with kCancelled.
gis::Result<BriefingDeck> prepareBriefing(const BriefingRequest& request, JobPools& pools,
                                          const gis::CancelToken& cancel = {}, const gis::Progress& progress = {});

// Records the charts that are still waiting, at most so many (0: all). True: none waits any more. Window's thread.
bool drawCharts(BriefingDeck& deck, int at_most = 0);

}  // namespace app

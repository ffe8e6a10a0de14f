// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <SQLiteCpp/Database.h>

#include <memory>
#include <optional>

#include "gis/incident/incident_store.h"
#include "gis/store/workspace.h"
#include "tests/gis/store/store_test_support.h"

namespace gis::incident {

inline constexpr std::int64_t kFlood_utc_ms = 1784500000000;  // a night in July 2026
inline constexpr std::int64_t kHour_ms = 3'600'000;

class NightClock final : public Clock {
 public:
  std::int64_t nowUtcMs() const override { return now; }
  std::int64_t now = kFlood_utc_ms;
};

inline IncidentHead landslideHead() {
  IncidentHead head;
  head.title = "王陶乡郭家坪滑坡", head.type = "landslide";
  head.division_code = "140431", head.division = "沁源县", head.village = "郭家坪";
  head.where = LonLat{112.1, 36.6};
  head.occurred_utc_ms = kFlood_utc_ms - kHour_ms, head.known_utc_ms = kFlood_utc_ms - kHour_ms / 2;
  return head;
}

// An empty workspace, a clock that tests set, and a store.
struct IncidentWorld {
  TemporaryFolder folder;
  std::optional<Workspace> workspace;
  std::shared_ptr<NightClock> clock = std::make_shared<NightClock>();
  UuidSource uuids{clock, 5};
  std::optional<IncidentStore> store;

  IncidentWorld() {
    auto made = Workspace::create(folder / "w", *clock);
    EXPECT_TRUE(made.has_value()) << say(made);
    workspace.emplace(std::move(*made));
    workspace->db().sql().exec("PRAGMA synchronous=OFF");
    store.emplace(workspace->db());
  }
  const Database& db() const { return workspace->db(); }
  Incident open(bool is_drill = false) {
    auto made = store->open(landslideHead(), is_drill, "王岚", *clock, uuids);
    EXPECT_TRUE(made.has_value()) << say(made);
    return made ? *made : Incident();
  }
  Incident add(const std::string& uuid, std::vector<EventBody> bodies) {
    auto made = store->append(uuid, bodies, "王岚", *clock);
    EXPECT_TRUE(made.has_value()) << say(made);
    return made ? *made : Incident();
  }
  FiguresTold told(const char* figure, std::optional<double> value) const {
    return {{{figure, value, clock->now, "沁源县应急局"}}};
  }
};

}  // namespace gis::incident

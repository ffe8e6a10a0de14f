// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/team/team.h"

#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include <optional>

#include "gis/team/nearest_teams.h"
#include "gis/team/team_store.h"
#include "tests/gis/network/network_test_support.h"
#include "tests/gis/store/store_test_support.h"

namespace gis::team {
namespace {

struct TeamStoreTest : ::testing::Test {
  TemporaryFolder folder;
  std::optional<Workspace> workspace;

  void SetUp() override {
    auto made = Workspace::create(folder / "w", kMayDay);
    ASSERT_OK(made);
    workspace.emplace(std::move(*made));
    fillSmallCity(workspace->db(), 1);
    auto writer = TableWriter(workspace->db(), "rescue_team",
                              {"division_code", "name", "kind", "members", "uuid", "created_utc", "changed_utc", "source"});
    workspace->db().sql().exec(
        "INSERT INTO rescue_team (geom, division_code, name, kind, members, uuid, created_utc, changed_utc, source) "
        "SELECT geom, division_code, 'T1', 1, 20, '" + uuidOf(900001) + "', '" + kMayDayText + "', '" + kMayDayText +
        "', 'test' FROM settlement LIMIT 1");
  }
  TeamStore store(const Clock& clock) const { return TeamStore(workspace->db(), clock); }
  TeamEvent event(TeamState state, const std::string& task = {}) const {
    TeamEvent one;
    one.team_uuid = uuidOf(900001), one.state = state, one.task = task, one.actor = "王";
    return one;
  }
};

}  // namespace
}  // namespace gis::team

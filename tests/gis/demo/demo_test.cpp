// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/demo.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <sstream>

#include "gis/callout/audit.h"
#include "gis/callout/callout_engine.h"
#include "gis/callout/callout_store.h"
#include "gis/callout/roster_store.h"
#include "gis/cap/cap_reader.h"
#include "gis/cap/warning.h"
#include "gis/stocks/balance_store.h"
#include "gis/store/database.h"
#include "gis/store/feature_store.h"
#include "gis/store/workspace.h"

namespace gis::demo {
namespace {

// Of this process alone: ctest runs many at once.
std::filesystem::path freshFolder(const std::string& name) {
  const auto folder = std::filesystem::temp_directory_path() / ("fengsui-" + name + "-" + std::to_string(::getpid()));
  std::filesystem::remove_all(folder);
  return folder;
}

std::string bytesOf(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

struct SharedDemo {
  std::filesystem::path folder;
  std::map<std::string, long long> rows;
  std::string trouble;  // why there is none
};

// The small demo that all tests look at. ctest runs every test in a process of its own, several at once: the first
// makes it in the build folder, the others wait for it; it is made anew when this program changes.
SharedDemo makeSharedDemo() {
  namespace fs = std::filesystem;
  const fs::path root = fs::path(FENGSUI_BINARY_DIR) / "test-demo-gis";
  const auto built = fs::last_write_time(fs::read_symlink("/proc/self/exe")).time_since_epoch().count();
  SharedDemo demo{root / std::to_string(built), {}, {}};
  std::error_code ignored;
  fs::create_directories(root, ignored);
  const int lock = ::open((root / "lock").c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0644);
  if (lock < 0 || ::flock(lock, LOCK_EX) != 0) return {{}, {}, "no lock in " + root.string()};
  if (!fs::exists(demo.folder / "rows.txt", ignored)) {
    for (const auto& entry : fs::directory_iterator(root))
      if (entry.is_directory()) fs::remove_all(entry.path(), ignored);
    if (const auto report = buildDemo(demo.folder, {})) {
      std::ofstream rows(demo.folder / "rows.txt");
      for (const auto& [table, count] : report->rows) rows << table << ' ' << count << '\n';
    } else {
      demo.trouble = report.error().subject + ": " + report.error().detail;
    }
  }
  ::close(lock);
  std::ifstream rows(demo.folder / "rows.txt");
  std::string table;
  for (long long count = 0; rows >> table >> count;) demo.rows[table] = count;
  return demo;
}

class Demo : public testing::Test {
 protected:
  // Not in SetUpTestSuite: a failure there makes GoogleTest skip the tests, and a skipped test looks green.
  void SetUp() override {
    static const SharedDemo demo = makeSharedDemo();
    ASSERT_TRUE(demo.trouble.empty()) << demo.trouble;
    m_folder = demo.folder;
    m_rows = demo.rows;
    auto workspace = Workspace::open(m_folder, OpenMode::kRead);
    ASSERT_TRUE(workspace) << workspace.error().detail;
    m_workspace.emplace(std::move(*workspace));
  }
  long long number(const std::string& query) { return m_workspace->db().sql().execAndGet(query).getInt64(); }
  std::filesystem::path m_folder;
  std::map<std::string, long long> m_rows;
  std::optional<Workspace> m_workspace;
};

TEST_F(Demo, FillsEveryTable) {
  // Rules and figures of models come with the schema.
  const auto empty = Workspace::create(freshFolder("empty"), FixedClock(1'777'593'600'000));
  ASSERT_TRUE(empty) << empty.error().detail;
  // Taken by people; figures that nobody has published.
  const std::set<std::string> left_to_people{"photo", "damage_matrix_row"};
  SQLite::Statement tables(m_workspace->db().sql(), "SELECT table_name FROM gpkg_contents");
  int count = 0;
  while (tables.executeStep()) {
    const std::string table = tables.getColumn(0).getString();
    const std::string rows = "SELECT count(*) FROM \"" + table + "\"";
    const long long shipped = empty->db().sql().execAndGet(rows).getInt64();
    if (!left_to_people.contains(table)) {
      EXPECT_GT(number(rows), 0) << table;
    }
    EXPECT_EQ(number(rows) - shipped, m_rows[table]) << table;
    ++count;
  }
  EXPECT_GE(count, 34);
  EXPECT_EQ(number("SELECT count(*) FROM division WHERE level=3"), 12);
  EXPECT_EQ(number("SELECT count(*) FROM division WHERE level=4"), 149);
  EXPECT_EQ(number("SELECT count(*) FROM division WHERE level=5"), 2628);
  EXPECT_TRUE(std::filesystem::exists(m_folder / "rasters" / "dem.tif"));
}

TEST_F(Demo, SaysWhatItIs) {
  const WorkspaceFacts& facts = m_workspace->facts();
  EXPECT_EQ(facts.city_name_zh, "长治市");
  EXPECT_EQ(facts.city_code, "140400");
  EXPECT_EQ(facts.map_crs, "EPSG:4547");
  EXPECT_TRUE(facts.is_demo);
  EXPECT_EQ(facts.demo_scale, "small");
  EXPECT_GT(facts.extent.north_deg - facts.extent.south_deg, 0.9);
  EXPECT_TRUE(m_workspace->demFile());
}

TEST_F(Demo, HasThreeYearsOfStocksThatAddUp) {
  EXPECT_GE(number("SELECT count(DISTINCT depot_id) FROM stock_cell WHERE depot_id<>0 AND quantity>0"), 20);
  EXPECT_GE(number("SELECT count(DISTINCT item_id) FROM stock_cell WHERE depot_id<>0 AND quantity>0"), 120);
  EXPECT_GE(number("SELECT count(*) FROM journal_entry"), 12);
  EXPECT_EQ(number("SELECT count(*) FROM journal_entry"), m_rows["journal_entry"]);
  EXPECT_EQ(number("SELECT count(*) FROM journal_entry WHERE recorded_utc_ms>1777593600000"), 0)
      << "nothing is to come";
  EXPECT_GT(number("SELECT count(*) FROM stock_move"), 2000);
  EXPECT_EQ(number("SELECT count(*) FROM stock_move"), m_rows["stock_move"]);
  EXPECT_GT(number("SELECT (max(at_utc_ms)-min(at_utc_ms))/86400000 FROM stock_move"), 3 * 365 - 10);
  EXPECT_EQ(number("SELECT count(*) FROM stock_move WHERE at_utc_ms>1777593600000"), 0) << "nothing is still to come";
  const auto audit = stocks::BalanceStore(m_workspace->db()).audit();
  ASSERT_TRUE(audit) << audit.error().detail;
  EXPECT_TRUE(audit->empty());
  // Every kind of movement that people do, an open requisition, and something on the road now.
  for (const char* kind : {"opening", "purchase", "donation", "rotation", "transfer", "issue", "return", "loan",
                           "count", "scrap", "reserve", "dispatch", "receipt", "loss"})
    EXPECT_GT(number(std::string("SELECT count(*) FROM stock_move WHERE kind='") + kind + "'"), 0) << kind;
  EXPECT_GT(number("SELECT sum(quantity) FROM stock_cell WHERE state=3"), 0);
  EXPECT_GT(number("SELECT count(*) FROM stock_requisition"), 3);
  EXPECT_GT(number("SELECT count(*) FROM stock_basis"), 12);
}

TEST_F(Demo, BringsAWarningToTry) {
  std::ifstream file(m_workspace->folder() / "warnings" / "rainstorm_red.xml");
  std::stringstream text;
  text << file.rdbuf();
  const auto read = readCap(text.str());
  ASSERT_TRUE(read) << read.error().subject;
  EXPECT_TRUE(read->odd.empty());
  const Warning12379 warning = warningOf(read->message);
  EXPECT_EQ(warning.colour, WarningColour::kRed);
  EXPECT_EQ(warning.event_code, "11B03");
  std::set<std::string> counties;
  EXPECT_EQ(warning.expires_utc_ms, 0) << "in force on whatever day it is tried";
  for (const std::string& code : warning.division_codes) {
    counties.insert(code.substr(0, 6));
    EXPECT_EQ(number("SELECT count(*) FROM division WHERE level=4 AND code='" + code + "'"), 1) << code;
  }
  EXPECT_EQ(counties.size(), 2U);
  const auto roster = readRoster(m_workspace->db());
  const auto chosen = chooseTargets(*builtInPlan(), warning, *roster, false, "");
  ASSERT_TRUE(chosen) << chosen.error().detail;
  EXPECT_NEAR(static_cast<double>(chosen->snapshot.targets.size()), 520, 30);
}

TEST_F(Demo, KeepsItsRules) {
  SQLite::Statement broken(m_workspace->db().sql(), "PRAGMA foreign_key_check");
  EXPECT_FALSE(broken.executeStep()) << broken.getColumn(0).getString();
  EXPECT_EQ(m_workspace->db().sql().execAndGet("PRAGMA integrity_check").getString(), "ok");
  EXPECT_EQ(number("SELECT count(*) FROM responsible_person p JOIN responsible_person d ON d.uuid=p.deputy_uuid "
                   "WHERE d.division_code<>p.division_code"),
            0);
  EXPECT_EQ(number("SELECT count(*) FROM responsible_person WHERE phone NOT LIKE '1002_______'"), 0);
  EXPECT_EQ(number("SELECT min(n) FROM (SELECT count(*) n FROM responsible_person p JOIN division d ON "
                   "d.code=p.division_code WHERE d.level=5 GROUP BY d.code)") >= 3,
            true);
  EXPECT_EQ(number("SELECT count(*) FROM reservoir r WHERE (SELECT count(*) FROM responsible_person p WHERE "
                   "p.object_uuid=r.uuid)<>3"),
            0);
  EXPECT_EQ(number("SELECT count(*) FROM geohazard_point WHERE substr(hazard_code,1,6)<>substr(division_code,1,6)"), 0);
}

TEST_F(Demo, PeopleAddUp) {
  EXPECT_EQ(number("SELECT sum(population) FROM division WHERE level=5"),
            number("SELECT population FROM division WHERE level=2"));
  EXPECT_EQ(
      number("SELECT count(*) FROM division d LEFT JOIN (SELECT division_code, sum(residents) s FROM building GROUP "
             "BY division_code) b ON b.division_code=d.code WHERE d.level=5 AND d.population<>coalesce(b.s,0)"),
      0);
  EXPECT_EQ(
      number("SELECT count(*) FROM division d LEFT JOIN (SELECT division_code, sum(population) s FROM census_point "
             "GROUP BY division_code) c ON c.division_code=d.code WHERE d.level=5 AND d.population<>coalesce(c.s,0)"),
      0);
  EXPECT_EQ(number("SELECT count(*) FROM population_village v JOIN division d ON d.code=v.division_code "
                   "WHERE v.population<>d.population"),
            0);
}

TEST_F(Demo, GradesFollowTheTable) {
  EXPECT_EQ(number("SELECT count(*) FROM geohazard_point WHERE danger_grade<>CASE "
                   "WHEN threatened_people>=1000 OR threatened_property_yuan>=1e8 THEN 'A' "
                   "WHEN threatened_people>=500 OR threatened_property_yuan>=5e7 THEN 'B' "
                   "WHEN threatened_people>=100 OR threatened_property_yuan>=5e6 THEN 'C' ELSE 'D' END"),
            0);
  EXPECT_EQ(number("SELECT count(DISTINCT fire_class) FROM fire_risk_zone"), 5);
  EXPECT_EQ(number("SELECT count(*) FROM geohazard_point WHERE type='04'") > 0, true);
}

TEST_F(Demo, StreetsShareNodesWithTheNetwork) {
  // Every village street reaches the road network: flood the graph from the largest road's nodes.
  std::map<long long, std::vector<long long>> next;
  SQLite::Statement roads(m_workspace->db().sql(), "SELECT from_node, to_node, class FROM road");
  std::set<long long> network;
  while (roads.executeStep()) {
    const long long a = roads.getColumn(0).getInt64(), b = roads.getColumn(1).getInt64();
    next[a].push_back(b), next[b].push_back(a);
    if (roads.getColumn(2).getInt() < 6) network.insert(a), network.insert(b);
  }
  std::set<long long> seen(network);
  std::vector<long long> open(network.begin(), network.end());
  while (!open.empty()) {
    const long long node = open.back();
    open.pop_back();
    for (const long long n : next[node])
      if (seen.insert(n).second) open.push_back(n);
  }
  EXPECT_EQ(seen.size(), next.size());
}

struct Polygon {
  std::int64_t fid;
  std::vector<LonLat> ring;
  LonLatBox box;
};

std::vector<Polygon> polygonsOf(const FeatureColumns& columns) {
  std::vector<Polygon> polygons;
  for (std::size_t f = 0; f < columns.featureCount(); ++f)
    for (std::uint32_t part = columns.feature_start[f]; part < columns.feature_start[f + 1]; ++part) {
      Polygon polygon{columns.fid[f], {}, {}};
      for (std::uint32_t v = columns.part_start[part]; v < columns.part_start[part + 1]; ++v) {
        polygon.ring.push_back({columns.xy[2 * v], columns.xy[2 * v + 1]});
        polygon.box.add(polygon.ring.back());
      }
      polygons.push_back(std::move(polygon));
    }
  return polygons;
}

bool inRing(const std::vector<LonLat>& ring, LonLat p) {
  bool inside = false;
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
    if ((ring[i].lat_deg > p.lat_deg) != (ring[j].lat_deg > p.lat_deg) &&
        p.lon_deg <
            (ring[j].lon_deg - ring[i].lon_deg) * (p.lat_deg - ring[i].lat_deg) / (ring[j].lat_deg - ring[i].lat_deg) +
                ring[i].lon_deg)
      inside = !inside;
  return inside;
}

TEST_F(Demo, HousesStandInTheirVillageAndApart) {
  const FeatureStore store(m_workspace->db());
  auto houses = store.read("building", {"division_code"});
  auto divisions = store.read("division", {"code", "level"});
  auto waters = store.read("reservoir", {});
  ASSERT_TRUE(houses && divisions && waters);
  std::map<std::string, std::vector<Polygon>> village;
  const auto* code = divisions->value.find("code");
  const auto division_parts = polygonsOf(divisions->value);
  std::map<std::int64_t, std::string> code_of;
  for (std::size_t f = 0; f < divisions->value.featureCount(); ++f)
    code_of[divisions->value.fid[f]] = code->dictionary[code->codes[f]];
  for (const Polygon& part : division_parts) village[code_of[part.fid]].push_back(part);
  const auto reservoirs = polygonsOf(waters->value);
  const auto* of = houses->value.find("division_code");
  const auto rings = polygonsOf(houses->value);
  ASSERT_EQ(rings.size(), houses->value.featureCount());
  int outside = 0, wet = 0;
  for (std::size_t i = 0; i < rings.size(); ++i) {
    for (const LonLat& corner : rings[i].ring) {
      int times = 0;
      for (const Polygon& part : village[of->dictionary[of->codes[i]]]) times += inRing(part.ring, corner);
      outside += times % 2 == 0;
      for (const Polygon& water : reservoirs) wet += inRing(water.ring, corner);
    }
  }
  EXPECT_EQ(outside, 0);
  EXPECT_EQ(wet, 0);
  // Overlap: no corner and no middle of a house lies in another whose box it meets.
  std::vector<std::size_t> order(rings.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](auto a, auto b) { return rings[a].box.west_deg < rings[b].box.west_deg; });
  int overlaps = 0;
  for (std::size_t i = 0; i < order.size(); ++i)
    for (std::size_t j = i + 1; j < order.size() && rings[order[j]].box.west_deg < rings[order[i]].box.east_deg; ++j) {
      const Polygon &a = rings[order[i]], &b = rings[order[j]];
      if (a.box.south_deg > b.box.north_deg || b.box.south_deg > a.box.north_deg) continue;
      bool hit = inRing(a.ring, b.box.centre()) || inRing(b.ring, a.box.centre());
      for (const LonLat& p : a.ring) hit = hit || inRing(b.ring, p);
      for (const LonLat& p : b.ring) hit = hit || inRing(a.ring, p);
      overlaps += hit;
    }
  EXPECT_EQ(overlaps, 0);
}

TEST_F(Demo, FireParcelsTileWithoutOverlap) {
  const FeatureStore store(m_workspace->db());
  auto zones = store.read("fire_risk_zone", {"fire_class"});
  ASSERT_TRUE(zones);
  const auto rings = polygonsOf(zones->value);
  std::vector<std::size_t> order(rings.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](auto a, auto b) { return rings[a].box.west_deg < rings[b].box.west_deg; });
  int overlaps = 0, shared = 0;
  for (std::size_t i = 0; i < order.size(); ++i)
    for (std::size_t j = i + 1; j < order.size() && rings[order[j]].box.west_deg < rings[order[i]].box.east_deg; ++j) {
      const Polygon &a = rings[order[i]], &b = rings[order[j]];
      if (a.box.south_deg > b.box.north_deg || b.box.south_deg > a.box.north_deg) continue;
      overlaps += inRing(a.ring, b.box.centre()) || inRing(b.ring, a.box.centre());
      // vertices of one lie outside of the other unless they are its own
      for (const LonLat& p : a.ring) {
        if (std::find(b.ring.begin(), b.ring.end(), p) != b.ring.end())
          ++shared;
        else
          overlaps += inRing(b.ring, p);
      }
    }
  EXPECT_EQ(overlaps, 0);
  EXPECT_GT(shared, 100);
}

TEST_F(Demo, HasAFinishedDrillOfCallAndRespond) {
  const Database& db = m_workspace->db();
  const auto all = CalloutStore(db).all();
  ASSERT_TRUE(all.has_value());
  ASSERT_EQ(all->size(), 1U);
  EXPECT_TRUE(all->front().is_drill);
  EXPECT_TRUE(all->front().is_closed);
  const auto snapshot = CalloutStore(db).snapshot(all->front().uuid);
  ASSERT_TRUE(snapshot.has_value()) << snapshot.error().detail;
  EXPECT_GE(snapshot->targets.size(), 60U);
  EXPECT_LE(snapshot->targets.size(), 130U);
  CalloutLogStore log(db, all->front().uuid);
  CalloutEngine engine(*snapshot, log);
  ASSERT_TRUE(engine.load().has_value());
  EXPECT_TRUE(engine.state().closed());
  int confirmed = 0;
  for (const TargetState& target : engine.state().targets()) confirmed += target.confirmed();
  EXPECT_GT(confirmed, 40);
  const auto events = log.eventsAfter(0);
  ASSERT_TRUE(events.has_value());
  EXPECT_LT(events->back().at_utc_ms, all->front().created_utc_ms + 7 * 3'600'000);
  EXPECT_TRUE(auditCallout(engine, *events, events->back().at_utc_ms, 1000).empty());
}

TEST_F(Demo, SameSeedSameBytes) {
  const auto again = freshFolder("demo-test-b");
  const auto report = buildDemo(again, {});
  ASSERT_TRUE(report) << report.error().detail;
  // read before anything opens them for writing
  EXPECT_TRUE(bytesOf(m_folder / "workspace.gpkg") == bytesOf(again / "workspace.gpkg"));
  EXPECT_TRUE(bytesOf(m_folder / "rasters" / "dem.tif") == bytesOf(again / "rasters" / "dem.tif"));
  EXPECT_EQ(report->rows, m_rows);
  std::filesystem::remove_all(again);
}

TEST(DemoRun, CancelledLeavesNothing) {
  const auto folder = freshFolder("demo-test-cancel");
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "letter.txt") << "keep me";
  const CancelToken cancel = CancelToken::create();
  const auto report = buildDemo(folder, {}, cancel, [&](double done) {
    if (done > 0.62) cancel.cancel();  // in the middle of the tables
  });
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, ErrorCode::kCancelled);
  std::vector<std::string> left;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    left.push_back(entry.path().filename().string());
  EXPECT_EQ(left, std::vector<std::string>{"letter.txt"});
  std::filesystem::remove_all(folder);
}

TEST(DemoRun, DoesNotOverwriteAWorkspace) {
  const auto folder = freshFolder("demo-test-exists");
  {
    const FixedClock clock(0);
    ASSERT_TRUE(Workspace::create(folder, clock));
  }
  const std::string before = bytesOf(folder / "workspace.gpkg");
  const auto report = buildDemo(folder, {});
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, ErrorCode::kAlreadyExists);
  EXPECT_TRUE(bytesOf(folder / "workspace.gpkg") == before);
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace gis::demo

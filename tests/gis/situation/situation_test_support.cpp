// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gis/situation/situation_test_support.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

namespace tests {

namespace situation = gis::situation;

ReportCity::ReportCity() {
  const gis::FixedClock clock(kNoonMs);
  EXPECT_TRUE(gis::Workspace::create(m_folder / "city", clock));
  auto opened = gis::Workspace::open(m_folder / "city", gis::OpenMode::kReadWrite);
  m_workspace = std::make_unique<gis::Workspace>(std::move(*opened));
  EXPECT_TRUE(m_workspace->setFact("city_name_zh", "长治市"));
}

namespace {

void addEvent(const gis::Database& db, const std::string& incident, std::int64_t at_utc_ms, const std::string& kind,
              const std::string& content) {
  SQLite::Statement row(db.sql(),
                        "INSERT INTO incident_event SELECT ?1, coalesce(max(seq),0)+1, ?2, ?3, '值班员', ?4, 'h' FROM "
                        "incident_event WHERE incident_uuid=?1");
  row.bind(1, incident);
  row.bind(2, at_utc_ms);
  row.bind(3, kind);
  row.bind(4, content);
  row.exec();
}

}  // namespace

std::string addIncident(const gis::Database& db, const std::string& number, bool is_drill) {
  const std::string uuid = fmt::format("0190a1b2-c3d4-7abc-8def-{:0>12}", number.size() > 12 ? "1" : number);
  SQLite::Statement row(db.sql(), "INSERT INTO incident VALUES (?,?,?,?,'值班员')");
  row.bind(1, uuid);
  row.bind(2, number);
  row.bind(3, is_drill ? 1 : 0);
  row.bind(4, kNoonMs - kHourMs / 2);
  row.exec();
  addEvent(
      db, uuid, kNoonMs - kHourMs / 2, "opened",
      fmt::format(R"({{"title":"山洪灾害","type":"flash_flood","division_code":"140431000000","division":"沁源县",)"
                  R"("village":"王陶镇","place":"王陶镇红水沟口","occurred_utc_ms":{},"known_utc_ms":{},)"
                  R"("informant":"王陶镇值班室"}})",
                  kNoonMs - kHourMs, kNoonMs - kHourMs / 2));
  addEvent(db, uuid, kNoonMs - kHourMs / 4, "grade", R"({"grade":"III"})");
  return uuid;
}

void tellFigures(const gis::Database& db, const std::string& incident, const std::map<std::string, double>& figures,
                 std::int64_t at_utc_ms, const std::string& county_code, const std::string& county) {
  const std::string of =
      county_code.empty() ? "" : fmt::format(R"(,"county_code":"{}","county":"{}")", county_code, county);
  std::string list;
  for (const auto& [figure, value] : figures)
    list += fmt::format(R"({}{{"figure":"{}","value":{},"as_of_utc_ms":{},"source":"沁源县应急局"{}}})",
                        list.empty() ? "" : ",", figure, value, at_utc_ms, of);
  addEvent(db, incident, at_utc_ms, "figures", R"({"figures":[)" + list + "]}");
}

const situation::ReportCatalogue& reportCatalogue() {
  static const auto catalogue = situation::builtInReportCatalogue();
  EXPECT_TRUE(catalogue) << catalogue.error().subject << ": " << catalogue.error().detail;
  return *catalogue;
}

situation::Blanks allTyped(situation::ReportKind kind) {
  situation::Blanks typed;
  for (const situation::BlankDefinition& blank : reportCatalogue().templateOf(kind).blanks)
    typed[blank.name] = blank.label.zh + "已核实";
  return typed;
}

std::map<std::string, double> floodFigures() {
  return {{"dead", 1},
          {"missing", 2},
          {"injured", 12},
          {"affected_people", 860},
          {"evacuated", 320},
          {"houses_collapsed", 6},
          {"houses_seriously_damaged", 9},
          {"houses_damaged", 31},
          {"crop_ha", 12.5},
          {"direct_loss_10k_yuan", 480}};
}

}  // namespace tests

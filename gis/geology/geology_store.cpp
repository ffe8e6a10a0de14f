// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/geology/geology_store.h"

#include <charconv>
#include <chrono>

#include "gis/store/geopackage_blob.h"
#include "gis/store/guarded.h"

namespace gis::geology {
namespace {

// Reads one row, column after column.
class Reader {
 public:
  explicit Reader(SQLite::Statement& row) : m_row(row) {}
  std::string text() { return m_row.getColumn(m_at++).getString(); }
  std::int64_t integer() { return m_row.getColumn(m_at++).getInt64(); }
  int number() { return m_row.getColumn(m_at++).getInt(); }
  double real() { return m_row.getColumn(m_at++).getDouble(); }
  std::optional<double> maybe() {
    const auto column = m_row.getColumn(m_at++);
    return column.isNull() ? std::nullopt : std::optional(column.getDouble());
  }
  FeatureColumns geometry() {
    FeatureColumns columns;
    columns.kind = GeometryKind::kNone;
    const auto column = m_row.getColumn(m_at++);
    const auto* data = static_cast<const std::byte*>(column.getBlob());
    // What cannot be read has no place; the checks of data quality name it.
    if (data) (void)decodeGeometry({data, static_cast<std::size_t>(column.getBytes())}, columns);
    return columns;
  }

 private:
  SQLite::Statement& m_row;
  int m_at = 0;
};

template <class T, class Make>
Result<std::vector<T>> all(const Database& db, const char* sql, Make make) {
  return guarded(db, [&]() -> Result<std::vector<T>> {
    std::vector<T> rows;
    SQLite::Statement row(db.sql(), sql);
    while (row.executeStep()) {
      Reader reader(row);
      rows.push_back(make(reader));
    }
    return rows;
  });
}

}  // namespace

std::optional<std::int64_t> utcMsOf(const std::string& text) {
  int part[6] = {0, 0, 0, 0, 0, 0};
  constexpr std::size_t kFrom[] = {0, 5, 8, 11, 14, 17}, kLength[] = {4, 2, 2, 2, 2, 2};
  for (std::size_t i = 0; i < 6 && kFrom[i] < text.size(); ++i) {
    if (kFrom[i] + kLength[i] > text.size()) return std::nullopt;
    const char* from = text.data() + kFrom[i];
    const auto [end, error] = std::from_chars(from, from + kLength[i], part[i]);
    if (error != std::errc() || end != from + kLength[i]) return std::nullopt;
  }
  const std::chrono::year_month_day day{std::chrono::year(part[0]), std::chrono::month(static_cast<unsigned>(part[1])),
                                        std::chrono::day(static_cast<unsigned>(part[2]))};
  if (!day.ok()) return std::nullopt;
  const std::int64_t days = std::chrono::sys_days(day).time_since_epoch().count();
  return (((days * 24 + part[3]) * 60 + part[4]) * 60 + part[5]) * 1000;
}

bool GeologyStore::has(const char* table) const {
  try {
    SQLite::Statement row(m_db.sql(), "SELECT count(*) FROM sqlite_schema WHERE type='table' AND name=?");
    row.bind(1, table);
    return row.executeStep() && row.getColumn(0).getInt() != 0;
  } catch (const SQLite::Exception&) {
    return true;  // asking for its rows names the trouble
  }
}

Result<std::vector<HazardPoint>> GeologyStore::points() const {
  return all<HazardPoint>(
      m_db,
      "SELECT fid, uuid, hazard_code, division_code, name, type, scale, danger_grade, stability, threat_object, "
      "threatened_households, threatened_people, threatened_property_yuan, trigger, monitoring, evacuation_place, "
      "volume_m3, geom FROM geohazard_point ORDER BY hazard_code",
      [](Reader& r) {
        HazardPoint p{r.integer(), r.text(),   r.text(),   r.text(), r.text(),    r.text(),
                      r.text(),    r.text(),   r.number(), r.text(), r.integer(), r.integer(),
                      r.real(),    r.number(), r.number(), r.text(), r.maybe(),   {}};
        const FeatureColumns at = r.geometry();
        if (at.xy.size() >= 2) p.where = {at.xy[0], at.xy[1]};
        return p;
      });
}

Result<std::vector<RiskArea>> GeologyStore::areas() const {
  const auto with_owner = guarded(m_db, [&]() -> Result<bool> {
    SQLite::Statement row(m_db.sql(), "SELECT count(*) FROM pragma_table_info('geohazard_area') WHERE name='owner'");
    return row.executeStep() && row.getColumn(0).getInt() != 0;
  });
  if (!with_owner) return std::unexpected(with_owner.error());
  return all<RiskArea>(
      m_db,
      *with_owner
          ? "SELECT fid, uuid, division_code, coalesce(hazard_code, ''), name, type, risk_level, owner, "
            "owner_post, owner_phone, geom FROM geohazard_area ORDER BY fid"
          : "SELECT fid, uuid, division_code, coalesce(hazard_code, ''), '', type, risk_level, '', '', '', geom "
            "FROM geohazard_area ORDER BY fid",
      [](Reader& r) {
        RiskArea area{r.integer(), r.text(), r.text(), r.text(), r.text(), r.text(),
                      r.number(),  r.text(), r.text(), r.text(), {}};
        const FeatureColumns shape = r.geometry();
        for (std::size_t i = 0; i + 1 < shape.part_start.size(); ++i) {
          std::vector<LonLat> ring;
          for (std::size_t v = shape.part_start[i]; v < shape.part_start[i + 1]; ++v)
            ring.push_back({shape.xy[2 * v], shape.xy[2 * v + 1]});
          area.rings.push_back(std::move(ring));
        }
        return area;
      });
}

Result<std::vector<RainRule>> GeologyStore::rainRules(bool in_use_only) const {
  if (!has("geohazard_rain_rule")) return std::vector<RainRule>();
  return all<RainRule>(
      m_db,
      in_use_only
          ? "SELECT name, name_en, kind, coalesce(hazard_type,''), factor, exponent, from_h, to_h, blue_ratio, "
            "yellow_ratio, orange_ratio, red_ratio, decay_ratio, days, blue_mm, yellow_mm, orange_mm, red_mm, "
            "stable_ratio, unstable_ratio, confidence, rule_source FROM geohazard_rain_rule WHERE in_use=1 ORDER BY fid"
          : "SELECT name, name_en, kind, coalesce(hazard_type,''), factor, exponent, from_h, to_h, blue_ratio, "
            "yellow_ratio, orange_ratio, red_ratio, decay_ratio, days, blue_mm, yellow_mm, orange_mm, red_mm, "
            "stable_ratio, unstable_ratio, confidence, rule_source FROM geohazard_rain_rule ORDER BY fid",
      [](Reader& r) {
        RainRule rule;
        rule.name = r.text(), rule.name_en = r.text();
        const std::string kind = r.text();
        rule.kind = kind == "re"   ? RainRuleKind::kEffective
                    : kind == "ed" ? RainRuleKind::kSum
                                   : RainRuleKind::kIntensity;
        rule.hazard_type = r.text();
        rule.factor_ratio = r.real(), rule.exponent_ratio = r.real(), rule.from_h = r.real(), rule.to_h = r.real();
        for (double& ratio : rule.level_ratio) ratio = r.real();
        rule.decay_ratio = r.real(), rule.days = r.number();
        for (double& mm : rule.level_mm) mm = r.real();
        rule.stable_ratio = r.real(), rule.unstable_ratio = r.real();
        rule.confidence = r.text(), rule.source = r.text();
        return rule;
      });
}

Result<std::vector<PatrolRule>> GeologyStore::patrolRules() const {
  if (!has("geohazard_patrol_rule")) return std::vector<PatrolRule>();
  return all<PatrolRule>(
      m_db,
      "SELECT season, coalesce(first_month,0), coalesce(last_month,0), every_h, confidence, "
      "rule_source FROM geohazard_patrol_rule ORDER BY season",
      [](Reader& r) { return PatrolRule{r.number(), r.number(), r.number(), r.real(), r.text(), r.text()}; });
}

Result<std::map<std::string, HazardPlan>> GeologyStore::plans() const {
  std::map<std::string, HazardPlan> plans;
  if (!has("geohazard_plan")) return plans;
  auto rows = all<HazardPlan>(
      m_db,
      "SELECT hazard_code, location, signs, method, criterion, route, coalesce(alarm,0), order_name, order_phone, "
      "rescue_name, rescue_phone, security_name, security_phone, medical_name, medical_phone, issued_by, issued_phone, "
      "coalesce(issued_on,'') FROM geohazard_plan",
      [](Reader& r) {
        HazardPlan p;
        p.hazard_code = r.text(), p.location = r.text(), p.signs = r.text(), p.method = r.text();
        p.criterion = r.text(), p.route = r.text(), p.alarm = r.number();
        for (Contact* contact : {&p.order, &p.rescue, &p.security, &p.medical})
          contact->name = r.text(), contact->phone = r.text();
        p.issued_by = r.text(), p.issued_phone = r.text(), p.issued_on = r.text();
        return p;
      });
  if (!rows) return std::unexpected(rows.error());
  for (HazardPlan& plan : *rows) plans.emplace(plan.hazard_code, plan);
  return plans;
}

Result<std::vector<Household>> GeologyStore::households() const {
  if (!has("geohazard_household")) return std::vector<Household>();
  return all<Household>(m_db,
                        "SELECT hazard_code, division_code, head, people, members, phone, house, address, position, "
                        "notes, shelter, shelter_lead, shelter_phone, substr(changed_utc,1,10) FROM "
                        "geohazard_household ORDER BY hazard_code, fid",
                        [](Reader& r) {
                          return Household{r.text(), r.text(), r.text(), r.integer(), r.text(), r.text(), r.text(),
                                           r.text(), r.text(), r.text(), r.text(),    r.text(), r.text(), r.text()};
                        });
}

Result<std::vector<RelocationWork>> GeologyStore::relocation() const {
  if (!has("relocation_work")) return std::vector<RelocationWork>();
  return all<RelocationWork>(
      m_db,
      "SELECT fid, uuid, name, division_code, coalesce(hazard_code,''), kind, planned_households, "
      "contracted_households, built_households, moved_households, razed_households, funds_planned_yuan, "
      "funds_arrived_yuan, funds_paid_yuan, coalesce(started_on,''), coalesce(due_on,''), coalesce(finished_on,'') "
      "FROM relocation_work ORDER BY division_code, fid",
      [](Reader& r) {
        return RelocationWork{r.integer(), r.text(),    r.text(),    r.text(),    r.text(),    r.number(),
                              r.integer(), r.integer(), r.integer(), r.integer(), r.integer(), r.real(),
                              r.real(),    r.real(),    r.text(),    r.text(),    r.text()};
      });
}

Result<std::map<std::string, std::int64_t>> GeologyStore::lastPatrols() const {
  std::map<std::string, std::int64_t> last;
  if (!has("geohazard_patrol")) return last;
  const auto rows = all<std::pair<std::string, std::string>>(
      m_db, "SELECT hazard_code, max(patrolled_utc) FROM geohazard_patrol GROUP BY hazard_code", [](Reader& r) {
        return std::pair{r.text(), r.text()};
      });
  if (!rows) return std::unexpected(rows.error());
  for (const auto& [code, text] : *rows)
    if (const auto utc_ms = utcMsOf(text)) last[code] = *utc_ms;
  return last;
}

Result<std::vector<Responsible>> GeologyStore::responsible() const {
  return all<Responsible>(m_db,
                          "SELECT division_code, role, name, post, phone, coalesce(object_uuid,'') FROM "
                          "responsible_person WHERE role IN (1,4,5,6,10,12,13) ORDER BY fid",
                          [](Reader& r) {
                            return Responsible{r.text(), r.number(), {r.text(), r.text(), r.text()}, r.text()};
                          });
}

Result<std::vector<DivisionName>> GeologyStore::divisions() const {
  return all<DivisionName>(m_db, "SELECT code, name, name_en, level FROM division ORDER BY level, code", [](Reader& r) {
    return DivisionName{r.text(), r.text(), r.text(), r.number()};
  });
}

Result<std::map<std::string, LonLat>> GeologyStore::stationPlaces() const {
  const auto rows = all<std::pair<std::string, FeatureColumns>>(
      m_db, "SELECT station_code, geom FROM monitoring_station", [](Reader& r) {
        return std::pair{r.text(), r.geometry()};
      });
  if (!rows) return std::unexpected(rows.error());
  std::map<std::string, LonLat> places;
  for (const auto& [code, at] : *rows)
    if (at.xy.size() >= 2) places[code] = {at.xy[0], at.xy[1]};
  return places;
}

}  // namespace gis::geology

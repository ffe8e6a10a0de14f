// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/situation/report_store.h"

#include <fmt/format.h>

#include <array>
#include <map>
#include <optional>

#include "gis/core/chained_hash.h"
#include "gis/store/guarded.h"

namespace gis::situation {
namespace {

constexpr auto kIssuedColumns =
    "SELECT uuid, number, year, serial, kind, sequence, incident_uuid, is_drill, as_of_utc_ms, issued_utc_ms, "
    "issued_by, "
    "title, corrects, hash, content FROM issued_report ";

bool hasTable(const Database& db, const char* name) {
  SQLite::Statement query(db.sql(), "SELECT 1 FROM sqlite_master WHERE name=?");
  query.bind(1, name);
  return query.executeStep();
}

IssuedReport issuedRow(SQLite::Statement& row) {
  IssuedReport report;
  report.uuid = row.getColumn(0).getString();
  report.number = row.getColumn(1).getString();
  report.year = row.getColumn(2).getInt();
  report.serial = row.getColumn(3).getInt();
  report.kind = reportKindNamed(row.getColumn(4).getString()).value_or(ReportKind::kFirst);
  report.sequence = row.getColumn(5).getInt();
  report.incident_uuid = row.getColumn(6).getString();
  report.is_drill = row.getColumn(7).getInt() != 0;
  report.as_of_utc_ms = row.getColumn(8).getInt64();
  report.issued_utc_ms = row.getColumn(9).getInt64();
  report.issued_by = row.getColumn(10).getString();
  report.title = row.getColumn(11).getString();
  report.corrects = row.getColumn(12).getString();
  report.hash = row.getColumn(13).getString();
  return report;
}

// The last that was issued of an incident until then; of one kind unless `kind` is empty.
Result<std::optional<Draft>> draftBefore(const Database& db, const std::string& incident_uuid, bool is_drill,
                                         std::int64_t until_utc_ms, std::string_view kind) {
  return guarded(db, [&]() -> Result<std::optional<Draft>> {
    if (!hasTable(db, "issued_report")) return std::nullopt;
    SQLite::Statement row(db.sql(),
                          "SELECT content FROM issued_report WHERE incident_uuid=? AND is_drill=? AND issued_utc_ms<=? "
                          "AND (?4='' OR kind=?4) ORDER BY seq DESC LIMIT 1");
    row.bind(1, incident_uuid);
    row.bind(2, is_drill ? 1 : 0);
    row.bind(3, until_utc_ms);
    row.bind(4, std::string(kind));
    if (!row.executeStep()) return std::nullopt;
    auto draft = readDraft(row.getColumn(0).getString());
    if (!draft) return std::unexpected(draft.error());
    return std::move(*draft);
  });
}

// Every field behind its length, so that no two reports have the same bytes.
std::string reportHash(std::string_view hash_before, const IssuedReport& report, std::string_view content) {
  ChainedHash hash(hash_before);
  hash.add(report.number);
  hash.add(report.issued_by);
  hash.add(std::to_string(report.issued_utc_ms));
  hash.add(content);
  return hash.hex();
}

void replace(std::string& text, std::string_view what, const std::string& with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
}

// The first character of a UTF-8 text.
std::string firstCharacter(const std::string& text) {
  std::size_t length = text.empty() ? 0 : 1;
  while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xc0) == 0x80) ++length;
  return text.substr(0, length);
}

// A drill's city is called 【演练】长治市; its papers are numbered as the city's own.
std::string withoutMark(const std::string& city) {
  constexpr std::string_view kDrillMark = "【演练】";
  return city.starts_with(kDrillMark) ? city.substr(kDrillMark.size()) : city;
}

}  // namespace

std::string reportNumber(const std::string& form, int year, int serial, bool is_drill) {
  std::string number = form;
  replace(number, "{year}", std::to_string(year));
  replace(number, "{serial}", std::to_string(serial));
  return (is_drill ? "演练" : "") + number;
}

Result<ReportOffice> ReportStore::office() const {
  return guarded(*m_db, [&]() -> Result<ReportOffice> {
    std::map<std::string, std::string> settings;
    SQLite::Statement rows(m_db->sql(), "SELECT key, value FROM workspace_setting");
    while (rows.executeStep()) settings[rows.getColumn(0).getString()] = rows.getColumn(1).getString();
    ReportOffice office;
    office.city = settings["city_name_zh"];
    office.office = settings["report_office"].empty() ? office.city + "应急管理局" : settings["report_office"];
    office.number_form = settings["report_number_form"].empty()
                             ? firstCharacter(withoutMark(office.city)) + "应急报〔{year}〕{serial}号"
                             : settings["report_number_form"];
    office.is_demo = settings["is_demo"] == "1";
    return office;
  });
}

Result<std::vector<IncidentBrief>> ReportStore::incidents(std::int64_t as_of_utc_ms) const {
  return guarded(*m_db, [&]() -> Result<std::vector<IncidentBrief>> {
    std::vector<IncidentBrief> found;
    if (!hasTable(*m_db, "incident_event")) return found;
    SQLite::Statement rows(
        m_db->sql(),
        "WITH head AS (SELECT incident_uuid AS uuid, max(seq), CASE kind WHEN 'changed' THEN "
        "json_extract(content,'$.head') "
        "ELSE content END AS head FROM incident_event WHERE kind IN ('opened','changed') AND at_utc_ms<=:as_of GROUP "
        "BY "
        "incident_uuid), state AS (SELECT incident_uuid AS uuid, max(seq), json_extract(content,'$.state') AS state "
        "FROM "
        "incident_event WHERE kind='state' AND at_utc_ms<=:as_of GROUP BY incident_uuid), grade AS (SELECT "
        "incident_uuid AS "
        "uuid, max(seq), json_extract(content,'$.grade') AS grade FROM incident_event WHERE kind='grade' AND "
        "at_utc_ms<=:as_of GROUP BY incident_uuid) SELECT i.uuid, i.number, json_extract(h.head,'$.title'), grade, "
        "coalesce(state,'reported'), i.is_drill, coalesce(json_extract(h.head,'$.known_utc_ms'), i.created_utc_ms) "
        "FROM "
        "incident i JOIN head h ON h.uuid=i.uuid LEFT JOIN state ON state.uuid=i.uuid LEFT JOIN grade ON "
        "grade.uuid=i.uuid ORDER BY i.created_utc_ms DESC, i.uuid");
    rows.bind(":as_of", as_of_utc_ms);
    while (rows.executeStep())
      found.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getString(), rows.getColumn(2).getString(),
                       rows.getColumn(3).getString(), rows.getColumn(4).getString(), rows.getColumn(5).getInt() != 0,
                       rows.getColumn(6).getInt64()});
    return found;
  });
}

Result<IncidentBrief> ReportStore::incident(const std::string& name, std::int64_t as_of_utc_ms) const {
  auto all = incidents(as_of_utc_ms);
  if (!all) return std::unexpected(all.error());
  for (IncidentBrief& one : *all)
    if (one.uuid == name || one.number == name) return std::move(one);
  return fail(ErrorCode::kUnknownName, name, "no incident of this number or identifier was known at that time");
}

Result<std::vector<IssuedReport>> ReportStore::issued(std::int64_t until_utc_ms) const {
  return guarded(*m_db, [&]() -> Result<std::vector<IssuedReport>> {
    std::vector<IssuedReport> found;
    if (!hasTable(*m_db, "issued_report")) return found;
    SQLite::Statement rows(m_db->sql(), std::string(kIssuedColumns) + "WHERE issued_utc_ms<=? ORDER BY seq DESC");
    rows.bind(1, until_utc_ms);
    while (rows.executeStep()) found.push_back(issuedRow(rows));
    return found;
  });
}

Result<Draft> ReportStore::content(const std::string& number) const {
  return guarded(*m_db, [&]() -> Result<Draft> {
    if (!hasTable(*m_db, "issued_report")) return fail(ErrorCode::kUnknownName, number, "no report has this number");
    SQLite::Statement row(m_db->sql(), "SELECT content FROM issued_report WHERE number=?");
    row.bind(1, number);
    if (!row.executeStep()) return fail(ErrorCode::kUnknownName, number, "no report has this number");
    return readDraft(row.getColumn(0).getString());
  });
}

Result<Facts> ReportStore::factsBefore(const std::string& incident_uuid, bool is_drill,
                                       std::int64_t until_utc_ms) const {
  auto draft = draftBefore(*m_db, incident_uuid, is_drill, until_utc_ms, {});
  if (!draft) return std::unexpected(draft.error());
  return *draft ? std::move((*draft)->facts) : Facts();
}

Result<Counties> ReportStore::countiesBefore(const std::string& incident_uuid, bool is_drill,
                                             std::int64_t until_utc_ms) const {
  auto draft = draftBefore(*m_db, incident_uuid, is_drill, until_utc_ms, reportKindName(ReportKind::kStatistics));
  if (!draft) return std::unexpected(draft.error());
  return *draft ? std::move((*draft)->counties) : Counties();
}

Result<int> ReportStore::nextSequence(const std::string& incident_uuid, ReportKind kind, bool is_drill,
                                      std::int64_t until_utc_ms) const {
  return guarded(*m_db, [&]() -> Result<int> {
    if (!hasTable(*m_db, "issued_report")) return 1;
    SQLite::Statement row(m_db->sql(),
                          "SELECT count(*)+1 FROM issued_report WHERE incident_uuid=? AND kind=? AND is_drill=? AND "
                          "issued_utc_ms<=?");
    row.bind(1, incident_uuid);
    row.bind(2, std::string(reportKindName(kind)));
    row.bind(3, is_drill ? 1 : 0);
    row.bind(4, until_utc_ms);
    row.executeStep();
    return row.getColumn(0).getInt();
  });
}

Result<IssuedReport> ReportStore::add(const Draft& draft, IssuedReport row, const std::string& content) {
  SQLite::Statement before(m_db->sql(), "SELECT hash FROM issued_report WHERE is_drill=? ORDER BY seq DESC LIMIT 1");
  before.bind(1, row.is_drill ? 1 : 0);
  row.hash = reportHash(before.executeStep() ? before.getColumn(0).getString() : std::string(), row, content);
  SQLite::Statement insert(
      m_db->sql(),
      "INSERT INTO issued_report (uuid, number, year, serial, kind, sequence, incident_uuid, is_drill, "
      "as_of_utc_ms, issued_utc_ms, issued_by, title, corrects, content, hash) VALUES "
      "(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
  insert.bind(1, row.uuid);
  insert.bind(2, row.number);
  insert.bind(3, row.year);
  insert.bind(4, row.serial);
  insert.bind(5, std::string(reportKindName(draft.kind)));
  insert.bind(6, draft.sequence);
  insert.bind(7, draft.incident_uuid);
  insert.bind(8, row.is_drill ? 1 : 0);
  insert.bind(9, draft.as_of_utc_ms);
  insert.bind(10, row.issued_utc_ms);
  insert.bind(11, row.issued_by);
  insert.bind(12, draft.title);
  insert.bind(13, draft.corrects);
  insert.bind(14, content);
  insert.bind(15, row.hash);
  insert.exec();
  return row;
}

Result<IssuedReport> ReportStore::issue(const std::function<Draft(const std::string& number)>& make,
                                        const std::string& issued_by, const Clock& clock, UuidSource& uuids) {
  if (issued_by.empty()) return fail(ErrorCode::kInvalidArgument, "by", "the name of who issues it is needed");
  Result<IssuedReport> made = fail(ErrorCode::kIoFailed, "report");
  auto done = m_db->transaction([&]() -> Result<void> {
    if (!hasTable(*m_db, "issued_report")) return fail(ErrorCode::kOlderSchema, m_db->file().string());
    const auto form = office();
    if (!form) return std::unexpected(form.error());
    Draft draft = make({});
    IssuedReport row;
    row.uuid = uuids.next();
    row.kind = draft.kind, row.sequence = draft.sequence, row.incident_uuid = draft.incident_uuid;
    row.is_drill = draft.is_drill, row.as_of_utc_ms = draft.as_of_utc_ms;
    row.corrects = draft.corrects, row.issued_by = issued_by;
    row.issued_utc_ms = std::max(clock.nowUtcMs(), draft.as_of_utc_ms);
    row.year = yearOf(row.issued_utc_ms);
    SQLite::Statement last(m_db->sql(),
                           "SELECT coalesce(max(serial),0)+1 FROM issued_report WHERE year=? AND is_drill=?");
    last.bind(1, row.year);
    last.bind(2, row.is_drill ? 1 : 0);
    last.executeStep();
    row.serial = last.getColumn(0).getInt();
    row.number = reportNumber(form->number_form, row.year, row.serial, row.is_drill);
    draft = make(row.number);
    row.title = draft.title;
    if (!draft.findings.empty())
      return fail(ErrorCode::kInvalidArgument, draft.findings.front().where,
                  std::string(findingName(draft.findings.front().code)));
    constexpr std::int64_t kEver_utc_ms = std::numeric_limits<std::int64_t>::max();
    const auto sequence = nextSequence(draft.incident_uuid, draft.kind, draft.is_drill, kEver_utc_ms);
    if (!sequence) return std::unexpected(sequence.error());
    if (*sequence != draft.sequence)
      return fail(ErrorCode::kChangedElsewhere, draft.title, "another report of this kind was issued meanwhile");
    made = add(draft, std::move(row), draftText(draft));
    return made ? Result<void>() : std::unexpected(made.error());
  });
  if (!done) return std::unexpected(done.error());
  return made;
}

Result<std::optional<std::string>> ReportStore::firstBroken() const {
  return guarded(*m_db, [&]() -> Result<std::optional<std::string>> {
    if (!hasTable(*m_db, "issued_report")) return std::nullopt;
    std::array<std::string, 2> before;  // real ones and drills stand in chains of their own
    SQLite::Statement rows(m_db->sql(), std::string(kIssuedColumns) + "ORDER BY seq");
    while (rows.executeStep()) {
      const IssuedReport report = issuedRow(rows);
      std::string& last = before[report.is_drill ? 1 : 0];
      if (report.hash != reportHash(last, report, rows.getColumn(14).getString())) return report.number;
      last = report.hash;
    }
    return std::nullopt;
  });
}

Result<int> ReportStore::removeDrills() {
  int removed = 0;
  auto done = m_db->transaction([&]() -> Result<void> {
    if (hasTable(*m_db, "issued_report")) removed = m_db->sql().exec("DELETE FROM issued_report WHERE is_drill=1");
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return removed;
}

}  // namespace gis::situation

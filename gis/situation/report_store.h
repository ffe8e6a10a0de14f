// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/clock.h"
#include "gis/core/uuid.h"
#include "gis/situation/draft.h"
#include "gis/store/database.h"

namespace gis::situation {

// A report that went out. Never changed; `hash` is BLAKE2b-256 in hex over the hash of the report before, its number,
// who issued it when, and its content.
struct IssuedReport {
  std::string uuid, number;
  int year = 0, serial = 0, sequence = 0;
  ReportKind kind = ReportKind::kFirst;
  std::string incident_uuid;
  bool is_drill = false;
  std::int64_t as_of_utc_ms = 0, issued_utc_ms = 0;
  std::string issued_by, title, corrects, hash;
};

// Who reports: from workspace_setting, keys report_office, report_number_form; without them made of the city's name.
struct ReportOffice {
  std::string city, office;
  std::string number_form;  // "长应急报〔{year}〕{serial}号"
  bool is_demo = false;     // the demo's records are drills: its reports count them
};

// Reports and what they are about. Every issue is one transaction; what returned is on the disk. One thread; the
// Database must outlive it.
class ReportStore {
 public:
  explicit ReportStore(const Database& db) : m_db(&db) {}

  Result<ReportOffice> office() const;

  // Incidents as they stood, newest first; none in a workspace that has no such table.
  Result<std::vector<IncidentBrief>> incidents(std::int64_t as_of_utc_ms) const;
  // By uuid or number. Fails with kUnknownName.
  Result<IncidentBrief> incident(const std::string& name, std::int64_t as_of_utc_ms) const;

  // What had been issued by then, newest first.
  Result<std::vector<IssuedReport>> issued(std::int64_t until_utc_ms) const;
  // As it was issued. Fails with kUnknownName, kDamagedFile.
  Result<Draft> content(const std::string& number) const;
  // The facts of the last report about this incident (none: the last daily report) that was issued until then.
  Result<Facts> factsBefore(const std::string& incident_uuid, bool is_drill, std::int64_t until_utc_ms) const;
  // The shares of counties as the last statistics table about it had them that was issued until then; none before it.
  Result<Counties> countiesBefore(const std::string& incident_uuid, bool is_drill, std::int64_t until_utc_ms) const;
  // How many reports of a kind there are of an incident, plus one.
  Result<int> nextSequence(const std::string& incident_uuid, ReportKind kind, bool is_drill,
                           std::int64_t until_utc_ms) const;

  // Issues what `make` returns for the number that it gets. Fails with kInvalidArgument when the draft has findings or
  // nobody's name stands under it, kChangedElsewhere when its sequence was taken meanwhile, kOlderSchema when the
  // workspace has no table for it.
  Result<IssuedReport> issue(const std::function<Draft(const std::string& number)>& make, const std::string& issued_by,
                             const Clock& clock, UuidSource& uuids);

  // The number of the first report whose hash does not follow; nothing when all do.
  Result<std::optional<std::string>> firstBroken() const;
  // Removes every drill's report and nothing else; returns how many. Real reports' hashes do not stand on drills'.
  Result<int> removeDrills();

 private:
  Result<IssuedReport> add(const Draft& draft, IssuedReport row, const std::string& content);
  const Database* m_db;
};

// Content as it is kept. Fails with kDamagedFile.
std::string draftText(const Draft& draft);
Result<Draft> readDraft(std::string_view text);

// "长应急报〔2026〕3号" of a form with {year} and {serial}.
std::string reportNumber(const std::string& form, int year, int serial, bool is_drill);

}  // namespace gis::situation

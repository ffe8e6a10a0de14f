// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <string>
#include <vector>

#include "gis/callout/callout_log.h"
#include "gis/callout/callout_snapshot.h"
#include "gis/store/database.h"
#include "gis/store/raw_statement.h"

namespace gis {

// What a list of call-outs shows of one.
struct CalloutRecord {
  std::string uuid, title, warning_id, author;
  bool is_drill = false;
  std::int64_t created_utc_ms = 0;
  std::int64_t last_seq = 0;
  bool is_closed = false;
};

// How often a person was called in earlier call-outs and how it went.
struct PersonHistory {
  std::string title;  // of the call-out
  bool is_drill = false;
  std::int64_t created_utc_ms = 0;
  int attempts = 0, answered = 0, confirmed = 0;
};

// A version of the plan as it was kept.
struct PlanVersion {
  std::int64_t version = 0, saved_utc_ms = 0;
  std::string author, note;
};

// The tables callout and callout_plan. One thread; the Database must outlive it.
class CalloutStore {
 public:
  explicit CalloutStore(const Database& db) : m_db(&db) {}
  // Keeps a snapshot; the call-out has not begun. `uuid`: version 7.
  Result<void> add(const std::string& uuid, const CalloutSnapshot& snapshot, const std::string& author,
                   std::int64_t now_utc_ms);
  // Fails with kNotFound, kDamagedFile (the snapshot is not what was frozen).
  Result<CalloutSnapshot> snapshot(const std::string& uuid);
  // Newest first.
  Result<std::vector<CalloutRecord>> all();

  // A key of workspace_setting that the room keeps; kNotFound: never set.
  Result<std::string> setting(const std::string& key);
  // The plan in force: the newest version kept here, else the one of the program.
  Result<CalloutPlan> plan();
  // Versions kept here, newest first; the program's own is not among them.
  Result<std::vector<PlanVersion>> planVersions();
  Result<CalloutPlan> planOf(std::int64_t version);
  // Newest first, at most `most`; drills are told apart.
  Result<std::vector<PersonHistory>> historyOf(const std::string& person_uuid, int most);
  // Returns its number.
  Result<std::int64_t> savePlan(const CalloutPlan& plan, const std::string& author, const std::string& note,
                                std::int64_t now_utc_ms);

 private:
  const Database* m_db;
};

// One call-out's events and timers in the workspace. What append() returned is on the disk. One thread; the Database
// must outlive it.
class CalloutLogStore final : public CalloutLog {
 public:
  CalloutLogStore(const Database& db, std::string callout_uuid);
  Result<void> exclusively(const std::function<Result<void>()>& work) override;
  Result<std::vector<CalloutEvent>> eventsAfter(std::int64_t seq) override;
  Result<std::vector<CalloutTimer>> timers() override;
  Result<std::vector<CalloutTimer>> timersOf(std::span<const int> targets) override;
  Result<void> append(std::span<const CalloutEvent> events, std::span<const CalloutTimer> timers) override;

 private:
  Result<RawStatement*> statement(const char* sql);
  Result<void> readTimers(RawStatement& rows, std::vector<CalloutTimer>& into) const;
  const Database* m_db;
  std::string m_uuid;
  std::map<std::string, RawStatement, std::less<>> m_statements;
};

}  // namespace gis

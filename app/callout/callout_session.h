// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "app/callout/callout_view.h"
#include "gis/callout/callout_run.h"

namespace app {

// The call-out that a window has open, for one officer. Synchronous; used by one job at a time.
class CalloutSession {
 public:
  CalloutSession(std::unique_ptr<gis::CalloutRun> run, std::string officer);
  // The one that runs, else the latest; null: there is none.
  static gis::Result<std::shared_ptr<CalloutSession>> open(const std::filesystem::path& folder, std::string officer);

  // Lets the engine act, then tells how everything stands.
  gis::Result<CalloutViewPtr> beat();
  // The next number for this officer.
  gis::Result<CalloutViewPtr> claim();
  // What came of the number in hand; then the next one by itself. `and_then`: receipts that belong to it.
  gis::Result<CalloutViewPtr> say(const std::vector<gis::Receipt>& receipts);
  // Takes back what was booked for this person, as a new entry, and puts their number in the officer's hand again.
  gis::Result<CalloutViewPtr> undo(const std::string& attempt, std::int64_t moved_people, const std::string& reason);
  // An action of the engine; its outcome is seen in the view.
  using Action = std::function<gis::Result<void>(gis::CalloutEngine&, const std::string& officer, std::int64_t now)>;
  gis::Result<CalloutViewPtr> act(const Action& action);
  gis::Result<PersonCard> card(int target);
  const std::string& officer() const { return m_officer; }

 private:
  gis::Result<CalloutViewPtr> view();
  gis::Result<void> readFacts();
  gis::Result<void> readLog();
  std::optional<CallCard> cardInHand() const;
  std::int64_t claimDueUtcMs(int target) const;

  std::unique_ptr<gis::CalloutRun> m_run;
  std::string m_officer;
  std::shared_ptr<const CalloutFacts> m_facts;
  std::vector<LogLine> m_log;  // newest last
  std::int64_t m_log_seq = 0;
  CalloutViewPtr m_last;
};

// Facts of a snapshot; seats from the workspace's roster.
std::shared_ptr<const CalloutFacts> factsOf(const std::string& uuid, const gis::CalloutSnapshot& snapshot,
                                            const gis::Roster& roster, std::vector<std::vector<gis::LonLat>> rings);
QString maskedPhone(const QString& phone);

}  // namespace app

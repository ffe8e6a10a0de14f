// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <QStringList>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/callout/callout_jobs.h"
#include "app/callout/cap_poll.h"
#include "app/core/panel.h"
#include "app/jobs/job_slot.h"

namespace app {

class WarningPage;

// How warnings come to the call-out panel: files that are opened or dropped, a watched folder, an address, the form,
// and what another room would warn of. Says what became of each on the page; whoever holds the list is told to read it
// again. Window's thread.
class WarningIntake : public QObject {
  Q_OBJECT
 public:
  WarningIntake(PanelContext& context, WarningPage& page);
  ~WarningIntake() override;

  // Nothing is watched or asked until a list says what.
  void reset();
  void follow(const WarningList& list);
  void addFiles(const QStringList& files, const std::string& source = "file");
  // Looks into the watched folder.
  void look();
  bool busy() const;
  CapPoll* poll() { return &m_poll; }

 signals:
  void draftComes();
  // Read the list again; `choose`: the warning that came, empty: none to be chosen.
  void came(const std::string& choose);
  // Before came(): nobody opened or typed it, it was in the watched folder or at the address.
  void cameByItself();
  void failed(const gis::Error& error);

 private:
  void takeOutcomes(const std::vector<WarningFileOutcome>& outcomes, const std::string& source);
  void addTyped(const TypedWarning& typed);
  void openFile();
  void chooseWatched();
  void chooseAddress();
  void saveChosen();
  void takeKept(const gis::Result<void>& done);
  std::optional<std::filesystem::path> folder() const;
  bool canWrite() const;

  PanelContext& m_context;
  WarningPage& m_page;
  JobSlot<std::vector<WarningFileOutcome>> m_file_job;
  JobSlot<std::vector<std::filesystem::path>> m_watch_job;
  JobSlot<gis::Result<std::string>> m_typed_job;
  JobSlot<gis::Result<void>> m_keep_job;
  JobSlot<gis::Result<void>> m_save_job;
  CapPoll m_poll;
  std::shared_ptr<std::set<std::string>> m_seen = std::make_shared<std::set<std::string>>();
  bool m_has_list = false;
  std::string m_watched_folder, m_watched_address;
};

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <QTimer>
#include <deque>
#include <map>
#include <memory>
#include <set>

#include "app/core/map_document.h"
#include "app/core/panel.h"
#include "app/jobs/job_slot.h"
#include "app/shell/early_reading.h"
#include "app/shell/workspace_reading.h"
#include "gis/edit/rows_changed.h"

namespace app {

// Streams the layers of a workspace in, visible and small ones first, two at a time. Each job opens the workspace for
// itself. Window's thread.
class LayerLoader : public QObject {
  Q_OBJECT
 public:
  explicit LayerLoader(PanelContext& context, QObject* parent = nullptr);
  ~LayerLoader() override;

  // Fills in a layer that was read early, before the document has it.
  void adopt(MapLayer& layer, ReadLayer read);
  // Loads the document's layers that wait. `counts` (rows by table) decides what is small; what `early` is busy with is
  // waited for instead of being read twice.
  void start(const std::map<std::string, std::int64_t>& counts, std::shared_ptr<EarlyReading> early = {});
  // Reads the loaded layers of these tables anew; until that is done they are shown as they were.
  void reload(const std::vector<std::string>& tables);
  // Shows rows that this window has written at once, over the layers as they are; when nothing more comes for a while
  // the layers are read anew behind the map, so that what is asked of them is as new as what is seen.
  void show(const gis::StepDone& done);
  void stop();
  bool idle() const { return m_queue.empty() && m_running.empty() && m_changes.empty(); }
  double doneRatio() const;
  // Whether the layer is as it will be at this resolution: loaded, or all of it that shows there.
  bool standsAt(const MapLayer& layer, double metres_per_px) const;

 signals:
  void progressed();
  void finished();

 private:
  using Slot = JobSlot<gis::Result<ReadLayer>>;
  struct Changes {
    QString id;
    gis::RowsChanged rows;
  };
  void showNext();
  void fill();
  // Writes what was made for the next start, after everything is on the screen.
  void keepForNextTime();
  void accept(const QString& id, gis::Result<ReadLayer> answer);

  PanelContext& m_context;
  std::shared_ptr<EarlyReading> m_early;
  std::deque<QString> m_queue;
  std::map<std::string, std::int64_t> m_counts;  // rows by table
  std::map<QString, double> m_previews;          // layers that so far hold only what shows at a resolution
  std::set<QString> m_again;                     // changed once more while they were being read
  std::map<QString, std::unique_ptr<Slot>> m_running;
  std::vector<layers::VectorLayer> m_to_keep;
  JobSlot<bool> m_keeping;
  std::deque<Changes> m_changes;  // the first is being read
  JobSlot<gis::Result<layers::LayerStatePtr>> m_changes_slot;
  std::set<std::string> m_edited;  // tables to read anew when it is quiet
  QTimer m_quiet;
  std::size_t m_total = 0;
  int m_job = 0;
};

}  // namespace app

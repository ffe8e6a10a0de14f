// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <deque>
#include <map>
#include <memory>
#include <set>

#include "app/core/map_document.h"
#include "app/core/panel.h"
#include "app/jobs/job_slot.h"
#include "layers/vector/layer_source.h"

namespace app {

// Streams the layers of a workspace in, visible and small ones first, two at a time. Each job opens the workspace for
// itself. Window's thread.
class LayerLoader : public QObject {
  Q_OBJECT
 public:
  explicit LayerLoader(PanelContext& context, QObject* parent = nullptr);
  ~LayerLoader() override;

  // Loads the document's layers that wait. `counts` (rows by table) decides what is small.
  void start(const std::map<std::string, std::int64_t>& counts);
  // Reads the loaded layers of these tables anew; until that is done they are shown as they were.
  void reload(const std::vector<std::string>& tables);
  void stop();
  bool idle() const { return m_queue.empty() && m_running.empty(); }
  double doneRatio() const;

 signals:
  void progressed();
  void finished();

 private:
  struct Answer {
    layers::VectorLayer layer;  // of a raster only the state
    std::vector<gis::Warning> warnings;
  };
  using Slot = JobSlot<gis::Result<Answer>>;
  void fill();
  // Writes what was made for the next start, after everything is on the screen.
  void keepForNextTime();
  void accept(const QString& id, gis::Result<Answer> answer);
  static gis::Result<Answer> loadTable(const OpenWorkspace& workspace, const layers::CatalogueEntry& entry,
                                       const gis::CancelToken& cancel, const gis::Progress& progress);
  static gis::Result<Answer> loadGround(const OpenWorkspace& workspace, const std::string& id,
                                        const std::filesystem::path& file, const gis::CancelToken& cancel);

  PanelContext& m_context;
  std::deque<QString> m_queue;
  std::set<QString> m_again;  // changed once more while they were being read
  std::map<QString, std::unique_ptr<Slot>> m_running;
  std::vector<layers::VectorLayer> m_to_keep;
  JobSlot<bool> m_keeping;
  std::size_t m_total = 0;
  int m_job = 0;
};

}  // namespace app

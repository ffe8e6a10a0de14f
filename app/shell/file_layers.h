// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <QStringList>
#include <map>
#include <memory>
#include <optional>

#include "app/core/map_document.h"
#include "app/core/panel.h"
#include "app/jobs/job_slot.h"
#include "app/shell/overview_builder.h"

namespace app {

// Adds any file GDAL reads to the map, vector or raster, in a job. A file without reference system raises crsNeeded:
// only a person can know it. Trouble goes to the message list. Window's thread.
class FileLayers : public QObject {
  Q_OBJECT
 public:
  explicit FileLayers(PanelContext& context, QObject* parent = nullptr);
  ~FileLayers() override;
  void add(const QStringList& files);
  void addWithCrs(const QString& file, const std::string& crs);
  // Asks for a file and opens the import into the workspace with it.
  void startImport(QWidget* window);
  bool idle() const { return m_running.empty(); }
  bool overviewsReady() const { return m_overviews.idle(); }

 signals:
  // `extent` in the file's own numbers, empty when they are not known.
  void crsNeeded(const QString& file, const gis::MapBox& extent);
  void added(const QStringList& layer_ids);

 private:
  struct Answer {
    std::vector<MapLayer> layers;
    std::vector<gis::Warning> warnings;
    std::string crs;                             // of the vectors that were read
    bool wants_overviews = false;                // a big raster that is slow to show small
    std::optional<gis::MapBox> unplaced_extent;  // set: nothing was read, a person must name the reference system
  };
  using Slot = JobSlot<gis::Result<Answer>>;
  static gis::Result<Answer> read(const std::filesystem::path& file, const std::string& crs, const std::string& map_crs,
                                  const std::filesystem::path& cache, const gis::CancelToken& cancel,
                                  const gis::Progress& progress);
  static gis::Result<Answer> unplaced(const std::filesystem::path& file, const gis::CancelToken& cancel);
  // The database of the open workspace. GDAL must never open it here: closing it would drop the locks by which this
  // program and others keep apart.
  bool isOwnDatabase(const QString& file) const;
  void refuseOwnDatabase();
  void start(const QString& file, const std::string& crs);
  void askAgain(const QString& file);
  void accept(int number, const QString& file, gis::Result<Answer> answer);
  void tell(const QString& file, const Answer& answer);

  PanelContext& m_context;
  OverviewBuilder m_overviews;
  struct Running {
    std::unique_ptr<Slot> slot;
    int job;
  };
  std::map<int, Running> m_running;
  std::unique_ptr<JobSlot<gis::MapBox>> m_measuring;
  int m_next = 1;
};

}  // namespace app

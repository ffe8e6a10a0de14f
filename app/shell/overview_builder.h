// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "app/core/map_document.h"
#include "app/core/panel.h"
#include "app/jobs/job_slot.h"

namespace app {

// Makes big rasters quick to show from afar: overviews in the open workspace's cache, in the background, one file at a
// time, and the layer opened anew over them when they are ready. Window's thread.
class OverviewBuilder : public QObject {
  Q_OBJECT
 public:
  explicit OverviewBuilder(PanelContext& context, QObject* parent = nullptr);
  ~OverviewBuilder() override;

  // Where they are kept; none without a workspace.
  std::optional<std::filesystem::path> folder() const;
  void build(const QString& layer_id, const std::filesystem::path& file, const std::string& crs);
  bool idle() const { return m_running.empty(); }

 private:
  using Slot = JobSlot<gis::Result<layers::LayerStatePtr>>;
  struct Running {
    std::unique_ptr<Slot> slot;
    int job;
  };
  void accept(const QString& layer_id, gis::Result<layers::LayerStatePtr> state);

  PanelContext& m_context;
  std::map<QString, Running> m_running;  // by layer
};

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flood/flood_job.h"

#include "gis/flood/flood_register_store.h"
#include "gis/store/workspace.h"

namespace app {
namespace {

gis::Result<gis::Workspace> openForWriting(const std::filesystem::path& folder) {
  auto workspace = gis::Workspace::open(folder, gis::OpenMode::kReadWrite);
  if (workspace && workspace->readOnlyReason()) return std::unexpected(*workspace->readOnlyReason());
  return workspace;
}

gis::Result<void> nothing(gis::Result<int> done) {
  if (!done) return std::unexpected(done.error());
  return {};
}

}  // namespace

gis::Result<FloodViewPtr> runFlood(const std::filesystem::path& folder, const gis::flood::FloodQuestion& question,
                                   const gis::CancelToken& cancel, const gis::Progress& progress) {
  const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  auto view = gis::flood::loadFlood(workspace->db(), question, gis::SystemClock(), cancel, progress);
  if (!view) return std::unexpected(view.error());
  return std::make_shared<const gis::flood::FloodView>(std::move(*view));
}

gis::Result<RiverBasinPtr> readRivers(const std::filesystem::path& folder, const gis::CancelToken& cancel) {
  const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  auto rivers = gis::flood::FloodRegisterStore(workspace->db()).rivers(cancel);
  if (!rivers) return std::unexpected(rivers.error());
  return std::make_shared<const gis::flood::RiverBasin>(std::move(*rivers));
}

gis::Result<gis::Loaded<gis::flood::ReadingFile>> takeReadings(const std::filesystem::path& folder,
                                                               const std::filesystem::path& file) {
  auto loaded = gis::flood::readReadingFile(file);
  if (!loaded) return loaded;
  const auto workspace = openForWriting(folder);
  if (!workspace) return std::unexpected(workspace.error());
  const gis::flood::FloodReadingStore store(workspace->db());
  const std::string origin = file.filename().string();
  if (const auto done = store.addRain(loaded->value.rain, origin); !done) return std::unexpected(done.error());
  if (const auto done = store.addWater(loaded->value.water, origin); !done) return std::unexpected(done.error());
  if (const auto done = store.addSoil(loaded->value.soil, origin); !done) return std::unexpected(done.error());
  return loaded;
}

gis::Result<void> recordRain(const std::filesystem::path& folder, const gis::flood::RainReport& report,
                             const std::string& who) {
  const auto workspace = openForWriting(folder);
  if (!workspace) return std::unexpected(workspace.error());
  return nothing(gis::flood::FloodReadingStore(workspace->db()).addRain({report}, who));
}

gis::Result<void> recordWater(const std::filesystem::path& folder, const gis::flood::WaterReport& report,
                              const std::string& who) {
  const auto workspace = openForWriting(folder);
  if (!workspace) return std::unexpected(workspace.error());
  return nothing(gis::flood::FloodReadingStore(workspace->db()).addWater({report}, who));
}

gis::Result<int> computeThresholds(const std::filesystem::path& folder, const std::string& section_code,
                                   const gis::EditAuthor& author, const std::string& title) {
  using gis::flood::SoilState;
  const auto workspace = openForWriting(folder);
  if (!workspace) return std::unexpected(workspace.error());
  const gis::flood::FloodRegisterStore store(workspace->db());
  const auto basin = store.basinOf(section_code);
  if (!basin) return std::unexpected(basin.error());
  const auto records = store.read();
  if (!records) return std::unexpected(records.error());
  std::vector<gis::flood::RainThreshold> proposals;
  for (const double window_h : {0.5, 1.0, 3.0, 6.0})
    for (const SoilState soil : {SoilState::kDry, SoilState::kNormal, SoilState::kWet}) {
      const auto made = gis::flood::proposeByDesignStorm(*basin, window_h, soil, records->rules.prepare_ratio);
      if (!made) return std::unexpected(made.error());
      proposals.push_back(*made);
    }
  const auto clock = std::make_shared<gis::SystemClock>();
  gis::UuidSource uuids(clock);
  int written = 0;
  const gis::StepPlan plan{author, gis::StepKind::kEdit, title};
  const auto step =
      gis::RowEditor::edit(workspace->db(), uuids, *clock, plan, [&](gis::RowEditor& rows) -> gis::Result<void> {
        const auto done = gis::flood::writeProposals(rows, workspace->db(), section_code, proposals, "推算");
        if (!done) return std::unexpected(done.error());
        written = *done;
        return {};
      });
  if (!step) return std::unexpected(step.error());
  return written;
}

}  // namespace app

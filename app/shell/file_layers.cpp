// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/file_layers.h"

#include <QDialog>
#include <QFileInfo>

#include "app/core/message_list.h"
#include "app/jobs/job_list.h"
#include "app/rooms.h"
#include "app/settings/app_settings.h"
#include "app/shell/crs_dialog.h"
#include "app/shell/file_dialogs.h"
#include "app/text/error_text.h"
#include "gis/raster/overview_cache.h"
#include "gis/vector/gdal_reader.h"
#include "gis/vector/source_info.h"
#include "layers/raster/raster_layers.h"
#include "layers/vector/layer_source.h"

namespace app {

namespace {

constexpr std::size_t kMostLayersPerFile = 24;

const char* kindSuffix(gis::GeometryKind kind) {
  switch (kind) {
    case gis::GeometryKind::kPoint:
      return "points";
    case gis::GeometryKind::kLine:
      return "lines";
    case gis::GeometryKind::kPolygon:
      return "areas";
    case gis::GeometryKind::kNone:
      break;
  }
  return "";
}

// The file is of another kind than asked for: worth a try as raster.
bool mayBeRaster(gis::ErrorCode code) {
  return code == gis::ErrorCode::kUnsupportedFormat || code == gis::ErrorCode::kNoData ||
         code == gis::ErrorCode::kForeignFile;
}

// The extent in the file's own numbers, whatever they mean; empty when it cannot be found.
gis::MapBox extentOf(const std::filesystem::path& file, const gis::CancelToken& cancel) {
  gis::MapBox extent;
  const auto info = gis::describeSource(file, cancel);
  if (!info) return extent;
  for (const gis::LayerInfo& layer : info->layers)
    if (layer.layer.extent) extent.add(*layer.layer.extent);
  if (info->raster && info->raster->extent) extent.add(*info->raster->extent);
  return extent;
}

}  // namespace

gis::Result<FileLayers::Answer> FileLayers::unplaced(const std::filesystem::path& file,
                                                     const gis::CancelToken& cancel) {
  Answer answer;
  answer.unplaced_extent = extentOf(file, cancel);
  return answer;
}

FileLayers::FileLayers(PanelContext& context, QObject* parent)
    : QObject(parent), m_context(context), m_overviews(context) {
  // Answers for another workspace's projection would be drawn in the wrong place.
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (!(change.properties & MapChange::kWorkspace)) return;
    for (const auto& [number, running] : m_running) m_context.jobs.finish(running.job, JobState::kCancelled);
    m_running.clear();
  });
}

FileLayers::~FileLayers() = default;

void FileLayers::add(const QStringList& files) {
  for (const QString& file : files) start(file, {});
}

void FileLayers::addWithCrs(const QString& file, const std::string& crs) { start(file, crs); }

void FileLayers::startImport(QWidget* window) {
  if (!m_context.document.workspace()) return;
  const QStringList files =
      chooseTable(window, tr("Import a file into the workspace"), m_context.settings.filesFolder());
  if (files.isEmpty()) return;
  m_context.settings.setFilesFolder(QFileInfo(files.front()).absolutePath());
  if (isOwnDatabase(files.front())) return refuseOwnDatabase();
  makeImportDialog(m_context, files.front(), window)->open();
}

bool FileLayers::isOwnDatabase(const QString& file) const {
  const auto& workspace = m_context.document.workspace();
  std::error_code ec;
  return workspace && std::filesystem::equivalent(file.toStdString(), workspace->folder / "workspace.gpkg", ec);
}

void FileLayers::refuseOwnDatabase() {
  m_context.messages.add(Severity::kWarning, [] {
    return FileLayers::tr(
        "This file is the database of the open workspace: its tables are layers of the map already, and it cannot be "
        "added or imported a second time.");
  });
}

void FileLayers::start(const QString& file, const std::string& crs) {
  if (isOwnDatabase(file)) return refuseOwnDatabase();
  const int number = m_next++;
  auto slot = std::make_unique<Slot>(m_context.pools, Pool::kIo);
  Slot* asked = slot.get();
  const QString name = QFileInfo(file).fileName();
  const int job =
      m_context.jobs.add([name] { return FileLayers::tr("Reading %1").arg(name); }, [asked] { asked->cancel(); });
  m_running.emplace(number, Running{std::move(slot), job});
  asked->ask([path = std::filesystem::path(file.toStdString()), crs, map_crs = m_context.document.mapCrs(),
              cache = m_overviews.folder().value_or(std::filesystem::path())](
                 const gis::CancelToken& cancel,
                 const gis::Progress& progress) { return read(path, crs, map_crs, cache, cancel, progress); },
             [this, number, file](gis::Result<Answer> answer) { accept(number, file, std::move(answer)); },
             [this, job](double done_ratio) { m_context.jobs.setProgress(job, done_ratio); });
}

gis::Result<FileLayers::Answer> FileLayers::read(const std::filesystem::path& file, const std::string& crs,
                                                 const std::string& map_crs, const std::filesystem::path& cache,
                                                 const gis::CancelToken& cancel, const gis::Progress& progress) {
  Answer answer;
  const auto makeLayer = [&](const std::string& id, const std::string& name) {
    MapLayer layer;
    layer.id = QString::fromStdString("file:" + file.string() + "|" + id);
    layer.group = QStringLiteral("files");
    layer.title = {QString::fromStdString(name), QString::fromStdString(name)};
    layer.origin = LayerOrigin::kFile;
    layer.file = file;
    layer.load = LoadState::kReady;
    return layer;
  };
  const auto listed = gis::listVectorLayers(file);
  if (!listed && !mayBeRaster(listed.error().code)) return std::unexpected(listed.error());
  if (!listed || listed->empty()) {
    const auto quick = cache.empty() ? std::nullopt : gis::cachedOverviews(file, cache);
    auto state = layers::openRasterLayer(quick.value_or(file), map_crs, crs, cancel);
    if (!state && state.error().code == gis::ErrorCode::kMissingCrs) return unplaced(file, cancel);
    if (!state) return std::unexpected(std::move(state.error()));
    MapLayer layer = makeLayer("raster", file.filename().string());
    layer.state = std::move(*state);
    answer.layers.push_back(std::move(layer));
    answer.crs = crs;
    if (const auto info = gis::describeSource(file, cancel); info && info->raster) {
      if (crs.empty()) answer.crs = info->raster->crs;
      answer.wants_overviews = !quick && gis::wantsOverviews(*info->raster);
    }
    return answer;
  }
  std::optional<gis::Error> first_error;
  for (std::size_t i = 0; i < std::min(listed->size(), kMostLayersPerFile); ++i) {
    gis::VectorReadOptions options;
    options.layer = (*listed)[i].name;
    options.crs_override = crs;
    auto read = gis::readVectorLayer(file, options, cancel, progress);
    if (!read) {
      if (read.error().code == gis::ErrorCode::kMissingCrs) return unplaced(file, cancel);
      if (read.error().code == gis::ErrorCode::kCancelled) return std::unexpected(std::move(read.error()));
      if (!first_error) first_error = std::move(read.error());
      continue;
    }
    answer.warnings.insert(answer.warnings.end(), read->warnings.begin(), read->warnings.end());
    for (gis::FeatureColumns& columns : read->value) {
      std::string name = file.stem().string();
      if (listed->size() > 1) name += " · " + options.layer;
      if (read->value.size() > 1) name += std::string(" · ") + kindSuffix(columns.kind);
      const std::string id = options.layer + "|" + kindSuffix(columns.kind);
      answer.crs = columns.crs;
      auto entry = std::make_shared<const layers::CatalogueEntry>(layers::genericEntry(id, name, columns));
      auto placed = layers::layerFromColumns(*entry, std::move(columns), {}, map_crs, cancel);
      if (!placed) return std::unexpected(std::move(placed.error()));
      for (gis::Warning& warning : placed->warnings) {
        warning.subject = file.string();
        answer.warnings.push_back(std::move(warning));
      }
      if (placed->value.columns->featureCount() == 0) continue;  // all of it outside: the warning says so
      MapLayer layer = makeLayer(id, name);
      layer.entry = std::move(entry);
      layer.columns = std::move(placed->value.columns);
      layer.state = std::move(placed->value.state);
      answer.layers.push_back(std::move(layer));
    }
  }
  if (answer.layers.empty() && answer.warnings.empty())
    return std::unexpected(first_error.value_or(gis::Error{gis::ErrorCode::kNoData, file.string(), {}, {}}));
  return answer;
}

void FileLayers::accept(int number, const QString& file, gis::Result<Answer> answer) {
  const auto it = m_running.find(number);
  const int job = it->second.job;
  m_running.erase(it);
  if (!answer) {
    const bool cancelled = answer.error().code == gis::ErrorCode::kCancelled;
    m_context.jobs.finish(job, cancelled ? JobState::kCancelled : JobState::kFailed);
    m_context.messages.add(
        answer.error(), [] { return FileLayers::tr("Try again"); }, [this, file] { add({file}); });
    return;
  }
  if (answer->unplaced_extent) {
    const gis::MapBox extent = *answer->unplaced_extent;
    m_context.jobs.finish(job, JobState::kCancelled);
    m_context.messages.add(
        gis::Error{gis::ErrorCode::kMissingCrs, file.toStdString(), {}, {}},
        [] { return FileLayers::tr("Choose the reference system"); },
        [this, file, extent] { emit crsNeeded(file, extent); });
    emit crsNeeded(file, extent);
    return;
  }
  m_context.jobs.finish(job, JobState::kDone);
  tell(file, *answer);
  QStringList ids;
  for (MapLayer& layer : answer->layers) {
    ids << layer.id;
    m_context.document.removeLayer(layer.id);  // added before: the new reading replaces it
    m_context.document.addLayer(std::move(layer));
  }
  if (answer->wants_overviews) m_overviews.build(ids.front(), file.toStdString(), answer->crs);
  if (!ids.isEmpty()) emit added(ids);
}

// One message for each kind of trouble, however many features have it, and one for what was added.
void FileLayers::tell(const QString& file, const Answer& answer) {
  const QString name = QFileInfo(file).fileName();
  std::map<gis::WarningCode, std::vector<gis::Warning>> by_code;
  for (const gis::Warning& warning : answer.warnings) by_code[warning.code].push_back(warning);
  for (const auto& [code, warnings] : by_code) {
    if (code == gis::WarningCode::kOutsideCrs) {
      int outside = 0;
      for (const gis::Warning& warning : warnings) outside += QString::fromStdString(warning.detail).toInt();
      m_context.messages.add(
          Severity::kWarning,
          [name, outside, crs = answer.crs] {
            return FileLayers::tr(
                       "%1: the coordinates of %n feature(s) do not fit %2 and are left out; the file is "
                       "probably in another reference system.",
                       nullptr, outside)
                .arg(name, CrsDialog::nameOf(crs));
          },
          [] { return FileLayers::tr("Choose the reference system again"); }, [this, file] { askAgain(file); });
    } else if (warnings.size() == 1) {
      m_context.messages.add(warnings.front());
    } else {
      m_context.messages.add(Severity::kWarning, [name, all = warnings] {
        return FileLayers::tr("%1: %2 (and %n more of this kind)", nullptr, static_cast<int>(all.size()) - 1)
            .arg(name, warningSentence(all.front()));
      });
    }
  }
  if (answer.layers.empty()) return;
  long long features = 0;
  for (const MapLayer& layer : answer.layers)
    if (layer.columns) features += static_cast<long long>(layer.columns->featureCount());
  const auto sentence = [name, features, crs = answer.crs] {
    const QString system = CrsDialog::nameOf(crs);
    if (features == 0) return FileLayers::tr("%1 was added to the map: %2.").arg(name, system);
    return FileLayers::tr("%1 was added to the map: %n feature(s), %2.", nullptr, static_cast<int>(features))
        .arg(name, system);
  };
  if (m_context.map.say) m_context.map.say(sentence());
  m_context.messages.add(Severity::kInfo, sentence);
}

void FileLayers::askAgain(const QString& file) {
  m_measuring = std::make_unique<JobSlot<gis::MapBox>>(m_context.pools, Pool::kIo);
  m_measuring->ask([path = std::filesystem::path(file.toStdString())](
                       const gis::CancelToken& cancel, const gis::Progress&) { return extentOf(path, cancel); },
                   [this, file](gis::MapBox extent) { emit crsNeeded(file, extent); });
}

}  // namespace app

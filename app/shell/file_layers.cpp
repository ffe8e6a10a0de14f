// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/file_layers.h"

#include <QFileInfo>

#include "app/core/message_list.h"
#include "app/jobs/job_list.h"
#include "gis/vector/gdal_reader.h"
#include "layers/raster/raster_layers.h"
#include "layers/vector/vector_layer_state.h"

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

}  // namespace

FileLayers::FileLayers(PanelContext& context, QObject* parent) : QObject(parent), m_context(context) {
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

void FileLayers::start(const QString& file, const std::string& crs) {
  const int number = m_next++;
  auto slot = std::make_unique<Slot>(m_context.pools, Pool::kIo);
  Slot* asked = slot.get();
  const QString name = QFileInfo(file).fileName();
  const int job =
      m_context.jobs.add([name] { return FileLayers::tr("Reading %1").arg(name); }, [asked] { asked->cancel(); });
  m_running.emplace(number, Running{std::move(slot), job});
  asked->ask([path = std::filesystem::path(file.toStdString()), crs, map_crs = m_context.document.mapCrs()](
                 const gis::CancelToken& cancel,
                 const gis::Progress& progress) { return read(path, crs, map_crs, cancel, progress); },
             [this, number, file](gis::Result<Answer> answer) { accept(number, file, std::move(answer)); },
             [this, job](double done_ratio) { m_context.jobs.setProgress(job, done_ratio); });
}

gis::Result<FileLayers::Answer> FileLayers::read(const std::filesystem::path& file, const std::string& crs,
                                                 const std::string& map_crs, const gis::CancelToken& cancel,
                                                 const gis::Progress& progress) {
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
    auto state = layers::openRasterLayer(file, map_crs, crs, cancel);
    if (!state) return std::unexpected(std::move(state.error()));
    MapLayer layer = makeLayer("raster", file.filename().string());
    layer.state = std::move(*state);
    answer.layers.push_back(std::move(layer));
    return answer;
  }
  std::optional<gis::Error> first_error;
  for (std::size_t i = 0; i < std::min(listed->size(), kMostLayersPerFile); ++i) {
    gis::VectorReadOptions options;
    options.layer = (*listed)[i].name;
    options.crs_override = crs;
    auto read = gis::readVectorLayer(file, options, cancel, progress);
    if (!read) {
      if (read.error().code == gis::ErrorCode::kCancelled || read.error().code == gis::ErrorCode::kMissingCrs)
        return std::unexpected(std::move(read.error()));
      if (!first_error) first_error = std::move(read.error());
      continue;
    }
    answer.warnings.insert(answer.warnings.end(), read->warnings.begin(), read->warnings.end());
    for (gis::FeatureColumns& columns : read->value) {
      std::string name = file.stem().string();
      if (listed->size() > 1) name += " · " + options.layer;
      if (read->value.size() > 1) name += std::string(" · ") + kindSuffix(columns.kind);
      const std::string id = options.layer + "|" + kindSuffix(columns.kind);
      auto entry = std::make_shared<const layers::CatalogueEntry>(layers::genericEntry(id, name, columns));
      auto projected = gis::buildMapColumns(std::move(columns), map_crs, cancel);
      if (!projected) return std::unexpected(std::move(projected.error()));
      answer.warnings.insert(answer.warnings.end(), projected->warnings.begin(), projected->warnings.end());
      auto state = layers::buildVectorLayer(*entry, projected->value, {});
      if (!state) return std::unexpected(std::move(state.error()));
      MapLayer layer = makeLayer(id, name);
      layer.entry = std::move(entry);
      layer.columns = projected->value;
      layer.state = std::move(*state);
      answer.layers.push_back(std::move(layer));
    }
  }
  if (answer.layers.empty())
    return std::unexpected(first_error.value_or(gis::Error{gis::ErrorCode::kNoData, file.string(), {}, {}}));
  return answer;
}

void FileLayers::accept(int number, const QString& file, gis::Result<Answer> answer) {
  const auto it = m_running.find(number);
  const int job = it->second.job;
  m_running.erase(it);
  if (!answer) {
    const gis::ErrorCode code = answer.error().code;
    const bool undecided = code == gis::ErrorCode::kMissingCrs || code == gis::ErrorCode::kCancelled;
    m_context.jobs.finish(job, undecided ? JobState::kCancelled : JobState::kFailed);
    m_context.messages.add(
        answer.error(), [] { return FileLayers::tr("Try again"); }, [this, file] { add({file}); });
    if (code == gis::ErrorCode::kMissingCrs) emit crsNeeded(file);
    return;
  }
  m_context.jobs.finish(job, JobState::kDone);
  for (gis::Warning& warning : answer->warnings) m_context.messages.add(std::move(warning));
  for (MapLayer& layer : answer->layers) {
    const QString id = layer.id;
    m_context.document.removeLayer(id);  // added before: the new reading replaces it
    m_context.document.addLayer(std::move(layer));
    emit added(id);
  }
}

}  // namespace app

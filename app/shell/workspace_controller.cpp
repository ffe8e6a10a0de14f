// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/workspace_controller.h"

#include <QFileInfo>
#include <QLocale>

#include "app/core/message_list.h"
#include "app/jobs/job_list.h"
#include "app/settings/app_settings.h"
#include "layers/vector/style_export.h"

namespace app {

namespace {

std::filesystem::path pathOf(const QString& text) { return std::filesystem::path(text.toStdString()); }

}  // namespace

WorkspaceController::WorkspaceController(PanelContext& context, QObject* parent)
    : QObject(parent),
      m_context(context),
      m_loader(context),
      m_watch(context),
      m_open(context.pools, Pool::kIo),
      m_demo(context.pools, Pool::kModels),
      m_upgrade(context.pools, Pool::kIo) {
  connect(&m_watch, &WorkspaceWatch::tablesChanged, &m_loader, &LayerLoader::reload);
  context.map.rows_changed = [this](const gis::StepDone& done) { showRows(done); };
}

void WorkspaceController::showRows(const gis::StepDone& done) {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || done.step.empty()) return;
  auto marks = workspace->marks;
  if (!done.in_bulk) {
    // Whoever knew the table as it was before the step knows it with these rows. Any other table is read anew: the
    // watch finds its mark to be another one.
    for (const gis::RowsChanged& rows : done.tables) {
      const auto known = marks.find(rows.table);
      if (known != marks.end() && rows.mark_after && known->second == rows.mark_before)
        known->second = *rows.mark_after;
    }
    m_loader.show(done);
  }
  const bool same = marks == workspace->marks;
  m_context.document.setMarks(std::move(marks));
  if (same) m_context.document.tellTables();
  m_watch.look();
}

WorkspaceController::~WorkspaceController() = default;

bool WorkspaceController::shownLayersLoaded() const {
  const double metres_per_px = m_context.map.metres_per_px ? m_context.map.metres_per_px() : 0;
  return std::ranges::none_of(m_context.document.layers(), [&](const MapLayer& layer) {
    return !m_loader.standsAt(layer, metres_per_px) && layer.shownAt(metres_per_px);
  });
}

void WorkspaceController::openWith(const QString& folder, std::shared_ptr<EarlyReading> early) {
  m_context.settings.setLastFolder(QFileInfo(folder).absolutePath());
  emit opening(folder);
  m_open.ask(
      [path = pathOf(folder), early](const gis::CancelToken&, const gis::Progress&) {
        return early ? early->workspace() : readWorkspace(path);
      },
      [this, folder, early](gis::Result<ReadWorkspace> opened) {
        if (opened) {
          accept(std::move(*opened), early);
        } else {
          m_context.messages.add(
              opened.error(), [] { return WorkspaceController::tr("Try again"); }, [this, folder] { open(folder); });
          emit openFailed(folder, opened.error());
        }
      },
      {}, JobPools::kMapFirst);
}

void WorkspaceController::accept(ReadWorkspace opened, std::shared_ptr<EarlyReading> early) {
  saveChoices();
  m_loader.stop();
  const QString folder = QString::fromStdString(opened.workspace.folder.string());
  std::vector<layers::GroundLayer> ground = std::move(opened.ground);
  std::optional<gis::Error> read_only = opened.workspace.read_only_reason;
  m_context.document.setWorkspace(std::move(opened.workspace));
  std::vector<MapLayer> layers;
  for (layers::GroundLayer& of : ground) {
    MapLayer layer;
    layer.id = QString::fromStdString(of.id);
    layer.group = QStringLiteral("base");
    layer.title = std::move(of.title);
    layer.origin = LayerOrigin::kTerrain;
    layer.file = std::move(of.file);
    layer.visible = of.visible;
    layers.push_back(std::move(layer));
  }
  for (layers::CatalogueEntry& entry : opened.catalogue.entries) {
    if (!opened.counts.contains(entry.table)) continue;
    MapLayer layer;
    layer.id = QString::fromStdString(entry.id);
    layer.group = QString::fromStdString(entry.group);
    layer.title = entry.title;
    layer.table = entry.table;
    layer.visible = entry.visible;
    layer.entry = std::make_shared<const layers::CatalogueEntry>(std::move(entry));
    layers.push_back(std::move(layer));
  }
  applyChoices(layers);
  // What was read while the window was made is on the first picture.
  for (MapLayer& layer : layers)
    if (early)
      if (auto ready = early->take(layer.id.toStdString(), EarlyReading::Wait::kNo))
        m_loader.adopt(layer, std::move(*ready));
  m_context.document.addLayers(std::move(layers));
  m_context.settings.addRecentWorkspace(folder);
  if (read_only) m_context.messages.add(*read_only);
  emit this->opened();
  m_loader.start(opened.counts, std::move(early));
}

void WorkspaceController::close() {
  saveChoices();
  m_open.drop();
  m_loader.stop();
  m_context.document.setWorkspace({});
  emit closed();
}

void WorkspaceController::upgrade() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || m_upgrade.busy()) return;
  const QString folder = QString::fromStdString(workspace->folder.string());
  const int job = m_context.jobs.add([] { return WorkspaceController::tr("Bringing the workspace up to date"); });
  m_upgrade.ask(
      [path = workspace->folder](const gis::CancelToken&, const gis::Progress&) {
        return gis::Workspace::upgrade(path, gis::SystemClock());
      },
      [this, job, folder](gis::Result<std::optional<std::filesystem::path>> copy) {
        m_context.jobs.finish(job, copy ? JobState::kDone : JobState::kFailed);
        if (!copy) return m_context.messages.add(std::move(copy.error()));
        if (*copy)
          m_context.messages.add(Severity::kInfo, [name = QString::fromStdString((*copy)->string())] {
            return WorkspaceController::tr("The workspace is up to date. The copy from before is %1.").arg(name);
          });
        open(folder);
      });
}

void WorkspaceController::saveChoices() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return;
  QStringList choices;
  for (const MapLayer& layer : m_context.document.layers())
    if (layer.origin != LayerOrigin::kFile)
      choices
          << QStringLiteral("%1:%2:%3").arg(layer.id).arg(layer.visible ? 1 : 0).arg(layer.opacity_ratio, 0, 'f', 2);
  const QString folder = QString::fromStdString(workspace->folder.string());
  m_context.settings.setLayerChoices(folder, choices);
  emit leaving(folder);
}

void WorkspaceController::applyChoices(std::vector<MapLayer>& layers) const {
  const QStringList choices =
      m_context.settings.layerChoices(QString::fromStdString(m_context.document.workspace()->folder.string()));
  std::map<QString, int> place;
  for (const QString& choice : choices) {
    const QStringList parts = choice.split(QLatin1Char(':'));
    if (parts.size() != 3) continue;
    const int order = static_cast<int>(place.size());
    place[parts[0]] = order;
    for (MapLayer& layer : layers)
      if (layer.id == parts[0]) {
        layer.visible = parts[1] == QLatin1String("1");
        layer.opacity_ratio = std::clamp(parts[2].toDouble(), 0.0, 1.0);
      }
  }
  if (place.size() != layers.size()) return;  // another set of layers than last time: keep the catalogue's order
  std::stable_sort(layers.begin(), layers.end(), [&](const MapLayer& a, const MapLayer& b) {
    const auto at = place.find(a.id), bt = place.find(b.id);
    return at != place.end() && bt != place.end() && at->second < bt->second;
  });
}

void WorkspaceController::makeDemo(const QString& folder, gis::demo::Scale scale) {
  if (m_demo.busy()) return;
  m_demo_job = m_context.jobs.add([] { return WorkspaceController::tr("Making the demonstration city"); },
                                  [this] { cancelDemo(); });
  gis::demo::DemoOptions options;
  options.scale = scale;
  emit demoProgress(0);
  m_demo.ask(
      [path = pathOf(folder), options](const gis::CancelToken& cancel,
                                       const gis::Progress& progress) -> gis::Result<gis::demo::DemoReport> {
        auto report = gis::demo::buildDemo(path, options, cancel, progress);
        if (!report) return report;
        // So that other programs show the demo alike.
        if (auto styles = layers::exportBuiltInStyles(path, nullptr); !styles)
          return std::unexpected(std::move(styles.error()));
        return report;
      },
      [this, folder](gis::Result<gis::demo::DemoReport> report) {
        emit demoEnded();
        if (report) {
          m_context.jobs.finish(m_demo_job, JobState::kDone);
          m_context.messages.add(Severity::kInfo, [features = report->features, seconds = report->seconds] {
            return WorkspaceController::tr("The demonstration city is ready: %L1 features in %2 s.")
                .arg(features)
                .arg(seconds, 0, 'f', 0);
          });
          open(folder);
          return;
        }
        const bool cancelled = report.error().code == gis::ErrorCode::kCancelled;
        m_context.jobs.finish(m_demo_job, cancelled ? JobState::kCancelled : JobState::kFailed);
        m_context.messages.add(report.error());
        if (!cancelled) emit demoFailed(folder, report.error());
      },
      [this](double done_ratio) {
        m_context.jobs.setProgress(m_demo_job, done_ratio);
        emit demoProgress(done_ratio);
      });
}

void WorkspaceController::cancelDemo() { m_demo.cancel(); }

}  // namespace app

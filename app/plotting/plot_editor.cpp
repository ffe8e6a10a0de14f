// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plotting/plot_editor.h"

#include <algorithm>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/settings/app_settings.h"
#include "gis/plotting/plot_exchange.h"

namespace app {

namespace {

const QString kLayerId = QStringLiteral("plotting");

gis::Result<void> nothing(gis::Result<std::string> made) {
  if (!made) return std::unexpected(made.error());
  return {};
}

}  // namespace

PlotEditor::PlotEditor(PanelContext& context, QObject* parent)
    : QObject(parent),
      m_context(context),
      m_slot(context.pools, Pool::kIo),
      m_import(context.pools, Pool::kIo),
      m_export(context.pools, Pool::kIo) {
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (change.properties & MapChange::kWorkspace) reload();
    // Another window may have drawn.
    if ((change.properties & MapChange::kTables) && !busy()) enqueue({});
  });
}

const gis::PlotObject* PlotEditor::find(const std::string& uuid) const {
  const auto found = std::ranges::find(m_state.book.objects, uuid, &gis::PlotObject::uuid);
  return found == m_state.book.objects.end() ? nullptr : &*found;
}

bool PlotEditor::canEdit() const {
  const auto& workspace = m_context.document.workspace();
  return workspace && !workspace->read_only_reason;
}

std::string PlotEditor::currentSheet() const {
  const auto& sheets = m_state.book.sheets;
  const auto found = std::ranges::find(sheets, m_current_sheet, &gis::PlotSheet::uuid);
  if (found != sheets.end()) return m_current_sheet;
  return sheets.empty() ? std::string() : sheets.back().uuid;
}

void PlotEditor::setCurrentSheet(const std::string& uuid) {
  if (m_current_sheet == uuid) return;
  m_current_sheet = uuid;
  emit changed();
}

double PlotEditor::above() const {
  double highest = 0;
  for (const gis::PlotObject& object : m_state.book.objects) highest = std::max(highest, object.position);
  return highest + 1;
}

void PlotEditor::reload() {
  m_waiting.clear();
  m_state = {};
  m_slot.drop();
  emit changed();
  if (m_context.document.workspace()) enqueue({});
}

void PlotEditor::edit(const char* title, Edit work) {
  const gis::StepPlan plan{m_context.settings.author(), gis::StepKind::kEdit, tr(title).toStdString()};
  enqueue([plan, work = std::move(work)](const gis::Database& db, gis::UuidSource& uuids, const gis::Clock& clock) {
    return nothing(gis::RowEditor::edit(db, uuids, clock, plan, work));
  });
}

void PlotEditor::add(gis::PlotObject object) {
  object.sheet_uuid = currentSheet();
  object.position = above();
  const std::string first_name = tr("Sheet 1").toStdString();
  edit(QT_TR_NOOP("Plotted object added"), [object, first_name](gis::RowEditor& rows) mutable -> gis::Result<void> {
    if (object.sheet_uuid.empty()) {
      auto sheet = rows.insert("plot_sheet", gis::cellsOf(gis::PlotSheet{"", first_name, true, 1}));
      if (!sheet) return std::unexpected(sheet.error());
      object.sheet_uuid = *sheet;
    }
    auto cells = gis::cellsOf(object);
    if (!cells) return std::unexpected(cells.error());
    return nothing(rows.insert("plot_object", std::move(*cells)));
  });
}

void PlotEditor::change(const gis::PlotObject& object) {
  edit(QT_TR_NOOP("Plotted object changed"), [object](gis::RowEditor& rows) -> gis::Result<void> {
    auto cells = gis::cellsOf(object);
    if (!cells) return std::unexpected(cells.error());
    return rows.set("plot_object", object.uuid, *cells);
  });
}

void PlotEditor::remove(const std::string& uuid) {
  edit(QT_TR_NOOP("Plotted object removed"), [uuid](gis::RowEditor& rows) { return rows.remove("plot_object", uuid); });
}

void PlotEditor::addSheet(const QString& name) {
  double position = 0;
  for (const gis::PlotSheet& sheet : m_state.book.sheets) position = std::max(position, sheet.position);
  m_current_sheet.clear();  // the new one, which lies uppermost
  edit(QT_TR_NOOP("Sheet added"), [name = name.toStdString(), position](gis::RowEditor& rows) {
    return nothing(rows.insert("plot_sheet", gis::cellsOf(gis::PlotSheet{"", name, true, position + 1})));
  });
}

void PlotEditor::renameSheet(const std::string& uuid, const QString& name) {
  edit(QT_TR_NOOP("Sheet renamed"), [uuid, name = name.toStdString()](gis::RowEditor& rows) {
    return rows.set("plot_sheet", uuid, {{"name", name}});
  });
}

void PlotEditor::showSheet(const std::string& uuid, bool visible) {
  edit(QT_TR_NOOP("Sheet shown or hidden"), [uuid, visible](gis::RowEditor& rows) {
    return rows.set("plot_sheet", uuid, {{"visible", std::int64_t{visible}}});
  });
}

void PlotEditor::removeSheet(const std::string& uuid) {
  std::vector<std::string> objects;
  for (const gis::PlotObject& object : m_state.book.objects)
    if (object.sheet_uuid == uuid) objects.push_back(object.uuid);
  edit(QT_TR_NOOP("Sheet removed"), [uuid, objects](gis::RowEditor& rows) -> gis::Result<void> {
    for (const std::string& object : objects)
      if (auto done = rows.remove("plot_object", object); !done) return done;
    return rows.remove("plot_sheet", uuid);
  });
}

void PlotEditor::importFile(const std::filesystem::path& file) {
  m_import.ask([file](const gis::CancelToken&, const gis::Progress&) { return gis::plotsFromGeoJsonFile(file); },
               [this, file](gis::Result<gis::Loaded<std::vector<gis::PlotObject>>> objects) {
                 if (!objects) return m_context.messages.add(std::move(objects.error()));
                 for (gis::Warning& warning : objects->warnings) m_context.messages.add(std::move(warning));
                 if (objects->value.empty()) return m_context.map.say(tr("Nothing in this file can be plotted."));
                 m_current_sheet.clear();  // the new one, which lies uppermost
                 edit(QT_TR_NOOP("Plotting imported"),
                      [name = file.stem().string(), all = std::move(objects->value)](gis::RowEditor& rows) {
                        return gis::addPlots(rows, name, all);
                      });
               });
}

void PlotEditor::exportFile(const std::filesystem::path& file) {
  const QString name = QString::fromStdString(file.string());
  m_export.ask(
      [file, book = m_state.book, kml = name.endsWith(QLatin1String(".kml"), Qt::CaseInsensitive)](
          const gis::CancelToken&, const gis::Progress&) {
        return gis::writeTextFile(file, kml ? gis::plotsAsKml(book) : gis::plotsAsGeoJson(book));
      },
      [this, name](gis::Result<void> written) {
        if (!written) return m_context.messages.add(std::move(written.error()));
        m_context.map.say(tr("Written: %1").arg(name));
      });
}

void PlotEditor::undo() {
  enqueue([author = m_context.settings.author()](const gis::Database& db, gis::UuidSource& uuids,
                                                 const gis::Clock& clock) -> gis::Result<void> {
    auto step = gis::undo(db, uuids, clock, author);
    return step ? gis::Result<void>() : std::unexpected(step.error());
  });
}

void PlotEditor::redo() {
  enqueue([author = m_context.settings.author()](const gis::Database& db, gis::UuidSource& uuids,
                                                 const gis::Clock& clock) -> gis::Result<void> {
    auto step = gis::redo(db, uuids, clock, author);
    return step ? gis::Result<void>() : std::unexpected(step.error());
  });
}

void PlotEditor::enqueue(Write write) {
  m_waiting.push_back(std::move(write));
  if (!m_slot.busy()) next();
}

void PlotEditor::next() {
  const auto& workspace = m_context.document.workspace();
  if (m_waiting.empty() || !workspace) return;
  const Write write = std::move(m_waiting.front());
  m_waiting.pop_front();
  m_slot.ask(
      [write, folder = workspace->place(), crs = m_context.document.mapCrs(), seat = m_context.settings.author().seat](
          const gis::CancelToken&, const gis::Progress&) { return run(folder, crs, seat, write); },
      [this](gis::Result<State> state) {
        accept(std::move(state));
        next();
      });
}

gis::Result<PlotEditor::State> PlotEditor::run(const std::filesystem::path& folder, const std::string& map_crs,
                                               const std::string& seat, const Write& write) {
  const auto workspace = gis::Workspace::open(folder, write ? gis::OpenMode::kReadWrite : gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  if (write) {
    if (workspace->readOnlyReason()) return std::unexpected(*workspace->readOnlyReason());
    const auto clock = std::make_shared<gis::SystemClock>();
    gis::UuidSource uuids(clock);
    if (auto done = write(workspace->db(), uuids, *clock); !done) return std::unexpected(done.error());
  }
  State state;
  auto book = gis::PlotStore(workspace->db()).book();
  if (!book) return std::unexpected(book.error());
  state.book = std::move(book->value);
  if (auto undoable = gis::undoState(workspace->db(), seat)) state.undoable = std::move(*undoable);
  const auto projector = gis::Projector::create("EPSG:4490", map_crs);
  if (!projector) return std::unexpected(projector.error());
  state.layer = std::make_shared<const layers::PlotLayer>(state.book, *projector);
  return state;
}

void PlotEditor::accept(gis::Result<State> state) {
  if (!state) {
    m_context.messages.add(std::move(state.error()));
    emit changed();
    return;
  }
  m_state = std::move(*state);
  MapDocument& document = m_context.document;
  if (document.find(kLayerId) == nullptr && !m_state.book.objects.empty()) {
    MapLayer layer;
    layer.id = kLayerId;
    layer.group = kLayerId;
    layer.title = {QStringLiteral("标绘"), QStringLiteral("Situation plotting")};
    layer.origin = LayerOrigin::kPlotting;
    layer.state = m_state.layer;
    layer.load = LoadState::kReady;
    document.addLayer(std::move(layer));
  } else if (document.find(kLayerId) != nullptr) {
    document.setState(kLayerId, m_state.layer);
  }
  emit changed();
}

}  // namespace app

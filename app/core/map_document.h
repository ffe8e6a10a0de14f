// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <QString>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "app/core/feature_selection.h"
#include "gis/core/coords.h"
#include "gis/core/error.h"
#include "gis/geo/projector.h"
#include "gis/store/code_store.h"
#include "gis/store/moment.h"
#include "gis/store/workspace.h"
#include "gis/vector/map_columns.h"
#include "layers/core/frame.h"
#include "layers/vector/catalogue.h"

namespace app {

enum class LoadState { kWaiting, kLoading, kReady, kFailed };
enum class LayerOrigin { kWorkspace, kTerrain, kFile, kPlotting };

// One layer of the document: what it is, its content once loaded, and the user's choices.
struct MapLayer {
  QString id;
  QString group;
  QString room;  // whose result it draws (PanelDefinition::id); empty: a layer of its own
  layers::BilingualText title;
  LayerOrigin origin = LayerOrigin::kWorkspace;
  std::string table;                                    // workspace table, empty otherwise
  std::filesystem::path file;                           // the file it was added from
  std::shared_ptr<const layers::CatalogueEntry> entry;  // how to show its fields; null for rasters
  layers::LayerStatePtr state;                          // null until loaded
  std::shared_ptr<const gis::MapColumns> columns;       // geometry for the highlight; null for rasters
  LoadState load = LoadState::kWaiting;
  double load_ratio = 0;
  std::optional<gis::Error> error;
  bool visible = true;
  double opacity_ratio = 1;

  // Whether the map at this resolution shows it, or will when it is loaded.
  bool shownAt(double metres_per_px) const;
  bool coming() const { return load == LoadState::kWaiting || load == LoadState::kLoading; }
};

// The map as it was at a moment (当时的地图): the states of those layers that were other than now. Immutable.
struct PastMap {
  std::int64_t utc_ms = 0;
  std::map<QString, layers::LayerStatePtr> states;
};
using PastMapPtr = std::shared_ptr<const PastMap>;

// What changed, as one small value: which layer (empty: all of them) and which properties.
struct MapChange {
  enum Property : unsigned {
    kLayers = 1,   // added, removed, reordered
    kContent = 2,  // a layer's state
    kVisibility = 4,
    kOpacity = 8,
    kLoad = 16,  // loading state or progress
    kSelection = 32,
    kWorkspace = 64,  // another workspace, or none
    kLook = 128,      // theme, symbol scale, language
    kChosen = 256,    // the chosen features
    kTables = 512,    // rows of the workspace, by whomever
    kPast = 1024,     // the moment that the map shows
  };
  QString layer_id;
  unsigned properties = 0;
};

// The one feature whose card is open, for highlight and inspector. What a person chose to work with, one or many, is
// a FeatureSelection.
struct Selection {
  QString layer_id;
  std::string table;
  std::int64_t fid = 0;
  std::uint32_t feature = 0;
  gis::MapXY where;
};

// What the open workspace says of itself, copied out of it.
struct OpenWorkspace {
  std::filesystem::path folder;
  gis::WorkspaceFacts facts;
  gis::CodeLists codes;
  std::vector<layers::CatalogueGroup> groups;  // in the order the layer panel shows them
  std::optional<std::filesystem::path> dem_file;
  std::optional<gis::Error> read_only_reason;
  std::map<std::string, std::int64_t> marks;  // gis::LayerRevisions of the tables when they were last looked at
  std::optional<std::int64_t> moment_utc_ms = std::nullopt;  // that is looked at; none: now

  // What rooms open to read and to write: the folder, or its moment while the past is shown, which may only be read.
  std::filesystem::path place() const { return moment_utc_ms ? gis::atMoment(folder, *moment_utc_ms) : folder; }
};

// The map as the user has it: the open workspace, its layers bottom first, the choices made. Sends one signal for
// every change; whoever listens ignores what does not concern it. Window's thread only.
class MapDocument : public QObject {
  Q_OBJECT
 public:
  explicit MapDocument(QObject* parent = nullptr);

  // The workspace. Setting one removes all layers.
  void setWorkspace(std::optional<OpenWorkspace> workspace);
  const std::optional<OpenWorkspace>& workspace() const { return m_workspace; }
  // The state its tables are in now.
  void setMarks(std::map<std::string, std::int64_t> marks);
  // Rows without marks (of attribute tables) are other ones now.
  void tellTables();
  // In the document's language; empty without a workspace.
  QString cityName() const;
  bool isDemo() const { return m_workspace && m_workspace->facts.is_demo; }

  // Layers, bottom first.
  const std::vector<MapLayer>& layers() const { return m_layers; }
  const MapLayer* find(const QString& id) const;
  void addLayer(MapLayer layer);
  void addLayers(std::vector<MapLayer> layers);
  void removeLayer(const QString& id);
  void setState(const QString& id, layers::LayerStatePtr state, std::shared_ptr<const gis::MapColumns> columns = {});
  void setLoad(const QString& id, LoadState load, double done_ratio = 0, std::optional<gis::Error> error = {});
  void setVisible(const QString& id, bool visible);
  void setOpacity(const QString& id, double opacity_ratio);
  // Moves a layer so that it lies right above `below_id` (an empty id: at the bottom).
  void moveAbove(const QString& id, const QString& below_id);

  // The look all layers share.
  void setLook(layers::Theme theme, double symbol_scale_ratio, const QString& language);
  layers::Theme theme() const { return m_theme; }
  double symbolScaleRatio() const { return m_symbol_scale_ratio; }
  const QString& language() const { return m_language; }

  void select(std::optional<Selection> selection);
  const std::optional<Selection>& selection() const { return m_selection; }
  // Layers that are gone and features that their layer no longer has are forgotten by themselves.
  void choose(FeatureSelection chosen);
  const FeatureSelection& chosen() const { return m_chosen; }

  // One clock for map and rooms: what is shown instead of now; null: now. OpenWorkspace::place() follows it.
  void showPast(PastMapPtr past);
  const PastMapPtr& past() const { return m_past; }

  // Everything a picture of the visible layers and the chosen features depends on, frozen.
  layers::FrameRequest frame() const { return frame(m_past, {}); }
  // The same of another moment (null: now), without one layer.
  layers::FrameRequest frame(const PastMapPtr& past, const QString& without_id) const;
  gis::MapBox extent() const;

  // Map coordinates to longitude and latitude (CGCS2000) and back; nothing outside the projection's range.
  std::string mapCrs() const;
  std::optional<gis::LonLat> toLonLat(gis::MapXY where) const;
  std::optional<gis::MapXY> toMap(gis::LonLat where) const;

 signals:
  void changed(const app::MapChange& change);

 private:
  MapLayer* findMutable(const QString& id);
  void tell(const QString& id, unsigned properties) { emit changed(MapChange{id, properties}); }

  std::optional<OpenWorkspace> m_workspace;
  std::vector<MapLayer> m_layers;
  std::optional<Selection> m_selection;
  FeatureSelection m_chosen;
  layers::LayerStatePtr m_chosen_state;  // their picture; null when there are none
  PastMapPtr m_past;
  // 4490 -> map. Made when it is first asked for: reading PROJ's database has no place in the start of the program.
  const gis::Projector* projector() const;
  mutable std::optional<gis::Projector> m_projector;
  mutable std::string m_projector_crs;  // it was made, or failed to be, for this one
  layers::Theme m_theme = layers::Theme::kDark;
  double m_symbol_scale_ratio = 1;
  QString m_language = QStringLiteral("zh");
  std::shared_ptr<layers::GlyphAtlas> m_glyphs = std::make_shared<layers::GlyphAtlas>();
};

}  // namespace app

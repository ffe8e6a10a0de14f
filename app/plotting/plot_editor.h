// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <deque>
#include <functional>
#include <memory>
#include <optional>

#include "app/core/panel.h"
#include "app/jobs/job_slot.h"
#include "gis/edit/row_editor.h"
#include "gis/edit/undo.h"
#include "gis/plotting/plot_store.h"
#include "layers/plotting/plot_layer.h"

namespace app {

// What is plotted in the open workspace, and every change to it: each is a job that writes through the edit log (so it
// can be undone, also after a restart) and reads the whole book anew. Keeps the map's layer "plotting" in step.
// Changes wait for one another. Window's thread.
class PlotEditor : public QObject {
  Q_OBJECT
 public:
  explicit PlotEditor(PanelContext& context, QObject* parent = nullptr);

  const gis::PlotBook& book() const { return m_state.book; }
  const gis::UndoState& undoable() const { return m_state.undoable; }
  std::shared_ptr<const layers::PlotLayer> layer() const { return m_state.layer; }
  const gis::PlotObject* find(const std::string& uuid) const;
  // A workspace is open and can be changed.
  bool canEdit() const;
  bool busy() const { return m_slot.busy(); }

  // New objects come onto this sheet; without one a first sheet is made.
  std::string currentSheet() const;
  void setCurrentSheet(const std::string& uuid);
  void add(gis::PlotObject object);
  void change(const gis::PlotObject& object);
  void remove(const std::string& uuid);
  void addSheet(const QString& name);
  void renameSheet(const std::string& uuid, const QString& name);
  void showSheet(const std::string& uuid, bool visible);
  // With all that is on it.
  void removeSheet(const std::string& uuid);
  // The objects of a GeoJSON file as a new sheet that bears its name; what could not be read is told as a warning.
  void importFile(const std::filesystem::path& file);
  // Everything, as KML if the file's name ends so, else as GeoJSON. Says when it is written.
  void exportFile(const std::filesystem::path& file);
  void undo();
  void redo();
  void reload();

 signals:
  void changed();

 private:
  struct State {
    gis::PlotBook book;
    gis::UndoState undoable;
    std::shared_ptr<const layers::PlotLayer> layer;
  };
  // What a job does before it reads; none: it only reads.
  using Write = std::function<gis::Result<void>(const gis::Database&, gis::UuidSource&, const gis::Clock&)>;
  using Edit = std::function<gis::Result<void>(gis::RowEditor&)>;
  void edit(const char* title, Edit work);
  void enqueue(Write write);
  void next();
  void accept(gis::Result<State> state);
  static gis::Result<State> run(const std::filesystem::path& folder, const std::string& map_crs,
                                const std::string& seat, const Write& write);
  double above() const;

  PanelContext& m_context;
  State m_state;
  std::string m_current_sheet;
  std::deque<Write> m_waiting;
  JobSlot<gis::Result<State>> m_slot;
  JobSlot<gis::Result<gis::Loaded<std::vector<gis::PlotObject>>>> m_import;
  JobSlot<gis::Result<void>> m_export;
};

}  // namespace app

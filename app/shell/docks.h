// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <QStringList>
#include <functional>
#include <map>
#include <set>
#include <vector>

#include "app/core/panel.h"

class QDockWidget;
class QMainWindow;
class QWidget;

namespace app {

class MapDocument;

// The docks around the map: made here, kept to a share of the window, put away while there is no map. On the right one
// panel is open at a time, chosen on the room bar; one that floats or was moved to another side stays beside it. Owned
// by the window; lives on its thread.
class Docks : public QObject {
 public:
  explicit Docks(QMainWindow& window);

  // `id` is stable, for the saved window state; the panel's windowTitle() is the dock's. `keys`, separated by ";", show
  // and hide it.
  QDockWidget* add(const QString& id, QWidget* panel, Qt::DockWidgetArea area, const QString& keys);
  // A room's panel on its side.
  QDockWidget* addRoom(const PanelDefinition& room, QWidget* panel);
  const std::vector<QDockWidget*>& all() const { return m_docks; }
  // Gives every dock its size for the present scale; the map keeps about half of the window.
  void fit();
  // Takes over the sizes that the user dragged since fit(). Before the scale changes, the docks go or the window
  // closes.
  void remember(const QDockWidget* but = nullptr);
  // Sizes at scale one, "layers:280", for the next run.
  QStringList sizes() const;
  void setSizes(const QStringList& sizes);
  void reveal(QDockWidget* dock);
  void reveal(const QString& id);
  // Tells the id of a panel on the right whenever one comes to the front.
  void whenEntered(std::function<void(const QString& id)> tell) { m_entered = std::move(tell); }
  // Shows the panel that a room wants opened (PlaceDesk).
  void serve(MapDocument& document);
  // Brings a panel before those it shares its place with; the keys stay where they are. Nothing when no panel is open
  // there, or one that keeps its place when the map is clicked.
  void bringForward(const QString& id);
  // Of panels that share a place the first stays; after a saved state was restored.
  void settle();
  // Panels about a map that is not there only confuse.
  void putAway();
  void bringBack();

 private:
  enum class Opened { kBefore, kNow, kByItsAction };
  void reveal(QDockWidget* dock, Opened opened);

  QMainWindow& m_window;
  bool sharesPlace(const QDockWidget* dock) const;
  void hideOthers(const QDockWidget* dock);

  std::vector<QDockWidget*> m_docks;
  std::function<void(const QString& id)> m_entered;
  std::set<QString> m_staying;  // keep their place when the map is clicked
  std::vector<QDockWidget*> m_put_away;
  std::map<QString, double> m_at_one_px;
  std::map<QString, int> m_fitted_px;
  std::map<QString, double> m_tall_px;  // at scale one, of panels that want more than the usual
};

}  // namespace app

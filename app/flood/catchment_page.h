// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>

#include "app/flood/flood_page.h"
#include "gis/flood/river_trace.h"

class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace app {

// The rivers as a tree from their mouths up, with the small catchments (小流域上下游); everything up- or downstream of
// what is chosen there or clicked on the map, with when the flood wave comes.
class CatchmentPage final : public FloodPage {
  Q_OBJECT
 public:
  explicit CatchmentPage(QWidget* parent = nullptr);
  void show(FloodViewPtr view) override;
  void retranslate() override;
  void setRivers(RiverMapPtr rivers, bool busy);
  const RiverMapPtr& rivers() const { return m_rivers; }

  gis::flood::Direction direction() const;
  // The reach that was chosen; asks for its trace.
  void choose(std::size_t reach);
  // What a chosen reach has up- or downstream; `name` says what was chosen.
  void showTrace(const gis::flood::RiverTrace& trace, const QString& name);
  QString nameOf(std::size_t reach) const;
  void setPicking(bool on);

 signals:
  void riversWanted();
  void pickWanted(bool on);
  void traceWanted(std::size_t reach, gis::flood::Direction direction);

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  void fillTree();
  void addStream(std::size_t stream, QTreeWidgetItem* parent);
  void fillNotes();
  void askThreatened();

  FloodViewPtr m_view;
  RiverMapPtr m_rivers;
  bool m_direction_chosen = false;  // a person said which way; else a river goes up, a catchment down
  bool m_busy = false;
  std::vector<gis::flood::RiverNetwork::Stream> m_streams;
  std::vector<std::vector<std::size_t>> m_below;   // streams that flow into each
  std::vector<std::vector<std::size_t>> m_basins;  // of each stream
  std::optional<std::size_t> m_reach;
  std::optional<gis::flood::RiverTrace> m_trace;
  QToolButton *m_pick, *m_threatened, *m_up, *m_down;
  QLabel *m_notes, *m_summary;
  QTreeWidget* m_tree;
  FloodList* m_passed;
};

}  // namespace app

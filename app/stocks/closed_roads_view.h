// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/footprint/footprint_tool.h"
#include "app/stocks/stock_page.h"
#include "gis/sending/closed_place.h"

class QListWidget;
class QToolButton;

namespace app {

// Which roads are closed (道路中断): drawn on the map, the chosen features of a layer, or a file: closures or the
// footprint of a hazard. Each may be opened again without being forgotten. Kept in the workspace's folder as
// closed_roads.geojson, so that it is there after a restart and for `fengsui stocks plan`. Window's thread.
class ClosedRoadsView : public StockPage {
  Q_OBJECT
 public:
  explicit ClosedRoadsView(PanelContext& context, QWidget* parent = nullptr);
  const std::vector<gis::sending::ClosedPlace>& places() const { return m_places; }
  int closed() const;
  void add(gis::sending::ClosedPlace place);
  void addFile(const QString& file);
  void draw(FootprintTask task);
  void removeCurrent();
  QListWidget* list() { return m_list; }

 signals:
  // Something is closed or open that was not: the plan is no longer what it was.
  void closuresChanged();

 protected:
  void retranslate() override;
  void showView() override;

 private:
  void addChosen();
  void addFootprint(const gis::Footprint& footprint);
  void keep();
  void showList();
  std::filesystem::path file() const;

  std::vector<gis::sending::ClosedPlace> m_places;
  std::filesystem::path m_read_from;
  QToolButton *m_circle, *m_line, *m_area, *m_chosen, *m_file, *m_remove;
  QListWidget* m_list;
  QLabel *m_hint, *m_trouble;
};

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/coords.h"
#include "gis/field/division_list_store.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace app {

// Which part of the city: divisions ticked in a tree that can be searched, and a box of the map. Nothing of both: the
// whole city. Window's thread.
class AreaChooser : public QWidget {
  Q_OBJECT
 public:
  explicit AreaChooser(QWidget* parent = nullptr);
  void setDivisions(const std::vector<gis::DivisionItem>& divisions);
  void setBox(const std::optional<gis::LonLatBox>& box);
  // The uppermost ticked ones.
  std::vector<std::string> codes() const;
  const std::optional<gis::LonLatBox>& box() const { return m_box; }
  QTreeWidget* tree() const { return m_tree; }
  // Something is chosen on the map, so that it can be taken.
  void setChosenCount(std::size_t count);

 signals:
  void changed();
  void drawWanted();    // a box on the map
  void chosenWanted();  // the box around what is chosen on the map

 private:
  void filter(const QString& text);
  void showBox();
  std::optional<gis::LonLatBox> m_box;
  QLineEdit* m_search;
  QTreeWidget* m_tree;
  QLabel* m_box_text;
  QPushButton *m_draw, *m_chosen, *m_no_box;
};

}  // namespace app

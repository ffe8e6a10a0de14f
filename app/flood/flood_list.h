// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QListWidget>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/coords.h"

namespace app {

// One row of the flood room: a name with its figure, a line of particulars, a bar in the colour of the warning.
struct FloodRow {
  QString title;
  QString value;
  QString detail;
  int severity = 0;    // 3 red, 2 orange, 1 yellow, 0 no warning
  bool faded = false;  // its reading is old
  std::size_t index = 0;
  std::string table;
  std::int64_t fid = 0;
  std::optional<gis::LonLat> at;
};

// Rows of two to four lines, so that name, figure and particulars can be read in a narrow panel as well. A click or
// Enter activates one; the arrow keys change the current one. Window's thread.
class FloodList : public QListWidget {
  Q_OBJECT
 public:
  explicit FloodList(QWidget* parent = nullptr);
  // The row that was current stays so, by its table and fid.
  void setRows(std::vector<FloodRow> rows);
  const std::vector<FloodRow>& rows() const { return m_rows; }
  const FloodRow* currentFloodRow() const;
  void setEmptyText(const QString& text);

 signals:
  void rowChosen(const app::FloodRow& row);     // became the current one by a person
  void rowActivated(const app::FloodRow& row);  // wants to be shown on the map

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  std::vector<FloodRow> m_rows;
  QString m_empty;
  bool m_filling = false;
};

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QLineEdit>
#include <QTimer>
#include <vector>

#include "app/core/panel.h"
#include "app/inspect/place_search.h"
#include "gis/geo/coordinate_text.h"
#include "gis/search/search_index_store.h"

class QListWidget;

namespace app {

// One field for "where is ...": coordinates in any usual form, or the name, code or pinyin initials of a place. Says
// what it understood, lists what fits, flies there on Enter and marks the spot.
class GoToBar : public QLineEdit {
  Q_OBJECT
 public:
  explicit GoToBar(PanelContext& context, QWidget* parent = nullptr);
  ~GoToBar() override;

  // What was understood of a typed coordinate, in a few words ("GCJ-02 shifted to CGCS2000", "36.2N 113.1E").
  static QString understood(const gis::TypedCoordinate& coordinate);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  struct Target {
    gis::LonLat where;
    double span_m = 0;
    QString name;
  };
  // A line of the list; without a target it is the heading of a group or a note.
  struct Line {
    QString first, second;
    QString icon;
    std::optional<Target> target;
  };
  void retranslate();
  void look();
  void found(const QString& typed, gis::Result<std::vector<gis::SearchGroup>> groups);
  void offer(std::vector<Line> lines);
  void offerNote(const QString& note);
  void placePopup();
  QString titleOf(const std::string& table) const;
  QString iconOf(const std::string& table) const;
  void step(int by);
  void go(int row);

  PanelContext& m_context;
  PlaceSearch* m_search;
  QTimer m_delay;
  QListWidget* m_popup;
  std::vector<Line> m_lines;
  bool m_go_when_found = false;
};

}  // namespace app

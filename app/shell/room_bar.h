// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QToolBar>
#include <vector>

#include "app/core/panel.h"

class QToolButton;

namespace app {

// The rooms of the program as a column of buttons along the window's right edge, in groups: a button opens its room's
// panel and, pressed again, closes it. Where the window is too low for words under icons they stand beside them, and
// closer still; the arrow keys go from button to button. Window's thread.
class RoomBar : public QToolBar {
  Q_OBJECT
 public:
  explicit RoomBar(QWidget* parent = nullptr);
  // Below those that are there. `toggle` shows and hides the panel; while its data is true the button asks to be looked
  // at. Nothing for a room without a name.
  void add(const PanelDefinition& room, QAction* toggle);

  enum class Density { kUnder, kBeside, kTight };
  Density density() const { return m_density; }

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  struct Entry {
    PanelDefinition room;
    QAction* toggle;
    QToolButton* button;
  };
  void retranslate();
  void arrange();
  void apply(Density density);

  std::vector<Entry> m_entries;
  Density m_density = Density::kUnder;
};

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

#include "app/core/panel.h"

namespace app {

// Stands for a room's panel until it is first shown, then holds it. Its title is the panel's, before that the room's
// name. Window's thread.
class LazyPanel : public QWidget {
  Q_OBJECT
 public:
  LazyPanel(PanelDefinition room, PanelContext& context);
  // The panel; null before it was first shown.
  QWidget* panel() const { return m_panel; }

 protected:
  void showEvent(QShowEvent* event) override;
  void changeEvent(QEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;

 private:
  PanelDefinition m_room;
  PanelContext& m_context;
  QWidget* m_panel = nullptr;
};

}  // namespace app

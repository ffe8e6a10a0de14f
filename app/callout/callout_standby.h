// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QTimer>
#include <QWidget>

#include "app/core/panel.h"

namespace app {

class CalloutPanel;

// Stands in the call-out room's place until it is opened, or until a workspace has been open for a moment: warnings
// come and a call-out goes on whatever room is open. What comes while another one is open is said aloud and marks the
// room's button. Window's thread.
class CalloutStandby : public QWidget {
  Q_OBJECT
 public:
  explicit CalloutStandby(PanelContext& context, QWidget* parent = nullptr);
  // Null before it was needed.
  CalloutPanel* panel() const { return m_panel; }
  void wake();
  // Something has come that an officer has to see; marks the room until it is shown.
  void callAttention(const QString& text);

 protected:
  void showEvent(QShowEvent* event) override;
  void changeEvent(QEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;

 private:
  void wakeLater();
  void mark(bool marked);

  PanelContext& m_context;
  QTimer m_later;
  CalloutPanel* m_panel = nullptr;
};

}  // namespace app

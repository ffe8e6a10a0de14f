// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

#include "app/core/panel.h"

class QComboBox;
class QStackedWidget;
class QTabBar;

namespace app {

class CardsPage;
class DualPage;
class RainGradePage;
class RegisterView;
class RelocationPage;

// The room of geological hazards (地质灾害): its registers, grades by rain, dual control and patrols, relocation works,
// cards. Pages are made when they are first seen. Window's thread.
class GeologyPanel : public QWidget {
  Q_OBJECT
 public:
  explicit GeologyPanel(PanelContext& context, QWidget* parent = nullptr);

  enum Tab { kRegister, kRain, kDual, kRelocation, kCards };
  void showTab(Tab tab);
  // The form of a row of one of the room's tables, in the registers.
  void openRow(const QString& table, qint64 fid);
  RegisterView* registers() { return m_register; }

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
  void fillRegisters();
  void chooseRegister(const QString& table);
  QWidget* makePage(int tab);

  PanelContext& m_context;
  QTabBar* m_tabs;
  QStackedWidget* m_pages;
  QComboBox* m_which;
  RegisterView* m_register;
  RainGradePage* m_rain = nullptr;
  QWidget* m_made[5] = {};
};

}  // namespace app

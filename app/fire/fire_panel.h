// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

#include "app/core/panel.h"

class QTabWidget;
class QPushButton;
class QToolButton;

namespace app {

class BlocksTab;
class FireStage;
class NearTab;
class RegisterView;
class SightTab;
class WeatherTab;

// The room of forest and grassland fires (森林草原火灾): a fire and what is near, fire weather, the break network, what
// is seen from where. Window's thread.
class FirePanel : public QWidget {
  Q_OBJECT
 public:
  explicit FirePanel(PanelContext& context, QWidget* parent = nullptr);
  NearTab* near() const { return m_near; }
  WeatherTab* weather() const { return m_weather; }
  BlocksTab* blocks() const { return m_blocks; }
  SightTab* sight() const { return m_sight; }
  RegisterView* dangers() const { return m_dangers; }

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
  void reload();
  PanelContext& m_context;
  FireStage* m_stage;
  QTabWidget* m_tabs;
  QToolButton* m_clear;
  NearTab* m_near;
  WeatherTab* m_weather;
  BlocksTab* m_blocks;
  SightTab* m_sight;
  RegisterView* m_dangers;
  QPushButton* m_ledger;
};

}  // namespace app

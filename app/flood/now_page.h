// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/flood/flood_page.h"

class QPushButton;

namespace app {

class RaiseWarningButton;

// What is over a threshold at this moment (当前告警), worst first; and what cannot be seen because stations are silent.
class NowPage final : public FloodListPage {
  Q_OBJECT
 public:
  explicit NowPage(QWidget* parent = nullptr);
  void show(FloodViewPtr view) override;
  void retranslate() override;

 private:
  void showCurrent() override {}
  void fill();
  void askThreatened();
  QPushButton* m_threatened;
  RaiseWarningButton* m_raise;
};

// A warning of flash floods (山洪) for the villages of sections over a threshold; nothing when none is.
std::optional<WarningDraft> floodWarningDraft(const gis::flood::FloodView& view);

// The row of a section, a river gauge or a reservoir as all pages show it.
FloodRow sectionRow(const gis::flood::FloodView& view, std::size_t i);
FloodRow riverRow(const gis::flood::FloodView& view, std::size_t i);
FloodRow reservoirRow(const gis::flood::FloodView& view, std::size_t i);

}  // namespace app

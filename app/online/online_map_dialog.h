// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDialog>
#include <vector>

#include "app/core/panel.h"
#include "app/jobs/job_slot.h"
#include "gis/raster/online_map.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace app {

class OnlineMaps;

// Allows or forbids fetching, and adds an online base map by the address of its tiles or of a WMTS service, whose
// layers can then be chosen from. Window's thread.
class OnlineMapDialog : public QDialog {
  Q_OBJECT
 public:
  OnlineMapDialog(PanelContext& context, OnlineMaps& maps, QWidget* parent = nullptr);
  bool busy() const;

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
  void refresh();
  void add();
  void say(const QString& text, bool wrong);

  PanelContext& m_context;
  OnlineMaps& m_maps;
  JobSlot<gis::Result<std::vector<gis::OnlineMap>>> m_ask;
  std::vector<gis::OnlineMap> m_found;  // of the WMTS service
  QCheckBox* m_allow;
  QLabel* m_hint;
  QLabel* m_labels[3];
  QLineEdit* m_address;
  QComboBox* m_layer;
  QLineEdit* m_title;
  QLabel* m_state;
  QPushButton* m_add;
  QPushButton* m_close;
};

}  // namespace app

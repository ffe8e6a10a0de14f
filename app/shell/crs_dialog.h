// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDialog>
#include <string>
#include <vector>

#include "gis/geo/crs_candidates.h"

class QCheckBox;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace app {

// Asks which reference system a file is in (坐标系). The systems that would put the file's numbers near the workspace
// come first and the best one is chosen; those that would put it nowhere are only listed on request. Esc leaves the
// file out. A decision only a person can make, therefore a dialog.
class CrsDialog : public QDialog {
  Q_OBJECT
 public:
  // `extent` in the file's own numbers (empty: not known), `near` the workspace's extent (empty: none).
  CrsDialog(const QString& file, const gis::MapBox& extent, const gis::LonLatBox& near, QWidget* parent = nullptr);
  std::string crs() const;
  QListWidget* list() const { return m_list; }

  // "CGCS2000 · 3° zone, central meridian 114°E (EPSG:4547)"
  static QString nameOf(const gis::CrsCandidate& candidate);
  // The same for any system; PROJ's name for those that the dialog does not offer.
  static QString nameOf(const std::string& crs);

 private:
  void refill();

  std::vector<gis::CrsCandidate> m_candidates;
  QLineEdit* m_search;
  QListWidget* m_list;
  QCheckBox* m_all;
  QPushButton* m_accept;
};

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDialog>
#include <string>

class QListWidget;

namespace app {

// Asks which reference system a file is in (坐标系), offering the likely ones; Esc leaves the file out. A decision only
// a person can make, therefore a dialog.
class CrsDialog : public QDialog {
  Q_OBJECT
 public:
  explicit CrsDialog(const QString& file, const std::string& map_crs, QWidget* parent = nullptr);
  std::string crs() const;

 private:
  QListWidget* m_list;
};

}  // namespace app

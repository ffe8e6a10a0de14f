// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFrame>

class QLabel;
class QPushButton;

namespace app {

class MapDocument;

// Above the map while the workspace can only be read: why, and a button when it can be brought up to date. Hidden
// otherwise. Window's thread.
class ReadOnlyBanner : public QFrame {
  Q_OBJECT
 public:
  explicit ReadOnlyBanner(const MapDocument& document, QWidget* parent = nullptr);

 signals:
  void upgradeWanted();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void refresh();
  const MapDocument& m_document;
  QLabel* m_text;
  QPushButton* m_upgrade;
};

}  // namespace app

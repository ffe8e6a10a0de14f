// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFrame>

#include "app/inspect/inspect_query.h"

class QLabel;
class QToolButton;

namespace app {

enum class CardState { kFolded, kOpen };

// One feature in the inspector: its layer and title, and when open its sentence, fields and buttons. Works by mouse
// and keys: Enter or Space opens and selects.
class InspectorCard : public QFrame {
  Q_OBJECT
 public:
  InspectorCard(const InspectCard& card, const QString& language, const QImage& swatch, QWidget* parent = nullptr);
  void setState(CardState state);
  void setActive(bool active);
  // Title and fields as plain text, one a line, for the clipboard.
  static QString plainText(const InspectCard& card, const QString& language);

 signals:
  void chosen();
  void zoomWanted();

 protected:
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void addBody();
  const InspectCard m_card;
  const QString m_language;
  QWidget* m_body = nullptr;
  QLabel* m_chevron;
};

}  // namespace app

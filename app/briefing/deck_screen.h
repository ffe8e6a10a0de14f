// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <memory>

#include "app/briefing/briefing_deck.h"

namespace app {

// The pages one by one over the whole screen: arrows, page keys, Space and the mouse turn them, digits and Enter go to
// a page, Esc ends. Shows what was prepared and nothing newer: nobody is surprised while speaking. Window's thread.
class DeckScreen final : public QWidget {
  Q_OBJECT
 public:
  explicit DeckScreen(std::shared_ptr<const BriefingDeck> deck, QWidget* parent = nullptr);
  int page() const { return m_page; }  // from 0
  void showPage(int page);

 signals:
  void pageChanged(int page);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;

 private:
  std::shared_ptr<const BriefingDeck> m_deck;
  int m_page = 0;
  int m_typed = 0;  // digits of a page's number
};

}  // namespace app

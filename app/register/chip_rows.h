// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <vector>

#include "app/register/register_spec.h"

class QLabel;
class QToolButton;

namespace app {

// The quick filters of a register: a line of chips a question, each with the number of rows that it would show.
// Left and Right walk along, Space presses. Window's thread.
class ChipRows : public QWidget {
  Q_OBJECT
 public:
  explicit ChipRows(QWidget* parent = nullptr);
  void setChips(std::vector<RegisterChips> chips, const QString& language);
  void retranslate(const QString& language);
  // Folded, only the first question is shown, and those of which a chip is pressed.
  void setFolded(bool folded);
  void setCounts(const std::vector<std::vector<std::size_t>>& counts);
  const std::vector<RegisterChips>& chips() const { return m_chips; }
  std::vector<std::vector<bool>> pressed() const;
  bool anyPressed() const;
  // By place; for a room that wants its register to open at a question.
  void press(std::size_t question, std::size_t chip, bool down);
  void release();

 signals:
  void changed();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void showTexts();
  std::vector<RegisterChips> m_chips;
  std::vector<std::vector<QToolButton*>> m_buttons;
  std::vector<QLabel*> m_titles;
  std::vector<QWidget*> m_lines;
  bool m_folded = false;
  std::vector<std::vector<std::size_t>> m_counts;
  QString m_language;
};

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFrame>
#include <optional>
#include <vector>

#include "app/field/field_job.h"

class QButtonGroup;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QVBoxLayout;

namespace app {

// One conflict to be decided: what was there before, what each side says, who and when; a choice or a value of one's
// own, and why. Keys 1 … 9 choose, Enter decides. Window's thread; it asks nobody and writes nothing.
class ConflictCard : public QFrame {
  Q_OBJECT
 public:
  explicit ConflictCard(QWidget* parent = nullptr);
  // Nothing: an empty card. `names` and `codes` must live until the next call.
  void show(const gis::ConflictRow* row, const ConflictView* view, const NamedTable* names, const gis::CodeLists* codes,
            const QString& language, bool can_decide);
  // Chooses the n-th answer, from 1. False when there is none.
  bool choose(int number);
  // Decides what is chosen; tells what is missing when nothing is.
  void decideNow();
  void retranslate();

 signals:
  void decided(const gis::Decision& decision);
  void ownerChanged(const QString& owner);

 protected:
  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  struct Answer {
    gis::Decision decision;
    QRadioButton* button = nullptr;
  };
  void clear();
  void addAnswer(gis::Decision decision, const QString& value, const QString& note);
  void addLine(const QString& text, const char* role);
  void fillValues(const gis::ConflictRow& row, const ConflictView& view, const QString& language);
  void fillRow(const gis::ConflictRow& row, const ConflictView& view);

  const NamedTable* m_names = nullptr;
  const gis::CodeLists* m_codes = nullptr;
  std::string m_column;
  QString m_language;
  std::vector<Answer> m_answers;
  bool m_own_value = false;
  QVBoxLayout* m_content;
  QWidget* m_page = nullptr;
  QButtonGroup* m_group = nullptr;
  QLineEdit* m_value;  // one's own
  QLabel* m_trouble;
  QLineEdit* m_reason;
  QLineEdit* m_owner;
  QPushButton* m_decide;
};

}  // namespace app

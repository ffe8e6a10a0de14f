// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <vector>

#include "gis/import/import_draft.h"

class QVBoxLayout;

namespace app {

// The open questions of an import, each with its suggestion as a button and a way to leave it as it is. Questions that
// are answered elsewhere on the page (which table, which column) are only put.
class QuestionList : public QWidget {
  Q_OBJECT
 public:
  explicit QuestionList(QWidget* parent = nullptr);
  void setQuestions(const std::vector<gis::ImportQuestion>& questions);

 signals:
  void suggestionTaken(const gis::ImportQuestion& question);
  void leftAsItIs(const gis::ImportQuestion& question);

 private:
  void addQuestion(const gis::ImportQuestion& question);
  QVBoxLayout* m_column;
};

}  // namespace app

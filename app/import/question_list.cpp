// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/question_list.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/settings/icons.h"
#include "app/settings/theme.h"
#include "app/text/import_text.h"

namespace app {

namespace {

bool canBeLeft(const gis::ImportQuestion& question) {
  const gis::QuestionKind kind = question.kind;
  // Which of two tables: the first stands. Which table at all: there is nothing to leave.
  if (kind == gis::QuestionKind::kTable) return !question.suggestion.empty();
  return kind == gis::QuestionKind::kShiftedMap || kind == gis::QuestionKind::kOffset ||
         kind == gis::QuestionKind::kOldDatum || kind == gis::QuestionKind::kCrsFarAway ||
         kind == gis::QuestionKind::kGeometryKind;
}

}  // namespace

QuestionList::QuestionList(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this)) {
  m_column->setContentsMargins(0, 0, 0, 0);
  m_column->setSpacing(dp(8));
}

void QuestionList::setQuestions(const std::vector<gis::ImportQuestion>& questions) {
  while (QLayoutItem* item = m_column->takeAt(0)) {
    if (item->widget()) item->widget()->deleteLater();
    delete item;
  }
  for (const gis::ImportQuestion& question : questions) addQuestion(question);
  setVisible(!questions.empty());
}

void QuestionList::addQuestion(const gis::ImportQuestion& question) {
  auto* card = new QFrame;
  card->setProperty("role", "banner");
  auto* row = new QHBoxLayout(card);
  row->setContentsMargins(dp(12), dp(8), dp(12), dp(8));
  row->setSpacing(dp(8));
  auto* sign = new QLabel;
  sign->setPixmap(themedIcon(QStringLiteral("warning")).pixmap(dp(20), dp(20)));
  auto* sentence = new QLabel(questionSentence(question));
  sentence->setWordWrap(true);
  row->addWidget(sign, 0, Qt::AlignTop);
  row->addWidget(sentence, 1);
  if (!question.suggestion.empty()) {
    auto* take = new QPushButton(tr("Use %1").arg(QString::fromStdString(question.suggestion)));
    connect(take, &QPushButton::clicked, this, [this, question] { emit suggestionTaken(question); });
    row->addWidget(take);
  }
  if (canBeLeft(question)) {
    auto* leave = new QPushButton(tr("Leave as it is"));
    connect(leave, &QPushButton::clicked, this, [this, question] { emit leftAsItIs(question); });
    row->addWidget(leave);
  }
  m_column->addWidget(card);
}

}  // namespace app

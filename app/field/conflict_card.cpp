// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/field/conflict_card.h"

#include <QButtonGroup>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/field/field_text.h"
#include "app/settings/theme.h"
#include "app/text/detail_text.h"

namespace app {

ConflictCard::ConflictCard(QWidget* parent)
    : QFrame(parent),
      m_content(new QVBoxLayout),
      m_value(new QLineEdit),
      m_trouble(new QLabel),
      m_reason(new QLineEdit),
      m_owner(new QLineEdit),
      m_decide(new QPushButton) {
  setProperty("role", "card");
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(dp(12), dp(8), dp(12), dp(10));
  column->setSpacing(dp(6));
  column->addLayout(m_content);
  m_trouble->setProperty("role", "danger");
  m_trouble->setWordWrap(true);
  column->addWidget(m_value);
  column->addWidget(m_trouble);
  column->addWidget(m_reason);
  auto* last = new QHBoxLayout;
  last->setSpacing(dp(8));
  last->addWidget(m_owner, 1);
  last->addWidget(m_decide);
  column->addLayout(last);
  connect(m_decide, &QPushButton::clicked, this, &ConflictCard::decideNow);
  connect(m_reason, &QLineEdit::returnPressed, this, &ConflictCard::decideNow);
  connect(m_value, &QLineEdit::returnPressed, this, &ConflictCard::decideNow);
  connect(m_value, &QLineEdit::textEdited, this, [this] {
    if (m_own_value && !m_answers.empty()) m_answers.back().button->setChecked(true);
  });
  connect(m_owner, &QLineEdit::editingFinished, this, [this] {
    if (!m_owner->isModified()) return;
    m_owner->setModified(false);
    emit ownerChanged(m_owner->text().trimmed());
  });
  retranslate();
  clear();
}

bool ConflictCard::event(QEvent* event) {
  const bool handled = QFrame::event(event);
  // Sentences that are wrapped need their height: in a low window the lists above give way, not the question.
  if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize) {
    const int needs_px = layout()->totalHeightForWidth(width());
    if (needs_px > 0 && needs_px != minimumHeight()) setMinimumHeight(needs_px);
  }
  return handled;
}

void ConflictCard::clear() {
  m_answers.clear();
  m_own_value = false;
  delete m_page;
  m_page = new QWidget;
  auto* column = new QVBoxLayout(m_page);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(dp(4));
  m_group = new QButtonGroup(m_page);
  m_content->addWidget(m_page);
  m_value->hide();
  m_value->clear();
  m_trouble->hide();
  m_reason->clear();
}

void ConflictCard::addLine(const QString& text, const char* role) {
  auto* label = new QLabel(text);
  label->setWordWrap(true);
  label->setTextFormat(Qt::PlainText);
  label->setProperty("role", role);
  m_page->layout()->addWidget(label);
}

void ConflictCard::addAnswer(gis::Decision decision, const QString& value, const QString& note) {
  const auto number = static_cast<int>(m_answers.size()) + 1;
  // A long text must not make the panel wide: the button's words are cut, the whole is its tool tip.
  constexpr int kMostLetters = 28;
  const QString cut = value.size() > kMostLetters ? value.left(kMostLetters - 1) + QChar(0x2026) : value;
  auto* button = new QRadioButton(
      QStringLiteral("%1  %2").arg(number).arg(QString(cut).replace(QLatin1Char('&'), QLatin1String("&&"))));
  button->setToolTip(value);
  m_group->addButton(button);
  m_page->layout()->addWidget(button);
  if (!note.isEmpty()) {
    auto* label = new QLabel(note);
    label->setProperty("role", "faint");
    label->setWordWrap(true);
    label->setIndent(dp(24));
    m_page->layout()->addWidget(label);
  }
  m_answers.push_back({std::move(decision), button});
}

void ConflictCard::fillValues(const gis::ConflictRow& row, const ConflictView& view, const QString& language) {
  const auto shown = [&](const gis::CellValue& value) {
    return valueText(*m_names, m_column, value, *m_codes, language);
  };
  const auto same = [&](const gis::CellValue& value) {
    return std::ranges::any_of(m_answers, [&](const Answer& answer) { return answer.decision.value == value; });
  };
  const bool unique = row.conflict.kind == gis::ConflictKind::kUnique;
  for (const gis::DatedChange& side : view.sides.sides) {
    const QString who = tr("%1, %2").arg(QString::fromStdString(side.author.name), dayTimeText(side.at_utc_ms));
    const bool here = side.change.new_value == view.sides.here;
    if (unique) {
      addLine(tr("Wanted by %1: %2").arg(who, shown(side.change.new_value)), "second");
      continue;
    }
    if (same(side.change.new_value)) continue;
    addAnswer({gis::Decision::Kind::kValue, side.change.new_value, {}}, shown(side.change.new_value),
              here ? tr("%1 – holds now").arg(who) : who);
  }
  if (unique && !view.holder.empty())
    addLine(tr("It is that of “%1”.").arg(QString::fromStdString(view.holder)), "second");
  if (!same(view.sides.here))
    addAnswer({gis::Decision::Kind::kValue, view.sides.here, {}}, shown(view.sides.here), tr("holds here now"));
  if (!unique && !same(view.sides.base))
    addAnswer({gis::Decision::Kind::kValue, view.sides.base, {}}, shown(view.sides.base), tr("as it was before both"));
  const bool shape = std::holds_alternative<std::vector<std::byte>>(view.sides.here);
  if (shape) return;
  addAnswer({}, tr("Another value:"), {});
  m_own_value = true;
  m_value->show();
}

void ConflictCard::fillRow(const gis::ConflictRow& row, const ConflictView& view) {
  for (const gis::DatedChange& side : view.sides.sides) {
    const QString who = tr("%1, %2").arg(QString::fromStdString(side.author.name), dayTimeText(side.at_utc_ms));
    if (side.change.column == gis::kRowWent)
      addLine(tr("Removed by %1").arg(who), "second");
    else if (side.change.column == gis::kRowCame)
      addLine(tr("Added by %1").arg(who), "second");
    else
      addLine(tr("%1: %2 → %3")
                  .arg(who, m_names->columnName(side.change.column, m_language),
                       valueText(*m_names, side.change.column, side.change.new_value, *m_codes, m_language)),
              "second");
  }
  if (!row.conflict.detail.empty()) addLine(detailText(row.conflict.detail), "faint");
  if (row.conflict.kind == gis::ConflictKind::kRemoved)
    addAnswer({gis::Decision::Kind::kKeepRow, {}, {}}, tr("The row stays"), tr("with all that was changed in it"));
  addAnswer({gis::Decision::Kind::kRemoveRow, {}, {}}, tr("The row goes"), tr("undo brings it back"));
}

void ConflictCard::show(const gis::ConflictRow* row, const ConflictView* view, const NamedTable* names,
                        const gis::CodeLists* codes, const QString& language, bool can_decide) {
  clear();
  setVisible(row != nullptr && view != nullptr && names != nullptr);
  if (row == nullptr || view == nullptr || names == nullptr) return;
  m_names = names;
  m_codes = codes;
  m_column = row->conflict.column;
  m_language = language;
  const QString name = row->name.empty() ? names->title(language) : QString::fromStdString(row->name);
  addLine(m_column.empty() ? name : name + QStringLiteral(" · ") + names->columnName(m_column, language), "heading");
  addLine(conflictReason(row->conflict.kind), "second");
  const bool open = row->conflict.decided_step.empty();
  if (m_column.empty())
    fillRow(*row, *view);
  else
    fillValues(*row, *view, language);
  if (!open) addLine(tr("Decided; the history of the row says by whom."), "second");
  for (Answer& answer : m_answers) answer.button->setEnabled(open && can_decide);
  for (QWidget* widget : std::initializer_list<QWidget*>{m_value, m_reason, m_owner, m_decide})
    widget->setEnabled(open && can_decide);
  m_owner->setText(QString::fromStdString(row->conflict.owner));
  m_owner->setModified(false);
}

bool ConflictCard::choose(int number) {
  if (number < 1 || number > static_cast<int>(m_answers.size())) return false;
  const Answer& answer = m_answers[static_cast<std::size_t>(number - 1)];
  if (!answer.button->isEnabled()) return false;
  answer.button->setChecked(true);
  const bool own = m_own_value && number == static_cast<int>(m_answers.size());
  (own ? static_cast<QWidget*>(m_value) : answer.button)->setFocus();
  return true;
}

void ConflictCard::decideNow() {
  const auto chosen = std::ranges::find_if(m_answers, [](const Answer& answer) { return answer.button->isChecked(); });
  m_trouble->setVisible(chosen == m_answers.end());
  if (chosen == m_answers.end()) return m_trouble->setText(tr("Choose one of the answers first (keys 1, 2 …)."));
  gis::Decision decision = chosen->decision;
  if (m_own_value && chosen == m_answers.end() - 1) {
    const auto value = typedValue(*m_names, m_column, m_value->text());
    if (!value) {
      m_trouble->setText(detailText(value.error().detail));
      m_trouble->show();
      return m_value->setFocus();
    }
    decision.value = *value;
  }
  decision.reason = m_reason->text().trimmed().toStdString();
  emit decided(decision);
}

void ConflictCard::keyPressEvent(QKeyEvent* event) {
  if (event->key() >= Qt::Key_1 && event->key() <= Qt::Key_9 && choose(event->key() - Qt::Key_0)) return;
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return decideNow();
  QFrame::keyPressEvent(event);
}

void ConflictCard::retranslate() {
  m_value->setPlaceholderText(tr("the right value"));
  m_value->setAccessibleName(tr("Another value"));
  m_reason->setPlaceholderText(tr("Why (for the history)"));
  m_reason->setAccessibleName(tr("Reason"));
  m_owner->setPlaceholderText(tr("Who looks after it"));
  m_owner->setAccessibleName(tr("Owner"));
  m_decide->setText(tr("Decide"));
}

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/shift_form.h"

#include <QCompleter>
#include <QEvent>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QStringListModel>
#include <QVBoxLayout>

#include "app/journal_report/journal_words.h"
#include "app/settings/theme.h"

namespace app {

ShiftForm::ShiftForm(QWidget* parent)
    : QWidget(parent),
      m_names(new QStringListModel(this)),
      m_title(new QLabel),
      m_now(new QLabel),
      m_carried_title(new QLabel),
      m_leader_label(new QLabel),
      m_officers_label(new QLabel),
      m_gives_label(new QLabel),
      m_takes_label(new QLabel),
      m_remarks_label(new QLabel),
      m_carried(new QListWidget),
      m_leader(nameField()),
      m_officers(new QLineEdit),
      m_gives(nameField()),
      m_takes(nameField()),
      m_remarks(new QLineEdit),
      m_cancel(new QPushButton),
      m_done(new QPushButton) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, dp(6), 0, 0);
  column->setSpacing(dp(6));
  m_title->setProperty("role", "heading");
  column->addWidget(m_title);
  m_now->setWordWrap(true);
  column->addWidget(m_now);
  m_carried_title->setProperty("role", "second");
  column->addWidget(m_carried_title);
  m_carried->setWordWrap(true);
  m_carried->setSelectionMode(QAbstractItemView::NoSelection);
  column->addWidget(m_carried, 1);
  auto* form = new QFormLayout;
  form->addRow(m_leader_label, m_leader);
  form->addRow(m_officers_label, m_officers);
  form->addRow(m_remarks_label, m_remarks);
  form->addRow(m_gives_label, m_gives);
  form->addRow(m_takes_label, m_takes);
  column->addLayout(form);
  auto* buttons = new QHBoxLayout;
  buttons->addStretch(1);
  buttons->addWidget(m_cancel);
  buttons->addWidget(m_done);
  m_done->setProperty("primary", true);
  column->addLayout(buttons);
  connect(m_cancel, &QPushButton::clicked, this, &ShiftForm::left);
  connect(m_done, &QPushButton::clicked, this, &ShiftForm::submit);
  for (QLineEdit* field : {m_leader, m_officers, m_gives, m_takes, m_remarks})
    connect(field, &QLineEdit::returnPressed, this, [this] { focusNextChild(); });
  retranslate();
}

QLineEdit* ShiftForm::nameField() {
  auto* field = new QLineEdit;
  auto* completer = new QCompleter(m_names, field);
  completer->setFilterMode(Qt::MatchStartsWith);
  field->setCompleter(completer);
  return field;
}

void ShiftForm::open(const JournalView& view) {
  QStringList names;
  for (const std::string& name : view.persons) names << QString::fromStdString(name);
  m_names->setStringList(names);
  for (QLineEdit* field : {m_leader, m_officers, m_gives, m_takes, m_remarks}) field->clear();
  m_carried->clear();
  const gis::journal::Shift* shift = view.state.onDuty();
  m_hands_over = shift != nullptr;
  m_now->setText(shift ? watchText(shift->watch) : QString());
  for (const gis::journal::ClockState* clock : view.state.running(false)) {
    QString about;
    for (const gis::journal::Entry& entry : view.entries)
      if (entry.seq == clock->entry_seq) about = QStringLiteral(" · ") + journalText(entry.text);
    m_carried->addItem(
        QStringLiteral("%1 · %2%3").arg(remainingText(*clock, view.now_utc_ms), journalText(clock->clock.what), about));
  }
  retranslate();
  m_leader->setFocus();
}

void ShiftForm::submit() {
  gis::journal::Watch watch;
  watch.leader = m_leader->text().trimmed().toStdString();
  static const QRegularExpression between(QStringLiteral("[、,，;；\\s]+"));
  for (const QString& name : m_officers->text().split(between, Qt::SkipEmptyParts))
    watch.officers.push_back(name.toStdString());
  if (!m_hands_over) return emit begun(watch, m_remarks->text().trimmed());
  emit handedOver({watch, m_gives->text().trimmed().toStdString(), m_takes->text().trimmed().toStdString(),
                   m_remarks->text().trimmed().toStdString()});
}

void ShiftForm::retranslate() {
  m_title->setText(m_hands_over ? tr("Hand-over") : tr("Begin a shift"));
  m_carried_title->setText(m_carried->count() == 0 ? tr("Nothing is open.")
                                                   : tr("Open, and carried over: %1").arg(m_carried->count()));
  m_leader_label->setText(m_hands_over ? tr("Next leader") : tr("Leader"));
  m_officers_label->setText(m_hands_over ? tr("Next officers") : tr("Officers"));
  m_officers->setPlaceholderText(tr("names, with blanks or commas between"));
  m_remarks_label->setText(tr("Remarks"));
  m_gives_label->setText(tr("Handed over by"));
  m_takes_label->setText(tr("Taken over by"));
  m_gives->setPlaceholderText(tr("types the own name"));
  m_takes->setPlaceholderText(tr("types the own name"));
  for (QWidget* field : std::initializer_list<QWidget*>{m_gives_label, m_gives, m_takes_label, m_takes})
    field->setVisible(m_hands_over);
  m_cancel->setText(tr("Back (Esc)"));
  m_done->setText(m_hands_over ? tr("Sign and hand over") : tr("Begin"));
}

void ShiftForm::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) return emit left();
  const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (enter && event->modifiers().testFlag(Qt::ControlModifier)) return submit();
  QWidget::keyPressEvent(event);
}

void ShiftForm::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace app

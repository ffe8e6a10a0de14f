// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/journal_entry_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/core/map_document.h"
#include "app/journal_report/journal_words.h"
#include "app/settings/app_settings.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"

namespace app {
namespace {

constexpr int kNoAnswer = -1, kAnyTime = 0;  // other data of the combo: minutes
constexpr int kAnswerMinutes[] = {10, 30, 60, 120, 480};
constexpr std::int64_t kMsAMinute = 60'000;
constexpr double kTextHeightPx = 52;

}  // namespace

JournalEntryForm::JournalEntryForm(PanelContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_mode(new QLabel),
      m_kind(new QComboBox),
      m_answer(new QComboBox),
      m_text(new QPlainTextEdit),
      m_people(new QLineEdit),
      m_place(new QLineEdit),
      m_pick(new QToolButton),
      m_attach(new QToolButton),
      m_cancel(new QToolButton),
      m_drill(new QCheckBox),
      m_withdraw(new QCheckBox),
      m_write(new QPushButton) {
  makeWidgets();
  retranslate();
  showMode();
}

void JournalEntryForm::makeWidgets() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(dp(4));
  auto* mode = new QHBoxLayout;
  m_mode->setProperty("role", "second");
  mode->addWidget(m_mode, 1);
  mode->addWidget(m_cancel);
  column->addLayout(mode);
  m_text->setFixedHeight(dp(kTextHeightPx));
  m_text->setTabChangesFocus(true);
  m_text->installEventFilter(this);
  auto* first = new QHBoxLayout;
  first->addWidget(m_kind);
  first->addWidget(m_people, 1);
  first->addWidget(m_place, 1);
  first->addWidget(m_pick);
  column->addLayout(first);
  column->addWidget(m_text);
  auto* last = new QHBoxLayout;
  last->addWidget(m_answer);
  last->addWidget(m_attach);
  last->addWidget(m_drill);
  last->addWidget(m_withdraw);
  last->addStretch(1);
  last->addWidget(m_write);
  column->addLayout(last);
  m_write->setProperty("primary", true);
  for (QToolButton* button : {m_pick, m_attach, m_cancel}) {
    button->setAutoRaise(true);
    button->setIconSize(QSize(dp(18), dp(18)));
  }
  for (QWidget* field : std::initializer_list<QWidget*>{m_kind, m_people, m_place, m_answer})
    field->installEventFilter(this);
  connect(m_write, &QPushButton::clicked, this, &JournalEntryForm::submit);
  connect(m_pick, &QToolButton::clicked, this, &JournalEntryForm::pick);
  connect(m_attach, &QToolButton::clicked, this, &JournalEntryForm::chooseFiles);
  connect(m_cancel, &QToolButton::clicked, this, &JournalEntryForm::clear);
}

void JournalEntryForm::setKinds(const std::vector<gis::journal::KindName>& kinds) {
  m_kinds = kinds;
  const QString chosen = m_kind->currentData().toString();
  m_kind->clear();
  for (const gis::journal::KindName& kind : m_kinds)
    if (gis::journal::isTypedKind(kind.code))
      m_kind->addItem(journalText({kind.name_zh, kind.name_en}), QString::fromStdString(kind.code));
  if (const int at = m_kind->findData(chosen); at >= 0) m_kind->setCurrentIndex(at);
}

void JournalEntryForm::setUsable(bool usable) {
  m_usable = usable;
  setEnabled(usable);
}

void JournalEntryForm::correct(const gis::journal::Entry& entry) {
  clear();
  m_corrects_seq = entry.corrects_seq.value_or(entry.seq);
  m_text->setPlainText(journalText(entry.text));
  m_people->setText(QString::fromStdString(entry.people));
  m_text->selectAll();
  m_text->setFocus();
  showMode();
}

void JournalEntryForm::clear() {
  m_corrects_seq.reset();
  m_picked.reset();
  m_picked_text.clear();
  m_files.clear();
  m_text->clear();
  m_people->clear();
  m_place->clear();
  m_answer->setCurrentIndex(0);
  m_withdraw->setChecked(false);
  showMode();
}

void JournalEntryForm::attach(const QStringList& files) {
  m_files << files;
  showMode();
}

void JournalEntryForm::showMode() {
  const bool corrects = m_corrects_seq.has_value();
  m_mode->setText(corrects ? tr("Correct entry %1: say what is right. Both stay.").arg(*m_corrects_seq)
                           : tr("New entry (Ctrl+Enter writes)"));
  m_cancel->setVisible(corrects || !m_files.isEmpty());
  m_withdraw->setVisible(corrects);
  m_kind->setVisible(!corrects);
  m_answer->setVisible(!corrects);
  m_attach->setVisible(!corrects);
  m_drill->setVisible(!corrects);
  m_attach->setText(m_files.isEmpty() ? QString() : QString::number(m_files.size()));
  m_attach->setToolButtonStyle(m_files.isEmpty() ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
  m_write->setText(corrects ? tr("Correct") : tr("Write"));
}

void JournalEntryForm::pick() {
  if (!m_context.map.use_tool) return;
  auto tool = std::make_unique<PickTool>();
  m_tool = tool.get();
  connect(tool.get(), &PickTool::picked, this, [this](gis::MapXY where) {
    const auto place = m_context.document.toLonLat(where);
    if (!place) return;
    m_picked = *place;
    m_picked_text = QStringLiteral("%1, %2").arg(place->lon_deg, 0, 'f', 5).arg(place->lat_deg, 0, 'f', 5);
    m_place->setText(m_picked_text);
    if (m_context.map.mark) m_context.map.mark(where);
    m_context.map.use_tool(nullptr);
  });
  tool->setHint(tr("Click where it happened."));
  m_context.map.use_tool(std::move(tool));
}

void JournalEntryForm::chooseFiles() {
  attach(QFileDialog::getOpenFileNames(this, tr("Files that belong to the entry"), m_context.settings.filesFolder()));
}

void JournalEntryForm::submit() {
  if (!m_usable) return;
  TypedEntry typed;
  typed.draft.kind = m_kind->currentData().toString().toStdString();
  typed.draft.text.zh = m_text->toPlainText().trimmed().toStdString();
  typed.draft.people = m_people->text().trimmed().toStdString();
  typed.draft.author = m_context.settings.author().name;
  typed.draft.is_drill = m_drill->isChecked();
  typed.place = m_place->text().trimmed().toStdString();
  if (m_picked && m_place->text() == m_picked_text) typed.draft.where = m_picked;
  if (const int minutes = m_answer->currentData().toInt(); minutes != kNoAnswer)
    typed.answer_in_ms = minutes * kMsAMinute;
  for (const QString& file : m_files) typed.files.emplace_back(file.toStdString());
  typed.corrects_seq = m_corrects_seq;
  typed.withdraws = m_withdraw->isChecked();
  emit written(typed);
}

bool JournalEntryForm::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (enter && key->modifiers().testFlag(Qt::ControlModifier)) {
      submit();
      return true;
    }
    if (key->key() == Qt::Key_Escape && m_corrects_seq) {
      clear();
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

void JournalEntryForm::retranslate() {
  m_text->setPlaceholderText(tr("What happened"));
  m_people->setPlaceholderText(tr("who, number"));
  m_place->setPlaceholderText(tr("place or coordinates"));
  m_pick->setIcon(themedIcon(QStringLiteral("target")));
  m_pick->setToolTip(tr("Click the place on the map"));
  m_attach->setIcon(themedIcon(QStringLiteral("file")));
  m_attach->setToolTip(tr("Add files"));
  m_cancel->setIcon(themedIcon(QStringLiteral("close")));
  m_cancel->setToolTip(tr("Drop what was typed (Esc)"));
  m_drill->setText(tr("Drill"));
  m_withdraw->setText(tr("It did not happen"));
  const int chosen = m_answer->currentIndex();
  m_answer->clear();
  m_answer->addItem(tr("No answer needed"), kNoAnswer);
  for (const int minutes : kAnswerMinutes)
    m_answer->addItem(
        minutes < 60 ? tr("Answer within %1 min").arg(minutes) : tr("Answer within %1 h").arg(minutes / 60), minutes);
  m_answer->addItem(tr("To follow up"), kAnyTime);
  m_answer->setCurrentIndex(chosen < 0 ? 0 : chosen);
  setKinds(m_kinds);
  showMode();
}

void JournalEntryForm::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace app

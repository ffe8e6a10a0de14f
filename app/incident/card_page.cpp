// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/incident/card_page.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "app/core/wheel_pass.h"
#include "app/incident_timeline/incident_words.h"
#include "app/settings/theme.h"
#include "app/text/moment_text.h"
#include "gis/incident/grade.h"

namespace app {
namespace {

namespace incident = gis::incident;
using incident::Rank;

constexpr Rank kRankList[] = {Rank::kI, Rank::kII, Rank::kIII, Rank::kIV};
constexpr int kEnds = 0;  // in the list of levels

QString momentOrDash(std::int64_t utc_ms) { return utc_ms == 0 ? QStringLiteral("-") : beijingTimeText(utc_ms); }

}  // namespace

CardPage::CardPage(PanelContext& context, QWidget* parent)
    : IncidentPage(context, parent),
      m_facts(new QLabel),
      m_grade(new QLabel),
      m_reasons(new QLabel),
      m_response(new QLabel),
      m_edit(new QPushButton),
      m_move(new QPushButton),
      m_confirm(new QPushButton),
      m_respond(new QPushButton),
      m_add_note(new QPushButton),
      m_states(new QComboBox),
      m_grades(new QComboBox),
      m_levels(new QComboBox),
      m_state_words(new QLineEdit),
      m_grade_reason(new QLineEdit),
      m_decided_by(new QLineEdit),
      m_response_reason(new QLineEdit),
      m_note(new QLineEdit) {
  makeWidgets();
  connectButtons();
  retranslate();
}

void CardPage::makeWidgets() {
  auto* inside = new QWidget;
  auto* column = new QVBoxLayout(inside);
  column->setContentsMargins(0, dp(6), dp(4), 0);
  column->setSpacing(dp(6));
  m_reasons->setProperty("role", "second");
  m_grade->setProperty("role", "strong");
  for (QLabel* label : {m_facts, m_grade, m_reasons, m_response}) {
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  }
  const auto line = [&](std::initializer_list<QWidget*> parts) {
    auto* row = new QHBoxLayout;
    for (QWidget* part : parts) row->addWidget(part, qobject_cast<QLineEdit*>(part) ? 1 : 0);
    column->addLayout(row);
  };
  column->addWidget(m_facts);
  column->addWidget(m_edit, 0, Qt::AlignLeft);
  // A choice stands alone, so that its words and its button fit beside each other on a narrow panel.
  for (QComboBox* choice : {m_states, m_grades, m_levels}) {
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    passWheel(*choice);
  }
  line({m_states});
  line({m_state_words, m_move});
  column->addWidget(m_grade);
  column->addWidget(m_reasons);
  line({m_grades});
  line({m_grade_reason, m_confirm});
  column->addWidget(m_response);
  line({m_levels});
  line({m_decided_by});
  line({m_response_reason, m_respond});
  line({m_note, m_add_note});
  column->addStretch(1);
  auto* scroll = new QScrollArea;
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setWidget(inside);
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(0, 0, 0, 0);
  whole->addWidget(scroll);
}

void CardPage::connectButtons() {
  connect(m_edit, &QPushButton::clicked, this, &CardPage::editWanted);
  const auto move = [this] {
    moveTo(static_cast<incident::IncidentState>(m_states->currentData().toInt()), m_state_words->text());
  };
  const auto confirm = [this] {
    confirmGrade(static_cast<Rank>(m_grades->currentData().toInt()), m_grade_reason->text());
  };
  const auto respond_now = [this] {
    const int level = m_levels->currentData().toInt();
    respond(level == kEnds ? std::nullopt : std::optional(static_cast<Rank>(level)), m_decided_by->text(),
            m_response_reason->text());
  };
  const auto add = [this] { note(m_note->text()); };
  connect(m_move, &QPushButton::clicked, this, move);
  connect(m_state_words, &QLineEdit::returnPressed, this, move);
  connect(m_confirm, &QPushButton::clicked, this, confirm);
  connect(m_grade_reason, &QLineEdit::returnPressed, this, confirm);
  connect(m_respond, &QPushButton::clicked, this, respond_now);
  connect(m_response_reason, &QLineEdit::returnPressed, this, respond_now);
  connect(m_add_note, &QPushButton::clicked, this, add);
  connect(m_note, &QLineEdit::returnPressed, this, add);
}

void CardPage::moveTo(incident::IncidentState state, const QString& words) {
  append({incident::StateMoved{state, words.trimmed().toStdString()}});
}

void CardPage::confirmGrade(Rank grade, const QString& reason) {
  const incident::Incident* one = incident();
  if (!one) return;
  const auto proposed = incident::proposeGrade(m_view->catalogue, *one).grade;
  append({incident::Graded{grade, proposed, reason.trimmed().toStdString()}});
}

void CardPage::respond(std::optional<Rank> level, const QString& decided_by, const QString& reason) {
  if (!m_write || m_uuid.empty()) return;
  m_write([uuid = m_uuid, level, by = decided_by.trimmed().toStdString(), why = reason.trimmed().toStdString(),
           who = officer()](incident::IncidentStore& store, const gis::Clock& clock, gis::UuidSource&) {
    return store.respond(uuid, level, {}, by, why, who, clock);
  });
}

void CardPage::note(const QString& words) { append({incident::Noted{words.trimmed().toStdString(), 0}}); }

void CardPage::showIncident() {
  const incident::Incident* one = incident();
  setEnabled(one != nullptr);
  if (!one) return;
  for (QWidget* part :
       std::initializer_list<QWidget*>{m_edit, m_move, m_confirm, m_respond, m_add_note, m_states, m_grades, m_levels,
                                       m_state_words, m_grade_reason, m_decided_by, m_response_reason, m_note})
    part->setEnabled(m_may_write);
  const incident::IncidentHead& head = one->head;
  QStringList facts;
  facts << tr("%1 · %2 since %3")
               .arg(typeText(m_view->catalogue, head.type), incidentStateText(one->state),
                    momentOrDash(one->state_since_utc_ms))
        << tr("Place: %1").arg(incidentPlace(head))
        << tr("Happened %1, known %2").arg(momentOrDash(head.occurred_utc_ms), momentOrDash(head.known_utc_ms));
  if (!head.informant.empty()) facts << tr("Reported by: %1").arg(QString::fromStdString(head.informant));
  if (!head.cause.empty()) facts << tr("Cause: %1").arg(QString::fromStdString(head.cause));
  m_facts->setText(facts.join(QLatin1Char('\n')));
  const incident::GradeProposal proposal = incident::proposeGrade(m_view->catalogue, *one);
  const auto confirmed = one->grade ? std::optional(one->grade->grade) : std::nullopt;
  m_grade->setText(!confirmed ? tr("Grade proposed: %1, not confirmed yet").arg(gradeText(proposal.grade))
                   : confirmed == proposal.grade
                       ? tr("Grade: %1").arg(gradeText(confirmed))
                       : tr("Grade: %1; by the figures it is %2").arg(gradeText(confirmed), gradeText(proposal.grade)));
  m_reasons->setText(gradeReasons(proposal).join(QLatin1Char('\n')));
  const incident::ResponsePlan* plan =
      m_view->catalogue.plan(one->response.plan.empty() ? m_view->catalogue.type(head.type)->plan : one->response.plan);
  const QString title = plan ? bothText(plan->title) : QString();
  m_response->setText(one->response.level
                          ? tr("%1: %2 since %3, decided by %4")
                                .arg(title, levelText(one->response.level), momentOrDash(one->response.since_utc_ms),
                                     QString::fromStdString(one->response.decided_by))
                          : tr("%1: none runs").arg(title));
  const Rank shown = proposal.grade.value_or(confirmed.value_or(Rank::kIV));
  m_grades->setCurrentIndex(m_grades->findData(static_cast<int>(shown)));
  m_states->setCurrentIndex(m_states->findData(std::min(static_cast<int>(one->state) + 1, incident::kStateCount - 1)));
}

void CardPage::fillChoices() {
  const int state = m_states->currentIndex(), grade = m_grades->currentIndex(), level = m_levels->currentIndex();
  m_states->clear(), m_grades->clear(), m_levels->clear();
  for (int i = 0; i < incident::kStateCount; ++i)
    m_states->addItem(incidentStateText(static_cast<incident::IncidentState>(i)), i);
  for (const Rank rank : kRankList) m_grades->addItem(gradeText(rank), static_cast<int>(rank));
  for (const Rank rank : {Rank::kIV, Rank::kIII, Rank::kII, Rank::kI})
    m_levels->addItem(levelText(rank), static_cast<int>(rank));
  m_levels->addItem(tr("end it"), kEnds);
  m_states->setCurrentIndex(std::max(0, state));
  m_grades->setCurrentIndex(std::max(0, grade));
  m_levels->setCurrentIndex(std::max(0, level));
}

void CardPage::retranslate() {
  fillChoices();
  m_edit->setText(tr("Correct the description …"));
  m_move->setText(tr("Set the state"));
  m_confirm->setText(tr("Confirm the grade"));
  m_respond->setText(tr("Response"));
  m_add_note->setText(tr("Add to the log"));
  m_state_words->setPlaceholderText(tr("in a few words; needed to go back"));
  m_grade_reason->setPlaceholderText(tr("reason, if not as proposed"));
  m_decided_by->setPlaceholderText(tr("who decided it"));
  m_response_reason->setPlaceholderText(tr("why"));
  m_note->setPlaceholderText(tr("a note"));
  m_states->setAccessibleName(tr("State"));
  m_grades->setAccessibleName(tr("Grade"));
  m_levels->setAccessibleName(tr("Response level"));
}

}  // namespace app

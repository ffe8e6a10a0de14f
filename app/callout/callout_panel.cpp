// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callout/callout_panel.h"

#include <QApplication>
#include <QEvent>
#include <QFileDialog>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "app/callout/call_card_view.h"
#include "app/callout/callout_map.h"
#include "app/callout/callout_words.h"
#include "app/callout/plan_dialog.h"
#include "app/callout/preview_page.h"
#include "app/callout/running_page.h"
#include "app/callout/warning_intake.h"
#include "app/callout/warning_page.h"
#include "app/core/current_page_stack.h"
#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/core/report_file_name.h"
#include "app/report/report_workbook.h"
#include "app/settings/app_settings.h"
#include "app/settings/theme.h"
#include "app/text/error_text.h"
#include "app/warning_text/callout_document.h"
#include "app/warning_text/callout_text.h"
#include "gis/core/clock.h"

namespace app {
namespace {

const QString kLayerId = QStringLiteral("callout");
constexpr int kLeastBeatMs = 20, kBeatMs = 250, kWatchMs = 2000, kHeartMs = 200;
constexpr std::int64_t kStuckMs = 5000, kBeepEveryMs = 2000, kDrawEveryMs = 1000;
constexpr double kPlaceSpanM = 12'000;

std::int64_t nowMs() { return gis::SystemClock().nowUtcMs(); }

}  // namespace

CalloutPanel::CalloutPanel(PanelContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_list_job(context.pools, Pool::kIo),
      m_preview_job(context.pools, Pool::kIo),
      m_course_job(context.pools, Pool::kModels),
      m_session_job(context.pools, Pool::kIo),
      m_past_job(context.pools, Pool::kIo),
      m_step_job(context.pools, Pool::kIo),
      m_report_job(context.pools, Pool::kIo),
      m_others_job(context.pools, Pool::kIo),
      m_stack(new CurrentPageStack),
      m_go_on(new QPushButton),
      m_warnings(new WarningPage),
      m_intake(std::make_unique<WarningIntake>(context, *m_warnings)),
      m_preview(new PreviewPage),
      m_running(new RunningPage),
      m_update(new QPushButton) {
  setMinimumWidth(dp(380));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(dp(10), dp(8), dp(10), dp(8));
  column->setSpacing(dp(6));
  column->addWidget(m_go_on);
  column->addWidget(m_update);
  column->addWidget(m_stack, 1);
  // The warnings take what their rows need, whom they call all the rest.
  auto* before = new QWidget;
  auto* upon = new QVBoxLayout(before);
  upon->setContentsMargins(0, 0, 0, 0);
  upon->setSpacing(dp(6));
  upon->addWidget(m_warnings);
  upon->addWidget(m_preview, 1);
  m_stack->addWidget(before);
  m_stack->addWidget(m_running);
  m_go_on->hide();
  m_update->hide();
  m_go_on->setProperty("primary", true);
  m_update->setProperty("primary", true);
  m_beat.setInterval(kBeatMs);
  m_watch.setInterval(kWatchMs);
  m_heart.setInterval(kHeartMs);
  makeConnections();
  retranslate();
  m_watch.start();
  reset();
}

CalloutPanel::~CalloutPanel() { delete m_board; }

void CalloutPanel::makeConnections() {
  connect(m_warnings, &WarningPage::chosenChanged, this, &CalloutPanel::previewChosen);
  connect(m_warnings, &WarningPage::enteringChanged, m_preview, &QWidget::setHidden);
  connect(m_warnings, &WarningPage::planWanted, this, &CalloutPanel::openPlan);
  connect(m_intake.get(), &WarningIntake::draftComes, this, [this] { showPage(false); });
  connect(m_intake.get(), &WarningIntake::came, this, &CalloutPanel::reloadWarnings);
  connect(m_intake.get(), &WarningIntake::cameByItself, this, [this] { m_announces = true; });
  connect(m_intake.get(), &WarningIntake::failed, this, &CalloutPanel::fail);
  connect(m_preview, &PreviewPage::startWanted, this, &CalloutPanel::start);
  connect(m_preview, &PreviewPage::drillWanted, this, &CalloutPanel::drill);
  connect(m_preview, &PreviewPage::officersChanged, this, &CalloutPanel::previewChosen);
  connect(m_preview, &PreviewPage::placeChosen, this, &CalloutPanel::flyTo);
  connect(m_running, &RunningPage::placeChosen, this, &CalloutPanel::flyTo);
  connect(m_running, &RunningPage::personWanted, this, [this](int target) {
    run([target](CalloutSession& session) -> gis::Result<StepOutcome> {
      auto card = session.card(target);
      if (!card) return std::unexpected(card.error());
      auto view = session.beat();
      if (!view) return std::unexpected(view.error());
      return StepOutcome{std::move(*view), std::move(*card)};
    });
  });
  connect(m_running, &RunningPage::personAction, this,
          [this](PersonAction action, int target, const QString& reason, const std::string& stand_in) {
            personAction(static_cast<int>(action), target, reason, stand_in);
          });
  connect(m_running, &RunningPage::taskDone, this, [this](int task) {
    act([task](gis::CalloutEngine& engine, const std::string& by, std::int64_t now) -> gis::Result<void> {
      if (const auto done = engine.taskDone(task, by, {}, now); !done) return std::unexpected(done.error());
      return {};
    });
  });
  connect(m_running, &RunningPage::backWanted, this, [this] { showPage(false); });
  connect(m_running, &RunningPage::boardWanted, this, &CalloutPanel::openBoard);
  connect(m_running, &RunningPage::reportWanted, this, &CalloutPanel::saveReport);
  connect(m_running, &RunningPage::closeWanted, this, [this](const QString& reason) {
    act([why = reason.toStdString()](gis::CalloutEngine& engine, const std::string& by,
                                     std::int64_t now) -> gis::Result<void> {
      if (const auto closed = engine.close(by, now, why); !closed) return std::unexpected(closed.error());
      return {};
    });
  });
  connect(m_running, &RunningPage::withdrawAllWanted, this, [this] {
    const std::string reason = tr("the warning was cancelled").toStdString();
    act([reason](gis::CalloutEngine& engine, const std::string& by, std::int64_t now) -> gis::Result<void> {
      if (const auto done = engine.withdrawAll(by, reason, now); !done) return std::unexpected(done.error());
      return {};
    });
  });
  connect(m_running, &RunningPage::byHandWanted, this, [this] {
    act([](gis::CalloutEngine& engine, const std::string& by, std::int64_t now) -> gis::Result<void> {
      if (const auto done = engine.callByHand(by, now); !done) return std::unexpected(done.error());
      return {};
    });
  });
  CallCardView* card = m_running->card();
  connect(card, &CallCardView::undoWanted, this, [this](const QString& attempt, std::int64_t moved_people) {
    const std::string reason = tr("booked by mistake").toStdString(), id = attempt.toStdString();
    run([id, moved_people, reason](CalloutSession& session) -> gis::Result<StepOutcome> {
      auto view = session.undo(id, moved_people, reason);
      if (!view) return std::unexpected(view.error());
      return StepOutcome{std::move(*view), {}};
    });
  });
  connect(card, &CallCardView::nextWanted, this, [this] {
    run([](CalloutSession& session) -> gis::Result<StepOutcome> {
      auto view = session.claim();
      if (!view) return std::unexpected(view.error());
      return StepOutcome{std::move(*view), {}};
    });
  });
  connect(card, &CallCardView::said, this, [this](const std::vector<gis::Receipt>& receipts) {
    run([receipts](CalloutSession& session) -> gis::Result<StepOutcome> {
      auto view = session.say(receipts);
      if (!view) return std::unexpected(view.error());
      return StepOutcome{std::move(*view), {}};
    });
  });
  connect(card, &CallCardView::releaseWanted, this, [this](const QString& attempt) {
    act([id = attempt.toStdString()](gis::CalloutEngine& engine, const std::string& by,
                                     std::int64_t now) -> gis::Result<void> {
      if (const auto done = engine.release(id, by, now); !done) return std::unexpected(done.error());
      return {};
    });
  });
  connect(m_go_on, &QPushButton::clicked, this, [this] { showPage(true); });
  connect(m_update, &QPushButton::clicked, this, [this] {
    const int colour = m_update->property("colour").toInt();
    m_update->hide();
    if (colour < 0) return emit m_running->withdrawAllWanted();
    act([colour](gis::CalloutEngine& engine, const std::string& by, std::int64_t now) -> gis::Result<void> {
      const auto raised = engine.raise(static_cast<gis::WarningColour>(colour), by, now);
      if (!raised) return std::unexpected(raised.error());
      return {};
    });
  });
  connect(&m_context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (change.properties & MapChange::kWorkspace)
      reset();
    else if (change.properties & MapChange::kPast)
      showPast();
    if (change.properties & MapChange::kLook && m_view) {
      m_drawn_seq = -1;
      draw(m_view, false);
    }
  });
  connect(&m_beat, &QTimer::timeout, this, &CalloutPanel::beat);
  connect(&m_watch, &QTimer::timeout, this, [this] {
    watchForOthers();
    m_intake->look();
  });
  connect(&m_heart, &QTimer::timeout, this, [this] {
    const std::int64_t age_ms = m_last_beat.isValid() ? m_last_beat.elapsed() : 0;
    const bool stuck = age_ms > kStuckMs;
    m_running->setHeartbeat(age_ms, stuck);
    if (m_board) m_board->setHeartbeat(age_ms, stuck);
    if (!stuck) m_beeped_ms = 0;
    if (stuck && age_ms - m_beeped_ms > kBeepEveryMs) {
      m_beeped_ms = age_ms;
      QApplication::beep();
    }
  });
}

std::optional<std::filesystem::path> CalloutPanel::folder() const {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return std::nullopt;
  return workspace->folder;
}

bool CalloutPanel::canWrite() const {
  const auto& workspace = m_context.document.workspace();
  return workspace && !workspace->read_only_reason && !workspace->moment_utc_ms;
}

// Two windows of one person are two officers: each has a number of its own in hand.
std::string CalloutPanel::officer() const {
  const gis::EditAuthor author = m_context.settings.author();
  return author.name + "@" + std::to_string(QCoreApplication::applicationPid());
}

bool CalloutPanel::zh() const { return m_context.document.language().startsWith(QLatin1String("zh")); }

bool CalloutPanel::busy() const {
  return m_list_job.busy() || m_intake->busy() || m_preview_job.busy() || m_course_job.busy() || m_session_job.busy() ||
         m_step_job.busy() || m_report_job.busy() || !m_steps.empty();
}

bool CalloutPanel::isRunning() const { return m_view && !m_view->is_closed; }

void CalloutPanel::reset() {
  for (QTimer* timer : {&m_beat, &m_heart}) timer->stop();
  m_step_job.drop();
  m_steps.clear();
  m_session.reset();
  m_view.reset();
  m_list.reset();
  m_chosen.reset();
  m_course_job.drop();
  m_places.clear();
  m_placed.reset();
  m_intake->reset();
  m_drawn_seq = -1;
  m_shown.reset();
  m_show_box = m_announces = false;
  delete m_board;
  m_update->hide();
  showPage(false);
  m_warnings->setNote({}, false);
  m_preview->setTrouble({});
  if (!folder()) return m_preview->setTrouble(tr("Open a workspace first."));
  reloadWarnings();
  openSession();
}

void CalloutPanel::fail(const gis::Error& error) {
  m_context.messages.add(error);
  m_warnings->setNote(errorSentence(error), true);
}

void CalloutPanel::reloadWarnings(const std::string& choose) {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return;
  m_list_job.ask([where = workspace->place(), now = workspace->moment_utc_ms.value_or(nowMs())](
                     const gis::CancelToken&, const gis::Progress&) { return readWarningList(where, now); },
                 [this, choose](gis::Result<WarningList> list) {
                   if (!list) return fail(list.error());
                   takeWarnings(std::move(*list), choose);
                 });
}

void CalloutPanel::takeWarnings(WarningList list, const std::string& choose) {
  m_list = std::move(list);
  m_intake->follow(*m_list);
  const std::string before = m_warnings->chosen();
  m_warnings->setWarnings(*m_list, zh(), canWrite());
  if (!choose.empty()) m_warnings->choose(choose);
  if (m_warnings->chosen() != before || (!m_chosen && !m_warnings->chosen().empty())) previewChosen();
  tellUpdate();
  if (!std::exchange(m_announces, false)) return;
  const auto newest = std::ranges::max_element(m_list->lines.lives, {},
                                               [](const gis::WarningLife& life) { return life.latest().sent_utc_ms; });
  if (newest != m_list->lines.lives.end())
    emit attentionWanted(tr("A warning has come: %1").arg(QString::fromStdString(newest->latest().headline)));
}

// The warning of the call-out that runs was raised or cancelled.
void CalloutPanel::tellUpdate() {
  m_update->hide();
  if (!isRunning() || !m_list || m_view->has_made_people) return;
  for (const gis::WarningLife& life : m_list->lines.lives) {
    if (std::ranges::find(life.messages, m_view->facts->warning_id, &gis::Warning12379::identifier) ==
        life.messages.end())
      continue;
    const gis::Warning12379& latest = life.latest();
    if (life.state == gis::WarningState::kCancelled) {
      m_update->setProperty("colour", -1);
      m_update->setText(tr("The warning was cancelled: withdraw everybody"));
      m_update->show();
    } else if (latest.colour && *latest.colour < m_view->facts->colour &&
               std::ranges::none_of(m_view->log, [](const LogLine& l) { return l.kind == gis::EventKind::kRaised; })) {
      m_update->setProperty("colour", static_cast<int>(*latest.colour));
      m_update->setText(tr("Raised to %1: call everybody again").arg(colourText(*latest.colour)));
      m_update->show();
    }
  }
}

void CalloutPanel::addFiles(const QStringList& files) { m_intake->addFiles(files); }

CapPoll* CalloutPanel::poll() { return m_intake->poll(); }

// Somebody else has started a call-out: another window, or the command line.
void CalloutPanel::watchForOthers() {
  const auto where = folder();
  if (!where || isRunning() || m_session_job.busy() || m_others_job.busy()) return;
  m_others_job.ask([where = *where](const gis::CancelToken&, const gis::Progress&) { return runningCallout(where); },
                   [this](gis::Result<std::string> uuid) {
                     if (uuid && !uuid->empty() && !isRunning() && !m_session_job.busy()) openSession();
                   });
}

void CalloutPanel::previewChosen() {
  const auto where = folder();
  const std::string id = m_warnings->chosen();
  m_chosen.reset();
  m_course_job.drop();
  if (!where || id.empty()) {
    m_preview_job.drop();
    m_preview->setTrouble({});
    return;
  }
  m_preview->setBusy(tr("Working out whom it calls …"));
  m_preview_job.ask(
      [where = *where, id, officers = m_preview->officers()](const gis::CancelToken& cancel, const gis::Progress&) {
        return previewCallout(where, id, false, officers, nowMs(), cancel);
      },
      [this](gis::Result<CalloutPreview> preview) {
        if (!preview) {
          if (preview.error().code != gis::ErrorCode::kCancelled) m_preview->setTrouble(errorSentence(preview.error()));
          return;
        }
        m_chosen = std::move(*preview);
        m_preview->setPreview(m_chosen, canWrite() && !isRunning());
        if (!isRunning()) draw(m_chosen->view, true);
        forecastChosen();
      });
}

// The whole course on a clock of its own. Nobody waits for it to start calling.
void CalloutPanel::forecastChosen() {
  m_course_job.ask([snapshot = m_chosen->snapshot, expected = m_chosen->expected](
                       const gis::CancelToken& cancel,
                       const gis::Progress&) { return gis::forecastCourse(snapshot, expected, cancel); },
                   [this](gis::Result<gis::CourseForecast> course) {
                     if (!m_chosen) return;
                     if (!course) {
                       if (course.error().code != gis::ErrorCode::kCancelled) m_context.messages.add(course.error());
                       return;
                     }
                     m_chosen->course = *course;
                     m_preview->setCourse(*course);
                   });
}

void CalloutPanel::start() {
  const auto where = folder();
  if (!where || !m_chosen || m_session_job.busy()) return;
  m_session_job.ask(
      [where = *where, snapshot = m_chosen->snapshot, by = officer()](const gis::CancelToken&,
                                                                      const gis::Progress&) -> SessionResult {
        auto run = gis::CalloutRun::start(where, snapshot, by);
        if (!run) return std::unexpected(run.error());
        auto session = std::make_shared<CalloutSession>(std::move(*run), by);
        // The first number is in the officer's hand at once.
        if (auto claimed = session->claim(); !claimed) return std::unexpected(claimed.error());
        return session;
      },
      [this](SessionResult session) {
        const bool begun = session.has_value();
        takeSession(std::move(session));
        if (begun)
          m_running->card()->setFocus();
        else
          m_preview->setPreview(m_chosen, canWrite() && !isRunning());
      });
}

void CalloutPanel::drill(double speed) {
  const auto where = folder();
  if (!where || !m_chosen || m_session_job.busy()) return;
  m_session_job.ask(
      [where = *where, id = m_chosen->snapshot.warning_id, officers = m_preview->officers(), speed, by = officer()](
          const gis::CancelToken& cancel, const gis::Progress&) -> SessionResult {
        return startDrill(where, id, officers, speed, by, nowMs(), cancel);
      },
      [this](SessionResult session) { takeSession(std::move(session)); });
}

void CalloutPanel::openSession() {
  const auto where = folder();
  if (!where) return;
  m_session_job.ask([where = *where, by = officer()](const gis::CancelToken&,
                                                     const gis::Progress&) { return CalloutSession::open(where, by); },
                    [this](SessionResult session) { takeSession(std::move(session)); });
}

void CalloutPanel::takeSession(SessionResult session) {
  if (!session) return fail(session.error());
  m_session = std::move(*session);
  if (!m_session) return;
  m_last_beat.start();
  m_beat.start();
  m_heart.start();
  run([](CalloutSession& one) -> gis::Result<StepOutcome> {
    auto view = one.beat();
    if (!view) return std::unexpected(view.error());
    return StepOutcome{std::move(*view), {}};
  });
}

void CalloutPanel::takeView(CalloutViewPtr view) {
  const bool first = !m_view || m_view->facts != view->facts;
  const bool closes = m_view && !m_view->is_closed && view->is_closed;
  m_view = std::move(view);
  if (!m_context.document.past()) m_running->setView(m_view);
  // A deadline is met to some hundredths of a second, and nothing is asked in vain.
  if (!m_view->is_closed) {
    const std::int64_t due_ms = m_view->next_due_utc_ms == 0 ? kBeatMs : m_view->next_due_utc_ms - m_view->now_utc_ms;
    m_beat.start(static_cast<int>(std::clamp<std::int64_t>(due_ms + 1, kLeastBeatMs, kBeatMs)));
  } else {
    m_beat.stop();
  }
  if (m_board) m_board->setView(m_view);
  if (first && !m_view->is_closed) {
    showPage(true);
    if (!isVisible()) emit attentionWanted(tr("A call-out runs: %1").arg(m_view->facts->title));
  }
  if (first || closes) reloadWarnings();
  if (first) {
    m_drawn_seq = -1;
    if (m_chosen) m_preview->setPreview(m_chosen, canWrite() && !isRunning());
  }
  if (closes) m_preview->setPreview(m_chosen, canWrite());
  if (closes && m_context.map.say) m_context.map.say(tr("The last call-out: %1").arg(m_view->facts->title));
  const bool on_map = !m_context.document.past() && (!m_view->is_closed || m_stack->currentWidget() == m_running);
  if (on_map && m_view->last_seq != m_drawn_seq && (!m_drawn.isValid() || m_drawn.elapsed() > kDrawEveryMs || closes))
    draw(m_view, first);
  m_go_on->setVisible(m_stack->currentWidget() != m_running);
  fitGoOn();
  // One that is over does not call for a click.
  if (m_go_on->property("primary").toBool() == m_view->is_closed) {
    m_go_on->setProperty("primary", !m_view->is_closed);
    m_go_on->style()->unpolish(m_go_on);
    m_go_on->style()->polish(m_go_on);
  }
}

void CalloutPanel::fitGoOn() {
  if (!m_view) return;
  const QString text = m_view->is_closed ? tr("The last call-out: %1").arg(m_view->facts->title)
                                         : tr("A call-out runs: %1").arg(m_view->facts->title);
  m_go_on->setToolTip(text);
  m_go_on->setText(m_go_on->fontMetrics().elidedText(text, Qt::ElideRight, width() - dp(48)));
}

void CalloutPanel::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fitGoOn();
}

void CalloutPanel::run(Step step) {
  if (!m_session) return;
  m_steps.push_back(std::move(step));
  runNext();
}

void CalloutPanel::showPast() {
  reloadWarnings();
  m_past_job.drop();
  m_running->card()->setEnabled(!m_context.document.past());
  if (m_chosen) m_preview->setPreview(m_chosen, canWrite() && !isRunning());
  const auto& workspace = m_context.document.workspace();
  if (!workspace || !workspace->moment_utc_ms) {
    if (m_view) takeView(m_view);
    return;
  }
  m_past_job.ask(
      [where = workspace->place(), by = officer()](const gis::CancelToken&,
                                                   const gis::Progress&) -> gis::Result<CalloutViewPtr> {
        const auto session = CalloutSession::open(where, by);
        if (!session) return std::unexpected(session.error());
        if (!*session) return CalloutViewPtr();
        return (*session)->beat();  // looks and decides nothing: it may not write
      },
      [this](gis::Result<CalloutViewPtr> view) {
        if (!view) return fail(view.error());
        if (!*view) return showPage(false);  // nobody had been called by then
        m_running->setView(*view);
        draw(*view, false);
      });
}

void CalloutPanel::act(CalloutSession::Action action) {
  // What an officer does is done to what they see.
  if (m_context.document.past()) return fail({gis::ErrorCode::kReadOnly, "workspace", gis::kPastMoment, {}});
  run([action = std::move(action)](CalloutSession& session) -> gis::Result<StepOutcome> {
    auto view = session.act(action);
    if (!view) return std::unexpected(view.error());
    return StepOutcome{std::move(*view), {}};
  });
}

void CalloutPanel::runNext() {
  if (m_step_job.busy() || m_steps.empty() || !m_session) return;
  Step step = std::move(m_steps.front());
  m_steps.pop_front();
  m_step_job.ask([step = std::move(step), session = m_session](const gis::CancelToken&,
                                                               const gis::Progress&) { return step(*session); },
                 [this](gis::Result<StepOutcome> outcome) {
                   if (!outcome) {
                     m_context.messages.add(outcome.error());
                   } else {
                     m_last_beat.start();
                     takeView(std::move(outcome->view));
                     if (outcome->card) m_running->setPersonCard(outcome->card);
                   }
                   runNext();
                 });
}

void CalloutPanel::beat() {
  if (!m_session || m_step_job.busy()) return;
  if (m_view && m_view->is_closed && !isVisible()) return;
  run([](CalloutSession& session) -> gis::Result<StepOutcome> {
    auto view = session.beat();
    if (!view) return std::unexpected(view.error());
    return StepOutcome{std::move(*view), {}};
  });
}

void CalloutPanel::personAction(int action, int target, const QString& reason, const std::string& stand_in) {
  // At three in the morning nobody types before they dial; what they do is the reason.
  const bool calls = static_cast<PersonAction>(action) == PersonAction::kCallNow;
  const std::string why = (calls && reason.isEmpty() ? tr("called at once by the officer") : reason).toStdString();
  act([action, target, why, stand_in](gis::CalloutEngine& engine, const std::string& by,
                                      std::int64_t now) -> gis::Result<void> {
    const auto plain = [](const auto& result) -> gis::Result<void> {
      if (!result) return std::unexpected(result.error());
      return {};
    };
    switch (static_cast<PersonAction>(action)) {
      case PersonAction::kCallNow:
        return plain(engine.takeOver(target, by, why, now));
      case PersonAction::kSkip:
        return plain(engine.skip(target, by, why, now));
      case PersonAction::kAgain:
        return plain(engine.reopen(target, by, why, now));
      case PersonAction::kWithdraw:
        return plain(engine.withdraw(target, by, why, now));
      case PersonAction::kStandIn:
        return plain(engine.changeHolder(target, stand_in, by, why, now));
    }
    return {};
  });
  // The card shows what was done.
  emit m_running->personWanted(target);
}

void CalloutPanel::openPlan() {
  const auto where = folder();
  if (!where) return;
  PlanDialog dialog(m_context, *where, officer(), canWrite(), window());
  if (dialog.exec() == QDialog::Accepted) previewChosen();
}

void CalloutPanel::openBoard() {
  if (!m_board) {
    m_board = new BoardWindow;
    m_board->setAttribute(Qt::WA_DeleteOnClose);
  }
  m_board->setView(m_view);
  m_board->show();
  m_board->raise();
}

void CalloutPanel::saveReport() {
  if (!m_view) return;
  QString kind;
  QString file = QFileDialog::getSaveFileName(
      this, tr("Save the report"),
      m_context.settings.filesFolder() + QLatin1Char('/') + m_view->facts->title.left(40) + QStringLiteral(".xlsx"),
      tr("Excel (*.xlsx);;PDF (*.pdf)"), &kind);
  if (file.isEmpty()) return;
  file = reportFileName(file, kind.contains(QLatin1String("*.pdf")));
  const bool on_paper = file.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive);
  const Report document = calloutDocument(m_view->report, m_context.document.cityName(), m_context.document.isDemo(),
                                          on_paper ? kNamesOnPaper : kAllNames);
  m_report_job.ask([file, document](const gis::CancelToken&,
                                    const gis::Progress&) { return writeReport(file.toStdString(), document); },
                   [this, file](gis::Result<void> done) {
                     if (!done) return m_context.messages.add(done.error());
                     if (m_context.map.say) m_context.map.say(tr("Report saved: %1").arg(file));
                   });
}

void CalloutPanel::showPage(bool running) {
  m_stack->setCurrentIndex(running ? 1 : 0);
  m_go_on->setVisible(!running && m_view != nullptr);
  fitGoOn();
  if (running && m_view) {
    m_drawn_seq = -1;
    draw(m_view, false);
  }
}

void CalloutPanel::draw(const CalloutViewPtr& view, bool show_box) {
  MapDocument& document = m_context.document;
  if (m_placed != view->facts) {
    m_placed = view->facts;
    m_places.clear();
    for (const PlaceSeat& seat : view->facts->seats)
      if (const auto at = document.toMap(seat.seat)) m_places.emplace(seat.code, *at);
  }
  m_drawn.start();
  m_drawn_seq = view->last_seq;
  const bool other = m_shown != view && (!m_shown || m_shown->facts != view->facts);
  m_shown = view;
  // While people are called, and before, the rest of the map keeps quiet; elsewhere it is the officer's own.
  const auto ground = isVisible() && !view->is_closed ? layers::Ground::kFaint : layers::Ground::kAsIs;
  auto state = calloutLayer(
      *view, m_places, [&](gis::LonLat where) { return document.toMap(where); }, ground);
  const gis::MapBox box = state->extent();
  if (document.find(kLayerId) != nullptr) {
    document.setState(kLayerId, std::move(state));
    if (other && document.layers().back().id != kLayerId) document.moveAbove(kLayerId, document.layers().back().id);
  } else {
    MapLayer layer;
    layer.id = kLayerId;
    layer.group = QStringLiteral("base");
    layer.title = {QStringLiteral("叫应情况"), QStringLiteral("Call-and-respond")};
    layer.origin = LayerOrigin::kPlotting;
    layer.state = std::move(state);
    layer.load = LoadState::kReady;
    document.addLayer(std::move(layer));
  }
  // The map of somebody who works in another room stays where it is.
  if (!isVisible()) {
    m_show_box = m_show_box || show_box;
    return;
  }
  m_show_box = false;
  if (show_box && !box.empty() && m_context.map.show_box) m_context.map.show_box(box);
}

void CalloutPanel::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (m_shown && m_context.document.find(kLayerId)) draw(m_shown, m_show_box);
}

void CalloutPanel::hideEvent(QHideEvent* event) {
  QWidget::hideEvent(event);
  if (m_shown && m_context.document.find(kLayerId)) draw(m_shown, false);
}

void CalloutPanel::flyTo(const std::string& division_code) {
  const auto place = m_places.find(division_code);
  if (place != m_places.end() && m_context.map.fly_to) m_context.map.fly_to(place->second, kPlaceSpanM);
}

void CalloutPanel::retranslate() {
  setWindowTitle(tr("Call-and-respond"));
  if (m_list) m_warnings->setWarnings(*m_list, zh(), canWrite());
  m_warnings->setAddressState(m_intake->poll()->text());
  tellUpdate();
}

void CalloutPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace app

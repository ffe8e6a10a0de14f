// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>
#include <QWidget>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>

#include "app/callout/board_window.h"
#include "app/callout/callout_jobs.h"
#include "app/callout/callout_session.h"
#include "app/core/panel.h"
#include "app/jobs/job_slot.h"

class QPushButton;
class QStackedWidget;

namespace app {

class CapPoll;
class PreviewPage;
class RunningPage;
class WarningIntake;
class WarningPage;

// Call-and-respond 叫应: a warning comes, whom it would call is seen before anybody is called, then the call-out runs:
// its tree, clocks, the next number to dial, and the map. Everything that touches the database runs in one job at a
// time; the engine's beat comes from a timer. Window's thread.
class CalloutPanel : public QWidget {
  Q_OBJECT
 public:
  explicit CalloutPanel(PanelContext& context, QWidget* parent = nullptr);
  ~CalloutPanel() override;

  void addFiles(const QStringList& files);
  bool busy() const;
  WarningPage* warnings() const { return m_warnings; }
  PreviewPage* preview() const { return m_preview; }
  RunningPage* running() const { return m_running; }
  bool isRunning() const;
  const CalloutViewPtr& view() const { return m_view; }
  BoardWindow* board() const { return m_board; }
  CapPoll* poll();

 signals:
  // A warning has come by itself, or a call-out runs that this window did not start.
  void attentionWanted(const QString& text);

 protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct StepOutcome {
    CalloutViewPtr view;
    std::optional<PersonCard> card;
  };
  using Step = std::function<gis::Result<StepOutcome>(CalloutSession&)>;
  using SessionResult = gis::Result<std::shared_ptr<CalloutSession>>;

  void makeConnections();
  void reset();
  void retranslate();
  void reloadWarnings(const std::string& choose = {});
  void takeWarnings(WarningList list, const std::string& choose);
  void openSession();
  void takeSession(SessionResult session);
  void takeView(CalloutViewPtr view);
  // The log of the call-out folded to the moment that the window shows; the running one goes on behind it.
  void showPast();
  void previewChosen();
  void forecastChosen();
  void start();
  void drill(double speed);
  // What leads to the call-out, as long as the panel is wide.
  void fitGoOn();
  void run(Step step);
  void act(CalloutSession::Action action);
  void runNext();
  void beat();
  void watchForOthers();
  void fail(const gis::Error& error);
  void personAction(int action, int target, const QString& reason, const std::string& stand_in);
  void openPlan();
  void openBoard();
  void saveReport();
  void draw(const CalloutViewPtr& view, bool show_box);
  void flyTo(const std::string& division_code);
  void showPage(bool running);
  void tellUpdate();
  bool canWrite() const;
  std::optional<std::filesystem::path> folder() const;
  std::string officer() const;
  bool zh() const;

  PanelContext& m_context;
  JobSlot<gis::Result<WarningList>> m_list_job;
  JobSlot<gis::Result<CalloutPreview>> m_preview_job;
  JobSlot<gis::Result<gis::CourseForecast>> m_course_job;
  JobSlot<SessionResult> m_session_job;
  JobSlot<gis::Result<CalloutViewPtr>> m_past_job;
  JobSlot<gis::Result<StepOutcome>> m_step_job;
  JobSlot<gis::Result<void>> m_report_job;
  JobSlot<gis::Result<std::string>> m_others_job;
  QTimer m_beat, m_watch, m_heart;
  QElapsedTimer m_last_beat;
  std::int64_t m_beeped_ms = 0;
  std::deque<Step> m_steps;
  std::shared_ptr<CalloutSession> m_session;
  std::optional<WarningList> m_list;
  std::optional<CalloutPreview> m_chosen;
  CalloutViewPtr m_view;
  std::map<std::string, gis::MapXY> m_places;
  std::shared_ptr<const CalloutFacts> m_placed;
  CalloutViewPtr m_shown;  // what the map shows
  bool m_show_box = false, m_announces = false;
  QElapsedTimer m_drawn;
  std::int64_t m_drawn_seq = -1;
  QPointer<BoardWindow> m_board;

  QStackedWidget* m_stack;
  QPushButton* m_go_on;  // back to the call-out that runs
  WarningPage* m_warnings;
  std::unique_ptr<WarningIntake> m_intake;
  PreviewPage* m_preview;
  RunningPage* m_running;
  QPushButton* m_update;  // the warning was raised or cancelled
};

}  // namespace app

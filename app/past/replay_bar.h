// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFrame>
#include <QTimer>
#include <vector>

#include "app/core/panel.h"
#include "app/jobs/job_slot.h"
#include "gis/core/error.h"
#include "gis/timeline/timeline_store.h"

class QComboBox;
class QLabel;
class QPushButton;

namespace app {

class PastKeeper;
class ReplaySlider;

// Replays an event while the past is shown (回放): which event, where in it, key events as marks, how fast. The moment
// goes to the one clock of map and rooms. Keys on the slider: Left and Right a minute, Page up and down to the marks
// around, Space plays and stops. Hidden while now is shown. Window's thread.
class ReplayBar : public QFrame {
  Q_OBJECT
 public:
  ReplayBar(PanelContext& context, PastKeeper& keeper, QWidget* parent = nullptr);
  bool busy() const { return m_read.busy(); }
  bool isPlaying() const { return m_tick.isActive(); }
  const std::vector<gis::EventSpan>& events() const { return m_spans; }

 protected:
  void changeEvent(QEvent* event) override;

 private:
  struct Read {
    std::vector<gis::EventSpan> spans;
    std::vector<gis::TimelineEntry> entries;  // of the chosen one
    gis::EventSpan chosen;
  };
  void read(const std::string& event_id);
  void accept(gis::Result<Read> read);
  void follow();
  void goTo(std::int64_t utc_ms);
  void play(bool plays);
  void tick();
  void retranslate();

  PanelContext& m_context;
  PastKeeper& m_keeper;
  JobSlot<gis::Result<Read>> m_read;
  QTimer m_tick;
  std::vector<gis::EventSpan> m_spans;
  gis::EventSpan m_chosen;
  std::int64_t m_at_utc_ms = 0;
  bool m_was_read = false;

  QComboBox* m_event;
  QPushButton* m_play;
  QComboBox* m_speed;
  ReplaySlider* m_slider;
  QLabel* m_now;
};

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QTimer>
#include <QWidget>
#include <optional>
#include <vector>

#include "app/core/map_document.h"
#include "app/core/panel.h"
#include "app/jobs/job_slot.h"
#include "app/wall_page/wall_painter.h"
#include "gis/core/error.h"

namespace app {

// The wall: one question a page on a second screen, while the officer's window stays free. Pages turn by themselves at
// an interval that is shown, or by the presenter's keys: Right and Left (or Page down and up) turn, Space stops and
// starts the turning, + and - change the interval, F freezes what is known at this moment and thaws it, F11 fills the
// screen, Esc closes. When the window shows the past, so does the wall. Window's thread.
class WallWindow : public QWidget {
  Q_OBJECT
 public:
  explicit WallWindow(PanelContext& context, QWidget* parent = nullptr);
  // On the screen that `officers` is not on, filling it; a window of its own where there is only one.
  void showBeside(const QWidget& officers);

  void turn(int by);
  void setTurning(bool turns);
  void changeInterval(int by_s);
  void toggleFrozen();

  bool isTurning() const { return m_turns; }
  int interval_s() const { return m_interval_s; }
  bool isFrozen() const { return m_frozen_utc_ms.has_value(); }
  int page() const { return m_page; }
  int pageCount() const { return static_cast<int>(m_pages.size()); }
  bool busy() const { return m_slot.busy(); }
  const std::optional<WallPicture>& picture() const { return m_picture; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void ask();
  void tick();
  void retranslate();

  PanelContext& m_context;
  std::vector<gis::WallPage> m_pages;
  JobSlot<gis::Result<WallPicture>> m_slot;
  QTimer m_second;
  int m_page = 0, m_interval_s = 20, m_left_s = 20, m_since_asked_s = 0;
  bool m_turns = true;
  std::optional<std::int64_t> m_frozen_utc_ms;
  std::optional<layers::FrameRequest> m_frozen_frame;
  std::optional<WallPicture> m_picture;
  std::optional<gis::Error> m_error;
};

}  // namespace app

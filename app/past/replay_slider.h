// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QSlider>
#include <cstdint>
#include <functional>
#include <vector>

#include "gis/timeline/timeline_store.h"

namespace app {

// A slider over the seconds of an event with a mark for each key event; the mark under the pointer says what it is.
class ReplaySlider : public QSlider {
  Q_OBJECT
 public:
  explicit ReplaySlider(QWidget* parent = nullptr);
  using Words = std::function<QString(const gis::TimelineEntry&)>;
  void setEvent(const gis::EventSpan& span, std::vector<gis::TimelineEntry> entries, Words words);
  std::int64_t utcMs() const { return m_from_utc_ms + value() * std::int64_t{1000}; }
  void setUtcMs(std::int64_t utc_ms);
  int markCount() const { return static_cast<int>(m_marks.size()); }

 signals:
  void playWanted();
  void moved(qint64 utc_ms);  // by a person

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool event(QEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;

 private:
  double xOf(std::int64_t utc_ms) const;
  std::int64_t m_from_utc_ms = 0;
  std::vector<gis::TimelineEntry> m_marks;
  Words m_words;
};

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <array>

#include "app/callout/callout_view.h"

namespace app {

class BarChart;
class LineChart;

// Answers over time against the target, by county and by channel. Window's thread.
class CalloutCharts : public QWidget {
  Q_OBJECT
 public:
  explicit CalloutCharts(QWidget* parent = nullptr);
  void setView(CalloutViewPtr view);

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void refresh();
  void refreshAll();
  void showCourse();
  void showCounties();
  void showChannels();
  CalloutViewPtr m_view;
  std::array<std::int64_t, 3> m_shown_seq{-1, -1, -1};  // of the course, the counties, the channels
  LineChart* m_course;
  BarChart* m_counties;
  BarChart* m_channels;
};

}  // namespace app

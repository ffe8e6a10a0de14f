// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

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
  CalloutViewPtr m_view;
  std::int64_t m_shown_seq = -1;
  LineChart* m_course;
  BarChart* m_counties;
  BarChart* m_channels;
};

}  // namespace app

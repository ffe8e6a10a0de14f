// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

#include "app/flood/flood_job.h"
#include "app/flood/flood_list.h"
#include "app/footprint/threatened.h"
#include "app/footprint/warning_desk.h"

class QLabel;
class QVBoxLayout;

namespace app {

// One tab of the flood panel: shows what it is given, tells what is chosen. Pages know neither map nor jobs.
class FloodPage : public QWidget {
  Q_OBJECT
 public:
  using QWidget::QWidget;
  // Null: nothing is known yet.
  virtual void show(FloodViewPtr view) = 0;
  virtual void retranslate() = 0;

 signals:
  void goTo(const app::FloodRow& row);  // show it on the map
  void threatened(const app::ThreatenedPlace& place);
  void warningWanted(const app::WarningDraft& draft);
};

// A list above, what is known of the current row below.
class FloodListPage : public FloodPage {
  Q_OBJECT
 public:
  explicit FloodListPage(QWidget* parent = nullptr);
  FloodList* list() const { return m_list; }

 protected:
  QVBoxLayout* column() const { return m_column; }
  QLabel* headline() const { return m_headline; }
  QLabel* particulars() const { return m_particulars; }
  const FloodViewPtr& view() const { return m_view; }
  void keep(FloodViewPtr view) { m_view = std::move(view); }
  // The current row changed, or its data did.
  virtual void showCurrent() = 0;

 private:
  FloodViewPtr m_view;
  QVBoxLayout* m_column;
  QLabel* m_headline;
  FloodList* m_list;
  QLabel* m_particulars;
};

}  // namespace app

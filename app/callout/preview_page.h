// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <optional>

#include "app/callout/callout_view.h"

class QLabel;
class QPushButton;
class QSpinBox;
class QToolButton;
class QTreeView;

namespace app {

class CallTreeModel;

// Whom a warning would call, before anybody is called: the tree, what is missing, how long it will take with the lines
// there are. Starting asks once more, in its own place, with the number of persons. Window's thread.
class PreviewPage : public QWidget {
  Q_OBJECT
 public:
  explicit PreviewPage(QWidget* parent = nullptr);
  void setPreview(const std::optional<CalloutPreview>& preview, bool can_start);
  // When they would confirm, once it is known.
  void setCourse(const gis::CourseForecast& course);
  void setBusy(const QString& what);
  void setTrouble(const QString& sentence);
  int officers() const;
  QPushButton* startButton() const { return m_start; }
  QPushButton* sureButton() const { return m_sure; }
  QToolButton* drillButton() const { return m_drill; }
  QToolButton* timeLineButton() const { return m_time_line; }
  QLabel* forecast() const { return m_forecast; }
  QLabel* timeLine() const { return m_time_lines; }

 signals:
  void startWanted();
  void drillWanted(double speed);  // 0: with real telephones
  void officersChanged();
  void placeChosen(const std::string& division_code);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
  void refresh();
  void refreshForecast();
  QString gapText() const;

  std::optional<CalloutPreview> m_preview;
  bool m_can_start = false;
  QLabel* m_summary;
  QLabel* m_forecast;
  QLabel* m_caution;
  QToolButton* m_gaps;
  QLabel* m_gap_list;
  QToolButton* m_time_line;
  QLabel* m_time_lines;
  QLabel* m_officers_label;
  QSpinBox* m_officers;
  QTreeView* m_tree;
  CallTreeModel* m_model;
  QPushButton* m_start;
  QPushButton* m_sure;
  QPushButton* m_not_yet;
  QToolButton* m_drill;
};

// Columns of the call-out's trees: the name takes what the counts leave.
void arrangeCallTree(QTreeView& tree);
// Hides columns that hold nothing, then those that say least, until a name has twelve characters.
void fitCallColumns(QTreeView& tree, const gis::Tally& all);

}  // namespace app

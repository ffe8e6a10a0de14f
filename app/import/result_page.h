// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

#include "gis/import/import_run.h"

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace app {

// The last page of an import: what it would do, in numbers and with every rejected row, and what it did.
class ResultPage : public QWidget {
  Q_OBJECT
 public:
  explicit ResultPage(QWidget* parent = nullptr);
  void showWorking(const QString& what);
  void setProgress(double done_ratio);
  void showPlan(const gis::ImportOutcome& outcome, bool removes);
  void showDone(const gis::ImportOutcome& outcome);
  void showError(const gis::Error& error);
  void showUndone();

 signals:
  void removeMissingChosen(bool remove);
  void rejectedWanted();  // as a file
  void showOnMapWanted();
  void undoWanted();

 private:
  void fill(const gis::ImportOutcome& outcome);

  QLabel* m_sentence;
  QProgressBar* m_progress;
  QWidget* m_figures;
  QLabel* m_figure_rows[6];
  QCheckBox* m_remove;
  QLabel* m_rejected_title;
  QTableWidget* m_rejected;
  QPushButton* m_save;
  QPushButton* m_map;
  QPushButton* m_undo;
};

}  // namespace app

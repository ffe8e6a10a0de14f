// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QTableWidget>

#include "app/incident/incident_page.h"

class QCheckBox;
class QDateTimeEdit;
class QLabel;
class QLineEdit;
class QPushButton;

namespace app {

class LineChart;

// Typing down a column like a spreadsheet's: any key begins, Enter takes the cell and goes to the one below, Ctrl+V
// pastes a column of numbers. Window's thread.
class FigureGrid : public QTableWidget {
  Q_OBJECT
 public:
  explicit FigureGrid(QWidget* parent = nullptr);
  void paste(const QString& text);

 signals:
  void finished();  // Ctrl+Enter

 protected:
  void keyPressEvent(QKeyEvent* event) override;
};

// The figures with their as-of time and source: what is known, what is typed new beside it, and the course of the
// chosen figure over time.
class FiguresPage : public IncidentPage {
  Q_OBJECT
 public:
  enum Column { kName, kValue, kAsOf, kSource, kNew, kColumns };
  explicit FiguresPage(PanelContext& context, QWidget* parent = nullptr);
  FigureGrid* grid() { return m_grid; }
  LineChart* chart() { return m_chart; }
  QLineEdit* source() { return m_source; }
  // Writes what was typed; "-" withdraws a figure.
  void tell();

 protected:
  void retranslate() override;
  void showIncident() override;

 private:
  void makeWidgets();
  void showRows();
  void showCourse();

  QDateTimeEdit* m_as_of;
  QLineEdit* m_source;
  QCheckBox* m_all;
  FigureGrid* m_grid;
  QLabel* m_trouble;
  QPushButton* m_tell;
  LineChart* m_chart;
  std::vector<std::string> m_rows;  // ids of the figures
  std::string m_shown;              // incident and number of events that the rows are of
};

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QTableWidget>

#include "app/incident/incident_page.h"

class QCheckBox;
class QComboBox;
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
// chosen figure over time; of the whole incident, or one county's share. Beside the whole stands what the counties told
// together.
class FiguresPage : public IncidentPage {
  Q_OBJECT
 public:
  // The new value stands beside the name, so that both are in sight on a narrow panel.
  enum Column { kName, kValue, kNew, kCounties, kAsOf, kSource, kColumns };
  explicit FiguresPage(PanelContext& context, QWidget* parent = nullptr);
  FigureGrid* grid() { return m_grid; }
  LineChart* chart() { return m_chart; }
  QLineEdit* source() { return m_source; }
  QComboBox* of() { return m_of; }
  // Puts the keyboard into the field for a figure's new value; `county_code` empty: of the whole.
  void focusFigure(const std::string& figure, const std::string& county_code = {});
  // Writes the sums of the counties into the new values of the whole where they differ.
  void takeSums();
  // Writes what was typed; "-" withdraws a figure.
  void tell();

 protected:
  void retranslate() override;
  void showIncident() override;

 private:
  void makeWidgets();
  void fillCounties();
  std::string county() const;
  void showRows();
  void showCourse();

  QComboBox* m_of;
  QPushButton* m_sums;
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

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

#include "app/weather/weather_jobs.h"
#include "gis/store/code_store.h"

class QComboBox;
class QDateTimeEdit;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace app {

// A warning to be issued: type, colour and districts fill the text in from the template; everything can be changed.
// Window's thread.
class WarningForm : public QWidget {
  Q_OBJECT
 public:
  explicit WarningForm(QWidget* parent = nullptr);
  void setChoices(const WarningBook& book, const gis::CodeLists& codes, const QString& language,
                  const QString& city_name);
  // For a new warning, or one that follows `before`.
  void begin(const std::string& city_code, const std::string& author, std::int64_t now_utc_ms,
             const gis::weather::WarningRecord* before);
  // What is filled in; its wrongFields() are to be asked.
  gis::weather::WarningRecord record() const;
  void tell(const QString& problem);
  void retranslate();
  void chooseType(const std::string& code, gis::weather::WarningColour colour);
  void chooseDistrict(const std::string& code, bool chosen);

 signals:
  void accepted();
  void rejected();

 private:
  void fillTexts();
  WarningBook m_book;
  QString m_language = QStringLiteral("zh");
  QString m_city;
  gis::weather::WarningRecord m_base;
  QLabel* m_titles[7];
  QComboBox* m_type;
  QComboBox* m_colour;
  QLineEdit* m_unit;
  QSpinBox* m_hours;
  QListWidget* m_districts;
  QLineEdit* m_headline;
  QPlainTextEdit* m_text;
  QLabel* m_problem;
  QPushButton* m_issue;
  QPushButton* m_close;
};

}  // namespace app

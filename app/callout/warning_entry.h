// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

#include "app/callout/callout_jobs.h"
#include "app/footprint/warning_desk.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace app {

// A warning typed by hand: type, level and counties make the headline and the text from a template; both can be
// changed. It may follow the warning that was chosen: an update, or its cancellation. Window's thread.
class WarningEntry : public QWidget {
  Q_OBJECT
 public:
  explicit WarningEntry(QWidget* parent = nullptr);
  // `before`: the warning it may follow; null: none.
  void begin(const std::vector<WarnedPlace>& counties, const gis::Warning12379* before);
  // A new one as a hazard room would have it: its counties are those that the draft's places lie in.
  void begin(const std::vector<WarnedPlace>& counties, const WarningDraft& draft);
  void choose(const std::string& event_code, gis::WarningColour colour);
  void chooseCounty(const std::string& code, bool chosen);
  TypedWarning warning() const;
  void keep();

 signals:
  void accepted(const app::TypedWarning& warning);
  void cancelled();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
  void fill();

  std::vector<WarnedPlace> m_counties;
  std::string m_before_id;
  QString m_made_headline, m_made_text;  // as the template made them: what was typed is not overwritten
  QComboBox* m_kind;
  QComboBox* m_type;
  QComboBox* m_colour;
  QListWidget* m_places;
  QLineEdit* m_sender;
  QLineEdit* m_headline;
  QPlainTextEdit* m_text;
  QSpinBox* m_hours;
  QCheckBox* m_exercise;
  QLabel* m_labels[7];
  QLabel* m_problem;
  QPushButton* m_keep;
  QPushButton* m_close;
};

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <optional>

#include "gis/core/error.h"
#include "gis/seismic/bulletin.h"
#include "gis/seismic/scenario.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QToolButton;

namespace app {

// The fields of a scenario: typed, pasted as a bulletin, clicked on the map or taken from a fault. Says under the
// fields what is wrong with them. Window's thread.
class ScenarioForm : public QWidget {
  Q_OBJECT
 public:
  explicit ScenarioForm(QWidget* parent = nullptr);

  // What the fields say; the error's subject names the field.
  gis::Result<gis::seismic::QuakeScenario> scenario() const;
  void setScenario(const gis::seismic::QuakeScenario& scenario);
  void setEpicentre(gis::LonLat epicentre);
  void setStrike(double strike_deg, const QString& from);
  // Empty: nothing is wrong.
  void showError(const QString& sentence);
  void setPicking(bool on);
  void retranslate();
  void setMapCrs(const std::string& crs) { m_map_crs = crs; }
  QString errorText() const;

 signals:
  void edited();
  void pickToggled(bool on);
  void strikeOfFaultWanted();
  void epicentreOnFaultWanted();

 private:
  void takeBulletin();
  QLabel* label(const char* key);

  std::string m_map_crs = "EPSG:4547";
  QString m_strike_from;
  std::int64_t m_origin_utc_ms = 0;
  bool m_setting = false;
  QPlainTextEdit* m_bulletin;
  QLabel* m_bulletin_said;
  QLineEdit *m_name, *m_magnitude, *m_epicentre, *m_depth, *m_strike;
  QToolButton *m_pick, *m_on_fault, *m_strike_fault;
  QComboBox *m_relation, *m_site;
  QCheckBox *m_night, *m_line, *m_half;
  QLabel *m_name_title, *m_magnitude_title, *m_epicentre_title, *m_depth_title, *m_strike_title, *m_relation_title,
      *m_site_title, *m_error;
};

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

#include "gis/exposure/exposure.h"
#include "gis/exposure/relief_needs.h"
#include "gis/store/code_store.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class QTreeWidget;
class QTreeWidgetItem;

namespace app {

class BarChart;
class FigureCard;
class RingChart;

// An exposure as a reader wants it: what was asked, remarks, key figures, persons to call, charts, districts, sites and
// needs, from top to bottom. What is clicked is told with the filter of its rows. Window's thread.
class ExposureView final : public QWidget {
  Q_OBJECT
 public:
  explicit ExposureView(QWidget* parent = nullptr);

  void show(std::shared_ptr<const gis::Exposure> exposure, const gis::CodeLists& codes, const QString& language,
            const QStringList& provenance);
  void setNorms(std::vector<gis::ReliefNorm> norms) { m_norms = std::move(norms); }
  const std::shared_ptr<const gis::Exposure>& exposure() const { return m_exposure; }

  std::size_t digits() const;
  std::int64_t needsPeople() const;
  int needsDays() const;
  std::vector<gis::ReliefNeed> needs() const;
  // Of the report; on the screen they are always whole, as in the other rooms.
  bool phonesWholeInReport() const;

 signals:
  // The rows behind a number; `division` holds the digits of the filter's division.
  void rowsWanted(const QString& table, int code, int age_band, int part, const QString& division);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void refresh();
  void retranslate();
  void showFigures();
  void showCharts();
  void showDistricts();
  void showSites();
  void showNeeds();
  void showPersons();
  void filterPersons();
  void presetShare();
  QLabel* heading();

  std::shared_ptr<const gis::Exposure> m_exposure;
  gis::CodeLists m_codes;
  std::vector<gis::ReliefNorm> m_norms;
  QString m_language;
  QStringList m_provenance_lines;
  std::optional<std::int64_t> m_preset_people;  // whom the question itself moves; none: the share is set by hand
  QLabel *m_question, *m_remarks;
  std::vector<FigureCard*> m_figures;
  QLabel *m_ages_heading, *m_parts_heading, *m_buildings_heading, *m_roads_heading, *m_districts_heading,
      *m_sites_heading, *m_needs_heading, *m_persons_heading;
  RingChart* m_ages;
  BarChart *m_parts, *m_buildings, *m_roads, *m_district_bars;
  std::vector<int> m_building_codes, m_road_codes, m_part_order;
  std::vector<std::string> m_district_codes;
  QComboBox* m_level;
  QTreeWidget *m_districts, *m_sites, *m_needs, *m_persons;
  QSpinBox *m_share, *m_days;
  QLabel *m_share_label, *m_days_label, *m_needs_hint;
  QLineEdit* m_person_search;
  QCheckBox* m_phones;
  QLabel* m_provenance;
};

}  // namespace app

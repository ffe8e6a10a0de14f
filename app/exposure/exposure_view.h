// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <memory>
#include <vector>

#include "gis/exposure/exposure.h"
#include "gis/exposure/relief_needs.h"
#include "gis/store/code_store.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QSpinBox;
class QTreeWidget;
class QTreeWidgetItem;

namespace app {

class BarChart;
class FigureCard;
class RingChart;

// An exposure as a reader wants it: remarks, key figures, charts, districts, sites, needs and persons to call, from top
// to bottom. What is clicked is told with the filter of its rows. Window's thread.
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
  bool phonesShown() const;

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
  QLabel* heading();

  std::shared_ptr<const gis::Exposure> m_exposure;
  gis::CodeLists m_codes;
  std::vector<gis::ReliefNorm> m_norms;
  QString m_language;
  QStringList m_provenance_lines;
  QLabel* m_remarks;
  std::vector<FigureCard*> m_figures;
  QLabel *m_ages_heading, *m_parts_heading, *m_buildings_heading, *m_roads_heading, *m_districts_heading,
      *m_sites_heading, *m_needs_heading, *m_persons_heading;
  RingChart* m_ages;
  BarChart *m_parts, *m_buildings, *m_roads, *m_district_bars;
  std::vector<int> m_building_codes, m_road_codes;
  std::vector<std::string> m_district_codes;
  QComboBox* m_level;
  QTreeWidget *m_districts, *m_sites, *m_needs, *m_persons;
  QSpinBox *m_share, *m_days;
  QLabel *m_share_label, *m_days_label;
  QCheckBox* m_phones;
  QLabel* m_provenance;
};

}  // namespace app

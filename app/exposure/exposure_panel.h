// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPointer>
#include <QWidget>
#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

#include "app/core/panel.h"
#include "app/footprint/footprint_tool.h"
#include "app/footprint/threatened.h"
#include "app/jobs/job_list.h"
#include "app/jobs/job_slot.h"
#include "gis/exposure/exposure.h"

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QScrollArea;
class QSpinBox;
class QToolButton;

namespace app {

class ExposureView;

// Who and what lies in a place (暴露分析): a circle, box, polygon or corridor drawn on the map, a circle whose centre
// and radius are typed, the chosen features, a district. It fills while the shape is dragged: one question at a time
// runs, the latest shape is asked next, and the answer to another question is never shown while one is worked out. The
// census is read once for each of its states, in the background.
class ExposurePanel final : public QWidget {
  Q_OBJECT
 public:
  explicit ExposurePanel(PanelContext& context, QWidget* parent = nullptr);
  ~ExposurePanel() override;

  void ask(const gis::Footprint& footprint);
  // A room's question: shown on the map and answered.
  void ask(const ThreatenedPlace& place);
  bool busy() const {
    return m_load.busy() || m_ask.busy() || m_make.busy() || m_waiting.has_value() || m_place.has_value();
  }
  ExposureView* view() const { return m_view; }
  // Writes the report, .xlsx or .pdf by the name's ending.
  void writeReport(const std::filesystem::path& file);
  void startTask(FootprintTask task);

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  void makeWidgets();
  void reset();
  void retranslate();
  void refresh();
  void begin(const QString& district_code = {});
  void make(std::function<gis::Result<gis::Footprint>()> work);
  void askShape(const gis::Footprint& footprint, bool live);
  void askTyped();
  void askCircle(gis::LonLat centre);
  bool needsWidth() const;
  void loadIndex();
  void askNext();
  void askChosen();
  void askDistrict();
  void askPlace();
  void fillDistricts();
  void answer(gis::Result<gis::Exposure> exposure, bool live);
  void showRows(const QString& table, int code, int age_band, int part, const QString& division);
  void chooseReport();
  void showSketch(const gis::Footprint& footprint);
  void hold(MapSketch sketch);

  PanelContext& m_context;
  JobSlot<gis::Result<std::shared_ptr<const gis::ExposureIndex>>> m_load;
  JobSlot<gis::Result<gis::Exposure>> m_ask;
  JobSlot<gis::Result<gis::Footprint>> m_make;
  JobSlot<gis::Result<void>> m_report;
  std::optional<int> m_job;
  std::shared_ptr<const gis::ExposureIndex> m_index;
  std::optional<gis::Footprint> m_waiting;  // the latest shape, not asked yet
  std::optional<ThreatenedPlace> m_place;   // a room's question that waits for the census
  bool m_live = false;                      // the question is a shape that is being drawn
  bool m_shown_live = false;                // and what is shown answers an earlier moment of it
  std::optional<gis::Error> m_error;
  std::int64_t m_answered_utc_ms = 0;
  QPointer<FootprintTool> m_tool;
  std::optional<gis::Footprint> m_put_away;  // the shape of the answer, while the panel is not to be seen
  std::optional<gis::Footprint> m_asked;     // the shape asked last
  bool m_passing = false;                    // a click on the shown shape asks what is there: it stays
  std::vector<QToolButton*> m_tasks;
  QToolButton *m_chosen, *m_save;
  QComboBox* m_district;
  QSpinBox* m_width;
  QLineEdit* m_centre;
  QDoubleSpinBox* m_radius;
  QToolButton* m_go;
  QLabel *m_width_label, *m_radius_label, *m_state;
  QScrollArea* m_scroll;
  ExposureView* m_view;
};

}  // namespace app

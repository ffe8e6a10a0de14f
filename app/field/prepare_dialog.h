// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDialog>
#include <QTimer>
#include <optional>
#include <vector>

#include "app/core/panel.h"
#include "app/field/field_job.h"
#include "app/jobs/job_slot.h"
#include "gis/field/division_list_store.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;

namespace app {

class AreaChooser;

// Prepares a field laptop (带出外业): its name, the area, the tables, the stick with the room it has, a passphrase for
// its keys. Counts while one chooses; the copy can be cancelled and leaves nothing then. Window's thread; work in jobs.
class PrepareDialog : public QDialog {
  Q_OBJECT
 public:
  explicit PrepareDialog(PanelContext& context, QWidget* parent = nullptr);
  ~PrepareDialog() override;
  gis::FieldPlan plan() const;
  // Where the workspace will be made: the chosen place with the laptop's name.
  std::filesystem::path target() const;
  void setPlace(const QString& folder);
  bool busy() const { return m_read.busy() || m_count.busy() || m_copy.busy() || m_soon.isActive(); }
  AreaChooser* area() const { return m_area; }

 signals:
  void prepared();

 protected:
  void closeEvent(QCloseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  struct Choices {
    std::vector<gis::DivisionItem> divisions;
    std::vector<std::pair<std::string, QString>> tables;  // name, title
    std::string next_seat;
  };
  static gis::Result<Choices> readChoices(const std::filesystem::path& folder,
                                          const std::vector<layers::CatalogueEntry>& entries, const QString& language);
  void makeWidgets();
  void fillPlaces();
  void countSoon();
  void count();
  void showEstimate();
  void drawBox();
  void takeChosen();
  void takeBox(const gis::MapBox& box);
  void start();
  void finish(gis::Result<gis::FieldCopy> copy);
  void refresh();

  PanelContext& m_context;
  std::optional<gis::Result<gis::FieldEstimate>> m_estimate;
  std::optional<int> m_job;
  QTimer m_soon;
  JobSlot<gis::Result<Choices>> m_read;
  JobSlot<gis::Result<gis::FieldEstimate>> m_count;
  JobSlot<gis::Result<gis::FieldCopy>> m_copy;
  QLineEdit* m_seat;
  AreaChooser* m_area;
  QListWidget* m_tables;
  QCheckBox* m_rasters;
  QCheckBox* m_pictures;
  int m_photo_count = 0;  // of the area, as last counted
  QComboBox* m_place;
  QPushButton* m_browse;
  QLineEdit* m_passphrase;
  QLineEdit* m_again;
  QLabel* m_sum;
  QLabel* m_trouble;
  QProgressBar* m_progress;
  QPushButton *m_start, *m_close;
};

}  // namespace app

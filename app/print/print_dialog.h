// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDialog>
#include <QTimer>
#include <filesystem>
#include <memory>
#include <optional>

#include "app/core/map_document.h"
#include "app/core/panel.h"
#include "app/jobs/job_slot.h"
#include "app/print/map_sheet.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace app {

// The map on a sheet of paper (出图): paper, scale, resolution, title, legend and grids, with a preview of the sheet as
// it will be; written as PDF or PNG, or printed. What the window shows when it is opened is what goes onto the sheet.
// Window's thread; drawing goes through job slots.
class PrintDialog : public QDialog {
  Q_OBJECT
 public:
  explicit PrintDialog(PanelContext& context, QWidget* parent = nullptr);

  // Takes the map as the window shows it now.
  void begin();
  // Writes the sheet; the name's ending decides the format.
  void writeTo(const std::filesystem::path& file);
  SheetOptions options() const;
  bool busy() const { return m_preview_job.busy() || m_write_job.busy() || m_soon.isActive(); }

 signals:
  void written(const QString& file);

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void reject() override;

 private:
  using Written = gis::Result<QString>;
  using Work = std::function<Written(const gis::CancelToken&, const gis::Progress&)>;
  struct Preview {
    QImage picture;
    double denominator = 0;  // of the sheet's scale
  };
  void makeForm();
  void retranslate();
  void previewSoon();
  void preview();
  void showPreview(gis::Result<Preview> preview);
  void scalePicture();
  void choose(const char* ending);
  void print();
  void run(Work work);
  void showBusy(bool busy);
  void say(const QString& text, bool wrong);
  SheetScene scene(const PagePlan& plan) const;

  PanelContext& m_context;
  JobSlot<gis::Result<Preview>> m_preview_job;
  JobSlot<Written> m_write_job;
  QTimer m_soon;
  gis::MapBox m_box;  // what the window showed
  QImage m_picture;
  bool m_scale_chosen = false;  // by the user: it no longer follows paper and view
  bool m_setting = false;
  std::optional<QString> m_written;
  QLabel* m_sheet;
  QLabel* m_labels[4];
  QLineEdit* m_title;
  QComboBox* m_paper;
  QComboBox* m_lie;
  QSpinBox* m_scale;
  QPushButton* m_fit;
  QComboBox* m_dpi;
  QCheckBox* m_legend;
  QCheckBox* m_graticule;
  QCheckBox* m_grid;
  QCheckBox* m_dark;
  QLabel* m_state;
  QProgressBar* m_progress;
  QPushButton* m_pdf;
  QPushButton* m_png;
  QPushButton* m_printer;
  QPushButton* m_close;
};

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QImage>
#include <QStringList>
#include <QWidget>
#include <map>
#include <vector>

#include "app/core/panel.h"
#include "app/jobs/job_slot.h"
#include "app/table/row_record.h"
#include "gis/photo/photo_store.h"

class QLabel;
class QListWidget;
class QMimeData;
class QPushButton;

namespace app {

// The photographs of the row in the form (照片): small pictures with their time and how far from the row they were
// taken; added by a button or by dropping files, opened by a double click, taken away by Delete. Pictures are read and
// written in jobs; one that cannot be read is named, the others are taken all the same. Window's thread.
class PhotoStrip : public QWidget {
  Q_OBJECT
 public:
  explicit PhotoStrip(PanelContext& context, QWidget* parent = nullptr);

  void showRow(OpenTablePtr table, const RowRecord& record);
  void add(const QStringList& files);
  bool busy() const { return m_read_slot.busy() || m_write_slot.busy(); }
  static QStringList picturesOf(const QMimeData& dropped);

 signals:
  void changed(const gis::StepDone& done);

 protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  struct Shown {
    gis::Photo photo;
    QImage small;
  };
  struct Written {
    gis::StepDone done;
    std::vector<gis::Error> refused;
  };
  void read();
  void fill();
  void retranslate();
  void chooseFiles();
  void removeChosen();
  void accept(gis::Result<Written> written);
  static gis::Result<std::vector<Shown>> readAll(const std::filesystem::path& folder, const RowRecord& record,
                                                 const std::string& geometry_column,
                                                 const std::map<std::string, QImage>& known,
                                                 const gis::CancelToken& cancel);
  static gis::Result<Written> write(const std::filesystem::path& folder, const gis::StepPlan& plan,
                                    const std::string& table, const std::string& row_uuid, const QStringList& files);

  PanelContext& m_context;
  OpenTablePtr m_table;
  RowRecord m_record;
  std::vector<Shown> m_photos;
  QLabel *m_title, *m_said;
  QPushButton* m_add;
  QListWidget* m_list;
  JobSlot<gis::Result<std::vector<Shown>>> m_read_slot;
  JobSlot<gis::Result<Written>> m_write_slot;
};

}  // namespace app

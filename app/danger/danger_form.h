// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPointer>
#include <QStringList>
#include <QWidget>
#include <optional>

#include "app/core/panel.h"
#include "app/jobs/job_slot.h"
#include "gis/danger/danger_store.h"

class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace gis {
class Workspace;
}

namespace app {

class PickTool;

// A hidden danger that was found (隐患登记): what, where, how grave, whose, with photographs. The place is clicked on
// the map; the village it lies in is found. Writing is one step of the edit log. Window's thread.
class DangerForm : public QWidget {
  Q_OBJECT
 public:
  explicit DangerForm(PanelContext& context, QWidget* parent = nullptr);
  // Empties the fields. `hazard` as in code_danger_hazard; empty: the last one. `today` is the day of the workspace.
  void begin(const QString& hazard, const QString& today);
  void setTitle(const QString& title);
  void setPlace(gis::LonLat place);
  void setPhotos(const QStringList& files);
  void save();
  bool busy() const { return m_where_slot.busy() || m_save_slot.busy(); }

 signals:
  void entered(qint64 fid);
  void left();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
  void refresh();
  void pick();
  void choosePhotos();
  void fillChoices();
  PanelContext& m_context;
  JobSlot<gis::Result<gis::danger::DangerStore::PlacedIn>> m_where_slot;
  JobSlot<gis::Result<std::int64_t>> m_save_slot;
  std::optional<gis::LonLat> m_place;
  std::optional<gis::danger::DangerStore::PlacedIn> m_division;
  QStringList m_photos;
  QPointer<PickTool> m_tool;
  QLabel* m_heading;
  QLabel* m_titles[9];
  QLineEdit* m_title;
  QComboBox *m_hazard, *m_level;
  QPushButton* m_pick;
  QLabel* m_where;
  QLineEdit* m_place_text;
  QPlainTextEdit* m_words;
  QDateEdit* m_found_on;
  QLineEdit *m_owner_unit, *m_owner, *m_phone;
  QPushButton* m_photo;
  QLabel* m_trouble;
  QPushButton *m_save, *m_leave;
};

// The pictures of a list as the work of a step: each is taken into the workspace and noted at the danger. For a job.
gis::danger::AttachPhotos attachPhotos(const gis::Workspace& workspace, const QStringList& files);

}  // namespace app

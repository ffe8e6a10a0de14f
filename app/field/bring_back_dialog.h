// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDialog>
#include <optional>
#include <vector>

#include "app/core/panel.h"
#include "app/field/field_job.h"
#include "app/jobs/job_slot.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTreeWidget;

namespace app {

// Brings back what laptops did (带回): the packages on a stick or in a folder, what each would change before anything
// is changed, then the ticked ones merged after a copy of the database. Cancelled between or within packages, what was
// merged stays and the rest is untouched. Window's thread; work in jobs.
class BringBackDialog : public QDialog {
  Q_OBJECT
 public:
  // `locked`: the keys of this workspace need a passphrase.
  BringBackDialog(PanelContext& context, bool locked, QWidget* parent = nullptr);
  ~BringBackDialog() override;
  void setPlace(const QString& folder);
  void look();
  bool busy() const { return m_look.busy() || m_merge.busy(); }
  QTreeWidget* list() const { return m_list; }

 signals:
  void merged();

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void makeWidgets();
  void fill();
  void showPackage();
  void mergeTicked();
  void finish(MergedAll merged);
  void refresh();
  std::vector<std::size_t> ticked() const;
  bool canMerge(const OfferedPackage& package) const;
  QString stateText(const OfferedPackage& package) const;

  PanelContext& m_context;
  bool m_locked;
  std::vector<OfferedPackage> m_packages;
  std::vector<std::filesystem::path> m_merging;
  std::optional<int> m_job;
  JobSlot<gis::Result<std::vector<OfferedPackage>>> m_look;
  JobSlot<MergedAll> m_merge;
  QComboBox* m_place;
  QPushButton* m_browse;
  QPushButton* m_again;
  QLineEdit* m_passphrase;
  QLabel* m_hint;
  QTreeWidget* m_list;
  QLabel* m_detail;
  QLabel* m_trouble;
  QProgressBar* m_progress;
  QPushButton *m_start, *m_close;
};

}  // namespace app

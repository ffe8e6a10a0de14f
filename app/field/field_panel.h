// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <memory>
#include <optional>

#include "app/core/panel.h"
#include "app/field/field_job.h"
#include "app/jobs/job_slot.h"

class QDialog;
class QLabel;
class QPushButton;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace layers {
class ConflictLayer;
}

namespace app {

class ConflictCard;

// Field laptops (外业): which are out and what they brought back, the work with packages, and the conflicts that only a
// person can decide, which stay in the list and on the map until somebody has. On a laptop: what was done on it and the
// package that takes it home. Window's thread; everything that reads or writes is a job.
class FieldPanel : public QWidget {
  Q_OBJECT
 public:
  explicit FieldPanel(PanelContext& context, QWidget* parent = nullptr);
  ~FieldPanel() override;

  void reload();
  bool busy() const { return m_read.busy() || m_detail.busy() || m_write.busy() || m_package.busy(); }
  QTreeWidget* conflictList() const { return m_conflicts; }
  QTreeWidget* laptopList() const { return m_laptops; }
  ConflictCard* card() const { return m_card; }
  const FieldState& state() const { return m_state; }
  // Writes what was done here as a package; asks for the passphrase where the keys need one.
  void writeTo(const QString& file, const std::string& passphrase);

 protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void makeWidgets();
  void accept(gis::Result<FieldState> state);
  void refresh();
  void fillLaptops();
  void fillConflicts();
  void showLayer();
  void showConflict();
  void goTo(const gis::ConflictRow& row);
  void decideChosen(const gis::Decision& decision);
  void openPrepare();
  void openBringBack();
  void choosePackage();
  void retranslate();
  const gis::ConflictRow* chosen() const;
  bool canEdit() const;

  PanelContext& m_context;
  FieldState m_state;
  std::optional<ConflictView> m_view;
  std::optional<gis::Error> m_error;
  std::shared_ptr<const layers::ConflictLayer> m_layer;
  std::vector<std::size_t> m_placed;  // conflicts by the layer's numbers
  bool m_again = false;               // something changed while it was read
  JobSlot<gis::Result<FieldState>> m_read;
  JobSlot<gis::Result<ConflictView>> m_detail;
  JobSlot<gis::Result<void>> m_write;
  JobSlot<gis::Result<gis::PackageManifest>> m_package;
  QPushButton *m_prepare, *m_bring_back, *m_send;
  QLabel* m_role;
  QLabel* m_laptops_title;
  QTreeWidget* m_laptops;
  QLabel* m_conflicts_title;
  QToolButton* m_decided;
  QLabel* m_empty;
  QTreeWidget* m_conflicts;
  ConflictCard* m_card;
};

}  // namespace app

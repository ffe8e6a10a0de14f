// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QTreeWidget>
#include <QWidget>
#include <map>
#include <memory>

#include "app/core/panel.h"
#include "app/jobs/job_slot.h"
#include "layers/core/layer_state.h"

class QLabel;
class QSlider;

namespace app {

class ElidedLabel;

// The tree: layers can be dragged within their group, nothing else moves.
class LayerTree : public QTreeWidget {
  Q_OBJECT
 public:
  using QTreeWidget::QTreeWidget;

 signals:
  void moved(const QString& id, const QString& target_id, bool above_target);
  void filesDropped(const QStringList& files);

 protected:
  void dropEvent(QDropEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dragMoveEvent(QDragMoveEvent* event) override;
};

// The layers by hazard (图层): visibility, order, opacity, legend with counts. Top of the list lies on top of the map.
class LayerPanel : public QWidget {
  Q_OBJECT
 public:
  explicit LayerPanel(PanelContext& context, QWidget* parent = nullptr);
  ~LayerPanel() override;

  QTreeWidget* tree() const { return m_tree; }
  QTreeWidgetItem* itemOf(const QString& layer_id) const;
  // Greys what the present scale hides.
  void setResolution(double metres_per_px);

 signals:
  void filesDropped(const QStringList& files);
  void addFileWanted();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  enum Role { kIdRole = Qt::UserRole + 1, kGroupRole, kRowKindRole };
  enum class RowKind { kGroup, kLayer, kLegend };
  void retranslate();
  void rebuild();
  void refreshLayer(const QString& id);
  void refreshGroup(QTreeWidgetItem* group);
  void askLegend(const QString& id);
  void showLegend(QTreeWidgetItem* item, const std::vector<layers::LegendEntry>& legend);
  void onItemChanged(QTreeWidgetItem* item);
  void onCurrent();
  void moveCurrent(int by);
  void showMenu(const QPoint& at);
  QString currentId() const;
  QString groupTitle(const QString& group) const;

  PanelContext& m_context;
  LayerTree* m_tree;
  QLabel* m_empty;
  ElidedLabel* m_opacity_label;
  QLabel* m_opacity_value;
  QSlider* m_opacity;
  double m_metres_per_px = 100;
  bool m_refreshing = false;
  std::map<QString, QTreeWidgetItem*> m_items;
  std::map<QString, QTreeWidgetItem*> m_groups;
  std::map<QString, bool> m_group_open;
  struct Legend {
    layers::LayerStatePtr of;
    std::vector<layers::LegendEntry> entries;
  };
  std::map<QString, Legend> m_legends;
  std::map<QString, std::unique_ptr<JobSlot<std::vector<layers::LegendEntry>>>> m_legend_jobs;
};

}  // namespace app

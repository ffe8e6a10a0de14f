// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QTimer>
#include <map>

#include "app/stocks/coverage_model.h"
#include "app/stocks/stock_page.h"

class QLabel;
class QLineEdit;
class QTableView;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace app {

class FigureCard;

// What lies where (库存总览): depots by tier and county or items by class as a tree, below it depots and items with
// what is usable, the minimum and how long it lasts. A number opens its movements; a depot shows itself on the map.
class OverviewPage : public StockPage {
  Q_OBJECT
 public:
  explicit OverviewPage(PanelContext& context, QWidget* parent = nullptr);
  const CoverageModel& model() const { return *m_model; }
  QTreeWidget* tree() { return m_tree; }
  QTableView* table() { return m_table; }
  void setByItem(bool by_item);
  void search(const QString& words);
  void showOnly(bool is_short, bool expired, bool expiring);

 protected:
  void retranslate() override;
  void showView() override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void makeWidgets();
  void connectWidgets();
  void showFigures();
  void buildTree();
  void addDepots();
  void addItems();
  QTreeWidgetItem* node(QTreeWidgetItem* parent, const QString& name, const CoverageFilter& filter);
  void markShort();
  void refreshRows();
  void fitColumns();
  void fitNames();
  void openNumber(const QModelIndex& index);
  void showDepot();

  bool m_by_item = false;
  CoverageModel* m_model;
  FigureCard *m_short, *m_expired, *m_expiring, *m_road;
  QLineEdit* m_search;
  QToolButton *m_depots, *m_items;
  QTreeWidget* m_tree;
  QTableView* m_table;
  QLabel* m_count;
  QToolButton* m_all_movements;
  std::map<QTreeWidgetItem*, CoverageFilter> m_filters;
  CoverageFilter m_only;
  std::map<int, int> m_names_px;  // how wide the names of a column would be
  QTimer m_typing;
};

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <optional>
#include <vector>

#include "app/core/panel.h"
#include "app/jobs/job_slot.h"
#include "app/stocks/stocks_job.h"

class QLabel;
class QStackedWidget;
class QTabWidget;
class QToolButton;

namespace app {

class EntryPage;
class MovementsPage;
class OverviewPage;
class RequisitionPage;
class StockPage;

// Reserve stocks (救灾物资): what lies where and what is short, entering movements, levels and days of expiry,
// requisitions, counting; depots with their fill as a layer of the map. Everything that reads or writes runs in jobs.
// Window's thread.
class StocksPanel : public QWidget {
  Q_OBJECT
 public:
  explicit StocksPanel(PanelContext& context, QWidget* parent = nullptr);

  bool busy() const;
  const StockViewPtr& view() const { return m_view; }
  QTabWidget* tabs() { return m_tabs; }
  OverviewPage* overview() { return m_overview; }
  EntryPage* entry() { return m_entry; }
  RequisitionPage* requisitions() { return m_requisitions; }
  MovementsPage* movements() { return m_movements; }
  void openMovements(std::int64_t depot_id, std::int64_t item_id);

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void makeWidgets();
  void addPage(StockPage* page);
  void read();
  void accept(gis::Result<StockViewPtr> view);
  void showState();
  void updateLayer();
  void retranslate();

  PanelContext& m_context;
  QLabel* m_title;
  QToolButton* m_refresh;
  QLabel *m_note, *m_trouble;
  QStackedWidget* m_stack;  // the tabs, the movements, what is said instead
  QTabWidget* m_tabs;
  QLabel* m_empty;
  OverviewPage* m_overview;
  EntryPage* m_entry;
  RequisitionPage* m_requisitions;
  MovementsPage* m_movements;
  std::vector<StockPage*> m_pages;
  StockViewPtr m_view;
  std::optional<gis::Error> m_error;
  JobSlot<gis::Result<StockViewPtr>> m_read;
};

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <optional>
#include <vector>

#include "app/core/panel.h"
#include "app/jobs/job_slot.h"
#include "app/stocks/stocks_job.h"
#include "gis/stocks/stocks_prepare.h"

class QLabel;
class QPushButton;
class QStackedWidget;
class QTabWidget;
class QToolButton;

namespace app {

class CountPage;
class DispatchPage;
class EntryPage;
class LevelsPage;
class ListsPage;
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
  DispatchPage* dispatch() { return m_dispatch; }
  LevelsPage* levels() { return m_levels; }
  CountPage* counting() { return m_counting; }
  MovementsPage* movements() { return m_movements; }
  ListsPage* lists() { return m_lists; }
  void openLists();
  void openMovements(std::int64_t depot_id, std::int64_t item_id);
  // As the buttons: the catalogue, depots and people of an empty workspace; .xlsx or .pdf.
  void prepare();
  void saveReport(const QString& file);

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
  void askForFile();
  void retranslate();

  PanelContext& m_context;
  QLabel* m_title;
  QPushButton *m_report, *m_lists_button;
  QToolButton* m_refresh;
  QLabel *m_note, *m_trouble;
  QStackedWidget* m_stack;  // the tabs, the movements, what is said instead
  QTabWidget* m_tabs;
  QWidget* m_empty_page;
  QLabel* m_empty;
  QPushButton *m_prepare, *m_take_books;
  OverviewPage* m_overview;
  EntryPage* m_entry;
  RequisitionPage* m_requisitions;
  DispatchPage* m_dispatch;
  LevelsPage* m_levels;
  CountPage* m_counting;
  MovementsPage* m_movements;
  ListsPage* m_lists;
  std::vector<StockPage*> m_pages;
  StockViewPtr m_view;
  std::optional<gis::Error> m_error;
  JobSlot<gis::Result<StockViewPtr>> m_read;
  JobSlot<gis::Result<gis::stocks::PreparedStocks>> m_prepare_slot;
  JobSlot<gis::Result<void>> m_report_slot;
};

}  // namespace app

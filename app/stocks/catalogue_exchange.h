// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/jobs/job_slot.h"
#include "app/stocks/stock_page.h"
#include "gis/stocks/catalogue_sheet.h"

class QAction;
class QPushButton;

namespace app {

// The catalogue as an Excel sheet and back: what a sheet would change is told first, and taken over by a second press.
// Window's thread; reading and writing run in jobs.
class CatalogueExchange : public StockPage {
  Q_OBJECT
 public:
  explicit CatalogueExchange(PanelContext& context, QWidget* parent = nullptr);
  bool busy() const override { return m_save_slot.busy() || m_take_slot.busy(); }
  void saveSheet(const QString& file);
  // Tells what would come of it; nothing is written.
  void readSheet(const QString& file);
  // What was read last.
  void take();
  QPushButton* taking() { return m_take; }

 signals:
  // What would come of a sheet; empty: nothing any more.
  void told(const QString& text);
  void troubled(const QString& text);

 protected:
  void retranslate() override;
  void showView() override;

 private:
  void askWhereTo();
  void askForSheet();
  void run(bool is_dry_run);
  QPushButton* m_sheet;
  QAction *m_out, *m_in;
  QPushButton* m_take;
  QString m_file;
  JobSlot<gis::Result<void>> m_save_slot;
  JobSlot<gis::Result<gis::stocks::TakenSheet>> m_take_slot;
};

}  // namespace app

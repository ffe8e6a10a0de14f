// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/jobs/job_slot.h"
#include "app/stocks/stock_page.h"

class QPushButton;

namespace app {

// The books as a file for another computer, and those of another one taken over (台账合并): two buttons of the lists.
// Window's thread; reading and writing run in jobs.
class BooksExchange : public StockPage {
  Q_OBJECT
 public:
  explicit BooksExchange(PanelContext& context, QWidget* parent = nullptr);
  bool busy() const override { return m_save_slot.busy() || m_merge_slot.busy(); }
  void saveBooks(const QString& file);
  void askForBooks();
  void takeBooks(const QString& file);

 signals:
  // What went wrong; empty: nothing any more.
  void troubled(const QString& text);

 protected:
  void retranslate() override;
  void showView() override;

 private:
  void askWhereTo();
  QString booksFilter() const;
  QString mergeText(const gis::stocks::LedgerMerge& merged) const;
  QPushButton *m_out, *m_in;
  JobSlot<gis::Result<void>> m_save_slot;
  JobSlot<gis::Result<gis::stocks::LedgerMerge>> m_merge_slot;
};

}  // namespace app

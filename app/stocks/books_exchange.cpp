// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks/books_exchange.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QPushButton>

#include "app/core/message_list.h"
#include "app/settings/app_settings.h"
#include "app/stocks/stocks_words.h"
#include "app/stocks_text/ledger_copy_file.h"

namespace app {
namespace {

namespace stocks = gis::stocks;

const QString kBooksSuffix = QStringLiteral(".ledger");

}  // namespace

BooksExchange::BooksExchange(PanelContext& context, QWidget* parent)
    : StockPage(context, parent),
      m_out(new QPushButton),
      m_in(new QPushButton),
      m_save_slot(context.pools, Pool::kIo),
      m_merge_slot(context.pools, Pool::kIo) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(m_out);
  row->addWidget(m_in);
  connect(m_out, &QPushButton::clicked, this, &BooksExchange::askWhereTo);
  connect(m_in, &QPushButton::clicked, this, &BooksExchange::askForBooks);
  retranslate();
}

void BooksExchange::showView() { m_in->setEnabled(canWrite()); }

QString BooksExchange::booksFilter() const { return tr("Stock books (*%1);;All files (*)").arg(kBooksSuffix); }

void BooksExchange::askWhereTo() {
  const QString name = tr("stock books of %1").arg(QString::fromStdString(officer())) + kBooksSuffix;
  const QString file =
      QFileDialog::getSaveFileName(this, tr("Save the books for another computer"),
                                   m_context.settings.filesFolder() + QLatin1Char('/') + name, booksFilter());
  if (!file.isEmpty()) saveBooks(file);
}

void BooksExchange::askForBooks() {
  const QString file = QFileDialog::getOpenFileName(this, tr("Take over the books of another computer"),
                                                    m_context.settings.filesFolder(), booksFilter());
  if (!file.isEmpty()) takeBooks(file);
}

void BooksExchange::saveBooks(const QString& file) {
  const auto where = folder();
  if (!where || m_save_slot.busy()) return;
  emit troubled({});
  m_save_slot.ask(
      [where = *where, file = std::filesystem::path(file.toStdString()), seat = officer()](const gis::CancelToken&,
                                                                                           const gis::Progress&) {
        return withStocks<void>(where, gis::OpenMode::kRead, [&](const OpenStocks& open) {
          stocks::LedgerCopyStore store(open.db, open.clock, open.uuids);
          return writeLedgerCopy(store, file, seat);
        });
      },
      [this, file](gis::Result<void> done) {
        if (!done) return void(emit troubled(stockTrouble(done.error())));
        if (m_context.map.say) m_context.map.say(tr("Saved: %1").arg(file));
      });
}

void BooksExchange::takeBooks(const QString& file) {
  const auto where = folder();
  if (!where || m_merge_slot.busy()) return;
  emit troubled({});
  m_in->setEnabled(false);
  m_merge_slot.ask(
      [where = *where, file = std::filesystem::path(file.toStdString())](const gis::CancelToken&,
                                                                         const gis::Progress&) {
        return withStocks<stocks::LedgerMerge>(where, gis::OpenMode::kReadWrite, [&](const OpenStocks& open) {
          stocks::LedgerCopyStore store(open.db, open.clock, open.uuids);
          return mergeLedgerCopy(store, file);
        });
      },
      [this](gis::Result<stocks::LedgerMerge> merged) {
        m_in->setEnabled(canWrite());
        if (!merged && !isVisible()) return void(m_context.messages.add(merged.error()));
        if (!merged) return void(emit troubled(tr("Nothing was booked. %1").arg(stockTrouble(merged.error()))));
        if (m_context.map.say) m_context.map.say(mergeText(*merged));
        emit changed();
      });
}

QString BooksExchange::mergeText(const stocks::LedgerMerge& merged) const {
  QString text = tr("%1 movements and %2 steps of requisitions are new, %3 were known; %4 wait for a decision.")
                     .arg(merged.moves)
                     .arg(merged.steps)
                     .arg(merged.known)
                     .arg(merged.questions);
  if (merged.items + merged.depots > 0)
    text += QLatin1Char(' ') + tr("New in the lists: %1 items, %2 depots.").arg(merged.items).arg(merged.depots);
  if (merged.edited_items > 0) text += QLatin1Char(' ') + tr("Items edited: %1.").arg(merged.edited_items);
  if (merged.levels > 0) text += QLatin1Char(' ') + tr("Levels or people changed: %1.").arg(merged.levels);
  return text;
}

void BooksExchange::retranslate() {
  m_out->setText(tr("Save the books …"));
  m_out->setToolTip(tr("Catalogue, depots, levels, movements and requisitions as a file for another computer"));
  m_in->setText(tr("Take over books …"));
  m_in->setToolTip(tr("What is not here yet is booked, all in one go"));
}

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks/catalogue_exchange.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

#include "app/core/map_document.h"
#include "app/settings/app_settings.h"
#include "app/stocks/stocks_words.h"
#include "app/stocks_text/catalogue_sheet_file.h"

namespace app {
namespace {

namespace stocks = gis::stocks;

// "row 7" in the trail.
QString rowOf(const gis::Error& error) {
  for (const std::string& step : error.trail)
    if (step.starts_with("row ")) return QString::fromStdString(step.substr(4));
  return {};
}

}  // namespace

CatalogueExchange::CatalogueExchange(PanelContext& context, QWidget* parent)
    : StockPage(context, parent),
      m_sheet(new QPushButton),
      m_out(new QAction(this)),
      m_in(new QAction(this)),
      m_take(new QPushButton),
      m_save_slot(context.pools, Pool::kIo),
      m_take_slot(context.pools, Pool::kIo) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  auto* menu = new QMenu(m_sheet);
  menu->addAction(m_out);
  menu->addAction(m_in);
  m_sheet->setMenu(menu);
  row->addWidget(m_sheet);
  row->addWidget(m_take);
  m_take->hide();
  connect(m_out, &QAction::triggered, this, &CatalogueExchange::askWhereTo);
  connect(m_in, &QAction::triggered, this, &CatalogueExchange::askForSheet);
  connect(m_take, &QPushButton::clicked, this, &CatalogueExchange::take);
  retranslate();
}

void CatalogueExchange::showView() { m_in->setEnabled(canWrite()); }

void CatalogueExchange::askWhereTo() {
  const QString file = QFileDialog::getSaveFileName(
      this, tr("Save the catalogue"),
      m_context.settings.filesFolder() + QLatin1Char('/') + tr("items") + QStringLiteral(".xlsx"),
      tr("Excel (*.xlsx);;CSV (*.csv)"));
  if (!file.isEmpty()) saveSheet(file);
}

void CatalogueExchange::askForSheet() {
  const QString file = QFileDialog::getOpenFileName(this, tr("Items from a sheet"), m_context.settings.filesFolder(),
                                                    tr("Sheets (*.xlsx *.csv)"));
  if (!file.isEmpty()) readSheet(file);
}

void CatalogueExchange::saveSheet(const QString& file) {
  if (!m_view || m_save_slot.busy()) return;
  m_save_slot.ask([view = m_view, file = std::filesystem::path(file.toStdString()),
                   in_chinese = m_context.document.language() == QLatin1String("zh")](
                      const gis::CancelToken&,
                      const gis::Progress&) { return writeCatalogueSheet(view->directory, file, in_chinese); },
                  [this, file](gis::Result<void> done) {
                    if (!done) return void(emit troubled(stockTrouble(done.error())));
                    if (m_context.map.say) m_context.map.say(tr("Saved: %1").arg(file));
                  });
}

void CatalogueExchange::readSheet(const QString& file) {
  m_file = file;
  run(true);
}

void CatalogueExchange::take() {
  if (!m_take->isHidden()) run(false);
}

void CatalogueExchange::run(bool is_dry_run) {
  const auto where = folder();
  if (!where || !canWrite() || m_take_slot.busy()) return;
  m_take->hide();
  emit troubled({});
  m_take_slot.ask(
      [where = *where, file = std::filesystem::path(m_file.toStdString()), who = officer(), is_dry_run](
          const gis::CancelToken&, const gis::Progress&) {
        using Taken = gis::Result<stocks::TakenSheet>;
        return withStocks<stocks::TakenSheet>(where, gis::OpenMode::kReadWrite, [&](const OpenStocks& open) -> Taken {
          const auto sheet = stocks::readCatalogueSheet(file);
          if (!sheet) return std::unexpected(sheet.error());
          return stocks::takeCatalogueSheet(open.db, *sheet, who, open.clock.nowUtcMs(), is_dry_run);
        });
      },
      [this, is_dry_run](gis::Result<stocks::TakenSheet> taken) {
        if (!taken) {
          const QString row = rowOf(taken.error()), why = stockTrouble(taken.error());
          emit told({});
          return void(emit troubled(row.isEmpty() ? tr("Nothing was taken over. %1").arg(why)
                                                  : tr("Nothing was taken over. Row %1: %2").arg(row, why)));
        }
        const QString counts =
            tr("%1 new, %2 changed, %3 as they are.").arg(taken->added).arg(taken->changed).arg(taken->same);
        if (!is_dry_run) {
          emit told({});
          if (m_context.map.say) m_context.map.say(tr("Taken over: %1").arg(counts));
          return void(emit changed());
        }
        m_take->setVisible(taken->added + taken->changed > 0);
        if (m_take->isVisible()) m_take->setFocus();
        emit told(tr("In the sheet: %1").arg(counts));
      });
}

void CatalogueExchange::retranslate() {
  m_sheet->setText(tr("Excel …"));
  m_sheet->setToolTip(tr("The catalogue as a sheet, and a sheet into the catalogue"));
  m_out->setText(tr("Write the catalogue …"));
  m_in->setText(tr("Read a sheet …"));
  m_take->setText(tr("Take over"));
}

}  // namespace app

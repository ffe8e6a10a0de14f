// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks/stocks_panel.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/core/current_page_stack.h"
#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/core/panel_head.h"
#include "app/core/wheel_pass.h"
#include "app/report/report_workbook.h"
#include "app/settings/app_settings.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"
#include "app/stocks/books_exchange.h"
#include "app/stocks/count_page.h"
#include "app/stocks/dispatch_page.h"
#include "app/stocks/entry_page.h"
#include "app/stocks/levels_page.h"
#include "app/stocks/lists_page.h"
#include "app/stocks/movements_page.h"
#include "app/stocks/overview_page.h"
#include "app/stocks/requisition_page.h"
#include "app/stocks/stock_report.h"
#include "app/stocks/stocks_map.h"
#include "app/stocks/stocks_words.h"

namespace app {
namespace {

const QString kDepotLayerId = QStringLiteral("stocks-depots");

QList<QWidget*> pagesOf(const QTabWidget& tabs) {
  QList<QWidget*> pages;
  for (int i = 0; i < tabs.count(); ++i) pages << tabs.widget(i);
  return pages;
}

// As high as what is shown needs at least: a stack asks for the height its highest page would like to have, and a low
// window then scrolls the buttons away that everything ends with.
class RoomStack : public QStackedWidget {
 public:
  QSize sizeHint() const override { return minimumSizeHint(); }
  bool hasHeightForWidth() const override { return false; }
};

}  // namespace

StocksPanel::StocksPanel(PanelContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_title(new QLabel),
      m_report(new QPushButton),
      m_lists_button(new QPushButton),
      m_refresh(new QToolButton),
      m_note(new QLabel),
      m_trouble(new QLabel),
      m_stack(new RoomStack),
      m_tabs(new QTabWidget),
      m_empty_page(new QWidget),
      m_empty(new QLabel),
      m_prepare(new QPushButton),
      m_take_books(new QPushButton),
      m_overview(new OverviewPage(context)),
      m_entry(new EntryPage(context)),
      m_requisitions(new RequisitionPage(context)),
      m_dispatch(new DispatchPage(context)),
      m_levels(new LevelsPage(context)),
      m_counting(new CountPage(context)),
      m_movements(new MovementsPage(context)),
      m_lists(new ListsPage(context)),
      m_read(context.pools, Pool::kIo),
      m_prepare_slot(context.pools, Pool::kIo),
      m_report_slot(context.pools, Pool::kIo) {
  makeWidgets();
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (change.properties & MapChange::kWorkspace) {
      m_read.drop();
      m_error.reset();
      accept(StockViewPtr());
      if (isVisible()) read();
    } else if (change.properties & MapChange::kPast) {
      // Another moment: what is shown stays until its figures are there.
      if (isVisible())
        read();
      else
        m_view.reset();
    }
  });
  retranslate();
  showState();
}

void StocksPanel::makeWidgets() {
  setMinimumWidth(dp(400));  // three names and four figures side by side, no word cut
  QVBoxLayout* column = makePanelHead(*this, *m_title, {m_lists_button, m_report}, *m_refresh);
  m_note->setProperty("role", "faint");
  m_trouble->setProperty("role", "danger");
  for (QLabel* label : {m_note, m_trouble}) {
    label->setWordWrap(true);
    label->hide();
    column->addWidget(label);
  }
  m_tabs->setDocumentMode(true);
  m_tabs->setUsesScrollButtons(true);
  m_tabs->setElideMode(Qt::ElideNone);  // words are never cut
  addPage(m_overview);
  addPage(m_entry);
  addPage(m_requisitions);
  addPage(m_dispatch);
  addPage(m_levels);
  addPage(m_counting);
  m_empty->setWordWrap(true);
  m_empty->setAlignment(Qt::AlignCenter);
  m_empty->setProperty("role", "second");
  m_stack->addWidget(m_tabs);
  m_stack->addWidget(m_movements);
  m_stack->addWidget(m_lists);
  auto* empty = new QVBoxLayout(m_empty_page);
  empty->addStretch(1);
  empty->addWidget(m_empty);
  empty->addWidget(m_prepare, 0, Qt::AlignHCenter);
  empty->addWidget(m_take_books, 0, Qt::AlignHCenter);
  empty->addStretch(1);
  m_prepare->setProperty("primary", true);
  m_stack->addWidget(m_empty_page);
  column->addWidget(m_stack, 1);
  const auto fitTabs = [this] { countOnlyShown(pagesOf(*m_tabs), m_tabs->currentWidget(), QSizePolicy::Preferred); };
  const auto fitStack = [this] {
    countOnlyShown({m_tabs, m_movements, m_lists, m_empty_page}, m_stack->currentWidget(), QSizePolicy::Preferred);
  };
  connect(m_tabs, &QTabWidget::currentChanged, this, fitTabs);
  connect(m_stack, &QStackedWidget::currentChanged, this, fitStack);
  fitTabs();
  fitStack();
  m_pages.push_back(m_movements);
  m_pages.push_back(m_lists);
  // Rolled over a box the wheel must not make a return of an issue.
  for (QWidget* box : findChildren<QWidget*>())
    if (qobject_cast<QComboBox*>(box) || qobject_cast<QAbstractSpinBox*>(box)) passWheel(*box);
  for (StockPage* page : m_pages) {
    connect(page, &StockPage::movementsWanted, this, &StocksPanel::openMovements);
    connect(page, &StockPage::changed, this, &StocksPanel::read);
  }
  connect(m_movements, &MovementsPage::left, this, [this] { m_stack->setCurrentWidget(m_tabs); });
  connect(m_lists, &ListsPage::left, this, [this] { m_stack->setCurrentWidget(m_tabs); });
  connect(m_lists_button, &QPushButton::clicked, this, &StocksPanel::openLists);
  connect(m_refresh, &QToolButton::clicked, this, &StocksPanel::read);
  connect(m_report, &QPushButton::clicked, this, &StocksPanel::askForFile);
  connect(m_prepare, &QPushButton::clicked, this, &StocksPanel::prepare);
  connect(m_take_books, &QPushButton::clicked, m_lists->books(), &BooksExchange::askForBooks);
}

void StocksPanel::addPage(StockPage* page) {
  m_tabs->addTab(page, QString());
  m_pages.push_back(page);
}

bool StocksPanel::busy() const {
  return m_read.busy() || m_prepare_slot.busy() || m_report_slot.busy() ||
         std::ranges::any_of(m_pages, &StockPage::busy);
}

void StocksPanel::openLists() { m_stack->setCurrentWidget(m_lists); }

void StocksPanel::openMovements(std::int64_t depot_id, std::int64_t item_id) {
  m_stack->setCurrentWidget(m_movements);
  m_movements->open(depot_id, item_id);
}

void StocksPanel::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (!m_view && !m_read.busy()) read();
}

void StocksPanel::read() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return;
  m_read.ask([folder = workspace->place()](const gis::CancelToken& cancel,
                                           const gis::Progress&) { return readStocks(folder, cancel); },
             [this](gis::Result<StockViewPtr> view) { accept(std::move(view)); });
  showState();
}

void StocksPanel::accept(gis::Result<StockViewPtr> view) {
  m_error.reset();
  if (view) {
    m_view = std::move(*view);
    for (StockPage* page : m_pages) page->setView(m_view);
    updateLayer();
  } else if (view.error().code != gis::ErrorCode::kCancelled) {
    m_error = std::move(view.error());  // what was read before stays to be looked at
  }
  showState();
}

void StocksPanel::updateLayer() {
  MapDocument& document = m_context.document;
  const MapLayer* layer = document.find(kDepotLayerId);
  if (!m_view || (layer == nullptr && m_view->directory.depots.empty())) return;
  auto state = depotLayer(*m_view, [&](gis::LonLat where) { return document.toMap(where); });
  if (layer != nullptr) return document.setState(kDepotLayerId, std::move(state));
  if (state->featureCount() == 0) return;
  MapLayer made;
  made.id = kDepotLayerId;
  made.room = QStringLiteral("stocks");
  made.group = QStringLiteral("capacity");
  made.title = {QStringLiteral("储备点与储备满足率"), QStringLiteral("Depots and how far they are filled")};
  made.origin = LayerOrigin::kPlotting;
  made.state = std::move(state);
  made.load = LoadState::kReady;
  document.addLayer(std::move(made));
}

void StocksPanel::showState() {
  m_trouble->setText(m_error ? stockTrouble(*m_error) : QString());
  m_trouble->setVisible(m_error.has_value());
  m_refresh->setEnabled(m_context.document.workspace().has_value());
  const bool usable = m_view && m_view->is_there && !m_view->directory.depots.empty();
  m_report->setEnabled(usable);
  m_lists_button->setEnabled(usable);
  const auto& open = m_context.document.workspace();
  m_prepare->setVisible(m_view && m_view->is_there && open && !open->read_only_reason);
  m_take_books->setVisible(!m_prepare->isHidden());
  m_prepare->setEnabled(!m_prepare_slot.busy());
  m_note->setVisible(usable && m_context.document.isDemo());
  if (usable)
    m_note->setText(
        tr("Demo data: it is always %1 here; entries get that day.").arg(QString::fromStdString(m_view->day)));
  if (usable && !m_view->questions.empty() && !m_error) {
    m_trouble->setText(tr("%1 records of another copy of the books wait for a decision: “Lists …”, “Merging”.")
                           .arg(m_view->questions.size()));
    m_trouble->show();
  }
  if (usable) {
    if (m_stack->currentWidget() == m_empty_page) m_stack->setCurrentWidget(m_tabs);
    return;
  }
  m_stack->setCurrentWidget(m_empty_page);
  m_empty->setText(!m_context.document.workspace() ? tr("Open a workspace to see its reserve stocks.")
                   : m_read.busy()                 ? tr("Reading the stocks …")
                   : m_view && !m_view->is_there
                       ? tr("This workspace is of an earlier version and has no stocks yet; bring it up to date first.")
                   : m_view
                       ? tr("No depots yet. “Prepare” adds the program's catalogue, the depots of the census and the "
                            "people at risk; a sheet of what lies where is then taken in under “Entry”. On a laptop "
                            "for field work take "
                            "over the books of the office instead: there “Lists …”, “Merging”, “Save the books …”.")
                       : QString());
}

void StocksPanel::prepare() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || m_prepare_slot.busy()) return;
  m_prepare_slot.ask(
      [folder = workspace->place(), who = m_context.settings.author().name,
       source = tr("people threatened by geological-hazard points and danger sections of rivers").toStdString()](
          const gis::CancelToken&, const gis::Progress&) {
        return withStocks<gis::stocks::PreparedStocks>(folder, gis::OpenMode::kReadWrite, [&](const OpenStocks& open) {
          return gis::stocks::prepareStocks(open.db, open.uuids, who, source, open.clock.nowUtcMs());
        });
      },
      [this](gis::Result<gis::stocks::PreparedStocks> made) {
        if (!made) {
          m_error = std::move(made.error());
          return showState();
        }
        if (m_context.map.say)
          m_context.map.say(tr("%1 items and %2 depots were added.").arg(made->items).arg(made->depots));
        read();
      });
  showState();
}

void StocksPanel::askForFile() {
  if (!m_view) return;
  const QString file = QFileDialog::getSaveFileName(this, tr("Save the stock report"),
                                                    m_context.settings.filesFolder() + QLatin1Char('/') +
                                                        tr("stocks-%1").arg(QString::fromStdString(m_view->day)) +
                                                        QStringLiteral(".xlsx"),
                                                    tr("Excel (*.xlsx);;PDF (*.pdf)"));
  if (!file.isEmpty()) saveReport(file);
}

void StocksPanel::saveReport(const QString& file) {
  if (!m_view) return;
  m_report_slot.ask(
      [file, view = m_view, city = m_context.document.cityName(), demo = m_context.document.isDemo()](
          const gis::CancelToken&, const gis::Progress&) {
        return writeReport(file.toStdString(), stockReport(*view, city, demo));
      },
      [this, file](gis::Result<void> done) {
        if (!done) return m_context.messages.add(done.error());
        if (m_context.map.say) m_context.map.say(tr("Report saved: %1").arg(file));
      });
}

void StocksPanel::retranslate() {
  setWindowTitle(tr("Reserve stocks"));
  m_title->setText(tr("Reserve stocks"));
  m_refresh->setIcon(themedIcon(QStringLiteral("refresh")));
  m_refresh->setToolTip(tr("Read again"));
  m_tabs->setTabText(m_tabs->indexOf(m_overview), tr("Stock"));
  m_tabs->setTabText(m_tabs->indexOf(m_entry), tr("Entry"));
  m_tabs->setTabText(m_tabs->indexOf(m_requisitions), tr("Requests"));
  m_tabs->setTabText(m_tabs->indexOf(m_dispatch), tr("Dispatch"));
  m_tabs->setTabText(m_tabs->indexOf(m_levels), tr("Levels"));
  m_tabs->setTabText(m_tabs->indexOf(m_counting), tr("Count"));
  m_report->setText(tr("Report …"));
  m_lists_button->setText(tr("Lists …"));
  m_prepare->setText(tr("Prepare"));
  m_take_books->setText(tr("Take over books …"));
  showState();
}

void StocksPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace app

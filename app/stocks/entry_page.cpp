// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks/entry_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/core/map_document.h"
#include "app/settings/app_settings.h"
#include "app/settings/theme.h"
#include "app/stocks/stock_grid.h"
#include "app/stocks/stocks_words.h"

namespace app {
namespace {

namespace stocks = gis::stocks;

bool needsReason(const EntryKind& kind) {
  return kind.kind == stocks::MoveKind::kScrap || kind.kind == stocks::MoveKind::kLoss;
}

}  // namespace

EntryPage::EntryPage(PanelContext& context, QWidget* parent)
    : StockPage(context, parent),
      m_model(new GridModel(this)),
      m_kind(new QComboBox),
      m_to_label(new QLabel),
      m_to_depot(new QComboBox),
      m_owner_label(new QLabel),
      m_owner(new QComboBox),
      m_grid(new StockGrid(m_model)),
      m_reason(new QLineEdit),
      m_paper(new QLineEdit),
      m_drill(new QCheckBox),
      m_hint(new QLabel),
      m_trouble(new QLabel),
      m_from_sheet(new QPushButton),
      m_clear(new QPushButton),
      m_save(new QPushButton),
      m_book(context.pools, Pool::kIo),
      m_sheet(context.pools, Pool::kIo) {
  m_model->setGrows(true);
  makeWidgets();
  connect(m_kind, &QComboBox::activated, this, [this] {
    showKind();
    check();
  });
  connect(m_to_depot, &QComboBox::currentIndexChanged, this, &EntryPage::check);
  connect(m_owner, &QComboBox::editTextChanged, this, &EntryPage::check);
  connect(m_reason, &QLineEdit::textChanged, this, &EntryPage::check);
  connect(m_drill, &QCheckBox::toggled, this, &EntryPage::check);
  connect(m_model, &GridModel::edited, this, &EntryPage::check);
  connect(m_grid->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &EntryPage::sayLine);
  connect(m_save, &QPushButton::clicked, this, &EntryPage::book);
  connect(m_from_sheet, &QPushButton::clicked, this, [this] {
    const QString file = QFileDialog::getOpenFileName(this, tr("Read a sheet"), m_context.settings.filesFolder(),
                                                      tr("Sheets (*.xlsx *.csv *.ods);;All files (*)"));
    if (!file.isEmpty()) readSheet(file);
  });
  connect(m_clear, &QPushButton::clicked, this, [this] {
    m_model->clear();
    check();
    m_grid->setFocus();
  });
  retranslate();
}

void EntryPage::makeWidgets() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, dp(6), 0, 0);
  column->setSpacing(dp(6));
  column->addWidget(m_kind);
  for (const auto& [label, box] : {std::pair{m_to_label, m_to_depot}, {m_owner_label, m_owner}}) {
    auto* line = new QHBoxLayout;
    label->setBuddy(box);
    line->addWidget(label);
    line->addWidget(box, 1);
    column->addLayout(line);
  }
  m_owner->setEditable(true);
  for (QComboBox* box : {m_kind, m_to_depot, m_owner})
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  column->addWidget(m_grid, 1);
  m_hint->setProperty("role", "faint");
  m_hint->setWordWrap(true);
  column->addWidget(m_hint);
  auto* words = new QHBoxLayout;
  words->addWidget(m_reason, 2);
  words->addWidget(m_paper, 1);
  column->addLayout(words);
  m_trouble->setWordWrap(true);
  m_trouble->setProperty("role", "danger");
  m_trouble->hide();
  column->addWidget(m_trouble);
  auto* buttons = new QHBoxLayout;
  m_save->setProperty("primary", true);
  buttons->addWidget(m_drill);
  buttons->addStretch(1);
  buttons->addWidget(m_from_sheet);
  buttons->addWidget(m_clear);
  buttons->addWidget(m_save);
  column->addLayout(buttons);
}

void EntryPage::fillKinds() {
  const int at = std::max(0, m_kind->currentIndex());
  m_kind->clear();
  for (const EntryKind& kind : entryKinds()) m_kind->addItem(entryKindText(kind));
  m_kind->setCurrentIndex(at);
}

void EntryPage::fillColumns() {
  std::vector<GridColumn> columns(kColumns);
  columns[kDepot] = {tr("Depot"), true, false, true, {}};
  columns[kItem] = {tr("Item"), true, false, false, {}};
  columns[kQuantity] = {tr("Quantity"), true, true, false, {}};
  columns[kLot] = {tr("Lot"), true, false, false, {}};
  columns[kExpires] = {tr("Expires on"), true, false, false, {}};
  columns[kSays] = {tr("What happens"), false, false, false, {}};
  if (m_view) {
    for (const stocks::Depot& depot : m_view->directory.depots)
      columns[kDepot].words.push_back(
          {QString::fromStdString(depot.name), QString::fromStdString(m_view->depot_words.at(depot.id))});
    for (const stocks::Item& item : m_view->directory.items)
      columns[kItem].words.push_back({itemName(item), QString::fromStdString(m_view->item_words.at(item.id))});
  }
  m_model->setColumns(std::move(columns));
}

void EntryPage::fillDepots() {
  const QSignalBlocker quiet_depots(m_to_depot), quiet_owners(m_owner);
  const QString depot = m_to_depot->currentData().toString(), owner = m_owner->currentText();
  m_to_depot->clear();
  m_owner->clear();
  if (!m_view) return;
  for (const stocks::Depot& one : m_view->directory.depots)
    m_to_depot->addItem(QString::fromStdString(one.name), QString::fromStdString(one.code));
  m_to_depot->setCurrentIndex(std::max(0, m_to_depot->findData(depot)));
  for (const auto& [id, name] : m_view->directory.owners) m_owner->addItem(QString::fromStdString(name));
  if (!owner.isEmpty()) m_owner->setEditText(owner);
}

void EntryPage::showView() {
  setEnabled(m_view && m_view->is_there);
  fillDepots();
  fillColumns();
  showKind();
  m_grid->setColumnWidth(kDepot, dp(106));
  m_grid->setColumnWidth(kItem, dp(104));
  m_grid->setColumnWidth(kQuantity, dp(74));
  m_grid->setColumnWidth(kLot, dp(72));
  m_grid->setColumnWidth(kExpires, dp(96));
  m_grid->horizontalHeader()->setStretchLastSection(true);
  const QString said = m_trouble->text();  // that nothing was booked stays when the stocks are read again
  check();
  if (!said.isEmpty() && said != m_line_trouble) showTrouble(*m_trouble, said);
}

void EntryPage::showKind() {
  const EntryKind kind = entryKinds()[static_cast<std::size_t>(std::max(0, m_kind->currentIndex()))];
  const bool transfer = kind.kind == stocks::MoveKind::kTransfer;
  m_to_label->setVisible(transfer);
  m_to_depot->setVisible(transfer);
  m_owner_label->setVisible(kind.comesIn());
  m_owner->setVisible(kind.comesIn());
  m_grid->setColumnHidden(kExpires, !kind.comesIn());
  // What goes out takes what expires first unless a lot is typed; what comes in has one.
  m_grid->setStops(kind.comesIn() ? std::vector<int>{kDepot, kItem, kQuantity, kLot, kExpires}
                                  : std::vector<int>{kDepot, kItem, kQuantity});
}

void EntryPage::setKind(int kind) {
  m_kind->setCurrentIndex(kind);
  showKind();
  check();
}

void EntryPage::setReason(const QString& reason) { m_reason->setText(reason); }

EntryHead EntryPage::head() const {
  EntryHead head;
  head.kind = entryKinds()[static_cast<std::size_t>(std::max(0, m_kind->currentIndex()))];
  head.to_depot = m_to_depot->currentData().toString().toStdString();
  head.owner = m_owner->currentText().trimmed().toStdString();
  head.author = officer();
  head.reason = m_reason->text().trimmed().toStdString();
  head.paper = m_paper->text().trimmed().toStdString();
  head.is_drill = m_drill->isChecked();
  return head;
}

std::vector<EntryLine> EntryPage::lines(std::vector<int>& rows) const {
  std::vector<EntryLine> found;
  rows.clear();
  for (int row = 0; row < m_model->rowCount(); ++row) {
    if (m_model->isBlank(row)) continue;
    const auto text = [&](int column) { return m_model->text(row, column).trimmed().toStdString(); };
    // An item is shown in the language of the interface; the ledger knows both names.
    found.push_back({text(kDepot), text(kItem), text(kQuantity), text(kLot),
                     m_grid->isColumnHidden(kExpires) ? std::string() : text(kExpires)});
    rows.push_back(row);
  }
  return found;
}

std::optional<QString> EntryPage::headTrouble() const {
  const EntryHead said = head();
  if (said.kind.comesIn() && said.owner.empty()) return tr("Say whose it is.");
  if (needsReason(said.kind) && said.reason.empty()) return tr("A reason is needed.");
  if (m_out_of_order && said.reason.empty()) return tr("A lot that expires later is taken: a reason is needed.");
  return std::nullopt;
}

void EntryPage::check() {
  if (!m_view) return;
  std::vector<int> rows;
  const std::vector<EntryLine> typed = lines(rows);
  const EntryHead said = head();
  const std::vector<EntryVerdict> verdicts = checkEntry(*m_view, said, typed);
  m_out_of_order = false;
  int good = 0;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    const EntryVerdict& one = verdicts[i];
    m_out_of_order |= one.trouble == EntryTrouble::kOutOfOrder;
    const bool may =
        one.trouble == EntryTrouble::kNone || (one.trouble == EntryTrouble::kOutOfOrder && !said.reason.empty());
    good += may;
    const GridTone tone = may || one.trouble == EntryTrouble::kUnfinished ? GridTone::kFaint : GridTone::kDanger;
    m_model->setSaid(rows[i], kSays, verdictText(*m_view, typed[i], one), tone);
    QStringList lots;
    for (const EntryShare& share : one.shares) lots << QString::fromStdString(share.lot_no);
    m_model->setGhost(rows[i], kLot, lots.join(QStringLiteral(" + ")));
  }
  if (!typed.empty()) m_booked_numbers.clear();
  m_summary = !m_booked_numbers.isEmpty() ? tr("Booked: %1").arg(m_booked_numbers)
              : typed.empty() ? tr("Type names, codes or pinyin initials; Enter goes on. Quantities in units or packs. "
                                   "Ctrl+V pastes from a spreadsheet, Ctrl+Del removes a line, Ctrl+Enter books.")
                              : tr("%1 of %2 lines can be booked.").arg(good).arg(typed.size());
  sayLine();
  m_save->setEnabled(canWrite() && !m_book.busy() && !typed.empty());
}

// What stands beside the line that is typed in, below the grid as well: a narrow panel does not show its last column.
void EntryPage::sayLine() {
  const auto tone = [&](int row) {
    return m_model->data(m_model->index(row, kSays), Qt::ForegroundRole).value<QColor>() == currentColours().danger;
  };
  int row = m_grid->currentIndex().row();
  if (m_model->text(row, kSays).isEmpty()) {
    row = -1;
    for (int other = 0; other < m_model->rowCount() && row < 0; ++other)
      if (tone(other)) row = other;
  }
  const QString says = m_model->text(row, kSays);
  const QString line = says.isEmpty() ? QString() : tr("Line %1: %2").arg(row + 1).arg(says);
  const bool wrong = !line.isEmpty() && tone(row);
  m_line_trouble = wrong ? line : QString();
  showTrouble(*m_trouble, m_line_trouble);
  m_hint->setText(line.isEmpty() || wrong ? m_summary : m_summary + QLatin1Char(' ') + line);
}

void EntryPage::readSheet(const QString& file) {
  m_sheet.ask(
      [file](const gis::CancelToken&, const gis::Progress&) { return stocks::readStockSheet(file.toStdString()); },
      [this](gis::Result<std::vector<stocks::SheetRow>> rows) {
        if (!rows) return showTrouble(*m_trouble, stockTrouble(rows.error()));
        fillFrom(*rows);
      });
}

void EntryPage::fillFrom(const std::vector<stocks::SheetRow>& rows) {
  using enum stocks::SheetColumn;
  std::vector<QStringList> texts;
  bool more = false;
  for (const stocks::SheetRow& row : rows) {
    const auto text = [&](stocks::SheetColumn column) { return QString::fromStdString(row.at(column)); };
    texts.push_back({text(kDepot), text(kItem), text(kQuantity) + text(kUnit), text(kLot), text(kExpiresOn)});
    more |= !row.at(kPrice).empty() || !row.at(kDonor).empty() || !row.at(kMadeOn).empty();
  }
  m_model->setRows(texts);
  check();
  if (more)
    showTrouble(*m_trouble,
                tr("Prices, donors and days of making are left out here; “fengsui stocks import” takes them."));
}

void EntryPage::book() {
  const auto where = folder();
  if (!where || !m_view || m_book.busy()) return;
  std::vector<int> rows;
  const std::vector<EntryLine> typed = lines(rows);
  const EntryHead said = head();
  const std::vector<EntryVerdict> verdicts = checkEntry(*m_view, said, typed);
  if (const auto trouble = headTrouble()) {
    showTrouble(*m_trouble, *trouble);
    m_reason->setFocus();
    return;
  }
  if (!mayBook(said, verdicts)) {
    for (std::size_t i = 0; i < verdicts.size(); ++i)
      if (verdicts[i].trouble != EntryTrouble::kNone && verdicts[i].trouble != EntryTrouble::kOutOfOrder) {
        m_grid->setCurrentIndex(m_model->index(rows[i], kQuantity));
        break;
      }
    return showTrouble(*m_trouble, tr("Nothing was booked: some lines are not finished or cannot be booked.") +
                                       QLatin1Char(' ') + m_line_trouble);
  }
  const EntryWishes wishes = wishesOf(*m_view, said, typed, verdicts);
  using Movements = std::vector<stocks::Movement>;
  m_book.ask(
      [where = *where, wanted = wishes.wishes](const gis::CancelToken&, const gis::Progress&) {
        return withStocks<Movements>(where, gis::OpenMode::kReadWrite, [&](const OpenStocks& open) {
          stocks::LedgerStore ledger(open.db, open.clock, open.uuids);
          return stocks::bookWishes(open.db, ledger, wanted, open.clock.nowUtcMs());
        });
      },
      [this, wishes, rows](gis::Result<Movements> done) { booked(std::move(done), wishes, rows); });
  m_save->setEnabled(false);
}

void EntryPage::booked(gis::Result<std::vector<stocks::Movement>> done, const EntryWishes& wishes,
                       const std::vector<int>& rows) {
  if (!done) {
    m_save->setEnabled(canWrite());
    const int line = lineOf(wishes, done.error());
    const QString words = stockTrouble(done.error());
    if (line >= 0) {
      const int row = rows[static_cast<std::size_t>(line)];
      m_model->setSaid(row, kSays, words, GridTone::kDanger);
      m_grid->setCurrentIndex(m_model->index(row, kQuantity));
    }
    showTrouble(*m_trouble, tr("Nothing was booked. %1").arg(words));
    // Somebody else may have taken some: what is there is read again, what was typed stays.
    if (done.error().code == gis::ErrorCode::kNotEnough) emit changed();
    return;
  }
  QStringList numbers;
  for (const stocks::Movement& move : *done) numbers << QString::fromStdString(move.number);
  m_model->clear();
  m_reason->clear();
  m_paper->clear();
  m_booked_numbers = numbers.join(QStringLiteral(", "));
  if (m_context.map.say) m_context.map.say(tr("Booked: %1").arg(m_booked_numbers));
  check();
  m_grid->setFocus();
  emit changed();
}

void EntryPage::keyPressEvent(QKeyEvent* event) {
  const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (enter && (event->modifiers() & Qt::ControlModifier)) return book();
  StockPage::keyPressEvent(event);
}

void EntryPage::retranslate() {
  fillKinds();
  fillColumns();
  m_to_label->setText(tr("To"));
  m_owner_label->setText(tr("Owner"));
  m_reason->setPlaceholderText(tr("reason, where one is needed"));
  m_paper->setPlaceholderText(tr("paper No."));
  m_drill->setText(tr("Drill"));
  m_from_sheet->setText(tr("From a sheet …"));
  m_clear->setText(tr("Clear"));
  m_save->setText(tr("Book all"));
  m_save->setToolTip(tr("All lines or none (Ctrl+Enter)"));
}

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks/item_tables.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/settings/theme.h"
#include "app/stocks/grid_model.h"
#include "app/stocks/stock_grid.h"
#include "app/stocks/stocks_words.h"

namespace app {
namespace {

namespace stocks = gis::stocks;
using Json = nlohmann::json;
using stocks::DetailTrouble;

enum PackColumn { kPackUnit, kPackHolds, kPackBarcode, kPackSays, kPackColumns };
enum PartColumn { kPartItem, kPartQuantity, kPartSays, kPartColumns };
constexpr int kLinesShown = 6;

QString packText(const std::string& text) { return QString::fromStdString(text); }

// The name, unless two items have it.
QString partName(const stocks::Directory& directory, const std::string& code) {
  const stocks::Item* item = directory.itemNamed(code);
  if (!item) return packText(code);
  const QString name = itemName(*item);
  return directory.itemNamed(name.toStdString()) == item ? name : packText(code);
}

Json packsJson(const std::vector<stocks::Pack>& packs) {
  Json list = Json::array();
  for (const stocks::Pack& one : packs)
    list.push_back({{"unit_zh", one.unit_zh}, {"units", one.units}, {"barcode", one.barcode}});
  return list;
}

Json partsJson(const std::vector<stocks::KitPart>& parts) {
  Json list = Json::array();
  for (const stocks::KitPart& one : parts) list.push_back({{"item", one.item_code}, {"quantity", one.quantity}});
  return list;
}

bool isMarked(const GridModel& model, int row, int column) {
  return model.data(model.index(row, column), Qt::ForegroundRole).value<QColor>() == currentColours().danger;
}

}  // namespace

ItemTables::ItemTables(QWidget* parent)
    : QWidget(parent),
      m_packs_title(new QLabel),
      m_parts_title(new QLabel),
      m_trouble(new QLabel),
      m_packs(new GridModel(this)),
      m_parts(new GridModel(this)),
      m_packs_grid(new StockGrid(m_packs)),
      m_parts_grid(new StockGrid(m_parts)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, dp(4), 0, 0);
  column->setSpacing(dp(3));
  for (const auto& [title, grid] : {std::pair{m_packs_title, m_packs_grid}, {m_parts_title, m_parts_grid}}) {
    title->setProperty("role", "second");
    title->setBuddy(grid);
    column->addWidget(title);
    column->addWidget(grid);
    grid->verticalHeader()->hide();
    grid->horizontalHeader()->setStretchLastSection(true);
    grid->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  }
  m_trouble->setProperty("role", "danger");
  m_trouble->setWordWrap(true);
  column->addWidget(m_trouble);
  for (GridModel* model : {m_packs, m_parts}) connect(model, &GridModel::edited, this, &ItemTables::check);
  retranslate();
}

void ItemTables::begin(StockViewPtr view, const stocks::Item& item, bool may_write) {
  m_view = std::move(view);
  m_item = item;
  m_may_write = may_write;
  fillColumns();
  std::vector<QStringList> packs, parts;
  for (const stocks::Pack& one : m_item.packs)
    packs.push_back({packText(one.unit_zh), QString::number(one.units), packText(one.barcode)});
  if (m_view)
    for (const stocks::KitPart& one : m_item.parts)
      parts.push_back({partName(m_view->directory, one.item_code), QString::number(one.quantity)});
  for (GridModel* model : {m_packs, m_parts}) model->setGrows(m_may_write);
  m_packs->setRows(packs);
  m_parts->setRows(parts);
  m_packs_grid->setColumnWidth(kPackUnit, dp(64));
  m_packs_grid->setColumnWidth(kPackHolds, dp(64));
  m_packs_grid->setColumnWidth(kPackBarcode, dp(116));
  m_parts_grid->setColumnWidth(kPartItem, dp(172));
  m_parts_grid->setColumnWidth(kPartQuantity, dp(72));
  check();
}

void ItemTables::setNames(const Names& names) {
  m_item.code = names.code.trimmed().toStdString();
  m_item.unit_zh = names.unit_zh.trimmed().toStdString();
  m_item.unit_en = names.unit_en.trimmed().toStdString();
  m_item.barcode = names.barcode.trimmed().toStdString();
  check();
}

ItemTables::Typed ItemTables::typed() const {
  Typed found;
  found.item = m_item;
  found.item.packs.clear(), found.item.parts.clear();
  for (int row = 0; row < m_packs->rowCount(); ++row) {
    if (m_packs->isBlank(row)) continue;
    const QString holds = m_packs->text(row, kPackHolds).trimmed();
    bool whole = false;
    const qlonglong units = holds.toLongLong(&whole);
    found.item.packs.push_back({m_packs->text(row, kPackUnit).trimmed().toStdString(), whole ? units : 0,
                                m_packs->text(row, kPackBarcode).trimmed().toStdString()});
    found.pack_rows.push_back(row);
    found.pack_open.push_back(holds.isEmpty());
  }
  for (int row = 0; row < m_parts->rowCount(); ++row) {
    if (m_parts->isBlank(row)) continue;
    const QString quantity = m_parts->text(row, kPartQuantity).trimmed();
    const std::string name = m_parts->text(row, kPartItem).trimmed().toStdString();
    const stocks::Item* part = m_view ? m_view->directory.itemNamed(name) : nullptr;
    bool whole = false;
    const qlonglong number = quantity.toLongLong(&whole);
    found.item.parts.push_back({part ? part->code : name, whole ? number : 0});
    found.part_rows.push_back(row);
    found.part_open.push_back(quantity.isEmpty());
  }
  return found;
}

void ItemTables::check() {
  static const std::vector<stocks::Item> nobody;
  const Typed now = typed();
  const std::vector<stocks::Item>& known = m_view ? m_view->directory.items : nobody;
  const QString unit = packText(m_item.unit_zh);
  for (int row = 0; row < m_packs->rowCount(); ++row) m_packs->setSaid(row, kPackSays, {}, GridTone::kPlain);
  for (int row = 0; row < m_parts->rowCount(); ++row) m_parts->setSaid(row, kPartSays, {}, GridTone::kPlain);
  for (std::size_t i = 0; i < now.pack_rows.size(); ++i) {
    const stocks::Pack& pack = now.item.packs[i];
    m_packs->setSaid(now.pack_rows[i], kPackSays,
                     QStringLiteral("1 %1 = %2 %3").arg(packText(pack.unit_zh), stockCount(pack.units), unit),
                     GridTone::kFaint);
  }
  for (std::size_t i = 0; i < now.part_rows.size(); ++i) {
    const stocks::Item* part = m_view ? m_view->directory.itemNamed(now.item.parts[i].item_code) : nullptr;
    m_parts->setSaid(now.part_rows[i], kPartSays, part ? quantityText(*part, now.item.parts[i].quantity) : QString(),
                     GridTone::kFaint);
  }
  const auto findings = stocks::checkDetails(now.item, known);
  m_right = findings.empty();
  QString first;  // in full: beside its line a long one is cut
  for (const stocks::DetailFinding& one : findings) {
    if (one.table == stocks::DetailFinding::Table::kItem) {
      const bool is_code = one.trouble == DetailTrouble::kCodeIsBarcode;
      first = tr("%1: %2").arg(packText(is_code ? now.item.code : now.item.barcode), troubleText(one, now.item));
      continue;
    }
    const bool is_pack = one.table == stocks::DetailFinding::Table::kPacks;
    const bool missing = one.trouble == DetailTrouble::kPackTooSmall ? now.pack_open[one.row]
                         : one.trouble == DetailTrouble::kPartTooFew ? now.part_open[one.row]
                                                                     : false;
    // A line that is still being typed asks; it does not scold.
    const QString text =
        missing ? (is_pack ? tr("how many %1?").arg(unit) : tr("how many?")) : troubleText(one, now.item);
    const std::string& name = is_pack ? now.item.packs[one.row].unit_zh : now.item.parts[one.row].item_code;
    const stocks::Item* part = m_view && !is_pack ? m_view->directory.itemNamed(name) : nullptr;
    if (first.isEmpty() && !missing) first = tr("%1: %2").arg(part ? itemName(*part) : packText(name), text);
    const int row = is_pack ? now.pack_rows[one.row] : now.part_rows[one.row];
    (is_pack ? m_packs : m_parts)
        ->setSaid(row, is_pack ? int{kPackSays} : int{kPartSays}, text, missing ? GridTone::kFaint : GridTone::kDanger);
  }
  m_trouble->setText(first);
  m_trouble->setVisible(!first.isEmpty());
  fit(*m_packs_grid, *m_packs);
  fit(*m_parts_grid, *m_parts);
}

QString ItemTables::troubleText(const stocks::DetailFinding& finding, const stocks::Item& item) const {
  const QString other = packText(finding.other);
  switch (finding.trouble) {
    case DetailTrouble::kPackWithoutUnit:
      return tr("what is the pack called?");
    case DetailTrouble::kPackTooSmall:
      return tr("a whole number from 2 on");
    case DetailTrouble::kPackTooLarge:
    case DetailTrouble::kPartTooMany:
      return tr("at most %1").arg(stockCount(stocks::kMostInPack));
    case DetailTrouble::kUnitTwice:
      return item.packs[finding.row].unit_zh == item.unit_zh || item.packs[finding.row].unit_zh == item.unit_en
                 ? tr("is the item's own unit")
                 : tr("is there already");
    case DetailTrouble::kBarcodeTwice:
      return item.packs[finding.row].barcode == item.barcode ? tr("is the barcode of one piece")
                                                             : tr("the barcode is on another pack");
    case DetailTrouble::kBarcodeOfAnother:
      return tr("barcode of %1").arg(other);
    case DetailTrouble::kCodeIsBarcode:
      return tr("this code is a barcode of %1").arg(other);
    case DetailTrouble::kPartUnknown:
      return tr("no such item");
    case DetailTrouble::kPartTwice:
      return tr("is there already");
    case DetailTrouble::kPartTooFew:
      return tr("a whole number from 1 on");
    case DetailTrouble::kHoldsItself:
      return tr("a kit cannot hold itself");
    case DetailTrouble::kHoldsItselfThrough:
      return tr("holds this kit, through %1").arg(other);
  }
  return {};
}

bool ItemTables::putChanged(Json& json) const {
  const Typed now = typed();
  const Json packs = packsJson(now.item.packs), parts = partsJson(now.item.parts);
  const bool packs_changed = packs != packsJson(m_item.packs), parts_changed = parts != partsJson(m_item.parts);
  if (packs_changed) json["packs"] = packs;
  if (parts_changed) json["parts"] = parts;
  return packs_changed || parts_changed;
}

bool ItemTables::focusTrouble() {
  for (int row = 0; row < m_packs->rowCount(); ++row)
    if (isMarked(*m_packs, row, kPackSays)) {
      m_packs_grid->setCurrentIndex(m_packs->index(row, kPackUnit));
      m_packs_grid->setFocus();
      return true;
    }
  for (int row = 0; row < m_parts->rowCount(); ++row)
    if (isMarked(*m_parts, row, kPartSays)) {
      m_parts_grid->setCurrentIndex(m_parts->index(row, kPartItem));
      m_parts_grid->setFocus();
      return true;
    }
  return false;
}

// As high as its lines: the form scrolls, not the grids in it.
void ItemTables::fit(StockGrid& grid, const GridModel& model) {
  const int lines = std::clamp(model.rowCount(), 1, kLinesShown);
  grid.setFixedHeight(grid.horizontalHeader()->sizeHint().height() +
                      lines * grid.verticalHeader()->defaultSectionSize() + 2 * grid.frameWidth() + 2);
}

void ItemTables::fillColumns() {
  std::vector<GridColumn> packs(kPackColumns), parts(kPartColumns);
  packs[kPackUnit] = {tr("Pack"), m_may_write, false, false, {}};
  packs[kPackHolds] = {tr("Holds"), m_may_write, true, false, {}};
  packs[kPackBarcode] = {tr("Barcode"), m_may_write, false, false, {}};
  packs[kPackSays] = {QString(), false, false, false, {}};
  parts[kPartItem] = {tr("Part"), m_may_write, false, false, {}};
  parts[kPartQuantity] = {tr("Quantity"), m_may_write, true, false, {}};
  parts[kPartSays] = {QString(), false, false, false, {}};
  if (m_view)
    for (const stocks::Item& item : m_view->directory.items)
      if (item.code != m_item.code)
        parts[kPartItem].words.push_back({itemName(item), packText(m_view->item_words.at(item.id))});
  m_packs->setColumns(std::move(packs));
  m_parts->setColumns(std::move(parts));
}

void ItemTables::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

void ItemTables::retranslate() {
  m_packs_title->setText(tr("Packs and their barcodes"));
  m_parts_title->setText(tr("Parts of the kit (none: no kit)"));
  const QString keys = tr("Enter goes on, Ctrl+Del takes a line away, Ctrl+V pastes from a spreadsheet");
  for (StockGrid* grid : {m_packs_grid, m_parts_grid}) grid->setToolTip(keys);
  fillColumns();
  check();
}

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks/coverage_model.h"

#include <QStringList>
#include <algorithm>
#include <set>
#include <sstream>
#include <tuple>

#include "app/settings/theme.h"
#include "app/stocks/stocks_words.h"

namespace app {
namespace {

namespace stocks = gis::stocks;

constexpr std::size_t kShownCountyDigits = 6;

using Pair = std::pair<std::int64_t, std::int64_t>;

// Depots and items with lots that run out soon, by what is wanted.
std::set<Pair> expiringPairs(const StockView& view, int within_d) {
  std::set<Pair> pairs;
  for (const stocks::ExpiringLot& lot : view.expiring)
    if (lot.days_left >= 0 && lot.days_left <= within_d) pairs.insert({lot.depot_id, lot.item_id});
  return pairs;
}

bool hasWords(const StockView& view, const stocks::Coverage& one, const std::vector<std::string>& words) {
  const auto item = view.item_words.find(one.item_id), depot = view.depot_words.find(one.depot_id);
  return std::ranges::all_of(words, [&](const std::string& word) {
    return (item != view.item_words.end() && item->second.contains(word)) ||
           (depot != view.depot_words.end() && depot->second.contains(word));
  });
}

// The part of its minimum that is missing: what has nothing at all comes before what lacks a little.
double missingRatio(const stocks::Coverage& one) {
  return one.shortOf() == 0 ? 0 : static_cast<double>(one.shortOf()) / static_cast<double>(one.level->minimum);
}

}  // namespace

void CoverageModel::setView(StockViewPtr view, const CoverageFilter& filter) {
  beginResetModel();
  m_view = std::move(view);
  m_rows.clear();
  if (m_view) {
    std::istringstream typed(filter.words);
    std::vector<std::string> words;
    for (std::string word; typed >> word;) words.push_back(word);
    const std::set<Pair> soon = filter.only_expiring ? expiringPairs(*m_view, kExpirySoon_d) : std::set<Pair>();
    for (const stocks::Coverage& one : m_view->coverage) {
      const stocks::Depot* depot = m_view->directory.depot(one.depot_id);
      const stocks::Item* item = m_view->directory.item(one.item_id);
      if (!depot || !item) continue;
      if (filter.tier != 0 && depot->tier != filter.tier) continue;
      if (!filter.county.empty() && depot->division_code.substr(0, kShownCountyDigits) != filter.county) continue;
      if (filter.depot_id != 0 && one.depot_id != filter.depot_id) continue;
      if (filter.item_id != 0 && one.item_id != filter.item_id) continue;
      if (!item->class_code.starts_with(filter.class_code)) continue;
      if (filter.only_short && one.shortOf() == 0) continue;
      if (filter.only_expired && one.expired == 0) continue;
      if (filter.only_expiring && !soon.contains({one.depot_id, one.item_id})) continue;
      if (hasWords(*m_view, one, words)) m_rows.push_back(&one);
    }
    std::ranges::stable_sort(m_rows, [](const stocks::Coverage* a, const stocks::Coverage* b) {
      return std::tuple(missingRatio(*a), a->expired > 0) > std::tuple(missingRatio(*b), b->expired > 0);
    });
  }
  endResetModel();
}

const stocks::Coverage* CoverageModel::at(int row) const {
  return row < 0 || row >= static_cast<int>(m_rows.size()) ? nullptr : m_rows[static_cast<std::size_t>(row)];
}

int CoverageModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CoverageModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : kColumns; }

QString CoverageModel::cell(const stocks::Coverage& one, int column) const {
  const stocks::Item& item = *m_view->directory.item(one.item_id);
  const auto unlessNone = [](std::int64_t quantity) { return quantity == 0 ? QString() : stockCount(quantity); };
  switch (column) {
    case kItem:
      return itemName(item);
    case kDepot:
      return depotName(*m_view, one.depot_id);
    case kUsable:
      return quantityText(item, one.usable);
    case kMinimum:
      return one.level ? stockCount(one.level->minimum) : QString();
    case kLasts:
      return daysText(one);
    case kShort:
      return unlessNone(one.shortOf());
    case kReserved:
      return unlessNone(one.reserved);
    case kOnTheRoad:
      return unlessNone(one.on_the_road);
    case kNotUsable:
      return unlessNone(one.expired + one.damaged + one.on_loan);
    default:
      return {};
  }
}

// How the minimum came about, and what is not usable and why.
QString CoverageModel::tip(const stocks::Coverage& one) const {
  const stocks::Item& item = *m_view->directory.item(one.item_id);
  QStringList lines{itemName(item) + QStringLiteral(" · ") + depotName(*m_view, one.depot_id),
                    QString::fromStdString(stocks::packsText(item, one.usable))};
  if (one.level) {
    lines << tr("Minimum %1, target %2, most %3")
                 .arg(stockCount(one.level->minimum), stockCount(one.level->target), stockCount(one.level->maximum));
    if (one.level->typed)
      lines << tr("Set by hand: %1").arg(QString::fromStdString(one.level->reason));
    else
      lines << tr("%1 people (%2) × %3 for 1,000%4 (%5)")
                   .arg(stockCount(one.level->people), QString::fromStdString(one.level->people_source))
                   .arg(one.level->per_1000_count)
                   .arg(one.level->is_daily ? tr(" a day") : QString(), QString::fromStdString(one.level->norm_source));
    if (!one.level->in_season) lines << tr("Out of season: no minimum now");
  }
  const std::pair<stocks::State, std::int64_t> parts[] = {{stocks::State::kReserved, one.reserved},
                                                          {stocks::State::kInTransit, one.on_the_road},
                                                          {stocks::State::kDamaged, one.damaged},
                                                          {stocks::State::kExpired, one.expired},
                                                          {stocks::State::kOnLoan, one.on_loan}};
  for (const auto& [state, quantity] : parts)
    if (quantity > 0) lines << QStringLiteral("%1 %2").arg(stockStateText(state), quantityText(item, quantity));
  return lines.join(QLatin1Char('\n'));
}

QVariant CoverageModel::data(const QModelIndex& index, int role) const {
  const stocks::Coverage* one = at(index.row());
  if (!one) return {};
  if (role == Qt::DisplayRole) return cell(*one, index.column());
  if (role == Qt::TextAlignmentRole)
    return QVariant::fromValue(Qt::AlignVCenter | (index.column() >= kUsable ? Qt::AlignRight : Qt::AlignLeft));
  if (role == Qt::ToolTipRole) return tip(*one);
  // Colour only where something is to be done.
  if (role == Qt::ForegroundRole) {
    const bool is_short = one->shortOf() > 0 && (index.column() == kUsable || index.column() == kShort);
    if (is_short) return currentColours().danger;
    if (index.column() == kNotUsable && one->expired > 0) return currentColours().caution;
  }
  return {};
}

QVariant CoverageModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
    case kItem:
      return tr("Item");
    case kDepot:
      return tr("Depot");
    case kUsable:
      return tr("Usable");
    case kMinimum:
      return tr("Minimum");
    case kLasts:
      return tr("Lasts");
    case kShort:
      return tr("Short");
    case kReserved:
      return tr("Reserved");
    case kOnTheRoad:
      return tr("On the road");
    case kNotUsable:
      return tr("Not usable");
    default:
      return {};
  }
}

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "app/briefing/fact_rows.h"
#include "gis/stocks/balance_store.h"
#include "gis/stocks/calendar_day.h"
#include "gis/stocks/catalogue_store.h"
#include "gis/stocks/expiry.h"
#include "gis/stocks/levels_store.h"

namespace app {
namespace {

namespace stocks = gis::stocks;
using gis::briefing::FactTable;
using Answer = gis::Result<FactTable>;

// The books as they stood at the moment.
struct Books {
  std::string day;
  stocks::Directory directory;
  std::vector<stocks::StockClass> classes;
  std::vector<stocks::CellBalance> balance;
  std::vector<stocks::Coverage> coverage;
};

gis::Result<Books> booksOf(BriefingFacts& facts) {
  const gis::Database& db = facts.workspace().db();
  Books books;
  books.day = stocks::dayOf(facts.asOfUtcMs());
  auto directory = stocks::CatalogueStore(db).directory();
  if (!directory) return std::unexpected(std::move(directory.error()));
  books.directory = std::move(*directory);
  auto classes = stocks::CatalogueStore(db).classes();
  if (!classes) return std::unexpected(std::move(classes.error()));
  books.classes = std::move(*classes);
  auto balance = stocks::BalanceStore(db).balance(facts.asOfUtcMs());
  if (!balance) return std::unexpected(std::move(balance.error()));
  books.balance = std::move(*balance);
  const auto levels = stocks::LevelsStore(db).input();
  if (!levels) return std::unexpected(levels.error());
  books.coverage = stocks::coverageOf(books.directory, books.balance, *levels, books.day);
  return books;
}

std::string nameOf(const stocks::Item& item, const BriefingFacts& facts) {
  return facts.language() == "en" && !item.name_en.empty() ? item.name_en : item.name_zh;
}
std::string unitOf(const stocks::Item& item, const BriefingFacts& facts) {
  return facts.language() == "en" && !item.unit_en.empty() ? item.unit_en : item.unit_zh;
}

// All depots together against their minimum, the emptiest first.
Answer items(BriefingFacts& facts) {
  const auto books = booksOf(facts);
  if (!books) return std::unexpected(books.error());
  struct Sum {
    std::int64_t usable = 0, minimum = 0;
  };
  std::map<std::int64_t, Sum> sums;
  for (const stocks::Coverage& one : books->coverage)
    if (one.level && one.level->minimum > 0) {
      sums[one.item_id].usable += one.usable;
      sums[one.item_id].minimum += one.level->minimum;
    }
  FactTable table{{"item", "usable", "minimum", "unit", "value", "tone", "n"}, {}, 0};
  for (const auto& [id, sum] : sums) {
    const stocks::Item* item = books->directory.item(id);
    if (item == nullptr) continue;
    const double percent = 100.0 * static_cast<double>(sum.usable) / static_cast<double>(sum.minimum);
    table.rows.push_back(FactRow{nameOf(*item, facts), sum.usable, sum.minimum, unitOf(*item, facts), percent,
                                 std::int64_t{percent < 50    ? 1
                                              : percent < 100 ? 2
                                                              : 0},
                                 countOf(sums.size())});
  }
  std::ranges::stable_sort(
      table.rows, [](const auto& a, const auto& b) { return std::get<double>(a[4]) < std::get<double>(b[4]); });
  return table;
}

Answer shortages(BriefingFacts& facts) {
  const auto books = booksOf(facts);
  if (!books) return std::unexpected(books.error());
  struct Short {
    std::int64_t items = 0;
    const stocks::CountyShortage* worst = nullptr;
    double worst_ratio = 2;
  };
  const auto all = stocks::shortagesByCounty(books->directory, books->coverage);
  std::map<std::string, Short> counties;
  for (const stocks::CountyShortage& one : all) {
    if (one.shortOf() == 0) continue;
    Short& county = counties[one.county];
    ++county.items;
    const double ratio = static_cast<double>(one.usable) / static_cast<double>(one.minimum);
    if (ratio < county.worst_ratio) county.worst_ratio = ratio, county.worst = &one;
  }
  FactTable table{
      {"county", "district", "items", "worst", "usable", "minimum", "short", "unit", "value", "tone"}, {}, 0};
  for (const auto& [code, county] : counties) {
    const stocks::Item* item = books->directory.item(county.worst->item_id);
    if (item == nullptr) continue;
    const QString name = facts.countyName(code);
    table.rows.push_back(
        FactRow{name.isEmpty() ? factWords(QT_TRANSLATE_NOOP("BriefingFacts", "City depots")) : name.toStdString(),
                code + "000000", county.items, nameOf(*item, facts), county.worst->usable, county.worst->minimum,
                county.worst->shortOf(), unitOf(*item, facts), static_cast<double>(county.items),
                std::int64_t{county.worst_ratio < 0.5 ? 1 : 2}});
  }
  std::ranges::stable_sort(table.rows, [](const auto& a, const auto& b) {
    return std::get<std::int64_t>(a[2]) > std::get<std::int64_t>(b[2]);
  });
  return table;
}

Answer expiring(BriefingFacts& facts) {
  constexpr int kSoon_d = 90;
  const auto books = booksOf(facts);
  if (!books) return std::unexpected(books.error());
  FactTable table{{"item", "depot", "quantity", "unit", "expires_on", "days_left", "tone", "n"}, {}, 0};
  const auto lots = stocks::expiringWithin(books->directory, books->balance, books->day, kSoon_d);
  for (const stocks::ExpiringLot& lot : lots) {
    const stocks::Item* item = books->directory.item(lot.item_id);
    const stocks::Depot* depot = books->directory.depot(lot.depot_id);
    if (item == nullptr || depot == nullptr) continue;
    table.rows.push_back(FactRow{nameOf(*item, facts), depot->name, lot.quantity, unitOf(*item, facts), lot.expires_on,
                                 std::int64_t{lot.days_left},
                                 std::int64_t{lot.days_left < 0    ? 1
                                              : lot.days_left < 30 ? 2
                                                                   : 3},
                                 countOf(lots.size())});
  }
  return table;
}

Answer stockFigures(BriefingFacts& facts) {
  const auto all = items(facts);
  const auto by_county = shortages(facts);
  const auto soon = expiring(facts);
  for (const Answer* answer : {&all, &by_county, &soon})
    if (!*answer) return std::unexpected(answer->error());
  std::int64_t filled = 0, expired = 0;
  for (std::size_t row = 0; row < all->rows.size(); ++row) filled += all->number(row, "value") >= 100;
  for (std::size_t row = 0; row < soon->rows.size(); ++row) expired += soon->number(row, "days_left") < 0;
  const auto n = static_cast<std::int64_t>(all->rows.size());
  FactTable table{{"name", "value", "unit", "tone"}, {}, 0};
  if (n == 0) return table;
  const auto add = [&](const char* name, std::int64_t value, const char* unit, std::int64_t tone) {
    table.rows.push_back(FactRow{factWords(name), value, factWords(unit), tone});
  };
  add(QT_TRANSLATE_NOOP("BriefingFacts", "Articles at their minimum"), filled,
      QT_TRANSLATE_NOOP("BriefingFacts", "kinds"), 0);
  add(QT_TRANSLATE_NOOP("BriefingFacts", "Articles below it"), n - filled, QT_TRANSLATE_NOOP("BriefingFacts", "kinds"),
      n > filled ? 2 : 0);
  add(QT_TRANSLATE_NOOP("BriefingFacts", "Counties that lack something"),
      static_cast<std::int64_t>(by_county->rows.size()), QT_TRANSLATE_NOOP("BriefingFacts", "places"),
      by_county->rows.empty() ? 0 : 2);
  add(QT_TRANSLATE_NOOP("BriefingFacts", "Expired lots"), expired, QT_TRANSLATE_NOOP("BriefingFacts", "lots"),
      expired ? 1 : 0);
  return table;
}

}  // namespace

FactFunctions stockFacts() {
  return {{"stocks.figures", stockFigures},
          {"stocks.items", items},
          {"stocks.shortages", shortages},
          {"stocks.expiring", expiring}};
}

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks/stocks_job.h"

#include <algorithm>

#include "gis/hanzi/pinyin.h"
#include "gis/stocks/calendar_day.h"
#include "gis/stocks/level_changes_store.h"
#include "gis/stocks/levels_store.h"
#include "gis/stocks/requisition_store.h"
#include "gis/store/county_name_store.h"

namespace app {
namespace {

namespace stocks = gis::stocks;

constexpr int kRotateAhead_d = 90;

std::string inSmallLetters(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return text;
}

// "棉被 q mianbei mb": without ICU's data name and code alone.
std::string typedWords(const gis::PinyinReader* reader, const std::string& name, const std::string& code) {
  std::string whole, initials;
  if (reader)
    for (const std::string& syllable : reader->syllables(name)) {
      whole += syllable;
      if (!syllable.empty()) initials += syllable.front();
    }
  return inSmallLetters(initials + ' ' + name + ' ' + code + ' ' + whole);
}

void fillWords(StockView& view) {
  const auto reader = gis::PinyinReader::open();
  const gis::PinyinReader* pinyin = reader ? &*reader : nullptr;
  for (const stocks::Item& item : view.directory.items) {
    std::string others = item.code + ' ' + item.name_en + ' ' + item.barcode;
    for (const stocks::Pack& pack : item.packs) others += ' ' + pack.barcode;
    view.item_words[item.id] = typedWords(pinyin, item.name_zh, others);
  }
  for (const stocks::Depot& depot : view.directory.depots)
    view.depot_words[depot.id] = typedWords(pinyin, depot.name, depot.code);
}

gis::Result<void> readPapers(const OpenStocks& open, StockView& view) {
  auto papers = stocks::RequisitionStore(open.db, open.clock, open.uuids).all();
  if (!papers) return std::unexpected(papers.error());
  for (stocks::Requisition& paper : *papers) {
    auto standing = stocks::standingOf(paper.events);
    if (!standing) return std::unexpected(std::move(standing.error()).via(paper.number));
    view.requisitions.push_back({std::move(paper), std::move(*standing)});
  }
  auto counts = stocks::CountStore(open.db, open.clock, open.uuids).sheets();
  if (!counts) return std::unexpected(counts.error());
  view.counts = std::move(*counts);
  return {};
}

// A workspace older than changes of levels has what stands.
gis::Result<void> readPeople(const OpenStocks& open, const stocks::LevelInput& levels, StockView& view) {
  const auto changes = stocks::LevelChangesStore(open.db).all();
  if (!changes) return std::unexpected(changes.error());
  std::map<std::int64_t, std::vector<stocks::LevelChange>> of_depot;
  for (const stocks::LevelChange& one : *changes)
    if (one.item_id == 0) of_depot[one.depot_id].push_back(one);
  for (const stocks::LevelBasis& basis : levels.bases) {
    StockPeople& people = view.people[basis.depot_id];
    people.stands = basis;
    const std::vector<stocks::LevelChange>& all = of_depot[basis.depot_id];
    const stocks::LevelChange* stands = stocks::standingChange(all);
    if (!stands) continue;
    people.author = stands->author, people.changed_utc_ms = stands->changed_utc_ms;
    std::vector<stocks::LevelChange> earlier;
    for (const stocks::LevelChange& one : all)
      if (std::ranges::count(stands->upon, one.id) != 0) earlier.push_back(one);
    if (const stocks::LevelChange* before = stocks::standingChange(earlier))
      if (auto was = stocks::basisOfContent(before->content, basis.depot_id)) people.before = *was;
  }
  return {};
}

gis::Result<void> readBooks(const OpenStocks& open, StockView& view) {
  const stocks::CatalogueStore catalogue(open.db);
  auto directory = catalogue.directory();
  if (!directory) return std::unexpected(directory.error());
  view.directory = std::move(*directory);
  auto classes = catalogue.classes();
  if (!classes) return std::unexpected(classes.error());
  view.classes = std::move(*classes);
  auto balance = stocks::BalanceStore(open.db).balance();
  if (!balance) return std::unexpected(balance.error());
  view.balance = std::move(*balance);
  const auto levels = stocks::LevelsStore(open.db).input();
  if (!levels) return std::unexpected(levels.error());
  if (auto done = readPeople(open, *levels, view); !done) return done;
  view.coverage = stocks::coverageOf(view.directory, view.balance, *levels, view.day);
  view.shortages = stocks::shortagesByCounty(view.directory, view.coverage);
  view.structure = stocks::structureOf(view.directory, view.balance, view.coverage);
  view.expiring = stocks::expiringWithin(view.directory, view.balance, view.day, kExpiryListed_d);
  view.rotation = stocks::rotationProposal(view.directory, view.balance, view.coverage, view.day, kRotateAhead_d);
  auto counties = gis::countyNamesOf(open.db);
  if (!counties) return std::unexpected(counties.error());
  view.counties = std::move(*counties);
  auto questions = stocks::LedgerCopyStore(open.db, open.clock, open.uuids).questions(true);
  if (!questions) return std::unexpected(questions.error());
  view.questions = std::move(*questions);
  auto trucks = stocks::TruckStore(open.db).trucks();
  if (!trucks) return std::unexpected(trucks.error());
  view.trucks = std::move(*trucks);
  auto rows = gis::countyCodesByRow(open.db);
  if (!rows) return std::unexpected(rows.error());
  view.county_rows = std::move(*rows);
  return {};
}

}  // namespace

const stocks::Coverage* StockView::coverageOf(std::int64_t depot_id, std::int64_t item_id) const {
  const auto found = std::ranges::find_if(
      coverage, [&](const stocks::Coverage& one) { return one.depot_id == depot_id && one.item_id == item_id; });
  return found == coverage.end() ? nullptr : &*found;
}

const RequisitionRow* StockView::requisition(const std::string& uuid) const {
  const auto found =
      std::ranges::find_if(requisitions, [&](const RequisitionRow& row) { return row.paper.uuid == uuid; });
  return found == requisitions.end() ? nullptr : &*found;
}

const stocks::CountSheet* StockView::count(const std::string& uuid) const {
  const auto found = std::ranges::find(counts, uuid, &stocks::CountSheet::uuid);
  return found == counts.end() ? nullptr : &*found;
}

gis::Result<StockViewPtr> readStocks(const std::filesystem::path& folder, const gis::CancelToken& cancel) {
  return withStocks<StockViewPtr>(folder, gis::OpenMode::kRead,
                                  [&](const OpenStocks& open) -> gis::Result<StockViewPtr> {
                                    auto view = std::make_shared<StockView>();
                                    view->now_utc_ms = open.clock.nowUtcMs();
                                    view->day = stocks::dayOf(view->now_utc_ms);
                                    view->is_there = stocks::CatalogueStore(open.db).there();
                                    if (!view->is_there) return view;
                                    if (auto done = readBooks(open, *view); !done) return std::unexpected(done.error());
                                    if (cancel.cancelled()) return gis::fail(gis::ErrorCode::kCancelled, {});
                                    if (auto done = readPapers(open, *view); !done)
                                      return std::unexpected(done.error());
                                    fillWords(*view);
                                    return view;
                                  });
}

gis::Result<std::vector<stocks::Movement>> readMovements(const std::filesystem::path& folder, std::int64_t depot_id,
                                                         std::int64_t item_id) {
  using Movements = std::vector<stocks::Movement>;
  return withStocks<Movements>(folder, gis::OpenMode::kRead, [&](const OpenStocks& open) {
    stocks::MovementFilter filter;
    filter.depot_id = depot_id, filter.item_id = item_id;
    return stocks::LedgerStore(open.db, open.clock, open.uuids).movements(filter);
  });
}

}  // namespace app

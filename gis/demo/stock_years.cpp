// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/stock_years.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <set>

#include "gis/demo/people_names.h"
#include "gis/stocks/calendar_day.h"
#include "gis/stocks/count_store.h"
#include "gis/stocks/levels_store.h"
#include "gis/stocks/requisition_store.h"
#include "gis/stocks/truck_store.h"

namespace gis::demo {
namespace {

using stocks::MoveDraft;
using stocks::MoveKind;
using stocks::Side;
using stocks::State;

constexpr std::int64_t kStockDay_ms = 86'400'000;
constexpr int kStockDays = 3 * 365, kTownDepots = 30, kRotateBefore_days = 60;

// Moves on as the years do.
class YearsClock final : public Clock {
 public:
  explicit YearsClock(std::int64_t now_utc_ms) : m_now_utc_ms(now_utc_ms) {}
  std::int64_t nowUtcMs() const override { return m_now_utc_ms; }
  void moveTo(std::int64_t utc_ms) { m_now_utc_ms = std::max(m_now_utc_ms, utc_ms); }
  void pass(std::int64_t ms) { m_now_utc_ms += ms; }

 private:
  std::int64_t m_now_utc_ms;
};

struct StockPlace {
  stocks::Depot depot;
  std::int64_t owner_id = 0;
  stocks::LevelBasis basis;
  std::string keeper;
  std::vector<const stocks::Item*> items;
};

// A lot in a depot whose end somebody has to think of.
struct EndingLot {
  const StockPlace* place = nullptr;
  std::int64_t lot_id = 0;
  const stocks::Item* item = nullptr;
  int last_day = 0;
  bool forgotten = false, done = false;
};

class StockYears {
 public:
  StockYears(const Database& db, std::uint64_t seed, std::int64_t now_utc_ms)
      : m_db(db),
        m_random(seed, 0x73746f63),
        m_names(Random(seed, 0x73746f64)),
        m_now_utc_ms(now_utc_ms),
        m_clock(std::make_shared<YearsClock>(now_utc_ms - kStockDays * kStockDay_ms)),
        m_uuids(m_clock, seed ^ 0x73746f63),
        m_catalogue(db),
        m_ledger(db, *m_clock, m_uuids) {}

  Result<void> run() {
    if (auto made = furnish(); !made) return made;
    for (StockPlace& place : m_places)
      if (auto opened = open(place); !opened) return opened;
    const std::int64_t start_utc_ms = m_clock->nowUtcMs();
    for (int week = 1; week * 7 < kStockDays; ++week) {
      m_clock->moveTo(start_utc_ms + week * 7 * kStockDay_ms);
      if (auto lived = liveWeek(week); !lived) return lived;
    }
    m_clock->moveTo(m_now_utc_ms - 2 * kStockDay_ms);
    return standNow();
  }
  long long moves() const { return m_moves; }

 private:
  Result<void> furnish();
  Result<void> addPlace(const stocks::Depot& depot);
  Result<void> open(StockPlace& place);
  Result<void> liveWeek(int week);
  Result<void> rotate();
  Result<void> issueSome(const StockPlace& place);
  Result<void> buy(const StockPlace& place, MoveKind kind, double share);
  Result<void> sendDown(const StockPlace& from, const StockPlace& to);
  Result<void> lend(const StockPlace& place);
  Result<void> count(const StockPlace& place);
  Result<stocks::Requisition> ask(const StockPlace& to, int items, const char* place_name);
  Result<stocks::Requisition> advance(const stocks::Requisition& requisition, stocks::RequisitionStep step,
                                      std::vector<stocks::RequisitionLine> lines);
  // Until it is on the road.
  Result<stocks::Requisition> send(const StockPlace& to, const char* place_name);
  Result<void> floodSeason(bool with_loss);
  Result<void> standNow();

  std::int64_t amount(const StockPlace& place, const stocks::Item& item);
  struct FreshLot {
    std::int64_t id = 0;
    int last_day = 0;  // 0: never
  };
  Result<FreshLot> freshLot(const stocks::Item& item, int age_days, const std::string& donor = {});
  void remember(const StockPlace& place, const stocks::Item& item, const FreshLot& lot);
  Result<void> book(const MoveDraft& draft) {
    if (draft.lines.empty()) return {};
    const auto done = m_ledger.bookInside(draft);
    if (!done) return std::unexpected(done.error());
    ++m_moves;
    return {};
  }
  MoveDraft draft(MoveKind kind, const StockPlace& place, const char* reason) {
    MoveDraft one;
    one.kind = kind, one.author = place.keeper, one.reason = reason;
    m_clock->pass(60'000 + m_random.below(600'000));
    return one;
  }
  // The lines that take a share of what is usable; none when there is nothing.
  Result<std::vector<stocks::MoveLine>> taking(const StockPlace& place, const stocks::Item& item, double share,
                                               Side to) {
    const auto there = m_ledger.atHand(place.depot.id, item.id);
    if (!there) return std::unexpected(there.error());
    const std::string day = stocks::dayOf(m_clock->nowUtcMs());
    std::int64_t good = 0;
    for (const stocks::LotAtHand& lot : *there)
      if (lot.expires_on.empty() || lot.expires_on >= day) good += lot.quantity;
    std::vector<stocks::MoveLine> lines;
    const auto wanted = static_cast<std::int64_t>(std::ceil(static_cast<double>(good) * share));
    if (wanted <= 0) return lines;
    const auto shares = stocks::chooseLots(*there, wanted, day);
    if (!shares) return std::unexpected(shares.error());
    for (const stocks::LotShare& one : *shares)
      lines.push_back({one.lot_id, one.owner_id, one.quantity, {place.depot.id, State::kUsable}, to});
    return lines;
  }
  template <class T>
  const T& any(const std::vector<T>& of) {
    return of[m_random.below(static_cast<std::uint32_t>(of.size()))];
  }

  const Database& m_db;
  Random m_random;
  NameMaker m_names;
  std::int64_t m_now_utc_ms;
  std::shared_ptr<YearsClock> m_clock;
  UuidSource m_uuids;
  stocks::CatalogueStore m_catalogue;
  stocks::LedgerStore m_ledger;
  stocks::Directory m_directory;
  std::vector<StockPlace> m_places;        // the city's first
  std::map<std::string, FreshLot> m_lots;  // by number
  std::vector<EndingLot> m_ending;
  std::set<std::pair<std::int64_t, std::int64_t>> m_known;  // depot and lot of these
  std::map<std::int64_t, int> m_last_days;                  // by lot
  long long m_moves = 0;
};

Result<void> StockYears::furnish() {
  if (auto added = m_catalogue.addShippedItems("烽燧", m_clock->nowUtcMs()); !added)
    return std::unexpected(added.error());
  if (auto added = m_catalogue.addCensusDepots(m_uuids); !added) return std::unexpected(added.error());
  auto first = m_catalogue.directory();
  if (!first) return std::unexpected(first.error());
  if (first->depots.empty()) return fail(ErrorCode::kNoData, "depot");
  const stocks::Depot city = first->depots.front();
  const std::pair<const char*, const char*> others[] = {{"XY-SP", "食品饮料协议供应商（演示）"},
                                                        {"XY-FZ", "被服帐篷协议供应商（演示）"},
                                                        {"XY-JX", "工程机械协议单位（演示）"},
                                                        {"JT-01", "家庭应急包（社区汇总，演示）"}};
  for (const auto& [code, name] : others) {
    stocks::Depot depot = city;
    depot.id = 0, depot.uuid.clear(), depot.census_uuid.clear();
    depot.code = code, depot.name = name;
    depot.kind = code[0] == 'J' ? "household" : "contract";
    if (auto put = m_catalogue.putDepot(m_uuids, depot); !put) return std::unexpected(put.error());
  }
  auto all = m_catalogue.directory();
  if (!all) return std::unexpected(all.error());
  m_directory = std::move(*all);
  int towns = 0;
  for (const stocks::Depot& depot : m_directory.depots)
    if (depot.tier <= 3 || ++towns <= kTownDepots)
      if (auto added = addPlace(depot); !added) return added;
  std::ranges::stable_sort(m_places, {}, [](const StockPlace& place) {
    return std::pair(place.depot.kind != "government", place.depot.tier);
  });
  return {};
}

Result<void> StockYears::addPlace(const stocks::Depot& depot) {
  StockPlace place;
  place.depot = depot;
  place.keeper = depot.keeper.empty() ? m_names.next() : depot.keeper;
  const bool is_government = depot.kind == "government";
  const auto owner = m_catalogue.owner(!is_government    ? depot.name
                                       : depot.tier <= 2 ? "市应急管理局"
                                                         : "县（区）应急管理局");
  if (!owner) return std::unexpected(owner.error());
  place.owner_id = *owner;
  const stocks::LevelsStore levels(m_db);
  const auto people = levels.peopleAtRisk(depot.division_code);
  if (!people) return std::unexpected(people.error());
  place.basis.depot_id = depot.id;
  place.basis.people = *people;
  place.basis.source = "地质灾害隐患点威胁人口与沿河危险断面人口之和（演示数据）";
  if (is_government && *people > 0)
    if (auto set = levels.setBasis(place.basis, place.keeper, m_clock->nowUtcMs()); !set) return set;
  for (const stocks::Item& item : m_directory.items) {
    const std::string& layer = item.class_code;
    const bool wanted = depot.code == "XY-SP"   ? layer == "101" || layer == "102"
                        : depot.code == "XY-FZ" ? layer == "103" || layer == "104"
                        : depot.code == "XY-JX" ? layer == "302" || layer == "301"
                        : depot.code == "JT-01" ? item.name_zh == "家庭应急包"
                        : depot.tier <= 2       ? layer != "302"
                        : depot.tier == 3       ? item.norm || m_random.chance(0.5)
                                                : (item.norm && layer != "206") || m_random.chance(0.06);
    if (wanted) place.items.push_back(&item);
  }
  m_places.push_back(std::move(place));
  return {};
}

std::int64_t StockYears::amount(const StockPlace& place, const stocks::Item& item) {
  if (const auto level = stocks::levelOf(item, place.basis, 1); level && place.depot.kind == "government") {
    // The city holds a share of everybody's, a township some days of its own.
    const double share = place.depot.tier <= 2 ? 0.4 : place.depot.tier == 3 ? 0.9 : 0.7;
    const auto wanted = static_cast<double>(level->target) * share * m_random.uniform(0.5, 1.4);
    return std::max<std::int64_t>(1, std::llround(wanted));
  }
  const double of_city = item.weight_kg > 1000  ? 3
                         : item.weight_kg > 100 ? 12
                         : item.weight_kg > 20  ? 60
                         : item.weight_kg > 3   ? 300
                         : item.weight_kg > 0.5 ? 1500
                                                : 6000;
  const double share = place.depot.tier <= 2 ? 1 : place.depot.tier == 3 ? 0.25 : 0.04;
  return std::max<std::int64_t>(1, std::llround(of_city * share * m_random.uniform(0.5, 1.5)));
}

// Made some days ago, on the first of its month: lots of one month are one.
Result<StockYears::FreshLot> StockYears::freshLot(const stocks::Item& item, int age_days, const std::string& donor) {
  stocks::Lot lot;
  const std::string day = stocks::dayOf(m_clock->nowUtcMs() - age_days * kStockDay_ms);
  lot.made_on = day.substr(0, 8) + "01";
  lot.lot_no = fmt::format("{}-{}{}{}", item.code, day.substr(2, 2), day.substr(5, 2), donor.empty() ? "" : "J");
  const auto known = m_lots.find(lot.lot_no);
  if (known != m_lots.end()) return known->second;
  lot.maker = "演示厂家";
  lot.donor = donor;
  lot.price_yuan = std::round(std::max(0.5, item.weight_kg * 30) * 10) / 10;
  const auto id = m_catalogue.lot(item, lot);
  if (!id) return std::unexpected(id.error());
  const int made = stocks::dayNumber(lot.made_on).value_or(0);
  const FreshLot fresh{*id, item.shelf_life_days ? made + *item.shelf_life_days : 0};
  m_lots.emplace(lot.lot_no, fresh);
  return fresh;
}

void StockYears::remember(const StockPlace& place, const stocks::Item& item, const FreshLot& lot) {
  if (lot.last_day == 0) return;
  m_last_days[lot.id] = lot.last_day;
  if (!m_known.emplace(place.depot.id, lot.id).second) return;
  m_ending.push_back({&place, lot.id, &item, lot.last_day});
}

Result<void> StockYears::open(StockPlace& place) {
  MoveDraft opening = draft(MoveKind::kOpening, place, "建账");
  for (const stocks::Item* item : place.items) {
    const std::int64_t all = amount(place, *item);
    const int life_days = item->shelf_life_days.value_or(3650);
    const int lots = all > 20 && m_random.chance(0.5) ? 2 : 1;
    for (int i = 0; i < lots; ++i) {
      const auto age_days = static_cast<int>(m_random.uniform(0.02, 0.75) * life_days);
      const auto lot = freshLot(*item, age_days);
      if (!lot) return std::unexpected(lot.error());
      opening.lines.push_back({lot->id,
                               place.owner_id,
                               lots == 1 ? all : (i == 0 ? all - all / 3 : all / 3),
                               {0, State::kOpening},
                               {place.depot.id, State::kUsable}});
      remember(place, *item, *lot);
    }
  }
  return book(opening);
}

// What ends soon is exchanged for fresh; now and then somebody forgets, and weeks later it is scrapped.
Result<void> StockYears::rotate() {
  const int today = stocks::dayNumber(stocks::dayOf(m_clock->nowUtcMs())).value_or(0);
  for (std::size_t i = 0; i < m_ending.size(); ++i) {
    const int left = m_ending[i].last_day - today;
    const bool forgotten = m_ending[i].forgotten;
    if (m_ending[i].done || left > kRotateBefore_days || (forgotten && left > -20)) continue;
    if (!forgotten && left >= 0 && m_random.chance(0.12)) {
      m_ending[i].forgotten = true;
      continue;
    }
    m_ending[i].done = true;
    const EndingLot ending = m_ending[i];
    const StockPlace& place = *ending.place;
    const auto there = m_ledger.atHand(place.depot.id, ending.item->id);
    if (!there) return std::unexpected(there.error());
    const bool scraps = left < 0;
    if (scraps && m_random.chance(0.4)) continue;  // still lies there
    MoveDraft out = draft(scraps ? MoveKind::kScrap : MoveKind::kRotation, place, scraps ? "过期报废" : "到期轮换");
    std::int64_t quantity = 0;
    for (const stocks::LotAtHand& lot : *there) {
      if (lot.lot_id != ending.lot_id) continue;
      quantity += lot.quantity;
      out.lines.push_back({lot.lot_id,
                           lot.owner_id,
                           lot.quantity,
                           {place.depot.id, State::kUsable},
                           {0, scraps ? State::kScrapped : State::kRotated}});
    }
    if (quantity == 0) continue;
    const auto fresh = freshLot(*ending.item, 20);
    if (!fresh) return std::unexpected(fresh.error());
    const stocks::MoveLine in{fresh->id,
                              place.owner_id,
                              quantity,
                              {0, scraps ? State::kSupplier : State::kRotated},
                              {place.depot.id, State::kUsable}};
    if (!scraps) out.lines.push_back(in);
    if (auto done = book(out); !done) return done;
    if (scraps) {
      MoveDraft bought = draft(MoveKind::kPurchase, place, "补充报废");
      bought.lines.push_back(in);
      if (auto done = book(bought); !done) return done;
    }
    remember(place, *ending.item, *fresh);
  }
  return {};
}

Result<void> StockYears::issueSome(const StockPlace& place) {
  constexpr const char* kWhy[] = {"低温雨雪救助", "汛期转移安置", "火灾受灾户救助",
                                  "防汛值守",     "森林防火值守", "困难群众慰问"};
  MoveDraft out = draft(MoveKind::kIssue, place, kWhy[m_random.below(std::size(kWhy))]);
  const int items = 1 + static_cast<int>(m_random.below(3));
  const std::uint32_t from = m_random.below(static_cast<std::uint32_t>(place.items.size()));
  for (int i = 0; i < items && i < static_cast<int>(place.items.size()); ++i) {
    const stocks::Item& item = *place.items[(from + static_cast<std::uint32_t>(i)) % place.items.size()];
    auto lines = taking(place, item, m_random.uniform(0.01, 0.07), {0, State::kUsed});
    if (!lines) return std::unexpected(lines.error());
    out.lines.insert(out.lines.end(), lines->begin(), lines->end());
  }
  return book(out);
}

Result<void> StockYears::buy(const StockPlace& place, MoveKind kind, double share) {
  const bool is_gift = kind == MoveKind::kDonation;
  MoveDraft in = draft(kind, place, is_gift ? "社会捐赠" : "年度采购");
  const stocks::Item& item = *any(place.items);
  const auto lot = freshLot(item, 10, is_gift ? "爱心企业（演示）" : "");
  if (!lot) return std::unexpected(lot.error());
  const auto quantity = static_cast<std::int64_t>(static_cast<double>(amount(place, item)) * share) + 1;
  in.lines.push_back({lot->id,
                      place.owner_id,
                      quantity,
                      {0, is_gift ? State::kDonor : State::kSupplier},
                      {place.depot.id, State::kUsable}});
  remember(place, item, *lot);
  return book(in);
}

Result<void> StockYears::sendDown(const StockPlace& from, const StockPlace& to) {
  MoveDraft move = draft(MoveKind::kTransfer, from, "下拨前置");
  const stocks::Item& item = *any(to.items);
  auto lines = taking(from, item, m_random.uniform(0.02, 0.08), {to.depot.id, State::kUsable});
  if (!lines) return std::unexpected(lines.error());
  move.lines = std::move(*lines);
  for (const stocks::MoveLine& line : move.lines)
    if (const auto lot = m_last_days.find(line.lot_id); lot != m_last_days.end())
      remember(to, item, {line.lot_id, lot->second});
  return book(move);
}

// Lent for a drill and brought back the week after, some of it damaged.
Result<void> StockYears::lend(const StockPlace& place) {
  const stocks::Item& item = *any(place.items);
  auto lines = taking(place, item, 0.05, {place.depot.id, State::kOnLoan});
  if (!lines) return std::unexpected(lines.error());
  MoveDraft out = draft(MoveKind::kLoan, place, "应急演练借用");
  out.lines = std::move(*lines);
  if (auto done = book(out); !done) return done;
  m_clock->pass(2 * kStockDay_ms);
  MoveDraft back = draft(MoveKind::kReturn, place, "演练归还");
  for (stocks::MoveLine line : out.lines) {
    std::swap(line.from, line.to);
    const std::int64_t damaged = line.quantity > 3 && m_random.chance(0.3) ? 1 : 0;
    line.quantity -= damaged;
    back.lines.push_back(line);
    if (damaged == 0) continue;
    line.quantity = damaged, line.to.state = State::kDamaged;
    back.lines.push_back(line);
  }
  return book(back);
}

// The count of December: a few rows of a depot differ by a little.
Result<void> StockYears::count(const StockPlace& place) {
  stocks::CountStore counts(m_db, *m_clock, m_uuids);
  std::vector<std::int64_t> items;
  for (int i = 0; i < 8; ++i) items.push_back(any(place.items)->id);
  m_clock->pass(3'600'000);
  const auto sheet = counts.begin(place.depot.id, true, items, place.keeper);
  if (!sheet) return sheet.error().code == ErrorCode::kNoData ? Result<void>() : std::unexpected(sheet.error());
  const auto cells = stocks::BalanceStore(m_db).balance();
  if (!cells) return std::unexpected(cells.error());
  std::vector<stocks::CountEntry> entries;
  const std::string counter = m_names.next();
  m_clock->pass(3'600'000);
  for (const stocks::CountRow& row : sheet->rows) {
    const auto cell = std::ranges::find(*cells, row.cell_id, &stocks::CellBalance::cell_id);
    const std::int64_t less = cell->quantity > 20 && m_random.chance(0.2) ? 1 + m_random.below(3) : 0;
    entries.push_back({m_uuids.next(), row.cell_id, cell->quantity - less, m_clock->nowUtcMs(), counter});
  }
  if (auto entered = counts.enter(sheet->uuid, entries); !entered) return entered;
  m_clock->pass(600'000);
  const auto done = counts.finish(sheet->uuid, place.keeper, m_names.next(), "年末盘点，漏记零星领用");
  if (!done) return std::unexpected(done.error());
  m_moves += done->has_value();
  return {};
}

Result<void> StockYears::liveWeek(int week) {
  const std::string day = stocks::dayOf(m_clock->nowUtcMs());
  const int month = (day[5] - '0') * 10 + (day[6] - '0');
  if (auto done = rotate(); !done) return done;
  const int issues = month >= 6 && month <= 8 ? 12 : 6;
  for (int i = 0; i < issues; ++i)
    if (auto done = issueSome(any(m_places)); !done) return done;
  for (int i = 0; i < 3; ++i)
    if (auto done = buy(any(m_places), MoveKind::kPurchase, 0.12); !done) return done;
  if (week % 13 == 0)
    if (auto done = buy(any(m_places), MoveKind::kDonation, 0.08); !done) return done;
  if (m_places.size() > 1 && m_places[1].depot.kind == "government")
    for (int i = 0; i < 3; ++i)
      if (const StockPlace& to = any(m_places); &to != &m_places[0] && to.depot.kind == "government")
        if (auto done = sendDown(m_places[0], to); !done) return done;
  if (week % 6 == 0)
    if (auto done = lend(any(m_places)); !done) return done;
  if (month == 12 && week % 4 == 0)
    for (std::size_t i = 0; i < m_places.size(); i += 5)
      if (auto done = count(m_places[i]); !done) return done;
  if (month == 7 && week % 4 == 0) return floodSeason(week > 104);
  return {};
}

Result<stocks::Requisition> StockYears::ask(const StockPlace& to, int items, const char* place_name) {
  stocks::RequisitionHead head;
  head.unit = to.depot.name, head.person = to.keeper, head.phone = to.depot.phone;
  head.place = place_name, head.where = to.depot.where;
  head.basis = "防汛应急响应（演示）";
  head.deadline_utc_ms = m_clock->nowUtcMs() + 6 * 3'600'000;
  std::vector<stocks::RequisitionLine> lines;
  for (const stocks::Item* item : m_places[0].items)
    if (item->norm && static_cast<int>(lines.size()) < items)
      lines.push_back({item->code, 10 + 5 * static_cast<std::int64_t>(m_random.below(9)), 0, 0, 0, 0, 0});
  return stocks::RequisitionStore(m_db, *m_clock, m_uuids).enter(head, lines, to.keeper + "（申请）");
}

Result<stocks::Requisition> StockYears::advance(const stocks::Requisition& requisition, stocks::RequisitionStep step,
                                                std::vector<stocks::RequisitionLine> lines) {
  m_clock->pass(1'200'000);
  stocks::RequisitionEvent event;
  event.step = step;
  event.actor = step == stocks::RequisitionStep::kApproved ? "值班领导（演示）" : m_places[0].keeper;
  event.lines = std::move(lines);
  event.transport = {"应急运输队（演示）", "晋D·Y0001", m_names.next(), {}, {}};
  auto after = stocks::RequisitionStore(m_db, *m_clock, m_uuids).advance(requisition.uuid, std::move(event));
  if (after) m_moves += static_cast<long long>(after->events.back().moves.size());
  return after;
}

Result<stocks::Requisition> StockYears::send(const StockPlace& to, const char* place_name) {
  auto asked = ask(to, 4, place_name);
  if (!asked) return asked;
  const auto approved = advance(*asked, stocks::RequisitionStep::kApproved, asked->events.front().lines);
  if (!approved) return approved;
  auto pick = stocks::RequisitionStore(m_db, *m_clock, m_uuids).proposePick(asked->uuid, {m_places[0].depot.id});
  if (!pick) return std::unexpected(pick.error());
  if (pick->empty()) return approved;
  const auto picked = advance(*asked, stocks::RequisitionStep::kPicked, *pick);
  if (!picked) return picked;
  return advance(*asked, stocks::RequisitionStep::kDispatched, *pick);
}

Result<void> StockYears::floodSeason(bool with_loss) {
  const auto sent = send(m_places[m_places.size() / 2], "安置点（演示）");
  if (!sent) return std::unexpected(sent.error());
  if (sent->events.back().step != stocks::RequisitionStep::kDispatched) return {};
  auto arrived = sent->events.back().lines;
  if (with_loss && arrived.front().quantity > 3) arrived.front().lost = 2, arrived.front().damaged = 1;
  m_clock->pass(2 * 3'600'000);
  const auto received = advance(*sent, stocks::RequisitionStep::kReceived, arrived);
  if (!received) return std::unexpected(received.error());
  const auto closed = advance(*sent, stocks::RequisitionStep::kClosed, {});
  if (!closed) return std::unexpected(closed.error());
  return {};
}

// What the desk of the demo's present shows: one on the road, one that waits for its picking, one that waits for a yes.
Result<void> StockYears::standNow() {
  // The city's depot has trucks of its own; the others hire.
  if (auto parked = stocks::TruckStore(m_db).setTrucks(
          m_places[0].depot.id, {{"5 吨厢式货车", 5000, 22, 4}, {"10 吨栏板货车", 10'000, 40, 2}}, m_places[0].keeper,
          m_clock->nowUtcMs());
      !parked)
    return parked;
  if (auto sent = send(m_places[1 % m_places.size()], "王和镇安置点（演示）"); !sent)
    return std::unexpected(sent.error());
  const auto waiting = ask(m_places[2 % m_places.size()], 3, "沁河沿岸安置点（演示）");
  if (!waiting) return std::unexpected(waiting.error());
  const auto approved = advance(*waiting, stocks::RequisitionStep::kApproved, waiting->events.front().lines);
  if (!approved) return std::unexpected(approved.error());
  const auto asked = ask(m_places[3 % m_places.size()], 2, "敬老院（演示）");
  if (!asked) return std::unexpected(asked.error());
  return {};
}

}  // namespace

Result<long long> writeStockYears(const Database& db, std::uint64_t seed, std::int64_t now_utc_ms) {
  long long moves = 0;
  const auto done = db.transaction([&]() -> Result<void> {
    StockYears years(db, seed, now_utc_ms);
    if (auto lived = years.run(); !lived) return lived;
    moves = years.moves();
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return moves;
}

}  // namespace gis::demo

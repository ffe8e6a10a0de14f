// SPDX-License-Identifier: GPL-3.0-or-later
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <map>

#include "tests/gis/stocks/stocks_world.h"

namespace gis::stocks {
namespace {

using Key = std::tuple<std::int64_t, std::int64_t, State>;  // depot, lot, state

// What the books should hold, kept by the simplest means.
struct Model {
  std::map<Key, std::int64_t> held;
  bool apply(const MoveLine& line) {
    if (!isOutside(line.from.state)) {
      std::int64_t& from = held[{line.from.depot_id, line.lot_id, line.from.state}];
      if (from < line.quantity) return false;
      from -= line.quantity;
    }
    if (!isOutside(line.to.state)) held[{line.to.depot_id, line.lot_id, line.to.state}] += line.quantity;
    return true;
  }
};

std::map<Key, std::int64_t> heldOf(const std::vector<CellBalance>& cells) {
  std::map<Key, std::int64_t> held;
  for (const CellBalance& cell : cells) held[{cell.depot_id, cell.lot_id, cell.state}] += cell.quantity;
  return held;
}

struct RandomMoves {
  StocksWorld& w;
  Random random{20260501};
  std::vector<std::int64_t> lots, depots;
  MoveLine any(MoveKind kind) {
    const auto pick = [&](const std::vector<std::int64_t>& of) {
      return of[random.below(static_cast<std::uint32_t>(of.size()))];
    };
    const std::int64_t a = pick(depots), b = pick(depots);
    MoveLine line = w.line(pick(lots), 1 + random.below(40), {a, State::kUsable}, {0, State::kUsed});
    using enum State;
    switch (kind) {
      case MoveKind::kPurchase:
        line.from = {0, kSupplier}, line.to = {a, kUsable}, line.quantity *= 3;
        break;
      case MoveKind::kTransfer:
        line.to = {b, kUsable};
        break;
      case MoveKind::kReserve:
        line.to = {a, kReserved};
        break;
      case MoveKind::kRelease:
        line.from = {a, kReserved}, line.to = {a, kUsable};
        break;
      case MoveKind::kDispatch:
        line.from = {a, kReserved}, line.to = {a, kInTransit};
        break;
      case MoveKind::kReceipt:
        line.from = {a, kInTransit}, line.to = {b, kUsable};
        break;
      case MoveKind::kLoss:
        line.from = {a, kInTransit}, line.to = {0, kLost};
        break;
      case MoveKind::kLoan:
        line.to = {a, kOnLoan};
        break;
      case MoveKind::kReturn:
        line.from = {a, kOnLoan}, line.to = {a, kUsable};
        break;
      case MoveKind::kGrade:
        line.to = {a, kDamaged};
        break;
      case MoveKind::kScrap:
        line.from = {a, kDamaged}, line.to = {0, kScrapped};
        break;
      default:
        break;
    }
    return line;
  }
  MoveDraft next() {
    constexpr MoveKind kKinds[] = {MoveKind::kPurchase, MoveKind::kPurchase, MoveKind::kTransfer, MoveKind::kIssue,
                                   MoveKind::kReserve,  MoveKind::kRelease,  MoveKind::kDispatch, MoveKind::kReceipt,
                                   MoveKind::kLoss,     MoveKind::kLoan,     MoveKind::kReturn,   MoveKind::kGrade,
                                   MoveKind::kScrap};
    const MoveKind kind = kKinds[random.below(std::size(kKinds))];
    MoveDraft draft = w.draft(kind, {any(kind)});
    draft.reason = "试";
    if (random.chance(0.2)) draft.lines.push_back(any(kind));
    return draft;
  }
};

// 10^5 random movements, a good part of them impossible, some reversed: the books hold what the model holds, on any
// day.
TEST(LedgerProperty, TheSumOfTheMovementsIsTheStock) {
  StocksWorld w;
  RandomMoves moves{w, Random(20260501), {}, {w.city, w.county}};
  for (int i = 0; i < 6; ++i) moves.lots.push_back(w.lot(i < 3 ? w.quilt : w.torch, "L" + std::to_string(i)));
  const char* wanted = std::getenv("FENGSUI_MOVEMENTS");
  const int count = wanted ? std::atoi(wanted) : 100'000;
  Model model;
  std::map<std::int64_t, std::map<Key, std::int64_t>> on_day;
  int booked = 0, refused = 0, reversed = 0;
  const auto began = std::chrono::steady_clock::now();
  // A transaction for some hundred movements: 100,000 of them would wait for the file system only.
  for (int done = 0; done < count;) {
    w.clock->now += kDay_ms;
    const auto day = w.db().transaction([&]() -> Result<void> {
      for (int i = 0; i < 500 && done < count; ++i, ++done) {
        w.clock->now += 1000;
        const MoveDraft draft = moves.next();
        bool possible = checkDraft(draft).has_value();
        Model after = possible ? model : Model();
        for (const MoveLine& line : draft.lines) possible = possible && after.apply(line);
        if (!possible) {
          w.db().sql().exec("SAVEPOINT one");
          const auto outcome = w.ledger->bookInside(draft);
          EXPECT_FALSE(outcome.has_value());
          w.db().sql().exec("ROLLBACK TO one; RELEASE one");
          ++refused;
          continue;
        }
        const auto outcome = w.ledger->bookInside(draft);
        if (!outcome) return std::unexpected(outcome.error());
        model = std::move(after);
        ++booked;
      }
      return {};
    });
    ASSERT_OK(day);
    if (const auto last = w.ledger->movements({0, 0, 0, {}, 0, 0, 1}); last && !last->empty()) {
      Model after = model;
      bool possible = !last->front().reverses_id;
      const auto& lines = last->front().draft.lines;
      for (auto line = lines.rbegin(); line != lines.rend(); ++line)
        possible = possible && after.apply({line->lot_id, line->owner_id, line->quantity, line->to, line->from});
      const auto back = w.ledger->reverse(last->front().id, "王建国", "试");
      ASSERT_EQ(back.has_value(), possible) << say(back);
      if (back) model = std::move(after), ++reversed;
    }
    std::erase_if(model.held, [](const auto& entry) { return entry.second == 0; });
    on_day[w.clock->now] = model.held;
  }
  const BalanceStore balances(w.db());
  EXPECT_EQ(heldOf(*balances.balance()), model.held);
  int days = 0;
  for (const auto& [at_utc_ms, held] : on_day)
    if (++days % 7 == 0) {
      EXPECT_EQ(heldOf(*balances.balance(at_utc_ms)), held) << formatUtc(at_utc_ms);
    }
  const auto audit = balances.audit();
  ASSERT_OK(audit);
  EXPECT_TRUE(audit->empty()) << audit->size() << " cells or checkpoints are wrong";
  EXPECT_GT(booked, count / 3);
  EXPECT_GT(refused, count / 10);
  EXPECT_GT(reversed, 10);
  if (count >= 50'000) {
    EXPECT_GT(w.rows("stock_checkpoint"), 1);
  }
  std::cout << booked << " booked, " << refused << " refused, " << reversed << " reversed, "
            << w.rows("stock_checkpoint") << " checkpoints, "
            << std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count() << " s\n";
}

// What is entered days late goes behind checkpoints, too.
TEST(LedgerProperty, LateEntriesReachTheCheckpoints) {
  StocksWorld w;
  const auto lot = w.lot(w.quilt, "A"), other = w.lot(w.torch, "B");
  const std::int64_t begin = kNoon_utc_ms - 4000 * kDay_ms;
  const auto booked = w.db().transaction([&]() -> Result<void> {
    for (int i = 0; i < 2 * kLinesBetweenCheckpoints + 100; ++i) {
      MoveDraft draft = w.purchase(w.city, lot, 1);
      draft.at_utc_ms = begin + i * 3'600'000LL;
      if (auto done = w.ledger->bookInside(draft); !done) return std::unexpected(done.error());
    }
    return {};
  });
  ASSERT_OK(booked);
  ASSERT_EQ(w.rows("stock_checkpoint"), 2);
  MoveDraft late = w.purchase(w.county, other, 7);
  late.at_utc_ms = begin + 5;
  ASSERT_OK(w.ledger->book(late));
  late = w.issue(w.city, lot, 1);
  late.at_utc_ms = begin + 100 * 3'600'000LL;
  ASSERT_OK(w.ledger->book(late));
  const BalanceStore balances(w.db());
  EXPECT_TRUE(balances.audit()->empty());
  std::map<Key, std::int64_t> held = heldOf(*balances.balance(begin + 20'000 * 3'600'000LL));
  EXPECT_EQ((held[{w.county, other, State::kUsable}]), 7);
  EXPECT_EQ((held[{w.city, lot, State::kUsable}]), 20'000);
}

// The program is killed at random moments of issuing: every movement is there whole or not at all, and the books are
// right. FENGSUI_KILLS sets how many moments.
TEST(LedgerKill, MovementsAreWholeOrNotThere) {
  StocksWorld w;
  const auto lot = w.lot(w.quilt, "A"), other = w.lot(w.torch, "B");
  ASSERT_OK(w.ledger->bookAll(std::vector{w.purchase(w.city, lot, 1'000'000), w.purchase(w.city, other, 1'000'000)}));
  const std::int64_t city = w.city, owner = w.owner;
  w.ledger.reset(), w.catalogue.reset(), w.workspace.reset();
  const char* wanted = std::getenv("FENGSUI_KILLS");
  const int moments = wanted ? std::atoi(wanted) : 12;
  Random random(9);
  long moves_before = 2;
  for (int moment = 0; moment < moments; ++moment) {
    int pipe_ends[2];
    ASSERT_EQ(::pipe(pipe_ends), 0);
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      const auto own = Workspace::open(w.folder / "w", OpenMode::kReadWrite);
      const auto clock = std::make_shared<SystemClock>();
      UuidSource uuids(clock);
      if (!own) ::_exit(3);
      LedgerStore ledger(own->db(), *clock, uuids);
      MoveDraft draft;
      draft.kind = MoveKind::kIssue, draft.author = "子进程";
      draft.lines = {{lot, owner, 1, {city, State::kUsable}, {0, State::kUsed}},
                     {other, owner, 2, {city, State::kUsable}, {0, State::kUsed}}};
      const bool begun = ::write(pipe_ends[1], "x", 1) == 1;
      while (begun)
        if (!ledger.book(draft) || ::write(pipe_ends[1], "x", 1) != 1) ::_exit(4);
      ::_exit(5);
    }
    ::close(pipe_ends[1]);
    long said = -1;  // the first mark says that it begins
    char byte = 0;
    const auto until = 1 + static_cast<long>(random.below(25));
    while (said < until && ::read(pipe_ends[0], &byte, 1) == 1) ++said;
    for (std::uint32_t spin = random.below(300'000); spin > 0; --spin) byte = static_cast<char>(byte ^ spin);
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status)) << "it ended by itself: " << WEXITSTATUS(status);
    while (::read(pipe_ends[0], &byte, 1) == 1) ++said;
    ::close(pipe_ends[0]);
    const auto reopened = Workspace::open(w.folder / "w", OpenMode::kReadWrite);
    ASSERT_OK(reopened);
    SQLite::Database& sql = reopened->db().sql();
    const long moves = sql.execAndGet("SELECT count(*) FROM stock_move").getInt();
    EXPECT_GE(moves - moves_before, said) << "what was said to be booked is booked";
    EXPECT_LE(moves - moves_before, said + 1);
    EXPECT_EQ(sql.execAndGet("SELECT count(*) FROM stock_line").getInt(), 2 + 2 * (moves - 2));
    EXPECT_TRUE(BalanceStore(reopened->db()).audit()->empty());
    const auto cells = BalanceStore(reopened->db()).balance();
    for (const CellBalance& cell : *cells)
      EXPECT_EQ(cell.quantity, 1'000'000 - (cell.lot_id == lot ? 1 : 2) * (moves - 2));
    moves_before = moves;
  }
  std::cout << moments << " kills, " << moves_before << " movements\n";
}

}  // namespace
}  // namespace gis::stocks

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/stocks/ledger_copy_store.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "gis/stocks/level_changes_store.h"
#include "gis/stocks/levels_store.h"
#include "gis/store/migration.h"
#include "tests/gis/stocks/two_laptops.h"

namespace gis::stocks {
namespace {

TEST_F(TwoLaptops, TheLastTenAreIssuedOnceAndTheSecondIsAQuestion) {
  ASSERT_TRUE(world.ledger->book(take(10)).has_value());
  ASSERT_TRUE(other->ledger.book(take(10)).has_value());
  const auto copy = other->copies().copySince(0, "长治应急-02");
  ASSERT_TRUE(copy.has_value()) << say(copy);
  const auto merged = office().merge(*copy);
  ASSERT_TRUE(merged.has_value()) << say(merged);
  EXPECT_EQ(merged->moves, 0);
  EXPECT_EQ(merged->known, 1) << "the purchase both had";
  EXPECT_EQ(merged->questions, 1);
  EXPECT_EQ(world.held(world.county, world.torch), 0);
  EXPECT_TRUE(BalanceStore(world.db()).audit()->empty());
  const auto questions = *office().questions(true);
  ASSERT_EQ(questions.size(), 1U);
  EXPECT_EQ(questions[0].seat, "长治应急-02");
  EXPECT_NE(questions[0].why.find("10 asked, 0 left"), std::string::npos) << questions[0].why;
  EXPECT_NE(questions[0].content.find("\"quantity\":10"), std::string::npos) << "nothing is lost";
  // Once more changes nothing, and a decision needs words.
  EXPECT_EQ(office().merge(*copy)->questions, 0);
  EXPECT_FALSE(office().decide(questions[0].uuid, "", "王建国").has_value());
  ASSERT_TRUE(office().decide(questions[0].uuid, "实发 10 支为手工台账重复", "王建国").has_value());
  EXPECT_TRUE(office().questions(true)->empty());
  EXPECT_EQ(office().questions(false)->size(), 1U);
}

TEST_F(TwoLaptops, WhatFitsTogetherIsBookedOnBothSides) {
  ASSERT_TRUE(world.ledger->book(take(3)).has_value());
  ASSERT_TRUE(other->ledger.book(take(4)).has_value());
  // A lot and an owner that only the laptop knows.
  const auto known = *CatalogueStore(other->workspace.db()).directory();
  const auto owner = *CatalogueStore(other->workspace.db()).owner("红十字会");
  Lot lot;
  lot.lot_no = "新批", lot.expires_on = "2027-01-01";
  const auto lot_id = *CatalogueStore(other->workspace.db()).lot(*known.itemNamed("棉被"), lot);
  MoveDraft gift;
  gift.kind = MoveKind::kDonation, gift.author = "李梅";
  gift.lines = {{lot_id, owner, 25, {0, State::kDonor}, {world.county, State::kUsable}}};
  ASSERT_TRUE(other->ledger.book(gift).has_value());
  const auto theirs = *other->copies().copySince(0, "laptop"), ours = *office().copySince(0, "office");
  const auto merged = office().merge(theirs);
  ASSERT_TRUE(merged.has_value()) << say(merged);
  EXPECT_EQ(merged->moves, 2);
  ASSERT_TRUE(other->copies().merge(ours).has_value());
  EXPECT_EQ(world.held(world.county, world.torch), 3);
  EXPECT_EQ(world.held(world.county, world.quilt), 25);
  std::int64_t there = 0;
  const auto cells = BalanceStore(other->workspace.db()).balance();
  ASSERT_TRUE(cells);
  for (const CellBalance& cell : *cells) there += cell.quantity;
  EXPECT_EQ(there, 28) << "both copies say the same";
}

// A field workspace is made without the books: they come whole, and what is booked there goes back.
TEST_F(TwoLaptops, ALaptopWithoutBooksTakesThemOverAndBringsItsOwnBack) {
  {
    const auto made = Workspace::create(world.folder / "field", kMayDay);
    ASSERT_TRUE(made.has_value()) << say(made);
  }
  Laptop field(world.folder / "field", world.clock, 91);
  // One depot is there already, from its own census, by another identifier.
  Depot depot;
  depot.code = "COUNTY", depot.name = "沁源县库", depot.tier = 3, depot.division_code = "140431000000";
  ASSERT_TRUE(CatalogueStore(field.workspace.db()).putDepot(field.uuids, depot).has_value());
  Level level;
  level.minimum = 60, level.target = 80, level.maximum = 90, level.reason = "山区";
  ASSERT_TRUE(LevelsStore(world.db()).setLevel(world.county, world.quilt.id, level, "王", 1).has_value());
  const auto taken = field.copies().merge(*office().copySince(0, "office"));
  ASSERT_TRUE(taken.has_value()) << say(taken);
  EXPECT_EQ(taken->questions, 0);
  EXPECT_EQ(taken->moves, 1);
  EXPECT_EQ(taken->items, 4);
  EXPECT_EQ(taken->depots, 1) << "the city's; the county's is known by its code";
  const Directory known = *CatalogueStore(field.workspace.db()).directory();
  ASSERT_NE(known.itemNamed("6900000000017"), nullptr) << "with its packs and barcodes";
  EXPECT_EQ(known.itemNamed("K")->parts.size(), 2U);
  const auto typed = LevelsStore(field.workspace.db()).input()->typed;
  ASSERT_EQ(typed.size(), 1U) << "under what the depot is called here";
  EXPECT_EQ(typed.begin()->first, std::pair(known.depotNamed("COUNTY")->id, known.itemNamed("Q")->id));
  EXPECT_EQ(typed.begin()->second.target, 80);
  MoveDraft issue = take(4);
  issue.lines[0].lot_id = known.lot(known.itemNamed("T")->id, "-")->id;
  for (const auto& [id, name] : known.owners)
    if (name == "市应急管理局") issue.lines[0].owner_id = id;
  issue.lines[0].from.depot_id = known.depotNamed("COUNTY")->id;
  const auto booked = field.ledger.book(issue);
  ASSERT_TRUE(booked.has_value()) << say(booked);
  const auto back = office().merge(*field.copies().copySince(0, "field"));
  ASSERT_TRUE(back.has_value()) << say(back);
  EXPECT_EQ(back->moves, 1);
  EXPECT_EQ(back->questions, 0);
  EXPECT_EQ(world.held(world.county, world.torch), 6);
  EXPECT_TRUE(BalanceStore(world.db()).audit()->empty());
}

TEST_F(TwoLaptops, ARequisitionComesWithItsStepsAndABrokenCopyChangesNothing) {
  RequisitionStore papers(other->workspace.db(), *other->clock, other->uuids);
  RequisitionHead head;
  head.unit = "王和镇", head.person = "李梅", head.place = "王和小学";
  const auto paper = papers.enter(head, {{"T", 6, 0, 0, 0, 0, 0}}, "李梅");
  ASSERT_TRUE(paper.has_value()) << say(paper);
  RequisitionEvent yes;
  yes.step = RequisitionStep::kApproved, yes.actor = "王建国", yes.lines = {{"T", 6, 0, 0, 0, 0, 0}};
  ASSERT_TRUE(papers.advance(paper->uuid, yes).has_value());
  RequisitionEvent pick;
  pick.step = RequisitionStep::kPicked, pick.actor = "王建国";
  pick.lines = *papers.proposePick(paper->uuid, {world.county});
  ASSERT_TRUE(papers.advance(paper->uuid, pick).has_value());
  const std::string copy = *other->copies().copySince(0, "laptop");
  EXPECT_EQ(office().merge(copy.substr(0, copy.size() - 40)).error().code, ErrorCode::kDamagedFile);
  EXPECT_EQ(office().merge("nonsense").error().code, ErrorCode::kDamagedFile);
  EXPECT_EQ(world.rows("stock_requisition"), 0);
  const auto merged = office().merge(copy);
  ASSERT_TRUE(merged.has_value()) << say(merged);
  EXPECT_EQ(merged->steps, 3);
  const auto here = RequisitionStore(world.db(), *world.clock, world.uuids).find(paper->uuid);
  ASSERT_TRUE(here.has_value());
  EXPECT_EQ(standingOf(here->events)->picked.front().quantity, 6);
  EXPECT_EQ(world.held(world.county, world.torch, State::kReserved), 6);
}

// People at risk and levels set by hand.
struct LevelsOfTwo : TwoLaptops {
  Level level(std::int64_t minimum) {
    Level one;
    one.minimum = minimum, one.target = minimum + 20, one.maximum = minimum + 50, one.reason = "山区";
    return one;
  }
  void setAt(const Database& db, std::int64_t minimum, const char* who, std::int64_t at_utc_ms) {
    const auto done = LevelsStore(db).setLevel(world.county, world.quilt.id, level(minimum), who, at_utc_ms);
    ASSERT_TRUE(done.has_value()) << say(done);
  }
  std::int64_t minimumAt(const Database& db) {
    const auto input = LevelsStore(db).input();
    const auto found = input->typed.find({world.county, world.quilt.id});
    return found == input->typed.end() ? -1 : found->second.minimum;
  }
};

TEST_F(LevelsOfTwo, TravelBothWays) {
  LevelBasis basis;
  basis.depot_id = world.county, basis.people = 900, basis.minimum_days = 5, basis.source = "普查";
  ASSERT_TRUE(LevelsStore(world.db()).setBasis(basis, "王", 1).has_value());
  setAt(world.db(), 100, "王", 2);
  EXPECT_EQ(out().levels, 2);
  EXPECT_EQ(minimumAt(there()), 100);
  const auto bases = LevelsStore(there()).input()->bases;
  ASSERT_EQ(bases.size(), 1U);
  EXPECT_EQ(bases[0].people, 900);
  EXPECT_EQ(bases[0].minimum_days, 5);
  EXPECT_DOUBLE_EQ(bases[0].target_ratio, 1.2);
  // Made upon it, in the field: comes home, and nobody is asked. That the laptop's clock is behind changes nothing.
  setAt(there(), 140, "李", 1);
  const LedgerMerge back = home();
  EXPECT_EQ(back.levels, 1);
  EXPECT_EQ(back.questions, 0);
  EXPECT_EQ(minimumAt(world.db()), 140);
  // Taken away in the office: it does not come back with the next copy.
  ASSERT_TRUE(LevelsStore(world.db()).setLevel(world.county, world.quilt.id, std::nullopt, "王", 9).has_value());
  EXPECT_EQ(home().levels, 0);
  EXPECT_EQ(minimumAt(world.db()), -1);
  EXPECT_EQ(out().levels, 1);
  EXPECT_EQ(minimumAt(there()), -1);
}

TEST_F(LevelsOfTwo, TheLaterHoldsAndWhoeverDidNotKnowIsAsked) {
  setAt(world.db(), 100, "王", kNoon_utc_ms);
  setAt(there(), 200, "李", kNoon_utc_ms + kDay_ms);
  const LedgerMerge merged = home();
  EXPECT_EQ(merged.questions, 1);
  EXPECT_EQ(merged.levels, 1);
  EXPECT_EQ(minimumAt(world.db()), 200);
  const auto questions = *office().questions(true);
  ASSERT_EQ(questions.size(), 1U);
  EXPECT_EQ(questions[0].kind, "level");
  EXPECT_EQ(questions[0].seat, "外业");
  EXPECT_EQ(questions[0].why,
            "沁源县库, 棉被: here 100/120/150 by 王 on 2026-05-01, there 200/220/250 by 李 on 2026-05-02; the later "
            "holds: 200/220/250");
  EXPECT_EQ(home().questions, 0) << "a second time changes nothing";
  EXPECT_EQ(minimumAt(world.db()), 200);
  // The other copy agrees, whoever is asked there.
  out();
  EXPECT_EQ(minimumAt(there()), 200);
  // What is set upon both ends it: nobody is asked any more, here or there.
  setAt(world.db(), 150, "王", kNoon_utc_ms + 2 * kDay_ms);
  ASSERT_TRUE(office().decide(questions[0].uuid, "按 150 床", "王").has_value());
  EXPECT_EQ(out().questions, 0);
  EXPECT_EQ(minimumAt(there()), 150);
  EXPECT_EQ(home().questions, 0);
}

TEST_F(LevelsOfTwo, TheSameFiguresAreNoQuestionAndBrokenOnesChangeNothing) {
  setAt(world.db(), 100, "王", 5);
  setAt(there(), 100, "李", 6);
  EXPECT_EQ(home().questions, 0);
  EXPECT_EQ(minimumAt(world.db()), 100);
  setAt(there(), 300, "李", 7);
  std::string copy = *other->copies().copySince(0, "外业");
  const std::string good = "\"target\":320";
  copy.replace(copy.find(good), good.size(), "\"target\":2");
  EXPECT_CODE(office().merge(copy), kDamagedFile);
  EXPECT_EQ(minimumAt(world.db()), 100);
}

// What was set before there were changes is one, the same in every copy of the workspace.
TEST(LevelChanges, OlderFiguresAreBroughtAlong) {
  TemporaryFolder folder;
  const auto migrations = *ownMigrations();
  const auto older = std::ranges::find(migrations, 31, &Migration::version);
  ASSERT_NE(older, migrations.end());
  std::vector<std::string> ids;
  for (const char* name : {"a.gpkg", "b.gpkg"}) {
    const auto db = Database::create(folder / name);
    ASSERT_TRUE(db.has_value()) << say(db);
    ASSERT_TRUE(migrate(*db, std::span(migrations.begin(), older), kMayDay).has_value());
    db->sql().exec(
        "INSERT INTO stock_depot (id, uuid, code, name, kind, tier) VALUES (7, "
        "'019de000-0000-7000-8d00-000000000007', 'D', 'D', 'government', 3);"
        "INSERT INTO stock_item VALUES (3, 'Q', '103', 'Q', '', 'x', '', 0.0, 0.0, NULL, 0, '', 'U', 's', 1, '');"
        "INSERT INTO stock_level VALUES (7, 3, 10, 20, 30, 'why', 5, 'li');"
        "INSERT INTO stock_basis (depot_id, people, basis_source, changed_utc_ms) VALUES (7, 900, 's', 6);"
        "INSERT INTO stock_question (record_uuid, kind, content, why, came_utc_ms) VALUES "
        "('019de000-0000-7000-8d00-000000000009', 'move', '{}', 'w', 1)");
    ASSERT_TRUE(migrate(*db, migrations, kMayDay).has_value());
    const auto changes = LevelChangesStore(*db).all();
    ASSERT_TRUE(changes.has_value()) << say(changes);
    ASSERT_EQ(changes->size(), 2U);
    EXPECT_EQ(basisOfContent((*changes)[0].content, 7)->people, 900);
    EXPECT_EQ((*levelOfContent((*changes)[1].content))->target, 20);
    EXPECT_EQ((*changes)[1].author, "li");
    EXPECT_EQ(db->sql().execAndGet("SELECT count(*) FROM stock_question").getInt(), 1);
    for (const LevelChange& one : *changes) ids.push_back(one.id);
  }
  EXPECT_EQ(ids[0], ids[2]);
  EXPECT_EQ(ids[1], ids[3]);
}

TEST_F(TwoLaptops, ANewItemWithATakenBarcodeComesWithoutItAndIsAsked) {
  Item sack = world.quilt;
  sack.id = 0, sack.code = "S", sack.name_zh = "睡袋";
  ASSERT_TRUE(CatalogueStore(other->workspace.db()).putItems({sack}, "李", 1).error().detail.find("棉被") !=
              std::string::npos);
  sack.packs[0].barcode = "6900000000024";
  ASSERT_TRUE(CatalogueStore(other->workspace.db()).putItems({sack}, "李", 1).has_value());
  Item blanket = sack;
  blanket.code = "B", blanket.name_zh = "毛毯";
  ASSERT_TRUE(world.catalogue->putItems({blanket}, "王", 1).has_value());
  const auto merged = office().merge(*other->copies().copySince(0, "外业"));
  ASSERT_TRUE(merged.has_value()) << say(merged);
  EXPECT_EQ(merged->items, 1);
  EXPECT_EQ(merged->questions, 1);
  EXPECT_EQ(world.directory().itemNamed("6900000000024")->code, "B");
  EXPECT_TRUE(world.directory().itemNamed("S")->packs.front().barcode.empty());
  EXPECT_EQ(office().questions(true)->front().why, "睡袋, 6900000000024: the barcode is that of 毛毯");
}

}  // namespace
}  // namespace gis::stocks

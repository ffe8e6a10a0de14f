// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>
#include <string>

#include "gis/core/uuid.h"
#include "gis/stocks/catalogue_store.h"
#include "gis/stocks/ledger_store.h"
#include "gis/store/guarded.h"
#include "tests/gis/store/store_test_support.h"

namespace gis::drill {

// Qinyuan with a gauge, a road, four people who answer for places, and a depot with 300 quilts.
struct DrillCity {
  TemporaryFolder temporary;
  const std::filesystem::path folder = temporary / "w";

  DrillCity() {
    auto made = Workspace::create(folder, kMayDay);
    EXPECT_TRUE(made.has_value()) << say(made);
    const Database& db = made->db();
    db.sql().exec("PRAGMA synchronous=OFF");
    fillSmallCity(db, 3);
    EXPECT_TRUE(made->setFact("city_name_zh", "长治市").has_value());
    EXPECT_TRUE(made->setFact("city_code", "140400").has_value());
    const std::string tail = ", '" + kMayDayText + "', '" + kMayDayText + "', 'test')";
    // A point and a line as GeoPackage writes them, without an envelope.
    db.sql().exec(
        "INSERT INTO monitoring_station (geom, station_code, division_code, name, kind, uuid, created_utc, "
        "changed_utc, "
        "source) VALUES (x'475000018A110000010100000000000000000C5C400000000000404240', '41000001', '140431100000', "
        "'沁河', 'PP', '" +
        uuidOf(5000) + "'" + tail);
    db.sql().exec(
        "INSERT INTO road (geom, division_code, road_code, class, length_m, width_m, from_node, to_node, uuid, "
        "created_utc, changed_utc, source) VALUES (x'475000018A11000001020000000200000000000000000C5C4000000000004042"
        "4000000000000D5C400000000000404240', '140431100000', 'S222', 1, 900.0, 8.0, 1, 2, '" +
        uuidOf(5001) + "'" + tail);
    for (int i = 0; i < 4; ++i)
      db.sql().exec(
          fmt::format("INSERT INTO responsible_person (division_code, name, role, post, phone, uuid, "
                      "created_utc, changed_utc, source) VALUES ('{}', '人{}', {}, '责任人', '1380000000{}', "
                      "'{}'{}",
                      i < 2 ? "140431100201" : "140431100000", i, 1 + i, i, uuidOf(6000 + i), tail));
    const auto clock = std::make_shared<FixedClock>(kMayDay.nowUtcMs());
    UuidSource uuids(clock, 3);
    fillStock(db, *clock, uuids);
  }

  static void fillStock(const Database& db, const Clock& clock, UuidSource& uuids) {
    const stocks::CatalogueStore catalogue(db);
    stocks::Item quilt;
    quilt.code = "Q", quilt.class_code = "103", quilt.name_zh = "棉被", quilt.unit_zh = "床", quilt.source = "test";
    ASSERT_OK(catalogue.putItems({quilt}, "王", clock.nowUtcMs()));
    stocks::Depot depot;
    depot.code = "C", depot.name = "沁源县库", depot.tier = 3, depot.division_code = "140431000000";
    const auto id = catalogue.putDepot(uuids, depot);
    ASSERT_OK(id);
    const auto owner = catalogue.owner("县局");
    ASSERT_OK(owner);
    const auto directory = catalogue.directory();
    ASSERT_OK(directory);
    stocks::Lot lot;
    lot.lot_no = "1";
    const auto lot_id = catalogue.lot(*directory->itemNamed("棉被"), lot);
    ASSERT_OK(lot_id);
    stocks::MoveDraft draft;
    draft.kind = stocks::MoveKind::kPurchase, draft.author = "王";
    draft.lines = {{*lot_id, *owner, 300, {0, stocks::State::kSupplier}, {*id, stocks::State::kUsable}}};
    const auto booked = stocks::LedgerStore(db, clock, uuids).book(draft);
    ASSERT_OK(booked);
  }
};

inline constexpr char kNight[] = R"({"title":{"zh":"夜间演练","en":"Night"},"begins":"20:00","lasts_min":630,"steps":[
 {"at":"20:00","kind":"rain","divisions":["140431"],"mm":20},
 {"at":"21:10","kind":"warning","name":"o","divisions":["140431"],"colour":"orange","headline":"暴雨橙色预警"},
 {"at":"21:15","kind":"callout","name":"c","warning":"o"},
 {"at":"22:40","kind":"closure","name":"r","road":"S222","divisions":["140431000000"]},
 {"at":"23:20","kind":"warning","name":"d","updates":"o","divisions":["140431"],"colour":"red","headline":"暴雨红色预警"},
 {"at":"23:22","kind":"raise","callout":"c","colour":"red"},
 {"at":"00:15","kind":"requisition","name":"q","items":{"棉被":40},"place":"沁河镇"},
 {"at":"00:20","kind":"approval","requisition":"q","by":"李"},
 {"at":"00:30","kind":"picking","requisition":"q","depots":["沁源县库"]},
 {"at":"00:50","kind":"dispatch","requisition":"q"},
 {"at":"02:35","kind":"receipt","requisition":"q","lost":{"棉被":2}},
 {"at":"05:00","kind":"reopening","closure":"r"},
 {"at":"06:00","kind":"cancel","warning":"d"},
 {"at":"06:05","kind":"callout_end","callout":"c"}]})";

}  // namespace gis::drill

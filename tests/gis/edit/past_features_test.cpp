// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include "gis/edit/past_features_store.h"
#include "gis/edit/undo.h"
#include "tests/gis/edit/edit_test_support.h"

namespace gis {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class PastFeaturesTest : public EditTest {
 protected:
  // The depots at a moment, against now.
  PastFeatures at(std::int64_t utc_ms) {
    auto past = PastFeaturesStore(office.db()).at("depot", utc_ms, {"name", "floor_m2"});
    EXPECT_TRUE(past.has_value()) << say(past);
    return past ? std::move(past->value) : PastFeatures{};
  }
  std::int64_t tick() { return std::exchange(office.clock->now, office.clock->now + 60'000); }
  static std::string nameOf(const FeatureColumns& columns, std::size_t row) {
    const AttributeColumn* name = columns.find("name");
    return name->dictionary.at(name->codes.at(row));
  }
  std::int64_t fidOf(const std::string& uuid) {
    auto rows = CensusRowStore::open(office.db());
    return rows->fidOf("depot", uuid)->value();
  }
};

TEST_F(PastFeaturesTest, NothingChangedIsTheSame) {
  EXPECT_TRUE(at(office.clock->now).same());
  EXPECT_TRUE(at(0).same()) << "older than the log: as the log found it";
}

TEST_F(PastFeaturesTest, AMovedAndRenamedRowIsWhereItWas) {
  const std::int64_t before = tick();
  ASSERT_OK(office.edit([&](RowEditor& rows) {
    return rows.set("depot", depot, {{"geom", pointBlob({113.4, 36.4})}, {"name", std::string("东库")}});
  }));
  const PastFeatures past = at(before);
  EXPECT_THAT(past.not_there, IsEmpty());
  ASSERT_THAT(past.changed.fid, ElementsAre(fidOf(depot)));
  EXPECT_THAT(past.changed.xy, ElementsAre(113.1, 36.2));
  EXPECT_EQ(nameOf(past.changed, 0), "库房");
  EXPECT_EQ(past.changed.crs, "EPSG:4490");
  EXPECT_TRUE(at(office.clock->now).same()) << "the moment of the edit itself shows it";
}

TEST_F(PastFeaturesTest, ARowThatCameLaterIsNotThere) {
  const std::int64_t before = tick();
  std::string made;
  ASSERT_OK(office.edit([&](RowEditor& rows) -> Result<void> {
    auto uuid = rows.insert("depot", newDepot("新库"));
    if (!uuid) return std::unexpected(uuid.error());
    made = *uuid;
    return {};
  }));
  const PastFeatures past = at(before);
  EXPECT_THAT(past.not_there, ElementsAre(fidOf(made)));
  EXPECT_THAT(past.changed.fid, IsEmpty());
}

TEST_F(PastFeaturesTest, ARowThatIsGoneIsBack) {
  const std::int64_t before = tick();
  ASSERT_OK(office.edit([&](RowEditor& rows) { return rows.remove("depot", depot); }));
  const PastFeatures past = at(before);
  ASSERT_EQ(past.changed.fid.size(), 1U);
  EXPECT_LT(past.changed.fid[0], 0);
  EXPECT_EQ(nameOf(past.changed, 0), "库房");
  EXPECT_THAT(past.changed.xy, ElementsAre(113.1, 36.2));
}

TEST_F(PastFeaturesTest, RowsOfAnImportCameWithIt) {
  const std::int64_t before = tick();
  ASSERT_OK(office.edit([&](RowEditor& rows) -> Result<void> {
    for (int n = 0; n < 3; ++n)
      if (auto done = rows.rows().insert("depot", completeDepot("批", 100 + n)); !done) return done;
    return rows.noteBulk({"depot", 2, 4});
  }));
  const std::int64_t imported = tick();
  ASSERT_OK(office.edit([&](RowEditor& rows) {
    return rows.set("depot", uuidOf(101), {{"name", std::string("批二")}});
  }));
  PastFeatures past = at(before);
  EXPECT_THAT(past.not_there, ElementsAre(2, 3, 4));
  EXPECT_THAT(past.changed.fid, IsEmpty()) << "renamed after it came: still not there";
  past = at(imported);
  EXPECT_THAT(past.not_there, IsEmpty());
  ASSERT_THAT(past.changed.fid, ElementsAre(3));
  EXPECT_EQ(nameOf(past.changed, 0), "批");
}

TEST_F(PastFeaturesTest, UndoIsAChangeAsWell) {
  const std::int64_t before = tick();
  ASSERT_OK(office.edit([&](RowEditor& rows) { return rows.set("depot", depot, {{"name", std::string("东库")}}); }));
  const std::int64_t renamed = tick();
  ASSERT_OK(undo(office.db(), *office.uuids, *office.clock, office.author));
  EXPECT_EQ(nameOf(at(before).changed, 0), "库房");
  EXPECT_EQ(nameOf(at(renamed).changed, 0), "东库");
}

TEST_F(PastFeaturesTest, FailsForWhatItCannotKnow) {
  EXPECT_CODE(PastFeaturesStore(office.db()).at("no_such_table", 0, {}), kUnknownName);
  const std::int64_t before = tick();
  ASSERT_OK(office.edit([&](RowEditor& rows) { return rows.remove("depot", depot); }));
  EXPECT_CODE(PastFeaturesStore(office.db()).at("depot", before, {"no_such_column"}), kInvalidArgument);
  const CancelToken cancel = CancelToken::create();
  cancel.cancel();
  EXPECT_CODE(PastFeaturesStore(office.db()).at("depot", before, {}, cancel), kCancelled);
}

}  // namespace
}  // namespace gis

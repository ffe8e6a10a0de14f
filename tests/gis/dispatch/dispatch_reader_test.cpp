// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/dispatch/dispatch_reader.h"

#include <gtest/gtest.h>

namespace gis::dispatch {
namespace {

class DispatchReader : public testing::Test {
 protected:
  Projector m_to_map = std::move(Projector::create("EPSG:4490", "EPSG:4547").value());

  Error errorOf(const std::string& row) {
    const auto read = readRequests("[" + row + "]", "r.json", m_to_map);
    EXPECT_FALSE(read.has_value()) << row;
    return read ? Error{} : read.error();
  }
};

TEST_F(DispatchReader, Requests) {
  const auto read = readRequests(
      R"({"requests":[{"id":"A","place":"沁源","lon":112.34,"lat":36.5,"item":"帐篷","quantity":20,
          "deadline":"2026-07-20T18:00:00+08:00","priority":2},{"lon":113.1,"lat":36.2,"item":"被子","quantity":5}]})",
      "r.json", m_to_map);
  ASSERT_TRUE(read.has_value());
  ASSERT_EQ(read->size(), 2U);
  EXPECT_EQ((*read)[0].deadline_utc_ms, 1'784'541'600'000);
  EXPECT_EQ((*read)[0].priority, 2);
  EXPECT_EQ((*read)[1].id, "2");
  EXPECT_EQ((*read)[1].priority, 1);
  EXPECT_NEAR((*read)[0].at.x_m, 351'000, 5000);
}

TEST_F(DispatchReader, WhatIsWrongAndWhere) {
  EXPECT_EQ(errorOf(R"({"lon":113,"lat":36,"item":"x","quantity":-3})").code, ErrorCode::kInvalidArgument);
  EXPECT_NE(errorOf(R"({"lon":113,"lat":36,"item":"x","quantity":-3})").detail.find("/requests/0/quantity"),
            std::string::npos);
  EXPECT_EQ(errorOf(R"({"lon":113,"lat":36,"item":"x","quantity":2.5})").code, ErrorCode::kInvalidArgument);
  EXPECT_EQ(errorOf(R"({"lon":113,"lat":36,"item":"x","quantity":"many"})").code, ErrorCode::kDamagedFile);
  EXPECT_EQ(errorOf(R"({"lon":113,"lat":36,"item":"x","quantity":1e300})").code, ErrorCode::kInvalidArgument);
  EXPECT_EQ(errorOf(R"({"lon":113,"lat":36,"quantity":3})").code, ErrorCode::kDamagedFile);
  EXPECT_EQ(errorOf(R"({"lon":36,"lat":113,"item":"x","quantity":3})").code, ErrorCode::kOutOfRange);
  EXPECT_EQ(errorOf(R"({"lat":36,"item":"x","quantity":3})").code, ErrorCode::kDamagedFile);
  EXPECT_EQ(errorOf(R"({"lon":113,"lat":36,"item":"x","quantity":3,"deadline":"tomorrow"})").code,
            ErrorCode::kDamagedFile);
  EXPECT_EQ(errorOf(R"({"lon":113,"lat":36,"item":"x","quantity":3,"priority":0})").code, ErrorCode::kInvalidArgument);
  EXPECT_EQ(errorOf("7").code, ErrorCode::kDamagedFile);
  EXPECT_FALSE(readRequests("{", "r.json", m_to_map).has_value());
  EXPECT_FALSE(readRequests("{}", "r.json", m_to_map).has_value());
}

TEST_F(DispatchReader, Stock) {
  DispatchTask task;
  ASSERT_TRUE(readStock(R"({"depots":[{"id":"D1","name":"市库","lon":113.1,"lat":36.2,
      "trucks":[{"kind":"van","payload_kg":1000,"volume_m3":5,"count":2}]},{"id":"D2","lon":113,"lat":36}],
      "stock":[{"depot":"D1","item":"帐篷","usable":200,"weight_kg":50,"volume_m3":0.2}]})",
                        "s.json", m_to_map, task)
                  .has_value());
  EXPECT_EQ(task.depots[0].trucks[0].count, 2);
  EXPECT_TRUE(task.depots[1].trucks.empty());
  EXPECT_EQ(task.stock[0].usable, 200);
  const auto bad =
      readStock(R"({"depots":[],"stock":[{"depot":"D1","item":"x","usable":-1}]})", "s.json", m_to_map, task);
  ASSERT_FALSE(bad.has_value());
  EXPECT_EQ(bad.error().code, ErrorCode::kInvalidArgument);
  EXPECT_EQ(task.stock.size(), 1U);
  EXPECT_FALSE(
      readStock(R"({"depots":[{"id":"D","lon":1,"lat":1,"trucks":[{"payload_kg":0,"volume_m3":1}]}],"stock":[]})",
                "s.json", m_to_map, task)
          .has_value());
}

}  // namespace
}  // namespace gis::dispatch

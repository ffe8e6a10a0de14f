// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/telemetry/sl651_frame.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <sstream>

#include "tests/cases/case_rows.h"

namespace gis::telemetry {
namespace {

std::vector<std::uint8_t> bytes(const std::string& hex) { return bytesOfHex(hex).value(); }

TEST(Sl651, PublishedFrames) {
  for (const CaseRow& row : caseRows("telemetry_sl651.tsv")) {
    SCOPED_TRACE(row.where());
    const auto frame = readSl651(bytes(row.text(0)));
    ASSERT_TRUE(frame) << frame.error().detail;
    EXPECT_EQ(frame->function, std::stoi(row.text(1), nullptr, 16));
    EXPECT_EQ(frame->uplink, row.integer(2) == 1);
    EXPECT_EQ(frame->station, row.text(3));
    EXPECT_EQ(frame->bytes * 2, row.text(0).size());
    EXPECT_TRUE(frame->warnings.empty());
    std::istringstream wanted(row.text(4));
    std::size_t i = 0;
    for (std::string pair; std::getline(wanted, pair, ';'); ++i) {
      ASSERT_LT(i, frame->values.size());
      EXPECT_EQ(frame->values[i].name, pair.substr(0, pair.find('=')));
      ASSERT_TRUE(frame->values[i].value);
      EXPECT_NEAR(*frame->values[i].value, std::stod(pair.substr(pair.find('=') + 1)), 1e-9);
    }
    EXPECT_EQ(frame->values.size(), i);
  }
}

TEST(Sl651, SaysWhenItWasMeasured) {
  const auto frame = readSl651(bytes(caseRows("telemetry_sl651.tsv")[3].text(0)));
  ASSERT_TRUE(frame);
  EXPECT_EQ(frame->station_class, 'H');
  EXPECT_EQ(frame->values[0].at_utc_ms, 1500346800000);  // 2017-07-18 11:00 in Beijing
}

TEST(Sl651, AnyChangedByteIsNoticed) {
  const auto good = bytes(caseRows("telemetry_sl651.tsv")[1].text(0));
  rc::check("a changed byte never passes", [&] {
    auto bad = good;
    const auto at = *rc::gen::inRange<std::size_t>(0, bad.size());
    bad[at] = static_cast<std::uint8_t>(bad[at] ^ *rc::gen::inRange(1, 256));
    RC_ASSERT(!readSl651(bad));
  });
  rc::check("no bytes make it fall", [](const std::vector<std::uint8_t>& any) {
    std::ignore = readSl651(any);
    auto begun = any;
    begun.insert(begun.begin(), {0x7E, 0x7E});
    std::ignore = readSl651Stream(begun);
  });
}

// A body with a right length and checksum about it.
std::vector<std::uint8_t> framed(const std::string& function, const std::string& body) {
  auto made = bytes("7E7E0100123456781234" + function);
  const auto inside = bytes(body);
  made.push_back(static_cast<std::uint8_t>(inside.size() >> 8));
  made.push_back(static_cast<std::uint8_t>(inside.size() & 255));
  made.push_back(2);
  made.insert(made.end(), inside.begin(), inside.end());
  made.push_back(3);
  const std::uint16_t sum = sl651Checksum(made);
  made.push_back(static_cast<std::uint8_t>(sum >> 8));
  made.push_back(static_cast<std::uint8_t>(sum & 255));
  return made;
}

TEST(Sl651, UniformTimesHaveAllTheirValues) {
  // Every five minutes: three stages without further identifiers, one of them invalid.
  const auto frame =
      readSl651(framed("31", "0001260731040000F1F1001234567848F0F026073103000418000005392300001000FFFFFFFF00001020"));
  ASSERT_TRUE(frame);
  ASSERT_EQ(frame->values.size(), 3U);
  EXPECT_NEAR(*frame->values[0].value, 1.0, 1e-9);
  EXPECT_FALSE(frame->values[1].value);
  EXPECT_NEAR(*frame->values[2].value, 1.02, 1e-9);
  EXPECT_EQ(frame->values[2].at_utc_ms - frame->values[0].at_utc_ms, 600'000);
}

TEST(Sl651, NegativeValuesUnknownElementsAndShortGroups) {
  const auto frame = readSl651(framed("33",
                                      "0001260731040000F1F1001234567848F0F02607310400"
                                      "0219FF0123"
                                      "7A1A000001"
                                      "FF4518000123"));
  ASSERT_TRUE(frame) << frame.error().detail;
  ASSERT_EQ(frame->values.size(), 3U);
  EXPECT_NEAR(*frame->values[0].value, -12.3, 1e-9);
  EXPECT_EQ(frame->values[1].name, "");
  EXPECT_EQ(frame->values[2].identifier, 0xFF45);
  const auto cut = readSl651(framed("33",
                                    "0001260731040000F1F1001234567848F0F02607310400"
                                    "201900"));
  ASSERT_TRUE(cut);
  EXPECT_TRUE(cut->values.empty());
  EXPECT_FALSE(cut->warnings.empty());
}

TEST(Sl651, StreamFindsFramesAmongRubbish) {
  const auto rows = caseRows("telemetry_sl651.tsv");
  auto stream = bytes("7E7E0011" + rows[1].text(0) + "7E00" + rows[3].text(0) + "7E");
  const auto found = readSl651Stream(stream);
  ASSERT_EQ(found.frames.size(), 2U);
  EXPECT_EQ(found.skipped_bytes, 7U);
}

TEST(Sl651, RefusesOddText) {
  EXPECT_FALSE(bytesOfHex("7E7"));
  EXPECT_FALSE(bytesOfHex("7Z"));
  EXPECT_EQ(bytesOfHex(" 7e 7E\n")->size(), 2U);
}

}  // namespace
}  // namespace gis::telemetry

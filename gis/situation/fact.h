// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/error.h"

namespace gis::situation {

struct BothLanguages {
  std::string zh, en;
  const std::string& in(bool is_chinese) const { return is_chinese || en.empty() ? zh : en; }
};

enum class FactKind { kNumber, kText, kTime };

// Something that a report says and the data know (数据项), as resources/reports/facts/*.json defines it: a question in
// SQL whose first row is (value, as of UTC ms). Parameters: :incident (uuid; empty for none), :as_of, :since (UTC ms, a
// day before), :figure, :with_drills (1 for a drill and in the demo).
struct FactDefinition {
  std::string name;
  BothLanguages label, unit;
  FactKind kind = FactKind::kNumber;
  int decimals = 0;
  bool is_cumulative = false;  // counts from the beginning: it does not fall without a reason and must not be old
  std::string figure;          // bound as :figure
  std::map<std::string, std::string> words;  // what the data's codes are called in Chinese papers
  std::vector<std::string> tables;           // without one of them nothing is known
  std::string sql;
  std::string county_sql;  // each county's share: rows of (code, name, value, as of UTC ms); empty: it has none
  std::string rows_sql;    // the rows that the value was counted from
  std::vector<BothLanguages> row_titles;
};

// What the data say. `text` is as it is read in Chinese papers; no value: nothing is known.
struct Fact {
  std::optional<double> number;  // of a number
  std::string text;
  std::int64_t as_of_utc_ms = 0;

  bool isKnown() const { return !text.empty(); }
  friend bool operator==(const Fact&, const Fact&) = default;
};
using Facts = std::map<std::string, Fact, std::less<>>;

// One county's share of what a report says (分县（区）).
struct CountyFacts {
  std::string code, name;
  Facts facts;
  friend bool operator==(const CountyFacts&, const CountyFacts&) = default;
};
using Counties = std::vector<CountyFacts>;  // by code

// The rows behind a fact, for a person.
struct FactRows {
  std::vector<BothLanguages> titles;
  std::vector<std::vector<std::string>> rows;
};

// "12", "0.5"; as papers write numbers, without separators.
std::string numberText(double value, int decimals);
// "7月20日18时30分", with the year when it is another than that of `now_utc_ms`. Beijing time.
std::string paperTime(std::int64_t utc_ms, std::int64_t now_utc_ms);
// "2026年7月20日".
std::string paperDay(std::int64_t utc_ms);
// Year in Beijing time.
int yearOf(std::int64_t utc_ms);

}  // namespace gis::situation

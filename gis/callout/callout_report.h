// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "gis/callout/tally.h"

namespace gis {

// Times from the start to a stage, in ms, of all who should come so far: until half and 95 of 100 did. -1: so many did
// not.
struct StageTimes {
  std::int64_t median_ms = -1, p95_ms = -1;
};

// One county or town, or the whole city.
struct PlaceReport {
  CalloutDivision division;
  Tally tally;
  StageTimes answered, confirmed;
  std::int64_t awake_in_time = 0;  // confirmed before the clock of their rule ran out
};

// Somebody who was not reached, or only late.
struct FailedPerson {
  int target = -1;
  std::string division_code, name, post;
  std::string county, town, place;  // names; place: all below the city, "沁源县沁河镇城北村"; town may be empty
  std::string reason;               // "silent", "cannot_serve", "no_number", "not_called", "hung_up", "late"
  int attempts = 0;                 // that a line or an officer has had
};

struct ChannelReport {
  Channel channel = Channel::kPhone;
  int attempts = 0, answered = 0, confirmed = 0, failed = 0;
};

// One point of the curve of answers.
struct CoursePoint {
  std::int64_t after_ms = 0;
  int confirmed = 0;
};

// What is reported of a call-out (叫应情况报告), while it runs and after. Names and posts, no numbers of telephones.
struct CalloutReport {
  std::string title;
  std::string closing_reason;  // why it was closed while somebody had not confirmed
  bool is_drill = false, is_closed = false;
  std::int64_t started_utc_ms = 0, until_utc_ms = 0;
  std::vector<PlaceReport> places;  // the city, then counties and towns in the order of the tree
  std::vector<FailedPerson> failed;
  std::vector<ChannelReport> channels;
  std::vector<CoursePoint> course;  // at every confirmation
  std::int64_t events = 0;
  std::string last_hash;  // of the log's chain
};

// As of `now_utc_ms`. Any thread that has the state. `tree`: tallyTree() of it.
CalloutReport reportOf(const CalloutState& state, const std::vector<TallyNode>& tree, std::int64_t now_utc_ms);
CalloutReport reportOf(const CalloutState& state, std::int64_t now_utc_ms);

}  // namespace gis

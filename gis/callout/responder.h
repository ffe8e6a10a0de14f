// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <vector>

#include "gis/callout/callout_engine.h"

namespace gis {

// How made people behave when they are called; shares of one. A design of ours, not a measurement: drills and dry runs
// use it, and a bureau sets its own shares after its first drills.
struct ResponderModel {
  double voice_answers_ratio = 0.82, voice_busy_ratio = 0.06;  // the rest does not pick up
  double hears_to_end_ratio = 0.9;                             // of those who answer; else they hang up early
  double confirms_ratio = 0.95;                                // of those who heard
  double cannot_serve_ratio = 0.01;
  double sms_replies_ratio = 0.35;
  double feeds_back_ratio = 0.9;
  int ring_s = 12, speak_s = 20, confirm_s = 6, no_answer_s = 30, busy_s = 5;
  int dial_by_hand_s = 10;  // what an officer needs beside the talk
};

// What happens to one attempt: how long the line is taken, and what is heard from it, in ms after it was handed over.
struct Response {
  std::int64_t line_ms = 0;
  struct Step {
    std::int64_t after_ms = 0;
    Receipt receipt;
  };
  std::vector<Step> steps;
};

// Depends on the seed and the attempt's name alone, not on the order in which attempts are asked about.
Response respond(const ResponderModel& model, std::uint64_t seed, const CalloutAttempt& attempt);

}  // namespace gis

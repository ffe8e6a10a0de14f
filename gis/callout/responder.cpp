// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/callout/responder.h"

#include "gis/core/digest.h"
#include "gis/core/random.h"

namespace gis {

namespace {
constexpr std::int64_t kResponderMsPerS = 1000;
constexpr double kSmsDeliveryS = 4, kSmsReplyS = 90, kFeedbackS = 900, kDoneS = 2400, kDoorS = 900;
constexpr double kSpread = 0.25;
constexpr int kMostMoved = 60, kLatestHangUpS = 15;
}  // namespace

Response respond(const ResponderModel& model, std::uint64_t seed, const CalloutAttempt& attempt) {
  Digest digest;
  digest.add(seed);
  digest.add(attempt.id);
  Random random(digest.value());
  Response response;
  double at_s = 0;
  // A duration around its mean, never shorter than a quarter of it.
  const auto around = [&](double mean_s) { return std::max(mean_s / 4, mean_s * (1 + kSpread * random.normal())); };
  const auto say = [&](ReceiptKind kind, std::int64_t number = 0, std::string text = {}) {
    response.steps.push_back(
        {static_cast<std::int64_t>(at_s * kResponderMsPerS), {attempt.id, kind, "simulated", number, std::move(text)}});
  };
  const auto feedBack = [&] {
    if (!random.chance(model.feeds_back_ratio)) return;
    at_s += around(kFeedbackS);
    say(ReceiptKind::kOnPost);
    at_s += around(kDoneS) / 2;
    say(ReceiptKind::kMoved, random.below(kMostMoved));
    at_s += around(kDoneS) / 2;
    say(ReceiptKind::kDone);
  };
  if (attempt.channel == Channel::kSms || attempt.channel == Channel::kGateway) {
    response.line_ms = kResponderMsPerS;
    at_s = around(kSmsDeliveryS);
    say(ReceiptKind::kDelivered);
    if (!random.chance(model.sms_replies_ratio)) return response;
    at_s += around(kSmsReplyS);
    if (random.chance(model.cannot_serve_ratio)) {
      say(ReceiptKind::kCannotServe, 0, "0");
      return response;
    }
    say(ReceiptKind::kConfirmed, 0, "1");
    feedBack();
    return response;
  }
  if (attempt.channel == Channel::kDoor) {
    at_s = around(kDoorS);
    say(ReceiptKind::kConfirmed);
    response.line_ms = static_cast<std::int64_t>(at_s * kResponderMsPerS);
    feedBack();
    return response;
  }
  if (attempt.channel == Channel::kPhone) at_s += around(model.dial_by_hand_s);
  const double chance = random.uniform();
  if (chance < model.voice_busy_ratio) {
    at_s += around(model.busy_s);
    say(ReceiptKind::kFailed, 0, "busy");
  } else if (chance >= model.voice_busy_ratio + model.voice_answers_ratio) {
    at_s += around(model.no_answer_s);
    say(ReceiptKind::kFailed, 0, "no_answer");
  } else {
    at_s += around(model.ring_s);
    say(ReceiptKind::kAnswered);
    if (!random.chance(model.hears_to_end_ratio)) {
      const auto second = static_cast<std::int64_t>(1 + random.below(kLatestHangUpS));
      at_s += static_cast<double>(second);
      say(ReceiptKind::kHungUp, second);
    } else {
      at_s += model.speak_s;
      say(ReceiptKind::kHeard);
      at_s += around(model.confirm_s);
      if (random.chance(model.cannot_serve_ratio))
        say(ReceiptKind::kCannotServe);
      else if (random.chance(model.confirms_ratio))
        say(ReceiptKind::kConfirmed);
      else
        say(ReceiptKind::kHungUp, model.speak_s);
    }
  }
  response.line_ms = static_cast<std::int64_t>(at_s * kResponderMsPerS);
  if (!response.steps.empty() && response.steps.back().receipt.kind == ReceiptKind::kConfirmed) feedBack();
  return response;
}

}  // namespace gis

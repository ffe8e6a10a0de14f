// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "gis/callout/callout_engine.h"
#include "gis/channels/line_state.h"

namespace gis {

// One message or call as a line gets it. The number is for the line alone: it goes into no log.
struct Dispatch {
  std::string callout;  // uuid
  std::string attempt;
  std::string phone;
  std::string name, post, place;
  std::string text;
  bool is_drill = false;
  bool is_notice = false;  // tells a superior who is silent
};

// What a line heard: of one of its attempts, or from a number (an answer by SMS).
struct LineReport {
  Receipt receipt;
  std::string phone;    // not empty: from there, the attempt is not known
  std::string callout;  // uuid; empty: it was not said. Attempts of two call-outs have the same names.
};

// A way to reach people: a modem, a SIP account, a folder of the bureau's gateway. A new one is one file that makes
// one of these. One thread; nothing here waits longer than a file takes to write.
class ChannelLine {
 public:
  virtual ~ChannelLine() = default;
  virtual Channel channel() const = 0;
  virtual const std::string& name() const = 0;
  // How many it takes at once.
  virtual int capacity() const = 0;
  // Takes one over; kIoFailed and the like: it did not, another line may.
  virtual Result<void> send(const Dispatch& dispatch, std::int64_t now_utc_ms) = 0;
  // What was heard since.
  virtual std::vector<LineReport> poll(std::int64_t now_utc_ms) = 0;
  // Nobody needs to be reached by this one any more: rings no longer, is not sent if it was not yet.
  virtual void stop(const std::string& attempt) = 0;
  // What a line that has fallen silent still has and has not sent; it will not send them.
  virtual std::vector<Dispatch> takeBack() = 0;
  virtual LineState state(std::int64_t now_utc_ms) const = 0;
};

}  // namespace gis

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "gis/callout/callout_engine.h"
#include "gis/channels/channel_line.h"

namespace gis {

// Brings a call-out and its lines together: what lines heard goes to the engine, what waits goes to lines that work,
// what nobody needs any more is stopped, and what a silent line kept goes to another. An attempt is written down as
// handed over before a line gets it: killed in between, its time runs out and the ladder goes on; nobody is called
// twice. One thread.
class Dispatcher {
 public:
  Dispatcher(std::string callout_uuid, CalloutEngine& engine, std::vector<std::unique_ptr<ChannelLine>>& lines)
      : m_callout(std::move(callout_uuid)), m_engine(engine), m_lines(lines) {}
  // Returns how many were handed over.
  Result<int> round(std::int64_t now_utc_ms);
  LineStates states(std::int64_t now_utc_ms) const;

 private:
  Result<void> hear(std::int64_t now_utc_ms);
  Result<void> stopWhatIsOver();
  Result<void> moveFromSilentLines(std::int64_t now_utc_ms);
  Result<int> handOver(std::int64_t now_utc_ms);
  ChannelLine* freeLine(Channel channel, std::int64_t now_utc_ms) const;
  Dispatch dispatchOf(const CalloutAttempt& attempt) const;

  std::string m_callout;
  CalloutEngine& m_engine;
  std::vector<std::unique_ptr<ChannelLine>>& m_lines;
  std::map<std::string, ChannelLine*, std::less<>> m_open;  // by attempt
};

}  // namespace gis

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <memory>
#include <string>

#include "gis/channels/channel_line.h"

namespace gis {

// Telephone calls by SIP (RFC 3261) with G.711 A-law sound: the text is spoken, then a digit is asked for that is told
// last and chosen at random, so that whoever presses it has heard to the end; then 1 confirms, 2 and a number and #
// says how many people were moved, 0 cannot serve. Keys come by RFC 4733 or as tones in the sound.
struct VoiceConfig {
  std::string name = "voice-1";
  std::string local = "0.0.0.0";  // address to send from, with a port if it matters: "192.168.1.5:5080"
  std::string to;                 // "sip:{phone}@192.168.1.2"
  std::string from = "sip:fengsui@localhost";
  std::string user, password;  // for a gateway that asks for them
  std::string voice = "cmn";   // of espeak-ng
  // Played instead of the spoken text (recording.h); the digit is spoken after it, and before it that it is a drill.
  // What tells a superior who is silent is spoken all the same. Empty: none.
  std::filesystem::path recording;
  int calls = 16;  // at once
  int ring_s = 30;
  std::uint64_t seed = 0;  // of the digits; 0: by the clock
};
// The digit that proves an attempt was heard to the end: 3 to 9, from the seed and the attempt.
char voiceDigit(std::uint64_t seed, const std::string& attempt);
// Fails with kInvalidArgument (an address nobody has), kIoFailed. The line has a thread of its own.
Result<std::unique_ptr<ChannelLine>> makeVoiceLine(VoiceConfig config);

}  // namespace gis

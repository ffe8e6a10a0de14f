// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

#include "gis/core/error.h"

namespace gis {

// A recorded message, for calls that play it instead of a spoken text: a WAV file (RIFF; PCM of 16 bits, one or two
// channels, 4 to 192 kHz, at most five minutes) as samples at kSpeechHz, both channels mixed. Fails with kNotFound or
// kInvalidArgument and what is wrong. Any thread.
Result<std::vector<std::int16_t>> readRecording(const std::filesystem::path& file);
Result<std::vector<std::int16_t>> recordingOf(std::string_view wav_bytes);

}  // namespace gis

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "gis/core/error.h"

namespace gis {

constexpr int kSpeechHz = 8000;  // as telephones have it

// A text as sound: 16-bit samples at kSpeechHz, by espeak-ng. `voice`: "cmn" is Mandarin. Fails with kNotFound (no such
// voice, or no data of espeak-ng). Any thread; one at a time.
Result<std::vector<std::int16_t>> speak(const std::string& text, const std::string& voice);

// Another rate, by the mean of what falls into a sample: good enough below 4 kHz.
std::vector<std::int16_t> resampled(const std::vector<std::int16_t>& sound, int from_hz, int to_hz);

}  // namespace gis

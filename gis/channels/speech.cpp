// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/channels/speech.h"

#include <espeak-ng/speak_lib.h>

#include <mutex>

namespace gis {
namespace {

std::mutex& oneAtATime() {
  static std::mutex mutex;
  return mutex;
}

std::vector<std::int16_t>*& collecting() {
  static std::vector<std::int16_t>* into = nullptr;
  return into;
}

int collect(short* samples, int count, espeak_EVENT*) {
  if (samples && collecting()) collecting()->insert(collecting()->end(), samples, samples + count);
  return 0;
}

// The rate of espeak's voices; 0: its data is not there.
int speechRate() {
  constexpr int kDoNotExit = 0x8000;
  static const int rate_hz = [] {
    const int rate = espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, nullptr, kDoNotExit);
    espeak_SetSynthCallback(collect);
    return rate > 0 ? rate : 0;
  }();
  return rate_hz;
}

}  // namespace

std::vector<std::int16_t> resampled(const std::vector<std::int16_t>& sound, int from_hz, int to_hz) {
  std::vector<std::int16_t> out;
  if (from_hz <= 0 || to_hz <= 0) return out;
  const double step = static_cast<double>(from_hz) / to_hz;
  const auto count = static_cast<std::size_t>(static_cast<double>(sound.size()) / step);
  out.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const auto first = static_cast<std::size_t>(static_cast<double>(i) * step);
    const auto last =
        std::min(sound.size(), std::max(first + 1, static_cast<std::size_t>(static_cast<double>(i + 1) * step)));
    std::int64_t sum = 0;
    for (std::size_t k = first; k < last; ++k) sum += sound[k];
    out.push_back(static_cast<std::int16_t>(sum / static_cast<std::int64_t>(std::max<std::size_t>(1, last - first))));
  }
  return out;
}

Result<std::vector<std::int16_t>> speak(const std::string& text, const std::string& voice) {
  const std::lock_guard lock(oneAtATime());
  const int rate_hz = speechRate();
  if (rate_hz == 0) return fail(ErrorCode::kNotFound, "espeak-ng");
  if (espeak_SetVoiceByName(voice.c_str()) != EE_OK) return fail(ErrorCode::kNotFound, voice);
  std::vector<std::int16_t> sound;
  collecting() = &sound;
  const auto done =
      espeak_Synth(text.c_str(), text.size() + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8, nullptr, nullptr);
  espeak_Synchronize();
  collecting() = nullptr;
  if (done != EE_OK) return fail(ErrorCode::kIoFailed, "espeak-ng");
  return resampled(sound, rate_hz, kSpeechHz);
}

}  // namespace gis

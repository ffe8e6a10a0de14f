// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/channels/recording.h"

#include <fmt/format.h>

#include <fstream>

#include "gis/channels/speech.h"

namespace gis {
namespace {

constexpr std::uint64_t kMostWavBytes = 128ULL * 1024 * 1024;
constexpr std::uint32_t kLeastRateHz = 4000, kMostRateHz = 192'000, kMostRecordedS = 300;
constexpr std::size_t kFmtBytes = 16, kExtendedFmtBytes = 26;
constexpr std::uint32_t kPcm = 1, kExtended = 0xFFFE;

std::uint32_t little(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < count; ++i)
    value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  return value;
}

std::unexpected<Error> noRecording(const std::string& what) {
  return fail(ErrorCode::kInvalidArgument, "recording", what);
}

struct WavForm {
  std::uint32_t channels = 0, rate_hz = 0;
};

Result<WavForm> readForm(std::string_view fmt) {
  if (fmt.size() < kFmtBytes) return noRecording("the WAV file is cut off");
  std::uint32_t kind = little(fmt, 0, 2);
  // The extended form names the true one further on.
  if (kind == kExtended && fmt.size() >= kExtendedFmtBytes) kind = little(fmt, 24, 2);
  const WavForm form{little(fmt, 2, 2), little(fmt, 4, 4)};
  if (kind != kPcm || little(fmt, 14, 2) != 16) return noRecording("a WAV file of 16-bit PCM is expected");
  if (form.channels < 1 || form.channels > 2) return noRecording("one channel or two are expected");
  if (form.rate_hz < kLeastRateHz || form.rate_hz > kMostRateHz)
    return noRecording(fmt::format("{} Hz: from {} to {} are expected", form.rate_hz, kLeastRateHz, kMostRateHz));
  return form;
}

}  // namespace

Result<std::vector<std::int16_t>> recordingOf(std::string_view wav) {
  constexpr std::size_t kHead = 12, kChunkHead = 8;
  if (wav.size() < kHead || !wav.starts_with("RIFF") || wav.substr(8, 4) != "WAVE")
    return noRecording("this is no WAV file");
  WavForm form;
  for (std::size_t at = kHead; at + kChunkHead <= wav.size();) {
    const std::string_view name = wav.substr(at, 4);
    const std::size_t size = little(wav, at + 4, 4);
    at += kChunkHead;
    if (size > wav.size() - at) return noRecording("the WAV file is cut off");
    const std::string_view chunk = wav.substr(at, size);
    if (name == "fmt ") {
      const auto read = readForm(chunk);
      if (!read) return std::unexpected(read.error());
      form = *read;
    } else if (name == "data") {
      if (form.channels == 0) return noRecording("sound without its form");
      const std::size_t frames = size / (2 * form.channels);
      if (frames == 0) return noRecording("nothing is recorded");
      if (frames / form.rate_hz >= kMostRecordedS) return noRecording(fmt::format("longer than {} s", kMostRecordedS));
      std::vector<std::int16_t> sound(frames);
      for (std::size_t i = 0; i < frames; ++i) {
        const auto sampleOf = [&](std::size_t channel) {
          return static_cast<std::int16_t>(little(chunk, 2 * (i * form.channels + channel), 2));
        };
        sound[i] = form.channels == 1 ? sampleOf(0) : static_cast<std::int16_t>((sampleOf(0) + sampleOf(1)) / 2);
      }
      return resampled(sound, static_cast<int>(form.rate_hz), kSpeechHz);
    }
    at += size + size % 2;  // chunks begin at even places
  }
  return noRecording("the WAV file is cut off");
}

Result<std::vector<std::int16_t>> readRecording(const std::filesystem::path& file) {
  std::error_code ec;
  const auto size = std::filesystem::file_size(file, ec);
  if (ec) return fail(ErrorCode::kNotFound, file.string(), "recording: there is no such file");
  if (size > kMostWavBytes) return noRecording("the file is too large");
  std::string bytes(size, '\0');
  std::ifstream in(file, std::ios::binary);
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!in) return fail(ErrorCode::kIoFailed, file.string(), "recording: it cannot be read");
  return recordingOf(bytes);
}

}  // namespace gis

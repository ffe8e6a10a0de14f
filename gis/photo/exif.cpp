// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/photo/exif.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace gis {

namespace {

constexpr std::uint16_t kExifIfd = 0x8769, kGpsIfd = 0x8825, kDateTime = 0x0132, kDateTimeOriginal = 0x9003;
constexpr std::uint16_t kLatRef = 1, kLat = 2, kLonRef = 3, kLon = 4;
constexpr std::uint16_t kAscii = 2, kLong = 4, kRational = 5;
constexpr std::size_t kEntryBytes = 12;

unsigned byteAt(std::span<const std::byte> bytes, std::size_t at) { return std::to_integer<unsigned>(bytes[at]); }

// The TIFF part: numbers of either byte order, each read checked.
class Tiff {
 public:
  explicit Tiff(std::span<const std::byte> bytes) : m_bytes(bytes) {
    m_big = bytes.size() >= 2 && byteAt(bytes, 0) == 'M' && byteAt(bytes, 1) == 'M';
  }
  std::optional<std::uint32_t> u16(std::size_t at) const { return number(at, 2); }
  std::optional<std::uint32_t> u32(std::size_t at) const { return number(at, 4); }

  struct Entry {
    std::uint16_t type = 0;
    std::uint32_t count = 0;
    std::size_t at = 0;  // of its value
  };
  std::optional<Entry> find(std::size_t ifd, std::uint16_t tag) const {
    const auto entries = u16(ifd);
    if (!entries) return std::nullopt;
    for (std::size_t i = 0; i < *entries; ++i) {
      const std::size_t at = ifd + 2 + i * kEntryBytes;
      const auto here = u16(at), type = u16(at + 2);
      const auto count = u32(at + 4), value = u32(at + 8);
      if (!here || !type || !count || !value) return std::nullopt;
      if (*here != tag) continue;
      const std::size_t each = *type == kRational ? 8 : *type == kLong ? 4 : 1;
      const bool inside = each * std::size_t{*count} <= 4;
      return Entry{static_cast<std::uint16_t>(*type), *count, inside ? at + 8 : std::size_t{*value}};
    }
    return std::nullopt;
  }
  std::string text(const Entry& entry) const {
    std::string text;
    if (entry.type != kAscii) return text;
    for (std::size_t i = 0; i < entry.count && entry.at + i < m_bytes.size(); ++i) {
      const auto c = static_cast<char>(byteAt(m_bytes, entry.at + i));
      if (c == 0) break;
      text += c;
    }
    return text;
  }
  std::optional<double> rational(std::size_t at) const {
    const auto over = u32(at), under = u32(at + 4);
    if (!over || !under || *under == 0) return std::nullopt;
    return static_cast<double>(*over) / *under;
  }

 private:
  std::optional<std::uint32_t> number(std::size_t at, std::size_t size) const {
    if (at > m_bytes.size() || m_bytes.size() - at < size) return std::nullopt;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i) {
      const std::size_t place = m_big ? at + i : at + size - 1 - i;
      value = value << 8U | byteAt(m_bytes, place);
    }
    return value;
  }
  std::span<const std::byte> m_bytes;
  bool m_big = false;
};

// Degrees, minutes and seconds as three fractions, with the letter of the hemisphere.
std::optional<double> degrees(const Tiff& tiff, std::size_t gps, std::uint16_t value_tag, std::uint16_t letter_tag,
                              char negative, double limit_deg) {
  const auto value = tiff.find(gps, value_tag);
  const auto letter = tiff.find(gps, letter_tag);
  if (!value || !letter || value->type != kRational || value->count != 3) return std::nullopt;
  double sum_deg = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    const auto part = tiff.rational(value->at + 8 * i);
    if (!part) return std::nullopt;
    sum_deg += *part / (i == 0 ? 1.0 : i == 1 ? 60.0 : 3600.0);
  }
  if (!std::isfinite(sum_deg) || sum_deg > limit_deg) return std::nullopt;
  const std::string side = tiff.text(*letter);
  return !side.empty() && side.front() == negative ? -sum_deg : sum_deg;
}

// "2024:07:26 14:03:11" -> "2024-07-26 14:03:11"; empty when it is not that.
std::string tidyTime(std::string text) {
  constexpr std::string_view kShape = "dddd:dd:dd dd:dd:dd";
  if (text.size() < kShape.size()) return {};
  text.resize(kShape.size());
  for (std::size_t i = 0; i < kShape.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (kShape[i] == 'd' ? !digit : text[i] != kShape[i]) return {};
  }
  if (text.starts_with("0000")) return {};
  text[4] = text[7] = '-';
  return text;
}

// The bytes behind "Exif\0\0" of the first such segment.
std::span<const std::byte> tiffOf(std::span<const std::byte> jpeg) {
  constexpr std::array<unsigned, 6> kMark{'E', 'x', 'i', 'f', 0, 0};
  if (jpeg.size() < 4 || byteAt(jpeg, 0) != 0xff || byteAt(jpeg, 1) != 0xd8) return {};
  std::size_t at = 2;
  while (at + 4 <= jpeg.size() && byteAt(jpeg, at) == 0xff) {
    const unsigned marker = byteAt(jpeg, at + 1);
    if (marker == 0xda || marker == 0xd9) break;  // the picture itself
    const std::size_t length = byteAt(jpeg, at + 2) << 8U | byteAt(jpeg, at + 3);
    if (length < 2 || at + 2 + length > jpeg.size()) break;
    const auto body = jpeg.subspan(at + 4, length - 2);
    const bool exif = marker == 0xe1 && body.size() > kMark.size() &&
                      std::ranges::equal(kMark, body.first(kMark.size()), {}, {},
                                         [](std::byte b) { return std::to_integer<unsigned>(b); });
    if (exif) return body.subspan(kMark.size());
    at += 2 + length;
  }
  return {};
}

}  // namespace

ExifFacts readExif(std::span<const std::byte> jpeg) {
  ExifFacts facts;
  const Tiff tiff(tiffOf(jpeg));
  const auto first = tiff.u32(4);
  if (!first || tiff.u16(2) != 42U) return facts;
  if (const auto time = tiff.find(*first, kDateTime)) facts.taken_local = tidyTime(tiff.text(*time));
  if (const auto exif = tiff.find(*first, kExifIfd))
    if (const auto ifd = tiff.u32(exif->at))
      if (const auto time = tiff.find(*ifd, kDateTimeOriginal))
        if (std::string text = tidyTime(tiff.text(*time)); !text.empty()) facts.taken_local = std::move(text);
  if (const auto gps = tiff.find(*first, kGpsIfd))
    if (const auto ifd = tiff.u32(gps->at)) {
      const auto lat = degrees(tiff, *ifd, kLat, kLatRef, 'S', 90);
      const auto lon = degrees(tiff, *ifd, kLon, kLonRef, 'W', 180);
      // Cameras without a fix write zeros.
      if (lat && lon && (*lat != 0 || *lon != 0)) facts.where = LonLat{*lon, *lat};
    }
  return facts;
}

std::optional<PhotoKind> photoKindOf(std::span<const std::byte> file) {
  const auto starts = [&](std::initializer_list<unsigned> with) {
    if (file.size() < with.size()) return false;
    std::size_t i = 0;
    return std::ranges::all_of(with, [&](unsigned b) { return byteAt(file, i++) == b; });
  };
  if (starts({0xff, 0xd8, 0xff})) return PhotoKind::kJpeg;
  if (starts({0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})) return PhotoKind::kPng;
  return std::nullopt;
}

}  // namespace gis

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/channels/sms_text.h"

#include <optional>
#include <vector>

namespace gis {
namespace {

constexpr int kInOne = 70, kInEach = 67, kMostMoved = 1'000'000;
constexpr char32_t kBroken = 0xFFFD;

// The characters of a UTF-8 text; broken bytes become U+FFFD.
std::vector<char32_t> characters(std::string_view utf8) {
  std::vector<char32_t> found;
  for (std::size_t i = 0; i < utf8.size();) {
    const auto byte = static_cast<unsigned char>(utf8[i]);
    const int more = byte < 0x80 ? 0 : byte >= 0xF0 && byte < 0xF8 ? 3 : byte >= 0xE0 ? 2 : byte >= 0xC2 ? 1 : -1;
    char32_t c = more == 0   ? byte
                 : more == 1 ? byte & 0x1FU
                 : more == 2 ? byte & 0x0FU
                 : more == 3 ? byte & 0x07U
                             : kBroken;
    std::size_t used = 1;
    for (int k = 0; k < more; ++k, ++used) {
      if (i + used >= utf8.size() || (static_cast<unsigned char>(utf8[i + used]) & 0xC0U) != 0x80U) {
        c = kBroken;
        break;
      }
      c = (c << 6U) | (static_cast<unsigned char>(utf8[i + used]) & 0x3FU);
    }
    const bool surrogate = c >= 0xD800 && c < 0xE000;  // half a pair is no character
    if (byte >= 0xF8 || c > 0x10FFFF || surrogate) c = kBroken;
    found.push_back(c);
    i += used;
  }
  return found;
}

void append(std::string& utf8, char32_t c) {
  const auto put = [&](char32_t byte) { utf8 += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0U | (c >> 6U)), put(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    put(0xE0U | (c >> 12U)), put(0x80U | ((c >> 6U) & 0x3FU)), put(0x80U | (c & 0x3FU));
  } else {
    put(0xF0U | (c >> 18U)), put(0x80U | ((c >> 12U) & 0x3FU)), put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  }
}

bool isBlank(char32_t c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == 0x3000 || c == 0xA0; }

}  // namespace

int smsParts(std::string_view utf8) {
  int units = 0;
  for (const char32_t c : characters(utf8)) units += c > 0xFFFF ? 2 : 1;
  if (units == 0) return 0;
  return units <= kInOne ? 1 : (units + kInEach - 1) / kInEach;
}

Receipt smsReply(std::string_view utf8) {
  Receipt receipt;
  receipt.text = std::string(utf8);
  std::vector<char32_t> text;
  for (const char32_t c : characters(utf8)) text.push_back(c >= 0xFF10 && c <= 0xFF19 ? c - 0xFF10 + '0' : c);
  while (!text.empty() && isBlank(text.back())) text.pop_back();
  std::size_t at = 0;
  while (at < text.size() && isBlank(text[at])) ++at;
  const auto number = [&]() -> std::optional<std::int64_t> {
    std::int64_t value = 0;
    const std::size_t from = at;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at) {
      value = value * 10 + static_cast<std::int64_t>(text[at] - '0');
      if (value > kMostMoved) return std::nullopt;
    }
    return at == from ? std::nullopt : std::optional(value);
  };
  const std::size_t begin = at;
  if (const auto first = number(); first && at - begin == 1 && *first <= 1) {
    if (*first == 0 && at == text.size()) {
      receipt.kind = ReceiptKind::kCannotServe;
      return receipt;
    }
    if (*first == 1 && at == text.size()) {
      receipt.kind = ReceiptKind::kConfirmed;
      return receipt;
    }
    if (*first == 1) {
      const std::size_t before = at;
      while (at < text.size() && (isBlank(text[at]) || text[at] == ',' || text[at] == 0xFF0C || text[at] == 0x3001))
        ++at;
      const auto moved = at > before ? number() : std::nullopt;
      if (moved && at < text.size() && text[at] == U'人') ++at;
      if (moved && at == text.size()) {
        receipt.kind = ReceiptKind::kMoved;
        receipt.number = *moved;
        return receipt;
      }
    }
  }
  const std::u32string_view words(text.data() + begin, text.size() - begin);
  receipt.kind =
      words.starts_with(U"收到") || words.starts_with(U"确认") ? ReceiptKind::kConfirmed : ReceiptKind::kNote;
  return receipt;
}

std::string bareNumber(std::string_view number) {
  std::string digits;
  for (const char c : number)
    if (c >= '0' && c <= '9') digits += c;
  constexpr std::size_t kMobile = 11;
  for (const std::string_view prefix : {"0086", "86"})
    if (digits.starts_with(prefix) && digits.size() == kMobile + prefix.size() && digits[prefix.size()] == '1')
      return digits.substr(prefix.size());
  return digits;
}

std::string smsFileText(std::string_view bytes) {
  const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(bytes[i])); };
  const bool big = bytes.size() >= 2 && byte(0) == 0xFE && byte(1) == 0xFF;
  const bool little = bytes.size() >= 2 && byte(0) == 0xFF && byte(1) == 0xFE;
  std::string utf8;
  if (!big && !little) {
    for (const char32_t c : characters(bytes)) append(utf8, c);
    return utf8;
  }
  const auto unit = [&](std::size_t i) { return big ? byte(i) << 8U | byte(i + 1) : byte(i + 1) << 8U | byte(i); };
  for (std::size_t i = 2; i + 1 < bytes.size(); i += 2) {
    char32_t c = unit(i);
    if (c >= 0xD800 && c < 0xDC00 && i + 3 < bytes.size() && unit(i + 2) >= 0xDC00 && unit(i + 2) < 0xE000) {
      c = 0x10000 + ((c - 0xD800) << 10U) + (unit(i + 2) - 0xDC00);
      i += 2;
    } else if (c >= 0xD800 && c < 0xE000) {
      c = kBroken;
    }
    append(utf8, c);
  }
  return utf8;
}

std::string utf16File(std::string_view utf8) {
  std::string bytes("\xFE\xFF");
  const auto put = [&](char32_t unit) {
    bytes += static_cast<char>(static_cast<unsigned char>(unit >> 8U));
    bytes += static_cast<char>(static_cast<unsigned char>(unit & 0xFFU));
  };
  for (const char32_t c : characters(utf8)) {
    if (c < 0x10000) {
      put(c);
    } else {
      put(0xD800 + ((c - 0x10000) >> 10U));
      put(0xDC00 + ((c - 0x10000) & 0x3FFU));
    }
  }
  return bytes;
}

}  // namespace gis

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "gis/cap/cap_message.h"

namespace gis {

// Why a message is refused or what was odd about it; app/ makes sentences of these.
enum class CapProblemKind {
  kTooLarge,         // subject: the limit in bytes
  kEncoding,         // subject: the declared encoding, or where the bytes stop being text
  kNotXml,           // subject: empty, start, tag, attribute, end or text; value: byte offset
  kForbiddenMarkup,  // a document type or entities; subject: which
  kTooDeep,          // elements within elements beyond reason
  kNotCap,           // another XML document; subject: its root
  kMissing,          // subject: the element
  kBadValue,         // subject: the element, value: what it says
  kBadTime,          // likewise
  kBadArea,          // a polygon or circle that is none; value: its beginning
  kUtcAsZ,           // a time ends with Z, which CAP forbids; read all the same
  kSwappedAxes,      // longitude before latitude; turned round
  kOldWord,          // "Very Likely"; read as Likely
  kUnknownWord,      // a word that the standard does not know; read as Unknown
};

struct CapProblem {
  CapProblemKind kind;
  std::string subject;
  std::string value;
};

struct CapReading {
  CapMessage message;
  std::vector<CapProblem> odd;  // what was mended or passed over
};

// No warning needs more: the longest of those published is 70 kB.
constexpr std::size_t kCapMostBytes = 4 * 1024 * 1024;

// Reads one message: CAP 1.0, 1.1 and 1.2 (OASIS 2004, 2005, 2010) and the 12379 platform's. The bytes may come from
// anybody: document types and entities are refused unread, size, depth and encodings are bounded, nothing is fetched.
// Encodings: UTF-8, UTF-16, UTF-32, Latin-1 and GB 18030 with its older names. Any thread.
std::expected<CapReading, CapProblem> readCap(std::string_view bytes);

// "2024-07-26T02:35:00+08:00"; with a blank for the T, as the Chinese platform writes. Fails on anything else.
std::expected<std::int64_t, CapProblem> readCapTime(std::string_view element, std::string_view text,
                                                    std::vector<CapProblem>* odd = nullptr);

// The stable lower-case name for logs and JSON: "missing", "bad_time".
std::string_view capProblemName(CapProblemKind kind);

}  // namespace gis

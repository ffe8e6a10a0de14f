// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/cap/cap_reader.h"

#include <pugixml.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "gis/cap/cap_words.h"
#include "gis/cap/xml_guard.h"

namespace gis {
namespace {

constexpr std::size_t kShownBytes = 60;
// Mainland China with room to spare: which of two numbers is the longitude of a place there.
constexpr double kChinaWestDeg = 73, kChinaEastDeg = 136, kChinaSouthDeg = 3, kChinaNorthDeg = 54;
constexpr double kMetresPerKm = 1000;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kBlank);
  return first == std::string_view::npos ? std::string_view()
                                         : text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

// Element names without their namespace's prefix ("cap:alert").
std::string_view localName(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string textOf(const pugi::xml_node& node) { return std::string(trimmed(node.child_value())); }

std::optional<double> number(std::string_view text) {
  const std::string_view t = trimmed(text);
  double value = 0;
  const auto [end, ec] = std::from_chars(t.data(), t.data() + t.size(), value);
  return ec == std::errc() && end == t.data() + t.size() && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::vector<std::string_view> wordsOf(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = text.find_first_not_of(" \t\r\n"); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(" \t\r\n", at), text.size());
    words.push_back(text.substr(at, end - at));
    at = text.find_first_not_of(" \t\r\n", end);
  }
  return words;
}

class Reader {
 public:
  std::expected<CapReading, CapProblem> read(const pugi::xml_node& root);

 private:
  using Step = std::expected<void, CapProblem>;
  Step readHead(const pugi::xml_node& root);
  Step readInfo(const pugi::xml_node& node);
  Step readArea(const pugi::xml_node& node, CapInfo& info);
  void readChineseInfo(CapInfo& info);
  std::expected<LonLat, CapProblem> point(std::string_view pair, std::string_view element);
  std::expected<std::vector<LonLat>, CapProblem> ring(const std::string& text);
  Step time(const pugi::xml_node& node, std::optional<std::int64_t>& into);
  template <class Enum, std::size_t kCount>
  void soft(const std::array<std::string_view, kCount>& words, const pugi::xml_node& node, Enum& into, Enum unknown);
  template <class Enum, std::size_t kCount>
  Step firm(const std::array<std::string_view, kCount>& words, const pugi::xml_node& node, Enum& into);

  CapReading m_reading;
  CapMessage& m_message = m_reading.message;
  bool m_chinese = false;
};

std::unexpected<CapProblem> refuse(CapProblemKind kind, std::string_view subject, std::string_view value = {}) {
  return std::unexpected(CapProblem{kind, std::string(subject), std::string(value.substr(0, kShownBytes))});
}

template <class Enum, std::size_t kCount>
void Reader::soft(const std::array<std::string_view, kCount>& words, const pugi::xml_node& node, Enum& into,
                  Enum unknown) {
  const std::string text = textOf(node);
  const auto found = capEnum<Enum>(words, text);
  into = found.value_or(unknown);
  if (!found && !text.empty())
    m_reading.odd.push_back({CapProblemKind::kUnknownWord, std::string(localName(node)), text.substr(0, kShownBytes)});
}

template <class Enum, std::size_t kCount>
Reader::Step Reader::firm(const std::array<std::string_view, kCount>& words, const pugi::xml_node& node, Enum& into) {
  const std::string text = textOf(node);
  const auto found = capEnum<Enum>(words, text);
  if (!found) return refuse(CapProblemKind::kBadValue, localName(node), text);
  into = *found;
  return {};
}

Reader::Step Reader::time(const pugi::xml_node& node, std::optional<std::int64_t>& into) {
  const std::string text = textOf(node);
  if (text.empty()) return {};
  const auto utc_ms = readCapTime(localName(node), text, &m_reading.odd);
  if (!utc_ms) return std::unexpected(utc_ms.error());
  into = *utc_ms;
  return {};
}

// "lat,lon" (CAP 1.2 section 3.2.4). Senders in China mix the axes up: a pair that only makes sense the other way round
// is turned.
std::expected<LonLat, CapProblem> Reader::point(std::string_view pair, std::string_view element) {
  const std::size_t comma = pair.find(',');
  const auto first = comma == std::string_view::npos ? std::nullopt : number(pair.substr(0, comma));
  const auto second = comma == std::string_view::npos ? std::nullopt : number(pair.substr(comma + 1));
  if (!first || !second) return refuse(CapProblemKind::kBadArea, element, pair);
  LonLat at{*second, *first};
  const bool turned =
      *first >= kChinaWestDeg && *first <= kChinaEastDeg && *second >= kChinaSouthDeg && *second <= kChinaNorthDeg;
  if (std::abs(at.lat_deg) > 90 || (m_chinese && turned)) {
    std::swap(at.lon_deg, at.lat_deg);
    m_reading.odd.push_back({CapProblemKind::kSwappedAxes, std::string(element), std::string(pair)});
  }
  if (std::abs(at.lat_deg) > 90 || std::abs(at.lon_deg) > 180) return refuse(CapProblemKind::kBadArea, element, pair);
  return at;
}

std::expected<std::vector<LonLat>, CapProblem> Reader::ring(const std::string& text) {
  std::vector<LonLat> ring;
  std::string pairs = text;
  // The Chinese platform separates pairs by semicolons in some offices.
  if (m_chinese) std::ranges::replace(pairs, ';', ' ');
  for (const std::string_view pair : wordsOf(pairs)) {
    const auto at = point(pair, "polygon");
    if (!at) return std::unexpected(at.error());
    ring.push_back(*at);
  }
  constexpr std::size_t kFewest = 4;
  if (ring.size() + 1 >= kFewest && !(ring.front() == ring.back())) ring.push_back(ring.front());
  if (ring.size() < kFewest) return refuse(CapProblemKind::kBadArea, "polygon", text);
  return ring;
}

Reader::Step Reader::readArea(const pugi::xml_node& node, CapInfo& info) {
  CapArea area;
  for (const pugi::xml_node& child : node.children()) {
    const std::string_view name = localName(child);
    const std::string text = textOf(child);
    if (name == "areaDesc") area.description = text;
    if (text.empty() && name != "geocode") continue;
    if (name == "polygon") {
      auto read = ring(text);
      if (!read) return std::unexpected(read.error());
      area.polygons.push_back(std::move(*read));
    } else if (name == "circle") {
      const auto parts = wordsOf(text);
      const auto radius = parts.size() == 2 ? number(parts[1]) : std::nullopt;
      if (!radius || *radius < 0) return refuse(CapProblemKind::kBadArea, "circle", text);
      const auto centre = point(parts[0], "circle");
      if (!centre) return std::unexpected(centre.error());
      // Kilometres in CAP, metres on the Chinese platform.
      area.circles.push_back({*centre, *radius * (m_chinese ? 1 : kMetresPerKm)});
    } else if (name == "geocode") {
      CapPair pair;
      bool paired = false;
      for (const pugi::xml_node& part : child.children()) {
        if (localName(part) == "valueName") pair.first = textOf(part), paired = true;
        if (localName(part) == "value") pair.second = textOf(part), paired = true;
      }
      if (paired) {
        area.geocodes.push_back(std::move(pair));
      } else {
        // The platform's: codes of districts, separated by commas.
        std::string codes = text;
        std::ranges::replace(codes, ',', ' ');
        for (const std::string_view code : wordsOf(codes)) area.geocodes.emplace_back("adcode", std::string(code));
      }
    } else if (name == "altitude") {
      if (const auto feet = number(text)) area.altitude_m = *feet * kFootM;
    } else if (name == "ceiling") {
      if (const auto feet = number(text)) area.ceiling_m = *feet * kFootM;
    }
  }
  info.areas.push_back(std::move(area));
  return {};
}

CapPair readPair(const pugi::xml_node& node) {
  CapPair pair;
  for (const pugi::xml_node& part : node.children()) {
    if (localName(part) == "valueName") pair.first = textOf(part);
    if (localName(part) == "value") pair.second = textOf(part);
  }
  // CAP 1.0 wrote "name=value".
  if (pair.first.empty() && pair.second.empty()) {
    const std::string text = textOf(node);
    const std::size_t equals = text.find('=');
    if (equals != std::string::npos) pair = {text.substr(0, equals), text.substr(equals + 1)};
  }
  return pair;
}

CapResource readResource(const pugi::xml_node& node) {
  CapResource resource;
  for (const pugi::xml_node& child : node.children()) {
    const std::string_view name = localName(child);
    if (name == "resourceDesc") resource.description = textOf(child);
    if (name == "mimeType") resource.mime_type = textOf(child);
    if (name == "uri") resource.uri = textOf(child);
    if (name == "digest") resource.digest_sha1 = textOf(child);
    if (name == "derefUri") resource.is_embedded = true;
    if (name == "size")
      if (const auto bytes = number(textOf(child)); bytes && *bytes >= 0 && *bytes < 1e15)
        resource.size_bytes = static_cast<std::int64_t>(*bytes);
  }
  return resource;
}

// Colours stand where CAP has words of severity; the event is a code.
void Reader::readChineseInfo(CapInfo& info) {
  for (const auto& [name, value] : info.parameters)
    if (name == "severity")
      info.severity = value == "Red"      ? CapSeverity::kExtreme
                      : value == "Orange" ? CapSeverity::kSevere
                      : value == "Yellow" ? CapSeverity::kModerate
                      : value == "Blue"   ? CapSeverity::kMinor
                                          : CapSeverity::kUnknown;
}

Reader::Step Reader::readInfo(const pugi::xml_node& node) {
  CapInfo info;
  if (m_chinese) info.language = "zh-CN";
  for (const pugi::xml_node& child : node.children()) {
    const std::string_view name = localName(child);
    Step step;
    if (name == "language") {
      if (std::string text = textOf(child); !text.empty()) info.language = std::move(text);
    } else if (name == "category") {
      info.categories.push_back(textOf(child));
    } else if (name == "responseType") {
      info.response_types.push_back(textOf(child));
    } else if (name == "event") {
      info.event = textOf(child);
    } else if (name == "eventType") {
      info.event_codes.emplace_back("CN-12379", textOf(child));
    } else if (name == "urgency") {
      soft(kCapUrgencyWords, child, info.urgency, CapUrgency::kUnknown);
    } else if (name == "severity") {
      if (m_chinese)
        info.parameters.emplace_back("severity", textOf(child));
      else
        soft(kCapSeverityWords, child, info.severity, CapSeverity::kUnknown);
    } else if (name == "certainty") {
      std::string word = textOf(child);
      std::erase(word, ' ');
      if (capEnum<CapProfile>(std::array<std::string_view, 1>{"VeryLikely"}, word)) {
        info.certainty = CapCertainty::kLikely;
        if (!m_chinese) m_reading.odd.push_back({CapProblemKind::kOldWord, "certainty", textOf(child)});
      } else {
        soft(kCapCertaintyWords, child, info.certainty, CapCertainty::kUnknown);
      }
    } else if (name == "audience") {
      info.audience = textOf(child);
    } else if (name == "eventCode") {
      info.event_codes.push_back(readPair(child));
    } else if (name == "parameter") {
      info.parameters.push_back(readPair(child));
    } else if (name == "effective") {
      step = time(child, info.effective_utc_ms);
    } else if (name == "onset") {
      step = time(child, info.onset_utc_ms);
    } else if (name == "expires") {
      step = time(child, info.expires_utc_ms);
    } else if (name == "senderName") {
      info.sender_name = textOf(child);
    } else if (name == "headline") {
      info.headline = textOf(child);
    } else if (name == "description") {
      info.description = textOf(child);
    } else if (name == "instruction") {
      info.instruction = textOf(child);
    } else if (name == "web") {
      info.web = textOf(child);
    } else if (name == "contact") {
      info.contact = textOf(child);
    } else if (name == "resource") {
      info.resources.push_back(readResource(child));
    } else if (name == "area") {
      step = readArea(child, info);
    }
    if (!step) return step;
  }
  if (m_chinese) readChineseInfo(info);
  m_message.infos.push_back(std::move(info));
  return {};
}

// "sender,identifier,sent" with blanks between; the Chinese platform gives the first message's identifier alone.
std::vector<CapReference> readReferences(const std::string& text) {
  std::vector<CapReference> references;
  for (const std::string_view word : wordsOf(text)) {
    const std::size_t first = word.find(','), last = word.rfind(',');
    if (first == std::string_view::npos || first == last)
      references.push_back({{}, std::string(word), {}});
    else
      references.push_back({std::string(word.substr(0, first)), std::string(word.substr(first + 1, last - first - 1)),
                            std::string(word.substr(last + 1))});
  }
  return references;
}

Reader::Step Reader::readHead(const pugi::xml_node& root) {
  bool has_status = false, has_type = false, has_scope = false;
  for (const pugi::xml_node& child : root.children()) {
    const std::string_view name = localName(child);
    Step step;
    if (name == "identifier") {
      m_message.identifier = textOf(child);
    } else if (name == "sender") {
      m_message.sender = textOf(child);
    } else if (name == "senderCode" && m_chinese) {
      m_message.source = textOf(child);
    } else if (name == "sent" || name == "sendTime") {
      m_message.sent = textOf(child);
    } else if (name == "status") {
      step = firm(kCapStatusWords, child, m_message.status), has_status = true;
    } else if (name == "msgType") {
      step = firm(kCapMsgTypeWords, child, m_message.msg_type), has_type = true;
    } else if (name == "scope") {
      step = firm(kCapScopeWords, child, m_message.scope), has_scope = true;
    } else if (name == "source") {
      m_message.source = textOf(child);
    } else if (name == "restriction") {
      m_message.restriction = textOf(child);
    } else if (name == "addresses") {
      m_message.addresses = textOf(child);
    } else if (name == "code") {
      if (std::string text = textOf(child); !text.empty()) m_message.codes.push_back(std::move(text));
    } else if (name == "note") {
      m_message.note = textOf(child);
    } else if (name == "references") {
      m_message.references = readReferences(textOf(child));
    } else if (name == "incidents") {
      m_message.incidents = textOf(child);
    }
    if (!step) return step;
  }
  if (m_message.identifier.empty()) return refuse(CapProblemKind::kMissing, "identifier");
  if (m_message.sender.empty()) return refuse(CapProblemKind::kMissing, "sender");
  if (m_message.sent.empty()) return refuse(CapProblemKind::kMissing, m_chinese ? "sendTime" : "sent");
  if (!has_status) return refuse(CapProblemKind::kMissing, "status");
  if (!has_type) return refuse(CapProblemKind::kMissing, "msgType");
  // CAP 1.0 lets the scope be left out: public.
  if (!has_scope && m_message.profile != CapProfile::kCap10) return refuse(CapProblemKind::kMissing, "scope");
  const auto sent = readCapTime("sent", m_message.sent, &m_reading.odd);
  if (!sent) return std::unexpected(sent.error());
  m_message.sent_utc_ms = *sent;
  return {};
}

std::expected<CapReading, CapProblem> Reader::read(const pugi::xml_node& root) {
  std::string space;
  for (const pugi::xml_attribute& attribute : root.attributes())
    if (std::string_view(attribute.name()).starts_with("xmlns") &&
        (std::string_view(attribute.value()).find("cap:1.") != std::string_view::npos ||
         std::string_view(attribute.value()).find("cap/1.") != std::string_view::npos ||
         std::string_view(attribute.value()).find("alerts:1.") != std::string_view::npos ||
         std::string_view(attribute.value()).find("icss") != std::string_view::npos))
      space = attribute.value();
  m_chinese = space.find("icss") != std::string::npos;
  // The platform's exporter names the root after the message's status.
  constexpr std::array<std::string_view, 5> kChineseRoots = {"alert", "actual", "test", "exercise", "draft"};
  const bool is_root = localName(root) == "alert" ||
                       (m_chinese && std::ranges::find(kChineseRoots, localName(root)) != kChineseRoots.end());
  if (!is_root || (space.empty() && !root.child("identifier"))) return refuse(CapProblemKind::kNotCap, root.name());
  m_message.profile = m_chinese                ? CapProfile::kChina12379
                      : space.ends_with("1.0") ? CapProfile::kCap10
                      : space.ends_with("1.1") ? CapProfile::kCap11
                                               : CapProfile::kCap12;
  if (auto step = readHead(root); !step) return std::unexpected(step.error());
  for (const pugi::xml_node& child : root.children())
    if (localName(child) == "info")
      if (auto step = readInfo(child); !step) return std::unexpected(step.error());
  return std::move(m_reading);
}

// The parser's English stays here: app/ has a sentence for each of these words.
const char* xmlTrouble(pugi::xml_parse_status status) {
  switch (status) {
    case pugi::status_no_document_element:
      return "empty";
    case pugi::status_bad_comment:
    case pugi::status_bad_cdata:
    case pugi::status_bad_pcdata:
      return "text";
    case pugi::status_bad_start_element:
    case pugi::status_bad_end_element:
      return "tag";
    case pugi::status_bad_attribute:
      return "attribute";
    case pugi::status_end_element_mismatch:
      return "end";
    default:
      return "start";
  }
}

}  // namespace

std::expected<CapReading, CapProblem> readCap(std::string_view bytes) {
  auto text = guardedXml(bytes);
  if (!text) return std::unexpected(text.error());
  pugi::xml_document document;
  // No document types; entities beyond the five of XML stay as they are written.
  const auto parsed = document.load_buffer_inplace(
      text->data(), text->size(), pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol, pugi::encoding_utf8);
  if (!parsed)
    return std::unexpected(CapProblem{CapProblemKind::kNotXml, xmlTrouble(parsed.status),
                                      std::to_string(std::max<std::ptrdiff_t>(0, parsed.offset))});
  const pugi::xml_node root = document.document_element();
  if (!root) return std::unexpected(CapProblem{CapProblemKind::kNotXml, "empty", "0"});
  return Reader().read(root);
}

std::string_view capProblemName(CapProblemKind kind) {
  constexpr std::array<std::string_view, 14> kNames = {
      "too_large", "encoding", "not_xml",  "forbidden_markup", "too_deep",     "not_cap",  "missing",
      "bad_value", "bad_time", "bad_area", "utc_as_z",         "swapped_axes", "old_word", "unknown_word"};
  return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace gis

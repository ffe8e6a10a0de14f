// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/cap/cap_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <pugixml.hpp>
#include <sstream>

namespace gis {
namespace {

constexpr double kWrittenMetresPerKm = 1000;
constexpr int kChinaOffsetMin = 480;

void add(pugi::xml_node& to, const char* name, std::string_view text) {
  if (!text.empty()) to.append_child(name).text().set(std::string(text).c_str());
}

void add(pugi::xml_node& to, const char* name, const CapPair& pair) {
  auto node = to.append_child(name);
  node.append_child("valueName").text().set(pair.first.c_str());
  node.append_child("value").text().set(pair.second.c_str());
}

void add(pugi::xml_node& to, const char* name, const std::optional<std::int64_t>& utc_ms) {
  if (utc_ms) add(to, name, writeCapTime(*utc_ms, kChinaOffsetMin));
}

void addArea(pugi::xml_node& info, const CapArea& area) {
  auto node = info.append_child("area");
  node.append_child("areaDesc").text().set(area.description.c_str());
  for (const auto& ring : area.polygons) {
    std::string text;
    for (const LonLat& p : ring) text += fmt::format("{}{},{}", text.empty() ? "" : " ", p.lat_deg, p.lon_deg);
    add(node, "polygon", text);
  }
  for (const CapCircle& circle : area.circles)
    add(node, "circle",
        fmt::format("{},{} {}", circle.centre.lat_deg, circle.centre.lon_deg, circle.radius_m / kWrittenMetresPerKm));
  for (const CapPair& code : area.geocodes) add(node, "geocode", code);
  if (area.altitude_m) add(node, "altitude", fmt::format("{}", *area.altitude_m / kFootM));
  if (area.ceiling_m) add(node, "ceiling", fmt::format("{}", *area.ceiling_m / kFootM));
}

void addInfo(pugi::xml_node& alert, const CapInfo& info) {
  auto node = alert.append_child("info");
  add(node, "language", info.language);
  for (const std::string& category : info.categories) add(node, "category", category);
  add(node, "event", info.event);
  for (const std::string& type : info.response_types) add(node, "responseType", type);
  add(node, "urgency", capWord(info.urgency));
  add(node, "severity", capWord(info.severity));
  add(node, "certainty", capWord(info.certainty));
  add(node, "audience", info.audience);
  for (const CapPair& code : info.event_codes) add(node, "eventCode", code);
  add(node, "effective", info.effective_utc_ms);
  add(node, "onset", info.onset_utc_ms);
  add(node, "expires", info.expires_utc_ms);
  add(node, "senderName", info.sender_name);
  add(node, "headline", info.headline);
  add(node, "description", info.description);
  add(node, "instruction", info.instruction);
  add(node, "web", info.web);
  add(node, "contact", info.contact);
  for (const CapPair& parameter : info.parameters) add(node, "parameter", parameter);
  for (const CapResource& resource : info.resources) {
    auto child = node.append_child("resource");
    add(child, "resourceDesc", resource.description);
    add(child, "mimeType", resource.mime_type);
    if (resource.size_bytes >= 0) add(child, "size", std::to_string(resource.size_bytes));
    add(child, "uri", resource.uri);
    add(child, "digest", resource.digest_sha1);
  }
  for (const CapArea& area : info.areas) addArea(node, area);
}

std::string referencesText(const std::vector<CapReference>& references) {
  std::string text;
  for (const CapReference& reference : references) {
    if (!text.empty()) text += ' ';
    text += reference.sender.empty() ? reference.identifier
                                     : reference.sender + ',' + reference.identifier + ',' + reference.sent;
  }
  return text;
}

// Distance of a point from the chord a-b, degrees with longitudes shrunk to the latitude: for a shape's outline enough.
double chordDistance(LonLat p, LonLat a, LonLat b) {
  const double shrink = std::cos(a.lat_deg * 3.14159265358979323846 / 180);
  const double bx = (b.lon_deg - a.lon_deg) * shrink, by = b.lat_deg - a.lat_deg;
  const double px = (p.lon_deg - a.lon_deg) * shrink, py = p.lat_deg - a.lat_deg;
  const double length2 = bx * bx + by * by;
  const double t = length2 > 0 ? std::clamp((px * bx + py * by) / length2, 0.0, 1.0) : 0;
  return std::hypot(px - t * bx, py - t * by);
}

}  // namespace

std::string writeCap(const CapMessage& message) {
  pugi::xml_document document;
  auto declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version") = "1.0";
  declaration.append_attribute("encoding") = "UTF-8";
  auto alert = document.append_child("alert");
  alert.append_attribute("xmlns") = "urn:oasis:names:tc:emergency:cap:1.2";
  add(alert, "identifier", message.identifier);
  add(alert, "sender", message.sender);
  add(alert, "sent", writeCapTime(message.sent_utc_ms, kChinaOffsetMin));
  add(alert, "status", capWord(message.status));
  add(alert, "msgType", capWord(message.msg_type));
  add(alert, "source", message.source);
  add(alert, "scope", capWord(message.scope));
  add(alert, "restriction", message.restriction);
  add(alert, "addresses", message.addresses);
  for (const std::string& code : message.codes) add(alert, "code", code);
  add(alert, "note", message.note);
  add(alert, "references", referencesText(message.references));
  add(alert, "incidents", message.incidents);
  for (const CapInfo& info : message.infos) addInfo(alert, info);
  std::ostringstream out;
  document.save(out, "  ");
  return out.str();
}

std::string writeCapTime(std::int64_t utc_ms, int offset_min) {
  using namespace std::chrono;
  const sys_seconds local{floor<seconds>(milliseconds(utc_ms)) + minutes(offset_min)};
  const sys_days day = floor<days>(local);
  const year_month_day date(day);
  const hh_mm_ss clock(local - day);
  const int minutes_off = std::abs(offset_min);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}{:02}:{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), clock.hours().count(),
                     clock.minutes().count(), clock.seconds().count(), offset_min > 0 ? '+' : '-', minutes_off / 60,
                     minutes_off % 60);
}

std::vector<LonLat> thinnedRing(const std::vector<LonLat>& ring, std::size_t most) {
  if (ring.size() <= most || ring.size() < 4) return ring;
  // The order in which Douglas and Peucker would take points in: each point's rank is the tolerance below which it
  // stays; never larger than that of the point that split its run, so a tolerance cuts a whole subtree.
  std::vector<double> rank(ring.size(), 0);
  const std::size_t half = ring.size() / 2;
  rank.front() = rank[half] = rank.back() = std::numeric_limits<double>::infinity();
  struct Run {
    std::size_t first, last;
    double limit;
  };
  std::vector<Run> runs = {{0, half, std::numeric_limits<double>::infinity()},
                           {half, ring.size() - 1, std::numeric_limits<double>::infinity()}};
  while (!runs.empty()) {
    const Run run = runs.back();
    runs.pop_back();
    std::size_t farthest = 0;
    double distance = -1;
    for (std::size_t i = run.first + 1; i < run.last; ++i)
      if (const double d = chordDistance(ring[i], ring[run.first], ring[run.last]); d > distance) {
        distance = d;
        farthest = i;
      }
    if (distance < 0) continue;
    rank[farthest] = std::min(distance, run.limit);
    runs.push_back({run.first, farthest, rank[farthest]});
    runs.push_back({farthest, run.last, rank[farthest]});
  }
  std::vector<double> sorted = rank;
  std::ranges::sort(sorted, std::greater<>());
  const double limit = sorted[most];  // the first that has to go, and all like it
  std::vector<LonLat> kept;
  for (std::size_t i = 0; i < ring.size(); ++i)
    if (rank[i] > limit || std::isinf(rank[i])) kept.push_back(ring[i]);
  return kept;
}

}  // namespace gis

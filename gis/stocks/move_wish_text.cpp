// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>
#include <sstream>

#include "gis/stocks/move_wish.h"

namespace gis::stocks {
namespace {

using WishJson = nlohmann::json;

// Reads an object key by key; what is wrong first sticks, what nobody asked for is wrong too.
class KeyReader {
 public:
  explicit KeyReader(const WishJson& object) : m_object(object) {
    if (!object.is_object()) wrong("an object is expected");
  }
  void text(const char* key, std::string& value) {
    if (const WishJson* found = find(key)) {
      if (found->is_string())
        value = found->get<std::string>();
      else if (found->is_number_integer())
        value = found->dump();  // 30 and "30" are the same quantity
      else
        wrong(std::string(key) + ": a text is expected");
    }
  }
  void flag(const char* key, bool& value) {
    if (const WishJson* found = find(key)) {
      if (found->is_boolean())
        value = found->get<bool>();
      else
        wrong(std::string(key) + ": true or false is expected");
    }
  }
  void price(const char* key, std::optional<double>& value) {
    if (const WishJson* found = find(key)) {
      if (found->is_number() && found->get<double>() >= 0)
        value = found->get<double>();
      else
        wrong(std::string(key) + ": a price is expected");
    }
  }
  const WishJson* list(const char* key) {
    const WishJson* found = find(key);
    if (found && !found->is_array()) wrong(std::string(key) + ": a list is expected");
    return found && found->is_array() ? found : nullptr;
  }
  void wrong(std::string why) {
    if (m_wrong.empty()) m_wrong = std::move(why);
  }
  // A key that nobody knows comes before what follows from it: "knd" is why there is no kind.
  Result<void> outcome() const {
    if (m_object.is_object())
      for (const auto& [key, value] : m_object.items())
        if (std::ranges::find(m_asked, key) == m_asked.end())
          return fail(ErrorCode::kInvalidArgument, key, unknownKeyDetail(m_asked));
    if (!m_wrong.empty()) return fail(ErrorCode::kInvalidArgument, "movement", m_wrong);
    return {};
  }

 private:
  const WishJson* find(const char* key) {
    m_asked.emplace_back(key);
    if (!m_object.is_object()) return nullptr;
    const auto found = m_object.find(key);
    return found == m_object.end() ? nullptr : &*found;
  }
  const WishJson& m_object;
  std::vector<std::string> m_asked;
  std::string m_wrong;
};

std::optional<std::int64_t> utcMsOf(const std::string& text) {
  std::istringstream in(text);
  std::chrono::year_month_day day{};
  int year = 0, month = 0, in_month = 0, hour = 0, minute = 0;
  double second = 0;
  char a = 0, b = 0, t = 0, c = 0, d = 0, z = 0;
  in >> year >> a >> month >> b >> in_month >> t >> hour >> c >> minute >> d >> second >> z;
  day = {std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
         std::chrono::day(static_cast<unsigned>(in_month))};
  if (!in || a != '-' || b != '-' || t != 'T' || c != ':' || d != ':' || z != 'Z' || !day.ok() || hour < 0 ||
      hour > 23 || minute < 0 || minute > 59 || second < 0 || second >= 61)
    return std::nullopt;
  const std::int64_t days = std::chrono::sys_days(day).time_since_epoch().count();
  return ((days * 24 + hour) * 60 + minute) * 60'000 + static_cast<std::int64_t>(second * 1000);
}

Result<WishLine> wishLineOf(const WishJson& json) {
  WishLine line;
  KeyReader keys(json);
  keys.text("item", line.item);
  keys.text("quantity", line.quantity);
  keys.text("lot", line.lot);
  keys.text("owner", line.owner);
  keys.text("made_on", line.made_on);
  keys.text("expires_on", line.expires_on);
  keys.text("donor", line.donor);
  keys.price("price_yuan", line.price_yuan);
  if (auto good = keys.outcome(); !good) return std::unexpected(good.error());
  return line;
}

void readStates(KeyReader& keys, MoveWish& wish) {
  for (const auto& [key, state] : {std::pair{"from_state", &wish.from_state}, std::pair{"to_state", &wish.to_state}}) {
    std::string name;
    keys.text(key, name);
    if (name.empty()) continue;
    *state = stateNamed(name);
    if (!*state) keys.wrong(std::string(key) + ": no such state: " + name);
  }
}

Result<MoveWish> wishOf(const WishJson& json) {
  MoveWish wish;
  KeyReader keys(json);
  std::string kind, at;
  keys.text("kind", kind);
  keys.text("at", at);
  keys.text("depot", wish.depot);
  keys.text("to", wish.to_depot);
  keys.text("owner", wish.owner);
  keys.text("author", wish.author);
  keys.text("second_person", wish.second_person);
  keys.text("reason", wish.reason);
  keys.text("paper", wish.paper);
  keys.flag("drill", wish.is_drill);
  keys.flag("breaks_order", wish.breaks_order);
  readStates(keys, wish);
  const WishJson* lines = keys.list("lines");
  if (const auto named = kindNamed(kind); named && *named != MoveKind::kReversal)
    wish.kind = *named;
  else
    keys.wrong("kind: no such kind of movement: " + kind);
  if (!at.empty()) {
    const auto moment = utcMsOf(at);
    if (moment)
      wish.at_utc_ms = *moment;
    else
      keys.wrong("at: a time like 2026-05-01T08:00:00Z is expected");
  }
  if (auto good = keys.outcome(); !good) return std::unexpected(good.error());
  if (lines)
    for (const WishJson& one : *lines) {
      auto line = wishLineOf(one);
      if (!line) return std::unexpected(std::move(line.error()).via(fmt::format("line {}", wish.lines.size() + 1)));
      wish.lines.push_back(std::move(*line));
    }
  return wish;
}

}  // namespace

std::string unknownKeyDetail(const std::vector<std::string>& known) {
  std::string text(kNoSuchKey);
  for (const std::string& key : known) text += (&key == &known.front() ? "" : ", ") + key;
  return text;
}

Result<std::vector<MoveWish>> readWishes(std::string_view text) {
  const WishJson json = WishJson::parse(text, nullptr, false);
  if (json.is_discarded()) return fail(ErrorCode::kInvalidArgument, "movements", "no JSON");
  const bool has_list = json.is_object() && json.contains("moves");
  if (has_list) {
    KeyReader keys(json);
    keys.list("moves");
    if (auto good = keys.outcome(); !good) return std::unexpected(good.error());
  }
  WishJson list = WishJson::array();
  if (has_list)
    list = json["moves"];
  else
    list.push_back(json);
  std::vector<MoveWish> wishes;
  for (const WishJson& one : list) {
    auto wish = wishOf(one);
    if (!wish) return std::unexpected(std::move(wish.error()).via(fmt::format("movement {}", wishes.size() + 1)));
    wishes.push_back(std::move(*wish));
  }
  if (wishes.empty()) return fail(ErrorCode::kInvalidArgument, "movements", "none");
  return wishes;
}

}  // namespace gis::stocks

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/stocks/level_change.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace gis::stocks {
namespace {

using LevelJson = nlohmann::json;

constexpr int kMostDays = 365;

std::unexpected<Error> noFigures() { return fail(ErrorCode::kDamagedFile, "levels", "no figures of levels"); }

}  // namespace

std::string figuresOf(const LevelChange& change) {
  if (change.item_id == 0) {
    const auto basis = basisOfContent(change.content, change.depot_id);
    return basis ? fmt::format("{} people for {}/{}/{} days", basis->people, basis->minimum_days, basis->target_days,
                               basis->maximum_days)
                 : std::string();
  }
  const auto level = levelOfContent(change.content);
  if (!level) return {};
  return *level ? fmt::format("{}/{}/{}", (*level)->minimum, (*level)->target, (*level)->maximum) : "computed";
}

std::string levelContent(const std::optional<Level>& level) {
  if (!level) return "null";
  return LevelJson{
      {"minimum", level->minimum}, {"target", level->target}, {"maximum", level->maximum}, {"reason", level->reason}}
      .dump();
}

std::string basisContent(const LevelBasis& basis) {
  return LevelJson{{"people", basis.people},
                   {"minimum_days", basis.minimum_days},
                   {"target_days", basis.target_days},
                   {"maximum_days", basis.maximum_days},
                   {"target_ratio", basis.target_ratio},
                   {"maximum_ratio", basis.maximum_ratio},
                   {"source", basis.source}}
      .dump();
}

Result<std::optional<Level>> levelOfContent(const std::string& content) {
  const LevelJson json = LevelJson::parse(content, nullptr, false);
  if (json.is_null()) return std::optional<Level>();
  try {
    Level level;
    level.typed = true;
    level.minimum = json.at("minimum"), level.target = json.at("target"), level.maximum = json.at("maximum");
    level.reason = json.at("reason");
    if (level.minimum < 0 || level.target < level.minimum || level.maximum < level.target || level.reason.empty())
      return noFigures();
    return std::optional(std::move(level));
  } catch (const nlohmann::json::exception&) {
    return noFigures();
  }
}

Result<LevelBasis> basisOfContent(const std::string& content, std::int64_t depot_id) {
  const LevelJson json = LevelJson::parse(content, nullptr, false);
  try {
    LevelBasis basis;
    basis.depot_id = depot_id, basis.people = json.at("people"), basis.source = json.at("source");
    basis.minimum_days = json.at("minimum_days"), basis.target_days = json.at("target_days");
    basis.maximum_days = json.at("maximum_days");
    basis.target_ratio = json.at("target_ratio"), basis.maximum_ratio = json.at("maximum_ratio");
    if (basis.people < 0 || basis.source.empty() || basis.minimum_days < 1 || basis.minimum_days > kMostDays ||
        basis.target_days < basis.minimum_days || basis.maximum_days < basis.target_days ||
        !(basis.target_ratio >= 1) || !(basis.maximum_ratio >= basis.target_ratio))
      return noFigures();
    return basis;
  } catch (const nlohmann::json::exception&) {
    return noFigures();
  }
}

}  // namespace gis::stocks

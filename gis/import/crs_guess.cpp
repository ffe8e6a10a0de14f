// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/crs_guess.h"

#include <algorithm>

#include "gis/geo/crs_info.h"

namespace gis {

namespace {

constexpr double kNearDeg = 0.5;
constexpr std::size_t kMostCandidates = 12;
constexpr double kZoneNumberFromM = 1e7;

bool isNear(const LonLatBox& box, const LonLatBox& city) {
  return !box.empty() && box.west_deg <= city.east_deg + kNearDeg && box.east_deg >= city.west_deg - kNearDeg &&
         box.south_deg <= city.north_deg + kNearDeg && box.north_deg >= city.south_deg - kNearDeg;
}

bool putsNear(const std::string& crs, const MapBox& extent, const LonLatBox& city) {
  const auto box = lonLatExtent(extent, crs);
  return box && isNear(*box, city);
}

MapBox turned(const MapBox& box) { return {box.min_y_m, box.min_x_m, box.max_y_m, box.max_x_m}; }

Guess fromCandidate(const CrsCandidate& best, const MapBox& extent) {
  if (best.zone > 0 && extent.min_x_m > kZoneNumberFromM) return {best.crs, 0.9, GuessReason::kZoneNumber};
  return {best.crs, best.form == CrsForm::kLonLat ? 0.8 : 0.7, GuessReason::kNearCity};
}

const CrsCandidate* nearest(const std::vector<CrsCandidate>& candidates) {
  return !candidates.empty() && candidates.front().plausibility == Plausibility::kNear ? &candidates.front() : nullptr;
}

}  // namespace

CrsGuess guessCrs(const std::string& subject, const std::string& declared, const MapBox& extent,
                  const LonLatBox& city) {
  CrsGuess guess;
  const bool blind = extent.empty() || city.empty();
  guess.candidates = crsCandidates(extent, city);
  std::vector<CrsCandidate> turned_candidates;
  if (!blind) turned_candidates = crsCandidates(turned(extent), city);
  if (!declared.empty()) {
    guess.crs = {{}, blind ? 0.9 : 0.99, GuessReason::kFile};
    if (!blind && !putsNear(declared, extent, city)) {
      guess.crs.confidence_ratio = 0.2;
      if (putsNear(declared, turned(extent), city)) {
        guess.swap_axes = true;
        guess.crs.confidence_ratio = 0.9;
      } else {
        const CrsCandidate* better = nearest(guess.candidates);
        guess.question = {QuestionKind::kCrsFarAway, subject, better ? better->crs : std::string(), declared};
      }
    }
  } else if (const CrsCandidate* best = nearest(guess.candidates); best && !blind) {
    guess.crs = fromCandidate(*best, extent);
  } else if (const CrsCandidate* other = nearest(turned_candidates)) {
    guess.crs = fromCandidate(*other, turned(extent));
    guess.swap_axes = true;
    guess.candidates = std::move(turned_candidates);
  } else {
    const bool in_china = !guess.candidates.empty() && guess.candidates.front().plausibility != Plausibility::kNowhere;
    guess.question = {QuestionKind::kCrsUnknown,
                      subject,
                      in_china && !extent.empty() ? guess.candidates.front().crs : std::string(),
                      {}};
  }
  if (guess.candidates.size() > kMostCandidates) guess.candidates.resize(kMostCandidates);
  return guess;
}

std::optional<Datum> oldDatumOf(const std::string& crs) {
  for (const CrsCandidate& known : crsCandidates({}, {}))
    if (known.crs == crs)
      return known.datum == Datum::kXian80 || known.datum == Datum::kBeijing54 ? std::optional(known.datum)
                                                                               : std::nullopt;
  const auto info = describeCrs(crs);
  const std::string text = crs + (info ? info->name : std::string());
  for (const char* word : {"Xian", "Xi'an", "xian80", "Xi_an"})
    if (text.find(word) != std::string::npos) return Datum::kXian80;
  for (const char* word : {"Beijing", "beijing54", "Krassowsky"})
    if (text.find(word) != std::string::npos) return Datum::kBeijing54;
  return std::nullopt;
}

}  // namespace gis

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

#include "gis/exposure/exposure.h"
#include "gis/store/code_store.h"

namespace app {

// The words for what an exposure counts, in the interface's language.
QString exposedTableText(const std::string& table);  // "Schools"
QString measureText(const std::string& measure);     // "pupils"
QString codeText(const gis::ExposureTable& table, int code, const gis::CodeLists& codes, const QString& language);
QString ageBandText(int band);                     // "1980–1989"
QString exposureRuleText(gis::ExposureRule rule);  // "counted where their point lies inside"
QString partText(const gis::Exposure& exposure, std::size_t part);
// What was asked, in words: "Within 20.0 km of 36.3496°N 112.8730°E"; what a room says of its place stays as it is.
QString questionText(const gis::Exposure& exposure);
// "Hanjiagou, 56.4 km to the northwest"; empty when no settlement is known.
QString nearestSettlementText(const gis::Exposure& exposure);
// "2026-05-01 08:00" in Beijing time.
QString beijingTimeText(std::int64_t utc_ms);
// "138****1234"; shorter numbers keep two digits at each end.
QString maskedPhone(const std::string& phone);
// The name of a district by the digits its code begins with.
QString divisionText(const gis::Exposure& exposure, const std::string& prefix);
// 0.0 to 123.4 from whole centimetres, rounded so that rows add up to their total: tenths of a kilometre.
std::vector<double> kilometresThatAddUp(const std::vector<double>& km);

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QCoreApplication>
#include <QString>
#include <map>
#include <string>

#include "app/briefing/briefing_facts.h"

namespace app {

// What a function of a template answers.
using FactFunction = gis::Result<gis::briefing::FactTable> (*)(BriefingFacts& facts);
using FactFunctions = std::map<std::string, FactFunction>;

FactFunctions floodFacts();
FactFunctions warningFacts();
FactFunctions calloutFacts();
FactFunctions stockFacts();

// Words of facts in the program's language.
inline std::string factWords(const char* english) {
  return QCoreApplication::translate("BriefingFacts", english).toStdString();
}

// A row as it is put together; cells that nothing is known of stay empty.
using FactRow = std::vector<gis::briefing::FactCell>;
template <class T>
gis::briefing::FactCell factOf(const std::optional<T>& value) {
  return value ? gis::briefing::FactCell(*value) : gis::briefing::FactCell();
}
inline gis::briefing::FactCell countOf(std::size_t n) { return static_cast<std::int64_t>(n); }

}  // namespace app

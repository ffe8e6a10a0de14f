// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <vector>

#include "gis/drill/drill_script.h"
#include "gis/drill/drill_store.h"

namespace app {

// Drills in words of the program's language, for the window and the command line.
QString drillWords(const gis::drill::DrillWords& words);
// "Rain", "Road closed": what a kind of step is called; the kind itself when nobody has named it.
QString stepKindText(const std::string& kind);
// "line 12, /steps/3/mm: a number is expected".
QString mistakeText(const gis::drill::DrillMistake& mistake);
QString mistakesText(const std::vector<gis::drill::DrillMistake>& mistakes);
// What a step was about: its words, else the name of its kind.
QString entryText(const gis::drill::DrillEntry& entry);

}  // namespace app

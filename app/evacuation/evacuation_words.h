// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

#include "app/evacuation/evacuation_job.h"

namespace app {

// Evacuation in an officer's words, in the language of the interface. Window's thread or a job.
QString teamStateText(gis::team::TeamState state);
QString travelText(std::int64_t travel_ms);  // "23 min", "1 h 5 min"
QString peopleText(std::int64_t people);     // "12,400"
// Why a row goes where it goes, and why a village is split.
QString rowReasonText(const gis::evacuation::PlanMade& made, const gis::evacuation::PlanRow& row);
QString leftReasonText(const gis::evacuation::PlanMade& made, const gis::evacuation::LeftRow& row);
// "1,200 people in 14 villages: 1,150 have a place, 50 have none."
QString planSentence(const gis::evacuation::PlanMade& made);
QString evacuationTrouble(const gis::Error& error);

}  // namespace app

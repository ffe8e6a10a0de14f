// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

#include "gis/core/error.h"
#include "gis/seismic/assessment.h"
#include "gis/seismic/quake_store.h"
#include "gis/seismic/scenario.h"

namespace app {

// What the seismic room says, in the interface's language; translation context "QuakeText". Any thread that may
// translate.

// A failure of the seismic room as a sentence that says what to type instead; other failures as errorSentence does.
QString quakeErrorText(const gis::Error& error);

QString degreeText(int degree);                                   // "Ⅶ度"
QString relationText(gis::seismic::AttenuationZone zone);         // "东部强震区（GB 18306-2015）"
QString siteText(gis::seismic::SiteClass site);                   // "Ⅱ类"
QString buildingClassText(gis::seismic::BuildingClass building);  // "B 未设防砖混"
QString damageGradeText(std::size_t grade);                       // "轻微破坏"
QString deathClassText(std::size_t index);                        // "10～99 人"
// "3.2 万" of a number of people; two figures are enough for an estimate.
QString roughNumber(double value);
// "约 1,200（300～5,600）": the best estimate and its band; "0" when nothing is expected at all.
QString bandText(const gis::seismic::Band& band);
QString yuanBandText(const gis::seismic::Band& band);  // in 亿元
// "M7.0 北纬36.20° 东经113.10° 深度15千米 走向20°".
QString scenarioText(const gis::seismic::QuakeScenario& scenario);
// "1830年6月12日", "公元前70年".
QString quakeDateText(const gis::seismic::PastQuake& quake);
// The mark of every figure that is an estimate: 估算，仅供参考.
QString estimateMark();
QString ageText(int age_code);
QString senseText(int sense_code);
QString structureText(int structure_code);
QString confidenceText(const std::string& confidence);

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <QStringList>

#include "gis/core/error.h"
#include "gis/incident/grade.h"
#include "gis/incident/incident_catalogue.h"
#include "gis/incident/timeline.h"

namespace app {

// Incidents in words of the program's language. Any thread that may translate.
QString incidentStateText(gis::incident::IncidentState state);
QString taskStateText(gis::incident::TaskState state);
QString linkKindText(gis::incident::LinkKind kind);
QString responseActText(gis::incident::ResponseAct act);
// "Ⅲ (larger)", "-" for none.
QString gradeText(std::optional<gis::incident::Rank> rank);
// "level Ⅲ", as the plan calls it.
QString levelText(std::optional<gis::incident::Rank> level);
// In the program's language.
QString bothText(const gis::incident::TwoLanguages& words);
QString typeText(const gis::incident::IncidentCatalogue& catalogue, const std::string& type);
QString figureName(const gis::incident::IncidentCatalogue& catalogue, const std::string& figure);
// "1,200 people"; "-" when it is not known.
QString figureValue(const gis::incident::IncidentCatalogue& catalogue, const std::string& figure,
                    std::optional<double> value);
// Where it is: district, village, words.
QString incidentPlace(const gis::incident::IncidentHead& head);

// Why this grade: one line for each criterion that is known, then what the missing would change, then the papers.
QStringList gradeReasons(const gis::incident::GradeProposal& proposal);

// One event in one line, without its time and author.
QString incidentEventText(const gis::incident::IncidentEvent& event, const gis::incident::IncidentCatalogue& catalogue);
// A line of the time line: what happened, with the linked thing before it.
QString timelineText(const gis::incident::TimelineEntry& entry, const gis::incident::IncidentCatalogue& catalogue);
QString timelineActor(const gis::incident::TimelineEntry& entry);

// A failure of the room in one sentence: which thing, what is wrong, what to do.
QString incidentTrouble(const gis::Error& error);

}  // namespace app

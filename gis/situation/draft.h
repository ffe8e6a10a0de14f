// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <string>
#include <vector>

#include "gis/situation/finding.h"
#include "gis/situation/report_catalogue.h"

namespace gis::situation {

// What typed words stand in a report, by the blank's name; "reason.dead" is why the dead are fewer than last time.
using Blanks = std::map<std::string, std::string, std::less<>>;

// What a report is about. Plain values: whoever keeps incidents fills them in.
struct IncidentBrief {
  std::string uuid, number, title;
  std::string grade;  // "I" .. "IV"; empty: none yet
  std::string state;  // "reported" .. "closed"
  bool is_drill = false;
  std::int64_t known_utc_ms = 0;  // when the office learned of it
};

enum class PieceKind {
  kWords,    // of the template
  kFact,     // from the data
  kTyped,    // by an officer
  kMissing,  // stands for what is not known or not typed yet
};

struct Piece {
  PieceKind kind = PieceKind::kWords;
  std::string text;
  std::string name;         // of the fact or blank
  bool is_changed = false;  // since the last report
};

// A county's share as it is read.
struct CountyCell {
  std::string value, change;
};

// A line of the table as it is read.
struct DraftLine {
  std::string group, label, unit, fact, value, before, change, as_of;
  bool is_part = false, is_missing = false;
  std::vector<CountyCell> counties = {};  // as DraftBlock::counties
};

struct DraftBlock {
  office::Style style = office::Style::kBody;
  std::vector<Piece> pieces;
  std::vector<DraftLine> lines;            // not empty: the table
  std::vector<std::string> counties = {};  // names of its columns beside the whole
};

// What is put together into a report (草稿): words, figures, and what keeps it from being issued.
struct Draft {
  ReportKind kind = ReportKind::kFirst;
  int sequence = 1;
  std::string incident_uuid;
  bool is_drill = false;
  bool is_demo = false;  // of the made city
  std::int64_t as_of_utc_ms = 0;
  std::string title;
  std::string number;    // empty until it is issued
  std::string corrects;  // number of the report it puts right
  std::vector<DraftBlock> blocks;
  Facts facts;        // that stand in it
  Counties counties;  // their shares that stand in it
  Blanks blanks;
  std::vector<Finding> findings;
};

// What a draft is made of.
struct DraftMaterial {
  ReportKind kind = ReportKind::kFirst;
  int sequence = 1;
  IncidentBrief incident;  // without uuid: none
  bool is_drill = false, is_demo = false;
  std::int64_t as_of_utc_ms = 0;
  Facts facts;
  Blanks typed;
  Facts before;                        // of the last report issued about it; empty: there was none
  Counties counties, counties_before;  // shares now, and as the last table with shares had them
  std::string office, city, corrects;
  std::string number;  // when it is issued
};

// Pure; the same material gives the same draft.
Draft makeDraft(const ReportCatalogue& catalogue, const DraftMaterial& material);

// As Chinese papers say a change: "+3", "-2"; empty when there is none or one of the two is not known.
std::string changeText(const Fact& now, const Fact& before, int decimals);

}  // namespace gis::situation

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "gis/core/embedded_file.h"
#include "gis/office/document.h"
#include "gis/situation/fact.h"
#include "gis/situation/report_kind.h"

namespace gis::situation {

// What only a person knows, by the name that a template uses.
struct BlankDefinition {
  std::string name;
  BothLanguages label;
  bool is_needed = false;
  int lines = 1;
  std::string from;  // the fact that fills it until somebody types; empty: none
};

// One line of a statistics table: a group that begins (group only) or a fact.
struct TableLine {
  std::string group;  // 人口, 房屋: stands once before its lines
  std::string fact;
  bool is_part = false;    // 其中: of the line above
  bool is_needed = false;  // nothing known is a finding; else a dash
};

// A paragraph with {placeholders}, or the table. It stands only when all facts and blanks in `when` are known, and none
// of `unless`.
struct TemplateBlock {
  office::Style style = office::Style::kBody;
  std::string text;
  std::vector<std::string> when, unless;
  std::vector<TableLine> lines;  // not empty: a table
  bool has_counties = false;     // the table: each county's share beside the whole, when any has told one
};

struct ReportTemplate {
  ReportKind kind = ReportKind::kFirst;
  BothLanguages label;
  bool needs_incident = true;
  bool shows_changes = false;  // figures that changed since the last report say so
  std::string title;           // with placeholders
  std::vector<TemplateBlock> blocks;
  std::vector<BlankDefinition> blanks;
};

enum class RuleKind { kSum, kAtLeast };

// Figures that have to agree (勾稽关系): `total` is the sum of `parts`, or not smaller than each of them or, with
// `is_together`, than all of them together.
struct FigureRule {
  std::string id;
  BothLanguages text;
  RuleKind kind = RuleKind::kSum;
  std::string total;
  std::vector<std::string> parts;
  bool is_together = false;
};

// When reports of a grade are due. Minutes from when the office learned of it; moments of the day in minutes after
// midnight, Beijing time.
struct DeadlineRule {
  std::string grade;  // "I" .. "IV"; empty: not graded yet
  int phone_min = 0, first_min = 0;
  std::vector<int> update_at_min;  // of the day; empty: update_every_min
  int update_every_min = 0;
  int oldest_min = 0;  // how old a cumulative figure may be
  std::string source, certainty;
};

// resources/reports/. Immutable; any thread may read one.
struct ReportCatalogue {
  std::vector<FactDefinition> facts;
  std::vector<ReportTemplate> templates;
  std::vector<FigureRule> rules;
  std::vector<DeadlineRule> deadlines;
  int daily_at_min = 0;  // of the day, Beijing time

  const FactDefinition* fact(std::string_view name) const;
  const ReportTemplate& templateOf(ReportKind kind) const;
  const DeadlineRule& deadlineOf(std::string_view grade) const;
};

// Names that every template may use beside facts and its blanks: number, sequence, as_of, day, since, office, city,
// kind, counties (those that told their share).
bool isGivenName(std::string_view name);

// The placeholders of a text, in order, each once.
std::vector<std::string> placeholdersOf(std::string_view text);

// Reads the files; fails with kInvalidArgument, the file's name and the place ("first.json: blocks[3]: no fact or blank
// is called x").
Result<ReportCatalogue> readReportCatalogue(std::span<const EmbeddedFile> files, std::span<const EmbeddedFile> facts);
// The one that comes with the program.
Result<ReportCatalogue> builtInReportCatalogue();

}  // namespace gis::situation

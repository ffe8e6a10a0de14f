// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/field_guess.h"

#include <algorithm>

#include "gis/import/cell_reader.h"

namespace gis {

namespace {

constexpr double kLeastFit = 0.5;  // of a name to a column
constexpr double kSureCoordinate = 0.7;

struct Pair {
  double score = 0;
  std::size_t field = 0;
  const TargetColumn* column = nullptr;
};

// How many of a field's values are numbers; 1 for none at all.
double numberShare(const RowSample& sample, std::size_t field) {
  std::size_t filled = 0, numbers = 0;
  for (const auto& row : sample.rows) {
    const std::string text = trimmedText(cellText(row[field]));
    if (text.empty()) continue;
    ++filled;
    numbers += numberIn(text) ? 1 : 0;
  }
  return filled == 0 ? 1 : static_cast<double>(numbers) / static_cast<double>(filled);
}

bool holdsPlainNumber(const TargetColumn& column) {
  return column.type != ColumnType::kText && column.code_table.empty() && column.reference_table.empty() &&
         !column.yes_no;
}

bool followsByItself(const TargetColumn& column) {
  return isOwnColumn(column.name) || column.name == "source" || column.reference_table == "division" ||
         column.name.ends_with("_m2") || column.name.ends_with("_km2") || column.name == "length_m";
}

}  // namespace

CoordinateFields guessCoordinateFields(const RowSample& sample, const Synonyms& words) {
  CoordinateFields found;
  double x_fit = kSureCoordinate - 0.01, y_fit = x_fit;
  for (const SourceField& field : sample.fields) {
    if (const double fit = words.coordinateFit(field.name, Axis::kX); fit > x_fit) found.x = field.name, x_fit = fit;
    if (const double fit = words.coordinateFit(field.name, Axis::kY); fit > y_fit) found.y = field.name, y_fit = fit;
  }
  return found.x.empty() || found.y.empty() || found.x == found.y ? CoordinateFields{} : found;
}

FieldGuess guessFields(const RowSample& sample, const TargetTable& table, const CoordinateFields& coordinates,
                       const Synonyms& words) {
  std::vector<double> numbers;
  for (std::size_t i = 0; i < sample.fields.size(); ++i) numbers.push_back(numberShare(sample, i));
  std::vector<Pair> pairs;
  for (const TargetColumn& column : table.columns) {
    if (column.name == "created_utc" || column.name == "changed_utc") continue;
    for (std::size_t i = 0; i < sample.fields.size(); ++i) {
      const std::string& name = sample.fields[i].name;
      if (table.has_geometry && (name == coordinates.x || name == coordinates.y)) continue;
      const auto match = words.match(name, table.name, column.name);
      if (!match) continue;
      double score = match->score_ratio;
      if (holdsPlainNumber(column)) score *= 0.4 + 0.6 * numbers[i];
      // A name is no number, but a column of codes called so often is.
      if (column.name == "name" && numbers[i] > 0.9 && !sample.rows.empty()) score *= 0.5;
      if (score >= kLeastFit) pairs.push_back({score, i, &column});
    }
  }
  std::ranges::stable_sort(pairs, std::greater(), &Pair::score);
  FieldGuess guess;
  std::vector<bool> used(sample.fields.size(), false);
  double sum = 0;
  for (const Pair& pair : pairs) {
    if (used[pair.field] || guess.fields.contains(pair.column->name)) continue;
    used[pair.field] = true;
    guess.fields[pair.column->name] = {sample.fields[pair.field].name, pair.score, GuessReason::kNames};
    // What every table has says little about which one it is.
    const bool common = pair.column->name == "name" || pair.column->reference_table == "division" ||
                        pair.column->name == "source" || isOwnColumn(pair.column->name);
    sum += common ? 0.4 * pair.score : pair.score;
  }
  double lacking = 0;
  for (const TargetColumn& column : table.columns)
    if (column.required && !followsByItself(column) && !guess.fields.contains(column.name)) lacking += 1;
  const auto wanted = static_cast<double>(std::clamp<std::size_t>(sample.fields.size(), 3, 10));
  guess.fit_ratio = std::clamp((sum - 0.25 * lacking) / wanted, 0.0, 1.0);
  return guess;
}

std::vector<RankedTable> rankTables(const RowSample& sample, const RowSource& source,
                                    const std::vector<TargetTable>& tables, const CoordinateFields& coordinates,
                                    const std::vector<std::string>& names, const Synonyms& words) {
  std::vector<RankedTable> ranked;
  for (const TargetTable& table : tables) {
    const GeometryKind wanted = table.has_geometry ? kindOf(table.geometry) : GeometryKind::kNone;
    const GeometryKind held = source.has_geometry     ? source.layer.kind
                              : coordinates.x.empty() ? GeometryKind::kNone
                                                      : GeometryKind::kPoint;
    // A layer of mixed kinds may hold any.
    const bool mixed = source.has_geometry && held == GeometryKind::kNone;
    if (!mixed && table.has_geometry && held != wanted) continue;
    double fit = guessFields(sample, table, coordinates, words).fit_ratio;
    if (!table.has_geometry && held != GeometryKind::kNone) fit *= 0.7;
    double named = 0;
    for (const std::string& name : names) named = std::max(named, words.tableNameFit(name, table.name));
    ranked.push_back({table.name, std::min(1.0, 0.6 * fit + 0.5 * named)});
  }
  std::ranges::stable_sort(ranked, std::greater(), &RankedTable::fit_ratio);
  return ranked;
}

}  // namespace gis

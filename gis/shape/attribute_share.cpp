// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/shape/attribute_share.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>
#include <optional>

#include "shapeFiles.h"

namespace gis {

namespace {

constexpr double kAgreesRatio = 0.02;

std::optional<double> numberOf(const RowCells& row, const std::string& column) {
  const auto cell = row.find(column);
  if (cell == row.end()) return std::nullopt;
  if (const auto* whole = std::get_if<std::int64_t>(&cell->second)) return static_cast<double>(*whole);
  if (const auto* real = std::get_if<double>(&cell->second)) return *real;
  return std::nullopt;
}

bool isWhole(const RowCells& row, const std::string& column) {
  const auto cell = row.find(column);
  return cell != row.end() && std::holds_alternative<std::int64_t>(cell->second);
}

CellValue valueLike(const RowCells& row, const std::string& column, double number) {
  if (isWhole(row, column)) return static_cast<std::int64_t>(std::llround(number));
  return number;
}

double measureOf(const ShareRules::Measured& rule, const Shape& shape) {
  return (rule.of == GeometryKind::kPolygon ? areaM2(shape) : lengthM(shape)) / rule.unit_m;
}

bool agrees(const ShareRules::Measured& rule, const RowCells& row, const Shape& shape) {
  const auto stored = numberOf(row, rule.column);
  const double measured = measureOf(rule, shape);
  return stored && measured > 0 && std::abs(*stored - measured) <= kAgreesRatio * measured;
}

bool applies(const ShareRules::Measured& rule, const RowCells& row, const Shape& shape) {
  return rule.of == shape.kind && numberOf(row, rule.column).has_value();
}

// Whole parts of a whole number, by share: largest remainder, so that they add up.
std::vector<std::int64_t> wholeParts(std::int64_t total, const std::vector<double>& shares) {
  std::vector<std::int64_t> parts(shares.size());
  std::vector<std::pair<double, std::size_t>> rest;
  std::int64_t given = 0;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const double exact = static_cast<double>(total) * shares[i];
    parts[i] = static_cast<std::int64_t>(std::floor(exact));
    given += parts[i];
    rest.emplace_back(exact - std::floor(exact), i);
  }
  std::ranges::stable_sort(rest, [](const auto& a, const auto& b) { return a.first > b.first; });
  for (std::size_t i = 0; given < total; i = (i + 1) % rest.size(), ++given) ++parts[rest[i].second];
  return parts;
}

void divide(const RowCells& row, const std::string& column, const std::vector<double>& shares,
            std::vector<RowCells>& pieces) {
  const auto number = numberOf(row, column);
  if (!number) return;
  if (isWhole(row, column)) {
    const auto parts = wholeParts(static_cast<std::int64_t>(*number), shares);
    for (std::size_t i = 0; i < pieces.size(); ++i) pieces[i][column] = parts[i];
  } else {
    for (std::size_t i = 0; i < pieces.size(); ++i) pieces[i][column] = *number * shares[i];
  }
}

ShareRules readRules() {
  ShareRules rules;
  for (const EmbeddedFile& file : shapeFiles()) {
    const auto json = nlohmann::json::parse(file.text(), nullptr, false);
    if (json.is_discarded()) continue;  // a test reads it
    for (const auto& entry : json["measured"]) {
      const bool area = entry["of"] == "area";
      rules.measured.push_back({entry["column"].get<std::string>(), area ? GeometryKind::kPolygon : GeometryKind::kLine,
                                entry[area ? "per_unit_m2" : "per_unit_m"].get<double>()});
    }
    for (const auto& column : json["counted"]) rules.counted.insert(column.get<std::string>());
  }
  return rules;
}

}  // namespace

const ShareRules& shareRules() {
  static const ShareRules rules = readRules();
  return rules;
}

RowCells measuredAnew(const RowCells& row, const Shape& before, const Shape& after, std::vector<std::string>* kept) {
  RowCells changes;
  for (const ShareRules::Measured& rule : shareRules().measured) {
    if (!applies(rule, row, after)) continue;
    if (agrees(rule, row, before))
      changes[rule.column] = valueLike(row, rule.column, measureOf(rule, after));
    else if (kept != nullptr)
      kept->push_back(rule.column);
  }
  return changes;
}

std::vector<RowCells> sharedOut(const RowCells& row, const Shape& before, std::span<const Shape> pieces, CountsGo how) {
  std::vector<double> shares(pieces.size(), 0.0);
  double whole = 0;
  for (const Shape& piece : pieces) whole += sizeOf(piece);
  for (std::size_t i = 0; i < pieces.size(); ++i)
    shares[i] = whole > 0 ? sizeOf(pieces[i]) / whole : 1.0 / static_cast<double>(pieces.size());
  std::vector<double> counts = shares;
  if (how == CountsGo::kToLargest) {
    std::ranges::fill(counts, 0.0);
    if (!counts.empty()) counts.front() = 1;
  }
  std::vector<RowCells> changes(pieces.size());
  for (const ShareRules::Measured& rule : shareRules().measured) {
    if (!applies(rule, row, before)) continue;
    if (!agrees(rule, row, before)) {
      divide(row, rule.column, shares, changes);
      continue;
    }
    for (std::size_t i = 0; i < pieces.size(); ++i)
      changes[i][rule.column] = valueLike(row, rule.column, measureOf(rule, pieces[i]));
  }
  for (const std::string& column : shareRules().counted) divide(row, column, counts, changes);
  return changes;
}

RowCells addedUp(std::span<const RowCells> rows, std::span<const Shape> shapes, const Shape& merged) {
  RowCells sums;
  const auto add = [&](const std::string& column) {
    double sum = 0;
    bool any = false, whole = true;
    for (const RowCells& row : rows)
      if (const auto number = numberOf(row, column)) {
        sum += *number;
        any = true;
        whole = whole && isWhole(row, column);
      }
    if (!any) return;
    if (whole)
      sums[column] = static_cast<std::int64_t>(std::llround(sum));
    else
      sums[column] = sum;
  };
  for (const std::string& column : shareRules().counted) add(column);
  for (const ShareRules::Measured& rule : shareRules().measured) {
    if (rows.empty() || !applies(rule, rows.front(), merged)) continue;
    bool all = true;
    for (std::size_t i = 0; i < rows.size(); ++i) all = all && agrees(rule, rows[i], shapes[i]);
    if (all)
      sums[rule.column] = valueLike(rows.front(), rule.column, measureOf(rule, merged));
    else
      add(rule.column);
  }
  return sums;
}

std::vector<std::string> differingColumns(std::span<const RowCells> rows, const std::string& geometry_column) {
  std::vector<std::string> columns;
  if (rows.empty()) return columns;
  for (const auto& [column, value] : rows.front()) {
    if (column == geometry_column || column == "uuid" || column == "created_utc" || column == "changed_utc") continue;
    const bool measured = std::ranges::any_of(shareRules().measured,
                                              [&](const ShareRules::Measured& rule) { return rule.column == column; });
    if (measured || shareRules().counted.contains(column)) continue;
    for (const RowCells& row : rows.subspan(1))
      if (const auto other = row.find(column); other != row.end() && other->second != value) {
        columns.push_back(column);
        break;
      }
  }
  return columns;
}

}  // namespace gis

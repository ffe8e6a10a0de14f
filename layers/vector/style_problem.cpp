// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/vector/style_problem.h"

#include <fmt/format.h>

#include <algorithm>

#include "layers/vector/json_positions.h"

namespace layers {

std::unexpected<gis::Error> JsonPlace::expected(const std::string& what) const {
  StyleProblems problems;
  problems.add(*this, what);
  return std::unexpected(problems.firstError());
}

std::string StyleProblem::detail() const {
  std::string text = fmt::format("{}: expected {}", path.empty() ? "/" : path, expected);
  if (!found.empty()) text += ", found " + found;
  if (line > 0) text += fmt::format(" (line {}, column {})", line, column);
  return text;
}

gis::Error StyleProblems::firstError() const {
  return {gis::ErrorCode::kDamagedFile, m_all.front().file, m_all.front().detail(), {}};
}

void StyleProblems::locateIn(std::string_view json_text) {
  const JsonPositions positions(json_text);
  for (StyleProblem& problem : m_all) {
    if (problem.line > 0) continue;
    const TextPosition at = positions.of(problem.path);
    problem.line = at.line, problem.column = at.column;
  }
  std::ranges::stable_sort(m_all, {},
                           [](const StyleProblem& problem) { return std::pair(problem.line, problem.column); });
}

}  // namespace layers

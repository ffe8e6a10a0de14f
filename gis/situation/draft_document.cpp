// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/situation/draft_document.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace gis::situation {
namespace {

using office::Align;
using office::Cell;
using office::Emphasis;

constexpr double kAcross_mm = 257;        // text of a page across
constexpr std::size_t kMostCounties = 6;  // beside the whole: five digits still fit

Cell textCell(std::string text, Align align = Align::kLeft, Emphasis emphasis = Emphasis::kNone) {
  return {std::move(text), align, 1, 1, emphasis};
}

// The group of a line, once before all its lines; nothing before the others.
std::optional<Cell> groupCell(const DraftBlock& block, std::size_t at) {
  const DraftLine& line = block.lines[at];
  if (at > 0 && block.lines[at - 1].group == line.group) return std::nullopt;
  const auto end = std::find_if(block.lines.begin() + static_cast<std::ptrdiff_t>(at), block.lines.end(),
                                [&](const DraftLine& other) { return other.group != line.group; });
  Cell group = textCell(line.group, Align::kCentre);
  group.rows = static_cast<int>(end - block.lines.begin()) - static_cast<int>(at);
  return group;
}

void addName(std::vector<Cell>& row, const DraftLine& line) {
  row.push_back(textCell((line.is_part ? "　" : "") + line.label));
  row.push_back(textCell(line.unit, Align::kCentre));
  row.push_back(textCell(line.value, Align::kRight, line.is_missing ? Emphasis::kMark : Emphasis::kNone));
}

// 序号, 类别, 指标, 单位, 本次, 上次, 增减; the groups stand once before their lines.
office::Table tableOf(const DraftBlock& block) {
  office::Table table;
  table.widths_mm = {12, 14, 48, 16, 22, 22, 22};
  table.rows.push_back({textCell("序号"), textCell("类别"), textCell("指标名称"), textCell("单位"), textCell("本次"),
                        textCell("上次"), textCell("增减")});
  for (std::size_t i = 0; i < block.lines.size(); ++i) {
    const DraftLine& line = block.lines[i];
    std::vector<Cell> row{textCell(std::to_string(i + 1), Align::kCentre)};
    if (auto group = groupCell(block, i)) row.push_back(std::move(*group));
    addName(row, line);
    row.push_back(textCell(line.before, Align::kRight));
    row.push_back(textCell(line.change, Align::kRight, Emphasis::kStrong));
    table.rows.push_back(std::move(row));
  }
  return table;
}

Cell countyCell(const CountyCell& cell) {
  if (cell.change.empty()) return textCell(cell.value, Align::kRight);
  return textCell(cell.value + "\n(" + cell.change + ")", Align::kRight, Emphasis::kStrong);
}

Cell high(Cell cell) {
  cell.rows = 2;
  return cell;
}

// The same across the page with the counties `from` to `to` beside the whole. Only the first of several has the columns
// of the last report.
office::Table countyTable(const DraftBlock& block, std::size_t from, std::size_t to) {
  const bool is_first = from == 0;
  office::Table table;
  table.heading_rows = 2;
  table.widths_mm =
      is_first ? std::vector<double>{10, 13, 42, 14, 20, 20, 18} : std::vector<double>{10, 13, 42, 14, 20};
  const double left_mm = kAcross_mm - std::accumulate(table.widths_mm.begin(), table.widths_mm.end(), 0.0);
  table.widths_mm.insert(table.widths_mm.end(), to - from, left_mm / static_cast<double>(to - from));
  Cell whole = textCell("合计"), counties = textCell("其中：分县（区）");
  whole.columns = 3;
  counties.columns = static_cast<int>(to - from);
  std::vector<Cell> names;
  if (is_first) names = {textCell("本次"), textCell("上次"), textCell("增减")};
  for (std::size_t c = from; c < to; ++c) names.push_back(textCell(block.counties[c]));
  table.rows.push_back({high(textCell("序号")), high(textCell("类别")), high(textCell("指标名称")),
                        high(textCell("单位")), is_first ? whole : high(textCell("合计")), counties});
  table.rows.push_back(std::move(names));
  for (std::size_t i = 0; i < block.lines.size(); ++i) {
    const DraftLine& line = block.lines[i];
    std::vector<Cell> row{textCell(std::to_string(i + 1), Align::kCentre)};
    if (auto group = groupCell(block, i)) row.push_back(std::move(*group));
    addName(row, line);
    if (is_first) {
      row.push_back(textCell(line.before, Align::kRight));
      row.push_back(textCell(line.change, Align::kRight, Emphasis::kStrong));
    }
    for (std::size_t c = from; c < to; ++c) row.push_back(countyCell(line.counties[c]));
    table.rows.push_back(std::move(row));
  }
  return table;
}

void addTables(const DraftBlock& block, office::Document& into) {
  if (block.counties.empty()) {
    into.blocks.emplace_back(tableOf(block));
    return;
  }
  into.landscape = true;
  // As evenly as they fit, so that the last page has no single narrow column.
  const std::size_t count = block.counties.size(), tables = (count + kMostCounties - 1) / kMostCounties;
  for (std::size_t i = 0; i < tables; ++i) {
    if (i > 0) into.blocks.emplace_back(office::Paragraph{office::Style::kCaption, {{"续表", Emphasis::kNone}}});
    into.blocks.emplace_back(countyTable(block, i * count / tables, (i + 1) * count / tables));
  }
}

office::Paragraph paragraphOf(const DraftBlock& block) {
  office::Paragraph paragraph{block.style, {}};
  for (const Piece& piece : block.pieces)
    paragraph.runs.push_back({piece.text, piece.kind == PieceKind::kMissing ? Emphasis::kMark
                                          : piece.is_changed                ? Emphasis::kStrong
                                                                            : Emphasis::kNone});
  return paragraph;
}

}  // namespace

office::Document documentOf(const Draft& draft, const std::string& author) {
  office::Document document;
  document.title = draft.title;
  document.author = author;
  document.created_utc_ms = draft.as_of_utc_ms;
  if (draft.is_drill) document.header = "【演练】";
  if (draft.is_demo) document.header += "演示数据　";
  if (draft.number.empty()) document.header += "草稿，未签发";
  for (const DraftBlock& block : draft.blocks) {
    if (block.lines.empty()) {
      document.blocks.emplace_back(paragraphOf(block));
    } else {
      addTables(block, document);
    }
  }
  return document;
}

std::string fileNameOf(const Draft& draft) {
  std::string title = draft.title;
  constexpr std::string_view kMark = "【演练】";
  if (title.starts_with(kMark)) title = title.substr(kMark.size());
  std::string name =
      std::string(draft.is_drill ? kMark : "") + (draft.number.empty() ? "草稿" : draft.number) + " " + title;
  std::erase_if(name, [](char c) { return std::string_view("/\\:*?\"<>|\n\r\t").find(c) != std::string_view::npos; });
  return name;
}

}  // namespace gis::situation

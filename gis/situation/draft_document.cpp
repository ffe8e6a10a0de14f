// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/situation/draft_document.h"

#include <algorithm>

namespace gis::situation {
namespace {

using office::Align;
using office::Cell;
using office::Emphasis;

Cell textCell(std::string text, Align align = Align::kLeft, Emphasis emphasis = Emphasis::kNone) {
  return {std::move(text), align, 1, 1, emphasis};
}

// 序号, 指标, 单位, 本次, 上次, 增减, 数据时间; the groups stand once before their lines.
office::Table tableOf(const DraftBlock& block) {
  office::Table table;
  table.widths_mm = {12, 14, 48, 16, 22, 22, 22};
  table.rows.push_back({textCell("序号"), textCell("类别"), textCell("指标名称"), textCell("单位"), textCell("本次"),
                        textCell("上次"), textCell("增减")});
  for (std::size_t i = 0; i < block.lines.size(); ++i) {
    const DraftLine& line = block.lines[i];
    std::vector<Cell> row{textCell(std::to_string(i + 1), Align::kCentre)};
    if (i == 0 || block.lines[i - 1].group != line.group) {
      const auto end = std::find_if(block.lines.begin() + static_cast<std::ptrdiff_t>(i), block.lines.end(),
                                    [&](const DraftLine& other) { return other.group != line.group; });
      Cell group = textCell(line.group, Align::kCentre);
      group.rows = static_cast<int>(end - block.lines.begin()) - static_cast<int>(i);
      row.push_back(group);
    }
    row.push_back(textCell((line.is_part ? "　" : "") + line.label));
    row.push_back(textCell(line.unit, Align::kCentre));
    row.push_back(textCell(line.value, Align::kRight, line.is_missing ? Emphasis::kMark : Emphasis::kNone));
    row.push_back(textCell(line.before, Align::kRight));
    row.push_back(textCell(line.change, Align::kRight, Emphasis::kStrong));
    table.rows.push_back(std::move(row));
  }
  return table;
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
  if (draft.number.empty()) document.header += "草稿，未签发";
  for (const DraftBlock& block : draft.blocks) {
    if (block.lines.empty()) {
      document.blocks.emplace_back(paragraphOf(block));
    } else {
      document.blocks.emplace_back(tableOf(block));
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

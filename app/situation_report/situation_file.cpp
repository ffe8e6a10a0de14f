// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/situation_report/situation_file.h"

#include "app/print/pending_file.h"
#include "app/report/report_workbook.h"
#include "app/situation_report/paper_document.h"
#include "gis/office/docx_writer.h"
#include "gis/situation/draft_document.h"

namespace app {
namespace {

namespace situation = gis::situation;

QString said(const std::string& text) { return QString::fromStdString(text); }

ReportCell figureCell(const std::string& text, ReportTone tone = ReportTone::kPlain) {
  bool whole = false, number = false;
  const qlonglong count = said(text).toLongLong(&whole);
  const double value = said(text).toDouble(&number);
  // Differences keep their sign as text.
  if (text.starts_with("+") || (!whole && !number)) return {said(text), tone};
  return whole ? ReportCell(std::int64_t{count}, tone) : ReportCell(value, tone);
}

// The statistics as they are handed in: group, indicator, unit, value, last value, change, as of.
ReportTable linesTable(const situation::DraftBlock& block, const QString& title) {
  ReportTable table;
  table.title = title;
  table.columns = {{QStringLiteral("序号")},
                   {QStringLiteral("类别")},
                   {QStringLiteral("指标名称"), {}, 0, 24},
                   {QStringLiteral("计量单位")},
                   {QStringLiteral("本次"), {}, 2},
                   {QStringLiteral("上次"), {}, 2},
                   {QStringLiteral("增减"), {}, 2},
                   {QStringLiteral("数据时间"), {}, 0, 18}};
  int number = 0;
  for (const situation::DraftLine& line : block.lines)
    table.rows.push_back({++number, said(line.group),
                          (line.is_part ? QStringLiteral("　") : QString()) + said(line.label), said(line.unit),
                          figureCell(line.value, line.is_missing ? ReportTone::kAlarm : ReportTone::kPlain),
                          figureCell(line.before), figureCell(line.change, ReportTone::kStrong), said(line.as_of)});
  return table;
}

// The shares as the official table has them: a unit a row, an indicator a column; sums can be checked in the sheet.
ReportTable countiesTable(const situation::DraftBlock& block) {
  ReportTable table;
  table.title = QStringLiteral("分县（区）");
  table.columns = {{QStringLiteral("单位"), {}, 0, 12}};
  std::vector<ReportCell> whole{QStringLiteral("合计")};
  for (const situation::DraftLine& line : block.lines) {
    table.columns.push_back({said(line.label), said(line.unit), 2});
    whole.push_back(figureCell(line.value, line.is_missing ? ReportTone::kAlarm : ReportTone::kPlain));
  }
  for (std::size_t c = 0; c < block.counties.size(); ++c) {
    std::vector<ReportCell> row{said(block.counties[c])};
    for (const situation::DraftLine& line : block.lines)
      row.push_back(figureCell(line.counties[c].value,
                               line.counties[c].change.empty() ? ReportTone::kPlain : ReportTone::kStrong));
    table.rows.push_back(std::move(row));
  }
  table.rows.push_back(std::move(whole));
  table.last_row_is_total = true;
  table.notes << QStringLiteral("与上次统计表不同的数为粗体；增减见“分县（区）增减”。");
  return table;
}

// What changed since the last table; nothing: no rows.
ReportTable changesTable(const situation::DraftBlock& block) {
  ReportTable table;
  table.title = QStringLiteral("分县（区）增减");
  table.columns = {{QStringLiteral("县（区）"), {}, 0, 12},
                   {QStringLiteral("指标名称"), {}, 0, 24},
                   {QStringLiteral("计量单位")},
                   {QStringLiteral("本次"), {}, 2},
                   {QStringLiteral("增减")}};
  for (std::size_t c = 0; c < block.counties.size(); ++c)
    for (const situation::DraftLine& line : block.lines)
      if (!line.counties[c].change.empty())
        table.rows.push_back({said(block.counties[c]), said(line.label), said(line.unit),
                              figureCell(line.counties[c].value),
                              figureCell(line.counties[c].change, ReportTone::kStrong)});
  return table;
}

Report workbookOf(const situation::Draft& draft) {
  Report report;
  report.title = said(draft.title);
  if (draft.is_drill) report.mark = QStringLiteral("【演练】");
  if (draft.is_demo) report.mark += QStringLiteral("演示数据");
  report.subtitle = draft.number.empty() ? QStringLiteral("草稿，未签发") : said(draft.number);
  report.figures_sheet = QStringLiteral("报告");
  ReportSection section;
  for (const situation::DraftBlock& block : draft.blocks) {
    if (!block.lines.empty()) {
      section.tables.push_back(linesTable(block, QStringLiteral("灾情统计表")));
      if (!block.counties.empty()) section.tables.push_back(countiesTable(block));
      if (ReportTable changes = changesTable(block); !changes.rows.empty())
        section.tables.push_back(std::move(changes));
      continue;
    }
    QString line;
    for (const situation::Piece& piece : block.pieces) line += said(piece.text);
    // The title stands above already.
    if (block.style != gis::office::Style::kTitle && !line.isEmpty()) section.paragraphs << line;
  }
  report.sections.push_back(std::move(section));
  return report;
}

gis::Result<void> writeWhole(const std::filesystem::path& file, const std::string& bytes) {
  PendingFile pending(file);
  if (auto begun = pending.begin(); !begun) return begun;
  pending.write(bytes.data(), static_cast<qint64>(bytes.size()));
  if (auto state = pending.state(); !state) return state;
  return pending.commit();
}

}  // namespace

gis::Result<void> writeSituationFile(const std::filesystem::path& file, const situation::Draft& draft,
                                     const std::string& author) {
  const std::string ending = file.extension().string();
  if (ending == ".xlsx") return writeReportWorkbook(file, workbookOf(draft));
  if (ending == ".pdf") return writePaperDocument(file, situation::documentOf(draft, author));
  if (ending != ".docx")
    return gis::fail(gis::ErrorCode::kUnsupportedFormat, file.string(), "a report is written as .docx, .pdf or .xlsx");
  const auto bytes = gis::office::writeDocx(situation::documentOf(draft, author));
  return bytes ? writeWhole(file, *bytes) : std::unexpected(bytes.error());
}

gis::Result<std::vector<std::filesystem::path>> writeIssuedFiles(const std::filesystem::path& workspace,
                                                                 const situation::Draft& draft,
                                                                 const std::string& author) {
  const std::filesystem::path folder = workspace / "exports";
  std::error_code ignored;
  std::filesystem::create_directories(folder, ignored);
  std::vector<std::filesystem::path> files;
  std::vector<std::string> endings{".docx", ".pdf"};
  if (draft.kind == situation::ReportKind::kStatistics) endings.emplace_back(".xlsx");
  for (const std::string& ending : endings) {
    files.push_back(folder / (situation::fileNameOf(draft) + ending));
    if (auto written = writeSituationFile(files.back(), draft, author); !written)
      return std::unexpected(written.error());
  }
  return files;
}

}  // namespace app

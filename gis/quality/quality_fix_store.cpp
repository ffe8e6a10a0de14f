// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/quality/quality_fix_store.h"

#include <limits>

#include "gis/edit/census_row_store.h"
#include "gis/quality/quality_store.h"
#include "gis/store/raw_statement.h"

namespace gis {
namespace {

// The cells as they are and as they should be, side by side.
std::string fixSql(const RuleFix& fix, const std::string& table) {
  std::string columns;
  for (const auto& [column, expression] : fix.cells)
    columns += fmt::format("{}{}, ({})", columns.empty() ? "" : ", ", sqlName(column), expression);
  return fmt::format("SELECT {} FROM {} WHERE fid=?", columns, sqlName(table));
}

Result<void> readFix(RawStatement& statement, const RuleFix& rule_fix, RowFix& fix) {
  statement.reset();
  statement.bind(1, fix.row.fid);
  if (statement.step()) {
    int i = 0;
    for (const auto& [column, expression] : rule_fix.cells) {
      CellValue before = cellAt(statement, i), after = cellAt(statement, i + 1);
      i += 2;
      if (before == after) continue;
      fix.before[column] = std::move(before);
      fix.after[column] = std::move(after);
    }
  }
  return statement.outcome();
}

}  // namespace

Result<std::vector<RowFix>> fixesOf(const Database& db, const QualityRule& rule, const std::string& county_code,
                                    const Clock& clock, const CancelToken& cancel) {
  if (!rule.fix) return fail(ErrorCode::kInvalidArgument, rule.id, "the rule has no fix");
  auto store = QualityStore::open(db, clock, cancel);
  if (!store) return std::unexpected(store.error());
  RuleResult result;
  constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();
  if (auto asked = store->ask(rule, county_code, kAll, result); !asked) return std::unexpected(asked.error());
  std::map<std::string, RawStatement, std::less<>> statements;
  std::vector<RowFix> fixes;
  for (Finding& finding : result.findings) {
    auto statement = statements.find(finding.table);
    if (statement == statements.end()) {
      auto prepared = RawStatement::prepare(db, fixSql(*rule.fix, finding.table));
      if (!prepared) return std::unexpected(prepared.error());
      statement = statements.emplace(finding.table, std::move(*prepared)).first;
    }
    RowFix fix{std::move(finding), {}, {}};
    if (auto read = readFix(statement->second, *rule.fix, fix); !read) return std::unexpected(read.error());
    if (!fix.after.empty()) fixes.push_back(std::move(fix));
  }
  return fixes;
}

Result<void> applyFixes(RowEditor& editor, const std::vector<RowFix>& fixes) {
  for (const RowFix& fix : fixes)
    if (auto done = editor.set(fix.row.table, fix.row.uuid, fix.after, &fix.before); !done) return done;
  return {};
}

}  // namespace gis

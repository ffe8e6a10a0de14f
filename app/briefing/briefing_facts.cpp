// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/briefing/briefing_facts.h"

#include "app/briefing/fact_rows.h"
#include "app/text/moment_text.h"
#include "gis/danger/danger_store.h"
#include "gis/store/workspace_present.h"

namespace app {
namespace {

const FactFunctions& allFunctions() {
  static const FactFunctions all = [] {
    FactFunctions made = floodFacts();
    for (FactFunctions more : {warningFacts(), calloutFacts(), stockFacts()}) made.merge(more);
    return made;
  }();
  return all;
}

// Which tables a function reads, by the first part of its name.
const char* tableOf(const std::string& function) {
  if (function.starts_with("flood.")) return "rain_hourly";
  if (function.starts_with("warnings.")) return "warning_message";
  if (function.starts_with("callout.")) return "callout";
  return "stock_cell";
}

std::string jsonList(const std::set<std::string>& codes) {
  std::string list;
  for (const std::string& code : codes) list += (list.empty() ? "[\"" : ",\"") + code + '"';
  return list.empty() ? "[]" : list + "]";
}

}  // namespace

gis::Result<std::unique_ptr<BriefingFacts>> BriefingFacts::open(const std::filesystem::path& folder,
                                                                std::optional<std::int64_t> at_utc_ms,
                                                                const std::string& language,
                                                                const gis::CancelToken& cancel) {
  auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(std::move(workspace.error()));
  std::unique_ptr<BriefingFacts> facts(new BriefingFacts(std::move(*workspace), language, cancel));
  const gis::Database& db = facts->m_workspace.db();
  auto tables = gis::briefing::BriefingStore(db).tables();
  if (!tables) return std::unexpected(std::move(tables.error()));
  facts->m_tables = std::move(*tables);
  if (auto counties = gis::danger::DangerStore(db).countyNames()) facts->m_counties = std::move(*counties);
  facts->m_as_of_utc_ms = at_utc_ms.value_or(gis::presentUtcMs(db, gis::SystemClock()));
  if (!at_utc_ms && facts->m_workspace.facts().is_demo && facts->m_tables.contains("rain_hourly")) {
    const auto latest = gis::flood::FloodReadingStore(db).latest();
    if (!latest) return std::unexpected(latest.error());
    facts->m_as_of_utc_ms = std::max(facts->m_as_of_utc_ms, latest->value_or(0));
  }
  return facts;
}

std::optional<std::string> BriefingFacts::missingTable(const gis::briefing::Question& question) const {
  for (const std::string& table : question.tables)
    if (!m_tables.contains(table)) return table;
  if (!question.function.empty() && !m_tables.contains(tableOf(question.function))) return tableOf(question.function);
  return std::nullopt;
}

gis::Result<const gis::flood::FloodView*> BriefingFacts::flood() {
  if (!m_flood) {
    gis::flood::FloodQuestion question;
    question.as_of_utc_ms = m_as_of_utc_ms;
    auto view = gis::flood::loadFlood(m_workspace.db(), question, gis::SystemClock(), m_cancel);
    if (!view) return std::unexpected(std::move(view.error()));
    m_flood = std::move(*view);
  }
  return &*m_flood;
}

QString BriefingFacts::countyName(const std::string& division_code) const {
  const auto found = m_counties.find(division_code.substr(0, 6));
  if (found == m_counties.end()) return {};
  const auto& [zh, en] = found->second;
  return QString::fromStdString(m_language == "en" && !en.empty() ? en : zh);
}

gis::Result<gis::briefing::Parameters> BriefingFacts::parameters(const std::string& sql) {
  gis::briefing::Parameters parameters;
  parameters.numbers["as_of_ms"] = m_as_of_utc_ms;
  parameters.texts["as_of_day"] = beijingTimeText(m_as_of_utc_ms).left(10).toStdString();
  parameters.texts["lang"] = m_language;
  parameters.texts["city_code"] = m_workspace.facts().city_code;
  if (sql.find(":danger_villages") == std::string::npos && sql.find(":danger_counties") == std::string::npos)
    return parameters;
  std::set<std::string> villages, counties;
  if (m_tables.contains("rain_hourly")) {
    const auto view = flood();
    if (!view) return std::unexpected(view.error());
    for (const auto& now : (*view)->now.sections) {
      if (now.level == gis::flood::FlashFloodLevel::kNone) continue;
      const std::string& code = (*view)->records.sections[now.section].division_code;
      villages.insert(code);
      counties.insert(code.substr(0, 6));
    }
  }
  parameters.texts["danger_villages"] = jsonList(villages);
  parameters.texts["danger_counties"] = jsonList(counties);
  return parameters;
}

gis::Result<gis::briefing::FactTable> BriefingFacts::answer(const gis::briefing::Question& question) {
  if (question.function.empty()) {
    const auto bound = parameters(question.sql);
    if (!bound) return std::unexpected(bound.error());
    return gis::briefing::BriefingStore(m_workspace.db()).ask(question.sql, *bound, m_cancel);
  }
  const auto function = allFunctions().find(question.function);
  if (function == allFunctions().end()) return gis::fail(gis::ErrorCode::kUnknownName, question.function);
  return function->second(*this);
}

}  // namespace app

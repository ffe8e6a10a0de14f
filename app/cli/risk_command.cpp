// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <memory>

#include "app/cli/command_context.h"
#include "app/cli/interrupt.h"
#include "app/cli/progress_line.h"
#include "app/report/report_workbook.h"
#include "app/risk_report/risk_report.h"
#include "app/settings/app_settings.h"
#include "gis/store/workspace.h"

namespace app {
namespace {

using Json = nlohmann::ordered_json;
using namespace gis::risk;

struct RiskArguments {
  std::filesystem::path workspace, report;
  std::string by = "county";
  bool record = false;
};

double riskRounded(double value) { return std::round(value * 1e6) / 1e6; }

Json districtJson(const District& d, const RiskScore& s) {
  Json hazards = Json::object(), exposures = Json::object(), capability = Json::array();
  for (std::size_t k = 0; k < kHazards; ++k)
    hazards[std::string(hazardName(static_cast<Hazard>(k)))] = {{"raw_per_km2", riskRounded(d.hazard[k])},
                                                                {"normalised", riskRounded(s.hazard[k])}};
  for (std::size_t k = 0; k < kExposures; ++k)
    exposures[std::string(exposureName(static_cast<Exposure>(k)))] = {{"raw", riskRounded(d.exposure[k])},
                                                                      {"normalised", riskRounded(s.exposure[k])}};
  for (const double v : s.capacity.indicators) capability.push_back(riskRounded(v));
  return {{"code", d.code},
          {"name", d.name},
          {"rank", s.rank},
          {"risk", riskRounded(s.risk)},
          {"level", static_cast<int>(s.grade)},
          {"hazard_index", riskRounded(s.hazard_index)},
          {"exposure_index", riskRounded(s.exposure_index)},
          {"capacity", riskRounded(s.capacity.total)},
          {"capacity_manage", riskRounded(s.capacity.manage)},
          {"capacity_prepare", riskRounded(s.capacity.prepare)},
          {"capacity_rescue", riskRounded(s.capacity.rescue)},
          {"best_rank", s.best_rank},
          {"worst_rank", s.worst_rank},
          {"area_km2", riskRounded(d.area_km2)},
          {"population", d.population},
          {"hazards", std::move(hazards)},
          {"exposures", std::move(exposures)},
          {"capability_per_10000", std::move(capability)}};
}

int runRisk(const RiskArguments& a, const CommandContext& context) {
  const auto workspace = gis::Workspace::open(a.workspace, a.record ? gis::OpenMode::kReadWrite : gis::OpenMode::kRead);
  if (!workspace) return context.fail(workspace.error());
  if (a.record && workspace->readOnlyReason()) return context.fail(*workspace->readOnlyReason());
  const Interrupt interrupt;
  const RiskStore store(workspace->db());
  RiskOutcome outcome;
  outcome.level = a.by == "town" ? RiskLevel::kTown : RiskLevel::kCounty;
  outcome.at_utc_ms = gis::SystemClock().nowUtcMs();
  auto parameters = store.parameters();
  if (!parameters) return context.fail(parameters.error());
  outcome.parameters = std::move(*parameters);
  outcome.weights = weightsFrom(outcome.parameters);
  auto districts = store.districts(outcome.level, interrupt.token(), progressOn(context.err()));
  if (!districts) return context.fail(districts.error());
  outcome.districts = std::move(*districts);
  auto scores = riskScores(outcome.districts, outcome.weights);
  if (!scores) return context.fail(scores.error());
  outcome.scores = std::move(*scores);
  if (a.record) {
    gis::UuidSource uuids(std::make_shared<gis::SystemClock>());
    if (auto kept = store.keep(outcome.level, outcome.districts, outcome.scores, weightsJson(outcome.weights),
                               AppSettings().author().name, outcome.at_utc_ms, uuids);
        !kept)
      return context.fail(kept.error());
  }
  if (!a.report.empty()) {
    const auto& facts = workspace->facts();
    const QString city = QString::fromStdString(context.m_language == "zh" ? facts.city_name_zh : facts.city_name_en);
    if (auto done = writeReport(a.report, riskReport(outcome, city, facts.is_demo)); !done)
      return context.fail(done.error());
  }
  std::vector<std::size_t> order(outcome.districts.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return outcome.scores[i].rank; });
  if (context.form() == OutputForm::kJson) {
    Json rows = Json::array();
    for (const std::size_t i : order) rows.push_back(districtJson(outcome.districts[i], outcome.scores[i]));
    context.print(
        {{"by", a.by}, {"weights", Json::parse(weightsJson(outcome.weights))}, {"districts", std::move(rows)}});
    return kExitDone;
  }
  for (const std::size_t i : order) {
    const RiskScore& s = outcome.scores[i];
    context.out() << fmt::format("{:3}  {:5.1f}  {}  {}\n", s.rank, 100 * s.risk, outcome.districts[i].name,
                                 riskGradeText(s.grade).toStdString());
  }
  return kExitDone;
}

}  // namespace

void addRiskCommand(CLI::App& program, CommandContext& context) {
  CLI::App* command = program.add_subcommand(
      "risk", cliText(QT_TRANSLATE_NOOP("CommandLine", "composite risk of districts: hazard, exposure, capacity")));
  const auto a = std::make_shared<RiskArguments>();
  command->add_option("--workspace", a->workspace, cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")))
      ->required();
  command->add_option("--by", a->by, cliText(QT_TRANSLATE_NOOP("CommandLine", "county or town")))
      ->check(CLI::IsMember({"county", "town"}))
      ->capture_default_str();
  command->add_flag("--record", a->record,
                    cliText(QT_TRANSLATE_NOOP("CommandLine", "keep the run in the workspace, for the trend")));
  command->add_option("--report", a->report,
                      cliText(QT_TRANSLATE_NOOP("CommandLine", "write the report to this file, .xlsx or .pdf")));
  addCommonOptions(*command, context);
  command->footer(
      cliText(QT_TRANSLATE_NOOP("CommandLine", "Example:\n  fengsui risk --by county --workspace ~/city --json")));
  command->callback([a, &context] { context.exit_code = runRisk(*a, context); });
}

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/drill/drill_steps.h"
#include "gis/edit/row_editor.h"

namespace gis::drill {
namespace {

constexpr std::int64_t kClosedRoad = 4;  // code_road_state: 无法通行

// No seat of an office: a drill is one of its own.
EditAuthor controllerAuthor() { return {"演练导调组", "drill"}; }

// A road in these divisions cannot be passed. It is an edit of the rows, as an officer would make it: the map, travel
// times and dispatch see it, and the history has it.
Result<nlohmann::json> closure(DrillStage& stage, const DrillStep& step) {
  const std::string& road = step.fields["road"].get_ref<const std::string&>();
  const auto rows =
      DrillStore(stage.workspace.db()).roads(road, step.fields["divisions"].get<std::vector<std::string>>());
  if (!rows) return std::unexpected(rows.error());
  if (rows->empty()) return fail(ErrorCode::kUnknownName, road, "no road of this number or name in these divisions");
  const auto done = RowEditor::edit(stage.workspace.db(), stage.uuids, *stage.clock,
                                    {controllerAuthor(), StepKind::kEdit, "【演练】断路 " + road, step.words.zh},
                                    [&](RowEditor& editor) -> Result<void> {
                                      for (const RoadRow& row : *rows)
                                        if (auto set = editor.set("road", row.uuid, {{"state", kClosedRoad}}); !set)
                                          return set;
                                      return {};
                                    });
  if (!done) return std::unexpected(done.error());
  stage.closed[step.fields["name"].get<std::string>()] = *rows;
  return nlohmann::json{{"road", road}, {"rows", rows->size()}};
}

Result<nlohmann::json> reopening(DrillStage& stage, const DrillStep& step) {
  const std::string& name = step.fields["closure"].get_ref<const std::string&>();
  const auto closed = stage.closed.find(name);
  if (closed == stage.closed.end()) return fail(ErrorCode::kNoData, name, "this road could not be closed");
  const auto done = RowEditor::edit(stage.workspace.db(), stage.uuids, *stage.clock,
                                    {controllerAuthor(), StepKind::kEdit, "【演练】恢复通行 " + name, step.words.zh},
                                    [&](RowEditor& editor) -> Result<void> {
                                      for (const RoadRow& row : closed->second)
                                        if (auto set = editor.set("road", row.uuid, {{"state", row.state}}); !set)
                                          return set;
                                      return {};
                                    });
  if (!done) return std::unexpected(done.error());
  const std::size_t rows = closed->second.size();
  stage.closed.erase(closed);
  return nlohmann::json{{"rows", rows}};
}

}  // namespace

std::vector<DrillStepKind> roadStepKinds() {
  using enum FieldKind;
  return {
      {{"closure", {{"name", kName}, {"road", kText}, {"divisions", kDivisions}}}, closure},
      {{"reopening", {{"closure", kUse, FieldNeed::kNeeded, 0, 0, "closure"}}}, reopening},
  };
}

}  // namespace gis::drill

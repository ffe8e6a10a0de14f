// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/geology/geology_registers.h"

namespace app {
namespace {

layers::BilingualText both(const char* zh, const char* en) { return {QString::fromUtf8(zh), QString::fromUtf8(en)}; }

RegisterChip chip(const char* zh, const char* en, const char* filter) {
  return {both(zh, en), QString::fromUtf8(filter), {}};
}

}  // namespace

std::vector<GeologyRegister> geologyRegisters() {
  std::vector<GeologyRegister> registers;
  RegisterSpec points;
  points.table = "geohazard_point";
  points.columns = {"name",
                    "danger_grade",
                    "threatened_people",
                    "type",
                    "stability",
                    "threatened_households",
                    "threatened_property_yuan",
                    "scale",
                    "monitoring",
                    "hazard_code"};
  points.searched = {"evacuation_place", "division_code"};
  points.chips = {
      {both("险情", "Danger"), "danger_grade", {}},
      {both("类型", "Type"), "type", {}},
      {{},
       {},
       {chip("不稳定", "Unstable", "stability=3"), chip("百人以上", "100 people and more", "threatened_people>=100"),
        chip("无避险地点", "No refuge", "threatened_people>0 evacuation_place=")}}};
  points.county_column = "division_code";
  points.sort_column = "threatened_people";
  points.sort_down = true;
  points.empty =
      both("还没有隐患点。用“文件 › 导入”导入台账表格，或在属性表中新增。",
           "No hazard points yet. Import a register with File › Import, or add rows in the attribute table.");
  registers.push_back({both("隐患点", "Hazard points"), points});

  RegisterSpec areas;
  areas.table = "geohazard_area";
  areas.columns = {"name",   "risk_level", "owner", "owner_phone", "owner_post",
                   "people", "households", "type",  "hazard_code", "area_m2"};
  areas.chips = {{both("风险", "Risk"), "risk_level", {}},
                 {both("缺项", "Lacks"),
                  {},
                  {chip("无责任人", "No owner", "owner="), chip("无电话", "No phone", "owner!= owner_phone="),
                   chip("无隐患点", "No point", "hazard_code=")}}};
  areas.county_column = "division_code";
  registers.push_back({both("风险区", "Risk areas"), areas});

  RegisterSpec houses;
  houses.table = "geohazard_household";
  houses.columns = {"head", "people", "phone", "address", "position", "house", "hazard_code", "shelter"};
  houses.chips = {{{}, {}, {chip("无电话", "No phone", "phone="), chip("无安置地", "No shelter", "shelter=")}}};
  houses.county_column = "division_code";
  registers.push_back({both("受威胁住户", "Households"), houses});

  RegisterSpec plans;
  plans.table = "geohazard_plan";
  plans.columns = {"hazard_code", "location", "signs", "criterion", "route", "alarm", "order_name", "medical_name"};
  plans.chips = {{both("缺项", "Lacks"),
                  {},
                  {chip("无路线", "No way out", "route="), chip("无救护", "No medical help", "medical_name=")}}};
  registers.push_back({both("防灾预案", "Plans"), plans});

  RegisterSpec patrols;
  patrols.table = "geohazard_patrol";
  patrols.columns = {"hazard_code", "patrolled_utc", "patroller", "season", "changed", "findings"};
  patrols.chips = {{{}, {}, {chip("有变化", "Something changed", "changed=1")}}};
  patrols.sort_column = "patrolled_utc";
  patrols.sort_down = true;
  registers.push_back({both("巡查记录", "Patrols"), patrols});

  RegisterSpec rain;
  rain.table = "geohazard_rain_rule";
  rain.columns = {"name",       "in_use",       "kind",         "confidence", "factor",      "exponent",
                  "blue_ratio", "yellow_ratio", "orange_ratio", "red_ratio",  "decay_ratio", "days",
                  "blue_mm",    "yellow_mm",    "orange_mm",    "red_mm",     "rule_source"};
  rain.chips = {{{}, {}, {chip("使用中", "In use", "in_use=1"), chip("待核实", "To be verified", "confidence=U")}}};
  registers.push_back({both("降雨阈值", "Rain thresholds"), rain});

  RegisterSpec often;
  often.table = "geohazard_patrol_rule";
  often.columns = {"season", "every_h", "first_month", "last_month", "confidence", "rule_source"};
  registers.push_back({both("巡查频次", "How often to patrol"), often});
  return registers;
}

RegisterSpec relocationRegister() {
  RegisterSpec works;
  works.table = "relocation_work";
  works.columns = {"name",
                   "planned_households",
                   "moved_households",
                   "due_on",
                   "kind",
                   "contracted_households",
                   "built_households",
                   "razed_households",
                   "funds_planned_yuan",
                   "funds_paid_yuan",
                   "owner",
                   "phone"};
  works.chips = {{{},
                  {},
                  {chip("已逾期", "Overdue", "due_on<{today} finished_on="),
                   chip("未完成", "Unfinished", "finished_on="), chip("已完成", "Finished", "finished_on!=")}},
                 {both("方式", "How"), "kind", {}}};
  works.county_column = "division_code";
  works.sort_column = "due_on";
  works.empty = both("还没有搬迁工程。", "No relocation works yet.");
  return works;
}

}  // namespace app

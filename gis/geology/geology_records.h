// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/coords.h"

namespace gis::geology {

// Rows of the geology tables as the rules read them. Codes are those of the code tables. Plain data; any thread.
struct HazardPoint {
  std::int64_t fid = 0;
  std::string uuid;
  std::string code;  // 统一编号
  std::string division_code;
  std::string name;
  std::string type;
  std::string scale;
  std::string danger_grade;
  int stability = 2;
  std::string threat;
  std::int64_t households = 0;
  std::int64_t people = 0;
  double property_yuan = 0;
  int trigger = 0;
  int monitoring = 0;
  std::string evacuation_place;
  std::optional<double> volume_m3;
  LonLat where;
};

struct RiskArea {
  std::int64_t fid = 0;
  std::string uuid;
  std::string division_code;
  std::string hazard_code;  // of its point; may be empty
  std::string name;
  std::string type;
  int risk_level = 0;
  std::string owner, owner_post, owner_phone;
  std::vector<std::vector<LonLat>> rings;  // even-odd

  bool contains(LonLat p) const;
  LonLat middle() const;  // of its box
};

struct Contact {
  std::string name;
  std::string post;
  std::string phone;
};

// Persons by who they answer for. `role` as code_role.
struct Responsible {
  std::string division_code;
  int role = 0;
  Contact contact;
  std::string object_uuid;
};

struct HazardPlan {
  std::string hazard_code;
  std::string location, signs, method, criterion, route;
  int alarm = 0;
  Contact order, rescue, security, medical;
  std::string issued_by, issued_phone, issued_on;
};

struct Household {
  std::string hazard_code;
  std::string division_code;
  std::string head;
  std::int64_t people = 0;
  std::string members;  // one a line
  std::string phone, house, address, position, notes, shelter, shelter_lead, shelter_phone;
  std::string changed_on;  // 2026-05-01
};

struct RelocationWork {
  std::int64_t fid = 0;
  std::string uuid, name, division_code, hazard_code;
  int kind = 0;
  std::int64_t planned = 0, contracted = 0, built = 0, moved = 0, razed = 0;  // households
  double funds_planned_yuan = 0, funds_arrived_yuan = 0, funds_paid_yuan = 0;
  std::string started_on, due_on, finished_on;
};

struct PatrolRule {
  int season = 0;  // code_patrol_season
  int first_month = 0, last_month = 0;
  double every_h = 0;
  std::string confidence, source;
};

struct DivisionName {
  std::string code, name, name_en;
  int level = 0;
};

}  // namespace gis::geology

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/exposure/relief_needs.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "reliefNormFiles.h"

namespace gis {

Result<std::vector<ReliefNorm>> readReliefNorms(const std::string& json, const std::string& name) {
  const auto all = nlohmann::json::parse(json, nullptr, false);
  if (all.is_discarded() || !all.is_object() || !all.contains("items") || !all["items"].is_array())
    return fail(ErrorCode::kDamagedFile, name, "an object with a list \"items\" expected");
  std::vector<ReliefNorm> norms;
  for (const auto& item : all["items"]) {
    const auto text = [&](const char* key) {
      return item.is_object() && item.contains(key) && item[key].is_string() ? item[key].get<std::string>()
                                                                             : std::string();
    };
    ReliefNorm norm{
        text("id"), text("zh"), text("en"), text("unit_zh"), text("unit_en"), text("source_zh"), text("source_en"), 0,
        false,      {},         false};
    const bool named = !norm.id.empty() && !norm.zh.empty() && !norm.source_zh.empty();
    if (!named || !item.contains("per_person") || !item["per_person"].is_number() ||
        !(item["per_person"].get<double>() > 0))
      return fail(ErrorCode::kDamagedFile, name,
                  "item " + std::to_string(norms.size() + 1) + ": id, zh, source_zh and per_person above 0 expected");
    norm.per_person_count = item["per_person"].get<double>();
    norm.daily = item.value("daily", nlohmann::json(false)) == true;
    norm.confirmed = item.value("confirmed", nlohmann::json(false)) == true;
    if (norm.en.empty()) norm.en = norm.zh;
    if (norm.source_en.empty()) norm.source_en = norm.source_zh;
    if (norm.unit_en.empty()) norm.unit_en = norm.unit_zh;
    if (item.contains("months") && item["months"].is_array())
      for (const auto& month : item["months"])
        if (month.is_number_integer()) norm.months.push_back(month.get<int>());
    norms.push_back(std::move(norm));
  }
  return norms;
}

Result<std::vector<ReliefNorm>> reliefNorms(const std::filesystem::path& workspace_folder) {
  const std::filesystem::path own = workspace_folder / "relief-norms.json";
  std::error_code ignored;
  if (std::filesystem::is_regular_file(own, ignored)) {
    std::ifstream in(own, std::ios::binary);
    return readReliefNorms({std::istreambuf_iterator<char>(in), {}}, own.string());
  }
  for (const EmbeddedFile& file : reliefNormFiles())
    return readReliefNorms(std::string(file.text()), std::string(file.name));
  return fail(ErrorCode::kNoData, "relief-norms.json");
}

Result<std::vector<ReliefNeed>> reliefNeeds(const std::vector<ReliefNorm>& norms, std::int64_t people, int days,
                                            int month) {
  if (people < 0 || days < 1 || month < 1 || month > 12)
    return fail(ErrorCode::kInvalidArgument, "needs", "people from 0, days from 1, a month from 1 to 12 expected");
  std::vector<ReliefNeed> needs;
  for (const ReliefNorm& norm : norms) {
    if (!norm.months.empty() && std::ranges::find(norm.months, month) == norm.months.end()) continue;
    const double exact = norm.per_person_count * static_cast<double>(people) * (norm.daily ? days : 1);
    // What is whole but for rounding stays whole.
    needs.push_back({norm, static_cast<std::int64_t>(std::ceil(exact - 1e-6))});
  }
  return needs;
}

}  // namespace gis

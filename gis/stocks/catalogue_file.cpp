// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "gis/stocks/catalogue_store.h"

namespace gis::stocks {
namespace {

std::vector<std::string> pieces(std::string_view text, char between) {
  std::vector<std::string> found;
  while (true) {
    const std::size_t at = text.find(between);
    found.emplace_back(text.substr(0, at));
    if (at == std::string_view::npos) return found;
    text.remove_prefix(at + 1);
  }
}

constexpr std::size_t kColumns = 15, kColumnsWithBarcode = 16;
constexpr const char* kConfidence[] = {"U", "F", "S"};

// code,class,name_zh,name_en,unit_zh,unit_en,weight_kg,volume_m3,shelf_life_days,packs,norm,months,norm_confidence,
// norm_source,parts[,barcode]. Packs "包=10;箱=40=6900000000017" (the last is a barcode), a norm "3000/d" is daily,
// months "10;11;12", parts "code*2;code*1".
Result<Item> itemOf(const std::vector<std::string>& cells, int row) {
  const auto wrong = [&](const char* why) {
    return fail(ErrorCode::kDamagedFile, "items.csv", fmt::format("row {}: {}", row, why));
  };
  if (cells.size() != kColumns && cells.size() != kColumnsWithBarcode)
    return wrong("not as many columns as there should be");
  Item item;
  item.code = cells[0], item.class_code = cells[1], item.name_zh = cells[2], item.name_en = cells[3];
  item.unit_zh = cells[4], item.unit_en = cells[5];
  item.weight_kg = std::strtod(cells[6].c_str(), nullptr);
  item.volume_m3 = std::strtod(cells[7].c_str(), nullptr);
  if (!cells[8].empty()) item.shelf_life_days = std::atoi(cells[8].c_str());
  item.source = "烽燧默认值，待核实";
  if (!cells[9].empty())
    for (const std::string& pack : pieces(cells[9], ';')) {
      const auto sides = pieces(pack, '=');
      if (sides.size() != 2 && sides.size() != 3) return wrong("a pack is written 包=10 or 包=10=barcode");
      item.packs.push_back({sides[0], std::atoll(sides[1].c_str()), sides.size() == 3 ? sides[2] : std::string()});
    }
  if (!cells[10].empty()) {
    Norm norm;
    norm.per_1000_count = std::strtod(cells[10].c_str(), nullptr);
    norm.is_daily = cells[10].ends_with("/d");
    if (!cells[11].empty())
      for (const std::string& month : pieces(cells[11], ';')) norm.months.push_back(std::atoi(month.c_str()));
    norm.confidence = cells[12];
    norm.source = cells[13];
    if (std::ranges::find(kConfidence, norm.confidence) == std::end(kConfidence)) return wrong("S, F or U is expected");
    item.norm = std::move(norm);
  }
  if (!cells[14].empty())
    for (const std::string& part : pieces(cells[14], ';')) {
      const auto sides = pieces(part, '*');
      if (sides.size() != 2) return wrong("a part is written code*2");
      item.parts.push_back({sides[0], std::atoll(sides[1].c_str())});
    }
  if (cells.size() == kColumnsWithBarcode) item.barcode = cells[15];
  if (auto good = checkItem(item); !good) return wrong(good.error().detail.c_str());
  return item;
}

}  // namespace

Result<std::vector<Item>> readCatalogue(std::string_view csv) {
  std::vector<Item> items;
  int number = 0;
  for (const std::string& line : pieces(csv, '\n')) {
    ++number;
    if (line.empty() || line.starts_with('#') || line.starts_with("code,")) continue;
    auto item = itemOf(pieces(line, ','), number);
    if (!item) return std::unexpected(item.error());
    items.push_back(std::move(*item));
  }
  return items;
}

}  // namespace gis::stocks

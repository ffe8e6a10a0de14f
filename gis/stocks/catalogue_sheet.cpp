// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/stocks/catalogue_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "gis/stocks/item_change.h"
#include "gis/stocks/master_data.h"
#include "gis/vector/row_reader.h"

namespace gis::stocks {
namespace {

using RowJson = nlohmann::json;

enum CatalogueColumn {
  kCode,
  kClass,
  kNameZh,
  kNameEn,
  kUnitZh,
  kUnitEn,
  kWeight,
  kVolume,
  kShelfLife,
  kBarcode,
  kNorm,
  kDaily,
  kMonths,
  kNormSource,
  kPacks,
  kParts,
  kSource
};

// Ours in Chinese and English, then what others write.
constexpr std::array<std::array<std::string_view, 4>, kCatalogueColumnCount> kCatalogueHeadings{
    {{"编码", "Code", "物资编码", "code"},
     {"分类", "Class", "分类代码", "class"},
     {"中文名称", "Chinese name", "品名", "name_zh"},
     {"英文名称", "English name", "", "name_en"},
     {"单位", "Unit", "计量单位", "unit_zh"},
     {"英文单位", "English unit", "", "unit_en"},
     {"单件重量（kg）", "Weight of one, kg", "单件重量", "weight_kg"},
     {"单件体积（m³）", "Volume of one, m³", "单件体积", "volume_m3"},
     {"保质期（天）", "Shelf life, days", "保质期", "shelf_life_days"},
     {"单件条码", "Barcode of one", "条码", "barcode"},
     {"每千人定额", "Norm for 1,000", "定额", "per_1000"},
     {"定额按天", "Norm a day", "", "daily"},
     {"定额月份", "Norm months", "", "months"},
     {"定额来源", "Source of the norm", "", "norm_source"},
     {"包装", "Packs", "包装换算", "packs"},
     {"组成", "Parts", "套装组成", "parts"},
     {"来源", "Source", "资料来源", "source"}}};
constexpr std::array<std::string_view, 6> kYes{"是", "每天", "按天", "yes", "daily", "true"};
// The columns that setItems() takes as texts, by its keys.
constexpr std::array<std::pair<CatalogueColumn, const char*>, 7> kTexts{{{kClass, "class"},
                                                                         {kNameZh, "name_zh"},
                                                                         {kNameEn, "name_en"},
                                                                         {kUnitZh, "unit_zh"},
                                                                         {kUnitEn, "unit_en"},
                                                                         {kBarcode, "barcode"},
                                                                         {kSource, "source"}}};

std::string trimmedText(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  return first == std::string_view::npos
             ? std::string()
             : std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

// A spreadsheet writes a code of digits as "10301.0" at times.
std::string codeText(std::string text) {
  if (text.size() > 2 && text.ends_with(".0") &&
      std::ranges::all_of(text.substr(0, text.size() - 2), [](char c) { return c >= '0' && c <= '9'; }))
    text.resize(text.size() - 2);
  return text;
}

std::vector<std::string> partsOf(std::string text, std::string_view other_comma, char between) {
  for (std::size_t at; !other_comma.empty() && (at = text.find(other_comma)) != std::string::npos;)
    text.replace(at, other_comma.size(), 1, between);
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(between, at), text.size());
    if (std::string part = trimmedText(std::string_view(text).substr(at, end - at)); !part.empty())
      parts.push_back(std::move(part));
    at = end + 1;
  }
  return parts;
}

std::optional<double> numberIn(const std::string& text) {
  double number = 0;
  const auto [end, bad] = std::from_chars(text.data(), text.data() + text.size(), number);
  return bad == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

std::optional<std::int64_t> wholeIn(const std::string& text) {
  const auto number = numberIn(text);
  if (!number || *number != static_cast<double>(static_cast<std::int64_t>(*number))) return std::nullopt;
  return static_cast<std::int64_t>(*number);
}

// One row, cell by cell; cells of columns that are not there are empty.
class RowOfItem {
 public:
  RowOfItem(const std::array<std::optional<std::size_t>, kCatalogueColumnCount>& where, const RowReader& reader)
      : m_where(where) {
    for (std::size_t column = 0; column < where.size(); ++column)
      if (where[column]) m_cells[column] = trimmedText(cellText(reader.cells()[*where[column]]));
    for (const CatalogueColumn column : {kCode, kClass, kBarcode}) m_cells[column] = codeText(m_cells[column]);
  }
  const std::string& code() const { return m_cells[kCode]; }

  Result<RowJson> item() const {
    RowJson json{{"code", code()}};
    for (const auto& [column, key] : kTexts)
      if (m_where[column]) json[key] = m_cells[column];
    for (const auto& [column, key] : {std::pair{kWeight, "weight_kg"}, {kVolume, "volume_m3"}}) {
      if (!m_where[column]) continue;
      const auto number = m_cells[column].empty() ? std::optional(0.0) : numberIn(m_cells[column]);
      if (!number) return wrong(column, "a number is expected");
      json[key] = *number;
    }
    if (m_where[kShelfLife]) {
      const auto days = wholeIn(m_cells[kShelfLife]);
      if (!days && !m_cells[kShelfLife].empty()) return wrong(kShelfLife, "a whole number is expected");
      json["shelf_life_days"] = days ? RowJson(*days) : RowJson(nullptr);
    }
    if (auto done = norm(json); !done) return std::unexpected(done.error());
    if (auto done = packs(json); !done) return std::unexpected(done.error());
    return json;
  }

  Result<RowJson> parts() const {
    RowJson list = RowJson::array();
    for (const std::string& one : partsOf(m_cells[kParts], "；", ';')) {
      const std::size_t at = one.rfind('*');
      const auto quantity = at == std::string::npos ? std::nullopt : wholeIn(trimmedText(one.substr(at + 1)));
      if (!quantity) return wrong(kParts, "a part is written code*2");
      list.push_back({{"item", trimmedText(one.substr(0, at))}, {"quantity", *quantity}});
    }
    return RowJson{{"code", code()}, {"parts", std::move(list)}};
  }

 private:
  std::unexpected<Error> wrong(CatalogueColumn column, const char* why) const {
    return fail(ErrorCode::kInvalidArgument, m_cells[column], why);
  }

  Result<void> norm(RowJson& json) const {
    if (!m_where[kNorm]) return {};
    if (m_cells[kNorm].empty()) {
      json["norm"] = nullptr;
      return {};
    }
    const auto number = numberIn(m_cells[kNorm]);
    if (!number) return wrong(kNorm, "a number is expected");
    RowJson norm{{"per_1000", *number}};
    if (m_where[kDaily]) norm["daily"] = std::ranges::find(kYes, m_cells[kDaily]) != kYes.end();
    if (m_where[kNormSource]) norm["source"] = m_cells[kNormSource];
    if (m_where[kMonths]) {
      norm["months"] = RowJson::array();
      for (const std::string& one : partsOf(m_cells[kMonths], "，", ',')) {
        const auto month = wholeIn(one);
        if (!month) return wrong(kMonths, "numbers from 1 to 12 are expected");
        norm["months"].push_back(*month);
      }
    }
    json["norm"] = std::move(norm);
    return {};
  }

  Result<void> packs(RowJson& json) const {
    if (!m_where[kPacks]) return {};
    RowJson list = RowJson::array();
    for (const std::string& one : partsOf(m_cells[kPacks], "；", ';')) {
      const auto sides = partsOf(one, "", '=');
      const auto units = sides.size() < 2 ? std::nullopt : wholeIn(sides[1]);
      if (!units || sides.size() > 3) return wrong(kPacks, "a pack is written 包=10 or 包=10=barcode");
      list.push_back({{"unit_zh", sides[0]}, {"units", *units}, {"barcode", sides.size() == 3 ? sides[2] : ""}});
    }
    json["packs"] = std::move(list);
    return {};
  }

  const std::array<std::optional<std::size_t>, kCatalogueColumnCount>& m_where;
  std::array<std::string, kCatalogueColumnCount> m_cells;
};

Error inRow(Error error, std::int64_t row) { return std::move(error).via(fmt::format("row {}", row)); }

// setItems() names the entry of its list; a person looks for the row.
Error withRow(Error error, const CatalogueSheet& sheet) {
  for (std::string& step : error.trail) {
    std::size_t entry = 0;
    if (!step.starts_with("line ")) continue;
    std::from_chars(step.data() + 5, step.data() + step.size(), entry);
    if (entry > 0 && entry <= sheet.rows.size()) step = fmt::format("row {}", sheet.rows[entry - 1]);
  }
  return error;
}

}  // namespace

std::string_view catalogueHeading(int column, bool in_chinese) {
  return kCatalogueHeadings[static_cast<std::size_t>(column)][in_chinese ? 0 : 1];
}

std::vector<std::string> catalogueRow(const Item& item) {
  const auto number = [](double value) { return value == 0 ? std::string() : fmt::format("{:.10g}", value); };
  std::string months, packs, parts;
  if (item.norm)
    for (const int month : item.norm->months) months += fmt::format("{}{}", months.empty() ? "" : ", ", month);
  for (const Pack& pack : item.packs)
    packs += fmt::format("{}{}={}{}{}", packs.empty() ? "" : "; ", pack.unit_zh, pack.units,
                         pack.barcode.empty() ? "" : "=", pack.barcode);
  for (const KitPart& part : item.parts)
    parts += fmt::format("{}{}*{}", parts.empty() ? "" : "; ", part.item_code, part.quantity);
  return {item.code,
          item.class_code,
          item.name_zh,
          item.name_en,
          item.unit_zh,
          item.unit_en,
          number(item.weight_kg),
          number(item.volume_m3),
          item.shelf_life_days ? std::to_string(*item.shelf_life_days) : std::string(),
          item.barcode,
          item.norm ? fmt::format("{:.10g}", item.norm->per_1000_count) : std::string(),
          item.norm && item.norm->is_daily ? "是" : "",
          months,
          item.norm ? item.norm->source : std::string(),
          packs,
          parts,
          item.source};
}

Result<CatalogueSheet> readCatalogueSheet(const std::filesystem::path& file) {
  auto reader = RowReader::open(file);
  if (!reader) return std::unexpected(reader.error());
  std::array<std::optional<std::size_t>, kCatalogueColumnCount> where;
  const auto& fields = reader->source().layer.fields;
  for (std::size_t column = 0; column < kCatalogueHeadings.size(); ++column)
    for (const std::string_view heading : kCatalogueHeadings[column])
      for (std::size_t field = 0; field < fields.size(); ++field)
        if (!where[column] && !heading.empty() && trimmedText(fields[field].name) == heading) where[column] = field;
  if (!where[kCode])
    return fail(ErrorCode::kNoData, file.filename().string(),
                fmt::format("a column {} is needed", catalogueHeading(kCode, true)));
  RowJson items = RowJson::array(), parts = RowJson::array();
  CatalogueSheet sheet;
  std::vector<std::int64_t> part_rows;
  while (reader->next()) {
    if (reader->blank()) continue;
    const RowOfItem row(where, *reader);
    auto item = row.item();
    if (!item) return std::unexpected(inRow(item.error(), reader->number()));
    auto kit = row.parts();
    if (!kit) return std::unexpected(inRow(kit.error(), reader->number()));
    // A kit may stand above its parts.
    const bool is_kit = !(*kit)["parts"].empty();
    if (where[kParts] && !is_kit) (*item)["parts"] = RowJson::array();
    items.push_back(std::move(*item));
    sheet.rows.push_back(reader->number());
    if (!is_kit) continue;
    parts.push_back(std::move(*kit));
    part_rows.push_back(reader->number());
  }
  for (RowJson& kit : parts) items.push_back(std::move(kit));
  sheet.rows.insert(sheet.rows.end(), part_rows.begin(), part_rows.end());
  sheet.json = items.dump(-1, ' ', false, RowJson::error_handler_t::replace);
  return sheet;
}

Result<TakenSheet> takeCatalogueSheet(const Database& db, const CatalogueSheet& sheet, const std::string& author,
                                      std::int64_t now_utc_ms, bool is_dry_run) {
  TakenSheet taken;
  const CatalogueStore catalogue(db);
  const auto before = catalogue.directory();
  if (!before) return std::unexpected(before.error());
  const auto done = db.transaction([&]() -> Result<void> {
    const auto set = setItems(db, sheet.json, author, now_utc_ms);
    if (!set) return std::unexpected(withRow(set.error(), sheet));
    const auto after = catalogue.directory();
    if (!after) return std::unexpected(after.error());
    const std::set<std::string> codes(set->begin(), set->end());
    for (const Item& item : after->items) {
      if (!codes.contains(item.code)) continue;
      const auto was = std::ranges::find(before->items, item.code, &Item::code);
      ++(was == before->items.end()               ? taken.added
         : itemContent(*was) == itemContent(item) ? taken.same
                                                  : taken.changed);
    }
    // Nothing of a dry run stays.
    return is_dry_run ? fail(ErrorCode::kCancelled, {}) : Result<void>();
  });
  if (!done && !(is_dry_run && done.error().code == ErrorCode::kCancelled)) return std::unexpected(done.error());
  return taken;
}

}  // namespace gis::stocks

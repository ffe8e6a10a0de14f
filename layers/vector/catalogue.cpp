// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/vector/catalogue.h"

#include <nlohmann/json.hpp>

#include "map_styles.h"

namespace layers {
namespace {

using gis::Result;
using nlohmann::json;

constexpr std::array<std::string_view, 7> kGroups = {"base",    "fire",     "geology", "flood",
                                                     "seismic", "exposure", "capacity"};

// Reads values out of one JSON object; the first thing that is wrong stays in `error`.
class Fields {
 public:
  Fields(const json& object, JsonPlace place) : m_object(object), m_place(std::move(place)) {
    if (!object.is_object()) complain(m_place, "an object");
  }

  bool has(const char* key) const { return m_object.is_object() && m_object.contains(key); }
  const json& at(const char* key) const { return m_object[key]; }
  JsonPlace place(const char* key) const { return m_place.at(key); }

  std::string text(const char* key, const char* fallback = nullptr) {
    if (!has(key)) {
      if (!fallback) complain(place(key), "a text");
      return fallback ? fallback : "";
    }
    if (!at(key).is_string()) return complain(place(key), "a text"), "";
    return at(key).get<std::string>();
  }
  double number(const char* key, double fallback) {
    if (!has(key)) return fallback;
    if (!at(key).is_number()) return complain(place(key), "a number"), fallback;
    return at(key).get<double>();
  }
  bool truth(const char* key, bool fallback) {
    if (!has(key)) return fallback;
    if (!at(key).is_boolean()) return complain(place(key), "true or false"), fallback;
    return at(key).get<bool>();
  }
  enum class Need { kRequired, kOptional };
  BilingualText bilingual(const char* key, Need need) {
    if (!has(key)) {
      if (need == Need::kRequired) complain(place(key), "{\"zh\": \"...\", \"en\": \"...\"}");
      return {};
    }
    const json& value = at(key);
    if (!value.is_object() || !value.contains("zh") || !value.contains("en") || !value["zh"].is_string() ||
        !value["en"].is_string())
      return complain(place(key), "{\"zh\": \"...\", \"en\": \"...\"}"), BilingualText{};
    return {QString::fromStdString(value["zh"].get<std::string>()),
            QString::fromStdString(value["en"].get<std::string>())};
  }
  std::vector<std::pair<std::string, Value>> values(const char* key) {
    std::vector<std::pair<std::string, Value>> pairs;
    if (!has(key)) return pairs;
    if (!at(key).is_object()) return complain(place(key), "an object of attribute values"), pairs;
    for (const auto& [name, value] : at(key).items()) {
      if (value.is_number())
        pairs.emplace_back(name, value.get<double>());
      else if (value.is_string())
        pairs.emplace_back(name, value.get<std::string>());
      else
        complain(place(key).at(name), "a number or a text");
    }
    return pairs;
  }
  void onlyKeys(std::initializer_list<std::string_view> keys) {
    if (!m_object.is_object()) return;
    for (const auto& [key, value] : m_object.items())
      if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
        std::string known;
        for (const auto name : keys) known += (known.empty() ? "" : ", ") + std::string(name);
        complain(m_place.at(key), "one of: " + known);
      }
  }
  void complain(const JsonPlace& where, const std::string& what) {
    if (!m_error) m_error = where.expected(what).error();
  }
  const std::optional<gis::Error>& error() const { return m_error; }

 private:
  const json& m_object;
  JsonPlace m_place;
  std::optional<gis::Error> m_error;
};

Result<std::vector<InspectorField>> parseFields(const json& list, const JsonPlace& place) {
  std::vector<InspectorField> fields;
  if (!list.is_array()) return place.expected("a list of fields");
  for (std::size_t i = 0; i < list.size(); ++i) {
    Fields from(list[i], place.at(i));
    from.onlyKeys({"column", "label", "unit", "scale", "decimals", "code_table", "yes_no"});
    InspectorField field;
    field.column = from.text("column");
    field.label = from.bilingual("label", Fields::Need::kRequired);
    field.unit = from.bilingual("unit", Fields::Need::kOptional);
    field.scale_ratio = from.number("scale", 1);
    field.decimals = static_cast<int>(from.number("decimals", -1));
    field.code_table = from.text("code_table", "");
    field.yes_no = from.truth("yes_no", false);
    if (from.error()) return std::unexpected(*from.error());
    fields.push_back(std::move(field));
  }
  return fields;
}

Result<void> parseLegend(const json& legend, const JsonPlace& place, CatalogueEntry& entry) {
  Fields from(legend, place);
  from.onlyKeys({"by", "code_table", "with", "classes", "zoom"});
  entry.legend_by = from.text("by", "");
  entry.legend_code_table = from.text("code_table", "");
  entry.legend_with = from.values("with");
  entry.legend_zoom = from.number("zoom", 0);
  if (from.has("classes")) {
    const json& list = from.at("classes");
    if (!list.is_array()) from.complain(from.place("classes"), "a list of classes");
    for (std::size_t i = 0; list.is_array() && i < list.size(); ++i) {
      Fields row(list[i], from.place("classes").at(i));
      row.onlyKeys({"name", "when"});
      entry.legend_classes.push_back({row.bilingual("name", Fields::Need::kRequired), row.values("when")});
      if (row.error()) return std::unexpected(*row.error());
    }
  }
  if (from.error()) return std::unexpected(*from.error());
  return {};
}

Result<json> parseJson(std::string_view text, const std::string& file) {
  try {
    return json::parse(text);
  } catch (const json::exception& e) {
    return gis::fail(gis::ErrorCode::kDamagedFile, file, std::string("/: expected JSON text: ") + e.what());
  }
}

std::optional<std::string_view> embedded(const std::string& name) {
  for (const gis::EmbeddedFile& file : gis::map_styles())
    if (file.name == name) return file.text();
  return std::nullopt;
}

}  // namespace

std::vector<std::string> CatalogueEntry::attributes() const {
  std::vector<std::string> names = style ? style->attributes : std::vector<std::string>{};
  const auto add = [&](const std::string& name) {
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  };
  add(legend_by);
  for (const LegendClass& legend_class : legend_classes)
    for (const auto& [name, value] : legend_class.when) add(name);
  return names;
}

const CatalogueEntry* Catalogue::find(const std::string& id) const {
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const CatalogueEntry& e) { return e.id == id; });
  return found == entries.end() ? nullptr : &*found;
}

Result<CatalogueEntry> parseCatalogueEntry(std::string_view json_text, const std::string& file) {
  const auto parsed = parseJson(json_text, file);
  if (!parsed) return std::unexpected(parsed.error());
  const JsonPlace root{file, ""};
  Fields from(*parsed, root);
  from.onlyKeys({"id", "group", "table", "title", "visible", "feature_title", "sentence", "legend", "fields", "style"});
  CatalogueEntry entry;
  entry.id = from.text("id");
  entry.group = from.text("group");
  entry.table = from.text("table");
  entry.title = from.bilingual("title", Fields::Need::kRequired);
  entry.visible = from.truth("visible", false);
  entry.feature_title = from.bilingual("feature_title", Fields::Need::kOptional);
  entry.sentence = from.bilingual("sentence", Fields::Need::kOptional);
  if (std::find(kGroups.begin(), kGroups.end(), entry.group) == kGroups.end())
    from.complain(root.at("group"), "base, fire, geology, flood, seismic, exposure or capacity");
  if (!from.has("style")) from.complain(root.at("style"), "a list of layers");
  if (from.error()) return std::unexpected(*from.error());
  if (from.has("legend"))
    if (auto done = parseLegend(from.at("legend"), from.place("legend"), entry); !done)
      return std::unexpected(done.error());
  if (from.has("fields")) {
    auto fields = parseFields(from.at("fields"), from.place("fields"));
    if (!fields) return std::unexpected(fields.error());
    entry.fields = std::move(*fields);
  }
  auto style = parseStyle(from.at("style"), from.place("style"));
  if (!style) return std::unexpected(style.error());
  entry.style = std::make_shared<const Style>(std::move(*style));
  return entry;
}

Result<Catalogue> loadCatalogue() {
  const std::string file = "catalogue.json";
  const auto text = embedded(file);
  if (!text) return gis::fail(gis::ErrorCode::kNotFound, file, "not among the embedded styles");
  const auto parsed = parseJson(*text, file);
  if (!parsed) return std::unexpected(parsed.error());
  const JsonPlace root{file, ""};
  Fields from(*parsed, root);
  if (!from.has("groups") || !from.at("groups").is_array()) from.complain(root.at("groups"), "a list of groups");
  if (!from.has("layers") || !from.at("layers").is_array()) from.complain(root.at("layers"), "a list of layer names");
  if (from.error()) return std::unexpected(*from.error());
  Catalogue catalogue;
  for (std::size_t i = 0; i < from.at("groups").size(); ++i) {
    Fields group(from.at("groups")[i], root.at("groups").at(i));
    catalogue.groups.push_back({group.text("id"), group.bilingual("title", Fields::Need::kRequired)});
    if (group.error()) return std::unexpected(*group.error());
  }
  for (std::size_t i = 0; i < from.at("layers").size(); ++i) {
    const JsonPlace place = root.at("layers").at(i);
    const json& id = from.at("layers")[i];
    if (!id.is_string()) return place.expected("the name of a layer");
    const std::string name = id.get<std::string>() + ".json";
    const auto layer_text = embedded(name);
    if (!layer_text) return place.expected("the name of a file in resources/styles, found \"" + name + "\"");
    auto entry = parseCatalogueEntry(*layer_text, name);
    if (!entry) return std::unexpected(entry.error());
    catalogue.entries.push_back(std::move(*entry));
  }
  return catalogue;
}

}  // namespace layers

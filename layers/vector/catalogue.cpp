// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/vector/catalogue.h"

#include <QRegularExpression>
#include <algorithm>
#include <nlohmann/json.hpp>

#include "layers/vector/json_positions.h"
#include "map_styles.h"

namespace layers {
namespace {

using gis::Result;
using nlohmann::json;

constexpr std::array<std::string_view, 8> kGroups = {"base",    "fire",   "geology",  "flood",
                                                     "seismic", "danger", "exposure", "capacity"};

// Reads values out of one JSON object and notes what is wrong with them.
class Fields {
 public:
  Fields(const json& object, JsonPlace place, StyleProblems& problems)
      : m_object(object), m_place(std::move(place)), m_problems(problems) {
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
  // An empty list where there is none.
  const json& list(const char* key, const std::string& of_what) {
    static const json kNone = json::array();
    if (has(key) && at(key).is_array()) return at(key);
    complain(place(key), of_what);
    return kNone;
  }
  void onlyKeys(std::initializer_list<std::string_view> keys) {
    if (!m_object.is_object()) return;
    for (const auto& [key, value] : m_object.items())
      if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
        std::string known;
        for (const auto name : keys) known += (known.empty() ? "" : ", ") + std::string(name);
        complain(m_place.at(key), "one of: " + known, '"' + key + '"');
      }
  }
  void complain(const JsonPlace& where, const std::string& what, const std::string& found = {}) {
    m_problems.add(where, what, found);
  }

 private:
  const json& m_object;
  JsonPlace m_place;
  StyleProblems& m_problems;
};

std::vector<InspectorField> readFields(const json& list, const JsonPlace& place, StyleProblems& problems) {
  std::vector<InspectorField> fields;
  if (!list.is_array()) problems.add(place, "a list of fields");
  for (std::size_t i = 0; list.is_array() && i < list.size(); ++i) {
    Fields from(list[i], place.at(i), problems);
    from.onlyKeys({"column", "label", "unit", "scale", "decimals", "code_table", "yes_no"});
    InspectorField field;
    field.column = from.text("column");
    field.label = from.bilingual("label", Fields::Need::kRequired);
    field.unit = from.bilingual("unit", Fields::Need::kOptional);
    field.scale_ratio = from.number("scale", 1);
    field.decimals = static_cast<int>(std::clamp(from.number("decimals", -1), -1.0, 15.0));
    field.code_table = from.text("code_table", "");
    field.yes_no = from.truth("yes_no", false);
    fields.push_back(std::move(field));
  }
  return fields;
}

void readLegend(const json& legend, const JsonPlace& place, CatalogueEntry& entry, StyleProblems& problems) {
  Fields from(legend, place, problems);
  from.onlyKeys({"by", "code_table", "with", "classes", "zoom"});
  entry.legend_by = from.text("by", "");
  entry.legend_code_table = from.text("code_table", "");
  entry.legend_with = from.values("with");
  entry.legend_zoom = from.number("zoom", 0);
  if (!from.has("classes")) return;
  const json& list = from.list("classes", "a list of classes");
  for (std::size_t i = 0; i < list.size(); ++i) {
    Fields row(list[i], from.place("classes").at(i), problems);
    row.onlyKeys({"name", "when"});
    entry.legend_classes.push_back({row.bilingual("name", Fields::Need::kRequired), row.values("when")});
  }
}

// What a style, its legend, its fields and its texts name must be there. Yields the columns of the entry's table.
const std::vector<std::string>* checkColumns(const CatalogueEntry& entry, const JsonPlace& root,
                                             const KnownTables& known, StyleProblems& problems) {
  const auto table = known.tables.find(entry.table);
  const std::vector<std::string>* columns = table == known.tables.end() ? nullptr : &table->second;
  if (!columns && known.all && !entry.table.empty())
    problems.add(root.at("table"), "a table of the workspace", '"' + entry.table + '"');
  const auto column = [&](const std::string& name, const JsonPlace& place) {
    if (!columns || name.empty() || std::ranges::find(*columns, name) != columns->end()) return;
    std::string names;
    for (const std::string& known_name : *columns) names += (names.empty() ? "" : ", ") + known_name;
    problems.add(place, "a column of the table: " + names, '"' + name + '"');
  };
  const auto code_table = [&](const std::string& name, const JsonPlace& place) {
    if (columns && !name.empty() && !known.tables.contains(name))
      problems.add(place, "a code table of the workspace", '"' + name + '"');
  };
  const JsonPlace legend = root.at("legend");
  column(entry.legend_by, legend.at("by"));
  code_table(entry.legend_code_table, legend.at("code_table"));
  for (const auto& [name, value] : entry.legend_with) column(name, legend.at("with").at(name));
  for (std::size_t i = 0; i < entry.legend_classes.size(); ++i)
    for (const auto& [name, value] : entry.legend_classes[i].when)
      column(name, legend.at("classes").at(i).at("when").at(name));
  for (std::size_t i = 0; i < entry.fields.size(); ++i) {
    column(entry.fields[i].column, root.at("fields").at(i).at("column"));
    code_table(entry.fields[i].code_table, root.at("fields").at(i).at("code_table"));
  }
  // "{name}" and "{kind@code_station_kind}"
  static const QRegularExpression kBraces(QStringLiteral("\\{([^{}@]*)(?:@([^{}]*))?\\}"));
  const auto texts = [&](const BilingualText& both, const char* key) {
    for (const auto& [text, language] : {std::pair(both.zh, "zh"), std::pair(both.en, "en")})
      for (auto match = kBraces.globalMatch(text); match.hasNext();) {
        const auto found = match.next();
        column(found.captured(1).toStdString(), root.at(key).at(language));
        code_table(found.captured(2).toStdString(), root.at(key).at(language));
      }
  };
  texts(entry.feature_title, "feature_title");
  texts(entry.sentence, "sentence");
  return columns;
}

CatalogueEntry readEntry(const json& document, const JsonPlace& root, const KnownTables* known,
                         StyleProblems& problems) {
  Fields from(document, root, problems);
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
    from.complain(root.at("group"), "base, fire, geology, flood, seismic, danger, exposure or capacity",
                  '"' + entry.group + '"');
  if (from.has("legend")) readLegend(from.at("legend"), from.place("legend"), entry, problems);
  if (from.has("fields")) entry.fields = readFields(from.at("fields"), from.place("fields"), problems);
  const std::vector<std::string>* columns = known ? checkColumns(entry, root, *known, problems) : nullptr;
  if (!from.has("style")) {
    from.complain(root.at("style"), "a list of layers");
    return entry;
  }
  entry.style = std::make_shared<const Style>(readStyle(from.at("style"), from.place("style"), columns, problems));
  return entry;
}

Catalogue readIndex(const json& document, const JsonPlace& root, StyleProblems& problems,
                    std::vector<std::string>& ids) {
  Fields from(document, root, problems);
  Catalogue catalogue;
  // Without groups it lists layers for a comparison.
  const json groups = from.has("groups") ? from.list("groups", "a list of groups") : json::array();
  for (std::size_t i = 0; i < groups.size(); ++i) {
    Fields group(groups[i], root.at("groups").at(i), problems);
    group.onlyKeys({"id", "title"});
    catalogue.groups.push_back({group.text("id"), group.bilingual("title", Fields::Need::kRequired)});
  }
  const json& layers = from.list("layers", "a list of layer names");
  for (std::size_t i = 0; i < layers.size(); ++i) {
    if (layers[i].is_string())
      ids.push_back(layers[i].get<std::string>());
    else
      problems.add(root.at("layers").at(i), "the name of a layer");
  }
  return catalogue;
}

// Nothing when the text is no JSON at all, which is noted.
std::optional<json> parseJson(std::string_view text, const std::string& file, StyleProblems& problems) {
  try {
    return json::parse(text);
  } catch (const json::parse_error& e) {
    // "[...] parse error at line 3, column 7: syntax error while parsing value - unexpected ']'; expected ..."
    // What was read last would repeat the line that is named.
    std::string_view reason = e.what();
    if (const std::size_t dash = reason.find(" - "); dash != reason.npos) reason.remove_prefix(dash + 3);
    if (reason.starts_with("unexpected ")) reason.remove_prefix(11);
    if (const std::size_t last = reason.find("; last read"); last != reason.npos) reason = reason.substr(0, last);
    const TextPosition at = positionOf(text, e.byte > 0 ? e.byte - 1 : 0);
    problems.add({file, "", "JSON text", std::string(reason), at.line, at.column});
  } catch (const json::exception& e) {
    problems.add({file, ""}, "JSON text", e.what());
  }
  return std::nullopt;
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
  StyleProblems problems;
  CatalogueEntry entry;
  if (const auto document = parseJson(json_text, file, problems))
    entry = readEntry(*document, {file, ""}, nullptr, problems);
  if (problems.empty()) return entry;
  problems.locateIn(json_text);
  return std::unexpected(problems.firstError());
}

std::vector<StyleProblem> checkStyleFile(std::string_view json_text, const std::string& file,
                                         const KnownTables* known) {
  StyleProblems problems;
  const JsonPlace root{file, ""};
  if (const auto document = parseJson(json_text, file, problems)) {
    if (document->is_array()) {
      readStyle(*document, root, nullptr, problems);
    } else if (document->is_object() && document->contains("layers") && !document->contains("style")) {
      std::vector<std::string> ids;
      readIndex(*document, root, problems, ids);
    } else {
      readEntry(*document, root, known, problems);
    }
    const JsonPositions positions(json_text);
    for (const auto& [path, at] : positions.repeatedKeys())
      problems.add({file, path, "each key once", "", at.line, at.column});
    problems.locateIn(json_text);
  }
  return problems.all();
}

Result<Catalogue> loadCatalogue() {
  const std::string file = "catalogue.json";
  const auto text = embedded(file);
  if (!text) return gis::fail(gis::ErrorCode::kNotFound, file, "not among the embedded styles");
  StyleProblems problems;
  std::vector<std::string> ids;
  Catalogue catalogue;
  const JsonPlace root{file, ""};
  if (const auto document = parseJson(*text, file, problems)) catalogue = readIndex(*document, root, problems, ids);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const std::string name = ids[i] + ".json";
    const auto layer_text = embedded(name);
    if (!layer_text) {
      problems.add(root.at("layers").at(i), "the name of a file in resources/styles", '"' + name + '"');
      break;
    }
    auto entry = parseCatalogueEntry(*layer_text, name);
    if (!entry) return std::unexpected(entry.error());
    catalogue.entries.push_back(std::move(*entry));
  }
  if (problems.empty()) return catalogue;
  problems.locateIn(*text);
  return std::unexpected(problems.firstError());
}

}  // namespace layers

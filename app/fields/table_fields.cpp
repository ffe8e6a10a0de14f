// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fields/table_fields.h"

#include <map>
#include <nlohmann/json.hpp>

#include "table_fields_text.h"

namespace app {
namespace {

using Json = nlohmann::json;

layers::BilingualText textOf(const Json& json) {
  return {QString::fromStdString(json.value("zh", "")), QString::fromStdString(json.value("en", ""))};
}

using FieldsByTable = std::map<std::string, std::vector<layers::InspectorField>>;

// A mistake in the file is found by its test; here it costs a label and no more.
FieldsByTable readFields() {
  FieldsByTable tables;
  for (const gis::EmbeddedFile& file : gis::table_fields_text()) {
    const Json root = Json::parse(file.text(), nullptr, false);
    if (!root.is_object()) continue;
    for (const auto& [table, list] : root.items())
      for (const Json& json : list) {
        layers::InspectorField field;
        field.column = json.value("column", "");
        field.label = textOf(json.value("label", Json::object()));
        field.unit = textOf(json.value("unit", Json::object()));
        field.decimals = json.value("decimals", -1);
        field.code_table = json.value("code_table", "");
        tables[table].push_back(std::move(field));
      }
  }
  return tables;
}

const layers::InspectorField* named(const std::vector<layers::InspectorField>& fields, const std::string& column) {
  for (const layers::InspectorField& field : fields)
    if (field.column == column) return &field;
  return nullptr;
}

const layers::InspectorField* namedIn(const FieldsByTable& known, const std::string& table, const std::string& column) {
  const auto fields = known.find(table);
  return fields == known.end() ? nullptr : named(fields->second, column);
}

}  // namespace

QString TableFields::heading(std::size_t column, const QString& language) const {
  const layers::InspectorField& field = fields[column];
  const QString label = field.label.text(language), unit = field.unit.text(language);
  if (unit.isEmpty()) return label;
  return language.startsWith(QLatin1String("zh")) ? label + QChar(0xFF08) + unit + QChar(0xFF09)
                                                  : label + QStringLiteral(" (") + unit + QLatin1Char(')');
}

std::vector<gis::ColumnNaming> TableFields::naming() const {
  std::vector<gis::ColumnNaming> naming;
  for (const layers::InspectorField& field : fields) {
    gis::ColumnNaming name{field.column, {}, field.scale_ratio};
    for (const QString& label : {field.label.zh, field.label.en})
      if (!label.isEmpty()) name.labels.push_back(label.toStdString());
    naming.push_back(std::move(name));
  }
  return naming;
}

TableFields tableFields(const gis::TableSchema& schema, const std::vector<layers::CatalogueEntry>& entries) {
  static const FieldsByTable known = readFields();
  TableFields result;
  result.title = {QString::fromStdString(schema.title), QString::fromStdString(schema.title_en)};
  const layers::CatalogueEntry* shown_by = nullptr;
  int layers_of_table = 0;
  for (const layers::CatalogueEntry& entry : entries)
    if (entry.table == schema.table) {
      if (!shown_by) shown_by = &entry;
      ++layers_of_table;
    }
  // Divisions are three layers of one table; then the table's own title is the right one.
  if (layers_of_table == 1) result.title = shown_by->title;
  for (const gis::SchemaColumn& column : schema.columns) {
    const layers::InspectorField* field = shown_by ? named(shown_by->fields, column.name) : nullptr;
    if (!field) field = namedIn(known, schema.table, column.name);
    if (!field) field = namedIn(known, "*", column.name);
    layers::InspectorField made;
    if (field) made = *field;
    made.column = column.name;
    if (made.label.zh.isEmpty() && made.label.en.isEmpty())
      made.label = {QString::fromStdString(column.name), QString::fromStdString(column.name)};
    if (made.code_table.empty()) made.code_table = column.code_table;
    result.fields.push_back(std::move(made));
  }
  return result;
}

}  // namespace app

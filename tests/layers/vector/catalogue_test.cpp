// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/vector/catalogue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "layers/vector/icon_set.h"

using namespace layers;
using testing::Contains;
using testing::HasSubstr;

namespace {

// Columns of every feature table and the names of all code tables, as the migrations declare them.
struct Schema {
  std::map<std::string, std::set<std::string>> columns;
  std::set<std::string> feature_tables;
};

Schema readSchema() {
  Schema schema;
  for (const auto& file : std::filesystem::directory_iterator(FENGSUI_SOURCE_DIR "/resources/sql")) {
    std::ifstream stream(file.path());
    std::string line, table;
    const std::regex create("CREATE TABLE (\\w+) \\("), column("^  (\\w+) .*"), feature("^ +\\('(\\w+)', 'features'.*");
    std::smatch match;
    while (std::getline(stream, line)) {
      if (std::regex_search(line, match, create))
        table = match[1];
      else if (std::regex_match(line, match, column))
        schema.columns[table].insert(match[1]);
      if (line.rfind(");", 0) == 0) table.clear();
      if (std::regex_match(line, match, feature)) schema.feature_tables.insert(match[1]);
    }
  }
  return schema;
}

std::string detailOf(const std::string& json) {
  const auto entry = parseCatalogueEntry(json, "x.json");
  EXPECT_FALSE(entry.has_value());
  return entry ? "" : entry.error().subject + ": " + entry.error().detail;
}

}  // namespace

TEST(Catalogue, EmbeddedCatalogueIsReadWithoutError) {
  const auto catalogue = loadCatalogue();
  ASSERT_TRUE(catalogue.has_value()) << catalogue.error().subject << " " << catalogue.error().detail;
  EXPECT_GE(catalogue->entries.size(), 30U);
  for (const char* hazard : {"fire_risk_zone", "geohazard_point", "catchment", "fault"}) {
    const CatalogueEntry* entry = catalogue->find(hazard);
    ASSERT_NE(entry, nullptr) << hazard;
    EXPECT_TRUE(entry->visible) << hazard << " must be on from the start";
  }
  EXPECT_EQ(catalogue->find("nothing"), nullptr);
}

TEST(Catalogue, EveryFeatureTableHasALayerAndEveryColumnNamedExists) {
  const auto catalogue = loadCatalogue();
  ASSERT_TRUE(catalogue.has_value());
  const Schema schema = readSchema();
  ASSERT_GE(schema.feature_tables.size(), 25U);
  std::set<std::string> drawn;
  for (const CatalogueEntry& entry : catalogue->entries) {
    drawn.insert(entry.table);
    ASSERT_TRUE(schema.columns.count(entry.table)) << entry.id;
    const auto& columns = schema.columns.at(entry.table);
    for (const std::string& attribute : entry.attributes()) EXPECT_THAT(columns, Contains(attribute)) << entry.id;
    for (const InspectorField& field : entry.fields) {
      EXPECT_THAT(columns, Contains(field.column)) << entry.id;
      if (!field.code_table.empty()) {
        EXPECT_TRUE(schema.columns.count(field.code_table)) << field.code_table;
      }
    }
    if (!entry.legend_code_table.empty()) {
      EXPECT_TRUE(schema.columns.count(entry.legend_code_table)) << entry.id;
    }
    for (const QString& text : {entry.feature_title.zh, entry.feature_title.en, entry.sentence.zh, entry.sentence.en}) {
      static const std::regex braces("\\{(\\w+)(@(\\w+))?\\}");
      const std::string utf8 = text.toStdString();
      for (std::sregex_iterator i(utf8.begin(), utf8.end(), braces), end; i != end; ++i) {
        EXPECT_THAT(columns, Contains((*i)[1].str())) << entry.id << ": " << utf8;
        if ((*i)[3].matched) {
          EXPECT_TRUE(schema.columns.count((*i)[3].str())) << entry.id << ": " << utf8;
        }
      }
    }
  }
  drawn.insert("plot_object");  // drawn by layers/plotting, each object in its own look
  for (const std::string& table : schema.feature_tables) EXPECT_TRUE(drawn.count(table)) << table << " has no layer";
}

TEST(Catalogue, EveryNameIsThereInBothLanguages) {
  const auto catalogue = loadCatalogue();
  ASSERT_TRUE(catalogue.has_value());
  const auto both = [](const BilingualText& text, const std::string& where) {
    EXPECT_FALSE(text.zh.isEmpty()) << where;
    EXPECT_FALSE(text.en.isEmpty()) << where;
  };
  for (const CatalogueGroup& group : catalogue->groups) both(group.title, group.id);
  for (const CatalogueEntry& entry : catalogue->entries) {
    both(entry.title, entry.id);
    both(entry.feature_title, entry.id + " feature_title");
    for (const LegendClass& legend_class : entry.legend_classes) both(legend_class.name, entry.id);
    for (const InspectorField& field : entry.fields) both(field.label, entry.id + "." + field.column);
    EXPECT_EQ(entry.sentence.zh.isEmpty(), entry.sentence.en.isEmpty()) << entry.id;
  }
}

TEST(Catalogue, MistakesAreNamedByFileAndPath) {
  EXPECT_THAT(detailOf("{"), HasSubstr("x.json: /: expected JSON text"));
  const std::string start = R"({"id":"a","group":"fire","table":"t","title":{"zh":"甲","en":"A"},)";
  EXPECT_THAT(detailOf(R"({"id":"a","group":"fire","table":"t","title":"A","style":[]})"),
              HasSubstr("x.json: /title: expected {\"zh\""));
  EXPECT_THAT(detailOf(start + R"("style":[],"styles":[]})"), HasSubstr("/styles: expected one of: id, group"));
  EXPECT_THAT(detailOf(start + R"("style":[],"fields":[{"column":3,"label":{"zh":"a","en":"b"}}]})"),
              HasSubstr("/fields/0/column: expected a text"));
  EXPECT_THAT(detailOf(start + R"("style":[],"legend":{"classes":[{"when":{}}]}})"),
              HasSubstr("/legend/classes/0/name: expected"));
  EXPECT_THAT(detailOf(R"({"id":"a","group":"sky","table":"t","title":{"zh":"甲","en":"A"},"style":[]})"),
              HasSubstr("/group: expected base, fire"));
}

TEST(GenericEntry, IsTheSameForTheSameNameAndLabelsByName) {
  gis::FeatureColumns columns;
  columns.kind = gis::GeometryKind::kPoint;
  gis::AttributeColumn name;
  name.name = "NAME";
  columns.attributes.push_back(name);
  const CatalogueEntry entry = genericEntry("file1", "schools.shp", columns);
  ASSERT_TRUE(entry.style);
  EXPECT_EQ(entry.style->layers.size(), 2U);
  EXPECT_THAT(entry.attributes(), Contains(std::string("NAME")));
  EXPECT_EQ(entry.fields.size(), 1U);
  EXPECT_EQ(toColour(entry.style->layers[0].property(StyleProperty::kCircleColour).dark.evaluate({}), {}),
            toColour(genericEntry("x", "schools.shp", columns)
                         .style->layers[0]
                         .property(StyleProperty::kCircleColour)
                         .dark.evaluate({}),
                     {}));
}

TEST(IconSet, DrawsKnownIconsSharpAtAnySizeAndNothingForUnknownOnes) {
  const IconSet icons;
  const QImage small = icons.image("school", 18, 1, Qt::black), large = icons.image("school", 18, 2, Qt::black);
  EXPECT_EQ(small.width(), 18);
  EXPECT_EQ(large.width(), 36);
  EXPECT_TRUE(icons.image("no-such-icon", 18, 1, Qt::black).isNull());
  // "currentColor" takes the colour asked for.
  const QImage red = icons.image("geo-01", 48, 1, Qt::red), blue = icons.image("geo-01", 48, 1, Qt::blue);
  EXPECT_NE(red, blue);
}

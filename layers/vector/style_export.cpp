// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/vector/style_export.h"

#include <algorithm>

#include "gis/store/code_store.h"
#include "gis/store/feature_store.h"
#include "gis/store/layer_style_store.h"
#include "gis/store/workspace.h"
#include "layers/vector/qml_writer.h"
#include "layers/vector/sld_writer.h"
#include "layers/vector/style_rules.h"

namespace layers {

gis::Result<int> exportStyles(const Catalogue& catalogue, const gis::Database& db, const std::string& now_utc) {
  const auto tables = gis::FeatureStore(db).tables();
  if (!tables) return std::unexpected(tables.error());
  const auto codes = gis::CodeStore(db).all();
  if (!codes) return std::unexpected(codes.error());
  LookContext look;
  look.theme = Theme::kLight;
  struct Drawn {
    const gis::FeatureTable* table;
    std::vector<StyleRule> rules;
    QStringList zh, en;
  };
  std::vector<Drawn> drawn;
  for (const CatalogueEntry& entry : catalogue.entries) {
    const auto table = std::ranges::find(*tables, entry.table, &gis::FeatureTable::table);
    if (table == tables->end()) continue;
    auto one = std::ranges::find(drawn, &*table, &Drawn::table);
    if (one == drawn.end()) one = drawn.insert(one, {&*table, {}, {}, {}});
    const std::size_t below = one->rules.empty() ? 0 : one->rules.back().style_layer + 1;
    for (StyleRule& rule : rulesOf(entry, *codes, look)) {
      rule.style_layer += below;
      one->rules.push_back(std::move(rule));
    }
    one->zh << entry.title.zh;
    one->en << entry.title.en;
  }
  std::vector<gis::LayerStyle> styles;
  for (const Drawn& one : drawn) {
    gis::LayerStyle style;
    style.table = one.table->table;
    style.geometry_column = one.table->geometry_column;
    constexpr qsizetype kLongestName = 30;
    style.name = one.zh.join(u'、').left(kLongestName).toStdString();
    style.description = one.en.join(QStringLiteral(", ")).toStdString();
    style.qml = qmlOf(one.rules, one.table->kind).toStdString();
    style.sld =
        sldOf(QString::fromStdString(one.table->table), one.zh.join(u'、'), one.rules, one.table->kind).toStdString();
    styles.push_back(std::move(style));
  }
  if (auto written = gis::LayerStyleStore(db).replaceOurs(styles, now_utc); !written)
    return std::unexpected(written.error());
  return static_cast<int>(styles.size());
}

gis::Result<int> exportBuiltInStyles(const std::filesystem::path& workspace_folder, const gis::Clock* clock) {
  const auto catalogue = loadCatalogue();
  if (!catalogue) return std::unexpected(catalogue.error());
  const auto workspace = gis::Workspace::open(workspace_folder, gis::OpenMode::kReadWrite);
  if (!workspace) return std::unexpected(workspace.error());
  if (const auto& reason = workspace->readOnlyReason()) return std::unexpected(*reason);
  return exportStyles(*catalogue, workspace->db(),
                      clock ? gis::formatUtc(clock->nowUtcMs()) : workspace->facts().created_utc);
}

}  // namespace layers

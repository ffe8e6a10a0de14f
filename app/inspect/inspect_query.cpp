// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspect/inspect_query.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "gis/raster/raster_reader.h"
#include "gis/store/feature_store.h"

namespace app {

namespace {

constexpr std::size_t kMostCards = 30;
constexpr const char* kDivisionTable = "division";
// Bookkeeping columns that say nothing to an officer.
const std::set<std::string>& hiddenColumns() {
  static const std::set<std::string> names{"fid", "geom", "uuid", "created_utc", "changed_utc"};
  return names;
}

int kindRank(gis::GeometryKind kind) {
  switch (kind) {
    case gis::GeometryKind::kPoint:
      return 0;
    case gis::GeometryKind::kLine:
      return 1;
    case gis::GeometryKind::kPolygon:
      return 2;
    case gis::GeometryKind::kNone:
      break;
  }
  return 3;
}

gis::MapBox boxOf(const gis::MapColumns& columns, std::uint32_t feature) {
  gis::MapBox box;
  if (feature >= columns.featureCount()) return box;
  const std::uint32_t first = columns.part_start[columns.feature_start[feature]];
  const std::uint32_t end = columns.part_start[columns.feature_start[feature + 1]];
  for (std::uint32_t v = first; v < end; ++v) box.add(columns.at(v));
  return box;
}

// A row of a foreign file, out of the columns in memory.
std::vector<gis::FieldValue> rowOf(const gis::FeatureColumns& features, std::uint32_t feature) {
  std::vector<gis::FieldValue> row;
  for (const gis::AttributeColumn& column : features.attributes) {
    gis::FieldValue value{column.name, {}};
    switch (column.type) {
      case gis::AttributeType::kInteger:
        if (column.integers[feature] != gis::AttributeColumn::kNullInteger) value.value = column.integers[feature];
        break;
      case gis::AttributeType::kReal:
        if (column.reals[feature] == column.reals[feature]) value.value = column.reals[feature];
        break;
      case gis::AttributeType::kText:
        if (column.codes[feature] != gis::AttributeColumn::kNullCode)
          value.value = column.dictionary[column.codes[feature]];
        break;
    }
    row.push_back(std::move(value));
  }
  return row;
}

std::string textOf(const std::vector<gis::FieldValue>& row, const char* column) {
  for (const gis::FieldValue& value : row)
    if (value.column == column)
      if (const auto* text = std::get_if<std::string>(&value.value)) return *text;
  return {};
}

std::int64_t integerOf(const std::vector<gis::FieldValue>& row, const char* column) {
  for (const gis::FieldValue& value : row)
    if (value.column == column)
      if (const auto* integer = std::get_if<std::int64_t>(&value.value)) return *integer;
  return 0;
}

// A column that may hold what people call the thing: "NAME", "name_zh", "XZQMC", "道路名称".
bool namesTheThing(const std::string& column) {
  const QString name = QString::fromStdString(column);
  return name.contains(QLatin1String("name"), Qt::CaseInsensitive) || name.contains(QStringLiteral("名")) ||
         name.endsWith(QLatin1String("mc"), Qt::CaseInsensitive) ||
         name.compare(QLatin1String("title"), Qt::CaseInsensitive) == 0;
}

layers::BilingualText nameIn(const std::vector<gis::FieldValue>& row) {
  for (const gis::FieldValue& value : row)
    if (const auto* text = std::get_if<std::string>(&value.value); text && namesTheThing(value.column))
      if (const QString name = QString::fromStdString(*text).trimmed(); !name.isEmpty()) return {name, name};
  return {};
}

void fillCard(InspectCard& card, const InspectRequest::Layer& layer, const std::vector<gis::FieldValue>& row,
              const gis::CodeLists& codes) {
  if (layer.entry && !layer.entry->fields.empty()) {
    card.title = filledText(layer.entry->feature_title, row, codes);
    card.sentence = filledText(layer.entry->sentence, row, codes);
    for (const layers::InspectorField& field : layer.entry->fields)
      for (const gis::FieldValue& value : row)
        if (value.column == field.column) {
          layers::BilingualText text = fieldText(field, value, codes);
          if (!text.zh.isEmpty()) card.fields.push_back({field.label, std::move(text)});
        }
  } else {
    for (const gis::FieldValue& value : row) {
      if (hiddenColumns().contains(value.column)) continue;
      layers::InspectorField field;
      field.column = value.column;
      layers::BilingualText text = fieldText(field, value, codes);
      if (text.zh.isEmpty()) continue;
      const QString name = QString::fromStdString(value.column);
      card.fields.push_back({{name, name}, std::move(text)});
    }
  }
  if (card.title.text(QStringLiteral("zh")).isEmpty() && layer.table.empty()) card.title = nameIn(row);
  if (card.title.text(QStringLiteral("zh")).isEmpty()) card.title = layer.title;
}

// Height of the cell at a place; none outside the model or when it cannot be read.
std::optional<double> elevationAt(const std::filesystem::path& dem, const std::string& map_crs, gis::MapXY where,
                                  std::vector<gis::Error>& errors) {
  const auto reader = gis::RasterReader::open(dem, map_crs);
  if (!reader) {
    errors.push_back(reader.error());
    return {};
  }
  const double half_m = std::max(reader->cellSizeM(), 0.01) / 2;
  const auto values =
      reader->readValues({where.x_m - half_m, where.y_m - half_m, where.x_m + half_m, where.y_m + half_m}, 1, 1);
  if (!values || values->values.empty() || !std::isfinite(values->values.front())) return {};
  return static_cast<double>(values->values.front());
}

struct Found {
  const InspectRequest::Layer* layer;
  layers::Hit hit;
};

}  // namespace

InspectRequest inspectRequest(const MapDocument& document, gis::MapXY where, double radius_m, double metres_per_px) {
  InspectRequest request;
  for (auto it = document.layers().rbegin(); it != document.layers().rend(); ++it)
    if (it->state && (it->visible || it->table == kDivisionTable))
      request.layers.push_back({it->id, it->title, it->state, it->entry, it->columns, it->table, it->visible});
  if (const auto& workspace = document.workspace()) {
    request.workspace_folder = workspace->folder;
    request.dem_file = workspace->dem_file;
    request.codes = workspace->codes;
  }
  request.map_crs = document.mapCrs();
  request.where = where;
  request.lon_lat = document.toLonLat(where);
  request.radius_m = radius_m;
  request.metres_per_px = metres_per_px;
  return request;
}

InspectAnswer inspect(const InspectRequest& request, const gis::CancelToken& cancel) {
  InspectAnswer answer{request.where, request.lon_lat, {}, {}, {}, {}, 0, {}};
  std::optional<gis::Workspace> workspace;
  if (!request.workspace_folder.empty()) {
    auto opened = gis::Workspace::open(request.workspace_folder, gis::OpenMode::kRead);
    if (opened) {
      workspace.emplace(std::move(*opened));
    } else {
      answer.errors.push_back(std::move(opened.error()));
    }
  }

  if (request.dem_file)
    answer.elevation_m = elevationAt(*request.dem_file, request.map_crs, request.where, answer.errors);

  std::vector<Found> found;
  std::set<std::int64_t> divisions;
  for (const InspectRequest::Layer& layer : request.layers) {
    if (cancel.cancelled()) return answer;
    if (layer.table == kDivisionTable) {
      // Divisions make the chain at the top, whether their lines are shown or not.
      if (layer.columns && layer.columns->kind == gis::GeometryKind::kPolygon && layer.columns->features)
        for (const gis::NearFeature& near : gis::findNear(*layer.columns, request.where, 0))
          divisions.insert(layer.columns->features->fid[near.feature]);
      continue;
    }
    if (!layer.visible || !layer.state->visibleAt(request.metres_per_px)) continue;
    for (layers::Hit& hit : layer.state->identify(request.where, request.radius_m, request.metres_per_px)) {
      hit.layer_id = layer.id.toStdString();
      found.push_back({&layer, std::move(hit)});
    }
  }
  // A sign that waits for somebody comes before what it stands on.
  const auto rank = [](const Found& f) { return f.layer->columns ? kindRank(f.layer->columns->kind) : -1; };
  std::stable_sort(found.begin(), found.end(), [&](const Found& a, const Found& b) {
    return std::pair(rank(a), a.hit.distance_m) < std::pair(rank(b), b.hit.distance_m);
  });
  if (found.size() > kMostCards) {
    answer.left_out = found.size() - kMostCards;
    found.resize(kMostCards);
  }

  for (const Found& f : found) {
    if (cancel.cancelled()) return answer;
    InspectCard card;
    card.hit = f.hit;
    card.layer_title = f.layer->title;
    if (f.layer->columns) {
      card.kind = f.layer->columns->kind;
      card.box = boxOf(*f.layer->columns, f.hit.feature);
    }
    if (!f.layer->table.empty() && workspace) {
      const auto row = gis::FeatureStore(workspace->db()).row(f.layer->table, f.hit.fid);
      if (row) {
        fillCard(card, *f.layer, *row, request.codes);
      } else {
        answer.errors.push_back(row.error());
        card.title = f.layer->title;
      }
    } else if (f.layer->columns && f.layer->columns->features &&
               f.hit.feature < f.layer->columns->features->featureCount()) {
      fillCard(card, *f.layer, rowOf(*f.layer->columns->features, f.hit.feature), request.codes);
    } else {
      card.title = f.layer->title;
      card.sentence = f.layer->state->sentence(f.hit);
    }
    answer.cards.push_back(std::move(card));
  }

  if (workspace) {
    std::vector<std::pair<std::int64_t, QString>> chain;
    std::int64_t deepest = 0;
    for (const std::int64_t fid : divisions) {
      const auto row = gis::FeatureStore(workspace->db()).row(kDivisionTable, fid);
      if (!row) continue;
      const std::int64_t level = integerOf(*row, "level");
      chain.emplace_back(level, QString::fromStdString(textOf(*row, "name")));
      if (level >= deepest) deepest = level, answer.division_code = textOf(*row, "code");
    }
    std::sort(chain.begin(), chain.end());
    for (const auto& [level, name] : chain) answer.divisions.push_back(name);
  }
  return answer;
}

}  // namespace app

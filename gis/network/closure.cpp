// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/network/closure.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <unordered_map>
#include <unordered_set>

#include "gis/network/segment.h"

namespace gis {
namespace {

struct Span {
  double from = 2, to = -1;
  void add(double a, double b) { from = std::min(from, a), to = std::max(to, b); }
  bool empty() const { return from > to; }
};

// Distance from a place to a segment is convex along a line: the part within reach is one interval, found by halving
// on both sides of its nearest place.
Span withinReach(MapXY a, MapXY b, MapXY c, MapXY d, double reach_m) {
  const auto at = [&](double t) { return MapXY{a.x_m + t * (b.x_m - a.x_m), a.y_m + t * (b.y_m - a.y_m)}; };
  const auto dist_m = [&](double t) { return nearestOnSegment(c, d, at(t)).dist_m; };
  double low = 0, high = 1;
  for (int i = 0; i < 60; ++i) {
    const double p = low + (high - low) / 3, q = high - (high - low) / 3;
    if (dist_m(p) <= dist_m(q))
      high = q;
    else
      low = p;
  }
  double best = (low + high) / 2;
  for (const double end : {0.0, 1.0})
    if (dist_m(end) <= dist_m(best)) best = end;
  Span span;
  if (dist_m(best) > reach_m) return span;
  const auto edge = [&](double inside, double outside) {
    if (dist_m(outside) <= reach_m) return outside;
    for (int i = 0; i < 40; ++i) {
      const double middle = (inside + outside) / 2;
      (dist_m(middle) <= reach_m ? inside : outside) = middle;
    }
    return inside;
  };
  span.add(edge(best, 0), edge(best, 1));
  return span;
}

bool inside(const std::vector<std::vector<MapXY>>& rings, MapXY p) {
  bool in = false;
  for (const auto& ring : rings)
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
      if ((ring[i].y_m > p.y_m) != (ring[j].y_m > p.y_m) &&
          p.x_m < (ring[j].x_m - ring[i].x_m) * (p.y_m - ring[i].y_m) / (ring[j].y_m - ring[i].y_m) + ring[i].x_m)
        in = !in;
  return in;
}

Span insidePolygon(MapXY a, MapXY b, const std::vector<std::vector<MapXY>>& rings) {
  std::vector<double> at{0, 1};
  for (const auto& ring : rings)
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
      if (const auto crossing = properCrossing(a, b, ring[j], ring[i])) at.push_back(crossing->t);
  std::ranges::sort(at);
  Span span;
  for (std::size_t i = 0; i + 1 < at.size(); ++i) {
    const double t = (at[i] + at[i + 1]) / 2;
    if (inside(rings, {a.x_m + t * (b.x_m - a.x_m), a.y_m + t * (b.y_m - a.y_m)})) span.add(at[i], at[i + 1]);
  }
  return span;
}

Span closedOf(MapXY a, MapXY b, const Closure& closure) {
  if (closure.kind == GeometryKind::kPolygon) return insidePolygon(a, b, closure.parts);
  Span span;
  for (const auto& part : closure.parts)
    for (std::size_t i = 0; i + (part.size() > 1 ? 1 : 0) < part.size(); ++i) {
      const Span one = withinReach(a, b, part[i], part[std::min(i + 1, part.size() - 1)], closure.reach_m);
      if (!one.empty()) span.add(one.from, one.to);
    }
  return span;
}

// The closed part of a whole edge.
Span closedOfEdge(const RoadGraph& graph, std::uint32_t e, const Closure& closure) {
  double total_m = 0;
  const std::uint32_t first = graph.edges[e].first_vertex, end = graph.endVertex(e);
  for (std::uint32_t v = first; v + 1 < end; ++v) total_m += std::sqrt(squaredM(graph.at(v), graph.at(v + 1)));
  Span span;
  double before_m = 0;
  for (std::uint32_t v = first; v + 1 < end; ++v) {
    const double length_m = std::sqrt(squaredM(graph.at(v), graph.at(v + 1)));
    const Span one = closedOf(graph.at(v), graph.at(v + 1), closure);
    if (!one.empty() && total_m > 0)
      span.add((before_m + one.from * length_m) / total_m, (before_m + one.to * length_m) / total_m);
    before_m += length_m;
  }
  return span;
}

using Json = nlohmann::json;

class GeoJsonClosures {
 public:
  GeoJsonClosures(const std::string& file, const Projector& to_map) : m_file(file), m_to_map(to_map) {}
  Result<std::vector<Closure>> run(const Json& json) {
    if (auto read = node(json, 10, 0); !read) return std::unexpected(std::move(read.error()));
    return std::move(m_closures);
  }

 private:
  std::unexpected<Error> wrong(const char* what) const { return fail(ErrorCode::kDamagedFile, m_file, what); }

  Result<void> node(const Json& json, double reach_m, int depth) {
    if (depth > 8 || !json.is_object() || !json.contains("type") || !json["type"].is_string())
      return wrong("a GeoJSON object with a type expected");
    const std::string type = json["type"];
    const auto each = [&](const char* key) -> Result<void> {
      if (!json.contains(key) || !json[key].is_array()) return wrong("an array of features expected");
      for (const Json& one : json[key])
        if (auto read = node(one, reach_m, depth + 1); !read) return read;
      return {};
    };
    if (type == "FeatureCollection") return each("features");
    if (type == "GeometryCollection") return each("geometries");
    if (type == "Feature") {
      if (json.contains("properties") && json["properties"].is_object() && json["properties"].contains("reach_m")) {
        const Json& reach = json["properties"]["reach_m"];
        if (!reach.is_number() || !(reach.get<double>() > 0 && reach.get<double>() <= 100000))
          return wrong("reach_m: above 0, at most 100000");
        reach_m = reach;
      }
      if (!json.contains("geometry") || json["geometry"].is_null()) return {};
      return node(json["geometry"], reach_m, depth + 1);
    }
    if (!json.contains("coordinates")) return wrong("coordinates are missing");
    const Json& c = json["coordinates"];
    if (type == "Point") return one(GeometryKind::kPoint, Json::array({Json::array({c})}), reach_m);
    if (type == "MultiPoint" || type == "LineString")
      return one(type == "LineString" ? GeometryKind::kLine : GeometryKind::kPoint, Json::array({c}), reach_m);
    if (type == "MultiLineString") return one(GeometryKind::kLine, c, reach_m);
    if (type == "Polygon") return one(GeometryKind::kPolygon, c, reach_m);
    if (type == "MultiPolygon") {
      if (!c.is_array()) return wrong("coordinates: an array expected");
      for (const Json& polygon : c)
        if (auto read = one(GeometryKind::kPolygon, polygon, reach_m); !read) return read;
      return {};
    }
    return wrong("a kind of geometry that cannot close roads");
  }

  Result<void> one(GeometryKind kind, const Json& parts, double reach_m) {
    Closure closure{kind, {}, reach_m};
    if (!parts.is_array()) return wrong("coordinates: an array expected");
    for (const Json& part : parts) {
      if (!part.is_array()) return wrong("coordinates: an array expected");
      std::vector<MapXY> line;
      for (const Json& p : part) {
        if (!p.is_array() || p.size() < 2 || !p[0].is_number() || !p[1].is_number())
          return wrong("coordinates: [longitude, latitude] expected");
        const double lon = p[0], lat = p[1];
        if (!(lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90))
          return fail(ErrorCode::kOutOfRange, m_file, p.dump());
        const auto at = m_to_map.forward({lon, lat});
        if (!at || !std::isfinite(at->x) || !std::isfinite(at->y))
          return fail(ErrorCode::kOutOfRange, m_file, p.dump());
        if (kind == GeometryKind::kPoint)
          closure.parts.push_back({MapXY{at->x, at->y}});
        else
          line.push_back({at->x, at->y});
      }
      const std::size_t least = kind == GeometryKind::kPolygon ? 3 : 2;
      if (kind == GeometryKind::kPoint) continue;
      if (line.size() < least) return wrong("too few vertices");
      closure.parts.push_back(std::move(line));
    }
    if (!closure.parts.empty()) m_closures.push_back(std::move(closure));
    return {};
  }

  const std::string& m_file;
  const Projector& m_to_map;
  std::vector<Closure> m_closures;
};

}  // namespace

std::vector<ClosedStretch> closedStretches(const RoadGraph& graph, const std::vector<Closure>& closures,
                                           const std::vector<ClosedRow>& rows) {
  std::unordered_map<std::uint32_t, Span> closed;
  for (const Closure& closure : closures) {
    MapBox box;
    for (const auto& part : closure.parts)
      for (const MapXY& p : part) box.add(p);
    if (box.empty()) continue;
    box = box.grown((closure.kind == GeometryKind::kPolygon ? 0 : closure.reach_m) + 0.1);
    const BoxF near{
        static_cast<float>(box.min_x_m - graph.origin.x_m), static_cast<float>(box.min_y_m - graph.origin.y_m),
        static_cast<float>(box.max_x_m - graph.origin.x_m), static_cast<float>(box.max_y_m - graph.origin.y_m)};
    graph.index.query(near, [&](std::uint32_t e) {
      const Span span = closedOfEdge(graph, e, closure);
      if (!span.empty()) closed[e].add(span.from, span.to);
    });
  }
  if (!rows.empty()) {
    std::unordered_set<std::int64_t> fids[2];
    for (const ClosedRow& row : rows) fids[static_cast<std::size_t>(row.source)].insert(row.fid);
    for (std::uint32_t e = 0; e < graph.edges.size(); ++e)
      if (fids[static_cast<std::size_t>(graph.edges[e].source)].contains(graph.edges[e].fid)) closed[e].add(0, 1);
  }
  std::vector<ClosedStretch> stretches;
  for (const auto& [edge, span] : closed) stretches.push_back({edge, span.from, span.to});
  std::ranges::sort(stretches, {}, &ClosedStretch::edge);
  return stretches;
}

Result<std::vector<Closure>> closuresFromGeoJson(std::string_view text, const std::string& file,
                                                 const Projector& to_map) {
  const Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) return fail(ErrorCode::kDamagedFile, file, "not JSON");
  return GeoJsonClosures(file, to_map).run(json);
}

}  // namespace gis

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/geometry_text.h"

#include <cctype>
#include <nlohmann/json.hpp>

#include "app/cli/input_text.h"
#include "app/cli/point_text.h"

namespace app {
namespace {

using Line = std::vector<gis::Projector::XY>;

std::unexpected<gis::Error> unreadable(std::string_view text, std::string why) {
  return gis::fail(gis::ErrorCode::kInvalidArgument, clipped(text), std::move(why));
}

// A line between fewer than two points and a ring with fewer than three corners have no length and no area to tell.
gis::Result<Shape> measurable(Shape shape, std::string_view text) {
  if (shape.kind == ShapeKind::kLine)
    for (const Line& line : shape.lines)
      if (line.size() < 2) return unreadable(text, "a line has at least two points");
  for (const auto& rings : shape.polygons)
    for (const Line& ring : rings) {
      const bool closed = ring.size() > 1 && ring.front().x == ring.back().x && ring.front().y == ring.back().y;
      if (ring.size() < (closed ? 4U : 3U)) return unreadable(text, "a ring with fewer than three corners");
    }
  return shape;
}

// A cursor over WKT. Nested lists are read to the depth that the geometry's kind asks for.
class WktCursor {
 public:
  explicit WktCursor(std::string_view text) : m_text(text) {}

  void skipBlanks() {
    while (m_at < m_text.size() && std::isspace(static_cast<unsigned char>(m_text[m_at])) != 0) ++m_at;
  }
  bool take(char c) {
    skipBlanks();
    if (m_at >= m_text.size() || m_text[m_at] != c) return false;
    ++m_at;
    return true;
  }
  std::string word() {
    skipBlanks();
    std::string word;
    while (m_at < m_text.size() && std::isalpha(static_cast<unsigned char>(m_text[m_at])) != 0)
      word += static_cast<char>(std::toupper(static_cast<unsigned char>(m_text[m_at++])));
    return word;
  }
  bool atEnd() {
    skipBlanks();
    return m_at >= m_text.size();
  }
  // "(x y, x y)"; single points of a MULTIPOINT may stand in brackets of their own.
  bool vertices(Line& line) {
    if (!take('(')) return false;
    do {
      const bool own_brackets = take('(');
      skipBlanks();
      const std::size_t end = m_text.find_first_of(",()", m_at);
      if (end == std::string_view::npos) return false;
      const auto numbers = readNumbers(m_text.substr(m_at, end - m_at));
      if (!numbers || numbers->size() < 2 || numbers->size() > 4) return false;
      line.push_back({(*numbers)[0], (*numbers)[1]});
      m_at = end;
      if (own_brackets && !take(')')) return false;
    } while (take(','));
    return take(')');
  }
  bool lines(std::vector<Line>& lines) {
    if (!take('(')) return false;
    do {
      if (!vertices(lines.emplace_back())) return false;
    } while (take(','));
    return take(')');
  }
  bool polygons(std::vector<std::vector<Line>>& polygons) {
    if (!take('(')) return false;
    do {
      if (!lines(polygons.emplace_back())) return false;
    } while (take(','));
    return take(')');
  }

 private:
  std::string_view m_text;
  std::size_t m_at = 0;
};

bool startsLikeWkt(std::string_view text) {
  return !text.empty() && std::isalpha(static_cast<unsigned char>(text.front())) != 0;
}

// --- GeoJSON -----------------------------------------------------------------------------------------------------

bool jsonLine(const nlohmann::json& json, Line& line) {
  if (!json.is_array() || json.empty()) return false;
  for (const nlohmann::json& point : json) {
    if (!point.is_array() || point.size() < 2 || !point[0].is_number() || !point[1].is_number()) return false;
    line.push_back({point[0].get<double>(), point[1].get<double>()});
  }
  return true;
}

bool jsonLines(const nlohmann::json& json, std::vector<Line>& lines) {
  if (!json.is_array() || json.empty()) return false;
  for (const nlohmann::json& item : json)
    if (!jsonLine(item, lines.emplace_back())) return false;
  return true;
}

// Empty when it has none or one that is no text.
std::string typeOf(const nlohmann::json& json) {
  const auto type = json.is_object() ? json.find("type") : json.end();
  return json.is_object() && type != json.end() && type->is_string() ? type->get<std::string>() : std::string();
}

gis::Result<Shape> jsonShape(const nlohmann::json& geometry) {
  const std::string type = typeOf(geometry);
  if (type.empty())
    return unreadable(geometry.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace),
                      "a GeoJSON geometry is expected");
  const nlohmann::json coordinates = geometry.value("coordinates", nlohmann::json());
  Shape shape;
  bool good = true;
  if (type == "Point" || type == "MultiPoint") {
    shape.kind = ShapeKind::kPoint;
    good = jsonLine(type == "Point" ? nlohmann::json::array({coordinates}) : coordinates, shape.lines.emplace_back());
  } else if (type == "LineString") {
    good = jsonLine(coordinates, shape.lines.emplace_back());
  } else if (type == "MultiLineString") {
    good = jsonLines(coordinates, shape.lines);
  } else if (type == "Polygon") {
    shape.kind = ShapeKind::kPolygon;
    good = jsonLines(coordinates, shape.polygons.emplace_back());
  } else if (type == "MultiPolygon") {
    shape.kind = ShapeKind::kPolygon;
    good = coordinates.is_array() && !coordinates.empty();
    if (good)
      for (const nlohmann::json& polygon : coordinates)
        good = good && jsonLines(polygon, shape.polygons.emplace_back());
  } else {
    return unreadable(type, "this kind of geometry cannot be measured");
  }
  if (!good) return unreadable(type, "the coordinates do not fit the type");
  return measurable(std::move(shape), type);
}

void addJson(const nlohmann::json& json, int& number, std::vector<ShapeLine>& shapes) {
  const std::string type = typeOf(json);
  const auto each = [&](const char* key) {
    const auto items = json.find(key);
    if (items != json.end() && items->is_array())
      for (const nlohmann::json& item : *items) addJson(item, number, shapes);
  };
  if (type == "FeatureCollection") return each("features");
  if (type == "GeometryCollection") return each("geometries");
  if (json.is_array() && !json.empty() && json[0].is_object()) {
    for (const nlohmann::json& item : json) addJson(item, number, shapes);
    return;
  }
  if (json.is_array() && !json.empty()) {  // a bare list of positions is a line
    shapes.push_back({++number, jsonShape({{"type", "LineString"}, {"coordinates", json}})});
    return;
  }
  shapes.push_back({++number, jsonShape(type == "Feature" ? json.value("geometry", nlohmann::json()) : json)});
}

gis::Result<Shape> parseLine(std::string_view line) {
  return startsLikeWkt(line) ? parseWkt(line) : parseVertexList(line);
}

}  // namespace

gis::Result<Shape> parseWkt(std::string_view text) {
  std::string_view body = trimmed(text);
  if (body.starts_with("SRID=") || body.starts_with("srid="))
    body.remove_prefix(std::min(body.find(';'), body.size() - 1) + 1);
  WktCursor cursor(body);
  std::string kind = cursor.word();
  for (const std::string_view dimension : {"ZM", "Z", "M"})  // LINESTRINGZ as some programs write it
    if (kind.size() > 5 && kind.ends_with(dimension)) {
      kind.resize(kind.size() - dimension.size());
      break;
    }
  const WktCursor before = cursor;
  const std::string dimension = cursor.word();
  if (dimension == "EMPTY") return unreadable(text, "the geometry is empty");
  if (dimension != "Z" && dimension != "M" && dimension != "ZM") cursor = before;

  Shape shape;
  bool good = false;
  if (kind == "POINT" || kind == "MULTIPOINT") {
    shape.kind = ShapeKind::kPoint;
    good = cursor.vertices(shape.lines.emplace_back());
  } else if (kind == "LINESTRING") {
    good = cursor.vertices(shape.lines.emplace_back());
  } else if (kind == "MULTILINESTRING") {
    good = cursor.lines(shape.lines);
  } else if (kind == "POLYGON") {
    shape.kind = ShapeKind::kPolygon;
    good = cursor.lines(shape.polygons.emplace_back());
  } else if (kind == "MULTIPOLYGON") {
    shape.kind = ShapeKind::kPolygon;
    good = cursor.polygons(shape.polygons);
  } else {
    return unreadable(text, "\"" + clipped(kind) + "\" is no kind of geometry that can be measured");
  }
  if (!good || !cursor.atEnd())
    return unreadable(text, "the WKT does not end well or holds something that is no number");
  return measurable(std::move(shape), text);
}

gis::Result<Shape> parseVertexList(std::string_view text) {
  Line line;
  std::size_t at = 0;
  const char separator = text.find(',') != std::string_view::npos ? ',' : ';';
  while (at <= text.size()) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    const std::string_view part = trimmed(text.substr(at, end - at));
    at = end + 1;
    if (part.empty() && at > text.size()) break;  // a separator at the end
    const auto numbers = readNumbers(part);
    if (!numbers) return std::unexpected(numbers.error());
    if (numbers->size() != 2) return unreadable(text, "\"lon lat, lon lat, ...\" is expected");
    line.push_back({(*numbers)[0], (*numbers)[1]});
  }
  if (line.size() < 2) return unreadable(text, "a line has at least two points");
  Shape shape;
  const bool closed = line.size() >= 4 && line.front().x == line.back().x && line.front().y == line.back().y;
  shape.kind = closed ? ShapeKind::kPolygon : ShapeKind::kLine;
  if (closed)
    shape.polygons.push_back({std::move(line)});
  else
    shape.lines.push_back(std::move(line));
  return shape;
}

std::vector<ShapeLine> readShapes(std::istream& in) {
  const std::string all = readInput(in);
  std::vector<ShapeLine> shapes;
  const std::string_view body = trimmed(all);
  if (body.starts_with('{') || body.starts_with('[')) {
    const nlohmann::json document = parseJson(body);
    int number = 0;
    if (!document.is_discarded()) {
      addJson(document, number, shapes);
      return shapes;
    }
  }
  int number = 0;
  std::size_t at = 0;
  while (at < all.size()) {
    const std::size_t end = std::min(all.find('\n', at), all.size());
    const std::string_view line = trimmed(std::string_view(all).substr(at, end - at));
    at = end + 1;
    ++number;
    if (line.empty() || line.starts_with('#')) continue;
    if (line.starts_with('{') || line.starts_with('[')) {
      const nlohmann::json document = parseJson(line);
      int ignored = 0;
      const std::size_t first = shapes.size();
      if (document.is_discarded())
        shapes.push_back({number, unreadable(line, "this is no complete JSON document")});
      else
        addJson(document, ignored, shapes);
      for (std::size_t i = first; i < shapes.size(); ++i) shapes[i].line = number;
      continue;
    }
    shapes.push_back({number, parseLine(line)});
  }
  return shapes;
}

}  // namespace app

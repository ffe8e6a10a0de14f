// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/vector/label_lines.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <unordered_map>

namespace layers {
namespace {

// The end of a part: a name and a place that has to agree to the bit, as it does where pieces of one line meet.
struct End {
  std::uint32_t name;
  std::uint64_t place;
  friend bool operator==(const End&, const End&) = default;
};
struct EndHash {
  std::size_t operator()(const End& end) const {
    std::uint64_t h = end.place * 0x9e3779b97f4a7c15ULL + end.name;
    h ^= h >> 29;
    return static_cast<std::size_t>(h * 0xff51afd7ed558ccdULL);
  }
};

// The parts that end at a place; more than two only need to be counted.
struct Meeting {
  std::uint32_t parts[2] = {0, 0};
  std::uint32_t count = 0;
};

double distance(gis::MapXY a, gis::MapXY b) { return std::hypot(b.x_m - a.x_m, b.y_m - a.y_m); }

// A polyline measured from its start.
class Measured {
 public:
  explicit Measured(std::vector<gis::MapXY> points) : m_points(std::move(points)) {
    m_along_m.reserve(m_points.size());
    m_along_m.push_back(0);
    for (std::size_t i = 1; i < m_points.size(); ++i)
      m_along_m.push_back(m_along_m.back() + distance(m_points[i - 1], m_points[i]));
  }
  double length() const { return m_along_m.back(); }
  gis::MapXY at(double along_m) const {
    const auto next = std::upper_bound(m_along_m.begin(), m_along_m.end(), along_m);
    if (next == m_along_m.begin()) return m_points.front();
    if (next == m_along_m.end()) return m_points.back();
    const auto i = static_cast<std::size_t>(next - m_along_m.begin());
    const double part = (along_m - m_along_m[i - 1]) / (m_along_m[i] - m_along_m[i - 1]);
    const gis::MapXY a = m_points[i - 1], b = m_points[i];
    return {a.x_m + (b.x_m - a.x_m) * part, a.y_m + (b.y_m - a.y_m) * part};
  }

 private:
  std::vector<gis::MapXY> m_points;
  std::vector<double> m_along_m;
};

// The stretch from..to in steps of half a letter, each point the mean of its neighbourhood: letters follow the course
// of a line, not its every bend.
std::vector<gis::MapXY> smoothed(const Measured& line, double from_m, double to_m, double step_m) {
  constexpr int kReach = 3;
  std::vector<gis::MapXY> path;
  const int steps = std::clamp(static_cast<int>(std::ceil((to_m - from_m) / step_m)), 1, 400);
  for (int i = 0; i <= steps; ++i) {
    const double at_m = from_m + (to_m - from_m) * i / steps;
    gis::MapXY sum{0, 0};
    int count = 0;
    for (int k = -kReach; k <= kReach; ++k) {
      const gis::MapXY p = line.at(std::clamp(at_m + k * step_m, 0.0, line.length()));
      sum.x_m += p.x_m, sum.y_m += p.y_m;
      ++count;
    }
    path.push_back({sum.x_m / count, sum.y_m / count});
  }
  return path;
}

}  // namespace

LabelLines::LabelLines(std::shared_ptr<const gis::MapColumns> columns, std::span<const std::uint32_t> name_of)
    : m_columns(std::move(columns)) {
  if (m_columns->kind == gis::GeometryKind::kLine && name_of.size() == m_columns->featureCount()) join(name_of);
}

void LabelLines::join(std::span<const std::uint32_t> name_of) {
  const gis::MapColumns& c = *m_columns;
  const std::size_t parts = c.part_start.empty() ? 0 : c.part_start.size() - 1;
  std::vector<std::uint32_t> feature_of(parts, 0);
  for (std::uint32_t feature = 0; feature < c.featureCount(); ++feature)
    for (std::uint32_t part = c.feature_start[feature]; part < c.feature_start[feature + 1]; ++part)
      feature_of[part] = feature;
  const auto usable = [&](std::uint32_t part) {
    return name_of[feature_of[part]] != kNameless && c.part_start[part + 1] - c.part_start[part] >= 2;
  };
  const auto endOf = [&](std::uint32_t part, bool last) {
    const std::size_t v = last ? c.part_start[part + 1] - 1 : c.part_start[part];
    const std::uint64_t x = std::bit_cast<std::uint32_t>(c.xy_m[v * 2]),
                        y = std::bit_cast<std::uint32_t>(c.xy_m[v * 2 + 1]);
    return End{name_of[feature_of[part]], x << 32 | y};
  };
  std::unordered_map<End, Meeting, EndHash> meetings;
  meetings.reserve(parts);
  for (std::uint32_t part = 0; part < parts; ++part) {
    if (!usable(part)) continue;
    for (const bool last : {false, true}) {
      Meeting& meeting = meetings[endOf(part, last)];
      if (meeting.count < 2) meeting.parts[meeting.count] = part;
      ++meeting.count;
    }
  }
  std::vector<bool> used(parts, false);
  // From one end of a part to the part that continues it, if exactly one other does.
  const auto next = [&](const Piece& at) -> std::optional<Piece> {
    const Meeting& meeting = meetings.at(endOf(at.part, !at.reversed));
    if (meeting.count != 2) return std::nullopt;
    const std::uint32_t other = meeting.parts[0] == at.part ? meeting.parts[1] : meeting.parts[0];
    if (used[other]) return std::nullopt;
    return Piece{other, endOf(other, false) != endOf(at.part, !at.reversed)};
  };
  std::vector<gis::BoxF> boxes;
  std::vector<Piece> chain;
  for (std::uint32_t part = 0; part < parts; ++part) {
    if (used[part] || !usable(part)) continue;
    // Back to the line's start, then forward through all of it.
    chain.assign(1, {part, true});
    used[part] = true;
    while (const auto before = next(chain.back())) chain.push_back(*before), used[before->part] = true;
    std::reverse(chain.begin(), chain.end());
    for (Piece& piece : chain) piece.reversed = !piece.reversed;
    while (const auto after = next(chain.back())) chain.push_back(*after), used[after->part] = true;
    Line line;
    line.first_piece = static_cast<std::uint32_t>(m_pieces.size());
    m_pieces.insert(m_pieces.end(), chain.begin(), chain.end());
    line.end_piece = static_cast<std::uint32_t>(m_pieces.size());
    line.feature = feature_of[part];
    gis::BoxF box = c.index.box(feature_of[chain.front().part]);
    for (const Piece& piece : chain) {
      const gis::BoxF& b = c.index.box(feature_of[piece.part]);
      box = {std::min(box.min_x_m, b.min_x_m), std::min(box.min_y_m, b.min_y_m), std::max(box.max_x_m, b.max_x_m),
             std::max(box.max_y_m, b.max_y_m)};
      for (std::uint32_t v = c.part_start[piece.part] + 1; v < c.part_start[piece.part + 1]; ++v)
        line.length_m += distance(c.at(v - 1), c.at(v));
    }
    if (!std::isfinite(line.length_m)) continue;
    m_lines.push_back(line);
    boxes.push_back(box);
  }
  m_index = gis::BoxTree(boxes);
}

std::vector<std::uint32_t> LabelLines::linesIn(const MapView& view) const {
  std::vector<std::uint32_t> lines;
  if (m_lines.empty()) return lines;
  const gis::MapBox box = view.box();
  const auto f = [](double at_m) { return static_cast<float>(at_m); };
  m_index.query({f(box.min_x_m - m_columns->origin.x_m), f(box.min_y_m - m_columns->origin.y_m),
                 f(box.max_x_m - m_columns->origin.x_m), f(box.max_y_m - m_columns->origin.y_m)},
                lines);
  // Nothing shorter than two letters of the smallest type can carry a name.
  constexpr double kShortestPx = 16;
  std::erase_if(lines, [&](std::uint32_t line) { return m_lines[line].length_m < kShortestPx * view.metres_per_px; });
  return lines;
}

std::vector<gis::MapXY> LabelLines::verticesOf(const Line& line) const {
  std::vector<gis::MapXY> vertices;
  for (std::uint32_t i = line.first_piece; i < line.end_piece; ++i) {
    const Piece& piece = m_pieces[i];
    const std::uint32_t first = m_columns->part_start[piece.part], end = m_columns->part_start[piece.part + 1];
    for (std::uint32_t k = 0; k < end - first; ++k) {
      const gis::MapXY p = m_columns->at(piece.reversed ? end - 1 - k : first + k);
      if (vertices.empty() || vertices.back().x_m != p.x_m || vertices.back().y_m != p.y_m) vertices.push_back(p);
    }
  }
  return vertices;
}

void LabelLines::addPlaces(std::uint32_t index, const Wish& wish, const MapView& view,
                           std::vector<LineNamePlace>& found) const {
  const Line& line = m_lines[index];
  const double px_m = view.metres_per_px;
  const double text_m = wish.text_px * px_m;
  if (!(text_m > 0) || line.length_m < text_m) return;
  const Measured measured(verticesOf(line));
  const double length_m = measured.length(), letter_m = wish.letter_px * px_m;
  // Steps grow by doubling: between two doublings a zoom leaves names where they are.
  const double spacing_m = std::exp2(std::ceil(std::log2(std::max(wish.spacing_px * px_m, text_m * 1.5))));
  const int count = std::max(1, static_cast<int>(std::floor(length_m / spacing_m)));
  const double half_m = text_m / 2 + letter_m;
  const gis::MapBox box = view.box();
  // A sharp bend at the best place must not leave a line without a name: two more places each way.
  for (int i = 0; i < count; ++i)
    for (const double shift : {0.0, -0.12, 0.12, -0.24, 0.24}) {
      const double middle_m = length_m * (i + 0.5 + shift) / count;
      const double from_m = std::max(0.0, middle_m - half_m), to_m = std::min(length_m, middle_m + half_m);
      if (to_m - from_m < text_m) continue;
      LineNamePlace place;
      place.feature = line.feature;
      place.where = measured.at(middle_m);
      if (!box.contains(place.where)) continue;
      place.path = smoothed(measured, from_m, to_m, letter_m / 2);
      found.push_back(std::move(place));
      if (shift == 0 && length_m < text_m * 1.6) break;  // no room to move
    }
}

}  // namespace layers

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/writer.h"

#include "demoFacts.h"

namespace gis::demo {

std::string_view factText(std::string_view name) {
  for (const EmbeddedFile& file : demoFacts())
    if (file.name == name) return file.text();
  return {};
}

std::vector<std::map<std::string, std::string>> csvRows(std::string_view text) {
  std::vector<std::map<std::string, std::string>> rows;
  std::vector<std::string> header, fields(1);
  bool quoted = false;
  const auto endLine = [&] {
    const bool empty = fields.size() == 1 && fields[0].empty();
    if (!empty && fields[0].starts_with('#')) {
      // a remark
    } else if (!empty && header.empty()) {
      header = fields;
    } else if (!empty) {
      auto& row = rows.emplace_back();
      for (std::size_t i = 0; i < header.size(); ++i) row[header[i]] = i < fields.size() ? fields[i] : std::string();
    }
    fields.assign(1, {});
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c == '"' && i + 1 < text.size() && text[i + 1] == '"')
        fields.back() += '"', ++i;
      else if (c == '"')
        quoted = false;
      else
        fields.back() += c;
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',') {
      fields.emplace_back();
    } else if (c == '\n') {
      endLine();
    } else if (c != '\r') {
      fields.back() += c;
    }
  }
  endLine();
  return rows;
}

void Shapes::addPart(std::span<const MapXY> part) {
  for (const MapXY& p : part) {
    m_xy.push_back(p.x_m);
    m_xy.push_back(p.y_m);
  }
  if (m_kind == GeometryKind::kPolygon && part.size() > 1 && part.front() != part.back()) {
    m_xy.push_back(part.front().x_m);
    m_xy.push_back(part.front().y_m);
  }
  m_part_start.push_back(static_cast<std::uint32_t>(m_xy.size() / 2));
}

void Shapes::addPoint(MapXY p) {
  m_feature_part.push_back(static_cast<std::uint32_t>(m_part_start.size() - 1));
  addPart(std::span(&p, 1));
}

void Shapes::addLine(std::span<const MapXY> line) {
  m_feature_part.push_back(static_cast<std::uint32_t>(m_part_start.size() - 1));
  addPart(line);
}

void Shapes::addPolygon(std::span<const MapXY> ring) { addLine(ring); }

void Shapes::addPolygon(const std::vector<Ring>& rings) {
  m_feature_part.push_back(static_cast<std::uint32_t>(m_part_start.size() - 1));
  for (const Ring& ring : rings) addPart(ring);
}

void Shapes::project(const Projector& to_degrees) { to_degrees.forwardAll(m_xy); }

GeometryView Shapes::view(std::size_t feature) const {
  const std::size_t part = m_feature_part[feature];
  const std::size_t end = feature + 1 < m_feature_part.size() ? m_feature_part[feature + 1] : m_part_start.size() - 1;
  const std::uint32_t first = m_part_start[part];
  return {m_kind, std::span(m_xy).subspan(2 * std::size_t{first}, 2 * std::size_t{m_part_start[end] - first}),
          std::span(m_part_start).subspan(part, end - part + 1), first};
}

LonLat Shapes::firstVertex(std::size_t feature) const {
  const std::size_t at = 2 * std::size_t{m_part_start[m_feature_part[feature]]};
  return {m_xy[at], m_xy[at + 1]};
}

void Row::clear() {
  m_values.clear();
  m_used = 0;
  source = kSynthetic;
  uuid.clear();
}

void Row::addText(std::string_view text) {
  std::string& kept = m_kept.at(m_used++);
  kept.assign(text);
  m_values.emplace_back(std::string_view(kept));
}

DemoWriter::DemoWriter(const Database& db, std::shared_ptr<const Clock> clock, std::uint64_t seed, Projector projector,
                       CancelToken cancel)
    : m_db(&db),
      m_clock(clock),
      m_uuids(clock, seed),
      m_projector(std::move(projector)),
      m_cancel(std::move(cancel)),
      m_now_utc(formatUtc(clock->nowUtcMs())) {}

Result<DemoWriter> DemoWriter::create(const Database& db, std::shared_ptr<const Clock> clock, std::uint64_t seed,
                                      const std::string& map_crs, CancelToken cancel) {
  auto projector = Projector::create(map_crs, "EPSG:4490");
  if (!projector) return std::unexpected(std::move(projector.error()).via("demo"));
  return DemoWriter(db, std::move(clock), seed, std::move(*projector), std::move(cancel));
}

LonLat DemoWriter::degreesOf(MapXY p) const {
  const auto at = m_projector.forward({p.x_m, p.y_m});
  return at ? LonLat{at->x, at->y} : LonLat{};
}

MapXY DemoWriter::metresOf(LonLat p) const {
  const auto at = m_projector.inverse({p.lon_deg, p.lat_deg});
  return at ? MapXY{at->x, at->y} : MapXY{};
}

Result<void> DemoWriter::fill(const std::string& table, std::vector<std::string> columns, std::size_t count,
                              Shapes* shapes, const std::function<void(std::size_t, Row&)>& row) {
  if (m_cancel.cancelled()) return fail(ErrorCode::kCancelled, table);
  for (const char* common : {"uuid", "created_utc", "changed_utc", "source"}) columns.emplace_back(common);
  auto writer = TableWriter::open(*m_db, table, columns, *m_clock);
  if (!writer) return std::unexpected(std::move(writer.error()).via("demo"));
  if (shapes) shapes->project(m_projector);
  Row values;
  for (std::size_t i = 0; i < count; ++i) {
    if ((i & 1023) == 0 && m_cancel.cancelled()) return fail(ErrorCode::kCancelled, table);
    values.clear();
    row(i, values);
    if (values.uuid.empty()) values.uuid = m_uuids.next();
    values.m_values.emplace_back(std::string_view(values.uuid));
    values.m_values.emplace_back(std::string_view(m_now_utc));
    values.m_values.emplace_back(std::string_view(m_now_utc));
    values.m_values.emplace_back(values.source);
    const auto written = shapes ? writer->append(shapes->view(i), values.m_values) : writer->append(values.m_values);
    if (!written) return std::unexpected(Error(written.error()).via("demo table " + table));
  }
  const auto finished = writer->finish();
  if (!finished) return std::unexpected(Error(finished.error()).via("demo table " + table));
  m_rows[table] += *finished;
  if (shapes) m_features += *finished;
  return {};
}

}  // namespace gis::demo

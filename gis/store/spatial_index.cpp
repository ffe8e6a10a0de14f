// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/spatial_index.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "gis/store/geopackage_blob.h"
#include "gis/store/guarded.h"
#include "gis/store/raw_statement.h"

namespace gis {
namespace {

// Nodes are filled to nine tenths, so that the first edits do not split them.
constexpr std::size_t kCellBytes = 24;
constexpr std::size_t kNodeHeadBytes = 4;

// Position along the Hilbert curve of order 16 (Warren, Hacker's Delight, 2nd ed., section 16-2).
std::uint32_t hilbert(std::uint32_t x, std::uint32_t y) {
  std::uint32_t d = 0;
  for (std::uint32_t s = 0x8000; s > 0; s >>= 1) {
    const std::uint32_t rx = (x & s) ? 1 : 0;
    const std::uint32_t ry = (y & s) ? 1 : 0;
    d = d << 2 | ((3 * rx) ^ ry);
    if (ry == 0) {
      if (rx == 1) x = ~x, y = ~y;
      std::swap(x, y);
    }
  }
  return d;
}

// The tree stores 32-bit floats: boxes are rounded outwards, as SQLite does itself.
float below(double value) {
  const auto f = static_cast<float>(value);
  return static_cast<double>(f) > value ? std::nextafter(f, -std::numeric_limits<float>::infinity()) : f;
}
float above(double value) {
  const auto f = static_cast<float>(value);
  return static_cast<double>(f) < value ? std::nextafter(f, std::numeric_limits<float>::infinity()) : f;
}

struct Cell {
  std::int64_t id = 0;  // row or child node
  float min_x = 0, max_x = 0, min_y = 0, max_y = 0;
  void add(const Cell& c) {
    min_x = std::min(min_x, c.min_x), max_x = std::max(max_x, c.max_x);
    min_y = std::min(min_y, c.min_y), max_y = std::max(max_y, c.max_y);
  }
};

template <class T>
void putBigEndian(std::byte* at, T value) {
  for (std::size_t i = sizeof(T); i-- > 0; value = static_cast<T>(value >> 8)) at[i] = std::byte(value & 0xff);
}
void putFloat(std::byte* at, float value) {
  std::uint32_t bits;
  std::memcpy(&bits, &value, sizeof bits);
  putBigEndian(at, bits);
}

}  // namespace

SpatialIndex::SpatialIndex(const Database& db, std::string table, std::string column)
    : m_db(&db), m_table(std::move(table)), m_column(std::move(column)), m_tree("rtree_" + m_table + "_" + m_column) {}

Result<SpatialIndex> SpatialIndex::of(const Database& db, const std::string& table) {
  return guarded(db, [&]() -> Result<SpatialIndex> {
    SQLite::Statement column(db.sql(), "SELECT column_name FROM gpkg_geometry_columns WHERE table_name=?");
    column.bind(1, table);
    if (!column.executeStep()) return fail(ErrorCode::kInvalidArgument, table, "not a feature table");
    SpatialIndex index(db, table, column.getColumn(0).getString());
    SQLite::Statement key(db.sql(), "SELECT name FROM pragma_table_info(?) WHERE pk=1");
    key.bind(1, table);
    if (!key.executeStep()) return fail(ErrorCode::kInvalidArgument, table, "no primary key");
    index.m_key = key.getColumn(0).getString();
    return index;
  });
}

Result<bool> SpatialIndex::exists() const {
  return guarded(*m_db, [&]() -> Result<bool> {
    SQLite::Statement statement(m_db->sql(), "SELECT 1 FROM sqlite_schema WHERE type='table' AND name=?");
    statement.bind(1, m_tree);
    return statement.executeStep();
  });
}

void SpatialIndex::createTriggers() const {
  const std::string t = sqlName(m_table), c = sqlName(m_column), i = sqlName(m_key), r = sqlName(m_tree);
  const std::string present = fmt::format("(NEW.{0} NOTNULL AND NOT ST_IsEmpty(NEW.{0}))", c);
  const std::string absent = fmt::format("(NEW.{0} ISNULL OR ST_IsEmpty(NEW.{0}))", c);
  const std::string put = fmt::format(
      "INSERT OR REPLACE INTO {0} VALUES (NEW.{1}, ST_MinX(NEW.{2}), ST_MaxX(NEW.{2}), ST_MinY(NEW.{2}), "
      "ST_MaxY(NEW.{2}));",
      r, i, c);
  const std::string remove_old = fmt::format("DELETE FROM {} WHERE id = OLD.{};", r, i);
  const auto make = [&](const char* suffix, const std::string& event, const std::string& when,
                        const std::string& body) {
    m_db->sql().exec(fmt::format("CREATE TRIGGER {} AFTER {} ON {} WHEN {} BEGIN {} END",
                                 sqlName(m_tree + "_" + suffix), event, t, when, body));
  };
  make("insert", "INSERT", present, put);
  make("update1", "UPDATE OF " + c, fmt::format("OLD.{0} = NEW.{0} AND {1}", i, present), put);
  make("update2", "UPDATE OF " + c, fmt::format("OLD.{0} = NEW.{0} AND {1}", i, absent), remove_old);
  make("update3", "UPDATE", fmt::format("OLD.{0} != NEW.{0} AND {1}", i, present), remove_old + " " + put);
  make("update4", "UPDATE", fmt::format("OLD.{0} != NEW.{0} AND {1}", i, absent),
       fmt::format("DELETE FROM {} WHERE id IN (OLD.{}, NEW.{});", r, i, i));
  make("delete", "DELETE", fmt::format("OLD.{} NOT NULL", c), remove_old);
}

Result<void> SpatialIndex::dropTriggers() const {
  return guarded(*m_db, [&]() -> Result<void> {
    for (const char* suffix : {"insert", "update1", "update2", "update3", "update4", "update6", "update7", "delete"})
      m_db->sql().exec("DROP TRIGGER IF EXISTS " + sqlName(m_tree + "_" + suffix));
    return {};
  });
}

Result<void> SpatialIndex::create() const {
  return guarded(*m_db, [&]() -> Result<void> {
    SQLite::Statement extension(m_db->sql(),
                                "INSERT OR REPLACE INTO gpkg_extensions VALUES (?, ?, 'gpkg_rtree_index', "
                                "'http://www.geopackage.org/spec130/#extension_rtree', 'write-only')");
    extension.bind(1, m_table);
    extension.bind(2, m_column);
    extension.exec();
    return rebuild();
  });
}

Result<void> SpatialIndex::drop() const {
  if (auto dropped = dropTriggers(); !dropped) return dropped;
  return guarded(*m_db, [&]() -> Result<void> {
    m_db->sql().exec("DROP TABLE IF EXISTS " + sqlName(m_tree));
    SQLite::Statement extension(m_db->sql(),
                                "DELETE FROM gpkg_extensions WHERE table_name=? AND column_name=? AND "
                                "extension_name='gpkg_rtree_index'");
    extension.bind(1, m_table);
    extension.bind(2, m_column);
    extension.exec();
    return {};
  });
}

Result<std::vector<IndexedBox>> SpatialIndex::scan(std::int64_t last_fid) const {
  return guarded(*m_db, [&]() -> Result<std::vector<IndexedBox>> {
    std::vector<IndexedBox> boxes;
    auto rows = RawStatement::prepare(*m_db, fmt::format("SELECT {0}, {1} FROM {2} WHERE {0}<=?", sqlName(m_key),
                                                         sqlName(m_column), sqlName(m_table)));
    if (!rows) return std::unexpected(rows.error());
    rows->bind(1, last_fid);
    while (rows->step()) {
      const auto box = geometryBounds(rows->blob(1));
      if (box && !box->empty()) boxes.push_back({rows->integer(0), *box});
    }
    if (auto read = rows->outcome(); !read) return std::unexpected(read.error());
    return boxes;
  });
}

Result<void> SpatialIndex::rebuild() const {
  const auto boxes = scan();
  if (!boxes) return std::unexpected(boxes.error());
  return rebuild(*boxes);
}

Result<void> SpatialIndex::rebuild(const std::vector<IndexedBox>& boxes) const {
  if (auto dropped = dropTriggers(); !dropped) return dropped;
  return guarded(*m_db, [&]() -> Result<void> {
    m_db->sql().exec("DROP TABLE IF EXISTS " + sqlName(m_tree));
    m_db->sql().exec(fmt::format("CREATE VIRTUAL TABLE {} USING rtree(id, minx, maxx, miny, maxy)", sqlName(m_tree)));
    if (!boxes.empty())
      if (auto written = writeNodes(boxes); !written) return written;
    createTriggers();
    return {};
  });
}

// Shadow tables of SQLite's rtree (rtree.c, "Database Format"): node 1 is the root and starts with the tree's depth; a
// node is a count and cells of a 64-bit id and four 32-bit floats, all big-endian.
Result<void> SpatialIndex::writeNodes(std::vector<IndexedBox> boxes) const {
  LonLatBox all;
  for (const IndexedBox& b : boxes)
    all.add({b.box.west_deg, b.box.south_deg}), all.add({b.box.east_deg, b.box.north_deg});
  const auto grid = [](double value, double from, double to) {
    return to > from ? static_cast<std::uint32_t>((value - from) / (to - from) * 65535.0) : 0U;
  };
  std::vector<std::pair<std::uint32_t, std::uint32_t>> order(boxes.size());
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    const LonLat c = boxes[i].box.centre();
    order[i] = {hilbert(grid(c.lon_deg, all.west_deg, all.east_deg), grid(c.lat_deg, all.south_deg, all.north_deg)),
                static_cast<std::uint32_t>(i)};
  }
  std::sort(order.begin(), order.end());
  std::vector<Cell> cells(boxes.size());
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    const IndexedBox& b = boxes[order[i].second];
    cells[i] = {b.fid, below(b.box.west_deg), above(b.box.east_deg), below(b.box.south_deg), above(b.box.north_deg)};
  }

  const auto node_bytes = static_cast<std::size_t>(
      m_db->sql()
          .execAndGet(fmt::format("SELECT length(data) FROM {} WHERE nodeno=1", sqlName(m_tree + "_node")))
          .getInt64());
  const std::size_t capacity = std::max<std::size_t>(2, (node_bytes - kNodeHeadBytes) / kCellBytes * 9 / 10);

  auto put_node =
      RawStatement::prepare(*m_db, fmt::format("INSERT OR REPLACE INTO {} VALUES (?, ?)", sqlName(m_tree + "_node")));
  auto put_parent =
      RawStatement::prepare(*m_db, fmt::format("INSERT INTO {} VALUES (?, ?)", sqlName(m_tree + "_parent")));
  auto put_row = RawStatement::prepare(*m_db, fmt::format("INSERT INTO {} VALUES (?, ?)", sqlName(m_tree + "_rowid")));
  for (const auto* statement : {&put_node, &put_parent, &put_row})
    if (!*statement) return std::unexpected(statement->error());
  const auto put = [](RawStatement& statement, std::int64_t key, auto value) {
    statement.bind(1, key);
    statement.bind(2, value);
    return statement.run();
  };
  std::vector<std::pair<std::int64_t, std::int64_t>> leaf_of;
  leaf_of.reserve(cells.size());
  std::vector<std::byte> data(node_bytes);
  std::int64_t next_node = 2;
  for (std::uint16_t depth = 0;; ++depth) {
    const std::size_t nodes = (cells.size() + capacity - 1) / capacity;
    std::vector<Cell> parents;
    for (std::size_t n = 0; n < nodes; ++n) {
      const std::size_t from = cells.size() * n / nodes;
      const std::size_t to = cells.size() * (n + 1) / nodes;
      const std::int64_t node = nodes == 1 ? 1 : next_node++;
      std::fill(data.begin(), data.end(), std::byte{0});
      if (nodes == 1) putBigEndian(data.data(), depth);
      putBigEndian(data.data() + 2, static_cast<std::uint16_t>(to - from));
      Cell around = cells[from];
      around.id = node;
      for (std::size_t i = from; i < to; ++i) {
        std::byte* at = data.data() + kNodeHeadBytes + (i - from) * kCellBytes;
        putBigEndian(at, static_cast<std::uint64_t>(cells[i].id));
        putFloat(at + 8, cells[i].min_x), putFloat(at + 12, cells[i].max_x);
        putFloat(at + 16, cells[i].min_y), putFloat(at + 20, cells[i].max_y);
        around.add(cells[i]);
        if (depth == 0) {
          leaf_of.emplace_back(cells[i].id, node);
        } else {
          if (auto done = put(*put_parent, cells[i].id, node); !done) return done;
        }
      }
      if (auto done = put(*put_node, node, std::span<const std::byte>(data)); !done) return done;
      parents.push_back(around);
    }
    if (nodes == 1) break;
    cells = std::move(parents);
  }
  std::sort(leaf_of.begin(), leaf_of.end());
  for (const auto& [row, node] : leaf_of) {
    if (auto done = put(*put_row, row, node); !done) return done;
  }
  return {};
}

Result<LonLatBox> SpatialIndex::extent() const {
  return guarded(*m_db, [&]() -> Result<LonLatBox> {
    SQLite::Statement s(m_db->sql(),
                        fmt::format("SELECT min(minx), min(miny), max(maxx), max(maxy) FROM {}", sqlName(m_tree)));
    LonLatBox box;
    if (s.executeStep() && !s.getColumn(0).isNull())
      box = {s.getColumn(0).getDouble(), s.getColumn(1).getDouble(), s.getColumn(2).getDouble(),
             s.getColumn(3).getDouble()};
    return box;
  });
}

Result<void> createMissingIndexes(const Database& db) {
  return guarded(db, [&]() -> Result<void> {
    std::vector<std::string> tables;
    SQLite::Statement statement(db.sql(),
                                "SELECT table_name FROM gpkg_geometry_columns g WHERE NOT EXISTS (SELECT 1 FROM "
                                "gpkg_extensions e WHERE e.table_name=g.table_name AND "
                                "e.extension_name='gpkg_rtree_index') ORDER BY table_name");
    while (statement.executeStep()) tables.push_back(statement.getColumn(0).getString());
    for (const std::string& table : tables) {
      const auto index = SpatialIndex::of(db, table);
      if (!index) return std::unexpected(index.error());
      if (auto made = index->create(); !made) return made;
    }
    return {};
  });
}

}  // namespace gis

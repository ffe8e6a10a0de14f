// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/geopackage_blob.h"

#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

#include "gis/store/ring_nesting.h"

namespace gis {
namespace {

constexpr std::uint32_t kWkbPoint = 1;
constexpr std::uint32_t kWkbLineString = 2;
constexpr std::uint32_t kWkbPolygon = 3;
constexpr std::uint32_t kWkbMulti = 3;  // multi type = simple type + 3
constexpr std::size_t kEnvelopeBytes[] = {0, 32, 48, 48, 64};

static_assert(std::endian::native == std::endian::little, "the fast paths copy little-endian numbers");

class Writer {
 public:
  explicit Writer(std::vector<std::byte>& out) : m_out(out) { m_out.clear(); }
  template <class T>
  void number(T value) {
    const std::size_t at = m_out.size();
    m_out.resize(at + sizeof(T));
    std::memcpy(m_out.data() + at, &value, sizeof(T));
  }
  void doubles(std::span<const double> values) {
    const std::size_t at = m_out.size();
    m_out.resize(at + values.size_bytes());
    if (!values.empty()) std::memcpy(m_out.data() + at, values.data(), values.size_bytes());
  }
  void head(std::uint32_t wkb_type) {
    number(std::uint8_t{1});
    number(wkb_type);
  }
  void vertices(std::span<const double> xy) {
    number(static_cast<std::uint32_t>(xy.size() / 2));
    doubles(xy);
  }

 private:
  std::vector<std::byte>& m_out;
};

Result<void> checkParts(const GeometryView& g) {
  for (const double value : g.xy)
    if (!std::isfinite(value)) return fail(ErrorCode::kInvalidArgument, {}, "a coordinate is not a finite number");
  for (std::size_t i = 0; i < g.partCount(); ++i) {
    const auto part = g.part(i);
    const std::size_t vertices = part.size() / 2;
    if (g.kind == GeometryKind::kPoint && vertices != 1)
      return fail(ErrorCode::kInvalidArgument, {}, "a point has " + std::to_string(vertices) + " vertices");
    if (g.kind == GeometryKind::kLine && vertices < 2)
      return fail(ErrorCode::kInvalidArgument, {}, "a line needs two vertices");
    if (g.kind == GeometryKind::kPolygon) {
      if (vertices < 4) return fail(ErrorCode::kInvalidArgument, {}, "a ring needs four vertices");
      if (part[0] != part[part.size() - 2] || part[1] != part[part.size() - 1])
        return fail(ErrorCode::kInvalidArgument, {}, "a ring does not return to its first vertex");
    }
  }
  return {};
}

void writePolygon(Writer& w, const GeometryView& g, const std::vector<std::size_t>& rings) {
  w.head(kWkbPolygon);
  w.number(static_cast<std::uint32_t>(rings.size()));
  for (const std::size_t ring : rings) w.vertices(g.part(ring));
}

// Reads WKB numbers with every length checked; a failed read makes `ok` false and yields zero.
class Reader {
 public:
  explicit Reader(std::span<const std::byte> bytes) : m_bytes(bytes) {}
  bool ok = true;

  std::size_t left() const { return m_bytes.size() - m_at; }
  void skip(std::size_t n) { n > left() ? void(ok = false) : void(m_at += n); }
  void byteOrder() {
    const auto order = raw<std::uint8_t>();
    if (order > 1) ok = false;
    m_swap = order == 0;
  }
  template <class T>
  T number() {
    T value = raw<T>();
    return m_swap ? swapped(value) : value;
  }
  template <class T>
  T numberOf(bool little) {
    T value = raw<T>();
    return little ? value : swapped(value);
  }
  // Appends `count` vertices of `dims` numbers each; false if they are not there or not finite.
  bool vertices(std::size_t count, int dims, std::vector<double>& xy) {
    const std::size_t stride = static_cast<std::size_t>(dims) * sizeof(double);
    if (count > left() / stride) return ok = false;
    const std::size_t at = xy.size();
    xy.resize(at + 2 * count);
    if (!m_swap && dims == 2) {
      std::memcpy(xy.data() + at, m_bytes.data() + m_at, count * stride);
      m_at += count * stride;
    } else {
      for (std::size_t i = 0; i < count; ++i) {
        xy[at + 2 * i] = number<double>();
        xy[at + 2 * i + 1] = number<double>();
        skip(stride - 2 * sizeof(double));
      }
    }
    bool finite = true;
    for (std::size_t i = at; i < xy.size(); ++i) finite &= std::isfinite(xy[i]);
    return finite;
  }

 private:
  template <class T>
  T raw() {
    T value{};
    if (left() < sizeof(T)) {
      ok = false;
      return value;
    }
    std::memcpy(&value, m_bytes.data() + m_at, sizeof(T));
    m_at += sizeof(T);
    return value;
  }
  template <class T>
  static T swapped(T value) {
    std::array<std::byte, sizeof(T)> bytes;
    std::memcpy(bytes.data(), &value, sizeof(T));
    std::reverse(bytes.begin(), bytes.end());
    std::memcpy(&value, bytes.data(), sizeof(T));
    return value;
  }
  std::span<const std::byte> m_bytes;
  std::size_t m_at = 0;
  bool m_swap = false;
};

struct WkbType {
  std::uint32_t base = 0;
  int dims = 2;
};

std::optional<WkbType> readType(Reader& r) {
  r.byteOrder();
  auto type = r.number<std::uint32_t>();
  if (!r.ok) return std::nullopt;
  WkbType result;
  if (type & 0x80000000U) ++result.dims;
  if (type & 0x40000000U) ++result.dims;
  if (type & 0x20000000U) r.skip(4);
  type &= 0x1FFFFFFFU;
  const std::uint32_t thousand = type / 1000;
  if (thousand > 3 || !r.ok) return std::nullopt;
  result.dims += thousand == 0 ? 0 : thousand == 3 ? 2 : 1;
  if (result.dims > 4) return std::nullopt;
  result.base = type % 1000;
  return result;
}

class Decoder {
 public:
  Decoder(Reader& reader, FeatureColumns& into) : m_r(reader), m_into(into) {}
  std::string fault;  // why the last part failed

  bool single(const WkbType& type) {
    if (type.base == kWkbPoint) return point(type.dims);
    if (type.base == kWkbLineString) return line(type.dims, 2, "a line of one vertex");
    const auto rings = m_r.number<std::uint32_t>();
    if (rings > m_r.left() / 4) return bad("more rings than bytes");
    for (std::uint32_t i = 0; i < rings; ++i)
      if (!line(type.dims, 3, "a ring of fewer than three vertices")) return false;
    return true;
  }
  bool bad(const char* why) {
    fault = why;
    return false;
  }

 private:
  bool point(int dims) {
    const std::size_t before = m_into.xy.size();
    if (!m_r.vertices(1, dims, m_into.xy)) {
      // POINT EMPTY is written as NaN, NaN.
      const bool empty = m_r.ok && std::isnan(m_into.xy[before]) && std::isnan(m_into.xy[before + 1]);
      m_into.xy.resize(before);
      return empty || bad("a point without finite coordinates");
    }
    return endPart();
  }
  bool line(int dims, std::size_t at_least, const char* too_few) {
    const auto count = m_r.number<std::uint32_t>();
    if (!m_r.ok) return bad("ends in the middle of a number");
    if (count == 0) return true;
    const std::size_t before = m_into.xy.size();
    if (!m_r.vertices(count, dims, m_into.xy))
      return bad(m_r.ok ? "a coordinate is not a finite number" : "more vertices than bytes");
    if (at_least == 3) {  // a ring
      const double x = m_into.xy[before];
      const double y = m_into.xy[before + 1];
      if (m_into.xy[m_into.xy.size() - 2] != x || m_into.xy.back() != y) {
        m_into.xy.push_back(x);
        m_into.xy.push_back(y);
      }
      if (m_into.xy.size() - before < 8) return bad(too_few);
    } else if (count < at_least) {
      return bad(too_few);
    }
    return endPart();
  }
  bool endPart() {
    m_into.part_start.push_back(static_cast<std::uint32_t>(m_into.xy.size() / 2));
    return true;
  }
  Reader& m_r;
  FeatureColumns& m_into;
};

struct Header {
  bool empty = false;
  std::optional<LonLatBox> envelope;
};

// The GeoPackage header; leaves the reader at the WKB.
Result<Header> readHeader(Reader& r) {
  const auto damaged = [](const char* why) { return fail(ErrorCode::kDamagedFile, {}, why); };
  if (r.number<std::uint8_t>() != 'G' || r.number<std::uint8_t>() != 'P' || !r.ok)
    return damaged("not a GeoPackage geometry");
  if (r.number<std::uint8_t>() != 0) return damaged("a geometry header of an unknown version");
  const auto flags = r.number<std::uint8_t>();
  const std::size_t envelope_code = (flags >> 1) & 7U;
  if (envelope_code > 4) return damaged("an envelope of an unknown kind");
  if (flags & 0x20U) return fail(ErrorCode::kUnsupportedFormat, {}, "an extended GeoPackage geometry");
  const bool little = flags & 1U;
  r.numberOf<std::int32_t>(little);
  Header header;
  header.empty = flags & 0x10U;
  if (envelope_code > 0) {
    LonLatBox box;
    box.west_deg = r.numberOf<double>(little);
    box.east_deg = r.numberOf<double>(little);
    box.south_deg = r.numberOf<double>(little);
    box.north_deg = r.numberOf<double>(little);
    r.skip(kEnvelopeBytes[envelope_code] - 32);
    if (std::isfinite(box.west_deg) && std::isfinite(box.south_deg) && std::isfinite(box.east_deg) &&
        std::isfinite(box.north_deg) && !box.empty())
      header.envelope = box;
  }
  if (!r.ok) return damaged("the geometry header is cut off");
  return header;
}

}  // namespace

std::optional<GeometryType> geometryTypeOf(std::string_view name) {
  static constexpr std::array<std::string_view, 7> kNames = {"GEOMETRY",   "POINT",           "LINESTRING",  "POLYGON",
                                                             "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON"};
  std::string upper(name);
  for (char& c : upper)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  for (std::size_t i = 0; i < kNames.size(); ++i)
    if (kNames[i] == upper) return static_cast<GeometryType>(i);
  return std::nullopt;
}

GeometryKind kindOf(GeometryType type) {
  switch (type) {
    case GeometryType::kAny:
      return GeometryKind::kNone;
    case GeometryType::kPoint:
    case GeometryType::kMultiPoint:
      return GeometryKind::kPoint;
    case GeometryType::kLineString:
    case GeometryType::kMultiLineString:
      return GeometryKind::kLine;
    case GeometryType::kPolygon:
    case GeometryType::kMultiPolygon:
      return GeometryKind::kPolygon;
  }
  return GeometryKind::kNone;
}

Result<void> encodeGeometry(const GeometryView& g, GeometryType declared, std::int32_t srs_id,
                            std::vector<std::byte>& out) {
  if (g.kind == GeometryKind::kNone || g.partCount() == 0)
    return fail(ErrorCode::kInvalidArgument, {}, "a geometry without vertices");
  if (declared != GeometryType::kAny && kindOf(declared) != g.kind)
    return fail(ErrorCode::kInvalidArgument, {}, "a geometry of another kind than the table's");
  if (auto checked = checkParts(g); !checked) return checked;

  std::vector<std::vector<std::size_t>> polygons;
  std::size_t members = g.partCount();
  if (g.kind == GeometryKind::kPolygon) {
    polygons = nestRings(g);
    members = polygons.size();
  }
  const bool single = declared == GeometryType::kPoint || declared == GeometryType::kLineString ||
                      declared == GeometryType::kPolygon || (declared == GeometryType::kAny && members == 1);
  if (single && members != 1)
    return fail(ErrorCode::kInvalidArgument, {},
                std::to_string(members) + " separate parts in a table whose type holds one");

  Writer w(out);
  w.number('G');
  w.number('P');
  w.number(std::uint8_t{0});
  const bool envelope = g.kind != GeometryKind::kPoint || !single;
  w.number(static_cast<std::uint8_t>(envelope ? 0x03 : 0x01));
  w.number(srs_id);
  if (envelope) {
    LonLatBox box;
    for (std::size_t i = 0; i < g.xy.size(); i += 2) box.add({g.xy[i], g.xy[i + 1]});
    for (const double value : {box.west_deg, box.east_deg, box.south_deg, box.north_deg}) w.number(value);
  }
  const auto base = static_cast<std::uint32_t>(g.kind);  // kPoint = 1, kLine = 2, kPolygon = 3, as WKB counts
  if (!single) {
    w.head(base + kWkbMulti);
    w.number(static_cast<std::uint32_t>(members));
  }
  for (std::size_t i = 0; i < members; ++i) {
    if (g.kind == GeometryKind::kPolygon) {
      writePolygon(w, g, polygons[i]);
    } else {
      w.head(base);
      g.kind == GeometryKind::kPoint ? w.doubles(g.part(i)) : w.vertices(g.part(i));
    }
  }
  return {};
}

Result<void> decodeGeometry(std::span<const std::byte> blob, FeatureColumns& into) {
  Reader r(blob);
  const auto header = readHeader(r);
  if (!header) return std::unexpected(header.error());
  const auto type = readType(r);
  if (!type) return fail(ErrorCode::kDamagedFile, {}, "a geometry without a valid type");
  if (type->base < kWkbPoint || type->base > kWkbPolygon + kWkbMulti)
    return fail(ErrorCode::kUnsupportedFormat, {}, "geometry type " + std::to_string(type->base));
  const bool multi = type->base > kWkbPolygon;
  const std::uint32_t base = multi ? type->base - kWkbMulti : type->base;
  const auto kind = static_cast<GeometryKind>(base);
  if (into.kind != GeometryKind::kNone && into.kind != kind)
    return fail(ErrorCode::kUnsupportedFormat, {}, "a geometry of another kind than the table's");

  const bool fresh = into.part_start.empty();
  if (fresh) into.part_start.push_back(0);
  const std::size_t parts_before = into.part_start.size();
  const std::size_t numbers_before = into.xy.size();
  const auto undo = [&] {
    into.xy.resize(numbers_before);
    into.part_start.resize(fresh ? 0 : parts_before);
  };

  Decoder decoder(r, into);
  bool good = true;
  if (!multi) {
    good = decoder.single(*type);
  } else {
    const auto members = r.number<std::uint32_t>();
    if (!r.ok || members > r.left() / 5) good = decoder.bad("more members than bytes");
    for (std::uint32_t i = 0; good && i < members; ++i) {
      const auto member = readType(r);
      good = member && member->base == base ? decoder.single(*member) : decoder.bad("a member of another type");
    }
  }
  if (good && (!r.ok || r.left() > 0)) good = decoder.bad(r.ok ? "bytes after the end" : "cut off");
  if (!good) {
    undo();
    return fail(ErrorCode::kDamagedFile, {}, decoder.fault);
  }
  if (into.part_start.size() == parts_before) {
    undo();
    return fail(ErrorCode::kNoData, {}, "empty geometry");
  }
  into.kind = kind;
  return {};
}

Result<LonLatBox> geometryBounds(std::span<const std::byte> blob) {
  Reader r(blob);
  const auto header = readHeader(r);
  if (!header) return std::unexpected(header.error());
  if (header->empty) return LonLatBox{};
  if (header->envelope) return *header->envelope;
  FeatureColumns scratch;
  if (auto decoded = decodeGeometry(blob, scratch); !decoded) {
    if (decoded.error().code == ErrorCode::kNoData) return LonLatBox{};
    return std::unexpected(decoded.error());
  }
  LonLatBox box;
  for (std::size_t i = 0; i < scratch.xy.size(); i += 2) box.add({scratch.xy[i], scratch.xy[i + 1]});
  return box;
}

}  // namespace gis

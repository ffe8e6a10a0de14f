// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/pyramid/layer_cache.h"

#include <algorithm>
#include <deque>
#include <string>

#include "gis/pyramid/section_file.h"

namespace gis {

namespace {

enum Kind : std::uint32_t {
  kKey = 1,
  kFacts,
  kCrs,
  kWarnings,
  // of the columns
  kXy,
  kPartStart,
  kFeatureStart,
  kBoxes,
  kFid,
  // of an attribute
  kAttribute,
  kIntegers,
  kReals,
  kCodes,
  kTextStart,
  kTexts,
  // of a level
  kLevel,
  kItem,
  kRunBoxes,
  kRepeated,
  kDotXy,
  kDotItem,
  kDotCoverage,
  kDotBoxes,
};
// Level n has its arrays under part n + 1; part 0 is the columns'.
constexpr std::uint32_t kColumnsPart = 0;

struct Facts {
  double origin_x_m = 0, origin_y_m = 0;
  std::uint32_t kind = 0, geographic = 0;
  std::uint64_t features = 0, attributes = 0, levels = 0;
};
struct LevelFacts {
  double tolerance_m = 0, dot_cell_m = 0;
  std::uint64_t shapes = 0, dot_runs = 0;
};

// Texts as one piece with offsets.
struct Texts {
  std::vector<std::uint64_t> start{0};
  std::string all;
  void add(std::string_view text) {
    all += text;
    start.push_back(all.size());
  }
};

std::optional<std::vector<std::string>> textsOf(const SectionFile& file, std::uint32_t part) {
  const auto start = file.find<std::uint64_t>({kTextStart, part});
  const auto all = file.find<char>({kTexts, part});
  if (!start || !all || start->empty()) return std::nullopt;
  std::vector<std::string> texts;
  texts.reserve(start->size() - 1);
  for (std::size_t i = 0; i + 1 < start->size(); ++i) {
    const std::uint64_t from = (*start)[i], to = (*start)[i + 1];
    if (from > to || to > all->size()) return std::nullopt;
    texts.emplace_back(all->data() + from, to - from);
  }
  return texts;
}

// Offsets that rise from 0 to `total`: `count` things and one more.
bool rises(std::span<const std::uint32_t> start, std::size_t count, std::size_t total) {
  return start.size() == count + 1 && start.front() == 0 && start.back() == total && std::ranges::is_sorted(start);
}

class Reader {
 public:
  explicit Reader(const SectionFile& file) : m_file(file) {}

  std::optional<CachedLayer> run() {
    const auto facts = one<Facts>({kFacts, 0});
    if (!facts || facts->kind > static_cast<std::uint32_t>(GeometryKind::kPolygon)) return std::nullopt;
    auto features = attributesOf(*facts);
    auto columns = columnsOf(*facts);
    if (!features || !columns) return std::nullopt;
    columns->features = std::make_shared<const FeatureColumns>(std::move(*features));
    CachedLayer layer;
    layer.columns = std::make_shared<const MapColumns>(std::move(*columns));
    layer.pyramid = pyramidOf(*facts, layer.columns);
    if (!layer.pyramid || !readWarnings(layer.warnings)) return std::nullopt;
    return layer;
  }

 private:
  template <class T>
  std::optional<T> one(SectionName name) const {
    const auto found = m_file.find<T>(name);
    if (!found || found->size() != 1) return std::nullopt;
    return found->front();
  }
  template <class T>
  std::span<const T> all(std::uint32_t kind, std::uint32_t part) const {
    return m_file.find<T>({kind, part}).value_or(std::span<const T>());
  }
  template <class T>
  std::vector<T> copied(std::uint32_t kind, std::uint32_t part) const {
    const auto items = all<T>(kind, part);
    return {items.begin(), items.end()};
  }

  std::optional<FeatureColumns> attributesOf(const Facts& facts) const {
    FeatureColumns features;
    features.kind = static_cast<GeometryKind>(facts.kind);
    features.geographic = facts.geographic != 0;
    const auto crs = all<char>(kCrs, 0);
    features.crs.assign(crs.begin(), crs.end());
    features.fid = copied<std::int64_t>(kFid, kColumnsPart);
    if (features.fid.size() != facts.features) return std::nullopt;
    for (std::uint32_t i = 0; i < facts.attributes; ++i) {
      AttributeColumn column;
      const auto name = all<char>(kAttribute, i);
      if (name.empty()) return std::nullopt;
      column.type = static_cast<AttributeType>(name.front());
      column.name.assign(name.begin() + 1, name.end());
      column.integers = copied<std::int64_t>(kIntegers, i);
      column.reals = copied<double>(kReals, i);
      column.codes = copied<std::uint32_t>(kCodes, i);
      auto dictionary = textsOf(m_file, i);
      if (!dictionary) return std::nullopt;
      column.dictionary = std::move(*dictionary);
      const std::size_t length = column.type == AttributeType::kInteger ? column.integers.size()
                                 : column.type == AttributeType::kReal  ? column.reals.size()
                                 : column.type == AttributeType::kText  ? column.codes.size()
                                                                        : facts.features + 1;
      const bool known = std::ranges::all_of(column.codes, [&](std::uint32_t code) {
        return code < column.dictionary.size() || code == AttributeColumn::kNullCode;
      });
      if (length != facts.features || !known) return std::nullopt;
      features.attributes.push_back(std::move(column));
    }
    return features;
  }

  std::optional<MapColumns> columnsOf(const Facts& facts) const {
    MapColumns columns;
    columns.kind = static_cast<GeometryKind>(facts.kind);
    columns.origin = {facts.origin_x_m, facts.origin_y_m};
    columns.xy_m = all<float>(kXy, kColumnsPart);
    columns.part_start = all<std::uint32_t>(kPartStart, kColumnsPart);
    columns.feature_start = all<std::uint32_t>(kFeatureStart, kColumnsPart);
    columns.storage = m_file.owner();
    auto index = BoxTree::over(all<BoxF>(kBoxes, kColumnsPart), facts.features, m_file.owner());
    if (!index || columns.part_start.empty() || columns.xy_m.size() % 2 != 0) return std::nullopt;
    columns.index = std::move(*index);
    const std::size_t parts = columns.part_start.size() - 1;
    if (!rises(columns.feature_start, facts.features, parts) ||
        !rises(columns.part_start, parts, columns.xy_m.size() / 2))
      return std::nullopt;
    return columns;
  }

  std::shared_ptr<const Pyramid> pyramidOf(const Facts& facts, const std::shared_ptr<const MapColumns>& columns) const {
    std::vector<PyramidLevel> levels;
    for (std::uint32_t i = 0; i < facts.levels; ++i) {
      auto level = levelOf(i, facts.features, *columns);
      if (!level) return nullptr;
      levels.push_back(std::move(*level));
    }
    if (levels.empty()) return nullptr;
    return Pyramid::over(columns, std::move(levels), {m_file.owner()});
  }

  std::optional<PyramidLevel> levelOf(std::uint32_t number, std::size_t features, const MapColumns& columns) const {
    const std::uint32_t part = number + 1;
    const auto facts = one<LevelFacts>({kLevel, part});
    if (!facts) return std::nullopt;
    PyramidLevel level;
    level.tolerance_m = facts->tolerance_m;
    level.dot_cell_m = facts->dot_cell_m;
    level.run_box = all<BoxF>(kRunBoxes, part);
    level.repeated = all<std::uint64_t>(kRepeated, part);
    if (number == 0) {
      level.xy_m = columns.xy_m;
      level.part_start = columns.part_start;
      level.feature_start = columns.feature_start;
      level.index = columns.index;
    } else {
      level.xy_m = all<float>(kXy, part);
      level.part_start = all<std::uint32_t>(kPartStart, part);
      level.feature_start = all<std::uint32_t>(kFeatureStart, part);
      level.item = all<std::uint32_t>(kItem, part);
      auto index = BoxTree::over(all<BoxF>(kBoxes, part), facts->shapes, m_file.owner());
      if (!index || level.part_start.empty() || level.xy_m.size() % 2 != 0 || level.item.size() != facts->shapes)
        return std::nullopt;
      level.index = std::move(*index);
      const std::size_t parts = level.part_start.size() - 1;
      if (!rises(level.feature_start, facts->shapes, parts) || !rises(level.part_start, parts, level.xy_m.size() / 2))
        return std::nullopt;
    }
    level.dot_xy_m = all<float>(kDotXy, part);
    level.dot_item = all<std::uint32_t>(kDotItem, part);
    level.dot_coverage = all<std::uint8_t>(kDotCoverage, part);
    auto dots = BoxTree::over(all<BoxF>(kDotBoxes, part), facts->dot_runs, m_file.owner());
    if (!dots) return std::nullopt;
    level.dot_index = std::move(*dots);
    const auto known = [&](std::span<const std::uint32_t> items) {
      return std::ranges::all_of(items, [&](std::uint32_t item) { return item < features; });
    };
    const std::size_t vertices = level.xy_m.size() / 2, count = level.dot_item.size();
    const bool fits = level.run_box.size() == (vertices + PyramidLevel::kRun - 1) / PyramidLevel::kRun &&
                      (level.repeated.empty() || level.repeated.size() * 64 >= vertices) &&
                      level.dot_xy_m.size() == count * 2 && level.dot_coverage.size() == count &&
                      facts->dot_runs == (count + PyramidLevel::kDotRun - 1) / PyramidLevel::kDotRun;
    if (!fits || !known(level.item) || !known(level.dot_item)) return std::nullopt;
    return level;
  }

  bool readWarnings(std::vector<Warning>& warnings) const {
    const auto codes = all<std::uint32_t>(kWarnings, 0);
    const auto texts = textsOf(m_file, kNoAttribute);
    if (!texts || texts->size() != codes.size() * 2) return false;
    for (std::size_t i = 0; i < codes.size(); ++i)
      warnings.push_back({static_cast<WarningCode>(codes[i]), (*texts)[2 * i], (*texts)[2 * i + 1]});
    return true;
  }

 public:
  static constexpr std::uint32_t kNoAttribute = 0xffffffff;  // the texts of the warnings

 private:
  const SectionFile& m_file;
};

}  // namespace

Result<void> writeLayerCache(const std::filesystem::path& file, std::string_view key, const CachedLayer& layer) {
  const MapColumns& columns = *layer.columns;
  const FeatureColumns& features = *columns.features;
  const std::vector<PyramidLevel>& levels = layer.pyramid->levels();
  SectionWriter writer;
  std::deque<Texts> texts;
  const auto addTexts = [&](std::uint32_t part) {
    writer.add<std::uint64_t>({kTextStart, part}, texts.back().start);
    writer.add<char>({kTexts, part}, texts.back().all);
  };
  writer.add<char>({kKey, 0}, key);
  const Facts facts{columns.origin.x_m,
                    columns.origin.y_m,
                    static_cast<std::uint32_t>(columns.kind),
                    features.geographic ? 1U : 0U,
                    columns.featureCount(),
                    features.attributes.size(),
                    levels.size()};
  writer.add<Facts>({kFacts, 0}, std::span(&facts, 1));
  writer.add<char>({kCrs, 0}, features.crs);
  std::vector<std::uint32_t> codes;
  texts.emplace_back();
  for (const Warning& warning : layer.warnings) {
    codes.push_back(static_cast<std::uint32_t>(warning.code));
    texts.back().add(warning.subject);
    texts.back().add(warning.detail);
  }
  writer.add<std::uint32_t>({kWarnings, 0}, codes);
  addTexts(Reader::kNoAttribute);
  writer.add({kXy, kColumnsPart}, columns.xy_m);
  writer.add({kPartStart, kColumnsPart}, columns.part_start);
  writer.add({kFeatureStart, kColumnsPart}, columns.feature_start);
  writer.add({kBoxes, kColumnsPart}, columns.index.packed());
  writer.add<std::int64_t>({kFid, kColumnsPart}, features.fid);
  std::deque<std::string> names;
  for (std::uint32_t i = 0; i < features.attributes.size(); ++i) {
    const AttributeColumn& column = features.attributes[i];
    names.push_back(std::string(1, static_cast<char>(column.type)) + column.name);
    writer.add<char>({kAttribute, i}, names.back());
    writer.add<std::int64_t>({kIntegers, i}, column.integers);
    writer.add<double>({kReals, i}, column.reals);
    writer.add<std::uint32_t>({kCodes, i}, column.codes);
    texts.emplace_back();
    for (const std::string& text : column.dictionary) texts.back().add(text);
    addTexts(i);
  }
  std::deque<LevelFacts> level_facts;
  for (std::uint32_t i = 0; i < levels.size(); ++i) {
    const PyramidLevel& level = levels[i];
    const std::uint32_t part = i + 1;
    level_facts.push_back({level.tolerance_m, level.dot_cell_m, level.shapeCount(), level.dot_index.size()});
    writer.add<LevelFacts>({kLevel, part}, std::span(&level_facts.back(), 1));
    writer.add({kRunBoxes, part}, level.run_box);
    writer.add({kRepeated, part}, level.repeated);
    writer.add({kDotXy, part}, level.dot_xy_m);
    writer.add({kDotItem, part}, level.dot_item);
    writer.add({kDotCoverage, part}, level.dot_coverage);
    writer.add({kDotBoxes, part}, level.dot_index.packed());
    if (i == 0) continue;  // the columns themselves
    writer.add({kXy, part}, level.xy_m);
    writer.add({kPartStart, part}, level.part_start);
    writer.add({kFeatureStart, part}, level.feature_start);
    writer.add({kItem, part}, level.item);
    writer.add({kBoxes, part}, level.index.packed());
  }
  return writer.write(file);
}

Result<CachedLayer> readLayerCache(const std::filesystem::path& file, std::string_view key) {
  const auto sections = SectionFile::open(file);
  if (!sections) return std::unexpected(sections.error());
  const auto of = sections->find<char>({kKey, 0});
  if (!of || !std::ranges::equal(*of, key)) return fail(ErrorCode::kNotFound, file.string(), "made from other data");
  auto layer = Reader(*sections).run();
  if (!layer) return fail(ErrorCode::kDamagedFile, file.string(), "its parts do not fit together");
  return std::move(*layer);
}

}  // namespace gis

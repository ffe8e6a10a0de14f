// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/import_draft.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "gis/import/crs_guess.h"
#include "gis/import/field_guess.h"
#include "gis/import/mapping_store.h"
#include "gis/import/place_check.h"
#include "gis/import/row_maker.h"
#include "gis/store/code_store.h"

namespace gis {

namespace {

constexpr std::size_t kSampledRows = 500;
constexpr std::size_t kShownRows = 20;
constexpr double kLeastTableFit = 0.3;
constexpr double kTooAlike = 0.03;

bool isMeasured(const TargetColumn& column, GeometryType geometry) {
  const GeometryKind kind = kindOf(geometry);
  if (kind == GeometryKind::kPolygon)
    return column.name.ends_with("area_m2") || column.name == "area_km2" || column.name == "footprint_m2";
  return kind == GeometryKind::kLine && column.name == "length_m";
}

// One look at one file.
class Drafting {
 public:
  Drafting(const Database& db, const std::filesystem::path& file, const DraftWishes& wishes, const CancelToken& cancel)
      : m_db(db), m_file(file), m_wishes(wishes), m_cancel(cancel), m_words(Synonyms::load()) {}

  Result<ImportDraft> run() {
    if (auto opened = open(); !opened) return std::unexpected(opened.error());
    if (auto loaded = loadWorkspace(); !loaded) return std::unexpected(loaded.error());
    readSample();
    if (auto chosen = chooseTable(); !chosen) return std::unexpected(chosen.error());
    if (m_table.has_geometry) choosePlace();
    if (!m_mapped && !m_table.name.empty()) chooseColumns();
    if (!m_table.name.empty()) {
      if (auto checked = checkMapping(draft.mapping, m_table, m_source().layer.fields); !checked)
        return std::unexpected(checked.error());
      askForColumns();
    }
    if (m_cancel.cancelled()) return fail(ErrorCode::kCancelled, m_file.string());
    if (m_table.has_geometry) askAboutPlaces();
    return std::move(draft);
  }

 private:
  const RowSource& m_source() const { return m_reader->source(); }

  void ask(ImportQuestion question) {
    if (!draft.mapping.accepted.contains(questionName(question.kind))) draft.questions.push_back(std::move(question));
  }

  Result<void> open() {
    const auto layers = listVectorLayers(m_file);
    if (!layers) return std::unexpected(layers.error());
    for (const SourceLayer& layer : *layers) draft.layers.push_back(layer.name);
    RowReadOptions options{m_wishes.layer, m_wishes.encoding, m_wishes.header};
    if (m_wishes.mapping) {
      if (options.layer.empty()) options.layer = m_wishes.mapping->layer;
      if (options.encoding.empty()) options.encoding = m_wishes.mapping->encoding;
      if (!options.header) options.header = m_wishes.mapping->header;
    }
    auto reader = RowReader::open(m_file, options);
    if (!reader) return std::unexpected(reader.error());
    m_reader.emplace(std::move(*reader));
    draft.source = m_source();
    draft.source_key = sourceKey(m_source());
    const SourceLayer& layer = m_source().layer;
    draft.encoding = {layer.encoding, layer.encoding_guessed ? 0.9 : 0.99,
                      !options.encoding.empty() ? GuessReason::kGiven
                      : layer.encoding_guessed  ? GuessReason::kBytes
                                                : GuessReason::kFile};
    if (layer.encoding_guessed)
      draft.warnings.push_back({WarningCode::kEncodingGuessed, m_file.string(), layer.encoding});
    if (m_source().is_sheet)
      draft.header = {fmt::format("{}+{}", m_source().header.skipped, m_source().header.rows),
                      options.header ? 1 : 0.85, options.header ? GuessReason::kGiven : GuessReason::kRows};
    if (m_wishes.mapping) {
      draft.mapping = *m_wishes.mapping;
      m_mapped = true;
      m_how = GuessReason::kGiven;
    } else if (m_wishes.use_saved) {
      auto saved = MappingStore(m_db).find(draft.source_key);
      if (!saved) return std::unexpected(saved.error());
      if (*saved && (m_wishes.table.empty() || (*saved)->table == m_wishes.table)) {
        draft.mapping = std::move(**saved);
        m_mapped = true;
        m_how = GuessReason::kSaved;
      }
    }
    if (!options.layer.empty()) draft.mapping.layer = options.layer;
    if (!m_wishes.encoding.empty()) draft.mapping.encoding = m_wishes.encoding;
    if (m_source().is_sheet) draft.mapping.header = m_source().header;
    return {};
  }

  Result<void> loadWorkspace() {
    auto tables = TargetStore(m_db).all();
    if (!tables) return std::unexpected(tables.error());
    m_tables = std::move(*tables);
    auto codes = CodeStore(m_db).all();
    if (!codes) return std::unexpected(codes.error());
    m_codes = std::move(*codes);
    auto divisions = DivisionStore::load(m_db);
    if (!divisions) return std::unexpected(divisions.error());
    m_divisions.emplace(std::move(*divisions));
    return {};
  }

  void readSample() {
    m_sample.fields = m_source().layer.fields;
    while (m_sample.rows.size() < kSampledRows && m_reader->next()) {
      if (m_reader->blank()) continue;
      m_sample.rows.push_back(m_reader->cells());
      if (draft.sample.size() < kShownRows) {
        std::vector<std::string> texts;
        for (const SourceCell& cell : m_reader->cells()) texts.push_back(cellText(cell));
        draft.sample.push_back(std::move(texts));
      }
      const GeometryParts& geometry = m_reader->geometry();
      for (const GeometryKind kind : {GeometryKind::kPoint, GeometryKind::kLine, GeometryKind::kPolygon}) {
        if (geometry.of(kind).part_sizes.empty()) continue;
        m_kinds.insert(kind);
        const auto& xy = geometry.of(kind).xy;
        for (std::size_t i = 0; i + 1 < xy.size(); i += 2) m_extent.add(MapXY{xy[i], xy[i + 1]});
      }
    }
    m_reader->rewind();
    if (m_source().has_geometry && draft.source.layer.kind == GeometryKind::kNone && m_kinds.size() == 1)
      draft.source.layer.kind = *m_kinds.begin();
    m_coordinates = m_source().has_geometry ? CoordinateFields{} : guessCoordinateFields(m_sample, m_words);
  }

  Result<void> chooseTable() {
    draft.tables = rankTables(m_sample, draft.source, m_tables, m_coordinates,
                              {m_file.stem().string(), m_source().layer.name}, m_words);
    if (draft.tables.size() > 5) draft.tables.resize(5);
    std::string chosen = m_wishes.table.empty() ? draft.mapping.table : m_wishes.table;
    if (!chosen.empty()) {
      draft.table = {chosen, 1, m_mapped && m_wishes.table.empty() ? m_how : GuessReason::kGiven};
    } else if (draft.tables.empty() || draft.tables.front().fit_ratio < kLeastTableFit) {
      ask({QuestionKind::kTable, m_file.filename().string(), {}, {}});
    } else {
      const double first = draft.tables.front().fit_ratio;
      const double second = draft.tables.size() > 1 ? draft.tables[1].fit_ratio : 0;
      chosen = draft.tables.front().table;
      draft.table = {chosen, std::clamp(first + 0.5 * (first - second), 0.0, 0.98), GuessReason::kNames};
      if (first - second < kTooAlike)
        ask({QuestionKind::kTable, m_file.filename().string(), chosen, draft.tables[1].table});
    }
    draft.mapping.table = chosen;
    if (chosen.empty()) return {};
    const auto found = std::ranges::find(m_tables, chosen, &TargetTable::name);
    if (found == m_tables.end()) return fail(ErrorCode::kUnknownName, chosen);
    m_table = *found;
    return {};
  }

  void choosePlace() {
    if (!m_source().has_geometry) {
      if (draft.mapping.x_field.empty() && !m_mapped)
        draft.mapping.x_field = m_coordinates.x, draft.mapping.y_field = m_coordinates.y;
      if (draft.mapping.x_field.empty()) {
        if (m_table.geometry_required) ask({QuestionKind::kNoPlace, m_table.name, {}, {}});
        return;
      }
      addFieldExtent();
    } else if (!m_kinds.empty() && !m_kinds.contains(kindOf(m_table.geometry))) {
      ask({QuestionKind::kGeometryKind, m_table.name, {}, m_source().layer.geometry_type});
    }
    if (!m_wishes.crs.empty()) draft.mapping.crs = m_wishes.crs;
    // What a person has said is not judged again, but for the order of the axes.
    const bool given = !m_wishes.crs.empty();
    const std::string said = draft.mapping.crs.empty() ? m_source().layer.crs : draft.mapping.crs;
    const bool shifted = said == "gcj02" || said == "bd09";
    const bool unknown = !shifted && !said.empty() && !describeCrsOk(said);
    CrsGuess guess = guessCrs(m_file.filename().string(),
                              unknown   ? std::string()
                              : shifted ? "EPSG:4490"
                                        : said,
                              m_extent, m_divisions->extent());
    draft.crs_candidates = guess.candidates;
    draft.crs = guess.crs;
    if (!draft.mapping.crs.empty())
      draft.crs = {draft.mapping.crs, given ? 1.0 : guess.crs.confidence_ratio, given ? GuessReason::kGiven : m_how};
    else if (draft.crs.value.empty() && !said.empty())
      draft.crs.value = said;
    else
      draft.mapping.crs = draft.crs.value;
    // The next file of the kind may have them the right way round.
    if (!m_mapped || m_how == GuessReason::kSaved) draft.mapping.swap_axes = guess.swap_axes;
    if (draft.mapping.swap_axes)
      draft.warnings.push_back({WarningCode::kCoordinatesSuspect, m_file.string(), "longitude and latitude exchanged"});
    else if (draft.crs.reason != GuessReason::kFile && !draft.crs.value.empty() && !given)
      draft.warnings.push_back({WarningCode::kMissingCrsAssumed, m_file.string(), draft.crs.value});
    if (guess.question && !given) ask(std::move(*guess.question));
  }

  static bool describeCrsOk(const std::string& crs) { return Placement::create(crs, {}).has_value(); }

  void addFieldExtent() {
    const auto at = [&](const std::string& name) {
      return static_cast<std::size_t>(std::ranges::find(m_sample.fields, name, &SourceField::name) -
                                      m_sample.fields.begin());
    };
    const std::size_t x = at(draft.mapping.x_field), y = at(draft.mapping.y_field);
    if (x >= m_sample.fields.size() || y >= m_sample.fields.size()) return;
    for (const auto& row : m_sample.rows)
      if (const auto east = numberIn(trimmedText(cellText(row[x]))), north = numberIn(trimmedText(cellText(row[y])));
          east && north && (*east != 0 || *north != 0))
        m_extent.add(MapXY{*east, *north});
    // Degrees with minutes and seconds are read as positions anyway.
    if (m_extent.empty() && draft.mapping.crs.empty()) draft.mapping.crs = "EPSG:4490";
  }

  void chooseColumns() {
    const CoordinateFields coordinates{draft.mapping.x_field, draft.mapping.y_field};
    draft.columns = guessFields(m_sample, m_table, coordinates, m_words).fields;
    for (const auto& [column, guess] : draft.columns) {
      ColumnRule rule;
      rule.field = guess.value;
      rule.factor_ratio = m_words.factorFor(guess.value, column);
      draft.mapping.columns[column] = std::move(rule);
    }
    for (const TargetColumn& column : m_table.columns) {
      if (draft.mapping.columns.contains(column.name)) continue;
      ColumnRule rule;
      if (column.name == "division_code" && m_table.has_geometry)
        rule.from = ColumnRule::From::kPlace;
      else if (column.required && isMeasured(column, m_table.geometry))
        rule.from = ColumnRule::From::kGeometry;
      else
        continue;
      draft.mapping.columns[column.name] = std::move(rule);
    }
  }

  void askForColumns() {
    for (const TargetColumn& column : m_table.columns)
      if (column.required && !isOwnColumn(column.name) && column.name != "source" &&
          !draft.mapping.columns.contains(column.name))
        ask({QuestionKind::kColumn, column.name, {}, {}});
    for (const auto& [column, rule] : draft.mapping.columns)
      if (rule.from == ColumnRule::From::kField && !draft.columns.contains(column))
        draft.columns[column] = {rule.field, 1, m_how};
  }

  // The first rows, placed as the mapping says.
  std::vector<PlacePair> placePairs() {
    std::vector<PlacePair> pairs;
    const Vocabulary vocabulary{&m_words, &m_codes, &*m_divisions};
    UuidSource uuids(std::make_shared<FixedClock>(0), 0);
    Mapping mapping = draft.mapping;
    // Only what a thing is known by; the other columns need not be right yet.
    std::erase_if(mapping.columns,
                  [&](const auto& entry) { return entry.first != "name" && entry.first != m_table.key_column; });
    const RowMaker::Context context{m_table, mapping, vocabulary, m_db, {}, {}, &uuids};
    auto maker = RowMaker::create(*m_reader, context);
    auto known = KnownRowStore::load(m_db, m_table, {MatchBy::kCode, MatchBy::kNameAndPlace});
    if (!maker || !known) return pairs;
    std::vector<RejectedRow> rejected;
    for (const MadeRow& row : maker->next(rejected))
      if (const auto place = known->placeOf(row.marks.code, row.marks.name); place && !row.marks.box.empty())
        pairs.push_back({row.marks.box.centre(), *place});
    m_reader->rewind();
    return pairs;
  }

  void askAboutPlaces() {
    const std::string& crs = draft.mapping.crs.empty() ? m_source().layer.crs : draft.mapping.crs;
    if (crs.empty() || !draft.questions.empty()) {
      // First things first: where the numbers are at all.
      for (const ImportQuestion& question : draft.questions)
        if (question.kind == QuestionKind::kCrsUnknown || question.kind == QuestionKind::kCrsFarAway) return;
    }
    const bool shifted = crs == "gcj02" || crs == "bd09";
    const bool moved = draft.mapping.shift_east_m != 0 || draft.mapping.shift_north_m != 0;
    const auto finding = checkPlaces(placePairs());
    const std::string offset =
        finding ? fmt::format("{:.1f},{:.1f}", finding->east_m, finding->north_m) : std::string();
    const std::string detail = finding ? fmt::format("{:.0f} m, {}", finding->off_m, finding->places) : std::string();
    const auto datum = oldDatumOf(crs);
    if (datum && !moved)
      ask({QuestionKind::kOldDatum, *datum == Datum::kXian80 ? "Xi'an 80" : "Beijing 54",
           finding && finding->constant ? offset : std::string(), detail});
    if (shifted || !m_wishes.crs.empty()) return;
    if (finding && finding->shifted != ShiftedMap::kNone) {
      ask({QuestionKind::kShiftedMap, m_file.filename().string(),
           finding->shifted == ShiftedMap::kGcj02 ? "gcj02" : "bd09", detail});
      return;
    }
    if (finding && finding->constant && !datum && !moved)
      ask({QuestionKind::kOffset, m_file.filename().string(), offset, detail});
    if (finding) return;
    std::vector<std::string> names = {m_file.stem().string(), m_source().layer.name};
    for (const SourceField& field : m_sample.fields) names.push_back(field.name);
    for (const std::string& name : names)
      if (const ShiftedMap named = m_words.shiftedMapNamedIn(name); named != ShiftedMap::kNone)
        return ask({QuestionKind::kShiftedMap, name, named == ShiftedMap::kGcj02 ? "gcj02" : "bd09", {}});
  }

  const Database& m_db;
  const std::filesystem::path& m_file;
  const DraftWishes& m_wishes;
  const CancelToken& m_cancel;
  Synonyms m_words;
  std::optional<RowReader> m_reader;
  std::vector<TargetTable> m_tables;
  CodeLists m_codes;
  std::optional<DivisionStore> m_divisions;
  TargetTable m_table;
  RowSample m_sample;
  MapBox m_extent;
  std::set<GeometryKind> m_kinds;
  CoordinateFields m_coordinates;
  bool m_mapped = false;
  GuessReason m_how = GuessReason::kNames;
  ImportDraft draft;
};

}  // namespace

std::string reasonName(GuessReason reason) {
  switch (reason) {
    case GuessReason::kGiven:
      return "given";
    case GuessReason::kSaved:
      return "saved_mapping";
    case GuessReason::kFile:
      return "file";
    case GuessReason::kBytes:
      return "bytes";
    case GuessReason::kNames:
      return "names";
    case GuessReason::kZoneNumber:
      return "zone_number";
    case GuessReason::kNearCity:
      return "near_city";
    case GuessReason::kRows:
      return "rows";
    case GuessReason::kNothing:
      return "nothing";
  }
  return "nothing";
}

std::string questionName(QuestionKind kind) {
  switch (kind) {
    case QuestionKind::kTable:
      return "table";
    case QuestionKind::kCrsUnknown:
      return "crs_unknown";
    case QuestionKind::kCrsFarAway:
      return "crs_far_away";
    case QuestionKind::kShiftedMap:
      return "shifted_map";
    case QuestionKind::kOffset:
      return "offset";
    case QuestionKind::kOldDatum:
      return "old_datum";
    case QuestionKind::kNoPlace:
      return "no_place";
    case QuestionKind::kGeometryKind:
      return "geometry_kind";
    case QuestionKind::kColumn:
      return "column";
  }
  return "table";
}

void settle(ImportDraft& draft) {
  const Mapping& mapping = draft.mapping;
  const bool moved = mapping.shift_east_m != 0 || mapping.shift_north_m != 0;
  std::erase_if(draft.questions, [&](const ImportQuestion& question) {
    if (question.kind == QuestionKind::kColumn) return mapping.columns.contains(question.subject);
    if (moved && (question.kind == QuestionKind::kOldDatum || question.kind == QuestionKind::kOffset)) return true;
    return mapping.accepted.contains(questionName(question.kind));
  });
}

Result<ImportDraft> draftImport(const Database& db, const std::filesystem::path& file, const DraftWishes& wishes,
                                const CancelToken& cancel) {
  return Drafting(db, file, wishes, cancel).run();
}

}  // namespace gis

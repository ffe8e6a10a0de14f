// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/import_run.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <unordered_set>

#include "gis/import/block_reader.h"
#include "gis/import/trial_store.h"
#include "gis/store/code_store.h"
#include "gis/store/geopackage_blob.h"
#include "gis/store/table_writer.h"

namespace gis {

namespace {

constexpr std::size_t kMostRejected = 100'000;
constexpr std::size_t kMostPlaces = 20'000;
constexpr std::size_t kRowsAtOnce = 32;  // more gain nothing
constexpr double kSameDeg = 2e-8;        // 2 mm: below what a conversion of coordinates is good to

// 3 and 3.0 are the same to a person.
bool sameValue(const CellValue& a, const CellValue& b) {
  if (a == b) return true;
  const auto number = [](const CellValue& value) -> std::optional<double> {
    if (const auto* integer = std::get_if<std::int64_t>(&value)) return static_cast<double>(*integer);
    if (const auto* real = std::get_if<double>(&value)) return *real;
    return std::nullopt;
  };
  const auto left = number(a), right = number(b);
  return left && right && std::abs(*left - *right) <= 1e-9 * std::max(1.0, std::abs(*left));
}

bool sameGeometry(const CellValue& stored, const std::vector<std::byte>& made, GeometryKind kind) {
  const auto* blob = std::get_if<std::vector<std::byte>>(&stored);
  if (blob == nullptr) return false;
  if (*blob == made) return true;
  FeatureColumns a, b;
  a.kind = b.kind = kind;
  a.part_start = b.part_start = {0};
  if (!decodeGeometry(*blob, a) || !decodeGeometry(made, b)) return false;
  if (a.xy.size() != b.xy.size() || a.part_start != b.part_start) return false;
  for (std::size_t i = 0; i < a.xy.size(); ++i)
    if (std::abs(a.xy[i] - b.xy[i]) > kSameDeg) return false;
  return true;
}

// Where rows go: into the table, or nowhere when only their number is asked for.
class RowSink {
 public:
  // What became of a row that was added: the schema's words when a rule of it is broken.
  using Settled = std::function<void(const MadeRow& row, const std::optional<std::string>& refusal)>;

  virtual ~RowSink() = default;
  // `settled` is told now, or at the latest in settle(), in the order of the rows.
  virtual Result<void> add(MadeRow row, const Settled& settled) = 0;
  virtual Result<void> settle(const Settled& settled) = 0;
  // The schema's words when a rule of it is broken. What was added before is settled.
  virtual Result<std::optional<std::string>> change(const std::string& uuid, const RowCells& whole,
                                                    const RowCells& different) = 0;
  virtual Result<std::optional<std::string>> remove(const std::string& uuid) = 0;
};

class PlanSink final : public RowSink {
 public:
  PlanSink(TrialStore trial, const TargetTable& table, const std::vector<std::string>& columns)
      : m_trial(std::move(trial)), m_table(table), m_columns(columns) {}
  Result<void> add(MadeRow row, const Settled& settled) override {
    if (row.kind != GeometryKind::kNone)
      if (auto encoded = encodeGeometry(row.view(), m_table.geometry, 4490, m_blob); !encoded)
        return settled(row, encoded.error().detail), Result<void>();
    const auto refusal = m_trial.refusal(row.values);
    if (!refusal) return std::unexpected(refusal.error());
    settled(row, *refusal);
    return {};
  }
  Result<void> settle(const Settled&) override { return {}; }
  Result<std::optional<std::string>> change(const std::string&, const RowCells& whole, const RowCells&) override {
    std::vector<CellValue> values;
    for (const std::string& column : m_columns) values.push_back(whole.find(column)->second);
    return m_trial.refusal(values);
  }
  Result<std::optional<std::string>> remove(const std::string&) override { return std::nullopt; }

 private:
  TrialStore m_trial;
  const TargetTable& m_table;
  const std::vector<std::string>& m_columns;
  std::vector<std::byte> m_blob;
};

class TableSink final : public RowSink {
 public:
  TableSink(const Database& db, RowEditor& editor, const TargetTable& table, const std::vector<std::string>& columns,
            const Clock& clock, NumbersChecked checked)
      : m_db(db), m_editor(editor), m_table(table), m_columns(columns), m_clock(clock), m_checked(checked) {}

  Result<void> add(MadeRow row, const Settled& settled) override {
    m_waiting.push_back(std::move(row));
    return m_waiting.size() < kRowsAtOnce ? Result<void>() : settle(settled);
  }
  Result<void> settle(const Settled& settled) override {
    if (m_waiting.empty()) return {};
    if (!m_writer) {
      auto writer = TableWriter::open(m_db, m_table.name, m_columns, m_clock, m_checked);
      if (!writer) return std::unexpected(writer.error());
      m_writer.emplace(std::move(*writer));
    }
    m_bound.clear();
    for (const MadeRow& row : m_waiting)
      for (const CellValue& value : row.values) m_bound.push_back(bound(value));
    m_rows.clear();
    for (std::size_t i = 0; i < m_waiting.size(); ++i)
      m_rows.push_back({m_waiting[i].view(), std::span(m_bound).subspan(i * m_columns.size(), m_columns.size())});
    if (auto all = m_writer->appendAll(m_rows)) {
      noteFids(m_rows.size());
      for (const MadeRow& row : m_waiting) settled(row, std::nullopt);
    } else if (all.error().code != ErrorCode::kInvalidArgument) {
      return all;
    } else if (auto done = settleOneByOne(settled); !done) {  // one refused row stops all: each says for itself
      return done;
    }
    m_waiting.clear();
    return {};
  }
  Result<std::optional<std::string>> change(const std::string& uuid, const RowCells&,
                                            const RowCells& different) override {
    if (auto done = m_editor.set(m_table.name, uuid, different); !done) return refusal(done.error());
    return std::nullopt;
  }
  Result<std::optional<std::string>> remove(const std::string& uuid) override {
    if (auto done = m_editor.remove(m_table.name, uuid); !done) return refusal(done.error());
    return std::nullopt;
  }
  // After the last settle(), before anything is removed.
  Result<void> finish() {
    if (!m_writer) return {};
    if (auto finished = m_writer->finish(); !finished) return std::unexpected(finished.error());
    m_writer.reset();
    return m_first_fid == 0 ? Result<void>() : m_editor.noteBulk({m_table.name, m_first_fid, m_last_fid});
  }

 private:
  Result<void> settleOneByOne(const Settled& settled) {
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
      const auto appended = m_writer->append(m_rows[i].geometry, m_rows[i].values);
      if (appended) {
        noteFids(1);
        settled(m_waiting[i], std::nullopt);
        continue;
      }
      const auto words = refusal(appended.error());
      if (!words) return std::unexpected(words.error());
      settled(m_waiting[i], *words);
    }
    return {};
  }
  void noteFids(std::size_t rows) {
    m_last_fid = m_writer->lastFid();
    if (m_first_fid == 0) m_first_fid = m_last_fid - static_cast<std::int64_t>(rows) + 1;
  }
  static SqlValue bound(const CellValue& value) {
    if (const auto* integer = std::get_if<std::int64_t>(&value)) return *integer;
    if (const auto* real = std::get_if<double>(&value)) return *real;
    if (const auto* text = std::get_if<std::string>(&value)) return std::string_view(*text);
    return {};
  }
  static Result<std::optional<std::string>> refusal(const Error& error) {
    if (error.code != ErrorCode::kInvalidArgument) return std::unexpected(error);
    return error.detail;
  }

  const Database& m_db;
  RowEditor& m_editor;
  const TargetTable& m_table;
  const std::vector<std::string>& m_columns;
  const Clock& m_clock;
  const NumbersChecked m_checked;
  std::optional<TableWriter> m_writer;
  std::vector<MadeRow> m_waiting;
  std::vector<SqlValue> m_bound;
  std::vector<TableWriter::Row> m_rows;
  std::int64_t m_first_fid = 0;
  std::int64_t m_last_fid = 0;
};

// "row 12: CHECK constraint failed: pupils>=0" -> "pupils>=0".
std::string ruleOf(const std::string& words) {
  const std::size_t colon = words.starts_with("row ") ? words.find(": ") : std::string::npos;
  std::string rule = colon == std::string::npos ? words : words.substr(colon + 2);
  constexpr std::string_view kFailed = "CHECK constraint failed: ";
  return rule.starts_with(kFailed) ? rule.substr(kFailed.size()) : rule;
}

RejectReason reasonOf(const std::string& words) {
  if (words.find("UNIQUE") != std::string::npos) return RejectReason::kDuplicate;
  if (words.find("ring") != std::string::npos || words.find("vertex") != std::string::npos ||
      words.find("finite") != std::string::npos)
    return RejectReason::kBrokenGeometry;
  if (words.find("polygons for a table") != std::string::npos || words.find("geometry") != std::string::npos)
    return RejectReason::kWrongGeometry;
  return RejectReason::kRule;
}

// One reading of one file, from its rows to a sink.
class ImportRun {
 public:
  ImportRun(const Database& db, const ImportRequest& request, const CancelToken& cancel, const Progress& progress)
      : m_db(db), m_request(request), m_cancel(cancel), m_progress(progress), m_words(Synonyms::load()) {}

  // The file is read from here on, beside whatever is done meanwhile.
  Result<void> open(UuidSource& uuids, std::int64_t now_utc_ms) {
    const Mapping& mapping = m_request.mapping;
    auto target = TargetStore(m_db).table(mapping.table);
    if (!target) return std::unexpected(target.error());
    table = std::move(*target);
    auto codes = CodeStore(m_db).all();
    if (!codes) return std::unexpected(codes.error());
    m_codes = std::move(*codes);
    auto divisions = DivisionStore::load(m_db);
    if (!divisions) return std::unexpected(divisions.error());
    m_divisions.emplace(std::move(*divisions));
    m_vocabulary = {&m_words, &m_codes, &*m_divisions};
    const RowMaker::Context context{
        table, mapping, m_vocabulary, m_db, m_request.file.filename().string(), formatUtc(now_utc_ms), &uuids};
    auto blocks = BlockReader::start(m_request.file, {mapping.layer, mapping.encoding, mapping.header}, context);
    if (!blocks) return std::unexpected(blocks.error());
    m_blocks = std::move(*blocks);
    auto sha256 = sourceSha256(m_request.file, m_cancel);
    if (!sha256) return std::unexpected(sha256.error());
    outcome.sha256 = std::move(*sha256);
    if (!m_request.expected_sha256.empty() && m_request.expected_sha256 != outcome.sha256)
      return fail(ErrorCode::kChangedElsewhere, m_request.file.string());
    return {};
  }

  // The rows as they are now; inside the transaction that will change them.
  Result<void> loadKnown() {
    const Mapping& mapping = m_request.mapping;
    const auto brings = [&](const std::string& column) {
      const auto rule = mapping.columns.find(column);
      return rule != mapping.columns.end() && rule->second.from == ColumnRule::From::kField;
    };
    // Only what the file brings can be matched; a shape alone is no name, so it counts where there is no other mark.
    for (const MatchBy by : mapping.match) {
      const bool usable = by == MatchBy::kUuid           ? brings("uuid")
                          : by == MatchBy::kCode         ? !table.key_column.empty() && brings(table.key_column)
                          : by == MatchBy::kNameAndPlace ? brings("name")
                                                         : table.has_geometry && m_match.empty();
      if (usable) m_match.push_back(by);
    }
    auto known = KnownRowStore::load(m_db, table, m_match);
    if (!known) return std::unexpected(known.error());
    m_known.emplace(std::move(*known));
    m_seen.assign(m_known->size(), false);
    return {};
  }

  const std::vector<std::string>& columns() const { return m_blocks->maker().columns(); }

  // All rows of the file; `rows` reads the known ones.
  Result<void> run(RowSink& sink, CensusRowStore& rows) {
    const auto expected = static_cast<double>(m_blocks->expectedRows());
    while (true) {
      if (m_cancel.cancelled()) return fail(ErrorCode::kCancelled, m_request.file.string());
      auto block = m_blocks->next();
      if (!block) break;
      m_rejected_now = std::move(block->rejected);
      for (MadeRow& row : block->rows)
        if (auto taken = take(row, sink, rows); !taken) return taken;
      if (auto settled = sink.settle(m_settled); !settled) return settled;
      keepRejected();
      outcome.counts.rows = block->rows_read;
      if (m_progress && expected > 0) m_progress(std::min(1.0, static_cast<double>(block->rows_read) / expected));
    }
    if (m_blocks->failure()) return std::unexpected(*m_blocks->failure());
    for (const std::string& complaint : m_blocks->complaints())
      outcome.warnings.push_back({WarningCode::kRowSkipped, m_request.file.string(), complaint});
    outcome.counts.missing = std::ranges::count(m_seen, false);
    return {};
  }

  Result<void> removeMissing(RowSink& sink) {
    if (!m_request.mapping.remove_missing) return {};
    for (std::size_t i = 0; i < m_seen.size(); ++i) {
      if (m_seen[i]) continue;
      const auto refused = sink.remove(m_known->uuid(i));
      if (!refused) return std::unexpected(refused.error());
      if (*refused)
        m_rejected_now.push_back({0, RejectReason::kRule, {}, ruleOf(**refused)});
      else
        ++outcome.counts.removed;
    }
    keepRejected();
    return {};
  }

  TargetTable table;
  ImportOutcome outcome;

 private:
  void keepRejected() {
    // Reasons are found in several passes over a block; a person reads down the file.
    std::ranges::stable_sort(m_rejected_now, {}, &RejectedRow::row);
    outcome.counts.rejected += static_cast<std::int64_t>(m_rejected_now.size());
    for (RejectedRow& row : m_rejected_now)
      if (outcome.rejected.size() < kMostRejected) outcome.rejected.push_back(std::move(row));
    m_rejected_now.clear();
  }

  void refuse(const MadeRow& row, const std::string& words) {
    const std::string rule = ruleOf(words);
    m_rejected_now.push_back({row.number, reasonOf(rule), {}, rule});
  }

  void place(const MadeRow& row, bool is_new) {
    if (!row.marks.box.empty() && outcome.places.size() < kMostPlaces)
      outcome.places.push_back({row.marks.box.centre(), is_new});
  }

  Result<void> take(MadeRow& row, RowSink& sink, CensusRowStore& rows) {
    const auto known = m_known->find(row.marks, m_match, m_request.mapping.match_place_m);
    if (known) return takeKnown(row, *known, sink, rows);
    for (const std::string& mark : {row.marks.uuid, row.marks.code})
      if (!mark.empty() && !m_new_marks.insert(mark).second) {
        m_rejected_now.push_back({row.number, RejectReason::kDuplicate, {}, mark});
        return {};
      }
    if (!m_blocks->maker().complete(row, m_rejected_now)) return {};
    return sink.add(std::move(row), m_settled);
  }

  Result<void> takeKnown(const MadeRow& row, std::size_t known, RowSink& sink, CensusRowStore& rows) {
    if (m_seen[known]) {
      m_rejected_now.push_back({row.number, RejectReason::kDuplicate, {}, m_known->uuid(known)});
      return {};
    }
    m_seen[known] = true;
    const std::string& uuid = m_known->uuid(known);
    const auto before = rows.read(table.name, uuid);
    if (!before) return std::unexpected(before.error());
    if (!*before) return fail(ErrorCode::kNoData, table.name, uuid);
    RowCells different, whole = **before;
    for (std::size_t i = 0; i < columns().size(); ++i) {
      const std::string& column = columns()[i];
      // An empty cell says nothing: it takes no value away.
      if (!m_blocks->maker().fromFile(i) || std::holds_alternative<std::monostate>(row.values[i]) ||
          isOwnColumn(column))
        continue;
      if (sameValue(whole[column], row.values[i])) continue;
      different[column] = whole[column] = row.values[i];
    }
    if (row.kind != GeometryKind::kNone) {
      if (auto encoded = encodeGeometry(row.view(), table.geometry, 4490, m_blob); !encoded)
        return refuse(row, encoded.error().detail), Result<void>();
      if (!sameGeometry(whole[table.geometry_column], m_blob, row.kind)) different[table.geometry_column] = m_blob;
    }
    if (different.empty()) return ++outcome.counts.unchanged, Result<void>();
    if (auto settled = sink.settle(m_settled); !settled) return settled;
    const auto refused = sink.change(uuid, whole, different);
    if (!refused) return std::unexpected(refused.error());
    if (*refused) return refuse(row, **refused), Result<void>();
    ++outcome.counts.changed;
    place(row, false);
    return {};
  }

  const Database& m_db;
  const ImportRequest& m_request;
  const CancelToken& m_cancel;
  const Progress& m_progress;
  Synonyms m_words;
  CodeLists m_codes;
  std::optional<DivisionStore> m_divisions;
  Vocabulary m_vocabulary;
  std::vector<MatchBy> m_match;
  std::optional<KnownRowStore> m_known;
  std::vector<bool> m_seen;
  std::unordered_set<std::string> m_new_marks;
  std::vector<RejectedRow> m_rejected_now;
  const RowSink::Settled m_settled = [this](const MadeRow& row, const std::optional<std::string>& refusal) {
    if (refusal) return refuse(row, *refusal);
    ++outcome.counts.added;
    place(row, true);
  };
  std::vector<std::byte> m_blob;
  std::unique_ptr<BlockReader> m_blocks;  // last: its thread reads the others
};

std::string detailsOf(const ImportRequest& request, const std::string& sha256) {
  nlohmann::ordered_json details = {{"file", request.file.filename().string()}, {"sha256", sha256}};
  details["mapping"] = nlohmann::ordered_json::parse(mappingText(request.mapping), nullptr, false);
  return details.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace

Result<ImportOutcome> planImport(const Database& db, const ImportRequest& request, const CancelToken& cancel,
                                 const Progress& progress) {
  UuidSource uuids(std::make_shared<FixedClock>(0), 0);
  ImportRun run(db, request, cancel, progress);
  if (auto opened = run.open(uuids, 0); !opened) return std::unexpected(opened.error());
  if (auto loaded = run.loadKnown(); !loaded) return std::unexpected(loaded.error());
  auto trial = TrialStore::open(run.table, run.columns());
  if (!trial) return std::unexpected(trial.error());
  auto rows = CensusRowStore::open(db);
  if (!rows) return std::unexpected(rows.error());
  PlanSink sink(std::move(*trial), run.table, run.columns());
  if (auto done = run.run(sink, *rows); !done) return std::unexpected(done.error());
  if (auto removed = run.removeMissing(sink); !removed) return std::unexpected(removed.error());
  return std::move(run.outcome);
}

namespace {

Result<ImportOutcome> apply(const Database& db, UuidSource& uuids, const Clock& clock, const StepPlan& plan,
                            const ImportRequest& request, NumbersChecked checked, const CancelToken& cancel,
                            const Progress& progress) {
  ImportRun run(db, request, cancel, progress);
  if (auto opened = run.open(uuids, clock.nowUtcMs()); !opened) return std::unexpected(opened.error());
  StepPlan with_details = plan;
  with_details.kind = StepKind::kImport;
  with_details.details = detailsOf(request, run.outcome.sha256);
  bool wrong_number = false;
  const auto step = RowEditor::edit(db, uuids, clock, with_details, [&](RowEditor& editor) -> Result<void> {
    if (auto loaded = run.loadKnown(); !loaded) return loaded;
    TableSink sink(db, editor, run.table, run.columns(), clock, checked);
    if (auto done = run.run(sink, editor.rows()); !done) return done;
    if (auto finished = sink.finish(); !finished) {
      wrong_number = checked == NumbersChecked::kAtTheEnd && finished.error().code == ErrorCode::kInvalidArgument;
      return finished;
    }
    return run.removeMissing(sink);
  });
  // Which of the rows it was has to be asked of each: all is as it was, and the file is read again.
  if (!step && wrong_number) return apply(db, uuids, clock, plan, request, NumbersChecked::kRowByRow, cancel, progress);
  if (!step) return std::unexpected(step.error());
  run.outcome.step = *step;
  return std::move(run.outcome);
}

}  // namespace

Result<ImportOutcome> applyImport(const Database& db, UuidSource& uuids, const Clock& clock, const StepPlan& plan,
                                  const ImportRequest& request, const CancelToken& cancel, const Progress& progress) {
  db.prepareForMany();
  auto outcome = apply(db, uuids, clock, plan, request, NumbersChecked::kAtTheEnd, cancel, progress);
  db.backToUsual();
  return outcome;
}

}  // namespace gis

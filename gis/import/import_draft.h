// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/coords.h"
#include "gis/core/error.h"
#include "gis/geo/crs_candidates.h"
#include "gis/import/mapping.h"
#include "gis/import/synonyms.h"
#include "gis/store/database.h"
#include "gis/vector/row_reader.h"

namespace gis {

// Why something is taken for what it is.
enum class GuessReason {
  kGiven,       // a person said so
  kSaved,       // the last file of this kind was read so
  kFile,        // the file says so
  kBytes,       // the bytes of its texts look so
  kNames,       // names of fields, of the file, of the layer
  kZoneNumber,  // eight-digit eastings begin with it
  kNearCity,    // only so do the rows lie in or near the city
  kRows,        // the first rows of the sheet
  kNothing,     // it is only the usual case
};
std::string reasonName(GuessReason reason);

struct Guess {
  std::string value;
  double confidence_ratio = 0;
  GuessReason reason = GuessReason::kNothing;
};

// What a person has to decide before anything is written.
enum class QuestionKind {
  kTable,         // none fits, or two fit alike
  kCrsUnknown,    // nothing says where the coordinates are; subject: the file
  kCrsFarAway,    // what the file says would put it far from the city; suggestion: a system that would not
  kShiftedMap,    // GCJ-02 or BD-09; suggestion: which; detail: by how many metres, from how many known places
  kOffset,        // all places are off by the same; suggestion: "east,north" in metres
  kOldDatum,      // Xi'an 80 or Beijing 54, whose exact relation is secret; suggestion: the offset, if places are known
  kNoPlace,       // a table without coordinates for a table that needs them
  kGeometryKind,  // lines for a table of points
  kColumn,        // subject: a column that needs a value and has none
};
// The stable lower-case name, "old_datum"; in Mapping::accepted it stands for "leave it as it is".
std::string questionName(QuestionKind kind);

struct ImportQuestion {
  QuestionKind kind = QuestionKind::kTable;
  std::string subject;
  std::string suggestion;
  std::string detail;
};

struct RankedTable {
  std::string table;
  double fit_ratio = 0;
};

// What is known of a file before it is imported: what it holds, how it would be read and why.
struct ImportDraft {
  RowSource source;
  std::string source_key;
  std::vector<std::string> layers;
  SheetRows sample;  // the first rows as text
  Mapping mapping;
  Guess table;
  Guess crs;
  Guess encoding;
  Guess header;                                       // of a sheet
  std::map<std::string, Guess, std::less<>> columns;  // by column: the field
  std::vector<RankedTable> tables;                    // the best ones first
  std::vector<CrsCandidate> crs_candidates;           // the likely ones first, at most 12
  std::vector<ImportQuestion> questions;              // that are open
  std::vector<Warning> warnings;
};

// What is decided already; the rest is guessed.
struct DraftWishes {
  std::string table;
  std::string layer;
  std::string encoding;
  std::string crs;
  std::optional<HeaderRows> header;
  std::optional<Mapping> mapping;  // nothing is guessed then but what it leaves open
  bool use_saved = true;
};

// Looks at a file and at the workspace, changes neither. Fails as RowReader::open does, with kUnknownName (table),
// kUnknownCrs, and as checkMapping does.
Result<ImportDraft> draftImport(const Database& db, const std::filesystem::path& file, const DraftWishes& wishes = {},
                                const CancelToken& cancel = {});

// Takes the questions out that the mapping, changed since, answers.
void settle(ImportDraft& draft);

}  // namespace gis

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <expected>
#include <string>
#include <utility>
#include <vector>

namespace gis {

// What went wrong, as a person would sort it. app/ holds one table that turns each code into a sentence in the
// user's language; a new code needs a new row there (a test checks it).
enum class ErrorCode {
  kCancelled,         // asked for by the user; a result, never shown as an error
  kInvalidArgument,   // the caller's value makes no sense (detail says which)
  kNotFound,          // no file or folder of that name
  kPermissionDenied,  // exists, may not be read or written
  kEmptyFile,         // zero bytes
  kDamagedFile,       // right kind, broken inside
  kForeignFile,       // a readable file of another kind (another program's database)
  kForeignPackage,    // a file that is no change package, or one of another office or city
  kNewerSchema,       // written by a later Fengsui
  kOlderSchema,       // written by an earlier Fengsui and not yet brought up to date
  kReadOnly,          // a change was asked of a workspace that is open for reading
  kChangedElsewhere,  // somebody changed the same thing since it was read
  kFileLocked,        // another program holds it
  kDiskFull,
  kAlreadyExists,      // would overwrite
  kUnsupportedFormat,  // no driver opens it
  kMissingCrs,         // coordinates without a reference system
  kUnknownCrs,         // a reference system PROJ does not know
  kUnknownName,        // no place, layer or view has this name
  kOutOfRange,         // coordinates or values outside what the method allows
  kNoData,             // nothing there (no layer, no row)
  kNotEnough,          // less is left than was asked for (detail says how much)
  kExpired,            // its day has passed
  kSqlFailed,
  kIoFailed,
};

// One failure. `subject` is the thing by name (a file, a table, a code), `detail` technical text for the details
// button, `trail` the steps that led here, innermost first.
struct Error {
  ErrorCode code = ErrorCode::kIoFailed;
  std::string subject;
  std::string detail;
  std::vector<std::string> trail;

  Error&& via(std::string step) && {
    trail.push_back(std::move(step));
    return std::move(*this);
  }
};

template <class T>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> fail(ErrorCode code, std::string subject, std::string detail = {}) {
  return std::unexpected(Error{code, std::move(subject), std::move(detail), {}});
}

// Something skipped or guessed while the rest succeeded ("row 17: depth missing"). Same sorting as errors: the code
// picks the sentence, subject and detail fill it.
enum class WarningCode {
  kMissingCrsAssumed,  // detail: the CRS that was assumed
  kEncodingGuessed,    // detail: the encoding
  kGeometrySkipped,    // subject: feature, detail: reason
  kGeometryRepaired,   // detail: how many
  kRowSkipped,
  kValueUnreadable,
  kOutsideCrs,          // detail: how many features
  kCoordinatesSuspect,  // detail: swapped axes, GCJ-02 ...
  kTooManyFeatures,
  kLayerWithoutGeometry,
  kFileEndsEarly,  // a raster that was cut off: described, but not drawn
};

struct Warning {
  WarningCode code;
  std::string subject;
  std::string detail;
};

// A value together with what was passed over on the way.
template <class T>
struct Loaded {
  T value;
  std::vector<Warning> warnings;
};

// The stable lower-case name of a code for logs and JSON, e.g. "damaged_file".
std::string errorName(ErrorCode code);
std::string warningName(WarningCode code);

}  // namespace gis

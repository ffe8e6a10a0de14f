// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/core/error.h"

namespace gis {

std::string errorName(ErrorCode code) {
  switch (code) {
    case ErrorCode::kCancelled:
      return "cancelled";
    case ErrorCode::kInvalidArgument:
      return "invalid_argument";
    case ErrorCode::kNotFound:
      return "not_found";
    case ErrorCode::kPermissionDenied:
      return "permission_denied";
    case ErrorCode::kEmptyFile:
      return "empty_file";
    case ErrorCode::kDamagedFile:
      return "damaged_file";
    case ErrorCode::kForeignFile:
      return "foreign_file";
    case ErrorCode::kForeignPackage:
      return "foreign_package";
    case ErrorCode::kNewerSchema:
      return "newer_schema";
    case ErrorCode::kOlderSchema:
      return "older_schema";
    case ErrorCode::kReadOnly:
      return "read_only";
    case ErrorCode::kChangedElsewhere:
      return "changed_elsewhere";
    case ErrorCode::kFileLocked:
      return "file_locked";
    case ErrorCode::kDiskFull:
      return "disk_full";
    case ErrorCode::kAlreadyExists:
      return "already_exists";
    case ErrorCode::kUnsupportedFormat:
      return "unsupported_format";
    case ErrorCode::kMissingCrs:
      return "missing_crs";
    case ErrorCode::kUnknownCrs:
      return "unknown_crs";
    case ErrorCode::kUnknownName:
      return "unknown_name";
    case ErrorCode::kOutOfRange:
      return "out_of_range";
    case ErrorCode::kNoData:
      return "no_data";
    case ErrorCode::kNotEnough:
      return "not_enough";
    case ErrorCode::kExpired:
      return "expired";
    case ErrorCode::kSqlFailed:
      return "sql_failed";
    case ErrorCode::kIoFailed:
      return "io_failed";
  }
  return "unknown";
}

std::string warningName(WarningCode code) {
  switch (code) {
    case WarningCode::kMissingCrsAssumed:
      return "missing_crs_assumed";
    case WarningCode::kEncodingGuessed:
      return "encoding_guessed";
    case WarningCode::kGeometrySkipped:
      return "geometry_skipped";
    case WarningCode::kGeometryRepaired:
      return "geometry_repaired";
    case WarningCode::kRowSkipped:
      return "row_skipped";
    case WarningCode::kValueUnreadable:
      return "value_unreadable";
    case WarningCode::kOutsideCrs:
      return "outside_crs";
    case WarningCode::kCoordinatesSuspect:
      return "coordinates_suspect";
    case WarningCode::kTooManyFeatures:
      return "too_many_features";
    case WarningCode::kLayerWithoutGeometry:
      return "layer_without_geometry";
    case WarningCode::kFileEndsEarly:
      return "file_ends_early";
  }
  return "unknown";
}

}  // namespace gis

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/callout/callout_view.h"
#include "gis/cap/cap_reader.h"
#include "gis/cap/warning_store.h"
#include "gis/core/cancel.h"

namespace app {

class CalloutSession;

// What a panel has done in jobs: each opens the workspace for itself.

// A place that a warning typed by hand can name.
struct WarnedPlace {
  std::string code;
  QString name;
};

struct WarningList {
  gis::LifeLines lines;
  std::vector<WarnedPlace> counties;
  std::string watched_folder;       // empty: none
  std::string watched_address;      // likewise
  std::vector<std::string> called;  // warnings that a call-out was started for
};
gis::Result<WarningList> readWarningList(const std::filesystem::path& folder, std::int64_t now_utc_ms);

// What became of a file.
struct WarningFileOutcome {
  std::filesystem::path file;
  std::optional<gis::CapProblem> refused;
  std::optional<gis::WarningArrival> arrival;
  std::string identifier;
  std::optional<gis::Error> error;
};
WarningFileOutcome addWarningFile(const std::filesystem::path& folder, const std::filesystem::path& file,
                                  const std::string& source, std::int64_t now_utc_ms);
// The same of bytes that came in some other way; `name` stands for the file.
WarningFileOutcome addWarningBytes(const std::filesystem::path& folder, const std::string& name,
                                   const std::string& bytes, const std::string& source, std::int64_t now_utc_ms);

// Files of a watched folder that were not there before, or have changed; `seen` is brought up to date. *.xml and *.cap.
std::vector<std::filesystem::path> freshFiles(const std::filesystem::path& watched, std::set<std::string>& seen);
gis::Result<void> watchFolder(const std::filesystem::path& folder, const std::string& watched);
// Empty: no address is asked any more.
gis::Result<void> watchAddress(const std::filesystem::path& folder, const std::string& address);

// A warning typed by hand, made into a message and kept. Returns its identifier.
struct TypedWarning {
  std::string event_code;
  gis::WarningColour colour = gis::WarningColour::kRed;
  std::vector<std::string> division_codes;
  std::string sender_name, headline, description;
  int hours = 12;
  bool is_exercise = false;
  std::string updates;  // identifier of the warning it follows; empty: none
  bool cancels = false;
};
gis::Result<std::string> addTypedWarning(const std::filesystem::path& folder, const TypedWarning& typed,
                                         std::int64_t now_utc_ms);

// The latest message of a warning as a CAP 1.2 file for others: polygons of at most 100 vertices. The file gets its
// name when it is whole.
gis::Result<void> saveWarning(const std::filesystem::path& folder, const std::string& warning_id,
                              const std::filesystem::path& file);

// The newest call-out that is not closed; empty: none runs.
gis::Result<std::string> runningCallout(const std::filesystem::path& folder);

// Whom it calls, at once; when they would confirm takes longer and is left to gis::forecastCourse. `is_drill`: every
// text says so; an exercise's warning is a drill in any case.
gis::Result<CalloutPreview> previewCallout(const std::filesystem::path& folder, const std::string& warning_id,
                                           bool is_drill, int officers, std::int64_t now_utc_ms,
                                           const gis::CancelToken& cancel);

// A drill: with real telephones (`speed` 0, the first number in hand), or with made people `speed` times as fast.
gis::Result<std::shared_ptr<CalloutSession>> startDrill(const std::filesystem::path& folder,
                                                        const std::string& warning_id, int officers, double speed,
                                                        const std::string& officer, std::int64_t now_utc_ms,
                                                        const gis::CancelToken& cancel);

}  // namespace app

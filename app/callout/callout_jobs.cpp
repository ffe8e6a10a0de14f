// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callout/callout_jobs.h"

#include <algorithm>
#include <fstream>

#include "app/callout/callout_session.h"
#include "app/callout/warned_area.h"
#include "app/print/pending_file.h"
#include "app/warning_text/callout_text.h"
#include "gis/callout/callout_store.h"
#include "gis/callout/roster_store.h"
#include "gis/cap/cap_writer.h"
#include "gis/core/clock.h"
#include "gis/store/workspace.h"

namespace app {
namespace {

constexpr int kCounty = 3;
constexpr std::int64_t kMsPerH = 3'600'000;
constexpr char kWatchKey[] = "callout_watched_folder", kAddressKey[] = "callout_watched_address";

gis::Result<gis::Workspace> writable(const std::filesystem::path& folder) {
  auto workspace = gis::Workspace::open(folder, gis::OpenMode::kReadWrite);
  if (workspace && workspace->readOnlyReason()) return std::unexpected(*workspace->readOnlyReason());
  return workspace;
}

}  // namespace

gis::Result<WarningList> readWarningList(const std::filesystem::path& folder, std::int64_t now_utc_ms) {
  const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  WarningList list;
  auto lines = gis::WarningStore(workspace->db()).lines(now_utc_ms);
  if (!lines) return std::unexpected(lines.error());
  list.lines = std::move(*lines);
  const auto roster = gis::readRoster(workspace->db());
  if (!roster) return std::unexpected(roster.error());
  for (const gis::RosterDivision& division : roster->divisions)
    if (division.division.level == kCounty)
      list.counties.push_back({division.division.code, QString::fromStdString(division.division.name)});
  const auto records = gis::CalloutStore(workspace->db()).all();
  if (!records) return std::unexpected(records.error());
  for (const gis::CalloutRecord& record : *records) list.called.push_back(record.warning_id);
  if (const auto watched = gis::CalloutStore(workspace->db()).setting(kWatchKey)) list.watched_folder = *watched;
  if (const auto address = gis::CalloutStore(workspace->db()).setting(kAddressKey)) list.watched_address = *address;
  return list;
}

WarningFileOutcome addWarningFile(const std::filesystem::path& folder, const std::filesystem::path& file,
                                  const std::string& source, std::int64_t now_utc_ms) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) {
    WarningFileOutcome outcome;
    outcome.file = file;
    outcome.error = gis::Error{gis::ErrorCode::kNotFound, file.string(), {}, {}};
    return outcome;
  }
  std::string bytes(gis::kCapMostBytes + 1, '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  return addWarningBytes(folder, file.string(), bytes, source, now_utc_ms);
}

WarningFileOutcome addWarningBytes(const std::filesystem::path& folder, const std::string& name,
                                   const std::string& bytes, const std::string& source, std::int64_t now_utc_ms) {
  WarningFileOutcome outcome;
  outcome.file = name;
  const auto read = gis::readCap(bytes);
  if (!read) {
    outcome.refused = read.error();
    return outcome;
  }
  auto workspace = writable(folder);
  if (!workspace) {
    outcome.error = workspace.error();
    return outcome;
  }
  const auto arrival = gis::WarningStore(workspace->db()).add(read->message, source, now_utc_ms);
  if (!arrival)
    outcome.error = arrival.error();
  else
    outcome.arrival = *arrival;
  outcome.identifier = read->message.identifier;
  return outcome;
}

std::vector<std::filesystem::path> freshFiles(const std::filesystem::path& watched, std::set<std::string>& seen) {
  std::vector<std::filesystem::path> fresh;
  std::error_code ec;
  std::set<std::string> there;
  for (std::filesystem::directory_iterator at(watched, ec), end; !ec && at != end; at.increment(ec)) {
    std::error_code one;
    if (!at->is_regular_file(one)) continue;
    std::string ending = at->path().extension().string();
    std::ranges::transform(ending, ending.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    if (ending != ".xml" && ending != ".cap") continue;
    const auto written = at->last_write_time(one).time_since_epoch().count();
    std::string mark = at->path().string() + "|" + std::to_string(at->file_size(one)) + "|" + std::to_string(written);
    if (!seen.contains(mark)) fresh.push_back(at->path());
    there.insert(std::move(mark));
  }
  seen = std::move(there);
  std::ranges::sort(fresh);
  return fresh;
}

gis::Result<void> watchFolder(const std::filesystem::path& folder, const std::string& watched) {
  auto workspace = writable(folder);
  if (!workspace) return std::unexpected(workspace.error());
  return workspace->setFact(kWatchKey, watched);
}

gis::Result<void> watchAddress(const std::filesystem::path& folder, const std::string& address) {
  auto workspace = writable(folder);
  if (!workspace) return std::unexpected(workspace.error());
  return workspace->setFact(kAddressKey, address);
}

gis::Result<std::string> addTypedWarning(const std::filesystem::path& folder, const TypedWarning& typed,
                                         std::int64_t now_utc_ms) {
  auto workspace = writable(folder);
  if (!workspace) return std::unexpected(workspace.error());
  gis::WarningStore store(workspace->db());
  gis::Warning12379 warning;
  const std::string stamp = beijingText(now_utc_ms, QStringLiteral("yyyyMMddHHmmsszzz")).toStdString();
  warning.identifier = workspace->facts().city_code + "00000000_" + stamp;
  warning.sender = "fengsui-" + workspace->facts().city_code;
  warning.sender_name = typed.sender_name;
  warning.sent_utc_ms = warning.effective_utc_ms = now_utc_ms;
  warning.expires_utc_ms = now_utc_ms + typed.hours * kMsPerH;
  warning.status = typed.is_exercise ? gis::CapStatus::kExercise : gis::CapStatus::kActual;
  warning.event_code = typed.event_code;
  if (const gis::EventType* type = gis::eventTypeOf(typed.event_code)) warning.event = type->name_zh;
  warning.colour = typed.colour;
  warning.headline = typed.headline;
  warning.description = typed.description;
  warning.division_codes = typed.division_codes;
  if (!typed.updates.empty()) {
    const auto before = store.warning(typed.updates);
    if (!before) return std::unexpected(before.error());
    warning.status = before->status;
    warning.msg_type = typed.cancels ? gis::CapMsgType::kCancel : gis::CapMsgType::kUpdate;
    warning.references.push_back({before->sender, before->identifier, gis::writeCapTime(before->sent_utc_ms, 480)});
  }
  if (auto added = store.add(gis::capOf(warning), "typed", now_utc_ms); !added) return std::unexpected(added.error());
  return warning.identifier;
}

gis::Result<void> saveWarning(const std::filesystem::path& folder, const std::string& warning_id,
                              const std::filesystem::path& file) {
  const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  const auto warning = gis::WarningStore(workspace->db()).warning(warning_id);
  if (!warning) return std::unexpected(warning.error());
  PendingFile pending(file);
  if (auto begun = pending.begin(); !begun) return begun;
  const std::string text = gis::writeCap(gis::capOf(*warning));
  pending.write(text.data(), static_cast<qint64>(text.size()));
  if (auto state = pending.state(); !state) return state;
  return pending.commit();
}

namespace {

// `made_lines`: the lines of made people, as many as the plan counts on; else those that are served.
gis::Result<CalloutPreview> makePreview(const std::filesystem::path& folder, const std::string& warning_id,
                                        bool is_drill, bool made_lines, int officers, std::int64_t now_utc_ms,
                                        const gis::CancelToken& cancel) {
  const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  const auto warning = gis::WarningStore(workspace->db()).warning(warning_id);
  if (!warning) return std::unexpected(warning.error());
  const auto plan = gis::CalloutStore(workspace->db()).plan();
  if (!plan) return std::unexpected(plan.error());
  const auto roster = gis::readRoster(workspace->db());
  if (!roster) return std::unexpected(roster.error());
  CalloutPreview preview;
  preview.officers = officers;
  preview.lines = gis::readLineStates(folder);
  std::array<bool, gis::kChannelCount> has_line = preview.lines.hasLine(now_utc_ms);
  if (made_lines) has_line.fill(true);
  const gis::CalloutPlan possible = gis::withChannels(*plan, has_line, &preview.by_hand);
  const QString sent = beijingText(warning->sent_utc_ms, QStringLiteral("M月d日H时m分"));
  auto chosen = gis::chooseTargets(possible, *warning, *roster, is_drill || warning->status != gis::CapStatus::kActual,
                                   sent.toStdString());
  if (!chosen) return std::unexpected(chosen.error());
  preview.snapshot = std::move(chosen->snapshot);
  preview.places = chosen->divisions.size();
  preview.gaps = std::move(chosen->gaps);
  gis::SimulateOptions options;
  options.start_utc_ms = now_utc_ms;
  options.lines = preview.lines.counted(now_utc_ms, officers);
  // Somebody has to send each visitor.
  options.lines.count[static_cast<std::size_t>(gis::Channel::kDoor)] = officers * gis::kVisitsPerOfficer;
  preview.capacity = gis::forecastCapacity(preview.snapshot, options.lines, options.model);
  auto view = std::make_shared<CalloutView>();
  auto area = warnedArea(*workspace, *warning);
  if (!area) return std::unexpected(area.error());
  view->facts = factsOf({}, preview.snapshot, *roster, std::move(*area));
  view->now_utc_ms = now_utc_ms;
  view->lines = preview.lines;
  const gis::CalloutState nobody(preview.snapshot);
  view->tree = gis::tallyTree(nobody);
  view->persons.resize(preview.snapshot.targets.size());
  preview.view = std::move(view);
  preview.expected = options;
  if (cancel.cancelled()) return gis::fail(gis::ErrorCode::kCancelled, warning_id);
  return preview;
}

}  // namespace

gis::Result<CalloutPreview> previewCallout(const std::filesystem::path& folder, const std::string& warning_id,
                                           bool is_drill, int officers, std::int64_t now_utc_ms,
                                           const gis::CancelToken& cancel) {
  return makePreview(folder, warning_id, is_drill, false, officers, now_utc_ms, cancel);
}

gis::Result<std::string> runningCallout(const std::filesystem::path& folder) {
  const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  const auto all = gis::CalloutStore(workspace->db()).all();
  if (!all) return std::unexpected(all.error());
  for (const gis::CalloutRecord& record : *all)
    if (!record.is_closed) return record.uuid;
  return std::string();
}

gis::Result<std::shared_ptr<CalloutSession>> startDrill(const std::filesystem::path& folder,
                                                        const std::string& warning_id, int officers, double speed,
                                                        const std::string& officer, std::int64_t now_utc_ms,
                                                        const gis::CancelToken& cancel) {
  auto preview = makePreview(folder, warning_id, true, speed > 0, officers, now_utc_ms, cancel);
  if (!preview) return std::unexpected(preview.error());
  if (speed <= 0) {
    auto run = gis::CalloutRun::start(folder, preview->snapshot, officer);
    if (!run) return std::unexpected(run.error());
    auto session = std::make_shared<CalloutSession>(std::move(*run), officer);
    if (auto claimed = session->claim(); !claimed) return std::unexpected(claimed.error());
    return session;
  }
  gis::SimulateOptions options;
  options.seed = static_cast<std::uint64_t>(now_utc_ms);
  // Made people have the lines that the plan counts on, whatever is served here today.
  options.lines.count[static_cast<std::size_t>(gis::Channel::kPhone)] = officers;
  auto run = gis::CalloutRun::drill(folder, std::move(preview->snapshot), officer, options, speed);
  if (!run) return std::unexpected(run.error());
  return std::make_shared<CalloutSession>(std::move(*run), officer);
}

}  // namespace app

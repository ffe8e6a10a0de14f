// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/field/field_workspace_store.h"

#include <algorithm>
#include <array>

#include "gis/edit/edit_log_store.h"
#include "gis/field/field_area_store.h"
#include "gis/field/field_store.h"
#include "gis/field/key_lock.h"
#include "gis/picture/picture_store.h"
#include "gis/store/guarded.h"
#include "gis/store/raw_statement.h"

namespace gis {

namespace {

constexpr const char* kOffice = "office";        // the office's database on the laptop's connection
constexpr std::int64_t kEmptyBytes = 2'000'000;  // a workspace with the schema and the code tables alone

class Copier {
 public:
  Copier(const Database& to, const Database& from, const FieldPlan& plan) : m_to(to), m_from(from), m_plan(plan) {}

  Result<std::int64_t> run(const CancelToken& cancel, const Progress& progress) {
    return guarded(m_to, [&]() -> Result<std::int64_t> {
      SQLite::Statement attach(m_to.sql(), "ATTACH ? AS office");
      attach.bind(1, m_from.file().string());
      attach.exec();
      m_to.sql().exec("PRAGMA foreign_keys=OFF");
      auto copied = m_to.transaction([&]() { return copy(cancel, progress); });
      m_to.sql().exec("PRAGMA foreign_keys=ON");
      m_to.sql().exec("DETACH office");
      if (!copied) return std::unexpected(copied.error());
      return m_rows;
    });
  }

 private:
  Result<void> copy(const CancelToken& cancel, const Progress& progress) {
    const auto area = FieldAreaStore::open(m_to, kOffice, m_plan);
    if (!area) return std::unexpected(area.error());
    std::size_t done = 0;
    for (const std::string& table : area->tables()) {
      if (cancel.cancelled()) return fail(ErrorCode::kCancelled, table);
      if (progress) progress(static_cast<double>(done++) / static_cast<double>(area->tables().size()));
      // Tables of rules come filled with what the program ships; the office's own stand for them.
      m_to.sql().exec("DELETE FROM main." + sqlName(table));
      m_rows += m_to.sql().exec(
          fmt::format("INSERT INTO main.{0} SELECT * FROM office.{0}{1}", sqlName(table), area->where(table)));
    }
    for (const char* log : {"edit_step", "edit_change", "edit_bulk", "edit_conflict"})
      m_to.sql().exec(std::string("INSERT INTO main.") + log + " SELECT * FROM office." + log);
    m_to.sql().exec("INSERT OR REPLACE INTO main.workspace_setting SELECT * FROM office.workspace_setting");
    m_to.sql().exec(
        "UPDATE main.gpkg_contents SET last_change=o.last_change, min_x=o.min_x, min_y=o.min_y, max_x=o.max_x,"
        " max_y=o.max_y FROM office.gpkg_contents o WHERE o.table_name=main.gpkg_contents.table_name");
    return fetchReferences();
  }

  // Brings along what the copied rows refer to.
  Result<void> fetchReferences() {
    // A river's reaches come one a round, each naming the next.
    for (;;) {
      int fetched = 0;
      std::vector<std::string> statements;
      SQLite::Statement broken(m_to.sql(), "SELECT DISTINCT \"table\", parent, fkid FROM pragma_foreign_key_check()");
      while (broken.executeStep()) {
        const std::string child = broken.getColumn(0).getString();
        const std::string parent = broken.getColumn(1).getString();
        SQLite::Statement key(m_to.sql(),
                              "SELECT \"from\", ifnull(\"to\",'fid') FROM pragma_foreign_key_list(?) WHERE id=?");
        key.bind(1, child);
        key.bind(2, broken.getColumn(2).getInt());
        if (!key.executeStep()) continue;
        statements.push_back(fmt::format(
            "INSERT OR IGNORE INTO main.{1} SELECT * FROM office.{1} WHERE {3} IN (SELECT {2} FROM main.{0})",
            sqlName(child), sqlName(parent), sqlName(key.getColumn(0).getString()),
            sqlName(key.getColumn(1).getString())));
      }
      broken.reset();
      for (const std::string& statement : statements) fetched += m_to.sql().exec(statement);
      m_rows += fetched;
      if (statements.empty()) return {};
      if (fetched == 0) break;
    }
    return fail(ErrorCode::kDamagedFile, m_from.file().string(), "rows refer to rows that are not there");
  }

  const Database& m_to;
  const Database& m_from;
  const FieldPlan& m_plan;
  std::int64_t m_rows = 0;
};

// Own keys for the office when it prepares its first laptop.
Result<FieldIdentity> officeIdentity(const Workspace& office, const EditAuthor& author) {
  const FieldStore store(office.db());
  auto known = store.identity();
  if (!known) return std::unexpected(known.error());
  if (*known) return std::move(**known);
  auto made = newOffice(author.seat);
  if (!made) return made;
  if (auto kept = store.setIdentity(*made); !kept) return std::unexpected(kept.error());
  return made;
}

constexpr std::array kRasterFolders = {"rasters", "basemaps"};

// File by file, so that gigabytes can be cancelled in between.
Result<void> copyFiles(const std::filesystem::path& from, const std::filesystem::path& to, const CancelToken& cancel) {
  namespace fs = std::filesystem;
  std::error_code failed;
  const auto trouble = [&]() {
    return fail(failed == std::errc::no_space_on_device ? ErrorCode::kDiskFull : ErrorCode::kIoFailed, to.string(),
                failed.message());
  };
  if (!fs::exists(from, failed)) return {};
  for (fs::recursive_directory_iterator at(from, failed), end; !failed && at != end; at.increment(failed)) {
    if (cancel.cancelled()) return fail(ErrorCode::kCancelled, to.string());
    const fs::path target = to / fs::relative(at->path(), from, failed);
    if (at->is_directory())
      fs::create_directories(target, failed);
    else if (at->is_regular_file())
      fs::copy_file(at->path(), target, fs::copy_options::overwrite_existing, failed);
    if (failed) return trouble();
  }
  if (failed) return trouble();
  return {};
}

std::int64_t bytesIn(const std::filesystem::path& folder) {
  namespace fs = std::filesystem;
  std::error_code failed;
  std::int64_t bytes = 0;
  for (fs::recursive_directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed))
    if (at->is_regular_file(failed)) bytes += static_cast<std::int64_t>(at->file_size(failed));
  return bytes;
}

// The photographs of the rows that went along. One that the office lacks is counted and stops nothing.
Result<void> copyPictures(const Workspace& office, const Workspace& laptop, FieldCopy& copy,
                          const CancelToken& cancel) {
  const auto shown = picturesShown(laptop.db());
  if (!shown) return std::unexpected(shown.error());
  for (const Picture& picture : *shown) {
    if (cancel.cancelled()) return fail(ErrorCode::kCancelled, laptop.folder().string());
    const auto copied = copyPicture(pictureFolder(office.folder()), pictureFolder(laptop.folder()), picture);
    if (!copied && (copied.error().code == ErrorCode::kDiskFull || copied.error().code == ErrorCode::kPermissionDenied))
      return copied;
    ++(copied ? copy.pictures : copy.pictures_missing);
  }
  return {};
}

// The room where a path lies or will lie; none when the system does not say.
std::optional<std::int64_t> roomAt(std::filesystem::path path) {
  std::error_code failed;
  path = std::filesystem::absolute(path, failed);
  while (!std::filesystem::exists(path, failed) && path.has_relative_path()) path = path.parent_path();
  const auto space = std::filesystem::space(path, failed);
  if (failed) return std::nullopt;
  return static_cast<std::int64_t>(space.available);
}

Result<FieldCopy> makeCopy(const Workspace& office, const std::filesystem::path& folder, const FieldPlan& plan,
                           const EditAuthor& author, const Clock& clock, const CancelToken& cancel,
                           const Progress& progress) {
  auto identity = officeIdentity(office, author);
  if (!identity) return std::unexpected(identity.error());
  auto laptop = newLaptop(*identity, plan.seat);
  if (!laptop) return std::unexpected(laptop.error());
  auto made = Workspace::create(folder, clock);
  if (!made) return std::unexpected(made.error());
  FieldCopy copy{folder, 0, 0};
  auto rows = Copier(made->db(), office.db(), plan).run(cancel, progress);
  if (!rows) return std::unexpected(rows.error());
  copy.rows = *rows;
  const auto arrival = EditLogStore(made->db()).lastArrival();
  if (!arrival) return std::unexpected(arrival.error());
  laptop->base_arrival = *arrival;
  if (!plan.passphrase.empty())
    if (auto locked = lockKeys(*laptop, plan.passphrase); !locked) return std::unexpected(locked.error());
  if (auto kept = FieldStore(made->db()).setIdentity(*laptop); !kept) return std::unexpected(kept.error());
  if (plan.with_rasters)
    for (const char* sub : kRasterFolders)
      if (auto copied = copyFiles(office.folder() / sub, folder / sub, cancel); !copied)
        return std::unexpected(copied.error());
  if (plan.with_pictures)
    if (auto copied = copyPictures(office, *made, copy, cancel); !copied) return std::unexpected(copied.error());
  std::string area;
  for (const std::string& code : plan.division_codes) area += (area.empty() ? "" : " ") + code;
  if (plan.box)
    area += fmt::format("{}{:.5f},{:.5f},{:.5f},{:.5f}", area.empty() ? "" : " ", plan.box->west_deg,
                        plan.box->south_deg, plan.box->east_deg, plan.box->north_deg);
  const auto arrived = EditLogStore(office.db()).lastArrival();
  if (!arrived) return std::unexpected(arrived.error());
  FieldSeat seat{plan.seat, area, clock.nowUtcMs(), author.name, *arrived, std::nullopt};
  if (auto kept = FieldStore(office.db()).addSeat(seat); !kept) return std::unexpected(kept.error());
  std::error_code ignored;
  copy.bytes = static_cast<std::int64_t>(std::filesystem::file_size(made->databaseFile(), ignored));
  return copy;
}

}  // namespace

Result<FieldEstimate> estimateForField(const Workspace& office, const std::filesystem::path& target,
                                       const FieldPlan& plan, const CancelToken& cancel) {
  FieldEstimate estimate;
  estimate.free_bytes = roomAt(target).value_or(0);
  if (plan.with_rasters)
    for (const char* sub : kRasterFolders) estimate.raster_bytes += bytesIn(office.folder() / sub);
  const auto area = FieldAreaStore::open(office.db(), "main", plan);
  if (!area) return std::unexpected(area.error());
  FieldPlan everything;
  const auto all = FieldAreaStore::open(office.db(), "main", everything);
  if (!all) return std::unexpected(all.error());
  std::int64_t rows_of_all = 0;
  const auto counted = guarded(office.db(), [&]() -> Result<void> {
    const auto count = [&](const std::string& table, const std::string& where) {
      return office.db().sql().execAndGet("SELECT count(*) FROM " + sqlName(table) + where).getInt64();
    };
    for (const std::string& table : all->tables()) {
      if (cancel.cancelled()) return fail(ErrorCode::kCancelled, table);
      rows_of_all += count(table, "");
    }
    for (const std::string& table : area->tables()) {
      if (cancel.cancelled()) return fail(ErrorCode::kCancelled, table);
      estimate.rows += count(table, area->where(table));
      if (table != "photo" || !plan.with_pictures) continue;
      SQLite::Statement sum(office.db().sql(),
                            "SELECT count(*), ifnull(sum(size_bytes),0) FROM (SELECT DISTINCT sha256,"
                            " size_bytes FROM photo" +
                                area->where(table) + ")");
      if (sum.executeStep())
        estimate.pictures = sum.getColumn(0).getInt(), estimate.picture_bytes = sum.getColumn(1).getInt64();
    }
    return {};
  });
  if (!counted) return std::unexpected(counted.error());
  std::error_code ignored;
  const auto size = static_cast<double>(std::filesystem::file_size(office.databaseFile(), ignored));
  const double share = rows_of_all > 0 ? static_cast<double>(estimate.rows) / static_cast<double>(rows_of_all) : 0;
  estimate.database_bytes = kEmptyBytes + static_cast<std::int64_t>(size * share);
  return estimate;
}

Result<FieldCopy> prepareForField(const Workspace& office, const std::filesystem::path& folder, const FieldPlan& plan,
                                  const EditAuthor& author, const Clock& clock, const CancelToken& cancel,
                                  const Progress& progress) {
  if (office.readOnlyReason()) return std::unexpected(*office.readOnlyReason());
  if (plan.seat.empty()) return fail(ErrorCode::kInvalidArgument, "seat", "the laptop needs a name");
  const auto seats = FieldStore(office.db()).seats();
  if (!seats) return std::unexpected(seats.error());
  if (std::ranges::find(*seats, plan.seat, &FieldSeat::seat) != seats->end())
    return fail(ErrorCode::kAlreadyExists, plan.seat, "a laptop of this name was prepared before");
  std::error_code ignored;
  if (std::filesystem::exists(folder, ignored) && !std::filesystem::is_empty(folder, ignored))
    return fail(ErrorCode::kAlreadyExists, folder.string());
  if (const auto room = roomAt(folder)) {
    const auto wanted = estimateForField(office, folder, plan, cancel);
    if (!wanted) return std::unexpected(wanted.error());
    if (wanted->bytes() > *room)
      return fail(ErrorCode::kDiskFull, folder.string(),
                  fmt::format("needs about {} MB, {} MB are free", wanted->bytes() / 1'000'000, *room / 1'000'000));
  }
  auto copy = makeCopy(office, folder, plan, author, clock, cancel, progress);
  if (!copy) std::filesystem::remove_all(folder, ignored);
  return copy;
}

}  // namespace gis

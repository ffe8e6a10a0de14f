// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "gis/edit/undo.h"
#include "gis/import/import_draft.h"
#include "gis/import/import_run.h"
#include "gis/store/geopackage_blob.h"
#include "tests/gis/import/nasty_files.h"
#include "tests/gis/store/store_test_support.h"

namespace gis {

// Five schools of the small city, as the workspace knows them.
struct KnownSchool {
  const char* name;
  LonLat where;
};
inline constexpr KnownSchool kSchools[] = {{"韩家沟小学", {112.3051, 36.5052}},
                                           {"沁河中学", {112.2413, 36.5524}},
                                           {"郭道小学", {112.2802, 36.5881}},
                                           {"王陶小学", {112.2105, 36.5133}},
                                           {"聪子峪小学", {112.2904, 36.5307}}};

class ImportTest : public ::testing::Test {
 protected:
  ImportTest() {
    auto made = Workspace::create(temporary / "city", kMayDay);
    if (!made) throw std::runtime_error(say(made));
    workspace = std::make_unique<Workspace>(std::move(*made));
    fillSmallCity(db(), 4);
    clock = std::make_shared<FixedClock>(kMayDay.nowUtcMs() + 1000);
    uuids = std::make_unique<UuidSource>(clock, 5);
  }

  const Database& db() const { return workspace->db(); }

  void addSchools() {
    auto writer = TableWriter::open(db(), "school",
                                    {"division_code", "name", "kind", "pupils", "boarders", "staff", "uuid",
                                     "created_utc", "changed_utc", "source"},
                                    kMayDay);
    ASSERT_OK(writer);
    GeometryBuffer buffer;
    int n = 500;
    for (const KnownSchool& school : kSchools) {
      const std::string uuid = uuidOf(++n);
      ASSERT_OK(writer->append(buffer.point(school.where),
                               {"140431100000", school.name, std::int64_t{2}, std::int64_t{100}, std::int64_t{0},
                                std::int64_t{10}, uuid, kMayDayText, kMayDayText, "test"}));
    }
    ASSERT_OK(writer->finish());
  }

  ImportDraft draft(const std::filesystem::path& file, const DraftWishes& wishes = {}) {
    auto made = draftImport(db(), file, wishes);
    EXPECT_TRUE(made.has_value()) << say(made);
    return made ? std::move(*made) : ImportDraft{};
  }
  Result<ImportOutcome> apply(const std::filesystem::path& file, const Mapping& mapping,
                              const CancelToken& cancel = {}) {
    return applyImport(db(), *uuids, *clock, {author, StepKind::kImport, "Import"}, {file, mapping}, cancel);
  }
  // Drafts, expects no question, imports.
  ImportOutcome import(const std::filesystem::path& file, const DraftWishes& wishes = {}) {
    const ImportDraft made = draft(file, wishes);
    EXPECT_EQ(questionsOf(made), "");
    auto done = apply(file, made.mapping);
    EXPECT_TRUE(done.has_value()) << say(done);
    return done ? std::move(*done) : ImportOutcome{};
  }

  static std::string questionsOf(const ImportDraft& draft) {
    std::string names;
    for (const ImportQuestion& question : draft.questions)
      names += (names.empty() ? "" : " ") + questionName(question.kind) +
               (question.suggestion.empty() ? "" : "=" + question.suggestion);
    return names;
  }
  // "12 unknown_code kind 火箭学院; ..."
  static std::string rejectedOf(const ImportOutcome& outcome) {
    std::string text;
    for (const RejectedRow& row : outcome.rejected)
      text += (text.empty() ? "" : "; ") + std::to_string(row.row) + " " + rejectName(row.reason) +
              (row.column.empty() ? "" : " " + row.column);
    return text;
  }
  std::string text(const std::string& sql) { return db().sql().execAndGet(sql).getString(); }
  int count(const std::string& table) { return db().sql().execAndGet("SELECT count(*) FROM " + table).getInt(); }
  // Where a named row of a table of points lies now.
  LonLat place(const std::string& table, const std::string& name) {
    const std::string where = " FROM " + table + " WHERE name='" + name + "'";
    return {db().sql().execAndGet("SELECT ST_MinX(geom)" + where).getDouble(),
            db().sql().execAndGet("SELECT ST_MinY(geom)" + where).getDouble()};
  }
  void expectAt(LonLat is, LonLat should, double within_deg = 1e-7) {
    EXPECT_NEAR(is.lon_deg, should.lon_deg, within_deg);
    EXPECT_NEAR(is.lat_deg, should.lat_deg, within_deg);
  }

  TemporaryFolder temporary;
  std::unique_ptr<Workspace> workspace;
  std::shared_ptr<FixedClock> clock;
  std::unique_ptr<UuidSource> uuids;
  const EditAuthor author{"李", "seat-1"};
};

}  // namespace gis

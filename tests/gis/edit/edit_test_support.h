// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "gis/edit/row_editor.h"
#include "gis/store/geopackage_blob.h"
#include "tests/gis/store/store_test_support.h"

namespace gis {

#define EXPECT_OK(result)                                \
  do {                                                   \
    const auto& kept_ = (result);                        \
    EXPECT_TRUE(kept_.has_value()) << ::gis::say(kept_); \
  } while (false)

struct SettableClock final : Clock {
  std::int64_t now = 1777593600000;
  std::int64_t nowUtcMs() const override { return now; }
};

// A person at a workspace.
struct Seat {
  EditAuthor author;
  std::shared_ptr<Workspace> workspace;
  std::shared_ptr<SettableClock> clock;
  std::shared_ptr<UuidSource> uuids;

  Seat(EditAuthor who, std::shared_ptr<Workspace> where, std::uint64_t seed)
      : author(std::move(who)),
        workspace(std::move(where)),
        clock(std::make_shared<SettableClock>()),
        uuids(std::make_shared<UuidSource>(clock, seed)) {}
  // A second person at the same workspace.
  Seat(EditAuthor who, const Seat& beside)
      : author(std::move(who)), workspace(beside.workspace), clock(beside.clock), uuids(beside.uuids) {}

  const Database& db() const { return workspace->db(); }
  EditLogStore log() const { return EditLogStore(db()); }
  Result<std::string> edit(const std::function<Result<void>(RowEditor&)>& work, StepKind kind = StepKind::kEdit) {
    return RowEditor::edit(db(), *uuids, *clock, {author, kind, "test"}, work);
  }
};

inline std::vector<std::byte> pointBlob(LonLat where) {
  GeometryBuffer buffer;
  std::vector<std::byte> blob;
  if (!encodeGeometry(buffer.point(where), GeometryType::kPoint, 4490, blob)) std::abort();
  return blob;
}

inline RowCells newDepot(const std::string& name) {
  return {{"geom", pointBlob({113.1, 36.2})},
          {"division_code", std::string("140431100201")},
          {"name", name},
          {"tier", std::int64_t{3}},
          {"floor_m2", 120.0},
          {"source", std::string("test")}};
}

inline RowCells completeDepot(const std::string& name, int number) {
  RowCells cells = newDepot(name);
  cells["uuid"] = uuidOf(number);
  cells["created_utc"] = kMayDayText;
  cells["changed_utc"] = kMayDayText;
  return cells;
}

// An office with one depot.
class EditTest : public ::testing::Test {
 protected:
  EditTest() : office({"李", "seat-1"}, makeWorkspace("office"), 1) {}

  std::shared_ptr<Workspace> makeWorkspace(const std::string& name) {
    auto made = Workspace::create(temporary / name, kMayDay);
    if (!made) throw std::runtime_error(say(made));
    auto workspace = std::make_shared<Workspace>(std::move(*made));
    fillSmallCity(workspace->db(), 4);
    auto rows = CensusRowStore::open(workspace->db());
    if (!rows || !rows->insert("depot", completeDepot("库房", 1))) throw std::runtime_error("no depot");
    return workspace;
  }
  Result<std::string> setName(Seat& seat, const std::string& uuid, const std::string& name) {
    return seat.edit([&](RowEditor& rows) { return rows.set("depot", uuid, {{"name", name}}); });
  }
  std::string text(const std::string& sql) { return office.db().sql().execAndGet(sql).getString(); }
  int count(const std::string& table) { return office.db().sql().execAndGet("SELECT count(*) FROM " + table).getInt(); }
  std::string nameOf(const std::string& uuid) { return text("SELECT name FROM depot WHERE uuid='" + uuid + "'"); }

  TemporaryFolder temporary;
  const std::string depot = uuidOf(1);
  Seat office;
};

}  // namespace gis

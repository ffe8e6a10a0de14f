// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <gmock/gmock.h>

#include "gis/table/row_match.h"
#include "gis/table/table_data_store.h"
#include "gis/table/table_schema_store.h"
#include "tests/gis/store/store_test_support.h"

namespace gis {

// A workspace with the small city, its buildings in memory.
class TableTest : public ::testing::Test {
 protected:
  TableTest() : workspace(*Workspace::create(temporary / "city", kMayDay)) {
    fillSmallCity(workspace.db(), 60);
    codes = *CodeStore(workspace.db()).all();
  }
  TableData loaded(const std::string& table) {
    const auto schema = TableSchemaStore(workspace.db()).schema(table);
    if (!schema) throw std::runtime_error(say(schema));
    std::vector<std::size_t> all(schema->columns.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    auto data = TableDataStore(workspace.db()).load(*schema, all);
    if (!data) throw std::runtime_error(say(data));
    return std::move(*data);
  }
  static std::vector<std::size_t> allColumns(const TableData& data) {
    std::vector<std::size_t> all(data.columns.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    return all;
  }

  TemporaryFolder temporary;
  Workspace workspace;
  CodeLists codes;
};

}  // namespace gis

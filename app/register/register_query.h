// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "app/register/register_spec.h"
#include "app/table/open_table.h"

namespace app {

// A table opened for a register: its spec's columns found, its chips filled in from the lists of codes, the counties
// of the workspace.
struct OpenRegister {
  OpenedTable opened;
  std::vector<std::size_t> columns;   // shown, places in the schema
  std::vector<std::size_t> searched;  // words are looked for here
  std::vector<RegisterChips> chips;
  std::optional<gis::RowSort> sort;
  struct County {
    std::string code;  // the six digits that its villages begin with
    layers::BilingualText name;
  };
  std::vector<County> counties;
  std::int64_t present_utc_ms = 0;  // what {now_ms} and {today} mean
};

// Any thread; opens its own read-only workspace. Fails as openTable does.
gis::Result<OpenRegister> openRegister(const std::filesystem::path& workspace_folder, const RegisterSpec& spec,
                                       const gis::CodeLists& codes, const std::vector<layers::CatalogueEntry>& entries);

struct RegisterQuestion {
  QString typed;
  QStringList also;                         // filters that hold as well
  std::vector<std::vector<QString>> chips;  // all there are, by question
  std::vector<std::vector<bool>> pressed;   // the same places
  std::vector<std::size_t> searched;
  std::optional<gis::RowSort> sort;
};

struct RegisterAnswer {
  gis::QueryAnswer rows;
  // For each chip the rows there are of it, with everything else as it is asked: what one would see after pressing it
  // alone.
  std::vector<std::vector<std::size_t>> chip_counts;
};

// Any thread. Fails as parseRowFilter (what was typed) and queryRows do.
gis::Result<RegisterAnswer> answer(const OpenTable& table, const RegisterQuestion& question, gis::QueryMemory memory,
                                   const gis::CancelToken& cancel, const gis::Progress& progress);

// "{now_ms}" and "{today}" replaced.
QString filterNow(QString filter, std::int64_t now_utc_ms);

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <string>

#include "gis/core/error.h"

namespace app {

// What preparing added.
struct PreparedStocks {
  int items = 0, depots = 0, bases = 0;
};

// Makes a workspace ready for its stocks, as `fengsui stocks prepare`: the catalogue of the program, a depot for each
// of the census, people at risk for those without; what is there stays. All or nothing; for a job. `people_source` is
// kept with the people.
gis::Result<PreparedStocks> prepareStocks(const std::filesystem::path& folder, const std::string& author,
                                          const std::string& people_source);

}  // namespace app

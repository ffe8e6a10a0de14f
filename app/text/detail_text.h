// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <string>

namespace app {

// The reasons that gis gives in the brackets of a warning ("no geometry"), in the language of the interface. What is
// not in the table (numbers, names, another library's own words) stays as it is.
QString detailText(const std::string& detail);

}  // namespace app

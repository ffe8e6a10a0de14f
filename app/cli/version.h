// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace app {

// The program's version, the same as project() in the top CMakeLists.txt (a test compares them).
inline constexpr char kVersion[] = "0.1.0";

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>

namespace app {

struct SizePx {
  int width_px = 0;
  int height_px = 0;
};

// "1366x768" (also with × or *). None when it is not two whole numbers from 16 to 16384.
std::optional<SizePx> parseSize(const std::string& text);

}  // namespace app

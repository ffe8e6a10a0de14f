// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "gis/store/network_folder.h"

// Any table of mounts is read to its end; what is named a network is one of those that are known.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto kind = gis::networkFileSystem("/media/stick/city", text); kind && kind->empty()) std::abort();
  (void)gis::isNetworkAddress(text);
  return 0;
}

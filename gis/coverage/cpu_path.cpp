// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>
#include <cstring>

#include "gis/coverage/pixels.h"

namespace gis {

CpuPath bestCpuPath() {
  // Pictures are the same either way; this is for proving it, and for a machine that lies about itself.
  static const bool plain_wanted = [] {
    const char* wanted = std::getenv("FENGSUI_CPU");
    return wanted != nullptr && std::strcmp(wanted, "plain") == 0;
  }();
  if (plain_wanted) return CpuPath::kPlain;
#if defined(__x86_64__) || defined(__i386__)
  return __builtin_cpu_supports("avx2") ? CpuPath::kAvx2 : CpuPath::kPlain;
#else
  return CpuPath::kPlain;
#endif
}

}  // namespace gis

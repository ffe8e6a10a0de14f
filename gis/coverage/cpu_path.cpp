// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/coverage/pixels.h"

namespace gis {

CpuPath bestCpuPath() {
#if defined(__x86_64__) || defined(__i386__)
  return __builtin_cpu_supports("avx2") ? CpuPath::kAvx2 : CpuPath::kPlain;
#else
  return CpuPath::kPlain;
#endif
}

}  // namespace gis

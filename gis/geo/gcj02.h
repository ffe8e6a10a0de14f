// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gis/core/coords.h"

namespace gis {

// The shifted coordinates of Chinese web maps. GCJ-02 (火星坐标: Gaode, Tencent) is WGS 84 plus a published sum of
// sines of some 500 m; BD-09 (Baidu) shifts GCJ-02 once more. WGS 84 and CGCS2000 are taken as one (centimetres).
// Outside 72.004-137.8347 E, 0.8293-55.8271 N GCJ-02 equals WGS 84. Inverses iterate to 1e-11 degrees. Pure; any
// thread. Source: the constants of the public implementations (eviltransform and its kin), which agree to the last
// digit.
LonLat wgs84ToGcj02(LonLat wgs84);
LonLat gcj02ToWgs84(LonLat gcj02);
LonLat gcj02ToBd09(LonLat gcj02);
LonLat bd09ToGcj02(LonLat bd09);

}  // namespace gis

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gis/coverage/pixels.h"

namespace gis {

// Lays `from`, stretched over the rectangle `whole`, down on those pixels of `to` that lie in `part`: every pixel is
// the one of `from` in which its middle falls. For pictures that are gone in a moment, as while zooming; a row that is
// like the one above is copied from it. `whole` may lie outside `to`; `part` and what of it `whole` covers is what is
// written. Any thread; both paths give the same bytes.
void scaleNearest(const PixelCanvas& to, const PixelRect& part, const PixelCanvas& from, const PixelRect& whole,
                  CpuPath path = bestCpuPath());

}  // namespace gis

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QImage>

#include "layers/raster/raster_blocks.h"

namespace layers {

// The pixels of a view, made from blocks: device pixels of the view, premultiplied, clear where nothing is known;
// Format_RGB32 when all of it is known, so that laying it down is a copy. Null when cancelled or when nothing of the
// raster is in the view. Any thread; the same view gives the same bytes.
QImage reliefTile(const RasterBlocks<ReliefCell>& blocks, const ReliefColours& colours, const MapView& view,
                  const gis::CancelToken& cancel = {});
QImage pictureTile(const RasterBlocks<PictureCell>& blocks, const MapView& view, const gis::CancelToken& cancel = {});
QImage greyTile(const RasterBlocks<GreyCell>& blocks, const MapView& view, const gis::CancelToken& cancel = {});
// Values are mixed, then coloured: an enlarged slope shows all colours between.
QImage bandTile(const RasterBlocks<BandCell>& blocks, const RampColours& colours, ValueRange range, const MapView& view,
                const gis::CancelToken& cancel = {});

}  // namespace layers

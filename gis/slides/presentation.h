// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <string>

#include "gis/core/cancel.h"
#include "gis/core/error.h"
#include "gis/slides/slide.h"

namespace gis::slides {

// The bytes of a picture as PNG.
using PictureSource = std::function<Result<std::string>(const std::string& name)>;

// The pages as a presentation (PPTX) that the office can go on working on: titles, texts and tables are editable, every
// picture is embedded once. Fails with kInvalidArgument without pages, as the source of the pictures does and with
// kCancelled. Any thread.
// Source: ISO/IEC 29500-1 PresentationML, the parts a reader must have.
Result<std::string> presentationBytes(const Deck& deck, const PictureSource& picture, const CancelToken& cancel = {});

}  // namespace gis::slides

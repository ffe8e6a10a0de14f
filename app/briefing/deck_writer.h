// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>

#include "app/briefing/briefing_deck.h"

namespace app {

// Whether writeDeck() knows the ending.
bool isDeckFile(const std::filesystem::path& file);

// Writes the pages; the ending decides: .pdf (16:9, words and charts as such) or .pptx (titles, texts, tables and key
// figures editable, maps and charts as pictures). The file appears when it is whole; the same pages are the same bytes.
// All charts must have been drawn. Fails with kUnsupportedFormat, as PendingFile does, and with kCancelled. Any thread.
gis::Result<void> writeDeck(const std::filesystem::path& file, const BriefingDeck& deck,
                            const gis::CancelToken& cancel = {}, const gis::Progress& progress = {});

}  // namespace app

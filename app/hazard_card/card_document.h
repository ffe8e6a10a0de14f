// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <filesystem>
#include <map>
#include <span>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/geology/card.h"
#include "gis/store/database.h"

namespace app {

// What a field of a card is called.
QString cardKeyText(gis::geology::CardKey key);
QString cardTitle(gis::geology::CardKind kind);

// Everything cards are filled from, read at once. Names of codes in `language`. Any thread. Fails as the stores do.
gis::Result<gis::geology::CardSource> readCardSource(const gis::Database& db, const QString& language);

struct CardPrint {
  bool demo = false;  // the mark 演示数据 on every card
  QString city;
};

// Writes the cards as a PDF, one page of A4 each: a table of the card's fields, blank ones left open to be written in
// by hand, and a QR code that says the same without a network. The file gets its name when it is whole. Fails as
// PendingFile does, kNoData without cards, kCancelled. Needs a QGuiApplication for its fonts; any thread.
gis::Result<void> writeCards(const std::filesystem::path& file, std::span<const gis::geology::Card> cards,
                             const CardPrint& print, const gis::CancelToken& cancel = {},
                             const gis::Progress& progress = {});

// How often each field is blank, the most first.
std::vector<std::pair<gis::geology::CardKey, std::size_t>> blankCounts(std::span<const gis::geology::Card> cards);

}  // namespace app

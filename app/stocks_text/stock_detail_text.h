// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

#include "gis/stocks/ledger_copy_store.h"

namespace app {

// What the ledger says in its details, with figures ("10 asked, 0 left"), in the language of the interface; what is not
// among its sentences as detailText() has it. Any thread.
QString stockDetailText(const QString& detail);
// Whether it is one of the ledger's sentences.
bool isStockSentence(const QString& detail);
// What stands against a record of another copy of the books.
QString questionText(const gis::stocks::LedgerQuestion& question);

}  // namespace app

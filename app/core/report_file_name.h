// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace app {

// What a dialog for saving means: who chooses PDF and leaves the proposed .xlsx wants a PDF; a name without either
// ending gets that of the chosen kind.
QString reportFileName(const QString& name, bool pdf_chosen);

}  // namespace app

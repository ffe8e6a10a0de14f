// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

#include "gis/situation/draft.h"

namespace app {

// The draft as the window shows it: figures are links "fact:dead", blanks "blank:trend"; what is missing stands out,
// and what changed since the last report is bold. The moment of a figure is the link's title.
QString draftHtml(const gis::situation::Draft& draft, const QString& link_colour, const QString& missing_colour);

}  // namespace app

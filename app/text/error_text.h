// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

#include "gis/core/error.h"

namespace app {

// One sentence in the interface's language that says what failed and what to do about it; it names error.subject
// (a path is shortened to its file name) and leaves error.detail to the details button. Translation context
// "ErrorText". Every code has a sentence; an empty subject is worded as "the file". Window's thread.
QString errorSentence(const gis::Error& error);

// The same for something passed over: which thing, and why, "road.shp: the encoding was not given; GBK was used".
QString warningSentence(const gis::Warning& warning);

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFont>

namespace app {

// For the fonts of a PDF: without shaping each letter is its own sign of the font. Shaped, the digits beside Latin
// letters and pairs like "fi" become signs that no reader of the file can find or copy. Chinese needs no shaping.
inline void keepSearchable(QFont& font) { font.setStyleStrategy(QFont::PreferNoShaping); }

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

#include "gis/situation/deadline.h"
#include "gis/situation/finding.h"

namespace app {

// Words of reports for the window and the command line, in the language that is spoken. Any thread.

bool speaksChinese();
QString reportKindText(const gis::situation::ReportKind kind);
// One sentence: what is wrong, where, and what to do.
QString findingText(const gis::situation::Finding& finding);
// "First report in writing: flood in ..." and "2 h 05 min left", "35 min late".
QString deadlineText(const gis::situation::Deadline& deadline);
QString timeLeftText(qint64 left_ms);
QString bothText(const gis::situation::BothLanguages& text);

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

#include "gis/core/error.h"

namespace app {

// What a rule of the schema wants, told from SQLite's words: "CHECK constraint failed: storeys BETWEEN 1 AND 120" ->
// "between 1 and 120". Empty for rules that are not of one column and two numbers. Window's thread.
QString ruleText(const gis::Error& error);

// What is odd about a value that may be stored all the same, or nothing: a telephone number that no numbering plan
// knows, a code that is not below its parent's.
QString oddText(const std::string& column, const QString& text);

}  // namespace app

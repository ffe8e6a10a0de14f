// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <string>

namespace app {

// What is wrong at one place of a style file, in the interface's language: "expected a number, found "wide"".
// `expected` and `found` are those of layers::StyleProblem. Names of the style language stay as they are.
QString styleProblemText(const std::string& expected, const std::string& found);

}  // namespace app

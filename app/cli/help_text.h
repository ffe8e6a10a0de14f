// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <CLI/CLI.hpp>
#include <QString>

namespace app {

// Help and complaints about usage in our own words and language: CLI11 knows English only, and lines its columns up by
// bytes. For `program` and the commands that are added to it later.
void speakOurLanguage(CLI::App& program);

// What was wrong with the command line, as a sentence without the full stop. CLI11's own words where they are new to
// us.
QString usageComplaint(const CLI::Error& wrong);

}  // namespace app

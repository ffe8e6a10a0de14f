// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/cli/command_context.h"

namespace app {

// The steps of `fengsui journal` that write: add, correct, done, collect, shift start, hand-over and end.
void addJournalWriting(CLI::App& command, CommandContext& context);

}  // namespace app

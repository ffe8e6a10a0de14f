// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include "app/cli/command_line.h"

int main(int argc, char** argv) {
  const app::Streams streams{std::cin, std::cout, std::cerr};
  return app::runCommandLine(argc, argv, streams, {});
}

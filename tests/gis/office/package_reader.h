// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <string>

namespace tests {

// The parts of a package by their names, each read and its checksum proved by minizip. Adds a failure to the test and
// gives what was read so far when the bytes are no ZIP.
std::map<std::string, std::string> readPackage(const std::string& bytes);

}  // namespace tests

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

namespace cli_test {

struct Outcome {
  int exit_code = -1;
  std::string out;
  std::string err;
  nlohmann::json json() const { return nlohmann::json::parse(out, nullptr, false); }
};

// Runs the built program to its end, in English unless the arguments say otherwise, without a display.
Outcome runProgram(const QStringList& arguments, const std::string& input = {}, const QStringList& environment = {});

// A folder of this test process, removed with it.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::filesystem::path file(const std::string& name) const { return m_path / name; }
  // Writes a file and yields its path.
  QString write(const std::string& name, const std::string& bytes) const;

 private:
  std::filesystem::path m_path;
};

// A small demo workspace, made by the program; kept in the build folder until the program changes. Empty when that
// failed.
QString demoWorkspace();

}  // namespace cli_test

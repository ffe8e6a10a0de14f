// SPDX-License-Identifier: GPL-3.0-or-later
#include "run_program.h"

#include <unistd.h>

#include <QProcess>
#include <fstream>

namespace cli_test {

Outcome runProgram(const QStringList& arguments, const std::string& input, const QStringList& environment) {
  QProcess process;
  QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
  variables.insert(QStringLiteral("LC_ALL"), QStringLiteral("en_US.UTF-8"));
  variables.remove(QStringLiteral("QT_QPA_PLATFORM"));
  variables.remove(QStringLiteral("DISPLAY"));
  variables.remove(QStringLiteral("WAYLAND_DISPLAY"));
  for (const QString& pair : environment) variables.insert(pair.section(u'=', 0, 0), pair.section(u'=', 1));
  process.setProcessEnvironment(variables);
  process.start(QStringLiteral(FENGSUI_BINARY_DIR "/app/fengsui"), arguments);
  process.write(input.data(), static_cast<qint64>(input.size()));
  process.closeWriteChannel();
  Outcome outcome;
  if (!process.waitForFinished(100'000)) {
    process.kill();
    process.waitForFinished();
    outcome.err = "the program did not end: " + process.errorString().toStdString();
    return outcome;
  }
  outcome.exit_code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
  outcome.out = process.readAllStandardOutput().toStdString();
  outcome.err = process.readAllStandardError().toStdString();
  return outcome;
}

Folder::Folder() {
  static int number = 0;
  m_path = std::filesystem::temp_directory_path() /
           ("fengsui-cli-" + std::to_string(getpid()) + "-" + std::to_string(number++));
  std::filesystem::create_directories(m_path);
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(m_path, ignored);
}

QString Folder::write(const std::string& name, const std::string& bytes) const {
  std::ofstream(file(name), std::ios::binary) << bytes;
  return QString::fromStdString(file(name).string());
}

QString demoWorkspace() {
  namespace fs = std::filesystem;
  // ctest runs every test in a process of its own: one demo serves them all, made anew when the program changes.
  const auto built = fs::last_write_time(FENGSUI_BINARY_DIR "/app/fengsui").time_since_epoch().count();
  const fs::path root = FENGSUI_BINARY_DIR "/test-demo";
  const fs::path path = root / std::to_string(built);
  std::error_code ignored;
  if (!fs::exists(path / "workspace.gpkg", ignored)) {
    fs::create_directories(root, ignored);
    for (const auto& entry : fs::directory_iterator(root))
      if (entry.path().extension() != ".making") fs::remove_all(entry.path(), ignored);
    const fs::path making = root / (std::to_string(getpid()) + ".making");
    const Outcome outcome = runProgram({QStringLiteral("demo"), QString::fromStdString(making.string()),
                                        QStringLiteral("--scale"), QStringLiteral("small")});
    if (outcome.exit_code != 0) return {};
    // Another process may have been quicker: its demo is as good.
    fs::rename(making, path, ignored);
    fs::remove_all(making, ignored);
  }
  return QString::fromStdString(path.string());
}

}  // namespace cli_test

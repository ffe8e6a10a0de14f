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
  static const Folder folder;
  static const QString made = [] {
    const QString path = QString::fromStdString(folder.file("demo").string());
    const Outcome outcome =
        runProgram({QStringLiteral("demo"), path, QStringLiteral("--scale"), QStringLiteral("small")});
    return outcome.exit_code == 0 ? path : QString();
  }();
  return made;
}

}  // namespace cli_test

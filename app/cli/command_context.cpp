// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_context.h"

#include "app/text/detail_text.h"
#include "app/text/error_text.h"

namespace app {

void CommandContext::print(const nlohmann::ordered_json& document) const {
  out() << document.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
  out().flush();
}

int CommandContext::fail(const gis::Error& error) const {
  err() << errorSentence(error).toStdString() << '\n';
  if (!error.detail.empty()) err() << "  " << detailText(error.detail).toStdString() << '\n';
  if (form() == OutputForm::kJson) print({{"error", errorJson(error)}});
  return kExitFailed;
}

void CommandContext::tell(const QString& sentence) const { err() << sentence.toStdString() << '\n'; }

nlohmann::ordered_json errorJson(const gis::Error& error) {
  nlohmann::ordered_json json = {{"code", gis::errorName(error.code)},
                                 {"subject", error.subject},
                                 {"message", errorSentence(error).toStdString()}};
  if (!error.detail.empty()) json["detail"] = error.detail;
  return json;
}

nlohmann::ordered_json warningJson(const gis::Warning& warning) {
  nlohmann::ordered_json json = {{"code", gis::warningName(warning.code)},
                                 {"subject", warning.subject},
                                 {"message", warningSentence(warning).toStdString()}};
  if (!warning.detail.empty()) json["detail"] = warning.detail;
  return json;
}

std::string cliText(const char* english) { return QCoreApplication::translate("CommandLine", english).toStdString(); }

void addCommonOptions(CLI::App& command, CommandContext& context) {
  command.add_flag(
      "--json", context.m_json,
      cliText(QT_TRANSLATE_NOOP("CommandLine", "write the result, or the error, as JSON to standard output")));
  command
      .add_option("--lang", context.m_language,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "language of messages and names: zh or en")))
      ->check(CLI::IsMember({"zh", "en"}));
}

}  // namespace app

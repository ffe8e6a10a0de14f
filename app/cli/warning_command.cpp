// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>
#include <memory>
#include <sstream>

#include "app/cli/command_context.h"
#include "app/cli/moment_option.h"
#include "app/warning_text/callout_text.h"
#include "gis/cap/cap_reader.h"
#include "gis/cap/cap_writer.h"
#include "gis/cap/warning_store.h"
#include "gis/core/clock.h"
#include "gis/store/workspace.h"
#include "gis/store/workspace_present.h"

namespace app {
namespace {

using Json = nlohmann::ordered_json;

struct WarningArguments {
  std::filesystem::path workspace;
  std::vector<std::filesystem::path> files;
  std::string warning;
  std::string at;
};

// The bytes of a file, not more than a warning may have and one.
gis::Result<std::string> bytesOf(const std::filesystem::path& path) {
  std::error_code ec;
  if (!std::filesystem::exists(path, ec)) return gis::fail(gis::ErrorCode::kNotFound, path.string());
  std::ifstream file(path, std::ios::binary);
  if (!file) return gis::fail(gis::ErrorCode::kPermissionDenied, path.string());
  std::string bytes(gis::kCapMostBytes + 1, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  if (bytes.empty()) return gis::fail(gis::ErrorCode::kEmptyFile, path.string());
  return bytes;
}

Json readingJson(const gis::CapReading& reading) {
  const gis::CapMessage& message = reading.message;
  const gis::Warning12379 warning = gis::warningOf(message);
  Json areas = Json::array();
  for (const gis::CapInfo& info : message.infos)
    for (const gis::CapArea& area : info.areas)
      areas.push_back({{"description", area.description},
                       {"polygons", area.polygons.size()},
                       {"circles", area.circles.size()},
                       {"geocodes", area.geocodes.size()}});
  Json references = Json::array();
  for (const gis::CapReference& reference : message.references) references.push_back(reference.identifier);
  Json json = {{"identifier", message.identifier},
               {"sender", message.sender},
               {"sent", message.sent},
               {"sent_utc_ms", message.sent_utc_ms},
               {"profile", gis::capWord(message.profile)},
               {"status", gis::capWord(message.status)},
               {"type", gis::capWord(message.msg_type)},
               {"references", std::move(references)},
               {"event", warning.event},
               {"event_code", warning.event_code},
               {"severity", message.infos.empty() ? "" : std::string(gis::capWord(message.infos.front().severity))},
               {"colour", warning.colour ? std::string(gis::colourName(*warning.colour)) : std::string()},
               {"headline", warning.headline},
               {"division_codes", warning.division_codes},
               {"areas", std::move(areas)}};
  Json odd = Json::array();
  for (const gis::CapProblem& problem : reading.odd)
    odd.push_back({{"code", gis::capProblemName(problem.kind)}, {"message", capProblemText(problem).toStdString()}});
  if (!odd.empty()) json["odd"] = std::move(odd);
  return json;
}

int parse(const WarningArguments& arguments, const CommandContext& context) {
  Json rows = Json::array();
  bool all_read = true;
  for (const std::filesystem::path& file : arguments.files) {
    Json row = {{"file", file.string()}};
    const auto bytes = bytesOf(file);
    if (!bytes) {
      if (arguments.files.size() == 1) return context.fail(bytes.error());
      row["error"] = errorJson(bytes.error());
      all_read = false;
    } else if (const auto read = gis::readCap(*bytes); !read) {
      const QString sentence = capProblemText(read.error());
      row["error"] = {{"code", gis::capProblemName(read.error().kind)}, {"message", sentence.toStdString()}};
      context.tell(QString::fromStdString(file.string()) + QStringLiteral(": ") + sentence);
      all_read = false;
    } else {
      row.update(readingJson(*read));
      if (context.form() == OutputForm::kText) {
        const gis::Warning12379 warning = gis::warningOf(read->message);
        context.out() << file.filename().string() << ": " << read->message.identifier << "  "
                      << messageKindText(read->message.msg_type).toStdString() << "  " << warning.event << "  "
                      << (warning.colour ? colourText(*warning.colour).toStdString() : std::string("-")) << "  "
                      << warning.headline << '\n';
      }
    }
    rows.push_back(std::move(row));
  }
  if (context.form() == OutputForm::kJson) context.print({{"warnings", std::move(rows)}});
  return all_read ? kExitDone : kExitFailed;
}

int add(const WarningArguments& arguments, const CommandContext& context) {
  const auto workspace = gis::Workspace::open(arguments.workspace, gis::OpenMode::kReadWrite);
  if (!workspace) return context.fail(workspace.error());
  if (workspace->readOnlyReason()) return context.fail(*workspace->readOnlyReason());
  gis::WarningStore store(workspace->db());
  Json rows = Json::array();
  for (const std::filesystem::path& file : arguments.files) {
    const auto bytes = bytesOf(file);
    if (!bytes) return context.fail(bytes.error());
    const auto read = gis::readCap(*bytes);
    if (!read) {
      context.tell(QString::fromStdString(file.string()) + QStringLiteral(": ") + capProblemText(read.error()));
      return kExitFailed;
    }
    const auto arrival = store.add(read->message, "file", gis::SystemClock().nowUtcMs());
    if (!arrival) return context.fail(arrival.error());
    constexpr std::array<std::string_view, 3> kNames = {"new", "duplicate", "held"};
    const std::string_view name = kNames[static_cast<std::size_t>(*arrival)];
    rows.push_back({{"identifier", read->message.identifier}, {"arrival", name}});
    if (context.form() == OutputForm::kText)
      context.out() << read->message.identifier << "  " << arrivalText(*arrival).toStdString() << '\n';
  }
  if (context.form() == OutputForm::kJson) context.print({{"added", std::move(rows)}});
  return kExitDone;
}

// A warning of the workspace for others: CAP 1.2 on the standard output.
int exportWarning(const WarningArguments& arguments, const CommandContext& context) {
  const auto workspace = gis::Workspace::open(arguments.workspace, gis::OpenMode::kRead);
  if (!workspace) return context.fail(workspace.error());
  const auto warning = gis::WarningStore(workspace->db()).warning(arguments.warning);
  if (!warning) return context.fail(warning.error());
  context.out() << gis::writeCap(gis::capOf(*warning)) << '\n';
  return kExitDone;
}

int listWarnings(const WarningArguments& arguments, const CommandContext& context) {
  const auto place = placeAt(arguments.workspace, arguments.at);
  if (!place) return context.fail(place.error());
  const auto workspace = gis::Workspace::open(*place, gis::OpenMode::kRead);
  if (!workspace) return context.fail(workspace.error());
  const auto lines = gis::WarningStore(workspace->db()).lines(gis::presentUtcMs(workspace->db(), gis::SystemClock()));
  if (!lines) return context.fail(lines.error());
  Json rows = Json::array();
  for (const gis::WarningLife& life : lines->lives) {
    const gis::Warning12379& latest = life.latest();
    rows.push_back({{"id", life.id},
                    {"state", gis::warningStateName(life.state)},
                    {"messages", life.messages.size()},
                    {"event_code", latest.event_code},
                    {"colour", latest.colour ? std::string(gis::colourName(*latest.colour)) : std::string()},
                    {"headline", latest.headline},
                    {"sent_utc_ms", latest.sent_utc_ms},
                    {"expires_utc_ms", latest.expires_utc_ms}});
    if (context.form() == OutputForm::kText)
      context.out() << life.id << "  " << warningStateText(life.state).toStdString() << "  " << latest.headline << '\n';
  }
  if (context.form() == OutputForm::kJson)
    context.print({{"warnings", std::move(rows)}, {"held", lines->held.size()}});
  else if (lines->lives.empty())
    context.out() << QCoreApplication::translate("CommandLine", "No warning has come in.").toStdString() << '\n';
  return kExitDone;
}

}  // namespace

void addWarningCommand(CLI::App& program, CommandContext& context) {
  CLI::App* command = program.add_subcommand(
      "warning", cliText(QT_TRANSLATE_NOOP("CommandLine", "warnings as CAP 1.2 or 12379 messages: read, keep, list")));
  command->require_subcommand(1);
  const auto arguments = std::make_shared<WarningArguments>();
  const auto files = [&](CLI::App* sub) {
    sub->add_option("FILE", arguments->files, cliText(QT_TRANSLATE_NOOP("CommandLine", "files of warnings")))
        ->required();
  };
  const auto workspace = [&](CLI::App* sub) {
    sub->add_option("--workspace", arguments->workspace,
                    cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")))
        ->required();
  };
  CLI::App* parsing = command->add_subcommand(
      "parse", cliText(QT_TRANSLATE_NOOP("CommandLine", "what a warning says, or why it is refused (exit code 1)")));
  files(parsing);
  addCommonOptions(*parsing, context);
  parsing->callback([arguments, &context] { context.exit_code = parse(*arguments, context); });
  CLI::App* adding =
      command->add_subcommand("add", cliText(QT_TRANSLATE_NOOP("CommandLine", "keep warnings in the workspace")));
  files(adding);
  workspace(adding);
  addCommonOptions(*adding, context);
  adding->callback([arguments, &context] { context.exit_code = add(*arguments, context); });
  CLI::App* listing = command->add_subcommand(
      "list",
      cliText(QT_TRANSLATE_NOOP("CommandLine", "the warnings of the workspace, each with its updates as one line")));
  workspace(listing);
  addMomentOption(*listing, arguments->at);
  addCommonOptions(*listing, context);
  listing->callback([arguments, &context] { context.exit_code = listWarnings(*arguments, context); });
  CLI::App* exporting = command->add_subcommand(
      "export",
      cliText(QT_TRANSLATE_NOOP("CommandLine", "a warning of the workspace as a CAP 1.2 message, for others")));
  exporting
      ->add_option("ID", arguments->warning,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "identifier of a warning of the workspace")))
      ->required();
  workspace(exporting);
  exporting->callback([arguments, &context] { context.exit_code = exportWarning(*arguments, context); });
  command->footer(cliText(QT_TRANSLATE_NOOP("CommandLine",
                                            "Example:\n  fengsui warning parse rain.xml --json\n"
                                            "  fengsui warning add rain.xml --workspace ~/city")));
}

}  // namespace app

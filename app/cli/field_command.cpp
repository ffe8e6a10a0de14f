// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <fstream>
#include <memory>

#include "app/cli/command_context.h"
#include "app/cli/edit_text.h"
#include "app/cli/field_conflicts.h"
#include "app/cli/interrupt.h"
#include "app/cli/progress_line.h"
#include "app/settings/app_settings.h"
#include "gis/field/field_sync.h"
#include "gis/field/field_workspace_store.h"
#include "gis/keep/backup_store.h"

namespace app {
namespace {

using Json = nlohmann::ordered_json;

struct FieldArguments {
  std::filesystem::path workspace;
  std::filesystem::path folder;
  std::filesystem::path file;
  std::vector<std::filesystem::path> files;
  gis::FieldPlan plan;
  bool without_rasters = false;
  bool without_pictures = false;
  bool everything = false;
  bool dry_run = false;
  std::string box;
  std::filesystem::path passphrase_file;
};

// The first line of a file: a passphrase on the command line would stand in the list of processes.
gis::Result<std::string> passphraseOf(const FieldArguments& arguments) {
  if (arguments.passphrase_file.empty()) return std::string();
  std::ifstream in(arguments.passphrase_file);
  std::string line;
  if (!std::getline(in, line)) return gis::fail(gis::ErrorCode::kNotFound, arguments.passphrase_file.string());
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

gis::Result<std::optional<gis::LonLatBox>> boxOf(const std::string& text) {
  if (text.empty()) return std::nullopt;
  gis::LonLatBox box;
  char rest = 0;
  if (std::sscanf(text.c_str(), "%lf,%lf,%lf,%lf%c", &box.west_deg, &box.south_deg, &box.east_deg, &box.north_deg,
                  &rest) != 4 ||
      box.empty())
    return gis::fail(gis::ErrorCode::kInvalidArgument, text, "west,south,east,north in degrees is expected");
  return box;
}

int prepareField(const FieldArguments& arguments, const CommandContext& context) {
  const auto workspace = openForEditing(arguments.workspace);
  if (!workspace) return context.fail(workspace.error());
  gis::FieldPlan plan = arguments.plan;
  plan.with_rasters = !arguments.without_rasters;
  plan.with_pictures = !arguments.without_pictures;
  auto box = boxOf(arguments.box);
  if (!box) return context.fail(box.error());
  plan.box = *box;
  auto passphrase = passphraseOf(arguments);
  if (!passphrase) return context.fail(passphrase.error());
  plan.passphrase = *passphrase;
  const Interrupt interrupt;
  const auto copy = gis::prepareForField(*workspace, arguments.folder, plan, AppSettings().author(), gis::SystemClock(),
                                         interrupt.token(), progressOn(context.err()));
  if (!copy) return context.fail(copy.error());
  if (context.form() == OutputForm::kJson)
    context.print({{"workspace", copy->folder.string()},
                   {"seat", plan.seat},
                   {"rows", copy->rows},
                   {"bytes", copy->bytes},
                   {"pictures", copy->pictures},
                   {"pictures_missing", copy->pictures_missing}});
  else
    context.out() << QCoreApplication::translate("CommandLine", "Prepared for %1: %2 (%3 rows, %4 MB).")
                         .arg(QString::fromStdString(plan.seat), QString::fromStdString(copy->folder.string()))
                         .arg(copy->rows)
                         .arg(static_cast<double>(copy->bytes) / 1e6, 0, 'f', 1)
                         .toStdString()
                  << '\n';
  return kExitDone;
}

int package(const FieldArguments& arguments, const CommandContext& context) {
  const auto workspace = gis::Workspace::open(arguments.workspace, gis::OpenMode::kRead);
  if (!workspace) return context.fail(workspace.error());
  const auto clock = std::make_shared<gis::SystemClock>();
  gis::UuidSource uuids(clock);
  const auto passphrase = passphraseOf(arguments);
  if (!passphrase) return context.fail(passphrase.error());
  const auto written = gis::writeChangePackage(
      *workspace, arguments.file, uuids, *clock,
      arguments.everything ? std::optional<std::int64_t>(0) : std::optional<std::int64_t>(), *passphrase);
  if (!written) return context.fail(written.error());
  if (context.form() == OutputForm::kJson)
    context.print({{"file", arguments.file.string()},
                   {"package", written->package_uuid},
                   {"seat", written->seat},
                   {"steps", written->steps},
                   {"changes", written->changes},
                   {"pictures", written->pictures},
                   {"pictures_absent", written->pictures_absent},
                   {"first", gis::formatUtc(written->first_utc_ms)},
                   {"last", gis::formatUtc(written->last_utc_ms)}});
  else
    context.out() << QCoreApplication::translate("CommandLine", "%1 steps with %2 changes written to %3.")
                         .arg(written->steps)
                         .arg(written->changes)
                         .arg(QString::fromStdString(arguments.file.string()))
                         .toStdString()
                  << '\n';
  return kExitDone;
}

Json mergeJson(const std::filesystem::path& file, const gis::MergeReport& report) {
  Json tables = Json::object();
  for (const auto& [table, rows] : report.rows_by_table) tables[table] = rows;
  return {{"file", file.string()},
          {"seat", report.manifest.seat},
          {"steps", report.manifest.steps},
          {"new_steps", report.new_steps},
          {"new_changes", report.new_changes},
          {"rows_added", report.rows.rows_added},
          {"rows_changed", report.rows.rows_changed},
          {"rows_removed", report.rows.rows_removed},
          {"rows_waiting", report.rows.rows_waiting},
          {"new_conflicts", report.rows.new_conflicts},
          {"open_conflicts", report.open_conflicts},
          {"pictures_new", report.pictures.stored},
          {"pictures_unread", report.pictures.unread},
          {"pictures_missing", report.pictures_missing},
          {"rows_by_table", std::move(tables)}};
}

// Files as they are, folders as the packages in them.
std::vector<std::filesystem::path> packagesOf(const std::vector<std::filesystem::path>& given) {
  std::vector<std::filesystem::path> files;
  std::error_code ignored;
  for (const std::filesystem::path& path : given) {
    if (!std::filesystem::is_directory(path, ignored)) {
      files.push_back(path);
      continue;
    }
    for (const gis::FoundPackage& found : gis::findPackages({path})) files.push_back(found.file);
  }
  return files;
}

void printMerge(const gis::MergeReport& report, std::ostream& out) {
  const QString seat = QString::fromStdString(report.manifest.seat);
  if (report.pictures.stored > 0)
    out << QCoreApplication::translate("CommandLine", "%1: %2 photographs")
               .arg(seat)
               .arg(report.pictures.stored)
               .toStdString()
        << '\n';
  if (report.pictures_missing > 0)
    out << QCoreApplication::translate("CommandLine",
                                       "%1 photographs are not here: merge the package once more with the laptop's "
                                       "folder beside it.")
               .arg(report.pictures_missing)
               .toStdString()
        << '\n';
  if (report.new_steps == 0 && report.new_changes == 0) {
    out << QCoreApplication::translate("CommandLine", "%1: nothing new, this package was merged before.")
               .arg(seat)
               .toStdString()
        << '\n';
    return;
  }
  out << QCoreApplication::translate("CommandLine", "%1: %2 new steps; rows added %3, changed %4, removed %5.")
             .arg(seat)
             .arg(report.new_steps)
             .arg(report.rows.rows_added)
             .arg(report.rows.rows_changed)
             .arg(report.rows.rows_removed)
             .toStdString()
      << '\n';
  if (report.rows.rows_waiting > 0)
    out << QCoreApplication::translate("CommandLine", "%1 rows wait for a package that has not arrived yet.")
               .arg(report.rows.rows_waiting)
               .toStdString()
        << '\n';
  if (report.open_conflicts > 0)
    out << QCoreApplication::translate("CommandLine", "%1 conflicts are open: see `fengsui field conflicts`.")
               .arg(report.open_conflicts)
               .toStdString()
        << '\n';
}

int merge(const FieldArguments& arguments, const CommandContext& context) {
  const auto workspace = openForEditing(arguments.workspace);
  if (!workspace) return context.fail(workspace.error());
  const Interrupt interrupt;
  const auto passphrase = passphraseOf(arguments);
  if (!passphrase) return context.fail(passphrase.error());
  const auto files = packagesOf(arguments.files);
  if (files.empty()) return context.fail({gis::ErrorCode::kNoData, arguments.files.front().string(), "no *.fspk", {}});
  if (const auto copied = arguments.dry_run ? gis::Result<std::optional<gis::Backup>>()
                                            : gis::backUpWorkspace(workspace->folder(), gis::BackupReason::kMerge,
                                                                   gis::SystemClock(), interrupt.token());
      !copied)
    return context.fail(copied.error());
  auto reports = Json::array();
  for (const std::filesystem::path& file : files) {
    const auto take = arguments.dry_run ? gis::previewChangePackage : gis::mergeChangePackage;
    const auto report =
        take(*workspace, file, gis::SystemClock(), interrupt.token(), progressOn(context.err()), *passphrase);
    if (!report) return context.fail(report.error());
    if (context.form() == OutputForm::kJson)
      reports.push_back(mergeJson(file, *report));
    else
      printMerge(*report, context.out());
  }
  if (context.form() == OutputForm::kJson)
    context.print({{"dry_run", arguments.dry_run}, {"packages", std::move(reports)}});
  return kExitDone;
}

int laptops(const FieldArguments& arguments, const CommandContext& context) {
  const auto workspace = gis::Workspace::open(arguments.workspace, gis::OpenMode::kRead);
  if (!workspace) return context.fail(workspace.error());
  const auto seats = gis::FieldStore(workspace->db()).seats();
  if (!seats) return context.fail(seats.error());
  auto rows = Json::array();
  for (const gis::FieldSeat& seat : *seats) {
    if (context.form() == OutputForm::kJson) {
      rows.push_back({{"seat", seat.seat},
                      {"area", seat.area},
                      {"prepared", gis::formatUtc(seat.prepared_utc_ms)},
                      {"prepared_by", seat.prepared_by},
                      {"brought_back",
                       seat.brought_back_utc_ms ? Json(gis::formatUtc(*seat.brought_back_utc_ms)) : Json(nullptr)}});
      continue;
    }
    context.out() << seat.seat << "  " << localTimeText(seat.prepared_utc_ms).toStdString() << "  " << seat.prepared_by
                  << "  "
                  << (seat.brought_back_utc_ms ? QCoreApplication::translate("CommandLine", "brought back %1")
                                                     .arg(localTimeText(*seat.brought_back_utc_ms))
                                               : QCoreApplication::translate("CommandLine", "out"))
                         .toStdString()
                  << '\n';
  }
  if (context.form() == OutputForm::kJson) context.print({{"laptops", std::move(rows)}});
  return kExitDone;
}

void addPrepare(CLI::App& field, FieldArguments& arguments) {
  CLI::App* command = field.get_subcommand("prepare");
  command
      ->add_option(
          "DIR", arguments.folder,
          cliText(QT_TRANSLATE_NOOP("CommandLine", "folder for the laptop's workspace, on a stick for instance")))
      ->required();
  command
      ->add_option("--seat", arguments.plan.seat,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "name of the laptop, a new one each time")))
      ->required();
  command->add_option(
      "--area", arguments.plan.division_codes,
      cliText(QT_TRANSLATE_NOOP("CommandLine", "codes of counties, townships or villages (12 digits); all if none")));
  command->add_option("--box", arguments.box,
                      cliText(QT_TRANSLATE_NOOP(
                          "CommandLine", "a piece of the map beside the areas: west,south,east,north in degrees")));
  command->add_option("--tables", arguments.plan.tables,
                      cliText(QT_TRANSLATE_NOOP("CommandLine", "census tables to take along; all if none")));
  command->add_flag("--without-rasters", arguments.without_rasters,
                    cliText(QT_TRANSLATE_NOOP("CommandLine", "leave the terrain and the base maps at home")));
  command->add_flag("--without-photos", arguments.without_pictures,
                    cliText(QT_TRANSLATE_NOOP("CommandLine", "leave the pictures of photographs at home")));
}

}  // namespace

void addFieldCommand(CLI::App& program, CommandContext& context) {
  CLI::App* field = program.add_subcommand(
      "field", cliText(QT_TRANSLATE_NOOP("CommandLine", "field laptops: prepare, bring back, decide conflicts")));
  field->require_subcommand(1);
  field->footer(cliText(QT_TRANSLATE_NOOP(
      "CommandLine",
      "The laptop works for weeks without a network. Packages are signed and encrypted; they may come in any order "
      "and\n"
      "more than once. Two people who change two columns of a row never conflict; the same cell twice is a conflict "
      "that\n"
      "stays until somebody has decided.\n"
      "Example:\n  fengsui field prepare /media/stick/qinyuan --seat 沁源-01 --area 140431000000 --workspace ~/city\n"
      "  fengsui field package changes.fspk --workspace /media/stick/qinyuan\n"
      "  fengsui field merge changes.fspk --workspace ~/city\n"
      "  fengsui field conflicts --workspace ~/city")));
  const auto arguments = std::make_shared<FieldArguments>();
  const auto add = [&](const char* name, const char* text, int (*run)(const FieldArguments&, const CommandContext&)) {
    CLI::App* command = field->add_subcommand(name, cliText(text));
    command
        ->add_option("--workspace", arguments->workspace,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")))
        ->required();
    addCommonOptions(*command, context);
    command->callback([=, &context] { context.exit_code = run(*arguments, context); });
    return command;
  };
  add("prepare", QT_TRANSLATE_NOOP("CommandLine", "make a smaller workspace for a field laptop"), prepareField);
  addPrepare(*field, *arguments);
  CLI::App* package_command =
      add("package", QT_TRANSLATE_NOOP("CommandLine", "write what was changed here as a change package"), package);
  package_command
      ->add_option("FILE", arguments->file,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "change package to write (.fspk)")))
      ->required();
  package_command->add_flag(
      "--everything", arguments->everything,
      cliText(QT_TRANSLATE_NOOP("CommandLine", "all steps in the log, not only those made here since")));
  CLI::App* merge_command =
      add("merge", QT_TRANSLATE_NOOP("CommandLine", "merge change packages into this workspace"), merge);
  merge_command
      ->add_option("FILES", arguments->files,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "change packages (.fspk), or folders with packages")))
      ->required();
  merge_command->add_flag("--dry-run", arguments->dry_run,
                          cliText(QT_TRANSLATE_NOOP("CommandLine", "only tell what would be done")));
  for (const char* name : {"prepare", "package", "merge"})
    field->get_subcommand(name)->add_option(
        "--passphrase-file", arguments->passphrase_file,
        cliText(QT_TRANSLATE_NOOP("CommandLine", "file whose first line locks or unlocks the laptop's keys")));
  add("laptops", QT_TRANSLATE_NOOP("CommandLine", "list the laptops that were prepared and which are out"), laptops);
  addFieldConflictCommands(*field, context);
}

}  // namespace app

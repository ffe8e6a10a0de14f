// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include "app/cli/command_context.h"
#include "gis/search/search_index_store.h"
#include "gis/store/workspace.h"

namespace app {
namespace {

using Json = nlohmann::ordered_json;

struct SearchArguments {
  std::filesystem::path workspace;
  std::string text;
  std::size_t limit = 5;
};

Json hitJson(const gis::SearchHit& hit) {
  Json json = {{"name", hit.name}, {"fid", hit.fid}};
  if (!hit.code.empty()) json["code"] = hit.code;
  if (!hit.context.empty()) json["context"] = hit.context;
  if (!hit.note.empty()) json["note"] = hit.note;
  if (hit.where) json["lon_deg"] = hit.where->lon_deg, json["lat_deg"] = hit.where->lat_deg;
  if (hit.span_m > 0) json["span_m"] = hit.span_m;
  return json;
}

int search(const SearchArguments& arguments, const CommandContext& context) {
  const auto workspace = gis::Workspace::open(arguments.workspace, gis::OpenMode::kRead);
  if (!workspace) return context.fail(workspace.error());
  const auto index = gis::SearchIndexStore::open(workspace->folder(), gis::OpenMode::kReadWrite);
  if (!index) return context.fail(index.error());
  if (const auto done = index->refresh(workspace->db()); !done) return context.fail(done.error());
  const auto groups = index->search(arguments.text, arguments.limit);
  if (!groups) return context.fail(groups.error());
  auto list = Json::array();
  for (const gis::SearchGroup& group : *groups) {
    auto hits = Json::array();
    for (const gis::SearchHit& hit : group.hits) {
      hits.push_back(hitJson(hit));
      if (context.form() == OutputForm::kJson) continue;
      context.out() << hit.name << "  " << group.table << ' ' << hit.fid;
      for (const std::string* more : {&hit.code, &hit.context, &hit.note})
        if (!more->empty()) context.out() << "  " << *more;
      context.out() << '\n';
    }
    list.push_back({{"table", group.table}, {"more", group.more}, {"hits", std::move(hits)}});
  }
  if (context.form() == OutputForm::kJson)
    context.print({{"groups", std::move(list)}});
  else if (groups->empty())
    context.tell(QCoreApplication::translate("CommandLine", "Nothing was found."));
  return kExitDone;
}

}  // namespace

void addSearchCommand(CLI::App& program, CommandContext& context) {
  CLI::App* command = program.add_subcommand(
      "search", cliText(QT_TRANSLATE_NOOP("CommandLine",
                                          "find anything by name, code, pinyin or initials; people also by phone")));
  const auto arguments = std::make_shared<SearchArguments>();
  command->add_option("TEXT", arguments->text, cliText(QT_TRANSLATE_NOOP("CommandLine", "what to look for")))
      ->required();
  command
      ->add_option("--workspace", arguments->workspace,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")))
      ->required();
  command
      ->add_option("--limit", arguments->limit,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "how many of each table at most")))
      ->capture_default_str();
  addCommonOptions(*command, context);
  command->footer(
      cliText(QT_TRANSLATE_NOOP("CommandLine", "Example:\n  fengsui search qyx --workspace ~/city --json")));
  command->callback([arguments, &context] { context.exit_code = search(*arguments, context); });
}

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/resource.h>

#include <algorithm>
#include <memory>
#include <numeric>

#include "app/cli/command_context.h"
#include "app/cli/interrupt.h"
#include "app/cli/map_picture.h"
#include "app/cli/progress_line.h"
#include "app/print/atlas.h"
#include "app/text/error_text.h"
#include "gis/briefing/briefing_store.h"
#include "gis/core/division_code.h"
#include "gis/flood/flood_local_day.h"
#include "gis/store/code_store.h"
#include "layers/briefing/mark_layer.h"
#include "layers/vector/catalogue.h"
#include "layers/vector/layer_source.h"

namespace app {
namespace {

struct AtlasArguments {
  PictureOptions picture;
  std::string by = "town", within, paper = "A4", at;
  SheetOptions sheet;
  int at_most = 0;
  std::filesystem::path output;
};

// The districts of the level with their boxes and borders. Those that the layer does not have stay without a box: their
// sheets then say so.
gis::Result<std::vector<AtlasSheet>> sheetsOf(const AtlasArguments& arguments, const gis::CancelToken& cancel) {
  constexpr int kCountyLevel = 3, kTownLevel = 4, kVillageLevel = 5;
  const int level = arguments.by == "village" ? kVillageLevel : arguments.by == "town" ? kTownLevel : kCountyLevel;
  const auto workspace = gis::Workspace::open(arguments.picture.workspace, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  const gis::briefing::BriefingStore store(workspace->db());
  const auto counties = store.districts(kCountyLevel);
  if (!counties) return std::unexpected(counties.error());
  const auto towns = store.districts(kTownLevel);
  if (!towns) return std::unexpected(towns.error());
  auto districts = store.districts(level);
  if (!districts) return std::unexpected(districts.error());
  std::erase_if(*districts, [inside = gis::divisionPrefix(arguments.within)](const gis::briefing::District& district) {
    return !district.code.starts_with(inside);
  });
  if (districts->empty()) return gis::fail(gis::ErrorCode::kUnknownName, arguments.within, "no district in it");
  const auto catalogue = layers::loadCatalogue();
  if (!catalogue) return std::unexpected(catalogue.error());
  const auto codes = gis::CodeStore(workspace->db()).all();
  if (!codes) return std::unexpected(codes.error());
  const auto layer = layers::layerFromTable(*catalogue->find("division_" + arguments.by), workspace->db(), *codes,
                                            workspace->facts().map_crs, workspace->folder() / "cache", cancel);
  if (!layer) return std::unexpected(layer.error());
  const auto& columns = layer->value.columns;
  std::map<std::int64_t, std::uint32_t> features;
  for (std::size_t i = 0; i < columns->features->fid.size(); ++i)
    features[columns->features->fid[i]] = static_cast<std::uint32_t>(i);
  const auto nameOf = [&](const gis::briefing::District& district) {
    const bool english = arguments.picture.language == "en" && !district.name_en.empty();
    return QString::fromStdString(english ? district.name_en : district.name);
  };
  std::vector<AtlasSheet> sheets;
  for (const gis::briefing::District& district : *districts) {
    AtlasSheet sheet;
    sheet.name = nameOf(district);
    const auto town = std::ranges::find(*towns, district.parent_code, &gis::briefing::District::code);
    const auto county = std::ranges::find(*counties, town == towns->end() ? district.parent_code : town->parent_code,
                                          &gis::briefing::District::code);
    if (county != counties->end()) sheet.within = nameOf(*county);
    if (town != towns->end()) sheet.within += (sheet.within.isEmpty() ? "" : " ") + nameOf(*town);
    if (const auto feature = features.find(district.fid); feature != features.end()) {
      const layers::ToneDistrict subject{feature->second, 1, true};
      auto outline = std::make_shared<const layers::MarkLayer>(columns, std::vector<layers::ToneDistrict>{subject},
                                                               std::vector<layers::ToneMark>{});
      sheet.box = outline->extent();
      sheet.outline = std::move(outline);
    }
    sheets.push_back(std::move(sheet));
    if (arguments.at_most > 0 && static_cast<int>(sheets.size()) == arguments.at_most) break;
  }
  return sheets;
}

// The whole city with its counties, for the corner of every sheet.
gis::Result<void> drawInset(const AtlasArguments& arguments, AtlasRequest& request, const gis::CancelToken& cancel) {
  PictureOptions options = arguments.picture;
  options.layer_ids = {"terrain", "division_county"};
  options.view = "full";
  options.width_px = 240, options.height_px = 240;
  options.device_ratio = 3;
  auto scene = loadScene(options, cancel);
  if (!scene) return std::unexpected(std::move(scene.error()));
  const layers::MapView view = layers::snapped(scene->value.view);
  request.inset = layers::paintFrame(scene->value.frame, view, cancel).convertToFormat(QImage::Format_RGB32);
  request.inset.setDevicePixelRatio(1);
  request.inset_box = view.box();
  return {};
}

long peakMemory_kb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

void tellAtlas(const AtlasArguments& arguments, const AtlasReport& report, const CommandContext& context) {
  for (const AtlasFailure& failure : report.failed)
    context.tell(QCoreApplication::translate("CommandLine", "Sheet %1 could not be drawn: %2")
                     .arg(failure.sheet, errorSentence(failure.error)));
  if (context.form() != OutputForm::kJson) {
    context.out() << QCoreApplication::translate("CommandLine", "%1 pages: %2")
                         .arg(report.pages)
                         .arg(QString::fromStdString(arguments.output.string()))
                         .toStdString()
                  << '\n';
    return;
  }
  auto failed = nlohmann::ordered_json::array();
  for (const AtlasFailure& failure : report.failed)
    failed.push_back({{"sheet", failure.sheet.toStdString()}, {"error", errorJson(failure.error)}});
  const double sum_ms = std::accumulate(report.sheet_ms.begin(), report.sheet_ms.end(), 0.0);
  context.print({{"output", arguments.output.string()},
                 {"pages", report.pages},
                 {"sheets", report.sheet_ms.size()},
                 {"mean_ms_per_sheet", std::round(sum_ms / static_cast<double>(report.sheet_ms.size()))},
                 {"longest_ms", std::round(*std::ranges::max_element(report.sheet_ms))},
                 {"peak_memory_kb", peakMemory_kb()},
                 {"failed", std::move(failed)}});
}

int atlas(AtlasArguments& arguments, const CommandContext& context) {
  if (!arguments.at.empty()) {
    arguments.picture.at_utc_ms = gis::flood::readTime(arguments.at);
    if (!arguments.picture.at_utc_ms)
      return context.fail(
          {gis::ErrorCode::kInvalidArgument, arguments.at, "a time like 2026-05-01T08:00 expected", {}});
  }
  SheetOptions& sheet = arguments.sheet;
  sheet.page = arguments.paper;
  sheet.landscape = true;
  sheet.furniture = sheet.legend = sheet.graticule = true;
  // Every sheet has a title: room for it is left even when none goes before the names.
  PictureOptions& picture = arguments.picture;
  picture.language = context.m_language;
  picture.theme = layers::Theme::kLight;
  const Interrupt interrupt;
  const auto sheets = sheetsOf(arguments, interrupt.token());
  if (!sheets) return context.fail(sheets.error());
  auto scene = loadScene(picture, interrupt.token());
  if (!scene) return context.fail(scene.error());
  AtlasRequest request;
  if (sheet.title.empty()) sheet.title = scene->value.source.toStdString();
  request.options = sheet;
  request.scene = std::move(scene->value);
  request.created_utc_ms =
      QDateTime::fromString(request.scene.data_time, QStringLiteral("yyyy-MM-dd HH:mm")).toMSecsSinceEpoch();
  if (auto drawn = drawInset(arguments, request, interrupt.token()); !drawn) return context.fail(drawn.error());
  const auto report = writeAtlas(arguments.output, request, *sheets, interrupt.token(), progressOn(context.err()));
  if (!report) return context.fail(report.error());
  tellAtlas(arguments, *report, context);
  return kExitDone;
}

}  // namespace

void addAtlasCommand(CLI::App& program, CommandContext& context) {
  CLI::App* command = program.add_subcommand(
      "atlas",
      cliText(QT_TRANSLATE_NOOP("CommandLine", "write map sheets of all counties, towns or villages as one PDF")));
  const auto arguments = std::make_shared<AtlasArguments>();
  command
      ->add_option("--workspace", arguments->picture.workspace,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")))
      ->required();
  command
      ->add_option("--by", arguments->by,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "a sheet for each: county, town or village")))
      ->check(CLI::IsMember({"county", "town", "village"}))
      ->capture_default_str();
  command->add_option("--within", arguments->within,
                      cliText(QT_TRANSLATE_NOOP("CommandLine", "only of this county or town: its code")));
  command->add_option("-o,--output", arguments->output, cliText(QT_TRANSLATE_NOOP("CommandLine", "PDF file to write")))
      ->required();
  command->add_option("--paper", arguments->paper, cliText(QT_TRANSLATE_NOOP("CommandLine", "paper: A4 or A3")))
      ->check(CLI::IsMember({"A4", "A3"}, CLI::ignore_case))
      ->capture_default_str();
  arguments->sheet.dpi = 300;
  command
      ->add_option("--dpi", arguments->sheet.dpi, cliText(QT_TRANSLATE_NOOP("CommandLine", "dots per inch, 96 to 600")))
      ->check(CLI::Range(96.0, 600.0))
      ->capture_default_str();
  command->add_option("--title", arguments->sheet.title,
                      cliText(QT_TRANSLATE_NOOP("CommandLine", "title before each name; else the city")));
  command
      ->add_option("--layers", arguments->picture.layer_ids,
                   cliText(QT_TRANSLATE_NOOP("CommandLine",
                                             "ids of the layers to draw, separated by commas, or all; else those "
                                             "that a new workspace shows")))
      ->delimiter(',');
  command->add_option("--style", arguments->picture.style,
                      cliText(QT_TRANSLATE_NOOP("CommandLine",
                                                "style file, or folder of them, in place of the built-in looks of "
                                                "their layers; see `fengsui style check`")));
  command->add_option("--at", arguments->at,
                      cliText(QT_TRANSLATE_NOOP("CommandLine",
                                                "the map as it was then, by the log of changes: 2026-05-01T08:00, or "
                                                "with Z for UTC")));
  command
      ->add_option("--first", arguments->at_most,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "only so many sheets, to look at first; 0: all")))
      ->check(CLI::NonNegativeNumber);
  addCommonOptions(*command, context);
  command->footer(cliText(QT_TRANSLATE_NOOP(
      "CommandLine",
      "One sheet a district with title, legend, scale, grid, inset and number, and an index of names at the end.\n"
      "Examples:\n"
      "  fengsui atlas --workspace ~/city --by county --paper A3 -o counties.pdf\n"
      "  fengsui atlas --workspace ~/city --by town --dpi 300 -o towns.pdf\n"
      "  fengsui atlas --workspace ~/city --by village --within 140431000000 -o villages.pdf")));
  command->callback([arguments, &context] { context.exit_code = atlas(*arguments, context); });
}

}  // namespace app

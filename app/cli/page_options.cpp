// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/page_options.h"

#include "app/cli/command_context.h"

namespace app {

void addPageOptions(CLI::App& command, PageOptions& options) {
  command
      .add_option("--page", options.page,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "a sheet of paper with frame, scale and notes: A0 to A4")))
      ->check([](const std::string& text) { return paperOf(text) ? std::string() : text + " is none of A0 to A4"; })
      ->excludes("--size");
  command
      .add_flag("--landscape", options.landscape, cliText(QT_TRANSLATE_NOOP("CommandLine", "the sheet lies across")))
      ->needs("--page");
  command
      .add_option("--dpi", options.dpi,
                  cliText(QT_TRANSLATE_NOOP("CommandLine",
                                            "pixels an inch, 48 to 600; symbols and words keep their millimetres (300 "
                                            "on a sheet, else 96)")))
      ->check(CLI::Range(48.0, 600.0));
  command
      .add_option("--scale-factor", options.enlarged_ratio,
                  cliText(QT_TRANSLATE_NOOP("CommandLine",
                                            "symbols, lines and words so many times larger, 0.5 to 4 (2 for a dense "
                                            "screen or a wall)")))
      ->check(CLI::Range(0.5, 4.0))
      ->capture_default_str();
  command
      .add_option("--scale", options.denominator,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "the n of the scale 1:n, about the middle of the view")))
      ->check(CLI::Range(100.0, 1e8));
  command.add_flag("--furniture", options.furniture,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "scale bar, north arrow, legend, times and source")));
  command.add_flag("--graticule", options.graticule,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "meridians and parallels with their degrees")));
  command.add_flag("--grid", options.kilometre_grid,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "the kilometre grid of the map's system")));
  command.add_flag("--legend", options.legend,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "the legend of the layers that are drawn")));
  command.add_option("--source", options.source,
                     cliText(QT_TRANSLATE_NOOP("CommandLine",
                                               "where the data come from, for the notes (the city, or the "
                                               "name of the file)")));
  command.add_option("--title", options.title, cliText(QT_TRANSLATE_NOOP("CommandLine", "the title of the map")));
}

void addRampOptions(CLI::App& command, layers::RasterLook& look) {
  std::map<std::string, layers::Ramp> ramps;
  for (const layers::RampInfo& info : layers::rampList()) ramps[info.id] = info.ramp;
  command
      .add_option("--ramp", look.ramp,
                  cliText(QT_TRANSLATE_NOOP("CommandLine",
                                            "colours of a raster of measured values: viridis, cividis, magma, blues, "
                                            "greys or elevation")))
      ->transform(CLI::CheckedTransformer(ramps));
  command
      .add_option(
          "--stretch", look.stretch,
          cliText(QT_TRANSLATE_NOOP("CommandLine",
                                    "values from end to end of the ramp: usual (2% to 98%) or full (smallest to "
                                    "largest)")))
      ->transform(CLI::CheckedTransformer(std::map<std::string, layers::Stretch>{{"usual", layers::Stretch::kUsual},
                                                                                 {"full", layers::Stretch::kFull}}));
  command
      .add_option("--classes", look.classes,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "steps of the ramp, 2 to 32; 0 for a continuous one")))
      ->check([](const std::string& text) {
        const int count = std::atoi(text.c_str());
        return text == "0" || (count >= 2 && count <= 32) ? std::string() : text + " is neither 0 nor 2 to 32";
      });
}

}  // namespace app

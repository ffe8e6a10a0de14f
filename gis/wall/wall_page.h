// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "gis/core/coords.h"
#include "gis/core/error.h"
#include "gis/store/workspace.h"

namespace gis {

struct WallWords {
  std::string zh, en;
};

// A query of a page and the tables it needs; without them it is passed over. It may use :now_utc_ms.
struct WallQuery {
  WallWords title, unit;
  std::string tables, sql;
};

// One page of the wall (大屏页): a question, a map with marks, a few big numbers, a list, bars. Data: resources/wall.
struct WallPage {
  std::string id;
  int order = 0;
  WallWords question;
  std::vector<WallQuery> subjects;  // each: what the page is about, 1 when that is a drill; the first that has rows
  std::vector<WallQuery> figures;   // each: value, tone
  std::vector<WallQuery> lists;     // each: text, value, tone; the first that has rows is shown
  std::vector<WallQuery> bars;      // each: name, value, tone; likewise
  std::vector<WallQuery> points;    // each: lon, lat, tone, name; all are shown
};

// How a value is to be read: the four warning colours are for warnings alone.
enum class WallTone { kPlain, kGood, kCaution, kDanger, kRed, kOrange, kYellow, kBlue };

struct WallRow {
  std::string text;
  std::string value;
  double share_ratio = 0;  // of the greatest among its rows: the length of its bar
  WallTone tone = WallTone::kPlain;
};
struct WallPoint {
  LonLat where;
  std::string name;
  WallTone tone = WallTone::kPlain;
};

// What a page says at a moment.
struct WallAnswer {
  std::string page_id;
  WallWords question;
  std::int64_t now_utc_ms = 0;
  // is_drill: the whole workspace is one, or what this page shows is.
  bool is_frozen = false, is_drill = false, is_demo = false;
  std::string subject;  // the warning or call-out that the figures are of; empty: of all
  struct Figure {
    WallWords title, unit;
    WallRow row;
  };
  std::vector<Figure> figures;
  struct Rows {
    WallWords title, unit;
    std::vector<WallRow> rows;
  };
  Rows list, bars;
  std::vector<WallPoint> points;
};

// The pages that come with the program, in their order. Fails with kDamagedFile (the page and what is wrong).
Result<std::vector<WallPage>> wallPages();
Result<WallPage> readWallPage(std::string_view json, const std::string& name);

// Asks a page's questions of a workspace, which may be looked at as it was (atMoment). Of warnings and call-outs real
// ones are shown; drills only where nothing real is in force or running, or in the workspace of a drill, and marked.
// Telephone numbers in any text are masked. Fails with kDamagedFile when a query is wrong. A job's thread.
Result<WallAnswer> answerWallPage(const WallPage& page, const std::filesystem::path& place, const Clock& clock);

// "13812345678" becomes "138****5678", wherever it stands in a text.
std::string withoutPhones(std::string_view text);

}  // namespace gis

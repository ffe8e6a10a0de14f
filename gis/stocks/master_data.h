// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "gis/core/uuid.h"
#include "gis/stocks/catalogue_store.h"
#include "gis/stocks/levels.h"
#include "gis/stocks/truck_store.h"

namespace gis::stocks {

// What the office sets by hand (基础数据维护): items of the catalogue, depots and their trucks, levels. As JSON, an
// object or a list of them; only what is named changes, the rest of a known one stays. A key that nobody knows is a
// mistake and not ignored. All of a file or nothing. Fail with kInvalidArgument (the key, and what is expected),
// kUnknownName (depot, item, class), and as the stores do. The database's thread.

// {"code": "10301", "class": "103", "name_zh": "棉被", "name_en": "Quilts", "unit_zh": "床", "unit_en": "quilts",
//  "weight_kg": 2.5, "volume_m3": 0.03, "shelf_life_days": 3650, "confidence": "S", "source": "…", "photo": "…",
//  "barcode": "…", "packs": [{"unit_zh": "包", "units": 10, "barcode": "…"}],
//  "norm": {"per_1000": 1000, "daily": false, "months": [10, 11, 12], "source": "…", "confidence": "U"},
//  "parts": [{"item": "10202", "quantity": 6}]}
// A new one needs code, class, name_zh, unit_zh and source. null takes shelf_life_days or norm away. Returns the codes.
Result<std::vector<std::string>> setItems(const Database& db, std::string_view json, const std::string& author,
                                          std::int64_t now_utc_ms);

// {"code": "…", "name": "…", "kind": "government", "tier": 3, "division_code": "140431000000", "lon": 112.3,
// "lat": 36.5,
//  "keeper": "…", "phone": "…", "trucks": [{"kind": "…", "payload_kg": 5000, "volume_m3": 20, "trucks": 2}]}
// A new one needs code, name and tier; trucks: all of them anew. Returns the codes.
Result<std::vector<std::string>> setDepots(const Database& db, UuidSource& uuids, std::string_view json,
                                           const std::string& author, std::int64_t now_utc_ms);

// {"depot": "…", "item": "…", "minimum": 100, "target": 120, "maximum": 150, "reason": "…"}; "computed": true in place
// of the figures takes what was typed away: people x norm x days counts again. {"depot": "…", "people": 5000, "source":
// "…", "minimum_days": 3, "target_days": 7, "maximum_days": 15} sets whom the depot is there for. Returns how many.
Result<int> setLevels(const Database& db, std::string_view json, const std::string& author, std::int64_t now_utc_ms);

}  // namespace gis::stocks

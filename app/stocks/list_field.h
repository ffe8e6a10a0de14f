// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "gis/stocks/truck_store.h"

namespace app {

// A typed field of the lists (items, depots, levels) as the setters read it, under its key; "norm." keys go into the
// norm. What is wrong with the text, in the language of the interface; empty: nothing. Window's thread.
QString putListField(nlohmann::json& json, const std::string& key, const QString& typed);

// "5 t, 2, 5000, 20; 10 t, 1, 10000, 40": kind, how many, payload in kg, space in m³.
QString trucksText(const std::vector<gis::stocks::DepotTruck>& trucks);

}  // namespace app

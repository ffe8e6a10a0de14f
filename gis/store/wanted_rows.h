// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/error.h"
#include "gis/store/database.h"
#include "gis/vector/feature_columns.h"

namespace gis {

// Asked of a row before its geometry is looked at, which is most of the work: it is shown the attributes read so far,
// the row's in their last place.
using RowWanted = std::function<bool(std::span<const AttributeColumn> attributes)>;

// As FeatureStore::read, of those rows that `wanted` accepts.
Result<Loaded<FeatureColumns>> readWantedRows(const Database& db, const std::string& table,
                                              const std::vector<std::string>& attributes, const RowWanted& wanted,
                                              const CancelToken& cancel = {});

}  // namespace gis

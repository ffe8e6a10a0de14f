// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/core/map_document.h"
#include "app/map/map_canvas.h"
#include "app/settings/app_settings.h"

namespace app {

// Where the map of a workspace stood when it was left; the next time it stands there again. The full view is none to
// come back to: it fits whatever window there is then.
void rememberView(AppSettings& settings, const QString& folder, const MapDocument& document, const MapCanvas& canvas);
void recallView(const AppSettings& settings, const MapDocument& document, MapCanvas& canvas);

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gis/office/document.h"
#include "gis/situation/draft.h"

namespace gis::situation {

// The draft as an official paper; `created_utc_ms` is that of its figures, so that the same draft gives the same file.
// Every page of a drill says 【演练】, of a made city 演示数据, of what is not issued 草稿.
office::Document documentOf(const Draft& draft, const std::string& author);

// A name for its file, without folder and ending: "【演练】长应急报〔2026〕3号 关于…的首报". Signs that files may not
// have are left out.
std::string fileNameOf(const Draft& draft);

}  // namespace gis::situation

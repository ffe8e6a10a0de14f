// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <string>

#include "gis/slides/slide.h"

namespace gis::slides {

// The XML of one page. `picture_relations` has the relation of each picture's name.
std::string slideXml(const Slide& slide, const std::map<std::string, std::string>& picture_relations);

// The parts that every presentation has.
std::string presentationXml(const std::vector<std::string>& slide_relations, const std::string& master_relation);
std::string masterXml(const std::string& layout_relation);
std::string layoutXml();
std::string themeXml();

}  // namespace gis::slides

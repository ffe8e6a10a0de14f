// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/slides/presentation.h"

#include <map>

#include "gis/office/package.h"
#include "gis/slides/slide_xml.h"

namespace gis::slides {
namespace {

constexpr auto kPresentation = "ppt/presentation.xml";
constexpr auto kMaster = "ppt/slideMasters/slideMaster1.xml";
constexpr auto kLayout = "ppt/slideLayouts/slideLayout1.xml";
constexpr auto kTheme = "ppt/theme/theme1.xml";

std::string typeOf(const char* part) {
  return std::string("application/vnd.openxmlformats-officedocument.presentationml.") + part + "+xml";
}

// Pictures of the whole presentation: the file of each name.
class PictureParts {
 public:
  PictureParts(office::Package& package, const PictureSource& source) : m_package(package), m_source(source) {}

  Result<std::string> partOf(const std::string& name) {
    if (const auto known = m_parts.find(name); known != m_parts.end()) return known->second;
    auto bytes = m_source(name);
    if (!bytes) return std::unexpected(std::move(bytes.error()));
    const std::string part = "ppt/media/image" + std::to_string(m_parts.size() + 1) + ".png";
    m_package.add(part, "image/png", std::move(*bytes));
    m_parts.emplace(name, part);
    return part;
  }

 private:
  office::Package& m_package;
  const PictureSource& m_source;
  std::map<std::string, std::string> m_parts;
};

Result<void> addSlide(office::Package& package, PictureParts& pictures, const Slide& slide, const std::string& part) {
  std::map<std::string, std::string> relations;
  package.relate(part, "slideLayout", kLayout);
  for (const Item& item : slide.items) {
    const auto* picture = std::get_if<PictureItem>(&item);
    if (picture == nullptr || relations.contains(picture->name)) continue;
    const auto file = pictures.partOf(picture->name);
    if (!file) return std::unexpected(file.error());
    relations[picture->name] = package.relate(part, "image", *file);
  }
  package.add(part, typeOf("slide"), slideXml(slide, relations));
  return {};
}

}  // namespace

Result<std::string> presentationBytes(const Deck& deck, const PictureSource& picture, const CancelToken& cancel) {
  if (deck.slides.empty()) return fail(ErrorCode::kInvalidArgument, deck.title, "a presentation has at least one page");
  office::Package package;
  package.relate("", "officeDocument", kPresentation);
  package.describe(deck.title, deck.author, deck.created_utc_ms);
  const std::string master_relation = package.relate(kPresentation, "slideMaster", kMaster);
  const std::string layout_relation = package.relate(kMaster, "slideLayout", kLayout);
  package.relate(kMaster, "theme", kTheme);
  package.relate(kLayout, "slideMaster", kMaster);

  PictureParts pictures(package, picture);
  std::vector<std::string> slide_relations;
  for (std::size_t i = 0; i < deck.slides.size(); ++i) {
    if (cancel.cancelled()) return fail(ErrorCode::kCancelled, deck.title);
    const std::string part = "ppt/slides/slide" + std::to_string(i + 1) + ".xml";
    if (auto added = addSlide(package, pictures, deck.slides[i], part); !added) return std::unexpected(added.error());
    slide_relations.push_back(package.relate(kPresentation, "slide", part));
  }
  package.add(kPresentation, typeOf("presentation.main"), presentationXml(slide_relations, master_relation));
  package.add(kMaster, typeOf("slideMaster"), masterXml(layout_relation));
  package.add(kLayout, typeOf("slideLayout"), layoutXml());
  package.add(kTheme, "application/vnd.openxmlformats-officedocument.theme+xml", themeXml());
  return package.bytes();
}

}  // namespace gis::slides

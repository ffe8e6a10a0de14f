// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/cap/cap_feed.h"

#include <algorithm>
#include <pugixml.hpp>
#include <set>

#include "gis/cap/xml_guard.h"

namespace gis {
namespace {

constexpr std::string_view kCapType = "application/cap+xml";

std::string_view feedName(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string trimmedText(const char* text) {
  std::string_view rest = text;
  const auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
  while (!rest.empty() && blank(rest.front())) rest.remove_prefix(1);
  while (!rest.empty() && blank(rest.back())) rest.remove_suffix(1);
  return std::string(rest);
}

bool endsLikeWarning(std::string_view href) {
  std::string path(href.substr(0, href.find_first_of("?#")));
  std::ranges::transform(path, path.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
  return path.ends_with(".xml") || path.ends_with(".cap");
}

// Goes through the document without calling itself: its depth is not ours to trust.
class LinkWalker final : public pugi::xml_tree_walker {
 public:
  bool for_each(pugi::xml_node& node) override {
    if (depth() > kXmlMostDepth) {
      too_deep = true;
      return false;
    }
    const std::string_view name = feedName(node);
    if (name == "entry" || name == "item") {
      m_entry_depth = depth();
      // What came before the first entry is the feed's own.
      if (!in_entries) links.clear(), m_seen.clear();
      in_entries = true;
      m_stamp = stampOf(node);
    } else if (depth() <= m_entry_depth) {
      m_entry_depth = kNone;
      m_stamp.clear();
    }
    if (name != "link" && name != "enclosure") return true;
    if (in_entries && m_entry_depth == kNone) return true;
    const std::string_view rel = node.attribute("rel").value();
    if (rel == "self" || rel == "next" || rel == "previous" || rel == "hub") return true;
    std::string href = trimmedText(node.attribute(name == "link" ? "href" : "url").value());
    if (href.empty()) href = trimmedText(node.child_value());
    if (href.empty() || (node.attribute("type").value() != kCapType && !endsLikeWarning(href))) return true;
    if (m_seen.insert(href).second) links.push_back({std::move(href), m_stamp});
    return true;
  }
  std::vector<CapLink> links;
  bool in_entries = false, too_deep = false;

 private:
  static constexpr int kNone = -1;
  static std::string stampOf(const pugi::xml_node& entry) {
    for (const pugi::xml_node& child : entry.children()) {
      const std::string_view name = feedName(child);
      if (name == "updated" || name == "pubDate" || name == "date") return trimmedText(child.child_value());
    }
    return {};
  }
  int m_entry_depth = kNone;
  std::string m_stamp;
  std::set<std::string> m_seen;
};

}  // namespace

std::expected<std::vector<CapLink>, CapProblem> readCapFeed(std::string_view bytes) {
  auto text = guardedXml(bytes);
  if (!text) return std::unexpected(text.error());
  pugi::xml_document document;
  const auto parsed = document.load_buffer_inplace(
      text->data(), text->size(), pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol, pugi::encoding_utf8);
  const pugi::xml_node root = document.document_element();
  if (!parsed || !root)
    return std::unexpected(CapProblem{CapProblemKind::kNotXml, parsed.description(),
                                      std::to_string(std::max<std::ptrdiff_t>(0, parsed.offset))});
  if (feedName(root) == "alert") return std::unexpected(CapProblem{CapProblemKind::kNotCap, root.name(), {}});
  LinkWalker walker;
  document.traverse(walker);
  if (walker.too_deep) return std::unexpected(CapProblem{CapProblemKind::kTooDeep, {}, {}});
  return std::move(walker.links);
}

}  // namespace gis

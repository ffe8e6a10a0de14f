// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/edit/edit_change.h"

#include <array>
#include <charconv>

namespace gis {

namespace {
constexpr std::array<std::string_view, 7> kKindNames = {"edit", "import", "fix", "restore", "undo", "redo", "decide"};
}

std::string_view stepKindName(StepKind kind) { return kKindNames[static_cast<std::size_t>(kind)]; }

StepKind stepKindOf(std::string_view name) {
  for (std::size_t i = 0; i < kKindNames.size(); ++i)
    if (kKindNames[i] == name) return static_cast<StepKind>(i);
  return StepKind::kEdit;
}

std::string parentsText(const std::vector<ChangeId>& parents) {
  std::string text;
  for (const ChangeId& parent : parents) {
    if (!text.empty()) text += ' ';
    text += parent.step + '/' + std::to_string(parent.number);
  }
  return text;
}

std::vector<ChangeId> parentsOf(std::string_view text) {
  std::vector<ChangeId> parents;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    const std::size_t slash = word.find('/');
    ChangeId id;
    if (slash == std::string_view::npos) continue;
    id.step = word.substr(0, slash);
    if (std::from_chars(word.data() + slash + 1, word.data() + word.size(), id.number).ec == std::errc())
      parents.push_back(std::move(id));
  }
  return parents;
}

}  // namespace gis

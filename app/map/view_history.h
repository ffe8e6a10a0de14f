// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <vector>

#include "layers/core/map_view.h"

namespace app {

// Where the map has been: back and forward as in a browser. Plain data.
class ViewHistory {
 public:
  // Call with the view that is about to be left. Drops what lay ahead.
  void leave(const layers::MapView& view) {
    if (!m_back.empty() && samePlace(m_back.back(), view)) return;
    m_back.push_back(view);
    if (m_back.size() > kAtMost) m_back.erase(m_back.begin());
    m_ahead.clear();
  }
  std::optional<layers::MapView> back(const layers::MapView& now) { return step(m_back, m_ahead, now); }
  std::optional<layers::MapView> forward(const layers::MapView& now) { return step(m_ahead, m_back, now); }
  bool canGoBack() const { return !m_back.empty(); }
  bool canGoForward() const { return !m_ahead.empty(); }
  void clear() { m_back.clear(), m_ahead.clear(); }

 private:
  static constexpr std::size_t kAtMost = 100;
  static bool samePlace(const layers::MapView& a, const layers::MapView& b) {
    return a.centre == b.centre && a.metres_per_px == b.metres_per_px;
  }
  static std::optional<layers::MapView> step(std::vector<layers::MapView>& from, std::vector<layers::MapView>& to,
                                             const layers::MapView& now) {
    if (from.empty()) return {};
    const layers::MapView next = from.back();
    from.pop_back();
    to.push_back(now);
    return next;
  }
  std::vector<layers::MapView> m_back;
  std::vector<layers::MapView> m_ahead;
};

}  // namespace app

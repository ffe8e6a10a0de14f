// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <atomic>
#include <functional>
#include <memory>

namespace gis {

// A flag that long work polls once per row, feature or time step. Copies share the flag; a default-made token can
// never be cancelled. Any thread.
class CancelToken {
 public:
  CancelToken() = default;
  static CancelToken create() {
    CancelToken token;
    token.m_flag = std::make_shared<std::atomic<bool>>(false);
    return token;
  }
  void cancel() const {
    if (m_flag) m_flag->store(true, std::memory_order_relaxed);
  }
  bool cancelled() const { return m_flag && m_flag->load(std::memory_order_relaxed); }

 private:
  std::shared_ptr<std::atomic<bool>> m_flag;
};

// Told how far the work is, 0..1, from the thread that works. May be empty.
using Progress = std::function<void(double done_ratio)>;

}  // namespace gis

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <chrono>
#include <condition_variable>
#include <list>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <utility>
#include <vector>

#include "gis/core/cancel.h"
#include "layers/raster/block_ladder.h"

namespace layers {

// A block of cells, kBlockCells a side, row 0 north. No cells at all: nothing is known in it.
template <class Cell>
struct RasterBlock {
  std::vector<Cell> cells;
  std::size_t bytes() const { return sizeof(*this) + cells.capacity() * sizeof(Cell); }
};

// The blocks used last, up to a budget. Any thread. This is the one place in layers where workers meet: its lock is
// held for a look-up, never while a block is made. A block that somebody is making is waited for; when the maker gives
// up (cancelled, failed), one of those who wait makes it instead. Nobody waits for a second block while making one, so
// there is no circle to wait in.
template <class Cell>
class BlockCache {
 public:
  using Block = std::shared_ptr<const RasterBlock<Cell>>;
  explicit BlockCache(std::size_t budget_bytes) : m_budget_bytes(budget_bytes) {}

  // The block of that key, made by `make` (-> Block, null when it gave up) if need be. Null when this asker was
  // cancelled or its own making gave up.
  template <class Make>
  Block get(const BlockKey& key, const gis::CancelToken& cancel, const Make& make) {
    constexpr std::chrono::milliseconds kLookForCancel(20);
    {
      std::unique_lock lock(m_mutex);
      for (;;) {
        const auto found = m_entries.find(key);
        if (found == m_entries.end()) break;
        if (found->second.block) {
          m_used.splice(m_used.begin(), m_used, found->second.place);
          return found->second.block;
        }
        if (cancel.cancelled()) return nullptr;
        m_changed.wait_for(lock, kLookForCancel);
      }
      if (cancel.cancelled()) return nullptr;
      m_entries.emplace(key, Entry{});  // without a block: being made
    }
    Making making{*this, key, nullptr};
    making.block = make();
    return making.block;
  }

  std::size_t bytesHeld() const {
    const std::lock_guard lock(m_mutex);
    return m_bytes;
  }

 private:
  struct Entry {
    Block block;
    std::list<BlockKey>::iterator place;
  };
  // Whatever happens while a block is made, those who wait for it are told.
  struct Making {
    BlockCache& cache;
    BlockKey key;
    Block block;
    ~Making() { cache.settle(key, block); }
  };

  void settle(const BlockKey& key, const Block& block) {
    std::vector<Block> dropped;  // freed after the lock
    {
      const std::lock_guard lock(m_mutex);
      if (block) {
        m_used.push_front(key);
        m_entries[key] = {block, m_used.begin()};
        m_bytes += block->bytes();
      } else {
        m_entries.erase(key);
      }
      while (m_bytes > m_budget_bytes && m_used.size() > 1) {
        const auto oldest = m_entries.find(m_used.back());
        m_bytes -= oldest->second.block->bytes();
        dropped.push_back(std::move(oldest->second.block));
        m_entries.erase(oldest);
        m_used.pop_back();
      }
    }
    m_changed.notify_all();
  }

  const std::size_t m_budget_bytes;
  mutable std::mutex m_mutex;
  std::condition_variable m_changed;
  std::unordered_map<BlockKey, Entry, BlockKeyHash> m_entries;
  std::list<BlockKey> m_used;  // the last used in front
  std::size_t m_bytes = 0;
};

}  // namespace layers

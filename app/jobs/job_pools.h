// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <QThreadPool>
#include <functional>
#include <mutex>
#include <vector>

namespace app {

// What kind of work it is: each kind has its own threads, so that a flood run never starves the map.
enum class Pool { kDrawing, kModels, kIo };

// The program's worker threads. One object, owned by the application and handed down by reference; it lives on the
// window's thread and must outlive every JobSlot. Its destructor waits for running work (slots have cancelled it).
class JobPools {
 public:
  // `drawing_threads` below one: as many as the machine has cores.
  explicit JobPools(int drawing_threads = 0);
  ~JobPools();
  JobPools(const JobPools&) = delete;
  JobPools& operator=(const JobPools&) = delete;

  // Of what fills the map that is being opened, in the io pool.
  static constexpr int kMapFirst = 1;
  // Of what may come after the map's own tiles, in the drawing pool.
  static constexpr int kAfterTiles = -1;

  // Runs `work` on a thread of the pool; higher priorities first. Any thread.
  void run(Pool pool, std::function<void()> work, int priority = 0);
  // Calls `call` on the window's thread soon. Any thread.
  void deliver(std::function<void()> call);
  int threads(Pool pool) const;

  // Until letGo(), work of the io pool below kMapFirst and of the drawing pool below zero waits: rooms that nobody has
  // looked at yet read their tables when the map stands. Window's thread.
  void holdBack();
  void letGo();

 private:
  QThreadPool& pool(Pool kind);
  void start(Pool pool, std::function<void()> work, int priority);
  QObject m_mailbox;  // destroyed after the pools have finished: no answer finds it gone
  QThreadPool m_drawing;
  QThreadPool m_models;
  QThreadPool m_io;
  std::mutex m_held_mutex;
  bool m_holding = false;
  struct Held {
    Pool pool;
    std::function<void()> work;
    int priority;
  };
  std::vector<Held> m_held;
};

}  // namespace app

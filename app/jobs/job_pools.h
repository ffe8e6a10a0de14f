// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <QThreadPool>
#include <functional>

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

  // Runs `work` on a thread of the pool. Any thread.
  void run(Pool pool, std::function<void()> work, int priority = 0);
  // Calls `call` on the window's thread soon. Any thread.
  void deliver(std::function<void()> call);
  int threads(Pool pool) const;

 private:
  QThreadPool& pool(Pool kind);
  QObject m_mailbox;  // destroyed after the pools have finished: no answer finds it gone
  QThreadPool m_drawing;
  QThreadPool m_models;
  QThreadPool m_io;
};

}  // namespace app

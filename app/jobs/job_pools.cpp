// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobs/job_pools.h"

#include <sys/resource.h>
#include <unistd.h>

#include <QThread>

namespace app {

namespace {

// How far a worker stands back when threads want more cores than there are (setpriority(2): Linux keeps it per thread,
// and a thread may always give way). The window goes first, so that a frame is not late; then the map and what it is
// drawn from; then models, which may run for minutes. Ten levels are a weight of about one tenth: measured by bench pan
// with a core kept busy, frames were late with three.
int steppedBack(Pool pool) { return pool == Pool::kModels ? 15 : 10; }

void stepBackOnce(Pool pool) {
  thread_local bool done = false;
  if (done) return;
  done = true;
  setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), getpriority(PRIO_PROCESS, 0) + steppedBack(pool));
}

}  // namespace

JobPools::JobPools(int drawing_threads) {
  const int cores = std::max(2, QThread::idealThreadCount());
  m_drawing.setMaxThreadCount(drawing_threads > 0 ? drawing_threads : cores);
  m_models.setMaxThreadCount(std::max(1, cores - 1));
  m_io.setMaxThreadCount(2);
}

JobPools::~JobPools() {
  for (QThreadPool* threads : {&m_drawing, &m_models, &m_io}) {
    threads->clear();
    threads->waitForDone();
  }
}

QThreadPool& JobPools::pool(Pool kind) {
  switch (kind) {
    case Pool::kDrawing:
      return m_drawing;
    case Pool::kModels:
      return m_models;
    case Pool::kIo:
      break;
  }
  return m_io;
}

void JobPools::run(Pool kind, std::function<void()> work, int priority) {
  if ((kind == Pool::kIo && priority < kMapFirst) || (kind == Pool::kDrawing && priority < 0)) {
    const std::lock_guard lock(m_held_mutex);
    if (m_holding) return m_held.push_back({kind, std::move(work), priority});
  }
  start(kind, std::move(work), priority);
}

void JobPools::holdBack() {
  const std::lock_guard lock(m_held_mutex);
  m_holding = true;
}

void JobPools::letGo() {
  std::vector<Held> held;
  {
    const std::lock_guard lock(m_held_mutex);
    m_holding = false;
    held.swap(m_held);
  }
  for (Held& job : held) start(job.pool, std::move(job.work), job.priority);
}

void JobPools::start(Pool kind, std::function<void()> work, int priority) {
  pool(kind).start(QRunnable::create([kind, work = std::move(work)] {
                     stepBackOnce(kind);
                     work();
                   }),
                   priority);
}

void JobPools::deliver(std::function<void()> call) {
  QMetaObject::invokeMethod(&m_mailbox, std::move(call), Qt::QueuedConnection);
}

int JobPools::threads(Pool kind) const { return const_cast<JobPools*>(this)->pool(kind).maxThreadCount(); }

}  // namespace app

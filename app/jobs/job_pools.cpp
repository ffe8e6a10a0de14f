// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobs/job_pools.h"

#include <QThread>

namespace app {

JobPools::JobPools(int drawing_threads) {
  const int cores = std::max(2, QThread::idealThreadCount());
  m_drawing.setMaxThreadCount(drawing_threads > 0 ? drawing_threads : cores);
  m_models.setMaxThreadCount(std::max(1, cores - 1));
  m_io.setMaxThreadCount(2);
  // The map and the window go before everything that streams in behind them.
  m_io.setThreadPriority(QThread::LowPriority);
  m_models.setThreadPriority(QThread::LowPriority);
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
  pool(kind).start(QRunnable::create(std::move(work)), priority);
}

void JobPools::deliver(std::function<void()> call) {
  QMetaObject::invokeMethod(&m_mailbox, std::move(call), Qt::QueuedConnection);
}

int JobPools::threads(Pool kind) const { return const_cast<JobPools*>(this)->pool(kind).maxThreadCount(); }

}  // namespace app

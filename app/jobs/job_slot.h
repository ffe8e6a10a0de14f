// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <atomic>
#include <functional>
#include <memory>

#include "app/jobs/job_pools.h"
#include "gis/core/cancel.h"

namespace app {

// A place for one answer that is being worked out. Whoever wants the answer owns the slot: asking again, drop() or
// destroying the slot cancels the work and guarantees that the old answer is never delivered. Answers and progress
// arrive on the window's thread. The slot itself is used on the window's thread only.
template <class T>
class JobSlot {
 public:
  using Work = std::function<T(const gis::CancelToken&, const gis::Progress&)>;
  using Done = std::function<void(T)>;

  JobSlot(JobPools& pools, Pool pool) : m_pools(&pools), m_pool(pool) {}
  ~JobSlot() { drop(); }
  JobSlot(JobSlot&& other) noexcept = default;
  JobSlot& operator=(JobSlot&& other) noexcept {
    drop();
    m_pools = other.m_pools, m_pool = other.m_pool, m_ticket = std::move(other.m_ticket);
    return *this;
  }

  // `work` runs on the pool and polls its token; `done` gets what it returned. A slot may be asked again from `done`.
  void ask(Work work, Done done, std::function<void(double done_ratio)> progress = {}, int priority = 0) {
    drop();
    auto ticket = std::make_shared<Ticket>();
    ticket->done = std::move(done);
    ticket->progress = std::move(progress);
    m_ticket = ticket;
    JobPools* pools = m_pools;
    m_pools->run(
        m_pool,
        [pools, ticket, cancel = ticket->cancel, work = std::move(work)] {
          gis::Progress report;
          report = [pools, ticket](double done_ratio) {
            pools->deliver([ticket, done_ratio] {
              if (ticket->wanted && ticket->progress) ticket->progress(done_ratio);
            });
          };
          if (ticket->dropped) return;  // before it began: nobody waits for an answer
          auto value = std::make_shared<T>(work(cancel, report));
          pools->deliver([ticket, value] {
            if (!ticket->wanted) return;
            ticket->wanted = false;
            ticket->finished = true;
            const Done call = std::move(ticket->done);
            call(std::move(*value));
          });
        },
        priority);
  }

  void drop() {
    if (!m_ticket) return;
    m_ticket->wanted = false;
    m_ticket->dropped = true;
    m_ticket->cancel.cancel();
    m_ticket->done = {};
    m_ticket->progress = {};
    m_ticket.reset();
  }

  // Asks the work to stop, but still delivers what it returns (a Result with kCancelled).
  void cancel() {
    if (m_ticket) m_ticket->cancel.cancel();
  }

  bool busy() const { return m_ticket && m_ticket->wanted; }

 private:
  // `wanted`, `done` and `progress` are touched on the window's thread only; workers see the token and `dropped`.
  struct Ticket {
    gis::CancelToken cancel = gis::CancelToken::create();
    std::atomic<bool> dropped = false;
    bool wanted = true;
    bool finished = false;
    Done done;
    std::function<void(double)> progress;
  };
  JobPools* m_pools;
  Pool m_pool;
  std::shared_ptr<Ticket> m_ticket;
};

}  // namespace app

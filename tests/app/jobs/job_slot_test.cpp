// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobs/job_slot.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include "app/jobs/job_list.h"

namespace {

using app::JobPools;
using app::JobSlot;
using app::Pool;

TEST(JobSlot, DeliversOnTheWindowsThread) {
  JobPools pools;
  JobSlot<int> slot(pools, Pool::kIo);
  int answer = 0;
  QThread* worked = nullptr;
  QThread* delivered = nullptr;
  slot.ask(
      [&](const gis::CancelToken&, const gis::Progress&) {
        worked = QThread::currentThread();
        return 42;
      },
      [&](int value) {
        answer = value;
        delivered = QThread::currentThread();
      });
  EXPECT_TRUE(slot.busy());
  EXPECT_TRUE(QTest::qWaitFor([&] { return answer != 0; }));
  EXPECT_EQ(answer, 42);
  EXPECT_NE(worked, QThread::currentThread());
  EXPECT_EQ(delivered, QThread::currentThread());
  EXPECT_FALSE(slot.busy());
}

// A job that waits until it is let go, so that the test decides what is late.
struct Held {
  QSemaphore started, go, ended;
  std::atomic<bool> saw_cancel = false;
  JobSlot<int>::Work work(int value) {
    return [this, value](const gis::CancelToken& cancel, const gis::Progress& progress) {
      started.release();
      go.acquire();
      progress(0.5);
      saw_cancel = cancel.cancelled();
      ended.release();
      return value;
    };
  }
};

TEST(JobSlot, AskingAgainDropsTheOldAnswer) {
  JobPools pools;
  Held first, second;
  JobSlot<int> slot(pools, Pool::kDrawing);
  std::vector<int> answers;
  int progress_calls = 0;
  slot.ask(
      first.work(1), [&](int v) { answers.push_back(v); }, [&](double) { ++progress_calls; });
  first.started.acquire();
  slot.ask(second.work(2), [&](int v) { answers.push_back(v); });
  first.go.release();
  first.ended.acquire();
  second.go.release();
  ASSERT_TRUE(QTest::qWaitFor([&] { return !answers.empty(); }));
  QCoreApplication::processEvents();
  EXPECT_EQ(answers, std::vector<int>{2});
  EXPECT_TRUE(first.saw_cancel);
  EXPECT_FALSE(second.saw_cancel);
  EXPECT_EQ(progress_calls, 0) << "progress of a dropped question must not arrive";
}

TEST(JobSlot, DestroyingTheSlotDropsTheAnswer) {
  bool called = false;
  Held held;
  {
    JobPools pools;
    auto slot = std::make_unique<JobSlot<int>>(pools, Pool::kIo);
    slot->ask(held.work(1), [&](int) { called = true; });
    held.started.acquire();
    slot.reset();
    held.go.release();
    held.ended.acquire();
  }  // the pools have finished: whatever was posted is in the queue
  QCoreApplication::processEvents();
  EXPECT_FALSE(called);
  EXPECT_TRUE(held.saw_cancel);
}

TEST(JobSlot, CancelStillDeliversTheResult) {
  JobPools pools;
  Held held;
  JobSlot<int> slot(pools, Pool::kIo);
  int answer = 0;
  slot.ask(held.work(7), [&](int v) { answer = v; });
  held.started.acquire();
  slot.cancel();
  held.go.release();
  EXPECT_TRUE(QTest::qWaitFor([&] { return answer == 7; }));
  EXPECT_TRUE(held.saw_cancel);
}

TEST(JobSlot, CancelBeforeItBeginsDeliversToo) {
  JobPools pools;
  std::vector<std::unique_ptr<Held>> ahead;
  std::vector<std::unique_ptr<JobSlot<int>>> places;
  for (int i = 0; i < pools.threads(Pool::kIo); ++i) {
    ahead.push_back(std::make_unique<Held>());
    places.push_back(std::make_unique<JobSlot<int>>(pools, Pool::kIo));
    places.back()->ask(ahead.back()->work(i), [](int) {});
    ahead.back()->started.acquire();
  }
  JobSlot<int> slot(pools, Pool::kIo);
  int answer = 0;
  slot.ask([](const gis::CancelToken& cancel, const gis::Progress&) { return cancel.cancelled() ? 3 : 4; },
           [&](int v) { answer = v; });
  slot.cancel();
  for (const auto& held : ahead) held->go.release();
  EXPECT_TRUE(QTest::qWaitFor([&] { return answer == 3; })) << "whoever cancels waits for the end";
  EXPECT_FALSE(slot.busy());
  for (const auto& held : ahead) held->ended.acquire();  // one worker is enough for the answer; none may find it gone
}

TEST(JobPools, ModelsDoNotStarveTheMap) {
  JobPools pools;
  QSemaphore block;
  for (int i = 0; i < 16; ++i) pools.run(Pool::kModels, [&] { block.acquire(); });
  QSemaphore drawn;
  pools.run(Pool::kDrawing, [&] { drawn.release(); });
  EXPECT_TRUE(drawn.tryAcquire(1, 5000));
  block.release(16);
}

TEST(JobList, SumsUpAndCancels) {
  app::JobList jobs;
  QSignalSpy spy(&jobs, &app::JobList::summaryChanged);
  bool cancelled = false;
  const int a = jobs.add([] { return QStringLiteral("a"); }, [&] { cancelled = true; });
  const int b = jobs.add([] { return QStringLiteral("b"); });
  jobs.setProgress(a, 0.5);
  jobs.setProgress(b, 1.5);
  EXPECT_EQ(jobs.runningCount(), 2);
  EXPECT_DOUBLE_EQ(jobs.runningProgressRatio(), 0.75);
  EXPECT_EQ(jobs.runningTitle(), QStringLiteral("a"));
  jobs.cancel(1);  // newest first: row 1 is a
  EXPECT_TRUE(cancelled);
  jobs.finish(a, app::JobState::kCancelled);
  EXPECT_EQ(jobs.runningCount(), 1);
  EXPECT_GE(spy.count(), 5);
  jobs.cancel(99);  // nothing there
}

}  // namespace

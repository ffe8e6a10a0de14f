// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/journal_days.h"

#include <memory>

#include "gis/core/clock.h"
#include "gis/core/uuid.h"
#include "gis/journal/collector.h"
#include "gis/journal/typed_place.h"

namespace gis::demo {
namespace {

constexpr std::int64_t kMinute_ms = 60'000, kTwoDays_min = 2880;

// Stands where the story has come to.
class StoryClock final : public Clock {
 public:
  explicit StoryClock(std::int64_t now_utc_ms) : m_now_utc_ms(now_utc_ms) {}
  std::int64_t nowUtcMs() const override { return m_now_utc_ms; }
  void set(std::int64_t now_utc_ms) { m_now_utc_ms = now_utc_ms; }

 private:
  std::int64_t m_now_utc_ms;
};

// One line of the story: minutes since its beginning at 8 o'clock two days before the present.
struct Told {
  int minute;
  const char *kind, *level, *text, *people, *place, *author;
  int answer_min;  // after it; 0: none; -1: open without a time
  bool is_drill;
};

constexpr Told kFirstDay[] = {
    {35, "phone_in", "", "沁源县应急局报告：昨夜全县平安，无灾情（演示）", "沁源县应急局值班室", "沁源县", "王岚", 0,
     false},
    {140, "instruction", "", "要求五一假期每日 17 时前汇总各县区森林防火情况（演示）", "李主任", "", "王岚", 0, false},
    {265, "visit", "", "市气象局来人商定汛前联合会商安排（演示）", "市气象局 张科长", "", "赵明", 0, false},
    {412, "report", "", "向省厅电话报告假期值班安排（演示）", "省厅值班室", "", "赵明", 0, false},
    {520, "phone_in", "", "王和镇来电：后沟村道路塌方一处，长约八米，无人受伤（演示）", "王和镇 刘镇长", "王和镇",
     "王岚", 120, false},
};
constexpr Told kSecondDay[] = {
    {1500, "other", "", "汛前演练：模拟收到暴雨红色预警，检查叫应流程（演示）", "", "", "孙丽", 0, true},
    {1885, "warning_in", "yellow", "长治市气象台发布雷暴大风黄色预警信号（演示）", "", "", "烽燧", 0, false},
    {2100, "phone_out", "", "电话抽查武乡县值班室，在岗（演示）", "武乡县应急局值班室", "武乡县", "周强", 0, false},
    {2790, "phone_in", "", "沁县来电：请市里支援排水泵 2 台，待答复（演示）", "沁县应急局 郭局长", "沁县", "孙丽", 120,
     false},
    {2835, "instruction", "", "核实后沟村便道是否通行，通行后报结果（演示）", "陈副局长", "王和镇", "周强", -1, false},
};

class JournalDays {
 public:
  JournalDays(const Database& db, std::uint64_t seed, std::int64_t now_utc_ms)
      : m_db(db),
        m_begin_utc_ms(now_utc_ms - kTwoDays_min * kMinute_ms),
        m_clock(std::make_shared<StoryClock>(m_begin_utc_ms)),
        m_uuids(m_clock, seed) {}

  Result<long long> run() {
    auto opened = journal::JournalStore::open(m_db, *m_clock, m_uuids);
    if (!opened) return std::unexpected(opened.error());
    journal::JournalStore store = std::move(*opened);
    m_store = &store;
    if (auto day = firstDay(); !day) return std::unexpected(day.error());
    if (auto day = secondDay(); !day) return std::unexpected(day.error());
    at(kTwoDays_min);
    // What the other rooms of the made city did before is told by nobody: the program reads on from the present.
    auto collector = journal::JournalCollector(store, *m_clock, {});
    if (auto begun = collector.beginAt(m_clock->nowUtcMs()); !begun) return std::unexpected(begun.error());
    const auto check = store.verify();
    if (!check) return std::unexpected(check.error());
    return check->entries;
  }

 private:
  void at(std::int64_t minute) { m_clock->set(m_begin_utc_ms + minute * kMinute_ms); }

  Result<journal::Entry> tell(const Told& told) {
    at(told.minute);
    journal::EntryDraft draft;
    draft.kind = told.kind, draft.level = told.level, draft.text.zh = told.text;
    draft.people = told.people, draft.author = told.author, draft.is_drill = told.is_drill;
    const journal::TypedPlace place = journal::typedPlace(m_db, told.place);
    draft.place = place.name, draft.where = place.where;
    if (told.answer_min > 0) draft.answer_by_utc_ms = m_clock->nowUtcMs() + told.answer_min * kMinute_ms;
    if (told.answer_min < 0) draft.answer_by_utc_ms = 0;
    return m_store->append(draft);
  }

  Result<void> firstDay() {
    if (auto shift = m_store->startShift({"李主任", {"王岚", "赵明"}}, "王岚"); !shift)
      return std::unexpected(shift.error());
    std::int64_t last = 0;
    for (const Told& told : kFirstDay) {
      auto entry = tell(told);
      if (!entry) return std::unexpected(entry.error());
      last = entry->seq;
    }
    at(560);
    journal::CorrectionDraft draft;
    draft.text = "塌方位置更正：后沟村东侧便道，长约十二米（演示）", draft.author = "王岚";
    if (auto corrected = m_store->correct(last, draft); !corrected) return std::unexpected(corrected.error());
    at(610);
    if (auto done = m_store->markDone(journal::clockName(last, "answer"), "王岚", "已派人设置警示，便道改行"); !done)
      return std::unexpected(done.error());
    return {};
  }

  Result<void> secondDay() {
    at(1440);
    if (auto over = m_store->handOver({{"陈副局长", {"孙丽", "周强"}}, "王岚", "孙丽", "留意王和镇便道"}); !over)
      return std::unexpected(over.error());
    for (const Told& told : kSecondDay) {
      const auto entry = tell(told);
      if (!entry) return std::unexpected(entry.error());
      if (entry->kind != "warning_in") continue;
      at(told.minute + 18);
      if (auto done = m_store->markDone(journal::clockName(entry->seq, "passed_on"), "周强", "已转发十二县区"); !done)
        return std::unexpected(done.error());
    }
    return {};
  }

  const Database& m_db;
  std::int64_t m_begin_utc_ms;
  std::shared_ptr<StoryClock> m_clock;
  UuidSource m_uuids;
  journal::JournalStore* m_store = nullptr;
};

}  // namespace

Result<long long> writeJournalDays(const Database& db, std::uint64_t seed, std::int64_t now_utc_ms) {
  long long entries = 0;
  const auto done = db.transaction([&]() -> Result<void> {
    auto told = JournalDays(db, seed, now_utc_ms).run();
    if (!told) return std::unexpected(told.error());
    entries = *told;
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return entries;
}

}  // namespace gis::demo

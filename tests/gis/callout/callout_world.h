// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <gtest/gtest.h>

#include <memory>

#include "gis/callout/audit.h"
#include "gis/callout/callout_engine.h"
#include "gis/callout/tally.h"

namespace tests {

// A call-out as one can read it: people are a, b, c ...; time is in seconds since the start.
class CalloutWorld {
 public:
  static constexpr std::int64_t kStart = 1'721'932'500'000;

  CalloutWorld() {
    m_snapshot.title = "暴雨红色预警";
    m_snapshot.colour = gis::WarningColour::kOrange;
    m_snapshot.divisions = {{"140400000000", "", "长治市", 2},
                            {"140431000000", "140400000000", "沁源县", 3},
                            {"140431100000", "140431000000", "沁河镇", 4}};
    gis::Ladder ladder{"l", {}};
    ladder.steps.push_back({gis::RungKind::kCall,
                            {gis::Channel::kVoice, gis::Channel::kSms},
                            gis::ChannelOrder::kParallel,
                            3,
                            100,
                            30,
                            600});
    ladder.steps.push_back(
        {gis::RungKind::kDeputy, {gis::Channel::kVoice}, gis::ChannelOrder::kParallel, 1, 100, 30, 600});
    ladder.steps.push_back({gis::RungKind::kSuperior, {}, gis::ChannelOrder::kParallel, 1, 120, 30, 600});
    ladder.steps.push_back(
        {gis::RungKind::kDoorKnock, {gis::Channel::kDoor}, gis::ChannelOrder::kParallel, 1, 1800, 30, 1800});
    m_snapshot.plan.ladders.push_back(ladder);
  }

  // A person without a call.
  int person(const std::string& name, const std::string& phone = "13800000000") {
    m_snapshot.persons.push_back({name, name, "村支书", "", 1, "140431100000",
                                  phone.empty() ? std::vector<std::string>{} : std::vector<std::string>{phone}});
    return static_cast<int>(m_snapshot.persons.size()) - 1;
  }
  // Someone to be called, with a deputy "<name>2" and the superior "boss" unless they are said not to be.
  int target(const std::string& name, bool has_deputy = true, bool has_superior = true, const std::string& phone = "") {
    if (m_boss < 0) m_boss = person("boss", "13900000000");
    gis::CalloutTarget target;
    const std::string number = phone.empty() ? "137" + std::to_string(10000000 + m_snapshot.targets.size()) : phone;
    target.person = person(name, number == "none" ? "" : number);
    if (has_deputy) target.deputy = person(name + "2", "136" + std::to_string(10000000 + m_snapshot.targets.size()));
    if (has_superior) target.superior = m_boss;
    target.division_code = "140431100000";
    target.ladder = "l";
    target.clocks = {300, 1800, 3600};
    m_snapshot.targets.push_back(target);
    return static_cast<int>(m_snapshot.targets.size()) - 1;
  }
  gis::CalloutSnapshot& snapshot() { return m_snapshot; }
  gis::Ladder& ladder() { return m_snapshot.plan.ladders[0]; }

  gis::CalloutEngine& start() {
    m_engine = std::make_unique<gis::CalloutEngine>(m_snapshot, m_log);
    EXPECT_TRUE(m_engine->load());
    EXPECT_TRUE(m_engine->start(kStart));
    return *m_engine;
  }
  gis::CalloutEngine& engine() { return *m_engine; }
  gis::MemoryCalloutLog& log() { return m_log; }
  const gis::TargetState& at(int target) const { return m_engine->state().targets()[static_cast<std::size_t>(target)]; }

  static std::int64_t time(double second) { return kStart + static_cast<std::int64_t>(second * 1000); }
  // Lets the clock run; every timer acts at its time.
  void until(double second) {
    while (true) {
      const auto due = m_engine->nextDueUtcMs();
      if (!due || *due > time(second)) break;
      ASSERT_TRUE(m_engine->tick(*due));
    }
    ASSERT_TRUE(m_engine->tick(time(second)));
  }
  // The open or latest attempt of a target over a channel; empty: none.
  std::string attempt(int target, gis::Channel channel) const {
    std::string id;
    for (const int a : at(target).attempts) {
      const gis::CalloutAttempt& attempt = m_engine->state().attempts()[static_cast<std::size_t>(a)];
      if (attempt.channel == channel) id = attempt.id;
    }
    return id;
  }
  const gis::CalloutAttempt& attemptState(const std::string& id) const {
    return m_engine->state().attempts()[static_cast<std::size_t>(m_engine->state().attemptOf(id))];
  }
  bool hand(int target, gis::Channel channel, double second) {
    const auto taken = m_engine->hand(attempt(target, channel), "line", time(second));
    EXPECT_TRUE(taken);
    return taken && *taken;
  }
  gis::ReceiptOutcome say(int target, gis::Channel channel, gis::ReceiptKind kind, double second,
                          std::int64_t number = 0, const std::string& text = "") {
    return say(attempt(target, channel), kind, second, number, text);
  }
  gis::ReceiptOutcome say(const std::string& id, gis::ReceiptKind kind, double second, std::int64_t number = 0,
                          const std::string& text = "") {
    const auto taken = m_engine->receive({id, kind, "line", number, text}, time(second));
    EXPECT_TRUE(taken);
    return taken.value_or(gis::ReceiptOutcome::kIgnored);
  }
  int count(gis::EventKind kind, int target = -2) const {
    int found = 0;
    for (const gis::CalloutEvent& event : m_log.events())
      found += event.kind == kind && (target == -2 || event.target == target);
    return found;
  }
  std::string auditText(double second) const {
    std::string text;
    for (const gis::AuditFinding& finding : gis::auditCallout(*m_engine, m_log.events(), time(second), 1000))
      text += std::string(gis::auditFindingName(finding.kind)) + " " + finding.subject + "; ";
    return text;
  }

 private:
  gis::CalloutSnapshot m_snapshot;
  gis::MemoryCalloutLog m_log;
  std::unique_ptr<gis::CalloutEngine> m_engine;
  int m_boss = -1;
};

}  // namespace tests

// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine does, one situation a test, on a virtual clock.
#include <set>

#include "tests/gis/callout/callout_world.h"

namespace {

using enum gis::Channel;
using enum gis::ReceiptKind;
using gis::EventKind;
using gis::Outcome;
using gis::Reach;
using gis::ReceiptOutcome;
using tests::CalloutWorld;

TEST(Start, QueuesTheFirstTryOfEverybody) {
  CalloutWorld w;
  const int a = w.target("a"), b = w.target("b");
  w.start();
  EXPECT_EQ(w.at(a).reach, Reach::kSending);
  EXPECT_EQ(w.engine().queued(kVoice, 10).size(), 2u);
  EXPECT_EQ(w.engine().queued(kSms, 10).size(), 2u);
  EXPECT_NE(w.attempt(a, kVoice), w.attempt(b, kVoice));
}

TEST(Start, IsDoneOnce) {
  CalloutWorld w;
  w.target("a");
  w.start();
  const std::size_t events = w.log().events().size();
  const auto again = w.engine().start(CalloutWorld::time(1));
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, gis::ErrorCode::kAlreadyExists);
  EXPECT_EQ(w.log().events().size(), events);
}

TEST(Start, AFrozenSnapshotDoesNotFollowTheTree) {
  CalloutWorld w;
  const int a = w.target("a");
  w.start();
  w.snapshot().persons.clear();  // everybody is gone from the census
  w.snapshot().plan.ladders.clear();
  w.hand(a, kVoice, 1);
  w.until(102);
  EXPECT_EQ(w.count(EventKind::kTryBegun, a), 2) << "the ladder goes on as it was";
  EXPECT_EQ(w.engine().state().snapshot().persons.size(), 3u);
}

TEST(Confirmation, LeavesOthersRinging) {
  CalloutWorld w;
  const int a = w.target("a"), b = w.target("b");
  w.start();
  w.hand(a, kVoice, 1), w.hand(b, kVoice, 1);
  w.say(a, kVoice, kConfirmed, 20);
  EXPECT_TRUE(w.at(a).confirmed());
  EXPECT_FALSE(w.at(b).confirmed());
  EXPECT_EQ(w.attemptState(w.attempt(b, kVoice)).state, gis::AttemptState::kHanded);
}

TEST(Confirmation, StopsThePersonsOtherChannelsAtOnce) {
  CalloutWorld w;
  const int a = w.target("a");
  w.start();
  w.hand(a, kVoice, 1);
  w.say(a, kVoice, kConfirmed, 20);
  EXPECT_EQ(w.attemptState(w.attempt(a, kSms)).state, gis::AttemptState::kStopped);
  EXPECT_FALSE(w.hand(a, kSms, 21)) << "nobody may send it any more";
  EXPECT_TRUE(w.engine().queued(kSms, 10).empty());
}

TEST(Confirmation, EndsTheLadder) {
  CalloutWorld w;
  const int a = w.target("a");
  w.start();
  w.hand(a, kVoice, 1);
  w.say(a, kVoice, kConfirmed, 20);
  w.until(7200);
  EXPECT_EQ(w.count(EventKind::kTryBegun, a), 1);
  EXPECT_EQ(w.count(EventKind::kAwakeOverdue, a), 0);
}

TEST(Confirmation, ImpliesWhatComesBefore) {
  CalloutWorld w;
  const int a = w.target("a");
  w.start();
  w.hand(a, kVoice, 1);
  w.say(a, kVoice, kConfirmed, 20);
  const auto tree = gis::tallyTree(w.engine().state());
  EXPECT_EQ(tree[0].all.heard, 1);
  EXPECT_EQ(tree[0].all.answered, 1);
  EXPECT_EQ(tree[0].all.confirmed, 1);
}

TEST(Confirmation, ComesLateAndCounts) {
  CalloutWorld w;
  const int a = w.target("a", false, false);
  w.ladder().steps.resize(1);
  w.start();
  w.hand(a, kSms, 1);
  w.until(2000);
  EXPECT_TRUE(w.at(a).silent);
  EXPECT_EQ(w.say("0.0.0.1.sms", kConfirmed, 2100), ReceiptOutcome::kTaken);
  EXPECT_FALSE(w.at(a).silent);
  EXPECT_TRUE(w.at(a).confirmed());
}

TEST(Tries, ThreeAndThenTheDeputy) {
  CalloutWorld w;
  const int a = w.target("a");
  w.start();
  for (int t = 0; t < 3; ++t) {
    w.hand(a, kVoice, t * 100 + 0.5);
    w.until((t + 1) * 100 + 0.5);
  }
  EXPECT_EQ(w.count(EventKind::kDeputyAsked, a), 1);
  EXPECT_EQ(w.engine().state().snapshot().persons[static_cast<std::size_t>(w.at(a).holder)].uuid, "a2");
}

TEST(Tries, ABusyLineIsTriedAgainAfterThePause) {
  CalloutWorld w;
  w.ladder().steps[0].channels = {kVoice};
  const int a = w.target("a");
  w.start();
  w.hand(a, kVoice, 1);
  w.say(a, kVoice, kFailed, 5, 0, "busy");
  EXPECT_EQ(w.at(a).try_number, 1);
  w.until(34);
  EXPECT_EQ(w.at(a).try_number, 1) << "the pause is 30 s";
  w.until(35.1);
  EXPECT_EQ(w.at(a).try_number, 2);
}

TEST(Tries, ASecondChannelStillOpenKeepsTheTryOpen) {
  CalloutWorld w;
  const int a = w.target("a");
  w.start();
  w.hand(a, kVoice, 1), w.hand(a, kSms, 1);
  w.say(a, kVoice, kFailed, 5, 0, "busy");
  w.until(90);
  EXPECT_EQ(w.at(a).try_number, 1);
  w.until(102);
  EXPECT_EQ(w.at(a).try_number, 2);
}

TEST(Tries, NobodyIsCalledTwiceForOneStepTryAndChannel) {
  CalloutWorld w;
  w.target("a"), w.target("b");
  w.start();
  for (double second = 0; second < 4000; second += 7) {
    for (const gis::Channel channel : {kVoice, kSms, kDoor})
      for (const std::string& id : w.engine().queued(channel, 10))
        EXPECT_TRUE(w.engine().hand(id, "line", CalloutWorld::time(second)));
    w.until(second);
  }
  std::set<std::string> seen;
  for (const gis::CalloutEvent& event : w.log().events())
    if (event.kind == EventKind::kAttemptHanded) {
      EXPECT_TRUE(seen.insert(event.attempt).second) << event.attempt;
    }
  EXPECT_GT(seen.size(), 8u);
}

TEST(Tries, InTurnChannelsFollowEachOther) {
  CalloutWorld w;
  w.ladder().steps[0].order = gis::ChannelOrder::kInTurn;
  w.ladder().steps[0].channels = {kSms, kVoice};
  const int a = w.target("a");
  w.start();
  EXPECT_FALSE(w.attempt(a, kSms).empty());
  EXPECT_TRUE(w.attempt(a, kVoice).empty());
  w.hand(a, kSms, 1);
  w.until(102);
  EXPECT_FALSE(w.attempt(a, kVoice).empty());
  EXPECT_EQ(w.at(a).try_number, 1);
}

TEST(Queue, ADeadModemDoesNotHoldAnybodyUp) {
  CalloutWorld w;
  const int a = w.target("a");
  w.start();  // no line ever takes anything
  w.until(601);
  EXPECT_EQ(w.at(a).try_number, 2);
  w.until(4000);
  EXPECT_GE(w.at(a).step, 1);
}

TEST(Queue, ANumberThatNoOfficerTakesGoesOnToTheNextStep) {
  CalloutWorld w;
  for (gis::LadderStep& step : w.ladder().steps)
    if (step.kind != gis::RungKind::kDoorKnock && step.kind != gis::RungKind::kSuperior) step.channels = {kPhone};
  const int a = w.target("a");
  w.start();  // nobody ever presses "next number"
  w.until(601);
  EXPECT_EQ(w.count(EventKind::kDeputyAsked, a), 1);
  EXPECT_EQ(w.engine().queued(kPhone, 10).size(), 2u) << "the first number waits on";
  w.until(1202);
  EXPECT_EQ(w.count(EventKind::kEscalated, a), 1);
  w.until(1400);
  EXPECT_EQ(w.count(EventKind::kDoorKnock, a), 1);
  w.until(4000);
  EXPECT_TRUE(w.at(a).silent);
  EXPECT_EQ(w.auditText(4001), "");
}

TEST(Queue, WhoIsOnlyQueuedIsNotCalled) {
  CalloutWorld w;
  const int a = w.target("a");
  w.target("b");
  w.start();
  EXPECT_EQ(gis::tallyTree(w.engine().state())[0].all.sent, 0);
  w.hand(a, kVoice, 1);
  EXPECT_EQ(gis::tallyTree(w.engine().state())[0].all.sent, 1);
  EXPECT_EQ(w.auditText(2), "");
}

TEST(Queue, ANumberWaitsOnceForALine) {
  CalloutWorld w;
  const int a = w.target("a");
  w.start();
  w.hand(a, kVoice, 1);  // SMS never goes out
  w.until(102);
  EXPECT_EQ(w.at(a).try_number, 2);
  EXPECT_EQ(w.engine().queued(kSms, 10).size(), 1u);
}

TEST(Queue, NearestToTheDangerFirst) {
  CalloutWorld w;
  const int a = w.target("a"), b = w.target("b");
  w.snapshot().targets[static_cast<std::size_t>(a)].distance_m = 9000;
  w.snapshot().targets[static_cast<std::size_t>(b)].distance_m = 100;
  w.start();
  EXPECT_EQ(w.engine().queued(kVoice, 1).front(), w.attempt(b, kVoice));
}

TEST(Answer, NobodyEscalatesOverATalk) {
  CalloutWorld w;
  const int a = w.target("a");
  w.start();
  w.hand(a, kVoice, 1);
  w.say(a, kVoice, kAnswered, 95);
  w.until(110);
  EXPECT_EQ(w.at(a).try_number, 1);
  w.say(a, kVoice, kConfirmed, 115);
  EXPECT_TRUE(w.at(a).confirmed());
}

TEST(Answer, ATalkThatNeverEndsDoesNotHoldForEver) {
  CalloutWorld w;
  const int a = w.target("a");
  w.start();
  w.hand(a, kVoice, 1);
  w.say(a, kVoice, kAnswered, 10);
  w.until(600);
  EXPECT_GE(w.at(a).try_number, 2);
}

TEST(Answer, HungUpAtSecondSevenIsNoConfirmation) {
  CalloutWorld w;
  w.ladder().steps[0].channels = {kVoice};
  const int a = w.target("a");
  w.start();
  w.hand(a, kVoice, 1);
  w.say(a, kVoice, kAnswered, 10);
  w.say(a, kVoice, kHungUp, 17, 7);
  EXPECT_EQ(w.at(a).reach, Reach::kAnswered);
  EXPECT_EQ(w.log().events().back().kind == EventKind::kHungUp ? w.log().events().back().number : 7, 7);
  w.until(48);
  EXPECT_EQ(w.at(a).try_number, 2);
}

TEST(CannotServe, TheDeputyAtOnce) {
  CalloutWorld w;
  const int a = w.target("a");
  w.start();
  w.hand(a, kVoice, 1);
  w.say(a, kVoice, kCannotServe, 20);
  EXPECT_EQ(w.count(EventKind::kDeputyAsked, a), 1);
  EXPECT_FALSE(w.attempt(a, kVoice).empty());
  EXPECT_EQ(w.attemptState(w.attempt(a, kVoice)).state, gis::AttemptState::kQueued);
}

TEST(CannotServe, WithoutADeputyTheSuperiorIsTold) {
  CalloutWorld w;
  const int a = w.target("a", false);
  w.start();
  w.hand(a, kVoice, 1);
  w.say(a, kVoice, kCannotServe, 20);
  EXPECT_EQ(w.count(EventKind::kEscalated, a), 1);
  EXPECT_EQ(w.count(EventKind::kPostVacant, a), 1) << "the deputy's post is told as vacant";
}

TEST(Deputy, AlsoSilentTheSuperiorHears) {
  CalloutWorld w;
  const int a = w.target("a");
  w.start();
  for (double s = 0; s < 700; s += 1) {
    for (const std::string& id : w.engine().queued(kVoice, 10))
      EXPECT_TRUE(w.engine().hand(id, "line", CalloutWorld::time(s)));
    w.until(s);
  }
  EXPECT_EQ(w.count(EventKind::kDeputyAsked, a), 1);
  EXPECT_EQ(w.count(EventKind::kEscalated, a), 1);
}

TEST(Deputy, ConfirmsForThePost) {
  CalloutWorld w;
  const int a = w.target("a");
  w.start();
  w.hand(a, kVoice, 1);
  w.say(a, kVoice, kCannotServe, 20);
  w.hand(a, kVoice, 21);
  w.say(a, kVoice, kConfirmed, 50);
  EXPECT_TRUE(w.at(a).confirmed());
  EXPECT_EQ(w.engine().state().snapshot().persons[static_cast<std::size_t>(w.at(a).confirmed_by)].uuid, "a2");
}

TEST(Superior, HearsOfAllTheSilentInOneCall) {
  CalloutWorld w;
  for (const char* name : {"a", "b", "c"}) w.target(name, false);
  w.ladder().steps.erase(w.ladder().steps.begin());  // straight to the superior
  w.ladder().steps.erase(w.ladder().steps.begin());
  w.start();
  EXPECT_EQ(w.count(EventKind::kNoticeOpened), 1);
  EXPECT_EQ(w.count(EventKind::kNoticeListed), 3);
  EXPECT_EQ(w.at(3).listed.size(), 3u);
  EXPECT_EQ(w.engine().queued(kPhone, 10).size(), 1u);
}

TEST(Superior, ANoticeCountsForNoPlace) {
  CalloutWorld w;
  w.target("a", false);
  w.ladder().steps.erase(w.ladder().steps.begin(), w.ladder().steps.begin() + 2);
  w.start();
  EXPECT_EQ(gis::tallyTree(w.engine().state())[0].all.issued, 1);
}

TEST(Vacant, PostsArePassedOver) {
  CalloutWorld w;
  const int a = w.target("a", false, false, "none");
  w.start();
  EXPECT_EQ(w.count(EventKind::kPostVacant, a), 2) << "deputy and superior";
  EXPECT_EQ(w.at(a).step, 3) << "somebody goes to the door";
  EXPECT_EQ(w.engine().queued(kDoor, 10).size(), 1u);
}

TEST(Silent, AtTheEndOfTheLadder) {
  CalloutWorld w;
  const int a = w.target("a", false, false);
  w.ladder().steps.resize(2);
  w.start();
  for (double s = 0; s < 400; ++s) {
    for (const std::string& id : w.engine().queued(kVoice, 10))
      EXPECT_TRUE(w.engine().hand(id, "line", CalloutWorld::time(s)));
    w.until(s);
  }
  EXPECT_TRUE(w.at(a).silent);
  EXPECT_EQ(w.count(EventKind::kSilent, a), 1);
  EXPECT_EQ(w.auditText(401), "");
}

TEST(Clock, AwakeIsOverdueAfterFiveMinutes) {
  CalloutWorld w;
  const int a = w.target("a");
  w.start();
  w.hand(a, kVoice, 1);
  w.until(299);
  EXPECT_FALSE(w.at(a).awake_overdue);
  w.until(300);
  EXPECT_TRUE(w.at(a).awake_overdue);
  EXPECT_EQ(gis::tallyTree(w.engine().state())[0].all.overdue, 1);
}

TEST(Clock, FeedbackIsDueHalfAnHourAfterTheConfirmation) {
  CalloutWorld w;
  const int a = w.target("a");
  w.start();
  w.hand(a, kVoice, 1);
  w.say(a, kVoice, kConfirmed, 20);
  w.until(1819);
  EXPECT_FALSE(w.at(a).feedback_overdue);
  w.until(1820);
  EXPECT_TRUE(w.at(a).feedback_overdue);
}

TEST(Clock, AFeedbackInTimeStopsIt) {
  CalloutWorld w;
  const int a = w.target("a");
  w.start();
  w.hand(a, kVoice, 1);
  w.say(a, kVoice, kConfirmed, 20);
  w.say(a, kVoice, kOnPost, 900);
  w.until(2000);
  EXPECT_FALSE(w.at(a).feedback_overdue);
  w.until(4501);
  EXPECT_TRUE(w.at(a).progress_overdue) << "and the next one is due an hour later";
}

TEST(Clock, DoneEndsAllClocks) {
  CalloutWorld w;
  const int a = w.target("a");
  w.start();
  w.hand(a, kVoice, 1);
  w.say(a, kVoice, kConfirmed, 20);
  w.say(a, kVoice, kMoved, 900, 23);
  w.say(a, kVoice, kDone, 1000);
  w.until(20000);
  EXPECT_FALSE(w.at(a).progress_overdue);
  EXPECT_EQ(w.at(a).moved_people, 23);
  EXPECT_EQ(w.at(a).reach, Reach::kDone);
}

TEST(Receipts, ReplayedChangeNothing) {
  CalloutWorld w;
  const int a = w.target("a");
  w.start();
  w.hand(a, kVoice, 1);
  for (const gis::ReceiptKind kind : {kAnswered, kHeard, kConfirmed, kOnPost, kDone})
    EXPECT_EQ(w.say(a, kVoice, kind, 20), ReceiptOutcome::kTaken);
  const std::size_t events = w.log().events().size();
  for (const gis::ReceiptKind kind :
       {kDelivered, kAnswered, kHeard, kConfirmed, kOnPost, kDone, kFailed, kHungUp, kCannotServe})
    EXPECT_EQ(w.say(a, kVoice, kind, 21), ReceiptOutcome::kIgnored) << gis::receiptName(kind);
  EXPECT_EQ(w.log().events().size(), events);
}

TEST(Receipts, OfUnknownAttemptsAreIgnored) {
  CalloutWorld w;
  w.target("a");
  w.start();
  EXPECT_EQ(w.say("99.0.0.1.sms", kConfirmed, 5), ReceiptOutcome::kIgnored);
  EXPECT_EQ(w.say("", kConfirmed, 5), ReceiptOutcome::kIgnored);
}

TEST(Receipts, AReplyFromANumberFindsItsPerson) {
  CalloutWorld w;
  const int a = w.target("a", true, true, "13912345678");
  w.start();
  w.hand(a, kSms, 1);
  EXPECT_EQ(*w.engine().receiveFrom("13912345678", {"", kConfirmed, "modem", 0, "1"}, CalloutWorld::time(30)),
            ReceiptOutcome::kTaken);
  EXPECT_TRUE(w.at(a).confirmed());
}

TEST(Receipts, AReplyFromAnUnknownNumberIsKeptWithoutTheNumber) {
  CalloutWorld w;
  w.target("a");
  w.start();
  EXPECT_EQ(*w.engine().receiveFrom("13000000000", {"", kNote, "modem", 0, "退订"}, CalloutWorld::time(30)),
            ReceiptOutcome::kIgnored);
  EXPECT_EQ(w.count(EventKind::kUnknownReply), 1);
  for (const gis::CalloutEvent& event : w.log().events())
    EXPECT_EQ((event.text + event.actor + event.attempt).find("13000000000"), std::string::npos);
}

TEST(Receipts, NoPhoneNumberReachesTheLog) {
  CalloutWorld w;
  const int a = w.target("a", true, true, "13912345678");
  w.start();
  w.hand(a, kVoice, 1);
  w.until(4000);
  for (const gis::CalloutEvent& event : w.log().events())
    EXPECT_EQ((event.text + event.actor + event.attempt).find("1391234"), std::string::npos);
}

TEST(Raise, EverybodyIsCalledAgain) {
  CalloutWorld w;
  const int a = w.target("a"), b = w.target("b");
  w.start();
  w.hand(a, kVoice, 1);
  w.say(a, kVoice, kConfirmed, 20);
  EXPECT_TRUE(*w.engine().raise(gis::WarningColour::kRed, "officer", CalloutWorld::time(60)));
  EXPECT_FALSE(w.at(a).confirmed());
  EXPECT_EQ(w.at(a).round, 1);
  EXPECT_EQ(w.at(b).round, 1);
  EXPECT_EQ(w.engine().state().colour(), gis::WarningColour::kRed);
}

TEST(Raise, AnAnswerToTheWarningBeforeIsNone) {
  CalloutWorld w;
  const int a = w.target("a");
  w.start();
  const std::string before = w.attempt(a, kSms);
  w.hand(a, kSms, 1);
  EXPECT_TRUE(*w.engine().raise(gis::WarningColour::kRed, "officer", CalloutWorld::time(60)));
  EXPECT_EQ(w.say(before, kConfirmed, 70), ReceiptOutcome::kIgnored);
  EXPECT_FALSE(w.at(a).confirmed());
}

TEST(Raise, ToTheSameOrALowerLevelDoesNothing) {
  CalloutWorld w;
  w.target("a");
  w.start();
  EXPECT_FALSE(*w.engine().raise(gis::WarningColour::kOrange, "officer", CalloutWorld::time(60)));
  EXPECT_FALSE(*w.engine().raise(gis::WarningColour::kBlue, "officer", CalloutWorld::time(60)));
}

TEST(Withdraw, ACancelledWarningCallsNobody) {
  CalloutWorld w;
  const int a = w.target("a"), b = w.target("b");
  w.start();
  w.hand(a, kVoice, 1);
  w.say(a, kVoice, kConfirmed, 10);
  w.say(a, kVoice, kDone, 20);
  EXPECT_TRUE(*w.engine().withdrawAll("officer", "解除", CalloutWorld::time(60)));
  EXPECT_EQ(w.at(a).outcome, Outcome::kOpen) << "what is done is done";
  EXPECT_EQ(w.at(b).outcome, Outcome::kWithdrawn);
  EXPECT_TRUE(w.engine().queued(kVoice, 10).empty());
  const std::size_t events = w.log().events().size();
  w.until(9000);
  EXPECT_EQ(w.log().events().size(), events);
}

TEST(Officer, SkipsToTheNextStepWithAReason) {
  CalloutWorld w;
  const int a = w.target("a");
  w.start();
  EXPECT_TRUE(*w.engine().skip(a, "王", "在外地", CalloutWorld::time(5)));
  EXPECT_EQ(w.count(EventKind::kDeputyAsked, a), 1);
}

TEST(Officer, TakesBackOnePerson) {
  CalloutWorld w;
  const int a = w.target("a"), b = w.target("b");
  w.start();
  EXPECT_TRUE(*w.engine().withdraw(a, "王", "不在影响区", CalloutWorld::time(5)));
  EXPECT_FALSE(*w.engine().withdraw(a, "王", "不在影响区", CalloutWorld::time(6)));
  EXPECT_EQ(w.at(a).outcome, Outcome::kWithdrawn);
  EXPECT_EQ(w.at(b).outcome, Outcome::kOpen);
}

TEST(Officer, SendsAgain) {
  CalloutWorld w;
  const int a = w.target("a");
  w.start();
  w.hand(a, kVoice, 1);
  w.say(a, kVoice, kConfirmed, 20);
  EXPECT_TRUE(*w.engine().reopen(a, "王", "没听清", CalloutWorld::time(60)));
  EXPECT_EQ(w.at(a).reach, Reach::kSending);
  EXPECT_FALSE(w.engine().queued(kVoice, 1).empty());
}

TEST(Officer, ANightShiftTakesOver) {
  CalloutWorld w;
  const int a = w.target("a");
  w.person("night", "13555555555");
  w.start();
  w.hand(a, kVoice, 1);
  EXPECT_TRUE(*w.engine().changeHolder(a, "night", "王", "交班", CalloutWorld::time(30)));
  EXPECT_EQ(w.attemptState("0.0.0.1.voice").state, gis::AttemptState::kStopped);
  EXPECT_EQ(
      w.engine().state().snapshot().persons[static_cast<std::size_t>(w.attemptState(w.attempt(a, kVoice)).person)].uuid,
      "night");
  w.until(301);
  EXPECT_TRUE(w.at(a).awake_overdue) << "the place has waited since the start";
}

TEST(Officer, AnUnknownPersonTakesNothingOver) {
  CalloutWorld w;
  const int a = w.target("a");
  w.start();
  const auto changed = w.engine().changeHolder(a, "nobody", "王", "", CalloutWorld::time(5));
  ASSERT_FALSE(changed);
  EXPECT_EQ(changed.error().code, gis::ErrorCode::kUnknownName);
}

TEST(ByHand, TwoOfficersNeverHaveTheSameNumber) {
  CalloutWorld w;
  w.ladder().steps[0].channels = {kPhone};
  for (int i = 0; i < 5; ++i) w.target(std::string(1, static_cast<char>('a' + i)));
  w.start();
  const auto first = w.engine().claim("王", CalloutWorld::time(1)),
             second = w.engine().claim("李", CalloutWorld::time(1));
  ASSERT_TRUE(first && second);
  EXPECT_NE(*first, *second);
  EXPECT_EQ(*w.engine().claim("王", CalloutWorld::time(2)), *first) << "the one in hand is given again";
  w.say(*first, kConfirmed, 30);
  EXPECT_NE(*w.engine().claim("王", CalloutWorld::time(31)), *second);
}

TEST(ByHand, ANumberComesBackFromAnOfficerWhoIsAway) {
  CalloutWorld w;
  w.ladder().steps[0].channels = {kPhone};
  const int a = w.target("a");
  w.start();
  const std::string id = *w.engine().claim("王", CalloutWorld::time(1));
  w.until(400);
  EXPECT_EQ(w.count(EventKind::kReleased, a), 1);
  EXPECT_NE(w.attemptState(id).claimed_by, "王");
}

TEST(ByHand, NothingToDialSaysSo) {
  CalloutWorld w;
  w.target("a");
  w.start();
  EXPECT_EQ(*w.engine().claim("王", CalloutWorld::time(1)), "");
}

TEST(Quorum, EnoughStandsTheOthersDown) {
  CalloutWorld w;
  for (const char* name : {"a", "b", "c"}) w.target(name);
  for (gis::CalloutTarget& target : w.snapshot().targets) target.group = "reservoir", target.quorum = 1;
  w.start();
  w.hand(1, kVoice, 1);
  w.say(1, kVoice, kConfirmed, 20);
  EXPECT_EQ(w.at(0).outcome, Outcome::kStoodDown);
  EXPECT_EQ(w.at(1).outcome, Outcome::kOpen);
  EXPECT_EQ(w.at(2).outcome, Outcome::kStoodDown);
}

TEST(Close, EveryTargetHasExactlyOneOutcome) {
  CalloutWorld w;
  for (const char* name : {"a", "b", "c", "d"}) w.target(name);
  w.start();
  w.hand(0, kVoice, 1), w.hand(1, kVoice, 1), w.hand(2, kVoice, 1);
  w.say(0, kVoice, kConfirmed, 20);
  w.say(0, kVoice, kDone, 30);
  w.say(1, kVoice, kConfirmed, 20);
  w.say(2, kVoice, kHeard, 20);
  EXPECT_TRUE(*w.engine().close("王", CalloutWorld::time(100)));
  EXPECT_EQ(w.at(0).outcome, Outcome::kDone);
  EXPECT_EQ(w.at(1).outcome, Outcome::kConfirmed);
  EXPECT_EQ(w.at(2).outcome, Outcome::kHeard);
  EXPECT_EQ(w.at(3).outcome, Outcome::kUnreached);
  for (int i = 0; i < 4; ++i) EXPECT_EQ(w.count(EventKind::kFinal, i), 1);
  const gis::Tally all = gis::tallyTree(w.engine().state())[0].all;
  EXPECT_EQ(all.silent, 1) << "who was never reached is told when it is over";
  EXPECT_EQ(all.unconfirmed, 2);
  EXPECT_FALSE(*w.engine().close("王", CalloutWorld::time(101)));
  EXPECT_EQ(w.say(3, kVoice, kConfirmed, 102), ReceiptOutcome::kIgnored);
}

TEST(Timers, AStaleOneDoesNothing) {
  CalloutWorld w;
  const int a = w.target("a");
  w.start();
  w.hand(a, kVoice, 1);
  // A timer of a generation that is over, as a killed program may leave it.
  const gis::CalloutTimer stale{a, gis::TimerKind::kAnswerDue, CalloutWorld::time(2), 0, false};
  ASSERT_TRUE(w.log().append({}, std::span(&stale, 1)));
  gis::CalloutEngine other(w.engine().state().snapshot(), w.log());
  ASSERT_TRUE(other.load());
  const std::size_t events = w.log().events().size();
  ASSERT_TRUE(other.tick(CalloutWorld::time(3)));
  EXPECT_EQ(w.log().events().size(), events);
}

TEST(Windows, TheSecondSeesWhatTheFirstDidBeforeItActs) {
  CalloutWorld w;
  const int a = w.target("a");
  w.start();
  gis::CalloutEngine second(w.engine().state().snapshot(), w.log());
  ASSERT_TRUE(second.load());
  w.hand(a, kVoice, 1);
  w.say(a, kVoice, kConfirmed, 20);
  const std::size_t events = w.log().events().size();
  ASSERT_TRUE(second.tick(CalloutWorld::time(5000)));  // it has not looked since the start
  EXPECT_EQ(w.count(EventKind::kTryBegun, a), 1);
  EXPECT_EQ(w.count(EventKind::kFeedbackOverdue, a), 1) << "the one clock that still ran";
  EXPECT_EQ(w.log().events().size(), events + 2) << "that, and how late it was";
  EXPECT_EQ(w.log().events().back().kind, EventKind::kActedLate);
  EXPECT_FALSE(gis::firstBrokenEvent(w.log().events()));
}

TEST(Chain, AnEditedLogDoesNotAddUp) {
  CalloutWorld w;
  const int a = w.target("a");
  w.start();
  w.hand(a, kVoice, 1);
  std::vector<gis::CalloutEvent> events = w.log().events();
  EXPECT_FALSE(gis::firstBrokenEvent(events));
  std::vector<gis::CalloutEvent> edited = events;
  edited[1].at_utc_ms -= 1;
  EXPECT_EQ(gis::firstBrokenEvent(edited), 2);
  edited = events;
  edited.erase(edited.begin() + 1);
  EXPECT_EQ(gis::firstBrokenEvent(edited), 2);
}

}  // namespace

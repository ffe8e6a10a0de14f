// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/stocks/movement.h"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace gis::stocks {
namespace {

constexpr std::array<std::pair<State, std::string_view>, 15> kStates{{{State::kUsable, "usable"},
                                                                      {State::kReserved, "reserved"},
                                                                      {State::kInTransit, "in_transit"},
                                                                      {State::kDamaged, "damaged"},
                                                                      {State::kExpired, "expired"},
                                                                      {State::kOnLoan, "on_loan"},
                                                                      {State::kOpening, "opening"},
                                                                      {State::kSupplier, "supplier"},
                                                                      {State::kDonor, "donor"},
                                                                      {State::kUsed, "used"},
                                                                      {State::kLost, "lost"},
                                                                      {State::kScrapped, "scrapped"},
                                                                      {State::kDifference, "difference"},
                                                                      {State::kKits, "kits"},
                                                                      {State::kRotated, "rotated"}}};

struct Kind {
  MoveKind kind;
  std::string_view name, prefix;
};
// Prefixes: first letters of 期初, 采购, 捐赠, 轮换, 移库, 发放, 归还, 借出, 盘点, 报废, 预占, 解除, 调拨, 签收, 损失,
// 变更, 组套, 冲销.
constexpr std::array<Kind, 18> kKinds{{{MoveKind::kOpening, "opening", "QC"},
                                       {MoveKind::kPurchase, "purchase", "CG"},
                                       {MoveKind::kDonation, "donation", "JZ"},
                                       {MoveKind::kRotation, "rotation", "LH"},
                                       {MoveKind::kTransfer, "transfer", "YK"},
                                       {MoveKind::kIssue, "issue", "FF"},
                                       {MoveKind::kReturn, "return", "GH"},
                                       {MoveKind::kLoan, "loan", "JC"},
                                       {MoveKind::kCount, "count", "PD"},
                                       {MoveKind::kScrap, "scrap", "BF"},
                                       {MoveKind::kReserve, "reserve", "YZ"},
                                       {MoveKind::kRelease, "release", "JX"},
                                       {MoveKind::kDispatch, "dispatch", "DB"},
                                       {MoveKind::kReceipt, "receipt", "QS"},
                                       {MoveKind::kLoss, "loss", "SS"},
                                       {MoveKind::kGrade, "grade", "BG"},
                                       {MoveKind::kKit, "kit", "ZT"},
                                       {MoveKind::kReversal, "reversal", "CX"}}};

bool isIn(State state, std::initializer_list<State> states) {
  for (const State s : states)
    if (s == state) return true;
  return false;
}

}  // namespace

std::string_view stateName(State state) {
  for (const auto& [s, name] : kStates)
    if (s == state) return name;
  return {};
}

std::optional<State> stateNamed(std::string_view name) {
  for (const auto& [s, n] : kStates)
    if (n == name) return s;
  return std::nullopt;
}

std::string_view kindName(MoveKind kind) { return kKinds[static_cast<std::size_t>(kind)].name; }
std::string_view numberPrefix(MoveKind kind) { return kKinds[static_cast<std::size_t>(kind)].prefix; }

std::optional<MoveKind> kindNamed(std::string_view name) {
  for (const Kind& kind : kKinds)
    if (kind.name == name) return kind.kind;
  return std::nullopt;
}

bool mayGo(MoveKind kind, const Side& from, const Side& to) {
  using enum State;
  if ((from.depot_id == 0) != isOutside(from.state) || (to.depot_id == 0) != isOutside(to.state)) return false;
  const bool same = from.depot_id == to.depot_id;
  const auto goes = [&](State a, State b) { return from.state == a && to.state == b; };
  switch (kind) {
    case MoveKind::kOpening:
      return from.state == kOpening && !isOutside(to.state);
    case MoveKind::kPurchase:
      return goes(kSupplier, kUsable);
    case MoveKind::kDonation:
      return goes(kDonor, kUsable);
    case MoveKind::kRotation:
      return goes(kRotated, kUsable) || (isIn(from.state, {kUsable, kExpired}) && to.state == kRotated);
    case MoveKind::kTransfer:
      return !same && from.state == to.state && isIn(from.state, {kUsable, kDamaged, kExpired});
    case MoveKind::kIssue:
      return isIn(from.state, {kUsable, kReserved}) && to.state == kUsed;
    case MoveKind::kReturn:
      return isIn(to.state, {kUsable, kDamaged}) && (from.state == kUsed || (same && from.state == kOnLoan));
    case MoveKind::kLoan:
      return same && goes(kUsable, kOnLoan);
    case MoveKind::kCount:
      return (from.state == kDifference && !isOutside(to.state)) || (to.state == kDifference && !isOutside(from.state));
    case MoveKind::kScrap:
      return isIn(from.state, {kUsable, kDamaged, kExpired}) && to.state == kScrapped;
    case MoveKind::kReserve:
      return same && goes(kUsable, kReserved);
    case MoveKind::kRelease:
      return same && goes(kReserved, kUsable);
    case MoveKind::kDispatch:
      return same && isIn(from.state, {kUsable, kReserved}) && to.state == kInTransit;
    case MoveKind::kReceipt:
      return from.state == kInTransit && isIn(to.state, {kUsable, kDamaged, kUsed});
    case MoveKind::kLoss:
      return isIn(from.state, {kUsable, kReserved, kInTransit, kDamaged, kOnLoan}) && to.state == kLost;
    case MoveKind::kGrade:
      return same && from.state != to.state && isIn(from.state, {kUsable, kDamaged, kExpired}) &&
             isIn(to.state, {kUsable, kDamaged, kExpired});
    case MoveKind::kKit:
      return goes(kUsable, kKits) || goes(kKits, kUsable);
    case MoveKind::kReversal:
      return true;  // the mirror of what was booked
  }
  return false;
}

bool keepsOrder(MoveKind kind) {
  return kind == MoveKind::kIssue || kind == MoveKind::kTransfer || kind == MoveKind::kLoan ||
         kind == MoveKind::kReserve || kind == MoveKind::kDispatch;
}

bool mayTakeExpired(MoveKind kind, bool is_drill) {
  switch (kind) {
    case MoveKind::kIssue:
    case MoveKind::kLoan:
    case MoveKind::kReserve:
    case MoveKind::kDispatch:
      return is_drill;
    case MoveKind::kTransfer:
    case MoveKind::kKit:
      return false;
    default:
      return true;
  }
}

Result<void> checkDraft(const MoveDraft& draft) {
  const std::string kind(kindName(draft.kind));
  const auto wrong = [&](std::string why) { return fail(ErrorCode::kInvalidArgument, kind, std::move(why)); };
  if (draft.author.empty()) return wrong("nobody is named who books it");
  if (draft.lines.empty()) return wrong("no lines");
  const bool needs_reason = draft.breaks_order || draft.kind == MoveKind::kScrap || draft.kind == MoveKind::kLoss ||
                            draft.kind == MoveKind::kCount || draft.kind == MoveKind::kReversal;
  if (needs_reason && draft.reason.empty()) return wrong("a reason is needed");
  if (draft.kind == MoveKind::kCount && (draft.second_person.empty() || draft.second_person == draft.author))
    return wrong("a second person is needed");
  for (std::size_t i = 0; i < draft.lines.size(); ++i) {
    const MoveLine& line = draft.lines[i];
    if (line.quantity <= 0) return wrong(fmt::format("line {}: a quantity of {}; at least 1", i + 1, line.quantity));
    if (!mayGo(draft.kind, line.from, line.to))
      return wrong(fmt::format("line {}: does not go from {} to {}", i + 1, stateName(line.from.state),
                               stateName(line.to.state)));
  }
  return {};
}

}  // namespace gis::stocks

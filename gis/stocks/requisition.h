// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gis/core/coords.h"
#include "gis/core/error.h"

namespace gis::stocks {

// Requisition to receipt (申领、审批、拣货、调拨、签收). A requisition is its events; where it stands follows from
// them.
enum class RequisitionState {
  kRequested,
  kApproved,
  kRejected,
  kPicked,      // set apart in the depots
  kDispatched,  // 在途
  kReceived,    // nothing is on the road any more
  kClosed,
  kCancelled,
};
std::string_view requisitionStateName(RequisitionState state);

enum class RequisitionStep { kRequested, kApproved, kRejected, kPicked, kDispatched, kReceived, kClosed, kCancelled };
std::string_view stepName(RequisitionStep step);
std::optional<RequisitionStep> stepNamed(std::string_view name);

// An item and how much of it; in a pick also where from and which lot, in a receipt what became of it.
struct RequisitionLine {
  std::string item_code;
  std::int64_t quantity = 0;
  std::int64_t depot_id = 0, lot_id = 0, owner_id = 0;  // picked, received
  std::int64_t lost = 0, damaged = 0;                   // received: of `quantity` that had been sent
};

// What is asked for; frozen once entered. The fields of a 调拨令.
struct RequisitionHead {
  std::string unit, person, phone;   // who asks
  std::string place;                 // where it is to go
  std::optional<LonLat> where;       // of the place
  std::int64_t to_depot_id = 0;      // a depot that receives it; 0: it is used where it arrives
  std::int64_t deadline_utc_ms = 0;  // 0: none
  std::string basis;                 // 调拨依据: event, response level, number of the paper
  int urgency = 2;                   // 1 most urgent .. 4
  bool is_drill = false;
};

// How it travels; of the dispatch order.
struct Transport {
  std::string carrier, plate, driver, phone, route;
};

struct RequisitionEvent {
  std::int64_t seq = 0;  // from 1, without gaps
  std::int64_t at_utc_ms = 0;
  RequisitionStep step = RequisitionStep::kRequested;
  std::string actor, words;
  std::vector<RequisitionLine> lines;
  Transport transport;             // dispatched; picked for an order: its road
  std::string order_no;            // dispatched, or picked for an order: number of the order 调拨单
  std::vector<std::string> moves;  // uuids of the movements it booked
};

// One item of a requisition: each figure is at most the one before it.
struct RequisitionProgress {
  std::string item_code;
  std::int64_t requested = 0, approved = 0, picked = 0, dispatched = 0, received = 0, damaged = 0, lost = 0;
  std::int64_t onTheRoad() const { return dispatched - received - damaged - lost; }
};

struct RequisitionStanding {
  RequisitionState state = RequisitionState::kRequested;
  std::vector<RequisitionProgress> items;
  std::vector<RequisitionLine> picked, on_the_road;  // by depot, item, lot, owner
  std::string requested_by, order_no;
};

struct Requisition {
  std::string uuid, number;
  std::int64_t created_utc_ms = 0;
  RequisitionHead head;
  std::vector<RequisitionEvent> events;
};

// Where it stands after these events. Fails with kDamagedFile when they do not follow from each other.
Result<RequisitionStanding> standingOf(std::span<const RequisitionEvent> events);
// Whether a step may follow now, and what its lines may say. kInvalidArgument with the reason: not its turn, approved
// by the one who asked, more than was approved, more than is on the road, nothing at all.
Result<void> checkStep(const RequisitionStanding& standing, const RequisitionEvent& step);
// The steps that may follow.
std::vector<RequisitionStep> mayFollow(RequisitionState state);

// As they are kept: JSON.
std::string headText(const RequisitionHead& head);
Result<RequisitionHead> headOf(const std::string& text);
std::string eventText(const RequisitionEvent& event);
Result<void> readEventText(const std::string& text, RequisitionEvent& event);

}  // namespace gis::stocks

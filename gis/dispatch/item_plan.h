// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <span>
#include <string>
#include <vector>

#include "gis/dispatch/dispatch_plan.h"

namespace gis::dispatch {

// The trucks a depot sends with: its own, or those hired.
std::span<const Truck> trucksOf(const Depot& depot, const DispatchOptions& options);

// The part of a plan that is about one item; planDispatch() puts them together. Refers to what it was made of.
class ItemPlan {
 public:
  ItemPlan(const DispatchTask& task, const RoadTable& roads, const DispatchOptions& options, const std::string& item,
           const std::vector<std::size_t>& requests);
  // Adds shipments, answers and the balance; arrivals are without waiting for trucks.
  Result<void> addTo(DispatchPlan& plan, const CancelToken& cancel);
  // As far as planned.
  RequestAnswer answerFor(std::size_t request) const;

 private:
  // A depot that has some of the item.
  struct Holder {
    std::size_t depot;
    std::int64_t usable = 0, left = 0;
    bool too_heavy = false;
    std::vector<GivenTo> given;
  };
  std::int64_t arriveMs(std::int64_t drive_ms) const;
  // Later than the deadline by; 0: in time.
  std::int64_t lateMs(std::size_t request, std::int64_t drive_ms) const;
  DepotNote noteOn(const Holder& holder, std::size_t request) const;
  ShortReason shortReason(const RequestAnswer& answer) const;
  SendReason sendReason(const RequestAnswer& answer, std::size_t depot) const;

  const DispatchTask& m_task;
  const RoadTable& m_roads;
  const DispatchOptions& m_options;
  std::string m_item;
  const std::vector<std::size_t>& m_requests;
  std::vector<Holder> m_holders;
};

}  // namespace gis::dispatch

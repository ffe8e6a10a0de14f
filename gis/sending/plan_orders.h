// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "gis/core/clock.h"
#include "gis/core/uuid.h"
#include "gis/dispatch/dispatch_plan.h"
#include "gis/sending/sending_need.h"
#include "gis/stocks/requisition.h"

namespace gis {
class Database;
}

namespace gis::sending {

// What accepting a plan does for one requisition: enters it when it is not there yet, approves it, and sets apart in
// the depots what the plan sends.
struct PlannedOrder {
  std::string requisition_uuid;                // empty: a new one
  stocks::RequisitionHead head;                // of a new one
  std::vector<stocks::RequisitionLine> asked;  // item and quantity; of a new one
  std::vector<stocks::RequisitionLine> sends;  // item, depot and quantity; lots are chosen when it is booked
  std::string route;                           // the roads in words, for the order
};

// The orders of a plan, by requisition; requests of a file that go to one place with one deadline and priority are one
// requisition. What is short stays open on it. Requests of which nothing is sent make an order only when they are new:
// then it is kept that somebody asked. An item that the catalogue does not know cannot be entered and is left out.
// `basis` is the ground (调拨依据) of new requisitions.
std::vector<PlannedOrder> ordersOfPlan(const dispatch::DispatchTask& task, const std::vector<SendingNeed>& needs,
                                       const dispatch::DispatchPlan& plan, const stocks::Directory& directory,
                                       const std::string& basis, bool is_drill);

// "G208 (12.4 km), X611 (3.0 km); 15.4 km, 22 min": the roads of a way that matter, in the order of travel.
std::string routeWords(const Route& route);

// Books them in one transaction, all or none: meanwhile somebody else may have taken what the plan counted on
// (kNotEnough; the detail says how many are left: plan again). Returns the requisitions as they stand then, each with
// the number of its order. Fails as RequisitionStore does: the approver is another person than who plans and who asked.
Result<std::vector<stocks::Requisition>> acceptOrders(const Database& db, const Clock& clock, UuidSource& uuids,
                                                      const std::vector<PlannedOrder>& orders,
                                                      const std::string& planner, const std::string& approver);

// All goods of these orders leave now (在途); orders with nothing picked are left. One transaction. Fails as
// RequisitionStore::advance().
Result<std::vector<stocks::Requisition>> departOrders(const Database& db, const Clock& clock, UuidSource& uuids,
                                                      const std::vector<std::string>& requisitions,
                                                      const std::string& actor);

}  // namespace gis::sending

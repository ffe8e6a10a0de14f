// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "gis/sending/ledger_task.h"
#include "gis/stocks/requisition.h"

namespace gis::sending {

// What somebody needs: a request of a plan, and the requisition it comes from.
struct SendingNeed {
  dispatch::Request request;
  LonLat where;                  // of the place, as it was asked
  std::string requisition_uuid;  // empty: of a file; accepting the plan enters a requisition
  std::string unit, person, phone;
};

struct OpenNeeds {
  std::vector<SendingNeed> needs;
  std::vector<std::string> unplaced;  // numbers of requisitions whose place is not on the map
};

// What open requisitions still wait for: asked for or approved and not yet picked. Their urgency is the priority; a
// requisition for a depot goes to the depot's place. The ids are the requisition's number and the item's place in it.
OpenNeeds needsOfRequisitions(const std::vector<stocks::Requisition>& requisitions, const LedgerTask& ledger,
                              const Projector& to_map);

// A file of requests (see dispatch/dispatch_reader.h); beside its fields "unit", "person" and "phone" may say who asks.
// Items are called as the ledger calls them; one that nobody knows stays, and the plan says that nobody has it. Fails
// as readRequests().
Result<std::vector<SendingNeed>> needsOfFile(const std::string& json, const std::string& file, const ItemNames& names,
                                             const Projector& to_map);

}  // namespace gis::sending

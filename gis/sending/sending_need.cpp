// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/sending/sending_need.h"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>

#include "gis/dispatch/dispatch_reader.h"
#include "gis/geo/projector.h"

namespace gis::sending {
namespace {

bool waits(stocks::RequisitionState state) {
  return state == stocks::RequisitionState::kRequested || state == stocks::RequisitionState::kApproved ||
         state == stocks::RequisitionState::kPicked;
}

std::string textOf(const nlohmann::json& row, const char* key) {
  return row.is_object() && row.contains(key) && row[key].is_string() ? row[key].get<std::string>() : std::string();
}

}  // namespace

OpenNeeds needsOfRequisitions(const std::vector<stocks::Requisition>& requisitions, const LedgerTask& ledger,
                              const Projector& to_map) {
  OpenNeeds open;
  for (const stocks::Requisition& paper : requisitions) {
    const auto standing = stocks::standingOf(paper.events);
    if (!standing || !waits(standing->state)) continue;
    const stocks::Depot* depot = ledger.directory.depot(paper.head.to_depot_id);
    const std::optional<LonLat> where = depot && depot->where ? depot->where : paper.head.where;
    const auto at = where ? to_map.forward({where->lon_deg, where->lat_deg}) : fail(ErrorCode::kNoData, paper.number);
    std::size_t number = 0;
    bool missed = false;
    for (const stocks::RequisitionProgress& one : standing->items) {
      ++number;
      const std::int64_t wanted =
          standing->state == stocks::RequisitionState::kRequested ? one.requested : one.approved;
      const stocks::Item* item = ledger.directory.itemNamed(one.item_code);
      if (wanted <= one.picked || !item) continue;
      if (!at || !std::isfinite(at->x) || !std::isfinite(at->y)) {
        missed = true;
        continue;
      }
      SendingNeed need;
      need.request = {fmt::format("{}/{}", paper.number, number),
                      depot ? depot->name : paper.head.place,
                      {at->x, at->y},
                      plannedName(ledger.directory, *item),
                      wanted - one.picked,
                      {},
                      std::max(1, paper.head.urgency)};
      if (paper.head.deadline_utc_ms != 0) need.request.deadline_utc_ms = paper.head.deadline_utc_ms;
      need.where = *where;
      need.requisition_uuid = paper.uuid;
      need.unit = paper.head.unit, need.person = paper.head.person, need.phone = paper.head.phone;
      open.needs.push_back(std::move(need));
    }
    if (missed) open.unplaced.push_back(paper.number);
  }
  return open;
}

Result<std::vector<SendingNeed>> needsOfFile(const std::string& json, const std::string& file, const ItemNames& names,
                                             const Projector& to_map) {
  auto requests = dispatch::readRequests(json, file, to_map);
  if (!requests) return std::unexpected(std::move(requests.error()));
  const nlohmann::json all = nlohmann::json::parse(json, nullptr, false);
  const nlohmann::json& rows = all.is_array() ? all : all["requests"];
  std::vector<SendingNeed> needs;
  for (std::size_t i = 0; i < requests->size(); ++i) {
    SendingNeed need;
    need.request = std::move((*requests)[i]);
    if (const auto known = names.find(need.request.item); known != names.end()) need.request.item = known->second;
    need.where = {rows[i]["lon"].get<double>(), rows[i]["lat"].get<double>()};
    need.unit = textOf(rows[i], "unit"), need.person = textOf(rows[i], "person"), need.phone = textOf(rows[i], "phone");
    needs.push_back(std::move(need));
  }
  return needs;
}

}  // namespace gis::sending

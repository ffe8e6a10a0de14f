// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/drill/drill_steps.h"
#include "gis/stocks/catalogue_store.h"
#include "gis/stocks/requisition_store.h"

namespace gis::drill {
namespace {

using StockJson = nlohmann::json;
using stocks::RequisitionLine;
using stocks::RequisitionStep;

Result<std::vector<RequisitionLine>> linesOf(const StockJson& items, const stocks::Directory& directory) {
  std::vector<RequisitionLine> lines;
  for (const auto& [name, quantity] : items.items()) {
    const stocks::Item* item = directory.itemNamed(name);
    if (!item) return fail(ErrorCode::kUnknownName, name, "no item of the catalogue has this name");
    RequisitionLine line;
    line.item_code = item->code, line.quantity = quantity.get<std::int64_t>();
    lines.push_back(std::move(line));
  }
  return lines;
}

// By code or name; a name may be the beginning of only one.
Result<std::int64_t> depotNamed(const std::string& name, const stocks::Directory& directory) {
  if (const stocks::Depot* depot = directory.depotNamed(name)) return depot->id;
  const stocks::Depot* found = nullptr;
  for (const stocks::Depot& depot : directory.depots) {
    if (!depot.name.starts_with(name)) continue;
    if (found) return fail(ErrorCode::kUnknownName, name, "more than one depot begins with this");
    found = &depot;
  }
  if (!found) return fail(ErrorCode::kUnknownName, name, "no depot has this name");
  return found->id;
}

std::string saidBy(const DrillStep& step, const char* otherwise) { return step.fields.value("by", otherwise); }

Result<StockJson> told(const Result<stocks::Requisition>& done) {
  if (!done) return std::unexpected(done.error());
  const auto standing = stocks::standingOf(done->events);
  if (!standing) return std::unexpected(standing.error());
  StockJson items = StockJson::array();
  for (const stocks::RequisitionProgress& item : standing->items)
    items.push_back({{"item", item.item_code},
                     {"requested", item.requested},
                     {"picked", item.picked},
                     {"dispatched", item.dispatched},
                     {"received", item.received},
                     {"lost", item.lost},
                     {"damaged", item.damaged}});
  return StockJson{{"requisition", done->number}, {"items", std::move(items)}};
}

Result<StockJson> requisition(DrillStage& stage, const DrillStep& step) {
  const Database& db = stage.workspace.db();
  const auto directory = stocks::CatalogueStore(db).directory();
  if (!directory) return std::unexpected(directory.error());
  const auto lines = linesOf(step.fields["items"], *directory);
  if (!lines) return std::unexpected(lines.error());
  stocks::RequisitionHead head;
  head.unit = step.fields.value("unit", std::string());
  head.place = step.fields["place"].get<std::string>();
  head.basis = "【演练】" + step.fields.value("basis", std::string("演练脚本"));
  head.is_drill = true;
  if (step.fields.contains("to_depot")) {
    const auto depot = depotNamed(step.fields["to_depot"].get<std::string>(), *directory);
    if (!depot) return std::unexpected(depot.error());
    head.to_depot_id = *depot;
  }
  const auto made =
      stocks::RequisitionStore(db, *stage.clock, stage.uuids).enter(head, *lines, saidBy(step, "县应急局"));
  if (made) stage.made[step.fields["name"].get<std::string>()] = made->uuid;
  return told(made);
}

// The steps after it: which requisition, where it stands, what they know.
struct Underway {
  stocks::RequisitionStore store;
  std::string uuid;
  stocks::RequisitionStanding standing;
  stocks::Directory directory;
};

Result<Underway> underway(DrillStage& stage, const DrillStep& step) {
  const Database& db = stage.workspace.db();
  const std::string& name = step.fields["requisition"].get_ref<const std::string&>();
  const auto made = stage.made.find(name);
  if (made == stage.made.end()) return fail(ErrorCode::kNoData, name, "this requisition could not be entered");
  stocks::RequisitionStore store(db, *stage.clock, stage.uuids);
  const auto found = store.find(made->second);
  if (!found) return std::unexpected(found.error());
  auto standing = stocks::standingOf(found->events);
  if (!standing) return std::unexpected(standing.error());
  auto directory = stocks::CatalogueStore(db).directory();
  if (!directory) return std::unexpected(directory.error());
  return Underway{std::move(store), found->uuid, std::move(*standing), std::move(*directory)};
}

Result<StockJson> advance(Underway& at, const DrillStep& step, RequisitionStep what, std::vector<RequisitionLine> lines,
                          const char* by) {
  stocks::RequisitionEvent event;
  event.step = what;
  event.actor = saidBy(step, by);
  event.words = step.words.zh;
  event.lines = std::move(lines);
  event.transport.plate = step.fields.value("plate", std::string());
  event.transport.driver = step.fields.value("driver", std::string());
  return told(at.store.advance(at.uuid, std::move(event)));
}

Result<StockJson> approval(DrillStage& stage, const DrillStep& step) {
  auto at = underway(stage, step);
  if (!at) return std::unexpected(at.error());
  std::vector<RequisitionLine> lines;
  for (const stocks::RequisitionProgress& item : at->standing.items) {
    lines.emplace_back();
    lines.back().item_code = item.item_code, lines.back().quantity = item.requested;
  }
  return advance(*at, step, RequisitionStep::kApproved, std::move(lines), "值班局长");
}

Result<StockJson> picking(DrillStage& stage, const DrillStep& step) {
  auto at = underway(stage, step);
  if (!at) return std::unexpected(at.error());
  std::vector<std::int64_t> depots;
  for (const StockJson& name : step.fields["depots"]) {
    const auto depot = depotNamed(name.get<std::string>(), at->directory);
    if (!depot) return std::unexpected(depot.error());
    depots.push_back(*depot);
  }
  auto lines = at->store.proposePick(at->uuid, depots);
  if (!lines) return std::unexpected(lines.error());
  return advance(*at, step, RequisitionStep::kPicked, std::move(*lines), "保管员");
}

Result<StockJson> dispatch(DrillStage& stage, const DrillStep& step) {
  auto at = underway(stage, step);
  if (!at) return std::unexpected(at.error());
  return advance(*at, step, RequisitionStep::kDispatched, at->standing.picked, "保管员");
}

// What was lost or damaged of an item, taken from the lines that are on the road.
Result<void> takeOff(std::vector<RequisitionLine>& lines, const StockJson& what, const stocks::Directory& directory,
                     std::int64_t RequisitionLine::*field) {
  const auto wanted = linesOf(what, directory);
  if (!wanted) return std::unexpected(wanted.error());
  for (const RequisitionLine& one : *wanted) {
    std::int64_t left = one.quantity;
    for (RequisitionLine& line : lines) {
      if (line.item_code != one.item_code) continue;
      const std::int64_t taken = std::min(left, line.quantity - line.lost - line.damaged);
      line.*field += taken;
      left -= taken;
    }
    if (left > 0) return fail(ErrorCode::kNotEnough, one.item_code, "more than is on the road");
  }
  return {};
}

Result<StockJson> receipt(DrillStage& stage, const DrillStep& step) {
  auto at = underway(stage, step);
  if (!at) return std::unexpected(at.error());
  auto lines = at->standing.on_the_road;
  for (const auto& [key, field] : {std::pair{"lost", &RequisitionLine::lost}, {"damaged", &RequisitionLine::damaged}})
    if (step.fields.contains(key))
      if (auto done = takeOff(lines, step.fields[key], at->directory, field); !done)
        return std::unexpected(done.error());
  return advance(*at, step, RequisitionStep::kReceived, std::move(lines), "接收人");
}

}  // namespace

std::vector<DrillStepKind> stockStepKinds() {
  using enum FieldKind;
  constexpr auto kNeeded = FieldNeed::kNeeded, kLeft = FieldNeed::kMayBeLeft;
  constexpr FieldRule kOf{"requisition", kUse, kNeeded, 0, 0, "requisition"}, kBy{"by", kText, kLeft};
  return {
      {{"requisition",
        {{"name", kName},
         {"items", kCounts},
         {"place", kText},
         {"unit", kText, kLeft},
         {"basis", kText, kLeft},
         {"to_depot", kText, kLeft},
         kBy}},
       requisition},
      {{"approval", {kOf, kBy}}, approval},
      {{"picking", {kOf, {"depots", kTexts}, kBy}}, picking},
      {{"dispatch", {kOf, {"plate", kText, kLeft}, {"driver", kText, kLeft}, kBy}}, dispatch},
      {{"receipt", {kOf, {"lost", kCounts, kLeft}, {"damaged", kCounts, kLeft}, kBy}}, receipt},
  };
}

}  // namespace gis::drill

// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "gis/situation/report_store.h"

namespace gis::situation {
namespace {

using DraftJson = nlohmann::ordered_json;

DraftJson cellsJson(const std::vector<CountyCell>& cells) {
  DraftJson json = DraftJson::array();
  for (const CountyCell& cell : cells) json.push_back(DraftJson::array({cell.value, cell.change}));
  return json;
}

DraftJson factsJson(const Facts& facts) {
  DraftJson json = DraftJson::object();
  for (const auto& [name, fact] : facts) {
    DraftJson one{{"text", fact.text}, {"as_of_utc_ms", fact.as_of_utc_ms}};
    if (fact.number) one["number"] = *fact.number;
    json[name] = std::move(one);
  }
  return json;
}

Facts readFacts(const DraftJson& json) {
  Facts facts;
  for (const auto& [name, fact] : json.items()) {
    Fact& into = facts[name];
    into.text = fact.at("text");
    into.as_of_utc_ms = fact.at("as_of_utc_ms");
    if (fact.contains("number")) into.number = fact.at("number").get<double>();
  }
  return facts;
}

DraftJson blockJson(const DraftBlock& block) {
  DraftJson json{{"style", static_cast<int>(block.style)}};
  for (const Piece& piece : block.pieces)
    json["pieces"].push_back({static_cast<int>(piece.kind), piece.text, piece.name, piece.is_changed});
  for (const DraftLine& line : block.lines) {
    DraftJson one{line.group,  line.label,  line.unit,  line.fact,   line.value,
                  line.before, line.change, line.as_of, line.is_part};
    // Only where there are any: a report without shares is kept as it always was.
    if (!line.counties.empty()) one.push_back(cellsJson(line.counties));
    json["lines"].push_back(std::move(one));
  }
  if (!block.counties.empty()) json["counties"] = block.counties;
  return json;
}

DraftBlock readDraftBlock(const DraftJson& json) {
  DraftBlock block;
  block.style = static_cast<office::Style>(json.at("style").get<int>());
  for (const DraftJson& piece : json.value("pieces", DraftJson::array()))
    block.pieces.push_back({static_cast<PieceKind>(piece.at(0).get<int>()), piece.at(1), piece.at(2), piece.at(3)});
  for (const DraftJson& line : json.value("lines", DraftJson::array())) {
    block.lines.push_back({line.at(0), line.at(1), line.at(2), line.at(3), line.at(4), line.at(5), line.at(6),
                           line.at(7), line.at(8), false});
    if (line.size() > 9)
      for (const DraftJson& cell : line.at(9)) block.lines.back().counties.push_back({cell.at(0), cell.at(1)});
  }
  block.counties = json.value("counties", std::vector<std::string>());
  for (const DraftLine& line : block.lines)
    if (line.counties.size() != block.counties.size()) throw std::invalid_argument("a county without its column");
  return block;
}

}  // namespace

std::string draftText(const Draft& draft) {
  DraftJson json{{"kind", reportKindName(draft.kind)},
                 {"sequence", draft.sequence},
                 {"incident", draft.incident_uuid},
                 {"drill", draft.is_drill},
                 {"as_of_utc_ms", draft.as_of_utc_ms},
                 {"title", draft.title},
                 {"number", draft.number},
                 {"corrects", draft.corrects}};
  if (draft.is_demo) json["demo"] = true;
  for (const DraftBlock& block : draft.blocks) json["blocks"].push_back(blockJson(block));
  json["facts"] = factsJson(draft.facts);
  for (const CountyFacts& county : draft.counties)
    json["counties"].push_back({{"code", county.code}, {"name", county.name}, {"facts", factsJson(county.facts)}});
  json["blanks"] = DraftJson::object();
  for (const auto& [name, words] : draft.blanks) json["blanks"][name] = words;
  // Bytes that are no UTF-8 must not keep a report from being kept.
  return json.dump(-1, ' ', false, DraftJson::error_handler_t::replace);
}

Result<Draft> readDraft(std::string_view text) {
  try {
    const DraftJson json = DraftJson::parse(text);
    Draft draft;
    draft.kind = reportKindNamed(json.at("kind").get<std::string>()).value();
    draft.sequence = json.at("sequence");
    draft.incident_uuid = json.at("incident");
    draft.is_drill = json.at("drill");
    draft.is_demo = json.value("demo", false);
    draft.as_of_utc_ms = json.at("as_of_utc_ms");
    draft.title = json.at("title");
    draft.number = json.at("number");
    draft.corrects = json.at("corrects");
    for (const DraftJson& block : json.at("blocks")) draft.blocks.push_back(readDraftBlock(block));
    draft.facts = readFacts(json.at("facts"));
    for (const DraftJson& county : json.value("counties", DraftJson::array()))
      draft.counties.push_back({county.at("code"), county.at("name"), readFacts(county.at("facts"))});
    for (const auto& [name, words] : json.at("blanks").items()) draft.blanks[name] = words;
    return draft;
  } catch (const std::exception& e) {
    return fail(ErrorCode::kDamagedFile, "report", e.what());
  }
}

}  // namespace gis::situation

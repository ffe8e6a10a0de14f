// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "gis/situation/report_store.h"

namespace gis::situation {
namespace {

using DraftJson = nlohmann::ordered_json;

DraftJson blockJson(const DraftBlock& block) {
  DraftJson json{{"style", static_cast<int>(block.style)}};
  for (const Piece& piece : block.pieces)
    json["pieces"].push_back({static_cast<int>(piece.kind), piece.text, piece.name, piece.is_changed});
  for (const DraftLine& line : block.lines)
    json["lines"].push_back(
        {line.group, line.label, line.unit, line.fact, line.value, line.before, line.change, line.as_of, line.is_part});
  return json;
}

DraftBlock readDraftBlock(const DraftJson& json) {
  DraftBlock block;
  block.style = static_cast<office::Style>(json.at("style").get<int>());
  for (const DraftJson& piece : json.value("pieces", DraftJson::array()))
    block.pieces.push_back({static_cast<PieceKind>(piece.at(0).get<int>()), piece.at(1), piece.at(2), piece.at(3)});
  for (const DraftJson& line : json.value("lines", DraftJson::array()))
    block.lines.push_back({line.at(0), line.at(1), line.at(2), line.at(3), line.at(4), line.at(5), line.at(6),
                           line.at(7), line.at(8), false});
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
  for (const DraftBlock& block : draft.blocks) json["blocks"].push_back(blockJson(block));
  json["facts"] = DraftJson::object();
  for (const auto& [name, fact] : draft.facts) {
    DraftJson one{{"text", fact.text}, {"as_of_utc_ms", fact.as_of_utc_ms}};
    if (fact.number) one["number"] = *fact.number;
    json["facts"][name] = std::move(one);
  }
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
    draft.as_of_utc_ms = json.at("as_of_utc_ms");
    draft.title = json.at("title");
    draft.number = json.at("number");
    draft.corrects = json.at("corrects");
    for (const DraftJson& block : json.at("blocks")) draft.blocks.push_back(readDraftBlock(block));
    for (const auto& [name, fact] : json.at("facts").items()) {
      Fact& into = draft.facts[name];
      into.text = fact.at("text");
      into.as_of_utc_ms = fact.at("as_of_utc_ms");
      if (fact.contains("number")) into.number = fact.at("number").get<double>();
    }
    for (const auto& [name, words] : json.at("blanks").items()) draft.blanks[name] = words;
    return draft;
  } catch (const std::exception& e) {
    return fail(ErrorCode::kDamagedFile, "report", e.what());
  }
}

}  // namespace gis::situation

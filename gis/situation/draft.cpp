// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/situation/draft.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "gis/situation/figure_check.h"

namespace gis::situation {
namespace {

constexpr std::int64_t kPeriod_ms = 24 * 3'600'000LL;  // of a daily report
constexpr auto kNotKnown = "—";

// Puts one draft together; used once.
class DraftMaker {
 public:
  DraftMaker(const ReportCatalogue& catalogue, const DraftMaterial& material)
      : m_catalogue(catalogue), m_material(material), m_template(catalogue.templateOf(material.kind)) {}
  Draft make();

 private:
  bool isKnown(const std::string& name) const;
  bool stands(const TemplateBlock& block) const;
  std::string typed(const std::string& name) const;
  std::string given(std::string_view name) const;
  std::string countyNames() const;
  const Fact* before(const std::string& name) const;
  Piece pieceOf(const std::string& name);
  Piece factPiece(const FactDefinition& fact);
  std::vector<Piece> pieces(const std::string& text);
  DraftLine line(const TableLine& wanted);
  void addCounties(DraftBlock& block);
  CountyCell countyCell(const CountyFacts& county, const FactDefinition& fact);
  void report(FindingCode code, const std::string& where, const BothLanguages& label, std::string detail = {});
  void explainFalls();
  void checkOrder();
  void checkTyped();

  const ReportCatalogue& m_catalogue;
  const DraftMaterial& m_material;
  const ReportTemplate& m_template;
  Draft m_draft;
};

const BlankDefinition* blankNamed(const ReportTemplate& made, const std::string& name) {
  const auto found = std::ranges::find(made.blanks, name, &BlankDefinition::name);
  return found == made.blanks.end() ? nullptr : &*found;
}

const Fact* knownFact(const Facts& facts, const std::string& name) {
  const auto found = facts.find(name);
  return found == facts.end() || !found->second.isKnown() ? nullptr : &found->second;
}

// Typed words, or those of the fact that the blank begins with.
std::string DraftMaker::typed(const std::string& name) const {
  if (const auto found = m_material.typed.find(name); found != m_material.typed.end() && !found->second.empty())
    return found->second;
  const BlankDefinition* blank = blankNamed(m_template, name);
  const Fact* fact = blank ? knownFact(m_material.facts, blank->from) : nullptr;
  return fact ? fact->text : std::string();
}

std::string DraftMaker::given(std::string_view name) const {
  if (name == "number") return m_material.number.empty() ? "（签发时编号）" : m_material.number;
  if (name == "sequence") return std::to_string(m_material.sequence);
  if (name == "as_of") return paperTime(m_material.as_of_utc_ms, m_material.as_of_utc_ms);
  if (name == "since") return paperTime(m_material.as_of_utc_ms - kPeriod_ms, m_material.as_of_utc_ms);
  if (name == "day") return paperDay(m_material.as_of_utc_ms);
  if (name == "office") return m_material.office;
  if (name == "city") return m_material.city;
  if (name == "counties") return countyNames();
  return m_template.label.zh;
}

std::string DraftMaker::countyNames() const {
  std::string names;
  for (const CountyFacts& county : m_material.counties) names += (names.empty() ? "" : "、") + county.name;
  return names;
}

bool DraftMaker::isKnown(const std::string& name) const {
  if (name == "counties") return !m_material.counties.empty();
  if (isGivenName(name)) return true;
  if (blankNamed(m_template, name)) {
    const BlankDefinition* blank = blankNamed(m_template, name);
    // A needed blank keeps its paragraph, so that one sees where it will stand.
    return blank->is_needed || !typed(name).empty();
  }
  return knownFact(m_material.facts, name) != nullptr;
}

bool DraftMaker::stands(const TemplateBlock& block) const {
  return std::ranges::all_of(block.when, [&](const std::string& name) { return isKnown(name); }) &&
         std::ranges::none_of(block.unless, [&](const std::string& name) { return isKnown(name); });
}

const Fact* DraftMaker::before(const std::string& name) const {
  return m_template.shows_changes ? knownFact(m_material.before, name) : nullptr;
}

void DraftMaker::report(FindingCode code, const std::string& where, const BothLanguages& label, std::string detail) {
  Finding finding{code, where, label.zh, label.en, std::move(detail)};
  if (std::ranges::find(m_draft.findings, finding) == m_draft.findings.end())
    m_draft.findings.push_back(std::move(finding));
}

Piece DraftMaker::factPiece(const FactDefinition& fact) {
  const Fact* known = knownFact(m_material.facts, fact.name);
  if (!known) {
    report(FindingCode::kNoData, fact.name, fact.label);
    return {PieceKind::kMissing, fmt::format("〔{}〕", fact.label.zh), fact.name, false};
  }
  m_draft.facts[fact.name] = *known;
  Piece piece{PieceKind::kFact, known->text, fact.name, false};
  const Fact* last = before(fact.name);
  const std::string change = last ? changeText(*known, *last, fact.decimals) : std::string();
  if (!change.empty()) {
    piece.is_changed = true;
    piece.text += fmt::format("（上次{}，{}）", last->text, change);
  }
  return piece;
}

Piece DraftMaker::pieceOf(const std::string& name) {
  if (isGivenName(name)) return {PieceKind::kWords, given(name), {}, false};
  const BlankDefinition* blank = blankNamed(m_template, name);
  if (!blank) return factPiece(*m_catalogue.fact(name));
  const std::string words = typed(name);
  if (!words.empty()) {
    m_draft.blanks[name] = words;
    return {PieceKind::kTyped, words, name, false};
  }
  report(FindingCode::kBlank, name, blank->label);
  return {PieceKind::kMissing, fmt::format("〔{}〕", blank->label.zh), name, false};
}

std::vector<Piece> DraftMaker::pieces(const std::string& text) {
  std::vector<Piece> made;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = text.find('{', at);
    if (open != at) made.push_back({PieceKind::kWords, text.substr(at, open - at), {}, false});
    if (open == std::string::npos) break;
    const std::size_t close = text.find('}', open);
    made.push_back(pieceOf(text.substr(open + 1, close - open - 1)));
    at = close + 1;
  }
  return made;
}

DraftLine DraftMaker::line(const TableLine& wanted) {
  const FactDefinition& fact = *m_catalogue.fact(wanted.fact);
  DraftLine line{wanted.group, fact.label.zh,  fact.unit.zh, fact.name, kNotKnown, kNotKnown, {},
                 {},           wanted.is_part, false};
  const Fact* known = knownFact(m_material.facts, fact.name);
  const Fact* last = before(fact.name);
  if (last) line.before = last->text;
  if (!known) {
    line.is_missing = wanted.is_needed;
    if (wanted.is_needed) report(FindingCode::kNoData, fact.name, fact.label);
    return line;
  }
  m_draft.facts[fact.name] = *known;
  line.value = known->text;
  line.as_of = paperTime(known->as_of_utc_ms, m_material.as_of_utc_ms);
  if (last) line.change = changeText(*known, *last, fact.decimals);
  return line;
}

CountyCell DraftMaker::countyCell(const CountyFacts& county, const FactDefinition& fact) {
  const Fact* known = knownFact(county.facts, fact.name);
  if (!known) return {kNotKnown, {}};
  auto kept = std::ranges::find(m_draft.counties, county.code, &CountyFacts::code);
  if (kept == m_draft.counties.end())
    kept = m_draft.counties.insert(m_draft.counties.end(), {county.code, county.name, {}});
  kept->facts[fact.name] = *known;
  const auto last = std::ranges::find(m_material.counties_before, county.code, &CountyFacts::code);
  if (last == m_material.counties_before.end()) return {known->text, {}};
  const Fact* before = knownFact(last->facts, fact.name);
  return {known->text, before ? changeText(*known, *before, fact.decimals) : std::string()};
}

void DraftMaker::addCounties(DraftBlock& block) {
  for (const CountyFacts& county : m_material.counties) {
    block.counties.push_back(county.name);
    for (DraftLine& line : block.lines) line.counties.push_back(countyCell(county, *m_catalogue.fact(line.fact)));
  }
}

// Why a figure is smaller than last time stands in the report itself.
void DraftMaker::explainFalls() {
  std::string words;
  for (const auto& [name, text] : m_material.typed) {
    if (!name.starts_with("reason.") || text.empty()) continue;
    const std::string fact = name.substr(7);
    const Fact* known = knownFact(m_draft.facts, fact);
    const Fact* last = before(fact);
    if (!known || !last) continue;
    m_draft.blanks[name] = text;
    words += fmt::format("{}由{}调整为{}：{}。", m_catalogue.fact(fact)->label.zh, last->text, known->text, text);
  }
  if (words.empty()) return;
  auto at = std::ranges::find(m_draft.blocks, office::Style::kSignature, &DraftBlock::style);
  m_draft.blocks.insert(at, {office::Style::kBody, {{PieceKind::kTyped, "数据说明：" + words, {}, false}}, {}});
}

void DraftMaker::checkOrder() {
  if (m_template.needs_incident && m_material.incident.uuid.empty())
    report(FindingCode::kNoIncident, "incident", {"事件", "Incident"});
  const bool is_second_first = m_material.kind == ReportKind::kFirst && m_material.sequence > 1;
  if (is_second_first && m_material.corrects.empty())
    report(FindingCode::kOutOfOrder, "kind", m_template.label, "a first report has been issued");
  const bool follows = m_material.kind == ReportKind::kUpdate || m_material.kind == ReportKind::kFinal;
  if (follows && m_material.before.empty())
    report(FindingCode::kOutOfOrder, "kind", m_template.label, "no first report has been issued");
}

void DraftMaker::checkTyped() {
  for (const auto& [name, words] : m_draft.blanks) {
    if (!holdsPlaceholder(words)) continue;
    const BlankDefinition* blank = blankNamed(m_template, name);
    report(FindingCode::kPlaceholder, name, blank ? blank->label : BothLanguages{"数据说明", "Reason"}, words);
  }
}

Draft DraftMaker::make() {
  m_draft.kind = m_material.kind;
  m_draft.sequence = m_material.sequence;
  m_draft.incident_uuid = m_material.incident.uuid;
  m_draft.is_drill = m_material.is_drill;
  m_draft.is_demo = m_material.is_demo;
  m_draft.as_of_utc_ms = m_material.as_of_utc_ms;
  m_draft.number = m_material.number;
  m_draft.corrects = m_material.corrects;
  if (m_draft.is_drill) m_draft.title = "【演练】";
  for (const Piece& piece : pieces(m_template.title)) m_draft.title += piece.text;
  for (const TemplateBlock& block : m_template.blocks) {
    if (!stands(block)) continue;
    DraftBlock made{block.style, pieces(block.text), {}};
    if (m_draft.is_drill && block.style == office::Style::kTitle)
      made.pieces.insert(made.pieces.begin(), {PieceKind::kWords, "【演练】", {}, false});
    for (const TableLine& wanted : block.lines) made.lines.push_back(line(wanted));
    if (block.has_counties) addCounties(made);
    m_draft.blocks.push_back(std::move(made));
  }
  explainFalls();
  checkOrder();
  checkTyped();
  const auto add = [&](std::vector<Finding> more) {
    m_draft.findings.insert(m_draft.findings.end(), more.begin(), more.end());
  };
  add(checkTotals(m_catalogue, m_draft.facts));
  add(checkCounties(m_catalogue, m_draft.facts, m_draft.counties));
  add(checkAgainstBefore(m_catalogue, m_draft.facts, m_material.before, m_material.typed));
  // The last report speaks of what is verified, whenever that was.
  if (m_draft.kind != ReportKind::kFinal)
    add(checkAge(m_catalogue, m_draft.facts, m_material.incident.grade, m_material.as_of_utc_ms));
  return std::move(m_draft);
}

}  // namespace

std::string changeText(const Fact& now, const Fact& before, int decimals) {
  if (!now.number || !before.number || now.text == before.text) return {};
  const double change = *now.number - *before.number;
  return (change > 0 ? "+" : "") + numberText(change, decimals);
}

Draft makeDraft(const ReportCatalogue& catalogue, const DraftMaterial& material) {
  return DraftMaker(catalogue, material).make();
}

}  // namespace gis::situation

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/situation/report_catalogue.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "reportFactFiles.h"
#include "reportFiles.h"

namespace gis::situation {
namespace {

using Json = nlohmann::json;

std::vector<std::string> textsOf(const Json& json, const char* key) {
  return json.contains(key) ? json.at(key).get<std::vector<std::string>>() : std::vector<std::string>();
}

BothLanguages bothOf(const Json& json) { return {json.at("zh").get<std::string>(), json.at("en").get<std::string>()}; }

// A query may be written in several lines.
std::string sqlOf(const Json& json) {
  if (json.is_string()) return json.get<std::string>();
  std::string sql;
  for (const Json& line : json) sql += line.get<std::string>() + "\n";
  return sql;
}

FactDefinition readFact(const Json& json, const Json& queries) {
  FactDefinition fact;
  fact.name = json.at("name");
  fact.label = bothOf(json.at("label"));
  if (json.contains("unit")) fact.unit = bothOf(json.at("unit"));
  const std::string kind = json.value("kind", "number");
  fact.kind = kind == "text" ? FactKind::kText : kind == "time" ? FactKind::kTime : FactKind::kNumber;
  fact.decimals = json.value("decimals", 0);
  fact.is_cumulative = json.value("cumulative", false);
  fact.figure = json.value("figure", std::string());
  if (json.contains("words")) fact.words = json.at("words").get<std::map<std::string, std::string>>();
  const Json& query = json.contains("query") ? queries.at(json.at("query").get<std::string>()) : json;
  fact.tables = textsOf(query, "tables");
  fact.sql = sqlOf(query.at("sql"));
  if (query.contains("county_sql")) fact.county_sql = sqlOf(query.at("county_sql"));
  if (query.contains("rows_sql")) {
    fact.rows_sql = sqlOf(query.at("rows_sql"));
    for (const Json& title : query.at("row_titles")) fact.row_titles.push_back(bothOf(title));
  }
  return fact;
}

office::Style styleNamed(const std::string& name) {
  constexpr std::array<std::pair<std::string_view, office::Style>, 9> kStyles = {{
      {"title", office::Style::kTitle},
      {"subtitle", office::Style::kSubtitle},
      {"heading", office::Style::kHeading},
      {"heading2", office::Style::kHeading2},
      {"body", office::Style::kBody},
      {"plain", office::Style::kPlain},
      {"signature", office::Style::kSignature},
      {"caption", office::Style::kCaption},
      {"small", office::Style::kSmall},
  }};
  const auto found = std::ranges::find(kStyles, std::string_view(name), &decltype(kStyles)::value_type::first);
  if (found == kStyles.end()) throw std::invalid_argument(fmt::format("no style is called {}", name));
  return found->second;
}

TemplateBlock readBlock(const Json& json) {
  TemplateBlock block;
  block.when = textsOf(json, "when");
  block.unless = textsOf(json, "unless");
  block.text = json.value("text", std::string());
  block.style = styleNamed(json.value("style", std::string("body")));
  if (!json.contains("table")) return block;
  block.has_counties = json.value("counties", false);
  std::string group;
  for (const Json& line : json.at("table")) {
    if (line.contains("group")) {
      group = line.at("group");
      continue;
    }
    block.lines.push_back({group, line.at("fact"), line.value("part", false), line.value("need", false)});
  }
  return block;
}

ReportTemplate readTemplate(const Json& json) {
  ReportTemplate made;
  const auto kind = reportKindNamed(json.at("kind").get<std::string>());
  if (!kind) throw std::invalid_argument("no kind of report is called " + json.at("kind").get<std::string>());
  made.kind = *kind;
  made.label = bothOf(json.at("label"));
  made.needs_incident = json.value("incident", true);
  made.shows_changes = json.value("changes", false);
  made.title = json.at("title");
  for (const Json& block : json.at("blocks")) made.blocks.push_back(readBlock(block));
  for (const Json& blank : json.at("blanks"))
    made.blanks.push_back({blank.at("name"), bothOf(blank.at("label")), blank.value("need", false),
                           blank.value("lines", 1), blank.value("from", std::string())});
  return made;
}

void readRules(const Json& json, ReportCatalogue& into) {
  for (const Json& rule : json.at("rules"))
    into.rules.push_back({rule.at("id"), bothOf(rule.at("text")),
                          rule.at("kind") == "sum" ? RuleKind::kSum : RuleKind::kAtLeast, rule.at("total"),
                          textsOf(rule, "parts"), rule.value("together", false)});
}

// "08:00" -> 480.
int minuteOfDay(const std::string& text) {
  if (text.size() != 5 || text[2] != ':') throw std::invalid_argument("a time of day is written 08:00, not " + text);
  return std::stoi(text.substr(0, 2)) * 60 + std::stoi(text.substr(3));
}

void readDeadlines(const Json& json, ReportCatalogue& into) {
  into.daily_at_min = minuteOfDay(json.at("daily_at"));
  for (const Json& rule : json.at("grades")) {
    DeadlineRule made;
    made.grade = rule.at("grade");
    made.phone_min = rule.at("phone_min");
    made.first_min = rule.at("first_min");
    for (const std::string& moment : textsOf(rule, "update_at")) made.update_at_min.push_back(minuteOfDay(moment));
    made.update_every_min = rule.value("update_every_min", 0);
    made.oldest_min = rule.at("oldest_min");
    made.source = rule.at("source");
    made.certainty = rule.at("certainty");
    if (made.update_at_min.empty() && made.update_every_min <= 0)
      throw std::invalid_argument("grade " + made.grade + " needs update_at or update_every_min");
    into.deadlines.push_back(std::move(made));
  }
}

// Every name that a template or rule uses has to mean something.
Result<void> checkNames(const ReportCatalogue& catalogue) {
  const auto wrong = [](std::string where, const std::string& name) {
    return fail(ErrorCode::kInvalidArgument, std::move(where), "no fact or blank is called " + name);
  };
  for (const ReportTemplate& made : catalogue.templates) {
    const auto known = [&](const std::string& name) {
      return isGivenName(name) || catalogue.fact(name) ||
             std::ranges::any_of(made.blanks, [&](const BlankDefinition& blank) { return blank.name == name; });
    };
    for (std::size_t i = 0; i < made.blocks.size(); ++i) {
      const TemplateBlock& block = made.blocks[i];
      std::vector<std::string> names = placeholdersOf(block.text);
      names.insert(names.end(), block.when.begin(), block.when.end());
      names.insert(names.end(), block.unless.begin(), block.unless.end());
      for (const TableLine& line : block.lines) names.push_back(line.fact);
      for (const std::string& name : names)
        if (!known(name)) return wrong(fmt::format("{}.json: blocks[{}]", reportKindName(made.kind), i), name);
    }
    for (const std::string& name : placeholdersOf(made.title))
      if (!known(name)) return wrong(fmt::format("{}.json: title", reportKindName(made.kind)), name);
  }
  for (const FigureRule& rule : catalogue.rules) {
    if (!catalogue.fact(rule.total)) return wrong("rules.json: " + rule.id, rule.total);
    for (const std::string& part : rule.parts)
      if (!catalogue.fact(part)) return wrong("rules.json: " + rule.id, part);
  }
  return {};
}

}  // namespace

const FactDefinition* ReportCatalogue::fact(std::string_view name) const {
  const auto found = std::ranges::find(facts, name, &FactDefinition::name);
  return found == facts.end() ? nullptr : &*found;
}

const ReportTemplate& ReportCatalogue::templateOf(ReportKind kind) const {
  return *std::ranges::find(templates, kind, &ReportTemplate::kind);
}

const DeadlineRule& ReportCatalogue::deadlineOf(std::string_view grade) const {
  const auto found = std::ranges::find(deadlines, grade, &DeadlineRule::grade);
  return found == deadlines.end() ? *std::ranges::find(deadlines, std::string(), &DeadlineRule::grade) : *found;
}

bool isGivenName(std::string_view name) {
  constexpr std::array<std::string_view, 9> kGiven = {"number", "sequence", "as_of", "day",     "since",
                                                      "office", "city",     "kind",  "counties"};
  return std::ranges::find(kGiven, name) != kGiven.end();
}

std::vector<std::string> placeholdersOf(std::string_view text) {
  std::vector<std::string> names;
  for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
    const std::size_t close = text.find('}', open);
    if (close == std::string_view::npos) break;
    std::string name(text.substr(open + 1, close - open - 1));
    if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
  }
  return names;
}

Result<ReportCatalogue> readReportCatalogue(std::span<const EmbeddedFile> files, std::span<const EmbeddedFile> facts) {
  ReportCatalogue catalogue;
  std::string reading;
  try {
    for (const EmbeddedFile& file : facts) {
      reading = file.name;
      const Json json = Json::parse(file.text());
      const Json queries = json.value("queries", Json::object());
      for (const Json& fact : json.at("facts")) catalogue.facts.push_back(readFact(fact, queries));
    }
    for (const EmbeddedFile& file : files) {
      reading = file.name;
      const Json json = Json::parse(file.text());
      if (json.contains("rules")) {
        readRules(json, catalogue);
      } else if (json.contains("grades")) {
        readDeadlines(json, catalogue);
      } else {
        catalogue.templates.push_back(readTemplate(json));
      }
    }
  } catch (const std::exception& e) {
    return fail(ErrorCode::kInvalidArgument, reading, e.what());
  }
  std::ranges::sort(catalogue.templates, {}, &ReportTemplate::kind);
  if (catalogue.templates.size() != kReportKinds.size())
    return fail(ErrorCode::kInvalidArgument, "reports", "there has to be one template for each kind of report");
  if (std::ranges::find(catalogue.deadlines, std::string(), &DeadlineRule::grade) == catalogue.deadlines.end())
    return fail(ErrorCode::kInvalidArgument, "deadlines", "there has to be a rule for what is not graded yet");
  if (auto good = checkNames(catalogue); !good) return std::unexpected(good.error());
  return catalogue;
}

Result<ReportCatalogue> builtInReportCatalogue() { return readReportCatalogue(reportFiles(), reportFactFiles()); }

}  // namespace gis::situation

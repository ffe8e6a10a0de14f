// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/callout/callout_plan.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "calloutPlanFiles.h"

namespace gis {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 5> kSteps = {"call", "deputy", "superior", "neighbour", "door"};
constexpr int kMostSteps = 20, kMostTries = 20, kMostWaitS = 7 * 86400;

// Reads members of one object and remembers the first that is wrong.
class Members {
 public:
  Members(const Json& json, std::string where) : m_json(json), m_where(std::move(where)) {
    if (!json.is_object()) wrong("", "an object is expected");
  }
  std::string text(const char* key, bool needed = false) {
    if (!m_json.is_object() || !m_json.contains(key)) {
      if (needed) wrong(key, "is missing");
      return {};
    }
    if (!m_json[key].is_string()) return wrong(key, "a text is expected"), std::string();
    return m_json[key].get<std::string>();
  }
  int number(const char* key, int otherwise, int least, int most) {
    if (!m_json.is_object() || !m_json.contains(key)) return otherwise;
    const Json& value = m_json[key];
    if (!value.is_number_integer() || value.get<std::int64_t>() < least || value.get<std::int64_t>() > most)
      return wrong(key, fmt::format("a whole number from {} to {} is expected", least, most)), otherwise;
    return value.get<int>();
  }
  bool flag(const char* key, bool otherwise) {
    if (!m_json.is_object() || !m_json.contains(key)) return otherwise;
    if (!m_json[key].is_boolean()) return wrong(key, "true or false is expected"), otherwise;
    return m_json[key].get<bool>();
  }
  template <class T>
  std::vector<T> list(const char* key) {
    std::vector<T> values;
    if (!m_json.is_object() || !m_json.contains(key)) return values;
    if (!m_json[key].is_array()) return wrong(key, "a list is expected"), values;
    for (const Json& value : m_json[key]) {
      const bool fits = std::is_same_v<T, int> ? value.is_number_integer() : value.is_string();
      if (!fits) return wrong(key, "a list of other things is expected"), values;
      values.push_back(value.get<T>());
    }
    return values;
  }
  // The objects of a list, each with its own Members.
  template <class Each>
  void each(const char* key, Each&& read) {
    if (!m_json.is_object() || !m_json.contains(key)) return;
    if (!m_json[key].is_array()) return wrong(key, "a list is expected");
    for (std::size_t i = 0; i < m_json[key].size(); ++i) {
      Members members(m_json[key][i], fmt::format("{}{}[{}]", m_where.empty() ? "" : m_where + ".", key, i));
      read(members);
      if (m_problem.empty()) m_problem = members.m_problem;
    }
  }
  template <class Read>
  void inside(const char* key, Read&& read) {
    if (!m_json.is_object() || !m_json.contains(key)) return;
    Members members(m_json[key], (m_where.empty() ? "" : m_where + ".") + key);
    read(members);
    if (m_problem.empty()) m_problem = members.m_problem;
  }
  void wrong(std::string_view key, std::string_view what) {
    if (m_problem.empty())
      m_problem = fmt::format("{}{}{}: {}", m_where, m_where.empty() || key.empty() ? "" : ".", key, what);
  }
  const std::string& problem() const { return m_problem; }

 private:
  const Json& m_json;
  std::string m_where;
  std::string m_problem;
};

LadderStep readStep(Members& m) {
  LadderStep step;
  const std::string kind = m.text("kind", true);
  const auto found = std::ranges::find(kSteps, kind);
  if (found == kSteps.end())
    m.wrong("kind", "call, deputy, superior, neighbour or door is expected");
  else
    step.kind = static_cast<RungKind>(std::distance(kSteps.begin(), found));
  for (const std::string& name : m.list<std::string>("channels")) {
    const auto channel = channelNamed(name);
    if (!channel)
      m.wrong("channels", "\"" + name + "\" is no channel: phone, sms, voice, gateway, door");
    else
      step.channels.push_back(*channel);
  }
  const bool calls =
      step.kind == RungKind::kCall || step.kind == RungKind::kDeputy || step.kind == RungKind::kNeighbour;
  if (calls && step.channels.empty()) m.wrong("channels", "at least one channel is needed");
  if (step.kind == RungKind::kDoorKnock) step.channels = {Channel::kDoor};
  const std::string order = m.text("order");
  if (!order.empty() && order != "parallel" && order != "in_turn") m.wrong("order", "parallel or in_turn is expected");
  step.order = order == "in_turn" ? ChannelOrder::kInTurn : ChannelOrder::kParallel;
  step.tries = m.number("tries", 1, 1, kMostTries);
  step.wait_s = m.number("wait_s", step.wait_s, 1, kMostWaitS);
  step.retry_s = m.number("retry_s", step.retry_s, 0, kMostWaitS);
  step.queue_s = m.number("queue_s", step.queue_s, 1, kMostWaitS);
  return step;
}

std::vector<WarningColour> readColours(Members& m, const char* key) {
  std::vector<WarningColour> colours;
  for (const std::string& name : m.list<std::string>(key)) {
    const auto colour = colourNamed(name);
    if (!colour)
      m.wrong(key, "\"" + name + "\" is no colour: red, orange, yellow, blue");
    else
      colours.push_back(*colour);
  }
  return colours;
}

PlanRule readRule(Members& m) {
  PlanRule rule;
  rule.id = m.text("id", true);
  rule.hazards = m.list<std::string>("hazards");
  rule.colours = readColours(m, "colours");
  rule.divisions = m.list<std::string>("divisions");
  rule.ladder = m.text("ladder", true);
  rule.text = m.text("text", true);
  rule.quorum = m.number("quorum", 0, 0, 100);
  rule.source = m.text("source");
  m.inside("clocks", [&](Members& clocks) {
    rule.clocks.awake_s = clocks.number("awake_s", 0, 0, kMostWaitS);
    rule.clocks.feedback_s = clocks.number("feedback_s", 0, 0, kMostWaitS);
    rule.clocks.progress_s = clocks.number("progress_s", 0, 0, kMostWaitS);
  });
  m.each("who", [&](Members& who) {
    rule.who.push_back({who.list<int>("levels"), who.list<int>("roles"), who.flag("only_in_area", true)});
    if (rule.who.back().levels.empty() || rule.who.back().roles.empty())
      who.wrong("", "levels and roles must name somebody");
  });
  if (rule.who.empty()) m.wrong("who", "nobody is named");
  return rule;
}

std::string problemsAcross(const CalloutPlan& plan) {
  for (std::size_t i = 0; i < plan.rules.size(); ++i) {
    if (!plan.ladder(plan.rules[i].ladder))
      return fmt::format("rules[{}].ladder: no ladder is called {}", i, plan.rules[i].ladder);
    if (!plan.text(plan.rules[i].text))
      return fmt::format("rules[{}].text: no text is called {}", i, plan.rules[i].text);
  }
  for (std::size_t i = 0; i < plan.ladders.size(); ++i)
    if (plan.ladders[i].steps.empty() || plan.ladders[i].steps.size() > static_cast<std::size_t>(kMostSteps))
      return fmt::format("ladders[{}].steps: from 1 to {} steps are expected", i, kMostSteps);
  return {};
}

template <class Enum>
Json namesOf(const std::vector<Enum>& values, std::string_view (*name)(Enum)) {
  Json list = Json::array();
  for (const Enum value : values) list.push_back(name(value));
  return list;
}

}  // namespace

std::string_view stepName(RungKind kind) { return kSteps[static_cast<std::size_t>(kind)]; }

const Ladder* CalloutPlan::ladder(std::string_view id) const {
  const auto found = std::ranges::find(ladders, id, &Ladder::id);
  return found == ladders.end() ? nullptr : &*found;
}

const PlanText* CalloutPlan::text(std::string_view id) const {
  const auto found = std::ranges::find(texts, id, &PlanText::id);
  return found == texts.end() ? nullptr : &*found;
}

Result<CalloutPlan> readPlan(std::string_view json) {
  const Json parsed = Json::parse(json, nullptr, false);
  if (parsed.is_discarded()) return fail(ErrorCode::kInvalidArgument, "plan", "this is no JSON");
  CalloutPlan plan;
  Members m(parsed, "");
  plan.title = m.text("title", true);
  plan.version = m.text("version", true);
  plan.source = m.text("source");
  plan.superior_roles = m.list<int>("superior_roles");
  m.each("ladders", [&](Members& ladder) {
    Ladder made{ladder.text("id", true), {}};
    ladder.each("steps", [&](Members& step) { made.steps.push_back(readStep(step)); });
    plan.ladders.push_back(std::move(made));
  });
  m.each("texts", [&](Members& text) { plan.texts.push_back({text.text("id", true), text.text("text", true)}); });
  m.each("rules", [&](Members& rule) { plan.rules.push_back(readRule(rule)); });
  m.each("tasks", [&](Members& task) {
    ResponseTask made;
    const auto colour = colourNamed(task.text("colour", true));
    if (!colour) task.wrong("colour", "red, orange, yellow or blue is expected");
    made.colour = colour.value_or(WarningColour::kRed);
    made.clause = task.text("clause");
    made.text = task.text("text", true);
    made.owner = task.text("owner");
    made.deadline_s = task.number("deadline_s", 0, 0, kMostWaitS);
    plan.tasks.push_back(std::move(made));
  });
  std::string problem = m.problem();
  if (problem.empty()) problem = problemsAcross(plan);
  if (!problem.empty()) return fail(ErrorCode::kInvalidArgument, "plan", problem);
  return plan;
}

std::string writePlan(const CalloutPlan& plan) {
  Json json{{"title", plan.title}, {"version", plan.version}, {"source", plan.source}};
  json["superior_roles"] = plan.superior_roles;
  json["ladders"] = Json::array();
  for (const Ladder& ladder : plan.ladders) {
    Json steps = Json::array();
    for (const LadderStep& step : ladder.steps)
      steps.push_back({{"kind", stepName(step.kind)},
                       {"channels", namesOf(step.channels, &channelName)},
                       {"order", step.order == ChannelOrder::kInTurn ? "in_turn" : "parallel"},
                       {"tries", step.tries},
                       {"wait_s", step.wait_s},
                       {"retry_s", step.retry_s},
                       {"queue_s", step.queue_s}});
    json["ladders"].push_back({{"id", ladder.id}, {"steps", std::move(steps)}});
  }
  json["texts"] = Json::array();
  for (const PlanText& text : plan.texts) json["texts"].push_back({{"id", text.id}, {"text", text.text}});
  json["rules"] = Json::array();
  for (const PlanRule& rule : plan.rules) {
    Json who = Json::array();
    for (const RuleSelector& selector : rule.who)
      who.push_back({{"levels", selector.levels}, {"roles", selector.roles}, {"only_in_area", selector.only_in_area}});
    json["rules"].push_back({{"id", rule.id},
                             {"hazards", rule.hazards},
                             {"colours", namesOf(rule.colours, &colourName)},
                             {"divisions", rule.divisions},
                             {"who", std::move(who)},
                             {"ladder", rule.ladder},
                             {"text", rule.text},
                             {"clocks",
                              {{"awake_s", rule.clocks.awake_s},
                               {"feedback_s", rule.clocks.feedback_s},
                               {"progress_s", rule.clocks.progress_s}}},
                             {"quorum", rule.quorum},
                             {"source", rule.source}});
  }
  json["tasks"] = Json::array();
  for (const ResponseTask& task : plan.tasks)
    json["tasks"].push_back({{"colour", colourName(task.colour)},
                             {"clause", task.clause},
                             {"text", task.text},
                             {"owner", task.owner},
                             {"deadline_s", task.deadline_s}});
  return json.dump(2);
}

Result<CalloutPlan> builtInPlan() {
  for (const EmbeddedFile& file : calloutPlanFiles())
    if (file.name == "plan.json") return readPlan(file.text());
  return fail(ErrorCode::kNotFound, "plan.json");
}

CalloutPlan withChannels(CalloutPlan plan, const std::array<bool, kChannelCount>& has_line, bool* changed) {
  if (changed) *changed = false;
  for (Ladder& ladder : plan.ladders)
    for (LadderStep& step : ladder.steps) {
      std::vector<Channel> channels;
      const auto take = [&](Channel channel) {
        if (std::ranges::find(channels, channel) == channels.end()) channels.push_back(channel);
      };
      for (const Channel channel : step.channels) {
        const bool there =
            channel == Channel::kPhone || channel == Channel::kDoor || has_line[static_cast<std::size_t>(channel)];
        if (there)
          take(channel);
        else if (channel == Channel::kVoice)
          take(Channel::kPhone);
      }
      if (channels.empty() && !step.channels.empty()) channels.push_back(Channel::kPhone);
      if (channels == step.channels) continue;
      step.channels = std::move(channels);
      if (changed) *changed = true;
    }
  return plan;
}

const PlanRule* ruleFor(const CalloutPlan& plan, std::string_view event_code, WarningColour colour,
                        std::string_view division_code) {
  const EventType* type = eventTypeOf(event_code);
  const auto fits = [&](const PlanRule& rule) {
    const bool hazard = rule.hazards.empty() || std::ranges::any_of(rule.hazards, [&](const std::string& h) {
                          return h == event_code || (type && h == type->hazard);
                        });
    const bool level = rule.colours.empty() || std::ranges::find(rule.colours, colour) != rule.colours.end();
    const bool place = rule.divisions.empty() || std::ranges::any_of(rule.divisions, [&](const std::string& prefix) {
                         return division_code.starts_with(prefix);
                       });
    return hazard && level && place;
  };
  const auto found = std::ranges::find_if(plan.rules, fits);
  return found == plan.rules.end() ? nullptr : &*found;
}

std::string filledText(std::string_view text, const std::vector<std::pair<std::string, std::string>>& values,
                       std::vector<std::string>* left) {
  std::string filled;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = text.find('{', at);
    const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
    if (close == std::string_view::npos) return filled.append(text.substr(at));
    filled.append(text.substr(at, open - at));
    const std::string_view name = text.substr(open + 1, close - open - 1);
    const auto value = std::ranges::find_if(values, [&](const auto& pair) { return pair.first == name; });
    if (value != values.end())
      filled.append(value->second);
    else {
      filled.append(text.substr(open, close - open + 1));
      if (left) left->emplace_back(name);
    }
    at = close + 1;
  }
  return filled;
}

}  // namespace gis

// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "gis/journal/collector.h"
#include "journalSourceFiles.h"

namespace gis::journal {

Result<JournalSource> readJournalSource(std::string_view name, std::string_view text) {
  using Json = nlohmann::ordered_json;
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) return fail(ErrorCode::kDamagedFile, std::string(name), "no JSON");
  try {
    JournalSource source;
    source.id = json.at("id");
    source.needs = json.at("needs").get<std::vector<std::string>>();
    source.overlap = json.at("overlap");
    for (const Json& line : json.at("sql")) source.sql += line.get<std::string>() + '\n';
    source.text = {json.at("text_zh"), json.at("text_en")};
    if (source.id.empty() || source.text.zh.empty() || source.text.en.empty() || source.overlap < 0)
      return fail(ErrorCode::kDamagedFile, std::string(name), "id, text or overlap");
    return source;
  } catch (const Json::exception& e) {
    return fail(ErrorCode::kDamagedFile, std::string(name), e.what());
  }
}

Result<std::vector<JournalSource>> builtInJournalSources() {
  std::vector<JournalSource> all;
  for (const EmbeddedFile& file : journalSourceFiles()) {
    auto source = readJournalSource(file.name, file.text());
    if (!source) return std::unexpected(source.error());
    all.push_back(std::move(*source));
  }
  return all;
}

std::string filled(std::string_view text, const std::vector<std::pair<std::string, std::string>>& values) {
  std::string made;
  while (!text.empty()) {
    const std::size_t opens = text.find('{');
    const std::size_t closes = opens == std::string_view::npos ? opens : text.find('}', opens);
    if (closes == std::string_view::npos) return made.append(text);
    made.append(text.substr(0, opens));
    const std::string_view name = text.substr(opens + 1, closes - opens - 1);
    for (const auto& [key, value] : values)
      if (key == name) made += value;
    text.remove_prefix(closes + 1);
  }
  return made;
}

}  // namespace gis::journal

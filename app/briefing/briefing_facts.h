// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "gis/briefing/briefing_store.h"
#include "gis/flood/flood_load.h"
#include "gis/store/workspace.h"

namespace app {

// What a briefing asks a workspace, at one moment, in one language. The flood situation is read once, when the first
// block wants it. Opens the workspace for reading; one thread.
class BriefingFacts {
 public:
  // Without a moment: now; in a made city its present, or its latest reading if that is later. Fails as opening does.
  static gis::Result<std::unique_ptr<BriefingFacts>> open(const std::filesystem::path& folder,
                                                          std::optional<std::int64_t> at_utc_ms,
                                                          const std::string& language,
                                                          const gis::CancelToken& cancel = {});

  // The table that is missing for a question; nothing: it can be asked.
  std::optional<std::string> missingTable(const gis::briefing::Question& question) const;
  // Fails with kUnknownName for a function that nobody answers, as the stores do, and with kCancelled.
  gis::Result<gis::briefing::FactTable> answer(const gis::briefing::Question& question);

  std::int64_t asOfUtcMs() const { return m_as_of_utc_ms; }
  const std::string& language() const { return m_language; }
  const gis::Workspace& workspace() const { return m_workspace; }
  const gis::CancelToken& cancel() const { return m_cancel; }
  gis::Result<const gis::flood::FloodView*> flood();
  // Of a division's code; empty: unknown.
  QString countyName(const std::string& division_code) const;

 private:
  BriefingFacts(gis::Workspace workspace, std::string language, gis::CancelToken cancel)
      : m_workspace(std::move(workspace)), m_language(std::move(language)), m_cancel(std::move(cancel)) {}
  gis::Result<gis::briefing::Parameters> parameters(const std::string& sql);

  gis::Workspace m_workspace;
  std::string m_language;
  gis::CancelToken m_cancel;
  std::int64_t m_as_of_utc_ms = 0;
  std::set<std::string> m_tables;
  std::map<std::string, std::pair<std::string, std::string>> m_counties;
  std::optional<gis::flood::FloodView> m_flood;
};

}  // namespace app

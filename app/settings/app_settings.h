// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QStringList>

#include "layers/core/layer_state.h"

namespace app {

enum class Language { kChinese, kEnglish };

inline QString languageCode(Language language) {
  return language == Language::kChinese ? QStringLiteral("zh") : QStringLiteral("en");
}

// What the program remembers between runs, in one readable ini file of the user's configuration folder. Unreadable
// values fall back to the defaults. Window's thread only.
class AppSettings {
 public:
  // An empty file name means the user's own file; tests name one of theirs.
  explicit AppSettings(const QString& file = {});

  layers::Theme theme() const;
  void setTheme(layers::Theme theme);
  Language language() const;  // Chinese unless chosen otherwise, whatever the system speaks
  void setLanguage(Language language);
  double presentationScale() const;  // 1, 1.5 or 2
  void setPresentationScale(double scale_ratio);
  QStringList recentWorkspaces() const;  // newest first
  void addRecentWorkspace(const QString& folder);
  void removeRecentWorkspace(const QString& folder);
  QByteArray windowGeometry() const;
  QByteArray windowState() const;
  void setWindow(const QByteArray& geometry, const QByteArray& state);
  // Layer choices of one workspace: "id:visible:opacity" in panel order.
  QStringList layerChoices(const QString& folder) const;
  void setLayerChoices(const QString& folder, const QStringList& choices);
  QString lastFolder() const;
  void setLastFolder(const QString& folder);

 private:
  mutable QSettings m_settings;
};

}  // namespace app

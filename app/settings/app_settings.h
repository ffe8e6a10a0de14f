// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QStringList>
#include <optional>

#include "gis/edit/edit_change.h"
#include "layers/core/layer_state.h"

namespace app {

enum class Language { kChinese, kEnglish };

inline QString languageCode(Language language) {
  return language == Language::kChinese ? QStringLiteral("zh") : QStringLiteral("en");
}

// A map's centre and scale.
struct SavedView {
  double x_m = 0;
  double y_m = 0;
  double metres_per_px = 0;
};

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
  // What is drawn over the map: "graticule", "grid", "legend".
  QStringList mapFurniture() const;
  void setMapFurniture(const QStringList& shown);
  // Whether base maps may be fetched from servers; not unless somebody allows it.
  bool onlineMaps() const;
  void setOnlineMaps(bool allowed);
  QStringList recentWorkspaces() const;  // newest first
  void addRecentWorkspace(const QString& folder);
  void removeRecentWorkspace(const QString& folder);
  QByteArray windowGeometry() const;
  QByteArray windowState() const;
  QStringList dockSizes() const;  // at presentation scale one
  void setWindow(const QByteArray& geometry, const QByteArray& state, const QStringList& dock_sizes);
  // Layer choices of one workspace: "id:visible:opacity" in panel order.
  QStringList layerChoices(const QString& folder) const;
  void setLayerChoices(const QString& folder, const QStringList& choices);
  // The columns that a table shows, by name; empty: nobody has chosen.
  QStringList tableColumns(const QString& table) const;
  void setTableColumns(const QString& table, const QStringList& columns);
  // Where the map of one workspace stood when it was left.
  std::optional<SavedView> view(const QString& folder) const;
  void setView(const QString& folder, const std::optional<SavedView>& view);
  // Where the last workspace was opened, the last file added, the last demonstration kept; a folder that has gone
  // away since is replaced by what is left of its path, or home.
  QString lastFolder() const;
  void setLastFolder(const QString& folder);
  QString filesFolder() const;
  void setFilesFolder(const QString& folder);
  QString demoFolder() const;
  void setDemoFolder(const QString& folder);
  // Who edits here: the name chosen (the system's user otherwise), and this user's seat at this computer, made at first
  // use.
  gis::EditAuthor author() const;
  void setAuthorName(const QString& name);

 private:
  mutable QSettings m_settings;
};

}  // namespace app

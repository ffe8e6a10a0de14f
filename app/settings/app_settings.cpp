// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/app_settings.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QSysInfo>
#include <QUuid>
#include <cmath>

namespace app {

namespace {

constexpr int kRecentAtMost = 8;

QString settingsFile(const QString& file) {
  if (!file.isEmpty()) return file;
  return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
         QStringLiteral("/fengsui/fengsui.ini");
}

QString keyOf(const QString& folder) {
  const QByteArray hash = QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha1).toHex().left(16);
  return QString::fromLatin1(hash);
}
QString choiceKey(const QString& folder) { return QStringLiteral("layers/") + keyOf(folder); }
QString viewKey(const QString& folder) { return QStringLiteral("views/") + keyOf(folder); }

QString existing(const QSettings& settings, const QString& key) {
  const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  QString folder = settings.value(key, documents).toString();
  while (!folder.isEmpty() && !QFileInfo(folder).isDir()) {
    const QString above = QFileInfo(folder).path();
    if (above == folder || above == QLatin1String(".") || QDir(above).isRoot()) return QDir::homePath();
    folder = above;
  }
  return folder.isEmpty() ? QDir::homePath() : folder;
}

}  // namespace

AppSettings::AppSettings(const QString& file) : m_settings(settingsFile(file), QSettings::IniFormat) {}

layers::Theme AppSettings::theme() const {
  return m_settings.value(QStringLiteral("look/theme")).toString() == QLatin1String("light") ? layers::Theme::kLight
                                                                                             : layers::Theme::kDark;
}
void AppSettings::setTheme(layers::Theme theme) {
  m_settings.setValue(QStringLiteral("look/theme"),
                      theme == layers::Theme::kLight ? QStringLiteral("light") : QStringLiteral("dark"));
}

Language AppSettings::language() const {
  return m_settings.value(QStringLiteral("look/language")).toString() == QLatin1String("en") ? Language::kEnglish
                                                                                             : Language::kChinese;
}
void AppSettings::setLanguage(Language language) {
  m_settings.setValue(QStringLiteral("look/language"), languageCode(language));
}

double AppSettings::presentationScale() const {
  const double scale_ratio = m_settings.value(QStringLiteral("look/presentation_scale"), 1.0).toDouble();
  return scale_ratio >= 1 && scale_ratio <= 3 ? scale_ratio : 1.0;
}
void AppSettings::setPresentationScale(double scale_ratio) {
  m_settings.setValue(QStringLiteral("look/presentation_scale"), scale_ratio);
}

QStringList AppSettings::mapFurniture() const {
  return m_settings.value(QStringLiteral("map/furniture")).toStringList();
}
void AppSettings::setMapFurniture(const QStringList& shown) {
  m_settings.setValue(QStringLiteral("map/furniture"), shown);
}

bool AppSettings::onlineMaps() const {
  return m_settings.value(QStringLiteral("map/online")).toString() == QLatin1String("true");
}
void AppSettings::setOnlineMaps(bool allowed) { m_settings.setValue(QStringLiteral("map/online"), allowed); }

QStringList AppSettings::recentWorkspaces() const {
  return m_settings.value(QStringLiteral("workspaces/recent")).toStringList();
}
void AppSettings::addRecentWorkspace(const QString& folder) {
  QStringList recent = recentWorkspaces();
  const QString clean = QDir::cleanPath(folder);
  recent.removeAll(clean);
  recent.prepend(clean);
  m_settings.setValue(QStringLiteral("workspaces/recent"), recent.mid(0, kRecentAtMost));
}
void AppSettings::removeRecentWorkspace(const QString& folder) {
  QStringList recent = recentWorkspaces();
  recent.removeAll(QDir::cleanPath(folder));
  m_settings.setValue(QStringLiteral("workspaces/recent"), recent);
}

QByteArray AppSettings::windowGeometry() const {
  return m_settings.value(QStringLiteral("window/geometry")).toByteArray();
}
QByteArray AppSettings::windowState() const { return m_settings.value(QStringLiteral("window/state")).toByteArray(); }
QStringList AppSettings::dockSizes() const { return m_settings.value(QStringLiteral("window/docks")).toStringList(); }
void AppSettings::setWindow(const QByteArray& geometry, const QByteArray& state, const QStringList& dock_sizes) {
  m_settings.setValue(QStringLiteral("window/docks"), dock_sizes);
  m_settings.setValue(QStringLiteral("window/geometry"), geometry);
  m_settings.setValue(QStringLiteral("window/state"), state);
}

QStringList AppSettings::layerChoices(const QString& folder) const {
  return m_settings.value(choiceKey(folder)).toStringList();
}
void AppSettings::setLayerChoices(const QString& folder, const QStringList& choices) {
  m_settings.setValue(choiceKey(folder), choices);
}

QStringList AppSettings::tableColumns(const QString& table) const {
  return m_settings.value(QStringLiteral("tables/") + table).toStringList();
}
void AppSettings::setTableColumns(const QString& table, const QStringList& columns) {
  m_settings.setValue(QStringLiteral("tables/") + table, columns);
}

std::optional<SavedView> AppSettings::view(const QString& folder) const {
  const QStringList parts = m_settings.value(viewKey(folder)).toStringList();
  if (parts.size() != 3) return {};
  const SavedView view{parts[0].toDouble(), parts[1].toDouble(), parts[2].toDouble()};
  const bool sane =
      std::isfinite(view.x_m) && std::isfinite(view.y_m) && std::isfinite(view.metres_per_px) && view.metres_per_px > 0;
  return sane ? std::optional(view) : std::nullopt;
}
void AppSettings::setView(const QString& folder, const std::optional<SavedView>& view) {
  if (!view) return m_settings.remove(viewKey(folder));
  m_settings.setValue(viewKey(folder),
                      QStringList{QString::number(view->x_m, 'f', 2), QString::number(view->y_m, 'f', 2),
                                  QString::number(view->metres_per_px, 'g', 10)});
}

QString AppSettings::lastFolder() const { return existing(m_settings, QStringLiteral("workspaces/last_folder")); }
void AppSettings::setLastFolder(const QString& folder) {
  m_settings.setValue(QStringLiteral("workspaces/last_folder"), folder);
}
QString AppSettings::filesFolder() const { return existing(m_settings, QStringLiteral("files/last_folder")); }
void AppSettings::setFilesFolder(const QString& folder) {
  m_settings.setValue(QStringLiteral("files/last_folder"), folder);
}
QString AppSettings::demoFolder() const { return existing(m_settings, QStringLiteral("demo/folder")); }
void AppSettings::setDemoFolder(const QString& folder) { m_settings.setValue(QStringLiteral("demo/folder"), folder); }

gis::EditAuthor AppSettings::author() const {
  QString name = m_settings.value(QStringLiteral("edit/author")).toString().trimmed();
  if (name.isEmpty()) name = qEnvironmentVariable("USER", qEnvironmentVariable("LOGNAME"));
  if (name.isEmpty()) name = QSysInfo::machineHostName();
  QString seat = m_settings.value(QStringLiteral("edit/seat")).toString();
  if (seat.isEmpty()) {
    seat = QSysInfo::machineHostName() + QLatin1Char('-') + QUuid::createUuid().toString(QUuid::Id128).left(8);
    m_settings.setValue(QStringLiteral("edit/seat"), seat);
  }
  return {name.toStdString(), seat.toStdString()};
}

void AppSettings::setAuthorName(const QString& name) {
  m_settings.setValue(QStringLiteral("edit/author"), name.trimmed());
}

}  // namespace app

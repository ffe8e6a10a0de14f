// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/app_settings.h"

#include <QCryptographicHash>
#include <QDir>
#include <QStandardPaths>

namespace app {

namespace {

constexpr int kRecentAtMost = 8;

QString settingsFile(const QString& file) {
  if (!file.isEmpty()) return file;
  return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
         QStringLiteral("/fengsui/fengsui.ini");
}

QString choiceKey(const QString& folder) {
  const QByteArray hash = QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha1).toHex().left(16);
  return QStringLiteral("layers/") + QString::fromLatin1(hash);
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
void AppSettings::setWindow(const QByteArray& geometry, const QByteArray& state) {
  m_settings.setValue(QStringLiteral("window/geometry"), geometry);
  m_settings.setValue(QStringLiteral("window/state"), state);
}

QStringList AppSettings::layerChoices(const QString& folder) const {
  return m_settings.value(choiceKey(folder)).toStringList();
}
void AppSettings::setLayerChoices(const QString& folder, const QStringList& choices) {
  m_settings.setValue(choiceKey(folder), choices);
}

QString AppSettings::lastFolder() const {
  return m_settings.value(QStringLiteral("workspaces/last_folder"), QDir::homePath()).toString();
}
void AppSettings::setLastFolder(const QString& folder) {
  m_settings.setValue(QStringLiteral("workspaces/last_folder"), folder);
}

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/icons.h"

#include <QDir>
#include <QFile>
#include <QPainter>
#include <QSaveFile>
#include <QStandardPaths>
#include <QSvgRenderer>
#include <map>

#include "app/settings/theme.h"

namespace app {

namespace {

QByteArray svgOf(const QString& name, const QColor& colour) {
  QFile file(QStringLiteral(":/icons/ui/") + name + QStringLiteral(".svg"));
  if (!file.open(QIODevice::ReadOnly)) return {};
  return file.readAll().replace("#000", colour.name(QColor::HexRgb).toLatin1());
}

}  // namespace

QPixmap iconPixmap(const QString& name, const QColor& colour, int size_px, double device_ratio) {
  const QByteArray svg = svgOf(name, colour);
  if (svg.isEmpty()) return {};
  QPixmap pixmap(QSize(size_px, size_px) * device_ratio);
  pixmap.setDevicePixelRatio(device_ratio);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  QSvgRenderer renderer(svg);
  renderer.render(&painter, QRectF(0, 0, size_px, size_px));
  return pixmap;
}

QIcon themedIcon(const QString& name) {
  const ThemeColours& c = currentColours();
  QIcon icon;
  for (const int size_px : {16, 20, 24, 32, 40, 48}) {
    const QPixmap normal = iconPixmap(name, c.text_second, size_px);
    if (normal.isNull()) return {};
    icon.addPixmap(normal, QIcon::Normal, QIcon::Off);
    icon.addPixmap(iconPixmap(name, c.text, size_px), QIcon::Active, QIcon::Off);
    icon.addPixmap(iconPixmap(name, c.accent, size_px), QIcon::Normal, QIcon::On);
    icon.addPixmap(iconPixmap(name, c.accent, size_px), QIcon::Active, QIcon::On);
    icon.addPixmap(iconPixmap(name, c.strong_line, size_px), QIcon::Disabled, QIcon::Off);
  }
  return icon;
}

QString iconFile(const QString& name, const QColor& colour, int size_px) {
  const QString folder =
      QStandardPaths::writableLocation(QStandardPaths::TempLocation) + QStringLiteral("/fengsui-icons");
  if (!QDir().mkpath(folder)) return {};
  const QString path =
      QStringLiteral("%1/%2-%3-%4.png").arg(folder, name, colour.name(QColor::HexRgb).mid(1)).arg(size_px);
  if (QFile::exists(path)) return path;
  QSaveFile file(path);
  if (file.open(QIODevice::WriteOnly) && iconPixmap(name, colour, size_px).save(&file, "PNG")) file.commit();
  return path;
}

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/icons.h"

#include <QDir>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QSaveFile>
#include <QStandardPaths>
#include <QSvgRenderer>
#include <array>
#include <map>

#include "app/settings/theme.h"

namespace app {

namespace {

QString fileOf(const QString& name) { return QStringLiteral(":/icons/ui/") + name + QStringLiteral(".svg"); }

QByteArray svgOf(const QString& name, const QColor& colour) {
  QFile file(fileOf(name));
  if (!file.open(QIODevice::ReadOnly)) return {};
  return file.readAll().replace("#000", colour.name(QColor::HexRgb).toLatin1());
}

// Draws an icon in the colours of the present theme when it is first looked at: a window has some thirty icons, most of
// them in menus that nobody has opened yet.
class ThemedIconEngine : public QIconEngine {
 public:
  explicit ThemedIconEngine(QString name) : m_name(std::move(name)) {}

  QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal) override {
    return pixmap(size, mode, state);
  }
  // `size` is in device pixels.
  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    const int side_px = std::min(size.width(), size.height());
    QPixmap& drawn =
        m_drawn[{side_px, static_cast<int>(mode), static_cast<int>(state), static_cast<int>(currentTheme())}];
    if (drawn.isNull() && side_px > 0) drawn = iconPixmap(m_name, colour(mode, state), side_px);
    return drawn;
  }
  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
    const double device_ratio = painter->device()->devicePixelRatioF();
    QPixmap drawn = pixmap(rect.size() * device_ratio, mode, state);
    drawn.setDevicePixelRatio(device_ratio);
    QRectF place(QPointF(), drawn.deviceIndependentSize());
    place.moveCenter(QRectF(rect).center());
    painter->drawPixmap(place.topLeft(), drawn);
  }
  QIconEngine* clone() const override { return new ThemedIconEngine(m_name); }

 private:
  static QColor colour(QIcon::Mode mode, QIcon::State state) {
    const ThemeColours& c = currentColours();
    if (mode == QIcon::Disabled) return c.strong_line;
    if (state == QIcon::On) return c.accent;
    return mode == QIcon::Active ? c.text : c.text_second;
  }
  QString m_name;
  std::map<std::array<int, 4>, QPixmap> m_drawn;
};

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
  return QFile::exists(fileOf(name)) ? QIcon(new ThemedIconEngine(name)) : QIcon();
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/vector/icon_set.h"

#include <QPainter>
#include <QSvgRenderer>
#include <cmath>

#include "map_icons.h"

namespace layers {
namespace {

const gis::EmbeddedFile* findIcon(const std::string& name) {
  const auto files = gis::map_icons();
  const std::string file_name = name + ".svg";
  const auto found = std::find_if(files.begin(), files.end(), [&](const auto& file) { return file.name == file_name; });
  return found == files.end() ? nullptr : &*found;
}

QByteArray coloured(const gis::EmbeddedFile& file, const QColor& colour) {
  QByteArray text(file.text().data(), static_cast<qsizetype>(file.size));
  text.replace("currentColor", colour.name(QColor::HexRgb).toLatin1());
  return text;
}

QImage render(const gis::EmbeddedFile& file, int side_device_px, const QColor& colour) {
  QSvgRenderer svg(coloured(file, colour));
  QImage image(side_device_px, side_device_px, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::transparent);
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  svg.render(&painter, QRectF(0, 0, side_device_px, side_device_px));
  return image;
}

}  // namespace

bool IconSet::has(const std::string& name) { return findIcon(name) != nullptr; }

QByteArray IconSet::svg(const std::string& name, const QColor& colour) {
  const gis::EmbeddedFile* file = findIcon(name);
  return file ? coloured(*file, colour) : QByteArray();
}

QImage IconSet::image(const std::string& name, double size_px, double device_ratio, const QColor& colour) const {
  constexpr int kLargestDevicePx = 1024;
  const int side = std::clamp(static_cast<int>(std::lround(size_px * device_ratio)), 1, kLargestDevicePx);
  const auto key = std::make_tuple(name, side, static_cast<int>(std::lround(device_ratio * 1000)), colour.rgb());
  {
    const std::lock_guard lock(m_mutex);
    if (const auto found = m_images.find(key); found != m_images.end()) return found->second;
  }
  const gis::EmbeddedFile* file = findIcon(name);
  if (!file) return {};
  QImage image = render(*file, side, colour);
  image.setDevicePixelRatio(device_ratio);
  const std::lock_guard lock(m_mutex);
  return m_images.try_emplace(key, std::move(image)).first->second;
}

}  // namespace layers

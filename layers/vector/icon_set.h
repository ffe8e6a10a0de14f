// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QColor>
#include <QImage>
#include <map>
#include <mutex>
#include <string>
#include <tuple>

namespace layers {

// The map's point symbols (resources/icons/map/*.svg), drawn at the size a picture needs and kept. Any thread.
class IconSet {
 public:
  // A square picture of `size_px` device-independent pixels at a device ratio; null for an unknown name. Parts drawn in
  // "currentColor" take the colour (a ring that tells the grade).
  QImage image(const std::string& name, double size_px, double device_ratio, const QColor& colour) const;
  static bool has(const std::string& name);
  // The drawing itself, its colour filled in; empty for an unknown name.
  static QByteArray svg(const std::string& name, const QColor& colour);

 private:
  mutable std::mutex m_mutex;
  mutable std::map<std::tuple<std::string, int, int, QRgb>, QImage> m_images;
};

}  // namespace layers

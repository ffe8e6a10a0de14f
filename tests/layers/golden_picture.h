// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <gtest/gtest.h>

#include <QDir>
#include <QImage>
#include <QPainter>
#include <cstdlib>
#include <string>

// Compares a picture with tests/golden/<name>.png. FENGSUI_UPDATE_GOLDEN=1 in the environment writes the picture there
// instead (look at it before you commit it). When they differ, a report is written to <build>/golden/<name>.png:
// expected, drawn, and their difference eight times enlarged in value.
//
// Tolerance: antialiased edges may differ by rounding between Qt versions and processors, so one pixel in 500 may be
// off by more than 16 of 255 in a channel. A shifted line or a changed colour is many times that.
namespace golden {

inline int channelDifference(QRgb a, QRgb b) {
  return std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b)),
                   std::abs(qAlpha(a) - qAlpha(b))});
}

inline int pixelsThatDiffer(const QImage& a, const QImage& b, int by_more_than) {
  int count = 0;
  for (int y = 0; y < a.height(); ++y)
    for (int x = 0; x < a.width(); ++x)
      if (channelDifference(a.pixel(x, y), b.pixel(x, y)) > by_more_than) ++count;
  return count;
}

inline QString writeReport(const std::string& name, const QImage& expected, const QImage& drawn) {
  const int width = std::max(expected.width(), drawn.width()), height = std::max(expected.height(), drawn.height());
  QImage report(width * 3 + 8, height, QImage::Format_RGB32);
  report.fill(Qt::magenta);
  QPainter painter(&report);
  painter.drawImage(0, 0, expected);
  painter.drawImage(width + 4, 0, drawn);
  painter.end();
  for (int y = 0; y < std::min(expected.height(), drawn.height()); ++y)
    for (int x = 0; x < std::min(expected.width(), drawn.width()); ++x) {
      const int value = std::min(255, 8 * channelDifference(expected.pixel(x, y), drawn.pixel(x, y)));
      report.setPixel(2 * width + 8 + x, y, qRgb(value, value, value));
    }
  const QString folder = QStringLiteral(FENGSUI_BINARY_DIR "/golden");
  QDir().mkpath(folder);
  const QString file = folder + QLatin1Char('/') + QString::fromStdString(name) + QStringLiteral(".png");
  report.save(file);
  return file;
}

inline void expectSame(QImage drawn, const std::string& name) {
  constexpr int kSmallDifference = 16, kOnePixelIn = 500, kLargestFileBytes = 20 * 1024;
  drawn.setDevicePixelRatio(1);
  const QString file = QStringLiteral(FENGSUI_SOURCE_DIR "/tests/golden/") + QString::fromStdString(name) + ".png";
  if (qEnvironmentVariableIntValue("FENGSUI_UPDATE_GOLDEN") == 1) {
    ASSERT_TRUE(drawn.convertToFormat(QImage::Format_RGB32).save(file)) << file.toStdString();
    ASSERT_LE(QFileInfo(file).size(), kLargestFileBytes) << "draw a smaller picture";
    return;
  }
  const QImage expected(file);
  ASSERT_FALSE(expected.isNull()) << file.toStdString() << " is missing; FENGSUI_UPDATE_GOLDEN=1 makes it";
  drawn = drawn.convertToFormat(QImage::Format_RGB32);
  if (expected.size() != drawn.size()) {
    ADD_FAILURE() << name << ": size differs, see " << writeReport(name, expected, drawn).toStdString();
    return;
  }
  const int differing = pixelsThatDiffer(expected.convertToFormat(QImage::Format_RGB32), drawn, kSmallDifference);
  if (differing * kOnePixelIn > drawn.width() * drawn.height())
    ADD_FAILURE() << name << ": " << differing << " pixels differ, see "
                  << writeReport(name, expected, drawn).toStdString();
}

}  // namespace golden

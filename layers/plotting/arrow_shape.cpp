// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/plotting/arrow_shape.h"

#include <QLineF>
#include <cmath>

namespace layers {

namespace {

constexpr int kPieces = 8;
constexpr double kNeckRatio = 0.5;       // of the tail's width
constexpr double kHeadWidthRatio = 2.2;  // of the tail's width
constexpr double kHeadLengthRatio = 2.4;
constexpr double kMostHeadRatio = 0.4;  // of the whole length

QPointF catmullRom(QPointF a, QPointF b, QPointF c, QPointF d, double t) {
  const double t2 = t * t, t3 = t2 * t;
  return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t2 + (3 * b - a - 3 * c + d) * t3);
}

double lengthOf(const QPolygonF& line) {
  double length = 0;
  for (int i = 1; i < line.size(); ++i) length += QLineF(line[i - 1], line[i]).length();
  return length;
}

// Left-hand normal of the line at a vertex, of length one.
QPointF normalAt(const QPolygonF& line, int i) {
  const QPointF along = line[std::min(i + 1, static_cast<int>(line.size()) - 1)] - line[std::max(i - 1, 0)];
  const double length = std::hypot(along.x(), along.y());
  return length > 0 ? QPointF(-along.y() / length, along.x() / length) : QPointF();
}

}  // namespace

QPolygonF smoothLine(const QPolygonF& line) {
  if (line.size() < 3) return line;
  QPolygonF smooth;
  const int n = static_cast<int>(line.size());
  for (int i = 0; i + 1 < n; ++i)
    for (int piece = 0; piece < kPieces; ++piece)
      smooth << catmullRom(line[std::max(i - 1, 0)], line[i], line[i + 1], line[std::min(i + 2, n - 1)],
                           static_cast<double>(piece) / kPieces);
  smooth << line.back();
  return smooth;
}

QPainterPath arrowShape(const QPolygonF& line, double width_px) {
  QPolygonF body = smoothLine(line);
  const double length = lengthOf(body);
  if (body.size() < 2 || !(length > 0)) return {};
  const QPointF tip = body.back();
  const double head = std::min(kHeadLengthRatio * width_px, kMostHeadRatio * length);
  // The body ends where the head begins.
  double left = head;
  while (body.size() > 1) {
    const QLineF last(body[body.size() - 2], body.back());
    if (last.length() > left) {
      body.back() = last.pointAt(1 - left / last.length());
      break;
    }
    left -= last.length();
    body.removeLast();
  }
  if (body.size() < 2) body << tip;
  const QPointF neck = body.back();
  const double to_tip = QLineF(neck, tip).length();
  const QPointF across = to_tip > 0 ? QPointF(-(tip - neck).y(), (tip - neck).x()) / to_tip : QPointF();
  const double shrink = std::min(1.0, head / (kHeadLengthRatio * width_px));
  const int n = static_cast<int>(body.size());
  const auto half_px = [&](int i) {
    const double t = static_cast<double>(i) / (n - 1);
    return shrink * width_px / 2 * (1 - (1 - kNeckRatio) * t);
  };
  QPainterPath path(body.front() + normalAt(body, 0) * half_px(0));
  for (int i = 1; i < n; ++i) path.lineTo(body[i] + normalAt(body, i) * half_px(i));
  path.lineTo(neck + across * shrink * width_px * kHeadWidthRatio / 2);
  path.lineTo(tip);
  path.lineTo(neck - across * shrink * width_px * kHeadWidthRatio / 2);
  for (int i = n - 1; i >= 0; --i) path.lineTo(body[i] - normalAt(body, i) * half_px(i));
  path.closeSubpath();
  return path;
}

}  // namespace layers

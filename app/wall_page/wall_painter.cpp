// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wall_page/wall_painter.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <algorithm>

#include "app/settings/theme.h"
#include "app/warning_text/callout_text.h"
#include "gis/geo/projector.h"

namespace app {
namespace {

constexpr double kMargin = 0.02, kHead = 0.11, kFoot = 0.045, kFigures = 0.2, kMapShare = 0.56;
constexpr double kSmall = 0.026, kRow = 0.03, kFigure = 0.085;  // of the screen's height
constexpr double kSubjectShare = 0.38;                          // of the head, where it says what it is about
constexpr QPointF kFarAway(-1e6, -1e6);

QString say(const char* text) { return QCoreApplication::translate("Wall", text); }

QString words(const gis::WallWords& of) {
  return QString::fromStdString(QLocale().language() == QLocale::Chinese ? of.zh : of.en);
}

// The four colours of warnings are those of the national standard's signs (气象灾害预警信号).
QColor toneColour(gis::WallTone tone, const ThemeColours& c) {
  switch (tone) {
    case gis::WallTone::kGood:
      return c.accent;
    case gis::WallTone::kCaution:
      return c.caution;
    case gis::WallTone::kDanger:
      return c.danger;
    case gis::WallTone::kRed:
      return {0xD7, 0x26, 0x3D};
    case gis::WallTone::kOrange:
      return {0xF4, 0x8C, 0x06};
    case gis::WallTone::kYellow:
      return {0xF2, 0xC9, 0x14};
    case gis::WallTone::kBlue:
      return {0x2F, 0x7F, 0xE0};
    case gis::WallTone::kPlain:
      break;
  }
  return c.text;
}

class Page {
 public:
  Page(QPainter& painter, const QSizeF& screen, const WallPicture& picture)
      : m_painter(painter),
        m_picture(picture),
        m_colours(themeColours(picture.theme)),
        m_width(screen.width()),
        m_height(screen.height()),
        m_map(wallMapRect(screen)) {}

  void paint() {
    m_painter.fillRect(QRectF(0, 0, m_width, m_height), m_colours.ground);
    m_painter.setRenderHint(QPainter::Antialiasing);
    const double m = m_height * kMargin;
    head(QRectF(m, m, m_width - 2 * m, m_height * kHead - m));
    figures(QRectF(m, m_height * kHead, m_width - 2 * m, m_height * kFigures));
    map();
    const QRectF side(m_map.right() + m, m_map.top(), m_width - m_map.right() - 2 * m, m_map.height());
    const bool has_list = !m_picture.answer.list.rows.empty(), has_bars = !m_picture.answer.bars.rows.empty();
    if (has_bars) bars(has_list ? QRectF(side.topLeft(), QSizeF(side.width(), side.height() * 0.55 - m / 2)) : side);
    if (has_list || !has_bars)
      list(has_bars ? QRectF(side.left(), side.top() + side.height() * 0.55 + m / 2, side.width(),
                             side.height() * 0.45 - m / 2)
                    : side);
    foot(QRectF(m, m_height * (1 - kFoot), m_width - 2 * m, m_height * kFoot));
  }

 private:
  void size(double of_height, bool bold = false) {
    QFont font = m_painter.font();
    font.setPixelSize(std::max(1, static_cast<int>(m_height * of_height)));
    font.setBold(bold);
    m_painter.setFont(font);
  }
  void text(const QRectF& where, Qt::Alignment how, const QString& what) {
    m_painter.drawText(where, static_cast<int>(how),
                       m_painter.fontMetrics().elidedText(what, Qt::ElideRight, static_cast<int>(where.width())));
  }
  QRectF card(const QRectF& where) {
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_colours.surface);
    m_painter.drawRoundedRect(where, m_height * 0.008, m_height * 0.008);
    const double in = m_height * 0.015;
    return where.adjusted(in, in * 0.6, -in, -in * 0.6);
  }

  void head(const QRectF& where) {
    const gis::WallAnswer& answer = m_picture.answer;
    size(0.055, true);
    m_painter.setPen(m_colours.text);
    QString question = words(answer.question);
    if (answer.is_drill) question = QStringLiteral("【演练】") + question;
    const double time_px = where.width() * 0.36;
    const QRectF left = where.adjusted(0, 0, -time_px, 0);
    if (answer.subject.empty()) {
      text(left, Qt::AlignLeft | Qt::AlignVCenter, question);
    } else {
      size(0.043, true);
      text(left.adjusted(0, -m_height * 0.01, 0, -left.height() * kSubjectShare), Qt::AlignLeft | Qt::AlignTop,
           question);
      size(kSmall);
      m_painter.setPen(m_colours.text_second);
      text(left.adjusted(0, left.height() * (1 - kSubjectShare), 0, -m_height * 0.008),
           Qt::AlignLeft | Qt::AlignVCenter, QString::fromStdString(answer.subject));
      size(0.055, true);
      m_painter.setPen(m_colours.text);
    }
    const QString time = beijingText(answer.now_utc_ms, QStringLiteral("MM-dd HH:mm"));
    const QRectF right(where.right() - time_px, where.top(), time_px, where.height());
    if (!answer.is_frozen) return text(right, Qt::AlignRight | Qt::AlignVCenter, time);
    // A speaker must not be surprised, and nobody may take an old figure for a new one.
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_colours.caution);
    m_painter.drawRoundedRect(right.adjusted(0, where.height() * 0.08, 0, -where.height() * 0.08), m_height * 0.008,
                              m_height * 0.008);
    m_painter.setPen(m_colours.ground);
    size(0.042, true);
    text(right, Qt::AlignCenter, say(QT_TRANSLATE_NOOP("Wall", "FROZEN at %1")).arg(time));
  }

  void figures(const QRectF& where) {
    const auto& all = m_picture.answer.figures;
    const double gap = m_height * 0.012;
    const auto count = static_cast<double>(std::max<std::size_t>(all.size(), 1));
    const double w = (where.width() - gap * (count - 1)) / count;
    double x = where.left();
    for (const gis::WallAnswer::Figure& figure : all) {
      const QRectF inner = card(QRectF(x, where.top(), w, where.height() - gap));
      size(kRow);
      m_painter.setPen(m_colours.text_second);
      text(inner, Qt::AlignLeft | Qt::AlignTop, words(figure.title));
      const QString value = QString::fromStdString(figure.row.value);
      size(kSmall);
      const double unit_px = m_painter.fontMetrics().horizontalAdvance(words(figure.unit)) + m_height * 0.012;
      size(kFigure, true);
      // A number that is cut off is a wrong number: a long one is written smaller, with its unit.
      const double wide_px = m_painter.fontMetrics().horizontalAdvance(value);
      if (wide_px + unit_px > inner.width())
        size(kFigure * std::max(0.3, (inner.width() - unit_px) / wide_px * 0.98), true);
      m_painter.setPen(toneColour(figure.row.tone, m_colours));
      m_painter.drawText(inner, Qt::AlignLeft | Qt::AlignBottom, value);
      const double taken = m_painter.fontMetrics().horizontalAdvance(value) + m_height * 0.012;
      size(kSmall);
      m_painter.setPen(m_colours.text_second);
      text(inner.adjusted(taken, 0, 0, -m_height * 0.014), Qt::AlignLeft | Qt::AlignBottom, words(figure.unit));
      x += w + gap;
    }
  }

  void map() {
    if (!m_picture.map.isNull()) m_painter.drawImage(m_map, m_picture.map);
    m_painter.setPen(QPen(m_colours.line, 1));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRect(m_map);
    m_painter.save();
    m_painter.setClipRect(m_map);
    const double r = m_height * 0.009;
    for (std::size_t i = 0; i < m_picture.points.size() && i < m_picture.answer.points.size(); ++i) {
      const gis::WallPoint& point = m_picture.answer.points[i];
      const double ratio = m_picture.view.width_px > 0 ? m_map.width() / m_picture.view.width_px : 1;
      const QPointF at = m_map.topLeft() + m_picture.points[i] * ratio;
      m_painter.setPen(QPen(m_colours.ground, m_height * 0.003));
      m_painter.setBrush(toneColour(point.tone, m_colours));
      m_painter.drawEllipse(at, r, r);
    }
    m_painter.restore();
  }

  void title(QRectF& inner, const gis::WallWords& of, const gis::WallWords& unit) {
    size(kRow, true);
    m_painter.setPen(m_colours.text_second);
    const QString in = words(unit);
    text(inner, Qt::AlignLeft | Qt::AlignTop,
         in.isEmpty() ? words(of) : say(QT_TRANSLATE_NOOP("Wall", "%1 (%2)")).arg(words(of), in));
    inner.setTop(inner.top() + m_height * kRow * 1.6);
  }

  void list(const QRectF& where) {
    const gis::WallAnswer::Rows& rows = m_picture.answer.list;
    QRectF inner = card(where);
    title(inner, rows.title, rows.unit);
    const double row_px = m_height * kRow * 1.55;
    if (rows.rows.empty()) {
      size(kRow);
      m_painter.setPen(m_colours.text_faint);
      return text(inner, Qt::AlignLeft | Qt::AlignTop, say(QT_TRANSLATE_NOOP("Wall", "Nothing at this moment.")));
    }
    const int fit = std::max(1, static_cast<int>(inner.height() / row_px));
    for (int i = 0; i < std::min(fit, static_cast<int>(rows.rows.size())); ++i) {
      const gis::WallRow& row = rows.rows[static_cast<std::size_t>(i)];
      const QRectF line(inner.left(), inner.top() + i * row_px, inner.width(), row_px);
      m_painter.setPen(Qt::NoPen);
      m_painter.setBrush(row.tone == gis::WallTone::kPlain ? m_colours.line : toneColour(row.tone, m_colours));
      m_painter.drawRoundedRect(QRectF(line.left(), line.top() + row_px * 0.18, m_height * 0.006, row_px * 0.64), 2, 2);
      size(kRow);
      m_painter.setPen(m_colours.text);
      const QString value = QString::fromStdString(row.value);
      const double value_px = value.isEmpty() ? 0 : m_painter.fontMetrics().horizontalAdvance(value) + m_height * 0.01;
      text(line.adjusted(m_height * 0.016, 0, -value_px, 0), Qt::AlignLeft | Qt::AlignVCenter,
           QString::fromStdString(row.text));
      m_painter.setPen(m_colours.text_second);
      text(line, Qt::AlignRight | Qt::AlignVCenter, value);
    }
  }

  void bars(const QRectF& where) {
    const gis::WallAnswer::Rows& rows = m_picture.answer.bars;
    QRectF inner = card(where);
    title(inner, rows.title, rows.unit);
    const double row_px = m_height * kRow * 1.5;
    const int fit = std::max(1, static_cast<int>(inner.height() / row_px));
    size(kSmall);
    const double name_px = inner.width() * 0.34, value_px = inner.width() * 0.16;
    const double bar_px = inner.width() - name_px - value_px;
    for (int i = 0; i < std::min(fit, static_cast<int>(rows.rows.size())); ++i) {
      const gis::WallRow& row = rows.rows[static_cast<std::size_t>(i)];
      const QRectF line(inner.left(), inner.top() + i * row_px, inner.width(), row_px);
      m_painter.setPen(m_colours.text);
      text(QRectF(line.left(), line.top(), name_px - m_height * 0.01, row_px), Qt::AlignLeft | Qt::AlignVCenter,
           QString::fromStdString(row.text));
      m_painter.setPen(Qt::NoPen);
      m_painter.setBrush(row.tone == gis::WallTone::kPlain ? m_colours.text_faint : toneColour(row.tone, m_colours));
      const double ratio = row.share_ratio;
      m_painter.drawRect(QRectF(line.left() + name_px, line.top() + row_px * 0.2, bar_px * ratio, row_px * 0.6));
      m_painter.setPen(m_colours.text);
      text(QRectF(line.left() + name_px + bar_px * ratio + m_height * 0.008, line.top(),
                  line.right() - (line.left() + name_px + bar_px * ratio + m_height * 0.008), row_px),
           Qt::AlignLeft | Qt::AlignVCenter, QString::fromStdString(row.value));
    }
  }

  void foot(const QRectF& where) {
    const gis::WallAnswer& answer = m_picture.answer;
    size(kSmall);
    m_painter.setPen(m_colours.text_second);
    QString left = m_picture.city;
    if (m_picture.pages > 0)
      left += QStringLiteral("   ") + QStringLiteral("%1 / %2").arg(m_picture.page + 1).arg(m_picture.pages);
    if (m_picture.next_in_s >= 0)
      left += QStringLiteral("   ") + say(QT_TRANSLATE_NOOP("Wall", "next page in %1 s")).arg(m_picture.next_in_s);
    text(where, Qt::AlignLeft | Qt::AlignVCenter, left);
    QStringList marks;
    if (answer.is_drill) marks << say(QT_TRANSLATE_NOOP("Wall", "DRILL"));
    if (answer.is_demo) marks << say(QT_TRANSLATE_NOOP("Wall", "DEMONSTRATION DATA"));
    size(kRow, true);
    m_painter.setPen(m_colours.danger);
    text(where, Qt::AlignRight | Qt::AlignVCenter, marks.join(QStringLiteral(" · ")));
  }

  QPainter& m_painter;
  const WallPicture& m_picture;
  const ThemeColours& m_colours;
  double m_width, m_height;
  QRectF m_map;
};

}  // namespace

QRectF wallMapRect(const QSizeF& screen) {
  const double m = screen.height() * kMargin, top = screen.height() * (kHead + kFigures);
  return {m, top, screen.width() * kMapShare - m, screen.height() * (1 - kFoot) - top};
}

void paintWall(QPainter& painter, const QSizeF& screen_px, const WallPicture& picture) {
  Page(painter, screen_px, picture).paint();
}

std::vector<QPointF> wallPoints(const gis::WallAnswer& answer, const layers::MapView& view,
                                const std::string& map_crs) {
  std::vector<QPointF> points(answer.points.size(), kFarAway);
  const auto to_map = gis::Projector::create("EPSG:4490", map_crs);
  if (!to_map) return points;
  for (std::size_t i = 0; i < points.size(); ++i)
    if (const auto xy = to_map->forward({answer.points[i].where.lon_deg, answer.points[i].where.lat_deg})) {
      const gis::PixelXY px = view.toPixel({xy->x, xy->y});
      points[i] = {px.x_px, px.y_px};
    }
  return points;
}

}  // namespace app

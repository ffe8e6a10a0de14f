// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callout/board_window.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <numbers>

#include "app/callout/callout_map.h"
#include "app/callout/callout_words.h"
#include "app/settings/theme.h"
#include "app/warning_text/callout_text.h"

namespace app {
namespace {

constexpr int kBoardCounty = 3;
constexpr double kDegree = std::numbers::pi / 180;

void setSize(QPainter& painter, double px, bool bold = false) {
  QFont font = painter.font();
  font.setPixelSize(std::max(8, static_cast<int>(px)));
  font.setBold(bold);
  painter.setFont(font);
}

void card(QPainter& painter, const QRectF& where) {
  painter.setPen(QPen(currentColours().line, 1));
  painter.setBrush(currentColours().surface);
  painter.drawRoundedRect(where, 8, 8);
}

// A name that hundreds of places lie behind; centred, its foot at `at`.
void haloedText(QPainter& painter, const QPointF& at, const QString& text) {
  QPainterPath letters;
  const double width = painter.fontMetrics().horizontalAdvance(text);
  letters.addText(at - QPointF(width / 2, 0), painter.font(), text);
  painter.strokePath(letters, QPen(currentColours().surface, painter.fontMetrics().height() * 0.3, Qt::SolidLine,
                                   Qt::RoundCap, Qt::RoundJoin));
  painter.fillPath(letters, painter.pen().color());
}

}  // namespace

BoardWindow::BoardWindow(QWidget* parent) : QWidget(parent, Qt::Window) {
  resize(1280, 720);
  setMinimumSize(800, 450);
  setWindowTitle(tr("Call-out board"));
}

void BoardWindow::setView(CalloutViewPtr view) {
  m_view = std::move(view);
  if (m_view && m_placed != m_view->facts) {
    m_placed = m_view->facts;
    m_places.clear();
    m_extent = {};
    double middle_deg = 0;
    for (const PlaceSeat& seat : m_placed->seats) middle_deg += seat.seat.lat_deg;
    const double shorten =
        m_placed->seats.empty() ? 1 : std::cos(middle_deg / static_cast<double>(m_placed->seats.size()) * kDegree);
    for (const PlaceSeat& seat : m_placed->seats) {
      const QPointF at(seat.seat.lon_deg * shorten, -seat.seat.lat_deg);
      m_places.emplace_back(seat.code, at);
      m_extent =
          m_places.size() == 1 ? QRectF(at, QSizeF(1e-6, 1e-6)) : m_extent.united(QRectF(at, QSizeF(1e-6, 1e-6)));
    }
  }
  update();
}

void BoardWindow::setHeartbeat(std::int64_t age_ms, bool is_stuck) {
  // Once a second is enough for a wall.
  const bool same = age_ms / 1000 == m_age_ms / 1000 && is_stuck == m_stuck;
  m_age_ms = age_ms;
  m_stuck = is_stuck;
  if (!same) update();
}

// What must be known of the whole board: whether the engine lives, and that the data are made up.
void BoardWindow::paintFoot(QPainter& painter, const QRectF& where) const {
  const ThemeColours& c = currentColours();
  setSize(painter, where.height() * 0.62, m_stuck);
  if (!m_view->is_closed) {
    painter.setPen(m_stuck ? c.danger : c.text_second);
    painter.drawText(where, Qt::AlignLeft | Qt::AlignVCenter,
                     m_stuck ? tr("ENGINE STUCK for %1 s").arg(m_age_ms / 1000)
                             : tr("Engine works, last %1 s ago").arg(m_age_ms / 1000));
  }
  if (!m_view->is_demo) return;
  setSize(painter, where.height() * 0.7, true);
  painter.setPen(c.danger);
  painter.drawText(where, Qt::AlignRight | Qt::AlignVCenter, tr("DEMONSTRATION DATA"));
}

void BoardWindow::paintHead(QPainter& painter, const QRectF& where) const {
  const ThemeColours& c = currentColours();
  const double h = where.height();
  painter.setPen(Qt::NoPen);
  painter.setBrush(warningSignColour(m_view->facts->colour));
  const QRectF sign(where.left(), where.top() + h * 0.12, h * 0.76, h * 0.76);
  painter.drawRoundedRect(sign, h * 0.12, h * 0.12);
  painter.setPen(m_view->facts->colour == gis::WarningColour::kYellow ? Qt::black : Qt::white);
  setSize(painter, h * 0.44, true);
  painter.drawText(sign, Qt::AlignCenter, levelText(m_view->facts->colour));
  painter.setPen(c.text);
  setSize(painter, h * 0.42, true);
  const double clock_px = where.width() * 0.3;
  const QRectF title = where.adjusted(h, 0, -clock_px, 0);
  const QString text = (m_view->facts->is_drill ? tr("【DRILL】") : QString()) + m_view->facts->title;
  painter.drawText(title, Qt::AlignVCenter | Qt::AlignLeft,
                   painter.fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(title.width())));
  const std::int64_t awake_ms = m_view->facts->awake_s * std::int64_t{1000};
  const std::int64_t left = m_view->started_utc_ms + awake_ms - m_view->now_utc_ms;
  const gis::Tally all = m_view->tree.front().all;
  const bool done = all.confirmed == all.issued || all.open == 0;
  const QString clock = m_view->is_closed ? tr("closed")
                        : awake_ms == 0   ? clockText(m_view->now_utc_ms - m_view->started_utc_ms)
                        : done            ? tr("all awake")
                                          : clockText(left);
  painter.setPen(!m_view->is_closed && awake_ms > 0 && !done && left < 60'000 ? c.danger : c.text);
  setSize(painter, h * 0.72, true);
  painter.drawText(QRectF(where.right() - clock_px, where.top(), clock_px, h), Qt::AlignVCenter | Qt::AlignRight,
                   clock);
}

void BoardWindow::paintFigures(QPainter& painter, const QRectF& where) const {
  const ThemeColours& c = currentColours();
  const gis::Tally t = m_view->tree.front().all;
  const struct {
    QString name;
    int count;
    QColor colour;
  } figures[] = {
      {tr("to call"), t.issued, c.text},
      {tr("called"), t.sent, c.text},
      {tr("heard"), t.heard, c.text},
      {tr("confirmed"), t.confirmed, t.confirmed > 0 ? c.accent : c.text},
      {tr("not confirmed"), t.unconfirmed, t.unconfirmed > 0 ? c.text : c.text_faint},
      {tr("fed back"), t.fed_back, c.text},
      {m_view->is_closed ? tr("not reached") : tr("silent"), t.silent, t.silent > 0 ? c.danger : c.text_faint},
      {tr("overdue"), t.overdue, t.overdue > 0 ? c.caution : c.text_faint}};
  const double gap = where.height() * 0.08, count = static_cast<double>(std::size(figures)),
               w = (where.width() - gap * (count - 1)) / count;
  double x = where.left();
  for (const auto& figure : figures) {
    const QRectF box(x, where.top(), w, where.height());
    card(painter, box);
    painter.setPen(figure.colour);
    setSize(painter, where.height() * 0.5, true);
    painter.drawText(box.adjusted(0, where.height() * 0.06, 0, -where.height() * 0.3), Qt::AlignCenter,
                     QString::number(figure.count));
    painter.setPen(c.text_second);
    setSize(painter, where.height() * 0.19);
    painter.drawText(box.adjusted(0, where.height() * 0.66, 0, 0), Qt::AlignHCenter | Qt::AlignTop, figure.name);
    x += w + gap;
  }
}

void BoardWindow::paintCounties(QPainter& painter, const QRectF& where) const {
  const ThemeColours& c = currentColours();
  card(painter, where);
  std::vector<const gis::TallyNode*> counties;
  for (const gis::TallyNode& node : m_view->tree)
    if (node.division.level == kBoardCounty) counties.push_back(&node);
  if (counties.empty()) return;
  const double row = std::min(where.height() / (static_cast<double>(counties.size()) + 0.6), where.width() * 0.14);
  const double size = row * 0.4;
  double y = where.top() + row * 0.3;
  for (const gis::TallyNode* county : counties) {
    const gis::Tally& t = county->all;
    const QRectF line(where.left() + size, y, where.width() - 2 * size, row);
    painter.setPen(c.text);
    setSize(painter, size, true);
    painter.drawText(line.adjusted(0, 0, 0, -row * 0.35), Qt::AlignLeft | Qt::AlignVCenter,
                     QString::fromStdString(county->division.name));
    QString text = QStringLiteral("%1/%2").arg(t.confirmed).arg(t.issued);
    painter.setPen(t.silent > 0 ? c.danger : c.text_second);
    if (t.silent > 0) text += tr("  silent %1").arg(t.silent);
    painter.drawText(line.adjusted(0, 0, 0, -row * 0.35), Qt::AlignRight | Qt::AlignVCenter, text);
    const QRectF bar(line.left(), line.bottom() - row * 0.3, line.width(), row * 0.12);
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.line);
    painter.drawRect(bar);
    const double all = std::max(1, t.issued);
    painter.setBrush(c.accent);
    painter.drawRect(QRectF(bar.left(), bar.top(), bar.width() * t.confirmed / all, bar.height()));
    painter.setBrush(c.danger);
    const double silent = bar.width() * t.silent / all;
    painter.drawRect(QRectF(bar.right() - silent, bar.top(), silent, bar.height()));
    y += row;
  }
}

void BoardWindow::paintMap(QPainter& painter, const QRectF& where) const {
  card(painter, where);
  if (m_places.empty()) return;
  const double margin = where.height() * 0.06;
  const QRectF inside = where.adjusted(margin, margin, -margin, -margin);
  const double scale =
      std::min(inside.width() / std::max(m_extent.width(), 1e-5), inside.height() / std::max(m_extent.height(), 1e-5));
  const auto place = [&](const QPointF& at) { return inside.center() + (at - m_extent.center()) * scale; };
  std::map<std::string, const gis::Tally*, std::less<>> tallies;
  for (const gis::TallyNode& node : m_view->tree)
    if (node.own.issued > 0) tallies.emplace(node.division.code, &node.own);
  const double radius = std::clamp(std::sqrt(inside.width() * inside.height() / (tallies.size() + 1.0)) * 0.22, 3.0,
                                   std::max(12.0, inside.width() * 0.008));
  // The worst on top.
  for (const bool alarm : {false, true})
    for (const auto& [code, at] : m_places) {
      const auto tally = tallies.find(code);
      if (tally == tallies.end()) continue;
      const layers::CallState state = callStateOf(*tally->second);
      if ((state == layers::CallState::kSilent || state == layers::CallState::kOverdue) != alarm) continue;
      layers::paintCalledPlace(painter, place(at), alarm ? radius * 1.35 : radius, state,
                               static_cast<double>(tally->second->confirmed) / tally->second->issued, currentTheme());
    }
  if (m_view->facts->is_drill) {
    painter.setPen(currentColours().danger);
    setSize(painter, std::max(14.0, where.height() * 0.05), true);
    painter.drawText(inside, Qt::AlignLeft | Qt::AlignTop, tr("【DRILL】"));
  }
  painter.setPen(currentColours().text);
  setSize(painter, std::max(12.0, where.height() * 0.035), true);
  for (const gis::TallyNode& node : m_view->tree) {
    if (node.division.level != kBoardCounty) continue;
    const auto at = std::ranges::find(m_places, node.division.code, &std::pair<std::string, QPointF>::first);
    if (at == m_places.end()) continue;
    const QPointF p = place(at->second) - QPointF(0, radius * 2);
    haloedText(painter, p, QString::fromStdString(node.division.name));
  }
}

void BoardWindow::paintSilent(QPainter& painter, const QRectF& where) const {
  const ThemeColours& c = currentColours();
  card(painter, where);
  struct Line {
    bool silent;
    QString text, phone;
  };
  std::vector<Line> lines;
  for (std::size_t i = 0; i < m_view->persons.size(); ++i) {
    const PersonNow& now = m_view->persons[i];
    if (!now.silent && !now.overdue) continue;
    const PersonFacts& facts = m_view->facts->persons[i];
    lines.push_back(
        {now.silent, QStringLiteral("%1 %2%3").arg(facts.place, facts.name, facts.post), facts.masked_phone});
  }
  std::ranges::stable_sort(lines, [](const Line& a, const Line& b) { return a.silent > b.silent; });
  const double row = std::clamp(where.height() / 14, 20.0, std::max(44.0, where.width() * 0.055)), size = row * 0.52;
  QRectF line(where.left() + size, where.top() + row * 0.2, where.width() - 2 * size, row);
  painter.setPen(lines.empty() ? c.text_second : c.danger);
  setSize(painter, size * 1.15, true);
  painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                   lines.empty() ? tr("Nobody is silent or overdue") : tr("Silent or overdue: %1").arg(lines.size()));
  const int room = static_cast<int>((where.height() - row * 1.4) / row);
  for (int i = 0; i < static_cast<int>(lines.size()) && i < room; ++i) {
    line.translate(0, row);
    setSize(painter, size);
    if (i == room - 1 && static_cast<int>(lines.size()) > room) {
      painter.setPen(c.text_second);
      painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, tr("… and %1 more").arg(lines.size() - i));
      break;
    }
    painter.setPen(lines[static_cast<std::size_t>(i)].silent ? c.danger : c.caution);
    const QString& phone = lines[static_cast<std::size_t>(i)].phone;
    const int phone_px = painter.fontMetrics().horizontalAdvance(phone) + static_cast<int>(size);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight, phone);
    painter.setPen(c.text);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(lines[static_cast<std::size_t>(i)].text, Qt::ElideMiddle,
                                                      static_cast<int>(line.width()) - phone_px));
  }
}

void BoardWindow::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(rect(), currentColours().ground);
  const double m = height() * 0.02;
  const QRectF all = QRectF(rect()).adjusted(m, m, -m, -m);
  if (!m_view || m_view->tree.empty()) {
    painter.setPen(currentColours().text_second);
    setSize(painter, height() * 0.04);
    painter.drawText(all, Qt::AlignCenter, tr("No call-out runs."));
    return;
  }
  const double head = all.height() * 0.1, figures = all.height() * 0.17, foot = all.height() * 0.035;
  paintHead(painter, QRectF(all.left(), all.top(), all.width(), head));
  paintFigures(painter, QRectF(all.left(), all.top() + head + m, all.width(), figures));
  const double top = all.top() + head + figures + 2 * m, rest = all.bottom() - foot - m - top;
  const double left = all.width() * 0.22, right = all.width() * 0.34;
  paintCounties(painter, QRectF(all.left(), top, left, rest));
  paintMap(painter, QRectF(all.left() + left + m, top, all.width() - left - right - 2 * m, rest));
  paintSilent(painter, QRectF(all.right() - right, top, right, rest));
  paintFoot(painter, QRectF(all.left(), all.bottom() - foot, all.width(), foot));
}

void BoardWindow::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_F11) return isFullScreen() ? showNormal() : showFullScreen();
  if (event->key() == Qt::Key_Escape) return isFullScreen() ? showNormal() : static_cast<void>(close());
  QWidget::keyPressEvent(event);
}

void BoardWindow::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    setWindowTitle(tr("Call-out board"));
    update();
  }
  QWidget::changeEvent(event);
}

}  // namespace app

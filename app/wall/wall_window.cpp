// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wall/wall_window.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>
#include <algorithm>

#include "app/core/message_list.h"
#include "app/settings/theme.h"
#include "app/text/error_text.h"
#include "gis/core/clock.h"
#include "gis/store/moment.h"

namespace app {
namespace {

constexpr int kLeastInterval_s = 5, kMostInterval_s = 300, kStep_s = 5;
constexpr int kReadAgain_s = 10;      // figures of a page that stays
constexpr double kRoom_ratio = 1.06;  // of the city's extent on the map
constexpr QSize kWindow{1280, 720};   // on a single screen
constexpr double kLines = 1080;       // what symbols and names of the map are made for

layers::MapView viewFor(const gis::MapBox& extent, const QSizeF& map_px, double device_ratio) {
  layers::MapView view;
  view.device_ratio = device_ratio;
  view.width_px = std::max(1, static_cast<int>(map_px.width() / device_ratio));
  view.height_px = std::max(1, static_cast<int>(map_px.height() / device_ratio));
  if (extent.empty()) return view;
  view.centre = extent.centre();
  view.metres_per_px = kRoom_ratio * std::max((extent.max_x_m - extent.min_x_m) / view.width_px,
                                              (extent.max_y_m - extent.min_y_m) / view.height_px);
  return view;
}

}  // namespace

WallWindow::WallWindow(PanelContext& context, QWidget* parent)
    : QWidget(parent, Qt::Window), m_context(context), m_slot(context.pools, Pool::kIo) {
  if (auto pages = gis::wallPages())
    m_pages = std::move(*pages);
  else
    m_error = pages.error();
  setFocusPolicy(Qt::StrongFocus);
  resize(kWindow);
  m_second.setInterval(1000);
  connect(&m_second, &QTimer::timeout, this, &WallWindow::tick);
  m_second.start();
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (change.properties & MapChange::kWorkspace) {
      m_frozen_utc_ms.reset();
      m_frozen_frame.reset();
      m_picture.reset();
    }
    if (change.properties & (MapChange::kWorkspace | MapChange::kPast | MapChange::kLook)) ask();
  });
  retranslate();
  ask();
}

void WallWindow::showBeside(const QWidget& officers) {
  const QList<QScreen*> screens = QGuiApplication::screens();
  const auto other = std::ranges::find_if(screens, [&](QScreen* one) { return one != officers.screen(); });
  if (other == screens.end()) {
    show();
  } else {
    setGeometry((*other)->geometry());
    showFullScreen();
  }
  raise();
}

void WallWindow::turn(int by) {
  if (m_pages.empty()) return;
  const int count = pageCount();
  m_page = (m_page + by % count + count) % count;
  m_left_s = m_interval_s;
  ask();
}

void WallWindow::setTurning(bool turns) {
  m_turns = turns;
  m_left_s = m_interval_s;
  update();
}

void WallWindow::changeInterval(int by_s) {
  m_interval_s = std::clamp(m_interval_s + by_s, kLeastInterval_s, kMostInterval_s);
  setTurning(true);
}

void WallWindow::toggleFrozen() {
  if (m_frozen_utc_ms) {
    m_frozen_utc_ms.reset();
    m_frozen_frame.reset();
  } else if (m_picture) {
    m_frozen_utc_ms = m_picture->answer.now_utc_ms;
    m_frozen_frame = m_context.document.frame();
  }
  ask();
}

void WallWindow::tick() {
  if (!isVisible()) return;
  if (m_turns && --m_left_s <= 0) return turn(1);
  if (++m_since_asked_s >= kReadAgain_s && !isFrozen() && !busy()) ask();
  update();
}

void WallWindow::ask() {
  m_since_asked_s = 0;
  const auto& workspace = m_context.document.workspace();
  if (!workspace || m_pages.empty()) {
    m_slot.drop();
    m_picture.reset();
    return update();
  }
  const double ratio = devicePixelRatioF();
  const QSizeF screen = QSizeF(size()) * ratio;
  const QRectF map = wallMapRect(screen);
  const layers::FrameRequest frame = m_frozen_frame ? *m_frozen_frame : m_context.document.frame();
  const layers::MapView view =
      viewFor(m_context.document.extent(), map.size(), std::max(1.0, screen.height() / kLines));
  const std::filesystem::path place =
      m_frozen_utc_ms ? gis::atMoment(workspace->folder, *m_frozen_utc_ms) : workspace->place();
  m_slot.ask(
      [page = m_pages[static_cast<std::size_t>(m_page)], place, frame, view, crs = m_context.document.mapCrs()](
          const gis::CancelToken& cancel, const gis::Progress&) -> gis::Result<WallPicture> {
        auto answer = gis::answerWallPage(page, place, gis::SystemClock());
        if (!answer) return std::unexpected(answer.error());
        WallPicture picture;
        picture.answer = std::move(*answer);
        picture.view = view;
        picture.map = layers::paintFrame(frame, view, cancel);
        if (cancel.cancelled()) return gis::fail(gis::ErrorCode::kCancelled, page.id);
        picture.points = wallPoints(picture.answer, view, crs);
        return picture;
      },
      [this](gis::Result<WallPicture> picture) {
        if (picture) {
          m_picture = std::move(*picture);
          m_error.reset();
        } else if (picture.error().code != gis::ErrorCode::kCancelled) {
          m_error = picture.error();
          m_context.messages.add(std::move(picture.error()));
        }
        update();
      });
}

void WallWindow::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const ThemeColours& c = currentColours();
  if (!m_picture) {
    painter.fillRect(rect(), c.ground);
    QFont font = painter.font();
    font.setPixelSize(std::max(1, height() / 24));
    painter.setFont(font);
    painter.setPen(m_error ? c.danger : c.text_second);
    const QString text = m_error                          ? errorSentence(*m_error)
                         : m_context.document.workspace() ? tr("Working it out…")
                                                          : tr("Open a workspace: the wall shows what is in it.");
    return painter.drawText(rect().adjusted(height() / 12, 0, -height() / 12, 0), Qt::AlignCenter | Qt::TextWordWrap,
                            text);
  }
  WallPicture picture = *m_picture;
  picture.theme = currentTheme();
  picture.city = m_context.document.cityName();
  picture.page = m_page, picture.pages = pageCount();
  picture.next_in_s = m_turns ? m_left_s : -1;
  paintWall(painter, QSizeF(size()), picture);
}

void WallWindow::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_PageDown:
      return turn(1);
    case Qt::Key_Left:
    case Qt::Key_PageUp:
      return turn(-1);
    case Qt::Key_Space:
      return setTurning(!m_turns);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      return changeInterval(kStep_s);
    case Qt::Key_Minus:
      return changeInterval(-kStep_s);
    case Qt::Key_F:
      return toggleFrozen();
    case Qt::Key_F11:
      return isFullScreen() ? showNormal() : showFullScreen();
    case Qt::Key_Escape:
      close();
      return;
    default:
      QWidget::keyPressEvent(event);
  }
}

void WallWindow::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  ask();
}

void WallWindow::retranslate() {
  setWindowTitle(tr("Wall"));
  setAccessibleName(tr("Wall: one question a page"));
}

void WallWindow::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
    update();
  }
  QWidget::changeEvent(event);
}

}  // namespace app

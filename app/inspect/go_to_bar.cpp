// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspect/go_to_bar.h"

#include <QAction>
#include <QKeyEvent>
#include <QListWidget>
#include <QRegularExpression>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"

namespace app {

namespace {

constexpr int kDelayMs = 120;
constexpr int kMostRows = 10;
constexpr double kCoordinateSpanM = 4000;
constexpr double kPlaceSpanM = 6000;

// Digits, marks and degree words: it is a position, even if a broken one. A bare number may be a place code.
bool looksLikeCoordinate(const QString& text) {
  static const QRegularExpression two_numbers(QStringLiteral("\\d[^\\d]*[\\s,，;；°度′'NSEW北南东西]+[^\\d]*\\d"));
  return text.contains(two_numbers);
}

}  // namespace

GoToBar::GoToBar(PanelContext& context, QWidget* parent)
    : QLineEdit(parent), m_context(context), m_slot(context.pools, Pool::kIo), m_popup(nullptr) {
  setClearButtonEnabled(true);
  setMinimumWidth(dp(260));
  setMaximumWidth(dp(460));
  addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
  m_delay.setSingleShot(true);
  m_delay.setInterval(kDelayMs);
  connect(&m_delay, &QTimer::timeout, this, &GoToBar::look);
  connect(this, &QLineEdit::textEdited, this, [this] {
    m_go_when_found = false;
    m_delay.start();
  });
  retranslate();
}

GoToBar::~GoToBar() = default;

QString GoToBar::understood(const gis::TypedCoordinate& coordinate) {
  QStringList parts{QString::fromStdString(gis::formatDecimal(coordinate.position))};
  switch (coordinate.datum) {
    case gis::CoordinateDatum::kGcj02:
      parts << tr("read as GCJ-02, shifted to CGCS2000");
      break;
    case gis::CoordinateDatum::kBd09:
      parts << tr("read as BD-09, shifted to CGCS2000");
      break;
    case gis::CoordinateDatum::kCgcs2000:
      break;
  }
  switch (coordinate.form) {
    case gis::CoordinateForm::kDecimalDegrees:
      break;
    case gis::CoordinateForm::kDegreesMinutesSeconds:
      parts << tr("read as degrees, minutes, seconds");
      break;
    case gis::CoordinateForm::kProjected:
      parts << tr("read as map coordinates in %1").arg(QString::fromStdString(coordinate.projected_crs));
      break;
  }
  if (coordinate.order_reason == gis::OrderReason::kAssumed)
    parts << (coordinate.order == gis::AxisOrder::kEastFirst ? tr("longitude first assumed")
                                                             : tr("latitude first assumed"));
  return parts.join(QStringLiteral(" · "));
}

void GoToBar::look() {
  const QString typed = text().trimmed();
  m_slot.drop();
  m_targets.clear();
  if (typed.isEmpty()) {
    if (m_popup) m_popup->hide();
    return;
  }
  const auto coordinate = gis::parseCoordinate(typed.toStdString(), m_context.document.mapCrs());
  if (coordinate) {
    offer({Target{coordinate->position, kCoordinateSpanM, {}}}, {{tr("Go to this position"), understood(*coordinate)}});
    return;
  }
  if (looksLikeCoordinate(typed)) {
    offerNote(
        coordinate.error().code == gis::ErrorCode::kOutOfRange
            ? tr("These coordinates lie outside the area the map can show.")
            : tr("This is not a position yet. Examples: 113.11, 36.19 · 36°11′28″N 113°06′48″E · GCJ02 113.12, 36.19"));
    return;
  }
  const auto& workspace = m_context.document.workspace();
  if (!workspace) {
    offerNote(tr("Open a workspace to search for places by name."));
    return;
  }
  m_slot.ask(
      [folder = workspace->folder, typed](const gis::CancelToken&,
                                          const gis::Progress&) -> gis::Result<std::vector<gis::Place>> {
        auto opened = gis::Workspace::open(folder, gis::OpenMode::kRead);
        if (!opened) return std::unexpected(std::move(opened.error()));
        return gis::PlaceStore(opened->db()).search(typed.toStdString(), kMostRows);
      },
      [this, typed](gis::Result<std::vector<gis::Place>> places) {
        if (!places) {
          m_context.messages.add(std::move(places.error()));
          return;
        }
        if (places->empty()) {
          offerNote(tr("No place called “%1”. Try part of the name, its code, or the pinyin initials.").arg(typed));
          return;
        }
        std::vector<Target> targets;
        std::vector<std::pair<QString, QString>> lines;
        for (const gis::Place& place : *places) {
          const QString name = QString::fromStdString(place.name);
          targets.push_back({place.where, place.span_m > 0 ? place.span_m : kPlaceSpanM, name});
          QStringList second{kindOf(place), QString::fromStdString(place.context), QString::fromStdString(place.code)};
          second.removeAll(QString());
          lines.emplace_back(name, second.join(QStringLiteral(" · ")));
        }
        offer(std::move(targets), lines);
      });
}

// The layer's title tells a river from a road of the same name. A division says by its name what it is.
QString GoToBar::kindOf(const gis::Place& place) const {
  if (place.kind == "division") return {};
  for (const MapLayer& layer : m_context.document.layers())
    if (layer.table == place.kind) return layer.title.text(m_context.document.language());
  return {};
}

void GoToBar::placePopup() {
  if (!m_popup) {
    // A child of the window, not a window of its own: it never takes the keyboard away from the field.
    m_popup = new QListWidget(window());
    m_popup->setProperty("role", "popup");
    m_popup->setFocusPolicy(Qt::NoFocus);
    m_popup->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_popup->setWordWrap(true);
    connect(m_popup, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) { go(m_popup->row(item)); });
  }
  const QPoint below = mapTo(window(), QPoint(0, height() + dp(4)));
  const int width_px = std::max(width(), dp(420));
  m_popup->setFixedWidth(width_px);
  int height_px = dp(10);
  for (int row = 0; row < m_popup->count(); ++row) height_px += m_popup->sizeHintForRow(row) + dp(1);
  m_popup->setGeometry(below.x(), below.y(), width_px, std::min(height_px, dp(440)));
  m_popup->show();
  m_popup->raise();
}

void GoToBar::offer(std::vector<Target> targets, const std::vector<std::pair<QString, QString>>& lines) {
  m_targets = std::move(targets);
  if (m_popup) m_popup->clear();
  placePopup();
  m_popup->clear();
  for (const auto& [first, second] : lines)
    m_popup->addItem(second.isEmpty() ? first : first + QStringLiteral("\n") + second);
  m_popup->setCurrentRow(0);
  placePopup();
  if (m_go_when_found) go(0);
}

void GoToBar::offerNote(const QString& note) {
  m_targets.clear();
  m_go_when_found = false;
  placePopup();
  m_popup->clear();
  auto* item = new QListWidgetItem(note);
  item->setFlags(Qt::NoItemFlags);
  m_popup->addItem(item);
  placePopup();
}

void GoToBar::go(int row) {
  m_go_when_found = false;
  if (row < 0 || row >= static_cast<int>(m_targets.size())) return;
  const Target target = m_targets[static_cast<std::size_t>(row)];
  m_popup->hide();
  if (!target.name.isEmpty()) setText(target.name);
  const auto where = m_context.document.toMap(target.where);
  if (!where) {
    offerNote(tr("These coordinates lie outside the area the map can show."));
    return;
  }
  m_context.map.fly_to(*where, target.span_m);
  m_context.map.mark(*where);
  // The inspector must not go on telling of the place before.
  if (m_context.map.identify) m_context.map.identify(*where);
  selectAll();
}

void GoToBar::keyPressEvent(QKeyEvent* event) {
  const bool open = m_popup && m_popup->isVisible() && !m_targets.empty();
  switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (open && !m_delay.isActive()) {
        go(std::max(0, m_popup->currentRow()));
      } else {
        m_delay.stop();
        look();
        // A position is known at once; a name only when the search has answered.
        if (m_targets.empty()) {
          m_go_when_found = m_slot.busy();
        } else {
          go(0);
        }
      }
      return;
    case Qt::Key_Down:
    case Qt::Key_Up:
      if (open) {
        const int step = event->key() == Qt::Key_Down ? 1 : -1;
        m_popup->setCurrentRow(std::clamp(m_popup->currentRow() + step, 0, m_popup->count() - 1));
        return;
      }
      break;
    case Qt::Key_Escape:
      if (m_popup && m_popup->isVisible()) {
        m_popup->hide();
      } else {
        clear();
        if (QWidget* next = nextInFocusChain()) next->setFocus();
      }
      return;
    default:
      break;
  }
  QLineEdit::keyPressEvent(event);
}

void GoToBar::focusInEvent(QFocusEvent* event) {
  QLineEdit::focusInEvent(event);
  if (event->reason() == Qt::ShortcutFocusReason || event->reason() == Qt::OtherFocusReason) selectAll();
}

void GoToBar::focusOutEvent(QFocusEvent* event) {
  if (m_popup && event->reason() != Qt::ActiveWindowFocusReason) m_popup->hide();
  QLineEdit::focusOutEvent(event);
}

void GoToBar::retranslate() {
  setWindowTitle(tr("Go to"));
  setPlaceholderText(tr("Place, code, pinyin initials or coordinates (Ctrl+L)"));
  setAccessibleName(tr("Go to a place or coordinates"));
}

void GoToBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QLineEdit::changeEvent(event);
}

}  // namespace app

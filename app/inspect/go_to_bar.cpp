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
constexpr std::size_t kMostRows = 24;
constexpr double kCoordinateSpanM = 4000;
constexpr double kPlaceSpanM = 6000;

// Digits, marks and degree words: it is a position, even if a broken one. A bare number may be a place code.
bool looksLikeCoordinate(const QString& text) {
  static const QRegularExpression two_numbers(QStringLiteral("\\d[^\\d]*[\\s,，;；°度′'NSEW北南东西]+[^\\d]*\\d"));
  return text.contains(two_numbers);
}

}  // namespace

GoToBar::GoToBar(PanelContext& context, QWidget* parent)
    : QLineEdit(parent), m_context(context), m_search(new PlaceSearch(context, this)), m_popup(nullptr) {
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
  // What was looked for while the index was being made.
  connect(m_search, &PlaceSearch::indexed, this, [this] {
    if (m_popup && m_popup->isVisible() && !m_delay.isActive()) look();
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
  m_search->drop();
  m_lines.clear();
  if (typed.isEmpty()) {
    if (m_popup) m_popup->hide();
    return;
  }
  const auto coordinate = gis::parseCoordinate(typed.toStdString(), m_context.document.mapCrs());
  if (coordinate) {
    offer({{tr("Go to this position"), understood(*coordinate), QStringLiteral("target"),
            Target{coordinate->position, kCoordinateSpanM, {}}}});
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
  m_search->ask(typed,
                [this, typed](gis::Result<std::vector<gis::SearchGroup>> groups) { found(typed, std::move(groups)); });
}

void GoToBar::found(const QString& typed, gis::Result<std::vector<gis::SearchGroup>> groups) {
  if (!groups) {
    m_context.messages.add(std::move(groups.error()));
    return;
  }
  std::vector<Line> lines;
  for (const gis::SearchGroup& group : *groups) {
    if (lines.size() >= kMostRows) break;
    lines.push_back({titleOf(group.table) + (group.more ? QStringLiteral(" …") : QString()), {}, {}, {}});
    for (const gis::SearchHit& hit : group.hits) {
      QStringList second{QString::fromStdString(hit.note), QString::fromStdString(hit.context),
                         QString::fromStdString(hit.code)};
      second.removeAll(QString());
      const QString name = QString::fromStdString(hit.name);
      Line line{name, second.join(QStringLiteral(" · ")), iconOf(group.table), {}};
      // What has no place is still worth reading: a person's number, a code.
      if (hit.where) line.target = Target{*hit.where, hit.span_m > 0 ? hit.span_m : kPlaceSpanM, name};
      lines.push_back(std::move(line));
    }
  }
  if (lines.empty()) {
    offerNote(m_search->indexing()
                  ? tr("Names are being indexed for the search; places found by name alone are there already.")
                  : tr("Nothing called “%1”. Try part of the name, its code, a phone number, or the pinyin initials.")
                        .arg(typed));
    return;
  }
  offer(std::move(lines));
}

QString GoToBar::titleOf(const std::string& table) const {
  if (table == "division") return tr("Administrative divisions");
  if (table == "responsible_person") return tr("Persons in charge");
  for (const MapLayer& layer : m_context.document.layers())
    if (layer.table == table) return layer.title.text(m_context.document.language());
  return QString::fromStdString(table);
}

QString GoToBar::iconOf(const std::string& table) const {
  if (table == "responsible_person") return QStringLiteral("person");
  for (const MapLayer& layer : m_context.document.layers())
    if (layer.table == table) return layer.group;
  return QStringLiteral("target");
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

void GoToBar::offer(std::vector<Line> lines) {
  m_lines = std::move(lines);
  placePopup();
  m_popup->clear();
  int first = -1;
  for (const Line& line : m_lines) {
    auto* item = new QListWidgetItem(line.second.isEmpty() ? line.first : line.first + QLatin1Char('\n') + line.second);
    if (line.icon.isEmpty()) {
      // A heading: read, never chosen.
      QFont font = m_popup->font();
      font.setWeight(QFont::DemiBold);
      item->setFont(font);
      item->setFlags(Qt::NoItemFlags);
    } else {
      item->setIcon(themedIcon(line.icon));
    }
    m_popup->addItem(item);
    if (first < 0 && line.target) first = m_popup->count() - 1;
  }
  m_popup->setCurrentRow(first);
  placePopup();
  if (m_go_when_found) go(first);
}

void GoToBar::offerNote(const QString& note) {
  m_lines.clear();
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
  if (row < 0 || row >= static_cast<int>(m_lines.size()) || !m_lines[static_cast<std::size_t>(row)].target) return;
  const Target target = *m_lines[static_cast<std::size_t>(row)].target;
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
  const bool open = m_popup && m_popup->isVisible() && !m_lines.empty();
  switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (open && !m_delay.isActive()) {
        go(std::max(0, m_popup->currentRow()));
      } else {
        m_delay.stop();
        look();
        // A position is known at once; a name only when the search has answered.
        if (m_lines.empty()) {
          m_go_when_found = m_search->asking();
        } else {
          go(0);
        }
      }
      return;
    case Qt::Key_Down:
    case Qt::Key_Up:
      if (open) {
        step(event->key() == Qt::Key_Down ? 1 : -1);
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

// Headings are passed over.
void GoToBar::step(int by) {
  for (int row = m_popup->currentRow() + by; row >= 0 && row < m_popup->count(); row += by)
    if (m_popup->item(row)->flags() & Qt::ItemIsEnabled) {
      m_popup->setCurrentRow(row);
      return;
    }
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

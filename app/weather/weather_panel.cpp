// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/weather/weather_panel.h"

#include <QCheckBox>
#include <QDateTime>
#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/settings/app_settings.h"
#include "app/settings/theme.h"
#include "app/text/error_text.h"
#include "app/weather/warning_form.h"
#include "gis/cap/event_types.h"
#include "layers/weather/warning_layer.h"

namespace app {
namespace {

const QString kLayerId = QStringLiteral("weather-warnings");
constexpr int kTickMs = 15'000;
constexpr std::int64_t kMsPerMinute = 60'000;

bool sameEvents(const std::vector<gis::weather::WarningEvent>& a, const std::vector<gis::weather::WarningEvent>& b) {
  return std::ranges::equal(a, b, [](const auto& x, const auto& y) {
    return x.state == y.state && x.latest.identifier == y.latest.identifier;
  });
}

}  // namespace

WeatherPanel::WeatherPanel(PanelContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_slot(context.pools, Pool::kIo),
      m_summary(new QLabel),
      m_list(new QListWidget),
      m_past(new QCheckBox),
      m_details(new QLabel),
      m_new(new QPushButton),
      m_update(new QPushButton),
      m_cancel(new QPushButton),
      m_form(new WarningForm) {
  setMinimumWidth(dp(300));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(dp(12), dp(8), dp(12), dp(8));
  column->setSpacing(dp(8));
  m_summary->setWordWrap(true);
  m_summary->setProperty("role", "heading");
  m_details->setWordWrap(true);
  m_details->setTextFormat(Qt::PlainText);
  m_details->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  m_list->setIconSize(QSize(dp(30), dp(30)));
  m_list->setUniformItemSizes(false);
  m_list->setSpacing(dp(2));
  m_list->setWordWrap(true);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(m_new);
  buttons->addWidget(m_update);
  buttons->addWidget(m_cancel);
  column->addWidget(m_summary);
  column->addWidget(m_list, 2);
  column->addWidget(m_past);
  column->addWidget(m_details, 1);
  column->addLayout(buttons);
  column->addWidget(m_form, 3);
  m_form->hide();
  connect(m_list, &QListWidget::currentRowChanged, this, [this] { refreshDetails(); });
  connect(m_past, &QCheckBox::toggled, this, [this] { refresh(); });
  connect(m_new, &QPushButton::clicked, this, [this] { issue(gis::weather::WarningMessage::kAlert); });
  connect(m_update, &QPushButton::clicked, this, [this] { issue(gis::weather::WarningMessage::kUpdate); });
  connect(m_cancel, &QPushButton::clicked, this, [this] { issue(gis::weather::WarningMessage::kCancel); });
  connect(m_form, &WarningForm::rejected, this, [this] {
    m_form->hide();
    refresh();
  });
  connect(m_form, &WarningForm::accepted, this, [this] {
    const gis::weather::WarningRecord record = m_form->record();
    const auto wrong = gis::weather::wrongFields(record);
    if (wrong.empty()) return store(record);
    const bool areas = std::ranges::find(wrong, "areas") != wrong.end();
    m_form->tell(areas ? tr("Choose at least one district.")
                       : tr("Not complete: %1").arg(QString::fromStdString(wrong.front())));
  });
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (change.properties & MapChange::kWorkspace) {
      m_book.reset();
      m_events.clear();
      m_form->hide();
      reload();
    } else if (change.properties & MapChange::kPast) {
      reload();
    }
  });
  m_tick.setInterval(kTickMs);
  // Warnings come by other ways as well: from a file, by a call-out's window.
  connect(&m_tick, &QTimer::timeout, this, [this] {
    if (m_form->isHidden() && isVisible() && !busy())
      reload();
    else
      refreshTimes();
  });
  m_tick.start();
  retranslate();
  reload();
}

std::int64_t WeatherPanel::nowMs() const { return gis::SystemClock().nowUtcMs() - m_ahead_ms; }

void WeatherPanel::reload() {
  const auto& workspace = m_context.document.workspace();
  m_slot.drop();
  if (workspace)
    m_slot.ask([folder = workspace->place()](const gis::CancelToken& cancel,
                                             const gis::Progress&) { return readWarnings(folder, cancel); },
               [this](gis::Result<WarningBook> book) { showBook(std::move(book)); });
  refresh();
}

void WeatherPanel::showBook(gis::Result<WarningBook> book) {
  if (!book) {
    m_context.messages.add(book.error());
    if (m_form->isVisible()) m_form->tell(errorSentence(book.error()));
    refresh();
    m_summary->setText(errorSentence(book.error()));
    return;
  }
  // A made city's present stands still; from its opening on time runs.
  if (!m_book) m_ahead_ms = gis::SystemClock().nowUtcMs() - book->present_utc_ms;
  m_book = std::move(*book);
  m_form->hide();
  const auto before = std::exchange(m_events, gis::weather::warningEvents(m_book->messages, nowMs()));
  refresh();
  if (!sameEvents(before, m_events) || m_context.document.find(kLayerId) == nullptr) draw();
}

QString WeatherPanel::typeName(const std::string& code) const {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return {};
  const auto list = workspace->codes.find("code_warning_type");
  if (list == workspace->codes.end()) return QString::fromStdString(code);
  const auto found = std::ranges::find(list->second, code, &gis::CodeEntry::code);
  if (found == list->second.end()) {
    const gis::EventType* type = gis::eventTypeOf(code);
    if (type == nullptr) return code.empty() ? tr("unknown type") : QString::fromStdString(code);
    return QString::fromStdString(m_context.document.language().startsWith(QLatin1String("zh")) ? type->name_zh
                                                                                                : type->name_en);
  }
  return QString::fromStdString(m_context.document.language().startsWith(QLatin1String("zh")) ? found->name_zh
                                                                                              : found->name_en);
}

QString WeatherPanel::areaText(const gis::weather::WarningRecord& record) const {
  QStringList names;
  for (const std::string& code : record.area_codes) {
    const auto found = std::ranges::find(m_book->districts, code, &WarnedDistrict::code);
    names << QString::fromStdString(found == m_book->districts.end() ? code : found->name);
  }
  if (names.size() > 1 && names.size() == static_cast<qsizetype>(m_book->districts.size())) return tr("the whole city");
  if (!record.polygons.empty()) names << tr("an area drawn");
  return names.join(m_context.document.language().startsWith(QLatin1String("zh")) ? QStringLiteral("、")
                                                                                  : QStringLiteral(", "));
}

QString WeatherPanel::leftText(const gis::weather::WarningEvent& event) const {
  using gis::weather::WarningState;
  switch (event.state) {
    case WarningState::kCancelled:
      return tr("cancelled");
    case WarningState::kExpired:
      return tr("expired");
    case WarningState::kPending:
      return tr("not yet in force");
    default:
      break;
  }
  const auto left = event.leftMs(nowMs());
  if (!left) return tr("until cancelled");
  const auto minutes = std::max<std::int64_t>(0, *left / kMsPerMinute);
  return minutes >= 60 ? tr("%1 h %2 min left").arg(minutes / 60).arg(minutes % 60) : tr("%1 min left").arg(minutes);
}

const gis::weather::WarningEvent* WeatherPanel::chosen() const {
  const QListWidgetItem* item = m_list->currentItem();
  if (item == nullptr) return nullptr;
  const auto i = static_cast<std::size_t>(item->data(Qt::UserRole).toInt());
  return i < m_events.size() ? &m_events[i] : nullptr;
}

void WeatherPanel::refreshTimes() {
  if (!m_book) return;
  const auto before = std::exchange(m_events, gis::weather::warningEvents(m_book->messages, nowMs()));
  refresh();
  if (!sameEvents(before, m_events)) draw();  // one began or ended
}

void WeatherPanel::refresh() {
  const auto& workspace = m_context.document.workspace();
  const bool can_edit = workspace && !workspace->read_only_reason && m_book;
  const bool entering = !m_form->isHidden();
  for (QWidget* w : std::initializer_list<QWidget*>{m_list, m_past, m_details, m_new, m_update, m_cancel})
    w->setVisible(!entering && m_book);
  m_new->setEnabled(can_edit);
  const auto in_force = std::ranges::count_if(m_events, [](const auto& e) { return e.inForce(); });
  m_summary->setText(!workspace      ? tr("Open a workspace first.")
                     : !m_book       ? tr("Reading the warnings …")
                     : entering      ? tr("A warning is entered")
                     : in_force == 0 ? tr("No warning is in force. “New” issues one by a template.")
                                     : tr("%n warning(s) in force", nullptr, static_cast<int>(in_force)));
  const std::string kept = chosen() ? chosen()->latest.first_identifier : std::string();
  const QSignalBlocker quiet(m_list);
  m_list->clear();
  if (m_book)
    for (std::size_t i = 0; i < m_events.size(); ++i) {
      const auto& event = m_events[i];
      if (!event.inForce() && event.state != gis::weather::WarningState::kPending && !m_past->isChecked()) continue;
      const int colour = static_cast<int>(event.latest.colour);
      const auto* list = &workspace->codes;
      QString colour_name;
      if (const auto codes = list->find("code_warning_colour"); codes != list->end())
        for (const gis::CodeEntry& entry : codes->second)
          if (entry.code == std::to_string(colour))
            colour_name = QString::fromStdString(
                m_context.document.language().startsWith(QLatin1String("zh")) ? entry.name_zh : entry.name_en);
      auto* item = new QListWidgetItem(m_list);
      item->setText(tr("%1 %2 warning").arg(colour_name, typeName(event.latest.type_code)) + QStringLiteral("  ·  ") +
                    leftText(event) + QLatin1Char('\n') + areaText(event.latest));
      item->setIcon(QIcon(
          QPixmap::fromImage(m_icons.image(layers::warningIcon(event.latest.type_code), dp(30), devicePixelRatioF(),
                                           event.inForce() ? layers::warningColour(colour) : QColor(120, 126, 134)))));
      item->setData(Qt::UserRole, static_cast<int>(i));
      if (event.latest.first_identifier == kept) m_list->setCurrentItem(item);
    }
  if (m_list->currentItem() == nullptr && m_list->count() > 0) m_list->setCurrentRow(0);
  refreshDetails();
}

void WeatherPanel::refreshDetails() {
  const auto* event = chosen();
  const auto& workspace = m_context.document.workspace();
  const bool can_edit = workspace && !workspace->read_only_reason;
  const bool open = event && event->state != gis::weather::WarningState::kCancelled;
  m_update->setEnabled(can_edit && open);
  m_cancel->setEnabled(can_edit && open);
  if (event == nullptr) {
    m_details->clear();
    return;
  }
  const auto time = [](std::int64_t utc_ms) {
    return QDateTime::fromMSecsSinceEpoch(utc_ms).toString(QStringLiteral("MM-dd HH:mm"));
  };
  QStringList lines{QString::fromStdString(event->latest.headline), QString::fromStdString(event->latest.description)};
  if (!event->latest.instruction.empty()) lines << QString::fromStdString(event->latest.instruction);
  for (const auto& message : event->messages)
    lines << QStringLiteral("%1  %2  %3")
                 .arg(time(message.issued_utc_ms),
                      message.message == gis::weather::WarningMessage::kAlert    ? tr("issued")
                      : message.message == gis::weather::WarningMessage::kUpdate ? tr("updated")
                                                                                 : tr("cancelled"),
                      QString::fromStdString(message.author));
  lines << QString::fromStdString(event->latest.identifier);
  m_details->setText(lines.join(QLatin1Char('\n')));
}

void WeatherPanel::issue(gis::weather::WarningMessage message) {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || !m_book) return;
  const auto* event = chosen();
  if (message != gis::weather::WarningMessage::kAlert && event == nullptr) return;
  const std::string author = m_context.settings.author().name;
  m_form->setChoices(*m_book, workspace->codes, m_context.document.language(), m_context.document.cityName());
  m_form->begin(workspace->facts.city_code, author, nowMs(),
                message == gis::weather::WarningMessage::kAlert ? nullptr : &event->latest);
  if (message == gis::weather::WarningMessage::kCancel) {
    gis::weather::WarningRecord record = m_form->record();
    record.message = message;
    record.headline = tr("%1 cancels the %2 warning")
                          .arg(QString::fromStdString(record.sender_name), typeName(record.type_code))
                          .toStdString();
    record.description.clear();
    record.expires_utc_ms.reset();
    record.area_codes = event->latest.area_codes;
    return store(record);
  }
  m_form->show();
  refresh();
}

void WeatherPanel::store(const gis::weather::WarningRecord& record) {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return;
  m_slot.ask([folder = workspace->place(), record](const gis::CancelToken& cancel,
                                                   const gis::Progress&) { return addWarning(folder, record, cancel); },
             [this](gis::Result<WarningBook> book) { showBook(std::move(book)); });
}

void WeatherPanel::draw() {
  std::vector<layers::WarnedShape> shapes;
  for (const gis::weather::WarnedArea& area : gis::weather::warnedAreas(m_events)) {
    const auto found = std::ranges::find(m_book->districts, area.division_code, &WarnedDistrict::code);
    if (found == m_book->districts.end()) continue;
    layers::WarnedShape shape{found->rings, found->seat, static_cast<int>(area.colour), {}};
    for (const auto& event : m_events)
      if (event.inForce() &&
          std::ranges::find(event.latest.area_codes, area.division_code) != event.latest.area_codes.end())
        shape.signs.push_back({event.latest.type_code, static_cast<int>(event.latest.colour)});
    shapes.push_back(std::move(shape));
  }
  MapDocument& document = m_context.document;
  for (const auto& event : m_events) {
    if (!event.inForce()) continue;
    for (const auto& ring : event.latest.polygons) {
      layers::WarnedShape shape{{{}}, {}, static_cast<int>(event.latest.colour), {}};
      gis::MapBox box;
      for (const gis::LonLat& p : ring)
        if (const auto at = document.toMap(p)) shape.rings[0].push_back(*at), box.add(*at);
      if (shape.rings[0].size() < 3) continue;
      shape.sign_at = box.centre();
      shape.signs.push_back({event.latest.type_code, shape.colour});
      shapes.push_back(std::move(shape));
    }
  }
  if (shapes.empty()) {
    if (document.find(kLayerId)) document.removeLayer(kLayerId);
    return;
  }
  auto state = std::make_shared<const layers::WarningLayer>(std::move(shapes));
  if (document.find(kLayerId) != nullptr) return document.setState(kLayerId, std::move(state));
  MapLayer layer;
  layer.id = kLayerId;
  layer.room = QStringLiteral("weather");
  layer.group = QStringLiteral("base");
  layer.title = {QStringLiteral("气象预警信号"), QStringLiteral("Weather warnings")};
  layer.origin = LayerOrigin::kPlotting;
  layer.state = std::move(state);
  layer.load = LoadState::kReady;
  document.addLayer(std::move(layer));
}

void WeatherPanel::retranslate() {
  setWindowTitle(tr("Weather warnings"));
  m_past->setText(tr("Show those that are over"));
  m_new->setText(tr("New …"));
  m_update->setText(tr("Update …"));
  m_cancel->setText(tr("Cancel …"));
  m_form->retranslate();
  refresh();
}

void WeatherPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace app

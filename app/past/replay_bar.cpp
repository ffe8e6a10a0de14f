// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/past/replay_bar.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <algorithm>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/past/past_keeper.h"
#include "app/past/replay_slider.h"
#include "app/settings/theme.h"
#include "app/timeline_report/timeline_report.h"
#include "gis/store/workspace.h"

namespace app {
namespace {

constexpr int kTickMs = 500;
constexpr int kSpeeds[] = {1, 10, 60, 600};
constexpr double kEventPx = 260;

}  // namespace

ReplayBar::ReplayBar(PanelContext& context, PastKeeper& keeper, QWidget* parent)
    : QFrame(parent),
      m_context(context),
      m_keeper(keeper),
      m_read(context.pools, Pool::kIo),
      m_event(new QComboBox),
      m_play(new QPushButton),
      m_speed(new QComboBox),
      m_slider(new ReplaySlider),
      m_now(new QLabel) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(dp(12), dp(4), dp(12), dp(4));
  row->setSpacing(dp(8));
  m_event->setMaximumWidth(dp(static_cast<int>(kEventPx)));
  row->addWidget(m_event);
  row->addWidget(m_play);
  row->addWidget(m_speed);
  row->addWidget(m_slider, 1);
  row->addWidget(m_now);
  m_play->setAutoDefault(false);
  for (const int speed : kSpeeds) m_speed->addItem(QStringLiteral("%1×").arg(speed), speed);
  m_speed->setCurrentIndex(2);
  m_tick.setInterval(kTickMs);
  connect(&m_tick, &QTimer::timeout, this, &ReplayBar::tick);
  connect(m_play, &QPushButton::clicked, this, [this] { play(!isPlaying()); });
  connect(m_slider, &ReplaySlider::playWanted, this, [this] { play(!isPlaying()); });
  connect(m_slider, &ReplaySlider::moved, this, [this](qint64 utc_ms) { goTo(utc_ms); });
  connect(m_event, &QComboBox::activated, this, [this](int i) {
    if (i >= 0 && i < static_cast<int>(m_spans.size())) {
      read(m_spans[static_cast<std::size_t>(i)].id);
      goTo(m_spans[static_cast<std::size_t>(i)].from_utc_ms);
    }
  });
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (change.properties & MapChange::kWorkspace) {
      play(false);
      m_was_read = false;
      m_spans.clear();
    }
    if (change.properties & (MapChange::kPast | MapChange::kWorkspace)) follow();
  });
  retranslate();
  follow();
}

void ReplayBar::follow() {
  const PastMapPtr& past = m_context.document.past();
  if (!past) {
    play(false);
    return hide();
  }
  m_at_utc_ms = past->utc_ms;
  m_now->setText(timelineTime(m_at_utc_ms));
  m_slider->setUtcMs(m_at_utc_ms);
  if (!m_was_read)
    read({});
  else
    setVisible(!m_spans.empty());
}

// Events of the whole workspace, later ones too: the past is looked at to be understood.
void ReplayBar::read(const std::string& event_id) {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return;
  m_was_read = true;
  m_read.ask(
      [folder = workspace->folder, event_id, at = m_at_utc_ms](const gis::CancelToken&,
                                                               const gis::Progress&) -> gis::Result<Read> {
        const auto opened = gis::Workspace::open(folder, gis::OpenMode::kRead);
        if (!opened) return std::unexpected(opened.error());
        const gis::TimelineStore store(opened->db());
        auto spans = store.spans();
        if (!spans) return std::unexpected(spans.error());
        Read read{std::move(*spans), {}, {}};
        if (read.spans.empty()) return read;
        auto chosen = std::ranges::find_if(read.spans, [&](const gis::EventSpan& span) {
          return event_id.empty() ? span.from_utc_ms <= at && at <= span.to_utc_ms : span.id == event_id;
        });
        if (chosen == read.spans.end()) chosen = read.spans.begin();
        read.chosen = *chosen;
        auto entries = store.entries(chosen->from_utc_ms, chosen->to_utc_ms);
        if (!entries) return std::unexpected(entries.error());
        read.entries = std::move(*entries);
        return read;
      },
      [this](gis::Result<Read> read) { accept(std::move(read)); });
}

void ReplayBar::accept(gis::Result<Read> read) {
  if (!read) return m_context.messages.add(read.error());
  m_spans = std::move(read->spans);
  m_chosen = std::move(read->chosen);
  m_event->clear();
  for (const gis::EventSpan& span : m_spans)
    m_event->addItem(timelineTime(span.from_utc_ms).left(11) + QLatin1Char(' ') + QString::fromStdString(span.title));
  const auto chosen = std::ranges::find(m_spans, m_chosen.id, &gis::EventSpan::id);
  if (chosen != m_spans.end()) m_event->setCurrentIndex(static_cast<int>(chosen - m_spans.begin()));
  m_slider->setEvent(m_chosen, std::move(read->entries), [](const gis::TimelineEntry& entry) {
    return timelineTime(entry.at_utc_ms) + QStringLiteral("  ") + timelineText(entry);
  });
  m_slider->setUtcMs(m_at_utc_ms);
  setVisible(m_context.document.past() && !m_spans.empty());
}

void ReplayBar::goTo(std::int64_t utc_ms) {
  m_at_utc_ms = utc_ms;
  m_now->setText(timelineTime(utc_ms));
  m_keeper.ask(utc_ms, PastUse::kShow);
}

void ReplayBar::play(bool plays) {
  if (plays == isPlaying()) return;
  if (plays && m_at_utc_ms >= m_chosen.to_utc_ms) m_at_utc_ms = m_chosen.from_utc_ms;  // from the beginning again
  plays ? m_tick.start() : m_tick.stop();
  retranslate();
}

// A map that takes longer than a tick is waited for: the clock then runs slower, and nothing is left out.
void ReplayBar::tick() {
  if (m_keeper.busy()) return;
  const std::int64_t step_ms = std::int64_t{kTickMs} * m_speed->currentData().toInt();
  const std::int64_t next = std::min(m_at_utc_ms + step_ms, m_chosen.to_utc_ms);
  m_slider->setUtcMs(next);
  goTo(next);
  if (next >= m_chosen.to_utc_ms) play(false);
}

void ReplayBar::retranslate() {
  m_play->setText(isPlaying() ? tr("Pause") : tr("Play"));
  m_event->setAccessibleName(tr("Event"));
  m_speed->setAccessibleName(tr("Speed"));
  m_speed->setToolTip(tr("Times as fast as it happened"));
  m_slider->setAccessibleName(tr("Moment of the event"));
}

void ReplayBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QFrame::changeEvent(event);
}

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/journal_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QResizeEvent>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/core/panel_head.h"
#include "app/footprint/threatened.h"
#include "app/journal/shift_form.h"
#include "app/journal_report/journal_report.h"
#include "app/journal_report/journal_words.h"
#include "app/report/report_workbook.h"
#include "app/settings/app_settings.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"
#include "app/text/moment_text.h"

namespace app {
namespace {

namespace journal = gis::journal;

constexpr int kTickMs = 10'000, kReadEveryMs = 30'000, kTypingMs = 250;
constexpr int kShiftSpan = -1, kDayHours = 24, kWeekHours = 168;
constexpr int kClocksShown = 5, kNarrow_px = 420;
constexpr double kEntrySpanM = 4000;

void dress(QTableView& table) {
  table.setSelectionBehavior(QAbstractItemView::SelectRows);
  table.setSelectionMode(QAbstractItemView::SingleSelection);
  table.setEditTriggers(QAbstractItemView::NoEditTriggers);
  table.setTabKeyNavigation(false);
  table.verticalHeader()->hide();
  table.horizontalHeader()->setHighlightSections(false);
}

}  // namespace

JournalPanel::JournalPanel(PanelContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_entries(new EntryModel(this)),
      m_clocks(new ClockModel(this)),
      m_title(new QLabel),
      m_on_duty(new QLabel),
      m_note(new QLabel),
      m_trouble(new QLabel),
      m_empty(new QLabel),
      m_chosen(new QLabel),
      m_clock_title(new QLabel),
      m_report(new QPushButton),
      m_shift(new QPushButton),
      m_thing(new QPushButton),
      m_correct(new QPushButton),
      m_done(new QPushButton),
      m_refresh(new QToolButton),
      m_stack(new QStackedWidget),
      m_main(nullptr),
      m_clock_table(new QTableView),
      m_entry_table(new QTableView),
      m_search(new QLineEdit),
      m_kind(new QComboBox),
      m_span(new QComboBox),
      m_open_only(new QCheckBox),
      m_drills(new QCheckBox),
      m_form(new JournalEntryForm(context)),
      m_shift_form(new ShiftForm),
      m_read(context.pools, Pool::kIo),
      m_write(context.pools, Pool::kIo),
      m_report_slot(context.pools, Pool::kIo) {
  makeWidgets();
  m_open_for.start();
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (change.properties & MapChange::kWorkspace) {
      m_read.drop();
      m_error.reset();
      m_open_for.restart();
      m_stack->setCurrentWidget(m_main);
      accept(JournalViewPtr());
    }
    if ((change.properties & (MapChange::kWorkspace | MapChange::kPast)) && isVisible()) read();
  });
  retranslate();
  showState();
}

void JournalPanel::makeWidgets() {
  setMinimumWidth(dp(320));
  QVBoxLayout* column = makePanelHead(*this, *m_title, {m_report}, *m_refresh);
  auto* duty = new QHBoxLayout;
  m_on_duty->setWordWrap(true);
  m_on_duty->setTextInteractionFlags(Qt::TextSelectableByMouse);
  duty->addWidget(m_on_duty, 1);
  duty->addWidget(m_shift);
  column->addLayout(duty);
  m_note->setProperty("role", "faint");
  m_trouble->setProperty("role", "danger");
  for (QLabel* label : {m_note, m_trouble}) {
    label->setWordWrap(true);
    label->hide();
    column->addWidget(label);
  }
  m_main = makeMainPage();
  m_stack->addWidget(m_main);
  m_stack->addWidget(m_shift_form);
  m_empty->setWordWrap(true);
  m_empty->setAlignment(Qt::AlignCenter);
  m_empty->setProperty("role", "second");
  m_stack->addWidget(m_empty);
  column->addWidget(m_stack, 1);
  m_tick.setInterval(kTickMs);
  connect(&m_tick, &QTimer::timeout, this, &JournalPanel::tick);
  m_typing.setSingleShot(true);
  m_typing.setInterval(kTypingMs);
  connect(&m_typing, &QTimer::timeout, this, &JournalPanel::read);
  connect(m_refresh, &QToolButton::clicked, this, &JournalPanel::read);
  connect(m_report, &QPushButton::clicked, this, &JournalPanel::askForFile);
  connect(m_shift, &QPushButton::clicked, this, &JournalPanel::changeShift);
  connect(m_form, &JournalEntryForm::written, this, &JournalPanel::writeTyped);
  connect(m_shift_form, &ShiftForm::left, this, [this] { m_stack->setCurrentWidget(m_main); });
  connect(m_shift_form, &ShiftForm::begun, this, [this](const journal::Watch& watch, const QString& remarks) {
    write([watch, remarks = remarks.toStdString(), who = m_context.settings.author().name](
              const OpenJournal& open) { return open.store.startShift(watch, who, remarks); },
          [this] { m_stack->setCurrentWidget(m_main); });
  });
  connect(m_shift_form, &ShiftForm::handedOver, this, [this](const journal::HandOverDraft& draft) {
    write([draft](const OpenJournal& open) { return open.store.handOver(draft); },
          [this] { m_stack->setCurrentWidget(m_main); });
  });
}

QWidget* JournalPanel::makeMainPage() {
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(dp(4));
  auto* running = new QHBoxLayout;
  m_clock_title->setProperty("role", "second");
  running->addWidget(m_clock_title, 1);
  running->addWidget(m_done);
  column->addLayout(running);
  dress(*m_clock_table);
  m_clock_table->setModel(m_clocks);
  m_clock_table->horizontalHeader()->hide();
  m_clock_table->installEventFilter(this);
  m_clock_table->horizontalHeader()->setSectionResizeMode(ClockModel::kWhat, QHeaderView::Stretch);
  column->addWidget(m_clock_table);
  makeFilters(*page);
  dress(*m_entry_table);
  m_entry_table->setModel(m_entries);
  m_entry_table->setWordWrap(true);
  m_entry_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  m_entry_table->horizontalHeader()->setSectionResizeMode(EntryModel::kWhat, QHeaderView::Stretch);
  m_entry_table->installEventFilter(this);
  column->addWidget(m_entry_table, 1);
  m_chosen->setWordWrap(true);
  m_chosen->setProperty("role", "second");
  m_chosen->setTextInteractionFlags(Qt::TextSelectableByMouse);
  column->addWidget(m_chosen);
  auto* actions = new QHBoxLayout;
  actions->addStretch(1);
  actions->addWidget(m_thing);
  actions->addWidget(m_correct);
  column->addLayout(actions);
  column->addWidget(m_form);
  connect(m_done, &QPushButton::clicked, this, &JournalPanel::markDone);
  connect(m_thing, &QPushButton::clicked, this, &JournalPanel::openThing);
  connect(m_correct, &QPushButton::clicked, this, &JournalPanel::correctChosen);
  connect(m_entry_table, &QTableView::activated, this, &JournalPanel::openThing);
  connect(m_clock_table, &QTableView::clicked, this, [this](const QModelIndex& index) {
    if (const journal::ClockState* clock = m_clocks->at(index.row()))
      if (const int row = m_entries->rowOf(clock->entry_seq); row >= 0) m_entry_table->selectRow(row);
  });
  connect(m_entry_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &JournalPanel::showChosen);
  return page;
}

void JournalPanel::makeFilters(QWidget& page) {
  auto* column = static_cast<QVBoxLayout*>(page.layout());
  auto* row = new QHBoxLayout;
  m_search->setClearButtonEnabled(true);
  row->addWidget(m_search, 1);
  row->addWidget(m_kind);
  column->addLayout(row);
  auto* second = new QHBoxLayout;
  second->addWidget(m_span);
  second->addWidget(m_open_only);
  second->addWidget(m_drills);
  second->addStretch(1);
  column->addLayout(second);
  connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
  connect(m_kind, &QComboBox::activated, this, &JournalPanel::read);
  connect(m_span, &QComboBox::activated, this, &JournalPanel::read);
  for (QCheckBox* box : {m_open_only, m_drills}) connect(box, &QCheckBox::clicked, this, &JournalPanel::read);
}

std::optional<JournalPlace> JournalPanel::place() const {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return std::nullopt;
  return JournalPlace{workspace->folder, m_open_for.elapsed()};
}

JournalWish JournalPanel::wish() const {
  JournalWish wish;
  wish.query.find = m_search->text().trimmed().toStdString();
  if (const QString kind = m_kind->currentData().toString(); !kind.isEmpty()) wish.query.kinds = {kind.toStdString()};
  wish.query.open_only = m_open_only->isChecked();
  wish.query.drills = m_drills->isChecked() ? journal::Drills::kOnly : journal::Drills::kWithout;
  if (const auto& past = m_context.document.past()) wish.query.as_of_utc_ms = past->utc_ms;
  const int span = m_span->currentData().toInt();
  wish.shift_only = span == kShiftSpan;
  wish.hours = std::max(0, span);
  return wish;
}

void JournalPanel::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  m_tick.start();
  if (!m_read.busy()) read();
}

void JournalPanel::tick() {
  if (!isVisible()) return m_tick.stop();
  if (m_view && !m_context.document.past()) m_clocks->setNow(m_view->now_utc_ms + m_since_read.elapsed());
  if (!m_since_read.isValid() || m_since_read.elapsed() >= kReadEveryMs) read();
}

void JournalPanel::read() {
  const auto where = place();
  if (!where) return;
  m_read.ask([where = *where, wish = wish()](const gis::CancelToken& cancel,
                                             const gis::Progress&) { return readJournal(where, wish, cancel); },
             [this](gis::Result<JournalViewPtr> view) { accept(std::move(view)); });
  if (!m_view) showState();
}

void JournalPanel::accept(gis::Result<JournalViewPtr> view) {
  if (!view) {
    if (view.error().code == gis::ErrorCode::kCancelled) return;
    m_error = std::move(view.error());  // what was read before stays to be looked at
    return showState();
  }
  const journal::Entry* before = chosen();
  const std::int64_t kept = before ? before->seq : 0;
  const journal::ClockState* clock = m_clocks->at(m_clock_table->currentIndex().row());
  const std::string kept_clock = clock ? clock->name : std::string();
  const bool new_kinds = !m_view && *view;
  m_view = std::move(*view);
  m_since_read.restart();
  m_entries->setView(m_view);
  m_clocks->setView(m_view, m_drills->isChecked());
  if (new_kinds) retranslate();
  if (const int row = m_entries->rowOf(kept); row >= 0) m_entry_table->selectRow(row);
  for (int row = 0; row < m_clocks->rowCount(); ++row)
    if (m_clocks->at(row)->name == kept_clock) m_clock_table->selectRow(row);
  if (m_clocks->rowCount() > 0 && !m_clock_table->currentIndex().isValid()) m_clock_table->selectRow(0);
  showState();
  fitColumns();
}

// In a narrow panel what happened has the room; who told it stands below the chosen entry and in the tip.
void JournalPanel::fitColumns() {
  const bool narrow = width() < dp(kNarrow_px);
  m_clock_table->setColumnHidden(ClockModel::kWho, narrow);
  m_entry_table->setColumnHidden(EntryModel::kWho, narrow);
  // Rows are as high as their words at the width that the column has now.
  m_entry_table->resizeRowsToContents();
}

void JournalPanel::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  if (event->size().width() != event->oldSize().width()) fitColumns();
}

void JournalPanel::showDuty() {
  const journal::Shift* shift = m_view ? m_view->state.onDuty() : nullptr;
  m_on_duty->setProperty("role", shift ? "" : "second");
  m_on_duty->setText(
      !m_view ? QString()
      : shift ? tr("On duty since %1: %2").arg(beijingTimeText(shift->began_utc_ms).mid(5), watchText(shift->watch))
              : tr("Nobody is on duty."));
  m_shift->setText(shift ? tr("Hand over …") : tr("Begin a shift …"));
  m_shift->setVisible(m_view && m_view->is_there);
  m_shift->setEnabled(m_view && m_view->may_write && !m_write.busy());
}

void JournalPanel::showState() {
  const bool usable = m_view && m_view->is_there;
  m_trouble->setText(
      m_error ? journalTrouble(*m_error)
      : m_view && !m_view->troubles.empty()
          ? tr("Not everything could be read into the journal: %1").arg(journalTrouble(m_view->troubles[0]))
          : QString());
  m_trouble->setVisible(!m_trouble->text().isEmpty());
  m_refresh->setEnabled(m_context.document.workspace().has_value());
  m_report->setEnabled(usable);
  showDuty();
  const int running = m_clocks->rowCount();
  m_clock_title->setText(running == 0 ? tr("No deadlines run.") : tr("%n deadline(s)", nullptr, running));
  m_done->setVisible(running > 0);
  m_done->setEnabled(usable && m_view->may_write && !m_write.busy());
  m_clock_table->setVisible(running > 0);
  m_clock_table->resizeColumnToContents(ClockModel::kLeft);
  m_clock_table->resizeColumnToContents(ClockModel::kWho);
  m_clock_table->setFixedHeight(
      std::min(running, kClocksShown) * m_clock_table->verticalHeader()->defaultSectionSize() + dp(4));
  for (const int column : {int{EntryModel::kTime}, int{EntryModel::kKind}})
    m_entry_table->resizeColumnToContents(column);
  m_entry_table->setColumnWidth(EntryModel::kWho, dp(56));
  m_form->setUsable(usable && m_view->may_write);
  QStringList notes;
  if (const auto& past = m_context.document.past())
    notes << tr("As it was recorded at %1; nothing can be written.").arg(beijingTimeText(past->utc_ms));
  if (usable && m_drills->isChecked()) notes << tr("Drills only; what was real is not listed.");
  if (usable && m_view->more)
    notes << tr("The newest %1 entries; search or choose a time for older ones.").arg(kEntriesListed);
  if (usable && m_view->entries.empty())
    notes << tr("No entries here yet. Write the first below, or choose another time.");
  m_note->setText(notes.join(QLatin1Char('\n')));
  m_note->setVisible(!notes.isEmpty());
  showChosen();
  if (usable) {
    if (m_stack->currentWidget() == m_empty) m_stack->setCurrentWidget(m_main);
    return;
  }
  m_stack->setCurrentWidget(m_empty);
  m_empty->setText(!m_context.document.workspace() ? tr("Open a workspace to see its duty journal.")
                   : m_view
                       ? tr("This workspace is of an earlier version and has no journal; bring it up to date first.")
                   : m_error ? QString()
                             : tr("Reading the journal …"));
}

const journal::Entry* JournalPanel::chosen() const { return m_entries->at(m_entry_table->currentIndex().row()); }

void JournalPanel::showChosen() {
  const journal::Entry* entry = chosen();
  const bool may = entry && m_view->may_write;
  m_correct->setVisible(entry != nullptr);
  m_correct->setEnabled(may && !m_write.busy());
  const QString room = entry ? roomOfThing(entry->thing_kind) : QString();
  m_thing->setVisible(entry && (!room.isEmpty() || entry->where));
  m_thing->setText(!room.isEmpty() ? tr("Open its room (Enter)") : tr("On the map (Enter)"));
  m_chosen->setVisible(entry != nullptr);
  if (!entry) return;
  QStringList lines{tr("Entry %1, %2, written %3 by %4")
                        .arg(entry->seq)
                        .arg(beijingTimeText(entry->at_utc_ms), beijingTimeText(entry->recorded_utc_ms),
                             QString::fromStdString(entry->author))};
  if (!entry->people.empty()) lines << tr("People: %1").arg(QString::fromStdString(entry->people));
  if (!entry->place.empty()) lines << tr("Place: %1").arg(QString::fromStdString(entry->place));
  for (const journal::Attachment& one : entry->attachments) {
    const auto where = place();
    if (!where) continue;
    const QString file = QString::fromStdString(journal::attachmentFile(where->folder, one).string());
    lines << tr("File: %1 (%2)").arg(QString::fromStdString(one.name), file);
  }
  m_chosen->setText(lines.join(QLatin1Char('\n')));
}

void JournalPanel::write(JournalStep step, std::function<void()> written) {
  const auto where = place();
  if (!where || m_write.busy()) return;
  m_write.ask([where = *where, step = std::move(step)](const gis::CancelToken&,
                                                       const gis::Progress&) { return writeJournal(where, step); },
              [this, written = std::move(written)](gis::Result<journal::Entry> entry) {
                m_error.reset();
                if (!entry) {
                  m_error = std::move(entry.error());
                  return showState();
                }
                if (m_context.map.say) m_context.map.say(tr("Entry %1 was written.").arg(entry->seq));
                if (written) written();
                read();
              });
  showDuty();
}

void JournalPanel::writeTyped(const TypedEntry& typed) {
  write(
      [typed](const OpenJournal& open) -> gis::Result<journal::Entry> {
        TypedEntry whole = typed;
        journal::TypedPlace place{typed.place, typed.draft.where};
        if (!place.where) place = journal::typedPlace(open.workspace.db(), typed.place);
        if (typed.corrects_seq)
          return open.store.correct(*typed.corrects_seq, {typed.draft.text.zh,
                                                          typed.draft.people,
                                                          place.name,
                                                          place.where,
                                                          {},
                                                          typed.withdraws,
                                                          typed.draft.author});
        whole.draft.place = place.name;
        whole.draft.where = place.where;
        if (typed.answer_in_ms)
          whole.draft.answer_by_utc_ms = *typed.answer_in_ms == 0 ? 0 : open.store.nowUtcMs() + *typed.answer_in_ms;
        for (const std::filesystem::path& file : typed.files) {
          auto kept = journal::keepAttachment(open.workspace.folder(), file);
          if (!kept) return std::unexpected(kept.error());
          whole.draft.attachments.push_back(std::move(*kept));
        }
        return open.store.append(whole.draft);
      },
      [this] { m_form->clear(); });
}

void JournalPanel::markDone() {
  const journal::ClockState* clock = m_clocks->at(m_clock_table->currentIndex().row());
  if (!clock || !m_view || !m_view->may_write) return;
  write([name = clock->name, who = m_context.settings.author().name](
            const OpenJournal& open) { return open.store.markDone(name, who, {}); },
        {});
}

void JournalPanel::openThing() {
  const journal::Entry* entry = chosen();
  if (!entry) return;
  if (entry->where)
    if (const auto at = m_context.document.toMap(*entry->where)) {
      if (m_context.map.fly_to) m_context.map.fly_to(*at, kEntrySpanM);
      if (m_context.map.mark) m_context.map.mark(*at);
    }
  if (const QString room = roomOfThing(entry->thing_kind); !room.isEmpty())
    PlaceDesk::of(m_context.document).openPanel(room);
}

void JournalPanel::correctChosen() {
  const journal::Entry* entry = chosen();
  if (entry && m_view->may_write) m_form->correct(*entry);
}

void JournalPanel::changeShift() {
  if (!m_view || !m_view->may_write) return;
  m_shift_form->open(*m_view);
  m_stack->setCurrentWidget(m_shift_form);
}

void JournalPanel::askForFile() {
  const QString day = m_view ? beijingTimeText(m_view->now_utc_ms).left(10) : QString();
  const QString file = QFileDialog::getSaveFileName(
      this, tr("Save the journal as listed"),
      m_context.settings.filesFolder() + QLatin1Char('/') + tr("journal-%1").arg(day) + QStringLiteral(".xlsx"),
      tr("Excel (*.xlsx);;PDF (*.pdf)"));
  if (!file.isEmpty()) saveReport(file);
}

void JournalPanel::saveReport(const QString& file) {
  const auto where = place();
  if (!where || !m_view) return;
  JournalExtract extract;
  extract.entries.assign(m_view->entries.rbegin(), m_view->entries.rend());
  extract.kinds = m_view->kinds;
  extract.state = m_view->state;
  extract.until_utc_ms = extract.now_utc_ms = m_view->now_utc_ms;
  extract.from_utc_ms = extract.entries.empty() ? extract.until_utc_ms : extract.entries.front().at_utc_ms;
  m_report_slot.ask(
      [file, folder = where->folder, extract = std::move(extract), city = m_context.document.cityName(),
       demo = m_context.document.isDemo(),
       drill = m_drills->isChecked()](const gis::CancelToken&, const gis::Progress&) mutable -> gis::Result<void> {
        const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
        if (!workspace) return std::unexpected(workspace.error());
        const auto wall = std::make_shared<gis::SystemClock>();
        gis::UuidSource uuids(wall);
        auto check = journal::JournalStore(workspace->db(), *wall, uuids, {}).verify();
        if (!check) return std::unexpected(check.error());
        extract.check = std::move(*check);
        return writeReport(file.toStdString(), journalReport(extract, city, demo, drill));
      },
      [this, file](gis::Result<void> done) {
        if (!done) return m_context.messages.add(done.error());
        if (m_context.map.say) m_context.map.say(tr("Report saved: %1").arg(file));
      });
}

bool JournalPanel::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (watched == m_clock_table && (key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter)) {
      markDone();
      return true;
    }
    if (watched == m_entry_table && key == Qt::Key_C && m_correct->isEnabled()) {
      correctChosen();
      return true;
    }
    if (watched == m_entry_table && key == Qt::Key_N && m_form->isEnabled()) {
      m_form->text()->setFocus();
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

void JournalPanel::retranslate() {
  setWindowTitle(tr("Duty journal"));
  m_title->setText(tr("Duty journal"));
  m_refresh->setIcon(themedIcon(QStringLiteral("refresh")));
  m_refresh->setToolTip(tr("Read again"));
  m_report->setText(tr("Export …"));
  m_done->setText(tr("Done (space)"));
  m_correct->setText(tr("Correct (C)"));
  m_search->setPlaceholderText(tr("text, person, place"));
  m_open_only->setText(tr("Open"));
  m_open_only->setToolTip(tr("Only what is not finished"));
  m_drills->setText(tr("Drills"));
  const QVariant kind = m_kind->currentData();
  m_kind->clear();
  m_kind->addItem(tr("All kinds"), QString());
  if (m_view)
    for (const journal::KindName& one : m_view->kinds)
      m_kind->addItem(journalText({one.name_zh, one.name_en}), QString::fromStdString(one.code));
  m_kind->setCurrentIndex(std::max(0, m_kind->findData(kind)));
  const int span = m_span->count() == 0 ? 0 : m_span->currentIndex();
  m_span->clear();
  m_span->addItem(tr("7 days"), kWeekHours);
  m_span->addItem(tr("24 hours"), kDayHours);
  m_span->addItem(tr("This shift"), kShiftSpan);
  m_span->addItem(tr("All"), 0);
  m_span->setCurrentIndex(span);
  m_form->setKinds(m_view ? m_view->kinds : std::vector<journal::KindName>());
  m_entries->retranslate();
  m_clocks->retranslate();
  showState();
}

void JournalPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace app

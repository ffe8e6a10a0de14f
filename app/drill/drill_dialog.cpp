// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/drill/drill_dialog.h"

#include <QCloseEvent>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <fstream>
#include <iterator>

#include "app/core/message_list.h"
#include "app/drill_text/drill_words.h"
#include "app/settings/theme.h"
#include "app/text/error_text.h"
#include "app/warning_text/callout_text.h"
#include "gis/core/clock.h"

namespace app {
namespace {

namespace drill = gis::drill;
constexpr double kWidthPx = 640, kHeightPx = 560;
constexpr int kBeatMs = 500;
constexpr double kSpeeds[] = {0, 600, 60, 10, 1};

// The text of a file, or of one of the program's own scripts.
std::string textOf(const QString& file) {
  for (const gis::EmbeddedFile& own : drill::shippedDrills())
    if (file == QString::fromUtf8(own.name.data(), static_cast<qsizetype>(own.name.size())))
      return std::string(own.text());
  std::ifstream in(file.toStdString(), std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

DrillDialog::DrillDialog(PanelContext& context, QWidget* parent)
    : QDialog(parent),
      m_context(context),
      m_job(context.pools, Pool::kModels),
      m_remove_job(context.pools, Pool::kIo),
      m_hint(new QLabel),
      m_script_label(new QLabel),
      m_script(new QComboBox),
      m_open(new QPushButton),
      m_speed_label(new QLabel),
      m_speed(new QComboBox),
      m_list(new QTreeWidget),
      m_state(new QLabel),
      m_start(new QPushButton),
      m_stop(new QPushButton),
      m_show(new QPushButton),
      m_remove(new QPushButton),
      m_close(new QPushButton) {
  makeWidgets();
  m_beat.setInterval(kBeatMs);
  connect(&m_beat, &QTimer::timeout, this, &DrillDialog::beat);
  connect(m_open, &QPushButton::clicked, this, &DrillDialog::chooseFile);
  connect(m_start, &QPushButton::clicked, this, &DrillDialog::start);
  connect(m_stop, &QPushButton::clicked, this, &DrillDialog::stop);
  connect(m_show, &QPushButton::clicked, this, [this] { emit showWanted(m_folder); });
  connect(m_remove, &QPushButton::clicked, this, &DrillDialog::removeAll);
  connect(m_close, &QPushButton::clicked, this, &QDialog::close);
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (change.properties & MapChange::kWorkspace) showState();
  });
  fillScripts();
  retranslate();
}

void DrillDialog::makeWidgets() {
  m_hint->setWordWrap(true);
  m_hint->setProperty("role", "second");
  m_state->setWordWrap(true);
  m_script_label->setBuddy(m_script);
  m_speed_label->setBuddy(m_speed);
  m_list->setColumnCount(3);
  m_list->setRootIsDecorated(false);
  m_list->setUniformRowHeights(true);
  m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
  m_list->header()->setStretchLastSection(true);
  auto* choice = new QHBoxLayout;
  choice->addWidget(m_script_label);
  choice->addWidget(m_script, 1);
  choice->addWidget(m_open);
  choice->addWidget(m_speed_label);
  choice->addWidget(m_speed);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(m_remove);
  buttons->addStretch();
  for (QPushButton* button : {m_show, m_stop, m_start, m_close}) {
    button->setAutoDefault(false);
    buttons->addWidget(button);
  }
  m_remove->setAutoDefault(false);
  m_open->setAutoDefault(false);
  m_start->setDefault(true);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(dp(16), dp(16), dp(16), dp(16));
  column->setSpacing(dp(10));
  column->addWidget(m_hint);
  column->addLayout(choice);
  column->addWidget(m_list, 1);
  column->addWidget(m_state);
  column->addLayout(buttons);
  resize(dp(kWidthPx), dp(kHeightPx));
}

void DrillDialog::fillScripts() {
  const int chosen = std::max(0, m_script->currentIndex());
  m_script->clear();
  for (const gis::EmbeddedFile& own : drill::shippedDrills()) {
    const QString name = QString::fromUtf8(own.name.data(), static_cast<qsizetype>(own.name.size()));
    const auto script = drill::readDrillScript(own.text(), drill::drillStepRules());
    m_script->addItem(script ? drillWords(script->title) : name, name);
  }
  if (!m_file.isEmpty()) m_script->addItem(QFileInfo(m_file).fileName(), m_file);
  m_script->setCurrentIndex(std::min(chosen, m_script->count() - 1));
}

void DrillDialog::chooseFile() {
  const QString file = QFileDialog::getOpenFileName(this, tr("Choose a drill script"), {}, tr("Scripts (*.json)"));
  if (!file.isEmpty()) useFile(file);
}

void DrillDialog::useFile(const QString& file) {
  m_file = file;
  fillScripts();
  m_script->setCurrentIndex(m_script->count() - 1);
}

void DrillDialog::start() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || busy() || m_running) return;
  const QString file = m_script->currentData().toString();
  auto script = drill::readDrillScript(textOf(file), drill::drillStepRules());
  if (!script) return say(tr("The script was not run:") + QLatin1Char('\n') + mistakesText(script.error()), true);
  m_list->clear();
  m_folder.clear();
  m_speed_ratio = kSpeeds[static_cast<std::size_t>(std::max(0, m_speed->currentIndex()))];
  m_running = true;
  say(tr("Copying the workspace for the drill…"), false);
  m_job.ask(
      [folder = workspace->folder, script = std::move(*script), file = std::filesystem::path(file.toStdString())](
          const gis::CancelToken&, const gis::Progress&) mutable -> gis::Result<Step> {
        drill::DrillOptions options;
        options.script_file = file;
        auto run = drill::DrillRun::begin(folder, std::move(script), options, gis::SystemClock());
        if (!run) return std::unexpected(run.error());
        return Step{std::shared_ptr<drill::DrillRun>(std::move(*run)), {}};
      },
      [this](gis::Result<Step> step) {
        m_since_start.start();
        accept(std::move(step));
      });
}

void DrillDialog::beat() {
  if (!m_run || m_job.busy()) return;
  const auto passed_ms = static_cast<double>(m_since_start.elapsed());
  const std::int64_t until_utc_ms = m_speed_ratio > 0
                                        ? m_run->beginsUtcMs() + static_cast<std::int64_t>(passed_ms * m_speed_ratio)
                                        : m_run->nextUtcMs();
  m_job.ask(
      [run = m_run, until_utc_ms](const gis::CancelToken& cancel, const gis::Progress&) -> gis::Result<Step> {
        auto injected = run->advance(until_utc_ms, cancel);
        if (!injected) return std::unexpected(injected.error());
        return Step{run, std::move(*injected)};
      },
      [this](gis::Result<Step> step) { accept(std::move(step)); });
}

void DrillDialog::accept(gis::Result<Step> step) {
  if (!step) {
    if (step.error().code != gis::ErrorCode::kCancelled) {
      say(errorSentence(step.error()), true);
      m_context.messages.add(step.error());
    }
    m_beat.stop();
    m_run.reset();
    m_running = false;
    return showState();
  }
  m_run = step->run;
  m_folder = QString::fromStdString(m_run->folder().string());
  for (const drill::DrillEntry& entry : step->injected) {
    auto* row = new QTreeWidgetItem(
        m_list, {beijingText(entry.at_utc_ms, QStringLiteral("HH:mm")), stepKindText(entry.kind),
                 entry.error.empty() ? entryText(entry) : tr("FAILED: %1").arg(QString::fromStdString(entry.detail))});
    if (!entry.error.empty()) row->setForeground(2, currentColours().danger);
    m_list->scrollToItem(row);
  }
  if (m_run->finished()) {
    m_beat.stop();
    m_run.reset();
    m_running = false;
    say(tr("The drill is over. “Show the drill” opens it; real figures are as they were."), false);
  } else {
    say(tr("The drill's clock: %1").arg(beijingText(m_run->nowUtcMs(), QStringLiteral("MM-dd HH:mm"))), false);
    // As fast as possible is one step after the other.
    m_beat.start(m_speed_ratio > 0 ? kBeatMs : 0);
  }
  showState();
}

void DrillDialog::stop() {
  m_beat.stop();
  m_job.drop();
  m_run.reset();
  if (m_running) say(tr("Stopped: nothing more is injected."), false);
  m_running = false;
  showState();
}

void DrillDialog::removeAll() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || busy() || m_running) return;
  m_remove_job.ask(
      [folder = workspace->folder](const gis::CancelToken&, const gis::Progress&) {
        return drill::removeDrills(folder, {});
      },
      [this](gis::Result<int> removed) {
        if (!removed) return say(errorSentence(removed.error()), true);
        m_list->clear();
        m_folder.clear();
        say(*removed == 0 ? tr("There was no drill to remove.") : tr("%n drill(s) removed.", nullptr, *removed), false);
        showState();
      });
}

void DrillDialog::say(const QString& text, bool is_trouble) {
  m_state->setText(text);
  m_state->setProperty("role", is_trouble ? "danger" : "second");
  m_state->style()->unpolish(m_state);
  m_state->style()->polish(m_state);
  showState();
}

void DrillDialog::showState() {
  const bool open = m_context.document.workspace().has_value();
  m_start->setEnabled(open && !m_running && !busy());
  m_stop->setEnabled(m_running);
  m_show->setEnabled(!m_folder.isEmpty());
  m_remove->setEnabled(open && !m_running && !busy());
  if (m_state->text().isEmpty())
    m_state->setText(open ? tr("Choose script and speed; what is injected is listed here from “Start” on.")
                          : tr("Open a workspace first: a drill is made from it."));
}

void DrillDialog::retranslate() {
  setWindowTitle(tr("Drill"));
  m_hint->setText(tr(
      "A drill takes place in a copy of the workspace, marked 【演练】 everywhere. Nothing of it reaches real figures, "
      "and nobody is really called."));
  m_script_label->setText(tr("&Script"));
  m_open->setText(tr("From a &file…"));
  m_speed_label->setText(tr("S&peed"));
  const int speed = std::max(0, m_speed->currentIndex());
  m_speed->clear();
  for (const double ratio : kSpeeds)
    m_speed->addItem(ratio == 0 ? tr("as fast as possible") : QStringLiteral("%1×").arg(ratio));
  m_speed->setCurrentIndex(speed);
  m_list->setHeaderLabels({tr("Time"), tr("What"), tr("Words")});
  m_list->setAccessibleName(tr("What was injected"));
  m_start->setText(tr("&Start"));
  m_stop->setText(tr("S&top"));
  m_show->setText(tr("Sho&w the drill"));
  m_remove->setText(tr("&Remove all drills"));
  m_close->setText(tr("Close"));
  fillScripts();
  showState();
}

void DrillDialog::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QDialog::changeEvent(event);
}

void DrillDialog::closeEvent(QCloseEvent* event) {
  stop();
  QDialog::closeEvent(event);
}

}  // namespace app

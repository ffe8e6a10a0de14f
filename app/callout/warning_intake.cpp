// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callout/warning_intake.h"

#include <QFileDialog>
#include <QInputDialog>
#include <QTimer>

#include "app/callout/callout_words.h"
#include "app/callout/warning_page.h"
#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/settings/app_settings.h"
#include "app/text/error_text.h"
#include "app/warning_text/callout_text.h"
#include "gis/core/clock.h"

namespace app {
namespace {

constexpr int kTryAgainMs = 250;
constexpr char kFromFolder[] = "folder";

std::int64_t arrivalMs() { return gis::SystemClock().nowUtcMs(); }

}  // namespace

WarningIntake::WarningIntake(PanelContext& context, WarningPage& page)
    : m_context(context),
      m_page(page),
      m_file_job(context.pools, Pool::kIo),
      m_watch_job(context.pools, Pool::kIo),
      m_typed_job(context.pools, Pool::kIo),
      m_keep_job(context.pools, Pool::kIo),
      m_save_job(context.pools, Pool::kIo),
      m_poll(context.pools) {
  connect(&page, &WarningPage::openWanted, this, &WarningIntake::openFile);
  connect(&page, &WarningPage::watchWanted, this, &WarningIntake::chooseWatched);
  connect(&page, &WarningPage::addressWanted, this, &WarningIntake::chooseAddress);
  connect(&page, &WarningPage::saveWanted, this, &WarningIntake::saveChosen);
  connect(&page, &WarningPage::filesDropped, this, [this](const QStringList& files) { addFiles(files); });
  connect(&page, &WarningPage::typed, this, &WarningIntake::addTyped);
  WarningDesk::of(m_context.document).setAnswer([this](const WarningDraft& draft) {
    emit draftComes();
    m_page.beginDraft(draft);
  });
  connect(&m_poll, &CapPoll::changed, this, [this] { m_page.setAddressState(m_poll.text()); });
  connect(&m_poll, &CapPoll::arrived, this, [this](int count, const std::string& newest) {
    m_page.setNote(tr("%n new warning(s) came from the address", nullptr, count), false);
    emit cameByItself();
    // What the officer has before them stays there.
    emit came(m_page.chosen().empty() ? newest : std::string());
  });
}

WarningIntake::~WarningIntake() { WarningDesk::of(m_context.document).setAnswer({}); }

void WarningIntake::reset() {
  m_has_list = false;
  m_watched_folder.clear();
  m_watched_address.clear();
  m_seen->clear();
  m_poll.setAddress({}, {});
}

void WarningIntake::follow(const WarningList& list) {
  m_has_list = true;
  m_watched_folder = list.watched_folder;
  m_watched_address = list.watched_address;
  m_poll.setAddress(canWrite() ? folder() : std::nullopt, QUrl(QString::fromStdString(m_watched_address)));
}

bool WarningIntake::busy() const { return m_file_job.busy() || m_typed_job.busy() || m_keep_job.busy(); }

std::optional<std::filesystem::path> WarningIntake::folder() const {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return std::nullopt;
  return workspace->folder;
}

bool WarningIntake::canWrite() const {
  const auto& workspace = m_context.document.workspace();
  return workspace && !workspace->read_only_reason;
}

void WarningIntake::addFiles(const QStringList& files, const std::string& source) {
  const auto where = folder();
  if (!where || files.isEmpty()) return;
  if (m_file_job.busy()) {
    QTimer::singleShot(kTryAgainMs, this, [this, files, source] { addFiles(files, source); });
    return;
  }
  m_file_job.ask(
      [where = *where, files, source](const gis::CancelToken&, const gis::Progress&) {
        std::vector<WarningFileOutcome> outcomes;
        for (const QString& file : files)
          outcomes.push_back(addWarningFile(where, file.toStdString(), source, arrivalMs()));
        return outcomes;
      },
      [this, source](std::vector<WarningFileOutcome> outcomes) { takeOutcomes(outcomes, source); });
}

void WarningIntake::takeOutcomes(const std::vector<WarningFileOutcome>& outcomes, const std::string& source) {
  QStringList notes;
  std::string fresh;
  bool trouble = false, is_new = false;
  for (const WarningFileOutcome& outcome : outcomes) {
    const QString name = QString::fromStdString(outcome.file.filename().string());
    if (outcome.refused || outcome.error) {
      trouble = true;
      const QString why = outcome.refused ? capProblemText(*outcome.refused) : errorSentence(*outcome.error);
      notes << name + QStringLiteral(": ") + why;
      m_context.messages.add(Severity::kError, [name, why] { return name + QStringLiteral(": ") + why; });
    } else {
      if (*outcome.arrival != gis::WarningArrival::kHeld) fresh = outcome.identifier;
      is_new = is_new || *outcome.arrival == gis::WarningArrival::kNew;
      notes << name + QStringLiteral(": ") + arrivalText(*outcome.arrival);
    }
  }
  m_page.setNote(notes.join(QLatin1Char('\n')), trouble);
  if (is_new && source == kFromFolder) emit cameByItself();
  emit came(fresh);
}

void WarningIntake::addTyped(const TypedWarning& typed) {
  const auto where = folder();
  if (!where) return;
  m_typed_job.ask([where = *where, typed](const gis::CancelToken&,
                                          const gis::Progress&) { return addTypedWarning(where, typed, arrivalMs()); },
                  [this](gis::Result<std::string> id) {
                    if (!id) return emit failed(id.error());
                    emit came(*id);
                  });
}

void WarningIntake::look() {
  if (!m_has_list || m_watched_folder.empty() || m_watch_job.busy() || m_file_job.busy() || !canWrite()) return;
  m_watch_job.ask([watched = m_watched_folder, seen = m_seen](
                      const gis::CancelToken&, const gis::Progress&) { return freshFiles(watched, *seen); },
                  [this](std::vector<std::filesystem::path> fresh) {
                    QStringList files;
                    for (const auto& file : fresh) files << QString::fromStdString(file.string());
                    if (!files.isEmpty()) addFiles(files, kFromFolder);
                  });
}

void WarningIntake::openFile() {
  addFiles(QFileDialog::getOpenFileNames(&m_page, tr("Open a warning"), m_context.settings.filesFolder(),
                                         tr("Warnings (*.xml *.cap);;All files (*)")));
}

void WarningIntake::saveChosen() {
  const auto where = folder();
  const std::string id = m_page.chosen();
  if (!where || id.empty()) return;
  QString name = QString::fromStdString(id);
  for (QChar& letter : name)
    if (!letter.isLetterOrNumber() && letter != QLatin1Char('-')) letter = QLatin1Char('_');
  const QString file =
      QFileDialog::getSaveFileName(&m_page, tr("Save the warning as a CAP file"),
                                   m_context.settings.filesFolder() + QLatin1Char('/') + name + QStringLiteral(".xml"),
                                   tr("Warnings (*.xml *.cap)"));
  if (file.isEmpty()) return;
  m_save_job.ask(
      [where = *where, id, file](const gis::CancelToken&, const gis::Progress&) {
        return saveWarning(where, id, file.toStdString());
      },
      [this, file](gis::Result<void> done) {
        if (!done) return emit failed(done.error());
        m_page.setNote(tr("Saved: %1").arg(file), false);
      });
}

void WarningIntake::takeKept(const gis::Result<void>& done) {
  if (!done) return emit failed(done.error());
  emit came({});
}

void WarningIntake::chooseWatched() {
  const auto where = folder();
  if (!where || !m_has_list) return;
  const QString chosen = QFileDialog::getExistingDirectory(
      &m_page, tr("Watch a folder for warnings"),
      m_watched_folder.empty() ? m_context.settings.filesFolder() : QString::fromStdString(m_watched_folder));
  if (chosen.isEmpty()) return;
  m_seen->clear();
  m_keep_job.ask([where = *where, watched = chosen.toStdString()](
                     const gis::CancelToken&, const gis::Progress&) { return watchFolder(where, watched); },
                 [this](gis::Result<void> done) { takeKept(done); });
}

void WarningIntake::chooseAddress() {
  const auto where = folder();
  if (!where || !m_has_list) return;
  bool yes = false;
  const QString typed = QInputDialog::getText(&m_page, tr("Warnings from an address"),
                                              tr("Address that is asked every minute; empty: none"), QLineEdit::Normal,
                                              QString::fromStdString(m_watched_address), &yes)
                            .trimmed();
  if (!yes) return;
  if (!typed.isEmpty() && !CapPoll::isAddress(QUrl(typed)))
    return m_page.setNote(tr("An address that begins with http:// or https:// is expected."), true);
  m_keep_job.ask([where = *where, address = typed.toStdString()](
                     const gis::CancelToken&, const gis::Progress&) { return watchAddress(where, address); },
                 [this](gis::Result<void> done) { takeKept(done); });
}

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quality/check_panel.h"

#include <QComboBox>
#include <QDateTime>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/check_report/check_document.h"
#include "app/check_report/check_text.h"
#include "app/check_report/check_workbook.h"
#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/core/report_file_name.h"
#include "app/quality/check_tree.h"
#include "app/settings/app_settings.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"

namespace app {

namespace {

constexpr double kSpanM = 1500;  // shown about a row
constexpr std::size_t kExamples = 3;

QString cellText(const gis::CellValue& value) {
  const auto* text = std::get_if<std::string>(&value);
  return text ? QString::fromStdString(*text) : QString();
}

}  // namespace

CheckPanel::CheckPanel(PanelContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_check(context.pools, Pool::kModels),
      m_preview(context.pools, Pool::kIo),
      m_report(context.pools, Pool::kIo),
      m_run(new QPushButton),
      m_save(new QToolButton),
      m_county(new QComboBox),
      m_all(new QToolButton),
      m_summary(new QLabel),
      m_trend(new QLabel),
      m_empty(new QLabel),
      m_tree(new CheckTree),
      m_advice(new QLabel),
      m_mend(new QPushButton),
      m_confirm(new QWidget),
      m_question(new QLabel),
      m_yes(new QPushButton),
      m_no(new QPushButton) {
  makeWidgets();
  connect(m_run, &QPushButton::clicked, this, [this] { busy() ? m_check.cancel() : check(); });
  connect(m_save, &QToolButton::clicked, this, &CheckPanel::chooseReport);
  connect(m_county, &QComboBox::currentIndexChanged, this, &CheckPanel::refresh);
  connect(m_all, &QToolButton::toggled, this, &CheckPanel::refresh);
  connect(m_tree, &CheckTree::findingActivated, this, &CheckPanel::goTo);
  connect(m_tree, &QTreeWidget::currentItemChanged, this, &CheckPanel::dropFix);
  connect(m_mend, &QPushButton::clicked, this, &CheckPanel::previewFix);
  connect(m_yes, &QPushButton::clicked, this, &CheckPanel::applyFix);
  connect(m_no, &QPushButton::clicked, this, &CheckPanel::dropFix);
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (change.properties & MapChange::kWorkspace) reset();
    if (change.properties & MapChange::kLook) refresh();
  });
  retranslate();
}

CheckPanel::~CheckPanel() = default;

void CheckPanel::makeWidgets() {
  setMinimumWidth(dp(260));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(dp(12), dp(8), dp(12), dp(8));
  column->setSpacing(dp(8));
  auto* top = new QHBoxLayout;
  top->addWidget(m_run);
  top->addWidget(m_county, 1);
  for (QToolButton* button : {m_all, m_save}) {
    button->setAutoRaise(true);
    button->setIconSize(QSize(dp(18), dp(18)));
    top->addWidget(button);
  }
  m_all->setCheckable(true);
  for (QLabel* label : {m_summary, m_trend, m_empty, m_advice, m_question}) label->setWordWrap(true);
  m_summary->setProperty("role", "heading");
  m_trend->setProperty("role", "second");
  m_empty->setProperty("role", "second");
  m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  m_question->setTextFormat(Qt::PlainText);
  auto* question = new QVBoxLayout(m_confirm);
  question->setContentsMargins(0, 0, 0, 0);
  auto* answers = new QHBoxLayout;
  answers->addStretch();
  answers->addWidget(m_no);
  answers->addWidget(m_yes);
  question->addWidget(m_question);
  question->addLayout(answers);
  column->addLayout(top);
  column->addWidget(m_summary);
  column->addWidget(m_trend);
  column->addWidget(m_empty, 1);
  column->addWidget(m_tree, 1);
  column->addWidget(m_advice);
  column->addWidget(m_mend, 0, Qt::AlignRight);
  column->addWidget(m_confirm);
}

bool CheckPanel::busy() const { return m_check.busy(); }

bool CheckPanel::canEdit() const {
  const auto& workspace = m_context.document.workspace();
  return workspace && !workspace->read_only_reason;
}

std::string CheckPanel::county() const { return m_county->currentData().toString().toStdString(); }

int CheckPanel::beginJob(JobList::Title title) {
  m_job = m_context.jobs.add(std::move(title), [this] { m_check.cancel(); });
  return *m_job;
}

void CheckPanel::endJob(const std::optional<gis::Error>& error) {
  if (!m_job) return;
  const JobState state = !error                                      ? JobState::kDone
                         : error->code == gis::ErrorCode::kCancelled ? JobState::kCancelled
                                                                     : JobState::kFailed;
  m_context.jobs.finish(*m_job, state);
  m_job.reset();
}

void CheckPanel::reset() {
  if (m_job) m_context.jobs.finish(*m_job, JobState::kCancelled);
  m_job.reset();
  m_check.drop();
  m_preview.drop();
  m_report.drop();
  m_tree->show(nullptr, {}, {}, false);
  m_outcome.reset();
  retranslate();
}

void CheckPanel::check() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || busy()) return;
  dropFix();
  const int job = beginJob([] { return CheckPanel::tr("Checking the census database"); });
  m_check.ask([folder = workspace->place(), author = m_context.settings.author().name](
                  const gis::CancelToken& cancel,
                  const gis::Progress& progress) { return runCheck(folder, author, cancel, progress); },
              [this](gis::Result<CheckOutcome> outcome) { showOutcome(std::move(outcome)); },
              [this, job](double done_ratio) { m_context.jobs.setProgress(job, done_ratio); });
  refresh();
}

void CheckPanel::showOutcome(gis::Result<CheckOutcome> outcome) {
  endJob(outcome ? std::nullopt : std::optional(outcome.error()));
  if (!outcome) {
    m_context.messages.add(std::move(outcome.error()));
    refresh();
    return;
  }
  m_tree->show(nullptr, {}, {}, false);
  m_outcome = std::move(*outcome);
  const std::string chosen = county();
  const QSignalBlocker quiet(m_county);
  m_county->clear();
  m_county->addItem(tr("All counties"), QString());
  for (const auto& [code, name] : m_outcome->report.county_names)
    m_county->addItem(QString::fromStdString(name), QString::fromStdString(code));
  m_county->setCurrentIndex(std::max(0, m_county->findData(QString::fromStdString(chosen))));
  refresh();
}

QString CheckPanel::trendText() const {
  const auto sum = [](std::int64_t errors, std::int64_t warnings) {
    return tr("%1 errors, %2 warnings").arg(errors).arg(warnings);
  };
  if (!m_outcome || m_outcome->before.empty()) return tr("First check: the next one will show what has changed.");
  const gis::CheckCounts& last = m_outcome->before.front();
  const auto of = [&](gis::RuleSeverity severity) {
    const auto found = last.by_severity.find(severity);
    return found == last.by_severity.end() ? std::int64_t{0} : found->second;
  };
  return tr("Before, %1: %2")
      .arg(checkTimeText(last.at_utc_ms), sum(of(gis::RuleSeverity::kError), of(gis::RuleSeverity::kWarning)));
}

void CheckPanel::refresh() {
  const bool open = m_context.document.workspace().has_value();
  m_run->setEnabled(open);
  m_run->setText(busy() ? tr("Cancel") : tr("Check"));
  m_run->setIcon(themedIcon(busy() ? QStringLiteral("close") : QStringLiteral("quality")));
  for (QWidget* widget : std::initializer_list<QWidget*>{m_county, m_all, m_save})
    widget->setEnabled(m_outcome.has_value());
  for (QWidget* widget : std::initializer_list<QWidget*>{m_summary, m_trend, m_tree})
    widget->setVisible(m_outcome.has_value());
  m_empty->setVisible(!m_outcome);
  m_empty->setText(!open ? tr("Open a workspace to check its census database.")
                   : busy()
                       ? tr("Checking …")
                       : tr("Check looks for what cannot be right in the census database: missing responsible "
                            "persons, impossible phone numbers, shelters inside hazard areas, places outside their "
                            "division, and much more. It takes a few seconds and changes nothing."));
  if (m_outcome) {
    m_summary->setText(checkSummary(m_outcome->report));
    m_trend->setText(trendText());
    m_tree->show(&*m_outcome, county(), m_context.document.language(), m_all->isChecked());
  }
  dropFix();
}

void CheckPanel::refreshRule() {
  const gis::RuleResult* result = m_tree->chosenRule();
  const bool asking = !m_fixes.empty();
  m_advice->setVisible(result != nullptr && !asking);
  m_confirm->setVisible(asking);
  const bool can_mend = result != nullptr && result->rule.fix && result->count > 0 && canEdit() && !asking;
  m_mend->setVisible(can_mend);
  m_mend->setEnabled(!busy() && !m_preview.busy());
  if (result == nullptr) return;
  const QString language = m_context.document.language();
  m_advice->setText(ruleText(result->rule.text, language));
  if (result->rule.fix) m_mend->setToolTip(ruleText(result->rule.fix->text, language));
}

void CheckPanel::goTo(const gis::Finding& finding) {
  const auto where = finding.where ? m_context.document.toMap(*finding.where) : std::nullopt;
  if (!where) {
    m_context.map.say(
        tr("%1 has no place on the map.").arg(rowText(m_outcome->report, finding, m_context.document.language())));
    return;
  }
  m_context.map.fly_to(*where, kSpanM);
  m_context.map.mark(*where);
  for (const MapLayer& layer : m_context.document.layers()) {
    if (layer.table != finding.table || !layer.columns || !layer.columns->features) continue;
    const auto& fids = layer.columns->features->fid;
    const auto found = std::ranges::find(fids, finding.fid);
    if (found == fids.end()) continue;
    const QString id = layer.id;
    const auto feature = static_cast<std::uint32_t>(found - fids.begin());
    if (!layer.visible) m_context.document.setVisible(id, true);
    m_context.document.select(Selection{id, finding.table, finding.fid, feature, *where});
    return;
  }
}

void CheckPanel::previewFix() {
  const auto& workspace = m_context.document.workspace();
  const gis::RuleResult* result = m_tree->chosenRule();
  if (!workspace || result == nullptr || !result->rule.fix || busy()) return;
  m_fixed_rule = result->rule;
  m_preview.ask([folder = workspace->place(), rule = result->rule, county = county()](
                    const gis::CancelToken& cancel,
                    const gis::Progress&) { return app::previewFix(folder, rule, county, cancel); },
                [this](gis::Result<std::vector<gis::RowFix>> fixes) {
                  if (!fixes) {
                    m_context.messages.add(std::move(fixes.error()));
                  } else if (fixes->empty()) {
                    m_context.map.say(tr("Nothing is left to mend."));
                  } else {
                    m_fixes = std::move(*fixes);
                    QStringList lines = {tr("%1 rows will be changed; undo takes it back.").arg(m_fixes.size())};
                    for (std::size_t i = 0; i < std::min(kExamples, m_fixes.size()); ++i)
                      for (const auto& [column, after] : m_fixes[i].after)
                        lines << tr("“%1” becomes “%2”").arg(cellText(m_fixes[i].before.at(column)), cellText(after));
                    m_question->setText(lines.join(QLatin1Char('\n')));
                  }
                  refreshRule();
                  if (!m_fixes.empty()) m_yes->setFocus();
                });
  refreshRule();
}

void CheckPanel::applyFix() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || m_fixes.empty() || busy()) return;
  const gis::QualityRule rule = *m_fixed_rule;
  const QString title = tr("Mended: %1").arg(ruleText(rule.title, m_context.document.language()));
  const int job = beginJob([title] { return title; });
  m_check.ask(
      [folder = workspace->place(), rule, fixes = m_fixes, author = m_context.settings.author(),
       title = title.toStdString()](const gis::CancelToken& cancel, const gis::Progress& progress) {
        return app::applyFix(folder, rule, fixes, author, title, cancel, progress);
      },
      [this, count = m_fixes.size()](gis::Result<CheckOutcome> outcome) {
        const bool done = outcome.has_value();
        showOutcome(std::move(outcome));
        if (done) m_context.map.say(tr("%1 rows mended.").arg(count));
      },
      [this, job](double done_ratio) { m_context.jobs.setProgress(job, done_ratio); });
  refresh();
}

void CheckPanel::dropFix() {
  m_preview.drop();
  m_fixes.clear();
  refreshRule();
}

void CheckPanel::chooseReport() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || !m_outcome) return;
  const QString day =
      QDateTime::fromMSecsSinceEpoch(m_outcome->report.at_utc_ms).toString(QStringLiteral("yyyyMMdd-HHmm"));
  const QString suggested = QString::fromStdString((workspace->folder / "exports").string()) + QLatin1Char('/') +
                            tr("check-%1.xlsx").arg(day);
  const QString excel = tr("Excel file (*.xlsx)"), pdf = tr("PDF document (*.pdf)");
  QString filter = excel;
  const QString name = QFileDialog::getSaveFileName(this, tr("Write the report"), suggested,
                                                    excel + QStringLiteral(";;") + pdf, &filter);
  if (name.isEmpty()) return;
  writeReport(std::filesystem::path(reportFileName(name, filter == pdf).toStdString()));
}

void CheckPanel::writeReport(const std::filesystem::path& file) {
  if (!m_outcome) return;
  const bool pdf =
      QString::fromStdString(file.extension().string()).compare(QLatin1String(".pdf"), Qt::CaseInsensitive) == 0;
  const auto outcome = std::make_shared<const CheckOutcome>(*m_outcome);
  m_report.ask(
      [file, pdf, outcome, language = m_context.document.language(), city = m_context.document.cityName()](
          const gis::CancelToken&, const gis::Progress&) {
        const gis::CheckCounts* before = outcome->before.empty() ? nullptr : &outcome->before.front();
        return pdf ? writeCheckDocument(file, outcome->report, before, city, language)
                   : writeCheckWorkbook(file, outcome->report, before, language);
      },
      [this, file](gis::Result<void> written) {
        if (!written)
          m_context.messages.add(std::move(written.error()));
        else
          m_context.map.say(tr("Written: %1").arg(QString::fromStdString(file.string())));
      });
}

void CheckPanel::retranslate() {
  setWindowTitle(tr("Data check"));
  if (m_county->count() == 0) m_county->addItem(QString(), QString());
  m_county->setItemText(0, tr("All counties"));
  m_county->setAccessibleName(tr("County"));
  m_all->setText(tr("Show rules without findings, too"));
  m_all->setToolTip(m_all->text());
  m_all->setIcon(themedIcon(QStringLiteral("eye")));
  m_save->setText(tr("Write the report (Excel or PDF)"));
  m_save->setToolTip(m_save->text());
  m_save->setIcon(themedIcon(QStringLiteral("file")));
  m_tree->setAccessibleName(tr("What the check found"));
  m_mend->setText(tr("Mend …"));
  m_yes->setText(tr("Mend"));
  m_no->setText(tr("Leave"));
  refresh();
}

void CheckPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/briefing/briefing_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>

#include "app/briefing/deck_screen.h"
#include "app/briefing/deck_writer.h"
#include "app/briefing/slide_painter.h"
#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/core/moment_edit.h"
#include "app/settings/app_settings.h"
#include "app/settings/theme.h"
#include "app/text/error_text.h"
#include "gis/briefing/briefing_template.h"

namespace app {
namespace {

constexpr int kBeijing_s = 8 * 3600;
constexpr int kSmallWidth_px = 256, kSmallHeight_px = 144;

}  // namespace

BriefingPanel::BriefingPanel(PanelContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_title(new QLabel),
      m_template(new QComboBox),
      m_then(new QCheckBox),
      m_at(new QDateTimeEdit),
      m_duty_name(new QLabel),
      m_duty(new QLineEdit),
      m_light(new QCheckBox),
      m_prepare(new QPushButton),
      m_present(new QPushButton),
      m_pdf(new QPushButton),
      m_pptx(new QPushButton),
      m_cancel(new QPushButton),
      m_progress(new QProgressBar),
      m_trouble(new QLabel),
      m_empty(new QLabel),
      m_pages(new QListWidget),
      m_prepare_slot(context.pools, Pool::kIo),
      m_save_slot(context.pools, Pool::kIo) {
  makeWidgets();
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if ((change.properties & MapChange::kWorkspace) == 0) return;
    m_prepare_slot.drop();
    m_deck.reset();
    m_error.reset();
    m_pages->clear();
    showState();
  });
  retranslate();
}

void BriefingPanel::makeWidgets() {
  setMinimumWidth(dp(320));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(dp(8), dp(8), dp(8), dp(8));
  column->setSpacing(dp(6));
  m_title->setProperty("role", "heading");
  column->addWidget(m_title);
  column->addWidget(m_template);
  auto* moment = new QHBoxLayout;
  m_at->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
  m_at->setCalendarPopup(true);
  m_at->setEnabled(false);
  showMoment(*m_at, QDateTime::currentMSecsSinceEpoch());
  moment->addWidget(m_then);
  moment->addWidget(m_at, 1);
  column->addLayout(moment);
  auto* duty = new QHBoxLayout;
  duty->addWidget(m_duty_name);
  duty->addWidget(m_duty, 1);
  m_duty_name->setBuddy(m_duty);
  column->addLayout(duty);
  m_light->setChecked(true);
  column->addWidget(m_light);
  m_prepare->setProperty("primary", true);
  auto* buttons = new QHBoxLayout;
  for (QPushButton* button : {m_prepare, m_present}) buttons->addWidget(button);
  column->addLayout(buttons);
  auto* files = new QHBoxLayout;
  for (QPushButton* button : {m_pdf, m_pptx}) files->addWidget(button);
  column->addLayout(files);
  auto* running = new QHBoxLayout;
  m_progress->setRange(0, 100);
  running->addWidget(m_progress, 1);
  running->addWidget(m_cancel);
  column->addLayout(running);
  m_trouble->setProperty("role", "danger");
  m_empty->setProperty("role", "second");
  m_empty->setAlignment(Qt::AlignCenter);
  for (QLabel* label : {m_trouble, m_empty}) label->setWordWrap(true);
  column->addWidget(m_trouble);
  column->addWidget(m_empty, 1);
  m_pages->setViewMode(QListView::IconMode);
  m_pages->setIconSize(QSize(dp(kSmallWidth_px), dp(kSmallHeight_px)));
  m_pages->setResizeMode(QListView::Adjust);
  m_pages->setMovement(QListView::Static);
  m_pages->setSpacing(dp(6));
  m_pages->setWordWrap(true);
  column->addWidget(m_pages, 10);

  connect(m_then, &QCheckBox::toggled, m_at, &QWidget::setEnabled);
  connect(m_prepare, &QPushButton::clicked, this, &BriefingPanel::prepare);
  connect(m_present, &QPushButton::clicked, this, &BriefingPanel::present);
  connect(m_pdf, &QPushButton::clicked, this, [this] { askForFile(QStringLiteral("pdf")); });
  connect(m_pptx, &QPushButton::clicked, this, [this] { askForFile(QStringLiteral("pptx")); });
  connect(m_cancel, &QPushButton::clicked, this, &BriefingPanel::cancel);
  connect(m_pages, &QListWidget::itemActivated, this, &BriefingPanel::present);
  auto* key = new QShortcut(QKeySequence(Qt::Key_F5), this);
  key->setContext(Qt::WidgetWithChildrenShortcut);
  connect(key, &QShortcut::activated, this, &BriefingPanel::present);
}

void BriefingPanel::listTemplates() {
  const QString chosen = m_template->currentData().toString();
  m_template->clear();
  const auto all = gis::briefing::templates();
  if (!all) {
    m_error = all.error();
    return;
  }
  const std::string language = m_context.document.language().toStdString();
  for (const auto& one : *all)
    m_template->addItem(QString::fromStdString(one.title.in(language)), QString::fromStdString(one.id));
  m_template->setCurrentIndex(std::max(0, m_template->findData(chosen)));
}

bool BriefingPanel::busy() const {
  return m_prepare_slot.busy() || m_save_slot.busy() ||
         (m_deck && m_small_pages < static_cast<int>(m_deck->slides.slides.size()));
}

DeckScreen* BriefingPanel::screen() const { return m_screen; }

void BriefingPanel::prepare() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || m_prepare_slot.busy()) return;
  BriefingRequest request;
  request.workspace = workspace->folder;
  request.template_id = m_template->currentData().toString().toStdString();
  if (m_then->isChecked()) request.at_utc_ms = momentIn(*m_at);
  request.language = m_context.document.language().toStdString();
  request.theme = m_light->isChecked() ? layers::Theme::kLight : layers::Theme::kDark;
  request.on_duty = m_duty->text().trimmed().toStdString();
  m_error.reset();
  m_prepare_slot.ask(
      [request, &pools = m_context.pools](const gis::CancelToken& cancel,
                                          const gis::Progress& progress) -> gis::Result<std::shared_ptr<BriefingDeck>> {
        auto deck = prepareBriefing(request, pools, cancel, progress);
        if (!deck) return std::unexpected(std::move(deck.error()));
        return std::make_shared<BriefingDeck>(std::move(*deck));
      },
      [this](gis::Result<std::shared_ptr<BriefingDeck>> deck) { accept(std::move(deck)); },
      [this](double done_ratio) { m_progress->setValue(static_cast<int>(done_ratio * 100)); });
  showState();
}

void BriefingPanel::accept(gis::Result<std::shared_ptr<BriefingDeck>> deck) {
  if (!deck) {
    // What was prepared before stays to be shown.
    if (deck.error().code != gis::ErrorCode::kCancelled) m_error = std::move(deck.error());
    return showState();
  }
  // A screen that is showing the pages of before is done with.
  if (m_screen) m_screen->close();
  m_deck = std::move(*deck);
  m_small_pages = 0;
  m_pages->clear();
  for (std::size_t i = 0; i < m_deck->slides.slides.size(); ++i) {
    auto* item = new QListWidgetItem(
        QStringLiteral("%1  %2").arg(i + 1).arg(QString::fromStdString(m_deck->slides.slides[i].title)), m_pages);
    item->setSizeHint(QSize(dp(kSmallWidth_px + 8), dp(kSmallHeight_px + 28)));
  }
  m_pages->setCurrentRow(0);
  showState();
  drawNext();
}

// One chart or small page at a time: the window goes on between them.
void BriefingPanel::drawNext() {
  if (!m_deck) return;
  const int count = static_cast<int>(m_deck->slides.slides.size());
  if (drawCharts(*m_deck, 1) && m_small_pages < count) {
    const QSize size_px(dp(kSmallWidth_px), dp(kSmallHeight_px));
    const auto& slide = m_deck->slides.slides[static_cast<std::size_t>(m_small_pages)];
    m_pages->item(m_small_pages++)->setIcon(QPixmap::fromImage(slidePicture(slide, *m_deck, size_px)));
  }
  if (m_small_pages < count) return QTimer::singleShot(0, this, [this] { drawNext(); });
  showState();
}

void BriefingPanel::present() {
  if (!m_deck || busy()) return;
  if (!m_screen) {
    m_screen = new DeckScreen(m_deck, this);
    connect(m_screen, &DeckScreen::pageChanged, m_pages, [this](int page) { m_pages->setCurrentRow(page); });
  }
  m_screen->showPage(std::max(0, m_pages->currentRow()));
  m_screen->showFullScreen();
  m_screen->activateWindow();
}

void BriefingPanel::askForFile(const QString& ending) {
  if (!m_deck) return;
  const QString when = QDateTime::fromMSecsSinceEpoch(m_deck->as_of_utc_ms, Qt::OffsetFromUTC, kBeijing_s)
                           .toString(QStringLiteral("yyyyMMdd-HHmm"));
  const QString file =
      QFileDialog::getSaveFileName(this, tr("Save the briefing"),
                                   m_context.settings.filesFolder() + QLatin1Char('/') + m_template->currentText() +
                                       QLatin1Char('-') + when + QLatin1Char('.') + ending,
                                   ending == QLatin1String("pdf") ? tr("PDF (*.pdf)") : tr("Presentation (*.pptx)"));
  if (!file.isEmpty()) save(file);
}

void BriefingPanel::save(const QString& file) {
  if (!m_deck || busy()) return;
  m_save_slot.ask([file, deck = std::shared_ptr<const BriefingDeck>(m_deck)](
                      const gis::CancelToken& cancel,
                      const gis::Progress& progress) { return writeDeck(file.toStdString(), *deck, cancel, progress); },
                  [this, file](gis::Result<void> done) {
                    showState();
                    if (!done && done.error().code != gis::ErrorCode::kCancelled)
                      return m_context.messages.add(done.error());
                    if (done && m_context.map.say) m_context.map.say(tr("Briefing saved: %1").arg(file));
                  },
                  [this](double done_ratio) { m_progress->setValue(static_cast<int>(done_ratio * 100)); });
  showState();
}

void BriefingPanel::cancel() {
  m_prepare_slot.drop();
  m_save_slot.drop();
  showState();
}

void BriefingPanel::showState() {
  const bool open = m_context.document.workspace().has_value();
  const bool working = m_prepare_slot.busy() || m_save_slot.busy();
  m_progress->setVisible(working);
  m_cancel->setVisible(working);
  if (!working) m_progress->setValue(0);
  m_prepare->setEnabled(open && !working);
  for (QPushButton* button : {m_present, m_pdf, m_pptx}) button->setEnabled(m_deck && !busy());
  m_trouble->setVisible(m_error.has_value());
  if (m_error) m_trouble->setText(errorSentence(*m_error));
  m_pages->setVisible(m_deck != nullptr);
  m_empty->setVisible(m_deck == nullptr);
  m_empty->setText(!open ? tr("Open a workspace to brief from it.")
                   : working
                       ? tr("Asking the workspace and drawing the maps …")
                       : tr("Choose a briefing and press “Prepare”. Its pages appear here; F5 shows them over the "
                            "whole screen."));
}

void BriefingPanel::retranslate() {
  setWindowTitle(tr("Briefing"));
  m_title->setText(tr("Briefing"));
  m_then->setText(tr("As it was at"));
  m_duty_name->setText(tr("On duty"));
  m_duty->setPlaceholderText(tr("leader and officers, for the cover"));
  m_light->setText(tr("Light pages, for paper and bright rooms"));
  m_prepare->setText(tr("Prepare"));
  m_present->setText(tr("Present (F5)"));
  m_pdf->setText(tr("PDF …"));
  m_pptx->setText(tr("PPTX …"));
  m_cancel->setText(tr("Cancel"));
  m_template->setAccessibleName(tr("Which briefing"));
  m_at->setAccessibleName(tr("As it was at"));
  m_pages->setAccessibleName(tr("Pages"));
  listTemplates();
  showState();
}

void BriefingPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace app

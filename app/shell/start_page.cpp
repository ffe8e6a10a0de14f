// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/start_page.h"

#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStandardPaths>
#include <QVBoxLayout>

#include "app/settings/app_settings.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"
#include "app/text/error_text.h"

namespace app {

namespace {

QLabel* label(const char* role) {
  auto* made = new QLabel;
  made->setProperty("role", role);
  made->setWordWrap(true);
  return made;
}

QVBoxLayout* panel(QBoxLayout* into) {
  auto* frame = new QFrame;
  frame->setProperty("role", "panel");
  auto* column = new QVBoxLayout(frame);
  column->setContentsMargins(dp(20), dp(20), dp(20), dp(20));
  column->setSpacing(dp(12));
  into->addWidget(frame, 1);
  return column;
}

}  // namespace

StartPage::StartPage(AppSettings& settings, QWidget* parent)
    : QWidget(parent),
      m_settings(settings),
      m_logo(new QLabel),
      m_title(label("title")),
      m_subtitle(label("second")),
      m_error_box(new QFrame),
      m_error_text(new QLabel),
      m_error_retry(new QPushButton),
      m_open(new QPushButton),
      m_open_hint(label("second")),
      m_demo_small(new QPushButton),
      m_demo_city(new QPushButton),
      m_demo_hint(label("second")),
      m_demo_folder(label("faint")),
      m_demo_choices(new QWidget),
      m_demo_running(new QWidget),
      m_demo_bar(new QProgressBar),
      m_demo_state(label("second")),
      m_demo_cancel(new QPushButton),
      m_recent_title(label("heading")),
      m_recent(new QVBoxLayout),
      m_recent_empty(label("second")),
      m_keys(label("faint")) {
  setProperty("role", "page");
  setAttribute(Qt::WA_StyledBackground);
  auto* outer = new QHBoxLayout(this);
  outer->setContentsMargins(dp(24), dp(24), dp(24), dp(24));
  auto* centre = new QWidget;
  centre->setMaximumWidth(dp(860));
  outer->addStretch();
  outer->addWidget(centre, 100);
  outer->addStretch();
  auto* column = new QVBoxLayout(centre);
  column->setSpacing(dp(16));
  column->addStretch(2);
  auto* head = new QHBoxLayout;
  head->setSpacing(dp(16));
  auto* names = new QVBoxLayout;
  names->setSpacing(dp(2));
  names->addWidget(m_title);
  names->addWidget(m_subtitle);
  head->addWidget(m_logo);
  head->addLayout(names, 1);
  column->addLayout(head);
  column->addSpacing(dp(8));

  m_error_box->setProperty("role", "card");
  auto* error_row = new QHBoxLayout(m_error_box);
  error_row->setContentsMargins(dp(16), dp(12), dp(16), dp(12));
  m_error_text->setWordWrap(true);
  m_error_text->setProperty("role", "danger");
  error_row->addWidget(m_error_text, 1);
  error_row->addWidget(m_error_retry);
  m_error_box->hide();
  column->addWidget(m_error_box);

  auto* row = new QHBoxLayout;
  row->setSpacing(dp(16));
  column->addLayout(row);
  QVBoxLayout* open = panel(row);
  m_open->setProperty("primary", true);
  open->addWidget(m_open);
  open->addWidget(m_open_hint);
  open->addSpacing(dp(8));
  open->addWidget(m_recent_title);
  m_recent->setSpacing(dp(2));
  open->addLayout(m_recent);
  open->addWidget(m_recent_empty);
  open->addStretch();

  QVBoxLayout* demo = panel(row);
  auto* choices = new QVBoxLayout(m_demo_choices);
  choices->setContentsMargins(0, 0, 0, 0);
  choices->setSpacing(dp(8));
  choices->addWidget(m_demo_small);
  choices->addWidget(m_demo_city);
  demo->addWidget(m_demo_choices);
  auto* running = new QVBoxLayout(m_demo_running);
  running->setContentsMargins(0, 0, 0, 0);
  running->setSpacing(dp(8));
  m_demo_bar->setRange(0, 1000);
  m_demo_bar->setTextVisible(false);
  running->addWidget(m_demo_state);
  running->addWidget(m_demo_bar);
  running->addWidget(m_demo_cancel, 0, Qt::AlignLeft);
  m_demo_running->hide();
  demo->addWidget(m_demo_running);
  demo->addWidget(m_demo_hint);
  demo->addWidget(m_demo_folder);
  demo->addStretch();
  column->addWidget(m_keys);
  column->addStretch(3);

  connect(m_open, &QPushButton::clicked, this, &StartPage::openWanted);
  connect(m_demo_small, &QPushButton::clicked, this,
          [this] { emit demoWanted(freshDemoFolder(), gis::demo::Scale::kSmall); });
  connect(m_demo_city, &QPushButton::clicked, this,
          [this] { emit demoWanted(freshDemoFolder(), gis::demo::Scale::kCity); });
  connect(m_demo_cancel, &QPushButton::clicked, this, &StartPage::cancelDemoWanted);
  connect(m_error_retry, &QPushButton::clicked, this, [this] { emit openFolderWanted(m_error_folder); });
  retranslate();
}

QString StartPage::freshDemoFolder() {
  QString base = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  if (!QFileInfo(base).isWritable()) base = QDir::homePath();
  QString folder = base + QStringLiteral("/fengsui-demo");
  for (int n = 2; QFileInfo::exists(folder); ++n) folder = base + QStringLiteral("/fengsui-demo-%1").arg(n);
  return folder;
}

void StartPage::showError(const QString& folder, const gis::Error& error) {
  m_error = error;
  m_error_folder = folder;
  showChoices();
  refreshError();
}

void StartPage::refreshError() {
  m_error_box->setVisible(m_error.has_value());
  if (!m_error) return;
  m_error_text->setText(errorSentence(*m_error) +
                        QStringLiteral("<br><small>%1</small>").arg(m_error_folder.toHtmlEscaped()));
  m_error_retry->setText(tr("Try again"));
}

void StartPage::showOpening(const QString& folder) {
  m_error.reset();
  refreshError();
  m_subtitle->setText(tr("Opening %1 …").arg(QDir::toNativeSeparators(folder)));
}

void StartPage::showDemoProgress(double done_ratio) {
  m_demo_choices->hide();
  m_demo_running->show();
  m_demo_bar->setValue(static_cast<int>(done_ratio * 1000));
  m_demo_state->setText(tr("Making the demonstration city … %1%").arg(std::lround(done_ratio * 100)));
}

void StartPage::showChoices() {
  m_demo_choices->show();
  m_demo_running->hide();
  retranslate();
}

void StartPage::refreshRecent() {
  while (QLayoutItem* item = m_recent->takeAt(0)) {
    item->widget()->deleteLater();
    delete item;
  }
  const QStringList recent = m_settings.recentWorkspaces().mid(0, 5);
  m_recent_empty->setVisible(recent.isEmpty());
  for (const QString& folder : recent) {
    auto* button = new QPushButton(QFileInfo(folder).fileName());
    button->setIcon(themedIcon(QStringLiteral("base")));
    button->setProperty("link", true);
    button->setToolTip(QDir::toNativeSeparators(folder));
    connect(button, &QPushButton::clicked, this, [this, folder] { emit openFolderWanted(folder); });
    m_recent->addWidget(button, 0, Qt::AlignLeft);
  }
}

void StartPage::retranslate() {
  m_logo->setPixmap(iconPixmap(QStringLiteral("beacon"), currentColours().accent, dp(72), devicePixelRatioF()));
  m_title->setText(tr("Fengsui"));
  m_subtitle->setText(tr("Natural-disaster risk and emergency map of your city"));
  m_open->setText(tr("Open a workspace…"));
  m_open_hint->setText(
      tr("A workspace is a folder that holds workspace.gpkg, the census database of a city. "
         "Looking at it changes nothing."));
  m_demo_small->setText(tr("Make the demonstration: small, a few seconds"));
  m_demo_city->setText(tr("Make the demonstration: the whole city, about a minute"));
  m_demo_hint->setText(
      tr("Changzhi with real names and codes and made-up houses, people and terrain; works without a "
         "network and is marked as demonstration data."));
  m_demo_folder->setText(tr("It is kept in %1").arg(QDir::toNativeSeparators(freshDemoFolder())));
  m_demo_cancel->setText(tr("Cancel"));
  m_recent_title->setText(tr("Recent workspaces"));
  m_recent_empty->setText(tr("None yet."));
  m_keys->setText(tr("Ctrl+O opens a workspace · F1 shows the first steps and all keys · Ctrl+Shift+L 中文 / English"));
  refreshRecent();
  refreshError();
}

void StartPage::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace app

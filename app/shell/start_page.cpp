// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/start_page.h"

#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "app/settings/app_settings.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"
#include "app/shell/elided_label.h"
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
      m_error_forget(new QPushButton),
      m_open(new QPushButton),
      m_open_hint(label("second")),
      m_demo_small(new QPushButton),
      m_demo_city(new QPushButton),
      m_demo_hint(label("second")),
      m_demo_folder(label("faint")),
      m_demo_elsewhere(new QPushButton),
      m_demo_choices(new QWidget),
      m_demo_running(new QWidget),
      m_demo_bar(new QProgressBar),
      m_demo_state(label("second")),
      m_demo_cancel(new QPushButton),
      m_recent_title(label("heading")),
      m_recent(new QVBoxLayout),
      m_recent_empty(label("second")),
      m_keys(label("faint")),
      m_back(new QPushButton) {
  setProperty("role", "page");
  setAttribute(Qt::WA_StyledBackground);
  // On a small screen at presentation size there is more than fits.
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(0, 0, 0, 0);
  auto* scroll = new QScrollArea;
  auto* content = new QWidget;
  scroll->setWidgetResizable(true);
  scroll->setFocusPolicy(Qt::NoFocus);
  whole->addWidget(scroll);
  auto* outer = new QHBoxLayout(content);
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
  head->addWidget(m_back, 0, Qt::AlignBottom);
  m_back->hide();
  column->addLayout(head);
  column->addSpacing(dp(8));

  m_error_box->setProperty("role", "card");
  auto* error_row = new QHBoxLayout(m_error_box);
  error_row->setContentsMargins(dp(16), dp(12), dp(16), dp(12));
  m_error_text->setWordWrap(true);
  m_error_text->setProperty("role", "danger");
  error_row->addWidget(m_error_text, 1);
  error_row->addWidget(m_error_forget);
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
  auto* folder_row = new QHBoxLayout;
  folder_row->setSpacing(dp(8));
  folder_row->addWidget(m_demo_folder, 1);
  folder_row->addWidget(m_demo_elsewhere, 0, Qt::AlignTop);
  m_demo_elsewhere->setProperty("link", true);
  demo->addLayout(folder_row);
  demo->addStretch();
  column->addWidget(m_keys);
  column->addStretch(3);
  for (QWidget* ground : {static_cast<QWidget*>(scroll), scroll->viewport(), content}) {
    ground->setProperty("role", "page");
    ground->setAttribute(Qt::WA_StyledBackground);
  }
  scroll->setWidget(content);

  connect(m_open, &QPushButton::clicked, this, &StartPage::openWanted);
  const auto make = [this](gis::demo::Scale scale) {
    return [this, scale] { emit demoWanted(freshDemoFolder(m_settings.demoFolder()), scale); };
  };
  connect(m_demo_small, &QPushButton::clicked, this, make(gis::demo::Scale::kSmall));
  connect(m_demo_city, &QPushButton::clicked, this, make(gis::demo::Scale::kCity));
  connect(m_demo_elsewhere, &QPushButton::clicked, this, &StartPage::demoBaseWanted);
  connect(m_back, &QPushButton::clicked, this, &StartPage::backToMapWanted);
  connect(m_error_forget, &QPushButton::clicked, this, &StartPage::forgetFailed);
  connect(m_demo_cancel, &QPushButton::clicked, this, [this] {
    // The step that is under way ends first: the press must not look lost meanwhile.
    m_stopping = true;
    m_demo_cancel->setEnabled(false);
    m_demo_state->setText(tr("Stopping …"));
    emit cancelDemoWanted();
  });
  connect(m_error_retry, &QPushButton::clicked, this, [this] { emit openFolderWanted(m_error_folder); });
  // Enter presses them, as it does in a dialog.
  for (QPushButton* button :
       {m_open, m_demo_small, m_demo_city, m_demo_elsewhere, m_demo_cancel, m_back, m_error_retry, m_error_forget})
    button->setAutoDefault(true);
  retranslate();
}

QString StartPage::freshDemoFolder(const QString& base) {
  QString folder = base + QStringLiteral("/fengsui-demo");
  for (int n = 2; QFileInfo::exists(folder); ++n) folder = base + QStringLiteral("/fengsui-demo-%1").arg(n);
  return folder;
}

void StartPage::useDemoBase(const QString& folder) {
  m_settings.setDemoFolder(folder);
  refreshDemoFolder();
}

void StartPage::refreshDemoFolder() {
  const QString base = m_settings.demoFolder();
  // A path may be broken into lines after each of its folders.
  const QString path =
      QDir::toNativeSeparators(freshDemoFolder(base)).replace(QLatin1Char('/'), QStringLiteral("/\u200b"));
  const bool writable = QFileInfo(base).isWritable();
  m_demo_folder->setText(writable ? tr("It is kept in %1").arg(path)
                                  : tr("Nothing can be written in %1; choose another folder").arg(path));
  m_demo_elsewhere->setText(tr("Change…"));
  m_demo_elsewhere->setToolTip(tr("Choose where the demonstration is kept"));
  for (QPushButton* button : {m_demo_small, m_demo_city}) button->setEnabled(writable);
}

void StartPage::setMapBehind(bool behind) { m_back->setVisible(behind); }

void StartPage::focusFirst() {
  if (m_demo_cancel->isVisible()) {
    m_demo_cancel->setFocus();
  } else if (!m_recent_buttons.empty()) {
    m_recent_buttons.front()->setFocus();
  } else {
    m_open->setFocus();
  }
}

void StartPage::showError(const QString& folder, const gis::Error& error) {
  m_error = error;
  m_error_folder = folder;
  m_failed = Failed::kOpening;
  showChoices();
  if (isVisible()) m_error_retry->setFocus();
}

void StartPage::showDemoError(const QString& folder, const gis::Error& error) {
  m_error = error;
  m_error_folder = folder;
  m_failed = Failed::kDemo;
  showChoices();
}

void StartPage::refreshError() {
  m_error_box->setVisible(m_error.has_value());
  if (!m_error) return;
  m_error_text->setText(errorSentence(*m_error).toHtmlEscaped() +
                        QStringLiteral("<br><small>%1</small>").arg(m_error_folder.toHtmlEscaped()));
  m_error_retry->setText(tr("Try again"));
  m_error_retry->setVisible(m_failed == Failed::kOpening);
  m_error_forget->setText(tr("Remove from the list"));
  m_error_forget->setVisible(m_failed == Failed::kOpening &&
                             m_settings.recentWorkspaces().contains(QDir::cleanPath(m_error_folder)));
}

void StartPage::forgetFailed() {
  m_settings.removeRecentWorkspace(m_error_folder);
  m_error.reset();
  retranslate();
  focusFirst();
}

void StartPage::showOpening(const QString& folder) {
  m_error.reset();
  refreshError();
  m_subtitle->setText(tr("Opening %1 …").arg(QDir::toNativeSeparators(folder)));
}

void StartPage::showDemoProgress(double done_ratio) {
  if (m_demo_running->isHidden()) {
    m_stopping = false;
    m_demo_cancel->setEnabled(true);
    m_error.reset();
    refreshError();
    m_demo_running->show();
    if (isVisible()) m_demo_cancel->setFocus();  // before the button that was pressed goes away with its focus
    m_demo_choices->hide();
    m_demo_elsewhere->hide();
  }
  m_demo_bar->setValue(static_cast<int>(done_ratio * 1000));
  if (!m_stopping) m_demo_state->setText(tr("Making the demonstration city … %1%").arg(std::lround(done_ratio * 100)));
}

void StartPage::showChoices() {
  const bool had_focus = m_demo_cancel->hasFocus() || m_stopping;
  m_stopping = false;
  m_demo_choices->show();
  m_demo_elsewhere->show();
  m_demo_running->hide();
  retranslate();
  if (had_focus) m_demo_small->setFocus();
}

void StartPage::refreshRecent() {
  const auto focused = std::find_if(m_recent_buttons.begin(), m_recent_buttons.end(),
                                    [this](const QPushButton* button) { return button == focusWidget(); });
  const std::size_t had_focus = static_cast<std::size_t>(focused - m_recent_buttons.begin());
  const bool keep_focus = focused != m_recent_buttons.end();
  while (QLayoutItem* item = m_recent->takeAt(0)) {
    item->widget()->hide();
    item->widget()->deleteLater();  // a button of it may be what was just clicked
    delete item;
  }
  m_recent_buttons.clear();
  const QStringList recent = m_settings.recentWorkspaces().mid(0, 5);
  m_recent_empty->setVisible(recent.isEmpty());
  for (const QString& folder : recent) {
    auto* row = new QWidget;
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(dp(8));
    auto* button = new QPushButton(QFileInfo(folder).fileName());
    button->setIcon(themedIcon(QStringLiteral("base")));
    button->setProperty("link", true);
    button->setAutoDefault(true);
    button->setToolTip(QDir::toNativeSeparators(folder));
    connect(button, &QPushButton::clicked, this, [this, folder] { emit openFolderWanted(folder); });
    // Two workspaces of the same name are told apart by where they are.
    auto* where = new ElidedLabel(Qt::ElideMiddle);
    where->setProperty("role", "faint");
    where->setWhole(QDir::toNativeSeparators(QFileInfo(folder).path()));
    line->addWidget(button);
    line->addWidget(where, 1);
    m_recent->addWidget(row);
    row->show();  // now, not with the next event: a hidden button cannot have the keyboard
    m_recent_buttons.push_back(button);
  }
  orderTabs();
  if (keep_focus && had_focus < m_recent_buttons.size()) m_recent_buttons[had_focus]->setFocus();
}

// As the eye goes: trouble first, then down the left column, then the right one.
void StartPage::orderTabs() {
  std::vector<QWidget*> order{m_back, m_error_forget, m_error_retry, m_open};
  order.insert(order.end(), m_recent_buttons.begin(), m_recent_buttons.end());
  order.insert(order.end(), {m_demo_small, m_demo_city, m_demo_cancel, m_demo_elsewhere});
  for (std::size_t i = 1; i < order.size(); ++i) setTabOrder(order[i - 1], order[i]);
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
  refreshDemoFolder();
  m_back->setText(tr("Back to the map"));
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

void StartPage::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && !m_back->isHidden()) {
    emit backToMapWanted();
  } else {
    QWidget::keyPressEvent(event);
  }
}

}  // namespace app

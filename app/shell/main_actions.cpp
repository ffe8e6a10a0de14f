// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/main_actions.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenuBar>
#include <QToolBar>

#include "app/settings/icons.h"
#include "app/settings/theme.h"

namespace app {

namespace {

struct Row {
  const char* text;
  const char* shortcut;
  const char* icon;
};

// In the order of MainActions::Id.
constexpr Row kRows[MainActions::kCount] = {
    {QT_TRANSLATE_NOOP("MainActions", "&Open workspace…"), "Ctrl+O", "open"},
    {QT_TRANSLATE_NOOP("MainActions", "Make the &demonstration city…"), "Ctrl+N", "demo"},
    {QT_TRANSLATE_NOOP("MainActions", "&Add a file to the map…"), "Ctrl+Shift+A", "plus"},
    {QT_TRANSLATE_NOOP("MainActions", "&Backups…"), "Ctrl+Shift+B", "copy"},
    {QT_TRANSLATE_NOOP("MainActions", "&Import into the workspace…"), "Ctrl+I", "import"},
    {QT_TRANSLATE_NOOP("MainActions", "Online base &maps…"), "", ""},
    {QT_TRANSLATE_NOOP("MainActions", "&Print or export the map…"), "Ctrl+P", "print"},
    {QT_TRANSLATE_NOOP("MainActions", "&Close workspace"), "Ctrl+W", "close"},
    {QT_TRANSLATE_NOOP("MainActions", "&Quit"), "Ctrl+Q", ""},
    {QT_TRANSLATE_NOOP("MainActions", "&Undo"), "Ctrl+Z", "undo"},
    {QT_TRANSLATE_NOOP("MainActions", "&Redo"), "Ctrl+Shift+Z;Ctrl+Y", "redo"},
    {QT_TRANSLATE_NOOP("MainActions", "&Full view"), "Ctrl+Home", "full-view"},
    {QT_TRANSLATE_NOOP("MainActions", "&Back"), "Alt+Left", "back"},
    {QT_TRANSLATE_NOOP("MainActions", "For&ward"), "Alt+Right", "forward"},
    {QT_TRANSLATE_NOOP("MainActions", "Zoom &in"), "Ctrl++", "plus"},
    {QT_TRANSLATE_NOOP("MainActions", "Zoom &out"), "Ctrl+-", "minus"},
    {QT_TRANSLATE_NOOP("MainActions", "&Go to…"), "Ctrl+L;Ctrl+G", "search"},
    {QT_TRANSLATE_NOOP("MainActions", "The map as it w&as…"), "Ctrl+Shift+H", "past"},
    {QT_TRANSLATE_NOOP("MainActions", "&Drill from a script…"), "Ctrl+Shift+D", ""},
    {QT_TRANSLATE_NOOP("MainActions", "&Wall on the second screen"), "Ctrl+Shift+W", ""},
    {QT_TRANSLATE_NOOP("MainActions", "&Sunlight theme"), "Ctrl+Shift+T", "sun"},
    {QT_TRANSLATE_NOOP("MainActions", "中文 / &English"), "Ctrl+Shift+L", "language"},
    {QT_TRANSLATE_NOOP("MainActions", "&Presentation size"), "Ctrl+Shift+P", "presentation"},
    {QT_TRANSLATE_NOOP("MainActions", "F&ull screen"), "F11", ""},
    {QT_TRANSLATE_NOOP("MainActions", "&What is here"), "Ctrl+1", "identify"},
    {QT_TRANSLATE_NOOP("MainActions", "&Choose features"), "Ctrl+6", "select"},
    {QT_TRANSLATE_NOOP("MainActions", "&Move the map"), "Ctrl+2", "hand"},
    {QT_TRANSLATE_NOOP("MainActions", "&Zoom to a box"), "Ctrl+3", "zoom-box"},
    {QT_TRANSLATE_NOOP("MainActions", "Measure &distance"), "Ctrl+4", "ruler"},
    {QT_TRANSLATE_NOOP("MainActions", "Measure &area"), "Ctrl+5", "area"},
    {QT_TRANSLATE_NOOP("MainActions", "First steps and &keys"), "F1", "help"},
    {QT_TRANSLATE_NOOP("MainActions", "About &Fengsui"), "", ""},
};

QString text(const char* source) { return QCoreApplication::translate("MainActions", source); }

}  // namespace

MainActions::MainActions(QWidget* window) : QObject(window) {
  auto* tools = new QActionGroup(this);
  tools->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);  // a room's tool is none of these
  for (int id = 0; id < kCount; ++id) {
    auto* action = new QAction(window);
    QList<QKeySequence> keys;
    for (const QString& key : QString::fromLatin1(kRows[id].shortcut).split(QLatin1Char(';'), Qt::SkipEmptyParts))
      keys << QKeySequence(key);
    action->setShortcuts(keys);
    if (id >= kIdentify && id <= kMeasureArea) {
      action->setCheckable(true);
      tools->addAction(action);
    }
    window->addAction(action);
    m_actions.push_back(action);
  }
  for (const Id id : {kTheme, kPresentation, kFullScreen}) m_actions[static_cast<std::size_t>(id)]->setCheckable(true);
  (*this)[kZoomIn]->setShortcuts({QKeySequence(QStringLiteral("Ctrl++")), QKeySequence(QStringLiteral("Ctrl+="))});
  (*this)[kIdentify]->setChecked(true);
  (*this)[kQuit]->setMenuRole(QAction::QuitRole);
  refreshIcons();
}

void MainActions::buildMenus(QMenuBar* bar, const std::vector<QAction*>& panel_toggles) {
  const auto menu = [&](const char* title) {
    QMenu* made = bar->addMenu(QString());
    m_menus.emplace_back(made, title);
    return made;
  };
  const auto add = [&](QMenu* to, std::initializer_list<Id> ids) {
    for (const Id id : ids) to->addAction((*this)[id]);
  };
  QMenu* file = menu(QT_TRANSLATE_NOOP("MainActions", "&File"));
  add(file, {kOpen});
  m_recent = file->addMenu(QString());
  m_menus.emplace_back(m_recent, QT_TRANSLATE_NOOP("MainActions", "&Recent workspaces"));
  add(file, {kDemo});
  file->addSeparator();
  add(file, {kAddFile, kOnlineMaps, kImport});
  file->addSeparator();
  add(file, {kPrint});
  file->addSeparator();
  add(file, {kBackups});
  file->addSeparator();
  add(file, {kCloseWorkspace, kQuit});
  add(menu(QT_TRANSLATE_NOOP("MainActions", "&Edit")), {kUndo, kRedo});
  QMenu* map = menu(QT_TRANSLATE_NOOP("MainActions", "&Map"));
  add(map, {kIdentify, kSelect, kPan, kZoomBox, kMeasureDistance, kMeasureArea});
  map->addSeparator();
  add(map, {kPast, kDrill});
  map->addSeparator();
  add(map, {kGoTo, kFullView, kBack, kForward, kZoomIn, kZoomOut});
  QMenu* view = menu(QT_TRANSLATE_NOOP("MainActions", "&View"));
  for (QAction* toggle : panel_toggles) view->addAction(toggle);
  view->addSeparator();
  add(view, {kWall});
  view->addSeparator();
  add(view, {kTheme, kPresentation, kLanguage, kFullScreen});
  QMenu* help = menu(QT_TRANSLATE_NOOP("MainActions", "&Help"));
  add(help, {kHelp, kAbout});
  retranslate();
}

void MainActions::buildToolBar(QToolBar* bar, const std::vector<QWidget*>& middle) {
  const auto add = [&](std::initializer_list<Id> ids) {
    for (const Id id : ids) bar->addAction((*this)[id]);
  };
  const auto stretch = [&] {
    auto* space = new QWidget;
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(space);
  };
  add({kIdentify, kSelect, kPan, kZoomBox, kMeasureDistance, kMeasureArea});
  bar->addSeparator();
  add({kFullView, kBack, kForward});
  bar->addSeparator();
  add({kPrint});
  stretch();
  m_bar_widgets = middle;
  for (QWidget* widget : middle) bar->addWidget(widget);
  stretch();
  add({kTheme, kPresentation, kLanguage, kHelp});
}

void MainActions::setMapCommands(MapCommands state) {
  const bool on = state == MapCommands::kOn;
  for (int id = kFullView; id <= kGoTo; ++id) m_actions[static_cast<std::size_t>(id)]->setEnabled(on);
  for (int id = kIdentify; id <= kMeasureArea; ++id) m_actions[static_cast<std::size_t>(id)]->setEnabled(on);
  for (const Id id : {kBackups, kPrint, kUndo, kRedo}) (*this)[id]->setEnabled(on);
  for (QWidget* widget : m_bar_widgets) widget->setEnabled(on);
}

void MainActions::retranslate() {
  for (int id = 0; id < kCount; ++id) {
    QAction* action = m_actions[static_cast<std::size_t>(id)];
    action->setText(text(kRows[id].text));
    QString plain = text(kRows[id].text);
    plain.remove(QRegularExpression(QStringLiteral("\\(&.\\)"))).remove(QLatin1Char('&')).remove(QChar(0x2026));
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    action->setToolTip(key.isEmpty() ? plain : QStringLiteral("%1  (%2)").arg(plain, key));
  }
  for (const auto& [menu, title] : m_menus) menu->setTitle(text(title));
}

void MainActions::refreshIcons() {
  for (int id = 0; id < kCount; ++id)
    if (*kRows[id].icon) m_actions[static_cast<std::size_t>(id)]->setIcon(themedIcon(QLatin1String(kRows[id].icon)));
}

}  // namespace app

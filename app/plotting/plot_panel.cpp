// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plotting/plot_panel.h"

#include <QAction>
#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <algorithm>

#include "app/core/map_document.h"
#include "app/plotting/plot_palette.h"
#include "app/plotting/plot_text.h"
#include "app/settings/app_settings.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"

namespace app {

namespace {

constexpr int kPick = -1;
// The palette's tools: icon and kind, in the order of the row.
constexpr std::pair<const char*, int> kTools[] = {
    {"plot-pick", kPick},
    {"point", static_cast<int>(gis::PlotKind::kPoint)},
    {"plot-line", static_cast<int>(gis::PlotKind::kLine)},
    {"plot-arrow", static_cast<int>(gis::PlotKind::kArrow)},
    {"area", static_cast<int>(gis::PlotKind::kArea)},
    {"plot-circle", static_cast<int>(gis::PlotKind::kCircle)},
    {"plot-text", static_cast<int>(gis::PlotKind::kText)},
};
constexpr int kToolId = 100;  // button ids: QButtonGroup gives -1 a meaning of its own

QToolButton* flatButton() {
  auto* made = new QToolButton;
  made->setAutoRaise(true);
  made->setIconSize(QSize(dp(18), dp(18)));
  return made;
}

}  // namespace

PlotPanel::PlotPanel(PanelContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_editor(context),
      m_empty(new QLabel),
      m_sheet(new QComboBox),
      m_sheet_name(new QLineEdit),
      m_tools(new QButtonGroup(this)),
      m_palette(new PlotPalette),
      m_label(new QLineEdit),
      m_width(new QDoubleSpinBox),
      m_dashed(new QCheckBox),
      m_label_title(new QLabel),
      m_width_title(new QLabel),
      m_list(new QListWidget) {
  // In big type the tools are taller than a small screen: they scroll, the window must not grow.
  auto* content = new QWidget;
  auto* scroll = new QScrollArea;
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setWidget(content);
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  outer->addWidget(scroll);
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(dp(12), dp(8), dp(12), dp(8));
  column->setSpacing(dp(8));
  m_empty->setWordWrap(true);
  m_empty->setProperty("role", "hint");
  column->addWidget(makeSheetRow());
  column->addWidget(makeToolRow());
  column->addWidget(m_palette);
  column->addWidget(makeLookRow());
  m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  column->addWidget(m_empty, 1);
  column->addWidget(m_list, 1);
  column->addWidget(makeButtons());
  m_list->setMinimumHeight(dp(96));
  setMinimumWidth(dp(260));
  connect(&m_editor, &PlotEditor::changed, this, &PlotPanel::refresh);
  connect(m_palette, &PlotPalette::chosen, this, &PlotPanel::applyLook);
  connect(m_label, &QLineEdit::editingFinished, this, &PlotPanel::applyLook);
  connect(m_width, &QDoubleSpinBox::valueChanged, this, &PlotPanel::applyLook);
  connect(m_dashed, &QCheckBox::toggled, this, &PlotPanel::applyLook);
  connect(m_list, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
    if (m_refreshing || item == nullptr) return;
    const std::string uuid = item->data(Qt::UserRole).toString().toStdString();
    useTool(kPick);
    if (m_pick) m_pick->pick(uuid);
  });
  connect(m_list, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) {
    const gis::PlotObject* object = m_editor.find(item->data(Qt::UserRole).toString().toStdString());
    if (object == nullptr) return;
    if (const auto at = m_context.document.toMap(object->points.front())) m_context.map.fly_to(*at, 0);
  });
  retranslate();
  refresh();
}

PlotPanel::~PlotPanel() = default;

QWidget* PlotPanel::makeSheetRow() {
  auto* row_widget = new QWidget;
  auto* row = new QHBoxLayout(row_widget);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(dp(2));
  for (QToolButton** button : {&m_sheet_show, &m_sheet_add, &m_sheet_rename, &m_sheet_remove, &m_sheet_files})
    *button = flatButton();
  m_sheet_show->setCheckable(true);
  row->addWidget(m_sheet, 1);
  row->addWidget(m_sheet_name, 1);
  for (QToolButton* button : {m_sheet_show, m_sheet_add, m_sheet_rename, m_sheet_remove, m_sheet_files})
    row->addWidget(button);
  auto* files = new QMenu(m_sheet_files);
  m_export = files->addAction(QString(), this, &PlotPanel::chooseExport);
  m_import = files->addAction(QString(), this, &PlotPanel::chooseImport);
  m_sheet_files->setMenu(files);
  m_sheet_files->setPopupMode(QToolButton::InstantPopup);
  m_sheet_name->hide();
  connect(m_sheet, &QComboBox::activated, this,
          [this] { m_editor.setCurrentSheet(m_sheet->currentData().toString().toStdString()); });
  connect(m_sheet_show, &QToolButton::clicked, this,
          [this](bool shown) { m_editor.showSheet(m_editor.currentSheet(), shown); });
  connect(m_sheet_add, &QToolButton::clicked, this, [this] { nameSheet(true); });
  connect(m_sheet_rename, &QToolButton::clicked, this, [this] { nameSheet(false); });
  connect(m_sheet_remove, &QToolButton::clicked, this, [this] {
    m_editor.removeSheet(m_editor.currentSheet());
    m_context.map.say(tr("The sheet was removed with all that is on it; Ctrl+Z brings it back."));
  });
  connect(m_sheet_name, &QLineEdit::editingFinished, this, [this] { endNaming(true); });
  auto* drop = new QAction(m_sheet_name);
  drop->setShortcut(Qt::Key_Escape);
  drop->setShortcutContext(Qt::WidgetShortcut);
  m_sheet_name->addAction(drop);
  connect(drop, &QAction::triggered, this, [this] { endNaming(false); });
  return row_widget;
}

QWidget* PlotPanel::makeToolRow() {
  auto* row_widget = new QWidget;
  auto* row = new QHBoxLayout(row_widget);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(dp(2));
  m_tools->setExclusive(false);
  for (const auto& [icon, kind] : kTools) {
    QToolButton* button = flatButton();
    button->setCheckable(true);
    button->setIconSize(QSize(dp(22), dp(22)));
    m_tools->addButton(button, kToolId + kind);
    row->addWidget(button);
  }
  row->addStretch(1);
  connect(m_tools, &QButtonGroup::idClicked, this, [this](int id) { useTool(id - kToolId); });
  return row_widget;
}

QWidget* PlotPanel::makeLookRow() {
  auto* form_widget = new QWidget;
  auto* form = new QFormLayout(form_widget);
  form->setContentsMargins(0, 0, 0, 0);
  form->setSpacing(dp(6));
  m_width->setRange(1, 12);
  m_width->setSingleStep(1);
  m_width->setDecimals(0);
  m_width->setValue(3);
  m_width->setButtonSymbols(QAbstractSpinBox::NoButtons);
  auto* look = new QHBoxLayout;
  look->addWidget(m_width);
  look->addWidget(m_dashed);
  look->addStretch(1);
  form->addRow(m_label_title, m_label);
  form->addRow(m_width_title, look);
  return form_widget;
}

QWidget* PlotPanel::makeButtons() {
  auto* row_widget = new QWidget;
  auto* row = new QHBoxLayout(row_widget);
  row->setContentsMargins(0, 0, 0, 0);
  m_undo = new QPushButton;
  m_redo = new QPushButton;
  m_remove = new QPushButton;
  for (QPushButton* button : {m_undo, m_redo, m_remove}) row->addWidget(button);
  connect(m_undo, &QPushButton::clicked, this, [this] { m_editor.undo(); });
  connect(m_redo, &QPushButton::clicked, this, [this] { m_editor.redo(); });
  connect(m_remove, &QPushButton::clicked, this, [this] {
    if (m_pick && !m_pick->picked().empty()) m_editor.remove(m_pick->picked());
  });
  return row_widget;
}

PlotGround PlotPanel::ground() const {
  const MapDocument& document = m_context.document;
  return {[&document](gis::MapXY at) { return document.toLonLat(at); },
          [&document](gis::LonLat at) { return document.toMap(at); }, m_context.map.metres_per_px};
}

gis::PlotObject PlotPanel::style() const {
  gis::PlotObject object;
  object.kind = m_kind < 0 ? gis::PlotKind::kPoint : static_cast<gis::PlotKind>(m_kind);
  if (object.kind == gis::PlotKind::kPoint) object.symbol = m_palette->symbol();
  object.colour = m_palette->colour();
  object.label = m_label->text().trimmed().toStdString();
  object.width_px = m_width->value();
  object.dashed = m_dashed->isChecked();
  if (object.kind == gis::PlotKind::kText && object.label.empty()) object.label = tr("Text").toStdString();
  return object;
}

void PlotPanel::useTool(int kind) {
  if (!m_editor.canEdit() || !m_context.map.use_tool) return refresh();
  const bool same = kind == m_kind && (kind == kPick ? !m_pick.isNull() : !m_draw.isNull());
  m_kind = kind;
  if (same) return refresh();
  if (kind == kPick) {
    auto tool = std::make_unique<PlotPickTool>([this] { return m_editor.layer(); }, ground());
    m_pick = tool.get();
    connect(m_pick, &PlotPickTool::pickedChanged, this, &PlotPanel::pickInList);
    connect(m_pick, &PlotPickTool::moved, &m_editor, &PlotEditor::change);
    connect(m_pick, &PlotPickTool::removeWanted, &m_editor, &PlotEditor::remove);
    connect(m_pick, &QObject::destroyed, this, &PlotPanel::refresh);
    m_pick->setHint(tr("Click an object to pick it, drag to move it or a corner of it; Delete removes, Esc lets go."));
    m_context.map.use_tool(std::move(tool));
  } else {
    auto tool = std::make_unique<PlotDrawTool>(style(), ground());
    m_draw = tool.get();
    m_label->clear();  // the last object's is not this one's
    m_draw->setStyle(style());
    connect(m_draw, &PlotDrawTool::drawn, &m_editor, &PlotEditor::add);
    connect(m_draw, &PlotDrawTool::drawn, m_label, &QLineEdit::clear);
    connect(m_draw, &PlotDrawTool::drawn, this, &PlotPanel::applyLook);
    connect(m_draw, &QObject::destroyed, this, &PlotPanel::refresh);
    m_draw->setHint(plotHint(static_cast<gis::PlotKind>(kind)));
    m_context.map.use_tool(std::move(tool));
  }
  refresh();
}

void PlotPanel::applyLook() {
  if (m_refreshing) return;
  if (m_draw) m_draw->setStyle(style());
  if (!m_pick || m_pick->picked().empty()) return;
  const gis::PlotObject* picked = m_editor.find(m_pick->picked());
  if (picked == nullptr) return;
  gis::PlotObject object = *picked;
  object.colour = m_palette->colour();
  object.label = m_label->text().trimmed().toStdString();
  object.width_px = m_width->value();
  object.dashed = m_dashed->isChecked();
  if (object.kind == gis::PlotKind::kPoint) object.symbol = m_palette->symbol();
  if (object.kind == gis::PlotKind::kText && object.label.empty()) object.label = picked->label;
  m_editor.change(object);
}

void PlotPanel::pickInList(const std::string& uuid) {
  m_refreshing = true;
  const QString wanted = QString::fromStdString(uuid);
  m_list->setCurrentItem(nullptr);
  for (int i = 0; i < m_list->count(); ++i)
    if (m_list->item(i)->data(Qt::UserRole).toString() == wanted) m_list->setCurrentRow(i);
  if (const gis::PlotObject* object = m_editor.find(uuid)) {
    m_palette->setColour(object->colour);
    m_palette->setSymbol(object->symbol);
    m_label->setText(QString::fromStdString(object->label));
    m_width->setValue(object->width_px);
    m_dashed->setChecked(object->dashed);
  }
  m_refreshing = false;
  refresh();
}

void PlotPanel::refresh() {
  m_refreshing = true;
  const bool can = m_editor.canEdit();
  const gis::PlotBook& book = m_editor.book();
  const std::string current = m_editor.currentSheet();
  m_sheet->clear();
  for (const gis::PlotSheet& sheet : book.sheets) {
    m_sheet->addItem(QString::fromStdString(sheet.name), QString::fromStdString(sheet.uuid));
    if (sheet.uuid != current) continue;
    m_sheet->setCurrentIndex(m_sheet->count() - 1);
    m_sheet_show->setChecked(sheet.visible);
  }
  m_sheet->setEnabled(m_sheet->count() > 1);
  for (QToolButton* button : {m_sheet_show, m_sheet_rename, m_sheet_remove})
    button->setEnabled(can && !book.sheets.empty());
  m_sheet_add->setEnabled(can);
  m_export->setEnabled(!m_editor.book().objects.empty());
  m_import->setEnabled(can);
  for (QAbstractButton* button : m_tools->buttons()) {
    const int kind = m_tools->id(button) - kToolId;
    button->setEnabled(can);
    button->setChecked(kind == m_kind && (kind == kPick ? !m_pick.isNull() : !m_draw.isNull()));
  }
  const gis::PlotObject* picked = m_pick ? m_editor.find(m_pick->picked()) : nullptr;
  m_palette->showSymbols(picked != nullptr ? picked->kind == gis::PlotKind::kPoint
                                           : m_kind == static_cast<int>(gis::PlotKind::kPoint));
  m_remove->setEnabled(can && picked != nullptr);
  m_undo->setEnabled(can && m_editor.undoable().undo.has_value());
  m_redo->setEnabled(can && m_editor.undoable().redo.has_value());
  refreshList();
  m_refreshing = false;
}

void PlotPanel::refreshList() {
  const std::string current = m_editor.currentSheet();
  const std::string picked = m_pick ? m_pick->picked() : std::string();
  m_list->clear();
  const auto& objects = m_editor.book().objects;
  for (auto object = objects.rbegin(); object != objects.rend(); ++object) {
    if (object->sheet_uuid != current) continue;
    auto* item = new QListWidgetItem(plotTitle(*object), m_list);
    item->setIcon(plotIcon(*object, dp(18), devicePixelRatioF()));
    item->setData(Qt::UserRole, QString::fromStdString(object->uuid));
    if (object->uuid == picked) m_list->setCurrentItem(item);
  }
  const bool open = m_context.document.workspace().has_value();
  m_empty->setText(!open ? tr("Open a workspace to plot in it.")
                   : !m_editor.canEdit()
                       ? tr("This workspace is open for reading only: nothing can be plotted.")
                       : tr("Nothing is plotted on this sheet. Choose a tool above and click on the map."));
  m_empty->setVisible(m_list->count() == 0);
  m_list->setVisible(m_list->count() > 0);
}

void PlotPanel::nameSheet(bool new_sheet) {
  m_naming_new = new_sheet;
  m_sheet_name->setText(new_sheet ? tr("Sheet %1").arg(m_editor.book().sheets.size() + 1) : m_sheet->currentText());
  m_sheet->hide();
  m_sheet_name->show();
  m_sheet_name->selectAll();
  m_sheet_name->setFocus();
}

void PlotPanel::endNaming(bool keep) {
  if (m_sheet_name->isHidden()) return;
  m_sheet_name->hide();
  m_sheet->show();
  const QString name = m_sheet_name->text().trimmed();
  if (!keep || name.isEmpty()) return;
  if (m_naming_new)
    m_editor.addSheet(name);
  else
    m_editor.renameSheet(m_editor.currentSheet(), name);
}

void PlotPanel::chooseExport() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return;
  const QString start = QString::fromStdString((workspace->folder / "exports" / "plotting.kml").string());
  const QString file = QFileDialog::getSaveFileName(this, tr("Write what is plotted"), start,
                                                    tr("KML (*.kml);;GeoJSON (*.geojson *.json)"));
  if (!file.isEmpty()) m_editor.exportFile(file.toStdString());
}

void PlotPanel::chooseImport() {
  const QString file = QFileDialog::getOpenFileName(this, tr("Add a sheet from a file"),
                                                    m_context.settings.lastFolder(), tr("GeoJSON (*.geojson *.json)"));
  if (!file.isEmpty()) m_editor.importFile(file.toStdString());
}

void PlotPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
    refresh();
  }
  QWidget::changeEvent(event);
}

void PlotPanel::retranslate() {
  setWindowTitle(tr("Plotting"));
  for (const auto& [icon, kind] : kTools) {
    QAbstractButton* button = m_tools->button(kToolId + kind);
    button->setIcon(themedIcon(QLatin1String(icon)));
    const QString name = kind == kPick ? tr("Pick and move") : plotKindText(static_cast<gis::PlotKind>(kind));
    button->setToolTip(name);
    button->setAccessibleName(name);
  }
  const std::tuple<QToolButton*, const char*, QString> sheets[] = {
      {m_sheet_show, "eye", tr("Show this sheet on the map")},
      {m_sheet_add, "plus", tr("New sheet")},
      {m_sheet_rename, "plot", tr("Rename this sheet")},
      {m_sheet_remove, "trash", tr("Remove this sheet with all that is on it")},
      {m_sheet_files, "file", tr("Write to a file, read from one")}};
  for (const auto& [button, icon, text] : sheets) {
    button->setIcon(themedIcon(QLatin1String(icon)));
    button->setToolTip(text);
    button->setAccessibleName(text);
  }
  m_export->setText(tr("Write everything as KML or GeoJSON…"));
  m_import->setText(tr("Add a sheet from GeoJSON…"));
  m_sheet->setAccessibleName(tr("Sheet"));
  m_sheet_name->setAccessibleName(tr("Name of the sheet"));
  m_label_title->setText(tr("Label"));
  m_width_title->setText(tr("Width"));
  m_label_title->setBuddy(m_label);
  m_width_title->setBuddy(m_width);
  m_label->setPlaceholderText(tr("What it is, if it needs saying"));
  m_dashed->setText(tr("Dashed"));
  m_list->setAccessibleName(tr("What is plotted on this sheet"));
  m_undo->setText(tr("Undo"));
  m_undo->setIcon(themedIcon(QStringLiteral("undo")));
  m_redo->setText(tr("Redo"));
  m_redo->setIcon(themedIcon(QStringLiteral("redo")));
  m_remove->setText(tr("Remove"));
  m_remove->setIcon(themedIcon(QStringLiteral("trash")));
  // The window's own keys, from anywhere.
  m_undo->setToolTip(QKeySequence(QStringLiteral("Ctrl+Z")).toString(QKeySequence::NativeText));
  m_redo->setToolTip(QKeySequence(QStringLiteral("Ctrl+Shift+Z")).toString(QKeySequence::NativeText));
  m_palette->retranslate();
}

}  // namespace app

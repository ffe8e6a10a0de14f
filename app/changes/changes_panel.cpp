// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changes/changes_panel.h"

#include <QCheckBox>
#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QStyle>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/settings/app_settings.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"
#include "app/text/error_text.h"

namespace app {
namespace {

constexpr int kStep = Qt::UserRole;  // the step's number in the list; on its lines: nothing

QString timeText(std::int64_t utc_ms) {
  const QDateTime at = QDateTime::fromMSecsSinceEpoch(utc_ms);
  return at.date() == QDate::currentDate()                 ? at.toString(QStringLiteral("HH:mm:ss"))
         : at.date().year() == QDate::currentDate().year() ? at.toString(QStringLiteral("MM-dd HH:mm"))
                                                           : at.toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

}  // namespace

ChangesPanel::ChangesPanel(PanelContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_undo(new QPushButton),
      m_redo(new QPushButton),
      m_back(new QPushButton),
      m_revert(new QPushButton),
      m_load(new QPushButton),
      m_mine(new QCheckBox),
      m_words(new QLineEdit),
      m_empty(new QLabel),
      m_said(new QLabel),
      m_tree(new QTreeWidget),
      m_page_slot(context.pools, Pool::kIo),
      m_lines_slot(context.pools, Pool::kIo),
      m_undo_slot(context.pools, Pool::kIo),
      m_revert_slot(context.pools, Pool::kIo) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(dp(12), dp(8), dp(12), dp(8));
  column->setSpacing(dp(8));
  auto* top = new QHBoxLayout;
  top->addWidget(m_undo, 1);
  top->addWidget(m_redo, 1);
  column->addLayout(top);
  auto* find = new QHBoxLayout;
  m_words->setClearButtonEnabled(true);
  m_words->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
  find->addWidget(m_words, 1);
  find->addWidget(m_mine);
  column->addLayout(find);
  m_tree->setHeaderHidden(true);
  m_tree->setColumnCount(1);
  m_tree->setWordWrap(true);
  m_tree->setTextElideMode(Qt::ElideNone);
  m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  column->addWidget(m_tree, 1);
  m_empty->setWordWrap(true);
  m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  m_empty->setProperty("role", "second");
  column->addWidget(m_empty, 1);
  m_load->setProperty("link", true);
  column->addWidget(m_load);
  m_said->setWordWrap(true);
  m_said->hide();
  column->addWidget(m_said);
  auto* bottom = new QHBoxLayout;
  bottom->addWidget(m_back, 1);
  bottom->addWidget(m_revert, 1);
  column->addLayout(bottom);
  setMinimumWidth(dp(300));
  connect(m_undo, &QPushButton::clicked, this, &ChangesPanel::undo);
  connect(m_redo, &QPushButton::clicked, this, &ChangesPanel::redo);
  connect(m_back, &QPushButton::clicked, this, &ChangesPanel::undoBackTo);
  connect(m_revert, &QPushButton::clicked, this, &ChangesPanel::revertChosen);
  connect(m_load, &QPushButton::clicked, this, &ChangesPanel::readMore);
  connect(m_mine, &QCheckBox::toggled, this, &ChangesPanel::read);
  connect(m_words, &QLineEdit::textChanged, this, &ChangesPanel::filter);
  connect(m_tree, &QTreeWidget::itemExpanded, this, &ChangesPanel::readLines);
  connect(m_tree, &QTreeWidget::currentItemChanged, this, &ChangesPanel::refreshButtons);
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (change.properties & MapChange::kWorkspace) {
      m_page_slot.drop(), m_lines_slot.drop(), m_undo_slot.drop(), m_revert_slot.drop();
      m_waiting.clear();
      m_until.clear();
      m_steps.clear();
      m_undoable = {};
      m_error.reset();
      m_said->hide();
      fill();
    }
    if (change.properties & (MapChange::kWorkspace | MapChange::kTables)) {
      m_stale = true;
      if (isVisible()) read();
    }
  });
  context.map.undo = [this] { undo(); };
  context.map.redo = [this] { redo(); };
  retranslate();
}

ChangesPanel::~ChangesPanel() { m_context.map.undo = m_context.map.redo = {}; }

std::filesystem::path ChangesPanel::folder() const {
  const auto& workspace = m_context.document.workspace();
  return workspace ? workspace->place() : std::filesystem::path();
}

void ChangesPanel::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (m_stale) read();
}

void ChangesPanel::read() {
  if (folder().empty()) return;
  m_stale = false;
  m_page_slot.ask([folder = folder(), seat = m_context.settings.author().seat, mine = m_mine->isChecked()](
                      const gis::CancelToken&, const gis::Progress&) { return readSteps(folder, seat, 0, mine); },
                  [this](gis::Result<StepPage> page) { accept(std::move(page), false); });
}

void ChangesPanel::readMore() {
  if (folder().empty() || m_steps.empty()) return;
  m_page_slot.ask([folder = folder(), seat = m_context.settings.author().seat, mine = m_mine->isChecked(),
                   before = m_steps.back().arrived.arrival](
                      const gis::CancelToken&, const gis::Progress&) { return readSteps(folder, seat, before, mine); },
                  [this](gis::Result<StepPage> page) { accept(std::move(page), true); });
}

void ChangesPanel::accept(gis::Result<StepPage> page, bool more) {
  m_error.reset();
  if (!page) {
    m_error = std::move(page.error());
  } else {
    if (!more) m_steps.clear();
    for (StepRecord& step : page->steps) m_steps.push_back(std::move(step));
    m_titles.merge(page->titles);
    m_more = page->more;
    m_undoable = std::move(page->undoable);
  }
  fill();
}

QString ChangesPanel::ownTitle(const gis::EditStep& step) const {
  if (!step.title.empty()) return QString::fromStdString(step.title);
  return step.kind == gis::StepKind::kDecide ? tr("Conflict decided") : tr("Changed");
}

// The tables that no layer shows and GeoPackage does not list: they hold no places.
QString ChangesPanel::plainTableTitle(const std::string& table) const {
  if (table == "map_bookmark") return tr("Bookmarks");
  if (table == "plot_sheet") return tr("Plotting sheets");
  return QString::fromStdString(table);
}

QString ChangesPanel::titleOf(const gis::EditStep& step) const {
  const QString title = ownTitle(step);
  switch (step.kind) {
    case gis::StepKind::kUndo:
      return tr("Undone: %1").arg(title);
    case gis::StepKind::kRedo:
      return tr("Redone: %1").arg(title);
    case gis::StepKind::kImport:
      return tr("Import: %1").arg(title);
    case gis::StepKind::kFix:
      return tr("Mended: %1").arg(title);
    default:
      return title;
  }
}

QString ChangesPanel::extentOf(const StepRecord& record) const {
  const QLocale locale(QLocale::English);
  QStringList parts;
  for (const auto& extent : record.extent) {
    const bool chinese = m_context.document.language().startsWith(QLatin1String("zh"));
    QString title = plainTableTitle(extent.table);
    if (const auto named = m_titles.find(extent.table); named != m_titles.end()) {
      const auto& [zh, en] = named->second;
      if (const QString& text = chinese || en.isEmpty() ? zh : en; !text.isEmpty()) title = text;
    }
    for (const MapLayer& layer : m_context.document.layers())
      if (layer.table == extent.table) {
        title = layer.title.text(m_context.document.language());
        break;
      }
    parts << tr("%1: %2 rows").arg(title, locale.toString(static_cast<qlonglong>(extent.rows)));
  }
  return parts.join(QStringLiteral(" · "));
}

void ChangesPanel::fill() {
  const StepRecord* before = chosen();
  const std::string kept = before ? before->arrived.step.uuid : std::string();
  m_tree->clear();
  for (std::size_t i = 0; i < m_steps.size(); ++i) {
    const gis::EditStep& step = m_steps[i].arrived.step;
    QString text = titleOf(step) + QLatin1Char('\n') +
                   QStringLiteral("%1 · %2").arg(timeText(step.at_utc_ms), QString::fromStdString(step.author.name));
    if (const QString extent = extentOf(m_steps[i]); !extent.isEmpty()) text += QStringLiteral(" · ") + extent;
    if (!step.reason.empty()) text += QLatin1Char('\n') + tr("Why: %1").arg(QString::fromStdString(step.reason));
    auto* item = new QTreeWidgetItem(m_tree, {text});
    item->setData(0, kStep, static_cast<int>(i));
    item->setToolTip(0, QDateTime::fromMSecsSinceEpoch(step.at_utc_ms).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")));
    item->setChildIndicatorPolicy(QTreeWidgetItem::ShowIndicator);
    if (step.uuid == kept) m_tree->setCurrentItem(item);
  }
  m_tree->setVisible(!m_steps.empty());
  m_empty->setVisible(m_steps.empty());
  m_load->setVisible(m_more);
  if (m_error)
    m_empty->setText(errorSentence(*m_error));
  else if (folder().empty())
    m_empty->setText(tr("Open a workspace to see what was changed in it."));
  else
    m_empty->setText(
        tr("Nothing has been changed yet. Whatever is changed in a form, on the map or by an import stands "
           "here, with who, when and why."));
  filter();
  refreshButtons();
}

void ChangesPanel::filter() {
  const QString words = m_words->text().trimmed();
  for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
    QTreeWidgetItem* item = m_tree->topLevelItem(i);
    item->setHidden(!words.isEmpty() && !item->text(0).contains(words, Qt::CaseInsensitive));
  }
}

const StepRecord* ChangesPanel::chosen() const {
  QTreeWidgetItem* item = m_tree->currentItem();
  if (item && item->parent()) item = item->parent();
  if (!item) return nullptr;
  const auto at = static_cast<std::size_t>(item->data(0, kStep).toInt());
  return at < m_steps.size() ? &m_steps[at] : nullptr;
}

void ChangesPanel::readLines(QTreeWidgetItem* item) {
  if (item->childCount() > 0 || item->parent()) return;
  const auto at = static_cast<std::size_t>(item->data(0, kStep).toInt());
  if (at >= m_steps.size()) return;
  ChangeWords words{
      {},           {}, m_context.document.language(), tr("row added"), tr("row removed"), tr("place or shape changed"),
      tr("(empty)")};
  for (const MapLayer& layer : m_context.document.layers())
    if (layer.entry) words.entries.push_back(*layer.entry);
  if (const auto& workspace = m_context.document.workspace()) words.codes = workspace->codes;
  const std::string step = m_steps[at].arrived.step.uuid;
  m_lines_slot.ask(
      [folder = folder(), step, words](const gis::CancelToken& cancel, const gis::Progress&) {
        return readChanges(folder, step, words, cancel);
      },
      [this, step](gis::Result<std::vector<ChangeLine>> lines) {
        for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
          QTreeWidgetItem* top = m_tree->topLevelItem(i);
          const auto n = static_cast<std::size_t>(top->data(0, kStep).toInt());
          if (n >= m_steps.size() || m_steps[n].arrived.step.uuid != step || top->childCount() > 0) continue;
          if (!lines) {
            new QTreeWidgetItem(top, {errorSentence(lines.error())});
            continue;
          }
          if (lines->empty()) new QTreeWidgetItem(top, {tr("Rows that came in bulk.")});
          for (const ChangeLine& line : *lines) new QTreeWidgetItem(top, {line.row + QLatin1Char('\n') + line.what});
        }
      });
}

void ChangesPanel::enqueue(UndoWhat what) {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return;
  if (workspace->read_only_reason) {
    if (m_context.map.say) m_context.map.say(errorSentence(*workspace->read_only_reason));
    return;
  }
  m_waiting.push_back(what);
  if (!m_undo_slot.busy()) next();
}

void ChangesPanel::next() {
  if (m_waiting.empty() || folder().empty()) return;
  const UndoWhat what = m_waiting.front();
  m_undo_slot.ask([folder = folder(), author = m_context.settings.author(), what](
                      const gis::CancelToken&, const gis::Progress&) { return takeBack(folder, author, what); },
                  [this, what](gis::Result<gis::UndoDone> result) {
                    if (!m_waiting.empty()) m_waiting.pop_front();
                    undone(what, std::move(result));
                    next();
                  });
}

QString ChangesPanel::troubleOf(const gis::Error& error) const {
  if (error.code == gis::ErrorCode::kChangedElsewhere)
    return tr(
        "This cannot be taken back: somebody has changed the same cells since. The row's history can put single "
        "values back.");
  return errorSentence(error);
}

void ChangesPanel::undone(UndoWhat what, gis::Result<gis::UndoDone> result) {
  QString said;
  if (result) {
    if (m_context.map.rows_changed) m_context.map.rows_changed(result->done);
    const QString title = ownTitle(result->step);
    said = (what == UndoWhat::kUndo ? tr("Undone: %1") : tr("Redone: %1")).arg(title);
    if (!m_until.empty()) {
      if (result->step.uuid == m_until)
        m_until.clear();
      else
        m_waiting.push_back(UndoWhat::kUndo);
    }
  } else {
    m_until.clear();
    m_waiting.clear();
    said = result.error().code == gis::ErrorCode::kNoData
               ? (what == UndoWhat::kUndo ? tr("There is nothing to undo.") : tr("There is nothing to redo."))
               : troubleOf(result.error());
  }
  m_said->setText(said);
  m_said->setProperty("role", result ? "second" : "danger");
  m_said->style()->unpolish(m_said);
  m_said->style()->polish(m_said);
  m_said->show();
  if (m_context.map.say) m_context.map.say(said);
  m_stale = true;
  if (isVisible()) read();
}

void ChangesPanel::undoBackTo() {
  const StepRecord* step = chosen();
  if (!step || !m_waiting.empty()) return;
  m_until = step->arrived.step.uuid;
  enqueue(UndoWhat::kUndo);
}

void ChangesPanel::revertChosen() {
  const StepRecord* step = chosen();
  if (!step || folder().empty()) return;
  const gis::StepPlan plan{m_context.settings.author(), gis::StepKind::kRestore,
                           tr("Taken back: %1").arg(ownTitle(step->arrived.step)).toStdString()};
  m_revert_slot.ask([folder = folder(), plan, uuid = step->arrived.step.uuid](
                        const gis::CancelToken&, const gis::Progress&) { return revert(folder, plan, uuid); },
                    [this](gis::Result<gis::StepDone> done) {
                      if (done && m_context.map.rows_changed) m_context.map.rows_changed(*done);
                      const QString said = !done                ? troubleOf(done.error())
                                           : done->step.empty() ? tr("Nothing is different: it was taken back before.")
                                                                : tr("Taken back.");
                      m_said->setText(said);
                      m_said->setProperty("role", done ? "second" : "danger");
                      m_said->style()->unpolish(m_said);
                      m_said->style()->polish(m_said);
                      m_said->show();
                      read();
                    });
}

void ChangesPanel::refreshButtons() {
  const auto& workspace = m_context.document.workspace();
  const bool can = workspace && !workspace->read_only_reason;
  m_undo->setEnabled(can && m_undoable.undo.has_value());
  m_redo->setEnabled(can && m_undoable.redo.has_value());
  m_undo->setToolTip(m_undoable.undo ? tr("Undo: %1 (Ctrl+Z)").arg(ownTitle(*m_undoable.undo))
                                     : tr("There is nothing to undo."));
  m_redo->setToolTip(m_undoable.redo ? tr("Redo: %1 (Ctrl+Shift+Z)").arg(ownTitle(*m_undoable.redo))
                                     : tr("There is nothing to redo."));
  const StepRecord* step = chosen();
  const gis::StepKind kind = step ? step->arrived.step.kind : gis::StepKind::kEdit;
  const bool plain = step && kind != gis::StepKind::kUndo && kind != gis::StepKind::kRedo;
  m_revert->setEnabled(can && step);
  m_back->setEnabled(can && plain && step->arrived.step.author.seat == m_context.settings.author().seat);
}

void ChangesPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

void ChangesPanel::retranslate() {
  setWindowTitle(tr("Changes"));
  m_undo->setText(tr("Undo"));
  m_undo->setIcon(themedIcon(QStringLiteral("undo")));
  m_redo->setText(tr("Redo"));
  m_redo->setIcon(themedIcon(QStringLiteral("redo")));
  m_back->setText(tr("Undo back to here"));
  m_back->setToolTip(tr("Undo all that this seat has done since, and this step"));
  m_revert->setText(tr("Take back this one"));
  m_revert->setToolTip(tr("Take this step alone back, also another seat's, as a change of its own"));
  m_mine->setText(tr("Mine only"));
  m_words->setPlaceholderText(tr("Who, what, why"));
  m_words->setAccessibleName(tr("Who, what, why"));
  m_load->setText(tr("Older changes…"));
  m_tree->setAccessibleName(tr("Changes"));
  fill();
}

}  // namespace app

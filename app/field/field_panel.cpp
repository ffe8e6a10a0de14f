// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/field/field_panel.h"

#include <QDateTime>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/field/bring_back_dialog.h"
#include "app/field/conflict_card.h"
#include "app/field/field_text.h"
#include "app/field/passphrase_dialog.h"
#include "app/field/prepare_dialog.h"
#include "app/field/storage_places.h"
#include "app/settings/app_settings.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"
#include "app/text/error_text.h"
#include "layers/field/conflict_layer.h"

namespace app {

namespace {

constexpr double kSpanM = 1500;  // shown about a row
constexpr double kReachPx = 14;  // around a sign
constexpr int kMostLaptopsPx = 190;
const QString kLayerId = QStringLiteral("conflicts");

std::vector<layers::CatalogueEntry> entriesOf(const MapDocument& document) {
  std::vector<layers::CatalogueEntry> entries;
  for (const MapLayer& layer : document.layers())
    if (layer.entry) entries.push_back(*layer.entry);
  return entries;
}

QTreeWidget* plainList(int columns) {
  auto* list = new QTreeWidget;
  list->setColumnCount(columns);
  list->setUniformRowHeights(true);
  list->setAllColumnsShowFocus(true);
  list->header()->setStretchLastSection(false);
  list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
  list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
  list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  return list;
}

// A short list leaves its room to the card below it; a long one takes what there is.
void takeOnlyRowsRoom(QTreeWidget& list) {
  constexpr int kFewestRows = 2;
  int rows = 0;
  for (auto* item = list.topLevelItem(0); item != nullptr; item = list.itemBelow(item)) ++rows;
  const int row_px = rows == 0 ? 0 : list.visualItemRect(list.topLevelItem(0)).height();
  list.setMaximumHeight(rows == 0 ? QWIDGETSIZE_MAX
                                  : list.header()->sizeHint().height() + std::max(rows, kFewestRows) * row_px + dp(6));
}

}  // namespace

FieldPanel::FieldPanel(PanelContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_read(context.pools, Pool::kIo),
      m_detail(context.pools, Pool::kIo),
      m_write(context.pools, Pool::kIo),
      m_package(context.pools, Pool::kIo),
      m_prepare(new QPushButton),
      m_bring_back(new QPushButton),
      m_send(new QPushButton),
      m_role(new QLabel),
      m_laptops_title(new QLabel),
      m_laptops(plainList(2)),
      m_conflicts_title(new QLabel),
      m_decided(new QToolButton),
      m_empty(new QLabel),
      m_conflicts(plainList(3)),
      m_card(new ConflictCard) {
  makeWidgets();
  connect(m_prepare, &QPushButton::clicked, this, &FieldPanel::openPrepare);
  connect(m_bring_back, &QPushButton::clicked, this, &FieldPanel::openBringBack);
  connect(m_send, &QPushButton::clicked, this, &FieldPanel::choosePackage);
  connect(m_decided, &QToolButton::toggled, this, &FieldPanel::reload);
  connect(m_laptops, &QTreeWidget::itemExpanded, this, [this] { takeOnlyRowsRoom(*m_laptops); });
  connect(m_laptops, &QTreeWidget::itemCollapsed, this, [this] { takeOnlyRowsRoom(*m_laptops); });
  connect(m_conflicts, &QTreeWidget::currentItemChanged, this, &FieldPanel::showConflict);
  connect(m_conflicts, &QTreeWidget::itemActivated, this, [this] {
    if (const gis::ConflictRow* row = chosen()) goTo(*row);
  });
  connect(m_conflicts, &QTreeWidget::itemClicked, this, [this] {
    if (const gis::ConflictRow* row = chosen()) goTo(*row);
  });
  connect(m_card, &ConflictCard::decided, this, &FieldPanel::decideChosen);
  connect(m_card, &ConflictCard::ownerChanged, this, [this](const QString& owner) {
    const auto& workspace = m_context.document.workspace();
    const gis::ConflictRow* row = chosen();
    if (!workspace || row == nullptr) return;
    m_write.ask(
        [folder = workspace->folder, conflict = row->conflict, owner = owner.toStdString()](
            const gis::CancelToken&, const gis::Progress&) { return setConflictOwner(folder, conflict, owner); },
        [this](gis::Result<void> done) {
          if (!done) m_context.messages.add(std::move(done.error()));
          reload();
        });
  });
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (change.properties & MapChange::kWorkspace) {
      m_state = {};
      m_view.reset();
      m_layer.reset();
      m_read.drop();
    }
    if (change.properties & (MapChange::kWorkspace | MapChange::kTables)) reload();
  });
  if (context.map.on_identify)
    context.map.on_identify([this](gis::MapXY where) {
      if (!m_layer || !isVisible()) return;
      const double metres_per_px = m_context.map.metres_per_px ? m_context.map.metres_per_px() : 1;
      const int number = m_layer->nearest(where, dp(kReachPx) * metres_per_px);
      if (number < 0) return;
      const auto row = static_cast<int>(m_placed[static_cast<std::size_t>(number)]);
      m_conflicts->setCurrentItem(m_conflicts->topLevelItem(row));
      m_conflicts->setFocus();
    });
  retranslate();
  reload();
}

FieldPanel::~FieldPanel() = default;

void FieldPanel::makeWidgets() {
  setMinimumWidth(dp(300));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(dp(12), dp(8), dp(12), dp(8));
  column->setSpacing(dp(8));
  for (QPushButton* button : {m_prepare, m_bring_back, m_send}) button->setAutoDefault(false);
  column->addWidget(m_role);
  column->addWidget(m_prepare);
  auto* row = new QHBoxLayout;
  row->setSpacing(dp(8));
  row->addWidget(m_bring_back, 1);
  row->addWidget(m_send, 1);
  column->addLayout(row);
  for (QLabel* label : {m_role, m_empty}) {
    label->setWordWrap(true);
    label->setProperty("role", "second");
  }
  m_laptops_title->setProperty("role", "heading");
  m_conflicts_title->setProperty("role", "heading");
  m_laptops->setMaximumHeight(dp(kMostLaptopsPx));
  m_laptops->setSelectionMode(QAbstractItemView::SingleSelection);
  m_conflicts->setRootIsDecorated(false);
  m_conflicts->installEventFilter(this);
  m_decided->setCheckable(true);
  m_decided->setAutoRaise(true);
  m_decided->setIconSize(QSize(dp(18), dp(18)));
  column->addWidget(m_laptops_title);
  column->addWidget(m_laptops, 1);
  auto* title = new QHBoxLayout;
  title->addWidget(m_conflicts_title, 1);
  title->addWidget(m_decided);
  column->addLayout(title);
  column->addWidget(m_empty);
  column->addWidget(m_conflicts, 2);
  column->addWidget(m_card);
  column->addStretch();
}

bool FieldPanel::canEdit() const {
  const auto& workspace = m_context.document.workspace();
  return workspace && !workspace->read_only_reason;
}

const gis::ConflictRow* FieldPanel::chosen() const {
  const int row = m_conflicts->indexOfTopLevelItem(m_conflicts->currentItem());
  return row < 0 || row >= static_cast<int>(m_state.conflicts.size())
             ? nullptr
             : &m_state.conflicts[static_cast<std::size_t>(row)];
}

void FieldPanel::reload() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return accept(FieldState{});
  if (m_read.busy()) {
    m_again = true;
    return;
  }
  m_read.ask([folder = workspace->folder, entries = entriesOf(m_context.document), all = m_decided->isChecked()](
                 const gis::CancelToken&, const gis::Progress&) { return readFieldState(folder, entries, all); },
             [this](gis::Result<FieldState> state) {
               accept(std::move(state));
               if (std::exchange(m_again, false)) reload();
             });
}

void FieldPanel::accept(gis::Result<FieldState> state) {
  m_error.reset();
  if (!state)
    m_error = std::move(state.error());
  else
    m_state = std::move(*state);
  fillLaptops();
  fillConflicts();
  showLayer();
  refresh();
}

void FieldPanel::fillLaptops() {
  m_laptops->clear();
  const auto item = [](auto* parent, const QString& name, const QString& value) {
    auto* made = new QTreeWidgetItem(parent, {name, value});
    made->setToolTip(0, name);
    made->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    return made;
  };
  for (auto seat = m_state.seats.rbegin(); seat != m_state.seats.rend(); ++seat) {
    const QString name = QString::fromStdString(seat->seat);
    auto* top = item(m_laptops, name,
                     seat->brought_back_utc_ms
                         ? tr("back %1").arg(dayTimeText(*seat->brought_back_utc_ms))
                         : tr("out for %1").arg(ageText(seat->prepared_utc_ms, QDateTime::currentMSecsSinceEpoch())));
    item(top, tr("Taken by %1").arg(QString::fromStdString(seat->prepared_by)), dayTimeText(seat->prepared_utc_ms));
    item(top, tr("Area: %1").arg(areaText(seat->area, m_state)), {});
    for (const gis::MergedPackage& package : m_state.packages)
      if (package.seat == seat->seat)
        item(top, tr("Package of %1, steps: %2").arg(dayTimeText(package.made_utc_ms)).arg(package.steps),
             package.conflicts > 0 ? tr("%1 to decide").arg(package.conflicts) : dayTimeText(package.merged_utc_ms));
  }
  if (m_state.seats.size() == 1) m_laptops->expandAll();
  takeOnlyRowsRoom(*m_laptops);
}

void FieldPanel::fillConflicts() {
  const auto key = [](const gis::Conflict& c) {
    return c.table + "/" + c.row_uuid + "/" + c.column + "/" + std::string(gis::conflictKindName(c.kind));
  };
  const int last = m_conflicts->indexOfTopLevelItem(m_conflicts->currentItem());
  const std::string wanted = m_conflicts->property("chosen").toString().toStdString();
  const QSignalBlocker quiet(m_conflicts);
  m_conflicts->clear();
  QTreeWidgetItem* again = nullptr;
  const QString& language = m_context.document.language();
  for (const gis::ConflictRow& row : m_state.conflicts) {
    const bool open = row.conflict.decided_step.empty();
    const QString title = conflictTitle(row, m_state, language);
    auto* item = new QTreeWidgetItem(m_conflicts,
                                     {title, ageText(row.conflict.found_utc_ms, QDateTime::currentMSecsSinceEpoch()),
                                      open ? QString::fromStdString(row.conflict.owner) : tr("decided")});
    item->setToolTip(0, title + QLatin1Char('\n') + conflictReason(row.conflict.kind));
    item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    if (!open)
      for (int i = 0; i < 3; ++i) item->setForeground(i, currentColours().text_faint);
    if (!wanted.empty() && key(row.conflict) == wanted) again = item;
  }
  // The one that was chosen; when it is decided, the next in its place.
  if (again == nullptr && m_conflicts->topLevelItemCount() > 0)
    again = m_conflicts->topLevelItem(std::clamp(last, 0, m_conflicts->topLevelItemCount() - 1));
  m_conflicts->setCurrentItem(again);
  takeOnlyRowsRoom(*m_conflicts);
  showConflict();
}

void FieldPanel::showLayer() {
  std::vector<gis::MapXY> places;
  m_placed.clear();
  for (std::size_t i = 0; i < m_state.conflicts.size(); ++i) {
    const gis::ConflictRow& row = m_state.conflicts[i];
    if (!row.where || !row.conflict.decided_step.empty()) continue;
    const auto at = m_context.document.toMap(*row.where);
    if (!at) continue;
    places.push_back(*at);
    m_placed.push_back(i);
  }
  MapDocument& document = m_context.document;
  const bool there = document.find(kLayerId) != nullptr;
  m_layer = places.empty() ? nullptr : std::make_shared<const layers::ConflictLayer>(std::move(places));
  if (!m_layer) {
    if (there) document.removeLayer(kLayerId);
  } else if (there) {
    document.setState(kLayerId, m_layer);
  } else {
    MapLayer layer;
    layer.id = kLayerId;
    layer.group = kLayerId;
    layer.title = {QStringLiteral("冲突待裁决"), QStringLiteral("Conflicts to decide")};
    layer.origin = LayerOrigin::kPlotting;
    layer.state = m_layer;
    layer.load = LoadState::kReady;
    document.addLayer(std::move(layer));
  }
}

void FieldPanel::showConflict() {
  m_detail.drop();
  m_view.reset();
  const auto& workspace = m_context.document.workspace();
  const gis::ConflictRow* row = chosen();
  if (!workspace || row == nullptr) {
    m_conflicts->setProperty("chosen", QString());
    return m_card->show(nullptr, nullptr, nullptr, nullptr, {}, false);
  }
  const gis::Conflict& c = row->conflict;
  m_conflicts->setProperty("chosen", QString::fromStdString(c.table + "/" + c.row_uuid + "/" + c.column + "/" +
                                                            std::string(gis::conflictKindName(c.kind))));
  m_detail.ask([folder = workspace->folder, conflict = c](
                   const gis::CancelToken&, const gis::Progress&) { return readConflict(folder, conflict); },
               [this](gis::Result<ConflictView> view) {
                 const gis::ConflictRow* now = chosen();
                 if (!view) return m_context.messages.add(std::move(view.error()));
                 if (now == nullptr) return;
                 m_view = std::move(*view);
                 const auto names = m_state.tables.find(now->conflict.table);
                 m_card->show(now, &*m_view, names == m_state.tables.end() ? nullptr : &names->second,
                              &m_context.document.workspace()->codes, m_context.document.language(), canEdit());
               });
}

void FieldPanel::goTo(const gis::ConflictRow& row) {
  const auto where = row.where ? m_context.document.toMap(*row.where) : std::nullopt;
  if (!where) return;
  if (m_context.map.fly_to) m_context.map.fly_to(*where, kSpanM);
  if (m_context.map.mark) m_context.map.mark(*where);
}

void FieldPanel::decideChosen(const gis::Decision& decision) {
  const auto& workspace = m_context.document.workspace();
  const gis::ConflictRow* row = chosen();
  if (!workspace || row == nullptr || m_write.busy()) return;
  m_write.ask([folder = workspace->folder, author = m_context.settings.author(), conflict = row->conflict, decision](
                  const gis::CancelToken&, const gis::Progress&) { return decide(folder, author, conflict, decision); },
              [this](gis::Result<void> done) {
                if (!done) {
                  m_context.messages.add(std::move(done.error()));
                  return;
                }
                if (m_context.map.say) m_context.map.say(tr("Decided; undo takes it back."));
                m_conflicts->setFocus();
                reload();
              });
}

void FieldPanel::openPrepare() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return;
  auto* dialog = new PrepareDialog(m_context, window());
  connect(dialog, &PrepareDialog::prepared, this, &FieldPanel::reload);
  dialog->show();
}

void FieldPanel::openBringBack() {
  if (!m_context.document.workspace()) return;
  auto* dialog = new BringBackDialog(m_context, m_state.locked, window());
  connect(dialog, &BringBackDialog::merged, this, &FieldPanel::reload);
  dialog->show();
}

void FieldPanel::choosePackage() {
  const auto plugged = sticks();
  const QString day = QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmm"));
  const QString folder = plugged.empty() ? m_context.settings.filesFolder() : plugged.front().path;
  QString name = QFileDialog::getSaveFileName(this, tr("Write a package"),
                                              folder + QLatin1Char('/') + QString::fromStdString(m_state.seat) +
                                                  QLatin1Char('-') + day + QStringLiteral(".fspk"),
                                              tr("Change package (*.fspk)"));
  if (name.isEmpty()) return;
  if (!name.endsWith(QLatin1String(".fspk"))) name += QStringLiteral(".fspk");
  std::string passphrase;
  if (m_state.locked) {
    const auto asked = PassphraseDialog::ask(this);
    if (!asked) return;
    passphrase = *asked;
  }
  writeTo(name, passphrase);
}

void FieldPanel::writeTo(const QString& file, const std::string& passphrase) {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || m_package.busy()) return;
  m_package.ask(
      [folder = workspace->folder, to = std::filesystem::path(file.toStdString()), passphrase](
          const gis::CancelToken& cancel, const gis::Progress&) {
        return writePackage(folder, to, passphrase, cancel);
      },
      [this, file](gis::Result<gis::PackageManifest> written) {
        if (!written) {
          if (written.error().code == gis::ErrorCode::kNoData)
            m_context.messages.add(Severity::kInfo,
                                   [] { return tr("Nothing was changed here, so there is nothing to take along."); });
          else
            m_context.messages.add(std::move(written.error()));
          return refresh();
        }
        m_context.messages.add(Severity::kInfo, [manifest = *written, file] {
          return tr("%1 changes and %2 photographs written to %3; the stick may be pulled out.")
              .arg(manifest.changes)
              .arg(manifest.pictures)
              .arg(file);
        });
        if (const int absent = written->pictures_absent; absent > 0)
          m_context.messages.add(Severity::kWarning, [absent] {
            return tr("%1 photographs that were added here are not in the workspace folder any more; they did "
                      "not go along.")
                .arg(absent);
          });
        if (m_context.map.say) m_context.map.say(tr("Package written: %1").arg(file));
        refresh();
      });
  refresh();
}

void FieldPanel::refresh() {
  const auto& workspace = m_context.document.workspace();
  const bool known = !m_state.seat.empty(), laptop = known && !m_state.is_office;
  const bool part = known || !m_state.seats.empty() || !m_state.conflicts.empty();
  m_prepare->setVisible(!laptop);
  m_prepare->setEnabled(canEdit());
  m_bring_back->setEnabled(canEdit() && known);
  m_send->setEnabled(workspace && known && !m_package.busy());
  const auto out = std::ranges::count_if(m_state.seats, [](const auto& seat) { return !seat.brought_back_utc_ms; });
  m_role->setText(
      !workspace ? tr("Open a workspace to prepare field laptops or to bring back what they have done.")
      : m_error  ? errorSentence(*m_error)
      : workspace->read_only_reason ? errorSentence(*workspace->read_only_reason)
      : laptop                      ? tr("This is the laptop %1. Steps of work to be taken home: %2.")
                     .arg(QString::fromStdString(m_state.seat))
                     .arg(m_state.own_steps)
      : part ? (out > 0 ? tr("Laptops out: %1.").arg(out) : tr("All laptops are back."))
             : tr("Prepare a laptop: it takes a part of the workspace on a stick, works with it for weeks without a "
                  "network, and brings back a package that is merged row by row."));
  m_role->setProperty("role", m_error ? "danger" : "second");
  const bool seats = !m_state.seats.empty();
  m_laptops_title->setVisible(seats);
  m_laptops->setVisible(seats);
  const auto open =
      std::ranges::count_if(m_state.conflicts, [](const auto& row) { return row.conflict.decided_step.empty(); });
  m_conflicts_title->setVisible(part);
  m_decided->setVisible(part);
  m_conflicts_title->setText(open > 0 ? tr("Conflicts to decide: %1").arg(open) : tr("Conflicts"));
  const bool some = !m_state.conflicts.empty();
  m_conflicts->setVisible(some);
  m_empty->setVisible(part && !some);
  m_empty->setText(tr("Nothing is waiting for a decision."));
}

void FieldPanel::retranslate() {
  setWindowTitle(tr("Field laptops"));
  m_prepare->setText(tr("Prepare for the field…"));
  m_prepare->setIcon(themedIcon(QStringLiteral("field")));
  m_bring_back->setText(tr("Bring back…"));
  m_bring_back->setIcon(themedIcon(QStringLiteral("import")));
  m_send->setText(tr("Write a package…"));
  m_send->setToolTip(tr("What was changed here, signed and encrypted, to be merged elsewhere"));
  m_laptops_title->setText(tr("Laptops"));
  m_laptops->setHeaderLabels({tr("Laptop"), tr("Where it is")});
  m_laptops->setAccessibleName(tr("Laptops"));
  m_conflicts->setHeaderLabels({tr("What"), tr("Age"), tr("Who")});
  m_conflicts->setAccessibleName(tr("Conflicts to decide"));
  m_decided->setText(tr("Show those that are decided, too"));
  m_decided->setToolTip(m_decided->text());
  m_decided->setIcon(themedIcon(QStringLiteral("eye")));
  m_card->retranslate();
  fillLaptops();
  fillConflicts();
  refresh();
}

void FieldPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

void FieldPanel::showEvent(QShowEvent* event) {
  reload();
  QWidget::showEvent(event);
}

bool FieldPanel::eventFilter(QObject* watched, QEvent* event) {
  // Decided without leaving the list: digits choose, Enter decides when something is chosen.
  if (watched == m_conflicts && event->type() == QEvent::KeyPress) {
    const auto* pressed = static_cast<QKeyEvent*>(event);
    if (pressed->key() >= Qt::Key_1 && pressed->key() <= Qt::Key_9 && m_card->choose(pressed->key() - Qt::Key_0))
      return true;
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace app

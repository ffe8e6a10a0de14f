// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/field/prepare_dialog.h"

#include <QCheckBox>
#include <QCloseEvent>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>
#include <algorithm>
#include <set>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/field/area_box_tool.h"
#include "app/field/area_chooser.h"
#include "app/field/field_text.h"
#include "app/field/storage_places.h"
#include "app/jobs/job_list.h"
#include "app/settings/app_settings.h"
#include "app/settings/theme.h"
#include "app/text/error_text.h"
#include "gis/field/field_area_store.h"
#include "gis/table/table_schema_store.h"

namespace app {

namespace {

constexpr int kPerMille = 1000;
constexpr int kCountAfterMs = 250;

std::vector<layers::CatalogueEntry> divisionEntriesOf(const MapDocument& document) {
  std::vector<layers::CatalogueEntry> entries;
  for (const MapLayer& layer : document.layers())
    if (layer.entry) entries.push_back(*layer.entry);
  return entries;
}

std::uint32_t firstVertex(const gis::MapColumns& columns, std::uint32_t feature) {
  return columns.part_start[columns.feature_start[feature]];
}

QLabel* heading(const QString& text) {
  auto* label = new QLabel(text);
  label->setProperty("role", "heading");
  return label;
}

}  // namespace

PrepareDialog::PrepareDialog(PanelContext& context, QWidget* parent)
    : QDialog(parent),
      m_context(context),
      m_read(context.pools, Pool::kIo),
      m_count(context.pools, Pool::kIo),
      m_copy(context.pools, Pool::kIo),
      m_seat(new QLineEdit),
      m_area(new AreaChooser),
      m_tables(new QListWidget),
      m_rasters(new QCheckBox(tr("&Terrain and base maps, too"))),
      m_pictures(new QCheckBox(tr("P&hotographs, too"))),
      m_place(new QComboBox),
      m_browse(new QPushButton(tr("&Folder…"))),
      m_passphrase(new QLineEdit),
      m_again(new QLineEdit),
      m_sum(new QLabel),
      m_trouble(new QLabel),
      m_progress(new QProgressBar),
      m_start(new QPushButton(tr("&Prepare"))),
      m_close(new QPushButton(tr("Close"))) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Prepare for the field"));
  makeWidgets();
  m_soon.setSingleShot(true);
  m_soon.setInterval(kCountAfterMs);
  connect(&m_soon, &QTimer::timeout, this, &PrepareDialog::count);
  connect(m_area, &AreaChooser::changed, this, &PrepareDialog::countSoon);
  connect(m_tables, &QListWidget::itemChanged, this, &PrepareDialog::countSoon);
  for (QCheckBox* box : {m_rasters, m_pictures}) connect(box, &QCheckBox::toggled, this, &PrepareDialog::countSoon);
  connect(m_place, &QComboBox::currentIndexChanged, this, &PrepareDialog::countSoon);
  for (QLineEdit* line : {m_seat, m_passphrase, m_again})
    connect(line, &QLineEdit::textChanged, this, &PrepareDialog::refresh);
  connect(m_area, &AreaChooser::drawWanted, this, &PrepareDialog::drawBox);
  connect(m_area, &AreaChooser::chosenWanted, this, &PrepareDialog::takeChosen);
  connect(m_browse, &QPushButton::clicked, this, [this] {
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Where to"), m_context.settings.filesFolder());
    if (!folder.isEmpty()) setPlace(folder);
  });
  connect(m_start, &QPushButton::clicked, this, &PrepareDialog::start);
  connect(m_close, &QPushButton::clicked, this, [this] { m_copy.busy() ? m_copy.cancel() : reject(); });
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (change.properties & MapChange::kWorkspace) reject();
  });
  fillPlaces();
  m_area->setChosenCount(context.document.chosen().count());
  const auto& workspace = context.document.workspace();
  if (workspace)
    m_read.ask([folder = workspace->folder, entries = divisionEntriesOf(context.document),
                language = context.document.language()](
                   const gis::CancelToken&, const gis::Progress&) { return readChoices(folder, entries, language); },
               [this](gis::Result<Choices> choices) {
                 if (!choices) {
                   m_trouble->setText(errorSentence(choices.error()));
                   m_trouble->show();
                   return;
                 }
                 m_area->setDivisions(choices->divisions);
                 const QSignalBlocker quiet(m_tables);
                 for (const auto& [name, title] : choices->tables) {
                   auto* item = new QListWidgetItem(title, m_tables);
                   item->setData(Qt::UserRole, QString::fromStdString(name));
                   item->setToolTip(QString::fromStdString(name));
                   item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
                   item->setCheckState(Qt::Checked);
                 }
                 if (m_seat->text().isEmpty()) m_seat->setText(QString::fromStdString(choices->next_seat));
                 m_seat->selectAll();
                 count();
               });
  refresh();
}

PrepareDialog::~PrepareDialog() {
  if (m_job) m_context.jobs.finish(*m_job, JobState::kCancelled);
}

void PrepareDialog::makeWidgets() {
  resize(QSize(dp(860), dp(660)).boundedTo(screen()->availableSize() * 9 / 10));
  m_seat->setAccessibleName(tr("Name of the laptop"));
  m_passphrase->setEchoMode(QLineEdit::Password);
  m_passphrase->setPlaceholderText(tr("none: whoever has the stick can write packages"));
  m_passphrase->setAccessibleName(tr("Passphrase"));
  m_again->setEchoMode(QLineEdit::Password);
  m_again->setAccessibleName(tr("Passphrase again"));
  m_tables->setAccessibleName(tr("Tables"));
  m_tables->setUniformItemSizes(true);
  m_place->setAccessibleName(tr("Stick or folder"));
  for (QCheckBox* box : {m_rasters, m_pictures}) box->setChecked(true);
  m_pictures->setToolTip(tr("Without their pictures the forms say that a photograph has not come yet."));
  for (QLabel* label : {m_sum, m_trouble}) label->setWordWrap(true);
  m_trouble->setProperty("role", "danger");
  m_trouble->hide();
  m_progress->setRange(0, kPerMille);
  m_progress->setTextVisible(false);
  m_progress->hide();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(dp(20), dp(16), dp(20), dp(16));
  column->setSpacing(dp(12));
  auto* halves = new QHBoxLayout;
  halves->setSpacing(dp(20));
  auto* left = new QVBoxLayout;
  left->addWidget(heading(tr("Area")));
  left->addWidget(m_area, 1);
  auto* right = new QVBoxLayout;
  right->addWidget(heading(tr("Tables")));
  right->addWidget(m_tables, 1);
  auto* marks = new QHBoxLayout;
  for (const auto& [text, state] : {std::pair{tr("All"), Qt::Checked}, {tr("None"), Qt::Unchecked}}) {
    auto* button = new QPushButton(text);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, state = state] {
      for (int i = 0; i < m_tables->count(); ++i) m_tables->item(i)->setCheckState(state);
    });
    marks->addWidget(button);
  }
  marks->addStretch();
  right->addLayout(marks);
  right->addWidget(m_rasters);
  right->addWidget(m_pictures);
  halves->addLayout(left, 3);
  halves->addLayout(right, 2);
  column->addLayout(halves, 1);
  auto* form = new QFormLayout;
  form->setHorizontalSpacing(dp(12));
  form->setVerticalSpacing(dp(8));
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  auto* where = new QHBoxLayout;
  where->addWidget(m_place, 1);
  where->addWidget(m_browse);
  auto* phrases = new QHBoxLayout;
  phrases->addWidget(m_passphrase, 3);
  phrases->addWidget(m_again, 2);
  form->addRow(tr("&Name of the laptop"), m_seat);
  // A row of several fields does not know which of them its letter goes to.
  const auto labelOf = [](const QString& text, QWidget* field) {
    auto* label = new QLabel(text);
    label->setBuddy(field);
    return label;
  };
  form->addRow(labelOf(tr("&Stick or folder"), m_place), where);
  form->addRow(labelOf(tr("Pass&phrase"), m_passphrase), phrases);
  column->addLayout(form);
  column->addWidget(m_sum);
  column->addWidget(m_trouble);
  column->addWidget(m_progress);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(m_close);
  buttons->addStretch();
  buttons->addWidget(m_start);
  column->addLayout(buttons);
  for (QPushButton* button : {m_close, m_browse}) button->setAutoDefault(false);
  m_start->setDefault(true);
}

gis::Result<PrepareDialog::Choices> PrepareDialog::readChoices(const std::filesystem::path& folder,
                                                               const std::vector<layers::CatalogueEntry>& entries,
                                                               const QString& language) {
  const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  Choices choices;
  auto divisions = gis::divisionItems(workspace->db());
  if (!divisions) return std::unexpected(divisions.error());
  choices.divisions = std::move(*divisions);
  const auto area = gis::FieldAreaStore::open(workspace->db(), "main", {});
  if (!area) return std::unexpected(area.error());
  for (const std::string& table : area->tables()) {
    const auto schema = gis::TableSchemaStore(workspace->db()).schema(table);
    if (!schema) continue;  // not one that gpkg_contents lists
    choices.tables.emplace_back(table, tableFields(*schema, entries).title.text(language));
  }
  const auto seats = gis::FieldStore(workspace->db()).seats();
  if (!seats) return std::unexpected(seats.error());
  std::set<std::string> taken;
  for (const gis::FieldSeat& seat : *seats) taken.insert(seat.seat);
  const std::string stem = language == QLatin1String("zh") ? "外业-" : "field-";
  for (int n = 1; choices.next_seat.empty(); ++n)
    if (const std::string name = stem + (n < 10 ? "0" : "") + std::to_string(n); !taken.contains(name))
      choices.next_seat = name;
  return choices;
}

void PrepareDialog::fillPlaces() {
  for (const StoragePlace& place : storagePlaces())
    m_place->addItem(tr("%1 – %2 free").arg(place.removable ? place.name : place.path, sizeText(place.free_bytes)),
                     place.removable ? place.path : QDir::homePath());
}

void PrepareDialog::setPlace(const QString& folder) {
  m_place->addItem(folder, folder);
  m_place->setCurrentIndex(m_place->count() - 1);
}

std::filesystem::path PrepareDialog::target() const {
  const QString name = m_seat->text().trimmed().replace(QLatin1Char('/'), QLatin1Char('-'));
  return std::filesystem::path(m_place->currentData().toString().toStdString()) / ("fengsui-" + name.toStdString());
}

gis::FieldPlan PrepareDialog::plan() const {
  gis::FieldPlan plan;
  plan.seat = m_seat->text().trimmed().toStdString();
  plan.division_codes = m_area->codes();
  plan.box = m_area->box();
  plan.with_rasters = m_rasters->isChecked();
  plan.with_pictures = m_pictures->isChecked();
  plan.passphrase = m_passphrase->text().toStdString();
  int ticked = 0;
  for (int i = 0; i < m_tables->count(); ++i) {
    if (m_tables->item(i)->checkState() != Qt::Checked) continue;
    ++ticked;
    plan.tables.push_back(m_tables->item(i)->data(Qt::UserRole).toString().toStdString());
  }
  if (ticked == m_tables->count()) plan.tables.clear();  // all, also those that have no title
  return plan;
}

void PrepareDialog::countSoon() {
  m_soon.start();
  refresh();
}

void PrepareDialog::count() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || m_copy.busy()) return;
  m_count.ask(
      [folder = workspace->folder, to = target(), plan = plan()](
          const gis::CancelToken& cancel, const gis::Progress&) -> gis::Result<gis::FieldEstimate> {
        const auto opened = gis::Workspace::open(folder, gis::OpenMode::kRead);
        if (!opened) return std::unexpected(opened.error());
        return gis::estimateForField(*opened, to, plan, cancel);
      },
      [this](gis::Result<gis::FieldEstimate> estimate) {
        m_estimate = std::move(estimate);
        showEstimate();
        refresh();
      });
}

void PrepareDialog::showEstimate() {
  if (!m_estimate) return;
  if (!*m_estimate) return m_sum->setText(errorSentence(m_estimate->error()));
  const gis::FieldEstimate& sum = **m_estimate;
  const bool fits = sum.bytes() <= sum.free_bytes;
  if (sum.pictures > 0) m_photo_count = sum.pictures;
  m_pictures->setText(m_photo_count > 0 ? tr("P&hotographs, too (%1)").arg(m_photo_count) : tr("P&hotographs, too"));
  m_sum->setText(
      (fits ? tr("About %1 rows, %2; %3 are free there.") : tr("About %1 rows, %2, but only %3 are free there."))
          .arg(QLocale::c().toString(static_cast<qlonglong>(sum.rows)), sizeText(sum.bytes()),
               sizeText(sum.free_bytes)));
}

void PrepareDialog::drawBox() {
  if (!m_context.map.use_tool) return;
  auto tool = std::make_unique<AreaBoxTool>();
  const auto back = [this] {
    // Not from within the tool, which goes with this.
    QMetaObject::invokeMethod(
        this,
        [this] {
          m_context.map.use_tool(nullptr);
          show();
          raise();
          activateWindow();
        },
        Qt::QueuedConnection);
  };
  connect(tool.get(), &AreaBoxTool::drawn, this, [this, back](const gis::MapBox& box) {
    takeBox(box);
    back();
  });
  connect(tool.get(), &AreaBoxTool::givenUp, this, back);
  hide();
  tool->setHint(tr("Draw a box around the area; Esc gives up."));
  m_context.map.use_tool(std::move(tool));
}

void PrepareDialog::takeBox(const gis::MapBox& box) {
  gis::LonLatBox area;
  for (const gis::MapXY corner : {gis::MapXY{box.min_x_m, box.min_y_m}, gis::MapXY{box.min_x_m, box.max_y_m},
                                  gis::MapXY{box.max_x_m, box.min_y_m}, gis::MapXY{box.max_x_m, box.max_y_m}})
    if (const auto at = m_context.document.toLonLat(corner)) area.add(*at);
  if (!area.empty()) m_area->setBox(area);
}

void PrepareDialog::takeChosen() {
  gis::MapBox box;
  for (const FeatureSelection::Part& part : m_context.document.chosen().parts())
    for (const gis::FeatureSet::Run& run : part.features.runs())
      for (std::uint32_t vertex = firstVertex(*part.columns, run.first); vertex < firstVertex(*part.columns, run.end);
           ++vertex)
        box.add(part.columns->at(vertex));
  if (!box.empty()) takeBox(box);
}

void PrepareDialog::start() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || m_copy.busy() || !m_start->isEnabled()) return;
  m_soon.stop();
  m_count.drop();
  m_trouble->hide();
  m_progress->setValue(0);
  m_progress->show();
  m_job = m_context.jobs.add([seat = m_seat->text()] { return tr("Preparing %1 for the field").arg(seat); },
                             [this] { m_copy.cancel(); });
  m_copy.ask([folder = workspace->folder, to = target(), plan = plan(), author = m_context.settings.author()](
                 const gis::CancelToken& cancel,
                 const gis::Progress& progress) { return prepareLaptop(folder, to, plan, author, cancel, progress); },
             [this](gis::Result<gis::FieldCopy> copy) { finish(std::move(copy)); },
             [this](double ratio) {
               m_progress->setValue(static_cast<int>(ratio * kPerMille));
               m_context.jobs.setProgress(*m_job, ratio);
             });
  refresh();
}

void PrepareDialog::finish(gis::Result<gis::FieldCopy> copy) {
  const bool cancelled = !copy && copy.error().code == gis::ErrorCode::kCancelled;
  m_context.jobs.finish(*m_job, copy ? JobState::kDone : cancelled ? JobState::kCancelled : JobState::kFailed);
  m_job.reset();
  m_progress->hide();
  if (!copy) {
    m_trouble->setText(errorSentence(copy.error()));
    m_trouble->setToolTip(QString::fromStdString(copy.error().detail));
    m_trouble->show();
    return refresh();
  }
  const QString seat = m_seat->text(), folder = QString::fromStdString(copy->folder.string());
  const qlonglong rows = copy->rows;
  m_context.messages.add(Severity::kInfo, [seat, folder, rows] {
    return tr("%1 is ready: %2 rows in %3. On the laptop: File, Open workspace, and choose this folder.")
        .arg(seat)
        .arg(rows)
        .arg(folder);
  });
  if (const int missing = copy->pictures_missing; missing > 0)
    m_context.messages.add(Severity::kWarning, [seat, missing] {
      return tr("%1 goes without %2 photographs: their pictures are not in this workspace.").arg(seat).arg(missing);
    });
  if (m_context.map.say) m_context.map.say(tr("%1 is ready in %2.").arg(seat, folder));
  emit prepared();
  accept();
}

void PrepareDialog::refresh() {
  const bool copying = m_copy.busy();
  const bool same = m_passphrase->text() == m_again->text();
  const bool fits = !m_estimate || (*m_estimate && (*m_estimate)->bytes() <= (*m_estimate)->free_bytes);
  bool any_table = m_tables->count() == 0;
  for (int i = 0; i < m_tables->count() && !any_table; ++i) any_table = m_tables->item(i)->checkState() == Qt::Checked;
  m_again->setVisible(!m_passphrase->text().isEmpty());
  m_again->setPlaceholderText(tr("once more"));
  m_start->setEnabled(!copying && same && fits && any_table && !m_seat->text().trimmed().isEmpty() &&
                      m_place->currentIndex() >= 0);
  m_start->setToolTip(!same ? tr("The two passphrases differ.") : !any_table ? tr("No table is ticked.") : QString());
  for (QWidget* widget : std::initializer_list<QWidget*>{m_seat, m_area, m_tables, m_rasters, m_pictures, m_place,
                                                         m_browse, m_passphrase, m_again})
    widget->setEnabled(!copying);
  m_close->setText(copying ? tr("Cancel") : tr("Close"));
}

void PrepareDialog::closeEvent(QCloseEvent* event) {
  if (m_copy.busy()) m_copy.cancel();
  QDialog::closeEvent(event);
}

void PrepareDialog::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && m_copy.busy()) return m_copy.cancel();
  QDialog::keyPressEvent(event);
}

}  // namespace app

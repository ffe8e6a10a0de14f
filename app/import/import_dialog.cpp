// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/import_dialog.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "app/core/message_list.h"
#include "app/import/columns_page.h"
#include "app/import/result_page.h"
#include "app/import/source_page.h"
#include "app/settings/app_settings.h"
#include "app/settings/theme.h"
#include "app/text/error_text.h"
#include "app/text/import_text.h"
#include "gis/edit/undo.h"
#include "gis/import/mapping_store.h"
#include "gis/keep/backup_store.h"

namespace app {

namespace {

gis::Result<gis::Workspace> openToWrite(const std::filesystem::path& folder) {
  auto opened = gis::Workspace::open(folder, gis::OpenMode::kReadWrite);
  if (opened && opened->readOnlyReason()) return std::unexpected(*opened->readOnlyReason());
  return opened;
}

std::shared_ptr<const layers::CatalogueEntry> entryOf(const MapDocument& document, const std::string& table) {
  for (const MapLayer& layer : document.layers())
    if (layer.table == table && layer.entry) return layer.entry;
  return {};
}

}  // namespace

ImportDialog::ImportDialog(PanelContext& context, const QString& file, QWidget* parent)
    : QDialog(parent),
      m_context(context),
      m_file(file.toStdString()),
      m_drafting(context.pools, Pool::kIo),
      m_planning(context.pools, Pool::kIo),
      m_applying(context.pools, Pool::kIo),
      m_undoing(context.pools, Pool::kIo),
      m_title(new QLabel),
      m_trouble(new QLabel),
      m_pages(new QStackedWidget),
      m_source(new SourcePage),
      m_columns(new ColumnsPage),
      m_result(new ResultPage),
      m_back(new QPushButton(tr("&Back"))),
      m_next(new QPushButton),
      m_close(new QPushButton) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Import %1").arg(QFileInfo(file).fileName()));
  resize(QSize(dp(1040), dp(700)).boundedTo(screen()->availableSize() * 9 / 10));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(dp(20), dp(16), dp(20), dp(16));
  column->setSpacing(dp(12));
  m_title->setProperty("role", "heading");
  m_trouble->setProperty("role", "danger");
  m_trouble->setWordWrap(true);
  m_trouble->hide();
  m_pages->addWidget(m_source);
  m_pages->addWidget(m_columns);
  m_pages->addWidget(m_result);
  column->addWidget(m_title);
  column->addWidget(m_trouble);
  column->addWidget(m_pages, 1);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(m_close);
  buttons->addStretch();
  buttons->addWidget(m_back);
  buttons->addWidget(m_next);
  column->addLayout(buttons);
  for (QPushButton* button : {m_close, m_back}) button->setAutoDefault(false);
  m_next->setDefault(true);
  connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_back, &QPushButton::clicked, this, [this] {
    m_planning.drop();
    showPage(m_pages->currentIndex() == kResult ? kColumns : kSource);
  });
  connect(m_next, &QPushButton::clicked, this, [this] {
    if (m_pages->currentIndex() == kSource) return showPage(kColumns);
    m_pages->currentIndex() == kColumns ? plan() : apply();
  });
  // The workspace goes: so does what was to come into it.
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (change.properties & MapChange::kWorkspace) reject();
  });
  connectPages();
  showPage(kSource);
  makeDraft();
}

ImportDialog::~ImportDialog() = default;

void ImportDialog::connectPages() {
  connect(m_source, &SourcePage::tableChosen, this, [this](const std::string& table) {
    if (table.empty()) return;
    m_wishes.table = table;
    m_wishes.use_saved = false;
    makeDraft();
  });
  connect(m_source, &SourcePage::layerChosen, this, [this](const std::string& layer) {
    m_wishes = {};
    m_wishes.layer = layer;
    makeDraft();
  });
  connect(m_source, &SourcePage::crsChosen, this, [this](const std::string& crs) {
    m_wishes.crs = crs;
    makeDraft();
  });
  connect(m_source, &SourcePage::encodingChosen, this, [this](const std::string& encoding) {
    m_wishes.encoding = encoding;
    m_wishes.use_saved = false;  // its fields were called otherwise
    makeDraft();
  });
  connect(m_source, &SourcePage::headerChosen, this, [this](gis::HeaderRows header) {
    m_wishes.header = header;
    m_wishes.use_saved = false;
    makeDraft();
  });
  connect(m_source, &SourcePage::suggestionTaken, this, &ImportDialog::takeSuggestion);
  connect(m_source, &SourcePage::leftAsItIs, this, &ImportDialog::leaveAsItIs);
  connect(m_columns, &ColumnsPage::changed, this, [this] {
    std::erase_if(m_draft->questions, [](const auto& asked) { return asked.kind == gis::QuestionKind::kColumn; });
    if (const gis::TargetTable* of = table())
      for (const gis::TargetColumn& column : of->columns)
        if (column.required && !gis::isOwnColumn(column.name) && column.name != "source" &&
            !m_draft->mapping.columns.contains(column.name))
          m_draft->questions.push_back({gis::QuestionKind::kColumn, column.name, {}, {}});
    refresh();
  });
  connect(m_result, &ResultPage::removeMissingChosen, this, [this](bool remove) {
    m_remove_missing = remove;
    plan();
  });
  connect(m_result, &ResultPage::rejectedWanted, this, &ImportDialog::saveRejected);
  connect(m_result, &ResultPage::showOnMapWanted, this, &ImportDialog::showOnMap);
  connect(m_result, &ResultPage::undoWanted, this, &ImportDialog::undoImport);
}

const gis::TargetTable* ImportDialog::table() const {
  const auto found =
      std::ranges::find(m_tables, m_draft ? m_draft->mapping.table : std::string(), &gis::TargetTable::name);
  return found == m_tables.end() ? nullptr : &*found;
}

void ImportDialog::makeDraft() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return;
  m_trouble->hide();
  m_drafting.ask(
      [folder = workspace->place(), file = m_file, wishes = m_wishes](const gis::CancelToken& cancel,
                                                                      const gis::Progress&) -> gis::Result<Drafted> {
        const auto opened = gis::Workspace::open(folder, gis::OpenMode::kRead);
        if (!opened) return std::unexpected(opened.error());
        auto tables = gis::TargetStore(opened->db()).all();
        if (!tables) return std::unexpected(tables.error());
        auto draft = gis::draftImport(opened->db(), file, wishes, cancel);
        if (!draft) return std::unexpected(draft.error());
        return Drafted{std::move(*draft), std::move(*tables)};
      },
      [this](gis::Result<Drafted> drafted) { accept(std::move(drafted)); });
  refresh();
}

void ImportDialog::accept(gis::Result<Drafted> drafted) {
  if (!drafted) {
    m_draft.reset();
    m_trouble->setText(errorSentence(drafted.error()));
    m_trouble->show();
    return refresh();
  }
  m_tables = std::move(drafted->tables);
  m_draft = std::move(drafted->draft);
  m_draft->mapping.accepted.insert(m_accepted.begin(), m_accepted.end());
  if (m_shift_east_m != 0 || m_shift_north_m != 0)
    m_draft->mapping.shift_east_m = m_shift_east_m, m_draft->mapping.shift_north_m = m_shift_north_m;
  m_remove_missing = m_draft->mapping.remove_missing;
  chooseAnew();
  m_next->setFocus();
}

TableFields ImportDialog::fieldsOf(const gis::TargetTable& table) const {
  gis::TableSchema schema;
  schema.table = table.name;
  for (const gis::TargetColumn& column : table.columns) schema.columns.emplace_back().name = column.name;
  std::vector<layers::CatalogueEntry> entries;
  for (const MapLayer& layer : m_context.document.layers())
    if (layer.entry) entries.push_back(*layer.entry);
  return tableFields(schema, entries);
}

// The pages show the draft as it is now.
void ImportDialog::chooseAnew() {
  gis::settle(*m_draft);
  const bool chinese = m_context.document.language() == QLatin1String("zh");
  m_source->setDraft(*m_draft, m_tables, chinese);
  if (const gis::TargetTable* of = table()) m_columns->setDraft(&*m_draft, *of, fieldsOf(*of), chinese);
  std::vector<gis::ImportQuestion> here;
  for (const gis::ImportQuestion& question : m_draft->questions)
    if (question.kind != gis::QuestionKind::kColumn) here.push_back(question);
  m_source->setQuestions(here);
  refresh();
}

void ImportDialog::takeSuggestion(const gis::ImportQuestion& question) {
  switch (question.kind) {
    case gis::QuestionKind::kTable:
      m_wishes.table = question.suggestion;
      return makeDraft();
    case gis::QuestionKind::kOffset:
    case gis::QuestionKind::kOldDatum: {
      const QStringList parts = QString::fromStdString(question.suggestion).split(QLatin1Char(','));
      m_shift_east_m = parts.value(0).toDouble();
      m_shift_north_m = parts.value(1).toDouble();
      m_draft->mapping.shift_east_m = m_shift_east_m;
      m_draft->mapping.shift_north_m = m_shift_north_m;
      return chooseAnew();
    }
    default:
      m_wishes.crs = question.suggestion;
      return makeDraft();
  }
}

void ImportDialog::leaveAsItIs(const gis::ImportQuestion& question) {
  m_accepted.insert(gis::questionName(question.kind));
  m_draft->mapping.accepted = m_accepted;
  chooseAnew();
}

bool ImportDialog::asksOnly(gis::QuestionKind kind) const {
  return std::ranges::all_of(m_draft->questions, [kind](const auto& question) { return question.kind == kind; });
}

void ImportDialog::plan() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || !m_draft) return;
  m_draft->mapping.remove_missing = m_remove_missing;
  m_outcome.reset();
  showPage(kResult);
  m_result->showWorking(tr("Looking at every row…"));
  m_planning.ask(
      [folder = workspace->place(), request = gis::ImportRequest{m_file, m_draft->mapping}](
          const gis::CancelToken& cancel, const gis::Progress& progress) -> gis::Result<gis::ImportOutcome> {
        const auto opened = gis::Workspace::open(folder, gis::OpenMode::kRead);
        if (!opened) return std::unexpected(opened.error());
        return gis::planImport(opened->db(), request, cancel, progress);
      },
      [this](gis::Result<gis::ImportOutcome> outcome) {
        if (outcome) {
          m_outcome = std::move(*outcome);
          m_result->showPlan(*m_outcome, m_remove_missing);
        } else {
          m_result->showError(outcome.error());
        }
        refresh();
      },
      [this](double done_ratio) { m_result->setProgress(done_ratio); });
  refresh();
}

layers::VectorLayer ImportDialog::layerOf(const layers::CatalogueEntry* entry, const OpenWorkspace& workspace,
                                          const gis::Database& db, const gis::CancelToken& cancel) {
  if (entry == nullptr) return {};
  auto layer = layers::layerFromTable(*entry, db, workspace.codes, workspace.facts.map_crs, {}, cancel);
  return layer ? std::move(layer->value) : layers::VectorLayer{};
}

void ImportDialog::apply() {
  const auto& workspace = m_context.document.workspace();
  const gis::TargetTable* of = table();
  if (!workspace || !m_outcome || of == nullptr) return;
  const bool chinese = m_context.document.language() == QLatin1String("zh");
  const QString title = tr("Import of %1 into %2")
                            .arg(QString::fromStdString(m_file.filename().string()),
                                 QString::fromStdString(chinese ? of->title_zh : of->title_en));
  const gis::StepPlan step{m_context.settings.author(), gis::StepKind::kImport, title.toStdString()};
  m_result->showWorking(tr("Importing…"));
  m_applying.ask(
      [workspace = *workspace, step, key = m_draft->source_key, entry = entryOf(m_context.document, of->name),
       request = gis::ImportRequest{m_file, m_draft->mapping, m_outcome->sha256}](
          const gis::CancelToken& cancel, const gis::Progress& progress) -> gis::Result<Applied> {
        const auto opened = openToWrite(workspace.place());
        if (!opened) return std::unexpected(opened.error());
        const auto clock = std::make_shared<gis::SystemClock>();
        gis::UuidSource uuids(clock);
        if (auto copied = gis::backUpWorkspace(workspace.folder, gis::BackupReason::kImport, *clock, cancel); !copied)
          return std::unexpected(copied.error());
        auto outcome = gis::applyImport(opened->db(), uuids, *clock, step, request, cancel, progress);
        if (!outcome) return std::unexpected(outcome.error());
        const gis::MappingStore mappings(opened->db());
        if (auto saved = mappings.save(key, request.file.filename().string(), request.mapping, *clock); !saved)
          outcome->warnings.push_back({gis::WarningCode::kRowSkipped, saved.error().subject, saved.error().detail});
        // What is in cannot be cancelled any more: the map shall show it.
        return Applied{std::move(*outcome), layerOf(entry.get(), workspace, opened->db(), {})};
      },
      [this](gis::Result<Applied> applied) { takeApplied(std::move(applied)); },
      [this](double done_ratio) { m_result->setProgress(done_ratio); });
  refresh();
}

void ImportDialog::takeApplied(gis::Result<Applied> applied) {
  if (!applied) {
    m_result->showError(applied.error());
    return refresh();
  }
  m_applied = true;
  m_outcome = std::move(applied->outcome);
  for (const gis::Warning& warning : m_outcome->warnings) m_context.messages.add(warning);
  if (applied->layer.state)
    for (const MapLayer& layer : m_context.document.layers())
      if (layer.table == m_draft->mapping.table) {
        m_context.document.setState(layer.id, applied->layer.state, applied->layer.columns);
        break;
      }
  m_result->showDone(*m_outcome);
  refresh();
}

void ImportDialog::undoImport() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || !m_outcome) return;
  m_result->showWorking(tr("Undoing the import…"));
  m_undoing.ask(
      [workspace = *workspace, step = m_outcome->step, author = m_context.settings.author(),
       entry = entryOf(m_context.document, m_draft->mapping.table)](const gis::CancelToken&,
                                                                    const gis::Progress&) -> gis::Result<Applied> {
        const auto opened = openToWrite(workspace.place());
        if (!opened) return std::unexpected(opened.error());
        const auto state = gis::undoState(opened->db(), author.seat);
        if (!state) return std::unexpected(state.error());
        if (!state->undo || state->undo->uuid != step) return gis::fail(gis::ErrorCode::kChangedElsewhere, step);
        const auto clock = std::make_shared<gis::SystemClock>();
        gis::UuidSource uuids(clock);
        const auto done = gis::undo(opened->db(), uuids, *clock, author);
        if (!done) return std::unexpected(done.error());
        return Applied{{}, layerOf(entry.get(), workspace, opened->db(), {})};
      },
      [this](gis::Result<Applied> undone) {
        const bool good = undone.has_value();
        const gis::Error error = good ? gis::Error{} : undone.error();
        takeApplied(std::move(undone));
        good ? m_result->showUndone() : m_result->showError(error);
      });
  refresh();
}

void ImportDialog::saveRejected() {
  const QString start = m_context.settings.filesFolder() + QLatin1Char('/') +
                        QFileInfo(QString::fromStdString(m_file.string())).completeBaseName() + tr("-rejected.csv");
  const QString file = QFileDialog::getSaveFileName(this, tr("Save the rejected rows"), start, tr("Table (*.csv)"));
  if (file.isEmpty() || !m_outcome) return;
  if (auto written = writeRejected(*m_outcome, file.toStdString()); !written) m_context.messages.add(written.error());
}

void ImportDialog::showOnMap() {
  gis::MapBox box;
  for (const gis::PlacedRow& place : m_outcome->places)
    if (const auto at = m_context.document.toMap(place.where)) box.add(*at);
  constexpr double kAroundM = 500;
  if (!box.empty() && m_context.map.show_box) m_context.map.show_box(box.grown(kAroundM));
}

void ImportDialog::showPage(Page page) {
  m_pages->setCurrentIndex(page);
  refresh();
}

void ImportDialog::refresh() {
  const int page = m_pages->currentIndex();
  const bool working = busy();
  const QString file = QString::fromStdString(m_file.filename().string());
  m_title->setText(page == kSource
                       ? (m_drafting.busy() ? tr("Reading %1…").arg(file) : tr("1 of 3 · What is %1?").arg(file))
                   : page == kColumns ? tr("2 of 3 · Where the columns come from")
                                      : tr("3 of 3 · What the import does"));
  m_source->setEnabled(!m_drafting.busy());
  m_back->setEnabled(page != kSource && !m_applying.busy() && !m_undoing.busy() && !m_applied);
  const bool ready = m_draft && !working && table() != nullptr;
  const bool changes = m_outcome && m_outcome->counts.added + m_outcome->counts.changed + m_outcome->counts.removed > 0;
  const auto& workspace = m_context.document.workspace();
  const bool writable = workspace && !workspace->read_only_reason;
  m_next->setVisible(!m_applied);
  m_next->setText(page == kResult ? tr("&Import") : page == kColumns ? tr("T&ry it") : tr("&Next"));
  m_next->setEnabled(ready && (page == kSource    ? asksOnly(gis::QuestionKind::kColumn)
                               : page == kColumns ? m_draft->questions.empty()
                                                  : changes && writable));
  m_next->setToolTip(page == kResult && !writable ? tr("The workspace is open for reading only.") : QString());
  m_close->setText(m_applied ? tr("&Close") : tr("&Cancel"));
}

}  // namespace app

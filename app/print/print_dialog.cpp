// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/print/print_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QDesktopServices>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QStyle>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "app/print/picture_file.h"
#include "app/settings/app_settings.h"
#include "app/settings/theme.h"
#include "app/text/error_text.h"
#include "gis/journal/journal_note.h"

namespace app {

namespace {

constexpr double kWidthPx = 940, kHeightPx = 620, kFormPx = 300, kGapPx = 12, kEdgePx = 16;
constexpr int kSoonMs = 200, kPerMille = 1000;
constexpr int kFinestScale = 100, kCoarsestScale = 100'000'000;
constexpr int kResolutions[] = {150, 200, 300, 400, 600};
constexpr int kUsualResolution = 300;
// The preview has about so many pixels along its longer side, enough for words to be read.
constexpr double kPreviewPx = 1400, kPreviewLeastDpi = 48, kPreviewMostDpi = 110, kPaperMmPerInch = 25.4;

double previewDpi(const SheetOptions& options) {
  const auto paper = paperOf(options.page);
  if (!paper) return kPreviewMostDpi;
  return std::clamp(kPreviewPx / (paper->height_mm / kPaperMmPerInch), kPreviewLeastDpi, kPreviewMostDpi);
}

// The duty journal tells which maps went out; a sheet does not fail because nothing could be written there.
void noteSheet(const std::filesystem::path& folder, const std::string& title, const std::string& who, bool on_paper) {
  gis::journal::EntryDraft draft;
  draft.kind = "map_printed";
  draft.author = who.empty() ? "fengsui" : who;
  draft.text = {(on_paper ? "打印图件：" : "导出图件：") + title,
                (on_paper ? "Map printed: " : "Map written: ") + title};
  (void)gis::journal::noteInJournal(folder, draft);
}

}  // namespace

PrintDialog::PrintDialog(PanelContext& context, QWidget* parent)
    : QDialog(parent),
      m_context(context),
      m_preview_job(context.pools, Pool::kDrawing),
      m_write_job(context.pools, Pool::kIo),
      m_sheet(new QLabel),
      m_title(new QLineEdit),
      m_paper(new QComboBox),
      m_lie(new QComboBox),
      m_scale(new QSpinBox),
      m_fit(new QPushButton),
      m_dpi(new QComboBox),
      m_legend(new QCheckBox),
      m_graticule(new QCheckBox),
      m_grid(new QCheckBox),
      m_dark(new QCheckBox),
      m_state(new QLabel),
      m_progress(new QProgressBar),
      m_pdf(new QPushButton),
      m_png(new QPushButton),
      m_printer(new QPushButton),
      m_close(new QPushButton) {
  for (QLabel*& label : m_labels) label = new QLabel;
  makeForm();
  m_soon.setSingleShot(true);
  m_soon.setInterval(kSoonMs);
  connect(&m_soon, &QTimer::timeout, this, &PrintDialog::preview);
  for (QComboBox* box : {m_paper, m_lie, m_dpi})
    connect(box, &QComboBox::currentIndexChanged, this, &PrintDialog::previewSoon);
  for (QCheckBox* box : {m_legend, m_graticule, m_grid, m_dark})
    connect(box, &QCheckBox::toggled, this, &PrintDialog::previewSoon);
  connect(m_title, &QLineEdit::textChanged, this, &PrintDialog::previewSoon);
  connect(m_scale, &QSpinBox::valueChanged, this, [this] {
    if (m_setting) return;
    m_scale_chosen = true;
    previewSoon();
  });
  connect(m_fit, &QPushButton::clicked, this, [this] {
    m_scale_chosen = false;
    previewSoon();
  });
  connect(m_pdf, &QPushButton::clicked, this, [this] { choose("pdf"); });
  connect(m_png, &QPushButton::clicked, this, [this] { choose("png"); });
  connect(m_printer, &QPushButton::clicked, this, &PrintDialog::print);
  connect(m_close, &QPushButton::clicked, this, &PrintDialog::reject);
  connect(m_state, &QLabel::linkActivated, this, [](const QString& link) { QDesktopServices::openUrl(QUrl(link)); });
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (!isVisible()) return;
    if (change.properties & MapChange::kWorkspace) return close(), void();
    constexpr unsigned kPicture = MapChange::kLayers | MapChange::kContent | MapChange::kVisibility |
                                  MapChange::kOpacity | MapChange::kPast | MapChange::kChosen;
    if (change.properties & kPicture) previewSoon();
  });
  retranslate();
}

void PrintDialog::makeForm() {
  m_sheet->setAlignment(Qt::AlignCenter);
  m_sheet->setProperty("role", "page");
  m_sheet->setMinimumSize(dp(320), dp(240));
  for (const char* name : {"A4", "A3", "A2", "A1", "A0"}) m_paper->addItem(QLatin1String(name));
  m_lie->addItems({QString(), QString()});
  for (const int dpi : kResolutions) m_dpi->addItem(QString(), dpi);
  m_dpi->setCurrentIndex(m_dpi->findData(kUsualResolution));
  m_scale->setRange(kFinestScale, kCoarsestScale);
  m_scale->setPrefix(QStringLiteral("1:"));
  m_scale->setGroupSeparatorShown(true);
  m_scale->setSingleStep(kFinestScale * 50);
  m_scale->setKeyboardTracking(false);
  m_legend->setChecked(true);
  m_fit->setAutoDefault(false);
  m_fit->setProperty("link", true);
  m_state->setWordWrap(true);
  m_state->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
  m_progress->setRange(0, kPerMille);
  m_progress->setTextVisible(false);
  m_progress->hide();

  auto* paper = new QHBoxLayout;
  paper->addWidget(m_paper, 1);
  paper->addWidget(m_lie, 1);
  auto* scale = new QHBoxLayout;
  scale->addWidget(m_scale, 1);
  scale->addWidget(m_fit);
  auto* form = new QFormLayout;
  form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
  form->setRowWrapPolicy(QFormLayout::WrapAllRows);
  form->setVerticalSpacing(dp(6));
  form->addRow(m_labels[0], m_title);
  form->addRow(m_labels[1], paper);
  form->addRow(m_labels[2], scale);
  form->addRow(m_labels[3], m_dpi);
  QWidget* const fields[] = {m_title, m_paper, m_scale, m_dpi};
  for (std::size_t i = 0; i < std::size(fields); ++i) m_labels[i]->setBuddy(fields[i]);
  auto* side = new QVBoxLayout;
  side->setSpacing(dp(kGapPx));
  side->addLayout(form);
  for (QCheckBox* box : {m_legend, m_graticule, m_grid, m_dark}) side->addWidget(box);
  side->addStretch();
  side->addWidget(m_state);
  side->addWidget(m_progress);
  m_pdf->setDefault(true);
  auto* files = new QHBoxLayout;
  files->addWidget(m_pdf, 1);
  files->addWidget(m_png, 1);
  auto* others = new QHBoxLayout;
  others->addWidget(m_printer, 1);
  others->addWidget(m_close, 1);
  for (QPushButton* button : {m_png, m_printer, m_close}) button->setAutoDefault(false);
  side->addLayout(files);
  side->addLayout(others);
  auto* holder = new QWidget;
  holder->setLayout(side);
  side->setContentsMargins(0, 0, 0, 0);
  holder->setFixedWidth(dp(kFormPx));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(dp(kEdgePx), dp(kEdgePx), dp(kEdgePx), dp(kEdgePx));
  row->setSpacing(dp(kEdgePx));
  row->addWidget(m_sheet, 1);
  row->addWidget(holder);
  resize(dp(kWidthPx), dp(kHeightPx));
}

void PrintDialog::begin() {
  m_box = m_context.map.shown_box ? m_context.map.shown_box() : m_context.document.extent();
  m_setting = true;
  m_scale_chosen = false;
  m_written.reset();
  m_lie->setCurrentIndex(m_box.width_m() >= m_box.height_m() ? 1 : 0);
  if (m_title->text().isEmpty()) m_title->setText(m_context.document.cityName());
  const QStringList shown = m_context.settings.mapFurniture();
  m_graticule->setChecked(shown.contains(QStringLiteral("graticule")));
  m_grid->setChecked(shown.contains(QStringLiteral("grid")));
  m_setting = false;
  say({}, false);
  m_title->setFocus();
  m_title->selectAll();
  previewSoon();
}

SheetOptions PrintDialog::options() const {
  SheetOptions options;
  options.page = m_paper->currentText().toStdString();
  options.landscape = m_lie->currentIndex() == 1;
  options.dpi = m_dpi->currentData().toDouble();
  options.denominator = m_scale_chosen ? m_scale->value() : 0;
  options.title = m_title->text().trimmed().toStdString();
  options.legend = m_legend->isChecked();
  options.graticule = m_graticule->isChecked();
  options.kilometre_grid = m_grid->isChecked();
  return options;
}

SheetScene PrintDialog::scene(const PagePlan& plan) const {
  const MapDocument& document = m_context.document;
  SheetScene scene;
  scene.frame = document.frame();
  scene.frame.theme = m_dark->isChecked() ? layers::Theme::kDark : layers::Theme::kLight;
  scene.frame.symbol_scale = 1;  // not the presentation's
  for (const MapLayer& layer : document.layers())
    if (layer.visible && layer.state && layer.opacity_ratio > 0) scene.titles.push_back(layer.title);
  const layers::MapView empty = plan.emptyView();
  scene.view = layers::fitted(m_box, empty.width_px, empty.height_px, empty.device_ratio);
  scene.map_crs = document.mapCrs();
  scene.is_demo = document.isDemo();
  scene.source = document.cityName();
  if (document.past()) {
    scene.data_time =
        QDateTime::fromMSecsSinceEpoch(document.past()->utc_ms).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
  } else if (const auto& workspace = document.workspace()) {
    const QFileInfo file(QString::fromStdString((workspace->folder / "workspace.gpkg").string()));
    scene.data_time = file.lastModified().toString(QStringLiteral("yyyy-MM-dd HH:mm"));
  }
  return scene;
}

void PrintDialog::previewSoon() {
  if (!m_setting) m_soon.start();
}

void PrintDialog::preview() {
  SheetOptions wanted = options();
  wanted.dpi = previewDpi(wanted);
  const PagePlan plan = planOf(wanted, 0, 0);
  m_preview_job.ask(
      [wanted, plan, scene = scene(plan)](const gis::CancelToken& cancel,
                                          const gis::Progress&) -> gis::Result<Preview> {
        Preview made;
        const MapPrint print = printOf(wanted, plan, scene);
        made.denominator = print.scale_denominator;
        const auto picture = PictureFile::into(made.picture, plan);
        if (auto done = printMap(print, plan, *picture, cancel); !done) return std::unexpected(done.error());
        return made;
      },
      [this](gis::Result<Preview> made) { showPreview(std::move(made)); });
}

void PrintDialog::showPreview(gis::Result<Preview> preview) {
  if (!preview) {
    if (preview.error().code != gis::ErrorCode::kCancelled) say(errorSentence(preview.error()), true);
    return;
  }
  m_picture = std::move(preview->picture);
  m_setting = true;
  if (!m_scale_chosen) m_scale->setValue(static_cast<int>(std::lround(preview->denominator)));
  m_setting = false;
  scalePicture();
}

void PrintDialog::scalePicture() {
  if (m_picture.isNull()) return;
  const double ratio = devicePixelRatioF();
  const QSize room = (m_sheet->size() - QSize(dp(kEdgePx), dp(kEdgePx))) * ratio;
  QImage small = m_picture.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation);
  QPainter edge(&small);
  edge.setPen(currentColours().strong_line);
  edge.drawRect(small.rect().adjusted(0, 0, -1, -1));
  edge.end();
  small.setDevicePixelRatio(ratio);
  m_sheet->setPixmap(QPixmap::fromImage(small));
}

void PrintDialog::resizeEvent(QResizeEvent* event) {
  QDialog::resizeEvent(event);
  scalePicture();
}

void PrintDialog::choose(const char* ending) {
  const QString format = QLatin1String(ending);
  const QString name = (m_title->text().trimmed().isEmpty() ? tr("Map") : m_title->text().trimmed())
                           .replace(QLatin1Char('/'), QLatin1Char('-')) +
                       QLatin1Char('.') + format;
  const auto& workspace = m_context.document.workspace();
  QString folder = m_context.settings.filesFolder();
  if (workspace) {
    const QString exports = QString::fromStdString((workspace->folder / "exports").string());
    if (QFileInfo(exports).isWritable()) folder = exports;
  }
  const QString file = QFileDialog::getSaveFileName(this, tr("Write the sheet to"), folder + QLatin1Char('/') + name,
                                                    QStringLiteral("%1 (*.%2)").arg(format.toUpper(), format));
  if (file.isEmpty()) return;
  writeTo((QFileInfo(file).suffix().isEmpty() ? file + QLatin1Char('.') + format : file).toStdString());
}

void PrintDialog::writeTo(const std::filesystem::path& file) {
  const SheetOptions wanted = options();
  const PagePlan plan = planOf(wanted, 0, 0);
  run([wanted, plan, scene = scene(plan), file](const gis::CancelToken& cancel,
                                                const gis::Progress& progress) -> Written {
    auto made = PictureFile::create(file, plan, QString::fromStdString(wanted.title));
    if (!made) return std::unexpected(std::move(made.error()));
    if (auto done = printMap(printOf(wanted, plan, scene), plan, **made, cancel, progress); !done)
      return std::unexpected(done.error());
    return QString::fromStdString(file.string());
  });
}

void PrintDialog::print() {
  const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
  const SheetOptions wanted = options();
  const PagePlan plan = planOf(wanted, 0, 0);
  printer->setPageSize(QPageSize(QSizeF(plan.sheet_px) * kPaperMmPerInch / plan.dpi, QPageSize::Millimeter));
  printer->setFullPage(true);
  printer->setDocName(m_title->text());
  QPrintDialog dialog(printer.get(), this);
  if (dialog.exec() != QDialog::Accepted) return;
  run([wanted, plan, scene = scene(plan), printer](const gis::CancelToken& cancel,
                                                   const gis::Progress& progress) -> Written {
    const auto page = PictureFile::onPaper(*printer, plan);
    if (auto done = printMap(printOf(wanted, plan, scene), plan, *page, cancel, progress); !done)
      return std::unexpected(done.error());
    return QString();
  });
}

void PrintDialog::run(Work work) {
  m_written.reset();
  showBusy(true);
  say(tr("Drawing the sheet…"), false);
  const auto& workspace = m_context.document.workspace();
  m_write_job.ask(
      [work = std::move(work), folder = workspace ? workspace->folder : std::filesystem::path(),
       title = m_title->text().trimmed().toStdString(),
       who = m_context.settings.author().name](const gis::CancelToken& cancel, const gis::Progress& progress) {
        Written done = work(cancel, progress);
        if (done && !folder.empty()) noteSheet(folder, title, who, done->isEmpty());
        return done;
      },
      [this](Written done) {
        showBusy(false);
        if (!done) {
          if (done.error().code == gis::ErrorCode::kCancelled) return say(tr("Cancelled; nothing was written."), false);
          return say(errorSentence(done.error()), true);
        }
        if (done->isEmpty()) return say(tr("Sent to the printer."), false);
        m_written = *done;
        const QFileInfo file(*done);
        say(tr("Written: <a href=\"%1\">%2</a> (<a href=\"%3\">folder</a>)")
                .arg(QUrl::fromLocalFile(*done).toString(), file.fileName().toHtmlEscaped(),
                     QUrl::fromLocalFile(file.absolutePath()).toString()),
            false);
        emit written(*done);
      },
      [this](double done_ratio) { m_progress->setValue(static_cast<int>(done_ratio * kPerMille)); });
}

void PrintDialog::showBusy(bool busy) {
  m_progress->setValue(0);
  m_progress->setVisible(busy);
  for (QPushButton* button : {m_pdf, m_png, m_printer}) button->setEnabled(!busy);
  m_close->setText(busy ? tr("Cancel") : tr("Close"));
}

void PrintDialog::say(const QString& text, bool wrong) {
  m_state->setText(text);
  m_state->setProperty("role", wrong ? "danger" : "second");
  m_state->style()->unpolish(m_state);
  m_state->style()->polish(m_state);
}

// Esc and the button first stop what is being written.
void PrintDialog::reject() {
  if (m_write_job.busy()) return m_write_job.cancel();
  QDialog::reject();
}

void PrintDialog::retranslate() {
  setWindowTitle(tr("Print or export the map"));
  m_labels[0]->setText(tr("&Title"));
  m_labels[1]->setText(tr("&Paper"));
  m_labels[2]->setText(tr("&Scale"));
  m_labels[3]->setText(tr("&Resolution"));
  m_title->setPlaceholderText(tr("No title"));
  m_lie->setItemText(0, tr("Upright"));
  m_lie->setItemText(1, tr("Across"));
  m_lie->setAccessibleName(tr("How the paper lies"));
  for (int i = 0; i < m_dpi->count(); ++i) m_dpi->setItemText(i, tr("%1 dots an inch").arg(m_dpi->itemData(i).toInt()));
  m_fit->setText(tr("As the window"));
  m_fit->setToolTip(tr("The next round scale that shows what the window shows"));
  m_legend->setText(tr("&Legend"));
  m_graticule->setText(tr("&Graticule"));
  m_grid->setText(tr("&Kilometre grid"));
  m_dark->setText(tr("&Dark, for a screen"));
  m_sheet->setAccessibleName(tr("Preview of the sheet"));
  m_pdf->setText(tr("Save as PD&F…"));
  m_png->setText(tr("Save as P&NG…"));
  m_printer->setText(tr("P&rinter…"));
  showBusy(m_write_job.busy());
  if (!m_picture.isNull()) previewSoon();
}

void PrintDialog::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QDialog::changeEvent(event);
}

}  // namespace app

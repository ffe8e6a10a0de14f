// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/geology/cards_page.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/hazard_card/card_document.h"
#include "app/jobs/job_list.h"
#include "app/register/found_tree.h"
#include "app/settings/app_settings.h"
#include "app/settings/theme.h"
#include "app/text/error_text.h"
#include "gis/store/workspace.h"

namespace app {
namespace {

constexpr std::size_t kMostShown = 400;
constexpr qsizetype kPointDigits = 12;

using gis::geology::Card;
using gis::geology::CardKind;
using gis::geology::CardScope;

}  // namespace

CardsPage::CardsPage(PanelContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_kind(new QComboBox),
      m_county(new QComboBox),
      m_code(new QLineEdit),
      m_print(new QPushButton),
      m_hint(new QLabel),
      m_summary(new QLabel),
      m_tree(new FoundTree(context)),
      m_make_slot(context.pools, Pool::kModels),
      m_write_slot(context.pools, Pool::kModels) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(dp(8), dp(8), dp(8), dp(6));
  column->setSpacing(dp(6));
  for (QLabel* label : {m_hint, m_summary}) label->setWordWrap(true);
  m_hint->setProperty("role", "second");
  column->addWidget(m_hint);
  column->addWidget(m_kind);
  auto* line = new QHBoxLayout;
  line->setSpacing(dp(6));
  line->addWidget(m_county);
  line->addWidget(m_code, 1);
  column->addLayout(line);
  column->addWidget(m_summary);
  column->addWidget(m_tree, 1);
  auto* bar = new QHBoxLayout;
  bar->addStretch(1);
  bar->addWidget(m_print);
  column->addLayout(bar);
  m_code->setClearButtonEnabled(true);
  m_tree->setColumnCount(2);
  m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
  m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
  connect(m_kind, &QComboBox::activated, this, &CardsPage::make);
  connect(m_county, &QComboBox::activated, this, [this] {
    m_code->clear();
    make();
  });
  connect(m_code, &QLineEdit::editingFinished, this, &CardsPage::make);
  connect(m_print, &QPushButton::clicked, this, &CardsPage::choosePdf);
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if (change.properties & MapChange::kWorkspace) {
      m_make_slot.drop(), m_write_slot.drop();
      m_cards.clear();
      m_made = {};
      m_error.reset();
      m_county->clear();
      showCards();
      make();
    } else if (change.properties & MapChange::kTables) {
      make();
    } else if ((change.properties & MapChange::kSelection) && isVisible()) {
      // The point that is picked on the map is the one to print.
      const auto& selection = m_context.document.selection();
      if (!selection || selection->table != "geohazard_point") return;
      for (const auto& [code, place] : m_made.places)
        if (place.first == selection->fid && !m_tree->hasFocus() && m_code->text() != QString::fromStdString(code)) {
          m_code->setText(QString::fromStdString(code));
          make();
          break;
        }
    }
  });
  retranslate();
}

void CardsPage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (m_made.counties.empty()) make();
}

void CardsPage::make() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || !isVisible()) return;
  const QString typed = m_code->text().trimmed();
  const std::string code = typed.isEmpty() ? m_county->currentData().toString().toStdString() : typed.toStdString();
  const auto kind = static_cast<CardKind>(std::max(0, m_kind->currentIndex()));
  m_make_slot.ask(
      [folder = workspace->folder, code, by_code = !typed.isEmpty(), kind, language = m_context.document.language()](
          const gis::CancelToken&, const gis::Progress&) -> gis::Result<Made> {
        const auto opened = gis::Workspace::open(folder, gis::OpenMode::kRead);
        if (!opened) return std::unexpected(opened.error());
        const auto source = readCardSource(opened->db(), language);
        if (!source) return std::unexpected(source.error());
        Made made;
        for (const gis::geology::HazardPoint& p : source->points) made.places[p.code] = {p.fid, p.where};
        std::map<std::string, std::string> counties;
        for (const gis::geology::HazardPoint& p : source->points) {
          const std::string county = p.division_code.substr(0, 6);
          const auto name = source->divisions.find(county + "000000");
          counties[county] = name == source->divisions.end() ? county : name->second;
        }
        made.counties.assign(counties.begin(), counties.end());
        if (made.counties.empty()) return made;
        const std::string wanted = code.empty() ? made.counties.front().first : code;
        // Twelve digits are a point's; those of a village when no point has them.
        auto points = gis::geology::pointsFor(*source, by_code ? CardScope::kPoint : CardScope::kCounty, wanted);
        if (!points && by_code)
          points = gis::geology::pointsFor(
              *source, wanted.size() == kPointDigits ? CardScope::kVillage : CardScope::kCounty, wanted);
        if (!points) return std::unexpected(points.error());
        made.cards = gis::geology::cardsOf(*source, *points, kind);
        return made;
      },
      [this](gis::Result<Made> made) {
        m_error.reset();
        m_cards.clear();
        if (made) {
          m_cards = std::move(made->cards);
          m_made = std::move(*made);
        } else {
          m_error = std::move(made.error());
        }
        showCards();
      });
}

void CardsPage::showCards() {
  const QString county = m_county->currentData().toString();
  m_county->clear();
  for (const auto& [code, name] : m_made.counties)
    m_county->addItem(QString::fromStdString(name), QString::fromStdString(code));
  m_county->setCurrentIndex(std::max(0, m_county->findData(county)));
  m_tree->clear();
  m_print->setEnabled(!m_cards.empty() && !m_write_slot.busy());
  if (m_error) {
    m_summary->setText(errorSentence(*m_error));
    return;
  }
  std::size_t with_blanks = 0;
  for (const Card& card : m_cards) with_blanks += !card.blanks.empty();
  if (!m_context.document.workspace())
    m_summary->setText(tr("Open a workspace first."));
  else if (m_make_slot.busy())
    m_summary->setText(tr("Reading…"));
  else if (m_cards.empty())
    m_summary->setText(tr("No card: no household is entered under these points (Registers › Households)."));
  else
    m_summary->setText(
        tr("%n cards", nullptr, static_cast<int>(m_cards.size())) +
        (with_blanks == 0
             ? tr(", all fields filled in")
             : tr(", %1 of them with blank fields. They are printed with room to write by hand.").arg(with_blanks)));
  for (const auto& [key, count] : blankCounts(m_cards)) {
    QTreeWidgetItem* top = m_tree->addRow(nullptr, {tr("Blank: %1").arg(cardKeyText(key)), QString::number(count)});
    std::size_t shown = 0;
    for (const Card& card : m_cards) {
      if (std::ranges::find(card.blanks, key) == card.blanks.end()) continue;
      if (++shown > kMostShown) break;
      const std::string name = card.holder.empty() ? card.hazard_name : card.holder + " · " + card.hazard_name;
      QTreeWidgetItem* row =
          m_tree->addRow(top, {QString::fromStdString(name), QString::fromStdString(card.hazard_code)});
      if (const auto place = m_made.places.find(card.hazard_code); place != m_made.places.end())
        m_tree->place(row, "geohazard_point", place->second.first, place->second.second);
    }
  }
}

void CardsPage::choosePdf() {
  auto* dialog = new QFileDialog(this, tr("Write %n cards as PDF", nullptr, static_cast<int>(m_cards.size())),
                                 m_context.settings.filesFolder());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setNameFilter(tr("PDF (*.pdf)"));
  dialog->setDefaultSuffix(QStringLiteral("pdf"));
  const QString where = m_code->text().trimmed().isEmpty() ? m_county->currentText() : m_code->text().trimmed();
  dialog->selectFile(QStringLiteral("%1 %2").arg(m_kind->currentText(), where));
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
    m_context.settings.setFilesFolder(QFileInfo(file).absolutePath());
    print(file.toStdString());
  });
  dialog->open();
}

void CardsPage::print(const std::filesystem::path& file) {
  if (m_write_slot.busy() || m_cards.empty()) return;
  const QString name = QString::fromStdString(file.filename().string());
  m_job = m_context.jobs.add([name] { return tr("Writing %1").arg(name); }, [this] { m_write_slot.cancel(); });
  m_write_slot.ask(
      [file, cards = m_cards, look = CardPrint{m_context.document.isDemo(), m_context.document.cityName()}](
          const gis::CancelToken& cancel, const gis::Progress& progress) {
        return writeCards(file, cards, look, cancel, progress);
      },
      [this, name, count = static_cast<int>(m_cards.size())](gis::Result<void> done) {
        m_print->setEnabled(!m_cards.empty());
        if (done) {
          m_context.jobs.finish(m_job, JobState::kDone);
          m_context.map.say(tr("%n cards written to %1.", nullptr, count).arg(name));
          return;
        }
        const bool cancelled = done.error().code == gis::ErrorCode::kCancelled;
        m_context.jobs.finish(m_job, cancelled ? JobState::kCancelled : JobState::kFailed);
        m_context.messages.add(std::move(done.error()));
      },
      [this](double done_ratio) { m_context.jobs.setProgress(m_job, done_ratio); });
  m_print->setEnabled(false);
}

void CardsPage::retranslate() {
  const int kind = std::max(0, m_kind->currentIndex());
  m_kind->clear();
  m_kind->addItem(cardTitle(CardKind::kWork) + QStringLiteral("  ") + tr("(one for each point)"));
  m_kind->addItem(cardTitle(CardKind::kRefuge) + QStringLiteral("  ") + tr("(one for each household)"));
  m_kind->setCurrentIndex(kind);
  m_kind->setAccessibleName(tr("Which card"));
  m_county->setAccessibleName(tr("County"));
  m_hint->setText(tr("Choose a county, type a point's or a village's code, or click a point on the map."));
  m_code->setPlaceholderText(tr("or code of a point or village"));
  m_print->setText(tr("Print as PDF…"));
  m_tree->setHeaderLabels({tr("Blank fields"), tr("Cards")});
  showCards();
}

void CardsPage::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
    make();
  }
  QWidget::changeEvent(event);
}

}  // namespace app

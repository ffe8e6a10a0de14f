// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/danger/danger_form.h"

#include <QComboBox>
#include <QDateEdit>
#include <QEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/map/pick_tool.h"
#include "app/settings/app_settings.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"
#include "app/text/detail_text.h"
#include "app/text/error_text.h"
#include "gis/photo/photo_store.h"
#include "gis/store/workspace.h"

namespace app {

namespace danger = gis::danger;

danger::AttachPhotos attachPhotos(const gis::Workspace& workspace, const QStringList& files) {
  if (files.isEmpty()) return {};
  return [&workspace, files](gis::RowEditor& rows, const std::string& danger_uuid) -> gis::Result<std::string> {
    std::string digests;
    for (const QString& file : files) {
      const auto made = gis::addPhoto(rows, workspace, "danger_item", danger_uuid, file.toStdString());
      if (!made) return std::unexpected(made.error());
      const auto row = rows.rows().read("photo", *made);
      if (!row) return std::unexpected(row.error());
      if (!*row) continue;
      if (const auto* text = std::get_if<std::string>(&(*row)->at("sha256")))
        digests += (digests.empty() ? "" : " ") + *text;
    }
    return digests;
  };
}

DangerForm::DangerForm(PanelContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_where_slot(context.pools, Pool::kIo),
      m_save_slot(context.pools, Pool::kIo),
      m_heading(new QLabel),
      m_title(new QLineEdit),
      m_hazard(new QComboBox),
      m_level(new QComboBox),
      m_pick(new QPushButton),
      m_where(new QLabel),
      m_place_text(new QLineEdit),
      m_words(new QPlainTextEdit),
      m_found_on(new QDateEdit),
      m_owner_unit(new QLineEdit),
      m_owner(new QLineEdit),
      m_phone(new QLineEdit),
      m_photo(new QPushButton),
      m_trouble(new QLabel),
      m_save(new QPushButton),
      m_leave(new QPushButton) {
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(dp(12), dp(10), dp(12), dp(8));
  grid->setVerticalSpacing(dp(6));
  grid->setHorizontalSpacing(dp(8));
  grid->setColumnStretch(1, 1);
  m_heading->setProperty("role", "heading");
  grid->addWidget(m_heading, 0, 0, 1, 2);
  auto* person = new QWidget;
  auto* side_by_side = new QHBoxLayout(person);
  side_by_side->setContentsMargins(0, 0, 0, 0);
  side_by_side->setSpacing(dp(6));
  side_by_side->addWidget(m_owner, 2);
  side_by_side->addWidget(m_phone, 3);
  auto* where = new QWidget;
  auto* place = new QVBoxLayout(where);
  place->setContentsMargins(0, 0, 0, 0);
  place->setSpacing(dp(4));
  place->addWidget(m_pick);
  place->addWidget(m_where);
  m_where->setWordWrap(true);
  m_where->setProperty("role", "second");
  QWidget* fields[] = {m_title, m_hazard, m_level, where, m_place_text, m_words, m_found_on, m_owner_unit, person};
  for (int i = 0; i < 9; ++i) {
    m_titles[i] = new QLabel;
    m_titles[i]->setBuddy(fields[i]);
    grid->addWidget(m_titles[i], i + 1, 0, i == 3 || i == 5 ? Qt::AlignTop : Qt::AlignVCenter);
    grid->addWidget(fields[i], i + 1, 1);
  }
  m_words->setTabChangesFocus(true);
  m_words->setMinimumHeight(dp(80));
  m_words->setMaximumHeight(dp(140));
  m_found_on->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
  m_found_on->setCalendarPopup(true);
  m_trouble->setWordWrap(true);
  m_trouble->setProperty("role", "danger");
  grid->addWidget(m_photo, 10, 1, Qt::AlignLeft);
  grid->addWidget(m_trouble, 11, 0, 1, 2);
  auto* buttons = new QHBoxLayout;
  buttons->addStretch();
  buttons->addWidget(m_leave);
  buttons->addWidget(m_save);
  grid->addLayout(buttons, 12, 0, 1, 2);
  grid->setRowStretch(13, 1);
  m_save->setDefault(true);
  connect(m_pick, &QPushButton::clicked, this, &DangerForm::pick);
  connect(m_photo, &QPushButton::clicked, this, &DangerForm::choosePhotos);
  connect(m_save, &QPushButton::clicked, this, &DangerForm::save);
  connect(m_leave, &QPushButton::clicked, this, [this] {
    if (m_tool) m_context.map.use_tool({});
    emit left();
  });
  connect(m_title, &QLineEdit::textChanged, this, &DangerForm::refresh);
  retranslate();
}

void DangerForm::begin(const QString& hazard, const QString& today) {
  fillChoices();
  if (!hazard.isEmpty()) m_hazard->setCurrentIndex(std::max(0, m_hazard->findData(hazard)));
  for (QLineEdit* line : {m_title, m_place_text, m_owner_unit, m_owner, m_phone}) line->clear();
  m_words->clear();
  m_place.reset(), m_division.reset();
  m_photos.clear();
  m_trouble->clear();
  const QDate day = QDate::fromString(today, QStringLiteral("yyyy-MM-dd"));
  m_found_on->setDate(day.isValid() ? day : QDate::currentDate());
  m_title->setFocus(Qt::OtherFocusReason);
  refresh();
}

void DangerForm::setTitle(const QString& title) { m_title->setText(title); }

void DangerForm::setPhotos(const QStringList& files) {
  m_photos = files;
  refresh();
}

void DangerForm::pick() {
  if (!m_context.map.use_tool) return;
  auto tool = std::make_unique<PickTool>();
  m_tool = tool.get();
  connect(tool.get(), &PickTool::picked, this, [this](gis::MapXY where) {
    if (const auto place = m_context.document.toLonLat(where)) setPlace(*place);
  });
  tool->setHint(tr("Click where the danger is."));
  m_context.map.use_tool(std::move(tool));
}

void DangerForm::setPlace(gis::LonLat place) {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return;
  m_place = place;
  m_division.reset();
  if (const auto at = m_context.document.toMap(place); at && m_context.map.mark) m_context.map.mark(*at);
  m_where_slot.ask(
      [folder = workspace->place(), place](const gis::CancelToken&,
                                           const gis::Progress&) -> gis::Result<danger::DangerStore::PlacedIn> {
        const auto opened = gis::Workspace::open(folder, gis::OpenMode::kRead);
        if (!opened) return std::unexpected(opened.error());
        return danger::DangerStore(opened->db()).divisionAt(place);
      },
      [this](gis::Result<danger::DangerStore::PlacedIn> division) {
        if (division)
          m_division = std::move(*division), m_trouble->clear();
        else
          m_trouble->setText(division.error().code == gis::ErrorCode::kNoData
                                 ? tr("The place lies outside of the city: click within it.")
                                 : errorSentence(division.error()));
        refresh();
      });
  refresh();
}

void DangerForm::choosePhotos() {
  const QStringList files = QFileDialog::getOpenFileNames(
      this, tr("Photographs of the danger"), m_context.settings.filesFolder(), tr("Pictures (*.jpg *.jpeg *.png)"));
  if (!files.isEmpty()) setPhotos(files);
}

void DangerForm::save() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace || m_save_slot.busy()) return;
  if (m_title->text().trimmed().isEmpty()) return m_trouble->setText(tr("Say what the danger is."));
  if (!m_place || !m_division) return m_trouble->setText(tr("Click on the map where it is."));
  danger::Item item;
  item.hazard = m_hazard->currentData().toString().toStdString();
  item.level = m_level->currentIndex() == 1 ? danger::Level::kMajor : danger::Level::kOrdinary;
  item.title = m_title->text().trimmed().toStdString();
  item.description = m_words->toPlainText().trimmed().toStdString();
  item.division_code = m_division->code;
  item.place = m_place_text->text().trimmed().toStdString();
  item.found_on = m_found_on->date().toString(QStringLiteral("yyyy-MM-dd")).toStdString();
  item.owner = m_owner->text().trimmed().toStdString();
  item.owner_unit = m_owner_unit->text().trimmed().toStdString();
  item.owner_phone = m_phone->text().trimmed().toStdString();
  item.where = m_place;
  const std::string title = tr("Danger entered: %1").arg(m_title->text().trimmed()).toStdString();
  m_save_slot.ask(
      [folder = workspace->place(), item, title, photos = m_photos, author = m_context.settings.author()](
          const gis::CancelToken&, const gis::Progress&) -> gis::Result<std::int64_t> {
        const auto opened = gis::Workspace::open(folder, gis::OpenMode::kReadWrite);
        if (!opened) return std::unexpected(opened.error());
        if (opened->readOnlyReason()) return std::unexpected(*opened->readOnlyReason());
        const auto clock = std::make_shared<gis::SystemClock>();
        gis::UuidSource uuids(clock);
        const danger::DangerStore store(opened->db());
        const auto uuid = store.enter(uuids, *clock, author, item, title, attachPhotos(*opened, photos));
        if (!uuid) return std::unexpected(uuid.error());
        const auto made = store.find(*uuid);
        if (!made) return std::unexpected(made.error());
        return made->fid;
      },
      [this](gis::Result<std::int64_t> fid) {
        refresh();
        if (!fid)
          return m_trouble->setText(errorSentence(fid.error()) + QLatin1Char(' ') + detailText(fid.error().detail));
        if (m_tool) m_context.map.use_tool({});
        emit entered(*fid);
      });
  refresh();
}

void DangerForm::refresh() {
  const auto& workspace = m_context.document.workspace();
  const bool can = workspace && !workspace->read_only_reason && !m_save_slot.busy();
  m_save->setEnabled(can);
  m_pick->setEnabled(can && m_context.map.use_tool);
  m_where->setText(m_where_slot.busy() ? tr("Looking for the village …")
                   : m_division        ? QStringLiteral("%1  %2, %3")
                                      .arg(QString::fromStdString(m_division->name))
                                      .arg(m_place->lon_deg, 0, 'f', 5)
                                      .arg(m_place->lat_deg, 0, 'f', 5)
                                : tr("Not placed yet."));
  m_photo->setText(m_photos.isEmpty() ? tr("Add photographs …")
                                      : tr("%n photograph(s)", nullptr, static_cast<int>(m_photos.size())));
}

void DangerForm::fillChoices() {
  const auto& workspace = m_context.document.workspace();
  const bool chinese = m_context.document.language().startsWith(QLatin1String("zh"));
  const auto fill = [&](QComboBox* box, const char* list) {
    const QVariant before = box->currentData();
    box->clear();
    if (!workspace) return;
    if (const auto found = workspace->codes.find(list); found != workspace->codes.end())
      for (const gis::CodeEntry& entry : found->second)
        box->addItem(QString::fromStdString(chinese ? entry.name_zh : entry.name_en),
                     QString::fromStdString(entry.code));
    box->setCurrentIndex(std::max(0, box->findData(before)));
  };
  fill(m_hazard, "code_danger_hazard");
  fill(m_level, "code_danger_level");
}

void DangerForm::retranslate() {
  m_heading->setText(tr("A new danger"));
  const QString titles[] = {tr("What"),        tr("Hazard"),   tr("Level"),       tr("Where"), tr("Place"),
                            tr("Description"), tr("Found on"), tr("Responsible"), tr("Person")};
  for (int i = 0; i < 9; ++i) m_titles[i]->setText(titles[i]);
  m_title->setPlaceholderText(tr("straw at the edge of the wood"));
  m_place_text->setPlaceholderText(tr("as people call it"));
  m_owner_unit->setPlaceholderText(tr("unit that removes it"));
  m_owner->setPlaceholderText(tr("name"));
  m_phone->setPlaceholderText(tr("telephone"));
  m_pick->setText(tr("Take it from the map"));
  m_pick->setIcon(themedIcon(QStringLiteral("target")));
  m_photo->setIcon(themedIcon(QStringLiteral("photo")));
  m_save->setText(tr("Enter"));
  m_leave->setText(tr("Back to the list"));
  fillChoices();
  refresh();
}

void DangerForm::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/incident/incident_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <algorithm>

#include "app/core/map_document.h"
#include "app/core/moment_edit.h"
#include "app/core/wheel_pass.h"
#include "app/incident_timeline/incident_words.h"
#include "app/settings/theme.h"
#include "app/text/error_text.h"
#include "gis/geo/coordinate_text.h"
#include "gis/store/workspace.h"

namespace app {
namespace {

namespace incident = gis::incident;

constexpr int kDrillRow = 9;

std::string typedIn(const QLineEdit& edit) { return edit.text().trimmed().toStdString(); }

}  // namespace

IncidentForm::IncidentForm(PanelContext& context, QWidget* parent)
    : IncidentPage(context, parent),
      m_heading(new QLabel),
      m_type(new QComboBox),
      m_title(new QLineEdit),
      m_where(new QLineEdit),
      m_village(new QLineEdit),
      m_place(new QLineEdit),
      m_informant(new QLineEdit),
      m_cause(new QLineEdit),
      m_reason(new QLineEdit),
      m_occurred(new QDateTimeEdit),
      m_known(new QDateTimeEdit),
      m_drill(new QCheckBox),
      m_pick(new QPushButton),
      m_save(new QPushButton),
      m_leave(new QPushButton),
      m_division(new QLabel),
      m_trouble(new QLabel),
      m_where_slot(context.pools, Pool::kIo) {
  makeWidgets();
  connect(m_pick, &QPushButton::clicked, this, &IncidentForm::pick);
  connect(m_where, &QLineEdit::editingFinished, this, [this] {
    if (m_where->isModified()) setWhere(m_where->text());
  });
  connect(m_save, &QPushButton::clicked, this, &IncidentForm::save);
  connect(m_leave, &QPushButton::clicked, this, [this] {
    if (m_tool) m_context.map.use_tool({});
    emit left();
  });
  retranslate();
}

void IncidentForm::makeWidgets() {
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(0, dp(6), 0, 0);
  grid->setVerticalSpacing(dp(6));
  grid->setColumnStretch(1, 1);
  m_heading->setProperty("role", "heading");
  grid->addWidget(m_heading, 0, 0, 1, 2);
  auto* where = new QWidget;
  auto* row = new QHBoxLayout(where);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(m_where, 1);
  row->addWidget(m_pick);
  for (QDateTimeEdit* edit : {m_occurred, m_known}) edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
  for (QWidget* chosen : std::initializer_list<QWidget*>{m_type, m_occurred, m_known}) passWheel(*chosen);
  QWidget* fields[] = {m_type, m_title, where, m_village, m_place, m_occurred, m_known, m_informant, m_cause};
  for (int i = 0; i < 9; ++i) {
    m_titles[i] = new QLabel;
    m_titles[i]->setBuddy(fields[i] == where ? m_where : fields[i]);
    grid->addWidget(m_titles[i], i + 1, 0);
    grid->addWidget(fields[i], i + 1, 1);
  }
  m_division->setProperty("role", "second");
  m_trouble->setProperty("role", "danger");
  for (QLabel* label : {m_division, m_trouble}) label->setWordWrap(true);
  grid->addWidget(m_division, kDrillRow + 1, 1);
  grid->addWidget(m_drill, kDrillRow + 2, 1);
  grid->addWidget(m_reason, kDrillRow + 3, 0, 1, 2);
  grid->addWidget(m_trouble, kDrillRow + 4, 0, 1, 2);
  auto* buttons = new QHBoxLayout;
  buttons->addStretch(1);
  buttons->addWidget(m_leave);
  buttons->addWidget(m_save);
  m_save->setProperty("primary", true);
  grid->addLayout(buttons, kDrillRow + 5, 0, 1, 2);
  grid->setRowStretch(kDrillRow + 6, 1);
}

void IncidentForm::beginNew() {
  if (!m_view) return;
  m_is_new = true;
  for (QLineEdit* edit : {m_title, m_where, m_village, m_place, m_informant, m_cause, m_reason}) edit->clear();
  m_at.reset();
  m_in = {};
  m_division->clear();
  showMoment(*m_occurred, m_view->now_utc_ms);
  showMoment(*m_known, m_view->now_utc_ms);
  m_drill->setChecked(false);
  retranslate();
  say({});
  m_type->setFocus(Qt::OtherFocusReason);
}

void IncidentForm::beginEdit() {
  const incident::Incident* one = incident();
  if (!one) return;
  m_is_new = false;
  retranslate();
  const incident::IncidentHead& h = one->head;
  m_type->setCurrentIndex(std::max(0, m_type->findData(QString::fromStdString(h.type))));
  const std::pair<QLineEdit*, const std::string*> texts[] = {{m_title, &h.title},
                                                             {m_village, &h.village},
                                                             {m_place, &h.place_words},
                                                             {m_informant, &h.informant},
                                                             {m_cause, &h.cause}};
  for (const auto& [edit, text] : texts) edit->setText(QString::fromStdString(*text));
  m_where->setText(h.where ? QString::fromStdString(gis::formatDecimal(*h.where)) : QString());
  m_where->setModified(false);
  m_at = h.where;
  m_in = {};
  m_in.code = h.division_code, m_in.name = h.division;
  m_division->setText(QString::fromStdString(h.division));
  showMoment(*m_occurred, h.occurred_utc_ms == 0 ? h.known_utc_ms : h.occurred_utc_ms);
  showMoment(*m_known, h.known_utc_ms);
  m_reason->clear();
  say({});
  m_title->setFocus(Qt::OtherFocusReason);
}

bool IncidentForm::hasField(const std::string& name) {
  constexpr std::array<std::string_view, 9> kNames = {
      "title", "type", "division", "village", "place", "occurred_utc_ms", "known_utc_ms", "informant", "cause"};
  return std::ranges::find(kNames, name) != kNames.end();
}

void IncidentForm::focusField(const std::string& name) {
  const std::pair<const char*, QWidget*> fields[] = {{"type", m_type},
                                                     {"division", m_where},
                                                     {"village", m_village},
                                                     {"place", m_place},
                                                     {"occurred_utc_ms", m_occurred},
                                                     {"known_utc_ms", m_known},
                                                     {"informant", m_informant},
                                                     {"cause", m_cause}};
  QWidget* field = m_title;
  for (const auto& [known, widget] : fields)
    if (name == known) field = widget;
  field->setFocus(Qt::OtherFocusReason);
}

void IncidentForm::setTitle(const QString& type, const QString& title) {
  m_type->setCurrentIndex(std::max(0, m_type->findData(type)));
  m_title->setText(title);
}

void IncidentForm::setDrill(bool is_drill) { m_drill->setChecked(is_drill); }

void IncidentForm::setWhere(const QString& typed) {
  m_where->setText(typed);
  m_where->setModified(false);
  if (typed.trimmed().isEmpty()) {
    m_at.reset();
    return;
  }
  const auto& workspace = m_context.document.workspace();
  const auto place = gis::parseCoordinate(
      typed.toStdString(), workspace && !workspace->facts.map_crs.empty() ? workspace->facts.map_crs : "EPSG:4547");
  if (!place) return say(errorSentence(place.error()));
  takePlace(place->position);
}

void IncidentForm::pick() {
  if (!m_context.map.use_tool) return;
  auto tool = std::make_unique<PickTool>();
  m_tool = tool.get();
  connect(tool.get(), &PickTool::picked, this, [this](gis::MapXY where) {
    const auto place = m_context.document.toLonLat(where);
    if (!place) return;
    m_where->setText(QString::fromStdString(gis::formatDecimal(*place)));
    m_where->setModified(false);
    takePlace(*place);
  });
  tool->setHint(tr("Click where it happened."));
  m_context.map.use_tool(std::move(tool));
}

void IncidentForm::takePlace(gis::LonLat place) {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return;
  m_at = place;
  say({});
  if (const auto at = m_context.document.toMap(place); at && m_context.map.mark) m_context.map.mark(*at);
  using Placed = gis::danger::DangerStore::PlacedIn;
  m_where_slot.ask(
      [folder = workspace->folder, place](const gis::CancelToken&, const gis::Progress&) -> gis::Result<Placed> {
        const auto opened = gis::Workspace::open(folder, gis::OpenMode::kRead);
        if (!opened) return std::unexpected(opened.error());
        return gis::danger::DangerStore(opened->db()).divisionAt(place);
      },
      [this](gis::Result<Placed> placed) {
        m_in = placed ? std::move(*placed) : Placed();
        m_division->setText(placed ? QString::fromStdString(m_in.name)
                                   : tr("Outside of the city's divisions: name the place in words."));
      });
}

incident::IncidentHead IncidentForm::head() const {
  incident::IncidentHead made;
  made.title = typedIn(*m_title), made.type = m_type->currentData().toString().toStdString();
  made.division_code = m_in.code, made.division = m_in.name;
  made.village = typedIn(*m_village), made.place_words = typedIn(*m_place);
  made.where = m_at;
  made.occurred_utc_ms = momentIn(*m_occurred);
  made.known_utc_ms = momentIn(*m_known);
  made.informant = typedIn(*m_informant), made.cause = typedIn(*m_cause);
  return made;
}

void IncidentForm::save() {
  if (!m_view || !m_write) return;
  const incident::IncidentHead made = head();
  incident::EventBody body = incident::Opened{made};
  if (!m_is_new) body = incident::Changed{made, typedIn(*m_reason)};
  const incident::Incident* one = incident();
  const incident::Incident blank;
  const auto good = incident::check(m_is_new || !one ? blank : *one, body, m_view->now_utc_ms);
  if (!good) return say(incidentTrouble(good.error()));
  if (m_tool) m_context.map.use_tool({});
  if (!m_is_new) {
    append({body});
  } else {
    m_write([made, drill = m_drill->isChecked(), who = officer()](incident::IncidentStore& store,
                                                                  const gis::Clock& clock, gis::UuidSource& uuids) {
      return store.open(made, drill, who, clock, uuids);
    });
  }
  emit entered();
}

void IncidentForm::say(const QString& trouble) {
  m_trouble->setText(trouble);
  m_trouble->setVisible(!trouble.isEmpty());
}

QString IncidentForm::trouble() const { return m_trouble->text(); }

void IncidentForm::retranslate() {
  const QString type = m_type->currentData().toString();
  m_type->clear();
  if (m_view)
    for (const incident::IncidentType& one : m_view->catalogue.types)
      m_type->addItem(bothText(one.name), QString::fromStdString(one.id));
  m_type->setCurrentIndex(std::max(0, m_type->findData(type)));
  m_heading->setText(m_is_new ? tr("New incident") : tr("Correct the description"));
  const QString titles[] = {tr("Type"),     tr("Title"), tr("Coordinates"), tr("Village"), tr("Place"),
                            tr("Happened"), tr("Known"), tr("Reported by"), tr("Cause")};
  for (int i = 0; i < 9; ++i) m_titles[i]->setText(titles[i]);
  m_where->setPlaceholderText(tr("in any form, or click on the map"));
  m_pick->setText(tr("On the map"));
  m_drill->setText(tr("Drill: marked everywhere, not in real figures"));
  m_drill->setVisible(m_is_new);
  m_reason->setPlaceholderText(tr("why it is corrected"));
  m_reason->setVisible(!m_is_new);
  m_save->setText(m_is_new ? tr("Take it up") : tr("Save"));
  m_leave->setText(tr("Cancel"));
}

}  // namespace app

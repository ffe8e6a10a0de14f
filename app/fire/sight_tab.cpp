// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fire/sight_tab.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/fire/fire_stage.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"

namespace app {
namespace {

QSpinBox* metres(int least, int most, int step, int value) {
  auto* made = new QSpinBox;
  made->setRange(least, most);
  made->setSingleStep(step);
  made->setValue(value);
  made->setSuffix(QStringLiteral(" m"));
  return made;
}

}  // namespace

SightTab::SightTab(PanelContext& context, FireStage& stage, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_stage(stage),
      m_list_slot(context.pools, Pool::kIo),
      m_slot(context.pools, Pool::kModels),
      m_place(new QComboBox),
      m_height(metres(0, 500, 5, 25)),
      m_range(metres(100, 60000, 1000, 10000)),
      m_target(metres(0, 2000, 10, 0)),
      m_pick(new QPushButton),
      m_run(new QPushButton),
      m_trouble(new QLabel),
      m_result(new QLabel),
      m_swatch(new QLabel),
      m_key(new QLabel),
      m_note(new QLabel) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(dp(12), dp(10), dp(12), dp(8));
  column->setSpacing(dp(8));
  auto* grid = new QGridLayout;
  grid->setVerticalSpacing(dp(6));
  QWidget* fields[] = {m_place, m_height, m_range, m_target};
  for (int i = 0; i < 4; ++i) {
    m_titles[i] = new QLabel;
    grid->addWidget(m_titles[i], i, 0);
    grid->addWidget(fields[i], i, 1);
  }
  grid->setColumnStretch(1, 1);
  m_place->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_place->setMinimumContentsLength(8);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(m_pick, 1);
  buttons->addWidget(m_run, 1);
  for (QLabel* label : {m_trouble, m_result, m_key, m_note}) label->setWordWrap(true);
  m_trouble->setProperty("role", "danger");
  m_trouble->hide();
  m_key->setProperty("role", "second");
  m_swatch->setPixmap(QPixmap::fromImage(layers::seenSwatch(dp(18))));
  m_result->setProperty("role", "heading");
  m_note->setProperty("role", "second");
  m_note->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  column->addLayout(grid);
  column->addLayout(buttons);
  auto* legend = new QHBoxLayout;
  legend->setSpacing(dp(8));
  legend->addWidget(m_swatch, 0, Qt::AlignTop);
  legend->addWidget(m_key, 1);
  column->addWidget(m_trouble);
  column->addWidget(m_result);
  column->addLayout(legend);
  column->addWidget(m_note, 1);
  connect(m_run, &QPushButton::clicked, this, [this] { m_slot.busy() ? (m_slot.drop(), refresh()) : look(); });
  connect(m_place, &QComboBox::currentIndexChanged, this, [this](int i) {
    if (i < 0 || i >= static_cast<int>(m_observers.size())) return;
    m_height->setValue(static_cast<int>(m_observers[static_cast<std::size_t>(i)].height_m));
    m_range->setValue(static_cast<int>(m_observers[static_cast<std::size_t>(i)].range_m));
  });
  connect(m_pick, &QPushButton::clicked, this, [this] {
    m_stage.pickPlace(
        [self = QPointer<SightTab>(this)](gis::MapXY where) {
          if (self) self->lookFrom(where);
        },
        tr("Click where the observer stands."));
  });
  retranslate();
}

void SightTab::reload() {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return;
  m_list_slot.ask(
      [folder = workspace->folder](const gis::CancelToken&, const gis::Progress&) { return listObservers(folder); },
      [this](gis::Result<std::vector<gis::fire::Observer>> observers) {
        if (!observers)
          m_context.messages.add(observers.error());
        else
          m_observers = std::move(*observers);
        fillPlaces();
        refresh();
      });
}

void SightTab::fillPlaces() {
  const int chosen = m_place->currentIndex();
  m_place->clear();
  for (const auto& observer : m_observers)
    m_place->addItem(QString::fromStdString(observer.name) +
                     (observer.table == "fire_camera" ? tr(" (camera)") : tr(" (lookout)")));
  if (chosen >= 0 && chosen < m_place->count()) m_place->setCurrentIndex(chosen);
}

void SightTab::look() {
  const int i = m_place->currentIndex();
  if (i < 0 || i >= static_cast<int>(m_observers.size())) return;
  if (const auto at = m_context.document.toMap(m_observers[static_cast<std::size_t>(i)].where)) lookFrom(*at);
}

void SightTab::lookFrom(gis::MapXY where) {
  const auto& workspace = m_context.document.workspace();
  if (!workspace) return;
  m_trouble->hide();
  m_slot.ask(
      [folder = workspace->folder, where, height_m = m_height->value(), range_m = m_range->value(),
       target_m = m_target->value()](const gis::CancelToken& cancel, const gis::Progress&) {
        return seeFrom(folder, where, height_m, range_m, target_m, cancel);
      },
      [this, where](gis::Result<gis::fire::SightPicture> picture) {
        if (!picture) {
          const auto code = picture.error().code;
          if (code != gis::ErrorCode::kOutOfRange) m_context.messages.add(picture.error());
          m_picture.reset();
          m_stage.change([](layers::FireDrawing& d) { d.seen.reset(), d.observer.reset(); });
          refresh();
          m_trouble->setText(code == gis::ErrorCode::kNoData ? tr("This workspace has no terrain model.")
                                                             : placeTrouble(picture.error()));
          m_trouble->show();
          return;
        }
        m_picture = std::move(*picture);
        m_stage.change([&](layers::FireDrawing& d) {
          layers::FireDrawing::Seen seen{m_picture->box,
                                         QImage(m_picture->columns, m_picture->rows, QImage::Format_Grayscale8)};
          for (int y = 0; y < m_picture->rows; ++y) {
            uchar* line = seen.cells.scanLine(y);
            for (int x = 0; x < m_picture->columns; ++x) {
              const auto cell =
                  m_picture->cells[static_cast<std::size_t>(y) * static_cast<std::size_t>(m_picture->columns) +
                                   static_cast<std::size_t>(x)];
              line[x] = cell == gis::terrain::Seen::kSeen ? 255 : cell == gis::terrain::Seen::kHidden ? 0 : 128;
            }
          }
          d.seen = std::move(seen);
          d.observer = where;
        });
        m_context.map.show_box(m_picture->box);
        refresh();
      });
  refresh();
}

void SightTab::refresh() {
  const bool open = m_context.document.workspace().has_value();
  m_run->setText(m_slot.busy() ? tr("Cancel") : tr("Show what it sees"));
  m_run->setEnabled(open && (!m_observers.empty() || m_slot.busy()));
  m_pick->setEnabled(open);
  for (QLabel* label : {m_result, m_swatch, m_key}) label->setVisible(m_picture && !m_slot.busy());
  if (m_picture) {
    const double share = m_picture->in_range_m2 > 0 ? m_picture->seen_m2 / m_picture->in_range_m2 : 0;
    m_result->setText(tr("Sees %1 km² of %2 km² (%3 %)")
                          .arg(m_picture->seen_m2 / 1e6, 0, 'f', 1)
                          .arg(m_picture->in_range_m2 / 1e6, 0, 'f', 1)
                          .arg(share * 100, 0, 'f', 0));
  }
  m_note->setText(!open           ? tr("Open a workspace first.")
                  : m_slot.busy() ? tr("Looking …")
                                  : tr("Lines of sight over the terrain model, with the curvature of the earth and "
                                       "refraction (0.13). Bare ground: trees are not in "
                                       "it. Give a height for what is looked for, such as a column of smoke."));
}

void SightTab::reset() {
  m_list_slot.drop(), m_slot.drop();
  m_observers.clear();
  m_picture.reset();
  m_trouble->hide();
  m_place->clear();
  refresh();
}

void SightTab::retranslate() {
  const QString titles[] = {tr("Observer"), tr("Height"), tr("Range"), tr("Target height")};
  for (int i = 0; i < 4; ++i) m_titles[i]->setText(titles[i]);
  m_key->setText(tr("Magenta stripes: seen. Darkened: hidden by the ground."));
  m_pick->setText(tr("From the map"));
  m_pick->setIcon(themedIcon(QStringLiteral("target")));
  const QSignalBlocker quiet(m_place);
  fillPlaces();
  refresh();
}

}  // namespace app

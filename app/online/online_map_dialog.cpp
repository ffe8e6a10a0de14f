// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/online/online_map_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

#include "app/core/map_document.h"
#include "app/online/online_maps.h"
#include "app/settings/theme.h"
#include "app/text/error_text.h"

namespace app {

namespace {
constexpr double kWidthPx = 560, kEdgePx = 16, kGapPx = 10;

bool isTemplate(const QString& address) { return address.contains(QLatin1String("{z}")); }
}  // namespace

OnlineMapDialog::OnlineMapDialog(PanelContext& context, OnlineMaps& maps, QWidget* parent)
    : QDialog(parent),
      m_context(context),
      m_maps(maps),
      m_ask(context.pools, Pool::kIo),
      m_allow(new QCheckBox),
      m_hint(new QLabel),
      m_address(new QLineEdit),
      m_layer(new QComboBox),
      m_title(new QLineEdit),
      m_state(new QLabel),
      m_add(new QPushButton),
      m_close(new QPushButton) {
  for (QLabel*& label : m_labels) label = new QLabel;
  m_allow->setChecked(maps.allowed());
  for (QLabel* label : {m_hint, m_state}) {
    label->setWordWrap(true);
    label->setProperty("role", "second");
  }
  auto* form = new QFormLayout;
  form->setRowWrapPolicy(QFormLayout::WrapAllRows);
  QWidget* const fields[] = {m_address, m_layer, m_title};
  for (std::size_t i = 0; i < std::size(fields); ++i) {
    form->addRow(m_labels[i], fields[i]);
    m_labels[i]->setBuddy(fields[i]);
  }
  auto* buttons = new QHBoxLayout;
  buttons->addStretch();
  buttons->addWidget(m_add);
  buttons->addWidget(m_close);
  m_add->setDefault(true);
  m_close->setAutoDefault(false);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(dp(kEdgePx), dp(kEdgePx), dp(kEdgePx), dp(kEdgePx));
  column->setSpacing(dp(kGapPx));
  column->addWidget(m_allow);
  column->addWidget(m_hint);
  column->addLayout(form);
  column->addWidget(m_state);
  column->addLayout(buttons);
  setMinimumWidth(dp(kWidthPx));
  connect(m_allow, &QCheckBox::toggled, &maps, &OnlineMaps::allow);
  connect(m_allow, &QCheckBox::toggled, this, &OnlineMapDialog::refresh);
  connect(m_address, &QLineEdit::textChanged, this, [this] {
    m_found.clear();
    m_layer->clear();
    refresh();
  });
  connect(m_title, &QLineEdit::textChanged, this, &OnlineMapDialog::refresh);
  connect(m_layer, &QComboBox::currentIndexChanged, this, [this](int row) {
    if (row >= 0 && row < static_cast<int>(m_found.size()))
      m_title->setText(QString::fromStdString(m_found[static_cast<std::size_t>(row)].title));
  });
  connect(m_add, &QPushButton::clicked, this, &OnlineMapDialog::add);
  connect(m_close, &QPushButton::clicked, this, &QDialog::close);
  connect(&context.document, &MapDocument::changed, this, [this](const MapChange& change) {
    if ((change.properties & MapChange::kWorkspace) && isVisible()) close();
  });
  retranslate();
}

bool OnlineMapDialog::busy() const { return m_ask.busy() || m_maps.busy(); }

void OnlineMapDialog::add() {
  const QString address = m_address->text().trimmed();
  if (!isTemplate(address) && m_found.empty()) {
    say(tr("Asking the service for its layers…"), false);
    m_add->setEnabled(false);
    m_ask.ask(
        [address = address.toStdString()](const gis::CancelToken&,
                                          const gis::Progress&) -> gis::Result<std::vector<gis::OnlineMap>> {
          auto capabilities = gis::fetchCapabilities(address);
          if (!capabilities) return std::unexpected(std::move(capabilities.error()));
          return gis::onlineMapsOfWmts(*capabilities);
        },
        [this](gis::Result<std::vector<gis::OnlineMap>> found) {
          if (!found) {
            refresh();
            return say(tr("No layers came from there: %1").arg(QString::fromStdString(found.error().detail)), true);
          }
          m_found = std::move(*found);
          for (const gis::OnlineMap& map : m_found) m_layer->addItem(QString::fromStdString(map.title));
          say(tr("Choose a layer, then add it."), false);
          refresh();
          m_layer->setFocus();
        });
    return;
  }
  gis::OnlineMap map;
  if (!m_found.empty())
    map = m_found[static_cast<std::size_t>(std::max(0, m_layer->currentIndex()))];
  else
    map.address = address.toStdString();
  map.title = m_title->text().trimmed().toStdString();
  const auto good = gis::checkOnlineMap(map);
  if (!good) return say(QString::fromStdString(good.error().detail), true);
  m_maps.add(*good, [this](gis::Result<void> done) {
    if (!done) return say(errorSentence(done.error()), true);
    close();
  });
}

void OnlineMapDialog::say(const QString& text, bool wrong) {
  m_state->setText(text);
  m_state->setProperty("role", wrong ? "danger" : "second");
  m_state->style()->unpolish(m_state);
  m_state->style()->polish(m_state);
}

void OnlineMapDialog::refresh() {
  const bool service = !m_address->text().isEmpty() && !isTemplate(m_address->text());
  const bool ask = service && m_found.empty();
  m_layer->setVisible(!m_found.empty());
  m_labels[1]->setVisible(!m_found.empty());
  m_add->setText(ask ? tr("&Ask for layers") : tr("&Add"));
  const bool network = m_allow->isChecked();
  m_add->setEnabled(!m_address->text().isEmpty() && (ask ? network : !m_title->text().trimmed().isEmpty()));
  if (ask && !network) say(tr("To ask a service for its layers, fetching must be allowed."), false);
}

void OnlineMapDialog::retranslate() {
  setWindowTitle(tr("Online base maps"));
  m_allow->setText(tr("&Fetch online base maps when there is a network"));
  m_hint->setText(
      tr("Off at first. The server that is asked learns which area is looked at. What was fetched is kept with the "
         "workspace and shown without a network, too."));
  m_labels[0]->setText(tr("Address: of tiles with {z}, {x}, {y}, or of a &WMTS service"));
  m_labels[1]->setText(tr("&Layer of the service"));
  m_labels[2]->setText(tr("&Title"));
  m_address->setPlaceholderText(QStringLiteral("https://…/{z}/{x}/{y}.png"));  // untranslated: an address
  m_close->setText(tr("Close"));
  refresh();
}

void OnlineMapDialog::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QDialog::changeEvent(event);
}

}  // namespace app

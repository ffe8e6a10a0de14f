// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspect/inspector_card.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/map/measure_text.h"
#include "app/settings/icons.h"
#include "app/settings/theme.h"

namespace app {

InspectorCard::InspectorCard(const InspectCard& card, const QString& language, const QImage& swatch, QWidget* parent)
    : QFrame(parent), m_card(card), m_language(language), m_chevron(new QLabel) {
  setProperty("role", "card");
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(dp(12), dp(8), dp(8), dp(8));
  column->setSpacing(dp(4));
  auto* head = new QHBoxLayout;
  head->setSpacing(dp(8));
  if (!swatch.isNull()) {
    auto* picture = new QLabel;
    picture->setPixmap(QPixmap::fromImage(swatch));
    head->addWidget(picture, 0, Qt::AlignTop);
  }
  auto* titles = new QVBoxLayout;
  titles->setSpacing(0);
  auto* title = new QLabel(card.title.text(language).toHtmlEscaped());
  title->setProperty("role", "heading");
  title->setWordWrap(true);
  auto* layer = new QLabel;
  const QString layer_title = card.layer_title.text(language);
  layer->setText(card.hit.distance_m > 0
                     ? tr("%1 · %2 away").arg(layer_title, lengthText(card.hit.distance_m)).toHtmlEscaped()
                     : layer_title.toHtmlEscaped());
  layer->setProperty("role", "faint");
  layer->setWordWrap(true);
  titles->addWidget(title);
  titles->addWidget(layer);
  head->addLayout(titles, 1);
  head->addWidget(m_chevron, 0, Qt::AlignTop);
  column->addLayout(head);
  setState(CardState::kFolded);
  setAccessibleName(card.title.text(language));
}

void InspectorCard::addBody() {
  m_body = new QWidget;
  auto* column = new QVBoxLayout(m_body);
  column->setContentsMargins(0, dp(4), dp(4), 0);
  column->setSpacing(dp(8));
  const QString sentence = m_card.sentence.text(m_language);
  if (!sentence.isEmpty()) {
    auto* words = new QLabel(sentence.toHtmlEscaped());
    words->setWordWrap(true);
    words->setProperty("role", "second");
    column->addWidget(words);
  }
  QString rows;
  for (const InspectField& field : m_card.fields)
    rows += QStringLiteral(
                "<tr><td style='color:%1;padding:0 %2px 4px 0;white-space:nowrap'>%3</td><td width='100%' "
                "style='padding-bottom:4px'>%4</td></tr>")
                .arg(currentColours().text_second.name())
                .arg(dp(12))
                .arg(field.label.text(m_language).toHtmlEscaped(), field.value.text(m_language).toHtmlEscaped());
  if (!rows.isEmpty()) {
    auto* table =
        new QLabel(QStringLiteral("<table width='100%' cellspacing='0' cellpadding='0'>%1</table>").arg(rows));
    table->setWordWrap(true);
    table->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(table);
  }
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(dp(4));
  const auto add = [&](const QString& icon, const QString& text) {
    auto* button = new QToolButton;
    button->setIcon(QIcon(iconPixmap(icon, currentColours().accent, dp(16))));
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setProperty("link", true);
    buttons->addWidget(button);
    return button;
  };
  connect(add(QStringLiteral("target"), tr("Zoom to")), &QToolButton::clicked, this, &InspectorCard::zoomWanted);
  connect(add(QStringLiteral("copy"), tr("Copy")), &QToolButton::clicked, this,
          [this] { QApplication::clipboard()->setText(plainText(m_card, m_language)); });
  buttons->addStretch();
  column->addLayout(buttons);
  layout()->addWidget(m_body);
}

void InspectorCard::setState(CardState state) {
  if (state == CardState::kOpen && !m_body) addBody();
  if (m_body) m_body->setVisible(state == CardState::kOpen);
  m_chevron->setPixmap(
      iconPixmap(state == CardState::kOpen ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"),
                 currentColours().text_faint, dp(16), devicePixelRatioF()));
}

void InspectorCard::setActive(bool active) {
  setProperty("active", active);
  style()->unpolish(this);
  style()->polish(this);
}

QString InspectorCard::plainText(const InspectCard& card, const QString& language) {
  QStringList lines{card.title.text(language)};
  if (card.layer_title.text(language) != lines.front()) lines << card.layer_title.text(language);
  for (const InspectField& field : card.fields)
    lines << field.label.text(language) + QStringLiteral(": ") + field.value.text(language);
  return lines.join(QLatin1Char('\n'));
}

void InspectorCard::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) emit chosen();
}

void InspectorCard::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Space) {
    emit chosen();
  } else {
    QFrame::keyPressEvent(event);
  }
}

}  // namespace app

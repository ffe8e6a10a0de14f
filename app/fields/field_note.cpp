// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fields/field_note.h"

#include <QResizeEvent>
#include <QStyle>

namespace app {

FieldNote::FieldNote(QWidget* parent) : QLabel(parent) {
  setWordWrap(true);
  hide();
}

void FieldNote::say(const QString& sentence, const QString& role) {
  setProperty("role", role);
  style()->unpolish(this);
  style()->polish(this);
  setMinimumHeight(0);
  setText(sentence);
  setVisible(!sentence.isEmpty());
  if (isVisible()) fit();
}

void FieldNote::resizeEvent(QResizeEvent* event) {
  QLabel::resizeEvent(event);
  if (event->size().width() != event->oldSize().width()) fit();
}

void FieldNote::fit() {
  if (const int needed = heightForWidth(width()); needed > 0 && needed != minimumHeight()) setMinimumHeight(needed);
}

}  // namespace app

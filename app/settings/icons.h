// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

namespace app {

// A line icon of resources/icons/ui by name ("search"), in the colours of the current theme: normal, disabled and
// (checked) accent. An unknown name gives a null icon. Window's thread.
QIcon themedIcon(const QString& name);
QPixmap iconPixmap(const QString& name, const QColor& colour, int size_px, double device_ratio = 1);

// The icon as a PNG file in the temporary folder, for stylesheets, which take only files.
QString iconFile(const QString& name, const QColor& colour, int size_px);

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QRectF>
#include <string>

class QPainter;

namespace app {

// Draws a QR code (ISO/IEC 18004, error correction M) of a UTF-8 text into a square, with its quiet zone of four
// modules inside. Draws nothing and yields false for a text that is too long (about 2,300 bytes). Any thread.
bool drawQrCode(QPainter& painter, const QRectF& square, const std::string& text);

}  // namespace app

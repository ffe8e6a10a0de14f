// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace app {

// A box or a field that decides what is shown, typed or sent: the wheel scrolls what holds it and does not change it,
// so that nobody types into another incident or evacuation because the pointer stood there. Window's thread.
void passWheel(QWidget& widget);

}  // namespace app

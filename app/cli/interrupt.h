// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gis/core/cancel.h"

namespace app {

// While it lives, Ctrl-C (and the signals of a closing terminal or a shutdown) cancel its token instead of ending the
// program, so that long work can clean up. A second signal ends the program at once. One at a time.
class Interrupt {
 public:
  Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;
  ~Interrupt();
  const gis::CancelToken& token() const { return m_token; }

 private:
  gis::CancelToken m_token = gis::CancelToken::create();
};

}  // namespace app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "app/register/register_spec.h"

namespace app {

// The tables that the geology room shows as registers, the hazard points first.
struct GeologyRegister {
  layers::BilingualText title;
  RegisterSpec spec;
};
std::vector<GeologyRegister> geologyRegisters();
// The relocation works, for their own page.
RegisterSpec relocationRegister();

}  // namespace app

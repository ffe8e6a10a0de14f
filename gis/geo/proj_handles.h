// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <proj.h>

#include <memory>
#include <string>

namespace gis {

// PROJ's objects with owners. An object must be destroyed before its context: declare the context first.
struct ProjContextDelete {
  void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
};
struct ProjObjectDelete {
  void operator()(PJ* object) const { proj_destroy(object); }
};
using ProjContext = std::unique_ptr<PJ_CONTEXT, ProjContextDelete>;
using ProjObject = std::unique_ptr<PJ, ProjObjectDelete>;

// A context of its own: no network, nothing on stderr.
ProjContext makeProjContext();

// Reads "EPSG:4490", WKT or a PROJ string. Null when it is not a coordinate reference system PROJ knows.
ProjObject parseCrs(PJ_CONTEXT* context, const std::string& crs);

// True for degrees (geographic, also as the horizontal part of compound or bound systems).
bool isGeographic(PJ_CONTEXT* context, const PJ* crs);

// The context's last error in PROJ's words; empty when there is none.
std::string projErrorText(PJ_CONTEXT* context);

}  // namespace gis

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/geo/proj_handles.h"

namespace gis {

ProjContext makeProjContext() {
  ProjContext context(proj_context_create());
  proj_log_level(context.get(), PJ_LOG_NONE);
  proj_context_set_enable_network(context.get(), 0);
  return context;
}

ProjObject parseCrs(PJ_CONTEXT* context, const std::string& crs) {
  if (crs.empty()) return nullptr;
  std::string text = crs;
  const bool proj_string = text.find("proj=") != std::string::npos || text.find("init=") != std::string::npos;
  if (proj_string && text.find("type=crs") == std::string::npos) text += " +type=crs";
  ProjObject object(proj_create(context, text.c_str()));
  if (object && !proj_is_crs(object.get())) object.reset();
  return object;
}

bool isGeographic(PJ_CONTEXT* context, const PJ* crs) {
  switch (proj_get_type(crs)) {
    case PJ_TYPE_GEOGRAPHIC_2D_CRS:
    case PJ_TYPE_GEOGRAPHIC_3D_CRS:
      return true;
    case PJ_TYPE_COMPOUND_CRS: {
      const ProjObject part(proj_crs_get_sub_crs(context, crs, 0));
      return part && isGeographic(context, part.get());
    }
    case PJ_TYPE_BOUND_CRS: {
      const ProjObject part(proj_get_source_crs(context, crs));
      return part && isGeographic(context, part.get());
    }
    default:
      return false;
  }
}

std::string projErrorText(PJ_CONTEXT* context) {
  const int error = proj_context_errno(context);
  // "Unknown error (code 4096)" is PROJ's way of saying that its database has no such entry.
  if (error == 0 || error == PROJ_ERR_OTHER) return {};
  const char* text = proj_context_errno_string(context, error);
  return text ? text : "";
}

}  // namespace gis

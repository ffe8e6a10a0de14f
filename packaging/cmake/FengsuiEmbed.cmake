# SPDX-License-Identifier: GPL-3.0-or-later
# fengsui_embed(<target> <function> <pattern>...): makes the text files that match available to C++ as
#   std::span<const gis::EmbeddedFile> <namespace>::<function>();   (name = file name, text = its bytes)
# declared in a generated header "<function>.h". The gis floor cannot use Qt resources, so this is its way.
set(FENGSUI_EMBED_SCRIPT "${CMAKE_CURRENT_LIST_DIR}/embed_text.cmake")
function(fengsui_embed target function)
  file(GLOB files CONFIGURE_DEPENDS ${ARGN})
  list(SORT files)
  set(out "${CMAKE_CURRENT_BINARY_DIR}/embedded/${function}.cpp")
  string(JOIN "|" joined ${files})
  add_custom_command(OUTPUT "${out}"
    COMMAND ${CMAKE_COMMAND} "-DFILES=${joined}" "-DOUT=${out}" "-DFUNCTION=${function}" -P "${FENGSUI_EMBED_SCRIPT}"
    DEPENDS ${files} "${FENGSUI_EMBED_SCRIPT}" VERBATIM)
  file(WRITE "${CMAKE_CURRENT_BINARY_DIR}/embedded/${function}.h.tmp"
    "#pragma once\n#include \"gis/core/embedded_file.h\"\n#include <span>\nnamespace gis { std::span<const EmbeddedFile> ${function}(); }\n")
  file(COPY_FILE "${CMAKE_CURRENT_BINARY_DIR}/embedded/${function}.h.tmp" "${CMAKE_CURRENT_BINARY_DIR}/embedded/${function}.h" ONLY_IF_DIFFERENT)
  target_sources(${target} PRIVATE "${out}")
  # Written files all use the same names.
  set_source_files_properties("${out}" TARGET_DIRECTORY ${target} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  target_include_directories(${target} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/embedded")
endfunction()

# SPDX-License-Identifier: GPL-3.0-or-later
# Run by fengsui_embed: FILES (|-separated), OUT, FUNCTION. Bytes are written as octal-free hex arrays, so any text is safe.
string(REPLACE "|" ";" FILES "${FILES}")
set(body "#include \"${FUNCTION}.h\"\n#include <array>\nnamespace gis {\nnamespace {\n")
set(table "")
set(i 0)
foreach(file IN LISTS FILES)
  file(READ "${file}" hex HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
  get_filename_component(name "${file}" NAME)
  string(APPEND body "constexpr unsigned char kBytes${i}[] = {${bytes}0};\n")
  string(APPEND table "    EmbeddedFile{\"${name}\", kBytes${i}, sizeof(kBytes${i}) - 1},\n")
  math(EXPR i "${i}+1")
endforeach()
string(APPEND body "const std::array<EmbeddedFile, ${i}> kFiles = {{\n${table}}};\n}  // namespace\n"
  "std::span<const EmbeddedFile> ${FUNCTION}() { return kFiles; }\n}  // namespace gis\n")
file(WRITE "${OUT}" "${body}")

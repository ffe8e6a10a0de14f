# SPDX-License-Identifier: GPL-3.0-or-later
# Everything that decides how a file is compiled, in one place.
set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "build type" FORCE)
endif()
# -O2 with line tables only: stack traces stay readable, objects stay small, two cores stay quick.
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1 -DNDEBUG")

option(FENGSUI_GIS_ONLY "build the gis floor only (used by the tsan preset)" OFF)
option(FENGSUI_TESTS "build the tests" ON)
option(FENGSUI_BENCH "build the benchmarks" OFF)
option(FENGSUI_FUZZ "build the libFuzzer targets (clang)" OFF)
option(FENGSUI_COVERAGE "instrument for gcov" OFF)
# A build from nothing (packaging/test on a new machine) reads each header once a batch instead of once a file; daily work
# wants one file a compile, and tells at once when a file lacks an include of its own.
option(FENGSUI_UNITY "compile the files of a room together" OFF)
set(FENGSUI_SANITIZE "" CACHE STRING "sanitizers, e.g. address,undefined")

if(FENGSUI_UNITY)
  set(CMAKE_UNITY_BUILD ON)
  set(CMAKE_UNITY_BUILD_BATCH_SIZE 10)
endif()

find_program(FENGSUI_CCACHE ccache)
if(FENGSUI_CCACHE)
  # Precompiled headers need these sloppiness settings to hit the cache.
  set(CMAKE_CXX_COMPILER_LAUNCHER
      ${CMAKE_COMMAND} -E env
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
      # A clone elsewhere finds what another has compiled; headers are not read again for every file that includes them.
      CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=1 CCACHE_DEPEND=1 CCACHE_INODECACHE=1
      ${FENGSUI_CCACHE})
endif()

# 160 programs are linked, each of the whole house: gold (of binutils) takes a third of the usual linker's time.
find_program(FENGSUI_GOLD ld.gold)
if(FENGSUI_GOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  add_link_options(-fuse-ld=gold)
endif()

add_library(fengsui_options INTERFACE)
target_compile_options(fengsui_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual
  -Wcast-qual -Wimplicit-fallthrough -Wundef -Werror
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wlogical-op -fpch-preprocess>
  # The compiler tidies its own memory less often: a twentieth of its time for a tenth more of it.
  $<$<CXX_COMPILER_ID:GNU>:--param=ggc-min-expand=300>
  # GCC 12 reports false positives inside std::expected and std::vector at -O2.
  $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized -Wno-stringop-overflow -Wno-stringop-overread -Wno-array-bounds -Wno-restrict>
  # libstdc++ 12 offers <expected> to clang 14 only when told that its concepts are complete.
  $<$<CXX_COMPILER_ID:Clang>:-Wno-builtin-macro-redefined -D__cpp_concepts=202002L -Wno-unknown-warning-option>)
if(FENGSUI_UNITY)
  # True of any .cpp file that another includes, which is what this build is made of.
  target_compile_options(fengsui_options INTERFACE -Wno-subobject-linkage)
endif()
if(FENGSUI_SANITIZE)
  target_compile_options(fengsui_options INTERFACE -fsanitize=${FENGSUI_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(fengsui_options INTERFACE -fsanitize=${FENGSUI_SANITIZE})
endif()
if(FENGSUI_COVERAGE)
  target_compile_options(fengsui_options INTERFACE --coverage)
  target_link_options(fengsui_options INTERFACE --coverage)
endif()

find_package(GDAL REQUIRED)
find_package(PROJ REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(SQLiteCpp REQUIRED)
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(pugixml REQUIRED)
find_package(Threads REQUIRED)
find_package(CURL REQUIRED)
find_package(ICU REQUIRED COMPONENTS i18n uc)
# libxlsxwriter, libsodium, libphonenumber and minizip have no CMake files of their own in Debian.
find_library(XLSXWRITER_LIBRARY xlsxwriter REQUIRED)
find_path(XLSXWRITER_INCLUDE_DIR xlsxwriter.h REQUIRED)
add_library(xlsxwriter::xlsxwriter UNKNOWN IMPORTED)
set_target_properties(xlsxwriter::xlsxwriter PROPERTIES
  IMPORTED_LOCATION "${XLSXWRITER_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${XLSXWRITER_INCLUDE_DIR}")
find_library(SODIUM_LIBRARY sodium REQUIRED)
find_path(SODIUM_INCLUDE_DIR sodium.h REQUIRED)
add_library(sodium::sodium UNKNOWN IMPORTED)
set_target_properties(sodium::sodium PROPERTIES
  IMPORTED_LOCATION "${SODIUM_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${SODIUM_INCLUDE_DIR}")
find_library(PHONENUMBER_LIBRARY phonenumber REQUIRED)
find_path(PHONENUMBER_INCLUDE_DIR phonenumbers/phonenumberutil.h REQUIRED)
add_library(phonenumber::phonenumber UNKNOWN IMPORTED)
set_target_properties(phonenumber::phonenumber PROPERTIES
  IMPORTED_LOCATION "${PHONENUMBER_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${PHONENUMBER_INCLUDE_DIR}")
# Documents and slides are ZIP files.
find_library(MINIZIP_LIBRARY minizip REQUIRED)
find_path(MINIZIP_INCLUDE_DIR minizip/zip.h REQUIRED)
find_package(ZLIB REQUIRED)
add_library(minizip::minizip UNKNOWN IMPORTED)
set_target_properties(minizip::minizip PROPERTIES
  IMPORTED_LOCATION "${MINIZIP_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${MINIZIP_INCLUDE_DIR}"
  INTERFACE_LINK_LIBRARIES ZLIB::ZLIB)
# Calls by SIP (libre, librem) that speak (espeak-ng).
find_library(RE_LIBRARY re REQUIRED)
find_path(RE_INCLUDE_DIR re.h PATH_SUFFIXES re REQUIRED)
add_library(re::re UNKNOWN IMPORTED)
set_target_properties(re::re PROPERTIES
  IMPORTED_LOCATION "${RE_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${RE_INCLUDE_DIR}")
find_library(REM_LIBRARY rem REQUIRED)
find_path(REM_INCLUDE_DIR rem.h PATH_SUFFIXES rem REQUIRED)
add_library(rem::rem UNKNOWN IMPORTED)
set_target_properties(rem::rem PROPERTIES
  IMPORTED_LOCATION "${REM_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${REM_INCLUDE_DIR}" INTERFACE_LINK_LIBRARIES re::re)
find_library(ESPEAK_LIBRARY espeak-ng REQUIRED)
find_path(ESPEAK_INCLUDE_DIR espeak-ng/speak_lib.h REQUIRED)
add_library(espeak::espeak UNKNOWN IMPORTED)
set_target_properties(espeak::espeak PROPERTIES
  IMPORTED_LOCATION "${ESPEAK_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${ESPEAK_INCLUDE_DIR}")
# The network simplex of LEMON is templates only: nothing to link. Its CMake file in Debian names no target.
find_path(LEMON_INCLUDE_DIR lemon/network_simplex.h REQUIRED)
add_library(lemon::lemon INTERFACE IMPORTED)
set_target_properties(lemon::lemon PROPERTIES
  INTERFACE_INCLUDE_DIRECTORIES "${LEMON_INCLUDE_DIR}" INTERFACE_COMPILE_DEFINITIONS LEMON_ONLY_TEMPLATES)
if(NOT FENGSUI_GIS_ONLY)
  find_library(QRENCODE_LIBRARY qrencode REQUIRED)
  find_path(QRENCODE_INCLUDE_DIR qrencode.h REQUIRED)
  add_library(qrencode::qrencode UNKNOWN IMPORTED)
  set_target_properties(qrencode::qrencode PROPERTIES
    IMPORTED_LOCATION "${QRENCODE_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${QRENCODE_INCLUDE_DIR}")
  find_package(PNG REQUIRED)
  find_package(CLI11 REQUIRED)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Network Widgets Svg Charts PrintSupport LinguistTools Test)
endif()

# One precompiled header per world: plain C++ for gis, Qt for the two floors above; the tests of gis have the test library in theirs.
file(WRITE "${CMAKE_BINARY_DIR}/pch/pch.cpp" "")
function(fengsui_precompiled name options packages)
  add_library(${name} OBJECT "${CMAKE_BINARY_DIR}/pch/pch.cpp")
  target_compile_options(${name} PRIVATE ${options})
  target_link_libraries(${name} PRIVATE fengsui_options fmt::fmt ${packages})
  target_precompile_headers(${name} PRIVATE ${ARGN})
endfunction()
set(std_headers <algorithm> <array> <atomic> <cmath> <cstdint> <expected> <functional> <map> <memory> <optional> <string> <vector>)
set(gis_headers ${std_headers} <chrono> <filesystem> <limits> <numbers> <span> <string_view> <unordered_map> <utility> <variant>
  <fmt/format.h>)
fengsui_precompiled(pch_gis "" "" ${gis_headers})
if(FENGSUI_TESTS)
  find_package(GTest REQUIRED)
  fengsui_precompiled(pch_gis_test "$<$<CONFIG:RelWithDebInfo>:-Og>" GTest::gmock ${gis_headers} <gmock/gmock.h> <gtest/gtest.h>)
endif()
if(NOT FENGSUI_GIS_ONLY)
  fengsui_precompiled(pch_layers "" "Qt6::Gui;Qt6::Svg"
    ${std_headers} <QColor> <QImage> <QPainter> <QPainterPath> <QString> <QStringList> <fmt/format.h>)
  # Only what every app room links: a definition that a room lacks (QT_CHARTS_LIB) would make the header useless there.
  fengsui_precompiled(pch_app "$<$<CONFIG:RelWithDebInfo>:-O1>" Qt6::Widgets ${std_headers} <QtWidgets> <fmt/format.h>)
endif()

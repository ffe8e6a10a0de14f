# SPDX-License-Identifier: GPL-3.0-or-later
# Run after a test program is linked: cmake -DPROGRAM=... -DOUTPUT=... -DPREFIX=... -DTIMEOUT_S=... -DLABELS=... -P suites.cmake
#
# Writes OUTPUT, a file for ctest with one test a suite (all TEST(Suite, ...) of one name). A process a suite instead of a
# process a test: what the tests of a suite share (a demonstration workspace, fonts, a projection) is made once.
execute_process(COMMAND "${CMAKE_COMMAND}" -E env QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 "${PROGRAM}" --gtest_list_tests
  OUTPUT_VARIABLE listing RESULT_VARIABLE result TIMEOUT 60)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "${PROGRAM} does not list its tests: ${result}")
endif()
string(REGEX MATCHALL "(^|\n)[A-Za-z0-9_/]+\\.[^\n]*" suites "${listing}")
set(text "")
foreach(line IN LISTS suites)
  string(REGEX REPLACE "^\n?([A-Za-z0-9_/]+)\\..*" "\\1" suite "${line}")
  string(APPEND text "add_test([==[${PREFIX}${suite}]==] [==[${PROGRAM}]==] [==[--gtest_filter=${suite}.*]==])\n"
    "set_tests_properties([==[${PREFIX}${suite}]==] PROPERTIES ENVIRONMENT \"QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8\""
    " TIMEOUT ${TIMEOUT_S} LABELS \"${LABELS}\")\n")
endforeach()
file(WRITE "${OUTPUT}" "${text}")

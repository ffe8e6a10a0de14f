# SPDX-License-Identifier: GPL-3.0-or-later
"""Each rule of the house is broken once in a small made tree and must notice, and must leave the good neighbour alone."""
import json
import shutil
import tempfile
import unittest
from pathlib import Path

import check
import rules_floors
import rules_headers
import rules_style
from source_tree import Room, Tree, code_only, list_files, string_literals

SPDX = "// SPDX-License-Identifier: GPL-3.0-or-later\n"
ROOMS = {r.name: r for r in [
    Room("gis/core", True, ()), Room("gis/store", True, ("gis/core",)), Room("gis/vector", True, ("gis/core",)),
    Room("gis/fire", False, ("gis/core", "gis/store")), Room("gis/flood", False, ("gis/core",)),
    Room("layers/core", True, ("gis/core",)), Room("layers/fire", False, ("layers/core", "gis/fire")),
    Room("app/fire", False, ("layers/fire",))]}


class MadeTree(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="fengsui-architecture-"))
        self.addCleanup(shutil.rmtree, self.folder)

    def tree(self, files, rooms=None):
        for path, text in files.items():
            file = self.folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        return Tree(self.folder, rooms=ROOMS if rooms is None else rooms, build=self.folder / "build")

    def places(self, rule, files, rooms=None):
        return [(f.path, f.line) for f in rule(self.tree(files, rooms))]

    def expect(self, rule, files, places, rooms=None):
        self.assertEqual(self.places(rule, files, rooms), places)


class Floors(MadeTree):
    def test_undeclared_room_and_stray_files(self):
        self.expect(rules_floors.rooms_are_declared,
                    {"gis/fire/a.h": "", "gis/snow/a.h": "", "gis/stray.cpp": "", "app/main.cpp": "", "gis/fire/deep/a.cpp": ""},
                    [("gis/fire/deep/a.cpp", 0), ("gis/snow/a.h", 0), ("gis/stray.cpp", 0)])

    def test_room_upwards_sideways_and_in_circles(self):
        rule = rules_floors.rooms_are_declared
        self.expect(rule, {}, [("gis/fire/CMakeLists.txt", 0)], {**ROOMS, "gis/fire": Room("gis/fire", False, ("layers/core",))})
        self.expect(rule, {}, [("gis/fire/CMakeLists.txt", 0)], {**ROOMS, "gis/fire": Room("gis/fire", False, ("gis/flood",))})
        self.expect(rule, {}, [("gis/fire/CMakeLists.txt", 0)], {**ROOMS, "gis/fire": Room("gis/fire", False, ("gis/nowhere",))})
        circle = {"gis/a": Room("gis/a", True, ("gis/b",)), "gis/b": Room("gis/b", True, ("gis/a",))}
        self.assertEqual(len(self.places(rule, {}, circle)), 1)

    def test_undeclared_include(self):
        self.expect(rules_floors.includes_are_declared,
                    {"gis/fire/a.cpp": '#include "gis/fire/a.h"\n#include "gis/core/x.h"\n#include "gis/flood/b.h"\n',
                     "gis/fire/a.h": "", "app/main.cpp": '#include "gis/flood/b.h"\n'}, [("gis/fire/a.cpp", 3)])

    def test_include_upwards_or_without_full_path(self):
        self.expect(rules_floors.includes_are_declared,
                    {"gis/fire/a.cpp": '#include "layers/core/x.h"\n#include "a.h"\n#include "schemaFiles.h"\n', "gis/fire/a.h": ""},
                    [("gis/fire/a.cpp", 1), ("gis/fire/a.cpp", 2)])

    def test_qt_in_gis(self):
        self.expect(rules_floors.gis_knows_no_qt,
                    {"gis/fire/a.cpp": '#include <QString>\n// QString in a comment\nconst char* s = "QString";\nQString t;\n',
                     "layers/fire/a.cpp": "QString t;\n"}, [("gis/fire/a.cpp", 1), ("gis/fire/a.cpp", 4)])

    def test_tr_in_gis(self):
        self.expect(rules_floors.gis_translates_nothing, {"gis/fire/a.cpp": 'f(tr("x"));\nf(str("x"));\n', "app/fire/a.cpp": 'tr("x");'},
                    [("gis/fire/a.cpp", 1)])

    def test_throw_in_gis(self):
        self.expect(rules_floors.gis_throws_nothing, {"gis/fire/a.cpp": "// throw\nthrow 1;\n", "gis/fire/b.cpp": "try { throw 1; } catch (int) {}\n"}, [("gis/fire/a.cpp", 2)])

    def test_widget_in_layers(self):
        self.expect(rules_floors.layers_know_no_widgets,
                    {"layers/fire/a.cpp": "#include <QtWidgets>\nQPushButton* b;\nQImage i; QPainter p; QGuiApplication* g; QPixmap x;\n",
                     "app/fire/a.cpp": "QPushButton* b;\n"}, [("layers/fire/a.cpp", 1), ("layers/fire/a.cpp", 2)])

    def test_gdal_outside(self):
        self.expect(rules_floors.gdal_stays_in_its_rooms,
                    {"gis/fire/a.cpp": "#include <gdal_priv.h>\nOGRFeature* f;\n", "gis/vector/a.cpp": "#include <ogrsf_frmts.h>\n",
                     "app/fire/a.cpp": "#include <cpl_conv.h>\n"},
                    [("app/fire/a.cpp", 1), ("gis/fire/a.cpp", 1), ("gis/fire/a.cpp", 2)])

    def test_sql_outside(self):
        self.expect(rules_floors.sql_stays_in_stores,
                    {"gis/fire/fire_store.cpp": '#include <SQLiteCpp/Statement.h>\nauto s = "SELECT a FROM b";\n',
                     "gis/fire/a.cpp": '#include <sqlite3.h>\nauto s = "SELECT a "\n  "FROM b";\nauto t = "Select a file from the list";\n'
                                       'auto u = R"(PRAGMA user_version)";\nauto v = "update";\n'},
                    [("gis/fire/a.cpp", 1), ("gis/fire/a.cpp", 2), ("gis/fire/a.cpp", 4), ("gis/fire/a.cpp", 5)])

    def test_message_box_below_app(self):
        self.expect(rules_floors.message_boxes_only_in_app,
                    {"layers/fire/a.cpp": "QMessageBox box;\n", "app/fire/a.cpp": "QMessageBox box;\n"}, [("layers/fire/a.cpp", 1)])


class Style(MadeTree):
    def test_long_files(self):
        self.expect(rules_style.files_stay_small,
                    {"gis/fire/a.cpp": "\n" * 701, "gis/fire/b.cpp": "\n" * 700, "app/shell/main_window.cpp": "\n" * 401},
                    [("app/shell/main_window.cpp", 0), ("gis/fire/a.cpp", 0)])

    def test_units(self):
        self.expect(rules_style.numbers_carry_their_unit,
                    {"gis/fire/a.h": "struct A {\n double depth = 0;\n double depth_m = 0;\n float rain_mm_per_h;\n"
                                     " double width_m() const;\n double x, y;\n double a_m = 1, b = 2;\n"
                                     " std::optional<double> limit;\n private:\n double m_anything = 0;\n};\n"
                                     "void f(double speed, int b, double wind_m_per_s = 1);\n// double comment\n"
                                     "inline double g(double a_m) {\n double local = a_m;\n return local;\n}\n"
                                     "struct B {\n B(double m) : m_a(m) { double local = 1; }\n double late;\n};\n",
                     "app/fire/a.h": "double depth;\n"},
                    [("gis/fire/a.h", 2), ("gis/fire/a.h", 7), ("gis/fire/a.h", 8), ("gis/fire/a.h", 12), ("gis/fire/a.h", 20)])

    def test_work_left(self):
        word = "TO" "DO"
        self.expect(rules_style.no_work_left_in_comments, {"gis/fire/a.cpp": f"// {word}: later\n// {word}(#12): known\n"},
                    [("gis/fire/a.cpp", 1)])

    def test_licence_line(self):
        self.expect(rules_style.files_name_their_licence,
                    {"gis/fire/a.cpp": SPDX, "gis/fire/b.cpp": "int a;\n", "packaging/run": "#!/bin/sh\n", "README.md": ""},
                    [("gis/fire/b.cpp", 0), ("packaging/run", 0)])

    def test_drawer_folders(self):
        self.expect(rules_style.folders_say_what_they_hold, {"gis/util/a.h": "", "gis/utility_lines/a.h": ""}, [("gis/util/a.h", 0)])

    def test_file_names(self):
        self.expect(rules_style.file_names_are_snake_case, {"gis/fire/FireStore.h": "", "gis/fire/fire_store.h": ""},
                    [("gis/fire/FireStore.h", 0)])

    def test_heavy_files(self):
        self.expect(rules_style.files_are_light, {"data/big.csv": "x" * (1024 * 1024 + 1), "data/ok.csv": "x" * 1024 * 1024},
                    [("data/big.csv", 0)])

    def test_top_level(self):
        self.expect(rules_style.top_level_is_fixed, {"notes.txt": "", "README.md": "", ".clang-format": "", "gis/core/a.h": ""},
                    [("notes.txt", 0)])

    def test_paths_of_one_machine(self):
        home = "/ho" "me/li/city"
        self.expect(rules_style.no_paths_of_one_machine,
                    {"gis/fire/a.cpp": f'open("{home}/x");\nopen("data/{home.strip("/")}/x");\n'}, [("gis/fire/a.cpp", 1)])

    def test_fixed_words(self):
        self.expect(rules_style.words_are_translatable,
                    {"app/fire/a.cpp": 'b->setText("Open");\nb->setText(tr("Open"));\nauto s = tr("\u6253\u5f00");\n// \u6253\u5f00\n'
                                       'b->setText("\u4e2d\u6587");  // untranslated: a language\'s own name\nb->setText("%1");\n'
                                       'b->setToolTip(QStringLiteral("Open"));\nif (t.endsWith("\u4e07")) n *= 10000;\n'},
                    [("app/fire/a.cpp", 1), ("app/fire/a.cpp", 7), ("app/fire/a.cpp", 3)])

    def test_sleeping_tests(self):
        self.expect(rules_style.tests_do_not_sleep,
                    {"tests/gis/fire/a_test.cpp": "std::this_thread::sleep_for(1s);\nQTest::qWaitFor(f);\nTEST(A, DISABLED_b) {}\n"},
                    [("tests/gis/fire/a_test.cpp", 1), ("tests/gis/fire/a_test.cpp", 3)])


class Headers(MadeTree):
    def test_header_that_needs_its_neighbour(self):
        compiler = next((c for c in ("g++", "clang++-14", "c++") if shutil.which(c)), None)
        self.assertIsNotNone(compiler, "a C++ compiler is needed")
        tree = self.tree({"gis/core/good.h": "#pragma once\n#include <string>\nstd::string a();\n",
                          "gis/core/bad.h": "#pragma once\nstd::string b();\n"})
        tree.build.mkdir()
        command = f"ccache {compiler} -I{self.folder} -std=c++20 -include pch.hxx -MD -MT x -MF y -o gis/core/CMakeFiles/gis_core.dir/a.o -c a.cpp"
        (tree.build / "compile_commands.json").write_text(json.dumps([{"command": command, "file": "a.cpp", "directory": "."}]))
        for _ in range(2):  # the second time from the stamps
            self.assertEqual([f.path for f in rules_headers.headers_compile_alone(tree)], ["gis/core/bad.h"])
        (self.folder / "gis/core/good.h").write_text("#pragma once\nstd::vector<int> a();\n")
        self.assertEqual([f.path for f in rules_headers.headers_compile_alone(tree)], ["gis/core/bad.h", "gis/core/good.h"])


class Reading(MadeTree):
    def test_comments_strings_and_digit_separators(self):
        text = 'int a = 1\'000; // "x"\nauto s = "// no comment"; char c = \'"\'; /* QString\n */ int b;\n'
        self.assertEqual(code_only(text).count("\n"), text.count("\n"))
        self.assertNotIn("QString", code_only(text))
        self.assertIn("int b;", code_only(text))
        self.assertEqual(string_literals(text), [(2, "// no comment")])

    def test_build_folders_are_not_part_of_the_tree(self):
        self.tree({"gis/core/a.h": "", "build/dev/a.h": "", "build-x/b.h": ""})
        self.assertEqual(list_files(self.folder), ["gis/core/a.h"])

    def test_every_rule_is_tested_and_says_what_to_do(self):
        here = Path(__file__).read_text()
        for name, rule in check.RULES.items():
            self.assertIn("." + name, here, f"{name} has no test")
            self.assertGreater(len(rule.__doc__ or ""), 50, f"{name} does not say what to write instead")


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The comparison with programs that only pretend: ours and a QGIS that print figures, a MapServer that is not installed."""
import contextlib
import io
import json
import stat
import sys
import tempfile
import unittest
from pathlib import Path

import compare_peers

OURS = """#!{python}
import json, sys
assert sys.argv[1:3] == ["bench", "map"]
view = sys.argv[sys.argv.index("--view") + 1]
if view == "{broken}": sys.exit("no such view")
print(json.dumps(dict(threads=2, load_ms=900, first_picture_ms=990, peak_memory_mib=400, left_out=["faults.gpkg"],
    views=[dict(view=view, warm_median_ms=20.0, labels=7)])))
"""
QGIS = """import os, sys
assert os.environ["BENCH_DIR"]
view = sys.argv[sys.argv.index("--views") + 1]
print(f"qgis-parallel {view} 1000   # cold 1500 min 990 max 1010" + (" total20=9000" if view == "seq" else ""))
"""


class Compare(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.root = Path(self.folder.name)
        self.addCleanup(self.folder.cleanup)
        self.ours = self.write("fengsui", OURS.format(python=sys.executable, broken="nowhere"))
        self.ours.chmod(self.ours.stat().st_mode | stat.S_IXUSR)
        self.write("peers/qgis/bench_qgis.py", QGIS)
        self.write("data/views.json", "{}")

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def compare(self, *more):
        words = ["--fengsui", str(self.ours), "--peers", str(self.root / "peers"), "--data", str(self.root / "data"),
                 "--python", sys.executable, "--rounds", "2", "--json", str(self.root / "result.json"), *more]
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = compare_peers.main(words)
        return code, out.getvalue(), json.loads((self.root / "result.json").read_text())

    def test_ratio_of_medians_and_goals(self):
        code, text, result = self.compare("--views", "full,county,seq")
        self.assertEqual(code, 0)
        rows = {row["view"]: row for row in result["views"]}
        self.assertEqual(rows["full"]["ratio_to_qgis"], 50)
        self.assertEqual((rows["full"]["met"], rows["full"]["aim_met"]), (True, False))
        self.assertEqual((rows["county"]["met"], rows["county"]["aim_met"]), (True, True))
        self.assertEqual(rows["seq"]["qgis_ms"], 9000, "of a tour the total counts")
        self.assertEqual(rows["full"]["qgis_runs_ms"], [1000, 1000])
        self.assertEqual(rows["full"]["ours"]["labels"], 7)
        self.assertRegex(text, r"full +20\.0 +1000 +- +50\.0")

    def test_says_what_it_left_out(self):
        code, text, result = self.compare("--views", "full")
        self.assertEqual(code, 0)
        self.assertIn("no mapserver/bench_mapserver.py", result["left_out"]["mapserver"])
        self.assertIn("Left out: mapserver", text)
        self.assertEqual(result["ours"]["left_out"], ["faults.gpkg"])
        _, text, _ = self.compare("--views", "full", "--with", "qgis")
        self.assertIn("Left out: mapserver (not asked for)", text)

    def test_a_view_below_its_floor_is_no_failure(self):
        self.write("peers/qgis/bench_qgis.py", QGIS.replace("1000 ", "100 "))
        code, text, result = self.compare("--views", "full")
        self.assertEqual(code, 0)
        self.assertIs(result["views"][0]["met"], False)
        self.assertIn("NO", text)

    def test_without_ours_it_fails(self):
        code, _, result = self.compare("--views", "nowhere")
        self.assertEqual(code, 1)
        self.assertIn("no such view", result["left_out"]["fengsui"])

    def test_peer_that_breaks_down_is_left_out(self):
        self.write("peers/qgis/bench_qgis.py", "raise SystemExit('no module named qgis')")
        code, _, result = self.compare("--views", "full")
        self.assertEqual(code, 0)
        self.assertIn("no module named qgis", result["left_out"]["qgis"])


if __name__ == "__main__":
    unittest.main()

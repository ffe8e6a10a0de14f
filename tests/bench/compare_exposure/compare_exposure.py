#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fengsui's exposure beside QGIS and SpatiaLite: the same files, in turns on one machine.

    compare_exposure.py --bench build/release/tests/bench/bench_exposure --peers PEERS --data BENCH_DIR [--rounds 2]

PEERS is the folder of the peers' scripts (analysis/qgis_ana.py, analysis/sql.py; its README.md says how to make the data and
runs analysis/prep.sh). Prints the medians over the rounds, the ratios with their goals, and what each program counted.
Standard library only; the peers need the system's python3."""
import argparse
import os
import re
import statistics
import subprocess
from pathlib import Path

GOALS = {("count_by_county", "qgis"): 20, ("pop_in_parcels", "qgis"): 40, ("pop_in_parcels", "spatialite"): 8,
         ("buffer_select", "qgis"): 20, ("buffer_intersect", "qgis"): 100}


def figures(command, environment):
    """{task: (milliseconds, what was counted)} of lines "peer task ms # …"."""
    try:
        done = subprocess.run([str(word) for word in command], capture_output=True, text=True, errors="replace",
                              env={**os.environ, **environment}, timeout=3600, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return {}
    found = {}
    for line in done.stdout.splitlines():
        match = re.match(r"\S+ (\w+) ([\d.]+)\s*#\s*(.*)", line)
        if match:
            found[match.group(1)] = (float(match.group(2)), re.sub(r"^min.*?n=\d+\s*", "", match.group(3)))
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, required=True)
    parser.add_argument("--peers", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()
    environment = {"BENCH_DIR": str(options.data)}
    programs = {"fengsui": [options.bench, options.data / "data", 5],
                "qgis": ["/usr/bin/python3", options.peers / "analysis/qgis_ana.py", 1],
                "spatialite": ["/usr/bin/python3", options.peers / "analysis/sql.py", 1]}
    times, counted = {}, {}
    for _ in range(options.rounds):
        for name, command in programs.items():
            for task, (ms, what) in figures(command, environment).items():
                times.setdefault((task, name), []).append(ms)
                counted[(task, name)] = what
    median = {key: statistics.median(values) for key, values in times.items()}
    for (task, name), ms in sorted(median.items()):
        if (task, "fengsui") not in median:
            continue
        ours = median[(task, "fengsui")]
        goal = GOALS.get((task, name))
        ratio = "" if name == "fengsui" else f"{ms / ours:8.1f} x" + (f"  goal {goal}" if goal else "")
        print(f"{task:18} {name:11} {ms:10.1f} ms {ratio}   {counted[(task, name)]}")


if __name__ == "__main__":
    main()

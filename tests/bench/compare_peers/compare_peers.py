#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fengsui beside QGIS and MapServer: the same data, views and look, in turns on one machine.

    compare_peers.py --fengsui build/release/app/fengsui --peers PEERS --data BENCH_DIR [--rounds 3] [--json FILE]

PEERS is the folder of the peers' scripts (qgis/bench_qgis.py, mapserver/bench_mapserver.py; its README.md says how to make the
data); BENCH_DIR is where those scripts put data/, views.json and out/. Each round measures every program once a view, one
after the other, so that what else the machine does meets all alike. Every figure is a full redraw at 1920 x 1080 with the
data open, a median; what is compared is the ratio of the medians over the rounds. It always ends with 0 unless nothing at
all could be measured: a slow machine is no failure. Standard library only; QGIS needs the system's python3."""
import argparse
import json
import os
import re
import statistics
import subprocess
import sys
from pathlib import Path

# (floor, aim): how many times as fast as QGIS we have to be, and want to be.
GOALS = {"full": (30, 60), "county": (20, 40), "town50k": (10, 16), "village10k": (10, 20), "seq": (20, 37)}
OURS = "fengsui"
PEERS = ("qgis", "mapserver")


def run(command, environment=None, timeout_s=1800):
    """Standard output of a program that ended well, else None and what it complained about."""
    try:
        done = subprocess.run([str(word) for word in command], capture_output=True, text=True, errors="replace",
                              env={**os.environ, **(environment or {})}, timeout=timeout_s, check=False)
    except (OSError, subprocess.TimeoutExpired) as wrong:
        return None, str(wrong)
    if done.returncode:
        lines = (done.stderr or done.stdout).strip().splitlines()
        return None, lines[-1] if lines else f"ended with {done.returncode}"
    return done.stdout, ""


def peer_figure(text, view):
    """The milliseconds of a peer's line "qgis-parallel full 3406   # cold ...": of a tour its total."""
    for line in text.splitlines():
        match = re.match(rf"\S+ {re.escape(view)} ([\d.]+)\s*#(.*)", line)
        if not match:
            continue
        total = re.search(r"\btotal\d*=([\d.]+)", match.group(2))
        return float(total.group(1) if total else match.group(1))
    return None


def measure_ours(options, view):
    command = [options.fengsui, "bench", "map", "--data", options.data / "data", "--views", options.data / "views.json",
               "--view", view, "--repeat", options.repeats, "--json", "--lang", "en"]
    if options.threads:
        command += ["--threads", options.threads]
    text, wrong = run(command)
    if text is None:
        return None, wrong, {}
    report = json.loads(text)
    return report["views"][0]["warm_median_ms"], "", report


def measure_peer(options, peer, view):
    scripts = {"qgis": ["qgis/bench_qgis.py", "--modes", "parallel"],
               "mapserver": ["mapserver/bench_mapserver.py", "--src", "gpkg"]}[peer]
    script = options.peers / scripts[0]
    if not script.exists():
        return None, f"no {scripts[0]} in the peers' folder"
    text, wrong = run([options.python, script, *scripts[1:], "--views", view, "--reps", options.peer_repeats],
                      {"BENCH_DIR": str(options.data), "QT_QPA_PLATFORM": "offscreen"})
    figure = peer_figure(text, view) if text else None
    return figure, "" if figure is not None else wrong or "printed no figure; is it installed?"


def measure_all(options, say):
    """{view: {program: [ms a round]}}, {program: why it is left out}, our last report of each view."""
    times, left_out, details = {}, {}, {}
    for view in options.views:
        times[view] = {program: [] for program in (OURS, *options.with_peers)}
        for round_number in range(1, options.rounds + 1):
            for program in (OURS, *options.with_peers):
                if program in left_out:
                    continue
                if program == OURS:
                    figure, wrong, details[view] = measure_ours(options, view)
                else:
                    figure, wrong = measure_peer(options, program, view)
                if figure is None:
                    left_out[program] = f"{view}: {wrong}"
                    say(f"{program} is left out from here on: {left_out[program]}")
                    continue
                times[view][program].append(figure)
                say(f"{view} {round_number}/{options.rounds} {program} {figure:.1f} ms")
    return times, left_out, details


def table_of(times, details=None):
    """One row a view: medians, ratios, goals."""
    rows = []
    for view, by_program in times.items():
        row = {"view": view}
        for program, figures in by_program.items():
            row[f"{program}_ms"] = statistics.median(figures) if figures else None
            row[f"{program}_runs_ms"] = figures
        ours, qgis = row.get(f"{OURS}_ms"), row.get("qgis_ms")
        for peer in PEERS:
            other = row.get(f"{peer}_ms")
            row[f"ratio_to_{peer}"] = round(other / ours, 2) if ours and other else None
        floor, aim = GOALS.get(view, (None, None))
        row["floor_ratio"], row["aim_ratio"] = floor, aim
        known = ours and qgis and floor is not None
        row["met"] = qgis / ours >= floor if known else None
        row["aim_met"] = qgis / ours >= aim if known else None
        ours_in_full = ((details or {}).get(view) or {}).get("views")
        if ours_in_full:
            row["ours"] = {key: ours_in_full[0][key] for key in
                           ("first_ms", "warm_p95_ms", "features", "vertices", "labels", "tiles", "peak_memory_mib",
                            "tiles_thread_ms", "labels_thread_ms", "thread_ms_by_layer") if key in ours_in_full[0]}
        rows.append(row)
    return rows


def text_of(rows, left_out):
    def cell(value, form="{:.0f}"):
        return "-" if value is None else form.format(value)

    def verdict(row):
        if row["met"] is None:
            return "-"
        return "aim" if row["aim_met"] else "yes" if row["met"] else "NO"
    lines = [f"{'view':<12}{'ours ms':>9}{'QGIS ms':>9}{'MapServer':>11}{'x QGIS':>8}{'x MapS.':>9}{'floor':>7}{'aim':>5}  met"]
    for row in rows:
        lines.append(f"{row['view']:<12}{cell(row.get('fengsui_ms'), '{:.1f}'):>9}{cell(row.get('qgis_ms')):>9}"
                     f"{cell(row.get('mapserver_ms')):>11}{cell(row['ratio_to_qgis'], '{:.1f}'):>8}"
                     f"{cell(row['ratio_to_mapserver'], '{:.1f}'):>9}{cell(row['floor_ratio']):>7}{cell(row['aim_ratio']):>5}"
                     f"  {verdict(row)}")
    lines.append("Medians of full redraws, taken in turns; judge by the ratios, not by the milliseconds.")
    lines += [f"Left out: {program} ({why})" for program, why in left_out.items()]
    return "\n".join(lines)


def options_of(words):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fengsui", type=Path, required=True, help="our program")
    parser.add_argument("--peers", type=Path, default=os.environ.get("FENGSUI_PEERS"), help="folder of the peers' scripts (or $FENGSUI_PEERS)")
    parser.add_argument("--data", type=Path, default=os.environ.get("BENCH_DIR"), help="folder with data/ and views.json (or $BENCH_DIR)")
    parser.add_argument("--views", default=",".join(GOALS), help="which views of views.json")
    parser.add_argument("--with", dest="with_peers", default=",".join(PEERS), help="which peers, separated by commas")
    parser.add_argument("--rounds", type=int, default=3, help="turns each program gets a view")
    parser.add_argument("--repeats", type=int, default=9, help="redraws of ours in a turn")
    parser.add_argument("--peer-repeats", type=int, default=3, help="redraws of a peer in a turn")
    parser.add_argument("--threads", type=int, default=0, help="threads of ours; 0: one a core, as QGIS takes them")
    parser.add_argument("--python", default="/usr/bin/python3", help="the python3 that has QGIS's modules")
    parser.add_argument("--json", type=Path, help="file to write the figures to")
    options = parser.parse_args(words)
    options.views = [view for view in options.views.split(",") if view]
    options.with_peers = [peer for peer in options.with_peers.split(",") if peer in PEERS]
    if not options.data or not (options.data / "views.json").exists():
        parser.error("--data needs a folder with views.json: make it with the peers' make_data.py and make_views.py")
    if options.with_peers and not options.peers:
        parser.error("--peers needs the folder of the peers' scripts")
    for name in ("data", "peers"):  # the scripts run anywhere
        if getattr(options, name):
            setattr(options, name, Path(getattr(options, name)).resolve())
    return options


def main(words):
    options = options_of(words)
    for folder in ("out", "mapserver"):  # where the peers' scripts leave their pictures
        (options.data / folder).mkdir(exist_ok=True)
    times, left_out, details = measure_all(options, lambda line: print(line, file=sys.stderr, flush=True))
    rows = table_of(times, details)
    for peer in PEERS:
        if peer not in options.with_peers:
            left_out.setdefault(peer, "not asked for")
    print(text_of(rows, left_out))
    if options.json:
        first = next((report for report in details.values() if report), {})
        options.json.write_text(json.dumps(
            {"cores": os.cpu_count(), "rounds": options.rounds, "views": rows, "left_out": left_out,
             "ours": {key: first.get(key) for key in ("threads", "load_ms", "first_picture_ms", "peak_memory_mib", "left_out")}},
            indent=1, ensure_ascii=False) + "\n")
    return 0 if any(row.get("fengsui_ms") for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

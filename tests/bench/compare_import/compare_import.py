#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Import beside ogr2ogr: 300,000 building polygons of one shapefile, in turns.

  compare_import.py --fengsui build/release/app/fengsui [--polygons 300000] [--rounds 5] [--folder DIR]

fengsui: `import` into the table building of a fresh demonstration city: every row checked against the schema, geometry
checked, unique keys, uuid, division by place, R-tree, the edit log; the copy before it included. ogr2ogr: a GeoPackage
with its R-tree from the same file, in its usual settings. Both write to the same disk; each starts with the file in the
page cache. Prints a line a round, the medians and the ratio (above 1: fengsui is faster); exit code 1 below the floor.
"""
import argparse
import json
import math
import os
import random
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
import time

FIELDS = (("结构", "C", 8), ("用途", "C", 8), ("层数", "N", 4), ("建成年份", "N", 5), ("居住人数", "N", 5), ("区划代码", "C", 12))
PRJ = (
    'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,'
    '298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]'
)


def ring_about(lon, lat, rng):
    """A closed clockwise ring of 5 to 9 corners, 6 to 12 m across."""
    corners = rng.randint(5, 9)
    turn = rng.random() * math.tau
    size = (3 + 3 * rng.random()) / 111_000
    ring = [
        (lon + size * 1.24 * math.cos(turn - i * math.tau / corners), lat + size * math.sin(turn - i * math.tau / corners))
        for i in range(corners)
    ]
    return ring + ring[:1]


def write_shapefile(stem, count, box, division):
    """ESRI Shapefile Technical Description (1998); dBASE III table in GBK with a .cpg beside it."""
    rng = random.Random(7)
    shp, shx, dbf = bytearray(), bytearray(), bytearray()
    west, south, east, north = box
    side = math.ceil(math.sqrt(count))
    words = [w.encode("gbk") for w in ("砖混", "钢混", "砖木", "土木")]
    uses = [w.encode("gbk") for w in ("住宅", "商业", "学校")]
    code = division.encode()
    for i in range(count):
        lon = west + (east - west) * (i % side + 0.3 * rng.random()) / side
        lat = south + (north - south) * (i // side + 0.3 * rng.random()) / side
        ring = ring_about(lon, lat, rng)
        xs, ys = [p[0] for p in ring], [p[1] for p in ring]
        body = struct.pack("<i4d3i", 5, min(xs), min(ys), max(xs), max(ys), 1, len(ring), 0)
        body += struct.pack(f"<{2 * len(ring)}d", *(c for p in ring for c in p))
        shx += struct.pack(">2i", (100 + len(shp)) // 2, len(body) // 2)
        shp += struct.pack(">2i", i + 1, len(body) // 2) + body
        row = (
            rng.choice(words).ljust(8) + rng.choice(uses).ljust(8) + str(rng.randint(1, 6)).rjust(4).encode()
            + str(rng.randint(1970, 2020)).rjust(5).encode() + str(rng.randint(0, 9)).rjust(5).encode() + code.ljust(12)
        )
        dbf += b" " + row

    def header(length):
        return struct.pack(">7i", 9994, 0, 0, 0, 0, 0, length // 2) + struct.pack(
            "<2i8d", 1000, 5, west, south, east, north, 0, 0, 0, 0
        )

    with open(stem + ".shp", "wb") as f:
        f.write(header(100 + len(shp)) + shp)
    with open(stem + ".shx", "wb") as f:
        f.write(header(100 + len(shx)) + shx)
    width = 1 + sum(f[2] for f in FIELDS)
    with open(stem + ".dbf", "wb") as f:
        f.write(struct.pack("<4BIHH20x", 3, 126, 5, 1, count, 33 + 32 * len(FIELDS), width))
        for name, kind, size in FIELDS:
            f.write(name.encode("gbk")[:10].ljust(11, b"\0") + kind.encode() + bytes(4) + bytes([size, 0]) + bytes(14))
        f.write(b"\r" + dbf + b"\x1a")
    with open(stem + ".cpg", "w") as f:
        f.write("GBK")
    with open(stem + ".prj", "w") as f:
        f.write(PRJ)


def timed(words, **more):
    begin = time.monotonic()
    done = subprocess.run(words, capture_output=True, text=True, **more)
    return time.monotonic() - begin, done


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fengsui", required=True)
    parser.add_argument("--polygons", type=int, default=300_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--floor", type=float, default=1.0)
    parser.add_argument("--folder")
    asked = parser.parse_args()
    work = asked.folder or tempfile.mkdtemp(prefix="fengsui-import-")
    os.makedirs(work, exist_ok=True)
    env = dict(os.environ, XDG_CONFIG_HOME=os.path.join(work, "config"), QT_QPA_PLATFORM="offscreen")
    city, stem = os.path.join(work, "city"), os.path.join(work, "房屋")
    if not os.path.isdir(city):
        subprocess.run([asked.fengsui, "demo", city, "--scale", "small", "--seed", "7"], check=True, env=env,
                       capture_output=True)
    if not os.path.exists(stem + ".shp"):
        write_shapefile(stem, asked.polygons, (112.9, 36.0, 113.3, 36.4), "140400000000")
    ours, theirs = [], []
    for turn in range(asked.rounds):
        copy, out = os.path.join(work, "copy"), os.path.join(work, "out.gpkg")
        shutil.rmtree(copy, ignore_errors=True)
        if os.path.exists(out):
            os.remove(out)
        shutil.copytree(city, copy)
        words = [asked.fengsui, "import", stem + ".shp", "--into", "building", "--workspace", copy, "--json",
                 "--set", "source=测量", "--accept", "shifted_map"]
        for runner in ("ours", "theirs") if turn % 2 == 0 else ("theirs", "ours"):
            os.sync()
            if runner == "ours":
                seconds, done = timed(words, env=env)
                if done.returncode != 0:
                    sys.exit(f"fengsui import: exit code {done.returncode}\n{done.stdout[-2000:]}\n{done.stderr[-500:]}")
                report = json.loads(done.stdout)["import"]
                ours.append(seconds)
            else:
                seconds, done = timed(["ogr2ogr", "-f", "GPKG", out, stem + ".shp", "-lco", "SPATIAL_INDEX=YES"])
                if done.returncode != 0:
                    sys.exit("ogr2ogr: " + done.stderr[-500:])
                theirs.append(seconds)
        counts = {name: count for name, count in report.items() if isinstance(count, int) and not isinstance(count, bool)}
        print(f"round {turn + 1}: fengsui {ours[-1]:.2f} s ({counts}), ogr2ogr {theirs[-1]:.2f} s", flush=True)
    ratio = statistics.median(theirs) / statistics.median(ours)
    print(f"median: fengsui {statistics.median(ours):.2f} s, ogr2ogr {statistics.median(theirs):.2f} s, ratio {ratio:.2f}")
    return 0 if ratio >= asked.floor else 1


if __name__ == "__main__":
    sys.exit(main())

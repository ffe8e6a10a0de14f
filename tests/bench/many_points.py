#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a layer of millions of points about a city, to see that panning costs pixels and not features.

    many_points.py OUT [--points 5000000] [--beside BENCH_DIR/data --styles resources/styles/peers]
    fengsui bench pan --data OUT/data --styles OUT/styles --busy-cores 1 --json

OUT/data/points.gpkg holds the points, thick in places and thin in others, always the same ones; OUT/styles a catalogue
that draws them. With --beside the layers of that folder are drawn below them (links, nothing is copied), with the styles
of --styles. Standard library only; about half a minute and 450 MB for five million."""
import argparse
import json
import math
import random
import sqlite3
import struct
from pathlib import Path

WEST, SOUTH, EAST, NORTH = 112.05, 35.82, 113.70, 37.13
SCHEMA = """
PRAGMA application_id=1196444487; PRAGMA user_version=10300; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER);
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL, PRIMARY KEY (table_name, column_name));
CREATE TABLE points (fid INTEGER PRIMARY KEY, geom BLOB, cls INTEGER);
"""
WGS84 = ('GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],'
         'UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]')


def places(count):
    """Longitude and latitude: two in three about some of 400 centres, the others anywhere."""
    made = random.Random(20261130)
    centres = [(made.uniform(WEST, EAST), made.uniform(SOUTH, NORTH), made.uniform(0.002, 0.03)) for _ in range(400)]
    for _ in range(count):
        if made.random() < 0.67:
            lon, lat, spread = made.choice(centres)
            angle, away = made.uniform(0, 2 * math.pi), spread * math.sqrt(-2 * math.log(1 - made.random()))
            yield lon + away * math.cos(angle), lat + away * math.sin(angle), made.randrange(4)
        else:
            yield made.uniform(WEST, EAST), made.uniform(SOUTH, NORTH), made.randrange(4)


def write_points(file, count):
    file.unlink(missing_ok=True)
    db = sqlite3.connect(file, isolation_level=None)
    db.executescript(SCHEMA)
    db.execute("INSERT INTO gpkg_spatial_ref_sys VALUES ('WGS 84',4326,'EPSG',4326,?,NULL)", (WGS84,))
    db.execute("INSERT INTO gpkg_contents (table_name,data_type,identifier,srs_id) VALUES ('points','features','points',4326)")
    db.execute("INSERT INTO gpkg_geometry_columns VALUES ('points','geom','POINT',4326,0,0)")
    blob = struct.Struct("<2sBBiBIdd")  # GeoPackage header without an envelope, then WKB
    db.execute("BEGIN")
    db.executemany("INSERT INTO points (geom,cls) VALUES (?,?)",
                   ((blob.pack(b"GP", 0, 1, 4326, 1, 1, lon, lat), cls) for lon, lat, cls in places(count)))
    db.execute("COMMIT")
    db.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--points", type=int, default=5_000_000)
    parser.add_argument("--beside", type=Path, help="folder of layers to draw below")
    parser.add_argument("--styles", type=Path, help="their catalogue.json and styles")
    options = parser.parse_args()
    data, styles = options.out / "data", options.out / "styles"
    data.mkdir(parents=True, exist_ok=True)
    styles.mkdir(exist_ok=True)
    write_points(data / "points.gpkg", options.points)
    catalogue = {"map_crs": "EPSG:4547", "layers": []}
    if options.beside and options.styles:
        catalogue = json.loads((options.styles / "catalogue.json").read_text(encoding="utf-8"))
        for file in options.beside.iterdir():
            link = data / file.name
            link.unlink(missing_ok=True)
            link.symlink_to(file.resolve())
        for file in options.styles.glob("*.json"):
            (styles / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    catalogue["layers"].append("points")
    (styles / "catalogue.json").write_text(json.dumps(catalogue), encoding="utf-8")
    (styles / "points.json").write_text(json.dumps({
        "id": "points", "group": "base", "table": "points", "title": {"zh": "许多点", "en": "Many points"},
        "style": [{"id": "point", "type": "circle", "paint": {
            "circle-radius": 3, "circle-color": ["match", ["get", "cls"], 0, "#d7263d", 1, "#f2a33a", 2, "#2e86c1", "#7fb069"]}}]},
        ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()

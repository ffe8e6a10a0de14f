<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CommandLine</name>
    <message>
        <source>write the result, or the error, as JSON to standard output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>language of messages and names: zh or en</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write a picture of the window to this PNG file and leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size of the window in pixels, e.g. 1366x768</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark or light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fengsui: the natural-disaster command map of a prefecture. Without a command it opens the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print the version and leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print this help and leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples:
  fengsui                                        open the window
  fengsui ~/city                                 open the workspace in ~/city
  fengsui demo ~/city --scale city               make the demo city
  fengsui info roads.shp --json                  what a file holds
  echo 113.11 36.19 | fengsui convert --from EPSG:4490 --to EPSG:4547
  fengsui render --workspace ~/city --view full -o map.png
Exit codes: 0 done, 1 failed (with the reason), 2 wrong usage. `fengsui COMMAND --help` says more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folder of the workspace to open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open the window, or write a picture of it with --screenshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example:
  fengsui window --workspace ~/city --screenshot window.png --size 1366x768 --theme light --lang en</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>convert points from standard input to another coordinate system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>system of the input: EPSG:4490, cgcs2000, wgs84, gcj02, bd09 ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>system of the output: EPSG:4547, gcj02 ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input: one point a line, &quot;x y&quot; or &quot;x,y&quot;, or a JSON array [[x,y],...]. x is always longitude or easting, whatever
order the system&apos;s definition has. Degrees are decimal, metres plain. A bad line is reported with its number; the
others are still converted, and the exit code is 1.
Examples:
  echo 113.11 36.19 | fengsui convert --from EPSG:4490 --to EPSG:4547
  fengsui convert --from gcj02 --to wgs84 --json &lt; points.txt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo workspace made in %1: %2 features, %3 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make a demo workspace (Changzhi, synthetic data)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folder to make it in; must not hold a workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small (a few seconds) or city (about 630,000 features)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same seed makes the same bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file with real county polygons to use instead of made ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works offline. A failed run leaves nothing behind.
Example:
  fengsui demo ~/city --scale city --seed 7 --json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown extent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no reference system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fengsui workspace: %1 (%2), schema %3%4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, demo data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3 features, %4, %5, %6</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>raster %1 × %2, %n band(s), %3, %4</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>tell what a file or a workspace holds (anything GDAL opens)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file, or folder of a workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers, kind of geometry, reference system, text encoding, counts, extent and what looks wrong.
Examples:
  fengsui info roads.shp
  fengsui info ~/city --json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>area %1 m², perimeter %2 m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>length %1 m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measure lengths and areas on the ellipsoid, from standard input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>system of the input coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input: a GeoJSON document, lines of WKT, or lines &quot;lon lat, lon lat, ...&quot;. A line that ends where it began, with
four or more points, is measured as a polygon; holes are taken away. Lengths are metres, areas square metres.
Examples:
  echo &quot;113 36, 113.1 36.1&quot; | fengsui measure
  fengsui measure --json &lt; catchments.geojson
  echo &quot;LINESTRING (420000 4007000, 421000 4007000)&quot; | fengsui measure --crs EPSG:4547</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draw the map into a picture, without a display</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folder of the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any vector file instead of a workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full, a box west,south,east,north in degrees, or a place&apos;s name or code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size of the picture in pixels, e.g. 1920x1080</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file to write; its ending decides the format (png, jpg, bmp)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ids of the layers to draw, separated by commas, or all; else those that a new workspace shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws with the code of the window.
Examples:
  fengsui render --workspace ~/city --view full --size 1920x1080 -o map.png
  fengsui render --workspace ~/city --view 140431 --theme light --lang en -o county.png
  fengsui render --data roads.shp --view 113.0,36.0,113.3,36.3 -o roads.png</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrsDialog</name>
    <message>
        <source>Reference system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In which reference system are the coordinates of %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file does not say. If you do not know, ask whoever gave it to you; a wrong choice puts everything in the wrong place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CGCS2000, longitude and latitude (EPSG:4490)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map coordinates, %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WGS 84, longitude and latitude: GPS (EPSG:4326)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web Mercator: web-map tiles (EPSG:3857)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a value that can be used here; check it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not found; check that it is still there and that its disk is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 may not be read or written by this account; ask the administrator for access, or copy it to a folder of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is empty (0 bytes); the copy was probably interrupted. Fetch it again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is damaged and cannot be read in full; restore it from backups/ or fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 belongs to another program and is not a Fengsui workspace; it can be added to the map as a layer instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was written by a later Fengsui; it can be looked at but not changed. Update this computer to edit it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is open for reading only, so nothing was changed; copy the workspace to a writable disk to edit it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in use by another program; close it there and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full and %1 could not be saved; free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 already exists and is not overwritten; choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is of no format that can be opened here; convert it to GeoPackage, Shapefile, GeoJSON or GeoTIFF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not say which coordinate reference system it uses; choose one to place it on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a coordinate reference system that is known here; give it as EPSG:4490, for instance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lies outside the range in which this can be computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds nothing to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database did not accept a request about %1; the details name the cause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading or writing %1 failed; check the disk or the network drive and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: no coordinate reference system was given; %2 was assumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the text encoding was not given; %2 was used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the geometry was left out (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: broken geometries were repaired (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the row was left out (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: a value could not be read (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the coordinates look wrong (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: there are too many features; only a part is shown (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the layer has no geometry, so it is not drawn (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: no coordinate reference system is given, so it cannot be placed on the map before one is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the text encoding was not given and had to be guessed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the geometry was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: broken geometries were repaired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the row was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: a value could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the coordinates look wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: there are too many features; only a part is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the layer has no geometry, so it is not drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileLayers</name>
    <message>
        <source>Reading %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GoToBar</name>
    <message>
        <source>read as GCJ-02, shifted to CGCS2000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read as BD-09, shifted to CGCS2000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read as degrees, minutes, seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read as map coordinates in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>longitude first assumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latitude first assumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to this position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These coordinates lie outside the area the map can show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a position yet. Examples: 113.11, 36.19 · 36°11′28″N 113°06′48″E · GCJ02 113.12, 36.19</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a workspace to search for places by name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No place called “%1”. Try part of the name, its code, or the pinyin initials.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place, code, pinyin initials or coordinates (Ctrl+L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a place or coordinates</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>First steps and keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InspectorCard</name>
    <message>
        <source>%1 · %2 away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InspectorPanel</name>
    <message>
        <source>Click a place on the map to see what is there: the divisions it belongs to, its height, and everything the visible layers hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of the visible layers lies here. Switch on more layers, or zoom in: some show only from a larger scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more not shown; zoom in to tell them apart.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Height %1 m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobDelegate</name>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed, see Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobsPanel</name>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is running. Long work is listed here with its progress, and can be cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerLoader</name>
    <message>
        <source>Loading layers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerPanel</name>
    <message>
        <source>Added files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting to be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not shown at this scale; zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opacity %1%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opacity of the chosen layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom to layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only this layer of its group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up	Alt+Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down	Alt+Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the map	Del</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a file to the map…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No layers yet. Open a workspace, or drop a file here: Shapefile, GeoPackage, GeoJSON, KML, DXF, GeoTIFF and whatever else GDAL reads.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainActions</name>
    <message>
        <source>&amp;Open workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the &amp;demonstration city…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add a file to the map…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For&amp;ward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go to…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sunlight theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>中文 / &amp;English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Presentation size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What is here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Move the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Zoom to a box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure &amp;distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure &amp;area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First steps and &amp;keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About &amp;Fengsui</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Recent workspaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>What is here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Centre the map here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click points on the map; double-click to end, Backspace takes one back, Esc drops all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Fengsui</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fengsui %1
Risk and emergency map for a prefecture&apos;s command centre.
GPL-3.0-or-later. Uses Qt, GDAL, PROJ, GEOS and SQLite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a workspace folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add files to the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open for reading only: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · Fengsui</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fengsui</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapCanvas</name>
    <message>
        <source>Demonstration data</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapStatusBar</name>
    <message>
        <source>Type a scale such as 1:50,000 or 50000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (+%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No unread messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n unread message(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Scale; type another and press Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the jobs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeasureTool</name>
    <message>
        <source>Distance %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area %1, perimeter %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessagesPanel</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No messages. Trouble with files and layers is listed here, with what to do about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening %1 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the demonstration city … %1%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fengsui</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Natural-disaster risk and emergency map of your city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A workspace is a folder that holds workspace.gpkg, the census database of a city. Looking at it changes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the demonstration: one county, a few seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the demonstration: the whole city, about a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changzhi with real names and codes and made-up houses, people and terrain; works without a network and is marked as demonstration data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is kept in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent workspaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+O opens a workspace · F1 shows the first steps and all keys · Ctrl+Shift+L 中文 / English</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkspaceController</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the demonstration city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demonstration city is ready: %L1 features in %2 s.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>

# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules of the house: which room may know which. Each function is one rule; its docstring says what to write instead."""
import re

from source_tree import FLOORS, Finding, string_literals

RULES = []


def rule(function):
    RULES.append(function)
    return function


def _height(room):
    return FLOORS.index(room.split("/")[0])


@rule
def rooms_are_declared(tree):
    """Every folder of a floor is a room with fengsui_room() in its CMakeLists.txt; ROOMS names lower floors, shared
    rooms of its own floor, and no circle. What two rooms need moves into core/ or into a shared room named for what it is."""
    found = []
    for path in tree.cpp(*FLOORS):
        room = tree.room_of(path)
        if "/" in room and room not in tree.rooms:
            found.append(Finding(path, 0, f"{room} is no room: declare it with fengsui_room({room}) in {room}/CMakeLists.txt"))
        if path.count("/") == 1 and not path.startswith("app/"):
            found.append(Finding(path, 0, "put it into a room: only app/ holds files beside its rooms"))
        if path.count("/") > 2:
            found.append(Finding(path, 0, "rooms have no sub-folders; make it a room of its own or move the file up"))
    for room in tree.rooms.values():
        where = f"{room.name}/CMakeLists.txt"
        for used in room.uses:
            if used not in tree.rooms:
                found.append(Finding(where, 0, f"ROOMS names {used}, which is declared nowhere"))
            elif _height(used) > _height(room.name):
                found.append(Finding(where, 0, f"{used} lies above: arrows point down only, app -> layers -> gis; "
                                     "give the lower room a value or a callback instead"))
            elif _height(used) == _height(room.name) and not tree.rooms[used].shared:
                found.append(Finding(where, 0, f"{used} is another domain's room: move what both need into "
                                     f"{room.floor}/core or a room declared SHARED_ROOM"))
    return found + _circles(tree)


def _circles(tree):
    found, done = [], set()

    def walk(name, trail):
        if name in trail:
            circle = " -> ".join(trail[trail.index(name):] + [name])
            found.append(Finding(f"{name}/CMakeLists.txt", 0, f"rooms use each other in a circle: {circle}"))
            return
        if name in done or name not in tree.rooms:
            return
        for used in tree.rooms[name].uses:
            walk(used, trail + [name])
        done.add(name)
    for name in sorted(tree.rooms):
        walk(name, [])
    return found


@rule
def includes_are_declared(tree):
    """A room includes itself and the rooms in its ROOMS list, by full path from the top: "gis/core/error.h". Need another
    room? Add it to ROOMS if it lies below or is shared; otherwise pass a value in. Files beside the rooms in app/ are the
    one place that knows all rooms."""
    found = []
    for path in tree.cpp(*FLOORS):
        room = tree.room_of(path)
        allowed = {room, *(tree.rooms[room].uses if room in tree.rooms else ())}
        for match in re.finditer(r'^[ \t]*#[ \t]*include[ \t]*"([^"]+)"', tree.text(path), re.M):
            target, line = match.group(1), tree.text(path).count("\n", 0, match.start()) + 1
            if target.split("/")[0] in FLOORS:
                other = tree.room_of(target)
                if room == "app" or target == "app/rooms.h":  # main.cpp, rooms.cpp: put together by hand
                    continue
                if other not in allowed:
                    floor = path.split("/")[0]
                    if FLOORS.index(target.split("/")[0]) > FLOORS.index(floor):
                        found.append(Finding(path, line, f"includes {target} from a floor above; arrows point down only"))
                    else:
                        found.append(Finding(path, line, f"includes {target}, but {room} does not declare {other} in ROOMS"))
            elif "/" in target or f"{path.rsplit('/', 1)[0]}/{target}" in tree.files:
                found.append(Finding(path, line, f'write the full path from the top instead of "{target}"'))
    return found


@rule
def gis_knows_no_qt(tree):
    """gis/ is plain C++ so that it can be tested, run and reused without a window. Use std::string, std::vector,
    std::filesystem and gis::Result; put what needs Qt into layers/ or app/."""
    return tree.search(tree.cpp("gis"), r"#\s*include\s*<Q\w+|\bQ[A-Z][a-z]\w*|\bQ_[A-Z]\w+|\bq(?:Debug|Warning|Info|Critical|Printable)\b",
                       "{0} is Qt; gis/ uses the standard library")


@rule
def gis_translates_nothing(tree):
    """gis/ returns codes, names and numbers; words for people come from the table in app/text. Return a gis::Error or
    gis::Warning, or add a code to gis/core/error.h and its sentence to app/text/error_text.cpp."""
    return tree.search(tree.cpp("gis"), r"(?<![\w.>:])(?:tr|QT_TR_NOOP|QT_TRANSLATE_NOOP)\s*\(", "{0}...) below app/")


@rule
def gis_throws_nothing(tree):
    """No exception leaves gis/. Return gis::fail(code, subject, detail); catch what a library throws at the call. A throw that
    the same file catches is nobody else's business."""
    paths = [p for p in tree.cpp("gis") if not re.search(r"\bcatch\s*\(", tree.code(p))]
    return tree.search(paths, r"\bthrow\b(?!\s*\()", "{0}: return gis::fail(...) instead")


WIDGETS = (r"\bQ(?:\w*Widget|\w*Dialog|MainWindow|DockWidget|Application(?=\b)|\w*Button|Label|Menu|MenuBar|StatusBar|ToolBar|"
           r"ToolTip|LineEdit|TextEdit|PlainTextEdit|TextBrowser|ComboBox|CheckBox|\w*SpinBox|Slider|ScrollBar|ScrollArea|"
           r"Splitter|SplashScreen|GroupBox|Frame|TreeView|TableView|ListView|AbstractItemView|HeaderView|StyledItemDelegate|"
           r"ItemDelegate|ProgressBar|MessageBox|HBoxLayout|VBoxLayout|GridLayout|FormLayout|StackedLayout|BoxLayout|"
           r"Style|ProxyStyle|StyleFactory|StyleOption\w*|GraphicsView|GraphicsScene|GraphicsItem|RubberBand|SystemTrayIcon)\b")


@rule
def layers_know_no_widgets(tree):
    """layers/ draws with QPainter into QImage and runs on workers, also for `fengsui render` without a display. Widgets,
    styles, dialogs and QApplication belong into app/; hand colours and sizes down as values."""
    return tree.search(tree.cpp("layers"), r"#\s*include\s*<QtWidgets|" + WIDGETS, "{0} is a widget; layers/ has QtGui only")


@rule
def gdal_stays_in_its_rooms(tree):
    """GDAL and OGR are used in gis/vector, gis/raster and gis/geo alone, so that a driver's habits stay there. Elsewhere ask
    those rooms: readVector, readRaster, sourceInfo ..., or add a function there."""
    paths = [p for p in tree.cpp(*FLOORS) if tree.room_of(p) not in ("gis/vector", "gis/raster", "gis/geo")]
    return tree.search(paths, r"#\s*include\s*[<\"](?:gdal\w*|ogr\w*|cpl_\w+|vrtdataset)\.h|\b(?:GDAL|OGR|OSR|CPL|VSI)[A-Z_]\w+",
                       "{0}: GDAL outside gis/vector, gis/raster and gis/geo")


SQL = re.compile(r"\s*(?:SELECT\s[\s\S]*\sFROM\s|SELECT\s+\w+\(|INSERT\s+(?:OR\s+\w+\s+)?INTO\s|UPDATE\s+\S+\s+SET\s|DELETE\s+FROM\s|"
                 r"(?:CREATE|DROP)\s+(?:TABLE|INDEX|VIEW|TRIGGER|VIRTUAL|TEMP|UNIQUE)|ALTER\s+TABLE\s|PRAGMA\s+\w|ATTACH\s+|"
                 r"BEGIN\s+(?:IMMEDIATE|EXCLUSIVE|TRANSACTION)|SAVEPOINT\s)", re.I)


@rule
def sql_stays_in_stores(tree):
    """SQL text, sqlite3.h and SQLiteCpp live in gis/store, in *_store.cpp and in resources/sql. Elsewhere ask a store for the
    rows, or write one: foo_store.h with typed results, foo_store.cpp with the statements."""
    paths = [p for p in tree.cpp(*FLOORS) if tree.room_of(p) != "gis/store" and not p.endswith("_store.cpp")]
    found = tree.search(paths, r"#\s*include\s*[<\"](?:sqlite3\w*\.h|SQLiteCpp/\w+\.h)|\bsqlite3_\w+", "{0} outside a store")
    for path in paths:
        for line, text in string_literals(tree.text(path)):
            if SQL.match(text):
                found.append(Finding(path, line, f'SQL text outside a store: "{text.strip()[:40]}"'))
    return found


@rule
def message_boxes_only_in_app(tree):
    """Below app/ nothing talks to a person: return an error or a warning. In app/ trouble goes to the message list; a
    dialog is for a decision."""
    return tree.search(tree.cpp("gis", "layers"), r"\bQ(?:MessageBox|ErrorMessage|InputDialog|FileDialog)\b", "{0} below app/")

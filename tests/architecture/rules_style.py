# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules of writing. Each function is one rule; its docstring says what to write instead."""
import re

from source_tree import FLOORS, Finding

RULES = []


def rule(function):
    RULES.append(function)
    return function


MAX_LINES = 700
MAX_MAIN_WINDOW_LINES = 400


@rule
def files_stay_small(tree):
    """A source file has at most 700 lines, the main window 400: split by what the parts are about, one principal type per
    pair of files; the main window hands work to controllers."""
    found = []
    for path in tree.files:
        if not path.endswith((".cpp", ".h", ".py", ".cmake", "CMakeLists.txt")):
            continue
        limit = MAX_MAIN_WINDOW_LINES if re.search(r"/main_window\.(cpp|h)$", path) else MAX_LINES
        lines = tree.text(path).count("\n")
        if lines > limit:
            found.append(Finding(path, 0, f"{lines} lines; at most {limit}"))
    return found


UNITS = {"m", "m2", "m3", "km", "km2", "km3", "cm", "mm", "ha", "mu", "deg", "rad", "px", "pt", "ns", "us", "ms", "s", "min", "h", "d",
         "day", "year", "hz", "kg", "t", "kn", "kpa", "mpa", "pa", "gal", "mw", "kw", "j", "c", "k", "db", "ratio", "percent",
         "permille", "yuan", "wan", "yi", "count", "people", "households", "metre", "pixel", "mag", "em",
         "seconds", "share", "cells"}
_UNIT_ENDING = re.compile(r"(?:^|_)(" + "|".join(sorted(UNITS)) + r")(?:_?per_[a-z0-9]+|_(?:m|s|h)\d)?$")

# Names that need no unit, each with the reason. (file or "*", name) -> why.
UNITLESS = {
    ("*", "magnitude"): "a magnitude of an earthquake, a pure number",
    ("*", "least_magnitude"): "as magnitude",
    ("*", "min_magnitude"): "as magnitude",
    ("*", "min_magnitude_dense"): "as magnitude",
    ("gis/seismic/quake_store.h", "epicentral_intensity"): "degrees of the intensity scale",
    ("gis/seismic/quake_store.h", "value"): "in the row's own unit, which stands beside it",
    ("gis/seismic/quake_store.h", "default_value"): "as value",
    ("gis/incident/grade.h", "value"): "in the figure's own unit (resources/incident/figures.json)",
    ("gis/incident/grade.h", "to_next"): "as value",
    ("gis/incident/incident_event.h", "value"): "in the figure's own unit (resources/incident/figures.json)",
    ("gis/risk/risk_store.h", "value"): "in the row's own unit, which stands beside it",
    ("gis/risk/risk_store.h", "default_value"): "as value",
    ("gis/seismic/assessment.h", "low"): "people or yuan, as the Band's name says",
    ("gis/seismic/assessment.h", "best"): "as low",
    ("gis/seismic/assessment.h", "high"): "as low",
    ("gis/seismic/assessment.h", "elderly"): "people",
    ("gis/seismic/assessment.h", "injured_per_death"): "a pure number",
    ("gis/seismic/assessment.h", "damage_sigma"): "as injured_per_death",
    ("gis/seismic/casualties.h", "median"): "people; the logarithm's deviation",
    ("gis/seismic/casualties.h", "spread"): "as median",
    ("gis/seismic/damage.h", "low"): "damage index, 0 to 1; shape of a beta distribution",
    ("gis/seismic/damage.h", "high"): "as low",
    ("gis/seismic/damage.h", "mean"): "as low",
    ("gis/seismic/damage.h", "sigma"): "as low",
    ("gis/seismic/damage.h", "a"): "as low",
    ("gis/seismic/damage.h", "b"): "as low",
    ("gis/seismic/intensity.h", "sigma"): "degrees of the intensity scale",
    ("gis/risk/capability.h", "population"): "a count, summed over townships",
    ("gis/risk/capability.h", "disaster_staff"): "as population",
    ("gis/risk/capability.h", "hospital_beds"): "as population",
    ("gis/risk/capability.h", "firefighters"): "as population",
    ("gis/risk/capability.h", "volunteers"): "as population",
    ("gis/risk/capability.h", "militia"): "as population",
    ("gis/risk/capability.h", "shelter_places"): "as population",
    ("gis/risk/capability.h", "manage"): "scores from 0 to 1",
    ("gis/risk/capability.h", "prepare"): "as manage",
    ("gis/risk/capability.h", "rescue"): "as manage",
    ("gis/risk/capability.h", "total"): "as manage",
    ("gis/risk/risk_index.h", "hazard_power"): "an exponent",
    ("gis/risk/risk_index.h", "exposure_power"): "as hazard_power",
    ("gis/risk/risk_index.h", "capacity_power"): "as hazard_power",
    ("gis/risk/risk_index.h", "hazard_index"): "indexes from 0 to 1",
    ("gis/risk/risk_index.h", "exposure_index"): "as hazard_index",
    ("gis/risk/risk_index.h", "risk"): "as hazard_index",
    ("gis/risk/risk_store.h", "risk"): "indexes from 0 to 1",
    ("gis/risk/risk_store.h", "hazard"): "as risk",
    ("gis/risk/risk_store.h", "exposure"): "as risk",
    ("gis/risk/risk_store.h", "capacity"): "as risk",
    ("*", "x"): "a coordinate of whichever system the type or comment names",
    ("*", "y"): "as x",
    ("*", "z"): "as x",
    ("*", "x0"): "as x", ("*", "y0"): "as x", ("*", "x1"): "as x", ("*", "y1"): "as x",
    ("*", "t"): "a parameter from 0 to 1 along a line",
    ("*", "opacity"): "0 to 1 by nature, the word of every style specification",
    ("*", "icon_opacity"): "as opacity", ("*", "fill_opacity"): "as opacity", ("*", "line_opacity"): "as opacity",
    ("*", "sort_key"): "an order, no quantity",
    ("*", "weight"): "a pure number, only compared with others of its kind",
    ("gis/demo/relief_noise.h", "wavelength"): "in the unit of x and y",
    ("gis/raster/raster_info.h", "nodata"): "whatever the raster measures",
    ("gis/raster/raster_info.h", "value_offset"): "whatever the raster measures",
    ("gis/raster/raster_info.h", "cell_width"): "the unit of the raster's own system, degrees or metres",
    ("gis/raster/raster_info.h", "cell_height"): "as cell_width",
    ("gis/raster/grid_warp.h", "nodata"): "whatever the raster measures",
    ("layers/raster/block_sampling.h", "value"): "whatever the raster measures",
    ("layers/raster/raster_tint.h", "low"): "whatever the raster measures",
    ("layers/raster/raster_tint.h", "high"): "whatever the raster measures",
    ("layers/raster/raster_tint.h", "value"): "whatever the raster measures",
    ("*", "symbol_scale"): "a factor",
    ("*", "zoom"): "the style specification's logarithmic level",
    ("*", "legend_zoom"): "as zoom", ("*", "min_zoom"): "as zoom", ("*", "max_zoom"): "as zoom",
    ("*", "denominator"): "the n of a scale 1:n", ("*", "scale_denominator"): "the n of a scale 1:n",
    ("gis/plotting/plot_object.h", "position"): "an order, no quantity",
    ("gis/fire/fwi.h", "ffmc"): "a code of the Canadian system, no quantity",
    ("gis/fire/fwi.h", "dmc"): "as ffmc",
    ("gis/fire/fwi.h", "dc"): "as ffmc",
    ("gis/fire/fwi.h", "isi"): "an index",
    ("gis/fire/fwi.h", "bui"): "an index",
    ("gis/fire/fwi.h", "fwi"): "an index",
    ("gis/fire/fwi.h", "dsr"): "an index",
    ("*", "probability"): "0 to 1 by nature",
    ("gis/core/random.h", "from"): "a pure number", ("gis/core/random.h", "to"): "a pure number",
    ("gis/import/cell_reader.h", "value"): "whatever the column measures",
    ("gis/geo/coordinate_tokens.h", "value"): "a number as typed, before anyone knows what it is",
    ("layers/vector/expression.h", "fallback"): "a style value of any unit",
    ("layers/vector/expression.h", "least"): "as fallback",
    ("layers/vector/expression.h", "most"): "as fallback",
    ("layers/vector/expression.h", "raster_value"): "whatever the raster measures",
    ("layers/vector/catalogue.h", "legend_zoom"): "as zoom",
    ("layers/vector/expression_node.h", "base"): "the base of an exponential interpolation, a pure number",
    ("*", "curve_number"): "the CN of the curve-number method, 0 to 100 by its definition",
    ("*", "manning_n"): "Manning's n as everybody writes it", ("gis/flood/flood_records.h", "wave_manning_n"): "as manning_n",
    ("gis/flood/areal_rain.h", "power"): "an exponent",
    ("gis/flood/design_flood.h", "convergence"): "the m of the rational method, from tables for this unit system",
    ("gis/flood/design_flood.h", "exponent_short"): "an exponent", ("gis/flood/design_flood.h", "exponent_long"): "an exponent",
    ("gis/flood/routing.h", "c0"): "a weight", ("gis/flood/routing.h", "c1"): "a weight", ("gis/flood/routing.h", "c2"): "a weight",
    ("gis/flood/dam_break.h", "value"): "in the unit that the estimate's name ends with",
    ("gis/flood/dam_break.h", "low"): "as value", ("gis/flood/dam_break.h", "high"): "as value",
    ("gis/flood/drought.h", "value"): "in the unit of what is normal", ("gis/flood/drought.h", "normal"): "as value",
    ("gis/flood/flood_situation.h", "excess"): "an order among alerts of one kind",
    ("gis/telemetry/sl651_frame.h", "value"): "in the unit that the standard gives the element",
    ("gis/situation/fact.h", "number"): "in the fact's unit, which its definition names",
    ("gis/situation/fact.h", "value"): "as number",
    ("gis/geo/grid_polynomial.h", "u"): "a coordinate of the map that is fitted, any unit",
    ("gis/geo/grid_polynomial.h", "v"): "as u",
    ("gis/geo/grid_polynomial.h", "tolerance"): "in the unit of the map that is fitted",
}

_NUMBER_TYPE = re.compile(r"\b(?:double|float|optional<(?:double|float)>)\s*&?\s+(?=[A-Za-z_])")
_NAME = re.compile(r"\s*([A-Za-z_]\w*)\s*")


_BODY = re.compile(r"\)(?:\s*(?:const|noexcept|override|final|mutable)\b)*(?:\s*->\s*[\w:<>,\s*&]+)?\s*$")


def _without_bodies(code):
    """The code with the insides of functions blanked: what is local there is nobody's interface."""
    out, depth, body_at = list(code), 0, None
    for at, c in enumerate(code):
        if c == "{":
            if body_at is None and (_BODY.search(code[max(0, at - 200):at]) or re.search(r"\)\s*:\s*m_[^;]*$", code[max(0, at - 400):at])):
                body_at = depth
            depth += 1
        elif c == "}":
            depth -= 1
            if body_at == depth:
                body_at = None
        elif body_at is not None and c != "\n":
            out[at] = " "
    return "".join(out)


def _declared_numbers(code):
    """(position, name) of double and float fields and parameters; functions, their locals and private m_ members are left out."""
    code = _without_bodies(code)
    for start in _NUMBER_TYPE.finditer(code):
        at = start.end()
        while True:
            match = _NAME.match(code, at)
            if not match:
                break
            name, rest = match.group(1), code[match.end():match.end() + 1]
            if rest == "(" or rest == ":" or name in ("operator", "const", "constexpr"):
                break
            if rest not in (",", ";", "=", ")", "{", "["):
                break
            yield match.start(1), name
            # `double a = 0, b = 1;` goes on; `f(double a, int b)` and `f(double a = 0)` do not.
            tail = re.match(r"(?:\[[^\]]*\])?\s*(?:=\s*[-+\w.:']+(?:\([^()]*\))?|\{[^{}]*\})?\s*,(?=\s*\w+\s*[,;=\[{])", code[match.end():])
            if not tail:
                break
            at = match.end() + tail.end()


@rule
def numbers_carry_their_unit(tree):
    """A double or float that crosses a function or sits in a public struct ends in its unit: rain_mm_per_h, dist_m, slope_deg,
    share_ratio, width_px. A pure number is a _ratio, a _count, or stands with its reason in UNITLESS (rules_style.py)."""
    found = []
    for path in tree.cpp("gis", "layers"):
        if not path.endswith(".h"):
            continue
        code = tree.code(path)
        for at, name in _declared_numbers(code):
            if name.startswith(("m_", "k")) and not _UNIT_ENDING.search(name) and (name.startswith("m_") or name[1:2].isupper()):
                continue
            if _UNIT_ENDING.search(name) or ("*", name) in UNITLESS or (path, name) in UNITLESS:
                continue
            found.append(Finding(path, code.count("\n", 0, at) + 1, f"{name} has no unit in its name"))
    return found


_LATER = r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b(?!\(#\d+\))"


@rule
def no_work_left_in_comments(tree):
    """Finish it, or open an issue and name it in brackets after the word: (#12)."""
    paths = [p for p in tree.files if p.endswith((".cpp", ".h", ".cmake", ".txt", ".sql")) and not p.startswith("data/")]
    return tree.search(paths, _LATER, "{0} without an issue number", code=False)


@rule
def files_name_their_licence(tree):
    """The first lines of a source file say  SPDX-License-Identifier: GPL-3.0-or-later  in a comment."""
    found = []
    for path in tree.files:
        script = "." not in path.rsplit("/", 1)[-1] and path.startswith(("packaging/", ".ci/"))
        if not (script or path.endswith((".cpp", ".h", ".py", ".cmake", ".sql", ".sh", ".qss", "CMakeLists.txt"))):
            continue
        if "SPDX-License-Identifier: GPL-3.0-or-later" not in "\n".join(tree.text(path).split("\n")[:3]):
            found.append(Finding(path, 0, "no SPDX line"))
    return found


@rule
def folders_say_what_they_hold(tree):
    """A folder called util, helpers, common or misc becomes a drawer for everything. Name it for what it is: geo, text, store."""
    bad = re.compile(r"(?:^|/)(?:utils?|helpers?|commons?|misc|lib|stuff|shared)/")
    return [Finding(p, 0, "the folder's name does not say what it holds") for p in tree.files if bad.search(p)]


@rule
def file_names_are_snake_case(tree):
    """feature_store.h for FeatureStore: lower case, underscores."""
    name = re.compile(r"^[a-z0-9_]+\.(?:cpp|h)$")
    return [Finding(p, 0, "write the name in snake_case") for p in tree.cpp(*FLOORS, "tests") if not name.match(p.rsplit("/", 1)[-1])]


@rule
def files_are_light(tree):
    """No file above 1 MiB: generate it, or keep facts as text with their source in data/."""
    found = []
    for path in tree.files:
        size_kib = (tree.root / path).stat().st_size / 1024
        if size_kib > 1024:
            found.append(Finding(path, 0, f"{size_kib:.0f} KiB"))
    return found


TOP = {"CMakeLists.txt", "CMakePresets.json", "LICENSE", "README.md", "README.zh-CN.md", "ARCHITECTURE.md", "CONTRIBUTING.md",
       "CHANGELOG.md", "app", "gis", "layers", "resources", "data", "tests", "packaging"}


@rule
def top_level_is_fixed(tree):
    """The top level holds what ARCHITECTURE.md lists and dot-files. A new thing belongs into a room, resources/, data/, tests/
    or packaging/."""
    names = {p.split("/")[0] for p in tree.files}
    return [Finding(n, 0, "does not belong on the top level") for n in sorted(names) if n not in TOP and not n.startswith(".")]


_OWN_PLACE = (r"(?<![\w.$}])/(?:wo" r"rk|fa" r"rm|ro" r"ot|ho" r"me/\w+|Us" r"ers/\w+|tm" r"p/\w+)/|\b[A-Z]:\\\\?Users\b")


@rule
def no_paths_of_one_machine(tree):
    """A path of someone's computer works nowhere else. Use FENGSUI_SOURCE_DIR in tests, the system's temporary folder, or a
    path relative to the file."""
    paths = [p for p in tree.files if p.endswith((".cpp", ".h", ".py", ".cmake", ".txt", ".json", ".md", ".sql", ".yml"))
             or p.startswith(("packaging/", ".ci/"))]
    return tree.search(paths, _OWN_PLACE, "{0} is a path of one machine", code=False)


_CHINESE_SOURCE = re.compile(r"\b(?:tr|translate)\s*\(\s*(?:\"\w*\"\s*,\s*)?\"[^\"A-Za-z]*[\u3400-\u9fff][^\"A-Za-z]*\"")
_SETTERS = re.compile(r"\b(?:setText|setWindowTitle|setToolTip|setStatusTip|setPlaceholderText|setTitle|setAccessibleName|setLabelText|"
                      r"addAction|addMenu|addButton|showMessage)\s*\(\s*(?:QStringLiteral|QLatin1String|QString|u)?\s*\(?\s*\"(?=[^\"]*[A-Za-z\u3400-\u9fff]{2})")


@rule
def words_are_translatable(tree):
    """What a person reads goes through tr() with an English source string; Chinese stands in resources/i18n. A text that is the
    same in both languages (a language's own name) carries a comment  // untranslated: why  on its line."""
    found = []
    for path in tree.cpp("app"):
        body = tree.text(path)
        lines = body.split("\n")
        hits = [(m.start(), "a fixed text is shown; use tr()") for m in _SETTERS.finditer(body)]
        hits += [(m.start(), f"a source string in Chinese: {m.group()}") for m in _CHINESE_SOURCE.finditer(body)]
        for at, text in hits:
            line = body.count("\n", 0, at) + 1
            if "untranslated:" not in lines[line - 1]:
                found.append(Finding(path, line, text))
    return found


@rule
def tests_do_not_sleep(tree):
    """A test waits for a signal or a condition (QTRY_VERIFY, QSignalSpy, std::latch), never for time; none is switched off."""
    paths = tree.cpp("tests")
    return tree.search(paths, r"\b(?:sleep_for|sleep_until|usleep|nanosleep|msleep|qSleep|qWait(?!For))\s*\(|\bDISABLED_\w+", "{0} in a test")

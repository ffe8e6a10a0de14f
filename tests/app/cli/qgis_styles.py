# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens tables of a workspace in QGIS, without a display, and prints as JSON what it made of their default styles.
Usage: qgis_styles.py WORKSPACE.gpkg TABLE..."""
import json
import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"
from qgis.core import QgsApplication, QgsVectorLayer  # noqa: E402

QgsApplication.setPrefixPath("/usr", True)
application = QgsApplication([], False)
application.initQgis()
tables = {}
for table in sys.argv[2:]:
    layer = QgsVectorLayer(f"{sys.argv[1]}|layername={table}", table, "ogr")
    rules = []
    renderer = layer.renderer()
    for rule in renderer.rootRule().children() if renderer.type() == "RuleRenderer" else []:
        count = sum(1 for _ in layer.getFeatures(rule.filterExpression())) if rule.filterExpression() else layer.featureCount()
        rules.append({"label": rule.label(), "colour": rule.symbol().color().name(), "features": count,
                      "layer": rule.symbol().symbolLayer(0).layerType(), "filter": rule.filterExpression(),
                      "min_denominator": rule.maximumScale(), "max_denominator": rule.minimumScale()})
    tables[table] = {"renderer": renderer.type(), "rules": rules, "labels": layer.labelsEnabled(), "features": layer.featureCount()}
print(json.dumps(tables))
sys.stdout.flush()
os._exit(0)  # QGIS's own end crashes now and then after Python's

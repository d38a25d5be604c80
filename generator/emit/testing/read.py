# Reads YAML documents, one JSON string a line, and prints what PyYAML makes of each, as JSON, a line each.
# A document it refuses becomes the JSON object {"refused": "<why>"}; a date or other foreign type is printed by its name.
import json
import sys

import yaml

for line in sys.stdin.buffer:
    try:
        value = yaml.safe_load(json.loads(line))
    except (yaml.YAMLError, ValueError) as error:
        value = {"refused": str(error)}
    print(json.dumps(value, default=lambda foreign: type(foreign).__name__))

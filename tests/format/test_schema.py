import tomllib

import jsonschema
import pytest

from argmap.format.schema import json_schema
from tests.format.test_reader import GOOD


def test_a_good_map_is_valid():
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    tables = tomllib.loads(GOOD)
    tables["source"]["report"]["date"] = "2025-03-04"
    jsonschema.validate(tables, schema)


@pytest.mark.parametrize(
    ("old", "new"),
    [('text = "It is used."', "text = 7"), ('"might"', '"maybe"'), ("para = 12", "para = 0"), ("rule", "role")],
)
def test_what_the_reader_refuses_or_reports_the_schema_does_too(old, new):
    tables = tomllib.loads(GOOD.replace(old, new))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(tables, json_schema())

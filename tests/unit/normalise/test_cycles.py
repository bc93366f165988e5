from __future__ import annotations

from typing import Any

AT = "#/components/schemas"


def test_a_circle_of_references_is_cut_and_told(document: Any) -> None:
    result = document(
        {
            "components": {
                "schemas": {
                    "A": {"$ref": f"{AT}/B"},
                    "B": {"$ref": f"{AT}/A"},
                    "Self": {"allOf": [{"$ref": f"{AT}/Self"}, {"type": "object"}]},
                    "Loop": {"anyOf": [{"$ref": f"{AT}/Loop"}, {"type": "string"}]},
                }
            }
        }
    )
    schemas = result.api.schemas
    assert schemas[f"{AT}/A"].ref == f"{AT}/B"
    assert schemas[f"{AT}/B"].ref is None
    assert schemas[f"{AT}/Self/allOf/0"].ref is None
    assert schemas[f"{AT}/Loop/anyOf/0"].ref is None
    assert [finding.code for finding in result.diagnostics] == ["schema-cycle"] * 3


def test_recursion_below_a_property_and_inheritance_stay(document: Any) -> None:
    result = document(
        {
            "components": {
                "schemas": {
                    "Node": {"properties": {"next": {"$ref": f"{AT}/Node"}}},
                    "Pet": {
                        "oneOf": [{"$ref": f"{AT}/Cat"}],
                        "discriminator": {"propertyName": "kind"},
                    },
                    "Cat": {"allOf": [{"$ref": f"{AT}/Pet"}, {"type": "object"}]},
                }
            }
        }
    )
    schemas = result.api.schemas
    assert schemas[f"{AT}/Node/properties/next"].ref == f"{AT}/Node"
    assert schemas[f"{AT}/Cat/allOf/0"].ref == f"{AT}/Pet"
    assert schemas[f"{AT}/Pet/oneOf/0"].ref == f"{AT}/Cat"
    assert result.diagnostics == ()

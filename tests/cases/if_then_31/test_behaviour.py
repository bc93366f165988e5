"""Conditions are the server's to judge: every combination goes out and comes back, and the report says so.

`if`, `then`, `else`: https://json-schema.org/draft/2020-12/json-schema-core#section-10.2.2
"""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from support.loopback import json_reply


@pytest.mark.parametrize(
    "payment",
    [
        {"method": "card", "amount": 5, "card_number": "4711"},
        {"method": "card", "amount": 5},
        {"method": "transfer", "amount": 5, "iban": "DE02", "reference": "May"},
        {"method": "cheque", "amount": 5, "reference": 7},
    ],
)
def test_conditions_are_not_held(api: Any, server: Any, payment: Any) -> None:
    server.reply = json_reply(payment)
    found = api.payments.pay(**payment)
    assert server.last.json() == payment
    assert found.model_dump(exclude_unset=True) == payment


def test_properties_that_nothing_names_are_refused(
    client: ModuleType, api: Any, server: Any
) -> None:
    """`unevaluatedProperties: false` binds what is sent, never what is accepted."""
    with pytest.raises(client.errors.ArgumentError, match="colour"):
        api.payments.pay(request={"method": "card", "amount": 5, "colour": "red"})
    assert not server.requests
    server.reply = json_reply({"method": "card", "amount": 5, "colour": "red"})
    assert api.payments.pay(method="card", amount=5).model_extra == {"colour": "red"}

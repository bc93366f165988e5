"""Numbers that binary floating point would change keep every digit, and identifiers are what they are.

Format registry: https://spec.openapis.org/registry/format/ (`decimal`, `int64`), RFC 9562 (`uuid`)
"""

from __future__ import annotations

import decimal
import uuid
from typing import Any

from support.loopback import Reply, json_reply

ID = "6f1b1c7e-7d43-4d0a-9f3c-2b6f5a1e9c11"
BODY = (
    b'{"id":"%b","number":"9223372036854775807","serial":9007199254740993,'
    b'"balance":"0.10","rate":0.1234567890123456789,"small":1e-9}' % ID.encode()
)


def test_every_digit_arrives(api: Any, server: Any) -> None:
    server.reply = Reply(200, (("Content-Type", "application/json"),), BODY)
    found = api.accounts.put_account()
    assert (found.id, found.number, found.serial) == (uuid.UUID(ID), 2**63 - 1, 2**53 + 1)
    assert found.balance == decimal.Decimal("0.10")
    assert str(found.balance) == "0.10"
    assert found.small == 1e-9


def test_every_digit_is_sent(api: Any, server: Any) -> None:
    server.reply = json_reply({})
    api.accounts.put_account(
        id=uuid.UUID(ID),
        number=2**63 - 1,
        serial=2**53 + 1,
        balance=decimal.Decimal("0.10"),
        x_request_id=uuid.UUID(ID),
        above=2**63 - 1,
    )
    assert server.last.json() == {
        "id": ID,
        "number": "9223372036854775807",
        "serial": 2**53 + 1,
        "balance": "0.10",
    }
    assert server.last.header("X-Request-Id") == ID
    assert server.last.query == [("above", "9223372036854775807")]


def test_a_decimal_that_is_a_number_stays_one(api: Any, server: Any) -> None:
    server.reply = Reply(200, (("Content-Type", "application/json"),), b'{"rate":0.25}')
    found = api.accounts.put_account(rate=decimal.Decimal("12.5"))
    assert server.last.body == b'{"rate":12.5}'
    assert found.rate == decimal.Decimal("0.25")
    assert isinstance(found.rate, decimal.Decimal)

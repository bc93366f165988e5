"""Splitting and casing of words, and unique names."""

from __future__ import annotations

import pytest
from clientwright.build.names import Scope, code_names
from clientwright.build.words import pascal, singular, snake, split_words
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("HTTPValidationError", "HTTPValidationError"),
        ("ocr_response", "OcrResponse"),
        ("foo.bar-Baz", "FooBarBaz"),
        ("pkg.v1.User", "PkgV1User"),
        ("GET_ITEM", "GetItem"),
        ("JSON", "JSON"),
        ("3DModel", "Model3DModel"),
        ("v1.2", "V1_2"),
        ("user's name", "UsersName"),
        ("名前", "名前"),
        ("ﬁle", "File"),
        ("", "Model"),
        ("+1", "Plus1"),
        ("a" * 5000, "A" + "a" * 239),
    ],
)
def test_pascal(text: str, name: str) -> None:
    assert pascal(text) == name
    assert pascal(text).isidentifier()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("conversationId", "conversation_id"),
        ("HTTPValidationError", "http_validation_error"),
        ("userIDs", "user_ids"),
        ("OAuth2Token", "oauth2_token"),
        ("OAuth2", "oauth2"),
        ("PSUOAuth2Security", "psu_oauth2_security"),
        ("createAPIkeyfor", "create_api_keyfor"),
        ("listAPIsOfURLs", "list_apis_of_urls"),
        ("gETThings", "get_things"),
        ("myOAuthToken", "my_oauth_token"),
        ("SSOAuth", "sso_auth"),
        ("DTOAuthor", "dto_author"),
        ("OpenIDConnect", "open_id_connect"),
        ("IPv4Address", "ipv4_address"),
        ("publicIPv6", "public_ipv6"),
        ("IPs", "ips"),
        ("GraphQLQuery", "graphql_query"),
        ("getGitHubURL", "get_github_url"),
        ("linkedInvoice", "linked_invoice"),
        ("iOSVersion", "ios_version"),
        ("radioStation", "radio_station"),
        ("mTLSCert", "mtls_cert"),
        ("SaaSPlan", "saas_plan"),
        ("getAPIKeyIDs", "get_api_key_ids"),
        ("A2AClient", "a2a_client"),
        ("sendB2B", "send_b2b"),
        ("V2API", "v2_api"),
        ("S3API", "s3_api"),
        ("EnableIPv6", "enable_ipv6"),
        ("GitHubApp", "github_app"),
        ("GraphQLQuery", "graphql_query"),
        ("is3D", "is_3d"),
        ("allow3DS2", "allow_3ds2"),
        ("get2FA", "get_2fa"),
        ("MD2Hash", "md2_hash"),
        ("base64Data", "base64_data"),
        ("+1", "plus_1"),
        ("-1", "minus_1"),
        ("$ref", "ref"),
        ("@type", "type"),
        ("", "empty"),
        ("*", "star"),
        (">=", "greater_equals"),
        ("👍", "thumbs_up_sign"),
        ("2fa", "value_2fa"),
        ("x-foo", "x_foo"),
        ("ÄPFEL", "äpfel"),
    ],
)
def test_snake(text: str, name: str) -> None:
    assert snake(text) == name
    assert snake(text).isidentifier()


def test_several_texts_make_one_name() -> None:
    assert pascal(("create_user", "request")) == "CreateUserRequest"
    assert snake(("createUser", "Request")) == "create_user_request"
    assert split_words("getHTTPResponse2") == ("get", "HTTP", "Response2")


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("outputs", "output"),
        ("InputEntries", "InputEntry"),
        ("addresses", "address"),
        ("statuses", "status"),
        ("responses", "response"),
        ("boxes", "box"),
        ("children", "child"),
        ("status", "status item"),
        ("data", "data item"),
        ("user_ids", "user_id"),
    ],
)
def test_singular(many: str, one: str) -> None:
    assert singular(many) == one


def test_a_scope_gives_each_name_once_without_regard_to_case() -> None:
    scope = Scope("_")
    assert [scope.take("user", "person") for _ in range(4)] == [
        "user",
        "person",
        "user_2",
        "user_3",
    ]
    assert scope.take("USER") == "USER_4"
    assert "User" in scope


def test_code_names_keep_what_is_already_a_name() -> None:
    wires = ["Type", "@type", "type", "$ref", "ref", "+1", "-1", "", " "]
    names = code_names(wires)
    assert names["type"] == "type"
    assert names["Type"] == "type_2"
    assert names["@type"] == "at_type"
    assert names["ref"] == "ref"
    assert names["$ref"] == "dollar_ref"
    assert (names["+1"], names["-1"]) == ("plus_1", "minus_1")
    assert (names[""], names[" "]) == ("empty", "space")
    assert list(names) == wires
    assert len({name.casefold() for name in names.values()}) == len(wires)


def test_a_name_that_the_document_asks_for_comes_first() -> None:
    assert code_names(["a", "b"], {"b": "a"}) == {"a": "a_2", "b": "a"}


@given(st.text("aZ0 _-.'`", max_size=20))
def test_words_of_ascii_are_split_as_any_others_are(text: str) -> None:
    # The letter at the end keeps the text from being plain ASCII, and is a word of its own.
    assert split_words(f"{text} é") == (*split_words(text), "é")

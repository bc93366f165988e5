"""Names of resources and methods, from tiny inputs."""

from __future__ import annotations

import pytest
from clientwright.build.findings import Findings
from clientwright.build.function_ids import body_names
from clientwright.build.methods import Placed, method_names, operation_ids
from clientwright.build.resources import Path, Places, resource_tree, tag_path
from clientwright.build.select import Selection
from clientwright.ir.models import Doc
from clientwright.normalise import form


def operation(
    method: str = "get",
    path: str = "/x",
    id: str = "",
    tag: str = "",
    variant: str = "",
    **extensions: object,
) -> form.Operation:
    key = f"{path}#{variant}" if variant else path
    return form.Operation(
        pointer=f"#/paths/{key}/{method}",
        method=method,
        path_key=key,
        path=path,
        variant=variant,
        operation_id=id,
        tags=(tag,) if tag else (),
        extensions={f"x-clientwright-{name}": value for name, value in extensions.items()},
    )


def named(*operations: form.Operation, lists: bool = False) -> list[str]:
    findings = Findings()
    places = Places((), findings)
    placed = [Placed(item, places.of(item)) for item in operations]
    resources = [item.resource for item in placed]
    return list(method_names(placed, resources, lambda _: lists, findings))


def named_ids(tag: str, *ids: str) -> list[str]:
    return named(*(operation(path=f"/x{n}", id=id, tag=tag) for n, id in enumerate(ids)))


@pytest.mark.parametrize(
    ("tag", "path"),
    [
        ("pets", ("pets",)),
        ("beta.conversations", ("beta", "conversations")),
        ("Fine-tuning", ("fine_tuning",)),
        ("/audio/transcriptions", ("audio", "transcriptions")),
        ("Admin / User Settings", ("admin", "user_settings")),
        ("Admin - Users", ("admin", "users")),
        ("admin:users", ("admin", "users")),
        ("v1.0 Users", ("v1_0_users",)),
        ("UserSettings", ("user_settings",)),
        ("  ", ()),
        ("Größe", ("größe",)),
    ],
)
def test_a_tag_is_a_place(tag: str, path: Path) -> None:
    assert tag_path(tag) == path


def test_a_group_overrides_tags_and_no_tag_is_the_client() -> None:
    places = Places((), Findings())
    assert places.of(operation(tag="a", group="b.c")) == ("b", "c")
    assert places.of(operation(tag="a", group=["B", "cD"])) == ("b", "c_d")
    assert places.of(operation()) == ()


def test_a_group_that_is_none_is_reported() -> None:
    findings = Findings()
    assert Places((), findings).of(operation(tag="a", group=7)) == ("a",)
    assert [item.code for item in findings.items] == ["group-invalid"]
    assert findings.degrading == 1


def test_parents_of_tags_nest_and_their_loops_end() -> None:
    tags = (form.Tag("books", parent="store"), form.Tag("store", parent="all"), form.Tag("all"))
    assert Places(tags, Findings()).of_tag("books") == ("all", "store", "books")
    loop = (form.Tag("a", parent="b"), form.Tag("b", parent="a"))
    assert Places(loop, Findings()).of_tag("a") == ("b", "a")
    dotted = (form.Tag("store.books", parent="store"), form.Tag("store"))
    assert Places(dotted, Findings()).of_tag("store.books") == ("store", "books")


def test_a_tag_may_be_named_for_code() -> None:
    tags = (form.Tag("Büro (intern)", extensions={"x-clientwright-name": "office"}),)
    assert Places(tags, Findings()).of_tag("Büro (intern)") == ("office",)


def test_the_tree_has_nodes_that_only_hold_others() -> None:
    tree = resource_tree([("one", ("beta", "a")), ("two", ())], {("beta",): Doc(summary="B")})
    by_path = {node.path: node for node in tree}
    assert list(by_path) == [(), ("beta",), ("beta", "a")]
    assert by_path[("beta",)].operations == ()
    assert by_path[("beta",)].children == (("beta", "a"),)
    assert by_path[("beta",)].doc.summary == "B"
    assert by_path[()].operations == ("two",)
    assert len({node.group for node in tree}) == 3


def test_groups_of_models_are_unique_and_none_is_shared() -> None:
    tree = resource_tree(
        [("1", ("a", "b")), ("2", ("a_b",)), ("3", ("shared",)), ("4", ("client",))], {}
    )
    groups = [node.group for node in tree]
    assert len(set(groups)) == len(groups)
    assert "shared" not in groups


@pytest.mark.parametrize(
    ("tag", "ids", "names"),
    [
        (
            "beta.conversations",
            ["agents_api_v1_conversations_start", "agents_api_v1_conversations_restart_stream"],
            ["start", "restart_stream"],
        ),
        ("pets", ["listPets", "createPet", "getPet"], ["list_pets", "create_pet", "get_pet"]),
        ("libraries", ["libraries_list_v1", "libraries_create_v1"], ["list", "create"]),
        ("pets", ["createPet", "deletePet"], ["create", "delete"]),
        # Nothing that says what the method does is taken away.
        ("beta", ["get_issues", "clear_issues"], ["get_issues", "clear_issues"]),
        (
            "events",
            ["get_stream_events", "get_workflow_events"],
            ["get_stream_events", "get_workflow_events"],
        ),
        ("lookups", ["getCountries", "getStates"], ["get_countries", "get_states"]),
        # Never empty.
        (
            "chat",
            ["chat_completions", "chat_completions_list"],
            ["completions", "completions_list"],
        ),
        ("embeddings", ["embeddings"], ["embeddings"]),
        (
            "containers",
            ["containerList", "containersDelete", "putContainer", "containerById", "containersV1"],
            ["list", "delete", "put_container", "container_by_id", "containers_v1"],
        ),
        ("user", ["user_get", "get", "create_user"], ["user_get", "get", "create_user"]),
        ("chat", ["chat_completion"], ["completion"]),
        ("x", ["api_v1_ping"], ["ping"]),
        ("pets", ["list pets", "get/pet:by-id"], ["list_pets", "get_pet_by_id"]),
        ("", ["größeÄndern", "данные"], ["größe_ändern", "данные"]),
    ],
)
def test_a_method_is_named_without_what_its_resource_shares(
    tag: str, ids: list[str], names: list[str]
) -> None:
    assert named_ids(tag, *ids) == names


@pytest.mark.parametrize(
    ("ids", "names"),
    [
        (("getV3Groups", "postV3Groups"), ["get_groups", "post_groups"]),
        (("getV3GroupsId",), ["get_groups_id"]),
        (("get_v0.1_calls", "post_v0.1_call"), ["get_calls", "post_call"]),
        (("getV3Groups", "getV4Groups"), ["get_v3_groups", "get_v4_groups"]),
        (("getApiKeys", "deleteApiKey"), ["get_api_keys", "delete_api_key"]),
        (("getV3ApiKeys", "deleteV3ApiKey"), ["get_api_keys", "delete_api_key"]),
        (("getApiV3Keys", "deleteApiV3Key"), ["get_keys", "delete_key"]),
        (("getV3", "postV3Groups"), ["get_v3", "post_v3_groups"]),
        (("listOtherV1Pod", "readOtherV1PodStatus"), ["list_pod", "read_pod_status"]),
        (("listOtherPod", "readOtherPodStatus"), ["list_other_pod", "read_other_pod_status"]),
    ],
)
def test_a_version_behind_every_verb_goes(ids: tuple[str, ...], names: list[str]) -> None:
    assert named_ids("other", *ids) == names


def test_what_a_framework_repeats_at_the_end_goes() -> None:
    assert named(
        operation("get", "/items/{item_id}", "read_item_items__item_id__get", "items"),
        operation("get", "/v1/models", "list_models_v1_models_get", "models"),
        operation("get", "/users", "users_get", "users"),
        operation("get", "/", "root__get", "top"),
        operation("get", "/chats", "chat_chats_get", "x"),
        operation("get", "/teams", "acme_teams_get", "y"),
        operation("post", "/bots/{id}/last", "set_last_bots__id__versions_post", "bots"),
    ) == ["read_item", "list_models", "get", "root", "chat", "acme_teams_get", "set_last"]


def test_a_tail_that_tells_operations_apart_stays() -> None:
    assert named(
        operation("get", "/a/b", "shop_a_b_get", "s"),
        operation("put", "/a/b", "shop_a_b_put", "s"),
    ) == ["get", "put"]


def test_one_function_for_several_paths_is_told_apart_by_what_is_in_them() -> None:
    assert named(
        operation("get", "/models", "model_list_models_get", "m"),
        operation("get", "/v1/models", "model_list_v1_models_get", "m"),
        operation("get", "/models/{id}", "model_info_models__id__get", "m"),
        operation("get", "/models/{id}/{rev}", "model_info_models__id___rev__get", "m"),
    ) == ["model_list", "model_list_v1", "model_info", "model_info_by_rev"]
    assert named(
        operation("get", "/api/v1/sets/{id}/evals", "read_api_v1_sets__id__evals_get"),
        operation("get", "/api/v1/sets/{id}/cases", "read_api_v1_sets__id__cases_get"),
    ) == ["read_evals", "read_cases"]


def test_one_function_for_several_methods_is_told_apart_by_them() -> None:
    assert named(
        operation("get", "/proxy/{path}", "send_proxy__path__get"),
        operation("post", "/proxy/{path}", "send_proxy__path__get"),
        operation("get", "/proxy", "send_proxy_get"),
        operation("get", "/eval-sets", "add_eval_sets_get", "s"),
        operation("get", "/eval_sets", "add_eval_sets_get", "s"),
    ) == ["send_by_path_get", "send_by_path_post", "send", "add", "get_add"]


def test_the_body_of_a_function_is_called_after_it_alone() -> None:
    operations = (
        operation("post", "/v1/files", "upload_v1_files_post"),
        operation("post", "/v1/notes", "upload_v1_notes_post"),
        operation("post", "/v1/words", "add_v1_words_post"),
        operation("post", "/v1/lines", "set_v1_lines_post"),
        operation("post", "/own", "own"),
    )
    components = [f"Body_{each.operation_id}" for each in operations]
    assert body_names(operations, [*components, "BodySet"]) == {
        "Body_upload_v1_files_post": "Body_upload_files",
        "Body_upload_v1_notes_post": "Body_upload_notes",
        "Body_add_v1_words_post": "Body_add",
    }


def test_a_function_is_no_namespace_of_what_is_made_of_its_name() -> None:
    assert named(
        operation("post", "/v1/say/{id}", "text_to_speech_v1_say__id__post", "text_to_speech"),
        operation(
            "post", "/v1/say/{id}/now", "text_to_speech_v1_say__id__now_post", "text_to_speech"
        ),
        operation("post", "/audio/say", "audio_say_audio_say_post", "audio"),
        operation("post", "/v1/audio/say", "audio_say_v1_audio_say_post", "audio"),
    ) == ["text_to_speech", "text_to_speech_now", "say", "say_v1"]


def test_a_namespace_that_another_resource_shares_goes_as_well() -> None:
    assert named(
        operation(path="/1", id="jobs_api_routes_tuning_start", tag="tuning"),
        operation(path="/2", id="jobs_api_routes_tuning_stop", tag="tuning"),
        operation(path="/3", id="jobs_api_routes_tuning_archive_model", tag="models"),
        operation(path="/4", id="list_models", tag="models"),
    ) == ["start", "stop", "archive_model", "list_models"]


def test_an_explicit_name_wins_and_takes_the_place() -> None:
    assert named(
        operation(path="/1", id="get_history", tag="c"),
        operation(path="/2", id="c_history", tag="c", name="getHistory"),
    ) == ["get_get_history", "get_history"]


def test_operations_without_an_id_are_named_by_method_and_path() -> None:
    assert named(
        operation("get", "/users"),
        operation("get", "/users/{id}"),
        operation("post", "/v1/users/{id}/activate"),
        operation("get", "/"),
        operation("post", "/chat", variant="stream"),
        operation("delete", "/a/{x}/b/{y}.{z}"),
    ) == [
        "get_users",
        "get_users_by_id",
        "post_users_activate",
        "get_root",
        "post_chat_stream",
        "delete_a_b_by_y_and_z",
    ]
    assert named(operation("get", "/users"), lists=True) == ["list_users"]


def test_names_in_one_resource_are_unique_whatever_the_ids() -> None:
    names = named(
        operation("get", "/a/{b}", "get"),
        operation("get", "/a/{c}", "GET"),
        operation("get", "/{b}/a", "Get"),
        operation("put", "/a", "***"),
        operation("post", "/a", "1"),
    )
    assert len(set(names)) == 5
    assert all(name.isidentifier() for name in names)


def test_a_method_and_a_resource_below_the_same_place_differ() -> None:
    names = named(
        operation("get", "/1", "telemetry"),
        operation("get", "/2", "inner", tag="telemetry.inner"),
        operation("get", "/3", "telemetry_inner_x", tag="telemetry"),
    )
    assert names[0] == "get_telemetry"


def test_ids_are_unique() -> None:
    findings = Findings()
    ids = operation_ids(
        [
            operation("get", "/a", "x"),
            operation("get", "/b", "x"),
            operation("put", "/c", variant="v"),
        ],
        findings,
    )
    assert ids == ("x", "GET /b", "PUT /c#v")
    assert [item.code for item in findings.items] == ["operation-id-duplicate"]


def test_a_selection_goes_by_dotted_prefix() -> None:
    selection = Selection(["beta", "Fine-tuning", "nothing"])
    assert selection.has(("beta", "conversations"), ())
    assert selection.has(("renamed",), ("fine-tuning",))
    assert not selection.has(("betamax",), ())
    assert selection.unused() == ("nothing",)
    assert Selection(()).has(("anything",), ())

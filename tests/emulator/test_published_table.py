"""Every row of the published table of requests has tests that hold it."""

from collections.abc import Callable
from pathlib import Path

from . import test_discovery
from . import test_published_requests as requests

# Each row of the published table, and the tests that hold it.
PUBLISHED: dict[str, tuple[Callable[..., None], ...]] = {
    "test of the connection": (
        requests.test_the_connection,
        requests.test_the_connection_is_tested_at_the_start_of_a_cycle_and_of_a_call_on_demand,
    ),
    "saving the configuration, opening the mappings": (
        test_discovery.test_discovering_asks_for_the_schemas_and_adds_what_is_new,
        test_discovery.test_saving_the_schema_of_a_gallery_application_asks_too,
    ),
    "before a user is made": (
        requests.test_a_new_user,
        requests.test_each_matching_priority_is_asked_lower_first,
        requests.test_an_inactive_account_is_a_match,
        requests.test_several_hits_fail_the_object,
    ),
    "a new user": (
        requests.test_a_new_user,
        requests.test_a_creation_that_is_answered_with_200_is_taken,
    ),
    "a known user, before an update": (
        requests.test_a_changed_user,
        requests.test_a_known_user_that_is_gone_is_matched_anew,
    ),
    "an update": (
        requests.test_a_changed_user,
        requests.test_a_filtered_path_keeps_an_operation_of_its_own,
        requests.test_a_call_on_demand_keeps_to_the_older_dialect,
        requests.test_a_user_who_is_back,
    ),
    "out of scope": (
        requests.test_a_disabled_user,
        requests.test_a_user_who_is_deleted_softly_and_restored,
    ),
    "deleted for good": (
        requests.test_a_deleted_user,
        requests.test_an_unassigned_user_whose_mappings_have_no_active,
        requests.test_a_deletion_that_is_answered_with_404_counts_as_done,
    ),
    "before a group is made": (requests.test_a_new_group,),
    "a new group": (requests.test_a_new_group,),
    "a known group": (requests.test_a_member_who_leaves, requests.test_a_renamed_group),
    "members": (requests.test_a_new_group, requests.test_a_member_who_leaves),
    "whether a reference has a value": (requests.test_a_manager,),
}


def test_the_documentation_counts_the_rows() -> None:
    said = (Path(__file__).parents[2] / "docs" / "emulator.md").read_text("utf-8")
    assert f"all {len(PUBLISHED)} rows of its table" in said

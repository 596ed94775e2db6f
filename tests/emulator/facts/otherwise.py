"""Facts that sources disagree about: what the local Graph does by a switch."""

import re

from .fact import Fact, request
from .jobs import restarted

_NEW = request("POST {gallery}/instantiate", {"displayName": "New"})
_MADE = request("POST {new}/jobs", {"templateId": "scim"})

FACTS = (
    Fact(
        "an unknown template is a 404 to others",
        (_NEW, request("POST {new}/jobs", {"templateId": "x"})),
        404,
        {},
        {"unknown_template_status": 404},
    ),
    Fact(
        "a second job under another id",
        (_NEW, _MADE, _MADE),
        201,
        {"templateId": "scim"},
        {"duplicate_job": "another id"},
    ),
    Fact(
        "restart leaves a paused job paused, say others",
        (
            request("POST {job}/pause"),
            request("POST {job}/restart", restarted("Full")),
            request("GET {job}"),
        ),
        200,
        {"schedule.state": "Paused"},
        {"restart_paused": "Paused"},
    ),
    Fact(
        "starting a job that runs is a conflict to others",
        (request("POST {job}/start"),),
        409,
        {},
        {"start_active": "conflict"},
    ),
    Fact(
        "$select of jobs is ignored",
        (request("GET {sync}/jobs?$select=id"),),
        200,
        {"value.0.status": ...},
    ),
    Fact(
        "queries of jobs are refused by others",
        (request("GET {sync}/jobs?$select=id"),),
        400,
        {},
        {"query_options": "refuse"},
    ),
    Fact(
        "jobs of an application are a 404 to others",
        (request("GET /applications/{application}/synchronization/jobs"),),
        404,
        {},
        {"application_jobs": "not found"},
    ),
    Fact(
        "creating a job has a Location to others",
        (_NEW, _MADE),
        201,
        {"header:location": re.compile("/synchronization/jobs/scim")},
        {"location_on_create": True},
    ),
)

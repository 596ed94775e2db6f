"""Facts about provisioning on demand: its answers and what it refuses."""

import re

from .fact import Fact, request
from .secrets_and_uploads import STATUS_INFO, demanded
from .states import ADA

FACTS = (
    Fact(
        "on demand in 2020: a key of JSON",
        (request("POST {job}/provisionOnDemand", demanded()),),
        200,
        {
            "key": re.compile(r'^\{"result": ?"Skipped".*"errorCode": ?"RedundantExport"'),
            "value": re.compile(r"^\{"),
        },
        {"on_demand_value": "quoted key"},
    ),
    Fact(
        "the value of a call on demand",
        (
            request("POST admin:/users", {**ADA, "id": "00000000-0000-4000-8000-00000000000a"}),
            request(
                "POST {job}/provisionOnDemand",
                demanded(id="00000000-0000-4000-8000-00000000000a"),
            ),
        ),
        200,
        {
            "key": STATUS_INFO,
            "value": re.compile(
                '(?s)"action": ?"Create".*"startTime".*"endTime".*"reportableIdentifier".*'
                '"statusInfo".*"sourceIdentity".*"sourceSystem".*"targetIdentity".*'
                '"targetSystem".*"modifiedProperties".*"provisioningSteps"'
            ),
        },
    ),
    Fact(
        "statuses of a call on demand",
        (
            request("PATCH admin:/targets/{sp}", {"rejects": [{"attribute": "userName"}]}),
            request("POST admin:/users", {**ADA, "id": "00000000-0000-4000-8000-00000000000a"}),
            request(
                "POST {job}/provisionOnDemand",
                demanded(id="00000000-0000-4000-8000-00000000000a"),
            ),
        ),
        200,
        {"value": re.compile('"status": ?"Failure"')},
    ),
    Fact(
        "links of a manager are taken",
        (
            request(
                "POST {job}/provisionOnDemand",
                {
                    "parameters": [
                        {
                            "ruleId": "{rule}",
                            "subjects": [
                                {
                                    "objectId": "{user}",
                                    "objectTypeName": "User",
                                    "links": {
                                        "manager": {
                                            "objectId": "{user}",
                                            "objectTypeName": "User",
                                        }
                                    },
                                }
                            ],
                        }
                    ]
                },
            ),
        ),
        200,
    ),
    Fact(
        "six members are too many",
        (
            request(
                "POST {job}/provisionOnDemand",
                {
                    "parameters": [
                        {
                            "ruleId": "{rule}",
                            "subjects": [
                                {
                                    "objectId": "{group}",
                                    "objectTypeName": "Group",
                                    "links": {
                                        "members": [
                                            {"objectId": "{user}", "objectTypeName": "User"}
                                        ]
                                        * 6
                                    },
                                }
                            ],
                        }
                    ]
                },
            ),
        ),
        400,
    ),
    Fact(
        "an empty rule",
        (request("POST {job}/provisionOnDemand", demanded(rule="")),),
        400,
        {"error.code": "RequestParameterInvalid"},
    ),
    Fact(
        "the refusal names job and rule",
        (request("POST {job}/provisionOnDemand", demanded(rule="strange-rule")),),
        400,
        {"error.message": re.compile("scim.*strange-rule|strange-rule.*scim")},
    ),
)

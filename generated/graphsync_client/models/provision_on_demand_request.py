"""Graph's `provisionOnDemandRequest`, and what it alone is made of."""

from __future__ import annotations

from ..types import TEXT, ListOf, Model, ModelOf, member


class ProvisionOnDemandRequest(Model):
    """Rules and objects to provision at once.

    Reference: https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-provisionondemand
    """

    parameters: list[SynchronizationJobApplicationParameters] | None = member(
        "parameters", ListOf(ModelOf("SynchronizationJobApplicationParameters"))
    )
    """Which rule to apply to which objects; a bare list without this wrapper is refused."""


class SynchronizationJobApplicationParameters(Model):
    """What to provision on demand: a rule of the job and the objects to apply it to.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationjobapplicationparameters
    """

    rule_id: str | None = member("ruleId", TEXT)
    """Id of a rule in this very job's schema."""

    subjects: list[SynchronizationJobSubject] | None = member("subjects", ListOf(ModelOf("SynchronizationJobSubject")))
    """The objects: one user, or one group with at most five members."""


class SynchronizationJobSubject(Model):
    """An object to provision on demand.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationjobsubject
    """

    links: SynchronizationLinkedObjects | None = member("links", ModelOf("SynchronizationLinkedObjects"))
    """Related objects to provision with it; a group needs its members here."""

    object_id: str | None = member("objectId", TEXT)
    """Id in the source: Entra object id, on-premises DN, Workday WID, SuccessFactors personIdExternal."""

    object_type_name: str | None = member("objectTypeName", TEXT)
    """Kind in the source; case matters: `User` and `Group` in Entra ID, `user` on premises, `Worker`."""


class SynchronizationLinkedObjects(Model):
    """Objects related to one that is provisioned on demand.

    Reference: https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationlinkedobjects
    """

    manager: SynchronizationJobSubject | None = member("manager", ModelOf("SynchronizationJobSubject"))
    """The manager."""

    members: list[SynchronizationJobSubject] | None = member("members", ListOf(ModelOf("SynchronizationJobSubject")))
    """Members of the group, at most five a call."""

    owners: list[SynchronizationJobSubject] | None = member("owners", ListOf(ModelOf("SynchronizationJobSubject")))
    """The owners."""

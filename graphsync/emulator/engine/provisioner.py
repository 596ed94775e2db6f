"""Provisioning of one object: import, scope, match, export."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from graphsync.emulator.document import Document
from graphsync.emulator.engine.account_value import logged, plain, stored
from graphsync.emulator.engine.outcome import Outcome
from graphsync.emulator.engine.plan import Flow, ObjectPlan
from graphsync.emulator.engine.target import Attributes, Target, TargetRefusal
from graphsync.emulator.tenant.table import Table
from graphsync.expressions import ExpressionError, Surroundings, evaluate
from graphsync.expressions.tree import Attribute
from graphsync.expressions.value import SKIPPED, Value, text, texts, value_of


@dataclass(slots=True)
class Provisioner:
    """Takes objects of one job to its target. `links` remembers which account belongs to which source object."""

    target: Target
    links: Table
    now: float
    default_domain: str
    random: Random
    entitled: Callable[[str], bool]
    skip_out_of_scope: bool = False

    def provision(
        self, plan: ObjectPlan, source_id: str, source: Document | None, *, hold_removals: bool = False
    ) -> Outcome:
        """Provision one object, None being one that was deleted.

        With `hold_removals` an account that has to go stays, and the outcome says that it has to.
        """
        name = str((source or {}).get("displayName") or "")
        outcome = Outcome(plan.kind, source_id, name, plan.source, plan.target)
        link = self.links.get(source_id)
        account = self.target.get(str(link["target"])) if link else None
        outcome.target_id = str(link["target"]) if link and account is not None else ""
        try:
            if source is None:
                self._remove(plan, outcome, account, gone=True, hold=hold_removals)
            elif self._in_scope(plan, outcome, source):
                outcome.entitled = True
                self._export(plan, outcome, source, account)
            else:
                self._leave_scope(plan, outcome, account, hold=hold_removals)
        except (TargetRefusal, ExpressionError) as error:
            outcome.status, outcome.reason = "failure", str(error)
            outcome.code = error.code if isinstance(error, TargetRefusal) else "AttributeMappingExpressionFailure"
        return outcome

    def _in_scope(self, plan: ObjectPlan, outcome: Outcome, source: Document) -> bool:
        active = source.get("accountEnabled", True) is not False and not source.get("isSoftDeleted", False)
        assigned = self.entitled(outcome.source_id)
        inside, said = plan.scope.judge(source)
        outcome.reportable = str(source.get("userPrincipalName") or source.get("userName") or outcome.source_name)
        outcome.scoping = {
            "Active in the source system": str(active),
            "Assigned to the application": str(assigned),
            "User has the required role": str(assigned),
            "Scoping filter evaluation passed": str(inside),
            "ScopeEvaluationResult": json.dumps(said),
        }
        if active and assigned and inside:
            return True
        outcome.code = "NotInScope" if assigned else "NotEffectivelyEntitled"
        outcome.reason = "The object is not in scope: " + ", ".join(
            word
            for word, holds in (("inactive", not active), ("not assigned", not assigned), ("filtered", not inside))
            if holds
        )
        return False

    def _leave_scope(self, plan: ObjectPlan, outcome: Outcome, account: Attributes | None, *, hold: bool) -> None:
        active = outcome.scoping["Active in the source system"] == "True"
        if account is None or (self.skip_out_of_scope and active):
            outcome.status = "skipped"
            return
        self._remove(plan, outcome, account, gone=False, hold=hold)

    def _remove(
        self, plan: ObjectPlan, outcome: Outcome, account: Attributes | None, *, gone: bool, hold: bool
    ) -> None:
        disabling = None if gone else plan.soft_delete
        if account is None or (disabling and text(plain(account.get(disabling[0]))) == disabling[1]):
            outcome.status, outcome.code = "skipped", outcome.code or "RedundantExport"
            if gone:
                self.links.discard(outcome.source_id)
            return
        outcome.code = outcome.reason = ""
        outcome.action = "disable" if disabling else "delete"
        if not (plan.updates if disabling else plan.deletes):
            outcome.action, outcome.status, outcome.code = "other", "skipped", "FlowTypeNotEnabled"
        elif hold:
            outcome.status = "warning"
        elif disabling:
            outcome.changes = [(disabling[0], account.get(disabling[0]), disabling[1])]
            self.target.update(outcome.target_id, {disabling[0]: disabling[1]})
        else:
            self.target.delete(outcome.target_id)
            self.links.discard(outcome.source_id)

    def _export(self, plan: ObjectPlan, outcome: Outcome, source: Document, account: Attributes | None) -> None:
        attributes = {**source, "objectId": outcome.source_id, "IsSoftDeleted": "False"}
        if account is None:
            account = self._match(plan, outcome, attributes)
        creating = account is None
        wanted = self._compute(plan, outcome, attributes, creating=creating)
        if account is None:
            self._create(plan, outcome, wanted)
            return
        outcome.imported = "Update"
        changes = {name: value for name, value in wanted.items() if plain(account.get(name)) != plain(value)}
        if not changes:
            outcome.status, outcome.code = "skipped", "RedundantExport"
        elif not plan.updates:
            outcome.status, outcome.code = "skipped", "FlowTypeNotEnabled"
        else:
            outcome.action = "update"
            outcome.changes = [(name, account.get(name), logged(value)) for name, value in changes.items()]
            self.target.update(outcome.target_id, {name: stored(value) for name, value in changes.items()})

    def _create(self, plan: ObjectPlan, outcome: Outcome, wanted: Attributes) -> None:
        if not plan.adds:
            outcome.status, outcome.code = "skipped", "FlowTypeNotEnabled"
            return
        outcome.action = "create"
        for flow in plan.matching[:1]:
            if not wanted.get(flow.target):
                raise TargetRefusal("MissingValues", f"The matching attribute {flow.target} has no value.")
        outcome.changes = [(name, None, logged(value)) for name, value in wanted.items() if value is not None]
        outcome.target_id = self.target.create(plan.target, {name: stored(value) for name, value in wanted.items()})
        self.links[outcome.source_id] = {"target": outcome.target_id, "type": f"{plan.source} to {plan.target}"}

    def _match(self, plan: ObjectPlan, outcome: Outcome, attributes: Mapping[str, object]) -> Attributes | None:
        for flow in plan.matching:
            value = text(self._value(flow, attributes))
            found = self.target.find(plan.target, flow.target, value) if value else []
            if len(found) > 1:
                raise TargetRefusal("DuplicateTargetEntries", f"{len(found)} accounts have this {flow.target}.")
            if found:
                outcome.target_id = found[0]
                self.links[outcome.source_id] = {"target": found[0], "type": f"{plan.source} to {plan.target}"}
                return self.target.get(found[0])
        return None

    def _compute(
        self, plan: ObjectPlan, outcome: Outcome, attributes: Mapping[str, object], *, creating: bool
    ) -> Attributes:
        wanted: Attributes = {}
        for flow in plan.flows:
            if flow.creation_only and not creating:
                continue
            value = self._value(flow, attributes)
            if value is SKIPPED:
                continue
            if flow.reference:
                wanted[flow.target] = self._resolve(value, outcome)
            else:
                wanted[flow.target] = flow.default if not value and flow.default else value or None
        return wanted

    def _value(self, flow: Flow, attributes: Mapping[str, object]) -> Value:
        if flow.problem:
            raise ExpressionError(f"{flow.target}: {flow.problem}")
        if flow.node is None:
            return None
        if isinstance(flow.node, Attribute):  # most mappings are, and need nothing around them
            return value_of(attributes.get(flow.node.name))
        around = Surroundings(attributes, self.now, self.default_domain, self._taken(flow), self.random)
        return evaluate(flow.node, around)

    def _taken(self, flow: Flow) -> Callable[[str], bool]:
        return lambda value: bool(self.target.find("User", flow.target, value))

    def _resolve(self, value: Value, outcome: Outcome) -> object:
        found: list[str] = []
        for source_id in texts(value):
            link = self.links.get(source_id)
            if link is None:
                outcome.missing.append(source_id)
            else:
                found.append(str(link["target"]))
        if isinstance(value, str):
            return found[0] if found else None
        return sorted(found) or None

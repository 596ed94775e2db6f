"""What the engine writes down about single objects: log records, failures to try again, counts
of accounts.
"""

import random
import uuid
from itertools import islice

from graphsync.emulator.document import Document
from graphsync.emulator.engine.log import record
from graphsync.emulator.engine.outcome import Outcome
from graphsync.emulator.engine.schedule import JobKey
from graphsync.emulator.switches import Switches
from graphsync.emulator.tenant.tenant import Tenant

_FIRST_RETRY = 2400.0
_LONGEST_RETRY = 86_400.0


class Books:
    """The provisioning log and, for each job, its escrows and counts."""

    def __init__(self, tenant: Tenant, switches: Switches, chance: random.Random) -> None:
        self._tenant = tenant
        self._switches = switches
        self._chance = chance

    def enter(
        self, key: JobKey, job: Document, cycle_id: str, outcome: Outcome, now: float
    ) -> Document:
        """Write an outcome down and return the log record.

        A skip because nothing had changed is not logged.
        """
        self._escrow(job["id"], outcome, now)
        if outcome.linked:
            self.count(key, f"{outcome.source_type} to {outcome.target_type}")
        kept = record(
            outcome, (self._id(), cycle_id, self._id()), now, self._chance.randint(40, 400)
        )
        if outcome.status == "skipped" and outcome.code == "RedundantExport":
            return kept
        kept["job"], kept["principal"] = job["id"], key[0]
        log = self._tenant.table("log")
        log[kept["id"]] = kept
        kept_at_most = self._switches.logs_kept
        if (
            len(log) > kept_at_most + kept_at_most // 10
        ):  # a tenth at a time: finding the oldest of a dict is not free
            for oldest in list(islice(log, len(log) - kept_at_most)):
                del log[oldest]
        return kept

    def count(self, key: JobKey, flow: str) -> None:
        """Count an account that was made or matched; deletions take nothing away."""
        record = self._tenant.jobs(key[0])[key[1]]
        counts = record["engine"]["counts"]
        counts[flow] = counts.get(flow, 0) + 1
        record["document"]["status"]["synchronizedEntryCountByType"] = [
            {"key": name, "value": value} for name, value in counts.items()
        ]

    def uncount(self, key: JobKey, flow: str) -> None:
        """Take back the count of an account whose link goes, so that a new match does not count it
        twice.
        """
        counts = self._tenant.jobs(key[0])[key[1]]["engine"]["counts"]
        counts[flow] = max(0, counts.get(flow, 0) - 1)

    def escrows(self, job_id: str) -> int:
        """Return how many objects of a job failed and wait to be tried again."""
        return len(self._tenant.table("escrow", job_id))

    def forget_escrows(self, job_id: str) -> None:
        """Forget a job's failures."""
        self._tenant.table("escrow", job_id).empty()

    def _escrow(self, job_id: str, outcome: Outcome, now: float) -> None:
        table = self._tenant.table("escrow", job_id)
        if outcome.status != "failure":
            table.discard(outcome.source_id)
            return
        attempts = int(table.get(outcome.source_id, {}).get("attempts", 0)) + 1
        delay = min(_LONGEST_RETRY, _FIRST_RETRY * 2 ** min(attempts - 1, 10))
        if outcome.retry_after is not None:
            delay = outcome.retry_after
        table[outcome.source_id] = {"attempts": attempts, "next": now + delay, "code": outcome.code}

    def _id(self) -> str:
        return str(uuid.UUID(int=self._chance.getrandbits(128), version=4))

"""Look at every job of the tenant, print those that need attention, and mail or write a report.

Run it as `python -m examples.ports.fleet_health --csv jobs.csv --html jobs.html`, or with
`--mail-to ops@contoso.com --server smtp.contoso.com` from a scheduler. It exits with 2 if a job is
critical, with 1 if one has a warning or could not be read.
"""

from __future__ import annotations

import argparse
import smtplib
import sys
from collections import Counter
from collections.abc import Sequence
from email.message import EmailMessage
from pathlib import Path

from graphsync import GraphClient, auth
from graphsync.fleet import JobHealth, Severity, to_html, write_csv


def described(row: JobHealth) -> str:
    """Return one line about a job that needs attention."""
    days = "" if row.days_left is None else f", {row.days_left:.0f} days until it is disabled"
    name = row.principal_name or row.principal_id
    return f"{row.severity}: {name}: {row.rule}{days}. {row.error or row.advice}"


def mail(rows: Sequence[JobHealth], subject: str, to: str, sender: str, server: str) -> None:
    """Mail the lines, with the page as an attachment."""
    message = EmailMessage()
    message["Subject"], message["To"], message["From"] = subject, to, sender
    message.set_content("\n".join(described(row) for row in rows if needs_attention(row)))
    message.add_attachment(to_html(rows), subtype="html", filename="jobs.html")
    host, _, port = server.partition(":")
    with smtplib.SMTP(host, int(port or 25), timeout=60) as connection:
        connection.send_message(message)


def needs_attention(row: JobHealth) -> bool:
    """Return whether somebody should look at a job."""
    return row.severity is not Severity.OK


def main(graph: GraphClient, arguments: Sequence[str]) -> int:
    """Return the exit code."""
    parser = argparse.ArgumentParser(description="Report the health of all provisioning jobs.")
    for option in ("--csv", "--html", "--mail-to", "--server"):
        parser.add_argument(option)
    parser.add_argument("--mail-from", default="provisioning@contoso.com")
    chosen = parser.parse_args(arguments)
    rows = sorted(graph.fleet(), key=lambda row: -row.severity.rank)
    counts = Counter(row.severity.value for row in rows)
    summary = ", ".join(f"{count} {severity}" for severity, count in counts.items()) or "no jobs"
    print(summary, *map(described, filter(needs_attention, rows)), sep="\n")
    if chosen.csv:
        with Path(chosen.csv).open("w", encoding="utf-8", newline="") as file:
            write_csv(rows, file)
    if chosen.html:
        Path(chosen.html).write_text(to_html(rows), "utf-8")
    if chosen.mail_to and any(map(needs_attention, rows)):
        subject = f"Provisioning: {summary}"
        mail(rows, subject, chosen.mail_to, chosen.mail_from, chosen.server or "localhost")
    return 2 if Severity.CRITICAL.value in counts else 1 if any(map(needs_attention, rows)) else 0


if __name__ == "__main__":
    sys.exit(main(GraphClient(auth.default()), sys.argv[1:]))

#!/usr/bin/env bash
# The life of a job against the local Graph, with nothing but curl: token, create, secrets, start, cycle, quarantine,
# restart, log. Run it from a checkout: it starts an emulator of its own and stops it at the end.
set -euo pipefail

fail() { printf 'local_graph.sh: %s\n' "$*" >&2; exit 1; }
python="${PYTHON:-python}"
command -v curl >/dev/null || fail 'curl is not installed'
command -v "$python" >/dev/null || fail "there is no $python; set PYTHON to an interpreter that has graphsync-client[emulator]"
ready="$(mktemp)"
"$python" -m graphsync.emulator --port 0 --start 2026-01-01T00:00Z --speed 0 \
  --switch 'authentication=permissions' >"$ready" &
emulator=$!
trap 'kill "$emulator" 2>/dev/null || true; wait "$emulator" || true; rm -f "$ready"' EXIT
tries=0
until grep -q '^graphsync emulator: ' "$ready"; do
  kill -0 "$emulator" 2>/dev/null || fail "$python -m graphsync.emulator ended before it was ready; its reason is above"
  tries=$((tries + 1))
  [ "$tries" -le 300 ] || fail 'the emulator was not ready after 30 seconds'
  sleep 0.1
done
graph="$(sed -n 's/^graphsync emulator: //p' "$ready")"
root="${graph%/v1.0}"
tenant=7b1c2f3e-5d64-4a8b-9c0d-1e2f3a4b5c6d
principal=44444444-4444-4444-8444-444444444444

member() { "$python" -c 'import json, sys
value = json.load(sys.stdin)
for name in sys.argv[1].split("."):
    value = value[int(name)] if name.isdigit() else value[name]
print(value if isinstance(value, str) else json.dumps(value))' "$1"; }
say() { printf '\n# %s\n' "$*"; }
call() { # method, path, body: prints the status and, if there is one, the body
  curl --silent --show-error --max-time 30 --write-out '\n%{http_code}\n' --request "$1" "$2" \
    --header "Authorization: Bearer $token" --header 'Content-Type: application/json' ${3:+--data "$3"}
}
get() { curl --silent --show-error --max-time 30 --fail --header "Authorization: Bearer $token" --get "$@"; }
advance() { curl --silent --show-error --max-time 30 --fail --request POST "$root/_emulator/advance" --data "{\"duration\": \"$1\"}"; echo; }

say "a token, the way every client gets one"
token="$(curl --silent --show-error --max-time 30 --fail "$root/$tenant/oauth2/v2.0/token" --data grant_type=client_credentials \
  --data client_id=99999999-aaaa-4999-8999-999999999999 --data client_secret=any \
  --data-urlencode scope=https://graph.microsoft.com/.default | member access_token)"
echo "${token:0:20}…"

say "create a job; there was one that nobody gave credentials to, so that one goes first"
jobs="$graph/servicePrincipals/$principal/synchronization/jobs"
call DELETE "$jobs/$(get "$jobs" | member value.0.id)"
job="$jobs/$(call POST "$jobs" '{"templateId": "aWSSingleSignon"}' | head -n 1 | member id)"
echo "$job"

say "secrets: the sensitive one comes back as an asterisk"
secrets='{"value": [{"key": "BaseAddress", "value": "https://scim.contoso.com"},
  {"key": "SecretToken", "value": "secret"}, {"key": "SyncAll", "value": "true"}]}'
call PUT "$graph/servicePrincipals/$principal/synchronization/secrets" "$secrets"
get "$graph/servicePrincipals/$principal/synchronization/secrets" | member value

say "start it, and let an hour pass"
call POST "$job/start"
get "$job" | member status.code
advance PT1H
get "$job" | member status.code
get "$job" | member status.synchronizedEntryCountByType

say "the target begins to refuse the token: quarantine"
curl --silent --show-error --max-time 30 --fail --request PATCH "$root/_emulator/targets/$principal" --data '{"acceptedToken": "rotated"}'
advance PT1H
get "$job" | member status.quarantine

say "put the right token, restart"
call PUT "$graph/servicePrincipals/$principal/synchronization/secrets" "${secrets/\"secret\"/\"rotated\"}"
call POST "$job/restart" '{"criteria": {"resetScope": "QuarantineState, Watermark"}}'
advance PT10M
get "$job" | member status.code
get "$job" | member status.lastExecution.state

say "what happened to Ada"
get "$graph/auditLogs/provisioning" --data-urlencode "\$filter=servicePrincipal/id eq '$principal' and contains(sourceIdentity/displayName, 'Ada')" \
  --data-urlencode '$top=1' | member value.0.modifiedProperties.0

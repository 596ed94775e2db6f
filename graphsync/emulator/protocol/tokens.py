"""The token endpoint: what a credential library needs to get a token, and to check one."""

import time
import uuid
from collections.abc import Callable
from functools import cached_property
from hmac import compare_digest
from urllib.parse import parse_qs

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

from graphsync.emulator import directory_roles
from graphsync.emulator.document import Document, is_array
from graphsync.emulator.protocol.errors import GraphError, token_refused
from graphsync.emulator.protocol.identity import Identity
from graphsync.emulator.protocol.reply import Reply
from graphsync.emulator.switches import Switches
from graphsync.emulator.tenant.owners import service_principal_id

_LIFETIME = 3599
_REFRESH = "local-refresh-token"
_KEY_ID = "graphsync-emulator"
_AUDIENCE = "https://graph.microsoft.com"
# Names that stand for the tenant that the client belongs to.
_SHARED_AUTHORITIES = frozenset({"common", "organizations"})


class Tokens:
    """The tenant's tokens; the signing key lives as long as the process.

    The switches `roles`, `directory_roles` and `client_secrets` count as they are when a token is
    asked for. The last maps client ids to the one secret that each may use; a client not listed may
    use any.

    Args:
        tenant_id: The tenant's id, the only one that tokens are issued and accepted for.
        domain: The tenant's default domain, which names it as well.
        switches: The tenant's switches.
        user_of: Gives the object id of the user who has a `userPrincipalName`, None where nobody
            has it.

    """

    def __init__(
        self,
        tenant_id: str,
        domain: str,
        switches: Switches,
        user_of: Callable[[str], str | None],
    ) -> None:
        self._tenant_id = tenant_id
        self._names = frozenset({tenant_id.lower(), domain.lower(), *_SHARED_AUTHORITIES})
        self._switches = switches
        self._user_of = user_of

    @cached_property
    def _key(self) -> rsa.RSAPrivateKey:
        return rsa.generate_private_key(public_exponent=65537, key_size=2048)

    def issue(
        self,
        client_id: str,
        audience: str = _AUDIENCE,
        issuer: str = "https://sts.windows.net/",
        *,
        user_id: str = "",
    ) -> str:
        """Return a signed access token with the tenant's roles for a client.

        With `user_id` it is a token of that user, whose permissions are its scopes.
        """
        now = int(time.time())
        claims: Document = {
            "aud": audience,
            "iss": f"{issuer}{self._tenant_id}/",
            "iat": now,
            "nbf": now,
            "exp": now + _LIFETIME,
            "appid": client_id,
            "azp": client_id,
            "idtyp": "user" if user_id else "app",
            "oid": user_id or service_principal_id(self._tenant_id, client_id),
            "tid": self._tenant_id,
            "ver": "1.0",
        }
        roles = list(self._switches.roles)
        claims |= (
            {"scp": " ".join(roles), "wids": directory_roles.ids(self._directory_roles(user_id))}
            if user_id
            else {"roles": roles}
        )
        return jwt.encode(claims, self._key, algorithm="RS256", headers={"kid": _KEY_ID})

    def assertion(self, authority: str, audience: str) -> str:
        """Return a signed token that the service presents to the token endpoint of a target.

        Its issuer is the one of the OpenID configuration below the authority.
        """
        now = int(time.time())
        client_id = audience.removeprefix("api://").partition("/")[0]
        claims: Document = {
            "aud": audience,
            "iss": f"{authority}/{self._tenant_id}/v2.0",
            "iat": now,
            "nbf": now,
            "exp": now + _LIFETIME,
            "appid": client_id,
            "sub": service_principal_id(self._tenant_id, client_id),
            "oid": service_principal_id(self._tenant_id, client_id),
            "tid": self._tenant_id,
            "ver": "2.0",
        }
        return jwt.encode(claims, self._key, algorithm="RS256", headers={"kid": _KEY_ID})

    def identify(self, token: str) -> Identity:
        """Read a token of this tenant; anything else is refused as the front door does."""
        try:
            claims: Document = jwt.decode(
                token,
                self._key.public_key(),
                algorithms=["RS256"],
                options={"verify_aud": False},
                leeway=5,
            )
        except jwt.ExpiredSignatureError:
            raise token_refused("Lifetime validation failed, the token is expired.") from None
        except jwt.PyJWTError:
            raise token_refused(
                "IDX14100: JWT is not well formed or was not issued for this tenant."
            ) from None
        if claims.get("tid") != self._tenant_id:
            raise token_refused("The token was issued for another tenant.")
        permissions = [*claims.get("roles", []), *str(claims.get("scp", "")).split()]
        user_id = str(claims["oid"]) if claims.get("idtyp") == "user" else ""
        wids: object = claims.get("wids")
        held = directory_roles.names(wids if is_array(wids) else ())
        return Identity(str(claims.get("appid", "")), frozenset(permissions), user_id, held)

    def _directory_roles(self, user_id: str) -> list[str]:
        given = self._switches.directory_roles.items()
        return [
            role
            for name, roles in given
            if user_id in {name, self._user_of(name)}
            for role in roles
        ]

    def signed_in(self, token: str) -> str:
        """Return the object id of the user whose token it is; `""` for any other text."""
        try:
            return self.identify(token).user_id
        except GraphError:
            return ""

    def configuration(self, authority: str, tenant: str) -> Reply:
        """Answer the OpenID configuration of a tenant, below the address at which the authority
        was reached.
        """
        root = f"{authority}/{tenant}"
        return _json(
            {
                "issuer": f"{authority}/{tenant}/v2.0",
                "authorization_endpoint": f"{root}/oauth2/v2.0/authorize",
                "token_endpoint": f"{root}/oauth2/v2.0/token",
                "device_authorization_endpoint": f"{root}/oauth2/v2.0/devicecode",
                "jwks_uri": f"{root}/discovery/v2.0/keys",
                "response_modes_supported": ["query", "fragment", "form_post"],
                "response_types_supported": ["code", "id_token", "token"],
                "scopes_supported": ["openid", "profile", "email", "offline_access"],
                "subject_types_supported": ["pairwise"],
                "id_token_signing_alg_values_supported": ["RS256"],
                "token_endpoint_auth_methods_supported": ["client_secret_post", "private_key_jwt"],
                "tenant_region_scope": "NA",
                "cloud_instance_name": "microsoftonline.com",
            }
        )

    def keys(self) -> Reply:
        """Answer the public signing key."""
        public: Document = RSAAlgorithm.to_jwk(self._key.public_key(), as_dict=True)
        return _json({"keys": [{**public, "use": "sig", "kid": _KEY_ID, "alg": "RS256"}]})

    def token(self, tenant: str, body: bytes) -> Reply:
        """Answer a token request: client credentials with a secret or an assertion, a refresh
        token, or a password.

        Any password signs a user of the tenant in.

        `tenant` is what the path names: the tenant's id or domain. Another one is refused.
        """
        if tenant.lower() not in self._names:
            return _refused("invalid_request", 90002, f"Tenant '{tenant[:100]}' not found.", 400)
        try:
            form = {
                name: values[-1]
                for name, values in parse_qs(body.decode(), max_num_fields=50).items()
            }
        except ValueError:
            form = {}
        client_id = form.get("client_id", "")
        grant = form.get("grant_type", "")
        if not client_id:
            return _refused(
                "invalid_request",
                900144,
                "The request body must contain the parameter 'client_id'.",
                400,
            )
        if grant not in {"client_credentials", "refresh_token", "password"}:
            return _refused(
                "unsupported_grant_type",
                70003,
                f"The grant type '{grant[:50]}' is not supported.",
                400,
            )
        secret = form.get("client_secret", "") or form.get("client_assertion", "")
        expected = self._switches.client_secrets.get(client_id)
        if grant == "client_credentials" and not secret:
            return _refused(
                "invalid_client", 7000216, "'client_assertion' or 'client_secret' is required.", 401
            )
        if (
            expected is not None
            and secret
            and not compare_digest(secret.encode(), expected.encode())
        ):
            return _refused(
                "invalid_client",
                7000215,
                f"Invalid client secret provided for app '{client_id}'.",
                401,
            )
        user_id = form.get("refresh_token", "").removeprefix(_REFRESH).lstrip(".")
        if grant == "password":
            user_id = self._user_of(form.get("username", "")) or ""
            if not user_id or not form.get("password"):
                return _refused("invalid_grant", 50126, "Invalid username or password.", 400)
        answer: Document = {
            "token_type": "Bearer",
            "expires_in": _LIFETIME,
            "ext_expires_in": _LIFETIME,
            "access_token": self.issue(client_id, user_id=user_id),
        }
        if grant != "client_credentials":
            refresh = f"{_REFRESH}.{user_id}" if user_id else _REFRESH
            answer |= {"refresh_token": refresh, "scope": form.get("scope", "")}
        return _json(answer)


def _json(body: Document, status: int = 200) -> Reply:
    return Reply(status, body, {"Cache-Control": "no-store"}, "application/json; charset=utf-8")


def _refused(error: str, number: int, text: str, status: int) -> Reply:
    trace, correlation = str(uuid.uuid4()), str(uuid.uuid4())
    stamp = time.strftime("%Y-%m-%d %H:%M:%SZ", time.gmtime())
    return _json(
        {
            "error": error,
            "error_description": (
                f"AADSTS{number}: {text} Trace ID: {trace} Correlation ID: {correlation} Timestamp:"
                f" {stamp}"
            ),
            "error_codes": [number],
            "timestamp": stamp,
            "trace_id": trace,
            "correlation_id": correlation,
        },
        status,
    )

"""The vendor's token endpoint, asked as the service asks it."""

from dataclasses import dataclass, field

import httpx

from graphsync.emulator.document import decode, is_object
from graphsync.scim.result import Failed


@dataclass(frozen=True, slots=True)
class ClientCredentials:
    """OAuth client credentials and the token endpoint that takes them."""

    address: str
    client_id: str
    client_secret: str = field(repr=False)

    def acquire(self) -> tuple[str, int]:
        """Return an access token and the seconds for which it is good.

        Raise Failed where there is none.
        """
        form = {
            "grant_type": "client_credentials",
            "client_id": self.client_id,
            "client_secret": self.client_secret,
        }
        try:
            with httpx.Client(trust_env=False, timeout=10.0) as client:
                response = client.post(self.address, data=form)
        except httpx.HTTPError as error:
            raise Failed(f"The token endpoint does not answer: {type(error).__name__}.") from None
        try:
            answer = decode(response.content)
        except ValueError:
            answer = None
        token = answer.get("access_token") if is_object(answer) else None
        seconds = answer.get("expires_in") if is_object(answer) else None
        if response.status_code != 200 or not isinstance(token, str):
            raise Failed(
                f"The token endpoint answered with {response.status_code} and without an"
                " access_token."
            )
        if not isinstance(seconds, int):
            raise Failed("The token endpoint's answer has no expires_in.")
        return token, seconds

    @staticmethod
    def status_with(token: str, address: str) -> int:
        """Return the status with which the endpoint answers a request that has a token."""
        headers = {"Authorization": f"Bearer {token}", "Accept": "application/scim+json"}
        try:
            with httpx.Client(trust_env=False, timeout=10.0) as client:
                return client.get(address, headers=headers).status_code
        except httpx.HTTPError as error:
            raise Failed(f"The endpoint does not answer: {type(error).__name__}.") from None

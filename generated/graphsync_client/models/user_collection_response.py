"""Graph's `userCollectionResponse`, and what it alone is made of."""

from __future__ import annotations

from datetime import datetime

from ..types import BOOLEAN, TEXT, TIMESTAMP, ListOf, Model, ModelOf, member
from .base_collection_pagination_count_response import BaseCollectionPaginationCountResponse
from .directory_object import DirectoryObject


class UserCollectionResponse(BaseCollectionPaginationCountResponse):
    """A page of users.

    Reference: https://learn.microsoft.com/graph/api/user-list
    """

    value: list[User] | None = member("value", ListOf(ModelOf("User")))
    """The users of this page."""


class User(DirectoryObject):
    """A person's account in the directory, which jobs read and provision.

    Only what provisioning uses is declared; other members that were selected are kept as they came.

    Reference: https://learn.microsoft.com/graph/api/resources/user
    """

    account_enabled: bool | None = member("accountEnabled", BOOLEAN)
    """False if the user may not sign in; most schemas then disable the account in the target."""

    business_phones: list[str] | None = member("businessPhones", ListOf(TEXT))
    """Telephone numbers; Graph takes one at most."""

    city: str | None = member("city", TEXT)
    """City of the postal address."""

    company_name: str | None = member("companyName", TEXT)
    """Company that the user works for."""

    country: str | None = member("country", TEXT)
    """Country or region of the postal address."""

    created_date_time: datetime | None = member("createdDateTime", TIMESTAMP)
    """When the account was created, UTC."""

    department: str | None = member("department", TEXT)
    """Department that the user works in."""

    display_name: str | None = member("displayName", TEXT)
    """Name as address books show it; needed to create a user."""

    employee_hire_date: datetime | None = member("employeeHireDate", TIMESTAMP)
    """First day at work, UTC."""

    employee_id: str | None = member("employeeId", TEXT)
    """Number that the organization gives the employee."""

    employee_type: str | None = member("employeeType", TEXT)
    """Kind of employment, such as `Employee` or `Contractor`."""

    given_name: str | None = member("givenName", TEXT)
    """First name."""

    job_title: str | None = member("jobTitle", TEXT)
    """Title of the position."""

    mail: str | None = member("mail", TEXT)
    """Mail address; None for a user without a mailbox."""

    mail_nickname: str | None = member("mailNickname", TEXT)
    """Mail alias, unique in the tenant; needed to create a user."""

    manager: DirectoryObject | None = member("manager", ModelOf("DirectoryObject"))
    """The manager; absent unless expanded."""

    mobile_phone: str | None = member("mobilePhone", TEXT)
    """Mobile telephone number."""

    office_location: str | None = member("officeLocation", TEXT)
    """Place of the office."""

    on_premises_immutable_id: str | None = member("onPremisesImmutableId", TEXT)
    """Link to the account in Active Directory, where it comes from there."""

    on_premises_sync_enabled: bool | None = member("onPremisesSyncEnabled", BOOLEAN)
    """True if the account comes from Active Directory; None if it never did."""

    other_mails: list[str] | None = member("otherMails", ListOf(TEXT))
    """Further mail addresses."""

    password_profile: PasswordProfile | None = member("passwordProfile", ModelOf("PasswordProfile"))
    """The password to set, when the user is created or updated; never read back."""

    postal_code: str | None = member("postalCode", TEXT)
    """Code of the postal address, as text."""

    preferred_language: str | None = member("preferredLanguage", TEXT)
    """Language as an ISO code, such as `en-US`."""

    proxy_addresses: list[str] | None = member("proxyAddresses", ListOf(TEXT))
    """All addresses of the mailbox, such as `SMTP:ada@contoso.com`; read-only."""

    state: str | None = member("state", TEXT)
    """State or province."""

    street_address: str | None = member("streetAddress", TEXT)
    """Street and house number."""

    surname: str | None = member("surname", TEXT)
    """Family name."""

    usage_location: str | None = member("usageLocation", TEXT)
    """Country where services are used, two letters; licences need it."""

    user_principal_name: str | None = member("userPrincipalName", TEXT)
    """Sign-in name, such as `ada@contoso.com`; it stands for the id in paths."""

    user_type: str | None = member("userType", TEXT)
    """`Member` or `Guest`."""


class PasswordProfile(Model):
    """A password to set, and whether it must be changed at the next sign-in.

    Reference: https://learn.microsoft.com/graph/api/resources/passwordprofile
    """

    force_change_password_next_sign_in: bool | None = member("forceChangePasswordNextSignIn", BOOLEAN)
    """True if the user must choose another one at the next sign-in."""

    force_change_password_next_sign_in_with_mfa: bool | None = member("forceChangePasswordNextSignInWithMfa", BOOLEAN)
    """As above, after multifactor authentication."""

    password: str | None = member("password", TEXT, secret=True)
    """The password; sent only, and never shown."""

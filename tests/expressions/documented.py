"""The examples of Microsoft's references: expression, input and output, each with its page.

Only facts are kept: what goes in and what comes out. Names and addresses are the pages' own, since
they are what the result is about. Where an expression repeats one pattern many times, a few of them are
kept. Examples that call for chance (Guid, RandomString) are in `test_examples.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime

from graphsync.expressions import SKIPPED
from graphsync.expressions.value import OBJECT_SKIPPED

FUNCTIONS = "functions-for-customizing-application-data"
CLOUD_SYNC = "cloud-sync/reference-expressions"
WORKDAY = "workday-expression-mapping-functions"
TUTORIAL = "saas-apps/workday-inbound-tutorial"
USER_TYPE = "cloud-sync/how-to-map-usertype"
HR = "hr-user-creation-issues"
HR_UPDATES = "hr-user-update-issues"
CUSTOMIZE = "customize-application-attributes"
PARSE = "synchronization-synchronizationschema-parseexpression"


@dataclass(frozen=True, slots=True)
class Example:
    """One documented example; `taken` are values that the target holds already."""

    page: str
    expression: str
    result: object
    given: dict[str, object] = field(default_factory=dict[str, object])
    today: str = "2026-03-01"
    taken: frozenset[str] = frozenset()
    reading: str = "application"

    @property
    def now(self) -> float:
        return datetime.fromisoformat(self.today).replace(tzinfo=UTC).timestamp()


def _f(expression: str, result: object, **given: object) -> Example:
    return Example(FUNCTIONS, expression, result, given)


def _c(expression: str, result: object, **given: object) -> Example:
    return Example(CLOUD_SYNC, expression, result, given, reading="cloud sync")


def _w(expression: str, result: object, today: str = "2025-07-30", **given: object) -> Example:
    return Example(WORKDAY, expression, result, given, today=today)


JOHN = {"PreferredFirstName": "John", "PreferredLastName": "Smith"}
_PHONE = "\\\\+(?<isdCode>\\\\d* )(?<phoneNumber>\\\\d{10})"
_UPN = """SelectUniqueValue(
    Join("@", NormalizeDiacritics(StripSpaces(Join(".",  [PreferredFirstName], [PreferredLastName]))), "contoso.com"),
    Join("@", NormalizeDiacritics(StripSpaces(Join(".",  Mid([PreferredFirstName], 1, 1), [PreferredLastName]))), "contoso.com"),
    Join("@", NormalizeDiacritics(StripSpaces(Join(".",  Mid([PreferredFirstName], 1, 2), [PreferredLastName]))), "contoso.com")
)"""
_LOWER_UPN = (
    'ToLower(Join("@", NormalizeDiacritics(StripSpaces(Join(".",  [PreferredFirstName], [PreferredLastName]))), '
    '"contoso.com"))'
)
_STATE = (
    'Switch([state], "Australia/Sydney", "NSW", "Australia/Sydney","QLD", "Australia/Brisbane", "SA", '
    '"Australia/Adelaide")'
)
_ADD = "DateAdd({}, {}, CDate([StatusHireDate]))"
_NEW_YEAR = "12/31/2025"
_PREFIX = 'IgnoreFlowIfNullOrEmpty(Switch([prefix], "", "3443", "Dr.", "3444", "Prof.", "3445", "Prof. Dr."))'
_AND = 'IIF([country]="USA",IIF([state]="CA","True","False"),"False")'
_OR = 'IIF([country]="USA","True",IIF([state]="CA","True","False"))'
_HIRED_SOON = 'Switch([Active], , "1", IIF(DateDiff("d", Now(), CDate([StatusHireDate])) > 5, "False", "True"), "0", "False")'
_FLAG = 'Switch(ToLower([statusFlag]), "0", "true", "1", "false", "0")'
_MANAGERS = (
    "Switch(IsPresent([directManager]),[directManager], IsPresent([skiplevelManager]),[skiplevelManager], "
    "IsPresent([director]),[director])"
)
_COMPANY = (
    'IIF([companyName] = "Company A", "A", IIF([companyName] = "Company B", "B", "External"))'
)
_DIFF = {"date1": "8/25/2021 5:41:18 PM", "date2": "2012-03-16-07:00"}

FUNCTION_PAGE = [
    _f(
        'Append([userPrincipalName], ".test")',
        "John.Doe@contoso.com.test",
        userPrincipalName="John.Doe@contoso.com",
    ),
    _f("BitAnd(&HF, &HF7)", "7"),
    _f("CBool([attribute1] = [attribute2])", "True", attribute1="a", attribute2="a"),
    _f("CBool([attribute1] = [attribute2])", "False", attribute1="a", attribute2="b"),
    _f("CDate([StatusHireDate])", "3/16/2020 7:00:00 AM", StatusHireDate="2020-03-16-07:00"),
    _f('CDate("2021-06-30+08:00")', "6/29/2021 4:00:00 PM"),
    _f('CDate("2009-06-15T01:45:30-07:00")', "6/15/2009 8:45:30 AM"),
    _f(
        "Coalesce([mail],[userPrincipalName])",
        "John.Doe@contoso.com",
        userPrincipalName="John.Doe@contoso.com",
    ),
    _f('ConvertToBase64("Hello world!")', "SABlAGwAbABvACAAdwBvAHIAbABkACEA"),
    _f('ConvertToUTF8Hex("Hello world!")', "48656C6C6F20776F726C6421"),
    _f("CStr([dn])", "cn=Joe,dc=contoso,dc=com", dn="cn=Joe,dc=contoso,dc=com"),
    *(
        _f(_ADD.format(f'"{interval}"', value), result, StatusHireDate="2012-03-16-07:00")
        for interval, value, result in (
            ("d", 7, "3/23/2012 7:00:00 AM"),
            ("d", -10, "3/6/2012 7:00:00 AM"),
            ("ww", 2, "3/30/2012 7:00:00 AM"),
            ("m", 10, "1/16/2013 7:00:00 AM"),
            ("yyyy", 2, "3/16/2014 7:00:00 AM"),
        )
    ),
    _f('DateDiff("d", CDate([a]), CDate([b]))', "13", a="2021-08-18+08:00", b="2021-08-31+08:00"),
    _f('DateDiff("d", CDate([date1]), CDate([date2]))', "-3449", **_DIFF),
    _f('DateDiff("ww", CDate([date1]), CDate([date2]))', "-493", **_DIFF),
    _f('DateDiff("m", CDate([date1]), CDate([date2]))', "-113", **_DIFF),
    _f('DateDiff("yyyy", CDate([date1]), CDate([date2]))', "-9", **_DIFF),
    _f('DateDiff("d", CDate([a]), CDate([a]))', "0", a="2021-08-31+08:00"),
    _f('DateDiff("h", CDate([a]), CDate([b]))', "24", a="2021-08-24", b="2021-08-25"),
    _f('DateDiff("n", CDate([a]), CDate([b]))', "1440", a="2021-08-24", b="2021-08-25"),
    _f('DateDiff("s", CDate([a]), CDate([b]))', "86400", a="2021-08-24", b="2021-08-25"),
    _f(_HIRED_SOON, "True", Active="1", StatusHireDate="2026-03-05"),
    _f(_HIRED_SOON, "False", Active="1", StatusHireDate="2026-03-25"),
    _f(_HIRED_SOON, "False", Active="0", StatusHireDate="2026-03-05"),
    _f("DateFromNum(129699324000000000)", "1/1/2012 11:00:00 PM"),
    _f(
        "DateFromNum([lastLogonTimestamp])",
        "1/1/2012 11:00:00 PM",
        lastLogonTimestamp="129699324000000000",
    ),
    _f(
        'FormatDateTime([extensionAttribute1], , "yyyyMMddHHmmss.fZ", "yyyy-MM-dd")',
        "2015-01-23",
        extensionAttribute1="20150123105347.1Z",
    ),
    _f("IgnoreFlowIfNullOrEmpty([department])", SKIPPED),
    _f(_PREFIX, SKIPPED, prefix="9"),
    _f(_PREFIX, "Prof.", prefix="3444"),
    _f('IIF([country]="USA",[country],[department])', "USA", country="USA", department="Sales"),
    _f('IIF([country]="USA",[country],[department])', "Sales", country="NOR", department="Sales"),
    _f(_AND, "True", country="USA", state="CA"),
    _f(_AND, "False", country="USA", state="NY"),
    _f(_OR, "True", country="NOR", state="CA"),
    _f(_OR, "False", country="NOR", state="X"),
    _f('IIF([country]="","Other",[country])', None),
    _f('IIF(IsNullOrEmpty([country]),"Other",[country])', None),
    _f('IIF(IsPresent([country]),[country],"Other")', "Other"),
    _f('Switch([country],[country],"","Other")', "Other"),
    _f('Switch([country],[country],"","Other")', "NOR", country="NOR"),
    _f('InStr("The quick brown fox","quick")', "5"),
    _f('InStr("repEated","e",3,vbBinaryCompare)', "7"),
    _f("IsNull([displayName])", "True"),
    _f("IsNull([displayName])", "False", displayName="Ada"),
    _f("IsNullOrEmpty([displayName])", "True"),
    _f("IsNullOrEmpty([displayName])", "True", displayName=""),
    _f(_MANAGERS, "boss", directManager="boss"),
    _f(
        "Item([proxyAddresses], 1)",
        "SMTP:a@contoso.com",
        proxyAddresses=["SMTP:a@contoso.com", "smtp:b@contoso.com"],
    ),
    _f('Left("John Doe", 3)', "Joh"),
    _f('Left("John Doe", 0)', ""),
    _f('Left("John Doe", -1)', "John Doe"),
    _f("Left([none], 3)", ""),
    _f('Left("Joe", 9)', "Joe"),
    _f("NormalizeDiacritics([givenName])", "Zoe", givenName="Zoë"),
    _f('Not("True")', "False"),
    _f('Not("False")', "True"),
    _f("Not([none])", "True"),
    _f(
        'NumFromDate(Join("", FormatDateTime([ContractEndDate], ,"yyyy-MM-ddzzz", "yyyy-MM-dd"), " 23:59:59-08:00"))',
        "132539615990000000",
        ContractEndDate="2020-12-31-08:00",
    ),
    _f(
        'NumFromDate(Join("",FormatDateTime([endDate], ,"M/d/yyyy hh:mm:ss tt","yyyy-MM-dd")," 23:59:59-08:00"))',
        "132539615990000000",
        endDate=f"{_NEW_YEAR} 12:00:00 AM".replace("2025", "2020"),
    ),
    _f("PCase([firstName])", "Pablo Gonsalves (Second)", firstName="PABLO GONSALVES (SECOND)"),
    _f('PCase([lastName]," \'-")', "Pinto-De'Silva", lastName="PINTO-DE'SILVA"),
    _f(
        'PCase(Join(" ",[firstName],[lastName]))',
        "Gregory James",
        firstName="GREGORY",
        lastName="JAMES",
    ),
    _f("Redact([userPrincipalName])", "ada@contoso.com", userPrincipalName="ada@contoso.com"),
    _f('Redact("StringToBeRedacted")', "StringToBeRedacted"),
    _f("RemoveDuplicates([proxyAddresses])", ("a", "b"), proxyAddresses=["a", "b", "a"]),
    _f(
        'Replace([BusinessTitle],"Product Developer", , , "Software Engineer", , )',
        "Software Engineer",
        BusinessTitle="Product Developer",
    ),
    _f(
        'Replace([UserID],"<username>", , , , , "<username>@contoso.com")',
        "jsmith@contoso.com",
        UserID="jsmith",
    ),
    _f(
        f'Replace([telephoneNumber], , "{_PHONE}", , "${{phoneNumber}}", , )',
        "9998887777",
        telephoneNumber="+91 9998887777",
    ),
    _f(
        'Replace([AddressLineData], ,"(?<streetNumber>^\\\\d*)","streetNumber", "888", , )',
        "888 Tremont Street",
        AddressLineData="545 Tremont Street",
    ),
    _f(
        'Replace([userPrincipalName], , "(?<Suffix>@(.)*)", "Suffix", "", , )',
        "jsmith",
        userPrincipalName="jsmith@contoso.com",
    ),
    _f(
        f'Replace([telephoneNumber], , "{_PHONE}", "phoneNumber" , , [mobile], )',
        "8887779999",
        telephoneNumber="",
        mobile="+91 8887779999",
    ),
    _f('Replace([mailNickname], , "[a-zA-Z_]*", , "", , )', "72", mailNickname="john_doe72"),
    Example(FUNCTIONS, _UPN, "John.Smith@contoso.com", dict(JOHN)),
    Example(
        FUNCTIONS,
        _UPN,
        "J.Smith@contoso.com",
        dict(JOHN),
        taken=frozenset({"John.Smith@contoso.com"}),
    ),
    Example(
        FUNCTIONS,
        _UPN,
        "Jo.Smith@contoso.com",
        dict(JOHN),
        taken=frozenset({"John.Smith@contoso.com", "J.Smith@contoso.com"}),
    ),
    _f(
        'Split([extensionAttribute5], ",")',
        ("PermissionSetOne", "PermissionSetTwo"),
        extensionAttribute5="PermissionSetOne, PermissionSetTwo",
    ),
    _f('StripSpaces("a b c")', "abc"),
    _f(_FLAG, "1", statusFlag="TRUE"),
    _f(_FLAG, "0", statusFlag="False"),
    _f('Switch([statusFlag], "Default Value", "true", "1", "", "0")', "0"),
    _f(
        'Switch([statusFlag], "Default Value", "true", "1", "", "0")',
        "Default Value",
        statusFlag="x",
    ),
    _f(
        'Switch([companyName], "External", "Company A", "A", "Company B", "B")',
        "B",
        companyName="Company B",
    ),
    _f(_COMPANY, "A", companyName="Company A"),
    _f(_COMPANY, "External", companyName="Company C"),
    _f(_STATE, "Australia/Brisbane", state="QLD"),
    _f(_STATE, "Australia/Sydney", state="WA"),
    _f(_LOWER_UPN, "john.smith@contoso.com", **JOHN),
    _f('Word("The quick brown fox",3," ")', "brown"),
    _f('Word("This,string!has&many separators",3,",!&#")', "has"),
    _f('Word("a b", 0, " ")', ""),
    _f('Word([none], 1, " ")', ""),
    _f('Replace([mail], "@contoso.com", , ,"", ,)', "john.doe", mail="john.doe@contoso.com"),
    _f(
        "Append(Mid([givenName], 1, 3), Mid([surname], 1, 5))",
        "JohDoe",
        givenName="John",
        surname="Doe",
    ),
    _f('Join(", ", "", [surname], [givenName])', "Doe, John", surname="Doe", givenName="John"),
]

# The table of NormalizeDiacritics: what stands in a row, and what each of it becomes.
DIACRITICS = {
    "a": "ä à â ã å á ą ă ā ā́ ā̀ ā̂ ā̃ ǟ ā̈ ǡ a̱ å̄",
    "A": "Ä À Â Ã Å Á Ą Ă Ā Ā́ Ā̀ Ā̂ Ā̃ Ǟ Ā̈ Ǡ A̱ Å̄",
    "ae": "æ ǣ",
    "AE": "Æ Ǣ",
    "c": "ç č ć c̄ c̱",
    "C": "Ç Č Ć C̄ C̱",
    "d": "ď d̄ ḏ",
    "D": "Ď D̄ Ḏ",
    "e": "ë è é ê ę ě ė ē ḗ ḕ ē̂ ē̃ ê̄ e̱ ë̄ e̊̄",
    "E": "Ë È É Ê Ę Ě Ė Ē Ḗ Ḕ Ē̂ Ē̃ Ê̄ E̱ Ë̄ E̊̄",
    "g": "ğ ḡ g̱",
    "G": "Ğ Ḡ G̱",
    "i": "ï î ì í \N{LATIN SMALL LETTER DOTLESS I} ī ī́ ī̀ ī̂ ī̃ i̱",
    "I": "Ï Î Ì Í İ Ī Ī́ Ī̀ Ī̂ Ī̃ I̱",
    "l": "ľ ł l̄ ḹ ḻ",
    "L": "Ł Ľ L̄ Ḹ Ḻ",
    "n": "ñ ń ň n̄ ṉ",
    "N": "Ñ Ń Ň N̄ Ṉ",
    "o": "ö ò ő õ ô ó ō ṓ ṑ ō̂ ō̃ ȫ ō̈ ǭ ȭ ȱ o̱",
    "O": "Ö Ò Ő Õ Ô Ó Ō Ṓ Ṑ Ō̂ Ō̃ Ȫ Ō̈ Ǭ Ȭ Ȱ O̱",
    "oe": "ø ø̄ œ̄",
    "OE": "Ø Ø̄ Œ̄",
    "r": "ř r̄ ṟ ṝ",
    "R": "Ř R̄ Ṟ Ṝ",
    "ss": "ß",
    "s": "š ś ș ş s̄ s̱",
    "S": "Š Ś Ș Ş S̄ S̱",
    "t": "ť ț t̄ ṯ",
    "T": "Ť Ț T̄ Ṯ",
    "u": "ü ù û ú ů ű ū ū́ ū̀ ū̂ ū̃ u̇̄ ǖ ṻ ṳ̄ u̱",
    "U": "Ü Ù Û Ú Ů Ű Ū Ū́ Ū̀ Ū̂ Ū̃ U̇̄ Ǖ Ṻ Ṳ̄ U̱",
    "y": "ÿ ý ȳ ȳ́ ȳ̀ ȳ̃ y̱",
    "Y": "Ÿ Ý Ȳ Ȳ́ Ȳ̀ Ȳ̃ Y̱",
    "z": "ź ž ż z̄ ẕ",
    "Z": "Ź Ž Ż Z̄ Ẕ",
}

CLOUD_SYNC_PAGE = [
    _c("BitAnd(&HF, &HF7)", "7"),
    _c("CBool([attrib1] = [attrib2])", "True", attrib1="a", attrib2="a"),
    _c('ConvertFromBase64("SABlAGwAbABvACAAdwBvAHIAbABkACEA")', "Hello world!"),
    _c('ConvertFromBase64("SGVsbG8gd29ybGQh", UTF8)', "Hello world!"),
    _c('ConvertToBase64("Hello world!")', "SABlAGwAbABvACAAdwBvAHIAbABkACEA"),
    _c('ConvertToUTF8Hex("Hello world!")', "48656C6C6F20776F726C6421"),
    _c("CStr([dn])", "cn=Joe,dc=contoso,dc=com", dn="cn=Joe,dc=contoso,dc=com"),
    _c("DateFromNum(129699324000000000)", "1/1/2012 11:00:00 PM"),
    _c("DNComponent(CRef([dn]),1)", "Joe", dn="cn=Joe,ou=Sales,dc=contoso,dc=com"),
    _c(
        'IIF(IsPresent([accountName]),[accountName],Error("AccountName is required"))',
        "joe",
        accountName="joe",
    ),
    _c(
        'IIF([employeeType]="Intern","t-" & [alias],[alias])',
        "t-joe",
        employeeType="Intern",
        alias="joe",
    ),
    _c(
        'IIF([employeeType]="Intern","t-" & [alias],[alias])',
        "joe",
        employeeType="Staff",
        alias="joe",
    ),
    _c('InStr("The quick brown fox","quick")', "5"),
    _c('InStr("repEated","e",3,vbBinaryCompare)', "7"),
    _c("IsNull([displayName])", "True"),
    _c("IsNullOrEmpty([displayName])", "True", displayName=""),
    _c(_MANAGERS, "boss", directManager="boss"),
    _c(
        'Mid(Item([proxyAddresses],Contains([proxyAddresses], "SMTP:")),6)',
        "ada@contoso.com",
        proxyAddresses=["smtp:b@contoso.com", "SMTP:ada@contoso.com"],
    ),
    _c('Left("John Doe", 3)', "Joh"),
    _c("RemoveDuplicates([proxyAddresses])", ("a", "b"), proxyAddresses=["a", "b", "a"]),
    _c('Trim(" Test ")', "Test"),
    _c("Trim([proxyAddresses])", ("a", "b"), proxyAddresses=[" a", "b "]),
    _c('Word("The quick brown fox",3," ")', "brown"),
    _c('Word("This,string!has&many separators",3,",!&#")', "has"),
    _c('Replace([mail], "@contoso.com", , ,"", ,)', "john.doe", mail="john.doe@contoso.com"),
    _c(
        'Append([userPrincipalName], ".test")',
        "John.Doe@contoso.com.test",
        userPrincipalName="John.Doe@contoso.com",
    ),
    _c(
        "Append(Mid([givenName], 1, 3), Mid([surname], 1, 5))",
        "JohDoe",
        givenName="John",
        surname="Doe",
    ),
    _c("NormalizeDiacritics([givenName])", "Zoe", givenName="Zoë"),
    _c(
        'Split([extensionAttribute5], ",")',
        ("PermissionSetOne", "PermissionSetTwo"),
        extensionAttribute5="PermissionSetOne, PermissionSetTwo",
    ),
    _c(
        'FormatDateTime([extensionAttribute1], "yyyyMMddHHmmss.fZ", "yyyy-MM-dd")',
        "2015-01-23",
        extensionAttribute1="20150123105347.1Z",
    ),
    _c(_STATE, "Australia/Brisbane", state="QLD"),
    _c('Replace([mailNickname], , "[a-zA-Z_]*", , "", , )', "72", mailNickname="john_doe72"),
    _c(_LOWER_UPN, "john.smith@contoso.com", **JOHN),
    Example(CLOUD_SYNC, _UPN, "John.Smith@contoso.com", dict(JOHN), reading="cloud sync"),
]

_ACTIVE = 'Switch([Active], , "1", "False", "0", "True")'
_DIGITS = '"[()\\\\s-]+"'
_EXTENSION = '"\\\\+(?<isdCode>\\\\d* )(?<phoneNumber>.* )[x](?<extension>.*)"'
_COUNTRY = (
    'Switch([CountryReferenceTwoLetter], Join(" ", [PreferredFirstName], [PreferredLastName]), '
    '"HU", Join(",", [PreferredLastName], [PreferredFirstName]), '
    '"JP", Join(",", [PreferredLastName], [PreferredFirstName]), '
    '"KR", Join(",", [PreferredLastName], [PreferredFirstName]))'
)
_ISD = (
    'Switch(Replace([telephoneNumber], , "\\+(?<isdCode>49|44|43|1|352|91|31|32)(?<phoneNumber>.*)", , "${isdCode}", , ), , '
    '"43", "AUT", "1", "USA", "49", "GER", "91", "IND")'
)
_PRE_HIRE = 'Switch([Active], , "1", IIF(DateDiff("d", Now(), CDate([StatusHireDate])) <= 14, "{}", "{}"), "0", "{}")'
_RESCIND = (
    'Switch([StatusTerminated], "False", "1", "True", "0", Switch([StatusHireRescinded], "False", "1", "True", "0", '
    'Switch([Active], "False", "1", IIF(DateDiff("d", Now(), CDate(IIF(IsNullOrEmpty([StatusHireDate]), "9999-01-01", '
    '[StatusHireDate]))) < 7, "False", "True"), "0", "True")))'
)
_CITY = (
    'Switch([City], "OU=Default,OU=Users,DC=contoso,DC=com", "Dallas", "OU=Dallas,OU=Users,DC=contoso,DC=com", '
    '"Seattle", "OU=Seattle,OU=Users,DC=contoso,DC=com")'
)
_LEAVERS = (
    'IIF(DateDiff("d", Now(),CDate(Switch([StatusTerminationLastDayOfWork],[StatusTerminationLastDayOfWork], '
    f'"","9999-12-31"))) <= 0, "OU=Leavers,OU=Users,DC=contoso,DC=com", {_CITY})'
)
_UNITS = (
    'Join("", Switch([SupervisoryOrganization],"", "Engineering", "OU=Engineering,", "Development", "OU=Development,"), '
    'Switch([CostCenter],"", "Modern Workplace","OU=Modern Workplace,"), '
    'Switch([CountryReferenceTwoLetter],"", "US","OU=USA,"), "OU=Users,DC=contoso,DC=com")'
)
_HIDDEN = 'IIF(DateDiff("d", Now(), CDate([StatusHireDate])) >= 0, "TRUE", "FALSE")'
_WRITE_BACK = 'IgnoreFlowIfNullOrEmpty(IIF(DateDiff("d", Now(), CDate([employeeHireDate])) > 0, "", [userPrincipalName]))'
_CN = (
    'SelectUniqueValue(NormalizeDiacritics(Join(" ", [PreferredFirstName], [PreferredLastName])), '
    'NormalizeDiacritics(Join(" ", [PreferredFirstName], Mid([PreferredMiddleName],1,1), [PreferredLastName])), '
    'NormalizeDiacritics(Join(" ", [PreferredFirstName], [PreferredMiddleName], [PreferredLastName])))'
)
_JOSE = {
    "PreferredFirstName": "José",
    "PreferredLastName": "García",
    "PreferredMiddleName": "Antonio",
}
_PROXIES = (
    'Split(Join(",", Append("smtp:", Join("@", NormalizeDiacritics(StripSpaces(Join(".", [PreferredFirstName], '
    '[PreferredLastName]))), "contoso.onmicrosoft.com")), Append("SMTP:", Join("@", NormalizeDiacritics(StripSpaces('
    'Join(".", [PreferredFirstName], [PreferredLastName]))), "contoso.com"))), ",")'
)

WORKDAY_PAGE = [
    _w(
        f'Replace([PrimaryWorkTelephone], , {_DIGITS}, , "", , )',
        "+15551234567",
        PrimaryWorkTelephone="+1 (555) 123-4567",
    ),
    _w(
        'Replace([PreferredNameData], , "(?<firstName>[a-zA-Z]+ )(?<lastName>[a-zA-Z]+)", ,"${lastName}", ,)',
        "Smith",
        PreferredNameData="John Smith",
    ),
    _w(
        'Replace([WorkerID], , "(?<leadingZeros>^0+)(?<actualValue>[a-zA-Z0-9]+)", , "${actualValue}", ,)',
        "12345",
        WorkerID="00012345",
    ),
    _w(
        'Join(" ",Replace([HereditarySuffix], ,"(?<CountryISOCode>.*)_(?<suffix1>.*)_(?<suffix2>.*)[0-9]", ,'
        '"${suffix1} ${suffix2}", , ),[PreferredLastName])',
        "Van der Hof",
        HereditarySuffix="NLD_Van_der3",
        PreferredLastName="Hof",
    ),
    _w('Replace(PCase("st john\'s hospital"),"\'S", , ,"\'s", , )', "St John's Hospital"),
    _w(
        'ToLower(NormalizeDiacritics(StripSpaces(Join(".", [PreferredFirstName], [PreferredLastName]))))',
        "jose.garcia-lopez",
        PreferredFirstName="José",
        PreferredLastName="García-López",
    ),
    _w(
        _COUNTRY,
        "Tanaka,Hiroshi",
        CountryReferenceTwoLetter="JP",
        PreferredFirstName="Hiroshi",
        PreferredLastName="Tanaka",
    ),
    _w(_COUNTRY, "John Smith", CountryReferenceTwoLetter="US", **JOHN),
    _w(
        f'Replace(Replace([telephoneNumber], , "\\\\+(?<isdCode>\\\\d* )(?<phoneNumber>.*)", , "${{phoneNumber}}", , ), ,{_DIGITS}, ,"", , )',
        "7376268331",
        telephoneNumber="+1 737-626-8331",
    ),
    _w(_ISD, "GER", telephoneNumber="+493012345678"),
    _w(_ISD, "IND", telephoneNumber="+919876543210"),
    _w(_ISD, "USA", telephoneNumber="+15551234567"),
    _w(
        f'Replace(Replace([telephoneNumber], , {_EXTENSION}, , "${{phoneNumber}}", , ), ,{_DIGITS}, ,"", , )',
        "2062918163",
        telephoneNumber="+1 (206) 291-8163 x8125",
    ),
    _w(
        f'Replace([telephoneNumber], , {_EXTENSION}, , "${{extension}}", , )',
        "8125",
        telephoneNumber="+1 (206) 291-8163 x8125",
    ),
    _w(_ACTIVE, "False", Active="1"),
    _w(_ACTIVE, "True", Active="0"),
    _w(_PRE_HIRE.format("False", "True", "True"), "False", Active="1", StatusHireDate="2025-08-10"),
    _w(_PRE_HIRE.format("False", "True", "True"), "True", Active="1", StatusHireDate="2025-09-15"),
    _w(_RESCIND, "True", StatusTerminated="1", Active="1", StatusHireDate="2025-08-15"),
    _w(_RESCIND, "True", StatusTerminated="0", StatusHireRescinded="1", Active="1"),
    _w(
        _RESCIND,
        "True",
        StatusTerminated="0",
        StatusHireRescinded="0",
        Active="1",
        StatusHireDate="2025-08-15",
    ),
    _w(
        _RESCIND,
        "False",
        StatusTerminated="0",
        StatusHireRescinded="0",
        Active="1",
        StatusHireDate="2025-08-05",
    ),
    _w('Switch([Active], , "1", "True", "0", "False")', "True", Active="1"),
    _w('Switch([Active], , "1", "True", "0", "False")', "False", Active="0"),
    _w(_PRE_HIRE.format("True", "False", "False"), "True", Active="1", StatusHireDate="2025-08-10"),
    _w(
        _PRE_HIRE.format("True", "False", "False"), "False", Active="1", StatusHireDate="2025-09-15"
    ),
    _w(
        'IIF(DateDiff("d", Now(), CDate([StatusHireDate])) <= 14, "False", IgnoreObjectFlow)',
        "False",
        StatusHireDate="2025-08-10",
    ),
    _w(
        'IIF(DateDiff("d", Now(), CDate([StatusHireDate])) <= 14, "False", IgnoreObjectFlow)',
        OBJECT_SKIPPED,
        StatusHireDate="2025-09-15",
    ),
    _w(_CITY, "OU=Seattle,OU=Users,DC=contoso,DC=com", City="Seattle"),
    _w(_CITY, "OU=Default,OU=Users,DC=contoso,DC=com", City="Chicago"),
    _w(
        _UNITS,
        "OU=Engineering,OU=Modern Workplace,OU=USA,OU=Users,DC=contoso,DC=com",
        SupervisoryOrganization="Engineering",
        CostCenter="Modern Workplace",
        CountryReferenceTwoLetter="US",
    ),
    _w(
        _LEAVERS,
        "OU=Leavers,OU=Users,DC=contoso,DC=com",
        StatusTerminationLastDayOfWork="2025-07-25",
        City="Seattle",
    ),
    _w(
        _LEAVERS,
        "OU=Dallas,OU=Users,DC=contoso,DC=com",
        StatusTerminationLastDayOfWork="2025-08-15",
        City="Dallas",
    ),
    _w('Join(", ", [PreferredLastName], [PreferredFirstName])', "Smith, John", **JOHN),
    _w(
        'Join("", [PreferredLastName], ",", [PreferredFirstName], " ", Mid([PreferredMiddleName],1,1), "-", [WorkerID])',
        "Johnson,Sarah E-12345",
        PreferredFirstName="Sarah",
        PreferredLastName="Johnson",
        PreferredMiddleName="Elizabeth",
        WorkerID="12345",
    ),
    Example(WORKDAY, _CN, "Jose Garcia", dict(_JOSE)),
    Example(WORKDAY, _CN, "Jose A Garcia", dict(_JOSE), taken=frozenset({"Jose Garcia"})),
    Example(
        WORKDAY,
        _CN,
        "Jose Antonio Garcia",
        dict(_JOSE),
        taken=frozenset({"Jose Garcia", "Jose A Garcia"}),
    ),
    _w('Switch([Active], , "1", "FALSE", "0", "TRUE")', "TRUE", Active="0"),
    _w('Switch([Active], , "1", "FALSE", "0", "TRUE")', "FALSE", Active="1"),
    _w(_HIDDEN, "TRUE", StatusHireDate="2025-07-31"),
    _w(_HIDDEN, "FALSE", today="2025-08-01", StatusHireDate="2025-07-31"),
    _w(
        'Split(Join(",","a8cccada-a108-47ae-bf9a-f130499aa4cb","{26491cfc-9e50-4857-861b-0cb8df22b5d7}"), ",")',
        ("a8cccada-a108-47ae-bf9a-f130499aa4cb", "{26491cfc-9e50-4857-861b-0cb8df22b5d7}"),
    ),
    _w(
        _WRITE_BACK,
        "user@contoso.com",
        employeeHireDate="2025-07-15",
        userPrincipalName="user@contoso.com",
    ),
    _w(_WRITE_BACK, SKIPPED, employeeHireDate="2025-08-15", userPrincipalName="future@contoso.com"),
]

_SHORT = (
    'Switch([Municipality], Join(", ", [PreferredLastName], [PreferredFirstName]), "Chicago", '
    'Append(Join(", ",[PreferredLastName], [PreferredFirstName]), " (CHI)"))'
)
_LEFT = 'Switch([TerminatedWorkers], Switch([Active], , "1", "False", "0", "True"), "Terminated Workers", "True")'
_LAST_DAY = 'Switch([LastDayOfWorkWorkers], Switch([Active], , "1", "False", "0", "True"), "Workers past Last Day of Work", "True")'
_PARTNER = 'IIF(InStr([userPrincipalName], "@partners") > 0,"Guest","Member")'
_TITLE = 'Switch(IsPresent([jobTitle]), "DefaultValue", "True", [jobTitle])'

OTHER_PAGES = [
    Example(
        TUTORIAL,
        'Append(Join(", ",[PreferredLastName],[PreferredFirstName]), Join(""," (",[SupervisoryOrganization],"-",'
        '[CountryReferenceTwoLetter],")"))',
        "Smith, John (Marketing-US)",
        {**JOHN, "SupervisoryOrganization": "Marketing", "CountryReferenceTwoLetter": "US"},
    ),
    Example(TUTORIAL, _SHORT, "Smith, John (CHI)", {**JOHN, "Municipality": "Chicago"}),
    Example(TUTORIAL, _SHORT, "Smith, John", {**JOHN, "Municipality": "Oslo"}),
    Example(USER_TYPE, _PARTNER, "Guest", {"userPrincipalName": "a@partners.contoso.com"}),
    Example(USER_TYPE, _PARTNER, "Member", {"userPrincipalName": "a@contoso.com"}),
    Example(HR, 'Switch([BusinessTitle],[BusinessTitle],"","N/A")', "N/A"),
    Example(
        HR, 'Switch([BusinessTitle],[BusinessTitle],"","N/A")', "Clerk", {"BusinessTitle": "Clerk"}
    ),
    Example(HR, "IgnoreFlowIfNullOrEmpty([BusinessTitle])", SKIPPED),
    Example(HR_UPDATES, _LEFT, "True", {"TerminatedWorkers": "Terminated Workers", "Active": "1"}),
    Example(HR_UPDATES, _LEFT, "False", {"Active": "1"}),
    Example(
        HR_UPDATES, _LAST_DAY, "True", {"LastDayOfWorkWorkers": "Workers past Last Day of Work"}
    ),
    Example(HR_UPDATES, _LAST_DAY, "True", {"Active": "0"}),
    Example(CUSTOMIZE, _TITLE, "DefaultValue"),
    Example(CUSTOMIZE, _TITLE, "Clerk", {"jobTitle": "Clerk"}),
    Example(
        PARSE,
        'Replace([preferredLanguage], "-", , , "_", ,  )',
        "EN_US",
        {"preferredLanguage": "EN-US"},
    ),
]

# Examples whose printed result does not follow from the printed expression: what the page prints,
# what its expression gives here, and why that is the only reading of the expression.
_GUID_INPUT = "00aa00aa-bb11-cc22-dd33-44ee44ee44ee"
_ID = 'Join("", 1000, Replace(ConvertToUTF8Hex([objectId]), , "[a-zA-Z_]*", , "", , ))'
_MAIL = 'Join("@", NormalizeDiacritics(StripSpaces(Join(".", [PreferredFirstName], [PreferredLastName]))), "contoso.com")'
_REHIRE = (
    'Switch([Active], , "1", IIF([StatusRehire]=1, IIF(DateDiff("d", Now(), CDate([StatusHireDate])) >= 0, "False", '
    '"True"), "False"), "0", "True")'
)
_STARTED = (
    'IIF(DateDiff("d", Now(), CDate([StatusHireDate])) >= 0, [Department], IgnoreAttributeFlow)'
)
_REHIRED = {"Active": "1", "StatusRehire": "1"}

CONTRADICTORY: list[tuple[Example, object]] = [
    # The printed result belongs to another object id, d05e47b1-3909-445a-ba5e-ca60cbc0e4b4.
    (
        _f(
            _ID,
            "100030306161303061612626231312636332322646433332343465653434656534346565",
            objectId=_GUID_INPUT,
        ),
        "100064303565343762312333930392343435612626135652636136306362633065346234",
    ),
    # Digits are printed without the plus sign, which the pattern does not remove.
    (
        _f(
            'Replace([mobile], , "[()\\\\s-]+", , "", , )',
            "+19998887777",
            mobile="+1 (999) 888-7777",
        ),
        "19998887777",
    ),
    # Printed in lower case, though nothing in the expression changes the case.
    (
        _w(
            _MAIL,
            "Maria.JoseGonzalez@contoso.com",
            PreferredFirstName="María",
            PreferredLastName="José González",
        ),
        "maria.josegonzalez@contoso.com",
    ),
    # The group isdCode holds a blank, so that no key is matched and the default is returned.
    (
        _w(
            'Switch(Replace([telephoneNumber], , "\\\\+(?<isdCode>\\\\d* )(?<phoneNumber>.*)", , "${isdCode}", , ), "USA", '
            '"1", "USA", "44", "GBR", "49", "DEU")',
            "USA",
            telephoneNumber="+44 20 7946 0958",
        ),
        "GBR",
    ),
    (
        _w(
            _PROXIES,
            ("smtp:Michael.Brown@contoso.onmicrosoft.com", "SMTP:Michael.Brown@contoso.com"),
            PreferredFirstName="Michael",
            PreferredLastName="Brown",
        ),
        ("smtp:michael.brown@contoso.onmicrosoft.com", "SMTP:michael.brown@contoso.com"),
    ),
    # The printed number is a moment of another year.
    (
        _w(
            'NumFromDate(Join("", FormatDateTime([ContractEndDate], ,"yyyy-MM-ddzzz", "yyyy-MM-dd"), "T23:59:59-08:00"))',
            "134117279990000000",
            ContractEndDate="2025-12-31-08:00",
        ),
        "133835135990000000",
    ),
    # The comparison is the other way round in the text.
    (_w(_STARTED, SKIPPED, StatusHireDate="2025-07-15", Department="Engineering"), "Engineering"),
    (_w(_STARTED, "Marketing", StatusHireDate="2025-08-15", Department="Marketing"), SKIPPED),
    (_w(_REHIRE, "False", StatusHireDate="2025-08-15", **_REHIRED), "True"),
    (_w(_REHIRE, "True", StatusHireDate="2025-07-15", **_REHIRED), "False"),
    # The default of the last Switch is empty only for departments; the country is in its list.
    (
        _w(
            _UNITS.replace('"US","OU=USA,"', '"US","OU=USA,","UK","OU=UK,"'),
            "OU=UK,OU=Users,DC=contoso,DC=com",
            SupervisoryOrganization="Sales",
            CostCenter="Marketing",
            CountryReferenceTwoLetter="UK",
        ),
        "OU=Users,DC=contoso,DC=com",
    ),
]

DOCUMENTED = [*FUNCTION_PAGE, *CLOUD_SYNC_PAGE, *WORKDAY_PAGE, *OTHER_PAGES]

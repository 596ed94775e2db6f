"""The functions there are, with the parameters that the service lists for them."""

from dataclasses import dataclass
from typing import Literal

from graphsync.expressions.json_shapes import Document

Kind = Literal["String", "Integer", "Boolean"]
# The page of functions has this parameter, the list that the service gave in 2021 does not.
_UNLISTED = {("FormatDateTime", "dateTimeStyles")}


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter; `repeats` lets the last one take any number of arguments."""

    name: str
    kind: Kind = "String"
    required: bool = True
    repeats: bool = False

    def document(self) -> Document:
        """Describe the parameter as the schema's `functions` does."""
        return {
            "name": self.name,
            "type": self.kind,
            "required": self.required,
            "allowMultipleOccurrences": self.repeats,
        }


@dataclass(frozen=True, slots=True)
class Function:
    """A function and its parameters in order."""

    name: str
    parameters: tuple[Parameter, ...]

    def parameter(self, position: int) -> Parameter | None:
        """Return the parameter that an argument belongs to; None for one argument too many."""
        if position < len(self.parameters):
            return self.parameters[position]
        last = self.parameters[-1] if self.parameters else None
        return last if last and last.repeats else None

    def document(self) -> Document:
        """Describe the function as the schema's `functions` does."""
        listed = [item for item in self.parameters if (self.name, item.name) not in _UNLISTED]
        return {"name": self.name, "parameters": [item.document() for item in listed]}


def _function(name: str, *parameters: str) -> Function:
    return Function(name, tuple(_parameter(text) for text in parameters))


def _parameter(text: str) -> Parameter:
    """Read `name:Kind?*`: the kind unless String, `?` for optional, `*` for any number."""
    bare = text.rstrip("?*")
    name, _, kind = bare.partition(":")
    read: Kind = "Integer" if kind == "Integer" else "Boolean" if kind == "Boolean" else "String"
    return Parameter(name, read, "?" not in text, "*" in text)


FUNCTIONS: dict[str, Function] = {
    item.name: item
    for item in (
        _function("Append", "source", "suffix"),
        _function("AppRoleAssignments", "source"),
        _function("AppRoleAssignmentsComplex", "source"),
        _function("AssertiveAppRoleAssignmentsComplex", "source"),
        _function("BitAnd", "value1:Integer", "value2:Integer"),
        _function("CBool", "expression"),
        _function("CDate", "expression"),
        _function("Coalesce", "source", "defaultValue?*"),
        _function("Contains", "attribute", "search"),
        _function("ConvertFromBase64", "source", "encoding?"),
        _function("ConvertToBase64", "source"),
        _function("ConvertToUTF8Hex", "source"),
        _function("Count", "attribute"),
        _function("CRef", "value"),
        _function("CStr", "value"),
        _function("DateAdd", "interval", "value:Integer", "dateTime"),
        _function("DateDiff", "interval", "dateTime1", "dateTime2"),
        _function("DateFromNum", "value:Integer"),
        _function("DefaultDomain"),
        _function("DNComponent", "dn", "componentNumber:Integer"),
        _function("Error", "errorMessage"),
        _function("FormatDateTime", "source", "dateTimeStyles?", "inputFormat", "outputFormat"),
        _function("Guid"),
        _function("IgnoreFlowIfNullOrEmpty", "expression"),
        _function("IIF", "one", "two", "three"),
        _function("InStr", "value1", "value2", "start:Integer?", "compareType?"),
        _function("IsNothing", "source:Boolean"),
        _function("IsNull", "expression"),
        _function("IsNullOrEmpty", "expression"),
        _function("IsPresent", "expression"),
        _function("IsString", "expression"),
        _function("Item", "attribute", "index:Integer"),
        _function("Join", "separator", "source*"),
        _function("Left", "source", "count:Integer"),
        _function("Mid", "source", "start:Integer", "length:Integer"),
        _function("NormalizeDiacritics", "source"),
        _function("Not", "source:Boolean"),
        _function("Now"),
        _function("NumFromDate", "value"),
        _function("PCase", "source", "wordSeparators?"),
        _function("Prepend", "prefix", "source"),
        _function(
            "RandomString",
            "length:Integer",
            "minimumNumbers:Integer",
            "minimumSpecialCharacters:Integer",
            "minimumCapital:Integer",
            "minimumLowerCase:Integer",
            "charactersToAvoid?",
        ),
        _function("Redact", "source"),
        _function("RemoveDuplicates", "attribute"),
        _function(
            "Replace",
            "source",
            "Find?",
            "RegularExpression?",
            "RegularExpressionGroupName?",
            "Replacement?",
            "ReplacementPropertyName?",
            "Template?",
        ),
        _function("SelectUniqueValue", "uniqueValueRule", "uniqueValueRules*"),
        _function("SingleAppRoleAssignment", "source"),
        _function("Split", "source", "delimiter?"),
        _function("StringFromSid", "source"),
        _function("StripSpaces", "source"),
        _function("Switch", "source", "defaultValue?", "switchValue?*"),
        _function("ToLower", "source", "culture?"),
        _function("ToUpper", "source", "culture?"),
        _function("Trim", "source"),
        _function("Word", "source", "wordNumber:Integer", "delimiters"),
    )
}

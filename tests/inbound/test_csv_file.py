"""CSV files as payrolls write them: any encoding, any separator, and lines that cannot be used."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from graphsync.errors import RecordsInvalid
from graphsync.inbound import BadLine, read_csv

MAPPING = {"externalId": "Id", "userName": "Mail", "name.familyName": "Last", "active": "Employed"}
HEADER = "Id;Mail;Last;Employed\n"
NAMES = {
    "cp1252": "Müller Größ Söhnlein Jürgen Käthe Bénédicte François Hélène Lefèvre Noël Åsa Björn Öberg Muñoz José Núñez",
    "cp1250": "Wójcik Żółć Łukasz Dąbrowska Świętosław Gołębiewski Zieliński Woźniak",
    "iso-8859-2": "Wójcik Żółć Łukasz Dąbrowska Świętosław Gołębiewski Zieliński Woźniak",
    "cp1254": "Şahin Yıldız Çelik Öztürk Güneş İbrahim",  # noqa: RUF001  # Turkish has this letter
    "cp1251": "Иванов Сергей Петрова Кузнецов Ольга",
    "cp932": "田中 鈴木 佐藤 健一",
}


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "payroll.csv"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_unicode_is_found_out_for_certain(tmp_path: Path, encoding: str) -> None:
    path = written(tmp_path, f"{HEADER}1;a@contoso.com;Łąka Müller 田中;yes\n", encoding)
    (record,) = read_csv(path, MAPPING)
    assert record == {
        "externalId": "1",
        "userName": "a@contoso.com",
        "name": {"familyName": "Łąka Müller 田中"},
        "active": True,
    }


@pytest.mark.parametrize("encoding", NAMES)
def test_older_encodings_are_found_out_by_their_letters(tmp_path: Path, encoding: str) -> None:
    first = NAMES[encoding].split()
    names = [f"{one} {other}" for one in first for other in first]
    lines = [f"{number};p{number}@contoso.com;{name};1\n" for number, name in enumerate(names)]
    records = [*read_csv(written(tmp_path, HEADER + "".join(lines), encoding), MAPPING)]
    assert [record["name"] for record in records] == [{"familyName": name} for name in names]


# With few letters, the detector's likeliest encoding is often a wrong one.
@pytest.mark.parametrize(
    ("encoding", "names"),
    [
        ("cp1252", "å@contoso.com"),
        ("cp1252", "Núñez"),
        ("cp1252", "Müller Weiß"),
        ("cp1252", "García Peña López Muñoz Íñiguez"),
        ("cp1252", NAMES["cp1252"]),
        ("cp1252", "Søren Kjær"),
        ("cp1250", "Dvořák"),
        ("cp1250", "Łukasz Wójcik"),
        ("cp1250", "Erdős Kovács"),
        ("iso-8859-2", "Gołębiewski Zieliński"),
        ("cp1251", "Иванов"),
        ("cp1253", "Αλέξης"),
        ("cp1254", "Şahin Yıldız Çelik"),  # noqa: RUF001  # as above
        ("cp1257", "Jānis Bērziņš"),
        ("cp932", "田中"),
        ("gb18030", "张伟"),
        ("cp949", "김철수"),
    ],
)
def test_few_letters_are_read_as_names_have_them(tmp_path: Path, encoding: str, names: str) -> None:
    lines = [f"{number};;{name};1\n" for number, name in enumerate(names.split())]
    records = [*read_csv(written(tmp_path, HEADER + "".join(lines), encoding), MAPPING)]
    assert [record["name"] for record in records] == [{"familyName": one} for one in names.split()]


def test_a_late_letter_counts_too(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        HEADER + "".join(f"{n};x;Smith;1\n" for n in range(20_000)) + "z;x;Müller;1\n",
        "cp1252",
    )
    assert read_csv(path, MAPPING).encoding != "utf-8"


def test_without_the_library_the_encoding_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, f"{HEADER}1;a;Müller;1\n", "cp1252")
    monkeypatch.setitem(sys.modules, "chardet", None)
    with pytest.raises(ValueError, match=r"not UTF-8; pass encoding=.*graphsync-client\[inbound\]"):
        read_csv(path, MAPPING)
    (record,) = read_csv(path, MAPPING, encoding="cp1252")
    assert record["name"] == {"familyName": "Müller"}


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found_out_by_the_columns(tmp_path: Path, separator: str) -> None:
    text = f'{HEADER}1;a@contoso.com;"Sm,i;t\t|h";no\n'.replace(";", separator)
    read = read_csv(written(tmp_path, text), MAPPING)
    (record,) = read
    assert read.separator == separator
    assert record["active"] is False
    assert read_csv(written(tmp_path, text), MAPPING, separator=separator).separator == separator


def test_spreadsheets_say_the_separator_in_a_line_of_its_own(tmp_path: Path) -> None:
    read = read_csv(
        written(tmp_path, "sep=;\r\nId;Mail;Last;Employed\r\n1;a;B;1\r\n2;a;B;perhaps\r\n"),
        MAPPING,
        on_bad_line="skip",
    )
    assert [record["externalId"] for record in read] == ["1"]
    assert [line.number for line in read.bad_lines] == [4]


BAD = HEADER + '1;a;B;1\n2;a;B\n3;a;"B\nB";1\n4;a;B;1;x\n;a;B;1\n\n7;a;B;perhaps\n8;a;B;1;;\n'


def test_bad_lines_are_left_out_where_asked(tmp_path: Path) -> None:
    read = read_csv(written(tmp_path, BAD), MAPPING, on_bad_line="skip")
    assert [(record["externalId"], record.place) for record in read] == [
        ("1", "line 2"),
        ("3", "line 4"),
        ("8", "line 10"),
    ]
    assert read.bad_lines == [
        BadLine(3, "it has 3 cells, the header has 4"),
        BadLine(6, "it has 5 cells, the header has 4"),
        BadLine(7, "its externalId is empty"),
        read.bad_lines[3],
    ]
    assert read.bad_lines[3].number == 9
    assert "'perhaps' is neither true nor false" in read.bad_lines[3].problem
    assert len([*read]) == 3
    assert len(read.bad_lines) == 4


def test_bad_lines_are_fatal_otherwise_and_all_named(tmp_path: Path) -> None:
    with pytest.raises(RecordsInvalid) as failure:
        list(read_csv(written(tmp_path, BAD), MAPPING))
    assert failure.value.count == 4
    assert [problem.partition(":")[0] for problem in failure.value.problems] == [
        "line 3",
        "line 6",
        "line 7",
        "line 9",
    ]


def test_many_bad_lines_are_counted(tmp_path: Path) -> None:
    with pytest.raises(RecordsInvalid, match="and 80 more") as failure:
        list(read_csv(written(tmp_path, HEADER + "x;y\n" * 100), MAPPING))
    assert (failure.value.count, len(failure.value.problems)) == (100, 20)


def test_bytes_that_do_not_fit_the_encoding_make_a_bad_line(tmp_path: Path) -> None:
    path = tmp_path / "payroll.csv"
    path.write_bytes(f"{HEADER}1;a;B;1\n2;a;".encode() + b"M\xfcller;1\n")
    read = read_csv(path, MAPPING, encoding="utf-8", on_bad_line="skip")
    assert [record["externalId"] for record in read] == ["1"]
    assert read.bad_lines == [BadLine(3, "it has bytes that are not utf-8")]


def test_a_quote_that_is_never_closed_is_fatal_for_it_would_swallow_the_rest(
    tmp_path: Path,
) -> None:
    read = read_csv(
        written(tmp_path, f'{HEADER}1;a;B;1\n2;a;"B;1\n3;a;B;1\n'), MAPPING, on_bad_line="skip"
    )
    with pytest.raises(RecordsInvalid, match=r"payroll\.csv, line 3: "):
        list(read)


def test_a_missing_column_is_named_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(RecordsInvalid, match=r"there is no column 'Mail'; did you mean 'E-Mail'"):
        list(read_csv(written(tmp_path, "Id;E-Mail;Last;Employed\n"), MAPPING))
    with pytest.raises(RecordsInvalid, match="2 columns are called 'Last'"):
        list(read_csv(written(tmp_path, "Id;Mail;Last;Last;Employed\n"), MAPPING))
    with pytest.raises(RecordsInvalid, match="is empty"):
        list(read_csv(written(tmp_path, ""), MAPPING))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"on_bad_line": "ignore"}, "choose 'raise' or 'skip'"),
        ({"encoding": "utf-9"}, "no encoding 'utf-9'"),
        ({"separator": "::"}, "one character"),
    ],
)
def test_options_that_cannot_be_meant(tmp_path: Path, wrong: dict[str, str], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        read_csv(written(tmp_path, HEADER), MAPPING, **wrong)  # type: ignore[arg-type]


def test_cells_are_stripped_and_empty_ones_left_out(tmp_path: Path) -> None:
    (record,) = read_csv(written(tmp_path, f"{HEADER} 1 ; a@contoso.com ;  ;\n"), MAPPING)
    assert record == {"externalId": "1", "userName": "a@contoso.com"}

"""Writes prisma/sample/expected-ledger.json: what the sample city must hold when it has been loaded.

Run anywhere, with Python 3.9 or newer and nothing else:

    python3 prisma/sample/expected-ledger.py            # writes expected-ledger.json beside this file
    python3 prisma/sample/expected-ledger.py --check    # exit code 1 when the committed file differs

An independent reading of the ledgers (standard library only, no code shared with the loader): the database test
scripts/sample-city/expected.db.test.ts compares the loaded database with it, field by field.

How the files are read
- 個人情報 「無」 = none. 本人の数: a blank is unknown (null), a 0 stays 0.
- Zone blank: notApplicable where none is needed (paper, facility, offline medium), else notEntered.
- 登録日 in 西暦 or 和暦. School rows have none: they count as registered on SCHOOL_DAY.
- School rows without 種別: the medium decides, 紙 = paper, everything else = information.
- Who may access a school's asset: level Ⅳ = public; else 取扱者 naming 児童生徒 = students; else staff.
- The standard ledger has rows of its own, without a day and without a department; a school's row of the same name
  refers to it (standardAsset).
"""

import csv
import io
import json
import re
import sys
import unicodedata
import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
SCHOOL_DAY = "2025-05-01"

KINDS = {
    "ネットワーク": "network",
    "情報システム": "informationSystem",
    "施設・設備": "facility",
    "電磁的記録媒体": "medium",
    "取り扱う情報": "information",
    "関連文書": "document",
    "紙文書": "paper",
}
ZONES = {
    "マイナンバー利用事務系": "myNumber",
    "LGWAN接続系": "lgwan",
    "インターネット接続系": "internet",
    "校務系": "schoolAffairs",
    "校務外部接続系": "schoolExternal",
    "学習系": "learning",
}
PERSONAL = {"無": "none", "個人情報": "personal", "要配慮個人情報": "sensitive", "特定個人情報": "specific"}
TAKE_OUT = {
    "持ち出し禁止": "prohibited",
    "個別許可": "individual",
    "包括許可": "blanket",
    "制限なし": "unrestricted",
}
IMPORTANCE = {"I": "I", "II": "II", "III": "III", "IV": "IV", "1": "I", "2": "II", "3": "III", "4": "IV"}
OFFLINE_MEDIA = {"磁気テープ"}
ERAS = {"R": 2018, "令和": 2018, "H": 1988, "平成": 1988, "S": 1925, "昭和": 1925}


def rows_of(name, encoding="utf-8-sig"):
    text = (HERE / name).read_bytes().decode(encoding)
    return list(csv.DictReader(io.StringIO(text, newline="")))


def or_none(text):
    return text.strip() or None


def day(text):
    folded = unicodedata.normalize("NFKC", text).strip()
    western = re.fullmatch(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})", folded)
    if western:
        year, month, date = map(int, western.groups())
    else:
        era, year, month, date = re.fullmatch(
            r"(R|令和|H|平成|S|昭和)(\d{1,2})[.年](\d{1,2})[.月](\d{1,2})日?", folded
        ).groups()
        year, month, date = ERAS[era] + int(year), int(month), int(date)
    return f"{year:04d}-{month:02d}-{date:02d}"


def zone(text, kind, medium):
    if text:
        return ZONES[text]
    unneeded = kind in ("paper", "facility") or medium == "紙" or medium in OFFLINE_MEDIA
    return "notApplicable" if unneeded else "notEntered"


class Departments:
    """Finds a department by 課 below a 部局 (any ancestor); day-independent: current ones first."""

    def __init__(self):
        self.by_code = {row["部署コード"]: row for row in rows_of("organization.csv")}

    def above(self, code):
        while code:
            yield self.by_code[code]["部署名"]
            code = self.by_code[code]["上位部署コード"]

    def code_of(self, bureau, name):
        found = [
            code
            for code, row in self.by_code.items()
            if row["部署名"] == name and (not bureau or bureau in list(self.above(code))[1:])
        ]
        current = [code for code in found if not self.by_code[code]["有効終了日"]] or found
        if len(current) != 1:
            raise SystemExit(f"{bureau}/{name}: {current}")
        return current[0]


def municipal_row(row, departments, ledger, state="active"):
    kind = KINDS[row["種別"]]
    medium = or_none(row["媒体"])
    return {
        "row": f"{ledger} {row['No.']}",
        "state": state,
        "name": row["情報資産名"],
        "kindCode": kind,
        "task": or_none(row["業務"]),
        "departmentCode": departments.code_of(row["部局"], row["所管課"]),
        "schemeCode": row.get("分類体系") or "municipal-2024",
        "confidentiality": row["機密性"],
        "integrity": row["完全性"],
        "availability": row["可用性"],
        "importance": None,
        "audience": None,
        "zone": zone(row["ネットワーク区分"], kind, medium),
        "personalData": PERSONAL[row["個人情報"]],
        "dataSubjects": int(row["本人の数"]) if row["本人の数"] else None,
        "medium": medium,
        "storageLocation": or_none(row["保管場所"]),
        "userScope": or_none(row["利用者の範囲"]),
        "takeOut": None,
        "retention": or_none(row["保存期間"]),
        "outsourcedTo": or_none(row["委託先"]),
        "cloudService": or_none(row["クラウドサービス名"]),
        "registeredOn": day(row["登録日"]),
        "remarks": or_none(row["備考"]),
        "standardAsset": None,
        "visibility": "internal",
    }


def disposed_row(row, departments):
    asset = municipal_row(row, departments, "disposed", "disposed")
    # What was disposed of rests with the department that had it on that day.
    return {
        **asset,
        "disposedOn": row["廃棄日"],
        "disposedBy": row["廃棄した者"],
        "disposalMethod": row["廃棄方法"],
    }


NS = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def sheets(name):
    """Every sheet of a workbook as (title, rows of texts), from the zip's own XML."""
    with zipfile.ZipFile(HERE / name) as book:
        xml = lambda path: ElementTree.fromstring(book.read(path))
        shared = [
            "".join(text.text or "" for text in item.iter("{%s}t" % NS["s"]))
            for item in xml("xl/sharedStrings.xml").findall("s:si", NS)
        ]
        targets = {r.get("Id"): r.get("Target") for r in xml("xl/_rels/workbook.xml.rels")}
        for sheet in xml("xl/workbook.xml").findall("s:sheets/s:sheet", NS):
            rows = []
            for row in xml("xl/" + targets[sheet.get(REL)].removeprefix("/xl/")).iter("{%s}row" % NS["s"]):
                cells = {}
                for cell in row.findall("s:c", NS):
                    value = cell.find("s:v", NS)
                    text = "" if value is None else value.text or ""
                    cells[re.match("[A-Z]+", cell.get("r")).group()] = (
                        shared[int(text)] if cell.get("t") == "s" and text else text
                    )
                rows.append(cells)
            yield sheet.get("name"), rows


def table(rows):
    at = next(i for i, row in enumerate(rows) if row.get("A") == "情報資産名")
    head = rows[at]
    return [{title: row.get(column, "") for column, title in head.items()} for row in rows[at + 1 :]]


def school_part(row):
    importance = IMPORTANCE[unicodedata.normalize("NFKC", row["重要性分類"])]
    kind = "paper" if row["媒体"] == "紙" else "information"
    return kind, importance, {
        "medium": or_none(row["媒体"]),
        "storageLocation": or_none(row["保管場所"]),
        "userScope": or_none(row["取扱者"]),
        "takeOut": TAKE_OUT[row["外部持ち出し"]],
        "retention": or_none(row["保存期間"]),
    }


def school_row(row, code, place, standard_names):
    kind, importance, rest = school_part(row)
    audience = "public" if importance == "IV" else "students" if "児童生徒" in row["取扱者"] else "staff"
    return {
        "row": f"school {code} {place}",
        "state": "active",
        "name": row["情報資産名"],
        "kindCode": kind,
        "task": None,
        "departmentCode": code,
        "schemeCode": "education-2025",
        "confidentiality": None,
        "integrity": None,
        "availability": None,
        "importance": importance,
        "audience": audience,
        "zone": zone(row["ネットワーク区分"], kind, row["媒体"]),
        "personalData": None,
        "dataSubjects": None,
        **rest,
        "outsourcedTo": None,
        "cloudService": None,
        "registeredOn": SCHOOL_DAY,
        "remarks": None,
        "standardAsset": row["情報資産名"] if row["情報資産名"] in standard_names else None,
        "visibility": "internal",
    }


def standard_row(row, place):
    _, importance, rest = school_part(row)
    return {
        "sortOrder": place,
        "name": row["情報資産名"],
        "schemeCode": "education-2025",
        "importance": importance,
        "zoneCode": ZONES[row["ネットワーク区分"]] if row["ネットワーク区分"] else None,
        **rest,
    }


def build():
    departments = Departments()
    ledger = lambda name, label, **more: [
        municipal_row(row, departments, label, **more)
        for row in rows_of(name, "cp932" if "cp932" in name else "utf-8-sig")
    ]
    (_, standard), *schools = list(sheets("ledger-schools.xlsx"))
    return {
        "municipal": ledger("ledger-internal.csv", "internal"),
        "fire": ledger("ledger-fire-cp932.csv", "fire"),
        "standard": [standard_row(row, i) for i, row in enumerate(table(standard), 1)],
        "schools": [
            school_row(row, departments.code_of("", title), i, {row["情報資産名"] for row in table(standard)})
            for title, rows in schools
            for i, row in enumerate(table(rows), 1)
        ],
        "disposed": [disposed_row(row, departments) for row in rows_of("ledger-disposed.csv")],
        "drafts": ledger("ledger-drafts.csv", "drafts", state="draft"),
    }


def main():
    text = json.dumps(build(), ensure_ascii=False, indent=2) + "\n"
    target = HERE / "expected-ledger.json"
    if "--check" in sys.argv:
        sys.exit(0 if target.read_text("utf-8") == text else "expected-ledger.json differs: run without --check")
    target.write_text(text, "utf-8")


main()

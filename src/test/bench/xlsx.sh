#!/usr/bin/env bash
# Import of a workbook of 100,000 rows (strings in a shared table, as Excel writes them, and one merged cell): seconds and memory.
# Needs target/classes (mvn compile) and a JDK 25 in JAVA_HOME. Usage: src/test/bench/xlsx.sh [ROWS]
set -euo pipefail
cd "$(dirname "$0")/../../.."
rows=${1:-100000}
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
jars=$(mvn -o -q dependency:build-classpath -Dmdep.outputFile=/dev/stdout)
python3 - "$work/list.xlsx" "$rows" <<'PY'
import random, sys, zipfile
path, rows = sys.argv[1], int(sys.argv[2])
first = "Katrin Anna Rashid Ken Maria Jose Ivan Olga Pierre Lucia Wei Min Hans Petra Omar".split()
last = "Weber Berg Mansoori Sato Garcia Silva Petrov Smirnova Dupont Rossi Wang Li Schmidt Novak Haddad".split()
countries = "Germany France Japan Brazil UAE Spain Poland Italy China Mexico".split()
chance, strings = random.Random(7), {}
def text(value): return strings.setdefault(value, len(strings))
with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
    with out.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
        def write(line): sheet.write(line.encode())
        def row(number, values):
            cells = "".join(f'<c r="{"ABCDEF"[i]}{number}" t="s"><v>{text(value)}</v></c>' if isinstance(value, str) else f'<c r="{"ABCDEF"[i]}{number}"><v>{value}</v></c>'
                            for i, value in enumerate(values))
            write(f'<row r="{number}">{cells}</row>')
        write('<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>')
        row(1, ["Name", "Company", "E-mail", "Country", "City", "Phone"])
        for i in range(rows):
            firm = chance.randrange(rows // 4 + 1)
            row(i + 2, [f"{chance.choice(first)} {chance.choice(last)}", f"Trading {firm} GmbH", f"p{i:07d}@firm{firm}.example", countries[firm % 10], f"City {firm % 500}", 494055500000 + i])
        write('</sheetData><mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells></worksheet>')
    with out.open("xl/sharedStrings.xml", "w") as shared:
        shared.write(b'<?xml version="1.0" encoding="UTF-8"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">')
        for value in strings:
            shared.write(f"<si><t>{value}</t></si>".encode())
        shared.write(b"</sst>")
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    out.writestr("[Content_Types].xml", '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                 '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
                 '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
                 '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>')
    out.writestr("_rels/.rels", f'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
    out.writestr("xl/workbook.xml", f'<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{relation}"><sheets><sheet name="List" sheetId="1" r:id="rId1"/></sheets></workbook>')
    out.writestr("xl/_rels/workbook.xml.rels", f'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{relation}/worksheet" Target="worksheets/sheet1.xml"/>'
                 f'<Relationship Id="rId2" Type="{relation}/sharedStrings" Target="sharedStrings.xml"/></Relationships>')
PY
ls -l "$work/list.xlsx" | awk '{ printf "%.1f MB packed\n", $5 / 1048576 }'
MALLOC_ARENA_MAX=2 /usr/bin/env time -f '%e s, %M kB resident' "${JAVA_HOME:?}/bin/java" @src/main/dist/lib/caravel.args -cp "target/classes:$jars" app.caravel.Caravel \
  --home "$work/home" contacts import "$work/list.xlsx" --list L --json | cut -c1-200

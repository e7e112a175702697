import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { readOrderFile } from "./read-order-file";

interface Part {
  readonly path: string;
  readonly content: string | Uint8Array;
  /** What the directory claims instead of the truth. */
  readonly claimedBytes?: number;
}

/** A zip archive of deflated parts, for workbooks no honest writer makes. Checksums are left at zero. */
function zip(parts: readonly Part[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, content, claimedBytes } of parts) {
    const plain = Buffer.from(content);
    const packed = deflateRawSync(plain);
    const name = Buffer.from(path);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(claimedBytes ?? plain.length, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(claimedBytes ?? plain.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, name, packed);
    directory.push(entry, name);
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...locals, ...directory, end]));
}

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/** A workbook of one sheet from the rows' XML. */
function workbook(rows: string, claimedBytes?: number): Uint8Array {
  const sheet = `<?xml version="1.0"?><worksheet><sheetData>${rows}</sheetData></worksheet>`;
  return zip([
    { path: "[Content_Types].xml", content: "<Types/>" },
    {
      path: "xl/workbook.xml",
      content: `<workbook xmlns:r="${OFFICE}"><sheets><sheet name="Orders &amp; more" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      path: "xl/_rels/workbook.xml.rels",
      content: `<Relationships><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    { path: "xl/worksheets/sheet1.xml", content: sheet, ...(claimedBytes !== undefined && { claimedBytes }) },
  ]);
}
const cell = (ref: string, value: string | number) => `<c r="${ref}"><v>${value}</v></c>`;
const HEADING = `<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c><c r="B1" t="inlineStr"><is><t>kg</t></is></c></row>`;

async function read(bytes: Uint8Array, options = {}) {
  const reading = await readOrderFile(bytes, options);
  if (!reading.ok) throw new Error(`${reading.refusal.code}: ${reading.refusal.message}`);
  return reading.file;
}

async function refusalOf(bytes: Uint8Array, options = {}) {
  const reading = await readOrderFile(bytes, options);
  return reading.ok ? "was read" : reading.refusal.code;
}

describe("workbooks", () => {
  it("turns numbers, dates, times and booleans into the text people see", async () => {
    const at = (text: string) => new Date(`${text}Z`);
    const bytes = await writeXlsxFile([
      ["id", "phone", "lat", "weight", "date", "from", "both", "flag", "text"],
      [
        "A-1",
        4512345678,
        55.653068,
        1.2,
        { type: Date, value: at("2026-11-21T00:00:00"), format: "yyyy-mm-dd" },
        { type: Number, value: 1 / 3, format: "hh:mm" },
        { type: Date, value: at("2026-11-21T16:30:00"), format: "yyyy-mm-dd hh:mm" },
        true,
        " Søren\u00a0 ",
      ],
      ["A-2", null, null, 2, null, { type: Number, value: 0.5, format: "h:mm" }, null, false, "x"],
    ]).toBuffer();
    const file = await read(bytes);
    expect(file).toMatchObject({ format: "xlsx", encoding: "utf-8", delimiter: "", sheetName: file.sheetNames![0] });
    expect(file.rows).toEqual([
      {
        rowNumber: 2,
        cells: ["A-1", "4512345678", "55.653068", "1.2", "2026-11-21", "08:00", "2026-11-21 16:30", "true", "Søren"],
      },
      { rowNumber: 3, cells: ["A-2", "", "", "2", "", "12:00", "", "false", "x"] },
    ]);
  });

  it("mends the digits that binary storage adds", async () => {
    const file = await read(
      workbook(`${HEADING}<row r="2">${cell("A2", "4.5123456789E10")}${cell("B2", "55.653067999999998")}</row>`),
    );
    expect(file.rows[0]!.cells).toEqual(["45123456789", "55.653068"]);
    expect(file.sheetNames).toEqual(["Orders & more"]);
  });

  it("reads the first sheet with rows, or the one asked for", async () => {
    const bytes = await writeXlsxFile([
      { data: [], sheet: "Cover" },
      {
        data: [
          ["id", "name"],
          ["1", "Ann"],
        ],
        sheet: "Orders",
      },
      {
        data: [
          ["id", "name"],
          ["2", "Bob"],
        ],
        sheet: "Old",
      },
    ]).toBuffer();
    const first = await read(bytes);
    expect(first).toMatchObject({
      sheetName: "Orders",
      sheetNames: ["Cover", "Orders", "Old"],
      rows: [{ cells: ["1", "Ann"] }],
    });
    expect(first.notices.map((notice) => notice.code)).toEqual(["other_sheets"]);
    expect(await read(bytes, { sheet: "Old" })).toMatchObject({ rows: [{ cells: ["2", "Bob"] }], notices: [] });
    expect(await refusalOf(bytes, { sheet: "None" })).toBe("unknown_sheet");
  });

  it("keeps the sheet's row numbers over empty rows", async () => {
    const bytes = await writeXlsxFile([
      ["id", "name"],
      [null, null],
      ["1", "Ann"],
    ]).toBuffer();
    expect((await read(bytes)).rows).toEqual([{ rowNumber: 3, cells: ["1", "Ann"] }]);
  });
});

describe("workbooks that are refused", () => {
  it("an empty one and one with only a heading", async () => {
    expect(await refusalOf(await writeXlsxFile([]).toBuffer())).toBe("empty");
    expect(await refusalOf(await writeXlsxFile([["id", "name"]]).toBuffer())).toBe("no_rows");
  });

  it("other archives by what they are", async () => {
    expect(await refusalOf(zip([{ path: "readme.txt", content: "hello" }]))).toBe("other_document");
    expect(await refusalOf(zip([{ path: "content.xml", content: "<office/>" }]))).toBe("other_document");
    expect(await refusalOf(zip([{ path: "xl/workbook.bin", content: "x" }]))).toBe("other_document");
  });

  it("bombs: large by declaration, large in truth, wide and long by one far cell", async () => {
    const zeros = new Uint8Array(2_000_000);
    const declared = zip([
      { path: "xl/workbook.xml", content: "<workbook/>" },
      { path: "xl/media/a.bin", content: zeros },
    ]);
    expect(await refusalOf(declared, { maxUnpackedBytes: 1_000_000 })).toBe("too_large_unpacked");
    expect(await refusalOf(workbook(`${HEADING}${" ".repeat(100_000)}`, 2_000))).toBe("too_large_unpacked");
    expect(await refusalOf(workbook(`${HEADING}<row r="2">${cell("XFD2", 1)}</row>`))).toBe("too_many_columns");
    expect(await refusalOf(workbook(`${HEADING}<row r="1048576">${cell("A1048576", 1)}</row>`))).toBe("too_many_rows");
    expect(await refusalOf(workbook(`${HEADING}<row r="2000000000"></row>`))).toBe("corrupt_workbook");
    const padded = `<c s="0" x="${"y".repeat(1000)}" r='XFD2'><v>1</v></c>`;
    expect(await refusalOf(workbook(`${HEADING}<row r="2">${padded}</row>`))).toBe("corrupt_workbook");
    expect(await refusalOf(workbook(`${HEADING}<row r="2"><c\n r='XFD2'><v>1</v></c></row>`))).toBe("too_many_columns");
  });

  it("formatted but empty cells far out are no reason", async () => {
    const far = `<row r="2">${cell("A2", 7)}<c r="XFD2" s="0"/></row><row r="1048576"><c r="A1048576"/></row>`;
    expect((await read(workbook(`${HEADING}${far}`))).rows.map((row) => row.cells)).toEqual([["7", ""]]);
  });

  it("damaged ones", async () => {
    const bytes = await writeXlsxFile([
      ["id", "name"],
      ["1", "Ann"],
    ]).toBuffer();
    expect(await refusalOf(bytes.subarray(0, bytes.length - 100))).toBe("corrupt_workbook");
    const scrambled = new Uint8Array(bytes);
    scrambled.fill(0xff, 60, 200);
    expect(await refusalOf(scrambled)).toBe("corrupt_workbook");
    expect(await refusalOf(workbook("<row r='2'><c r='A2'><v>not a number</v></c></row><row r='1'>"))).toBe(
      "corrupt_workbook",
    );
  });
});

import { describe, expect, it } from "vitest";
import { readOrderFile } from "./read-order-file";

const bytes = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

async function readText(input: string | Uint8Array, options = {}) {
  const reading = await readOrderFile(typeof input === "string" ? bytes(input) : input, options);
  if (!reading.ok) throw new Error(`${reading.refusal.code}: ${reading.refusal.message}`);
  return reading.file;
}

async function refusalOf(input: string | Uint8Array, options = {}) {
  const reading = await readOrderFile(typeof input === "string" ? bytes(input) : input, options);
  if (reading.ok) throw new Error("was read");
  expect(reading.refusal.message).toMatch(/^[A-Z].*\.$/s);
  return reading.refusal.code;
}

describe("delimiters and lines", () => {
  it.each([
    ["comma", "id,name\n1,Ann\n", ","],
    ["semicolon with decimal commas", "id;weight;window\n1;1,2;08:00-10:00\n2;3,4;09:00-11:00\n", ";"],
    [
      "comma with lists in cells",
      "id,windows\n1,08:00-10:00;16:00-20:00\n2,08:00-10:00;16:00-20:00;21:00-22:00\n",
      ",",
    ],
    ["tab", "id\tname, first\n1\tAnn, B\n", "\t"],
    ["bar", "id|name\n1|Ann\n", "|"],
    ["one column", "id\n1\n2\n", ","],
    ["semicolon, comma in every address", "id;address\n1;Main 1, Town\n2;Main 2, Town\n", ";"],
  ])("finds the %s", async (_, text, delimiter) => {
    expect((await readText(text)).delimiter).toBe(delimiter);
  });

  it("obeys Excel's sep line and counts it", async () => {
    const file = await readText("sep=;\nid;name\n1;a,b,c\n");
    expect(file).toMatchObject({
      delimiter: ";",
      headers: ["id", "name"],
      rows: [{ rowNumber: 3, cells: ["1", "a,b,c"] }],
    });
  });

  it.each(["\n", "\r\n", "\r"])(
    "numbers rows by their line with ends %j, over quoted line feeds and empty lines",
    async (end) => {
      const file = await readText(["id,notes", '1,"a', 'b"', "", "2,c", ",", "3,d"].join(end));
      expect(file.rows).toEqual([
        { rowNumber: 2, cells: ["1", "a\nb"] },
        { rowNumber: 5, cells: ["2", "c"] },
        { rowNumber: 7, cells: ["3", "d"] },
      ]);
    },
  );

  it("keeps short and long lines as they are", async () => {
    const file = await readText("a,b,c\n1\n1,2,3,4\n");
    expect(file.rows.map((row) => row.cells)).toEqual([["1"], ["1", "2", "3", "4"]]);
  });

  it("cleans no-break spaces, zero-width characters and the rest of the unseen", async () => {
    const file = await readText("\u200bid\u00a0,name\n\u00a01\u200b,Anna\u00a0Holm\u202c\u0007 \n");
    expect(file.headers).toEqual(["id", "name"]);
    expect(file.rows[0]!.cells).toEqual(["1", "Anna Holm"]);
  });
});

describe("headings", () => {
  it("skips a title above them and says so", async () => {
    const file = await readText("Orders of Saturday,,\n\nid,name,city\n1,Ann,Town\n");
    expect(file.headers).toEqual(["id", "name", "city"]);
    expect(file.rows[0]!.rowNumber).toBe(4);
    expect(file.notices.map((notice) => notice.code)).toEqual(["lines_skipped"]);
  });

  it("drops empty columns at the right, names those with data, tells of repeated ones", async () => {
    const file = await readText("id,,id,\n1,x,2,\n");
    expect(file.headers).toEqual(["id", "Column 2", "id"]);
    expect(file.notices.map((notice) => notice.code)).toEqual(["repeated_heading"]);
  });
});

describe("broken quotes", () => {
  it("costs one line, keeps the quote in the cell and reads the rest", async () => {
    const file = await readText('id,name,notes\n1,Ann,ok\n2,Bob,"never closed\n3,Cid,"fine, really"\n4,Dan,\n');
    expect(file.rows).toEqual([
      { rowNumber: 2, cells: ["1", "Ann", "ok"] },
      { rowNumber: 3, cells: ["2", "Bob", '"never closed'] },
      { rowNumber: 4, cells: ["3", "Cid", "fine, really"] },
      { rowNumber: 5, cells: ["4", "Dan", ""] },
    ]);
    expect(file.notices).toMatchObject([{ code: "unclosed_quote", rowNumber: 3 }]);
  });

  it("leaves true texts of several lines alone", async () => {
    const file = await readText('id,notes\n1,"one ""quoted""\ntwo, three\nfour"\n2,x\n');
    expect(file.rows).toEqual([
      { rowNumber: 2, cells: ["1", 'one "quoted"\ntwo, three\nfour'] },
      { rowNumber: 5, cells: ["2", "x"] },
    ]);
    expect(file.notices).toEqual([]);
  });

  it("loses no line when every line has a broken quote", async () => {
    const lines = Array.from({ length: 200 }, (_, index) => `${index},x,"open`);
    const file = await readText(`id,name,notes\n${lines.join("\n")}\n`);
    expect(file.rows.map((row) => row.cells[0])).toEqual(lines.map((_, index) => String(index)));
    expect(file.rows.every((row, index) => row.rowNumber === index + 2 && row.cells[2] === '"open')).toBe(true);
  });
});

describe("encodings", () => {
  const text = "id,name\n1,Søren Kjær\n2,Åse Østergård\n";
  const utf16 = (littleEndian: boolean, mark: boolean) => {
    const units = [...(mark ? "\ufeff" : ""), ...text].map((letter) => letter.charCodeAt(0));
    const view = new DataView(new ArrayBuffer(units.length * 2));
    for (const [index, unit] of units.entries()) view.setUint16(index * 2, unit, littleEndian);
    return new Uint8Array(view.buffer);
  };
  it.each([
    ["UTF-8", bytes(text), "utf-8", []],
    ["UTF-8 with a mark", bytes(`\ufeff${text}`), "utf-8", []],
    ["UTF-16 LE", utf16(true, true), "utf-16le", []],
    ["UTF-16 BE", utf16(false, true), "utf-16be", []],
    ["UTF-16 LE without a mark", utf16(true, false), "utf-16le", []],
    ["UTF-16 BE without a mark", utf16(false, false), "utf-16be", []],
    ["Windows-1252", latin1(text), "windows-1252", ["encoding_guessed"]],
  ])("reads %s", async (_, input, encoding, notices) => {
    const file = await readText(input);
    expect(file.encoding).toBe(encoding);
    expect(file.headers).toEqual(["id", "name"]);
    expect(file.rows.map((row) => row.cells[1])).toEqual(["Søren Kjær", "Åse Østergård"]);
    expect(file.notices.map((notice) => notice.code)).toEqual(notices);
  });

  it("tells of letters garbled before, with a sample", async () => {
    const file = await readText("id,name\n1,SÃ¸ren\n");
    expect(file.notices).toMatchObject([{ code: "mojibake", message: expect.stringContaining("SÃ¸ren") }]);
    expect((await readText("id,name\n1,São Tomé\n2,ÂNGELA\n")).notices).toEqual([]);
  });

  it("keeps UTF-8 when only a few characters are damaged", async () => {
    const good = bytes(`id,name\n${Array.from({ length: 50 }, (_, index) => `${index},Søren\n`).join("")}`);
    const file = await readText(Uint8Array.from([...good, ...bytes("50,Kj"), 0xe6, ...bytes("r\n")]));
    expect(file.encoding).toBe("utf-8");
    expect(file.notices.map((notice) => notice.code)).toEqual(["damaged_characters"]);
    expect(file.rows.at(-1)!.cells[1]).toBe("Kj\ufffdr");
  });

  it("takes the encoding it is told", async () => {
    const file = await readText(latin1(text), { encoding: "iso-8859-1" });
    expect(file.rows[0]!.cells[1]).toBe("Søren Kjær");
    expect(await refusalOf(text, { encoding: "no-such-encoding" })).toBe("undecodable");
    expect(await refusalOf(latin1(text), { encoding: "utf-8" })).toBe("undecodable");
  });
});

describe("refusals", () => {
  const noise = Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919 + (index >> 3)) % 255 || 1);
  it.each([
    ["an empty file", "", "empty"],
    ["only spaces", " \r\n\t\n", "empty"],
    ["only delimiters", ",,\n,,\n", "empty"],
    ["only a heading", "id,name,address\n", "no_rows"],
    ["a PDF", "%PDF-1.7 some text", "binary"],
    ["a PNG", latin1("\x89PNG\r\n\x1a\n....."), "binary"],
    ["a JPEG", latin1("\xff\xd8\xff\xe0..JFIF"), "binary"],
    ["a gzip", latin1("\x1f\x8b\x08......"), "binary"],
    ["zero bytes", latin1("id,name\n1,\0\0\0\n"), "binary"],
    ["an old Excel file", latin1("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...."), "old_excel"],
    ["an HTML page named .xls", "<html><table><tr><td>id</td></tr></table></html>", "other_document"],
    ["XML", '<?xml version="1.0"?><orders/>', "other_document"],
    ["JSON", '[{"id": 1, "name": "Ann"}]', "other_document"],
    ["noise", noise, "undecodable"],
    ["a broken zip", latin1("PK\x03\x04 and then nothing that is a zip"), "corrupt_workbook"],
  ])("refuses %s", async (_, input, code) => {
    expect(await refusalOf(input)).toBe(code);
  });

  it("refuses what is beyond the limits, and takes what is just within", async () => {
    const wide = (columns: number) =>
      `${Array.from({ length: columns }, (_, index) => `c${index}`).join(",")}\n${"1,".repeat(columns - 1)}1\n`;
    const long = (rows: number) => `id,name\n${Array.from({ length: rows }, (_, index) => `${index},x`).join("\n")}\n`;
    expect(await refusalOf(wide(10_000))).toBe("too_many_columns");
    expect(await refusalOf(wide(301))).toBe("too_many_columns");
    expect((await readText(wide(300))).headers).toHaveLength(300);
    expect(await refusalOf(`a,b\n1,2\n${"x,".repeat(400)}\n`)).toBe("too_many_columns");
    expect(await refusalOf(long(101), { maxRows: 100 })).toBe("too_many_rows");
    expect((await readText(long(100), { maxRows: 100 })).rows).toHaveLength(100);
    expect(await refusalOf(long(100), { maxBytes: 200 })).toBe("too_large");
    expect(await refusalOf(`a,b\n1,${"x".repeat(60_000)}\n`)).toBe("cell_too_long");
    expect(await refusalOf(new Uint8Array(51_000_000).fill(97))).toBe("too_large");
  });
});

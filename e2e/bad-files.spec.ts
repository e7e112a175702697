import { writeFileSync } from "node:fs";
import { request as httpRequest, type RequestOptions } from "node:http";
import Papa from "papaparse";
import { expect, type TestOrganization, test } from "./fixtures/organization";
import { createProject } from "./fixtures/planned-day";
import { ImportPage } from "./pages/import-page";

const DATE = "2026-03-02";
const HEADER = "order_id,name,address,postcode,city";
const GOOD = `${HEADER}\nA-1,Núria Roca,Carrer d'Aragó 255,08007,Barcelona\n`;
const MEGABYTE = 1_000_000;

/** Nothing of a refused file may be there afterwards: no order, no import. */
async function expectNothingStored(organization: TestOrganization, projectId: string) {
  const orders = await organization.call<{ total: number }>("order.list", { filter: { projectId } }, "query");
  expect(orders.total).toBe(0);
  const imports = await organization.call<{ rows: unknown[] }>("intake.list", { projectId, limit: 20 }, "query");
  expect(imports.rows).toEqual([]);
}

const refused: [title: string, content: string | Buffer, reason: RegExp][] = [
  ["an empty file", "", /is empty/],
  ["a file of blank lines", "\n \n\r\n", /is empty/],
  ["a heading without rows", `${HEADER}\n`, /no (order|row|data)|only .*heading/i],
  [
    "a picture",
    Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
      "base64",
    ),
    /is a picture/,
  ],
  [
    "bytes that are no text",
    Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256)),
    /not (text|readable)/,
  ],
  [
    "10,000 columns",
    `${Array.from({ length: 10_000 }, (_, i) => `column ${i}`).join(",")}\n${"x,".repeat(9999)}x\n`,
    /10,000 columns; at most 300/,
  ],
  ["a web page", "<!doctype html><table><tr><td>A-1</td></tr></table>", /a web page/],
];

test("what is no table of orders is refused in words, and the next file is taken", async ({ page, organization }) => {
  const projectId = await createProject(organization);
  const intake = new ImportPage(page);
  await intake.open();
  for (const [title, content, reason] of refused) {
    await test.step(title, async () => {
      const name = `${title.replaceAll(" ", "-")}.csv`;
      await intake.choose({ name, content });
      await expect(intake.refusal(name)).toContainText(reason);
      await expectNothingStored(organization, projectId);
    });
  }
  await intake.choose({ name: "good.csv", content: GOOD });
  await expect(intake.columns()).toBeVisible();
});

test("a file of 60 MB is refused in words, and the next file is taken", async ({ page, organization }, testInfo) => {
  const projectId = await createProject(organization);
  const intake = new ImportPage(page);
  await intake.open();
  const file = testInfo.outputPath("large.csv");
  writeFileSync(file, Buffer.alloc(60 * MEGABYTE, `${GOOD.split("\n")[1]}\n`));
  await intake.choose(file);
  await expect(intake.refusal("large.csv")).toContainText(/more than 50 MB/);
  await expectNothingStored(organization, projectId);
  await page.goto("/orders");
  await expect(page.getByText("No orders yet")).toBeVisible();
  await intake.upload("good.csv", GOOD);
});

test("200 MB sent by a program are answered 413 soon, whether their length is said or not", async ({
  organization,
  page,
  baseURL,
}) => {
  const projectId = await createProject(organization);
  const cookies = await page.context().cookies();
  const target = {
    path: `/api/uploads/orders?projectId=${projectId}`,
    method: "POST",
    headers: {
      "content-type": "text/csv",
      origin: baseURL!,
      cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; "),
    },
  };
  const unsaid = await send(baseURL!, target, 200);
  expect(unsaid).toMatchObject({ status: 413, body: { error: { code: "too-large" } } });
  const said = { ...target, headers: { ...target.headers, "content-length": String(200 * MEGABYTE) } };
  expect((await send(baseURL!, said, 200)).status).toBe(413);
  // Only the beginning comes, and then nothing: there is no waiting for the rest.
  const stalled = await send(baseURL!, said, 1);
  expect(stalled.status).toBe(413);
  expect(stalled.milliseconds).toBeLessThan(10_000);
  await expectNothingStored(organization, projectId);
});

test("letters are right in UTF-16 and in Windows-1252, which is guessed and said", async ({ page, organization }) => {
  await createProject(organization);
  const intake = new ImportPage(page);
  const text = `${HEADER}\nA-1,Núria Peña,Straße der Ålbæk 7,08007,Barcelona\n`;
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
  for (const [name, content] of [
    ["utf16.csv", utf16],
    ["windows.csv", Buffer.from(text, "latin1")],
  ] as const) {
    await intake.upload(name, content);
    await expect(intake.columns()).toContainText("Núria Peña");
    await expect(intake.columns()).toContainText("Straße der Ålbæk 7");
    await expect(page.getByText(/read as Windows-1252/)).toHaveCount(name === "windows.csv" ? 1 : 0);
  }
  await intake.checkRows(DATE);
  await expect(intake.grid().getByRole("gridcell", { name: "Núria Peña" })).toBeVisible();
});

test("formulas are faults, and do not run in the file of faulty rows either", async ({ page, organization }) => {
  const projectId = await createProject(organization);
  const rows = [
    [`=HYPERLINK("http://example.com","open")`, "Carrer d'Aragó 255", "ring"],
    ["+cmd|' /C calc'!A0", "Carrer d'Aragó 256", "ring"],
    ["Nil", "@SUM(A1:A9)", "ring"],
    ["-2+3+cmd|' /C calc'!A0", "Carrer d'Aragó 257", "ring"],
    ["Ona", "Carrer d'Aragó 258", "=1+1"],
    ["\t=1+1", "Carrer d'Aragó 259", "ring"],
  ];
  const table = rows.map(([name, address, notes], index) => [`F-${index}`, name, address, "08007", "Barcelona", notes]);
  const good = ["F-9", "Pau", "Carrer d'Aragó 260", "08007", "Barcelona", "- ring twice"];
  const intake = new ImportPage(page);
  await intake.upload("formulas.csv", Papa.unparse([[...HEADER.split(","), "notes"], ...table, good]));
  await intake.checkRows(DATE);
  await expect(intake.tab("Faulty")).toHaveAccessibleName(new RegExp(String(rows.length)));
  for (const line of rows.keys())
    await expect(intake.fault(line + 2)).toContainText("looks like a spreadsheet formula");

  const csv = await intake.downloadFaulty();
  const written = Papa.parse<string[]>(csv.replace(/^\ufeff/, ""), { skipEmptyLines: true }).data;
  expect(written).toHaveLength(rows.length + 1);
  for (const cell of written.flat()) expect(cell).not.toMatch(/^\s*[=+\-@]/);
  expect(written[1]![1]).toBe(`'${rows[0]![0]}`);

  await intake.importRows(1);
  await expect(page.getByRole("region", { name: "Result" })).toContainText("1 row is imported");
  const orders = await organization.call<{ total: number }>("order.list", { filter: { projectId } }, "query");
  expect(orders.total).toBe(1);
});

test("an order number that comes twice names the line it stands on first", async ({ page, organization }) => {
  await createProject(organization);
  const intake = new ImportPage(page);
  const row = (id: string, house: number) => `${id},Nil,Carrer d'Aragó ${house},08007,Barcelona`;
  await intake.upload("twice.csv", [HEADER, row("D-1", 1), row("D-2", 2), row("D-1", 3), row("D-1", 4)].join("\n"));
  await intake.checkRows(DATE);
  for (const line of [4, 5]) {
    await expect(intake.fault(line)).toContainText("“D-1” is already the order number of line 2");
  }
  await intake.fault(4).click();
  await page.keyboard.press("Enter");
  await intake.grid().getByRole("textbox").fill("D-3");
  await page.keyboard.press("Enter");
  await expect(intake.tab("Faulty")).toHaveAccessibleName(/1/);
  await expect(intake.fault(4)).toHaveCount(0);
  await expect(intake.fault(5)).toBeVisible();
});

test("absurd dates and positions are faults of their cells", async ({ page, organization }) => {
  const projectId = await createProject(organization);
  const faults: [date: string, lat: string, lng: string, message: RegExp][] = [
    ["2026-02-31", "41.39", "2.16", /“2026-02-31” is not a date between 2000 and 2100/],
    ["1899-12-30", "41.39", "2.16", /“1899-12-30” is not a date between/],
    ["99999-01-01", "41.39", "2.16", /“99999-01-01” is not a date between/],
    ["03/04/2026", "41.39", "2.16", /can be read in two ways/],
    ["2026-03-02", "999", "2.16", /Latitude 999 is outside/],
    ["2026-03-02", "41.39", "-181", /Longitude -181 is outside/],
    ["2026-03-02", "0", "0", /0\/0 is a spot in the Atlantic/],
    ["2026-03-02", "2.16", "41.39", /look swapped/],
    ["2026-03-02", "NaN", "2.16", /“NaN” is not a latitude/],
  ];
  const lines = faults.map(([date, lat, lng], index) =>
    [`B-${index}`, "Nil", `Carrer d'Aragó ${index + 1}`, "08007", "Barcelona", date, lat, lng].join(","),
  );
  const intake = new ImportPage(page);
  await intake.upload("absurd.csv", [`${HEADER},date,lat,lon`, ...lines].join("\n"));
  await intake.checkRows(DATE);
  for (const [index, [, , , message]] of faults.entries()) {
    await expect(intake.fault(index + 2)).toContainText(message);
  }
  await expect(page.getByRole("button", { name: /^Import 0 good rows/ })).toBeDisabled();
  const orders = await organization.call<{ total: number }>("order.list", { filter: { projectId } }, "query");
  expect(orders.total).toBe(0);
});

interface Answer {
  readonly status: number | undefined;
  readonly body: unknown;
  readonly milliseconds: number;
}

/** Sends so many megabytes, as fast as they are taken; ends the request only where its length is not said. */
function send(baseURL: string, options: RequestOptions, megabytes: number): Promise<Answer> {
  const began = performance.now();
  const chunk = Buffer.alloc(MEGABYTE, "a,b\n");
  return new Promise((resolve, reject) => {
    const request = httpRequest(baseURL, options, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => {
        text += part;
      });
      response.on("end", () => {
        resolve({ status: response.statusCode, body: JSON.parse(text), milliseconds: performance.now() - began });
        request.destroy();
      });
    });
    request.on("error", reject);
    const isStalled = megabytes < 200;
    let left = megabytes;
    const write = () => {
      while (left > 0) {
        left--;
        if (!request.write(chunk)) return void request.once("drain", write);
      }
      if (!isStalled) request.end();
    };
    write();
  });
}

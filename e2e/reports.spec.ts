import { readFileSync } from "node:fs";
import { DriverDevice } from "./fixtures/driver-device";
import { expectAccessible } from "./fixtures/judge-page";
import { midDay } from "./fixtures/mid-day";
import { expect, test } from "./fixtures/organization";
import { planDay } from "./fixtures/planned-day";

const MINUTE = 60_000;

test("a day that was driven is in the reports: figures, chart, table, what stands behind them, and the file", async ({
  page,
  organization,
}) => {
  const now = Date.now();
  const ago = (minutes: number) => new Date(now - minutes * MINUTE);
  const { zone, date } = midDay(new Date(now));
  const day = await planDay(organization, 1, 4, date, { windows: [] }, zone);

  await test.step("before anything is driven it says why there is nothing", async () => {
    await page.goto("/reports");
    await expect(page.getByText("Nothing to report for these days")).toBeVisible();
    await expect(page.getByText(/Deliveries are counted once/)).toBeVisible();
  });

  type Vehicle = { readonly id: string; readonly version: number };
  const vehicles = await organization.call<Vehicle[]>("fleet.vehicles", { projectId: day.projectId }, "query");
  const [van] = vehicles;
  const says = (grams: number) => ({ ...van, emissionGramsPerKm: grams });
  await organization.call("fleet.saveVehicle", { id: van!.id, projectId: day.projectId, vehicle: says(182) });
  const board = await day.board();
  const route = board.routes[0]!;
  await organization.call("plan.dispatch", {
    planId: day.planId,
    mutationId: `send-${day.planId}`,
    routes: board.routes.map(({ id, version }) => ({ routeId: id, version })),
  });
  const device = await DriverDevice.open(page.request, organization, route.id);
  await device.act("start-route", ago(100));
  // North at 20 km/h, seen often enough for the way to be known.
  for (let minutes = 100; minutes >= 30; minutes -= 5) {
    await device.see({ lat: 47 + (100 - minutes) * 0.003, lng: 8 }, ago(minutes));
  }
  for (const [index, { visitId }] of route.stops.entries()) {
    await device.act("arrive", ago(90 - index * 15), { visitId });
    const ended = index === 3 ? { outcome: "failed", reason: "nobody-home" } : { outcome: "delivered" };
    await device.act("complete", ago(88 - index * 15), { visitIds: [visitId], ...ended });
  }
  await device.act("finish-route", ago(30));

  await test.step("the figures of the whole, and the day's line of the table", async () => {
    await page.reload();
    const figure = (name: string) =>
      page
        .getByRole("list", { name: "Figures of the whole period" })
        .getByRole("button", { name: new RegExp(`^${name}`) });
    await expect(figure("First attempt")).toContainText("75%");
    await expect(figure("On time")).toContainText("100%");
    await expect(figure("Not delivered")).toContainText("1");
    await expect(figure("Not delivered")).toContainText("Nothing to compare with");
    const row = page.getByRole("table").getByRole("row").nth(1);
    await expect(row.getByRole("cell")).toContainText(["4", "4", "3", "1", "100%", "75%", "1"]);
    await expect(row.getByRole("link")).toHaveAttribute("href", `/plan/${date}`);
    await expectAccessible(page, "reports");
    await page.screenshot({ path: test.info().outputPath("reports-light.png"), fullPage: true });
  });

  await test.step("the order behind a figure is one click away", async () => {
    await page.getByRole("button", { name: /^Not delivered of Total: 1/ }).click();
    const behind = page.getByRole("dialog", { name: "Not delivered" });
    await expect(behind.getByRole("listitem")).toHaveCount(1);
    await expect(behind.getByRole("link").first()).toHaveAttribute("href", /^\/orders\?project=.+&order=/);
    await page.keyboard.press("Escape");
    await expect(behind).toBeHidden();
  });

  await test.step("by driver, as a file that spreadsheets read", async () => {
    await page.getByRole("radio", { name: "Driver" }).click();
    await expect(page.getByRole("figure", { name: "On time by Driver" })).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download CSV" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^deliveries-by-driver-.*\.csv$/);
    const text = readFileSync(await download.path(), "utf8");
    expect(text.startsWith("\uFEFFdriver,name,deliveries,attempts,delivered,failed,on_time_pct")).toBe(true);
    expect(text.trimEnd().split("\r\n").at(-1)).toMatch(/^total,,4,4,3,1,100\.0,75\.0,1\.00,/);
  });

  await test.step("CO₂ as planned and as driven, and it stays when the van's figure changes", async () => {
    const span = { fromDate: date, toDate: date, group: "emissions", by: "day" };
    const figures = async () =>
      (await organization.call<{ total: Record<string, number> }>("report.figures", span, "query")).total;
    await expect.poll(async () => (await figures()).drivenGrams).toBeGreaterThan(0);
    const before = await figures();
    await organization.call("fleet.saveVehicle", { id: van!.id, projectId: day.projectId, vehicle: says(900) });
    expect(await figures()).toEqual(before);
    await page.goto("/reports?view=emissions");
    const kilograms = new Intl.NumberFormat("en", {
      maximumFractionDigits: before.plannedGrams! < 10_000 ? 2 : 1,
    }).format(before.plannedGrams! / 1000);
    await expect(page.getByRole("button", { name: /^CO₂ planned / })).toContainText(`${kilograms} kg`);
    await expect(page.getByRole("figure", { name: "CO₂ planned and driven by Day" })).toBeVisible();
    await expectAccessible(page, "CO₂ of the days");
    await page.screenshot({ path: test.info().outputPath("reports-emissions.png"), fullPage: true });
    await page.getByRole("radio", { name: "Driver" }).click();
    await expect(page.getByRole("figure", { name: "CO₂ planned and driven by Driver" })).toBeVisible();
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.screenshot({ path: test.info().outputPath("reports-emissions-phone-dark.png"), fullPage: true });
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  await test.step("opened by driver, then by day: no line of the one is taken for the other's", async () => {
    await page.goto("/reports?by=driver");
    await expect(page.getByRole("figure", { name: "On time by Driver" })).toBeVisible();
    await page.getByRole("radio", { name: "Day", exact: true }).click();
    await expect(page.getByRole("table").getByRole("row").nth(1).getByRole("link")).toHaveAttribute(
      "href",
      `/plan/${date}`,
    );
  });

  await test.step("routes, arrivals and what went before, on a phone in the dark too", async () => {
    await page.getByRole("tab", { name: "Routes" }).click();
    await expect(page.getByRole("button", { name: /^Routes driven of Total: 1/ })).toBeVisible();
    await page.getByRole("button", { name: /^Routes driven of Total: 1/ }).click();
    await expect(page.getByRole("dialog").getByText("4 of 4")).toBeVisible();
    await page.screenshot({ path: test.info().outputPath("reports-behind.png") });
    await page.keyboard.press("Escape");
    await page.getByRole("radio", { name: "Zone" }).click();
    await expect(page.getByText(/counts for each by the share of its stops/)).toBeVisible();
    await expect(page.getByRole("table").getByRole("row").nth(1).getByRole("cell").first()).toHaveText("0.25");
    await page.getByRole("radio", { name: "Day", exact: true }).click();
    await page.getByRole("tab", { name: "Expected arrivals" }).click();
    await expect(page.getByText(/Arrivals that drivers report are compared with/)).toBeVisible();
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole("tab", { name: "Before the day" }).click();
    const opened = page
      .getByRole("list", { name: "Figures of the whole period" })
      .getByRole("button", { name: /^Routes opened/ });
    await expect(opened).toContainText("100%");
    await expectAccessible(page, "reports in the dark");
    await page.screenshot({ path: test.info().outputPath("reports-phone-dark.png"), fullPage: true });
  });
});

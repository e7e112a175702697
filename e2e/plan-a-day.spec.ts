import { type DayFiles, firstVehicles, isPresent, realDay, sampleDay, withTwoFaults } from "./fixtures/day-files";
import { dragRow } from "./fixtures/drag-row";
import { expect, test } from "./fixtures/organization";
import { ImportPage } from "./pages/import-page";
import { PlanPage } from "./pages/plan-page";
import { signIn } from "./pages/sign-in-page";

const DATE = "2026-03-02";

for (const [day, vans] of [
  [sampleDay, 17],
  [realDay, 20],
] as const) {
  test(`a day from a file of orders to drivers' links: ${day.title}`, async ({ page, organization }) => {
    test.skip(!isPresent(day), `no sample data at ${day.orders} (DRAY_SAMPLES)`);
    test.setTimeout(400_000);
    await setUp(organization, day, vans);
    await page.context().clearCookies();
    await signIn(page, organization.email, organization.password);

    const { text, rows } = withTwoFaults(day.orders);
    const intake = new ImportPage(page);
    await intake.upload("orders.csv", text);
    await intake.checkRows(DATE);
    await expect(intake.tab("Faulty")).toHaveAccessibleName(/2/);
    await intake.putRight(2, "12345", "+447700900123");
    await intake.putRight(4, "soon", "4");
    await intake.importRows(rows);
    await expect(page.getByRole("region", { name: "Result" })).toContainText(rows.toLocaleString("en-GB"), {
      timeout: 90_000,
    });

    const plan = new PlanPage(page);
    await plan.open(DATE);
    await plan.chooseAllDrivers(vans);
    await plan.optimize();
    await plan.commit();
    // The target stands above the opened route, so that it stays in view.
    const [to, from] = await plan.routesWithStops(3);

    await test.step("a stop is dragged to another route by mouse, and taken back", async () => {
      const [before, beforeTo] = [await plan.stopCount(from), await plan.stopCount(to)];
      await plan.toggle(from);
      const stop = plan.stopsOf(from).first();
      const saved = page.waitForResponse(/plan\.moveStops/);
      await dragRow(plan, stop, plan.route(to));
      await expect.poll(() => plan.stopCount(to)).toBe(beforeTo + 1);
      await expect.poll(() => plan.stopCount(from)).toBe(before - 1);
      await saved;
      await page.reload();
      await expect.poll(() => plan.stopCount(to)).toBe(beforeTo + 1);
      await page.getByRole("button", { name: /^Undo/ }).click();
      await expect.poll(() => plan.stopCount(to)).toBe(beforeTo);
      await expect.poll(() => plan.stopCount(from)).toBe(before);
    });

    await test.step("a stop is moved by keyboard", async () => {
      const beforeTo = await plan.stopCount(to);
      if ((await plan.stopsOf(from).count()) === 0) await plan.toggle(from);
      await plan.stopsOf(from).first().click();
      await page.keyboard.press("m");
      await page.getByRole("dialog").getByLabel("Route number").fill(String(to));
      await page.keyboard.press("Enter");
      await expect.poll(() => plan.stopCount(to)).toBe(beforeTo + 1);
      await expect(plan.announcement()).toContainText(`route ${to}`);
    });

    await test.step("the routes are dispatched, and the outbox holds the links", async () => {
      await page.getByRole("button", { name: /^Dispatch/ }).click();
      await page
        .getByRole("dialog")
        .getByRole("button", { name: /^Dispatch \d+ route/ })
        .click();
      await expect(page.getByRole("list", { name: "Receipts" })).toBeVisible();
      const messages = await organization.call<{ body: string; status: string }[]>("message.list", {}, "query");
      expect(messages.length).toBeGreaterThan(1);
      for (const message of messages) expect(message.body).toMatch(/\/run\/[A-Za-z0-9_-]{40,}/);
      await page.goto("/outbox");
      await page.getByRole("row").nth(1).getByRole("button").first().click();
      await expect(page.getByRole("region", { name: "Driver link" })).toContainText(/\/run\/[A-Za-z0-9_-]{40,}/);
    });
  });
}

async function setUp(
  organization: Parameters<Parameters<typeof test>[2]>[0]["organization"],
  day: DayFiles,
  vans: number,
) {
  const { id: projectId } = await organization.call<{ id: string }>("project.create", {
    name: "Depot",
    timeZone: day.zone,
    defaultCountry: day.country,
    currency: day.currency,
  });
  await organization.upload("/api/uploads/address-book", day.addresses);
  await organization.upload(`/api/uploads/fleet?projectId=${projectId}`, {
    name: "fleet.csv",
    text: firstVehicles(day.fleet, vans),
  });
}

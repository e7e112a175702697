import { DriverDevice } from "./fixtures/driver-device";
import { midDay } from "./fixtures/mid-day";
import { expect, test } from "./fixtures/organization";
import { planDay } from "./fixtures/planned-day";
import { PlanPage } from "./pages/plan-page";

const MINUTE = 60_000;

test("what drivers do is seen on the board as it happens, with its own times", async ({ page, organization }) => {
  const now = Date.now();
  const ago = (minutes: number) => new Date(now - minutes * MINUTE);
  const { zone, date, clock } = midDay(new Date(now));
  const day = await planDay(organization, 2, 4, date, {}, zone);
  const [route] = (await day.board()).routes;
  const [first, second] = route!.stops.map(({ visitId }) => visitId) as [string, string];
  await organization.call("plan.dispatch", {
    planId: day.planId,
    mutationId: `send-${day.planId}`,
    routes: (await day.board()).routes.map(({ id, version }) => ({ routeId: id, version })),
  });

  const plan = new PlanPage(page);
  await page.goto(`/plan/${date}?mode=live`);
  const row = plan.route(1);
  await expect(row).toContainText("Link unopened");
  await expect(page.getByTestId("live-strip")).toContainText("2unopened");
  // Whatever is seen from here on came over the wire: a reload would take this away.
  await page.evaluate(() => Object.assign(window, { notReloaded: true }));

  const device = await test.step("a link that is opened and a route that is accepted", async () => {
    const opened = await DriverDevice.open(page.request, organization, route!.id);
    await expect(row).toContainText("Link opened");
    await opened.act("accept", ago(100));
    await expect(row).toContainText("Accepted");
    return opened;
  });

  await test.step("under way, at a door, delivered: in list and timeline, at the times of the acts", async () => {
    await device.act("start-route", ago(90));
    await expect(row).toContainText("Under way");
    await plan.tree().focus();
    await row.getByRole("button", { name: "Open route 1" }).click();
    await device.act("depart", ago(88), { visitId: first });
    await expect(plan.stop(first)).toContainText("On the way");
    await device.act("arrive", ago(80), { visitId: first });
    await expect(plan.stop(first)).toContainText(`${clock(ago(80))}`);
    await expect(plan.stop(first).getByRole("img", { name: "At the door" })).toBeVisible();
    await device.act("complete", ago(74), { visitIds: [first], outcome: "delivered" });
    await expect(plan.stop(first).getByRole("img", { name: "Delivered" })).toBeVisible();
    await expect(plan.stop(first)).toContainText(clock(ago(74)));
    await expect(row).toContainText("1/4");
    await expect(plan.driven(1, "served")).toHaveAttribute("d", /^M[^M]+$/);
    await expect(plan.driven(1, "drive")).toHaveAttribute("d", /^M[^M]+$/);
    await expect(plan.driven(1, "failed")).toHaveAttribute("d", "");
  });

  await test.step("a break is on the row, and in the timeline", async () => {
    await device.act("break-start", ago(70));
    await expect(row).toContainText("On break");
    await device.act("break-end", ago(60));
    await expect(row).toContainText("Under way");
    await expect(plan.driven(1, "break")).toHaveAttribute("d", /^M[^M]+$/);
  });

  await test.step("a failed stop tells why, who said it, and when", async () => {
    await device.act("complete", ago(50), {
      visitIds: [second],
      outcome: "failed",
      reason: "refused",
      note: "Box was wet",
    });
    await expect(plan.stop(second).getByRole("img", { name: "Failed" })).toBeVisible();
    await expect(row).toContainText("1 failed");
    await plan.stop(second).click();
    const inspector = page.getByRole("tabpanel", { name: "Stop" });
    await expect(inspector).toContainText("Refused");
    await expect(inspector).toContainText("Box was wet");
    await expect(inspector).toContainText("the driver’s device");
    await expect(inspector).toContainText(clock(ago(50)));
  });

  await test.step("the desk says for a driver how a stop ended", async () => {
    const third = route!.stops[2]!.visitId;
    await plan.stop(third).click();
    const inspector = page.getByRole("tabpanel", { name: "Stop" });
    await inspector.getByRole("button", { name: "Report for the driver…" }).click();
    const dialog = page.getByRole("dialog", { name: "Report for the driver" });
    await dialog.getByLabel("Time").fill(clock(ago(30)));
    await dialog.getByRole("button", { name: "Report", exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(plan.stop(third)).toContainText(clock(ago(30)));
    await expect(row).toContainText("3/4");
    await expect(inspector).toContainText("the desk");
  });

  await test.step("where the van is, how old that is, and its phone's battery", async () => {
    const { position } = (await day.board()).visits.get(second)!;
    // From now on, however long all this has taken.
    const twelveMinutesAgo = new Date(Date.now() - 12 * MINUTE);
    await device.see({ ...position!, headingDegrees: 45, batteryPercent: 12 }, twelveMinutesAgo);
    await expect(row).toContainText(/1[23] min/);
    await expect(row).toContainText("12%");
    await device.see({ ...position!, headingDegrees: 45, batteryPercent: 12 }, new Date());
    await expect(row).toContainText("now");
  });

  expect(await page.evaluate(() => "notReloaded" in window)).toBe(true);

  await test.step("the review plays the day again: list and timeline stand at the moment of the slider", async () => {
    await page.getByRole("radio", { name: "Review" }).click();
    const bar = page.getByRole("region", { name: "Replay" });
    await bar.getByRole("button", { name: "Replay the day" }).click();
    await expect(row).toContainText("0/4");
    await bar.getByRole("slider", { name: "Moment of the day" }).press("End");
    await expect(row).toContainText("3/4");
    await bar.getByRole("slider").press("Home");
    await expect(row).toContainText("0/4");
    await bar.getByRole("radio", { name: "60×" }).click();
    await bar.getByRole("slider").press("End");
    await bar.getByRole("slider").press("PageDown");
    await expect(row).not.toContainText("3/4");
    await bar.getByRole("button", { name: "Play" }).click();
    await expect(row).toContainText("3/4", { timeout: 120_000 });
    await bar.getByRole("button", { name: "Back to the whole day" }).click();
    await expect(bar.getByRole("button", { name: "Replay the day" })).toBeVisible();
  });
});

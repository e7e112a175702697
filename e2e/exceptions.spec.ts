import { midDay } from "./fixtures/mid-day";
import { expect, test } from "./fixtures/organization";
import { planDay } from "./fixtures/planned-day";
import { signIn } from "./pages/sign-in-page";

const HOUR = 3600;

test("a late route is raised, its stop looked at and moved, and the exception resolves by itself", async ({
  page,
  organization,
}) => {
  // The minute's watch is the last to notice; usually the sending is enough.
  test.setTimeout(300_000);
  const { zone, date } = midDay();
  const day = await planDay(organization, 2, 1, date, {}, zone);
  const { visits, routes } = await day.board();
  const near = visits.get(routes[0]!.stops[0]!.visitId)!;
  const order = (externalId: string, dropoff: Record<string, unknown>) => ({
    externalId,
    serviceDate: date,
    dropoff: {
      address: { street: `Carrer ${externalId} 1`, postcode: "08001", city: "Barcelona", country: "ES" },
      position: near.position,
      contact: { name: `Customer ${externalId}` },
      ...dropoff,
    },
  });
  // It is between ten and eleven: four hours at the first door are too many for a promise until noon.
  const promise = { fromSeconds: 0, toSeconds: 12 * HOUR };
  await organization.call("order.create", {
    projectId: day.projectId,
    deliveries: [order("SLOW", { serviceSeconds: 4 * HOUR }), order("HURRY", { windows: [promise] })],
  });
  const visitOf = async (name: string) =>
    [...(await day.board()).visits.values()].find(({ externalId }) => externalId === name)!.id;
  const [slow, hurry] = [await visitOf("SLOW"), await visitOf("HURRY")];
  const to = (visitId: string, afterVisitId: string | null) =>
    organization.call("plan.moveStops", {
      planId: day.planId,
      mutationId: `place-${visitId}`,
      visitIds: [visitId],
      to: { kind: "position", routeId: routes[0]!.id, afterVisitId },
    });
  await to(slow, null);
  await to(hurry, slow);
  await organization.call("plan.dispatch", {
    planId: day.planId,
    mutationId: `send-${day.planId}`,
    routes: (await day.board()).routes.map(({ id, version }) => ({ routeId: id, version })),
  });
  await signIn(page, organization.email, organization.password);
  await page.goto("/live/exceptions");
  const list = page.getByRole("region", { name: "Exceptions" });
  const late = list.getByRole("button").filter({ hasText: /^Late.*Route 1.*1 stop late/ });
  const detail = page.getByTestId("exception-detail");

  await test.step("it is raised without a reload, and E stands on it", async () => {
    await expect(late).toBeVisible({ timeout: 120_000 });
    await page.keyboard.press("e");
    await expect(detail).toBeVisible();
    await late.click();
    await expect(detail.getByRole("heading", { name: "Late", exact: true })).toBeVisible();
  });

  await test.step("A takes it on: it is mine", async () => {
    await page.keyboard.press("a");
    await expect(detail.getByText("Acknowledged").first()).toBeVisible();
    await expect(late.getByRole("img", { name: "Olga Owner" })).toBeVisible();
  });

  await test.step("U hands it on with a note, which stands in its history; filters stand in the address", async () => {
    await page.keyboard.press("u");
    const dialog = page.getByRole("dialog", { name: "Escalate this exception" });
    await dialog.getByLabel("What has been tried, what is needed").fill("Customer wants a call");
    await dialog.getByRole("button", { name: "Escalate" }).click();
    await expect(detail.getByRole("listitem").filter({ hasText: "Customer wants a call" })).toContainText("Escalated");
    await page.getByRole("searchbox", { name: "Search exceptions" }).fill("wants a call");
    await expect(page).toHaveURL(/q=wants/);
    await expect(list.getByRole("listitem")).toHaveCount(1);
    await page.getByRole("button", { name: "Clear filters" }).click();
  });

  await test.step("the suggestion is looked at before anything moves, then confirmed", async () => {
    await detail.getByRole("button", { name: /Move 1 stop to route 2.*0 late afterwards/ }).click();
    const dialog = page.getByRole("dialog", { name: "Move 1 stop to route 2" });
    await expect(dialog.getByRole("row")).toHaveCount(3);
    await expect(dialog).toContainText("2 drivers get the difference at once.");
    expect((await day.board()).routes.map((route) => route.stops.length)).toEqual([3, 1]);
    await dialog.getByRole("button", { name: "Move", exact: true }).click();
    await expect.poll(async () => (await day.board()).routes.map((route) => route.stops.length)).toEqual([2, 2]);
  });

  await test.step("nothing is late any more, and the inbox knows by itself", async () => {
    await expect(late).toBeHidden({ timeout: 120_000 });
    await page.getByRole("radio", { name: "Closed" }).click();
    await list.getByRole("listitem").filter({ hasText: /^Late/ }).click();
    await expect(detail).toContainText("resolved by itself");
  });

  await test.step("its subject stands on the board", async () => {
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`/plan/${date}\\?.*mode=live`));
    await expect(page.getByRole("treegrid", { name: "Routes and stops" })).toBeVisible();
    await expect(page).not.toHaveURL(/focus=/);
  });

  await test.step("a stop's menu writes one down, and the board lists and marks what waits of its day", async () => {
    await page.getByRole("button", { name: "Open route 2" }).click();
    const row = page.locator(`#row-${hurry}`);
    await row.click({ button: "right" });
    await page.getByRole("menuitem", { name: "Note an exception…" }).click();
    const dialog = page.getByRole("dialog", { name: "Note an exception" });
    await expect(dialog).toContainText("Customer HURRY");
    await dialog.getByLabel("What has happened").fill("Gate is locked");
    await dialog.getByRole("button", { name: "Note it" }).click();
    await expect(row.getByRole("img", { name: "Exceptions: Address issue" })).toBeVisible();
    await page
      .getByTestId("live-strip")
      .getByRole("button", { name: /exceptions?$/ })
      .click();
    const here = page.getByRole("region", { name: "Exceptions of this day" });
    await here.getByRole("button", { name: /^Address issue.*Gate is locked/ }).click();
    await expect(page.getByRole("tabpanel", { name: "Stop" })).toContainText("Gate is locked");
  });
});

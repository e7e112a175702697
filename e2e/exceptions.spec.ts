import { expect, test } from "./fixtures/organization";
import { planDay } from "./fixtures/planned-day";
import { signIn } from "./pages/sign-in-page";

const ZONE = "Europe/Madrid";
const HOUR = 3600;

/** Today there, and how many seconds of it have passed. */
function today(): { readonly date: string; readonly seconds: number } {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: ZONE,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(new Date());
  const part = (type: string) => parts.find((each) => each.type === type)!.value;
  return {
    date: `${part("year")}-${part("month")}-${part("day")}`,
    seconds: Number(part("hour")) * HOUR + Number(part("minute")) * 60,
  };
}

test("a late route is raised, its stop looked at and moved, and the exception resolves by itself", async ({
  page,
  organization,
}) => {
  // The minute's watch is the last to notice; usually the sending is enough.
  test.setTimeout(240_000);
  const { date, seconds } = today();
  const day = await planDay(organization, 2, 1, date);
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
  const promise = { fromSeconds: 0, toSeconds: Math.max(seconds, 9 * HOUR) + HOUR };
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
    await expect(detail.getByRole("heading", { name: "Late" })).toBeVisible();
  });

  await test.step("A takes it on: it is mine", async () => {
    await page.keyboard.press("a");
    await expect(detail.getByText("Acknowledged")).toBeVisible();
    await expect(late.getByRole("img", { name: "Olga Owner" })).toBeVisible();
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
    await expect(late).toBeHidden({ timeout: 90_000 });
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
});

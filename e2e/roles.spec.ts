import type { APIRequestContext } from "@playwright/test";
import superjson from "superjson";
import { joinAs } from "./fixtures/join-as";
import { expect, test } from "./fixtures/organization";
import { planDay } from "./fixtures/planned-day";
import { PlanPage } from "./pages/plan-page";

test("a viewer, invited by link, sees the day and can change nothing", async ({ organization, browser, baseURL }) => {
  const day = await planDay(organization);
  const viewer = await joinAs("viewer", "Vera Viewer", { organization, browser });
  const before = await day.board();

  await test.step("the plan is there, without the means to change it", async () => {
    const plan = new PlanPage(viewer);
    await plan.open(day.date);
    await expect.poll(() => plan.stopCount(1)).toBe(before.routes[0]!.stops.length);
    const main = viewer.getByRole("navigation", { name: "Main" });
    await expect(main.getByRole("link", { name: "Orders" })).toBeVisible();
    await expect(main.getByRole("link", { name: "Import" })).toHaveCount(0);
    for (const name of [/^Optimise/, /^Dispatch/, /^Undo/, /^Redo/, "Choose drivers"]) {
      await expect(viewer.getByRole("button", { name })).toHaveCount(0);
    }
  });

  await test.step("a stop that is dragged stays, by mouse and by keyboard", async () => {
    const plan = new PlanPage(viewer);
    await plan.toggle(2);
    const stop = plan.stopsOf(2).first();
    const [from, to] = [(await stop.boundingBox())!, (await plan.route(1).boundingBox())!];
    await viewer.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await viewer.mouse.down();
    await viewer.mouse.move(from.x + from.width / 2 + 8, from.y + from.height / 2 + 8, { steps: 4 });
    await viewer.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 10 });
    await viewer.mouse.up();
    await stop.click();
    await viewer.keyboard.press("m");
    await expect(viewer.getByRole("dialog")).toHaveCount(0);
    await expect.poll(() => plan.stopCount(1)).toBe(before.routes[0]!.stops.length);
    expect((await day.board()).routes).toEqual(before.routes);
  });

  await test.step("the orders are there, without Import and New order", async () => {
    await viewer.goto("/orders");
    await expect(viewer.getByText(before.visits.get(before.pool[0]!)!.externalId).first()).toBeVisible();
    await expect(viewer.getByRole("link", { name: /Import/ })).toHaveCount(0);
    await expect(viewer.getByRole("button", { name: /New order/ })).toHaveCount(0);
    await viewer.goto("/orders/import");
    await expect(viewer.getByText("You may look, not import")).toBeVisible();
    await expect(viewer.locator("input[type=file]")).toHaveCount(0);
  });

  await test.step("what the pages do not offer, the server refuses", async () => {
    const { planId, projectId } = day;
    const [route] = before.routes;
    const visitId = before.pool[0]!;
    const { deliveryId } = before.visits.get(visitId)!;
    const mutationId = `forbidden-${planId}`;
    const dropoff = { address: { street: "Carrer d'Aragó 255" } };
    const refused: [path: string, input: unknown][] = [
      ["plan.moveStops", { planId, mutationId, visitIds: [visitId], to: { kind: "best", routeId: route!.id } }],
      ["plan.requestOptimization", { planId }],
      ["plan.chooseDrivers", { planId, drivers: [] }],
      ["plan.lockRoutes", { planId, mutationId, routeIds: [route!.id], locked: true }],
      ["plan.dispatch", { planId, mutationId, routes: [{ routeId: route!.id, version: route!.version }] }],
      ["plan.undo", { planId, mutationId }],
      ["order.create", { projectId, deliveries: [{ dropoff }] }],
      ["order.delete", { ids: [deliveryId] }],
      ["project.create", { name: "Mine", timeZone: "UTC", defaultCountry: "ES", currency: "EUR" }],
    ];
    for (const [path, input] of refused) {
      expect(await verdict(viewer.request, path, input), path).toEqual({ status: 403, code: "FORBIDDEN" });
    }
    const multipart = { file: { name: "o.csv", mimeType: "text/csv", buffer: Buffer.from("order_id,name\nA,B\n") } };
    const upload = await viewer.request.post(`/api/uploads/orders?projectId=${projectId}`, {
      headers: { origin: baseURL! },
      multipart,
    });
    expect(upload.status()).toBe(403);
    expect(await day.board()).toEqual(before);
  });
  await viewer.context().close();
});

test("a stranger with an account of their own reads nothing of this organization", async ({
  organization,
  browser,
  baseURL,
}) => {
  const { planId, board } = await planDay(organization, 1, 2);
  const before = await board();
  const context = await browser.newContext();
  const headers = { origin: baseURL! };
  const stranger = organization.email.replace("owner-", "stranger-");
  const person = { name: "Sam Stranger", email: stranger, password: organization.password };
  expect((await context.request.post("/api/auth/sign-up/email", { headers, data: person })).ok()).toBe(true);
  const own = { name: `Other ${organization.name}`, slug: stranger.replace(/\W+/g, "-") };
  expect((await context.request.post("/api/auth/organization/create", { headers, data: own })).ok()).toBe(true);
  const params = { input: JSON.stringify(superjson.serialize({ planId })) };
  expect((await context.request.get("/api/trpc/plan.board", { params })).status()).toBe(404);
  const move = { planId, mutationId: `stranger-${planId}`, visitIds: [before.pool[0]], to: { kind: "pool" } };
  expect((await verdict(context.request, "plan.moveStops", move)).status).toBe(404);
  expect(await board()).toEqual(before);
  await context.close();
});

async function verdict(request: APIRequestContext, path: string, input: unknown) {
  const answer = await request.post(`/api/trpc/${path}`, { data: superjson.serialize(input) });
  const { error } = await answer.json();
  return { status: answer.status(), code: error?.json?.data?.code ?? error?.data?.code };
}

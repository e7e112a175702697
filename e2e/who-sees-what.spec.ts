import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { joinAs } from "./fixtures/join-as";
import { expectAccessible } from "./fixtures/judge-page";
import { expect, type TestOrganization, test } from "./fixtures/organization";
import { planDay } from "./fixtures/planned-day";
import { plannedToday } from "./fixtures/route-of-today";
import { PlanPage } from "./pages/plan-page";

/** Adds a partner as a program does, and answers with its id. */
async function addPartner(page: Page, organization: TestOrganization, name: string): Promise<string> {
  const { credentials } = await organization.call<{ credentials: { value: string }[] }>("apiAccess.create", {
    api: "lastmile",
    kind: "key",
    name: "Back office",
    scopes: ["fleet:write"],
  });
  const authorization = `Bearer ${credentials[0]!.value}`;
  const headers = { authorization, "idempotency-key": randomUUID() };
  const added = await page.request.post("/v1/lastmile/partners", { headers, data: { name, type: "3pl" } });
  expect(added.ok(), await added.text()).toBe(true);
  const { partners } = await organization.call<{ partners: { id: string; name: string }[] }>(
    "memberScope.choices",
    {},
    "query",
  );
  return partners.find((partner) => partner.name === name)!.id;
}

test("a partner’s person sees its own assignments only, accepts and delivers; its driver signs in to his run", async ({
  page,
  organization,
  browser,
}) => {
  const invitation = { organization, browser };
  const { day, planId } = await plannedToday(organization, 2);
  const partnerId = await addPartner(page, organization, "Swift Couriers");
  const { routes, visits } = await day.board();
  const [own, other] = routes;
  const listed = { projectId: day.projectId };
  const drivers = await organization.call<{ id: string; version: number }[]>("fleet.drivers", listed, "query");
  const { id, version, ...driver } = drivers.find((each) => each.id === own!.driver.id)!;
  await organization.call("fleet.saveDriver", { id, version, ...listed, driver: { ...driver, partnerId } });
  await organization.call("plan.dispatch", {
    planId,
    mutationId: `send-${planId}`,
    routes: routes.map((route) => ({ routeId: route.id, version: route.version })),
  });

  const partner = await joinAs("partner", "Paula Partner", invitation, { partnerId });
  const cards = partner.getByRole("main").getByRole("list", { name: "Assignments" }).first();
  const names = own!.stops.map(({ visitId }) => visits.get(visitId)!.externalId);
  await test.step("it is her own, and nothing else in the house", async () => {
    await expect(partner).toHaveURL(/\/partner$/);
    await expect(partner.getByRole("heading", { name: new RegExp(`^Route ${own!.number} `) })).toBeVisible();
    await expect(partner.getByText(new RegExp(`^Route ${other!.number} `))).toHaveCount(0);
    await expect(cards.getByText(names[0]!, { exact: true })).toBeVisible();
    await expect(partner.getByRole("navigation", { name: "Main" }).getByRole("link")).toHaveText(["Jobs", "Fleet"]);
    for (const path of ["/plan", "/orders", "/settings/people"]) {
      await partner.goto(path);
      await expect(partner).toHaveURL(/\/partner$/);
    }
    for (const path of ["plan.board", "order.list", "fleet.drivers", "event.timeline", "memberScope.list"]) {
      expect((await partner.request.get(`/api/trpc/${path}`)).status(), path).toBe(403);
    }
  });
  await test.step("accepted, and one of it delivered, the other not", async () => {
    await partner.getByRole("button", { name: "Accept" }).click();
    await partner.getByRole("dialog", { name: "Accept this?" }).getByRole("button", { name: "Send" }).click();
    await partner.getByText("Under way", { exact: true }).click();
    const first = partner.getByRole("listitem").filter({ hasText: names[0]! }).last();
    await first.getByRole("button", { name: "On the way" }).click();
    await partner.getByRole("dialog", { name: "On the way?" }).getByRole("button", { name: "Send" }).click();
    await expect(first.getByText("on the way", { exact: true })).toBeVisible();
    await first.getByRole("button", { name: "Delivered", exact: true }).click();
    const delivered = partner.getByRole("dialog", { name: "Delivered?" });
    await delivered.getByLabel("Who took it").fill("Ida");
    await delivered.getByRole("button", { name: "Send" }).click();
    await expect(first.getByText("delivered", { exact: true })).toBeVisible();
    const second = partner.getByRole("listitem").filter({ hasText: names[1]! }).last();
    await second.getByRole("button", { name: "Not delivered" }).click();
    const failed = partner.getByRole("dialog", { name: "Not delivered?" });
    await failed.getByRole("button", { name: "Send" }).click();
    await expect(failed.getByText("Say why, in a few words.")).toBeVisible();
    await failed.getByLabel("Why").fill("Nobody there");
    await failed.getByRole("button", { name: "Send" }).click();
    await expect(second.getByText("not delivered", { exact: true })).toBeVisible();
    const runs = await organization.call<{ stops: { visitId: string; status: string }[] }>(
      "execution.runs",
      { planId },
      "query",
    );
    const statusOf = (visitId: string) => runs.stops.find((stop) => stop.visitId === visitId)?.status;
    expect(own!.stops.slice(0, 2).map(({ visitId }) => statusOf(visitId))).toEqual(["delivered", "failed"]);
  });
  await test.step("her drivers and vehicles are hers to keep", async () => {
    await partner.screenshot({ path: "test-results/partner-desk.png" });
    await expectAccessible(partner, "partner desk");
    await partner.getByRole("link", { name: "Fleet" }).click();
    await partner.getByRole("button", { name: "Add driver" }).click();
    const form = partner.getByRole("dialog", { name: "Add driver" });
    await form.getByLabel("Name").fill("Sven Swift");
    await form.getByLabel("Phone").fill("600");
    await form.getByRole("button", { name: "Save" }).click();
    await expect(form.getByText(/international form/)).toBeVisible();
    await form.getByLabel("Phone").fill("+34 600 000 001");
    await form.getByRole("button", { name: "Save" }).click();
    await expect(partner.getByRole("region", { name: "Drivers" }).getByText("Sven Swift")).toBeVisible();
    await partner.screenshot({ path: "test-results/partner-fleet.png" });
    await partner.setViewportSize({ width: 390, height: 844 });
    await partner.emulateMedia({ colorScheme: "dark" });
    await partner.goto("/partner");
    await partner.getByText("Under way", { exact: true }).click();
    await expect(partner.getByRole("button", { name: "Delivered", exact: true }).first()).toBeVisible();
    await partner.screenshot({ path: "test-results/partner-phone-dark.png" });
  });
  await partner.context().close();

  await test.step("the driver of the other route signs in, and his run opens", async () => {
    const van = await joinAs("driver", "Dan Driver", invitation, { driverId: other!.driver.id });
    await expect(van).toHaveURL(/\/my-run$/);
    await expect(van.getByRole("heading", { name: `Route ${other!.number}` })).toBeVisible();
    await van.screenshot({ path: "test-results/my-run.png" });
    await van.getByRole("button", { name: "Open" }).click();
    await expect(van).toHaveURL(/\/run\//);
    await expect(van.getByText(visits.get(other!.stops[0]!.visitId)!.name).first()).toBeVisible();
    await van.context().close();
  });

  await test.step("the desk sees that run as its driver does, and can do nothing there", async () => {
    await page.goto(`/look/${other!.id}`);
    await page.getByRole("textbox", { name: "Why" }).fill("He rang");
    await page.screenshot({ path: "test-results/look-begin.png" });
    await page.getByRole("button", { name: "Look" }).click();
    await expect(page.getByText(/You are looking as/)).toBeVisible();
    const desk = page.getByRole("region", { name: "As the driver sees it" });
    await expect(desk.getByText(visits.get(other!.stops[0]!.visitId)!.name).first()).toBeVisible();
    await expect(desk.locator("[inert]").getByText("Accept route", { exact: true })).toBeVisible();
    await page.screenshot({ path: "test-results/look.png" });
    await expectAccessible(page, "look");
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.screenshot({ path: "test-results/look-phone-dark.png" });
    await page.getByRole("button", { name: "Stop looking" }).click();
    await expect(page.getByText("The look is over.")).toBeVisible();
  });
});

test("a dispatcher of one project sees it alone, and what they see is said on the people page", async ({
  page,
  organization,
  browser,
}) => {
  const day = await planDay(organization, 1, 3);
  const lyon = { name: "Lyon", timeZone: "Europe/Paris", defaultCountry: "FR", currency: "EUR" };
  await organization.call("project.create", lyon);
  const invitation = { organization, browser };
  const packer = { name: "packer", description: "Packs for Lyon", permissions: ["order.read", "preference.own"] };
  await organization.call("role.create", packer);
  const near = await joinAs("dispatcher", "Nina Near", invitation, { projectIds: [day.projectId] });
  const plan = new PlanPage(near);
  await plan.open(day.date);
  await expect.poll(() => plan.stopCount(1)).toBe(3);

  await test.step("limited to another project, the board is not there any more", async () => {
    await page.goto("/settings/people");
    const row = page.getByRole("list", { name: "Members" }).getByRole("listitem").filter({ hasText: "Nina Near" });
    await row.getByRole("button", { name: /Nina Near: Sees .+\. Change/ }).click();
    const dialog = page.getByRole("dialog", { name: "What Nina Near sees" });
    await page.screenshot({ path: "test-results/people-scope.png" });
    await dialog.getByRole("checkbox", { name: "Lyon" }).click();
    await dialog.getByRole("checkbox", { name: "Depot", exact: true }).click();
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("What Nina Near sees is changed").first()).toBeVisible();
    await page.screenshot({ path: "test-results/people.png" });
    await expectAccessible(page, "people");
    const url = `/api/trpc/plan.board?input=${encodeURIComponent(JSON.stringify({ json: { planId: day.planId } }))}`;
    expect((await near.request.get(url)).status()).toBe(404);
    const projects = await near.request.get(`/api/trpc/project.list?input=${encodeURIComponent('{"json":{}}')}`);
    expect(await projects.text()).not.toContain(day.projectId);
  });
  await test.step("somebody is invited into a role of the house’s own, for one project", async () => {
    await page.getByRole("button", { name: "Invite", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "Invite somebody" });
    await dialog.getByLabel("E-mail").fill("pia@example.com");
    await dialog.getByRole("combobox", { name: "Role" }).click();
    await page.getByRole("option", { name: "packer" }).click();
    await expect(dialog.getByText("Packs for Lyon")).toBeVisible();
    await dialog.getByRole("radio", { name: "Some projects or depots" }).click();
    await dialog.getByRole("checkbox", { name: "Lyon" }).click();
    await page.screenshot({ path: "test-results/people-invite.png" });
    await dialog.getByRole("button", { name: "Send invitation" }).click();
    await page.getByRole("dialog", { name: "Invitation sent" }).getByRole("button", { name: "Done" }).click();
    const open = page.getByRole("list", { name: "Open invitations" }).getByRole("listitem");
    await expect(open.filter({ hasText: "pia@example.com" })).toContainText("packer");
    await expect(open.filter({ hasText: "pia@example.com" })).toContainText("Sees Lyon");
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.screenshot({ path: "test-results/people-phone-dark.png", fullPage: true });
  });
  await near.context().close();
});

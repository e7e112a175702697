import { joinAs } from "./fixtures/join-as";
import { expectAccessible } from "./fixtures/judge-page";
import { expect, test } from "./fixtures/organization";
import { planDay } from "./fixtures/planned-day";
import { PlanPage } from "./pages/plan-page";

test("a dispatcher of one project sees it alone, and what they see is said on the people page", async ({
  page,
  organization,
  browser,
  baseURL,
}) => {
  const day = await planDay(organization, 1, 3);
  const lyon = { name: "Lyon", timeZone: "Europe/Paris", defaultCountry: "FR", currency: "EUR" };
  await organization.call("project.create", lyon);
  const invitation = { page, organization, browser, baseURL: baseURL! };
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
  await near.context().close();
});

import { startSubscriber } from "@/server/testing/subscriber";
import { expect, test } from "./fixtures/organization";
import { createProject } from "./fixtures/planned-day";

test("a program is told what happens; what it did not take is seen and sent again", async ({ page, organization }) => {
  let status = 200;
  const hook = await startSubscriber((_call, _request, response) => {
    response.writeHead(status).end(status === 200 ? "thank you" : "not today");
  });
  const projectId = await createProject(organization);
  await page.goto("/settings/webhooks");

  await test.step("what cannot be is said", async () => {
    await page.getByRole("button", { name: "Add webhook" }).click();
    const form = page.getByRole("dialog", { name: "Add webhook" });
    await form.getByRole("textbox", { name: "Address" }).fill("somewhere");
    await form.getByRole("button", { name: "Add webhook" }).click();
    await expect(form.getByText("Write an address that begins with https://.")).toBeVisible();
    await expect(form.getByText("Choose at least one.")).toBeVisible();
  });

  await test.step("added, its secret is shown once", async () => {
    const form = page.getByRole("dialog", { name: "Add webhook" });
    await form.getByRole("combobox", { name: "In the words of" }).click();
    await page.getByRole("option", { name: /Last-Mile/ }).click();
    await form.getByRole("textbox", { name: "Address" }).fill(hook.url);
    await form.getByRole("checkbox", { name: "Deliveries" }).click();
    await form.getByRole("button", { name: "Add webhook" }).click();
    await expect(page.getByRole("status", { name: "Secret" })).toHaveText(/^whsec_/);
    await page.getByRole("region", { name: "Webhooks" }).getByRole("button", { name: "Dismiss" }).click();
    await expect(page.getByText(/whsec_/)).toHaveCount(0);
  });

  const panel = page.getByRole("dialog", { name: hook.url });
  await test.step("a test arrives, signed; one that is refused is said to be", async () => {
    await page.getByRole("button", { name: hook.url }).click();
    await expect(panel.getByText("Nothing was sent yet")).toBeVisible();
    await panel.getByRole("button", { name: "Send a test" }).click();
    await expect(page.getByText("The test arrived").first()).toBeVisible();
    expect(hook.calls[0]!.headers).toMatchObject({ "webhook-signature": expect.stringMatching(/^v1,/) });
    status = 503;
    await panel.getByRole("button", { name: "Send a test" }).click();
    await expect(page.getByText("The test was not taken").first()).toBeVisible();
    const failed = panel.getByRole("listitem").filter({ hasText: "Failed" });
    await failed.getByText("Test").click();
    await expect(failed.getByText("not today")).toBeVisible();
  });

  await test.step("one message goes again; the rest stays as it was", async () => {
    status = 200;
    await panel.getByRole("listitem").filter({ hasText: "Failed" }).getByRole("button", { name: "Send again" }).click();
    await expect(panel.getByRole("listitem").filter({ hasText: "Delivered" })).toHaveCount(2);
    expect(hook.calls[2]!.text).toBe(hook.calls[1]!.text);
    await panel.getByRole("button", { name: "Send lost ones again" }).click();
    await expect(page.getByText("Nothing was lost").first()).toBeVisible();
  });

  await test.step("what takes nothing is said on every page, until it does again", async () => {
    status = 503;
    const deliveries = Array.from({ length: 12 }, (_, n) => ({ dropoff: { address: { street: `Gade ${n + 1}` } } }));
    await organization.call("order.create", { projectId, deliveries });
    await page.goto("/orders");
    const notice = page.getByRole("region", { name: "Programs that do not answer" });
    const { host } = new URL(hook.url);
    await expect(notice).toContainText(`in a row have failed at ${host}`, { timeout: 60_000 });
    await page.screenshot({ path: "test-results/webhook-notice.png" });
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.screenshot({ path: "test-results/webhook-notice-phone-dark.png" });
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.emulateMedia({ colorScheme: "light" });
    status = 200;
    await notice.getByRole("link", { name: "Look at it" }).click();
    await expect(panel.getByText("Failed tries in a row")).toBeVisible();
    await expect(notice).toHaveCount(0, { timeout: 60_000 });
  });

  await test.step("a span goes again, and how much that is stands there before", async () => {
    await panel.getByRole("button", { name: "Send a span again" }).click();
    const dialog = page.getByRole("dialog", { name: "Send a span again" });
    await expect(dialog.getByText("There are none.")).toBeVisible();
    await dialog.getByRole("radio", { name: "All", exact: true }).click();
    await dialog.getByRole("combobox", { name: "Kind of event" }).click();
    await page.getByRole("option", { name: "Delivery created" }).click();
    await expect(dialog.getByRole("status")).toHaveText(/^[1-9]\d* messages are sent again\.$/);
    const start = dialog.getByRole("button", { name: /^Send \d+ messages again$/ });
    const heard = hook.calls.length;
    const sent = Number.parseInt((await start.innerText()).replace(/\D+/, ""), 10);
    await start.click();
    await expect(dialog).toHaveCount(0);
    await expect.poll(() => hook.calls.length, { timeout: 60_000 }).toBeGreaterThanOrEqual(heard + sent);
  });

  await test.step("stopped and resumed, given another secret, deleted", async () => {
    await panel.getByRole("button", { name: "Stop" }).click();
    await expect(panel.getByText("Somebody stopped it.")).toBeVisible();
    await panel.getByRole("button", { name: "Have it go on" }).click();
    await expect(panel.getByRole("button", { name: "Stop" })).toBeVisible();
    await panel.getByRole("button", { name: "New secret" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "New secret" }).click();
    await expect(page.getByRole("status", { name: "Secret" })).toHaveText(/^whsec_/);
    await page.getByRole("button", { name: hook.url }).click();
    await panel.getByRole("button", { name: "Delete" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
    await expect(page.getByText("Nobody is told yet")).toBeVisible();
  });
  await hook.close();
});

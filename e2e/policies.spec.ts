import { COLOUR_RULES, expectAccessible } from "./fixtures/judge-page";
import { expect, test } from "./fixtures/organization";
import { createProject } from "./fixtures/planned-day";

test("the rules are what a small company would keep until somebody says otherwise", async ({ page, organization }) => {
  const projectId = await createProject(organization);
  await page.goto("/settings/policies");
  const section = (name: string) => page.getByRole("region", { name });
  const save = (name: string) => section(name).getByRole("button", { name: "Save", exact: true });

  await test.step("attempts: bounds are said, a return has its number, and the standard is a click away", async () => {
    const retries = section("Attempts and returns");
    await expect(retries).toContainText("Standard: 3 attempts");
    const attempts = retries.getByRole("textbox", { name: "Attempts at a delivery" });
    await attempts.fill("21");
    await expect(save("Attempts and returns")).toBeDisabled();
    await attempts.fill("2");
    await retries.getByRole("switch", { name: "Return by itself" }).click();
    await retries.getByRole("textbox", { name: "Return after" }).fill("3");
    await expect(retries.getByText("Not later than after the last attempt.")).toBeVisible();
    await retries.getByRole("textbox", { name: "Return after" }).fill("");
    await save("Attempts and returns").click();
    await expect(page.getByText("Settings saved").first()).toBeVisible();
    expect(await organization.call("exception.policy", { projectId }, "query")).toMatchObject({
      maxAttempts: 2,
      autoReturn: true,
      lateMinutes: 10,
    });
    await retries.getByRole("button", { name: "Back to standard" }).click();
    await expect(attempts).toHaveValue("3");
    await expect(retries.getByText("As standard")).toBeVisible();
    await retries.getByRole("button", { name: "Discard" }).click();
    await expect(attempts).toHaveValue("2");
  });

  await test.step("somebody else was faster: it is said, and theirs can be looked at", async () => {
    const delivery = section("Drivers and partners");
    const tries = delivery.getByRole("textbox", { name: "Tries to reach the customer" });
    const theirs = await organization.call<{ policy: { contact: object } }>("policy.delivery", {}, "query");
    await tries.fill("2");
    const policy = { ...theirs.policy, contact: { ...theirs.policy.contact, waitMinutes: 7 } };
    await organization.call("policy.saveDelivery", { policy, seenAt: null });
    await save("Drivers and partners").click();
    await delivery.getByRole("alert").getByRole("button").click();
    await expect(delivery.getByRole("textbox", { name: "Wait at the door" })).toHaveValue("7");
    await tries.fill("2");
    await delivery.getByRole("checkbox", { name: "Call" }).click();
    await save("Drivers and partners").click();
    await expect
      .poll(() => organization.call("policy.delivery", {}, "query"))
      .toMatchObject({ policy: { contact: { minAttempts: 2, channels: ["call"], waitMinutes: 7 } } });
  });

  await test.step("keeping less says what goes, and asks", async () => {
    const retention = section("How long things are kept");
    const days = retention.getByRole("textbox", { name: "Drivers’ positions" });
    const kept = () => organization.call("policy.retention", {}, "query");
    await days.fill("30");
    await save("How long things are kept").click();
    const asking = page.getByRole("alertdialog");
    await expect(asking).toContainText("no positions, no pictures and no files");
    await asking.getByRole("button", { name: "Cancel" }).click();
    await expect(asking).toBeHidden();
    expect(await kept()).toMatchObject({ policy: { positionDays: 60 } });
    await save("How long things are kept").click();
    await asking.getByRole("button", { name: "Save and delete" }).click();
    await expect.poll(kept).toMatchObject({ policy: { positionDays: 30 } });
    await page.reload();
    await expect(days).toHaveValue("30");
  });

  await expectAccessible(page);
  await page.screenshot({ path: "test-results/look/policies.png", fullPage: true });
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page, "policies in the dark", COLOUR_RULES);
  await page.screenshot({ path: "test-results/look/policies-phone-dark.png", fullPage: true });
});

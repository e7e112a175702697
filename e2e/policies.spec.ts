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
  });
});

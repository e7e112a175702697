import { joinAs } from "./fixtures/join-as";
import { expect, test } from "./fixtures/organization";
import { createProject } from "./fixtures/planned-day";

test("what customers see, are told and may book is set, tried and kept from who may only look", async ({
  page,
  organization,
  browser,
}) => {
  await createProject(organization);
  const save = page.getByRole("button", { name: "Save" });

  await test.step("the tracking page: its preview follows, and nothing unsaved is left without asking", async () => {
    await page.goto("/settings/tracking");
    const preview = page.getByTestId("page-preview");
    await expect(preview).toContainText("Ida brings your delivery");
    await page.getByRole("switch", { name: /driver’s first name/ }).click();
    await expect(preview).not.toContainText("Ida");
    await page.getByLabel("Whole page").fill("31");
    await expect(save).toBeDisabled();
    await page.getByLabel("Whole page").fill("14");
    await page.getByRole("link", { name: "Messages" }).click();
    await page.getByRole("button", { name: "Keep editing" }).click();
    await save.click();
    await expect(page.getByText("Settings saved").first()).toBeVisible();
    await page.getByRole("link", { name: "Messages" }).click();
    await expect(page).toHaveURL(/\/settings\/messages/);
  });

  await test.step("a message with a fault is not saved; put right, it is what customers get", async () => {
    const words = page.getByRole("region", { name: "In which words" });
    await words.getByRole("button", { name: "Nearby" }).click();
    const sms = words.getByLabel("Text message", { exact: true });
    await sms.fill("Soon at your door, {nam}! {link}");
    await expect(words.getByRole("button", { name: /At 20: nothing is called that/ })).toBeVisible();
    await expect(words.getByRole("button", { name: "Save", exact: true })).toBeDisabled();
    await sms.fill("Soon at your door, {recipient}! {link}");
    await expect(page.getByTestId("message-preview")).toContainText("Soon at your door, Alex Morgan!");
    await words.getByRole("button", { name: "Save", exact: true }).click();
    await expect(words.getByRole("button", { name: /Nearby.*your words/ })).toBeVisible();
  });

  await test.step("a zone and its offer are what an address can book, until the place is gone", async () => {
    await page.goto("/settings/slots");
    await page.getByRole("button", { name: "Add a zone" }).click();
    await page.getByLabel("Name").fill("Eixample");
    await page.getByLabel("Postcodes", { exact: true }).fill("08010, 08011");
    await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: "Add an offer" }).click();
    for (const day of ["Sat", "Sun"]) await page.getByRole("button", { name: day, exact: true }).click();
    await page.getByLabel("Places a day").fill("1");
    await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
    await page.getByLabel("Postcode", { exact: true }).fill("08010");
    await page.getByRole("button", { name: "Find slots" }).click();
    const open = page.getByRole("button", { name: /^Reserve 08:00–12:00/ });
    await expect(open.first()).toBeVisible();
    const before = await open.count();
    await open.first().click();
    const place = page.getByRole("region", { name: "Place taken" });
    await place.getByRole("button", { name: "Confirm" }).click();
    await expect(place).toContainText("Confirmed");
    await expect(open).toHaveCount(before - 1);
    await place.getByRole("button", { name: "Give back" }).click();
    await expect(open).toHaveCount(before);
  });

  await test.step("a viewer sees it all and can change none of it", async () => {
    const viewer = await joinAs("viewer", "Vera Viewer", { organization, browser });
    await viewer.goto("/settings/tracking");
    await expect(viewer.getByLabel("Whole page")).toHaveValue("14");
    await expect(viewer.getByLabel("Whole page")).toBeDisabled();
    await viewer.goto("/settings/messages");
    await expect(viewer.getByRole("button", { name: /Nearby.*your words/ })).toBeVisible();
    await viewer.goto("/settings/slots");
    await expect(viewer.getByRole("listitem", { name: "Eixample" })).toContainText("08:00–12:00");
    await expect(viewer.getByRole("button", { name: /^(Save|Add|Edit|Reserve)/ })).toHaveCount(0);
    await viewer.context().close();
  });
});

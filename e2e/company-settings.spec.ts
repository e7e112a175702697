import { makePicture } from "@/server/testing/make-picture";
import { expect, test } from "./fixtures/organization";
import { ownSources } from "./fixtures/own-sources";
import { createProject } from "./fixtures/planned-day";

test("an organization has a name, a logo and a colour that can be read; a project its units", async ({
  page,
  organization,
}) => {
  await createProject(organization);

  await test.step("a colour that is too light is refused with its contrast, another is saved", async () => {
    await page.goto("/settings/organization");
    await page.getByRole("textbox", { name: "Name" }).fill("Northwind Flowers");
    await page.getByRole("textbox", { name: "Colour", exact: true }).fill("#ffd400");
    await expect(page.getByText(/Too light to read on a white page: 1\.\d:1/)).toBeVisible();
    await expect(page.getByRole("button", { name: "Save", exact: true })).toBeDisabled();
    await page.getByRole("textbox", { name: "Colour", exact: true }).fill("#8a1538");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    // While it is being saved the button is disabled, too.
    await expect(page.getByText("Settings saved").first()).toBeVisible();
    await expect(page.getByRole("button", { name: "Save", exact: true })).toBeDisabled();
    await page.reload();
    await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("Northwind Flowers");
    await expect(page.getByRole("textbox", { name: "Colour", exact: true })).toHaveValue("#8a1538");
  });

  await test.step("what is no picture cannot be the logo", async () => {
    const file = page.locator("input[type=file]");
    await file.setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: Buffer.from("<svg onload='1'>") });
    await expect(page.getByText("This picture cannot be read.", { exact: false })).toBeVisible();
    const buffer = Buffer.from(await makePicture({ type: "image/png" }));
    await file.setInputFiles({ name: "logo.png", mimeType: "image/png", buffer });
    const logo = page.getByRole("img", { name: "Logo of Northwind Flowers" });
    await expect(logo).toBeVisible();
    await expect.poll(() => logo.evaluate((each: HTMLImageElement) => each.naturalWidth)).toBeGreaterThan(0);
    await page.screenshot({ path: "test-results/look/organization.png", fullPage: true });
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.screenshot({ path: "test-results/look/organization-phone-dark.png", fullPage: true });
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  await test.step("miles for everybody who has not chosen", async () => {
    await page.goto("/settings");
    await page.getByRole("combobox", { name: "Units" }).click();
    await page.getByRole("option", { name: "Miles and pounds" }).click();
    await page.getByRole("button", { name: "Save project" }).click();
    await expect(page.getByText("Depot saved").first()).toBeVisible();
    await expect(page.getByRole("button", { name: "Save project" })).toBeDisabled();
    const file = page.locator("input[type=file]");
    const buffer = Buffer.from(await makePicture({ type: "image/png" }));
    await file.setInputFiles({ name: "logo.png", mimeType: "image/png", buffer });
    const logo = page.getByRole("img", { name: /^Logo of / });
    await expect.poll(() => logo.evaluate((each: HTMLImageElement) => each.naturalWidth)).toBeGreaterThan(0);
    await page.screenshot({ path: "test-results/look/project.png", fullPage: true });
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.screenshot({ path: "test-results/look/project-phone-dark.png", fullPage: true });
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto("/settings/account");
    await expect(page.getByText(/distances .* mi/)).toBeVisible();
  });

  await test.step("what is typed in miles and pounds is there again as it was typed", async () => {
    await page.goto("/vehicles");
    await page.getByRole("button", { name: "Add vehicle" }).first().click();
    const drawer = page.getByRole("dialog", { name: "New vehicle" });
    await drawer.getByRole("textbox", { name: "Name" }).fill("VAN-01");
    await drawer.getByRole("textbox", { name: "Weight (lb)" }).fill("2000");
    await drawer.getByRole("textbox", { name: "Distance (mi)" }).fill("100");
    await drawer.getByRole("textbox", { name: /^Per mi/ }).fill("1.02");
    await drawer.getByRole("button", { name: "Add vehicle" }).click();
    await expect(drawer).toBeHidden();
    await page.screenshot({ path: "test-results/look/vehicles-miles.png" });
    await page.getByRole("button", { name: "VAN-01" }).click();
    const kept = page.getByRole("dialog", { name: "VAN-01" });
    await expect(kept.getByRole("textbox", { name: "Weight (lb)" })).toHaveValue("2000");
    await expect(kept.getByRole("textbox", { name: "Distance (mi)" })).toHaveValue("100");
    await expect(kept.getByRole("textbox", { name: /^Per mi/ })).toHaveValue("1.02");
    await page.screenshot({ path: "test-results/look/vehicle-miles.png" });
    await page.goto("/settings/tracking");
    await expect(page.getByRole("textbox", { name: "Van to within" })).toHaveValue("328");
    await page.screenshot({ path: "test-results/look/tracking-feet.png" });
  });

  await test.step("what maps, addresses and roads come from can be read and tried", async () => {
    await page.goto("/settings/map-and-travel");
    await expect(page.getByRole("region", { name: "Finding addresses" }).getByText("Address book")).toBeVisible();
    await expect(page.getByText("MAP_PMTILES_FILE")).toBeVisible();
    await page.getByRole("textbox", { name: "Try an address" }).fill("Nowhere 1, 9999 Nothing");
    await page.getByRole("button", { name: "Try it" }).click();
    await expect(page.getByText(/Nobody knows this address/)).toBeVisible();
    await page.screenshot({ path: "test-results/look/map-and-travel.png", fullPage: true });
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.screenshot({ path: "test-results/look/map-and-travel-phone-dark.png", fullPage: true });
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  await test.step("an own geocoder is kept once it knows an address, its key never shown; an own map lies under the maps", async () => {
    await using own = await ownSources();
    const geocoder = page.getByRole("region", { name: "Finding addresses" });
    await geocoder.getByRole("combobox", { name: "Who is asked after it" }).click();
    await page.getByRole("option", { name: "Pelias" }).click();
    await geocoder.getByRole("textbox", { name: "Address", exact: true }).fill(own.url);
    await geocoder.getByLabel("Key", { exact: true }).fill("wrong");
    await geocoder.getByRole("textbox", { name: "Try an address" }).fill("Bredgade 74, 1260 København");
    await geocoder.getByRole("button", { name: "Save" }).click();
    await expect(geocoder.getByText(/does not take this key/)).toBeVisible();
    await expect(geocoder.getByRole("button", { name: "Save anyway" })).toHaveCount(0);
    await geocoder.getByLabel("Key", { exact: true }).fill(own.key);
    await geocoder.getByRole("button", { name: "Try it" }).click();
    await expect(geocoder.getByText("Bredgade 74, Copenhagen")).toBeVisible();
    await geocoder.getByRole("button", { name: "Save" }).click();
    await expect(geocoder.getByRole("listitem").filter({ hasText: new URL(own.url).host })).toBeVisible();
    await expect(geocoder.getByText("Set, and not shown.", { exact: false })).toBeVisible();

    const travel = page.getByRole("region", { name: "Travel times" });
    await travel.getByRole("combobox", { name: "Whose roads are driven" }).click();
    await page.getByRole("option", { name: "OSRM" }).click();
    await travel.getByRole("textbox", { name: "Address", exact: true }).fill("http://127.0.0.1:1");
    await travel.getByRole("textbox", { name: "From" }).fill("Bredgade 74, 1260 København");
    await travel.getByRole("textbox", { name: "To" }).fill("Bredgade 74, 1260 København");
    await travel.getByRole("button", { name: "Save" }).click();
    await expect(travel.getByText("127.0.0.1:1 cannot be reached.")).toBeVisible();
    await travel.screenshot({ path: "test-results/look/own-roads-away.png" });
    await travel.getByRole("button", { name: "Save anyway" }).click();
    await expect(travel.getByRole("listitem").filter({ hasText: "osrm" })).toBeVisible();

    const map = page.getByRole("region", { name: "Base map" });
    await map.getByRole("combobox", { name: "Map of this organization" }).click();
    await page.getByRole("option", { name: "Map style" }).click();
    await map.getByRole("textbox", { name: "Address", exact: true }).fill(`${own.url}/page.html`);
    await map.getByRole("button", { name: "Read it" }).click();
    await expect(map.getByText(/answers, but with something else/)).toBeVisible();
    await map.getByRole("textbox", { name: "Address", exact: true }).fill(`${own.url}/style.json`);
    await map.getByRole("button", { name: "Save" }).click();
    await expect(map.getByRole("button", { name: "Save" })).toHaveCount(0);
    await page.screenshot({ path: "test-results/look/own-sources.png", fullPage: true });
    await geocoder.screenshot({ path: "test-results/look/own-geocoder.png" });
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.screenshot({ path: "test-results/look/own-sources-phone-dark.png", fullPage: true });
    await geocoder.screenshot({ path: "test-results/look/own-geocoder-phone-dark.png" });
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 1280, height: 800 });

    await page.goto("/depots");
    await expect.poll(() => own.tilesAsked()).toBeGreaterThan(0);
    await expect(page.getByText("An own map", { exact: false })).toBeVisible();
    await page.screenshot({ path: "test-results/look/own-map.png" });
  });
});

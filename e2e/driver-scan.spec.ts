import config from "../playwright.config";
import { midDay } from "./fixtures/mid-day";
import { expect, type TestOrganization, test } from "./fixtures/organization";
import { planDay } from "./fixtures/planned-day";
import { newestLink } from "./fixtures/route-of-today";
import { DriverPage } from "./pages/driver-page";

// A camera that shows a moving picture; who may look through it each context says for itself.
const { launchOptions } = config.use!;
test.use({
  launchOptions: { ...launchOptions, args: [...launchOptions!.args!, "--use-fake-device-for-media-stream"] },
});

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: "en-GB" } as const;
const DOOR = {
  address: { street: "Carrer de Mallorca 401", postcode: "08013", city: "Barcelona", country: "ES" },
  position: { lat: 41.4036, lng: 2.1744 },
  tasks: [{ kind: "barcode", label: "Parcel code", required: true }],
};

/** Stands in for a browser's reader of codes, which this one lacks: it sees what `window.inView` holds up to a camera. */
function installReader() {
  class BarcodeDetector {
    async detect(video: HTMLVideoElement) {
      const codes = (window as unknown as { inView?: string[] }).inView ?? [];
      return video.videoWidth > 0 && !video.paused ? codes.map((rawValue) => ({ rawValue })) : [];
    }
  }
  Object.assign(window, { BarcodeDetector });
}

test("parcels at one door are scanned one after the other, and typed where there is no camera, leave or reader", async ({
  browser,
  organization,
}) => {
  const { planId, link } = await routeToOneDoor(organization);
  const phone = await browser.newContext({ ...PHONE, permissions: ["camera"] });
  const driver = new DriverPage(await phone.newPage());
  const { page } = driver;
  const fields = page.getByRole("textbox", { name: /^Parcel code/, includeHidden: true });

  await test.step("without a reader codes are typed, and nothing is offered that does not work", async () => {
    await driver.open(link);
    await driver.press("Accept route").click();
    await driver.press("Start route").click();
    await expect(page.getByText("3 orders here")).toBeVisible();
    await driver.arrive();
    await expect(fields).toHaveCount(3);
    await expect(page.getByRole("button", { name: /^Scan/ })).toHaveCount(0);
    await driver.press("Delivered").click();
    await expect(page.getByText("1 thing is still missing")).toBeVisible();
  });

  await test.step("the camera stays open until each order has its own code", async () => {
    await page.addInitScript(installReader);
    await page.reload();
    await page.getByRole("button", { name: /^Scan/ }).first().click();
    const dialog = page.getByRole("dialog");
    await hold(driver, "SSCC-1");
    await expect(fields.nth(0)).toHaveValue("SSCC-1");
    await expect(dialog).toBeVisible();
    // The first parcel is still in view beside the second.
    await hold(driver, "SSCC-1", "SSCC-2");
    await expect(fields.nth(1)).toHaveValue("SSCC-2");
    await expect(fields.nth(2)).toHaveValue("");
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  });

  await test.step("a camera that may not be used, and one that is not there, are said to be so", async () => {
    const last = page.getByRole("button", { name: /^Scan/ }).last();
    await phone.clearPermissions();
    await phone.grantPermissions(["geolocation"]);
    await last.click();
    await expect(page.getByRole("alert").filter({ hasText: "may not use the camera" })).toBeVisible();
    await driver.press("Type the code").click();
    await page.evaluate(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("none", "NotFoundError"));
    });
    await last.click();
    await expect(page.getByRole("alert").filter({ hasText: "no camera" })).toBeVisible();
    await driver.press("Type the code").click();
    await fields.last().fill("SSCC-3");
  });

  await test.step("each order is reported with its code", async () => {
    await driver.deliver();
    await driver.expectWaiting(0);
    type StopRun = { readonly completion: { readonly answers: readonly { readonly value: string }[] } | null };
    const codes = async () => {
      const { stops } = await organization.call<{ stops: StopRun[] }>("execution.runs", { planId }, "query");
      return stops.map(({ completion }) => completion?.answers.map(({ value }) => value) ?? []).sort();
    };
    await expect.poll(codes).toEqual([["SSCC-1"], ["SSCC-2"], ["SSCC-3"]]);
  });
  await phone.close();
});

async function hold({ page }: DriverPage, ...codes: string[]): Promise<void> {
  await page.evaluate((inView) => Object.assign(window, { inView }), codes);
}

async function routeToOneDoor(organization: TestOrganization) {
  const { zone, date } = midDay();
  const { planId, board } = await planDay(organization, 1, 3, date, DOOR, zone);
  const [route] = (await board()).routes;
  const routes = [{ routeId: route!.id, version: route!.version }];
  await organization.call("plan.dispatch", { planId, mutationId: `send-${planId}`, routes });
  return { planId, link: await newestLink(organization) };
}

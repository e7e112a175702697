import { createHmac } from "node:crypto";
import { type Browser, expect, type Page } from "@playwright/test";
import { joinAs } from "./fixtures/join-as";
import { expectAccessible } from "./fixtures/judge-page";
import { test } from "./fixtures/organization";
import { createProject } from "./fixtures/planned-day";
import { sendSignIn } from "./pages/sign-in-page";

const HALF_MINUTE_SECONDS = 30;

/** An authenticator app (RFC 6238): the code of a half minute, for the key as people type it in. */
function code(key: string, halfMinutesAhead = 0): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...key.replaceAll(" ", "")]
    .map((letter) => letters.indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 1000 / HALF_MINUTE_SECONDS) + halfMinutesAhead));
  const hash = createHmac("sha1", Buffer.from(bytes)).update(step).digest();
  const number = (hash.readUInt32BE(hash.at(-1)! & 15) & 0x7fffffff) % 1_000_000;
  return String(number).padStart(6, "0");
}

/** Through the three steps of setting it up; the key of the app and the backup codes. */
async function setUp(page: Page, password: string, picture?: string) {
  await page.getByLabel("Current password").last().fill("not the password");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("The password is not right.")).toBeVisible();
  await page.getByLabel("Current password").last().fill(password);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("img", { name: "QR code for your authenticator app" })).toBeVisible();
  const key = (await page.getByTestId("totp-key").textContent())!;
  if (picture) await page.screenshot({ path: `test-results/${picture}.png` });
  await page.getByLabel("Code from the app").fill("000000");
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText(/This code is not right/)).toBeVisible();
  const used = code(key);
  await page.getByLabel("Code from the app").fill(used);
  await page.getByRole("button", { name: "Confirm" }).click();
  const codes = page.getByRole("list", { name: "Backup codes" }).getByRole("listitem");
  await expect(codes).toHaveCount(10);
  return { key, used, backupCodes: await codes.allTextContents() };
}

async function halfway(browser: Browser, email: string, password: string, baseURL: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL })).newPage();
  await page.goto("/sign-in");
  await sendSignIn(page, email, password);
  await expect(page.getByRole("heading", { name: "Second step" })).toBeVisible();
  return page;
}

test("a second step is set up, asked for, and reset by somebody else; an owner asks everyone for it", async ({
  page,
  organization,
  browser,
  baseURL,
}) => {
  await createProject(organization);
  const { email, password } = organization;
  const dora = await joinAs("dispatcher", "Dora Dispatcher", { page, organization, browser, baseURL: baseURL! });
  const inMain = (of: Page) => of.getByRole("navigation", { name: "Main" });

  await page.goto("/settings/account");
  const section = page.getByRole("region", { name: "Second step" });
  await section.getByRole("button", { name: "Turn on" }).click();
  const { key, used, backupCodes } = await setUp(page, password, "second-step-scan");
  await page.screenshot({ path: "test-results/second-step-codes.png" });
  await page.getByRole("button", { name: "I have kept these codes" }).click();
  await expect(section.getByRole("button", { name: "Turn off" })).toBeVisible();

  await test.step("signing in takes a code, which counts once, or a backup code", async () => {
    const other = await halfway(browser, email, password, baseURL!);
    await other.screenshot({ path: "test-results/second-step-asked.png" });
    await expectAccessible(other);
    await other.getByLabel("Code from the app").fill(used);
    await other.getByRole("button", { name: "Sign in" }).click();
    await expect(other.getByText(/This code is not right, or was used already/)).toBeVisible();
    await other.getByLabel("Code from the app").fill(code(key, 1));
    await other.getByRole("checkbox", { name: "Trust this device for 30 days" }).check();
    await other.getByRole("button", { name: "Sign in" }).click();
    await expect(inMain(other)).toBeVisible();
    await other.context().clearCookies({ name: /session/ });
    await other.goto("/sign-in");
    await sendSignIn(other, email, password);
    await expect(inMain(other)).toBeVisible();

    const phoneless = await halfway(browser, email, password, baseURL!);
    await phoneless.getByRole("button", { name: "Use a backup code" }).click();
    await phoneless.getByLabel("Backup code").fill(backupCodes[0]!);
    await phoneless.getByRole("button", { name: "Sign in" }).click();
    await expect(inMain(phoneless)).toBeVisible();
    const again = await halfway(browser, email, password, baseURL!);
    await again.getByRole("button", { name: "Use a backup code" }).click();
    await again.getByLabel("Backup code").fill(backupCodes[0]!);
    await again.getByRole("button", { name: "Sign in" }).click();
    await expect(again.getByText(/This backup code is not right/)).toBeVisible();
  });

  await test.step("an owner asks everyone: who has none can do nothing but set one up", async () => {
    await page.goto("/settings/people");
    const members = page.getByRole("list", { name: "Members" });
    await expect(members.getByText("Second step on")).toHaveCount(1);
    await page.getByRole("switch", { name: "Ask everyone for a second step" }).click();
    await expect(page.getByText("Everyone is asked for a second step now").first()).toBeVisible();
    await expectAccessible(page);
    await page.screenshot({ path: "test-results/people-light.png", fullPage: true });
    expect((await dora.request.get("/api/trpc/project.list")).status()).toBe(403);
    await dora.goto("/orders");
    await expect(dora.getByRole("heading", { name: "Set up a second step" })).toBeVisible();
    await dora.screenshot({ path: "test-results/second-step-needed.png" });
    await setUp(dora, password);
    await dora.getByRole("button", { name: "Go on" }).click();
    await expect(inMain(dora)).toBeVisible();
  });

  await test.step("whoever lost the phone is let in by somebody else, and told so; then made to set up another", async () => {
    await page.reload();
    await page.getByRole("button", { name: "More about Dora Dispatcher" }).click();
    await page.getByRole("menuitem", { name: "Reset second step" }).click();
    await page.getByRole("button", { name: "Reset second step" }).click();
    await expect(page.getByText("Second step of Dora Dispatcher reset").first()).toBeVisible();
    await dora.goto("/orders");
    await expect(dora.getByRole("heading", { name: "Set up a second step" })).toBeVisible();
  });

  await test.step("a member is signed out, given a role of the house, and removed; the log knows it all", async () => {
    await page.getByRole("button", { name: "More about Dora Dispatcher" }).click();
    await page.getByRole("menuitem", { name: "Devices" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Sign out" }).first().click();
    await expect(page.getByText("Nowhere at the moment.")).toBeVisible();
    await dora.goto("/orders");
    await expect(dora).toHaveURL(/\/sign-in/);
    await page.goto("/settings/roles");
    await page.getByRole("button", { name: "New role" }).click();
    await page.getByRole("textbox", { name: "Name" }).fill("night-desk");
    await page.getByRole("checkbox", { name: "See orders" }).check();
    await page.screenshot({ path: "test-results/role-dialog.png" });
    await page.getByRole("button", { name: "Create role" }).click();
    await expect(page.getByRole("button", { name: "Change role night-desk" })).toBeVisible();
    await expectAccessible(page);
    await page.screenshot({ path: "test-results/roles-light.png", fullPage: true });
    await page.goto("/settings/people");
    await page.getByRole("combobox", { name: "Role of Dora Dispatcher" }).click();
    await page.getByRole("option", { name: "night-desk" }).click();
    await expect(page.getByText("Dora Dispatcher is now night-desk").first()).toBeVisible();
    await page.getByRole("button", { name: "More about Dora Dispatcher" }).click();
    await page.getByRole("menuitem", { name: "Remove" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
    await expect(page.getByText("Dora Dispatcher is no longer a member").first()).toBeVisible();
    await page.goto("/settings/activity");
    for (const words of ["Member removed", "Member’s role changed", "Member’s second step reset", "Person joined"]) {
      await expect(page.getByText(words).first()).toBeVisible();
    }
  });

  await test.step("who guesses waits, and is told how long; the person is written to", async () => {
    const stranger = await (await browser.newContext({ baseURL: baseURL! })).newPage();
    await stranger.goto("/sign-in");
    for (let guess = 0; guess < 5; guess++) {
      await sendSignIn(stranger, email, `guess number ${guess}`);
      await expect(stranger.getByRole("alert")).toBeVisible();
    }
    await expect(async () => {
      await sendSignIn(stranger, email, "one guess more");
      await expect(stranger.getByText(/Too many attempts. Try again in/)).toBeVisible({ timeout: 2000 });
    }).toPass();
    await stranger.screenshot({ path: "test-results/held-up.png" });
  });

  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 390, height: 844 });
  for (const place of ["account", "people", "roles"]) {
    await page.goto(`/settings/${place}`);
    await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
    await page.screenshot({ path: `test-results/${place}-phone-dark.png`, fullPage: true });
  }
});

import { createHmac } from "node:crypto";
import { type Browser, expect, type Page } from "@playwright/test";
import { joinAs } from "./fixtures/join-as";
import { expectAccessible } from "./fixtures/judge-page";
import { type TestOrganization, test } from "./fixtures/organization";
import { createProject } from "./fixtures/planned-day";
import { expectCredentialsRefused, sendSignIn } from "./pages/sign-in-page";

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

/** Through the three steps of setting it up; the key of the app, the code that was used and the backup codes. */
async function setUp(page: Page, password: string, { withMistakes = false } = {}) {
  if (withMistakes) {
    await page.getByLabel("Current password").last().fill("not the password");
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.getByText("The password is not right.")).toBeVisible();
  }
  await page.getByLabel("Current password").last().fill(password);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("img", { name: "QR code for your authenticator app" })).toBeVisible();
  const key = (await page.getByTestId("totp-key").textContent())!;
  if (withMistakes) {
    await page.getByLabel("Code from the app").fill("000000");
    await page.getByRole("button", { name: "Confirm" }).click();
    await expect(page.getByText(/This code is not right/)).toBeVisible();
  }
  const used = code(key);
  await page.getByLabel("Code from the app").fill(used);
  await page.getByRole("button", { name: "Confirm" }).click();
  const codes = page.getByRole("list", { name: "Backup codes" }).getByRole("listitem");
  await expect(codes).toHaveCount(10);
  return { key, used, backupCodes: await codes.allTextContents() };
}

/** The owner's, set up without the pages. */
async function setUpByRequest(page: Page, { password }: TestOrganization, baseURL: string): Promise<void> {
  const send = async (step: string, data: object) => {
    const answer = await page.request.post(`/api/auth/two-factor/${step}`, { headers: { origin: baseURL }, data });
    expect(answer.ok(), await answer.text()).toBe(true);
    return answer.json();
  };
  const { totpURI } = await send("enable", { password });
  await send("verify-totp", { code: code(new URL(totpURI).searchParams.get("secret")!) });
}

// A page without a map, which a browser without a graphics card draws for seconds.
const SIGN_IN = `/sign-in?next=${encodeURIComponent("/settings/account")}`;

async function halfway(browser: Browser, email: string, password: string, baseURL: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL })).newPage();
  await page.goto(SIGN_IN);
  await sendSignIn(page, email, password);
  await expect(page.getByRole("heading", { name: "Second step" })).toBeVisible();
  return page;
}

const mainOf = (page: Page) => page.getByRole("navigation", { name: "Main" });

/** What Settings → Activity says about one kind of thing. */
async function expectActivity(page: Page, kind: string, all: readonly string[]): Promise<void> {
  await page.getByRole("combobox", { name: "About" }).click();
  await page.getByRole("option", { name: kind, exact: true }).click();
  const list = page.getByRole("list", { name: "Activity" });
  for (const words of all) await expect(list.getByText(words).first()).toBeVisible();
  await expect(list.getByText("Project created")).toHaveCount(0);
}

/** A device that keeps passkeys and whose person always says yes; what it keeps goes with the page. */
async function withAuthenticator(page: Page) {
  const client = await page.context().newCDPSession(page);
  await client.send("WebAuthn.enable");
  const { authenticatorId } = await client.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    says: (isYes: boolean) => client.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: isYes }),
  };
}

/** What the page shows on a phone at night. */
async function lookByNight(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await page.screenshot({ path: `test-results/${name}-phone-dark.png` });
}

test("a second step is set up and asked for; each code counts once, and who guesses waits", async ({
  page,
  organization,
  browser,
  baseURL,
}) => {
  await createProject(organization);
  const { email, password } = organization;
  await page.goto("/settings/account");
  const section = page.getByRole("region", { name: "Second step" });
  await section.getByRole("button", { name: "Turn on" }).click();
  const { key, used, backupCodes } = await setUp(page, password, { withMistakes: true });
  await page.getByRole("button", { name: "I have kept these codes" }).click();
  await expect(section.getByRole("button", { name: "Turn off" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Devices" }).getByText("This device")).toBeVisible();

  await test.step("by a code, which counts once; a device that is trusted is asked no more", async () => {
    const other = await halfway(browser, email, password, baseURL!);
    await expectAccessible(other);
    await other.getByLabel("Code from the app").fill(used);
    await other.getByRole("button", { name: "Sign in" }).click();
    await expect(other.getByText(/This code is not right, or was used already/)).toBeVisible();
    await other.getByLabel("Code from the app").fill(code(key, 1));
    await other.getByRole("checkbox", { name: "Trust this device for 30 days" }).check();
    await other.getByRole("button", { name: "Sign in" }).click();
    await expect(other).toHaveURL(/\/settings\/account$/);
    await other.context().clearCookies({ name: /session/ });
    await other.goto(SIGN_IN);
    await sendSignIn(other, email, password);
    await expect(mainOf(other)).toBeVisible();
    await other.context().close();
  });

  await test.step("by a backup code, which counts once", async () => {
    const useBackupCode = async () => {
      const phoneless = await halfway(browser, email, password, baseURL!);
      await phoneless.getByRole("button", { name: "Use a backup code" }).click();
      await phoneless.getByLabel("Backup code").fill(backupCodes[0]!);
      await phoneless.getByRole("button", { name: "Sign in" }).click();
      return phoneless;
    };
    const phoneless = await useBackupCode();
    await expect(mainOf(phoneless)).toBeVisible();
    await phoneless.context().close();
    const again = await useBackupCode();
    await expect(again.getByText(/This backup code is not right/)).toBeVisible();
    await again.context().close();
  });

  await test.step("who guesses passwords waits, and is told how long", async () => {
    const stranger = await (await browser.newContext({ baseURL: baseURL! })).newPage();
    await stranger.goto("/sign-in");
    for (let guess = 0; guess < 5; guess++) {
      await sendSignIn(stranger, email, `guess number ${guess}`);
      await expectCredentialsRefused(stranger);
    }
    await expect(async () => {
      await sendSignIn(stranger, email, "one guess more");
      await expect(stranger.getByText(/Too many attempts. Try again in/)).toBeVisible({ timeout: 2000 });
    }).toPass();
    await stranger.context().close();
  });

  await test.step("by a passkey, without password and code", async () => {
    const person = await withAuthenticator(page);
    const passkeys = page.getByRole("region", { name: "Passkeys" });
    await passkeys.getByRole("button", { name: "Add a passkey" }).click();
    const dialog = page.getByRole("dialog", { name: "Add a passkey" });
    await dialog.getByLabel("Name").fill("This laptop");
    await dialog.getByRole("button", { name: "Add passkey" }).click();
    await expect(passkeys.getByRole("listitem")).toContainText(/This laptop.*on one device.*never used/);
    await page.screenshot({ path: "test-results/look/passkeys.png", fullPage: true });
    await page.context().clearCookies({ name: /session/ });
    // A browser that could fill one in would do so at once: first it is asked whose person says no.
    await person.says(false);
    await page.goto(SIGN_IN);
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    await expect(page.getByText(/The passkey was not used: it was cancelled/)).toBeVisible();
    await expectAccessible(page);
    await page.screenshot({ path: "test-results/look/passkey-refused.png" });
    await person.says(true);
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    await expect(page).toHaveURL(/\/settings\/account$/);
    await expect(passkeys.getByRole("listitem")).toContainText(/last used/);
    await expect(page.getByRole("region", { name: "Devices" }).getByText("by passkey")).toBeVisible();
    await passkeys.getByRole("button", { name: "Remove This laptop" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
    await expect(passkeys.getByText("None yet.")).toBeVisible();
  });

  await page.goto("/settings/activity");
  await expectActivity(page, "People", ["Second step turned on", "Signed in by backup code", "Passkey added"]);
  await page.goto("/settings/account");
  await expect(section.getByRole("button", { name: "Turn off" })).toBeVisible();
  await section.scrollIntoViewIfNeeded();
  await lookByNight(page, "account");
});

test("an owner asks everyone for a second step, resets a lost one, ends devices and gives a role of the house", async ({
  page,
  organization,
  browser,
  baseURL,
}) => {
  await createProject(organization);
  await setUpByRequest(page, organization, baseURL!);
  const dora = await joinAs("dispatcher", "Dora Dispatcher", { organization, browser });
  const actOnDora = async (act: string) => {
    await page.getByRole("button", { name: "More about Dora Dispatcher" }).click();
    await page.getByRole("menuitem", { name: act }).click();
  };
  const giveDora = async (role: string) => {
    await page.goto("/settings/people");
    await page.getByRole("combobox", { name: "Role of Dora Dispatcher" }).click();
    await page.getByRole("option", { name: role }).click();
    await expect(page.getByText(`Dora Dispatcher is now ${role}`).first()).toBeVisible();
  };

  await test.step("who has none can do nothing but set one up", async () => {
    await page.goto("/settings/people");
    await expect(page.getByRole("list", { name: "Members" }).getByText("Second step on")).toHaveCount(1);
    await page.getByRole("switch", { name: "Ask everyone for a second step" }).click();
    await expect(page.getByText("Everyone is asked for a second step now").first()).toBeVisible();
    await expectAccessible(page);
    expect((await dora.request.get("/api/trpc/project.list")).status()).toBe(403);
    await dora.goto("/orders");
    await expect(dora.getByRole("heading", { name: "Set up a second step" })).toBeVisible();
    await setUp(dora, organization.password);
    await dora.getByRole("button", { name: "Go on" }).click();
    await expect(mainOf(dora)).toBeVisible();
  });

  await test.step("whoever lost the phone is let in by somebody else, and made to set up another", async () => {
    await page.reload();
    await actOnDora("Reset second step");
    await page.getByRole("button", { name: "Reset second step" }).click();
    await expect(page.getByText("Second step of Dora Dispatcher reset").first()).toBeVisible();
    await dora.goto("/orders");
    await expect(dora.getByRole("heading", { name: "Set up a second step" })).toBeVisible();
  });

  await test.step("a member is signed out on a device", async () => {
    await actOnDora("Devices");
    await page.getByRole("dialog").getByRole("button", { name: "Sign out" }).first().click();
    await expect(page.getByText("Nowhere at the moment.")).toBeVisible();
    await dora.goto("/orders");
    await expect(dora).toHaveURL(/\/sign-in/);
    await dora.context().close();
  });

  await test.step("a role is made, given and changed; while somebody has it, it stays", async () => {
    await page.goto("/settings/roles");
    await page.getByRole("button", { name: "New role" }).click();
    await page.getByRole("textbox", { name: "Name" }).fill("Night desk");
    await page.getByRole("button", { name: "Create role" }).click();
    await expect(page.getByText("Use lower-case letters, digits and -, beginning with a letter.")).toBeVisible();
    await page.getByRole("textbox", { name: "Name" }).fill("night-desk");
    await page.getByRole("button", { name: "Create role" }).click();
    await expect(page.getByText("Tick at least one right.")).toBeVisible();
    await page.getByRole("checkbox", { name: "See orders" }).check();
    await page.getByRole("button", { name: "Create role" }).click();
    await expect(page.getByRole("button", { name: "Delete role night-desk" })).toBeEnabled();
    await giveDora("night-desk");

    await page.goto("/settings/roles");
    await page.getByRole("button", { name: "Change role night-desk" }).click();
    await page.getByRole("textbox", { name: "What it is for" }).fill("Whoever answers the phone at night");
    await page.getByRole("checkbox", { name: "See messages that were sent" }).check();
    await page.getByRole("button", { name: "Save" }).click();
    const role = page.getByRole("list", { name: "Your own roles" }).getByRole("listitem");
    await expect(role).toContainText("Whoever answers the phone at night");
    await expect(role).toContainText("See orders · See messages that were sent");
    await expect(role).toContainText("To delete it, give the people who have it another role first.");
    await expect(page.getByRole("button", { name: "Delete role night-desk" })).toBeDisabled();
    await expectAccessible(page);
    await page.screenshot({ path: "test-results/roles-light.png" });
  });

  await test.step("a member is removed, and the role that nobody has any more deleted", async () => {
    await page.goto("/settings/people");
    await actOnDora("Remove");
    await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
    await expect(page.getByText("Dora Dispatcher is no longer a member").first()).toBeVisible();
    await page.goto("/settings/roles");
    await page.getByRole("button", { name: "Delete role night-desk" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Delete role night-desk" }).click();
    await expect(page.getByText("Role night-desk deleted").first()).toBeVisible();
    await expect(page.getByText("None yet.")).toBeVisible();
  });

  await test.step("the log knows it all", async () => {
    await page.goto("/settings/activity");
    await expectActivity(page, "Roles", ["Role created", "Role changed", "Role deleted"]);
    await expectActivity(page, "People", [
      "Person joined",
      "Member’s second step reset",
      "Member signed out on devices",
      "Member’s role changed",
      "Member removed",
    ]);
  });
  await page.goto("/settings/roles");
  await expect(page.getByRole("table")).toBeVisible();
  await lookByNight(page, "roles");
});

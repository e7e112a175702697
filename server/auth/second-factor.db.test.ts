import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { PASSWORD, signingIn, type TestBrowser, totpSecretOf } from "./testing/signing-in";
import { totpCode, totpStep } from "./totp";

const world = await signingIn();

const HALF_MINUTE_MILLISECONDS = 30_000;

// In the middle of a half minute, where it stays: no code runs out on a slow machine.
beforeAll(() => {
  vi.useFakeTimers({
    toFake: ["Date"],
    now: (Math.floor(Date.now() / HALF_MINUTE_MILLISECONDS) + 0.5) * HALF_MINUTE_MILLISECONDS,
  });
});
afterAll(() => vi.useRealTimers());

/** An authenticator app: each half minute the next code. */
function codes(secret: string) {
  const shown = () => totpCode(secret, totpStep(new Date()));
  return {
    next: () => {
      vi.setSystemTime(Date.now() + HALF_MINUTE_MILLISECONDS);
      return shown();
    },
    again: shown,
  };
}

async function account() {
  const email = `ida-${world.ids.newId()}@example.com`;
  const home = world.browser();
  await home.call("/sign-up/email", { name: "Ida", email, password: PASSWORD });
  const { body } = await home.call("/organization/create", { name: "North", slug: world.ids.newId() });
  return { email, home, organizationId: body.id as string };
}

/** With the second factor on; the code that confirmed it is used up. */
async function guarded() {
  const { email, home, organizationId } = await account();
  const { body: made } = await home.call("/two-factor/enable", { password: PASSWORD });
  const code = codes(totpSecretOf(made.totpURI));
  const confirmed = await home.call("/two-factor/verify-totp", { code: code.next() });
  expect(confirmed.status).toBe(200);
  return { email, home, organizationId, code, backupCodes: made.backupCodes as string[] };
}

/** The first step, from another browser. */
async function halfway(email: string): Promise<TestBrowser> {
  const browser = world.browser();
  const { body } = await browser.call("/sign-in/email", { email, password: PASSWORD });
  expect(body).toMatchObject({ twoFactorRedirect: true, twoFactorMethods: ["totp"] });
  return browser;
}

const isIn = async (browser: TestBrowser) => Boolean((await browser.call("/get-session")).body?.user);

function log(organizationId: string) {
  return world.database.raw`select type from event where organization_id = ${organizationId} order by seq`.then(
    (rows) => rows.map(({ type }) => type),
  );
}

describe("a second factor", () => {
  test("is on once a code has shown that the app has the secret; its secret is kept sealed", async () => {
    const { email, home, organizationId } = await account();
    expect((await home.call("/two-factor/enable", { password: "wrong horse battery" })).body.code).toBe(
      "INVALID_PASSWORD",
    );
    const { body: made } = await home.call("/two-factor/enable", { password: PASSWORD });
    expect(new Set(made.backupCodes).size).toBe(10);
    // Not yet confirmed: signing in takes the password alone.
    const browser = world.browser();
    expect((await browser.call("/sign-in/email", { email, password: PASSWORD })).body.user.email).toBe(email);
    expect((await home.call("/two-factor/verify-totp", { code: "000000" })).body.code).toBe("INVALID_CODE");
    const secret = totpSecretOf(made.totpURI);
    const [row] = await world.database.raw`
      select t.secret, t.backup_codes from two_factor t join "user" u on u.id = t.user_id where u.email = ${email}`;
    expect(JSON.stringify(row)).not.toContain(secret);
    expect(JSON.stringify(row)).not.toContain(made.backupCodes[0]);
    expect((await home.call("/two-factor/verify-totp", { code: codes(secret).next() })).status).toBe(200);
    await halfway(email);
    expect(await log(organizationId)).toContain("member.second-factor-on");
  });

  test("is asked for when signing in, and a code counts once: for nobody again, neither at once nor in another process", async () => {
    const { email, code } = await guarded();
    const [first, second] = [await halfway(email), await halfway(email)];
    expect(await isIn(first)).toBe(false);
    const replayed = await first.call("/two-factor/verify-totp", { code: code.again() });
    expect(replayed).toMatchObject({ status: 401, body: { code: "INVALID_CODE" } });
    const fresh = code.next();
    const answers = await Promise.all(
      [first, second].map((browser) => browser.call("/two-factor/verify-totp", { code: fresh })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    expect([await isIn(first), await isIn(second)].filter(Boolean)).toHaveLength(1);
  });

  test("five wrong codes end the challenge, and who goes on waits: the right code, too", async () => {
    const { email, code } = await guarded();
    const browser = await halfway(email);
    for (let round = 0; round < 5; round++) {
      expect((await browser.call("/two-factor/verify-totp", { code: "000000" })).body.code).toBe("INVALID_CODE");
    }
    expect(await browser.call("/two-factor/verify-totp", { code: code.next() })).toMatchObject({
      status: 429,
      body: { code: "HELD_UP", seconds: 1 },
    });
    world.pass(1);
    const over = await browser.call("/two-factor/verify-totp", { code: code.again() });
    expect(over.body.code).toBe("TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE");
    expect(await isIn(browser)).toBe(false);
    const anew = await halfway(email);
    world.pass(900);
    expect((await anew.call("/two-factor/verify-totp", { code: code.next() })).status).toBe(200);
  });

  test("a new password ends what the old one had opened half: sign-ins before the code, trusted devices, other links", async () => {
    for (const way of ["reset", "change"] as const) {
      const { email, home, code } = await guarded();
      const trusted = await halfway(email);
      const isTrusted = { code: code.next(), trustDevice: true };
      expect((await trusted.call("/two-factor/verify-totp", isTrusted)).status).toBe(200);
      const linkOf = async () => {
        await world.browser().call("/request-password-reset", { email, redirectTo: "/reset-password" });
        const mail = world.mailer.sent.findLast(({ to }) => to === email)!;
        return /reset-password\/([^?\s]+)/.exec(mail.text)![1]!;
      };
      const [first, second] = [await linkOf(), await linkOf()];
      const waiting = await halfway(email);
      const newPassword = `${PASSWORD} ${way}`;
      const changed =
        way === "reset"
          ? await world.browser().call("/reset-password", { newPassword, token: first })
          : await home.call("/change-password", { newPassword, currentPassword: PASSWORD });
      expect(changed.status).toBe(200);
      expect((await waiting.call("/two-factor/verify-totp", { code: code.next() })).status).toBe(401);
      const other = await world.browser().call("/reset-password", { newPassword: "another long one", token: second });
      expect(other.status).toBe(400);
      await trusted.call("/sign-out", {});
      const again = await trusted.call("/sign-in/email", { email, password: newPassword });
      expect(again.body).toMatchObject({ twoFactorRedirect: true });
    }
  });

  test("of two who use one backup code at once one comes in", async () => {
    const { email, backupCodes } = await guarded();
    const both = [await halfway(email), await halfway(email)];
    const uses = both.map((each) => each.call("/two-factor/verify-backup-code", { code: backupCodes[0] }));
    const statuses = (await Promise.all(uses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(await Promise.all(both.map(isIn))).toEqual(statuses.map((status) => status === 200));
  });

  test("a backup code opens once; new ones put the old away; a challenge that is over is none", async () => {
    const { email, home, organizationId, backupCodes, code } = await guarded();
    const [one, two] = backupCodes as [string, string];
    const browser = await halfway(email);
    expect((await browser.call("/two-factor/verify-backup-code", { code: one })).status).toBe(200);
    const again = await halfway(email);
    const reused = await again.call("/two-factor/verify-backup-code", { code: one });
    expect(reused).toMatchObject({ status: 401, body: { code: "INVALID_BACKUP_CODE" } });
    expect(
      (await home.call("/two-factor/generate-backup-codes", { password: "wrong horse battery", code: code.next() }))
        .status,
    ).toBe(400);
    // A session and the password are not enough to make codes that get in, or to be told the key once more.
    const bare = await home.call("/two-factor/generate-backup-codes", { password: PASSWORD });
    expect(bare.body.code).toBe("INVALID_CODE");
    expect((await home.call("/two-factor/get-totp-uri", { password: PASSWORD })).status).toBe(404);
    const { body } = await home.call("/two-factor/generate-backup-codes", { password: PASSWORD, code: code.next() });
    expect(body.backupCodes).toHaveLength(10);
    expect((await again.call("/two-factor/verify-backup-code", { code: two })).status).toBe(401);
    expect((await again.call("/two-factor/verify-backup-code", { code: body.backupCodes[0] })).status).toBe(200);
    const nobody = world.browser();
    const without = await nobody.call("/two-factor/verify-backup-code", { code: body.backupCodes[1] });
    expect(without.body.code).toBe("INVALID_TWO_FACTOR_COOKIE");
    expect(await log(organizationId)).toEqual(
      expect.arrayContaining(["member.backup-code-used", "member.backup-codes-made"]),
    );
  });

  test("a challenge that has run out is none", async () => {
    const { email, code } = await guarded();
    const browser = await halfway(email);
    await world.database.raw`
      update verification v set expires_at = now() - interval '1 hour' from "user" u
      where v.value = u.id::text and u.email = ${email}`;
    const late = await browser.call("/two-factor/verify-totp", { code: code.next() });
    expect(late.body.code).toBe("INVALID_TWO_FACTOR_COOKIE");
    expect(await isIn(browser)).toBe(false);
  });

  test("a device that is trusted is not asked, until the password is set anew by mail", async () => {
    const { email, code } = await guarded();
    const browser = await halfway(email);
    await browser.call("/two-factor/verify-totp", { code: code.next(), trustDevice: true });
    await browser.call("/sign-out", {});
    const { body } = await browser.call("/sign-in/email", { email, password: PASSWORD });
    expect(body.user.email).toBe(email);
    await world.database.raw`delete from session`;
    await browser.call("/request-password-reset", { email, redirectTo: "/reset-password" });
    await expect.poll(() => world.mailer.sent.at(-1)?.to).toBe(email);
    const token = /reset-password\/([^?\s]+)/.exec(world.mailer.sent.at(-1)!.text)![1]!;
    await browser.call("/reset-password", { newPassword: "another horse battery", token });
    const asked = await browser.call("/sign-in/email", { email, password: "another horse battery" });
    expect(asked.body.twoFactorRedirect).toBe(true);
  });

  test("is turned off with password and code, by neither alone; who guesses at either waits", async () => {
    const { email, home, organizationId, code } = await guarded();
    const off = (body: object) => home.call("/two-factor/disable", body);
    expect((await off({ password: PASSWORD })).body.code).toBe("INVALID_CODE");
    expect((await off({ password: PASSWORD, code: code.again() })).body.code).toBe("INVALID_CODE");
    expect((await off({ password: "wrong horse battery", code: code.next() })).body.code).toBe("INVALID_PASSWORD");
    for (let round = 0; round < 2; round++) await off({ password: PASSWORD, code: "000000" });
    const right = code.next();
    expect((await off({ password: PASSWORD, code: right })).status).toBe(429);
    world.pass(1);
    expect((await off({ password: PASSWORD, code: right })).status).toBe(200);
    expect((await world.browser().call("/sign-in/email", { email, password: PASSWORD })).body.user.email).toBe(email);
    expect(await log(organizationId)).toContain("member.second-factor-off");
  });

  test("who lacks the one that is asked of everyone does nothing to an organization", async () => {
    const { home, organizationId } = await account();
    const organization = `/organization/get-organization?organizationId=${organizationId}`;
    await world.database.raw`update organization set requires_second_factor = true where id = ${organizationId}`;
    expect(await home.call(organization)).toMatchObject({
      status: 403,
      body: { code: "SECOND_FACTOR_NEEDED" },
    });
    await world.database.raw`update organization set requires_second_factor = false where id = ${organizationId}`;
    expect((await home.call(organization)).status).toBe(200);
  });

  test("what members do to each other goes by our services alone", async () => {
    const { home } = await account();
    for (const path of [
      "update-member-role",
      "remove-member",
      "leave",
      "delete",
      "invite-member",
      "cancel-invitation",
    ]) {
      expect((await home.call(`/organization/${path}`, {})).status).toBe(404);
    }
  });
});

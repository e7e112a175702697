import { describe, expect, test } from "vitest";
import { resolveViewer } from "./resolve-viewer";
import { PASSWORD, signingIn, type TestBrowser, totpSecretOf } from "./testing/signing-in";
import { type Misbehaving, type SoftAuthenticator, softAuthenticator } from "./testing/soft-authenticator";
import { totpCode, totpStep } from "./totp";

const world = await signingIn();
const { raw } = world.database;

async function account() {
  const email = `ida-${world.ids.newId()}@example.com`;
  const home = world.browser();
  const { body: joined } = await home.call("/sign-up/email", { name: "Ida", email, password: PASSWORD });
  const { body } = await home.call("/organization/create", { name: "North", slug: world.ids.newId() });
  return { email, home, userId: joined.user.id as string, organizationId: body.id as string };
}

async function add(browser: TestBrowser, device: SoftAuthenticator, odd: Misbehaving = {}, name = "Laptop") {
  const begun = await browser.call("/passkey/generate-register-options");
  if (begun.status !== 200) return begun;
  return browser.call("/passkey/verify-registration", { response: device.create(begun.body, odd), name });
}

async function enter(browser: TestBrowser, device: SoftAuthenticator, odd: Misbehaving = {}) {
  const { body } = await browser.call("/passkey/generate-authenticate-options");
  return browser.call("/passkey/verify-authentication", { response: device.get(body, odd) });
}

async function withPasskey() {
  const device = softAuthenticator();
  const person = await account();
  const { status, body } = await add(person.home, device);
  expect(status, JSON.stringify(body)).toBe(200);
  return { ...person, device, passkeyId: body.id as string };
}

const whoIsIn = async (browser: TestBrowser) => (await browser.call("/get-session")).body?.user?.id ?? null;
const sessionOf = async (browser: TestBrowser) => (await browser.call("/get-session")).body.session;
const viewerOf = (browser: TestBrowser) =>
  resolveViewer(world.processes[0], world.database, new Headers({ cookie: browser.cookie }));
const byPassword = async (email: string, password = PASSWORD) => {
  const browser = world.browser();
  const { body } = await browser.call("/sign-in/email", { email, password });
  return { browser, body };
};
const askEveryone = (organizationId: string) =>
  raw`update organization set requires_second_factor = true where id = ${organizationId}`;
const lettersTo = (email: string) => world.mailer.sent.filter(({ to }) => to === email).map(({ subject }) => subject);
const logOf = async (organizationId: string) => {
  const rows = await raw`select type from event where organization_id = ${organizationId} order by seq`;
  return rows.map(({ type }) => type);
};

/** Turns the app's codes on; the next code of it. */
async function turnCodesOn(browser: TestBrowser) {
  const { body } = await browser.call("/two-factor/enable", { password: PASSWORD });
  const secret = totpSecretOf(body.totpURI);
  const codeOf = (halfMinutesAhead: number) => totpCode(secret, totpStep(new Date()) + halfMinutesAhead);
  expect((await browser.call("/two-factor/verify-totp", { code: codeOf(0) })).status).toBe(200);
  return { next: () => codeOf(1) };
}

describe("signing in by a passkey", () => {
  test("is both steps: nobody is asked for a password or a code; the session and the list say by what", async () => {
    const { email, home, userId, device } = await withPasskey();
    await turnCodesOn(home);
    const browser = world.browser();
    const { body } = await browser.call("/passkey/generate-authenticate-options");
    expect(body).toMatchObject({ rpId: "dray.test", userVerification: "required" });
    // Who has an account, and which keys open it, is nobody's business at the door.
    expect(body.allowCredentials).toBeUndefined();
    const { status } = await browser.call("/passkey/verify-authentication", { response: device.get(body) });
    expect(status).toBe(200);
    expect(await whoIsIn(browser)).toBe(userId);
    expect(await sessionOf(browser)).toMatchObject({ signedInBy: "passkey", passkeyId: expect.any(String) });
    const { body: own } = await browser.call("/passkey/list-user-passkeys");
    expect(own[0]).toMatchObject({ name: "Laptop", lastUsedAt: expect.any(String) });
    expect((await byPassword(email)).body.twoFactorRedirect).toBe(true);
  });

  test("counts a challenge once, and for five minutes", async () => {
    const { device } = await withPasskey();
    const browser = world.browser();
    const { body: challenge } = await browser.call("/passkey/generate-authenticate-options");
    const response = device.get(challenge);
    const cookie = browser.cookie;
    expect((await browser.call("/passkey/verify-authentication", { response })).status).toBe(200);
    const replayed = await world.browser().call("/passkey/verify-authentication", { response }, { cookie });
    expect(replayed).toMatchObject({ status: 400, body: { code: "CHALLENGE_NOT_FOUND" } });

    const late = world.browser();
    const { body: old } = await late.call("/passkey/generate-authenticate-options");
    await raw`update verification set expires_at = now() - interval '1 second' where value like ${`%${old.challenge}%`}`;
    expect((await late.call("/passkey/verify-authentication", { response: device.get(old) })).body.code).toBe(
      "CHALLENGE_NOT_FOUND",
    );
    expect(await whoIsIn(late)).toBe(null);
  });

  test("of two who show one answer at once one comes in", async () => {
    const { device } = await withPasskey();
    const browser = world.browser();
    const { body } = await browser.call("/passkey/generate-authenticate-options");
    const [response, cookie] = [device.get(body), browser.cookie];
    const both = world.processes.map((each) =>
      world.browser(each).call("/passkey/verify-authentication", { response }, { cookie }),
    );
    expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  test.each<[string, Misbehaving]>([
    ["for another page", { origin: "https://evil.example" }],
    ["for another site", { rpId: "evil.example" }],
    ["without asking who is there", { verifies: false }],
  ])("an answer made %s opens nothing", async (_, odd) => {
    const { device } = await withPasskey();
    const browser = world.browser();
    expect((await enter(browser, device, odd)).status).toBeGreaterThanOrEqual(400);
    expect(await whoIsIn(browser)).toBe(null);
    expect((await enter(browser, device)).status).toBe(200);
  });

  test("an answer to a challenge of another kind, or to somebody else's, opens nothing", async () => {
    const { home, device } = await withPasskey();
    const { body: adding } = await home.call("/passkey/generate-register-options");
    const misused = await home.call("/passkey/verify-authentication", { response: device.get(adding) });
    expect(misused.body.code).toBe("CHALLENGE_NOT_FOUND");
    const [one, other] = [world.browser(), world.browser()];
    const { body: theirs } = await one.call("/passkey/generate-authenticate-options");
    await other.call("/passkey/generate-authenticate-options");
    const crossed = await other.call("/passkey/verify-authentication", { response: device.get(theirs) });
    expect(crossed.body.code).toBe("AUTHENTICATION_FAILED");
  });

  test("a counter that goes back is a copy of the key, and opens nothing", async () => {
    const { device } = await withPasskey();
    expect((await enter(world.browser(), device, { counter: 7 })).status).toBe(200);
    const copy = await enter(world.browser(), device, { counter: 7 });
    expect(copy).toMatchObject({ status: 400, body: { code: "AUTHENTICATION_FAILED" } });
    expect((await enter(world.browser(), device, { counter: 8 })).status).toBe(200);
  });

  test("opens the account of whose key it is, whoever it says it is of; an unknown one opens none", async () => {
    const [ida, eve] = [await withPasskey(), await withPasskey()];
    const browser = world.browser();
    await enter(browser, eve.device, { userHandle: Buffer.from(ida.userId).toString("base64url") });
    expect(await whoIsIn(browser)).toBe(eve.userId);
    // Somebody's id with another key behind it.
    const forged = softAuthenticator({ credentialId: ida.device.credentialId });
    expect((await enter(world.browser(), forged)).body.code).toBe("AUTHENTICATION_FAILED");
    const unknown = await enter(world.browser(), softAuthenticator());
    expect(unknown).toMatchObject({ status: 401, body: { code: "PASSKEY_NOT_FOUND" } });
    expect((await add(eve.home, forged)).status).toBeGreaterThanOrEqual(400);
    await enter(browser, ida.device);
    expect(await whoIsIn(browser)).toBe(ida.userId);
  });

  test("is held up neither by guesses at the password nor by whoever knows the key's name; a device of his counts alone", async () => {
    const { email, device } = await withPasskey();
    for (let round = 0; round < 6; round++) {
      await world.browser().call("/sign-in/email", { email, password: "wrong horse battery" });
    }
    expect((await byPassword(email)).body.code).toBe("HELD_UP");
    expect((await enter(world.browser(), device)).status).toBe(200);
    for (let round = 0; round < 6; round++) await enter(world.browser(), device, { rpId: "evil.example" });
    const known = world.browser();
    expect((await enter(known, device)).status).toBe(200);
    for (let round = 0; round < 5; round++) await enter(known, device, { rpId: "evil.example" });
    expect((await enter(known, device)).body.code).toBe("HELD_UP");
    expect((await enter(world.browser(), device)).status).toBe(200);
  });
});

describe("a passkey", () => {
  test("is added, renamed and removed by its person: log, mail and the sessions it opened follow", async () => {
    const { email, home, organizationId, device, passkeyId } = await withPasskey();
    const elsewhere = world.browser();
    await enter(elsewhere, device);
    expect((await home.call("/passkey/update-passkey", { id: passkeyId, name: "x".repeat(61) })).body.code).toBe(
      "NAME_TOO_LONG",
    );
    expect((await home.call("/passkey/update-passkey", { id: passkeyId, name: "Old laptop" })).status).toBe(200);
    expect((await home.call("/passkey/delete-passkey", { id: passkeyId })).status).toBe(200);
    expect(await whoIsIn(elsewhere)).toBe(null);
    expect(await whoIsIn(home)).not.toBe(null);
    expect((await enter(world.browser(), device)).body.code).toBe("PASSKEY_NOT_FOUND");
    const types = ["member.passkey-added", "member.passkey-renamed", "member.passkey-removed"];
    expect(await logOf(organizationId)).toEqual(expect.arrayContaining(types));
    await expect
      .poll(() => lettersTo(email).sort())
      .toEqual(["A passkey was added to your Dray account", "A passkey was removed from your Dray account"]);
  });

  test("comes and goes while no mail can be sent", async () => {
    const { home } = await account();
    world.mailer.failure = new Error("no mail today");
    try {
      const { status, body } = await add(home, softAuthenticator());
      expect(status).toBe(200);
      expect((await home.call("/passkey/delete-passkey", { id: body.id })).status).toBe(200);
    } finally {
      world.mailer.failure = undefined;
    }
  });

  test("that opened a session ends it, whichever were added or shown in it later", async () => {
    const { email, home, device, passkeyId } = await withPasskey();
    const [adding, showing] = [world.browser(), world.browser()];
    await enter(adding, device);
    const second = softAuthenticator();
    expect((await add(adding, second, {}, "Stick")).status).toBe(200);
    await enter(showing, device);
    expect((await enter(showing, second)).status).toBe(200);
    const { browser: bystander } = await byPassword(email);
    await enter(home, second);
    expect((await home.call("/passkey/delete-passkey", { id: passkeyId })).status).toBe(200);
    expect([await whoIsIn(adding), await whoIsIn(showing)]).toEqual([null, null]);
    expect(await whoIsIn(bystander)).not.toBe(null);
    expect(await whoIsIn(home)).not.toBe(null);
  });

  test("that goes takes a sign-in with it that came in between", async () => {
    const { home, device, passkeyId } = await withPasskey();
    const late = world.browser();
    await enter(late, device);
    // As the database leaves a session whose passkey goes under it.
    await raw`update session set passkey_id = null where id = ${(await sessionOf(late)).id}`;
    expect((await home.call("/passkey/delete-passkey", { id: passkeyId })).status).toBe(200);
    expect(await whoIsIn(late)).toBe(null);
    expect(await whoIsIn(home)).not.toBe(null);
  });

  test("is touched by nobody else", async () => {
    const { passkeyId, device } = await withPasskey();
    const eve = await account();
    expect((await eve.home.call("/passkey/delete-passkey", { id: passkeyId })).status).toBe(401);
    expect((await eve.home.call("/passkey/update-passkey", { id: passkeyId, name: "Mine" })).status).toBe(401);
    expect((await eve.home.call("/passkey/list-user-passkeys")).body).toEqual([]);
    expect((await enter(world.browser(), device)).status).toBe(200);
  });

  test("asks who is there before it is added or removed, once the sign-in is ten minutes old", async () => {
    const { home, passkeyId } = await withPasskey();
    world.pass(601);
    const later = softAuthenticator();
    expect((await add(home, later)).body.code).toBe("CONFIRM_FIRST");
    expect((await home.call("/passkey/delete-passkey", { id: passkeyId })).body.code).toBe("CONFIRM_FIRST");
    // Nor does a new password, or a word of the browser's own, make a sign-in young again.
    await home.call("/change-password", {
      currentPassword: PASSWORD,
      newPassword: PASSWORD,
      revokeOtherSessions: true,
    });
    await home.call("/update-session", { confirmedAt: new Date(), passkeyId });
    expect((await add(home, later)).body.code).toBe("CONFIRM_FIRST");
    expect((await home.call("/confirm-person", { password: "wrong horse battery" })).body.code).toBe(
      "INVALID_PASSWORD",
    );
    expect((await add(home, later)).body.code).toBe("CONFIRM_FIRST");
    const before = (await sessionOf(home)).token;
    expect((await home.call("/confirm-person", { password: PASSWORD })).status).toBe(200);
    expect((await sessionOf(home)).token).not.toBe(before);
    expect((await add(home, later)).status).toBe(200);
    world.pass(601);
    // By the passkey itself as well.
    expect((await enter(home, later)).status).toBe(200);
    expect((await home.call("/passkey/delete-passkey", { id: passkeyId })).status).toBe(200);
  });

  test("takes a code besides the password where the account asks for one; a trusted device has given none", async () => {
    const { email, home } = await account();
    const code = await turnCodesOn(home);
    world.pass(601);
    expect((await home.call("/confirm-person", { password: PASSWORD })).body.code).toBe("INVALID_CODE");
    const trusted = await byPassword(email);
    const trust = { code: code.next(), trustDevice: true };
    expect((await trusted.browser.call("/two-factor/verify-totp", trust)).status).toBe(200);
    await trusted.browser.call("/sign-out", {});
    expect((await trusted.browser.call("/sign-in/email", { email, password: PASSWORD })).body.user.email).toBe(email);
    expect((await add(trusted.browser, softAuthenticator())).body.code).toBe("CONFIRM_FIRST");
  });

  test("takes a backup code in the code's place, once: of two who confirm by it one does", async () => {
    const { home, organizationId } = await account();
    const { body: made } = await home.call("/two-factor/enable", { password: PASSWORD });
    const code = totpCode(totpSecretOf(made.totpURI), totpStep(new Date()));
    expect((await home.call("/two-factor/verify-totp", { code })).status).toBe(200);
    const [one, two] = made.backupCodes;
    const confirm = (backup: string, password = PASSWORD) => home.call("/confirm-person", { password, code: backup });
    expect((await confirm(one, "wrong horse battery")).body.code).toBe("INVALID_PASSWORD");
    expect((await confirm(one)).status).toBe(200);
    expect((await confirm(one)).body.code).toBe("INVALID_CODE");
    const both = await Promise.all([confirm(two), confirm(two)]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await logOf(organizationId)).filter((type) => type === "member.backup-code-used")).toHaveLength(2);
  });

  test("is added by nobody who has given the password and not the code", async () => {
    const { email, home } = await account();
    await turnCodesOn(home);
    const { browser } = await byPassword(email);
    expect((await add(browser, softAuthenticator())).status).toBe(401);
  });

  test("must have asked who is there when it was added, and signs nobody in by that", async () => {
    const { home } = await account();
    expect((await add(home, softAuthenticator(), { verifies: false })).body.code).toBe("PERSON_NOT_ASKED");
    expect((await add(home, softAuthenticator(), { origin: "https://evil.example" })).status).toBeGreaterThan(399);
    const { body } = await home.call("/passkey/generate-register-options");
    expect(body.authenticatorSelection).toMatchObject({ residentKey: "required", userVerification: "required" });
    const before = (await sessionOf(home)).id;
    const response = softAuthenticator().create(body);
    const made = await home.call("/passkey/verify-registration", { response, name: "Key", createSession: true });
    expect(made.body.session).toBeUndefined();
    expect((await sessionOf(home)).id).toBe(before);
  });

  test("stays when the password is set anew by mail, and the person is told which do", async () => {
    const { email, device } = await withPasskey();
    await world.browser().call("/request-password-reset", { email, redirectTo: "/reset-password" });
    await expect.poll(() => lettersTo(email)).toContain("Set a new password for Dray");
    const mail = world.mailer.sent.findLast(({ to }) => to === email)!;
    const token = /reset-password\/([^?\s]+)/.exec(mail.text)![1]!;
    await world.browser().call("/reset-password", { newPassword: "another horse battery", token });
    await expect.poll(() => world.mailer.sent.findLast(({ to }) => to === email)!.text).toContain("- Laptop");
    expect((await enter(world.browser(), device)).status).toBe(200);
  });

  test("left when the password is set anew ends every session, though no mail can be sent", async () => {
    const { email, home } = await withPasskey();
    await world.browser().call("/request-password-reset", { email, redirectTo: "/reset-password" });
    await expect.poll(() => lettersTo(email)).toContain("Set a new password for Dray");
    const mail = world.mailer.sent.findLast(({ to, subject }) => to === email && subject?.startsWith("Set a new"))!;
    const token = /reset-password\/([^?\s]+)/.exec(mail.text)![1]!;
    world.mailer.failure = new Error("no mail today");
    try {
      const reset = await world.browser().call("/reset-password", { newPassword: "another horse battery", token });
      expect(reset.status).toBe(200);
    } finally {
      world.mailer.failure = undefined;
    }
    expect(await whoIsIn(home)).toBe(null);
  });
});

describe("where everyone is asked for a second step", () => {
  test("a passkey is one, in the sessions that have shown it", async () => {
    const { email, home, organizationId, device } = await withPasskey();
    await askEveryone(organizationId);
    // Added here a moment ago.
    expect((await viewerOf(home))?.lacksSecondFactor).toBeUndefined();
    expect((await viewerOf(home))?.hasShownFactor).toBe(true);
    const { browser } = await byPassword(email);
    expect((await viewerOf(browser))?.hasShownFactor).toBeUndefined();
    expect(await viewerOf(browser)).toMatchObject({ lacksSecondFactor: true, mayShowPasskey: true });
    expect((await browser.call(`/organization/get-organization?organizationId=${organizationId}`)).status).toBe(403);
    await browser.call("/organization/set-active", { organizationId });
    const before = (await sessionOf(browser)).id;
    await enter(browser, device);
    expect((await viewerOf(browser))?.lacksSecondFactor).toBeUndefined();
    expect(await raw`select 1 from session where id = ${before}`).toHaveLength(0);
    expect((await sessionOf(browser)).activeOrganizationId).toBe(organizationId);
  });

  test("the password alone of who has a passkey sets up, changes and removes nothing", async () => {
    const { email, organizationId, passkeyId } = await withPasskey();
    await askEveryone(organizationId);
    const { browser } = await byPassword(email);
    const refused = async (path: string, body?: object) =>
      expect((await browser.call(path, body)).body, path).toMatchObject({
        code: "SECOND_FACTOR_NEEDED",
        message: expect.stringContaining("Show your passkey first"),
      });
    await refused("/passkey/generate-register-options");
    await refused("/passkey/verify-registration", { response: {} });
    await refused("/passkey/delete-passkey", { id: passkeyId });
    await refused("/passkey/update-passkey", { id: passkeyId, name: "Mine" });
    await refused("/two-factor/enable", { password: PASSWORD });
    await refused("/confirm-person", { password: PASSWORD });
    await refused("/change-password", { currentPassword: PASSWORD, newPassword: "another horse battery" });
    await refused("/revoke-sessions", {});
    await refused("/list-sessions");
    await refused("/passkey/list-user-passkeys");
    await refused("/update-user", { name: "Eve" });
    expect((await viewerOf(browser))?.permissions).toEqual(["preference.own"]);
    expect((await browser.call("/sign-out", {})).status).toBe(200);
  });

  test("who has none at all may begin with a passkey; once it is gone, the session is let in no more", async () => {
    const { home, organizationId } = await account();
    await askEveryone(organizationId);
    expect(await viewerOf(home)).toMatchObject({ lacksSecondFactor: true, mayShowPasskey: false });
    const { body } = await add(home, softAuthenticator());
    expect((await viewerOf(home))?.lacksSecondFactor).toBeUndefined();
    await home.call("/passkey/delete-passkey", { id: body.id });
    expect((await viewerOf(home))?.lacksSecondFactor).toBe(true);
  });
});

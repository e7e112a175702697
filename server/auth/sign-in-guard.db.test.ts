import { describe, expect, test } from "vitest";
import { beginGuarded, wentWell } from "./sign-in-guard";
import { PASSWORD, signingIn, type TestBrowser } from "./testing/signing-in";

const world = await signingIn();
const [one, other] = world.processes;

async function account() {
  const email = `ida-${world.ids.newId()}@example.com`;
  const home = world.browser();
  const { status } = await home.call("/sign-up/email", { name: "Ida", email, password: PASSWORD });
  expect(status).toBe(200);
  await home.call("/organization/create", { name: "North", slug: world.ids.newId() });
  return { email, home };
}

const guess = (browser: TestBrowser, email: string, password = "wrong horse battery") =>
  browser.call("/sign-in/email", { email, password });

/** Wrong passwords from another address each, in turn from both processes; the answers. */
async function guesses(email: string, count: number, waitSeconds = 0) {
  const answers = [];
  for (let index = 0; index < count; index++) {
    answers.push(await guess(world.browser(index % 2 ? other : one, `203.0.113.${index}`), email));
    world.pass(waitSeconds);
  }
  return answers;
}

describe("guessing at a password", () => {
  test("waits longer with each try from the fifth on, whichever process and address it comes by; then nothing is looked at", async () => {
    const { email } = await account();
    const first = await guesses(email, 5);
    expect(first.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
    const waits: number[] = [];
    for (let round = 0; round < 4; round++) {
      const stranger = world.browser(round % 2 ? other : one, `203.0.113.${100 + round}`);
      // The right password, too: who waits learns nothing.
      const held = await guess(stranger, email, PASSWORD);
      expect(held).toMatchObject({ status: 429, body: { code: "HELD_UP" } });
      expect(Number(held.headers.get("retry-after"))).toBe(held.body.seconds);
      waits.push(held.body.seconds);
      world.pass(held.body.seconds);
      expect((await guess(stranger, email)).status).toBe(401);
    }
    expect(waits).toEqual([1, 2, 4, 8]);
  });

  test("of an account that does not exist is answered just the same", async () => {
    const { email } = await account();
    const nobody = `nobody-${world.ids.newId()}@example.com`;
    const said = async (address: string) => (await guesses(address, 7)).map(({ status, body }) => ({ status, body }));
    expect(await said(nobody)).toEqual(await said(email));
  });

  test("many at once get no more looks than one after another", async () => {
    const { email } = await account();
    const all = await Promise.all(
      Array.from({ length: 30 }, (_, index) => guess(world.browser(index % 2 ? other : one), email)),
    );
    expect(all.filter(({ status }) => status === 401)).toHaveLength(5);
  });

  test("is forgotten when it goes well, after a day, and with a new password by mail", async () => {
    const { email } = await account();
    await guesses(email, 4);
    const stranger = world.browser();
    expect((await guess(stranger, email, PASSWORD)).status).toBe(200);
    expect((await guesses(email, 5)).at(-1)!.status).toBe(401);
    expect((await guess(world.browser(), email)).status).toBe(429);
    world.pass(24 * 3600 + 1);
    expect((await guesses(email, 5)).at(-1)!.status).toBe(401);
    expect((await guess(world.browser(), email)).status).toBe(429);
    await world.browser().call("/request-password-reset", { email, redirectTo: "/reset-password" });
    const mail = await expect
      .poll(() => world.mailer.sent.find(({ to, subject }) => to === email && subject?.includes("new password")))
      .toBeDefined()
      .then(() => world.mailer.sent.findLast(({ to }) => to === email)!);
    const token = /reset-password\/([^?\s]+)/.exec(mail.text)![1]!;
    const reset = await world.browser().call("/reset-password", { newPassword: "another horse battery", token });
    expect(reset.status).toBe(200);
    expect((await guess(world.browser(), email, "another horse battery")).status).toBe(200);
  });

  test("does not keep a person out of a device they use; a cookie of another account's, or made up, helps nobody", async () => {
    const { email, home } = await account();
    await guess(home, email, PASSWORD);
    await guesses(email, 6);
    expect((await guess(world.browser(), email, PASSWORD)).status).toBe(429);
    expect((await guess(home, email, PASSWORD)).status).toBe(200);
    const known = [...home.cookies].find(([name]) => name.includes("known_"))!;
    const { email: foreign } = await account();
    await guesses(foreign, 6);
    const thief = world.browser();
    thief.cookies.set(...known);
    expect((await guess(thief, foreign, PASSWORD)).status).toBe(429);
    const forger = world.browser();
    forger.cookies.set(known[0], `${known[1].slice(0, -3)}AAA`);
    for (let round = 0; round < 5; round++) await guess(forger, email);
    expect((await guess(forger, email)).status).toBe(429);
  });

  test("on a known device is counted there", async () => {
    const { email, home } = await account();
    await guess(home, email, PASSWORD);
    for (let round = 0; round < 5; round++) expect((await guess(home, email)).status).toBe(401);
    expect((await guess(home, email, PASSWORD)).status).toBe(429);
    expect((await guess(world.browser(), email, PASSWORD)).status).toBe(200);
  });

  test("is told to the person and to the log the tenth time; of nobody's account nobody is told", async () => {
    const { email } = await account();
    const nobody = `nobody-${world.ids.newId()}@example.com`;
    await guesses(nobody, 11, 900);
    await guesses(email, 11, 900);
    const told = () => world.mailer.sent.filter(({ subject }) => subject?.startsWith("Somebody is trying"));
    await expect.poll(() => told().map(({ to }) => to)).toContain(email);
    expect(told().filter(({ to }) => to === email || to === nobody)).toHaveLength(1);
    const noted = () => world.database.raw`
      select e.data, e.actor_kind from event e join member m on m.id = e.entity_id::uuid join "user" u on u.id = m.user_id
      where e.type = 'member.sign-in-failing' and u.email = ${email}`;
    await expect
      .poll(noted)
      .toMatchObject([{ actor_kind: "system", data: { name: "Ida", failures: 10, at: "password" } }]);
  });
});

describe("what is counted", () => {
  test("per account: waits double up to a quarter of an hour, and knocking meanwhile makes them no longer", async () => {
    const attempt = { at: "code" as const, subject: world.ids.newId(), address: null };
    const waits: number[] = [];
    while (waits.length < 12) {
      const seconds = await beginGuarded(world.settings, attempt);
      if (seconds === null) continue;
      for (let knock = 0; knock < 3; knock++) expect(await beginGuarded(world.settings, attempt)).toBe(seconds);
      waits.push(seconds);
      world.pass(seconds);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
  });

  test("per address: thirty wrong accounts, of which those that go well are none", async () => {
    const settings = { ...world.settings, limitSignIn: true };
    const address = "2001:db8:1:2::";
    const attempt = () => ({ at: "password" as const, subject: `${world.ids.newId()}@example.com`, address });
    for (let index = 0; index < 40; index++) {
      const fine = attempt();
      expect(await beginGuarded(settings, fine)).toBeNull();
      await wentWell(settings, fine);
    }
    for (let index = 0; index < 30; index++) expect(await beginGuarded(settings, attempt())).toBeNull();
    expect(await beginGuarded(settings, attempt())).toBe(1);
    expect(await beginGuarded(settings, { ...attempt(), address: "2001:db8:1:3::" })).toBeNull();
  });
});

import { execFile } from "node:child_process";
import { expect, test } from "vitest";
import { openDatabase } from "@/db/client";
import { createAesSecretBox } from "@/server/adapters/secret/aes-secret-box";
import { webhookFormatsOf } from "@/server/api/kernel/webhook-formats";
import { addPartner } from "@/server/services/partner/add-partner";
import { connectPartner } from "@/server/services/partner/connect-partner";
import { quoteRate } from "@/server/services/partner/quote-rate";
import { resealSecrets } from "@/server/services/secret/reseal-secrets";
import { createWebhook } from "@/server/services/webhook/create-webhook";
import { partnerServer } from "@/server/testing/partner-server";
import { testTenant } from "@/server/testing/test-tenant";
import { untilWaiting } from "@/server/testing/until-waiting";

const SECRET = "a secret of the installation, long enough";
const FIRST = "the first key that seals of thirty-two";
const SECOND = "the second key that seals of thirty-two";

/** `npm run reseal` as a process of its own, against the database the tenant is in. */
function reseal(
  databaseUrl: string,
  keys: string,
  ...args: string[]
): Promise<{ code: number; out: string; err: string }> {
  const env = { ...process.env, DATABASE_URL: databaseUrl, DRAY_SECRET: SECRET, DRAY_SEALING_KEYS: keys };
  return new Promise((resolve) => {
    execFile(process.execPath, ["scripts/run-ts.mjs", "server/main/reseal.ts", ...args], { env }, (error, out, err) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err });
    });
  });
}

/** An organization whose secrets are sealed with these keys: a partner's server, and a subscriber. */
async function company(...keys: string[]) {
  const tenant = await testTenant({ webhookFormats: webhookFormatsOf([]) });
  const boxOf = (...known: string[]) => ({ secrets: createAesSecretBox(SECRET, known) });
  const services = tenant.context("owner", boxOf(...keys));
  const server = await partnerServer(() => ({ body: { price_cents: 100, currency: "EUR" } }));
  const { id: partnerId } = await addPartner(services, { partner: { name: "Swift", type: "3pl" } });
  const secrets = { apiKey: "key of theirs", signingSecret: "signing with it" };
  await connectPartner(services, { partnerId, connector: "http", settings: { baseUrl: server.url }, secrets });
  const given = { secret: { given: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" } };
  await createWebhook(services, {
    dialect: "any",
    url: "https://shop.example/hook",
    topics: ["delivery.created"],
    ...given,
  });
  const bearer = async (...known: string[]) => {
    const job = { serviceLevel: "standard", pickup: null, dropoff: null, weightGrams: 0, parcels: 1 };
    const whole = { ...job, distanceMeters: 1000, vehicleProfile: null };
    const before = server.asked.length;
    await quoteRate(tenant.context("owner", boxOf(...known)), { partnerId, job: whole });
    return server.asked[before]?.headers.authorization;
  };
  return { tenant, bearer };
}

test("a key is replaced while partners are asked all the time; then the old one opens nothing and is not missed", async () => {
  const { tenant, bearer } = await company();
  const { database } = tenant;
  expect(await reseal(database.url, `${FIRST}`)).toEqual({
    code: 0,
    out: "partners' credentials: 1 sealed anew, 1 under the first key now\nwebhooks' secrets: 1 sealed anew, 1 under the first key now\nwebhooks' former secrets: 0 sealed anew, 0 under the first key now\nkeys of own geocoders and roads: 0 sealed anew, 0 under the first key now\n",
    err: "",
  });
  expect(await bearer(FIRST)).toBe("Bearer key of theirs");
  // A process that was not told of the key cannot speak for the partner; one that was, before it sealed, can.
  expect(await bearer()).toBeUndefined();
  const { code, out } = await reseal(database.url, `${SECOND}, ${FIRST}`);
  expect([code, out.split("\n")[1]]).toEqual([0, "webhooks' secrets: 1 sealed anew, 1 under the first key now"]);
  expect(await bearer(FIRST, SECOND)).toBe("Bearer key of theirs");
  expect(await bearer(SECOND)).toBe("Bearer key of theirs");
  const again = await reseal(database.url, SECOND);
  expect(again.out).toContain("partners' credentials: 0 sealed anew, 1 under the first key now\n");
  const lost = await reseal(database.url, FIRST);
  expect(lost.code).toBe(1);
  expect(lost.out).toContain("partners' credentials: 0 sealed anew, 0 under the first key now, 1 THAT NO KEY OPENS\n");
  const kept = await database.raw`select sealed from partner_connection
    union all select secret from webhook where organization_id = ${tenant.organizationId}`;
  for (const { sealed } of kept) expect(sealed).toMatch(/^v2\./);
});

test("a secret that somebody replaces meanwhile is his, not what it was", async () => {
  const { tenant } = await company(FIRST);
  const { database, organizationId } = tenant;
  const box = createAesSecretBox(SECRET, [SECOND, FIRST]);
  const theirs = box.seal("another one", "somebody");
  let running: ReturnType<typeof resealSecrets> | undefined;
  const somebody = openDatabase(database.url);
  await somebody.raw.begin(async (tx) => {
    await tx`update webhook set secret = ${theirs} where organization_id = ${organizationId}`;
    running = resealSecrets(database, box);
    await untilWaiting(database, 1);
  });
  await somebody.close();
  const [, webhooks] = await running!;
  expect(webhooks).toMatchObject({ resealed: 0, lost: 0 });
  const [row] = await database.raw`select secret from webhook where organization_id = ${organizationId}`;
  expect(row!.secret).toBe(theirs);
});

test("what it cannot be told ends with 2 and says why", async () => {
  const { tenant } = await company();
  const short = await reseal(tenant.database.url, "too short");
  expect(short.code).not.toBe(0);
  expect(short.err).toContain("each key needs 32 characters");
  expect(await reseal(tenant.database.url, "", "--surprise")).toMatchObject({ code: 2, out: "" });
});

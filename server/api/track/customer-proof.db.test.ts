import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { trackAccess } from "@/server/main/track-access";
import { readEventsAfter } from "@/server/services/event/read-events-after";
import { saveTrackingPolicy } from "@/server/services/tracking/save-policy";
import { evidenceDay } from "@/server/testing/evidence-day";
import { giveLinks } from "@/server/testing/followed-day";
import { formBrowser, type Shown } from "@/server/testing/form-browser";
import { makePicture } from "@/server/testing/make-picture";
import { trackCoreOf } from "@/server/testing/track-core";

let parent: string;
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "customer-proof-"));
});
afterAll(() => rm(parent, { recursive: true }));

const refusal = ({ body }: Shown) => /class="refused" role="alert">(.*?)</.exec(body)?.[1];

/** A delivery that has been made, with a picture; its customer's postcode is 1000 and his phone ends in 050. */
async function provenDay() {
  const day = await evidenceDay({ parent });
  const { scenario, clock } = day.day;
  const { database, organizationId, systemContext } = scenario.tenant;
  await database.raw`update delivery_visit set contact_phone = '+4520304050' where organization_id = ${organizationId}`;
  const proofId = await day.deliver(await makePicture());
  const [token] = await giveLinks(scenario, [scenario.visitIds[0]!]);
  const { core, errors } = trackCoreOf({ database, systemContext }, clock, { blobs: day.ports.blobs });
  return {
    ...day,
    scenario,
    clock,
    proofId,
    core,
    errors,
    token: token!,
    complete: () => day.complete([proofId]),
    browser: formBrowser(trackAccess(core), token!, clock),
    granted: async () =>
      (await readEventsAfter(scenario.context(), { afterSeq: 0 })).events.filter(
        ({ type }) => type === "proof.granted",
      ),
  };
}

test("whoever shows who he is sees and keeps the pictures for a while; it stands in the log, and no id on the page", async () => {
  const s = await provenDay();
  expect(refusal(await s.browser.get("/proof"))).toBe("This is possible once the delivery has been made.");
  await s.complete();
  expect((await s.browser.get()).body).toContain(`/track/${s.token}/proof`);
  expect((await s.browser.get("/proof/1")).status).toBe(404);
  const page = await s.browser.fill("proof", { answer: " 050 " });
  expect(page.path).toBe(`/track/${s.token}/proof`);
  expect(page.body).toContain(`<img src="/track/${s.token}/proof/1"`);
  expect(page.body).not.toContain(s.proofId);
  const response = await s.browser.get("/proof/1");
  expect(response.headers.get("content-type")).toBe("image/jpeg");
  expect(response.headers.get("content-security-policy")).toContain("sandbox");
  expect(response.headers.get("cache-control")).toBe("private, no-store");
  expect((await s.browser.get("/proof/1?save")).headers.get("content-disposition")).toBe(
    'attachment; filename="delivery-1.jpeg"',
  );
  expect((await s.browser.get("/proof/2")).status).toBe(404);
  expect(await s.granted()).toMatchObject([{ actorLabel: "Customer", data: { proofIds: [s.proofId] } }]);
  s.clock.advanceSeconds(900);
  expect((await s.browser.get("/proof/1")).status).toBe(404);
  expect((await s.browser.fill("proof", { answer: "1000" })).body).toContain("<img");
  await saveTrackingPolicy(s.scenario.context(), { policy: { acts: { proof: false } }, seenAt: null });
  expect((await s.browser.get("/proof/1")).status).toBe(404);
  expect(refusal(await s.browser.get("/proof"))).toBe("This is not offered.");
  expect(s.errors).toEqual([]);
});

test("a grant is good for its own link only, and cannot be made up", async () => {
  const s = await provenDay();
  await s.complete();
  await s.browser.fill("proof", { answer: "1000" });
  const grant = s.browser.cookies.get("dray_proof")!;
  const [newer] = await giveLinks(s.scenario, [s.scenario.visitIds[0]!]);
  const other = formBrowser(trackAccess(s.core), newer!, s.clock);
  other.cookies.set("dray_proof", grant);
  expect((await other.get("/proof/1")).status).toBe(404);
  const [, signature] = grant.split(".");
  for (const made of ["", "x", `99999999999999.${signature}`, `${grant}x`, `NaN.${signature}`]) {
    other.cookies.set("dray_proof", made);
    expect((await other.get("/proof/1")).status, made).toBe(404);
  }
  // The first link was withdrawn with the newer one.
  expect((await s.browser.get("/proof/1")).status).toBe(404);
});

test("answers are tried five times an hour, whoever tries, over whatever link and however many at once", async () => {
  const s = await provenDay();
  await s.complete();
  const seal = await s.browser.seal("proof");
  const answers = ["000", "111", "x", "2000", "999", "051", "12", "1001"];
  await Promise.all(answers.map((answer) => s.browser.send("proof", { seal, answer })));
  const tries = async () =>
    (
      await s.core.database.raw`select count(*)::int as count from identity_try
      where organization_id = ${s.scenario.tenant.organizationId}`
    )[0]!.count;
  expect(await tries()).toBe(5);
  const shut = "There have been too many tries. Please try again later, or ask the sender.";
  expect(refusal(await s.browser.fill("proof", { answer: "1000" }))).toBe(shut);
  const [newer] = await giveLinks(s.scenario, [s.scenario.visitIds[0]!]);
  const again = formBrowser(trackAccess(s.core), newer!, s.clock);
  expect(refusal(await again.fill("proof", { answer: "1000" }))).toBe(shut);
  s.clock.advanceSeconds(3600);
  const wrong = await again.fill("proof", { answer: "999" });
  expect(refusal(wrong)).toBe("This does not fit this delivery.");
  expect(wrong.body).toContain('value="999"');
  expect((await again.fill("proof", { answer: "1000" })).body).toContain("<img");
  await s.core.database.raw`insert into identity_try (organization_id, id, visit_id, created_at)
    select organization_id, gen_random_uuid(), visit_id, '2026-01-01' from identity_try, generate_series(1, 3)`;
  again.cookies.delete("dray_proof");
  expect(refusal(await again.fill("proof", { answer: "1000" }))).toBe(shut);
  expect(await s.granted()).toHaveLength(1);
});

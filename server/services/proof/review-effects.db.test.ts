import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { evidenceDay } from "@/server/testing/evidence-day";
import { listExceptions } from "../exception/list-exceptions";
import { savePolicy } from "../exception/save-policy";
import { watchPlan } from "../exception/watch-plan";
import { listMessages } from "../message/list-messages";
import { getDelivery } from "../order/get-delivery";
import { decideReviews } from "./decide-reviews";
import { readDeliveryEvidence } from "./read-delivery-evidence";

let parent: string;
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "reviews-"));
});
afterAll(() => rm(parent, { recursive: true }));

const ABOUT_PROOF = ["proof-missing", "proof-rejected", "proof-flagged"];

/** A day whose first route is driven, its first door delivered without a picture; what is asked and answered on it. */
async function driven({ isProofAsked = false } = {}) {
  const s = await evidenceDay({ parent });
  const { scenario } = s.day;
  const tasks = JSON.stringify([{ kind: "photo", label: "Door", required: true, options: [] }]);
  if (isProofAsked) {
    await scenario.tenant.database
      .raw`update delivery_visit set tasks = ${tasks}::text::jsonb where id = ${s.key.visitId}`;
  }
  await s.call("/ops", s.tokens[0]!, {
    deviceNow: s.day.clock.now(),
    ops: [s.day.act({ type: "accept" }), s.day.act({ type: "start-route" })],
  });
  s.day.clock.advanceSeconds(60);
  const opId = await s.complete([]);
  await watchPlan(s.system, { planId: scenario.planId });
  const decide = async (state: "approved" | "flagged" | "rejected" | "pending", note = "") => {
    const answer = await decideReviews(s.desk("reviewer"), { decisions: [{ ...s.key, opId, state, note }] });
    await s.runJobs();
    return answer;
  };
  const inbox = async () =>
    (await listExceptions(s.desk(), { isClosed: false })).filter(({ type }) => ABOUT_PROOF.includes(type));
  const asked = async () => (await listMessages(s.desk(), {})).filter(({ purpose }) => purpose === "photo-asked");
  return { ...s, opId, decide, inbox, asked };
}

test("rejected evidence is an exception of whoever rejected it, graver than flagged, until the decision is taken back", async () => {
  const s = await driven();
  await s.decide("flagged", "Whose door?");
  expect(await s.inbox()).toMatchObject([
    { type: "proof-flagged", severity: "medium", details: { note: "Whose door?" } },
  ]);
  const { before } = await s.decide("rejected", "The neighbour’s door");
  expect(await s.inbox()).toMatchObject([
    {
      type: "proof-rejected",
      severity: "high",
      ownerName: "Tess Tester",
      visitId: s.key.visitId,
      routeId: s.key.routeId,
      details: { routeNumber: 1, note: "The neighbour’s door" },
    },
  ]);
  await decideReviews(s.desk(), { decisions: before });
  await s.runJobs();
  expect((await s.inbox()).map(({ type }) => type)).toEqual(["proof-flagged"]);
  await s.decide("pending");
  expect(await s.inbox()).toEqual([]);
});

test("it is raised together with what is nobody's", async () => {
  const s = await driven();
  s.day.clock.advanceSeconds(60);
  await s.complete([], { visitIds: [s.day.scenario.visitIds[1]], outcome: "failed", reason: "nobody-home" });
  await s.decide("rejected");
  const raised = await listExceptions(s.desk(), { isClosed: false });
  expect(raised.map(({ type, ownerName }) => [type, ownerName])).toEqual(
    expect.arrayContaining([
      ["proof-rejected", "Tess Tester"],
      ["failed-stop", ""],
    ]),
  );
});

test("what the driver puts right afterwards is no longer what was rejected", async () => {
  const s = await driven();
  await s.decide("rejected");
  s.day.clock.advanceSeconds(60);
  await s.complete([], { note: "once more" });
  await watchPlan(s.system, { planId: s.day.scenario.planId });
  expect(await s.inbox()).toEqual([]);
});

test("a project may have neither raised", async () => {
  const s = await driven();
  const { projectId } = s.day.scenario;
  await savePolicy(s.desk(), { projectId, policy: { raiseRejected: false, raiseFlagged: false } });
  await s.decide("rejected");
  expect(await s.inbox()).toEqual([]);
});

test("a missing proof is settled by an approval, and missing again without it", async () => {
  const s = await driven({ isProofAsked: true });
  expect((await s.inbox()).map(({ type }) => type)).toEqual(["proof-missing"]);
  await s.decide("approved");
  expect(await s.inbox()).toEqual([]);
  await s.decide("pending");
  expect((await s.inbox()).map(({ type }) => type)).toEqual(["proof-missing"]);
});

test("a driver on the road is asked for a new photo, once; one who is done is not", async () => {
  const s = await driven();
  await s.decide("rejected", "Only the van can be seen.");
  const messages = await s.asked();
  expect(messages.map(({ channel }) => channel).sort()).toEqual(["email", "sms"]);
  for (const { body } of messages) expect(body).toMatch(/new photo[\s\S]*Only the van can be seen\./);
  await s.decide("rejected", "Nothing but the van.");
  await s.decide("flagged");
  expect(await s.asked()).toHaveLength(2);
  s.day.clock.advanceSeconds(60);
  await s.call("/ops", s.tokens[0]!, { deviceNow: s.day.clock.now(), ops: [s.day.act({ type: "finish-route" })] });
  await s.decide("rejected");
  expect(await s.asked()).toHaveLength(2);
});

test("the order says how its evidence stands", async () => {
  const s = await driven();
  const id = s.day.scenario.deliveryIds[0]!;
  expect((await getDelivery(s.desk(), { id })).id).toBe(id);
  expect(await readDeliveryEvidence(s.desk(), { deliveryId: id })).toMatchObject([
    { ...s.key, state: "pending", pictures: 0 },
  ]);
  await s.decide("rejected", "No");
  expect(await readDeliveryEvidence(s.desk(), { deliveryId: id })).toMatchObject([
    { state: "rejected", note: "No", reviewedBy: "Tess Tester" },
  ]);
  const other = s.day.scenario.deliveryIds[1]!;
  expect(await readDeliveryEvidence(s.desk(), { deliveryId: other })).toEqual([]);
  await expect(readDeliveryEvidence(s.desk("viewer"), { deliveryId: id })).rejects.toMatchObject({ code: "forbidden" });
});

import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { sendMessage } from "@/server/jobs/handlers/send-message";
import type { OutgoingMessage } from "@/server/ports/messenger";
import { planScenario } from "@/server/testing/plan-scenario";
import { listMessages } from "../message/list-messages";
import { dispatchRoutes } from "./dispatch-routes";
import { moveStops } from "./move-stops";

const spots = [1, 2, 3].map((x) => ({ at: [x, x] as const }));
const never = new AbortController().signal;

async function plannedDay() {
  const s = await planScenario(spots, { drivers: 3 });
  for (const [visit, route] of [
    [0, 0],
    [1, 1],
  ] as const) {
    await moveStops(s.context(), {
      planId: s.planId,
      mutationId: s.mutationId(),
      visitIds: [s.visitIds[visit]!],
      to: { kind: "best", routeId: s.routeIds[route]! },
    });
  }
  const dispatch = async (over: { role?: "viewer"; version?: number } = {}) => {
    const routes = (await s.board()).routes.map(({ id, version }) => ({
      routeId: id,
      version: over.version ?? version,
    }));
    return dispatchRoutes(s.context(over.role), { planId: s.planId, mutationId: s.mutationId(), routes });
  };
  return { s, dispatch };
}

describe("dispatchRoutes", () => {
  test("sends each route that can go, and says of each other why not", async () => {
    const { s, dispatch } = await plannedDay();
    await s.tenant.database.raw`update driver set email = '', phone = '' where id = ${s.driverIds[1]!}`;
    const { verdicts, patch } = await dispatch();
    expect(verdicts.map((verdict) => verdict.refusal)).toEqual([null, "no-contact", "no-stops"]);
    expect(verdicts[0]!.channels).toEqual(["email", "sms"]);
    expect(patch).toMatchObject({ planStatus: "dispatched", routes: [{ status: "dispatched", version: 3 }] });
    const rows = await s.tenant.database
      .raw`select id, status from delivery where organization_id = ${s.tenant.organizationId}`;
    const statuses = s.deliveryIds.map((id) => rows.find((row) => row.id === id)!.status);
    expect(statuses).toEqual(["assigned", "scheduled", "requested"]);
    const [offer] = await s.tenant.database
      .raw`select * from assignment where organization_id = ${s.tenant.organizationId}`;
    const messages = await listMessages(s.context("viewer"), {});
    expect(messages.map((message) => [message.channel, message.recipient, message.status]).sort()).toEqual([
      ["email", "driver0@example.com", "queued"],
      ["sms", "+4533120000", "queued"],
    ]);
    const { distanceMeters, emissionsGrams, startSeconds, endSeconds } = (await s.board()).routes[0]!.schedule;
    const logged = await s.tenant.database.raw`select data from event
      where organization_id = ${s.tenant.organizationId} and type = 'route.dispatched'`;
    expect(logged).toMatchObject([
      { data: { stops: 1, distanceMeters, emissionsGrams, durationSeconds: endSeconds - startSeconds } },
    ]);
    for (const { body } of messages) {
      const token = /http:\/\/dray\.test\/run\/([\w-]{43})/.exec(body)![1]!;
      expect(createHash("sha256").update(token).digest("hex")).toBe(offer!.token_hash);
    }
    expect(s.tenant.jobs.filter((job) => job.name === "send-message")).toHaveLength(2);
    expect((await dispatch()).verdicts.map((verdict) => verdict.refusal)).toEqual([
      "already-dispatched",
      "no-contact",
      "no-stops",
    ]);
    expect(await listMessages(s.context(), {})).toHaveLength(2);
  });

  test("does not send what the sender has not seen, nor for viewers; a stop put on later is assigned at once", async () => {
    const { s, dispatch } = await plannedDay();
    expect((await dispatch({ version: 1 })).verdicts.map((verdict) => verdict.refusal)).toEqual([
      "stale",
      "stale",
      "no-stops",
    ]);
    await expect(dispatch({ role: "viewer" })).rejects.toMatchObject({ code: "forbidden" });
    await dispatch();
    const moved = await moveStops(s.context(), {
      planId: s.planId,
      mutationId: s.mutationId(),
      visitIds: [s.visitIds[2]!],
      to: { kind: "best", routeId: s.routeIds[0]! },
      confirmed: await s.seenRoutes(),
    });
    expect(moved.patch.visits.map((visit) => visit.status)).toEqual(["assigned"]);
  });
});

describe("the outbox", () => {
  async function dispatched(messenger: { source: string; send: (message: OutgoingMessage) => Promise<void> }) {
    const { s, dispatch } = await plannedDay();
    const { messageIds } = await dispatch();
    const services = s.tenant.systemContext({ messengers: { email: messenger, sms: messenger } });
    const [messageId] = messageIds;
    const run = (signal = never) => sendMessage(services, { messageId: messageId! }, signal);
    const status = async () => {
      const message = (await listMessages(s.context(), {})).find((each) => each.id === messageId)!;
      return [message.status, message.via, message.failure];
    };
    return { s, run, status, messageId: messageId! };
  }

  test("keeps messages while no messenger is configured", async () => {
    const send = () => Promise.reject(new Error("must not be called"));
    const { run, status } = await dispatched({ source: "outbox", send });
    await run();
    expect(await status()).toEqual(["kept", "outbox", null]);
  });

  test("sends once, tries again what surely failed", async () => {
    const sent: OutgoingMessage[] = [];
    const answers = ["mailbox full", undefined, "must not be sent again"];
    const send = async (message: OutgoingMessage) => {
      const refusal = answers.shift();
      if (refusal) throw new Error(refusal);
      sent.push(message);
    };
    const { run, status } = await dispatched({ source: "smtp", send });
    await expect(run()).rejects.toThrow("mailbox full");
    expect(await status()).toEqual(["failed", "smtp", "mailbox full"]);
    await run();
    expect(await status()).toEqual(["sent", "smtp", null]);
    await run();
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      channel: "email",
      to: "driver0@example.com",
      subject: "Your route 1 on Wednesday 10 June",
    });
  });

  test("never sends again what may have arrived", async () => {
    const sent: OutgoingMessage[] = [];
    const { s, run, status, messageId } = await dispatched({ source: "smtp", send: async (m) => void sent.push(m) });
    await s.tenant.database.raw`update outbox_message set status = 'sending' where id = ${messageId}`;
    await run();
    await run();
    expect(await status()).toEqual(["unknown", "", "Sending broke off: it may have arrived."]);
    expect(sent).toEqual([]);
  });
});

import { describe, expect, test } from "vitest";
import { EVENT_CHANNEL } from "@/db/queries/event/append-events";
import { startPostgresEventBus } from "@/server/adapters/event-bus/postgres-event-bus";
import { createProject } from "@/server/services/project/create-project";
import { silentLive } from "@/server/testing/silent-live";
import { testTenant } from "@/server/testing/test-tenant";
import { whileAllowed } from "@/server/trpc/while-allowed";
import { EventFeed } from "./event-feed";
import { type StreamedBatch, streamEvents } from "./event-stream";

async function log() {
  const tenant = await testTenant();
  const { database, organizationId } = tenant;
  const bus = await startPostgresEventBus(database, EVENT_CHANNEL);
  const feed = new EventFeed(bus, () => tenant.systemContext());
  const leave = new AbortController();
  const open = (afterSeq: number | null, signal = leave.signal) => streamEvents(feed, organizationId, afterSeq, signal);
  const happen = (name: string) =>
    createProject(tenant.context(), { name, timeZone: "Europe/Madrid", defaultCountry: "ES", currency: "EUR" });
  /** Many at once, as the log has them after a busy week. */
  const fill = async (count: number) => {
    await database.raw`insert into event (organization_id, seq, type, entity, entity_id, actor_kind, actor_label,
        correlation_id, occurred_at, received_at, data)
      select ${organizationId}, s + n, 'plan.changed', 'plan', ${organizationId}, 'system', '', '', now(), now(), '{}'
      from generate_series(1, ${count}) n, (select last_seq as s from event_sequence where organization_id = ${organizationId}) q`;
    await database.raw`update event_sequence set last_seq = last_seq + ${count} where organization_id = ${organizationId}`;
    await database.raw`select pg_notify(${EVENT_CHANNEL}, ${organizationId})`;
  };
  return { tenant, open, happen, fill, leave, stop: () => bus.stop() };
}

/** The next batch that says something; a wake-up without events does not. */
async function next(stream: AsyncGenerator<StreamedBatch>): Promise<StreamedBatch> {
  for (;;) {
    const batch = (await stream.next()).value as StreamedBatch;
    if (batch.events.length > 0 || batch.isResync) return batch;
  }
}

describe("the log as a stream", () => {
  test("any number of readers see every event once and in order, however they are woken", async () => {
    const { open, happen, leave, stop } = await log();
    await happen("first");
    const readers = Array.from({ length: 20 }, async (_, index) => {
      const seen: number[] = [];
      for await (const { events } of open(index % 2)) {
        seen.push(...events.map(({ seq }) => seq));
        if (seen.at(-1) === 31) break;
      }
      return { seen, from: index % 2 };
    });
    for (let n = 0; n < 30; n++) await happen(`project ${n}`);
    for (const { seen, from } of await Promise.all(readers)) {
      expect(seen).toEqual(Array.from({ length: 31 - from }, (_, index) => index + 1 + from));
    }
    leave.abort();
    await stop();
  });

  test("who is too far behind, or from another log, is told to read anew; who is a little behind reads on", async () => {
    const { open, happen, fill, leave, stop } = await log();
    await happen("first");
    const slow = open(1);
    expect((await slow.next()).value).toEqual({ events: [], lastSeq: 1, isResync: false });
    await fill(2500);
    expect(await next(slow)).toEqual({ events: [], lastSeq: 2501, isResync: true });
    await happen("last");
    expect((await next(slow)).events.map(({ seq }) => seq)).toEqual([2502]);
    expect(await next(open(99_999))).toEqual({ events: [], lastSeq: 2502, isResync: true });
    const little = open(600);
    const read: number[] = [];
    while (read.length < 1902) read.push(...(await next(little)).events.map(({ seq }) => seq));
    expect(read).toEqual(Array.from({ length: 1902 }, (_, index) => 601 + index));
    leave.abort();
    await stop();
  });

  test("ends with the session of whoever reads it", async () => {
    const { tenant, open, happen, stop } = await log();
    await happen("first");
    let session: ReturnType<typeof tenant.context> | null = tenant.context("viewer");
    const { access } = silentLive(() => tenant.systemContext());
    const subscriber = { services: tenant.context("viewer"), live: { access }, reauthorize: async () => session };
    const stream = whileAllowed(subscriber, "plan.read", new AbortController().signal, (until) => open(0, until), 20);
    expect((await next(stream)).events).toHaveLength(1);
    session = null;
    const toItsEnd = async () => {
      for await (const { events } of stream) expect(events).toEqual([]);
    };
    await expect(toItsEnd()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    await stop();
  });
});

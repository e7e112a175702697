import type { Database } from "@/db/client";
import { workerDatabase } from "@/db/testing/worker-database";
import { noCallRelay } from "@/server/adapters/call-relay/no-call-relay";
import { createCarriers } from "@/server/adapters/carrier/carriers";
import { createHttpCarrier } from "@/server/adapters/carrier/http-carrier";
import { createManifestCarrier } from "@/server/adapters/carrier/manifest-carrier";
import { createSandboxCarrier } from "@/server/adapters/carrier/sandbox-carrier";
import { tariffCarrier } from "@/server/adapters/carrier/tariff-carrier";
import { systemClock } from "@/server/adapters/clock/system-clock";
import { createGuardedFetch } from "@/server/adapters/http/guarded-request";
import { randomIdSource } from "@/server/adapters/id-source/random-id-source";
import { outboxMessenger } from "@/server/adapters/messenger/outbox-messenger";
import { readOrderFile } from "@/server/adapters/order-file/read-order-file";
import { createAesSecretBox } from "@/server/adapters/secret/aes-secret-box";
import { createHttpWebhookSender } from "@/server/adapters/webhook/http-webhook-sender";
import type { Actor } from "@/server/domain/access/actor";
import { PERMISSIONS, permissionsOf, type Role } from "@/server/domain/access/permissions";
import type { JobName, JobPayload } from "@/server/jobs/catalog";
import type { Ports, ServiceContext } from "@/server/services/kernel/service-context";

/** Partners on this machine, who are given little time. */
const nearCarriers = createCarriers({
  http: createHttpCarrier(
    createGuardedFetch({ allowPrivate: true, timeoutMs: 4000, maxAnswerBytes: 100_000 }),
    systemClock,
  ),
  manifest: createManifestCarrier(outboxMessenger),
  tariff: tariffCarrier,
  sandbox: createSandboxCarrier(systemClock, { timeoutMs: 300 }),
});

/** A job given out in a test: recorded, and run by whoever wants it run. */
export interface RecordedJob {
  readonly name: JobName;
  readonly payload: JobPayload<JobName>;
  readonly notBefore?: Date;
}

export interface TestTenant {
  readonly database: Database;
  readonly organizationId: string;
  readonly userId: string;
  readonly jobs: RecordedJob[];
  /** A way into the services as a member with this role (default: owner), with ports replaced as wished. */
  context(role?: Role, ports?: Partial<Ports>): ServiceContext;
  systemContext(ports?: Partial<Ports>): ServiceContext;
  newId(): string;
}

/** A new organization with one owner in the worker's own database, seen by nobody else. */
export async function testTenant(defaultPorts: Partial<Ports> = {}): Promise<TestTenant> {
  const database = await workerDatabase();
  const clock = defaultPorts.clock ?? { now: () => new Date() };
  const ids = defaultPorts.ids ?? randomIdSource(clock);
  const organizationId = ids.newId();
  const userId = ids.newId();
  await database.raw`insert into organization (id, name, slug, created_at) values (${organizationId}, 'Test', ${organizationId}, now())`;
  await database.raw`insert into "user" (id, name, email, created_at, updated_at) values (${userId}, 'Tess Tester', ${`${userId}@example.com`}, now(), now())`;
  await database.raw`insert into member (id, organization_id, user_id, role, created_at) values (${ids.newId()}, ${organizationId}, ${userId}, 'owner', now())`;
  const jobs: RecordedJob[] = [];
  const ports = {
    ...absentPorts(),
    clock,
    ids,
    files: { read: readOrderFile },
    jobs: {
      enqueue: async (_tx: unknown, name: JobName, payload: unknown, notBefore?: Date) =>
        void jobs.push({ name, payload, ...(notBefore && { notBefore }) } as RecordedJob),
      enqueueAll: async (_tx: unknown, name: JobName, payloads: readonly unknown[]) =>
        void jobs.push(...payloads.map((payload) => ({ name, payload }) as RecordedJob)),
    },
    ...defaultPorts,
  } as Ports;
  const contextOf = (actor: Actor, overrides: Partial<Ports> = {}): ServiceContext => ({
    actor,
    database,
    ports: { ...ports, ...overrides },
    baseUrl: "http://dray.test",
    correlationId: ids.newId(),
  });
  return {
    database,
    organizationId,
    userId,
    jobs,
    newId: () => ids.newId(),
    context: (role = "owner", overrides) =>
      contextOf(
        { kind: "user", id: userId, label: "Tess Tester", organizationId, permissions: new Set(permissionsOf(role)) },
        overrides,
      ),
    systemContext: (overrides) =>
      contextOf(
        { kind: "system", id: null, label: "Dray", organizationId, permissions: new Set(PERMISSIONS) },
        overrides,
      ),
  };
}

/** Ports that say who forgot to give them, the moment they are used. */
function absentPorts(): Record<string, unknown> {
  const absent = (name: string) =>
    new Proxy(() => {}, {
      get: () => {
        throw new Error(`this test uses the ${name} port without giving one`);
      },
      apply: () => {
        throw new Error(`this test uses the ${name} port without giving one`);
      },
    });
  return {
    blobs: absent("blobs"),
    positions: absent("positions"),
    photos: absent("photos"),
    evidence: absent("evidence"),
    travel: absent("travel"),
    solver: absent("solver"),
    geocoder: absent("geocoder"),
    mapAndTravel: absent("mapAndTravel"),
    sourceTrials: absent("sourceTrials"),
    messengers: absent("messengers"),
    accountMailer: absent("accountMailer"),
    callRelay: noCallRelay,
    carriers: nearCarriers,
    secrets: createAesSecretBox("a secret of the tests"),
    webhookSender: createHttpWebhookSender({ allowPrivate: false }),
    webhookFormats: new Map(),
    vendors: new Map(),
  };
}

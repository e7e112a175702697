import "server-only";
import { createHmac } from "node:crypto";
import type { Logger } from "pino";
import { type Database, openDatabase } from "@/db/client";
import { isLostConnection } from "@/db/database-unavailable";
import { startEmbeddedServer } from "@/db/embedded/embedded-server";
import { migrateDatabase } from "@/db/migrate";
import { ACCESS_CHANNEL } from "@/db/queries/access/member-sessions";
import { EVENT_CHANNEL } from "@/db/queries/event/append-events";
import { POSITION_CHANNEL } from "@/db/queries/position/list-positions";
import { startPostgresEventBus } from "@/server/adapters/event-bus/postgres-event-bus";
import { type BossJobQueue, startBossJobQueue } from "@/server/adapters/job-queue/boss-job-queue";
import { type Auth, createAuth } from "@/server/auth/auth";
import type { Actor } from "@/server/domain/access/actor";
import { PERMISSIONS } from "@/server/domain/access/permissions";
import { createLive, type Live } from "@/server/realtime/live";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { createPorts, type InstalledPorts } from "./create-ports";
import type { Env } from "./env";
import { readOrMakeSecret } from "./secret";

/** Everything a process needs whatever its role: database, ports, queue, bus, sign-in. */
export interface Core {
  readonly env: Env;
  readonly log: Logger;
  readonly database: Database;
  readonly ports: InstalledPorts;
  readonly queue: BossJobQueue;
  readonly auth: Auth;
  /** What this installation signs with. */
  readonly secret: string;
  /** What this process's streams to desks and drivers draw from. */
  readonly live: Live;
  /** A caller's address as it may be kept: salted with this installation's secret, so that nobody can try them all. */
  hashAddress(organizationId: string, address: string): string;
  /** Signs what customers' pages hand out to be shown again. */
  signForCustomer(text: string): string;
  contextOf(actor: Actor, correlationId?: string): ServiceContext;
  /** The system itself, acting inside one organization: jobs and seeding. */
  systemContext(organizationId: string, correlationId?: string): ServiceContext;
  close(): Promise<void>;
}

/** Starts (or reaches) the database, brings its tables up to date, and wires the ports. */
export async function bootCore(env: Env, log: Logger): Promise<Core> {
  const embedded = env.DATABASE_URL ? undefined : await startEmbeddedServer(env.dataDir);
  const url = env.DATABASE_URL ?? embedded!.url;
  await migrateDatabase(url);
  const database = openDatabase(url);
  const queue = await startBossJobQueue(database, (error) => log.warn({ error: error.message }, "job queue"));
  const bus = await startPostgresEventBus(database, EVENT_CHANNEL);
  const positionBus = await startPostgresEventBus(database, POSITION_CHANNEL);
  const accessBus = await startPostgresEventBus(database, ACCESS_CHANNEL);
  const secret = env.DRAY_SECRET ?? (await readOrMakeSecret(env.dataDir));
  const ports = await createPorts({ ...env, secret }, database, queue, log);
  const auth = createAuth({
    baseUrl: env.baseUrl,
    secret,
    limitSignIn: env.DRAY_SIGN_IN_LIMIT ?? true,
    database,
    ids: ports.ids,
    mailer: ports.accountMailer,
    clock: ports.clock,
  });
  const contextOf = (actor: Actor, correlationId?: string): ServiceContext => ({
    actor,
    database,
    ports: { ...ports, travel: ports.travelOf(actor.organizationId) },
    baseUrl: env.baseUrl,
    correlationId: correlationId ?? ports.ids.newId(),
  });
  const systemContext = (organizationId: string, correlationId?: string) =>
    contextOf(
      { kind: "system", id: null, label: "Dray", organizationId, permissions: new Set(PERMISSIONS) },
      correlationId,
    );
  return {
    env,
    log,
    database,
    ports,
    queue,
    auth,
    secret,
    live: createLive({ bus, positionBus, accessBus }, systemContext),
    hashAddress: (organizationId, address) =>
      createHmac("sha256", secret).update(`tracking-view ${organizationId} ${address}`).digest("hex"),
    signForCustomer: (text) => createHmac("sha256", secret).update(`tracking-act ${text}`).digest("base64url"),
    contextOf,
    systemContext,
    close: async () => {
      // A terminal tells the embedded server of Ctrl-C, too, and it may be gone first: then there is nothing left to say goodbye to.
      const stops = [queue, bus, positionBus, accessBus].map((part) => () => part.stop());
      try {
        for (const step of [...stops, () => ports.close(), () => database.close()]) {
          await step().catch((error: unknown) => {
            if (!isLostConnection(error)) throw error;
          });
        }
      } finally {
        await embedded?.stop();
      }
    },
  };
}

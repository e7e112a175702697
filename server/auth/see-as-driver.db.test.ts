import { expect, test } from "vitest";
import type { Database } from "@/db/client";
import { createRunApp } from "@/server/api/run/run-app";
import { resolveDriverSession, resolveFormerDriverSession } from "@/server/auth/resolve-driver-session";
import { resolveRouteLink } from "@/server/auth/resolve-route-link";
import type { Actor } from "@/server/domain/access/actor";
import { endLookAsDriver, seeAsDriver } from "@/server/services/driver-desk/see-as-driver";
import { endSessions } from "@/server/services/member/end-sessions";
import { drivenDay } from "@/server/testing/driven-day";
import { silentLive } from "@/server/testing/silent-live";
import { appRouter, createCaller } from "@/server/trpc/root";
import { procedureList } from "@/server/trpc/testing/procedure-list";

/** A day whose first route is looked at, and the ways in that a device has. */
async function lookedAt() {
  const day = await drivenDay([[0, 1], [2]]);
  const { scenario, clock } = day;
  const { database, organizationId } = scenario.tenant;
  const by =
    (resolve: (database: Database, token: string, now: Date) => Promise<Actor | null>) => async (token: string) => {
      const actor = await resolve(database, token, clock.now());
      return actor && { ...scenario.context(), actor };
    };
  const ways = {
    byLink: by(resolveRouteLink),
    bySession: by(resolveDriverSession),
    byFormerSession: by(resolveFormerDriverSession),
  };
  const app = createRunApp(ways);
  const sessionId = scenario.tenant.newId();
  await database.raw`
    insert into session (id, token, user_id, expires_at, created_at, updated_at)
    values (${sessionId}, ${sessionId}, ${scenario.tenant.userId}, '2100-01-01', now(), now())`;
  /** Somebody at the desk, signed in. */
  const desk = (role?: "dispatcher" | "viewer") => {
    const services = scenario.context(role);
    return { ...services, actor: { ...services.actor, sessionId } };
  };
  const look = (role?: "dispatcher" | "viewer", routeId = scenario.routeIds[0]!, why = "He rang") =>
    seeAsDriver(desk(role), { routeId, why });
  const ask = async (token: string, path: string, body?: unknown) => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const method = body === undefined ? "GET" : "POST";
    const sent = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
    return app.request(`/api/run/${path}`, sent);
  };
  const log = () => database.raw<{ type: string; actorId: string; data: Record<string, unknown> }[]>`
    select type, actor_id as "actorId", data from event
    where organization_id = ${organizationId} and type like 'driver.look%' order by seq`;
  return { ...day, ways, sessionId, desk, look, ask, log };
}

const refused = (reason: string) => expect.objectContaining({ details: expect.objectContaining({ reason }) });

test("a look shows the route as its driver has it; nothing can be done with it, and the log says who, whom, when and why", async () => {
  const day = await lookedAt();
  const { scenario, clock } = day;
  const { token, lookId, driver, expiresAt, remainingSeconds } = await day.look("dispatcher");
  expect(remainingSeconds).toBe(900);
  const run = await day.ask(token, "route");
  expect(run.status).toBe(200);
  expect(await run.json()).toMatchObject({ routeId: scenario.routeIds[0], sheet: { stops: [{}, {}] } });

  const at = clock.now().toISOString();
  const op = { ...day.act({ type: "accept" }) };
  const acts: [path: string, body: unknown][] = [
    ["ops", { deviceNow: at, ops: [op] }],
    ["positions", { deviceNow: at, fixes: [{ lat: 41, lng: 2, recordedAt: at }] }],
    ["proofs", { deviceNow: at, proofs: [] }],
    ["notes", { messageId: scenario.tenant.newId(), visitId: scenario.visitIds[0], note: "outside" }],
  ];
  for (const [path, body] of acts) expect([path, (await day.ask(token, path, body)).status]).toEqual([path, 403]);
  // A look is no link: it gives no device a session of its own.
  expect((await day.ask(token, "session", {})).status).toBe(401);
  const [opened] = await scenario.tenant.database.raw`
    select count(*)::int as count from event where organization_id = ${scenario.tenant.organizationId} and type = 'assignment.opened'`;
  expect(opened).toEqual({ count: 0 });

  await endLookAsDriver(scenario.context("dispatcher"), { lookId });
  expect((await day.ask(token, "route")).status).toBe(401);
  const data = { name: driver, number: 1, expiresAt: expiresAt.toISOString(), why: "He rang" };
  expect(await day.log()).toEqual([
    { type: "driver.looked-as", actorId: scenario.tenant.userId, data },
    { type: "driver.look-ended", actorId: scenario.tenant.userId, data: { name: driver } },
  ]);
});

test("every procedure of the desk that a driver's device might try refuses it", async () => {
  const day = await lookedAt();
  const { token } = await day.look();
  const services = (await day.ways.bySession(token))!;
  expect([...services.actor.permissions]).toEqual(["run.read"]);
  const caller = createCaller({ services, live: silentLive(day.scenario.tenant.systemContext) });
  const open: string[] = [];
  for (const { path } of procedureList(appRouter)) {
    const call = procedureOf(caller, path);
    const code = await Promise.resolve(call({})).then(
      () => "none",
      (error: { code?: string }) => error.code,
    );
    if (code !== "FORBIDDEN") open.push(path);
  }
  expect(open).toEqual([]);
});

test("a look is over after a quarter of an hour, with the route's link, and with its looker's membership or right", async () => {
  const day = await lookedAt();
  const { scenario, clock } = day;
  const { raw } = scenario.tenant.database;
  const isOpen = async (token: string) => (await day.ask(token, "route")).status === 200;
  const { token } = await day.look();
  const { organizationId, userId } = scenario.tenant;
  await raw`update member set role = 'viewer' where organization_id = ${organizationId} and user_id = ${userId}`;
  expect(await isOpen(token)).toBe(false);
  await raw`update member set role = 'owner' where organization_id = ${organizationId} and user_id = ${userId}`;
  expect(await isOpen(token)).toBe(true);
  clock.advanceSeconds(899);
  expect(await isOpen(token)).toBe(true);
  clock.advanceSeconds(1);
  expect(await isOpen(token)).toBe(false);

  const again = await day.look();
  await raw`update assignment set status = 'revoked' where organization_id = ${organizationId}`;
  expect(await isOpen(again.token)).toBe(false);
  // What a former driver may still tell, a former looker may not.
  await raw`update driver_session set driver_id = ${scenario.driverIds[1]!} where organization_id = ${organizationId}`;
  expect((await day.ask(again.token, "ops", { ops: [] })).status).toBe(401);
});

const endings: Readonly<Record<string, (day: Awaited<ReturnType<typeof lookedAt>>) => Promise<unknown>>> = {
  "signs out, or takes another password": ({ scenario, sessionId }) =>
    scenario.tenant.database.raw`delete from session where id = ${sessionId}`,
  "is signed out": async ({ scenario }) => {
    const { tenant } = scenario;
    const { database, organizationId, newId } = tenant;
    const [member] = await database.raw<{ id: string }[]>`
      select id from member where organization_id = ${organizationId}`;
    const otherId = newId();
    await database.raw`insert into "user" (id, name, email, created_at, updated_at)
      values (${otherId}, 'Olga', ${`${otherId}@example.com`}, now(), now())`;
    await database.raw`insert into member (id, organization_id, user_id, role, created_at)
      values (${newId()}, ${organizationId}, ${otherId}, 'owner', now())`;
    const services = tenant.context();
    const olga = { ...services, actor: { ...services.actor, id: otherId } };
    return endSessions(olga, { memberId: member!.id, sessionId: null });
  },
  "has not been there for so long that it is over": ({ scenario, sessionId, clock }) =>
    scenario.tenant.database.raw`update session set expires_at = ${clock.now()} where id = ${sessionId}`,
  "lacks a second factor that is asked of everyone by now": ({ scenario }) =>
    scenario.tenant.database.raw`
      update organization set requires_second_factor = true where id = ${scenario.tenant.organizationId}`,
  "works for another organization": async ({ scenario, sessionId }) => {
    const { database, userId, newId } = scenario.tenant;
    const elsewhere = newId();
    await database.raw`insert into organization (id, name, slug, created_at) values (${elsewhere}, 'Other', ${elsewhere}, now())`;
    await database.raw`insert into member (id, organization_id, user_id, role, created_at)
      values (${newId()}, ${elsewhere}, ${userId}, 'owner', now())`;
    await database.raw`update session set active_organization_id = ${elsewhere} where id = ${sessionId}`;
  },
};

test.each(Object.entries(endings))("a look is over at once when its looker %s", async (_, end) => {
  const day = await lookedAt();
  const { token } = await day.look();
  expect((await day.ask(token, "route")).status).toBe(200);
  await end(day);
  expect((await day.ask(token, "route")).status).toBe(401);
});

test("only whoever sends routes looks, as himself, at a route of this organization that was sent", async () => {
  const [day, other] = [await lookedAt(), await lookedAt()];
  await expect(day.look("viewer")).rejects.toEqual(refused("permission"));
  await expect(day.look("dispatcher", other.scenario.routeIds[0]!)).rejects.toEqual(refused("no-such"));
  for (const unsigned of [day.scenario.tenant.systemContext(), day.scenario.context()]) {
    const asked = seeAsDriver(unsigned, { routeId: day.scenario.routeIds[0]! });
    await expect(asked).rejects.toEqual(refused("permission"));
  }
  const limited = (projectId: string) => {
    const services = day.desk("dispatcher");
    const reach = { projectIds: [projectId], depotIds: null };
    return { ...services, actor: { ...services.actor, reach } };
  };
  const routeId = day.scenario.routeIds[0]!;
  expect((await seeAsDriver(limited(day.scenario.projectId), { routeId })).routeNumber).toBe(1);
  await expect(seeAsDriver(limited(other.scenario.projectId), { routeId })).rejects.toEqual(refused("no-such"));
  const { lookId, token } = await day.look();
  const stranger = {
    ...day.scenario.context(),
    actor: { ...day.scenario.context().actor, id: day.scenario.tenant.newId() },
  };
  await endLookAsDriver(stranger, { lookId });
  await endLookAsDriver(other.scenario.context(), { lookId });
  expect((await day.ask(token, "route")).status).toBe(200);
  await day.scenario.tenant.database.raw`update assignment set status = 'revoked'
    where organization_id = ${day.scenario.tenant.organizationId}`;
  await expect(day.look()).rejects.toEqual(refused("not-dispatched"));
});

function procedureOf(caller: unknown, path: string): (input: unknown) => unknown {
  const at = (node: unknown, key: string) => (node as Record<string, unknown>)[key];
  return path.split(".").reduce(at, caller) as (input: unknown) => unknown;
}

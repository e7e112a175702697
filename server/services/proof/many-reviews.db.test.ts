import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "@/db/client";
import { evidenceDay } from "@/server/testing/evidence-day";
import { decideReviews } from "./decide-reviews";
import { listReviews } from "./list-reviews";

let parent: string;
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "many-reviews-"));
});
afterAll(() => rm(parent, { recursive: true }));

const MANY = 500;

/** The first door's end so many times over, each with a photo and a signature of its own. */
async function manyEnded() {
  const s = await evidenceDay({ parent });
  await s.complete([]);
  const { raw } = s.day.scenario.tenant.database;
  const { routeId, visitId } = s.key;
  const copies = Array.from({ length: MANY - 1 }, () => ({ delivery: randomUUID(), visit: randomUUID() }));
  const pairs = JSON.stringify(copies);
  const copied = async (table: string, key: string, set: string) =>
    raw.unsafe(
      `insert into ${table} select (jsonb_populate_record(t, to_jsonb(t) || ${set})).*
       from ${table} t, jsonb_array_elements($1::text::jsonb) c where ${key}`,
      [pairs],
    );
  const deliveryId = s.day.scenario.deliveryIds[0]!;
  const delivery = "'delivery_id', c ->> 'delivery', 'visit_id', c ->> 'visit'";
  await copied(
    "delivery",
    `t.id = '${deliveryId}'`,
    "jsonb_build_object('id', c ->> 'delivery', 'external_id', c ->> 'delivery', 'tracking_code', c ->> 'delivery')",
  );
  await copied(
    "delivery_visit",
    `t.id = '${visitId}'`,
    "jsonb_build_object('id', c ->> 'visit', 'delivery_id', c ->> 'delivery')",
  );
  await copied(
    "stop_run",
    `t.visit_id = '${visitId}' and t.route_id = '${routeId}'`,
    `jsonb_build_object(${delivery})`,
  );
  for (const kind of ["photo", "signature"]) {
    await raw`insert into proof (organization_id, id, plan_id, route_id, kind, visit_ids, status, content_type, sha256, bytes,
        taken_at, brightness, sharpness, created_at, updated_at)
      select organization_id, gen_random_uuid(), plan_id, route_id, ${kind}, array[visit_id], 'verified', 'image/jpeg',
        md5(visit_id::text || ${kind}), 1000, completed_at, 120, 500, completed_at, completed_at
      from stop_run where route_id = ${routeId}`;
  }
  return s;
}

const STATEMENTS = ["select", "selectDistinct", "execute", "insert", "update", "delete"];

/** The same database, noting what its transactions begin to ask. */
function counting(database: Database, asked: string[]): Database {
  const noting = <T extends object>(tx: T) =>
    new Proxy(tx, {
      get(target, name) {
        if (STATEMENTS.includes(String(name))) asked.push(String(name));
        const value = Reflect.get(target, name);
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
  const transaction: Database["orm"]["transaction"] = (work, config) =>
    database.orm.transaction((tx) => work(noting(tx)), config);
  return {
    ...database,
    orm: new Proxy(database.orm, {
      get: (orm, name) => (name === "transaction" ? transaction : Reflect.get(orm, name)),
    }),
  };
}

test("five hundred visits are listed by as many statements as one, and decided on in one go", async () => {
  const s = await manyEnded();
  const { projectId, date } = s.day.scenario;
  const statements: string[] = [];
  const context = s.desk();
  const counted = counting(context.database, statements);
  const ask = async () => {
    statements.length = 0;
    const lines = await listReviews({ ...context, database: counted }, { projectId, date });
    return { lines, count: statements.length };
  };
  const many = await ask();
  expect(many.lines).toHaveLength(MANY);
  expect(many.lines.every(({ pictures }) => pictures === 2)).toBe(true);
  const decisions = many.lines.map(({ routeId, visitId, opId }) => ({
    routeId,
    visitId,
    opId,
    state: "approved" as const,
  }));
  const { before } = await decideReviews(context, { decisions });
  expect(before).toHaveLength(MANY);
  expect((await ask()).lines.every(({ state }) => state === "approved")).toBe(true);

  await s.day.scenario.tenant.database.raw`delete from stop_run where visit_id <> ${s.key.visitId}`;
  const one = await ask();
  expect(one.lines).toHaveLength(1);
  expect(many.count).toBe(one.count);
});

import { createHmac } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { composeId } from "@/server/domain/ids";
import { dress, undress } from "./ids";
import { deliveryRequest, type Shop, shop } from "./testing/shop";

const NOWHERE = dress("assignment", composeId(0, 1));

/** A partner with its token, as its own programs ask. */
async function partnerOf(shared: Shop) {
  const made = await shared.ask("POST", "/partners", { body: { name: "Swift", type: "3pl" } });
  const id: string = made.body.partner_id;
  const { body } = await shared.ask("POST", "/keys", { body: { name: "Swift's", partner_id: id } });
  const { key: token, signing_secret: secret } = body as { key: string; signing_secret: string };
  const signed = (text: string, { by = secret, at = Date.now() } = {}) => {
    const timestamp = String(Math.floor(at / 1000));
    const signature = createHmac("sha256", by).update(`${timestamp}.${text}`).digest("hex");
    return {
      "content-type": "application/json",
      "x-partner-timestamp": timestamp,
      "x-partner-signature": `sha256=${signature}`,
    };
  };
  const base = `/partner-api/partners/${id}`;
  const post = (path: string, body: unknown, options: { by?: string; at?: number } = {}) => {
    const text = JSON.stringify(body);
    return shared.ask("POST", base + path, { token, body: text, headers: signed(text, options) });
  };
  const list = (query = "") => shared.ask("GET", `${base}/assignments${query}`, { token });
  return { id, token, secret, base, signed, post, list };
}
type Partner = Awaited<ReturnType<typeof partnerOf>>;

/** A delivery that was handed over to a partner. */
async function handedOver({ ask, tenant }: Shop, partner: Partner) {
  const made = await ask("POST", "/deliveries", { body: deliveryRequest() });
  const delivery: string = made.body.delivery_id;
  const [id, deliveryId, partnerId] = [tenant.newId(), undress("delivery", delivery)!, undress("partner", partner.id)!];
  const { raw } = tenant.database;
  await raw`update delivery set partner_id = ${partnerId}, status = 'assigned' where id = ${deliveryId}`;
  await raw`insert into partner_handover (organization_id, id, partner_id, delivery_id, status, created_at, updated_at)
    values (${tenant.organizationId}, ${id}, ${partnerId}, ${deliveryId}, 'accepted', now(), now())`;
  const read = async () => (await ask("GET", `/deliveries/${delivery}`)).body;
  return { delivery, id: dress("assignment", id), path: `/assignments/${dress("assignment", id)}/status`, read, made };
}

let shared: Shop;
let partner: Partner;
let rival: Partner;
beforeAll(async () => {
  shared = await shop();
  partner = await partnerOf(shared);
  rival = await partnerOf(shared);
});

describe("a partner's token", () => {
  test("403: everything that is not this partner's own; 401: nobody", async () => {
    const { token, base } = partner;
    const status = async (method: string, path: string, body?: unknown, as: string | null = token) =>
      (await shared.ask(method, path, { token: as, ...(body !== undefined && { body }) })).status;
    expect(await status("GET", "/deliveries")).toBe(403);
    expect(await status("GET", `/partners/${partner.id}`)).toBe(403);
    expect(await status("POST", "/keys", { name: "more", scopes: ["fleet:read"] })).toBe(403);
    expect(await status("GET", `${rival.base}/assignments`)).toBe(403);
    expect(await status("GET", "/partner-api/partners/nobody/assignments")).toBe(403);
    expect(await status("POST", `${rival.base}/driver-sync`, {})).toBe(403);
    expect(await status("GET", `${base}/assignments`, undefined, null)).toBe(401);
    expect(await status("POST", `${base}/driver-sync`, {}, null)).toBe(401);
    const { body } = await shared.ask("GET", "/keys");
    expect(body.items.map((each: { partner_id: string }) => each.partner_id)).toContain(partner.id);
    expect(JSON.stringify(body)).not.toContain(partner.secret);
  });

  test("401: unsigned, signed by another, stale, ahead, for another body; kept answers are not given without one", async () => {
    const { post, base, token, signed } = partner;
    const text = JSON.stringify({ drivers: [] });
    const raw = (headers: Record<string, string>, body = text) =>
      shared.ask("POST", `${base}/driver-sync`, {
        token,
        body,
        headers: { "content-type": "application/json", ...headers },
      });
    expect((await raw({})).status).toBe(401);
    expect((await raw({ "x-partner-timestamp": "yesterday", "x-partner-signature": "sha256=00" })).status).toBe(401);
    expect((await post("/driver-sync", {}, { by: rival.secret })).status).toBe(401);
    for (const minutes of [-6, 6]) {
      expect((await post("/driver-sync", {}, { at: Date.now() + minutes * 60_000 })).status).toBe(401);
    }
    expect((await raw(signed("{}"))).status).toBe(401);
    const named = { "idempotency-key": "sync-1" };
    expect((await raw({ ...signed(text), ...named })).status).toBe(200);
    expect((await raw(named)).status).toBe(401);
    expect((await raw({ ...signed(text), ...named })).status).toBe(200);
  });

  test("a secret of its connection signs as well, and for a day after it was replaced", async () => {
    const credentials = (secret: string) =>
      shared.ask("POST", `/partners/${partner.id}/credentials`, { body: { secret } });
    await credentials("the first secret");
    await credentials("the second secret");
    for (const by of ["the first secret", "the second secret"]) {
      expect((await partner.post("/driver-sync", {}, { by })).status).toBe(200);
    }
    const { raw } = shared.tenant.database;
    await raw`update partner_connection set replaced_at = now() - interval '25 hours' where replaced_at is not null`;
    expect((await partner.post("/driver-sync", {}, { by: "the first secret" })).status).toBe(401);
  });

  test("403: a disabled partner's; a tenant's own key needs no signature, but its scope", async () => {
    const gone = await partnerOf(shared);
    await shared.ask("DELETE", `/partners/${gone.id}`);
    expect((await gone.list()).status).toBe(403);
    expect((await gone.post("/driver-sync", {})).status).toBe(403);
    expect((await shared.ask("GET", `${gone.base}/assignments`)).status).toBe(200);
    expect((await shared.ask("POST", `${partner.base}/driver-sync`, { body: {} })).status).toBe(200);
    const reader = await shop(["plans:read"]);
    expect((await reader.ask("POST", `${partner.base}/driver-sync`, { body: {} })).status).toBe(403);
    const foreign = await shop();
    expect((await foreign.ask("GET", `${partner.base}/assignments`)).status).toBe(404);
  });
});

describe("GET /partner-api/partners/{partnerId}/assignments", () => {
  test("200: its own and nobody else's, oldest first, by pages, and what has changed since", async () => {
    const own = await partnerOf(shared);
    const [first, second] = [await handedOver(shared, own), await handedOver(shared, own)];
    await handedOver(shared, rival);
    const page = await own.list("?limit=1");
    expect(page.body.items).toMatchObject([
      { assignment_id: first.id, kind: "handover", status: "accepted", delivery_ids: [first.delivery], route_id: null },
    ]);
    expect(page.body.items[0].deliveries[0].dropoff.recipient.name).toBe("Jane Holm");
    const next = await own.list(`?limit=1&cursor=${encodeURIComponent(page.body.next_cursor)}`);
    expect(next.body).toMatchObject({ items: [{ assignment_id: second.id }], next_cursor: null });
    await shared.tenant.database.raw`update partner_handover set updated_at = now() - interval '1 day'
      where id = ${undress("assignment", first.id)!}`;
    const since = new Date(Date.now() - 3600_000).toISOString();
    expect((await own.list(`?since=${since}`)).body.items).toHaveLength(1);
    expect((await own.list("?since=monday")).status).toBe(400);
  });
});

describe("POST /partner-api/partners/{partnerId}/assignments/{assignmentId}/status", () => {
  const at = (minute: number) => new Date(Date.now() - (60 - minute) * 60_000).toISOString();

  test("200: on its way, then delivered; the log has when, and every word is kept as it came", async () => {
    const { path, read, id } = await handedOver(shared, partner);
    expect((await partner.post(path, { status: "Picked up", occurred_at: at(1) })).body.outcome).toBe("applied");
    expect((await read()).status).toBe("enroute");
    const body = { status: "delivered", occurred_at: at(9), recipient_name: "Jane", more: "ø" };
    expect((await partner.post(path, body)).body).toMatchObject({ accepted: true, outcome: "applied" });
    expect((await read()).status).toBe("delivered");
    const [kept] = await shared.tenant.database.raw`select request from partner_exchange
      where handover_id = ${undress("assignment", id)!} order by id desc limit 1`;
    expect(kept!.request).toBe(JSON.stringify(body));
  });

  test("200: sent again it is answered as then, by signature or by the partner's name for it", async () => {
    const { path, read } = await handedOver(shared, partner);
    const time = Date.now();
    expect((await partner.post(path, { status: "enroute" }, { at: time })).body.outcome).toBe("applied");
    expect((await partner.post(path, { status: "enroute" }, { at: time })).body.outcome).toBe("duplicate");
    const named = { status: "arrived", event_id: "e-1" };
    expect((await partner.post(path, named, { at: time })).body.outcome).toBe("applied");
    expect((await partner.post(path, { ...named, note: "again" }, { at: time + 1000 })).body.outcome).toBe("duplicate");
    const answers = await Promise.all([1, 2, 3].map(() => partner.post(path, { status: "delivered" }, { at: time })));
    expect(answers.map(({ body }) => body.outcome).sort()).toEqual(["applied", "duplicate", "duplicate"]);
    expect((await read()).status).toBe("delivered");
  });

  test("200, 409: what comes late moves nothing back, what contradicts the end is refused and kept", async () => {
    const { path, read, id } = await handedOver(shared, partner);
    await partner.post(path, { status: "delivered", occurred_at: at(30) });
    expect((await partner.post(path, { status: "in_transit", occurred_at: at(10) })).body.outcome).toBe("superseded");
    const refused = await partner.post(path, { status: "failed", occurred_at: at(40), reason: "nobody home" });
    expect(refused).toMatchObject({ status: 409, body: { error: { code: "refused" } } });
    expect((await read()).status).toBe("delivered");
    const [{ count }] = (await shared.tenant.database.raw`select count(*)::int as count from partner_exchange
      where handover_id = ${undress("assignment", id)!}`) as unknown as [{ count: number }];
    expect(count).toBe(3);
  });

  test("200: given back it is ours again, and the partner's word counts no more", async () => {
    const { path, read } = await handedOver(shared, partner);
    await partner.post(path, { status: "declined", reason: "no van" });
    expect(await read()).toMatchObject({ status: "requested", partner_id: null });
    expect((await partner.post(path, { status: "delivered" })).status).toBe(409);
  });

  test("400, 403, 404, 422: no status, nobody's or another's assignment, a word nobody knows", async () => {
    const { path } = await handedOver(shared, partner);
    expect((await partner.post(path, {})).status).toBe(400);
    expect((await partner.post(path, { status: "vaporised" })).status).toBe(422);
    expect((await partner.post(path, { status: "enroute", occurred_at: "soon" })).status).toBe(422);
    expect((await partner.post(`/assignments/${NOWHERE}/status`, { status: "enroute" })).status).toBe(404);
    expect((await rival.post(path, { status: "enroute" })).status).toBe(404);
    const foreign = await shop();
    expect((await foreign.ask("POST", partner.base + path, { body: { status: "enroute" } })).status).toBe(404);
  });
});

describe("POST /partner-api/partners/{partnerId}/driver-sync", () => {
  test("200: added, changed, left as they are; what is wrong or somebody else's is said and holds nobody up", async () => {
    await shared.ask("POST", "/drivers", { body: { name: "Own", external_driver_id: "own-1" } });
    const body = {
      vehicles: [{ vehicle_id: "sw-van", type: "van", capacity: { weight: 800_000 } }],
      drivers: [
        { external_driver_id: "sw-1", name: "Ana Ruiz", phone: "+4520202020", vehicle_id: "sw-van", skills: ["cold"] },
        { external_driver_id: "own-1", name: "Mine now" },
        { name: "Nameless" },
        { external_driver_id: "sw-2", name: "Bo", vehicle_id: "no-such-van" },
      ],
    };
    const first = await partner.post("/driver-sync", body);
    expect(first.body).toMatchObject({ created: 2, failed: 3, duplicate: false });
    const outcome = (index: number) =>
      first.body.results.find(
        (each: { kind: string; index: number }) => each.kind === "driver" && each.index === index,
      );
    expect(outcome(1)).toMatchObject({ outcome: "failed", external_id: "own-1" });
    expect(outcome(2).message).toContain("external_driver_id");
    const driver = await shared.ask("GET", `/drivers/${outcome(0).id}`);
    expect(driver.body).toMatchObject({ name: "Ana Ruiz", partner_id: partner.id, vehicle_id: "sw-van" });
    const again = await partner.post("/driver-sync", body, { at: Date.now() + 2000 });
    expect(again.body).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    const changed = { drivers: [{ external_driver_id: "sw-1", name: "Ana Ruiz", active: false }] };
    const time = Date.now() + 4000;
    expect((await partner.post("/driver-sync", changed, { at: time })).body).toMatchObject({ updated: 1 });
    expect((await partner.post("/driver-sync", changed, { at: time })).body).toMatchObject({
      duplicate: true,
      updated: 1,
    });
    expect((await partner.post("/driver-sync", { drivers: "all" })).status).toBe(400);
  });
});

describe("POST /partner-api/partners/{partnerId}/manifest/upload", () => {
  test("200: each line is its delivery, or said to be none of the partner's; sent again it is one manifest", async () => {
    const own = await partnerOf(shared);
    const { delivery, made } = await handedOver(shared, own);
    const foreign = await handedOver(shared, rival);
    const lines = [
      { delivery_id: delivery },
      { tracking_number: made.body.tracking_number },
      { delivery_id: foreign.delivery },
      { reference: "nothing" },
      { reference: "nothing" },
    ];
    const { status, body } = await own.post("/manifest/upload", { manifest_id: "m-1", lines });
    expect(status).toBe(200);
    expect(body).toMatchObject({ accepted: true, lines: 5, matched: 2, delivery_ids: [delivery], duplicate: false });
    expect(body.errors.map(({ line, code }: { line: number; code: string }) => [line, code])).toEqual([
      [3, "unknown"],
      [4, "unknown"],
      [5, "unknown"],
    ]);
    const again = await own.post("/manifest/upload", { manifest_id: "m-1", lines: [], items: lines });
    expect(again.body).toMatchObject({ manifest_id: body.manifest_id, duplicate: true });
    expect((await own.post("/manifest/upload", { lines: [] })).status).toBe(422);
    expect((await own.post("/manifest/upload", { lines: "all" })).status).toBe(400);
  });
});

describe("POST /keys for a partner", () => {
  test("404, 422: of a partner that is not there, and of nobody without a scope", async () => {
    const body = { name: "x", partner_id: dress("partner", composeId(0, 1)) };
    expect((await shared.ask("POST", "/keys", { body })).status).toBe(404);
    expect((await shared.ask("POST", "/keys", { body: { name: "x" } })).status).toBe(422);
  });
});

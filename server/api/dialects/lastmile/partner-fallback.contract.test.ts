import { createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PartnerReply, type PartnerServer, partnerServer } from "@/server/testing/partner-server";
import { undress } from "./ids";
import { deliveryRequest, type Shop, shop } from "./testing/shop";

const TAKES: PartnerReply = { body: { accepted: true, reference: "theirs-7" } };

/** Two whom everything speaks for and who are of no use, and three of whom each is the next by another policy. */
const PARTNERS = [
  { name: "Slow", cents: 100, grams: 10, onTimePercent: 99, offered: "hang" as PartnerReply },
  { name: "Broken", cents: 200, grams: 20, onTimePercent: 98, offered: { status: 500 } },
  { name: "Cheap", cents: 300, grams: 50, onTimePercent: 70, offered: TAKES },
  { name: "Punctual", cents: 500, grams: 40, onTimePercent: 90, offered: TAKES },
  { name: "Clean", cents: 400, grams: 30, onTimePercent: 80, offered: TAKES },
] as const;
type Name = (typeof PARTNERS)[number]["name"];

interface Partner {
  readonly id: string;
  readonly server: PartnerServer;
  readonly token: string;
  readonly secret: string;
}

/** A shop without drivers, so that everything is for partners, whose servers all stand somewhere real. */
async function shopWithPartners() {
  const shared = await shop();
  const partners = new Map<string, Partner>();
  for (const { name, cents, grams, onTimePercent, offered } of PARTNERS) {
    const server = await partnerServer(({ path }) => {
      if (path === "/quotes") return { body: { price_cents: cents, currency: "DKK", co2_grams: grams } };
      return path === "/jobs" ? offered : {};
    }, afterAll);
    const { body } = await shared.ask("POST", "/partners", { body: { name, type: "3pl" } });
    const id: string = body.partner_id;
    const credentials = { base_url: server.url, api_key: `key of ${name}` };
    await shared.ask("POST", `/partners/${id}/credentials`, { body: credentials });
    // What a partner has promised is said at the desk only.
    await shared.tenant.database.raw`update partner set sla = ${shared.tenant.database.raw.json({ onTimePercent })}
      where id = ${undress("partner", id)!}`;
    const { body: made } = await shared.ask("POST", "/keys", { body: { name, partner_id: id } });
    partners.set(name, { id, server, token: made.key, secret: made.signing_secret });
  }
  return { ...shared, partners };
}

let shared: Shop & { readonly partners: ReadonlyMap<string, Partner> };
beforeAll(async () => {
  shared = await shopWithPartners();
});

/** Has a delivery assigned by itself while partners are chosen by this, and says who was asked for it, in order. */
async function assigned(by: "cost" | "sla" | "carbon") {
  const { ask, partners } = shared;
  await ask("PATCH", "/policies", { body: { partner_routing: { by, overflow: true, fallback: true } } });
  const { body: delivery } = await ask("POST", "/deliveries", {
    body: deliveryRequest({
      source_id: by,
      pickup: { address: { line1: "Amerika Plads 1", location: { lat: 55.706, lon: 12.588 } } },
    }),
  });
  const id: string = delivery.delivery_id;
  const { status, body } = await ask("POST", "/assignments/auto", { body: { delivery_ids: [id] } });
  expect(status).toBe(200);
  const said = await shared.tenant.database.raw<{ name: Name; kind: string; request: string; answer: string }[]>`
    select p.name, e.kind, e.request, e.answer from partner_exchange e
    join partner p on p.organization_id = e.organization_id and p.id = e.partner_id
    join partner_handover h on h.organization_id = e.organization_id and h.id = e.handover_id
    where h.delivery_id = ${undress("delivery", id)!} order by e.id`;
  const [handedOver] = body.handed_over;
  const has = [...partners].find(([, partner]) => partner.id === handedOver?.partner_id)?.[0];
  const read = async () => (await ask("GET", `/deliveries/${id}`)).body;
  return { said, has, assignment: handedOver?.assignment_id as string, read };
}

describe("who follows a partner that is slow, and one that fails", () => {
  test.each([
    ["cost", "Cheap"],
    ["sla", "Punctual"],
    ["carbon", "Clean"],
  ] as const)("by %s it is %s; whoever may have heard is told that it is not his", async (by, next) => {
    const { said, has, read } = await assigned(by);
    expect(has).toBe(next);
    expect(said.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      "Slow hand-over",
      "Slow cancel",
      "Broken hand-over",
      "Broken cancel",
      `${next} hand-over`,
    ]);
    expect(await read()).toMatchObject({ status: "assigned", partner_id: shared.partners.get(next)!.id });
    // What each of them was sent, and what he answered, is kept as it was.
    const { server } = shared.partners.get(next)!;
    const heard = server.asked.findLast(({ path }) => path === "/jobs")!;
    expect(said.at(-1)).toMatchObject({ request: `POST /jobs\n${heard.body}`, answer: JSON.stringify(TAKES.body) });
    expect(heard.headers["idempotency-key"]).toBe(JSON.parse(heard.body).assignment_id);
  });

  test("his words come twice and in the wrong order: the end stands, and each is kept as it came", async () => {
    const { has, assignment, read } = await assigned("cost");
    const { id, token, secret } = shared.partners.get(has!)!;
    const say = async (body: object) => {
      const text = JSON.stringify(body);
      const timestamp = String(Math.floor(Date.now() / 1000));
      const signature = createHmac("sha256", secret).update(`${timestamp}.${text}`).digest("hex");
      const headers = {
        "content-type": "application/json",
        "x-partner-timestamp": timestamp,
        "x-partner-signature": `sha256=${signature}`,
      };
      const path = `/partner-api/partners/${id}/assignments/${assignment}/status`;
      return (await shared.ask("POST", path, { token, body: text, headers })).body.outcome as string;
    };
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
    const delivered = { status: "delivered", event_id: "end", occurred_at: ago(1), theirs: "ø" };
    const words = [delivered, { status: "enroute", event_id: "way", occurred_at: ago(9) }, delivered];
    const outcomes: string[] = [];
    for (const word of words) outcomes.push(await say(word));
    expect(outcomes).toEqual(["applied", "superseded", "duplicate"]);
    expect((await read()).status).toBe("delivered");
    const kept = await shared.tenant.database.raw`select request from partner_exchange
      where handover_id = ${undress("assignment", assignment)!} and kind = 'status' order by id`;
    expect(kept.map(({ request }) => request)).toEqual(words.slice(0, 2).map((word) => JSON.stringify(word)));
  });
});

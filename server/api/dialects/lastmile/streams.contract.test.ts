import { beforeAll, describe, expect, test } from "vitest";
import { drivenShop } from "./testing/driven-shop";
import { shop } from "./testing/shop";

type Day = Awaited<ReturnType<typeof drivenShop>>;
let day: Day;

beforeAll(async () => {
  day = await drivenShop([[0, 1], [2]]);
});

/** A stream's events as they come. */
function reader(response: Response) {
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("text/event-stream");
  const chunks = response.body!.getReader();
  let text = "";
  const next = async (): Promise<{ id: number; event: string; data: Record<string, unknown> } | null> => {
    for (;;) {
      const end = text.indexOf("\n\n");
      const block = end >= 0 ? text.slice(0, end) : undefined;
      if (end >= 0) text = text.slice(end + 2);
      const [, id] = /^id: (\d+)$/m.exec(block ?? "") ?? [];
      if (id) {
        const event = /^event: (.*)$/m.exec(block!)![1]!;
        return { id: Number(id), event, data: JSON.parse(/^data: (.*)$/m.exec(block!)![1]!) };
      }
      if (block !== undefined) continue;
      const chunk = await chunks.read();
      if (chunk.done) return null;
      text += new TextDecoder().decode(chunk.value);
    }
  };
  return { next, leave: () => chunks.cancel() };
}

describe("GET /driver-api/assignments/stream", () => {
  const open = async (driver: number, headers: Record<string, string> = {}) =>
    reader(await day.open("/driver-api/assignments/stream", { token: await day.tokenOf(driver), headers }));

  test("200: what he has at once, then what changes of it, and nothing of anybody else's", async () => {
    const stream = await open(0);
    const first = await stream.next();
    expect(first).toMatchObject({
      event: "snapshot",
      data: { assignments: [{ assignment_id: day.assignment(0), status: "offered" }] },
    });
    await day.asDriver(1, "POST", `/assignments/${day.assignment(1)}/accept`);
    await day.asDriver(0, "POST", `/assignments/${day.assignment(0)}/accept`);
    day.ringStreams();
    const push = await stream.next();
    expect(push).toMatchObject({
      event: "assignment",
      data: { type: "assignment.accepted", assignment_id: day.assignment(0), assignment: { status: "accepted" } },
    });
    await stream.leave();
    const again = await open(0, { "last-event-id": String(first!.id) });
    expect((await again.next())?.event).toBe("snapshot");
    expect(await again.next()).toMatchObject({ id: push!.id, event: "assignment" });
    await again.leave();
  });

  test("401, 403, 429: no token, a key, and more streams than a driver needs", async () => {
    const path = "/driver-api/assignments/stream";
    expect((await day.ask("GET", path, { token: null })).status).toBe(401);
    expect((await day.ask("GET", path)).status).toBe(403);
    const token = await day.tokenOf(1);
    // The head of a stream is nobody's to hang up: it holds no place.
    for (const _ of [1, 2, 3]) expect((await day.ask("HEAD", path, { token })).status).toBe(200);
    const [one, two] = [await open(1), await open(1)];
    expect((await day.ask("GET", path, { token })).status).toBe(429);
    await one.leave();
    const three = await open(1);
    expect((await three.next())?.event).toBe("snapshot");
    await two.leave();
    await three.leave();
  });
});

describe("GET /streams/deliveries/{deliveryId}", () => {
  test("200: for a program all of it, for its customer where it stands", async () => {
    const path = `/streams/deliveries/${day.delivery(0)}`;
    const { body: delivery } = await day.ask("GET", `/deliveries/${day.delivery(0)}`);
    const code = delivery.tracking_number as string;
    const program = reader(await day.open(path));
    const customer = reader(await day.open(`${path}?token=${code}`, { token: null }));
    for (const each of [program, customer]) {
      expect(await each.next()).toMatchObject({
        event: "snapshot",
        data: { delivery_id: day.delivery(0), status: "assigned" },
      });
    }
    await day.asDriver(0, "POST", `/stops/${day.stop(1)}/arrive`);
    await day.asDriver(0, "POST", `/stops/${day.stop(0)}/arrive`);
    day.ringStreams();
    const heard = [await program.next(), await customer.next()];
    expect(heard.map((each) => each?.event)).toEqual(["stop.arrived", "stop.arrived"]);
    expect(heard[0]?.data).toMatchObject({ delivery_id: day.delivery(0), actor: { kind: "driver" } });
    expect(heard[1]?.data).not.toHaveProperty("actor");
    const again = reader(await day.open(path, { headers: { "last-event-id": String(heard[0]!.id) } }));
    expect(await again.next()).toMatchObject({ event: "snapshot", id: heard[0]!.id, data: { status: "enroute" } });
    expect((await again.next())?.id).toBeGreaterThan(heard[0]!.id);
    for (const each of [program, customer, again]) await each.leave();
  });

  test("401, 403, 404: nothing shown, a token that is none, a driver's, another's delivery", async () => {
    const path = `/streams/deliveries/${day.delivery(0)}`;
    expect((await day.ask("GET", path, { token: null })).status).toBe(401);
    expect((await day.ask("GET", `${path}?token=0123456789ABCDEF`, { token: null })).status).toBe(401);
    expect((await day.ask("GET", path, { token: "nonsense" })).status).toBe(401);
    expect((await day.ask("GET", path, { token: await day.tokenOf(0) })).status).toBe(403);
    const { body: other } = await day.ask("GET", `/deliveries/${day.delivery(1)}`);
    const wrong = await day.ask("GET", `${path}?token=${other.tracking_number}`, { token: null });
    expect(wrong.status).toBe(404);
    expect((await (await shop()).ask("GET", path)).status).toBe(404);
  });
});

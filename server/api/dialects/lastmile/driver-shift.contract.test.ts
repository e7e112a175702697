import { expect, test } from "vitest";
import { drivenShop } from "./testing/driven-shop";

test("a check-in or check-out that is sent again late neither ends the shift after it nor begins it anew", async () => {
  const day = await drivenShop([[0]]);
  const at = (minutes: number) => new Date(day.clock.now().getTime() + minutes * 60_000).toISOString();
  const say = async (to: "in" | "out", timestamp: string) =>
    (await day.asDriver(0, "POST", `/check-${to}`, { body: { timestamp } })).body;
  const [came, went, cameBack, wentHome] = [at(-9), at(-7), at(-5), at(-3)];
  await say("in", came);
  await say("out", went);
  const second = await say("in", cameBack);
  expect(second.status).toBe("on_shift");
  expect(await say("out", went)).toEqual(second);
  const over = await say("out", wentHome);
  expect(over.status).toBe("offline");
  expect(await say("in", cameBack)).toEqual(over);
});

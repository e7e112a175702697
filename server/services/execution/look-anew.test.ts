import { expect, test } from "vitest";
import { lookAnew } from "./look-anew";

test("whoever asks asks in one order: routes, then plans, each once", async () => {
  const asked: string[] = [];
  const enqueue = async (name: string, payload: object) => void asked.push([name, ...Object.values(payload)].join(" "));
  await lookAnew({ enqueue }, { planIds: ["q", "p", "q"], routeIds: ["c", "a", "b", "a"] });
  expect(asked).toEqual([
    "refresh-arrivals a",
    "refresh-arrivals b",
    "refresh-arrivals c",
    "watch-plan p",
    "watch-plan q",
  ]);
});

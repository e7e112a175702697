import { describe, expect, test } from "vitest";
import { gatherLookups } from "./gather-lookups";

/** Lookups whose questions are answered by hand. */
function byHand() {
  const questions: { keys: readonly string[]; answer(values: Record<string, number>): void; fail(): void }[] = [];
  const lookup = gatherLookups<number>(
    (keys) =>
      new Promise((resolve, reject) =>
        questions.push({
          keys,
          answer: (values) => resolve(new Map(Object.entries(values))),
          fail: () => reject(new Error("away")),
        }),
      ),
  );
  const asked = async (count: number) => {
    while (questions.length < count) await new Promise(setImmediate);
    return questions[count - 1]!;
  };
  return { lookup, asked };
}

describe("lookups that come together", () => {
  test("are one question, each key once; who comes later is part of the next", async () => {
    const { lookup, asked } = byHand();
    const first = Promise.all([lookup("a"), lookup("b"), lookup("a"), lookup("nobody")]);
    const question = await asked(1);
    expect(question.keys).toEqual(["a", "b", "nobody"]);
    const late = lookup("a");
    question.answer({ a: 1, b: 2 });
    expect(await first).toEqual([1, 2, 1, undefined]);
    (await asked(2)).answer({ a: 3 });
    expect(await late).toBe(3);
  });

  test("fail together, and the next are asked anew", async () => {
    const { lookup, asked } = byHand();
    const failing = Promise.allSettled([lookup("a"), lookup("b")]);
    (await asked(1)).fail();
    expect((await failing).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    const again = lookup("a");
    (await asked(2)).answer({ a: 1 });
    expect(await again).toBe(1);
  });

  test("are asked in questions of bounded length", async () => {
    const { lookup, asked } = byHand();
    const all = Promise.all(Array.from({ length: 700 }, (_, index) => lookup(`key ${index}`)));
    for (const [turn, length] of [500, 200].entries()) {
      const { keys, answer } = await asked(turn + 1);
      expect(keys).toHaveLength(length);
      answer(Object.fromEntries(keys.map((key) => [key, 1])));
    }
    expect(await all).toEqual(Array(700).fill(1));
  });
});

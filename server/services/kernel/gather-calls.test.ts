import { expect, test } from "vitest";
import { gatherCalls } from "./gather-calls";

const AWAY = new Error("away");

/** Doubles numbers; one that is below 0 is a fault of its own, and 99 finds the way shut for all. */
function doubling() {
  const questions: (readonly number[])[] = [];
  const double = gatherCalls<number, number>(
    async (inputs) => {
      questions.push(inputs);
      if (inputs.includes(99)) throw AWAY;
      const broken = inputs.find((input) => input < 0);
      if (broken !== undefined) throw new Error(`no ${broken}`);
      return inputs.map((input) => 2 * input);
    },
    8,
    (error) => error !== AWAY,
  );
  const all = async (inputs: readonly number[]) =>
    (await Promise.allSettled(inputs.map(double))).map((end) =>
      end.status === "fulfilled" ? end.value : (end.reason as Error).message,
    );
  return { questions, all };
}

test("one that fails by itself fails alone, and is found in few questions", async () => {
  const { questions, all } = doubling();
  expect(await all([1, 2, 3, -4, 5, 6, 7, 8])).toEqual([2, 4, 6, "no -4", 10, 12, 14, 16]);
  expect(questions).toHaveLength(7);
  expect(await all([-1, 2, -3])).toEqual(["no -1", 4, "no -3"]);
});

test("what shuts the way for all fails once for all", async () => {
  const { questions, all } = doubling();
  expect(await all([1, 99, -3])).toEqual(["away", "away", "away"]);
  expect(questions).toHaveLength(1);
  expect(await all([4])).toEqual([8]);
});

test("with two lanes the next question does not wait for the answer to the one before, a third does", async () => {
  const questions: { readonly inputs: readonly number[]; answer(): void }[] = [];
  const same = gatherCalls<number, number>(
    (inputs) => new Promise((resolve) => questions.push({ inputs, answer: () => resolve(inputs) })),
    8,
    undefined,
    2,
  );
  const turn = () => new Promise(setImmediate);
  const answers: Promise<number>[] = [];
  for (const input of [1, 2, 3]) {
    answers.push(same(input));
    await turn();
    await turn();
  }
  expect(questions.map(({ inputs }) => inputs)).toEqual([[1], [2]]);
  questions[1]!.answer();
  expect(await answers[1]).toBe(2);
  await turn();
  expect(questions.map(({ inputs }) => inputs)).toEqual([[1], [2], [3]]);
  for (const { answer } of questions) answer();
  expect(await Promise.all(answers)).toEqual([1, 2, 3]);
});

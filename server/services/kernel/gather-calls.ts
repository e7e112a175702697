import "server-only";

interface Asked<I, O> {
  readonly input: I;
  answered(output: O): void;
  failed(error: unknown): void;
}

/**
 * Turns many calls into few of many: whoever asks while an answer is under way is asked for with the next question, at
 * most `most` at once, so a single call never waits and no answer is older than its question. `ask` answers in the order
 * it was asked. Where it fails by what one of them is (`isOnes`), both halves are asked for again, so that the one fails
 * alone; by default it fails for all that were asked together. `lanes`: so many questions may be under way together.
 */
export function gatherCalls<I, O>(
  ask: (inputs: readonly I[]) => Promise<readonly O[]>,
  most: number,
  isOnes: (error: unknown) => boolean = () => false,
  lanes = 1,
): (input: I) => Promise<O> {
  const waiting: Asked<I, O>[] = [];
  let asking = 0;
  const answer = async (asked: readonly Asked<I, O>[]): Promise<void> => {
    try {
      const outputs = await ask(asked.map(({ input }) => input));
      for (const [index, { answered }] of asked.entries()) answered(outputs[index]!);
    } catch (error) {
      if (asked.length === 1 || !isOnes(error)) {
        for (const { failed } of asked) failed(error);
        return;
      }
      const middle = Math.floor(asked.length / 2);
      await answer(asked.slice(0, middle));
      await answer(asked.slice(middle));
    }
  };
  const answerAll = async () => {
    // What arrives in the same turn of the event loop belongs together.
    await new Promise(setImmediate);
    while (waiting.length > 0) await answer(waiting.splice(0, most));
    asking--;
  };
  return (input) =>
    new Promise((answered, failed) => {
      waiting.push({ input, answered, failed });
      if (asking === lanes) return;
      asking++;
      void answerAll();
    });
}

import { expect, test } from "vitest";
import { eventStream, type StreamedMessage } from "./event-stream";

/** Messages without end, none of which has to be waited for. */
async function* endless(): AsyncGenerator<StreamedMessage> {
  for (let id = 1; ; id++) yield { id, event: "thing", data: { id } };
}

test("a token that has ended ends a stream that is never silent", async () => {
  let asked = 0;
  let releases = 0;
  const stream = eventStream(endless, {
    stillAllowed: async () => ++asked <= 3,
    released: () => void releases++,
    onError: (error) => expect.fail(String(error)),
    // Due with each message: how much time passes between two is nobody's promise.
    heartbeatMilliseconds: 0,
  });
  const chunks = stream.getReader();
  const said: string[] = [];
  for (let next = await chunks.read(); !next.done && said.length < 20; next = await chunks.read()) {
    said.push(new TextDecoder().decode(next.value));
  }
  const messages = said.filter((each) => each.startsWith("id: "));
  expect(messages).toEqual([1, 2, 3].map((id) => `id: ${id}\nevent: thing\ndata: {"id":${id}}\n\n`));
  expect(releases).toBe(1);
});

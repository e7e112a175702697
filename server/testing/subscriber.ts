import { createServer, type IncomingHttpHeaders, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

export interface ReceivedCall {
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: what a message holds is for the test to say
  readonly body: any;
}

export interface Subscriber {
  readonly url: string;
  /** Everything that came, in the order in which it came. */
  readonly calls: ReceivedCall[];
  close(): Promise<void>;
}

/** A real HTTP server that hears webhooks; `answer` says what it does with each, absent: takes it. */
export async function startSubscriber(
  answer: (call: ReceivedCall, ...http: Parameters<RequestListener>) => void = (_call, _request, response) =>
    response.end(),
): Promise<Subscriber> {
  const calls: ReceivedCall[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString("utf8");
    const call = { headers: request.headers, text, body: text === "" ? undefined : JSON.parse(text) };
    calls.push(call);
    answer(call, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    calls,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

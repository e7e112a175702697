/** One message of a server-sent event stream. */
export interface SseMessage {
  readonly id: string;
  readonly data: unknown;
}

/** The messages of a tRPC subscription, as they come, until the connection ends or is given up. */
export async function* readSse(url: string, cookie: string, signal: AbortSignal): AsyncGenerator<SseMessage> {
  const headers = { cookie, accept: "text/event-stream" };
  const response = await fetch(url, { headers, signal });
  if (!response.ok || !response.body) throw new Error(`the stream was refused: ${response.status}`);
  let text = "";
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
      const fields = new Map(
        text
          .slice(0, end)
          .split("\n")
          .map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trimStart()]),
      );
      text = text.slice(end + 2);
      const data = fields.get("data");
      if (fields.has("event") && fields.get("event") === "serialized-error")
        throw new Error(`the stream failed: ${data}`);
      if (data && fields.has("id")) yield { id: fields.get("id")!, data: (JSON.parse(data) as { json: unknown }).json };
    }
  }
}

/** The address of a subscription with its input. */
export function subscriptionUrl(base: string, path: string, input: object): string {
  return `${base}/api/trpc/${path}?input=${encodeURIComponent(JSON.stringify({ json: input }))}`;
}

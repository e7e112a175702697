import { Agent, request } from "node:http";

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

export interface Answer {
  readonly status: number;
  readonly body: Buffer;
  readonly tookMs: number;
}

/** A GET as one of many callers, over connections that stay open; `caller` makes its address. */
export function get(url: string, caller: number, headers: Record<string, string> = {}): Promise<Answer> {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const from = `10.${(caller >> 16) & 255}.${(caller >> 8) & 255}.${caller & 255}`;
    const call = request(url, { agent, headers: { "x-forwarded-for": from, ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          body: Buffer.concat(chunks),
          tookMs: performance.now() - begun,
        }),
      );
    });
    call.on("error", reject);
    call.end();
  });
}

/** Holds a page's stream open; calls back for every sign of life; returns the way to leave. */
export function hold(url: string, caller: number, onSign: () => void): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const from = `10.${(caller >> 16) & 255}.${(caller >> 8) & 255}.${caller & 255}`;
    const headers = { "x-forwarded-for": from, accept: "text/event-stream" };
    const call = request(url, { agent: new Agent(), headers }, (response) => {
      response.on("data", onSign).on("error", () => {});
      if (response.statusCode === 200) resolve(() => call.destroy());
      else reject(new Error(`the stream was refused: ${response.statusCode}`));
    });
    call.on("error", reject);
    call.end();
  });
}

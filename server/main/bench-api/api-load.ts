import { Agent, request } from "node:http";
import { quantile } from "../bench-board/quantile";

export const CONNECTIONS = 32;
const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly tookMs: number;
}

/** A request over connections that stay open: cheaper than `fetch`, for the load is on the same machine as what it loads. */
export function send(
  method: "GET" | "POST",
  url: string,
  headers: Readonly<Record<string, string>>,
  body?: string,
): Promise<Answer> {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const about = { "content-type": "application/json", "content-length": Buffer.byteLength(body ?? "") };
    const call = request(url, { method, agent, headers: body === undefined ? headers : { ...about, ...headers } });
    call.on("response", (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk) => (text += chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, body: text, tookMs: performance.now() - begun }),
      );
    });
    call.on("error", reject);
    call.end(body);
  });
}

export interface Load {
  /** Of requests that were answered as they should be. */
  readonly times: readonly number[];
  readonly failed: number;
  readonly seconds: number;
}

/** Keeps every connection busy while there is more; `work` throws for an answer that is not as it should be. */
export async function load(isMore: () => boolean, work: (index: number) => Promise<Answer>): Promise<Load> {
  const times: number[] = [];
  let [next, failed] = [0, 0];
  const begun = performance.now();
  const connection = async () => {
    while (isMore()) {
      const answer = await work(next++).catch(() => undefined);
      if (answer) times.push(answer.tookMs);
      else failed++;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, connection));
  return { times, failed, seconds: (performance.now() - begun) / 1000 };
}

/** The answer, if it has this status; throws otherwise. */
export function expected(status: number, answer: Answer): Answer {
  if (answer.status === status) return answer;
  throw new Error(`${answer.status} instead of ${status}: ${answer.body.slice(0, 300)}`);
}

export const until = (seconds: number) => {
  const end = performance.now() + seconds * 1000;
  return () => performance.now() < end;
};

export const hundredths = (value: number) => Math.round(value * 100) / 100;

export const latencies = (name: string, times: readonly number[]) => ({
  [`${name}P50Ms`]: hundredths(quantile(times, 0.5)),
  [`${name}P99Ms`]: hundredths(quantile(times, 0.99)),
});

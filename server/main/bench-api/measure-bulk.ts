import { request } from "node:http";
import { Readable } from "node:stream";
import type { ApiBench, Figures } from "./api-bench";
import { expected, hundredths, send } from "./api-load";
import { benchLines } from "./bench-delivery";
import { plainInserts } from "./plain-inserts";

const LINES = 50_000;
const ASK_EACH_MILLISECONDS = 200;
const MOST_SECONDS = 300;

/** Sends lines as one stream; the job's id. */
export function sendLines(
  url: string,
  headers: Readonly<Record<string, string>>,
  lines: AsyncIterable<Buffer>,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = { ...headers, "content-type": "application/x-ndjson" };
    const call = request(`${url}/deliveries/bulk`, { method: "POST", headers: sent }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk) => (text += chunk));
      response.on("end", () => {
        if (response.statusCode === 202) resolve(JSON.parse(text).job_id);
        else reject(new Error(`${response.statusCode}: ${text.slice(0, 300)}`));
      });
    });
    call.on("error", reject);
    Readable.from(lines).pipe(call);
  });
}

/** From a stream's first byte to the job's end, and the same rows by plain inserts right after it. */
export async function measureBulk(bench: ApiBench): Promise<Figures> {
  const { url, headers } = bench;
  const lines = bench.lines ?? LINES;
  const before = await bench.cpuMilliseconds();
  const begun = performance.now();
  const jobId = await sendLines(url, headers, benchLines(lines));
  const receivedSeconds = (performance.now() - begun) / 1000;
  for (;;) {
    const job = JSON.parse(expected(200, await send("GET", `${url}/jobs/${jobId}`, headers)).body);
    if (job.status === "succeeded") break;
    if (!["queued", "running"].includes(job.status)) throw new Error(`the job ended as ${job.status}`);
    if (performance.now() - begun > MOST_SECONDS * 1000) throw new Error(`${job.processed} lines in ${MOST_SECONDS} s`);
    await new Promise((resolve) => setTimeout(resolve, ASK_EACH_MILLISECONDS));
  }
  const seconds = (performance.now() - begun) / 1000;
  const cpu = (await bench.cpuMilliseconds()) - before;
  const plain = await plainInserts(bench, lines);
  return {
    bulkLines: lines,
    bulkPerSecond: Math.round(lines / seconds),
    bulkReceivedPerSecond: Math.round(lines / receivedSeconds),
    bulkCpuMsPerLine: hundredths(cpu / lines),
    plainPerSecond: Math.round(lines / plain.seconds),
    plainRows: plain.rows,
    bulkOverPlain: hundredths(plain.seconds / seconds),
  };
}

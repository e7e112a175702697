import type { Figures, LiveBench } from "./live-bench";
import { bearer, postJson } from "./live-client";

const OPS = 200;

/** A phone that was offline for a hundred stops of a long route sends what it has queued, in one request. */
export async function measureSync({ url, tokens, visitIds }: LiveBench): Promise<Figures> {
  const startMs = Date.now() - 4 * 3600_000;
  const acts = visitIds.slice(0, OPS / 2).flatMap((visitId) => [
    { type: "arrive", visitId },
    { type: "complete", visitIds: [visitId], outcome: "delivered" },
  ]);
  const ops = acts.map((act, index) => ({
    ...act,
    opId: crypto.randomUUID(),
    deviceSeq: index + 1,
    occurredAt: new Date(startMs + index * 60_000),
  }));
  const startedAt = performance.now();
  const answer = await postJson(`${url}/api/run/ops`, { deviceNow: new Date(), ops }, bearer(tokens[0]!));
  const syncMs = Math.round(performance.now() - startedAt);
  const { answers } = JSON.parse(answer.body) as { answers: { verdict: string }[] };
  return { sync200OpsMs: syncMs, sync200OpsApplied: answers.filter(({ verdict }) => verdict === "applied").length };
}

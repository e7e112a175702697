import { HttpFailure } from "@/server/adapters/http/fetch-json";
import type { GuardedFailureKind } from "@/server/adapters/http/guarded-request";
import { RoadRefusal } from "@/server/adapters/travel/road-engine";
import type { SourceFault } from "@/server/domain/own-source/own-source";

const BY_KIND: Readonly<Record<GuardedFailureKind, SourceFault>> = {
  "forbidden-address": "address-closed",
  unreachable: "unreachable",
  "broke-off": "unreachable",
  timeout: "slow",
  "too-large": "too-large",
};

/** Browsers cannot be told this server's name. */
export class UnnamableServer extends Error {
  constructor(readonly host: string) {
    super("a server that no policy names");
  }
}

/** What is wrong with a source, by what asking it threw. */
export function sourceFaultOf(error: unknown): SourceFault {
  if (error instanceof RoadRefusal) return "not-found";
  if (error instanceof UnnamableServer) return "unnamable";
  const failure = error instanceof Error && error.cause instanceof HttpFailure ? error.cause : error;
  if (!(failure instanceof HttpFailure)) return "nonsense";
  if (failure.kind) return BY_KIND[failure.kind];
  const status = failure.answer?.status;
  if (status === 401 || status === 403) return "key";
  return status !== undefined && failure.retryable ? "failing" : "nonsense";
}

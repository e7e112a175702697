import type { ApiAnswer, ApiClient } from "./api-client";

/** What every dialect is asked alike, whatever its vendor calls it. */
export type ConformanceDemand =
  | "refuses strangers"
  | "hides other tenants"
  | "round trip"
  | "idempotent retry"
  | "bulk with faults"
  | "rate limit";

/** How an answer ended, in no vendor's words. */
export type Outcome = "done" | "unauthenticated" | "not-found" | "rate-limited" | "refused" | "failed";

/** One thing to deliver, as the suite names it; the rest is the driver's to make up. */
export interface ConformanceItem {
  readonly name: string;
  /** Something about it is wrong, in a way that is the sender's fault. */
  readonly isFaulty?: boolean;
}

/** One tenant's side of a conversation. */
export interface ConformanceTalk {
  /** Asks with this tenant's key. */
  ask(request: Request): Promise<ApiAnswer>;
  /** Does what was given out to be done later. */
  runJobs(): Promise<void>;
}

/**
 * A dialect's own requests for the suite all dialects pass (`dialects/conformance.contract.test.ts`). Each dialect has one in
 * `testing/conformance-driver.ts`, exported as `conformanceDriver`.
 */
export interface ConformanceDriver {
  /** What the vendor's contract has no notion of, and why that is so. */
  readonly skips: Readonly<Partial<Record<ConformanceDemand, string>>>;
  /** A request that shows a key's secret as this vendor wants it shown; null: none. May ask for a token first. */
  show(request: Request, secret: string | null, client: ApiClient): Promise<Request>;
  outcomeOf(answer: ApiAnswer): Outcome;
  /** Sends one thing in; under the same `retryName` it is the same request, sent again. */
  create(item: ConformanceItem, retryName?: string): Request;
  /** The id the vendor knows it by from now on. */
  createdId(answer: ApiAnswer): string;
  read(id: string): Request;
  /** Every other thing one may ask about one thing, for ids that are somebody else's. */
  about(id: string): readonly Request[];
  /** The thing in what was read; `sent` of the same item has to be part of it. */
  seen(answer: ApiAnswer): unknown;
  sent(item: ConformanceItem): object;
  /** Sends several things in at once, by as many requests as the vendor makes of it: what became of each, in their order. */
  createAll(items: readonly ConformanceItem[], talk: ConformanceTalk): Promise<readonly Outcome[]>;
  /** In how many seconds to ask again after too many requests; null where the vendor does not say it. */
  retryAfterSeconds(answer: ApiAnswer): number | null;
  /** An id of the vendor's own form that nobody has. */
  readonly nobody: string;
}

import "server-only";
import { type Claim, claimRequest } from "@/server/services/api-request/claim-request";
import { giveUpRequest } from "@/server/services/api-request/give-up-request";
import type { RequestName } from "@/server/services/api-request/request-name";
import { settleRequest } from "@/server/services/api-request/settle-request";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { ApiRefusal } from "./api-refusal";
import type { ReadRequest } from "./read-request";

const NAME = /^[\x20-\x7e]{1,255}$/;
/** Said again with a kept answer; everything else of a response belongs to the moment. */
const KEPT_HEADERS = ["content-type", "etag", "location"];

/** The name a sender gave its request (`Idempotency-Key`); undefined for none. */
export function requestNameOf(headers: Headers): string | undefined {
  const name = headers.get("idempotency-key") ?? undefined;
  if (name === undefined || NAME.test(name)) return name;
  throw new ApiRefusal("malformed", "An Idempotency-Key has 1 to 255 printable characters.");
}

interface Answering {
  readonly answer: () => Promise<Response>;
  /** Finishes what was begun under a correlation id, by a process that is gone; absent: nobody can. */
  readonly resume?: (correlationId: string) => Promise<Response>;
  readonly isShownOnce?: boolean;
  /** The first answer, refusals too, for the same request; or the first success, whatever is asked under its name. */
  readonly keeps: "first" | "first-success";
}

/**
 * Does a named request once: asked again, it gets the answer it got then, for a day. Another request under the same name
 * is refused where the first answer counts, and so is one that comes while the first is under way. What failed on our side may be asked again, unless
 * something of it was committed: that is never done twice, and finished only by an endpoint that knows how (`isResumable`).
 */
export async function answerOnce(
  services: ServiceContext,
  request: RequestName,
  read: ReadRequest,
  { answer, resume, isShownOnce = false, keeps }: Answering,
): Promise<Response> {
  const claim = await claimRequest(services, request, { mayResume: resume !== undefined });
  if (claim.kind === "under-way") {
    throw new ApiRefusal("under-way", "A request with this Idempotency-Key is under way.", {}, { "retry-after": "1" });
  }
  if (claim.kind === "lost") {
    const message = "This has been done, but its answer was lost with the process that did it: look for what it made.";
    throw new ApiRefusal("answer-lost", message, { correlation_id: claim.correlationId });
  }
  if (claim.kind === "answered") return again(claim, read, { isShownOnce, keeps });
  try {
    const response = await (claim.kind === "resumed" ? resume!(claim.correlationId) : answer());
    const isKept = keeps === "first" ? response.status < 500 : response.ok;
    if (!isKept) await giveUpRequest(services, request, claim.claimedAt);
    else await settleRequest(services, request, await kept(response, await wholeHash(read), isShownOnce));
    return response;
  } catch (error) {
    await giveUpRequest(services, request, claim.claimedAt);
    throw error;
  }
}

async function again(
  { answer }: Extract<Claim, { kind: "answered" }>,
  read: ReadRequest,
  { isShownOnce = false, keeps }: Pick<Answering, "isShownOnce" | "keeps">,
): Promise<Response> {
  if (keeps === "first" && (await wholeHash(read)) !== answer.requestHash) {
    throw new ApiRefusal("name-reused", "This Idempotency-Key was used for another request.");
  }
  if (isShownOnce && answer.status < 300) {
    throw new ApiRefusal("name-reused", "This has been done, and what it answered is shown only once.");
  }
  const headers = { ...answer.headers, "idempotency-replayed": "true" };
  return new Response(answer.body, { status: answer.status, headers });
}

/** Of an answer with a secret in it only its status is kept. */
async function kept(response: Response, requestHash: string, isShownOnce: boolean) {
  const headers = KEPT_HEADERS.flatMap((name) => {
    const value = response.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  const text = isShownOnce && response.ok ? "" : await response.clone().text();
  return {
    requestHash,
    status: response.status,
    headers: Object.fromEntries(headers),
    body: text === "" ? null : text,
  };
}

/** What was not read of a streamed body is read now: without its end nobody knows which request it was. */
async function wholeHash(read: ReadRequest): Promise<string> {
  if (!read.stream.locked) for await (const _ of read.stream);
  return read.hash();
}

import { type LookupAddress, type LookupAllOptions, lookup } from "node:dns";
import { type ClientRequest, type IncomingMessage, Agent as PlainAgent, request as plainRequest } from "node:http";
import { Agent as TlsAgent, request as tlsRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPublicAddress } from "./public-address";

/**
 * Why there is no answer. `forbidden-address`: it was not even tried; `unreachable`: it surely was not heard; `timeout`,
 * `broke-off`, `too-large`: the other side may have done what it was asked.
 */
export type GuardedFailureKind = "forbidden-address" | "unreachable" | "timeout" | "broke-off" | "too-large";

/** No answer. Its text names nothing but the origin. */
export class GuardedFailure extends Error {
  override readonly name = "GuardedFailure";

  /** What had been answered by then: a status, and the beginning of a body that did not end. */
  readonly begun: Pick<GuardedAnswer, "status" | "headers" | "text"> | null;
  /** A connection that was kept for another request turned out to be closed. */
  readonly isOfKeptConnection: boolean;

  constructor(
    readonly kind: GuardedFailureKind,
    message: string,
    about: {
      readonly cause?: unknown;
      readonly begun?: GuardedFailure["begun"];
      readonly isOfKeptConnection?: boolean;
    } = {},
  ) {
    super(message, { cause: about.cause });
    this.begun = about.begun ?? null;
    this.isOfKeptConnection = about.isOfKeptConnection ?? false;
  }

  /** The other side may have heard the request. */
  get mayHaveArrived(): boolean {
    return this.kind === "timeout" || this.kind === "broke-off" || this.kind === "too-large";
  }
}

export interface GuardedRequest {
  readonly url: string;
  readonly method: "GET" | "POST" | "DELETE";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Ends the conversation as `broke-off`. */
  readonly signal?: AbortSignal;
}

export interface GuardedAnswer {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly text: string;
  /** What `text` is of. */
  readonly bytes: Buffer;
  readonly milliseconds: number;
}

export interface GuardOptions {
  /** Also our own networks, for installations whose partners are there, and for tests. */
  readonly allowPrivate: boolean;
  /** For the whole conversation, from the name's resolution to the last byte. */
  readonly timeoutMs: number;
  readonly maxAnswerBytes: number;
  /** Who says which addresses a name has; absent: the machine's resolver. */
  readonly resolve?: Resolve;
  /** Keeps connections for who is asked often; each was made to an address that was looked at. */
  readonly keepsConnections?: boolean;
  /** At a time to one server, where connections are kept; absent: as many as there are requests. */
  readonly mostConnections?: number;
}

export type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

export type GuardedFetch = (request: GuardedRequest) => Promise<GuardedAnswer>;

/** The conversation did not come about: nothing was said. */
const UNHEARD = /^(?:ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|\w*CERT\w*|ERR_TLS_\w+|EPROTO)$/;

/**
 * Asks an address that somebody else has named: HTTPS at a usual port, no credentials in it, never one of our own networks
 * (whatever its name resolves to at that moment; plain HTTP and other ports only where these are open), no redirects,
 * within a time and a size. A redirect is an answer like
 * any other. Fails with `GuardedFailure`.
 */
export function createGuardedFetch(options: GuardOptions): GuardedFetch {
  const kept = { ...KEPT, ...(options.mostConnections !== undefined && { maxSockets: options.mostConnections }) };
  const agents = options.keepsConnections ? { "https:": new TlsAgent(kept), "http:": new PlainAgent(kept) } : null;
  const ask = (request: GuardedRequest) => askOnce(request, options, agents);
  // A kept connection may be closed by the other side in the very moment in which it is used.
  return (request) =>
    ask(request).catch((failure: GuardedFailure) =>
      failure.isOfKeptConnection ? ask(request) : Promise.reject(failure),
    );
}

const KEPT = { keepAlive: true, maxFreeSockets: 64, timeout: 60_000 };
type Agents = { readonly "https:": TlsAgent; readonly "http:": PlainAgent } | null;

function askOnce(
  { url, method, headers, body, signal }: GuardedRequest,
  { allowPrivate, timeoutMs, maxAnswerBytes, resolve: resolveHost = lookup }: GuardOptions,
  agents: Agents,
): Promise<GuardedAnswer> {
  return new Promise((resolve, reject) => {
    const begunMs = performance.now();
    const address = guardedUrl(url, allowPrivate);
    if (!address.ok) return reject(new GuardedFailure("forbidden-address", address.message));
    const { origin, protocol } = address.url;
    const chunks: Buffer[] = [];
    let size = 0;
    let head: Pick<GuardedAnswer, "status" | "headers"> | null = null;
    const heard = () => Buffer.concat(chunks).toString("utf8");
    const fail = (kind: GuardedFailureKind, what: string, cause?: unknown) => {
      const begun = head && { ...head, text: heard() };
      reject(new GuardedFailure(kind, `${origin} ${what}`, { cause, begun, isOfKeptConnection: isStale(kind) }));
      clearTimeout(timer);
      asked.destroy();
    };
    const isStale = (kind: GuardedFailureKind) => kind === "broke-off" && asked.reusedSocket && head === null;
    const asked: ClientRequest = (protocol === "https:" ? tlsRequest : plainRequest)(address.url, {
      method,
      signal,
      agent: agents?.[protocol as keyof typeof agents] ?? false,
      lookup: guardedLookup(allowPrivate, resolveHost),
      headers: {
        "user-agent": "Dray",
        accept: "application/json",
        ...(body !== undefined && { "content-length": String(Buffer.byteLength(body)) }),
        ...headers,
      },
    });
    const timer = setTimeout(() => fail("timeout", `did not answer within ${timeoutMs} ms`), timeoutMs);
    asked.on("error", (error: NodeJS.ErrnoException) => {
      if (error instanceof GuardedFailure) return fail(error.kind, "is an address of a closed network");
      const isUnheard = UNHEARD.test(error.code ?? "");
      fail(isUnheard ? "unreachable" : "broke-off", isUnheard ? `cannot be reached (${error.code})` : "broke off");
    });
    asked.on("response", (answer) => {
      head = { status: answer.statusCode ?? 0, headers: answer.headers };
      answer.on("data", (chunk: Buffer) => {
        chunks.push(chunk.subarray(0, maxAnswerBytes - size));
        size += chunk.byteLength;
        if (size > maxAnswerBytes) fail("too-large", `answered more than ${maxAnswerBytes} bytes`);
      });
      answer.on("error", (error) => fail("broke-off", "broke off", error));
      answer.on("end", () => {
        clearTimeout(timer);
        const bytes = Buffer.concat(chunks);
        const milliseconds = Math.round(performance.now() - begunMs);
        resolve({ ...head!, text: bytes.toString("utf8"), bytes, milliseconds });
      });
    });
    asked.end(body);
  });
}

/** Where the internet offers HTTPS; empty: 443. Other ports are other services, and not for strangers to have called. */
const OPEN_PORTS: readonly string[] = ["", "8443"];

type UrlReading = { readonly ok: true; readonly url: URL } | { readonly ok: false; readonly message: string };

/** An address as it may be asked, or why it may not, as far as its text tells. */
export function guardedUrl(text: string, allowPrivate: boolean): UrlReading {
  const refused = (message: string): UrlReading => ({ ok: false, message });
  if (!URL.canParse(text)) return refused("This is no address.");
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:") return refused("The address must be https or http.");
  if (url.username || url.password) return refused("The address must not hold a password.");
  if (allowPrivate) return { ok: true, url };
  if (url.protocol !== "https:") return refused("The address must be https.");
  if (!OPEN_PORTS.includes(url.port)) return refused("The address must be at port 443 or 8443.");
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const isClosed = isIP(host)
    ? !isPublicAddress(host)
    : /(?:^|\.)(?:localhost|local|internal|home\.arpa)\.?$/i.test(host);
  return isClosed ? refused(`${url.origin} is an address of a closed network.`) : { ok: true, url };
}

/** Resolves names to open addresses only: what is connected to is what was looked at. */
function guardedLookup(allowPrivate: boolean, resolveHost: Resolve): LookupFunction {
  return (hostname, options, callback) => {
    resolveHost(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, "", 0);
      const open = addresses.filter(({ address }) => allowPrivate || isPublicAddress(address));
      const [first] = open;
      if (!first) return callback(new GuardedFailure("forbidden-address", hostname), "", 0);
      if (options.all) return callback(null, open);
      callback(null, first.address, first.family);
    });
  };
}

import "server-only";
import type { z } from "zod";
import type { ApiCaller, Credential } from "@/server/domain/access/api-caller";
import type { ApiScope } from "@/server/domain/access/api-scopes";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import type { ApiAccess } from "./dialect";

/** A request of nobody in particular, its parts parsed. */
export interface OpenCall<P, Q, B> {
  readonly access: ApiAccess;
  readonly correlationId: string;
  readonly headers: Headers;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
}

/** A request that has passed everything all endpoints have in common. */
export interface Call<P, Q, B> extends OpenCall<P, Q, B> {
  readonly services: ServiceContext;
  /** The version the sender has seen (`If-Match`); undefined: whichever there is. */
  readonly expectedVersion: number | undefined;
  /** The body as it comes, of an endpoint that takes it as a stream, and of which of its types it is. */
  readonly stream: ReadableStream<Uint8Array>;
  readonly mediaType: string;
  /** The body as it came; empty of a streamed one. */
  readonly bytes: Uint8Array;
  /** What the sender of a stream's request has heard already (`Last-Event-ID`); undefined: nothing. */
  readonly lastEventId: number | undefined;
  /** Whether the token that was shown still opens this: a stream asks as long as it lasts. */
  stillAllowed(): Promise<boolean>;
}

export interface Answer {
  readonly status: number;
  /** Absent: no content. */
  readonly body?: unknown;
  /** Instead of a body: what is said as it happens (`eventStream`). */
  readonly stream?: ReadableStream<Uint8Array>;
  /** Said as the `ETag`. */
  readonly version?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface DocumentedAnswer {
  readonly description: string;
  readonly schema?: z.ZodType;
  /** Said as it happens, as server-sent events; `schema` is each one's data. */
  readonly isStream?: boolean;
  /** The answer carries an `ETag`. */
  readonly hasVersion?: boolean;
}

/** One endpoint: what is checked, what is documented, and what is done, said once. */
export interface Endpoint {
  readonly method: "get" | "post" | "put" | "patch" | "delete";
  /** As documented, `/deliveries/{deliveryId}`. */
  readonly path: string;
  /** Unique in the dialect; a client generated from the document calls it by this name. */
  readonly id: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  /** Who may ask, by what they show; none: anybody (`openEndpoint`). */
  readonly credentials: readonly Credential[];
  /** Only a sandbox's keys may ask. */
  readonly isSandboxOnly?: boolean;
  /** What a key must have been made for; null: no key is taken. */
  readonly scope: ApiScope | null;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  /** Parameters of the query that may come more than once: the schema sees a list, or nothing. */
  readonly listParams?: readonly string[];
  readonly body?: z.ZodType;
  /** The body is JSON whatever its type is called: some programs send what their tool calls it by default. */
  readonly takesAnyMediaType?: boolean;
  /** The body may be a form's fields as well. */
  readonly isForm?: boolean;
  /** The body is taken as it comes, of one of these types; `schema` documents what is in it. */
  readonly streamed?: { readonly types: Readonly<Record<string, z.ZodType>>; readonly maxBytes: number };
  /** Whoever shows no token is let in too; `run` then has no services, and decides by what else was sent. */
  readonly isForGuests?: boolean;
  /** Its answer has a secret in it, or has one for some bodies, which is neither kept nor said again. */
  readonly isShownOnce?: boolean | ((body: unknown) => boolean);
  /** Asked once more under its name, it finishes what a process that died has begun (`services.isResumed`). */
  readonly isResumable?: boolean;
  readonly answers: Readonly<Record<number, DocumentedAnswer>>;
  /** Statuses it refuses with, beside those every endpoint may. */
  readonly refusals: readonly number[];
  /** What must hold of a request as it came, before anything else of it is looked at, kept answers included. */
  readonly verify?: (request: UnreadCall) => Promise<void>;
  readonly run: (call: Call<unknown, unknown, unknown>) => Promise<Answer>;
}

/** A request whose sender is known, its body unread. */
export interface UnreadCall {
  readonly services: ServiceContext;
  readonly caller: ApiCaller;
  readonly headers: Headers;
  readonly params: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

type Parsed<S extends z.ZodType | undefined> = S extends z.ZodType ? z.output<S> : undefined;

type Definition<P, Q, B> = Omit<Endpoint, "params" | "query" | "body" | "run" | "scope" | "credentials"> & {
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
};

/** Declares an endpoint for keys, and whom else it names; `run` is given its parts as its own schemas parse them. */
export function endpoint<
  P extends z.ZodObject | undefined = undefined,
  Q extends z.ZodObject | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(
  definition: Definition<P, Q, B> & {
    readonly scope: ApiScope;
    readonly credentials?: readonly Credential[];
    readonly run: (call: Call<Parsed<P>, Parsed<Q>, Parsed<B>>) => Promise<Answer>;
  },
): Endpoint {
  return { credentials: ["key"], ...definition } as unknown as Endpoint;
}

/** Declares an endpoint for a sandbox's keys alone: there is nothing it could do to what is real. */
export function sandboxEndpoint<
  P extends z.ZodObject | undefined = undefined,
  Q extends z.ZodObject | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(
  definition: Definition<P, Q, B> & {
    readonly scope: ApiScope;
    readonly run: (call: Call<Parsed<P>, Parsed<Q>, Parsed<B>>) => Promise<Answer>;
  },
): Endpoint {
  return { ...definition, credentials: ["key"], isSandboxOnly: true } as unknown as Endpoint;
}

/** Declares an endpoint for drivers' tokens alone. */
export function driverEndpoint<
  P extends z.ZodObject | undefined = undefined,
  Q extends z.ZodObject | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(
  definition: Definition<P, Q, B> & {
    readonly run: (call: Call<Parsed<P>, Parsed<Q>, Parsed<B>>) => Promise<Answer>;
  },
): Endpoint {
  return { ...definition, credentials: ["driver"], scope: null } as unknown as Endpoint;
}

/** Declares an endpoint for which nobody has to show who he is. */
export function openEndpoint<
  P extends z.ZodObject | undefined = undefined,
  Q extends z.ZodObject | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(
  definition: Definition<P, Q, B> & {
    readonly run: (call: OpenCall<Parsed<P>, Parsed<Q>, Parsed<B>>) => Promise<Answer>;
  },
): Endpoint {
  return { ...definition, credentials: [], scope: null } as unknown as Endpoint;
}

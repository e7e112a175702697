import "server-only";
import type { z } from "zod";
import type { ApiCaller } from "@/server/domain/access/api-caller";
import type { ApiScope } from "@/server/domain/access/api-scopes";
import type { VendorExport } from "@/server/domain/migration/vendor-export";
import type { DriverVoice } from "@/server/realtime/driver-voice";
import type { EventFeed } from "@/server/realtime/event-feed";
import type { DriverGrant } from "@/server/services/fleet/let-driver-in";
import type { Health } from "@/server/services/health/check-health";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import type { KeyForm, KeyUse, NewKey, VendorCredential } from "@/server/services/migration/vendor";
import type { WebhookFormat } from "@/server/services/webhook/webhook-format";
import type { Refusal } from "./api-refusal";
import type { Endpoint } from "./endpoint";
import type { Places } from "./places";

/** A way of speaking to the core: one vendor's contract. A folder in `dialects/`, and a line in their registry. */
export interface Dialect {
  readonly name: string;
  readonly title: string;
  readonly version: string;
  /** What a reader of the reference should know first; paragraphs. */
  readonly introduction: readonly string[];
  readonly basePath: string;
  readonly endpoints: readonly Endpoint[];
  /** Per key and process, unless the key says otherwise. */
  readonly requestsPerMinute: number;
  /** False: whoever asks too often is not told when to come back. */
  readonly saysWhenToRetry?: false;
  /** Requests of one key at the same time, in this process; absent: any number. */
  readonly mostAtOnce?: number;
  /**
   * What an `Idempotency-Key` means. kept: the first answer is said again to the same request, another one is refused.
   * first-success: the first answer that was a success is said again, whatever is asked. ignored: nothing.
   */
  readonly requestNames: "kept" | "first-success" | "ignored";
  readonly maxBodyBytes: number;
  /** How its drivers' sockets speak, where it gives drivers tokens. */
  readonly driverVoice?: DriverVoice;
  /** The query parameter its keys are shown in; absent: they are bearer tokens. */
  readonly keyParam?: string;
  /** In what its programs may be let in, the usual one first. */
  readonly keyForms: readonly KeyForm[];
  /** What a program is given for a key just made. */
  credentialsOf(key: NewKey): readonly ShownCredential[];
  /**
   * A command line that shows whether they work, harming nothing; `baseUrl` is the address of this server with the base
   * path. Null where there is nothing that a key with these scopes could ask.
   */
  tryIt(baseUrl: string, credentials: readonly ShownCredential[], key: KeyUse): string | null;
  /** What a key its programs use is made for beside what its endpoints ask for; absent: nothing. */
  readonly scopes?: readonly ApiScope[];
  /** How its vendor writes what customers take with them; absent: nobody has said it. */
  readonly readExport?: VendorExport;
  /** The token a request shows; undefined for none. */
  tokenOf(request: Request): string | undefined;
  /** A refusal in the dialect's own words. */
  refuse(refusal: Refusal, correlationId: string): Response;
  /** Something went wrong on our side. */
  fail(correlationId: string): Response;
  /** What its document leaves open and what is done here, as Markdown, for the reference; absent: nothing to say. */
  readonly notes?: string;
  /** The schema of both, for the document. */
  readonly errorSchema: z.ZodType;
  /** How it writes to those who subscribe to what happens; absent: nobody can. */
  readonly webhooks?: WebhookFormat;
}

/** One thing a program is configured with, by the name its vendor has for it. */
export type ShownCredential = VendorCredential;

/** How requests reach the rest of the server. */
export interface ApiAccess {
  /** The program or driver that shows this token; null for a token that opens nothing (any more). */
  callerOf(token: string): Promise<ApiCaller | null>;
  servicesOf(caller: ApiCaller, correlationId: string): ServiceContext;
  /** A short-lived token for a key's secret; null for a secret that opens nothing. */
  issueToken(secret: string, scopes: readonly string[] | null): Promise<IssuedToken | null>;
  /** Whether a secret is a key's that was shut: some vendors tell its owner so. */
  isShut(secret: string): Promise<boolean>;
  /** A driver's short-lived token; that he may have one has been decided. */
  signDriverToken(grant: DriverGrant): string;
  /** The delivery a customer's tracking code stands for, and a way to it as the system itself; null for none. */
  trackedBy(code: string): Promise<{ readonly services: ServiceContext; readonly deliveryId: string } | null>;
  /** How the installation's parts are; asked often, it answers from what it found a moment ago. */
  health(): Promise<Health>;
  /** The log as it grows, for streams. */
  events(): EventFeed;
  /** Each caller has so many streams at a time, and no more. */
  readonly streams: Places;
  /** Whom a request without a token comes from, as far as that can be known. */
  addressOf(headers: Headers): string;
  newCorrelationId(): string;
  now(): Date;
  onError(error: unknown, about: { readonly correlationId: string; readonly endpoint: string }): void;
}

export interface IssuedToken {
  readonly token: string;
  readonly expiresInSeconds: number;
  readonly scopes: readonly string[];
  /** The key it was issued for, and the one API that opens; null: any. */
  readonly keyId: string;
  readonly dialect: string | null;
}

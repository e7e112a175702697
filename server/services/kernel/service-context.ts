import "server-only";
import type { Database } from "@/db/client";
import type { Actor } from "@/server/domain/access/actor";
import type { BlobStore } from "@/server/ports/blob-store";
import type { CallRelay } from "@/server/ports/call-relay";
import type { Carriers } from "@/server/ports/carrier";
import type { Clock } from "@/server/ports/clock";
import type { EvidencePress } from "@/server/ports/evidence-press";
import type { GeocoderPort } from "@/server/ports/geocoder";
import type { IdSource } from "@/server/ports/id-source";
import type { JobQueue } from "@/server/ports/job-queue";
import type { MapAndTravel } from "@/server/ports/map-and-travel";
import type { MessengerPort } from "@/server/ports/messenger";
import type { OrderFileReader } from "@/server/ports/order-file-reader";
import type { PhotoLab } from "@/server/ports/photo-lab";
import type { PositionSink } from "@/server/ports/position-sink";
import type { RoutingSolver } from "@/server/ports/routing-solver";
import type { SecretBox } from "@/server/ports/secret-box";
import type { SourceTrials } from "@/server/ports/source-trials";
import type { TravelPort } from "@/server/ports/travel";
import type { WebhookSender } from "@/server/ports/webhook-sender";
import type { WebhookFormats } from "@/server/services/webhook/webhook-format";
import type { RequestName } from "../api-request/request-name";
import type { Vendors } from "../migration/vendor";

/** The outside, as use cases reach it. */
export interface Ports {
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly jobs: JobQueue;
  readonly blobs: BlobStore;
  readonly photos: PhotoLab;
  readonly evidence: EvidencePress;
  readonly files: OrderFileReader;
  readonly positions: PositionSink;
  /** The roads of the context's organization. */
  readonly travel: TravelPort;
  readonly solver: RoutingSolver;
  /** An organization's geocoders as they are set at this moment, its own address book first. */
  readonly geocoder: (organizationId: string) => Promise<GeocoderPort>;
  /** How the installation finds maps, addresses and roads. */
  readonly mapAndTravel: MapAndTravel;
  /** Tries what an organization wants in place of these. */
  readonly sourceTrials: SourceTrials;
  readonly callRelay: CallRelay;
  readonly carriers: Carriers;
  /** Secrets that must be said again to somebody else's system. */
  readonly secrets: SecretBox;
  readonly webhookSender: WebhookSender;
  /** The words in which subscribers are written to. */
  readonly webhookFormats: WebhookFormats;
  /** Systems whose programs may move here as they are. */
  readonly vendors: Vendors;
  /** Mail about people's accounts, which no page of the desk shows: invitations, reset links. */
  readonly accountMailer: MessengerPort;
  readonly messengers: { readonly email: MessengerPort; readonly sms: MessengerPort };
}

/** One request's or job's way into the services. */
export interface ServiceContext {
  readonly actor: Actor;
  readonly database: Database;
  readonly ports: Ports;
  /** Where people reach this installation, without a trailing slash: for the links in messages. */
  readonly baseUrl: string;
  readonly correlationId: string;
  /** The named request this is done for: the first command that changes something marks it done in its transaction. */
  readonly request?: RequestName;
  /** It was begun before, under the same correlation id: what that has made is there. */
  readonly isResumed?: boolean;
}

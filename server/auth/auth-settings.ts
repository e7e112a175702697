import "server-only";
import type { Database } from "@/db/client";
import type { Clock } from "@/server/ports/clock";
import type { IdSource } from "@/server/ports/id-source";
import type { MessengerPort } from "@/server/ports/messenger";

export interface AuthSettings {
  readonly baseUrl: string;
  readonly secret: string;
  /** False: many people may come from one address, as in tests. An account is guarded all the same. */
  readonly limitSignIn: boolean;
  readonly database: Database;
  readonly ids: IdSource;
  readonly mailer: MessengerPort;
  readonly clock: Clock;
}

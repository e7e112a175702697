import type { Reach } from "./member-scope";
import type { Permission } from "./permissions";

/** Whoever acts: always inside one organization. */
export interface Actor {
  readonly kind: "user" | "system" | "driver" | "api";
  /** The person or key; null for the system itself. */
  readonly id: string | null;
  /** The sign-in a person acts from; absent for everyone else. */
  readonly sessionId?: string;
  /** In that sign-in a person has shown a second step: the account's own codes, or a passkey. */
  readonly hasShownFactor?: boolean;
  /** How the log names the actor. */
  readonly label: string;
  readonly organizationId: string;
  readonly permissions: ReadonlySet<Permission>;
  /** The one route a driver's link opens; absent for everyone else. */
  readonly routeId?: string;
  /** Of a driver whose route is another's by now: what he did until then still counts. Absent: the route is his. */
  readonly actsUntil?: Date;
  /** How far a limited member sees; absent: everything of the organization. */
  readonly reach?: Reach;
  /** The partner whose token or person it is; absent for everyone else. */
  readonly partnerId?: string;
  /** The driver a signed-in person is; absent for everyone else. */
  readonly driverId?: string;
  /** The link behind a driver's acts; absent for everyone else. */
  readonly assignmentId?: string;
}

import type { DriverRun, WireDriverOp } from "@/server/domain/execution/driver-run";

/** What opens the server for one route. */
export interface KeptSession {
  readonly token: string;
  readonly expiresAt: string;
}

/** A route as this device keeps it: enough to work the whole day without network. */
export interface KeptRoute {
  readonly routeId: string;
  /** The newest link it was opened by. */
  readonly linkToken: string;
  readonly session: KeptSession | null;
  /** As the server last told it, with every act it has taken since. */
  readonly run: DriverRun;
  /** When that was; milliseconds by this device's clock, as all instants here. */
  readonly readAtMs: number;
  readonly openedAtMs: number;
  readonly lastSentAtMs: number | null;
  /** Visits in the order in which the driver last saw them and said so, with their names. */
  readonly seen: readonly SeenStop[];
  /** How far this device's clock was found to be behind the server's; 0 while that is tolerated. */
  readonly skewSeconds: number;
  /** The number of the device's next act. */
  readonly nextSeq: number;
  /** True once the server has refused the link; what is not sent is kept for the next one. */
  readonly isClosed: boolean;
}

export interface SeenStop {
  readonly visitId: string;
  readonly name: string;
  /** What its customer asked for then, in one text; absent: nothing. */
  readonly wish?: string;
  /** Before it he was to load again. */
  readonly loadsFirst?: true;
}

/** Why an act was not taken, in the server's words. */
export interface KeptRefusal {
  readonly reason: string;
  readonly message: string;
  readonly movedToRoute: number | null;
  /** True once what is still true of the act has been said again in another. */
  readonly isSaidAgain: boolean;
}

/** An act that the server does not have yet, or has refused. */
export interface KeptAct {
  readonly opId: string;
  readonly routeId: string;
  readonly act: WireDriverOp;
  /** Of the stops it is about, which may no longer be on the route when the answer comes. */
  readonly names: readonly string[];
  /** Null while it waits; a refused act is kept until the driver has seen it. */
  readonly refusal: KeptRefusal | null;
}

export type ProofKind = "photo" | "signature";

/** A photo or signature taken at a door; its bytes are kept apart, so that lists stay light. */
export interface KeptProof {
  readonly proofId: string;
  readonly routeId: string;
  readonly kind: ProofKind;
  /** Of the bytes, hex. */
  readonly sha256: string;
  readonly contentType: string;
  readonly takenAt: string;
  /** The act that names it and the visits that one is about; empty while it is a draft. */
  readonly opId: string;
  readonly visitIds: readonly string[];
  /** `draft`: no act names it yet. `sent`: the server has it. */
  readonly state: "draft" | "waiting" | "sent" | "refused";
}

/** What has been filled in at a door and not yet reported, by the door's first visit. */
export interface KeptDraft {
  readonly doorKey: string;
  readonly routeId: string;
  readonly values: DoorValues;
}

/** The form at a door. */
export interface DoorValues {
  /** The visits it is filled in for. */
  readonly visitIds: readonly string[];
  /** By the task's place in the list. */
  readonly answers: Readonly<Record<number, string | number | boolean>>;
  /** Codes read, which are each order's own, by task and visit (`scanKey`). */
  readonly scans: Readonly<Record<string, string>>;
  /** Counts that differ from the order's, by item. */
  readonly counts: Readonly<Record<string, number>>;
  readonly note: string;
  readonly recipientName: string;
  readonly proofs: readonly DoorProof[];
}

/** A proof taken for one of the tasks, or (null) of the driver's own accord. */
export interface DoorProof {
  readonly proofId: string;
  readonly kind: ProofKind;
  readonly task: number | null;
}

/** Where the device was at a moment. */
export interface PositionFix {
  readonly recordedAt: string;
  readonly lat: number;
  readonly lng: number;
  readonly accuracyMeters?: number;
  readonly speedMps?: number;
  readonly headingDegrees?: number;
  readonly batteryPercent?: number;
}

export interface KeptFix {
  /** Given by the database; grows. */
  readonly id?: number;
  readonly routeId: string;
  readonly fix: PositionFix;
}

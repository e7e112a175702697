/** What is dialled instead of somebody's own number. */
export interface RelayLine {
  /** E.164. */
  readonly number: string;
  /** Keyed in once the relay has answered. */
  readonly code: string;
}

/** Stands between drivers and customers on the telephone, so that neither learns the other's number. */
export interface CallRelay {
  /** `none`: there is no relay, and numbers are shown as they are. */
  readonly source: "none" | "number";
  /** What the driver with this link dials for a door; null without a relay. The same for as long as the link is good. */
  lineFor(assignmentId: string, visitId: string): RelayLine | null;
  /** Whether a code may be one of this link's; a few others' pass as well. */
  isOf(code: string, assignmentId: string): boolean;
  /** Whether whoever asks what a code stands for is the relay's operator. */
  mayResolve(secret: string): boolean;
}

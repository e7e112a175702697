/** What is wrong with a question to the optimizer, in words its sender can act on. */
export interface ProblemFault {
  /** Names the kind of fault to programs: `window-backwards`. */
  readonly code: string;
  /** Where, as a path: `visits[3].location`. */
  readonly path: string;
  /** What is wrong there, with the value. */
  readonly cause: string;
  /** What would put it right. */
  readonly action: string;
}

/** The question itself makes no sense; all its faults at once. */
export class InvalidRoutingProblemError extends Error {
  constructor(readonly faults: readonly ProblemFault[]) {
    const more = faults.length > 1 ? ` (and ${faults.length - 1} more faults)` : "";
    super(`${faults[0]?.path} ${faults[0]?.cause}: ${faults[0]?.action}${more}`);
    this.name = "InvalidRoutingProblemError";
  }
}

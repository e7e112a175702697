/** What is wrong at one place of the log. */
export interface LogFault {
  /**
   * `missing`: no entry from here to `toSeq`. `changed`: what the entry says of its matter is not what was written.
   * `unchained`: anything else of it is not, or it does not follow the entry before it. `unsealed`: it is not the entry
   * that was here when the log was sealed. `forged`: a seal that this installation's secret has not made.
   */
  readonly kind: "missing" | "changed" | "unchained" | "unsealed" | "forged";
  readonly seq: number;
  readonly toSeq?: number;
}

/** What an examination of an organization's whole log came to. */
export interface LogVerdict {
  /** Entries that were read. */
  readonly entries: number;
  /** The last entry's number and hash (hex): who keeps both elsewhere can tell whether the log's end was cut off. */
  readonly lastSeq: number;
  readonly lastHash: string;
  readonly seals: number;
  /** Up to here the installation's secret vouches for the log; 0: it has not been sealed yet. */
  readonly sealedSeq: number;
  /** All of them counted, the first hundred named. */
  readonly faultCount: number;
  readonly faults: readonly LogFault[];
}

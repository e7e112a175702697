/** A request by the name its sender gave it. */
export interface RequestName {
  readonly keyId: string;
  /** Method and path as documented. */
  readonly endpoint: string;
  readonly name: string;
}

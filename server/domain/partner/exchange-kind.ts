/** What can be said between a partner and us; the first five by us. `listing`: a manifest of ours; `manifest`: one of his. */
export const EXCHANGE_KINDS = [
  "test",
  "quote",
  "hand-over",
  "cancel",
  "listing",
  "status",
  "driver-sync",
  "manifest",
] as const;
export type ExchangeKind = (typeof EXCHANGE_KINDS)[number];

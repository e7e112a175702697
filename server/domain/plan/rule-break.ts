/** The rules a stop or a route can break, with how far. */
export type StopRuleBreak =
  | { readonly rule: "late"; readonly seconds: number }
  | { readonly rule: "capacity"; readonly dimension: number; readonly over: number }
  | { readonly rule: "skill"; readonly missing: string }
  | { readonly rule: "feature"; readonly missing: string }
  | { readonly rule: "pair"; readonly reason: "dropoff-before-pickup" | "other-route" }
  | { readonly rule: "shift"; readonly seconds: number };

export type RouteRuleBreak =
  | { readonly rule: "shift"; readonly seconds: number }
  | { readonly rule: "max-visits"; readonly over: number }
  | { readonly rule: "max-distance"; readonly meters: number }
  | { readonly rule: "max-drive-time"; readonly seconds: number }
  /** A break of the driver begins so much too late. */
  | { readonly rule: "break"; readonly seconds: number };

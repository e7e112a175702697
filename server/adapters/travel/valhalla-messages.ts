import type { RoadAnswers } from "./road-engine";

/** What Valhalla's process says to the server; it is sent `RoadRequest`s, one at a time. */
export type ValhallaReply =
  | { readonly kind: "ready" }
  /** The native part could not be loaded, or the tiles not be opened. */
  | { readonly kind: "unusable"; readonly message: string }
  | { readonly kind: "answer"; readonly answer: RoadAnswers[keyof RoadAnswers] }
  /** Valhalla said no, in words only: it has no error codes through this binding. */
  | { readonly kind: "refused"; readonly message: string };

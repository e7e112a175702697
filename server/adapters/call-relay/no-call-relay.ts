import type { CallRelay } from "@/server/ports/call-relay";

/** Without a relay: numbers are shown as they are, and no code stands for anything. */
export const noCallRelay: CallRelay = {
  source: "none",
  lineFor: () => null,
  isOf: () => false,
  mayResolve: () => false,
};

import type { RouterOutput } from "@/components/lib/router-types";

export type FleetDocument = RouterOutput["fleet"]["documents"][number];

/** Whose a paper is. */
export interface Owner {
  readonly entity: "driver" | "vehicle";
  readonly id: string;
}

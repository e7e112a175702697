import { z } from "zod";
import type { Permission } from "@/server/domain/access/permissions";
import type { AppRouter } from "../root";

export interface ListedProcedure {
  /** `router.procedure` */
  readonly path: string;
  readonly kind: "query" | "mutation" | "subscription";
  readonly permission: Permission | undefined;
  readonly input: z.ZodType;
}

interface ProcedureDefinition {
  readonly _def: {
    readonly type: ListedProcedure["kind"];
    readonly meta?: { permission?: Permission };
    readonly inputs: readonly z.ZodType[];
  };
}

/** Every procedure there is, read from the router itself: a new one is tested without being listed anywhere. */
export function procedureList(router: AppRouter): ListedProcedure[] {
  const procedures = router._def.procedures as unknown as Record<string, ProcedureDefinition>;
  return Object.entries(procedures).map(([path, { _def }]) => ({
    path,
    kind: _def.type,
    permission: _def.meta?.permission,
    input: _def.inputs[0] ?? z.undefined(),
  }));
}

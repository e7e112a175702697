import "server-only";
import { z } from "zod";
import { findDriversByName } from "@/db/queries/fleet/find-by-name";
import { driversNamed } from "@/server/domain/driver/driver-name";
import { query } from "../kernel/query";

const nameSchema = z.object({ externalId: z.string().optional(), serial: z.string().optional() });

/** What a name stands for; nothing of it is refused, since a list may hold good names and bad ones. */
export type DriverMatch =
  | {
      readonly kind: "one";
      readonly driver: {
        readonly id: string;
        readonly projectId: string;
        readonly name: string;
        readonly externalId: string;
        readonly serial: string;
      };
    }
  | { readonly kind: "none" }
  | { readonly kind: "many" };

/** The drivers that other systems' names stand for, in the order asked. */
export const resolveDrivers = query({
  permission: "fleet.read",
  input: z.object({ names: z.array(nameSchema).max(1000) }),
  run: async ({ tx, actor }, { names }): Promise<readonly DriverMatch[]> => {
    const rows = await findDriversByName(tx, actor.organizationId, {
      externalIds: names.flatMap(({ externalId }) => externalId || []),
      serials: names.flatMap(({ serial }) => serial || []),
    });
    return names.map((name) => {
      const [driver, ...others] = driversNamed(rows, name);
      if (!driver) return { kind: "none" };
      return others.length > 0 ? { kind: "many" } : { kind: "one", driver };
    });
  },
});

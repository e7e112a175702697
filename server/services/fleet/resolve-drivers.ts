import "server-only";
import { z } from "zod";
import { findDriversByName } from "@/db/queries/fleet/find-by-name";
import { driversNamed } from "@/server/domain/driver/driver-name";
import { query } from "../kernel/query";

const MOST_NAMES = 10_000;
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

const resolveWith = (permission: "order.read" | "fleet.read") =>
  query({
    permission,
    input: z.object({ names: z.array(nameSchema).max(MOST_NAMES) }),
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

/** The drivers that other systems' names stand for, in the order asked: for whoever has to do with orders. */
export const resolveDrivers = resolveWith("order.read");

/** The same for whoever has to do with drivers alone. */
export const resolveFleetDrivers = resolveWith("fleet.read");

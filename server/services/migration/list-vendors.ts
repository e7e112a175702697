import "server-only";
import { z } from "zod";
import { query } from "../kernel/query";

/** Systems whose programs may move here as they are. */
export const listVendors = query({
  permission: "settings.read",
  input: z.object({}),
  prepare: async ({ ports }) => ports.vendors,
  run: async ({ prepared: vendors }) =>
    [...vendors.values()].map(({ name, title, basePath, readExport }) => ({
      name,
      title,
      basePath,
      brings: [
        ...(readExport?.orders ? ["orders" as const] : []),
        ...(readExport?.drivers ? ["drivers" as const] : []),
      ],
    })),
});

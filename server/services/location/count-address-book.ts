import "server-only";
import { z } from "zod";
import { countAddressBook as selectCounts } from "@/db/queries/location/save-address-book";
import { query } from "../kernel/query";

/** How many doors and streets the organization's own address book has. */
export const countAddressBook = query({
  permission: "order.read",
  input: z.object({}).prefault({}),
  run: ({ tx, actor }) => selectCounts(tx, actor.organizationId),
});

import "server-only";
import { z } from "zod";
import { MOST_LETTERS, SAFE_PLACES } from "@/server/domain/tracking/customer-act";
import { command } from "../kernel/command";
import { changeWish } from "./change-wish";

/** A customer says where his delivery may be left; null: nowhere, into somebody's hands. */
export const nameSafePlace = command({
  permission: "order.write",
  input: z.object({
    visitId: z.uuid(),
    scope: z.enum(["page", "status"]),
    place: z.enum(SAFE_PLACES).nullable(),
    detail: z.string().max(MOST_LETTERS.detail),
  }),
  run: (scope, { place, detail, ...door }) =>
    changeWish(scope, door, "safe-place", { safePlace: place, safePlaceDetail: place === null ? "" : detail }),
});

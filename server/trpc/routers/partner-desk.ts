import "server-only";
import { listOwnAssignments } from "@/server/services/partner-desk/list-own-assignments";
import {
  listOwnFleet,
  ownDriverSchema,
  ownVehicleSchema,
  saveOwnDriver,
  saveOwnVehicle,
} from "@/server/services/partner-desk/own-fleet";
import { saidAtDeskSchema, sayOfAssignment } from "@/server/services/partner-desk/say-of-assignment";
import { permitted, queryProcedure, router } from "../init";

/** All that a partner's person may ask for. */
export const partnerDeskRouter = router({
  assignments: queryProcedure(listOwnAssignments),
  say: permitted("partner.own")
    .input(saidAtDeskSchema)
    .mutation(({ ctx, input }) => sayOfAssignment(ctx.services, input)),
  fleet: queryProcedure(listOwnFleet),
  saveDriver: permitted("partner.own")
    .input(ownDriverSchema)
    .mutation(({ ctx, input }) => saveOwnDriver(ctx.services, input)),
  saveVehicle: permitted("partner.own")
    .input(ownVehicleSchema)
    .mutation(({ ctx, input }) => saveOwnVehicle(ctx.services, input)),
});

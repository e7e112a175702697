import "server-only";
import { z } from "zod";
import { partnerChangesSchema } from "@/server/domain/partner/partner-schema";
import { createApiKey } from "@/server/services/api-key/create-api-key";
import { revokeApiKey } from "@/server/services/api-key/revoke-api-key";
import { addPartner } from "@/server/services/partner/add-partner";
import { callBackDelivery } from "@/server/services/partner/call-back-delivery";
import { connectPartner } from "@/server/services/partner/connect-partner";
import { editPartner } from "@/server/services/partner/edit-partner";
import { handOverDeliveries } from "@/server/services/partner/hand-over-deliveries";
import { listDeliveryHandovers } from "@/server/services/partner/list-delivery-handovers";
import { listExchanges } from "@/server/services/partner/list-exchanges";
import { listPartnerStandings } from "@/server/services/partner/list-partner-standings";
import { listPartnerTokens } from "@/server/services/partner/list-partner-tokens";
import { listPartnerWork } from "@/server/services/partner/list-partner-work";
import { listServedZones } from "@/server/services/partner/list-served-zones";
import { quotePartners, quotePartnersInput } from "@/server/services/partner/quote-partners";
import { readExchange } from "@/server/services/partner/read-exchange";
import { readPartnerTrend } from "@/server/services/partner/read-partner-trend";
import { readPartnerWhole } from "@/server/services/partner/read-partner-whole";
import { settleCancel } from "@/server/services/partner/settle-cancel";
import { tryPartner } from "@/server/services/partner/try-partner";
import { commandProcedure, permitted, queryProcedure, router } from "../init";

export const partnerRouter = router({
  list: queryProcedure(listPartnerStandings),
  get: queryProcedure(readPartnerWhole),
  zones: queryProcedure(listServedZones),
  add: permitted(addPartner.permission)
    .input(addPartner.input.omit({ isNamesakeRefused: true }))
    .mutation(({ ctx, input }) => addPartner(ctx.services, { ...input, isNamesakeRefused: true })),
  edit: permitted(editPartner.permission)
    .input(z.object({ id: z.uuid(), version: z.int().positive(), changes: partnerChangesSchema }))
    .mutation(({ ctx, input }) => editPartner(ctx.services, { ...input, isNamesakeRefused: true })),
  connect: commandProcedure(connectPartner),
  test: commandProcedure(tryPartner),
  work: queryProcedure(listPartnerWork),
  exchanges: queryProcedure(listExchanges),
  exchange: queryProcedure(readExchange),
  performance: queryProcedure(readPartnerTrend),
  tokens: queryProcedure(listPartnerTokens),
  createToken: permitted(createApiKey.permission)
    .input(z.object({ partnerId: z.uuid(), name: z.string().trim().min(1).max(120), expiresAt: z.date().nullable() }))
    .mutation(({ ctx, input }) => createApiKey(ctx.services, { ...input, scopes: [] })),
  revokeToken: commandProcedure(revokeApiKey),
  ofDelivery: queryProcedure(listDeliveryHandovers),
  quotes: permitted("plan.dispatch")
    .input(quotePartnersInput)
    .mutation(({ ctx, input }) => quotePartners(ctx.services, input)),
  handOver: permitted("plan.dispatch")
    .input(z.object({ deliveryId: z.uuid(), partnerId: z.uuid() }))
    .mutation(async ({ ctx, input: { deliveryId, partnerId } }) => {
      const asked = { deliveryIds: [deliveryId], toPartnerId: partnerId };
      const [verdict] = await handOverDeliveries(ctx.services, asked);
      return verdict!;
    }),
  takeBack: commandProcedure(callBackDelivery),
  settle: commandProcedure(settleCancel),
});

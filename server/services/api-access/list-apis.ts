import "server-only";
import { z } from "zod";
import { selectPartnerPage } from "@/db/queries/partner/partners";
import { scopesWithin } from "@/server/domain/access/api-scopes";
import { query } from "../kernel/query";
import { kindsOf } from "./create-access";

const MOST_PARTNERS = 500;

/** The APIs of this server, how each lets programs in and what for (as far as the actor may give it), and whose tokens there may be. */
export const listApis = query({
  permission: "members.manage",
  input: z.object({}),
  prepare: async ({ ports }) => [...ports.vendors.values()],
  run: async ({ tx, actor, prepared: vendors }) => {
    const own = scopesWithin(actor.permissions);
    const partners = await selectPartnerPage(tx, actor.organizationId, ["active"], undefined, MOST_PARTNERS);
    return {
      apis: vendors.map((vendor) => ({
        name: vendor.name,
        title: vendor.title,
        basePath: vendor.basePath,
        kinds: kindsOf(vendor),
        scopes: vendor.possibleScopes.filter((scope) => own.includes(scope)),
      })),
      partners: partners.map(({ id, name }) => ({ id, name })),
    };
  },
});

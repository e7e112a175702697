import "server-only";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bearerOf } from "@/server/api/kernel/bearer-token";
import type { Dialect } from "@/server/api/kernel/dialect";
import { credentialsOf, tryIt } from "./credentials";
import { authenticate } from "./endpoints/authenticate";
import { getDriver, listDrivers } from "./endpoints/drivers";
import { deleteImportedStop, getImportedStop, importStops, listImportedStops } from "./endpoints/imported-stops";
import { getImportedStopRouteInfo, getShopifyStopRouteInfo } from "./endpoints/route-info";
import { addRouteStops, deleteRouteStops, getRouteStop } from "./endpoints/route-stops";
import { getRoute, listRoutes, reoptimizeRoute } from "./endpoints/routes";
import { listWebhookSubscriptions, subscribeWebhook, unsubscribeWebhook } from "./endpoints/webhooks";
import { readExport } from "./exports";
import { DIALECT } from "./map/extension";
import { errorSchema, fail, refuse } from "./refuse";
import { webhookFormat } from "./webhook-format";

/** The EasyRoutes Routes API. */
export const easyroutes: Dialect = {
  name: DIALECT,
  title: "EasyRoutes Routes API",
  version: "2024-07",
  introduction: [
    "POST /authenticate with a key's id (clientId) and secret (clientSecret) gives a token for an hour; show it as Authorization: Bearer ….",
    "Messages are protobuf's JSON: numbers of 64 bits are texts, spans are seconds as in 300s, instants RFC 3339, enums upper-case names. Lists come in pages of 20, at most 200; later ones are asked for with their cursor alone.",
    "A refusal is a google.rpc.Status: code, message and details.",
  ],
  basePath: "/easyroutes/api/2024-07",
  endpoints: [
    authenticate,
    listRoutes,
    getRoute,
    getRouteStop,
    addRouteStops,
    deleteRouteStops,
    reoptimizeRoute,
    importStops,
    listImportedStops,
    getImportedStop,
    deleteImportedStop,
    getImportedStopRouteInfo,
    getShopifyStopRouteInfo,
    listDrivers,
    getDriver,
    subscribeWebhook,
    listWebhookSubscriptions,
    unsubscribeWebhook,
  ],
  requestsPerMinute: 600,
  requestNames: "ignored",
  maxBodyBytes: 8_000_000,
  notes: readFileSync(fileURLToPath(new URL("./README.md", import.meta.url)), "utf8"),
  keyForms: ["client"],
  credentialsOf,
  tryIt,
  readExport,
  tokenOf: ({ headers }) => bearerOf(headers),
  refuse,
  fail,
  errorSchema,
  webhooks: webhookFormat,
};

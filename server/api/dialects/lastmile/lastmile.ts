import "server-only";
import { bearerOf } from "@/server/api/kernel/bearer-token";
import type { Dialect } from "@/server/api/kernel/dialect";
import { tokenEndpoint } from "@/server/api/kernel/token-endpoint";
import { credentialsOf, tryIt } from "./credentials";
import { driverVoice } from "./driver-voice";
import { assignDeliveries, cancelAssignmentJob, getAssignment } from "./endpoints/assignments";
import { bulkCreateDeliveries } from "./endpoints/bulk-deliveries";
import {
  assignDriver,
  bulkUnassign,
  lockAssignment,
  pushAssignment,
  replanAssignment,
  unassignDriver,
} from "./endpoints/change-assignments";
import { cancelDelivery, patchDelivery, rescheduleDelivery } from "./endpoints/change-deliveries";
import { createDeliveries } from "./endpoints/create-deliveries";
import { streamDelivery } from "./endpoints/delivery-stream";
import {
  acceptAssignment,
  declineAssignment,
  getDriverRoute,
  getDriverRoutePlural,
  startRoute,
} from "./endpoints/driver-assignments";
import { listDriverDocuments, requestDocumentUpload } from "./endpoints/driver-documents";
import { checkIn, checkOut, reportLocation } from "./endpoints/driver-shift";
import {
  arriveAtStop,
  attemptStop,
  completeStop,
  failStop,
  partialStop,
  partialStopPlural,
} from "./endpoints/driver-stops";
import { streamAssignments } from "./endpoints/driver-stream";
import {
  createDriver,
  deactivateDriver,
  getDriver,
  impersonateDriver,
  listDrivers,
  listDriverWork,
  patchDriver,
  setDriverStatus,
} from "./endpoints/drivers";
import { createException, getException, listExceptions } from "./endpoints/exceptions";
import { escalateDelivery, retryDelivery, scheduleReturn } from "./endpoints/failures";
import { getHealth } from "./endpoints/health";
import { startImport } from "./endpoints/imports";
import { cancelJob, getJob } from "./endpoints/jobs";
import { createKey, listKeys } from "./endpoints/keys";
import { getMetrics } from "./endpoints/metrics";
import { getAlerts, getOptimizerStatus, readAudit } from "./endpoints/operations";
import { listPlanOptions, previewPlan } from "./endpoints/optimizer";
import { listPartnerAssignments, postPartnerStatus, syncPartnerDrivers, uploadManifest } from "./endpoints/partner-api";
import { getPartnerPerformance, setPartnerCredentials, testPartnerRates } from "./endpoints/partner-credentials";
import {
  createPartner,
  disablePartner,
  getPartner,
  getPartnerCapabilities,
  listPartners,
  patchPartner,
} from "./endpoints/partners";
import { getDeliveryPod, getPod, registerPod, requestPodUpload } from "./endpoints/pod";
import { getPolicies, patchPolicies } from "./endpoints/policies";
import { getDelivery, listDeliveries } from "./endpoints/read-deliveries";
import { replay } from "./endpoints/replay";
import { createRole, listRoles } from "./endpoints/roles";
import {
  simulateDriverEvent,
  simulatePartnerBehavior,
  simulatePartnerCallbacks,
  simulateTrack,
} from "./endpoints/sandbox";
import { addSettlementRefs, getSettlementRefs } from "./endpoints/settlement";
import { cancelSlotReservation, confirmSlotReservation, findAvailability, reserveSlot } from "./endpoints/slots";
import { getDriverLocation, getHeatmap, getLive, getTimeline, trackPublicly } from "./endpoints/tracking";
import { createVehicle, deleteVehicle, getVehicle, listVehicles, patchVehicle } from "./endpoints/vehicles";
import { createWebhook, deleteWebhook, listWebhooks, testWebhook } from "./endpoints/webhooks";
import { undress } from "./ids";
import { webhookFormat } from "./map/webhook";
import { errorSchema, fail, refuse } from "./refuse";

/** The Last-Mile Orchestration API. */
export const lastmile: Dialect = {
  name: "lastmile",
  title: "Last-Mile Orchestration API",
  version: "1.0.0",
  introduction: [
    "Show a key, or a token, as Authorization: Bearer …. Both carry scopes, and both are of one tenant. An OAuth 2.0 client has an id and a secret instead (client credentials): POST /oauth/token gives a token for them that is good for an hour, for all of the client's scopes or for those asked for in scope. A token ends at once when its client is revoked, and when its secret's time is over.",
    "Keys and clients are made under Settings → API access: for this API, some scopes, until a day, for so many requests a minute. A secret that is exchanged goes on working for up to seven days beside the new one.",
    "Bodies are JSON, instants RFC 3339, positions WGS84 (lat, lon), weights grams, volumes litres. Lists come in pages: limit (50, at most 200) and cursor.",
    "Idempotency-Key makes a request once however often it is sent; If-Match makes a change only of the version that was seen. A refusal has one body: error with code, message, details and correlation_id.",
  ],
  basePath: "/v1/lastmile",
  endpoints: [
    tokenEndpoint("/oauth/token", (clientId) => undress("API key", clientId)),
    createDeliveries,
    listDeliveries,
    bulkCreateDeliveries,
    getDelivery,
    patchDelivery,
    cancelDelivery,
    rescheduleDelivery,
    getJob,
    cancelJob,
    listPartners,
    createPartner,
    getPartner,
    patchPartner,
    disablePartner,
    getPartnerCapabilities,
    setPartnerCredentials,
    testPartnerRates,
    getPartnerPerformance,
    listPartnerAssignments,
    postPartnerStatus,
    syncPartnerDrivers,
    uploadManifest,
    listDrivers,
    createDriver,
    getDriver,
    patchDriver,
    deactivateDriver,
    setDriverStatus,
    listDriverWork,
    impersonateDriver,
    acceptAssignment,
    declineAssignment,
    startRoute,
    getDriverRoute,
    getDriverRoutePlural,
    arriveAtStop,
    attemptStop,
    completeStop,
    failStop,
    partialStop,
    partialStopPlural,
    reportLocation,
    streamAssignments,
    streamDelivery,
    checkIn,
    checkOut,
    requestDocumentUpload,
    listDriverDocuments,
    listVehicles,
    createVehicle,
    getVehicle,
    patchVehicle,
    deleteVehicle,
    requestPodUpload,
    registerPod,
    getPod,
    getDeliveryPod,
    createException,
    listExceptions,
    getException,
    retryDelivery,
    scheduleReturn,
    escalateDelivery,
    getLive,
    getTimeline,
    getDriverLocation,
    getHeatmap,
    trackPublicly,
    findAvailability,
    reserveSlot,
    confirmSlotReservation,
    cancelSlotReservation,
    getSettlementRefs,
    addSettlementRefs,
    assignDeliveries,
    cancelAssignmentJob,
    getAssignment,
    replanAssignment,
    lockAssignment,
    pushAssignment,
    bulkUnassign,
    assignDriver,
    unassignDriver,
    previewPlan,
    listPlanOptions,
    getOptimizerStatus,
    getMetrics,
    getHealth,
    getAlerts,
    readAudit,
    getPolicies,
    patchPolicies,
    listRoles,
    createRole,
    startImport,
    replay,
    listWebhooks,
    createWebhook,
    testWebhook,
    deleteWebhook,
    simulateDriverEvent,
    simulateTrack,
    simulatePartnerBehavior,
    simulatePartnerCallbacks,
    listKeys,
    createKey,
  ],
  driverVoice,
  requestsPerMinute: 6000,
  requestNames: "kept",
  keyForms: ["key", "client"],
  credentialsOf,
  tryIt,
  maxBodyBytes: 4_000_000,
  tokenOf: ({ headers }) => bearerOf(headers),
  refuse,
  fail,
  errorSchema,
  webhooks: webhookFormat,
};

import "server-only";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Dialect } from "@/server/api/kernel/dialect";
import { credentialsOf, tryIt } from "./credentials";
import { deleteStops, moveStops, searchStops, updateStop } from "./endpoints/change-stops";
import { getRunningOptimization, optimizePlan } from "./endpoints/optimize";
import {
  createPlan,
  deletePlan,
  getPlan,
  listPlanRoutes,
  listPlanStops,
  listPlans,
  updatePlan,
} from "./endpoints/plans";
import { getReportImage } from "./endpoints/reports";
import {
  createRoutes,
  deleteRoute,
  dispatchRoute,
  getRoute,
  optimizeRoute,
  reorderRoute,
  updateRoute,
} from "./endpoints/routes";
import { createStops, geocodeStops } from "./endpoints/stops";
import { createVehicles, createVehiclesV3, getVehicle, listVehicles } from "./endpoints/vehicles";
import { createWebhook, deleteWebhook, updateWebhook } from "./endpoints/webhooks";
import { readExport } from "./exports";
import { errorSchema, fail, refuse } from "./refuse";
import { KEY_PARAM, tokenOf } from "./token";
import { webhookFormat } from "./webhook-format";

/** Routal v2, with what its users call of v3. */
export const routal: Dialect = {
  name: "routal",
  title: "Routal v2",
  version: "2.0.0",
  introduction: [
    "Show a key as the query parameter private_key, with every request. A plan is a day of a project under a label; a stop is a door of a delivery; a vehicle is a driver with what he drives.",
    "Bodies are JSON, and lists bare arrays unless they come in pages. Times of day are seconds in the project's zone, durations seconds, distances metres, weights kilograms, volumes cubic metres.",
    "The same day and label are the same plan, the same external_id in a plan the same stop: every push may be made again. A refusal is { message, message_id }.",
  ],
  basePath: "/routal",
  endpoints: [
    createPlan,
    listPlans,
    getPlan,
    updatePlan,
    deletePlan,
    listPlanStops,
    listPlanRoutes,
    optimizePlan,
    getRunningOptimization,
    createStops,
    geocodeStops,
    moveStops,
    deleteStops,
    updateStop,
    searchStops,
    createRoutes,
    getRoute,
    updateRoute,
    deleteRoute,
    optimizeRoute,
    reorderRoute,
    dispatchRoute,
    listVehicles,
    createVehicles,
    createVehiclesV3,
    getVehicle,
    getReportImage,
    createWebhook,
    updateWebhook,
    deleteWebhook,
  ],
  requestsPerMinute: 2000,
  saysWhenToRetry: false,
  requestNames: "ignored",
  maxBodyBytes: 5_000_000,
  keyParam: KEY_PARAM,
  notes: readFileSync(fileURLToPath(new URL("./README.md", import.meta.url)), "utf8"),
  keyForms: ["key"],
  credentialsOf,
  tryIt,
  tokenOf,
  refuse,
  fail,
  errorSchema,
  readExport,
  webhooks: webhookFormat,
};

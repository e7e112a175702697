import "server-only";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Dialect } from "@/server/api/kernel/dialect";
import { credentialsOf, tryIt } from "./credentials";
import { getCompletionDetails, getCompletionDetailsByNumber } from "./endpoints/completion-details";
import { createOrUpdateOrders } from "./endpoints/create-or-update-orders";
import { createOrder } from "./endpoints/create-order";
import { deleteAllOrders, deleteOrder, deleteOrders } from "./endpoints/delete-orders";
import { updateDriverParameters, updateDriversParameters } from "./endpoints/driver-parameters";
import { updateDriversPositions } from "./endpoints/driver-positions";
import { getEvents } from "./endpoints/get-events";
import { getOrders, getOrdersByNumber } from "./endpoints/get-orders";
import { getSchedulingInfo } from "./endpoints/get-scheduling-info";
import { getPlanningStatus, stopPlanning } from "./endpoints/planning-jobs";
import { getRoutes } from "./endpoints/routes";
import { searchOrders } from "./endpoints/search-orders";
import { startPlanning } from "./endpoints/start-planning";
import { updateCompletionDetails } from "./endpoints/update-completion-details";
import { readExport } from "./exports";
import { fail, refuse } from "./refuse";
import { keyOf } from "./token";
import { errorSchema } from "./wire/answer";

/** The OptimoRoute Web Service API. */
export const optimoroute: Dialect = {
  name: "optimoroute",
  title: "OptimoRoute WS API",
  version: "1.0.0",
  introduction: [
    "Show a key as ?key=… with every request. What is read is asked with GET, what changes something is sent with POST; bodies are JSON, whatever their content type says.",
    "Whether something was done is said by success; what went wrong by code and message. Of a list, each item says so for itself.",
    "Durations are minutes, travel times seconds, distances metres (of a route kilometres); clock times are local.",
  ],
  basePath: "/optimoroute/v1",
  endpoints: [
    createOrder,
    createOrUpdateOrders,
    getOrders,
    getOrdersByNumber,
    deleteOrder,
    deleteAllOrders,
    deleteOrders,
    getSchedulingInfo,
    searchOrders,
    getEvents,
    getCompletionDetails,
    getCompletionDetailsByNumber,
    updateCompletionDetails,
    getRoutes,
    startPlanning,
    stopPlanning,
    getPlanningStatus,
    updateDriverParameters,
    updateDriversParameters,
    updateDriversPositions,
  ],
  requestsPerMinute: 6000,
  mostAtOnce: 5,
  requestNames: "ignored",
  maxBodyBytes: 8_000_000,
  keyParam: "key",
  tokenOf: keyOf,
  refuse,
  fail,
  errorSchema,
  notes: readFileSync(fileURLToPath(new URL("./README.md", import.meta.url)), "utf8"),
  keyForms: ["key"],
  credentialsOf,
  tryIt,
  readExport,
};

import "server-only";
import type { Dialect } from "@/server/api/kernel/dialect";
import { credentialsOf, tryIt } from "./credentials";
import { updateDriverParameters, updateDriversParameters } from "./endpoints/driver-parameters";
import { updateDriversPositions } from "./endpoints/driver-positions";
import { getPlanningStatus, stopPlanning } from "./endpoints/planning-jobs";
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
  endpoints: [stopPlanning, getPlanningStatus, updateDriverParameters, updateDriversParameters, updateDriversPositions],
  requestsPerMinute: 6000,
  mostAtOnce: 5,
  requestNames: "ignored",
  maxBodyBytes: 8_000_000,
  keyParam: "key",
  tokenOf: keyOf,
  refuse,
  fail,
  errorSchema,
  credentialsOf,
  tryIt,
};

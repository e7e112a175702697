import "server-only";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bearerOf } from "@/server/api/kernel/bearer-token";
import type { Dialect } from "@/server/api/kernel/dialect";
import { credentialsOf, tokenOf, tryIt } from "./credentials";
import { importJob } from "./endpoints/import";
import { getJob } from "./endpoints/jobs";
import { issueToken } from "./endpoints/token";
import { createWebhook, deleteWebhook, listWebhooks } from "./endpoints/webhooks";
import { readExport } from "./exports";
import { webhookFormat } from "./map/webhook";
import { fail, refuse } from "./refuse";
import { errorSchema } from "./wire/common";

/** The RouteMate Integration API. */
export const routemate: Dialect = {
  name: "routemate",
  title: "RouteMate Integration API",
  version: "1.0.0",
  introduction: [
    "Exchange client_id and client_secret for an access token (POST /integration-token), good for an hour, and show it as Authorization: Bearer ….",
    "An import is answered when its stops are located, put in order and given to the driver. With an Idempotency-Key the first success is answered again for a day.",
    'A refusal is { "error": … }: a sentence, or a code with one message per field.',
  ],
  basePath: "/routemate/v1",
  endpoints: [issueToken, importJob, getJob, createWebhook, listWebhooks, deleteWebhook],
  requestsPerMinute: 60,
  requestNames: "first-success",
  maxBodyBytes: 4_000_000,
  tokenOf: ({ headers }) => {
    const bearer = bearerOf(headers);
    return bearer === undefined ? undefined : tokenOf(bearer);
  },
  notes: readFileSync(fileURLToPath(new URL("./README.md", import.meta.url)), "utf8"),
  keyForms: ["client"],
  credentialsOf,
  tryIt,
  scopes: ["fleet:write", "plans:write"],
  readExport,
  refuse,
  fail,
  errorSchema,
  webhooks: webhookFormat,
};

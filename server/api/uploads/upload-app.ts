import "server-only";
import { Hono } from "hono";
import { refusalResponse } from "@/server/api/kernel/refusal-response";
import { importFleet } from "@/server/services/fleet/import-fleet";
import { receiveOrderFile } from "@/server/services/intake/receive-order-file";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { ServiceError } from "@/server/services/kernel/service-error";
import { importAddressBook } from "@/server/services/location/import-address-book";
import { saveLogo } from "@/server/services/organization/save-logo";
import { readUploadedFile, type UploadedFile } from "./read-uploaded-file";

export const MAX_UPLOAD_BYTES = 50_000_000;

export interface UploadAppOptions {
  /** The sender's way into the services; null when nobody is signed in. */
  readonly resolve: (request: Request) => Promise<ServiceContext | null>;
  readonly maxBytes?: number;
}

type Receive = (services: ServiceContext, file: UploadedFile, query: URLSearchParams) => Promise<unknown>;

/** Files of orders, addresses and vehicles, and logos, on their way into the services; refusals are JSON, `{ error: { code, message, details } }`. */
export function createUploadApp({ resolve, maxBytes = MAX_UPLOAD_BYTES }: UploadAppOptions): Hono {
  const app = new Hono();
  const receive = (path: string, work: Receive) =>
    app.post(path, async ({ req: { raw: request } }) => {
      const services = await resolve(request);
      if (!services) throw new ServiceError("unauthenticated", "Please sign in.", { reason: "unauthenticated" });
      refuseForeignOrigin(request, services.baseUrl);
      const file = await readUploadedFile(request, maxBytes);
      return Response.json(await work(services, file, new URL(request.url).searchParams), { status: 201 });
    });
  receive("/api/uploads/orders", (services, file, query) =>
    receiveOrderFile(services, {
      ...file,
      projectId: query.get("projectId") ?? "",
      ...optional(query, "sheet"),
      ...optional(query, "encoding"),
      ...optional(query, "delimiter"),
    }),
  );
  receive("/api/uploads/fleet", (services, file, query) =>
    importFleet(services, { ...file, projectId: query.get("projectId") ?? "" }),
  );
  receive("/api/uploads/address-book", (services, file, query) =>
    importAddressBook(services, { ...file, mode: query.get("mode") === "add" ? "add" : "replace" }),
  );
  receive("/api/uploads/logo", (services, file, query) =>
    saveLogo(services, { ...file, ...optional(query, "projectId") }),
  );
  app.onError(refusalResponse);
  return app;
}

function optional<K extends string>(query: URLSearchParams, key: K): { [P in K]?: string } {
  const value = query.get(key);
  return (value ? { [key]: value } : {}) as { [P in K]?: string };
}

/** A browser on another site cannot send files with our visitor's cookie; programs send no Origin and no cookie of ours. */
function refuseForeignOrigin(request: Request, baseUrl: string): void {
  const origin = request.headers.get("origin");
  const isOurs = origin === new URL(baseUrl).origin || origin === new URL(request.url).origin;
  const site = request.headers.get("sec-fetch-site");
  if (origin === null ? site === null || site === "same-origin" : isOurs) return;
  throw new ServiceError("forbidden", "Files can only be sent from Dray's own pages.", { reason: "foreign-origin" });
}

import "server-only";
import { Hono } from "hono";
import { refusalResponse } from "@/server/api/kernel/refusal-response";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { ServiceError } from "@/server/services/kernel/service-error";
import { exportEvidence } from "@/server/services/proof/export-evidence";

export interface ProofAppOptions {
  /** The sender's way into the services; null when nobody is signed in. */
  readonly resolve: (request: Request) => Promise<ServiceContext | null>;
}

/**
 * `GET /api/proofs/bundle?stop=<route id>.<visit id>&stop=…&language=en`: the evidence of those visits as a ZIP of a PDF,
 * the pictures and a manifest of their hashes. Refusals are JSON, `{ error: { code, message, details } }`.
 */
export function createProofApp({ resolve }: ProofAppOptions): Hono {
  const app = new Hono();
  app.get("/api/proofs/bundle", async ({ req }) => {
    const services = await resolve(req.raw);
    if (!services) throw new ServiceError("unauthenticated", "Please sign in.", { reason: "unauthenticated" });
    const stops = (req.queries("stop") ?? []).map((stop) => {
      const [routeId = "", visitId = ""] = stop.split(".");
      return { routeId, visitId };
    });
    const language = req.query("language") === "es" ? "es" : "en";
    const file = await exportEvidence(services, { stops, language });
    return new Response(file as BodyInit, {
      headers: {
        "content-type": "application/zip",
        "content-disposition": `attachment; filename="evidence-${stops.length === 1 ? stops[0]!.visitId.slice(0, 8) : stops.length}.zip"`,
        "cache-control": "private, no-store",
      },
    });
  });
  app.onError(refusalResponse);
  return app;
}

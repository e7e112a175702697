import "server-only";
import { bearerOf } from "@/server/api/kernel/bearer-token";
import { openEndpoint } from "@/server/api/kernel/endpoint";
import type { Subsystem } from "@/server/services/health/check-health";
import { said } from "../map/door";
import { healthSchema } from "../wire/health";

export const getHealth = openEndpoint({
  method: "get",
  path: "/health",
  id: "getHealth",
  tag: "Monitoring",
  summary: "Whether optimizer, partner connectors, location ingestion and push notifications are well",
  description: "Without a token it says whether, with one also by what figures.",
  answers: {
    200: { description: "All of it works, or most of it.", schema: healthSchema },
    503: { description: "Nothing answers.", schema: healthSchema },
  },
  refusals: [],
  run: async ({ access, headers }) => {
    const token = bearerOf(headers);
    const isKnown = token !== undefined && (await access.callerOf(token).catch(() => null)) !== null;
    const health = await access.health();
    const part = ({ status, figures }: Subsystem) => ({ status, ...(isKnown && { figures }) });
    const body = {
      status: health.status,
      checked_at: said(health.checkedAt),
      subsystems: {
        optimizer: part(health.optimizer),
        partner_connectors: part(health.partnerConnectors),
        location_ingestion: part(health.locationIngestion),
        push_notifications: part(health.pushNotifications),
      },
    };
    return { status: health.status === "unavailable" ? 503 : 200, body };
  },
});

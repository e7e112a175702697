import createClient from "openapi-fetch";

type Query = { query: { private_key: string; plan_id?: string; project_id?: string } };
type OfId = Query & { path: { id: string } };
type Answers = { responses: { 200: { content: { "application/json": unknown } } } };
type Operation<P, B = undefined> = { parameters: P; requestBody?: { content: { "application/json": B } } } & Answers;

/** What of the vendor's document the flow uses. */
export interface Paths {
  "/v2/stops": { post: Operation<Query, unknown[]> };
  "/v2/stop/move": { post: Operation<Query, unknown> };
  "/v2/plan/{id}/stops": { get: Operation<OfId> };
  "/v2/plan/{id}/routes": { get: Operation<OfId> };
  "/v2/plan/{id}/optimize": { post: Operation<OfId> };
  "/v2/route/{id}/dispatch": { post: Operation<OfId> };
}

interface EcommerceOrder {
  readonly id: string;
  readonly customerName: string;
  readonly addressLine: string;
  readonly lat: number;
  readonly lng: number;
  readonly phoneE164: string;
  readonly email: string;
  readonly weightKg: number;
  readonly windowFromSec: number;
  readonly windowToSec: number;
}

const CHUNK = 250;

/** The recipe's TypeScript flow against a server: the same calls, one after the other. */
export function dailyFlow(baseUrl: string, private_key: string, project_id: string) {
  const routal = createClient<Paths>({ baseUrl });
  const of = (id: string) => ({ params: { path: { id }, query: { private_key } } });

  const listStops = async (planId: string) => {
    const { data } = await routal.GET("/v2/plan/{id}/stops", of(planId));
    return (data as { id: string; external_id?: string; route_id?: string | null }[] | undefined) ?? [];
  };

  return {
    /** Running it again with the same orders does nothing. */
    pushDailyOrders: async (planId: string, orders: readonly EcommerceOrder[]) => {
      const existing = new Set((await listStops(planId)).map(({ external_id }) => external_id ?? ""));
      const newOnes = orders.filter(({ id }) => !existing.has(id));
      for (let at = 0; at < newOnes.length; at += CHUNK) {
        const { error } = await routal.POST("/v2/stops", {
          params: { query: { private_key, plan_id: planId, project_id } },
          body: newOnes.slice(at, at + CHUNK).map((order) => ({
            external_id: order.id,
            label: `${order.customerName} — ${order.addressLine}`,
            location: { lat: order.lat, lng: order.lng, address: order.addressLine },
            duration: 180,
            time_windows: [[order.windowFromSec, order.windowToSec]],
            phone: order.phoneE164,
            email: order.email,
            weight: order.weightKg,
            tasks: [
              { type: "scan", label: "Scan tracking barcode" },
              { type: "signature", label: "Customer signature" },
            ],
          })),
        });
        if (error) throw error;
      }
      return { created: newOnes.length };
    },

    /** What does not fit goes to tomorrow's plan; how much that was. */
    optimizeOrRollOver: async (planId: string, tomorrowId: string) => {
      const { error } = await routal.POST("/v2/plan/{id}/optimize", of(planId));
      if (!error) return { rolled_over: 0, error: undefined };
      const overflow = (await listStops(planId)).filter(({ route_id }) => !route_id).map(({ id }) => id);
      await routal.POST("/v2/stop/move", {
        params: { query: { private_key, plan_id: tomorrowId } },
        body: { stops: overflow },
      });
      return { rolled_over: overflow.length, error: error as { message_id?: string } };
    },

    dispatchPlan: async (planId: string) => {
      const { data: routes } = await routal.GET("/v2/plan/{id}/routes", of(planId));
      const links: string[] = [];
      for (const { id } of (routes as { id: string }[]) ?? []) {
        const { data } = await routal.POST("/v2/route/{id}/dispatch", of(id));
        links.push((data as { public_link: string }).public_link);
      }
      return links;
    },
  };
}

import { describe, expect, test } from "vitest";
import { resolveDriverSession } from "@/server/auth/resolve-driver-session";
import { resolveRouteLink } from "@/server/auth/resolve-route-link";
import { resendLink } from "@/server/services/plan/resend-link";
import { drivenDay } from "@/server/testing/driven-day";
import { storedPositions } from "@/server/testing/stored-positions";
import { createRunApp } from "./run-app";

async function servedDay() {
  const day = await drivenDay([[0, 1], [2]]);
  const { scenario, clock, links } = day;
  const positions = storedPositions(scenario.tenant.database);
  const by = (resolve: typeof resolveRouteLink) => async (token: string) => {
    const actor = await resolve(scenario.tenant.database, token, clock.now());
    return actor && { ...scenario.context("owner", { positions }), actor };
  };
  const app = createRunApp({ byLink: by(resolveRouteLink), bySession: by(resolveDriverSession) });
  const call = async (method: "GET" | "POST", path: string, token: string, body?: unknown) => {
    const response = await app.request(`/api/run${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const open = async (route = 0) => (await call("POST", "/session", links[route]!)).body.token as string;
  return { day, call, open };
}

describe("the driver's API", () => {
  test("201 a link becomes a session, 200 the session reads its route and sends acts", async () => {
    const { day, call, open } = await servedDay();
    const token = await open();
    const read = await call("GET", "/route", token);
    expect(read.status).toBe(200);
    expect(read.body.sheet).toMatchObject({ routeNumber: 1 });
    const acts = [day.act({ type: "accept" }), day.act({ type: "start-route" })];
    const sent = await call("POST", "/ops", token, { deviceNow: day.clock.now(), ops: acts });
    expect(sent).toMatchObject({ status: 200, body: { answers: [{ verdict: "applied" }, { verdict: "applied" }] } });
    expect((await call("GET", "/route", token)).body.ops).toHaveLength(2);
  });

  test("401 for a token that is wrong, past its time, a link where a session belongs, or withdrawn with its link", async () => {
    const { day, call, open } = await servedDay();
    const token = await open();
    for (const wrong of ["", "nonsense", `${token}x`, day.links[0]!]) {
      expect((await call("GET", "/route", wrong)).status, wrong).toBe(401);
    }
    expect((await call("POST", "/session", token)).status).toBe(401);
    const other = await open(1);
    const { scenario, clock } = day;
    await resendLink(scenario.context(), {
      planId: scenario.planId,
      routeId: scenario.routeIds[0]!,
      mutationId: scenario.mutationId(),
    });
    const refused = await call("POST", "/ops", token, { deviceNow: clock.now(), ops: [day.act({ type: "accept" })] });
    expect(refused).toMatchObject({ status: 401, body: { error: { code: "unauthenticated" } } });
    expect((await call("GET", "/route", other)).status).toBe(200);
    clock.advanceSeconds(17 * 3600);
    expect((await call("GET", "/route", other)).status).toBe(401);
  });

  test("200 positions are taken one by one; 401 from a foreign token, 400 for ten thousand at once", async () => {
    const { day, call, open } = await servedDay();
    const token = await open();
    const fix = { recordedAt: day.clock.now().toISOString(), lat: 55.6, lng: 12.5 };
    const sent = await call("POST", "/positions", token, { fixes: [fix, { ...fix, lat: 91 }] });
    expect(sent).toMatchObject({
      status: 200,
      body: { stored: 1, refused: [{ index: 1, reason: "bad-coordinates" }] },
    });
    expect((await call("POST", "/positions", `${token}x`, { fixes: [fix] })).status).toBe(401);
    const flood = await call("POST", "/positions", token, { fixes: Array(10_000).fill(fix) });
    expect(flood).toMatchObject({ status: 400, body: { error: { code: "invalid" } } });
    day.clock.advanceSeconds(17 * 3600);
    expect((await call("POST", "/positions", token, { fixes: [fix] })).status).toBe(401);
  });

  test("400 for a body that is not JSON, has no time, or too many acts at once", async () => {
    const { day, call, open } = await servedDay();
    const token = await open();
    const deviceNow = day.clock.now();
    for (const body of ["{", { ops: [] }, { deviceNow: "soon", ops: [] }, { deviceNow, ops: Array(501).fill({}) }]) {
      expect((await call("POST", "/ops", token, body)).status).toBe(400);
    }
    expect((await call("GET", "/route", token)).body.ops).toEqual([]);
  });
});

import { beforeAll, describe, expect, test } from "vitest";
import { revokeApiKey } from "@/server/services/api-key/revoke-api-key";
import { office } from "./testing/office";

let rm: Awaited<ReturnType<typeof office>>;
beforeAll(async () => {
  rm = await office({ hasDriver: false });
});

describe("POST /integration-token", () => {
  const asked = (body: unknown) => rm.ask("POST", "/integration-token", { body, token: null });

  test("200: client_id and client_secret give a token for an hour that may be used again and again", async () => {
    expect(rm.credentials.client_id).toMatch(/^rm_ci_/);
    expect(rm.credentials.client_secret).toMatch(/^rm_cs_/);
    const { status, body } = await asked(rm.credentials);
    expect(status).toBe(200);
    expect(body).toEqual({
      access_token: expect.stringMatching(/^rm_at_\S+$/),
      token_type: "Bearer",
      expires_in: 3600,
    });
    for (const _ of [1, 2]) {
      const read = await rm.ask("GET", "/integration-jobs?job_id=nothing", { token: body.access_token });
      expect(read.status).toBe(404);
    }
  });

  test("200: whatever the body's type is called", async () => {
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const body = JSON.stringify(rm.credentials);
    expect((await rm.ask("POST", "/integration-token", { body, headers, token: null })).status).toBe(200);
  });

  test("400: each field that is missing is named", async () => {
    const { status, body } = await asked({ client_secret: "" });
    expect(status).toBe(400);
    expect(body).toEqual({
      error: { code: "VALIDATION_ERROR", messages: ["client_id is required", "client_secret is required"] },
    });
    expect((await asked("no json")).body.error.code).toBe("VALIDATION_ERROR");
  });

  test("401: a wrong secret, an unknown client, another client's secret", async () => {
    const other = await office({ hasDriver: false });
    const { client_id, client_secret } = rm.credentials;
    for (const wrong of [
      { client_id, client_secret: `${client_secret}x` },
      { client_id: "rm_ci_abc123", client_secret },
      { client_id, client_secret: other.credentials.client_secret },
      { client_id, client_secret: (await asked(rm.credentials)).body.access_token },
    ]) {
      expect(await asked(wrong)).toMatchObject({ status: 401, body: { error: "Invalid client credentials" } });
    }
  });

  test("403: an integration that was disabled; its tokens open nothing any more", async () => {
    const closed = await office({ hasDriver: false });
    const given = await closed.ask("POST", "/integration-token", { body: closed.credentials, token: null });
    await revokeApiKey(closed.tenant.context(), { id: closed.keyId });
    const again = await closed.ask("POST", "/integration-token", { body: closed.credentials, token: null });
    expect(again).toMatchObject({ status: 403, body: { error: "Integration has been disabled" } });
    const read = await closed.ask("GET", "/integration-jobs?job_id=x", { token: given.body.access_token });
    expect(read).toMatchObject({ status: 401, body: { error: "Invalid or expired access token" } });
  });

  test("405 and 404 are said in JSON as well", async () => {
    expect(await rm.ask("GET", "/integration-token")).toMatchObject({
      status: 405,
      body: { error: "Method not allowed" },
    });
    expect(await rm.ask("GET", "/nowhere")).toMatchObject({ status: 404, body: { error: "Endpoint not found" } });
  });
});

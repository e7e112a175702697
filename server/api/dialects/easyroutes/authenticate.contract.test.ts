import { beforeAll, describe, expect, test } from "vitest";
import { shop } from "./testing/shop";

let mine: Awaited<ReturnType<typeof shop>>;
beforeAll(async () => {
  mine = await shop();
});

describe("POST /authenticate", () => {
  test("200: a token for an hour, and whose it is", async () => {
    const { keyId, secret, ask } = mine;
    const request = { body: { clientId: keyId, clientSecret: secret }, token: null };
    const { status, body } = await ask("POST", "/authenticate", request);
    expect(status).toBe(200);
    const organization = mine.tenant.organizationId;
    expect(body).toEqual({ accessToken: expect.any(String), expiresInSeconds: "3600", organization });
    expect((await ask("GET", "/drivers", { token: body.accessToken })).status).toBe(200);
  });

  test("401: another secret, another id", async () => {
    const { keyId, secret, ask } = mine;
    for (const body of [
      { clientId: keyId, clientSecret: `${secret}0` },
      { clientId: "01980000-0000-8000-8000-000000000001", clientSecret: secret },
    ]) {
      const answer = await ask("POST", "/authenticate", { body, token: null });
      expect([answer.status, answer.body.code]).toEqual([401, 16]);
    }
  });

  test("400: half of it", async () => {
    const { status, body } = await mine.ask("POST", "/authenticate", { body: { clientId: mine.keyId }, token: null });
    expect([status, body.code]).toEqual([400, 3]);
  });
});

import { Webhook } from "standardwebhooks";
import { describe, expect, test } from "vitest";
import { makeWebhookSecret, webhookHeaders } from "./sign-webhook";

test("a message is signed as Standard Webhooks' own example is", () => {
  const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  const about = { id: "msg_p5jXN8AQM9LWM0D4loKWxJek", atSeconds: 1614265330, body: '{"test": 2432232314}' };
  expect(webhookHeaders({ ...about, secrets: [secret] })).toMatchObject({
    "webhook-id": about.id,
    "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  });
});

test("while one secret replaces another both sign, the newest first; without any nothing is signed", () => {
  const about = { id: "msg_1", atSeconds: 1614265330, body: "{}" };
  const signatures = (secrets: readonly string[]) => webhookHeaders({ ...about, secrets })["webhook-signature"];
  const [newer, older] = ["a newer secret", "an older secret"];
  expect(signatures([newer, older])).toBe(`${signatures([newer])} ${signatures([older])}`);
  expect(webhookHeaders({ ...about, secrets: [] })).toEqual({
    "webhook-id": "msg_1",
    "webhook-timestamp": "1614265330",
  });
});

describe("the verifier of Standard Webhooks", () => {
  const message = (secrets: readonly string[], atSeconds = Math.floor(Date.now() / 1000)) => {
    const body = JSON.stringify({ type: "delivery.delivered", note: "Ærø, 3.ª planta" });
    return { body, headers: webhookHeaders({ id: "msg_1", atSeconds, body, secrets }) };
  };

  test("takes what we send, by a secret of ours or of its reader's own", () => {
    const made = makeWebhookSecret();
    const { body, headers } = message([made]);
    expect(new Webhook(made).verify(body, headers)).toEqual(JSON.parse(body));
    const own = message(["a secret of theirs"]);
    expect(new Webhook("a secret of theirs", { format: "raw" }).verify(own.body, own.headers)).toBeTruthy();
  });

  test("takes it by either of two secrets while one replaces the other, and by neither after", () => {
    const [newer, older] = [makeWebhookSecret(), makeWebhookSecret()];
    const { body, headers } = message([newer, older]);
    for (const secret of [newer, older]) expect(new Webhook(secret).verify(body, headers)).toBeTruthy();
    expect(() => new Webhook(makeWebhookSecret()).verify(body, headers)).toThrow(/signature/i);
    const after = message([newer]);
    expect(() => new Webhook(older).verify(after.body, after.headers)).toThrow(/signature/i);
  });

  test("refuses another body, another name, and what comes too late", () => {
    const secret = makeWebhookSecret();
    const { body, headers } = message([secret]);
    const verifier = new Webhook(secret);
    expect(() => verifier.verify(body.replace("delivered", "cancelled"), headers)).toThrow(/signature/i);
    expect(() => verifier.verify(body, { ...headers, "webhook-id": "msg_2" })).toThrow(/signature/i);
    const old = message([secret], Math.floor(Date.now() / 1000) - 3600);
    expect(() => verifier.verify(old.body, old.headers)).toThrow(/timestamp/i);
  });
});

import { expect, test } from "vitest";
import { webhookHeaders } from "./sign-webhook";

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

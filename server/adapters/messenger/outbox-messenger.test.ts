import { expect, test } from "vitest";
import { outboxMessenger } from "./outbox-messenger";

test("accepts mail and SMS alike, and says that it is only the outbox", async () => {
  expect(outboxMessenger.source).toBe("outbox");
  await expect(outboxMessenger.send({ channel: "email", to: "ann@example.com", text: "x" })).resolves.toBeUndefined();
  await expect(outboxMessenger.send({ channel: "sms", to: "+4512345678", text: "x" })).resolves.toBeUndefined();
});

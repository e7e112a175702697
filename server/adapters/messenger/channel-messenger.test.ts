import { expect, test } from "vitest";
import { FakeMessenger } from "@/server/testing/fake-messenger";
import { createChannelMessenger } from "./channel-messenger";

test("each channel goes its own way, and the source names both", async () => {
  const email = new FakeMessenger("smtp");
  const sms = new FakeMessenger("outbox");
  const messenger = createChannelMessenger({ email, sms });
  await messenger.send({ channel: "sms", to: "+4512345678", text: "x" });
  await messenger.send({ channel: "email", to: "ann@example.com", text: "y" });
  expect(email.sent.map(({ text }) => text)).toEqual(["y"]);
  expect(sms.sent.map(({ text }) => text)).toEqual(["x"]);
  expect(messenger.source).toBe("smtp, outbox");
  expect(createChannelMessenger({ email: sms, sms }).source).toBe("outbox");
});

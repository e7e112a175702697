import { expect, test } from "vitest";
import { sendMessage } from "@/server/jobs/handlers/send-message";
import { SendFailure } from "@/server/ports/messenger";
import { FakeMessenger } from "@/server/testing/fake-messenger";
import { planScenario } from "@/server/testing/plan-scenario";
import { addPartner } from "../partner/add-partner";
import { connectPartner } from "../partner/connect-partner";
import { handOverDeliveries } from "../partner/hand-over-deliveries";
import { sendManifest } from "../partner/send-manifest";
import { resendMessage } from "./resend-message";

/** A manifest in the outbox, and a mail server that does as it is told. */
async function manifest() {
  const { tenant, deliveryIds } = await planScenario([{ at: [1, 1] }]);
  const { organizationId, jobs } = tenant;
  const email = new FakeMessenger();
  const ports = { messengers: { email, sms: email } };
  const services = tenant.context("owner", ports);
  const { id: partnerId } = await addPartner(services, { partner: { name: "Swift", type: "3pl" } });
  const settings = { manifest: { emails: ["a@swift.example"], sendAtSeconds: [] } };
  await connectPartner(services, { partnerId, connector: "manifest", settings, secrets: {} });
  await handOverDeliveries(services, { deliveryIds });
  await sendManifest(services, { partnerId });
  const { raw } = tenant.database;
  const message = async () => {
    const [row] = await raw`select id, status, failure from outbox_message where organization_id = ${organizationId}`;
    return row as { id: string; status: string; failure: string | null };
  };
  const { id: messageId } = await message();
  /** Does the jobs there are for it, and says what became of it. */
  const sent = async (failure?: Error) => {
    email.failure = failure;
    for (const { name, payload } of jobs.splice(0)) {
      if (name !== "send-message") continue;
      const { signal } = new AbortController();
      await sendMessage(tenant.systemContext(ports), payload as { messageId: string }, signal);
    }
    return (await message()).status;
  };
  const turnInto = (purpose: string, status: string) =>
    raw`update outbox_message set purpose = ${purpose}, status = ${status} where organization_id = ${organizationId}`;
  return { tenant, services, email, messageId, message, sent, turnInto };
}

test("a manifest that did not arrive, or perhaps not, is sent again with its file when a person says so", async () => {
  const { services, email, messageId, message, sent } = await manifest();
  const again = () => resendMessage(services, { messageId });
  expect(await sent(new SendFailure("refused", "mailbox full"))).toBe("failed");
  // Twice pressed is once asked.
  expect(await Promise.all([again(), again()])).toEqual([{ status: "queued" }, { status: "queued" }]);
  expect(await message()).toMatchObject({ status: "queued", failure: null });
  expect(await sent(new SendFailure("unknown", "broke off"))).toBe("unknown");
  expect(email.sent).toEqual([]);
  await again();
  expect(await sent()).toBe("sent");
  expect(email.sent.map(({ to, attachment }) => [to, attachment!.mediaType])).toEqual([
    ["a@swift.example", "text/csv"],
  ]);
  await expect(again()).rejects.toMatchObject({ code: "refused", details: { reason: "not-resendable" } });
  expect(await sent()).toBe("sent");
  expect(email.sent).toHaveLength(1);
});

test("what is being sent, is kept here, or is for somebody else is not sent again", async () => {
  const { tenant, services, messageId, turnInto } = await manifest();
  tenant.jobs.splice(0);
  for (const [purpose, status] of [
    ["partner-manifest", "sending"],
    ["partner-manifest", "kept"],
    ["customer-near", "failed"],
    ["route-dispatched", "unknown"],
    ["webhook-failing", "queued"],
  ] as const) {
    await turnInto(purpose, status);
    const reason = { details: { reason: "not-resendable" } };
    await expect(resendMessage(services, { messageId }), `${purpose} ${status}`).rejects.toMatchObject(reason);
  }
  expect(tenant.jobs).toEqual([]);
});

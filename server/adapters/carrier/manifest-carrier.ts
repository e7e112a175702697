import type { Carriers } from "@/server/ports/carrier";
import { type MessengerPort, SendFailure } from "@/server/ports/messenger";
import { tariffCarrier } from "./tariff-carrier";

const NO_MAIL = "No mail server is set up: its manifests can be read in the outbox only.";

/**
 * A partner who is mailed lists of what is handed over to him (`services/partner/send-manifest`) and takes what is agreed
 * on: prices are by list, everything is accepted. To be tried, his first address is written to.
 */
export function createManifestCarrier(mailer: MessengerPort): Carriers {
  return {
    ...tariffCarrier,
    test: async ({ settings: { manifest } }) => {
      const to = manifest?.emails[0];
      if (!to)
        return { outcome: "failed", message: "It has no address.", fault: "no-address", exchange: unanswered("") };
      if (mailer.source === "outbox") {
        return { outcome: "skipped", message: NO_MAIL, fault: "no-mail-server", exchange: unanswered("") };
      }
      const subject = "Manifests will be sent to this address";
      const text = "Hello,\n\nlists of the deliveries that are handed over to you will come to this address.\n";
      try {
        await mailer.send({ channel: "email", to, subject, text });
        return {
          outcome: "ok",
          message: `The mail server took a message to ${to}.`,
          exchange: unanswered(`mail ${to}`),
        };
      } catch (error) {
        const outcome = error instanceof SendFailure && error.kind === "unknown" ? "unknown" : "failed";
        const message = error instanceof Error ? error.message : String(error);
        return { outcome, message: message.slice(0, 500), fault: "mail", exchange: unanswered(`mail ${to}`) };
      }
    },
  };
}

const unanswered = (request: string) => ({ request, status: null, answer: "", milliseconds: null });

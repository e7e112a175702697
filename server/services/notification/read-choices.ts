import "server-only";
import { z } from "zod";
import { findLinkRecipient } from "@/db/queries/notification/link-recipient";
import { messageReaderOf } from "@/server/domain/message/message-reader";
import { messageChoices } from "@/server/domain/notification/message-choices";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

/** By what the person behind a link is written, and in which language his door reads. */
export const readChoices = query({
  permission: "order.read",
  input: z.object({ linkId: z.uuid() }),
  run: async ({ tx, actor }, { linkId }) => {
    const person = found(await findLinkRecipient(tx, actor.organizationId, linkId), "stop");
    const { language } = messageReaderOf(person.country, person.projectLanguage);
    return { choices: messageChoices(person), sender: person.sender, language };
  },
});

import "server-only";
import { logger } from "better-auth";
import { listMemberships } from "@/db/queries/access/find-person";
import { findHomeCustoms, findMemberPreferences } from "@/db/queries/preference/member-preferences";
import { withTenant } from "@/db/with-tenant";
import { messageReaderOf } from "@/server/domain/message/message-reader";
import { type LetterText, type MessageWords, messageWords } from "@/server/domain/message/message-words";
import { type Language, storedPreferences } from "@/server/domain/preference/preferences";
import type { AuthSettings } from "./auth-settings";

interface Addressee {
  readonly id: string;
  readonly email: string;
}

type LetterOf = (words: MessageWords) => LetterText;

/**
 * Mails somebody about his account, in the language he reads where he belongs. Not waited for: what he is told of is done,
 * and what is left to do must not hang on a mail server. One that fails is in our own log.
 */
export function writeLater(settings: AuthSettings, person: Addressee, letterOf: LetterOf): void {
  void write(settings, person, letterOf).catch((error: unknown) =>
    logger.error("a mail about an account was not sent", error),
  );
}

async function write(settings: AuthSettings, { id, email }: Addressee, letterOf: LetterOf): Promise<void> {
  const { subject, email: text } = letterOf(messageWords(await languageOf(settings, id)));
  await settings.mailer.send({ channel: "email", to: email, subject, text });
}

async function languageOf({ database }: AuthSettings, personId: string): Promise<Language> {
  const [membership] = await listMemberships(database, personId);
  if (!membership) return messageReaderOf("").language;
  const { organizationId } = membership;
  return withTenant(database, organizationId, async (tx) => {
    const { language } = storedPreferences.parse((await findMemberPreferences(tx, organizationId, personId)) ?? {});
    const home = await findHomeCustoms(tx, organizationId);
    return messageReaderOf(home.country ?? "", language === "auto" ? home.language : language).language;
  });
}

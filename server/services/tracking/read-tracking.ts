import "server-only";
import { z } from "zod";
import { insertTrackingView, lockTold, saveTold } from "@/db/queries/tracking/customer-told";
import { findTrackedVisit } from "@/db/queries/tracking/tracked-visit";
import { findTrackingPolicy } from "@/db/queries/tracking/tracking-policies";
import { messageReaderOf } from "@/server/domain/message/message-reader";
import { LANGUAGES, type Language } from "@/server/domain/preference/preferences";
import { assessArrival } from "@/server/domain/tracking/assess-arrival";
import { trackingPage } from "@/server/domain/tracking/tracking-page";
import { hasEnded } from "@/server/domain/tracking/tracking-state";
import { command, untraced } from "../kernel/command";
import { found } from "../kernel/service-error";
import { type ToldRow, toldRow, toldWindow } from "./told-window";
import { trackedFacts } from "./tracked-facts";

/**
 * What a customer sees of a door now, in the language asked for or else his country's; what he is told by it is kept, so
 * that the next word follows from it, and so is that somebody looked. Nothing leaves here that may not be shown.
 */
export const readTracking = command({
  permission: "order.read",
  input: z.object({
    linkId: z.uuid(),
    visitId: z.uuid(),
    scope: z.enum(["page", "status"]),
    language: z.enum(LANGUAGES).nullable(),
    ipHash: z.string().max(64),
  }),
  run: async ({ tx, actor: { organizationId }, now, newId }, { linkId, visitId, scope, language, ipHash }) => {
    const policy = await findTrackingPolicy(tx, organizationId);
    const before: ToldRow = await lockTold(tx, organizationId, visitId, now);
    const row = found(await findTrackedVisit(tx, organizationId, visitId), "stop");
    const facts = trackedFacts(row, before.toldDate, now.getTime());
    // Until this organization's own errors are read here, the stated default counts.
    const arrival = assessArrival({ ...facts.arrival, told: toldWindow(before), errors: [] }, policy);
    const endedAt = hasEnded(arrival.state) ? (before.endedAt ?? new Date(row.completedAtMs ?? now.getTime())) : null;
    const told = { ...toldRow(arrival.told), toldDate: before.toldDate ?? row.serviceDate, endedAt };
    if (!isSame(before, told)) await saveTold(tx, { organizationId, visitId }, { ...told, updatedAt: now });
    await insertTrackingView(tx, { organizationId, id: newId(), linkId, scope, ipHash, createdAt: now });
    const reader = readerOf(row.country, language);
    const acts = { ...facts.acts, reschedules: before.reschedules, endedAtMs: endedAt?.getTime() ?? null };
    const sources = { ...facts.page, arrival, seen: [], acts };
    const page = trackingPage(reader, sources, scope, policy, now.getTime());
    // A view passes by itself: writing it to the log would make all of an organization's pages wait for one row.
    return untraced({ page, language: reader.language, sender: row.sender });
  },
});

function readerOf(country: string, language: Language | null) {
  return language ? { language, locale: `${language}-${country}` } : messageReaderOf(country);
}

function isSame(before: ToldRow, told: Partial<ToldRow>): boolean {
  return (Object.keys(told) as (keyof ToldRow)[]).every((key) => String(before[key]) === String(told[key]));
}

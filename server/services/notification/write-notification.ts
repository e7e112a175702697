import "server-only";
import type { TemplateRow } from "@/db/queries/notification/notification-settings";
import type { NotificationRow } from "@/db/queries/notification/notifications";
import type { OutboxInsert } from "@/db/queries/plan/assignments";
import { logoPath, logoSize } from "@/server/domain/brand/logo";
import { linkMark } from "@/server/domain/message/link-mark";
import { CUSTOMER_PURPOSE } from "@/server/domain/message/message-purpose";
import { messageReaderOf } from "@/server/domain/message/message-reader";
import { composeNotification } from "@/server/domain/notification/compose-notification";
import type { EmailLogo } from "@/server/domain/notification/email-html";
import { notificationValues } from "@/server/domain/notification/notification-values";
import { notificationWords } from "@/server/domain/notification/notification-words";
import type { TrackingPolicy } from "@/server/domain/tracking/tracking-policy";
import { visibleFields } from "@/server/domain/tracking/visible-fields";
import type { CommandScope } from "../kernel/command";
import type { TellingDoor } from "./load-doors";

/** Of a logo before the sender's name, in pixels. */
const LOGO_ROOM = { width: 160, height: 36 };

export interface LetterSources {
  readonly door: TellingDoor;
  readonly linkId: string;
  /** The organization's own wording. */
  readonly templates: readonly TemplateRow[];
  readonly policy: TrackingPolicy;
  /** `kept`: nothing is configured to carry it. */
  readonly status: "queued" | "kept";
}

/** What a customer is written, as a row of the outbox; it says no more than his page would. */
export function writeNotification(
  { actor, now, newId, baseUrl }: Pick<CommandScope<unknown>, "actor" | "now" | "newId" | "baseUrl">,
  { trigger, channel }: Pick<NotificationRow, "trigger" | "channel">,
  { door, linkId, templates, policy, status }: LetterSources,
): OutboxInsert & { readonly id: string } {
  const { row, person, arrival, page, now: state } = door;
  const reader = messageReaderOf(row.country, row.projectLanguage);
  const { language } = reader;
  const own = templates.find((each) => each.trigger === trigger && each.language === language);
  const template = { ...(own ?? notificationWords(language).templates[trigger]), trigger };
  const visible = visibleFields(arrival.state, page.nearness, policy.fields);
  const values = notificationValues(reader, {
    recipientName: person.name,
    sender: row.sender,
    order: person.externalId ?? "",
    window: arrival.told,
    serviceDate: row.serviceDate,
    timeZone: row.timeZone,
    isLate: state.isLate,
    driverName: visible.has("driverName") ? page.driverName : "",
    stopsBefore: visible.has("stopsBefore") ? page.nearness.stopsBefore : null,
    reason: trigger === "failed" ? person.reason : null,
    link: linkMark(baseUrl, linkId),
  });
  return {
    organizationId: actor.organizationId,
    id: newId(),
    channel,
    recipient: channel === "email" ? person.email : person.phone,
    recipientName: person.name,
    senderName: row.sender,
    ...composeNotification(template, language, channel, values, emailLogo(baseUrl, row)),
    purpose: `${CUSTOMER_PURPOSE}${trigger}`,
    status,
    via: status === "kept" ? "outbox" : "",
    deliveryId: person.deliveryId,
    trackingLinkId: linkId,
    createdAt: now,
    updatedAt: now,
  };
}

function emailLogo(baseUrl: string, { logo, logoToken }: TellingDoor["row"]): EmailLogo | null {
  if (!logo || !logoToken) return null;
  return { url: `${baseUrl}${logoPath(logoToken, "png")}`, ...logoSize(logo, LOGO_ROOM) };
}

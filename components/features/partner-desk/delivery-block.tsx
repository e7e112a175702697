"use client";
import { Phone } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import { Badge, type Tone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { PartnerWord } from "@/server/domain/partner/partner-word";
import type { AssignedDelivery } from "./use-assignments";

export type DeliveryBlockProps = {
  delivery: AssignedDelivery;
  /** On a route, among others: by its own number. */
  isOnRoute: boolean;
  mayReport: boolean;
  onSay: (word: PartnerWord) => void;
};

const TONES: Readonly<Partial<Record<AssignedDelivery["status"], Tone>>> = {
  enroute: "accent",
  delivered: "ok",
  failed: "alert",
};

/** A delivery as its courier needs it, and what can be said of it now. */
export function DeliveryBlock({ delivery, isOnRoute, mayReport, onSay }: DeliveryBlockProps) {
  const t = useWords("partnerDesk");
  const { externalId, status, doors, notes, parcels } = delivery;
  const isOut = status === "assigned" || status === "enroute" || status === "scheduled";
  // What a route brings from the depot is on board: nothing is picked up on the way.
  const isLoaded = isOnRoute && !doors.some(({ role }) => role === "pickup");
  return (
    <li className="flex flex-col gap-2 px-4 py-3">
      <p className="flex flex-wrap items-center gap-x-3 text-ink-muted">
        {isOnRoute && externalId ? <span className="font-medium text-ink">{externalId}</span> : null}
        {parcels > 0 ? <span>{t("parcels", { count: parcels })}</span> : null}
        {mayReport ? <Badge tone={TONES[status] ?? "neutral"}>{t(`delivery.${status}`)}</Badge> : null}
      </p>
      {doors.map((door) => (
        <Door key={door.visitId} door={door} isOfPair={doors.length > 1} />
      ))}
      {notes ? <p className="whitespace-pre-line">{notes}</p> : null}
      {mayReport && isOut ? (
        <div className="flex flex-wrap gap-2 pt-1">
          {status === "enroute" ? null : (
            <Button onClick={() => onSay(isLoaded ? "enroute" : "picked-up")}>
              {t(isLoaded ? "onTheWay" : "pickedUp")}
            </Button>
          )}
          <Button variant="primary" onClick={() => onSay("delivered")}>
            {t("delivered")}
          </Button>
          <Button onClick={() => onSay("failed")}>{t("failed")}</Button>
          {isOnRoute || status === "enroute" ? null : (
            <Button variant="ghost" onClick={() => onSay("cancelled")}>
              {t("giveBack")}
            </Button>
          )}
        </div>
      ) : null}
    </li>
  );
}

function Door({ door, isOfPair }: { door: AssignedDelivery["doors"][number]; isOfPair: boolean }) {
  const t = useWords("partnerDesk");
  const { role, name, phone, address, windows, instructions } = door;
  const place = [address.street, [address.postcode, address.city].filter(Boolean).join(" ")].filter(Boolean).join(", ");
  return (
    <div className="flex flex-col gap-0.5">
      <p>
        {isOfPair || role === "pickup" ? <span className="mr-2 text-ink-muted">{t(`role.${role}`)}</span> : null}
        <span className="font-medium">{name}</span>
        {windows.length > 0 ? (
          <span className="ml-3 text-ink-muted tabular-nums">
            {t.format.list(windows.map(({ fromSeconds, toSeconds }) => t.format.wallRange(fromSeconds, toSeconds)))}
          </span>
        ) : null}
      </p>
      <p>{place}</p>
      {phone ? (
        <a
          href={`tel:${phone}`}
          className="inline-flex min-h-6 items-center gap-1.5 self-start text-accent underline-offset-2 hover:underline pointer-coarse:min-h-11"
        >
          <Phone aria-hidden="true" className="size-3.5" />
          {phone}
        </a>
      ) : null}
      {instructions ? <p className="whitespace-pre-line text-ink-muted">{instructions}</p> : null}
    </div>
  );
}

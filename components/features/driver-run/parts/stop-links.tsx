"use client";
import { MessageSquare, Navigation, Phone } from "lucide-react";
import { useContext } from "react";
import { useWords } from "@/components/lib/words/words-context";
import type { SheetStop } from "@/server/domain/plan/route-sheet";
import { navigationUrl } from "../screens/navigation-url";
import { RunContext } from "../store/run-context";
import { bigButtonClass } from "./big-button";
import { callUrl } from "./call-url";
import { CustomerNote } from "./customer-note";

export interface StopLinksProps {
  readonly stop: SheetStop;
  readonly isApple: boolean;
  /** Told when the driver asks for the way there. */
  readonly onNavigate?: () => void;
}

/** The way there, and the people there: the phone's own maps and calls; messages by the phone, or by us where its numbers stay private. */
export function StopLinks({ stop, isApple, onNavigate }: StopLinksProps) {
  const t = useWords("driverRun");
  const isLooking = useContext(RunContext)?.isLooking;
  const url = navigationUrl(stop.place, isApple);
  return (
    <div inert={isLooking} className="flex gap-2 empty:hidden">
      {url ? (
        <a href={url} onClick={onNavigate} className={`${bigButtonClass()} flex-1`}>
          <Navigation aria-hidden="true" />
          <span>
            {t.rich("navigate", {
              place: stop.place.name || stop.place.street,
              hidden: (words) => <span className="sr-only">{words}</span>,
            })}
          </span>
        </a>
      ) : null}
      {stop.phone ? (
        <>
          <a href={callUrl(stop)} aria-label={t("call")} className={bigButtonClass()}>
            <Phone aria-hidden="true" />
          </a>
          {stop.phoneCode ? (
            <CustomerNote visitId={stop.visitId} />
          ) : (
            <a href={`sms:${stop.phone}`} aria-label={t("message")} className={bigButtonClass()}>
              <MessageSquare aria-hidden="true" />
            </a>
          )}
        </>
      ) : null}
    </div>
  );
}

"use client";
import { useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { DECLINE_REASONS } from "@/server/domain/execution/outcome";
import { ActionBar } from "../parts/action-bar";
import { BigButton } from "../parts/big-button";
import { RunBrand } from "../parts/run-brand";
import { sheetDistance } from "../parts/sheet-distance";
import { useAct } from "../parts/use-act";
import { useDay, useKeptDay, useRunDesk } from "../store/run-context";
import { DoorList } from "./door-list";
import { ReasonDialog } from "./reason-dialog";

/** A route that its driver has not taken yet, or has declined. */
export function OfferScreen() {
  const t = useWords("driverRun");
  const desk = useRunDesk();
  const { route } = useKeptDay();
  const day = useDay();
  const { isBusy, run } = useAct();
  const [isDeclining, setDeclining] = useState(false);
  const { sheet } = route.run;
  const isDeclined = day.phase === "declined";
  const accept = () => {
    void run(() => desk.act({ type: "accept" }));
    // Without this the browser may throw away what is kept when the phone runs full.
    void navigator.storage?.persist?.();
  };
  const times = {
    place: sheet.start.name,
    time: t.format.time(sheet.startSeconds),
    end: t.format.time(sheet.endSeconds),
  };
  return (
    <>
      <section className="rounded-xl border border-line-strong bg-surface p-4">
        <RunBrand brand={sheet.brand} />
        <h2 className="font-semibold text-xl">{t(isDeclined ? "declined" : "offerTitle")}</h2>
        {/* Links are sent days before, and times alone would be taken for today's. */}
        <p className="mt-1 font-medium text-lg first-letter:uppercase">{t.format.date(sheet.date, "long")}</p>
        <p className="text-lg">
          {isDeclined ? t("declinedAbout") : t(sheet.end ? "offerAbout" : "offerEndless", times)}
        </p>
        <p className="mt-2 font-medium text-lg">
          {t("routeFacts", { count: sheet.stops.length, distance: sheetDistance(t.format, sheet) })}
        </p>
        <p className="text-ink-muted text-md">
          {[sheet.vehicle.label, sheet.vehicle.registration].filter(Boolean).join(" · ")}
        </p>
      </section>
      <DoorList doors={day.doors} />
      <ActionBar>
        {isDeclined ? null : (
          <BigButton disabled={isBusy} onClick={() => setDeclining(true)}>
            {t("decline")}
          </BigButton>
        )}
        <BigButton look="primary" disabled={isBusy} onClick={accept}>
          {t(isDeclined ? "acceptAfterAll" : "accept")}
        </BigButton>
      </ActionBar>
      <ReasonDialog
        title={t("declineTitle")}
        choices={DECLINE_REASONS.map((value) => ({ value, label: t(`decline.${value}`) }))}
        confirm={t("decline")}
        open={isDeclining}
        onOpenChange={setDeclining}
        onConfirm={async (reason, note) => {
          if (await run(() => desk.act({ type: "decline", reason, note }))) setDeclining(false);
        }}
      />
    </>
  );
}

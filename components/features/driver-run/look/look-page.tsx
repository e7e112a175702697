"use client";
import { Eye } from "lucide-react";
import { type FormEvent, useEffect, useState } from "react";
import { useStore } from "zustand";
import { browserTimeZone } from "@/components/lib/time-zones";
import { useTRPCClient } from "@/components/lib/trpc";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { TextField } from "@/components/ui/text-field";
import { LOOKING } from "@/server/domain/access/permissions";
import { RunHeader, RunPlaces } from "../screens/run-screen";
import { RunContext } from "../store/run-context";
import type { RunDesk } from "../store/run-desk";
import { openLook } from "./open-look";

interface Look {
  readonly id: string;
  readonly driver: string;
  readonly expiresAt: Date;
  readonly desk: RunDesk;
}

/** A route as its driver sees it, for somebody at the desk: begun by a word, over after a quarter of an hour. */
export function LookPage({ routeId }: { routeId: string }) {
  const t = useWords("driverLook");
  const mayLook = useMay(LOOKING);
  const [look, setLook] = useState<Look | null>(null);
  const [wasEnded, setEnded] = useState(false);
  useEffect(() => () => look?.desk.close(), [look]);
  if (!mayLook) return <EmptyState icon={<Eye />} title={t("notAllowed")} className="flex-1" />;
  if (!look) return <Begin routeId={routeId} isAgain={wasEnded} onBegun={setLook} />;
  return (
    <Looking
      look={look}
      onOver={() => {
        setEnded(true);
        setLook(null);
      }}
    />
  );
}

type BeginProps = { routeId: string; isAgain: boolean; onBegun: (look: Look) => void };

function Begin({ routeId, isAgain, onBegun }: BeginProps) {
  const t = useWords("driverLook");
  const { driverDesk } = useTRPCClient();
  const refusalOf = useRefusalOf();
  const [why, setWhy] = useState("");
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function begin(event: FormEvent) {
    event.preventDefault();
    setPending(true);
    try {
      const begun = await driverDesk.seeAs.mutate({ routeId, why });
      const { lookId: id, driver, expiresAt, token, remainingSeconds } = begun;
      onBegun({ id, driver, expiresAt, desk: openLook(token, remainingSeconds) });
    } catch (error) {
      setProblem(refusalOf(error).message);
      setPending(false);
    }
  }

  return (
    <>
      <PageHeader title={t("title")} />
      <form onSubmit={(event) => void begin(event)} className="mx-auto flex w-full max-w-md flex-col gap-4 p-4">
        {isAgain ? <Banner tone="info">{t("over")}</Banner> : null}
        {problem ? <Banner tone="error">{problem}</Banner> : null}
        <p>{t("about")}</p>
        <TextField label={t("why")} hint={t("whyHint")} value={why} maxLength={200} onValueChange={setWhy} />
        <Button type="submit" variant="primary" className="self-start" icon={<Eye />} loading={isPending}>
          {t("begin")}
        </Button>
      </form>
    </>
  );
}

function Looking({ look: { id, driver, expiresAt, desk }, onOver }: { look: Look; onOver: () => void }) {
  const t = useWords("driverLook");
  const { driverDesk } = useTRPCClient();
  const phase = useStore(desk.state, (state) => state.phase);
  useEffect(() => {
    if (phase === "closed") onOver();
  }, [phase, onOver]);
  const end = () => {
    // It ends by itself where the server cannot be told.
    void driverDesk.endLook.mutate({ lookId: id }).catch(() => {});
    onOver();
  };
  return (
    <section aria-label={t("title")} className="flex min-h-0 flex-1 flex-col">
      <div
        role="status"
        className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b bg-warn-soft px-4 py-2 text-ink"
      >
        <Eye className="size-4 shrink-0" aria-hidden="true" />
        <p className="min-w-0 flex-1 basis-60">
          {t.rich("lookingAs", {
            driver,
            time: t.format.clock(expiresAt.getTime(), browserTimeZone()),
            b: (words) => <strong className="font-semibold">{words}</strong>,
          })}
        </p>
        <Button size="sm" onClick={end}>
          {t("end")}
        </Button>
      </div>
      <div className="relative mx-auto min-h-0 w-full max-w-xl flex-1 border-line border-x [transform:translateZ(0)]">
        <div className="flex h-full flex-col gap-4 overflow-y-auto px-4 pt-3 pb-40">
          {phase === "ready" ? (
            <RunContext value={desk}>
              <RunHeader />
              <RunPlaces isApple={false} />
            </RunContext>
          ) : (
            <Skeleton className="h-56" />
          )}
        </div>
      </div>
    </section>
  );
}

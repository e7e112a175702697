"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import clsx from "clsx";
import { Check } from "lucide-react";
import { useRouter } from "next/navigation";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useTRPC } from "@/components/lib/trpc";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Skeleton } from "@/components/ui/skeleton";
import { SettingsSection } from "../settings-section";
import { AbilityForm } from "./ability-form";
import { ReachForm } from "./reach-form";
import { ReviewStep } from "./review-step";
import { WhoForm } from "./who-form";

const STEPS = ["who", "ability", "reach", "review"] as const;
type Step = (typeof STEPS)[number];

/**
 * A partner is added in four steps. Each is saved as it is left, so that what is there waits in the list; the address keeps
 * where one is, and what is typed stays while one goes back and forth.
 */
export function PartnerWizard() {
  const t = useWords("settingsPartners");
  const refusalOf = useRefusalOf();
  const router = useRouter();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [{ partner: id, step: asked }, setPlace] = useQueryStates(
    { partner: parseAsString, step: parseAsStringLiteral(STEPS).withDefault("who") },
    { history: "push" },
  );
  const { data: partner, error } = useQuery(trpc.partner.get.queryOptions({ id: id ?? "" }, { enabled: id !== null }));
  const step: Step = id === null ? "who" : asked;
  const go = (next: Step) => void setPlace({ step: next });
  const saved = async (savedId: string, next: Step | null) => {
    await queries.invalidateQueries({ queryKey: trpc.partner.pathKey() });
    if (next) void setPlace({ partner: savedId, step: next });
  };
  const isReady = id === null || partner !== undefined;
  return (
    <SettingsSection title={t("wizard")} description={t("finishLater")}>
      <StepList step={step} mayJump={partner !== undefined} onGo={go} />
      {error ? <Banner tone="error">{refusalOf(error).message}</Banner> : null}
      {!isReady && !error ? <Skeleton className="h-60 w-full" /> : null}
      {isReady ? (
        <div hidden={step !== "who"}>
          <WhoForm
            key={`who ${partner?.id}.${partner?.version}`}
            partner={partner ?? null}
            action={t("next")}
            isStep
            onSaved={(savedId) => void saved(savedId, "ability")}
          />
        </div>
      ) : null}
      {partner ? (
        <>
          <div hidden={step !== "ability"}>
            <AbilityForm
              key={`ability ${partner.id}.${partner.version}`}
              partner={partner}
              action={t("next")}
              isStep
              onBack={() => go("who")}
              onSaved={(savedId) => void saved(savedId, "reach")}
            />
          </div>
          <div hidden={step !== "reach"}>
            <ReachForm
              key={`reach ${partner.id}`}
              partner={partner}
              action={t("saveAndTest")}
              isStep
              onBack={() => go("ability")}
              onSaved={(savedId) => saved(savedId, null)}
              onAnswered={() => go("review")}
            />
          </div>
          {step === "review" ? (
            <ReviewStep partner={partner} onGo={go} onDone={() => router.push(`/settings/partners/${partner.id}`)} />
          ) : null}
        </>
      ) : null}
    </SettingsSection>
  );
}

function StepList({ step, mayJump, onGo }: { step: Step; mayJump: boolean; onGo: (step: Step) => void }) {
  const t = useWords("settingsPartners");
  const at = STEPS.indexOf(step);
  return (
    <ol aria-label={t("steps")} className="flex flex-wrap gap-x-4 gap-y-1">
      {STEPS.map((each, index) => (
        <li key={each}>
          <button
            type="button"
            disabled={!mayJump}
            aria-current={each === step ? "step" : undefined}
            onClick={() => onGo(each)}
            className={clsx(
              "flex h-8 items-center gap-2 rounded-md px-1 enabled:hover:text-ink pointer-coarse:h-10",
              each === step ? "font-medium text-accent" : "text-ink-muted",
            )}
          >
            <span
              className={clsx(
                "grid size-5 place-items-center rounded-full border text-xs tabular-nums [&>svg]:size-3",
                each === step ? "border-accent" : "border-line-strong",
              )}
            >
              {index < at ? <Check aria-hidden="true" /> : t.format.count(index + 1)}
            </span>
            {t(`step.${each}`)}
          </button>
        </li>
      ))}
    </ol>
  );
}

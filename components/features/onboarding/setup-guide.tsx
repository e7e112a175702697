"use client";
import clsx from "clsx";
import { Check } from "lucide-react";
import Link from "next/link";
import { useWords } from "@/components/lib/words/words-context";
import { buttonClass } from "@/components/ui/button-class";
import { Skeleton } from "@/components/ui/skeleton";
import { FirstProject } from "./first-project";
import { type SetupStep, useSetupSteps } from "./use-setup-steps";

/** The steps to a first plan, each with what of it is done and where to go next. */
export function SetupGuide() {
  const t = useWords("onboarding");
  const { steps, isPending } = useSetupSteps();
  if (!isPending && !steps[0]?.isDone) return <FirstProject />;
  const nextIndex = steps.findIndex(({ isDone }) => !isDone);
  return (
    <section aria-labelledby="setup-title">
      <h2 id="setup-title" className="font-semibold text-xl tracking-tight">
        {t("guideTitle")}
      </h2>
      <p className="mt-1 mb-5 text-ink-muted text-md">{t("guideAbout")}</p>
      {isPending ? (
        <Skeleton className="h-96 w-full rounded-lg" />
      ) : (
        <ol className="overflow-hidden rounded-lg border border-line bg-surface">
          {steps.map((step, index) => (
            <StepRow key={step.id} step={step} number={index + 1} isNext={index === nextIndex} />
          ))}
        </ol>
      )}
    </section>
  );
}

function StepRow({ step, number, isNext }: { step: SetupStep; number: number; isNext: boolean }) {
  const t = useWords("onboarding");
  const way = step.isDone ? step.done : { href: step.href, label: step.action };
  return (
    <li
      aria-current={isNext ? "step" : undefined}
      className={clsx(
        "flex flex-wrap items-center gap-x-4 gap-y-3 border-line border-b px-4 py-4 last:border-b-0 sm:px-5",
        isNext && "bg-selected",
      )}
    >
      <span
        className={clsx(
          "grid size-8 shrink-0 place-items-center self-start rounded-full font-semibold tabular-nums",
          step.isDone
            ? "bg-ok-soft text-ok"
            : isNext
              ? "bg-accent text-accent-ink"
              : "border border-line-strong text-ink-muted",
        )}
      >
        {step.isDone ? <Check aria-hidden="true" className="size-4" /> : number}
        {step.isDone ? <span className="sr-only">{t("done")}</span> : null}
      </span>
      <div className="min-w-0 flex-1 basis-56">
        <h3 className="font-medium text-md">{step.title}</h3>
        <p className="text-pretty text-ink-muted">{step.text}</p>
      </div>
      <div className="flex shrink-0 flex-wrap gap-2 pl-12 sm:pl-0">
        {step.other && !step.isDone ? (
          <Link href={step.other.href} className={buttonClass({ variant: "ghost" })}>
            {step.other.label}
          </Link>
        ) : null}
        <Link href={way.href} className={buttonClass({ variant: isNext ? "primary" : "secondary" })}>
          {way.label}
        </Link>
      </div>
    </li>
  );
}

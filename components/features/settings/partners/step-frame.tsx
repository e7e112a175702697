"use client";
import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode, RefObject } from "react";
import type { Refusal } from "@/components/lib/refusal";
import { useTRPC } from "@/components/lib/trpc";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";

/** What a form about a partner is given, be it a step of the wizard or a part of the partner's page. */
export type StepProps<Partner = unknown> = {
  partner: Partner;
  /** On the button that saves. */
  action: string;
  onSaved: (id: string) => void;
  /** A step of the wizard: that it was saved is said by the next one. */
  isStep?: boolean;
  /** Given: back to the step before. */
  onBack?: (() => void) | undefined;
};

export type StepFrameProps = Omit<StepProps, "partner" | "onSaved" | "isStep"> & {
  form: RefObject<HTMLFormElement | null>;
  refusal: Refusal | null;
  isPending: boolean;
  onSubmit: () => void;
  children: ReactNode;
};

/** A form about a partner with why it was not saved; where somebody else was faster, the way to what is there now. */
export function StepFrame({ form, refusal, isPending, action, onBack, onSubmit, children }: StepFrameProps) {
  const t = useWords("settingsPartners");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const isStale = refusal?.code === "stale";
  return (
    <form
      ref={form}
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {refusal ? (
        <Banner
          tone="error"
          title={t("notSaved")}
          actions={
            isStale ? (
              <Button size="sm" onClick={() => void queries.invalidateQueries({ queryKey: trpc.partner.pathKey() })}>
                {t("showNow")}
              </Button>
            ) : undefined
          }
        >
          {isStale ? t("somebodyElse") : refusal.message}
        </Banner>
      ) : null}
      {children}
      <div className="flex flex-wrap justify-end gap-2">
        {onBack ? <Button onClick={onBack}>{t("previous")}</Button> : null}
        <Button type="submit" variant="primary" loading={isPending}>
          {action}
        </Button>
      </div>
    </form>
  );
}

"use client";
import { Package, X } from "lucide-react";
import { useState } from "react";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { DatePicker } from "@/components/ui/date-picker";
import { EmptyState } from "@/components/ui/empty-state";
import { IconButton } from "@/components/ui/icon-button";
import { PageHeader } from "@/components/ui/page-header";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Skeleton } from "@/components/ui/skeleton";
import { ASSIGNMENT_STAGES, type AssignmentStage } from "@/server/domain/partner/assignment-stage";
import { AssignmentCard } from "./assignment-card";
import { SayDialog, type ToSay } from "./say-dialog";
import { useAssignments } from "./use-assignments";
import { WhileOpen } from "./while-open";

/** What a partner's person comes for: to answer, to report, to look up. */
export function AssignmentsPage({ isOpen }: { isOpen: boolean }) {
  return (
    <WhileOpen isOpen={isOpen}>
      <Assignments />
    </WhileOpen>
  );
}

function Assignments() {
  const t = useWords("partnerDesk");
  const [stage, setStage] = useState<AssignmentStage>("waiting");
  const [date, setDate] = useState("");
  const [toSay, setToSay] = useState<ToSay | null>(null);
  const { assignments, refresh } = useAssignments(stage, date || null);
  const waiting = assignments.data?.waiting ?? 0;
  return (
    <>
      <PageHeader title={t("assignments")} meta={assignments.data?.partnerName} />
      <div className="flex flex-wrap items-end gap-3 border-line border-b px-4 py-2.5 sm:px-5">
        <SegmentedControl
          label={t("stage")}
          options={ASSIGNMENT_STAGES.map((value) => ({
            value,
            label: value === "waiting" && waiting > 0 ? t("stageWaiting", { count: waiting }) : t(`stage.${value}`),
          }))}
          value={stage}
          onValueChange={setStage}
        />
        <span className="flex items-center gap-1">
          <DatePicker label={t("day")} hideLabel steps={false} value={date} onValueChange={setDate} />
          {date ? <IconButton label={t("anyDay")} icon={<X />} onClick={() => setDate("")} /> : null}
        </span>
      </div>
      <AssignmentList query={assignments} stage={stage} hasDate={date !== ""} onSay={setToSay} />
      {toSay ? <SayDialog toSay={toSay} onSaid={() => void refresh()} onClose={() => setToSay(null)} /> : null}
    </>
  );
}

type ListProps = {
  query: ReturnType<typeof useAssignments>["assignments"];
  stage: AssignmentStage;
  hasDate: boolean;
  onSay: (toSay: ToSay) => void;
};

function AssignmentList({ query: { data, error, isPending }, stage, hasDate, onSay }: ListProps) {
  const t = useWords("partnerDesk");
  const refusalOf = useRefusalOf();
  if (error) {
    return (
      <Banner tone="error" className="m-4 sm:m-5">
        {refusalOf(error).message}
      </Banner>
    );
  }
  if (isPending || !data) return <Skeleton className="m-4 h-40 sm:m-5" />;
  if (data.assignments.length === 0) {
    return (
      <EmptyState icon={<Package />} title={t(`none.${stage}`)} className="flex-1">
        {hasDate ? t("noneThatDay") : null}
      </EmptyState>
    );
  }
  return (
    <div className="flex max-w-220 flex-col gap-3 p-4 sm:p-5">
      <ul aria-label={t("assignments")} className="flex flex-col gap-3">
        {data.assignments.map((assignment) => (
          <AssignmentCard key={assignment.id} assignment={assignment} onSay={onSay} />
        ))}
      </ul>
      {data.hasMore ? <p className="text-ink-muted">{t("more")}</p> : null}
    </div>
  );
}

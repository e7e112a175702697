import type { Words } from "@/components/lib/words/words";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import type { CustomerDoor } from "./use-customer";

/** What a customer was last told of his door: the window and what it rests on, delays, and what he moved himself. */
export function DoorTold({ told, zone }: { told: CustomerDoor["told"]; zone: string }) {
  const t = useWords("customer");
  const facts: readonly (readonly [label: string, value: string, basis?: string])[] = [
    [t("told"), windowOf(t, told, zone), told?.basis ? t(`basis.${told.basis}`) : undefined],
    ...(told && told.delays > 0 ? [[t("delays"), delaysOf(t, told, zone)] as const] : []),
    ...(told && told.reschedules > 0
      ? [[t("reschedules"), t("reschedulesBy", { count: told.reschedules })] as const]
      : []),
  ];
  return (
    <dl className="grid grid-cols-[6.5rem_1fr] gap-x-3 gap-y-1.5">
      {facts.map(([label, value, basis]) => (
        <div key={label} className="contents">
          <dt className="text-ink-muted">{label}</dt>
          <dd className="flex min-w-0 flex-wrap items-center gap-x-2 tabular-nums">
            {value}
            {basis ? <Badge>{basis}</Badge> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function windowOf(t: Words<"customer">, told: CustomerDoor["told"], zone: string): string {
  if (!told?.date) return t("toldNothing");
  const date = t.format.date(told.date, "short");
  if (told.fromMs === null || told.toMs === null) return t("toldDay", { date });
  return t("toldWindow", { date, from: t.format.clock(told.fromMs, zone), to: t.format.clock(told.toMs, zone) });
}

function delaysOf(t: Words<"customer">, told: NonNullable<CustomerDoor["told"]>, zone: string): string {
  const { delays: count, delayArriveAtMs } = told;
  if (delayArriveAtMs === null) return t("delaysTold", { count });
  return t("delaysToldAt", { count, time: t.format.clock(delayArriveAtMs, zone) });
}

"use client";
import { useWords } from "@/components/lib/words/words-context";
import { Chip } from "@/components/ui/chip";
import { Select } from "@/components/ui/select";
import { ACTOR_KINDS } from "@/server/domain/event/audit-filter";
import { type ActivityView, PERIODS } from "./activity-view";
import { ENTITIES } from "./describe-event";

const ANY = "any";

export type ActivityFiltersProps = { view: ActivityView; onChange: (change: Partial<ActivityView>) => void };

/** About what, by whom, since when; and the one request that was picked from the list. */
export function ActivityFilters({ view, onChange }: ActivityFiltersProps) {
  const t = useWords("activity");
  const choice = <V extends string>(
    label: string,
    any: string,
    options: readonly { value: V; label: string }[],
    value: V | null,
    take: (value: V | null) => void,
  ) => (
    <Select<V | typeof ANY>
      label={label}
      size="sm"
      className="min-w-0 flex-1 basis-36 sm:max-w-48"
      options={[{ value: ANY, label: any }, ...options]}
      value={value ?? ANY}
      onValueChange={(next) => take(next === ANY ? null : (next as V))}
    />
  );
  return (
    <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
      {choice(
        t("filter"),
        t("everything"),
        ENTITIES.map((value) => ({ value, label: t(`entity.${value}`) })),
        view.about,
        (about) => onChange({ about }),
      )}
      {choice(
        t("by"),
        t("by.anybody"),
        ACTOR_KINDS.map((value) => ({ value, label: t(`by.${value}`) })),
        view.by,
        (by) => onChange({ by }),
      )}
      {choice(
        t("period"),
        t("period.any"),
        PERIODS.map((value) => ({ value, label: t(`period.${value}`) })),
        view.days,
        (days) => onChange({ days }),
      )}
      {view.reference ? (
        <Chip onRemove={() => onChange({ reference: null })} removeLabel={t("anyReference")}>
          {t("reference", { id: view.reference.slice(-8) })}
        </Chip>
      ) : null}
    </div>
  );
}

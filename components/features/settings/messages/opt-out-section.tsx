"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { useTRPC } from "@/components/lib/trpc";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { Skeleton } from "@/components/ui/skeleton";
import { TextField } from "@/components/ui/text-field";
import { SettingsUnreadable } from "../form/settings-state";
import { SettingsSection } from "../settings-section";
import { OptOutForm } from "./opt-out-form";
import { OptOutRow } from "./opt-out-row";

/** Who does not want to be written: customers say so on their page, or at the telephone. */
export function OptOutSection() {
  const t = useWords("settingsMessages");
  const trpc = useTRPC();
  const mayAdd = useMay("order.write");
  const [search, setSearch] = useState("");
  const asked = useDeferredValue(search);
  const list = useQuery({
    ...trpc.notification.optOuts.queryOptions({ search: asked }),
    placeholderData: keepPreviousData,
  });
  const optOuts = list.data?.optOuts ?? [];
  return (
    <SettingsSection title={t("optOut.title")} description={t("optOut.about")}>
      {mayAdd ? <OptOutForm /> : null}
      {list.error ? <SettingsUnreadable error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isPending && !list.error ? <Skeleton className="h-16 w-full" /> : null}
      {list.data && (optOuts.length > 0 || search !== "") ? (
        <TextField
          label={t("optOut.find")}
          hideLabel
          placeholder={t("optOut.find")}
          leading={<Search />}
          value={search}
          onValueChange={setSearch}
          className="max-w-80"
        />
      ) : null}
      {optOuts.length > 0 ? (
        <ul aria-label={t("optOut.title")} className="-mx-4 -mb-4 border-line border-t sm:-mx-5 sm:-mb-5">
          {optOuts.map((optOut) => (
            <OptOutRow key={`${optOut.channel}-${optOut.address}`} optOut={optOut} />
          ))}
        </ul>
      ) : list.data ? (
        <p className="text-ink-muted">{t(search === "" ? "optOut.none" : "optOut.noneFound")}</p>
      ) : null}
      {list.data?.hasMore ? <p className="text-ink-muted text-sm">{t("optOut.more")}</p> : null}
    </SettingsSection>
  );
}

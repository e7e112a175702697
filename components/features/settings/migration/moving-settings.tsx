"use client";
import { useQuery } from "@tanstack/react-query";
import { useQueryState } from "nuqs";
import type { RouterOutput } from "@/components/lib/router-types";
import { useTRPC } from "@/components/lib/trpc";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { SettingsSection } from "../settings-section";
import { ExportIntake } from "./export-intake";
import { VendorAccess } from "./vendor-access";

export type Vendor = RouterOutput["migration"]["vendors"][number];

/** Moving here from another system: its programs by an address and credentials, its data by an export. */
export function MovingSettings() {
  const t = useWords("settingsMoving");
  const refusalOf = useRefusalOf();
  const trpc = useTRPC();
  const { data: vendors, error } = useQuery(trpc.migration.vendors.queryOptions({}));
  const [name, setName] = useQueryState("from");
  if (error) {
    return (
      <Banner tone="error" title={t("unreadable")}>
        {refusalOf(error).message}
      </Banner>
    );
  }
  if (!vendors) return <Skeleton className="h-60 w-full rounded-lg" />;
  const vendor = vendors.find((each) => each.name === name) ?? null;
  return (
    <>
      <SettingsSection title={t("title")} description={t("about")}>
        <Select
          label={t("vendor")}
          className="w-full max-w-80"
          placeholder={t("chooseVendor")}
          options={vendors.map(({ name: value, title }) => ({ value, label: title }))}
          value={vendor?.name ?? null}
          onValueChange={(next) => void setName(next)}
        />
      </SettingsSection>
      {vendor ? (
        <>
          <VendorAccess key={`access ${vendor.name}`} vendor={vendor} />
          {vendor.brings.length > 0 ? <ExportIntake key={`export ${vendor.name}`} vendor={vendor} /> : null}
        </>
      ) : null}
    </>
  );
}

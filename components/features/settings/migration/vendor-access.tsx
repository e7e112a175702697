"use client";
import { useMutation } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { useTRPC } from "@/components/lib/trpc";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { SettingsSection } from "../settings-section";
import { CopyLine } from "./copy-line";
import type { Vendor } from "./moving-settings";
import { ShownCredentials } from "./shown-credentials";

/** What a vendor's programs are told so that they ask here: an address, and credentials made this once. */
export function VendorAccess({ vendor }: { vendor: Vendor }) {
  const t = useWords("settingsMoving");
  const refusalOf = useRefusalOf();
  const trpc = useTRPC();
  const mayManage = useMay("members.manage");
  // A secret is not kept for anybody once its page is left.
  const made = useMutation(trpc.migration.makeKey.mutationOptions({ gcTime: 0 }));
  const address = made.data?.baseUrl ?? `${globalThis.location?.origin ?? ""}${vendor.basePath}`;
  return (
    <SettingsSection
      title={t("programs")}
      description={t("programsAbout", { vendor: vendor.title })}
      actions={
        mayManage ? (
          <Button
            variant={made.data ? "secondary" : "primary"}
            icon={<KeyRound />}
            loading={made.isPending}
            onClick={() => made.mutate({ vendor: vendor.name })}
          >
            {t(made.data ? "makeOther" : "make")}
          </Button>
        ) : null
      }
    >
      <CopyLine label={t("address")} value={address} />
      {made.error ? (
        <Banner tone="error" title={t("notMade")}>
          {refusalOf(made.error).message}
        </Banner>
      ) : null}
      {made.data ? (
        <>
          <ShownCredentials shown={made.data} />
          <p className="text-ink-muted">{t("managedAt")}</p>
        </>
      ) : null}
      {mayManage ? null : <p className="text-ink-muted">{t("askAdmin")}</p>}
    </SettingsSection>
  );
}

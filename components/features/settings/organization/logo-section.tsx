"use client";
import { useQueryClient } from "@tanstack/react-query";
import { ImageOff, Trash2 } from "lucide-react";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useAttempt } from "@/components/lib/use-attempt";
import { useUpload } from "@/components/lib/use-upload";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { FileDrop } from "@/components/ui/file-drop";
import { useToast } from "@/components/ui/toast";
import { LOGO_CONTENT_TYPES, logoPath } from "@/server/domain/brand/logo";
import { SettingsSection } from "../settings-section";

export type LogoSectionProps = {
  name: string;
  logoToken: string | null;
  /** Whose it is; absent: the organization's. */
  projectId?: string;
};

/** The logo on customers' pages and in their e-mails; a new one is in use as soon as it is here. */
export function LogoSection({ name, logoToken, projectId }: LogoSectionProps) {
  const t = useWords("settingsOrganization");
  const mayEdit = useMay("settings.write");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const toast = useToast();
  const { state, send } = useUpload<{ logoToken: string }>();
  const { attempt, isPending, refusal } = useAttempt();
  const owner = projectId ? trpc.project : trpc.organization;
  const look = () => queries.invalidateQueries({ queryKey: owner.pathKey() });
  async function take(file: File) {
    if (!(await send(projectId ? `/api/uploads/logo?projectId=${projectId}` : "/api/uploads/logo", file))) return;
    await look();
    toast.show({ title: t("logoSaved"), tone: "ok" });
  }
  const remove = () =>
    attempt(t("logoRemoved"), () => client.organization.removeLogo.mutate(projectId ? { projectId } : {}).then(look));
  const fault = state.phase === "refused" ? state.refusal : refusal;
  return (
    <SettingsSection title={t("logo")} description={t(projectId ? "logoAboutProject" : "logoAbout")}>
      {fault ? (
        <Banner tone="error" title={t("logoRefused")}>
          {fault.message}
        </Banner>
      ) : null}
      <div className="flex flex-wrap items-center gap-4">
        <span className="flex h-20 w-44 items-center justify-center rounded-lg border border-line bg-white p-3">
          {logoToken ? (
            // biome-ignore lint/performance/noImgElement: it is the organization's own file, already small
            <img
              src={logoPath(logoToken)}
              alt={t("logoOf", { name })}
              className="max-h-full max-w-full object-contain"
            />
          ) : (
            <ImageOff aria-hidden="true" className="size-6 text-neutral-400" />
          )}
        </span>
        {mayEdit && logoToken ? (
          <Button variant="ghost" icon={<Trash2 />} loading={isPending} onClick={() => void remove()}>
            {t("removeLogo")}
          </Button>
        ) : null}
        {logoToken ? null : <span className="text-ink-muted">{t(projectId ? "noLogoProject" : "noLogo")}</span>}
      </div>
      {mayEdit ? (
        <FileDrop
          label={t("dropLogo")}
          hint={t("dropLogoHint")}
          accept={LOGO_CONTENT_TYPES.join(",")}
          disabled={state.phase === "sending"}
          onFiles={([file]) => file && void take(file)}
          onReject={() => toast.show({ title: t("logoRefused"), description: t("dropLogoHint"), tone: "error" })}
          className="py-5"
        />
      ) : null}
    </SettingsSection>
  );
}

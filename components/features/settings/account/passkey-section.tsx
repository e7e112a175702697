"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { KeyRound, Pencil, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { authClient } from "@/components/lib/auth-client";
import { usePasskeyHindrance } from "@/components/lib/passkey/passkey-site";
import { browserTimeZone } from "@/components/lib/time-zones";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Skeleton } from "@/components/ui/skeleton";
import { useToast } from "@/components/ui/toast";
import { authCall, authProblem } from "../auth-call";
import { SettingsSection } from "../settings-section";
import { PasskeyDialog } from "./passkey-dialog";
import { type Passkey, type PasskeyAct, passkeyKind } from "./passkeys";

/** What opens the person's account without a password: each with its name, its keeper and its last use. */
export function PasskeySection() {
  const t = useWords("passkey");
  const settings = useWords("settings");
  const toast = useToast();
  const router = useRouter();
  const hindrance = usePasskeyHindrance();
  const queryClient = useQueryClient();
  const { refetch } = authClient.useSession();
  const passkeys = useQuery({
    queryKey: ["passkeys"],
    queryFn: () => authCall(authClient.$fetch<Passkey[]>("/passkey/list-user-passkeys", { method: "GET" })),
    retry: false,
  });
  const [act, setAct] = useState<PasskeyAct | null>(null);
  const list = passkeys.data ?? [];

  // Showing who is there gives this device a new session, and taking a key away ends others.
  function refresh() {
    void refetch();
    void queryClient.invalidateQueries({ queryKey: ["sessions"] });
    void passkeys.refetch();
  }

  return (
    <SettingsSection
      title={t("title")}
      description={t("about")}
      actions={hindrance ? null : <Button onClick={() => setAct({ kind: "add" })}>{t("add")}</Button>}
    >
      {hindrance ? <Banner tone="info">{t(`problem.${hindrance}`)}</Banner> : null}
      {passkeys.error ? <Banner tone="error">{authProblem(settings, passkeys.error)}</Banner> : null}
      {passkeys.isPending ? <Skeleton className="h-14 w-full" /> : null}
      {passkeys.data && list.length === 0 ? <p className="text-ink-muted">{t("none")}</p> : null}
      {list.length > 0 ? (
        <ul aria-label={t("title")} className="-mx-4 -mb-4 border-line border-t sm:-mx-5 sm:-mb-5">
          {list.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} onAct={(kind) => setAct({ kind, passkey })} />
          ))}
        </ul>
      ) : null}
      {act ? (
        <PasskeyDialog
          act={act}
          // Where the list is shut, it is until a key is shown.
          hasPasskeys={list.length > 0 || passkeys.error !== null}
          onClose={() => {
            setAct(null);
            refresh();
          }}
          onDone={() => {
            setAct(null);
            refresh();
            // Who took away what opened this session may have to show another key: the page's own walls say so.
            if (act.kind === "remove") router.refresh();
            toast.show({ title: t(`done.${act.kind}`), tone: "ok" });
          }}
        />
      ) : null}
    </SettingsSection>
  );
}

type PasskeyRowProps = { passkey: Passkey; onAct: (kind: "rename" | "remove") => void };

function PasskeyRow({ passkey, onAct }: PasskeyRowProps) {
  const t = useWords("passkey");
  const time = (instant: string | Date) => t.format.instant(new Date(instant), browserTimeZone());
  const name = passkey.name || t("unnamed");
  const { createdAt, lastUsedAt } = passkey;
  return (
    <li className="flex min-h-14 items-center gap-3 border-line border-b px-4 py-2 last:border-b-0 sm:px-5">
      <KeyRound aria-hidden="true" className="size-5 shrink-0 text-ink-muted" />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{name}</p>
        <p className="text-pretty text-ink-muted">
          {[
            t(`kind.${passkeyKind(passkey)}`),
            createdAt && t("added", { time: time(createdAt) }),
            lastUsedAt ? t("used", { time: time(lastUsedAt) }) : t("neverUsed"),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
      <IconButton label={t("renameOf", { name })} icon={<Pencil />} onClick={() => onAct("rename")} />
      <IconButton label={t("removeOf", { name })} icon={<Trash2 />} onClick={() => onAct("remove")} />
    </li>
  );
}

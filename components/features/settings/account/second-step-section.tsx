"use client";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { authClient } from "@/components/lib/auth-client";
import { BackupCodes } from "@/components/lib/second-step/backup-codes";
import { PasswordAndCode } from "@/components/lib/second-step/password-and-code";
import { SetUpSecondStep } from "@/components/lib/second-step/set-up-second-step";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { useToast } from "@/components/ui/toast";
import { SettingsSection } from "../settings-section";

type Opened = "on" | "off" | "codes";

/** The second step of the person's own account: on or off, and its backup codes. */
export function SecondStepSection({ email }: { email: string }) {
  const t = useWords("secondStep");
  const toast = useToast();
  const { data, isPending, refetch } = authClient.useSession();
  const queryClient = useQueryClient();
  // Turning it on or off gives this device a new session.
  const refresh = () => {
    void refetch();
    void queryClient.invalidateQueries({ queryKey: ["sessions"] });
  };
  const [opened, setOpened] = useState<Opened | null>(null);
  const isOn = Boolean(data?.user.twoFactorEnabled);

  function end(done: string) {
    setOpened(null);
    refresh();
    toast.show({ title: done, tone: "ok" });
  }

  const dialogs: Record<Opened, { title: string; body: ReactNode }> = {
    on: {
      title: t("setUpTitle"),
      body: (
        <SetUpSecondStep
          email={email}
          doneLabel={t("codesKept")}
          onConfirmed={refresh}
          onDone={() => end(t("turnedOn"))}
        />
      ),
    },
    off: {
      title: t("turnOff"),
      body: (
        <PasswordAndCode
          isGrave
          about={t("turnOffAbout")}
          button={t("turnOff")}
          path="/two-factor/disable"
          onDone={() => end(t("turnedOff"))}
        />
      ),
    },
    codes: { title: t("newCodes"), body: <NewBackupCodes email={email} onDone={() => setOpened(null)} /> },
  };

  return (
    <SettingsSection
      title={t("title")}
      description={t("about")}
      actions={isPending ? null : <Badge tone={isOn ? "ok" : "neutral"}>{t(isOn ? "isOn" : "isOff")}</Badge>}
    >
      {isPending ? (
        <Skeleton className="h-8 w-40" />
      ) : (
        <div className="flex flex-wrap gap-2">
          {isOn ? (
            <>
              <Button onClick={() => setOpened("codes")}>{t("newCodes")}</Button>
              <Button onClick={() => setOpened("off")}>{t("turnOff")}</Button>
            </>
          ) : (
            <Button variant="primary" onClick={() => setOpened("on")}>
              {t("turnOn")}
            </Button>
          )}
        </div>
      )}
      {opened ? (
        <Dialog
          open
          title={dialogs[opened].title}
          onOpenChange={(next) => {
            if (next) return;
            setOpened(null);
            refresh();
          }}
        >
          {dialogs[opened].body}
        </Dialog>
      ) : null}
    </SettingsSection>
  );
}

/** Ten new codes for a password and a code. */
function NewBackupCodes({ email, onDone }: { email: string; onDone: () => void }) {
  const t = useWords("secondStep");
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (!codes) {
    return (
      <PasswordAndCode<{ readonly backupCodes: readonly string[] }>
        about={t("newCodesAbout")}
        button={t("makeCodes")}
        path="/two-factor/generate-backup-codes"
        onDone={({ backupCodes }) => setCodes(backupCodes)}
      />
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <BackupCodes codes={codes} email={email} />
      <Button variant="primary" className="self-end" onClick={onDone}>
        {t("codesKept")}
      </Button>
    </div>
  );
}

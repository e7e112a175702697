"use client";
import { type FormEvent, useState } from "react";
import { authClient } from "@/components/lib/auth-client";
import { deviceName } from "@/components/lib/device-name";
import { AddPasskeyForm } from "@/components/lib/passkey/add-passkey-form";
import {
  type PasskeyOutcome,
  type PasskeyProblem,
  removePasskey,
  renamePasskey,
  sayPasskeyProblem,
} from "@/components/lib/passkey/call-passkey";
import { ConfirmPerson } from "@/components/lib/passkey/confirm-person";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { TextField } from "@/components/ui/text-field";
import type { Passkey, PasskeyAct } from "./passkeys";

/** A little less than the server's ten minutes, after which it asks. */
const CONFIRMED_MILLISECONDS = 9 * 60 * 1000;

type PasskeyDialogProps = { act: PasskeyAct; hasPasskeys: boolean; onClose: () => void; onDone: () => void };

/** Adding, renaming, removing; who is there is asked first, but for a name. */
export function PasskeyDialog({ act, hasPasskeys, onClose, onDone }: PasskeyDialogProps) {
  const t = useWords("passkey");
  const settings = useWords("settings");
  const { data, isPending, refetch } = authClient.useSession();
  const [answer, setConfirmed] = useState<boolean | null>(null);
  const isConfirmed = answer ?? (act.kind === "rename" || isRecent(data?.session));
  const ask = () => setConfirmed(false);
  const body = {
    add: () => (
      <AddPasskeyForm suggestedName={deviceName(settings, navigator.userAgent)} onUnconfirmed={ask} onDone={onDone} />
    ),
    rename: (passkey: Passkey) => <RenameForm passkey={passkey} onUnconfirmed={ask} onDone={onDone} />,
    remove: (passkey: Passkey) => <RemoveForm passkey={passkey} onUnconfirmed={ask} onDone={onDone} />,
  };
  return (
    <Dialog open title={t(`title.${act.kind}`)} onOpenChange={(next) => !next && onClose()}>
      {isPending && !data ? (
        <Skeleton className="h-24 w-full" />
      ) : !isConfirmed ? (
        <ConfirmPerson
          asksCode={Boolean(data?.user.twoFactorEnabled)}
          hasPasskeys={hasPasskeys}
          onDone={() => {
            void refetch();
            setConfirmed(true);
          }}
        />
      ) : act.kind === "add" ? (
        body.add()
      ) : (
        body[act.kind](act.passkey)
      )}
    </Dialog>
  );
}

function isRecent(session: object | undefined): boolean {
  const at = session && "confirmedAt" in session ? session.confirmedAt : null;
  const isInstant = typeof at === "string" || at instanceof Date;
  return isInstant && Date.now() - new Date(at).getTime() < CONFIRMED_MILLISECONDS;
}

function usePasskeyCall(onDone: () => void, onUnconfirmed: () => void) {
  const [problem, setProblem] = useState<PasskeyProblem | null>(null);
  const [isPending, setPending] = useState(false);
  async function run(work: () => Promise<PasskeyOutcome>) {
    setPending(true);
    setProblem(null);
    const outcome = await work();
    setPending(false);
    if (outcome.ok) return onDone();
    if ("reason" in outcome.problem && outcome.problem.reason === "confirm") return onUnconfirmed();
    setProblem(outcome.problem);
  }
  return { problem, isPending, run };
}

function RenameForm({ passkey, onUnconfirmed, onDone }: FormProps) {
  const t = useWords("passkey");
  const [name, setName] = useState(passkey.name ?? "");
  const [error, setError] = useState<string>();
  const { problem, isPending, run } = usePasskeyCall(onDone, onUnconfirmed);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (!name.trim()) return setError(t("enterName"));
    void run(() => renamePasskey(passkey.id, name));
  }
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      {problem ? <Banner tone="error">{sayPasskeyProblem(t, problem)}</Banner> : null}
      <TextField
        label={t("name")}
        maxLength={60}
        autoComplete="off"
        value={name}
        onValueChange={(next) => {
          setName(next);
          setError(undefined);
        }}
        error={error}
      />
      <Button type="submit" variant="primary" className="self-end" loading={isPending}>
        {t("save")}
      </Button>
    </form>
  );
}

type FormProps = { passkey: Passkey; onUnconfirmed: () => void; onDone: () => void };

function RemoveForm({ passkey, onUnconfirmed, onDone }: FormProps) {
  const t = useWords("passkey");
  const { problem, isPending, run } = usePasskeyCall(onDone, onUnconfirmed);
  return (
    <div className="flex flex-col gap-4">
      {problem ? <Banner tone="error">{sayPasskeyProblem(t, problem)}</Banner> : null}
      <p className="text-pretty">{t("removeAbout", { name: passkey.name || t("unnamed") })}</p>
      <Button
        variant="danger"
        className="self-end"
        loading={isPending}
        onClick={() => void run(() => removePasskey(passkey.id))}
      >
        {t("remove")}
      </Button>
    </div>
  );
}

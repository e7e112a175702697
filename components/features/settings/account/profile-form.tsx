"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { authClient } from "@/components/lib/auth-client";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import { authCall, authProblem } from "../auth-call";
import { SettingsSection } from "../settings-section";

/** The name colleagues see. */
export function ProfileForm({ name, email }: { name: string; email: string }) {
  const router = useRouter();
  const toast = useToast();
  const [saved, setSaved] = useState(name);
  const [value, setValue] = useState(name);
  const [error, setError] = useState<string | undefined>();
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const next = value.trim();
    if (!next) return setError("Enter your name.");
    setPending(true);
    setProblem(null);
    try {
      await authCall(authClient.updateUser({ name: next }));
      setSaved(next);
      setValue(next);
      toast.show({ title: "Name saved", tone: "ok" });
      // The frame around the page has it from the server.
      router.refresh();
    } catch (caught) {
      setProblem(authProblem(caught));
    } finally {
      setPending(false);
    }
  }

  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <SettingsSection
        title="Your account"
        footer={
          <Button type="submit" variant="primary" loading={isPending} disabled={value.trim() === saved}>
            Save name
          </Button>
        }
      >
        {problem ? <Banner tone="error">{problem}</Banner> : null}
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label="Name"
            autoComplete="name"
            value={value}
            maxLength={120}
            onValueChange={(text) => {
              setValue(text);
              setError(undefined);
            }}
            error={error}
          />
          <TextField label="E-mail" value={email} disabled hint="You sign in with it." />
        </div>
      </SettingsSection>
    </form>
  );
}

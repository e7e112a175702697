"use client";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPCClient } from "@/components/lib/trpc";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { DoorAnswer } from "./door-answer";

/** Asks the geocoders for one address, one question at a time. */
export function TryAddress({ country }: { country: string }) {
  const t = useWords("settingsMapAndTravel");
  const client = useTRPCClient();
  const refused = useRefusalToast();
  const [address, setAddress] = useState("");
  const { mutate, data, isPending } = useMutation({
    mutationFn: () => client.mapAndTravel.tryAddress.query({ address, country }),
    onError: (error) => refused(t("notTried"), error),
  });
  const ask = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending) mutate();
  };
  return (
    <form onSubmit={ask} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-2">
        <TextField
          label={t("address.label")}
          className="min-w-0 flex-1 basis-64"
          value={address}
          onChange={({ target }) => setAddress(target.value)}
          minLength={3}
          maxLength={300}
        />
        <Button type="submit" loading={isPending} disabled={address.trim().length < 3}>
          {t("address.try")}
        </Button>
      </div>
      <div role="status">{data && !isPending ? <DoorAnswer door={data} /> : null}</div>
    </form>
  );
}

"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/components/lib/trpc";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import { NOTIFICATION_CHANNELS, type NotificationChannel } from "@/server/domain/notification/notification-policy";
import { optOutSchema } from "@/server/domain/notification/opt-out";

/** Writes down that somebody does not want messages by a channel. */
export function OptOutForm() {
  const t = useWords("settingsMessages");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toast = useToast();
  const refuse = useRefusalToast();
  const [channel, setChannel] = useState<NotificationChannel>("email");
  const [address, setAddress] = useState("");
  const [isWrong, setWrong] = useState(false);
  const add = useMutation(
    trpc.notification.addOptOut.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: trpc.notification.optOuts.pathKey() });
        toast.show({ title: t("optOut.added", { address: address.trim() }), tone: "ok" });
        setAddress("");
      },
      onError: (error) => refuse(t("optOut.notAdded"), error),
    }),
  );
  function submit(event: FormEvent) {
    event.preventDefault();
    const isSound = optOutSchema.safeParse({ channel, address }).success;
    setWrong(!isSound);
    if (isSound) add.mutate({ channel, address });
  }
  return (
    <form noValidate onSubmit={submit} className="flex flex-wrap items-start gap-2">
      <Select
        label={t("optOut.channel")}
        hideLabel
        className="w-28"
        options={NOTIFICATION_CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
        value={channel}
        onValueChange={(next) => {
          setChannel(next);
          setWrong(false);
        }}
      />
      <TextField
        label={t(`optOut.address.${channel}`)}
        hideLabel
        placeholder={t(`optOut.address.${channel}`)}
        autoComplete="off"
        inputMode={channel === "email" ? "email" : "tel"}
        value={address}
        onValueChange={(text) => {
          setAddress(text);
          setWrong(false);
        }}
        error={isWrong ? t(`optOut.wrong.${channel}`) : undefined}
        className="min-w-0 flex-1 basis-48 sm:max-w-80"
      />
      <Button type="submit" loading={add.isPending}>
        {t("optOut.add")}
      </Button>
    </form>
  );
}

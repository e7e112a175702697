"use client";
import { UserPlus } from "lucide-react";
import { useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { InviteDialog } from "./invite-dialog";
import type { Giving } from "./use-people";

export type InviteButtonProps = { giving: Giving; onInvited: () => void };

/** Opens the invitation's form, a fresh one each time. */
export function InviteButton({ giving, onInvited }: InviteButtonProps) {
  const t = useWords("settings");
  const [opening, setOpening] = useState(0);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="primary"
        icon={<UserPlus />}
        onClick={() => {
          setOpening(opening + 1);
          setOpen(true);
        }}
      >
        {t("invite.open")}
      </Button>
      <InviteDialog key={opening} open={isOpen} giving={giving} onInvited={onInvited} onClose={() => setOpen(false)} />
    </>
  );
}

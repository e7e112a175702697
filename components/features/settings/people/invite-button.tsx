"use client";
import { UserPlus } from "lucide-react";
import { useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { InviteDialog } from "./invite-dialog";

export type InviteButtonProps = { organizationId: string; ownRole: string; onInvited: () => void };

/** Opens the invitation's form, a fresh one each time. */
export function InviteButton({ organizationId, ownRole, onInvited }: InviteButtonProps) {
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
      <InviteDialog
        key={opening}
        open={isOpen}
        organizationId={organizationId}
        ownRole={ownRole}
        onInvited={onInvited}
        onClose={() => setOpen(false)}
      />
    </>
  );
}

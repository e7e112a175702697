"use client";
import { useTRPCClient } from "@/components/lib/trpc";
import { useAttempt } from "@/components/lib/use-attempt";
import { useDraft } from "@/components/lib/use-draft";
import { useWords } from "@/components/lib/words/words-context";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { PARTNER_TYPES, type PartnerType } from "@/server/domain/partner/partner-schema";
import type { WholePartner } from "./partner-words";
import { StepFrame, type StepProps } from "./step-frame";

interface Draft {
  readonly name: string;
  readonly type: PartnerType;
  readonly contactName: string;
  readonly email: string;
  readonly phone: string;
}

const textOf = (contact: WholePartner["contact"], key: string) => {
  const value = contact[key];
  return typeof value === "string" ? value : "";
};

/** Who a partner is: added by its name, or changed. */
export function WhoForm({ partner, onSaved, isStep = false, ...frame }: StepProps<WholePartner | null>) {
  const t = useWords("settingsPartners");
  const client = useTRPCClient();
  const { attempt, isPending, refusal } = useAttempt();
  const contact = partner?.contact ?? {};
  const { values, errors, form, set, complain } = useDraft<Draft>({
    name: partner?.name ?? "",
    type: partner?.type ?? "3pl",
    contactName: textOf(contact, "name"),
    email: textOf(contact, "email"),
    phone: textOf(contact, "phone"),
  });

  async function save() {
    const { name, type, contactName, email, phone } = values;
    const wrong = {
      name: name.trim() === "" ? t("wrong.name") : undefined,
      email: email.trim() === "" || /^\S+@\S+\.\S+$/.test(email.trim()) ? undefined : t("wrong.email"),
    };
    if (wrong.name || wrong.email) return complain(wrong);
    const said = { ...contact, name: contactName.trim(), email: email.trim(), phone: phone.trim() };
    await attempt(isStep ? null : t("saved"), async () => {
      if (partner) {
        await client.partner.edit.mutate({
          id: partner.id,
          version: partner.version,
          changes: { name, type, contact: said },
        });
        return onSaved(partner.id);
      }
      const { id } = await client.partner.add.mutate({ partner: { name, type, contact: said, status: "draft" } });
      onSaved(id);
    });
  }

  return (
    <StepFrame {...frame} form={form} refusal={refusal} isPending={isPending} onSubmit={() => void save()}>
      <TextField
        label={t("name")}
        hint={t("nameHint")}
        required
        maxLength={120}
        autoComplete="off"
        error={errors.name}
        value={values.name}
        onValueChange={(name) => set("name", name)}
      />
      <Select
        label={t("type")}
        hint={t(`typeHint.${values.type}`)}
        options={PARTNER_TYPES.map((type) => ({ value: type, label: t(`type.${type}`) }))}
        value={values.type}
        onValueChange={(type) => set("type", type)}
      />
      <TextField
        label={t("contactName")}
        maxLength={200}
        value={values.contactName}
        onValueChange={(contactName) => set("contactName", contactName)}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          label={t("contactEmail")}
          type="email"
          maxLength={200}
          error={errors.email}
          value={values.email}
          onValueChange={(email) => set("email", email)}
        />
        <TextField
          label={t("contactPhone")}
          type="tel"
          maxLength={60}
          value={values.phone}
          onValueChange={(phone) => set("phone", phone)}
        />
      </div>
    </StepFrame>
  );
}

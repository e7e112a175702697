"use client";
import type { useDraft } from "@/components/lib/use-draft";
import { useWords } from "@/components/lib/words/words-context";
import { Checkbox } from "@/components/ui/checkbox";
import { Chip } from "@/components/ui/chip";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { CUSTOM_FIELD_KINDS, type FieldOwner } from "@/server/domain/custom-field/custom-fields";
import { DELIVERY_KINDS } from "@/server/domain/order/delivery-schema";
import { type FieldDraft, nameOfLabel } from "./field-draft";

type Draft = ReturnType<typeof useDraft<FieldDraft>>;

/** What a field is called, what it holds, and who is asked for it. */
export function FieldFields({ draft, of, isNew }: { draft: Draft; of: FieldOwner; isNew: boolean }) {
  const t = useWords("settingsFields");
  const { values, errors, set } = draft;
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t("field.label")}
          required
          value={values.label}
          onValueChange={(label) => set("label", label)}
          error={errors.label}
        />
        <Select
          label={t("field.kind")}
          options={CUSTOM_FIELD_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          value={values.kind}
          onValueChange={(kind) => set("kind", kind)}
        />
      </div>
      <TextField
        label={t("field.name")}
        hint={t(isNew ? "field.nameHint" : "field.nameKept")}
        placeholder={nameOfLabel(values.label)}
        spellCheck={false}
        value={values.name}
        onValueChange={(name) => set("name", name)}
        error={errors.name}
      />
      {values.kind === "select" ? (
        <TextArea
          label={t("field.choices")}
          hint={t("field.choicesHint")}
          required
          rows={5}
          value={values.choices}
          onValueChange={(choices) => set("choices", choices)}
          error={errors.choices}
        />
      ) : null}
      {of === "order" ? <KindChips draft={draft} /> : null}
      <Checkbox
        label={t("field.isRequired")}
        hint={t(of === "order" ? "field.isRequiredHint" : "field.isRequiredFleet")}
        checked={values.isRequired}
        onCheckedChange={(isRequired) => set("isRequired", isRequired)}
      />
    </>
  );
}

function KindChips({ draft: { values, set } }: { draft: Draft }) {
  const t = useWords("settingsFields");
  const orders = useWords("orders");
  const { orderKinds } = values;
  const toggle = (kind: (typeof DELIVERY_KINDS)[number]) =>
    set("orderKinds", orderKinds.includes(kind) ? orderKinds.filter((each) => each !== kind) : [...orderKinds, kind]);
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1 font-medium text-sm">{t("field.orderKinds")}</legend>
      <div className="flex flex-wrap gap-1.5">
        <Chip selected={orderKinds.length === 0} onClick={() => set("orderKinds", [])}>
          {t("field.allKinds")}
        </Chip>
        {DELIVERY_KINDS.map((kind) => (
          <Chip key={kind} selected={orderKinds.includes(kind)} onClick={() => toggle(kind)}>
            {orders(`kind.${kind}`)}
          </Chip>
        ))}
      </div>
    </fieldset>
  );
}

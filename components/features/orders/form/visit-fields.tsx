"use client";
import { useWords } from "@/components/lib/words/words-context";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { WindowsEditor } from "../windows-editor";
import type { VisitDraft, VisitRole } from "./order-draft";
import { type OrderErrors, readPhone } from "./read-order";

export type VisitFieldsProps = {
  role: VisitRole;
  visit: VisitDraft;
  defaultCountry: string;
  errors: OrderErrors;
  onChange: (change: Partial<VisitDraft>) => void;
};

type TextPart =
  | "name"
  | "phone"
  | "email"
  | "street"
  | "postcode"
  | "city"
  | "country"
  | "serviceMinutes"
  | "checkInMinutes";

/** Value, change and error of a visit's text field. */
function visitText({ role, visit, errors, onChange }: VisitFieldsProps) {
  return (field: TextPart, path: string) => ({
    value: visit[field],
    onValueChange: (value: string) => onChange({ [field]: value }),
    error: errors[`${role}.${path}`],
    autoComplete: "off",
  });
}

function AddressFields(props: VisitFieldsProps) {
  const t = useWords("orderForm");
  const text = visitText(props);
  const country = text("country", "address.country");
  return (
    <div className="grid gap-3 sm:grid-cols-[1fr_7rem]">
      <TextField label={t("street")} required {...text("street", "address.street")} />
      <TextField
        label={t("country")}
        placeholder={props.defaultCountry}
        maxLength={2}
        inputClassName="uppercase"
        {...country}
        error={country.error && t("wrong.country")}
      />
      <div className="grid grid-cols-[7rem_1fr] gap-3 sm:col-span-2">
        <TextField label={t("postcode")} {...text("postcode", "address.postcode")} />
        <TextField label={t("town")} {...text("city", "address.city")} />
      </div>
    </div>
  );
}

function ContactFields(props: VisitFieldsProps) {
  const t = useWords("orderForm");
  const { visit, defaultCountry, onChange } = props;
  const text = visitText(props);
  function tidyPhone() {
    const read = readPhone(t, visit.phone, visit.country || defaultCountry);
    if (!read.error && read.phone !== visit.phone) onChange({ phone: read.phone });
  }
  return (
    <div className="grid gap-3 sm:grid-cols-3">
      <TextField label={t("name")} {...text("name", "contact.name")} />
      <TextField label={t("phone")} type="tel" {...text("phone", "contact.phone")} onBlur={tidyPhone} />
      <TextField label={t("email")} type="email" {...text("email", "contact.email")} />
    </div>
  );
}

/** One door: who, where, when, and what the driver should know. */
export function VisitFields(props: VisitFieldsProps) {
  const t = useWords("orderForm");
  const { role, visit, errors, onChange } = props;
  const windowErrors = visit.windows.map(({ key }, index) => [key, errors[`${role}.windows.${index}`]]);
  return (
    <div className="flex flex-col gap-3">
      <AddressFields {...props} />
      <ContactFields {...props} />
      <div className="grid gap-3 sm:grid-cols-[1fr_8rem]">
        <WindowsEditor
          days
          value={visit.windows}
          errors={Object.fromEntries(windowErrors)}
          onChange={(windows) => onChange({ windows })}
        />
        <div className="flex flex-col gap-3">
          <TextField
            label={t("minutesAtDoor")}
            inputMode="decimal"
            trailing={<span className="pr-2">{t("min")}</span>}
            {...visitText(props)("serviceMinutes", "serviceSeconds")}
          />
          <TextField
            label={t("minutesCheckIn")}
            inputMode="decimal"
            trailing={<span className="pr-2">{t("min")}</span>}
            {...visitText(props)("checkInMinutes", "checkInSeconds")}
          />
        </div>
      </div>
      <TextArea
        label={t("instructions")}
        rows={2}
        error={errors[`${role}.instructions`]}
        value={visit.instructions}
        onValueChange={(instructions) => onChange({ instructions })}
      />
    </div>
  );
}

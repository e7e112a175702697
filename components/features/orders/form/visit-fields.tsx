"use client";
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

type TextPart = "name" | "phone" | "email" | "street" | "postcode" | "city" | "country" | "serviceMinutes";

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
  const text = visitText(props);
  const country = text("country", "address.country");
  return (
    <div className="grid gap-3 sm:grid-cols-[1fr_7rem]">
      <TextField label="Street and house number" required {...text("street", "address.street")} />
      <TextField
        label="Country"
        placeholder={props.defaultCountry}
        maxLength={2}
        inputClassName="uppercase"
        {...country}
        error={country.error && "Two letters, like DK."}
      />
      <div className="grid grid-cols-[7rem_1fr] gap-3 sm:col-span-2">
        <TextField label="Postcode" {...text("postcode", "address.postcode")} />
        <TextField label="Town" {...text("city", "address.city")} />
      </div>
    </div>
  );
}

function ContactFields(props: VisitFieldsProps) {
  const { visit, defaultCountry, onChange } = props;
  const text = visitText(props);
  function tidyPhone() {
    const read = readPhone(visit.phone, visit.country || defaultCountry);
    if (!read.error && read.phone !== visit.phone) onChange({ phone: read.phone });
  }
  return (
    <div className="grid gap-3 sm:grid-cols-3">
      <TextField label="Name" {...text("name", "contact.name")} />
      <TextField label="Phone" type="tel" {...text("phone", "contact.phone")} onBlur={tidyPhone} />
      <TextField label="E-mail" type="email" {...text("email", "contact.email")} />
    </div>
  );
}

/** One door: who, where, when, and what the driver should know. */
export function VisitFields(props: VisitFieldsProps) {
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
        <TextField
          label="Minutes at the door"
          inputMode="decimal"
          trailing={<span className="pr-2">min</span>}
          {...visitText(props)("serviceMinutes", "serviceSeconds")}
        />
      </div>
      <TextArea
        label="Instructions for the driver"
        rows={2}
        error={errors[`${role}.instructions`]}
        value={visit.instructions}
        onValueChange={(instructions) => onChange({ instructions })}
      />
    </div>
  );
}

"use client";
import { useWords } from "@/components/lib/words/words-context";
import { TextField } from "@/components/ui/text-field";
import type { SheetStop, SheetTask } from "@/server/domain/plan/route-sheet";
import { PhotoField } from "../capture/photo-field";
import { SignatureField } from "../capture/signature-field";
import type { TaskFault } from "../day/check-door";
import { BigCheck } from "../parts/big-check";
import { ChoiceList } from "../parts/choice-list";
import { ScanFields } from "./scan-fields";
import type { DoorForm } from "./use-door-form";

export interface TaskFieldProps {
  readonly task: SheetTask;
  readonly index: number;
  /** The orders it is done for. */
  readonly stops: readonly SheetStop[];
  readonly form: DoorForm;
  readonly fault: TaskFault | undefined;
}

/** One of the visit's tasks, whatever its kind. */
export function TaskField(props: TaskFieldProps) {
  const t = useWords("driverRun");
  const { task, index, fault } = props;
  const isNamedInside = ["text", "decimal", "pin", "barcode", "checkbox"].includes(task.kind);
  return (
    <div id={`task-${index}`} className="flex flex-col gap-1.5">
      {isNamedInside ? null : (
        <p className="font-medium text-md">
          {task.label}
          {task.required ? <span className="font-normal text-ink-muted"> · {t("required")}</span> : null}
        </p>
      )}
      <TaskControl {...props} />
      {fault && (task.kind === "checkbox" || task.kind === "radio") ? (
        <p role="alert" className="font-medium text-alert text-md">
          {t(`fault.${fault}`)}
        </p>
      ) : null}
    </div>
  );
}

function TaskControl({ task, index, stops, form, fault }: TaskFieldProps) {
  const t = useWords("driverRun");
  const { values } = form;
  const answer = values.answers[index];
  const text = answer === undefined ? "" : String(answer);
  const set = (value: string | boolean) => form.change({ answers: { ...form.values.answers, [index]: value } });
  const proofs = values.proofs.filter((each) => each.task === index).map(({ proofId }) => proofId);
  const error = fault && t(`fault.${fault}`);
  switch (task.kind) {
    case "checkbox":
      return (
        <BigCheck
          label={task.label}
          hint={task.required ? t("required") : undefined}
          checked={answer === true}
          onChange={set}
        />
      );
    case "radio":
      return (
        <ChoiceList
          label={task.label}
          choices={task.options.map((value) => ({ value, label: value }))}
          value={text || null}
          onChange={set}
        />
      );
    case "photo":
      return (
        <PhotoField
          label={task.label}
          photos={proofs}
          error={error}
          onTake={(photo) => form.take("photo", index, photo)}
          onRemove={form.remove}
        />
      );
    case "signature":
      return (
        <SignatureField
          label={task.label}
          proofId={proofs[0] ?? null}
          error={error}
          name={values.recipientName}
          onSign={async (signature, recipientName) => {
            await form.take("signature", index, signature);
            form.change({ recipientName });
          }}
        />
      );
    case "barcode":
      return <ScanFields task={task} index={index} stops={stops} form={form} error={error} />;
    default:
      return (
        <TextField
          label={task.label}
          required={task.required}
          error={error}
          value={text}
          autoComplete="off"
          maxLength={2000}
          inputMode={task.kind === "decimal" ? "decimal" : task.kind === "pin" ? "numeric" : "text"}
          onChange={(event) => set(event.currentTarget.value)}
        />
      );
  }
}

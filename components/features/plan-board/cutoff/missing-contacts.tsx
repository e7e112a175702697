"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { RouterOutput } from "@/components/lib/router-types";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useChosenProject } from "@/components/lib/use-chosen-project";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { useBoard, useBoardSession } from "../board-context";
import { NothingLeft } from "./nothing-left";
import { PagedList } from "./paged-list";
import { useOpenRows } from "./use-open-rows";
import { useRowAct } from "./use-row-act";

type Door = RouterOutput["cutoff"]["missingContacts"]["rows"][number];

const keyOf = (door: Door) => door.visitId;

/** Doors nobody could be told about: write phone or e-mail right there, or say that none is needed. */
export function MissingContacts() {
  const t = useWords("boardCutoff");
  const { planId } = useBoardSession();
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.cutoff.missingContacts.infiniteQueryOptions({ planId }, { getNextPageParam: (page) => page.nextCursor }),
  );
  const { rows, settle } = useOpenRows(query.data, keyOf);
  const done = (door: Door) => {
    focusNext(rows, door.visitId);
    settle(door);
  };
  return (
    <PagedList
      label={t("check.contacts")}
      query={query}
      items={rows}
      itemKey={keyOf}
      estimateHeight={112}
      empty={<NothingLeft title={t("none.contacts")} />}
      renderItem={(row) => <ContactRow door={row} onDone={() => done(row)} />}
    />
  );
}

const fieldId = (visitId: string) => `contact-phone-${visitId}`;

/** So that one contact after the other can be typed. */
function focusNext(rows: readonly Door[], visitId: string): void {
  const next = rows[rows.findIndex((row) => row.visitId === visitId) + 1];
  if (next) document.getElementById(fieldId(next.visitId))?.focus();
}

function ContactRow({ door, onDone }: { door: Door; onDone: () => void }) {
  const t = useWords("boardCutoff");
  const refusalOf = useRefusalOf();
  const client = useTRPCClient();
  const { board } = useBoard();
  const { projects } = useChosenProject();
  const country = projects.find(({ id }) => id === board.plan.projectId)?.defaultCountry ?? "";
  const [phone, setPhone] = useState("");
  const [email, setEmail] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const onProblem = (error: unknown) => setProblem(refusalOf(error).message);
  const { isPending, act } = useRowAct({ onSettled: onDone, onProblem });
  const run = (work: () => Promise<unknown>) => {
    setProblem(null);
    return act(work);
  };

  async function save() {
    const normal = await normalPhone(phone, country);
    if (normal === null) return setProblem(t("contact.badPhone"));
    if (email.trim() !== "" && !/^\S+@\S+\.\S+$/.test(email.trim())) return setProblem(t("contact.badEmail"));
    const contact = { ...(normal && { phone: normal }), ...(email.trim() && { email: email.trim() }) };
    await run(() => client.order.edit.mutate({ id: door.deliveryId, changes: { [door.role]: { contact } } }));
  }

  const name = door.name || door.externalId || door.street;
  return (
    <form
      className="flex flex-col gap-2 border-line border-b px-4 py-3"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p className="flex items-baseline gap-2">
        <span className="min-w-0 truncate font-medium">{name}</span>
        <span className="min-w-0 flex-1 truncate text-ink-muted text-sm">
          {[door.externalId, door.street, door.place].filter(Boolean).join(" · ")}
        </span>
        {door.role === "pickup" ? <Badge>{t("contact.pickup")}</Badge> : null}
        {door.routeNumber === null ? null : <Badge>{t("onRoute", { number: String(door.routeNumber) })}</Badge>}
      </p>
      <div className="flex items-start gap-2">
        <TextField
          id={fieldId(door.visitId)}
          label={t("contact.phone", { name })}
          hideLabel
          type="tel"
          autoComplete="off"
          placeholder={t("contact.phoneHint")}
          value={phone}
          onValueChange={setPhone}
          className="min-w-0 flex-1"
        />
        <TextField
          label={t("contact.email", { name })}
          hideLabel
          type="email"
          autoComplete="off"
          placeholder={t("contact.emailHint")}
          value={email}
          onValueChange={setEmail}
          className="min-w-0 flex-1"
        />
        <Button
          type="submit"
          variant="primary"
          loading={isPending}
          disabled={phone.trim() === "" && email.trim() === ""}
        >
          {t("contact.save")}
        </Button>
        <Button
          variant="ghost"
          disabled={isPending}
          onClick={() =>
            void run(() => client.cutoff.dismiss.mutate({ check: "contact", deliveryIds: [door.deliveryId] }))
          }
        >
          {t("contact.none")}
        </Button>
      </div>
      {problem ? (
        <p role="alert" className="text-alert text-sm">
          {problem}
        </p>
      ) : null}
    </form>
  );
}

/** In international form; empty for none, null for what is no number. The rules of numbers come when they are needed. */
async function normalPhone(text: string, country: string): Promise<string | null> {
  if (text.trim() === "") return "";
  const { normalizePhone } = await import("@/server/domain/contact/normalize-phone");
  const verdict = normalizePhone(text, country);
  return verdict.ok ? verdict.phone : null;
}

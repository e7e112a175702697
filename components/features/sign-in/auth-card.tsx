"use client";
import type { ReactNode } from "react";
import { type AuthFailure, describeAuthFailure } from "@/components/features/sign-in/auth-failure";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";

export type AuthCardProps = {
  title: string;
  lead?: ReactNode;
  failure?: AuthFailure | null;
  children: ReactNode;
  /** Below the form: the other ways. */
  foot?: ReactNode;
};

export function AuthCard({ title, lead, failure, children, foot }: AuthCardProps) {
  const t = useWords("signIn");
  return (
    <section className="flex w-full flex-col gap-5">
      <header>
        <h1 className="font-semibold text-xl tracking-tight">{title}</h1>
        {lead ? <p className="mt-1 text-pretty text-ink-muted text-md">{lead}</p> : null}
      </header>
      {failure ? <Banner tone="error">{describeAuthFailure(t, failure)}</Banner> : null}
      {children}
      {foot ? <footer className="text-ink-muted">{foot}</footer> : null}
    </section>
  );
}

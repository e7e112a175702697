import type { Metadata } from "next";
import { SignUpForm } from "@/components/features/sign-in/sign-up-form";
import { safeNextPath } from "@/components/lib/safe-next-path";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: "Create your organization" };

export default async function SignUpPage({ searchParams }: Props) {
  const { next } = await searchParams;
  return <SignUpForm nextPath={safeNextPath(next)} />;
}

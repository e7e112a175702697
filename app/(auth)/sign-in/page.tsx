import type { Metadata } from "next";
import { SignInForm } from "@/components/features/sign-in/sign-in-form";
import { safeNextPath } from "@/components/lib/safe-next-path";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: Props) {
  const { next } = await searchParams;
  return <SignInForm nextPath={safeNextPath(next)} />;
}

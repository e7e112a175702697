import { LinkClosed } from "@/components/features/driver-run/screens/link-closed";

/** The same words whatever is wrong with the link: they tell nobody which links exist. */
export default function LinkNotFound() {
  return <LinkClosed />;
}

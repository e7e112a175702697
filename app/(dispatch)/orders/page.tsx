import type { Metadata } from "next";
import { OrdersScreen } from "@/components/features/orders/orders-screen";
import { LinkDesk } from "@/components/lib/customer/link-desk";
import { pageWords } from "../../page-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.orders") };
}

export default function OrdersPage() {
  return (
    <>
      <OrdersScreen />
      <LinkDesk />
    </>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { definitions } from "../../../criteria/index.ts";
import { findingIds } from "../../_reference/finding-ids.ts";
import { FindingReference } from "./_sections/finding-reference.tsx";

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}

export const dynamicParams = false;

export function generateStaticParams() {
  return findingIds.map((id) => ({ id }));
}

async function findingOf({ params }: Props) {
  const { id } = await params;
  return findingIds.find((finding) => finding === id) ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { label, definition } = definitions.findings[await findingOf(props)];
  return { title: label, description: definition };
}

export default async function Page(props: Props) {
  return <FindingReference id={await findingOf(props)} />;
}

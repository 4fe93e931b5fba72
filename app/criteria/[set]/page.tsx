import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { definitions } from "../../../criteria/index.ts";
import { SetReference } from "./_sections/set-reference.tsx";

interface Props {
  readonly params: Promise<{ readonly set: string }>;
}

export const dynamicParams = false;

export function generateStaticParams() {
  return definitions.sets.map(({ id }) => ({ set: id }));
}

async function setOf({ params }: Props) {
  const { set: id } = await params;
  return definitions.sets.find((set) => set.id === id) ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { title, rule } = await setOf(props);
  return { title, description: rule };
}

export default async function Page(props: Props) {
  return <SetReference set={await setOf(props)} />;
}

import type { ReactNode } from "react";
import { SiteHeader } from "../_components/site-header.tsx";
import "./reference.css";

/** A long-form page: one heading, one line of introduction, a list of its sections, then the sections. */
export function Article({
  title,
  lead,
  sections = [],
  children,
}: {
  readonly title: string;
  readonly lead: ReactNode;
  readonly sections?: readonly { readonly id: string; readonly title: string }[];
  readonly children: ReactNode;
}) {
  return (
    <>
      <SiteHeader />
      <main id="content" className="reference">
        <article>
          <header>
            <h1>{title}</h1>
            <p className="reference-lead">{lead}</p>
          </header>
          {sections.length > 0 && (
            <nav className="reference-contents" aria-label="On this page">
              <ul>
                {sections.map((section) => (
                  <li key={section.id}>
                    <a href={`#${section.id}`}>{section.title}</a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          {children}
        </article>
      </main>
    </>
  );
}

/** A section with its own address. */
export function Section({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        {title}
        <Anchor id={id} />
      </h2>
      {children}
    </section>
  );
}

/** A part that is worked with: without the rhythm of text. */
export function Tool({ children }: { readonly children: ReactNode }) {
  return <div className="reference-tool">{children}</div>;
}

/** A quiet link to a heading, for copying its address; the heading itself already says where it leads. */
export function Anchor({ id }: { readonly id: string }) {
  return (
    <a className="reference-anchor" href={`#${id}`} aria-label="Link to this section">
      #
    </a>
  );
}

import { problem } from "../../../../lib/api/problem.ts";
import { didYouMean, type Suggest } from "../../../../lib/record/suggest.ts";
import { answering, CORS, otherMethods, problemAnswer, written } from "./answer.ts";

type Parameters = Readonly<Record<string, string>>;

interface Kept {
  readonly text: string;
  readonly etag: string;
}

async function kept(value: unknown): Promise<Kept> {
  const text = written(value);
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return { text, etag: `"${Buffer.from(digest).toString("base64url").slice(0, 22)}"` };
}

/**
 * The handlers of an address whose answer changes only with a release. It may be kept, and is asked for again with
 * its ETag, so that nobody works with yesterday's criteria. `find` is asked once for each address, and gives
 * undefined where there is nothing; `suggest` then says which id was probably meant.
 */
export function constantRoute(
  find: (parameters: Parameters) => unknown,
  type = "application/json",
  suggest: Suggest<string> = () => [],
) {
  const answers = new Map<string, Promise<Kept>>();
  async function get(request: Request, { params }: { params: Promise<Parameters> }): Promise<Response> {
    const parameters = await params;
    const key = JSON.stringify(parameters);
    let answer = answers.get(key);
    if (!answer) {
      const value = find(parameters);
      if (value === undefined) {
        const read = Object.values(parameters).join("/").slice(0, 60);
        const hint = didYouMean(suggest(Object.values(parameters).join("/")));
        return problemAnswer(problem("not-found", `There is nothing with the id ${JSON.stringify(read)} here.${hint}`));
      }
      answer = kept(value);
      answers.set(key, answer);
    }
    const { text, etag } = await answer;
    const headers = {
      ...CORS,
      "Content-Type": type,
      "Cache-Control": "public, max-age=300, must-revalidate",
      ETag: etag,
    };
    return isKnown(request, etag) ? new Response(null, { status: 304, headers }) : new Response(text, { headers });
  }
  return { ...otherMethods(["GET"]), GET: answering(get) };
}

/** Whether the caller already has this answer. A proxy that compresses marks the tag as weak. */
function isKnown(request: Request, etag: string): boolean {
  const tags = request.headers.get("if-none-match")?.split(",") ?? [];
  return tags.map((tag) => tag.trim().replace(/^W\//, "")).some((tag) => tag === etag || tag === "*");
}

import type { Page } from "playwright-core";
import { definitions } from "../../criteria/index.ts";
import { practice } from "../../criteria/practice/index.ts";
import type { PracticeCase } from "../../criteria/practice/types.ts";
import type { CriteriaSet } from "../../criteria/types.ts";
import { answerOf } from "../../lib/practice/answer.ts";
import { recordOf } from "../../lib/practice/case.ts";
import { misreadingsOf } from "../../lib/practice/derived.ts";
import { misread } from "../../lib/practice/misread.ts";
import { type Figure, type Place, quantile } from "./figure.ts";

/** A machine so much slower stands for a phone. */
const THROTTLE = 4;
const BAR_MS = 1000;
const CASES = 20;
const WHAT = `From Check to the words of the misreading, the machine ${THROTTLE} times slower, ${CASES} cases`;

interface Wrong {
  readonly practiceCase: PracticeCase;
  readonly set: CriteriaSet;
  readonly domains: Readonly<Record<string, number>>;
}

/** How long a wrong answer waits for what explains it: cases of every set, each misread in another way. */
export async function mistake({ origin, browser }: Place): Promise<readonly Figure[]> {
  const times: number[] = [];
  for (const wrong of wrongAnswers()) {
    // A new context knows nothing: what is worked out once for a set is worked out anew.
    const context = await browser.newContext({ viewport: { width: 360, height: 780 } });
    const page = await context.newPage();
    times.push(await waited(page, origin, wrong));
    await context.close();
  }
  const [median, worst] = [quantile(times, 0.5), Math.max(...times)];
  const figure = `median ${median.toFixed(0)} ms, worst ${worst.toFixed(0)} ms`;
  return [{ what: WHAT, bar: `<= ${BAR_MS} ms`, figure, holds: worst <= BAR_MS }];
}

/** Cases with the points that a misreading gives them, where it gives others in some domain. */
function wrongAnswers(): readonly Wrong[] {
  return Array.from({ length: CASES }, (_, number) => {
    const set = definitions.sets[number % definitions.sets.length];
    const known = set ? misreadingsOf(set, definitions, practice) : [];
    for (let step = 0; set && step < known.length; step += 1) {
      const practiceCase = practice.cases[(number * 7 + step) % practice.cases.length];
      const misreading = known[(number * 13 + step * 11) % known.length];
      if (!practiceCase || !misreading) continue;
      const record = recordOf(practiceCase, definitions);
      const view = misread({ record, set, definitions }, misreading);
      const [right, wrong] = [answerOf(record, set, definitions), answerOf(view.record, view.set, view.definitions)];
      const isGiven = Object.keys(wrong?.domains ?? {}).every((id) => set.domains.some((domain) => domain.id === id));
      if (right && wrong && isGiven && JSON.stringify(right.domains) !== JSON.stringify(wrong.domains)) {
        return { practiceCase, set, domains: wrong.domains };
      }
    }
    throw new Error(`no case of ${set?.id} is misread`);
  });
}

/** Answers the case wrongly, and times from the press of Check to the words, painted. */
async function waited(page: Page, origin: string, { practiceCase, set, domains }: Wrong): Promise<number> {
  await page.goto(`${origin}/practice/sitting?set=${set.id}&cases=${practiceCase.id}`);
  await page.locator(".practice-case").waitFor();
  const all = page.getByRole("button", { name: "Open all", exact: true });
  if (await all.isVisible()) await all.click();
  for (const [id, points] of Object.entries(domains)) {
    const field = page.locator(`.practice-points [name="${id}"]`);
    if ((await field.getAttribute("type")) === "checkbox") await field.check();
    else await field.fill(String(points));
  }
  await page.locator('[name="verdict"]').first().check();
  await page.locator('[name="sure"]').first().check();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: THROTTLE });
  const time = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let pressed: number | undefined;
        addEventListener(
          "click",
          ({ timeStamp }) => {
            pressed ??= timeStamp;
          },
          { capture: true },
        );
        const look = () => {
          const start = pressed;
          const said = document.querySelector(".mistake, .mistake-note") ?? document.querySelector(".practice-review");
          if (start === undefined || !said) return void requestAnimationFrame(look);
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
        };
        look();
      }),
  );
  await page.getByRole("button", { name: "Check", exact: true }).click();
  return time;
}

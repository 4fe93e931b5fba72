import type { UsePart } from "./types.ts";

/** What the app is meant for, in plain words and without any claim of a regulatory kind. */
export const intendedUse: readonly UsePart[] = [
  {
    title: "Purpose",
    says: [
      "To apply the published classification criteria for systemic lupus erythematosus to one patient, side by side, and to show for each set what counted, what did not and why, and what is unknown and could change the result.",
      "To teach how the criteria are applied, and to let them be practiced.",
    ],
  },
  {
    title: "Users",
    says: [
      "Clinicians, researchers, teachers and students who know the disease and can judge the findings that are asked. A patient can read it, and is not its intended user.",
    ],
  },
  {
    title: "Setting",
    says: [
      "A desk, a ward, a lecture hall or a study: any device with a current browser. After the first visit it works without a network.",
      "It is not for an emergency, and nothing in it is urgent.",
    ],
  },
  {
    title: "Patients",
    says: [
      "People in whom the user already suspects the disease. None of the sets was made for children, for newborns or for drug-induced lupus; each set's page says what it is not for.",
    ],
  },
  {
    title: "What goes in, and how good it has to be",
    says: [
      "Findings as a clinician has judged them: present, absent or unknown, and whether something else explains them better. The app cannot see a rash or hear a rub, and takes the answer as it is given.",
      "Laboratory values with their units, and the laboratory's own limits where a rule asks for them. A unit that is not known and a value that cannot be believed are refused or asked about. A typed value without a unit is taken in the one unit in which it can be believed, and shown with it; in a letter or a file it is not taken.",
      "What is not entered is unknown. It is never taken as absent.",
    ],
  },
  {
    title: "What comes out",
    says: [
      "For each set a verdict, a score with the range that is still possible, the criteria that counted with their reasons, and the unknown findings that could still change the verdict.",
      "No diagnosis, no probability, no advice on treatment, no measure of activity or damage.",
    ],
  },
  {
    title: "Method",
    says: [
      "The rules of each set are data with the source of every item. Points and verdicts follow from them by exact arithmetic, and every way of answering what is unknown is taken into account. Nothing is learned or estimated from patients, and the same record gives the same result, to the byte, on every device.",
      "A user can follow every point to the finding or value that gave it, and to the publication that says so.",
    ],
  },
  {
    title: "Limits",
    says: [
      "Classification makes comparable groups for research. A person can have the disease and not be classified, or be classified and not have it.",
      "Items that could not be read in the publication itself are marked as such on every page that shows them.",
      "The published figures of each set belong to the people who were studied, and say nothing of one person.",
      "What reads letters, bundles and typed lines proposes only; a person confirms, and can confirm a mistake.",
    ],
  },
];

/** The tables of cues: each with what it makes of a finding, and where its reach ends. */
import { describe, expect, test } from "vitest";
import { readText } from "../../lib/reading/read-text.ts";
import { words } from "./evaluate.ts";
import { read, whys } from "./read.ts";

describe("denial and its reach", () => {
  test.each([
    ["No malar rash.", ["malar-rash absent"]],
    ["She denies malar rash.", ["malar-rash absent"]],
    ["There is no evidence of malar rash.", ["malar-rash absent"]],
    ["Without malar rash or photosensitivity.", ["malar-rash absent", "photosensitivity absent"]],
    ["Never had a seizure.", ["seizure absent"]],
    ["There is nothing to suggest psychosis.", ["psychosis absent"]],
    ["Malar rash was not seen.", ["malar-rash absent"]],
    ["Pericarditis has been excluded.", ["acute-pericarditis absent"]],
    ["Malar rash: absent. Seizure: none.", ["malar-rash absent", "seizure absent"]],
    [
      "No malar rash, oral ulcers or alopecia but has photosensitivity.",
      ["malar-rash absent", "oral-ulcers absent", "non-scarring-alopecia absent", "photosensitivity present"],
    ],
    ["Denies seizures; endorses fatigue.", ["seizure absent", "fatigue present"]],
    ["No fever, has oral ulcers.", ["fever absent", "oral-ulcers present"]],
    ["No fever, however hair loss is marked.", ["fever absent", "non-scarring-alopecia present"]],
    ["Negative for seizures except for headaches.", ["seizure absent", "headache present"]],
    [
      "Not thought to be present at any time: pericarditis, psychosis.",
      ["acute-pericarditis absent", "psychosis absent"],
    ],
    ["The mouth and nose are free of ulcers.", ["oral-ulcers absent", "nasal-ulcers absent"]],
    ["Not only alopecia but also oral ulcers.", ["non-scarring-alopecia present", "oral-ulcers present"]],
    ["No change in the malar rash.", ["malar-rash present"]],
    ["No doubt she has Raynaud's.", ["raynaud present"]],
    ["Beyond doubt she has Raynaud's.", ["raynaud present"]],
    ["The echo fails to show a pericardial effusion.", ["pericardial-effusion absent"]],
    ["CT failing to demonstrate a pleural effusion.", ["pleural-effusion absent"]],
    ["A normal MRI excludes vasculitis.", ["vasculitis absent"]],
    ["It excluded pleurisy.", ["pleuritic-pain absent"]],
    ["Infection was excluded, malar rash persists.", ["malar-rash present"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test("what is denied today does not undo what was", () => {
    expect(read("Seizure in March. No seizure today.")).toEqual(["seizure present"]);
  });

  test("new ones only are denied: nothing is said of earlier ones", () => {
    expect(read("No new oral ulcers.")).toEqual([]);
    expect(whys("No new oral ulcers.")).toEqual(["said of what is new or other only"]);
  });
});

describe("not certain, not so, not of the patient: nothing is proposed", () => {
  test.each([
    "Possible malar rash.",
    "?malar rash",
    "Malar rash?",
    "Query pericarditis.",
    "Rule out serositis and pericarditis.",
    "Suspected seizure.",
    "Seizures cannot be ruled out.",
    "There may have been psychosis.",
    "Raynaud's is likely.",
    "If she has a seizure she should call.",
    "Suppose she had a pericardial effusion.",
    "She is at risk of thrombosis.",
    "Watch for leukopenia.",
    "I have asked for an echocardiogram to look for a pericardial effusion.",
    "Counselled about fever and hair loss.",
    "Unlikely seizure.",
    "It is unlikely that she had a seizure.",
    "I doubt that she had a seizure.",
    "Exclude pericarditis.",
    "A normal echo does not exclude pericarditis.",
    "Levetiracetam to prevent seizures.",
    "Dose reduced to avoid thrombocytopenia.",
    "Prophylaxis against seizures.",
    "The cream did not prevent the malar rash.",
    "Echo argues against pericarditis.",
    "The EEG was against seizures.",
    "Not in keeping with malar rash.",
    "The rash, initially thought to be malar rash, was eczema.",
    "Her so-called seizures were panic attacks.",
    "Her seizures were panic attacks.",
    "The malar rash was perioral dermatitis.",
    "I don't believe that she has ever had a malar rash.",
    "I do not think she has had seizures.",
    "We were not convinced that she had had pericarditis.",
    "I have never been persuaded that these were seizures.",
    "Her malar rash is in reality rosacea.",
    "VASCULITIS AND LUPUS CLINIC",
    "Seen in the headache service.",
    "Thrombosis and Haemostasis Unit",
    "Vasculitis, scleroderma and lupus nurse specialist",
    "Hair loss with scarring of the scalp.",
    "Scarred plaques on the scalp and patchy hair loss.",
    "Seizures were pseudo-seizures.",
    "Malar rash was rosacea on review.",
    "The seizures turned out to be syncope.",
    "Her mother had a seizure.",
    "Her aunt, who has lupus, had psychosis.",
    "Family history: seizures, thrombosis.",
    "Allergies: penicillin (fever)",
    "Plan: screen for pericarditis",
    "Differential diagnosis: malar rash of lupus, rosacea",
    "In lupus one sees malar rash and psychosis.",
    "Fever means a temperature above 38.3 °C.",
    "Thrombosis prophylaxis.",
    "Target platelets >50 x10^9/L",
    "Aim for UPCR below 50 mg/mmol",
    "Transfuse if platelets <10 x10^9/L",
  ])("%s", (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe("a cue of these kinds reaches no further than what it speaks of", () => {
  test.each([
    ["Given heparin to prevent thrombosis, she developed leukopenia.", ["leukopenia present"]],
    ["Told to avoid the sun because of photosensitivity.", ["photosensitivity present"]],
    ["Malar rash was noted on review.", ["malar-rash present"]],
    ["The seizure was a tonic-clonic one.", ["seizure present"]],
    ["Pleural effusion turned out to be malignant.", ["pleural-effusion present malignancy"]],
    ["Fever due to pneumonia, oral ulcers.", ["fever present infection", "oral-ulcers present"]],
    [
      "Seizure due to hyponatremia, malar rash, fever.",
      ["seizure present metabolic", "malar-rash present", "fever present"],
    ],
    ["She is due to have an echo for pericardial effusion.", []],
    ["Bloods due: ANA and anti-Sm.", []],
    ["She was seen in clinic with a headache.", ["headache present"]],
    ["Hair loss without scarring.", ["non-scarring-alopecia present"]],
    ["Hair loss, and no scarring was seen.", ["non-scarring-alopecia present"]],
    ["Repeat ANA negative.", ["ana-above-reference absent"]],
    ["Repeat anti-Sm antibody was positive.", ["anti-sm present"]],
    ["Repeat anti-Sm.", []],
    ["Please repeat ANA if negative.", []],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test("what was something else is listed", () => {
    expect(whys("Malar rash was rosacea.")).toEqual(["the text says that it was something else"]);
  });
});

describe("who has it", () => {
  test.each([
    ["Her mother has lupus.", ["family-history present"]],
    ["FH: cousin with lupus. Mother: thyroid disease.", []],
    ["Family Hx: Lupus - sister; DVT - mother", ["family-history present"]],
    ["Mum reports that she has had a fever.", ["fever present"]],
    ["Seizure, witnessed by her mother.", ["seizure present"]],
    ["Her brother is well; he had seizures.", []],
    ["Partner drove her in; he has a cold and a fever.", []],
    ["His friend came with him; she has oral ulcers.", []],
    ["Her carer brought her; she has oral ulcers.", ["oral-ulcers present"]],
    ["Seizure in childhood.", ["seizure present"]],
    ["As a child she had seizures.", ["seizure present"]],
    ["This child has malar rash.", ["malar-rash present"]],
    ["The infant presented with fever.", ["fever present"]],
    ["Her mother says the child has malar rash.", ["malar-rash present"]],
    ["Oral ulcers after the birth of her baby.", ["oral-ulcers present"]],
    ["She lives with her two children and has malar rash.", ["malar-rash present"]],
    ["She is a blood donor and has malar rash.", ["malar-rash present"]],
    ["Donor-specific antibodies negative, malar rash present.", ["malar-rash present"]],
    ["Her kidney is from a living donor; malar rash since.", ["malar-rash present"]],
    ["Her carer says she has oral ulcers.", ["oral-ulcers present"]],
    ["Her child has lupus.", ["family-history present"]],
    ["Her twin has a positive lupus anticoagulant.", []],
    ["Her sister-in-law has lupus.", []],
    ["His adoptive mother has lupus.", []],
    ["34-year-old teacher with malar rash.", ["malar-rash present"]],
    ["This 45-year-old carer has malar rash.", ["malar-rash present"]],
    ["She works as a manager and has malar rash.", ["malar-rash present"]],
    ["Her sister runs the lupus clinic.", []],
    ["Mother came with the baby. The baby has malar rash.", ["malar-rash present"]],
    ["She carries anti-Ro antibodies and the baby was well.", ["anti-ro present"]],
    // A child of whom a parent tells is the patient.
    ["Their baby has thrombocytopenia.", ["thrombocytopenia present"]],
    ["Parents noticed their child has a malar rash.", ["malar-rash present"]],
    ["Mother brought her child with fever and malar rash.", ["fever present", "malar-rash present"]],
    ["The father says his three-year-old child has seizures.", ["seizure present"]],
    ["Mum is worried that her baby has photosensitivity.", ["photosensitivity present"]],
    ["My toddler has oral ulcers.", ["oral-ulcers present"]],
    ["I noticed that my child has a malar rash.", ["malar-rash present"]],
    ["Parents brought their daughter with a malar rash.", ["malar-rash present"]],
    ["Mother says her son has had seizures.", ["seizure present"]],
    ["Mother says her child has lupus.", []],
    ["My child has lupus.", []],
    ["Parents were told that their child has lupus.", []],
    ["Mother says that her daughter has lupus.", []],
    ["Her mother and her child have lupus.", ["family-history present"]],
    ["Her son has lupus.", ["family-history present"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    "Kidney donor with thrombocytopenia.",
    "The blood donor was found to have leukopenia.",
    "Donor had seizures.",
    "Her baby had a malar rash.",
    "Her 3-year-old child has seizures.",
    "The patient's child has photosensitivity.",
    "She delivered at 36 weeks. The baby had thrombocytopenia.",
    "Newborn platelets 40 x10^9/L.",
    "Fetal pericardial effusion was seen.",
    "Neonatal thrombocytopenia in her child.",
    "Her flatmate had a malar rash.",
    "I have lupus and my child has a malar rash.",
    "She and her husband say that their baby has thrombocytopenia.",
    "Accompanied by her mother, who says nothing, and her child has a malar rash.",
    "Her mother says that her son has seizures.",
    "Roommate with oral ulcers.",
    "Her next of kin has psychosis.",
    "Her fiancée has fever.",
    "Her carer has oral ulcers.",
    "The patient in the next bed had a seizure.",
    "A fellow patient had a seizure.",
    "The man in the next bed had a seizure.",
    "Her boss had a fever.",
    "Her dog has had seizures.",
    "Her lodger has oral ulcers.",
    "Her in-laws have photosensitivity.",
    "The student who shares her flat has malar rash.",
    "Cord blood platelets 40 x10^9/L",
    "The lady opposite her has malar rash.",
    "She came with her partner and the baby.\n\nThe baby had a malar rash.",
    "She was delivered at 36 weeks.\n\nThe baby's platelet count was 96 x10^9/L.",
  ])("another person: %s", (text) => {
    expect(read(text)).toEqual([]);
    expect(whys(text)).toContain("another person, not the patient");
  });

  test.each([
    ["Her sister has malar rash and she herself has oral ulcers.", ["oral-ulcers present"]],
    ["Her aunt has psychosis, the patient herself has fever.", ["fever present"]],
    ["Her mother has seizures and the patient has malar rash.", ["malar-rash present"]],
    ["My sister has seizures and I have a malar rash.", ["malar-rash present"]],
    ["Her mother herself has seizures.", []],
    ["The mother of the patient has seizures.", []],
    ["Her mother and the patient's sister have seizures.", []],
  ])("back to the patient: %s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("what the text puts it down to", () => {
  test.each([
    ["Leukopenia in 2019, attributed to azathioprine.", "leukopenia present drug"],
    ["Bilateral pleural effusions due to heart failure.", "pleural-effusion present other-disease"],
    ["Oral ulcers caused by herpes simplex.", "oral-ulcers present infection"],
    ["Seizure provoked by hyponatremia.", "seizure present metabolic"],
    ["Steroid-induced psychosis.", "psychosis present drug"],
    ["Pericardial effusion, malignant.", "pericardial-effusion present malignancy"],
    ["Hair loss from chemotherapy.", "non-scarring-alopecia present drug"],
    ["Pleural effusion secondary to lupus.", "pleural-effusion present"],
    ["Thrombocytopenia, no other cause found.", "thrombocytopenia present"],
    ["Seizure, not drug related.", "seizure present"],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe("what only speaks of a cause explains nothing", () => {
  test.each([
    ["Fever (infection screen).", ["fever present"]],
    ["Thrombocytopenia (HIV tested).", ["thrombocytopenia present"]],
    ["Malar rash (unlike rosacea).", ["malar-rash present"]],
    ["Malar rash (vs rosacea).", ["malar-rash present"]],
    ["Malar rash (DD rosacea).", ["malar-rash present"]],
    ["Proteinuria (diabetes clinic).", ["proteinuria present"]],
    ["Fever (viral swab sent).", ["fever present"]],
    ["Pleural effusion (cardiac echo booked).", ["pleural-effusion present"]],
    ["Fever (sepsis screen sent).", ["fever present"]],
    ["Leukopenia, viral serology sent.", ["leukopenia present"]],
    ["Malar rash (rosacea).", ["malar-rash present other-disease"]],
    ["Fever (urinary tract infection).", ["fever present infection"]],
    ["Oral ulcers (herpes simplex and candida).", ["oral-ulcers present infection"]],
    ["Pleural effusion (heart failure/infection).", ["pleural-effusion present other-disease"]],
    ["Pericardial effusion, malignant on cytology.", ["pericardial-effusion present malignancy"]],
    ["Fever (sepsis).", ["fever present infection"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("a cause in front of what it caused", () => {
  test.each([
    ["Steroids led to improvement of malar rash.", ["malar-rash present"]],
    ["Pneumonia led to discovery of thrombocytopenia.", ["thrombocytopenia present"]],
    ["Sepsis led to ICU admission with seizures.", ["seizure present"]],
    ["Stopping steroids led to malar rash.", ["malar-rash present"]],
    ["Steroid taper triggered fever.", ["fever present"]],
    ["Withdrawal of prednisolone precipitated psychosis.", ["psychosis present"]],
    ["Due to infection risk her leukopenia was monitored.", ["leukopenia present"]],
    ["Because of penicillin allergy she had a fever review.", ["fever present"]],
    ["Following azathioprine, leukopenia resolved.", ["leukopenia present"]],
    ["Due to heparin her thrombocytopenia was watched.", ["thrombocytopenia present"]],
    ["Azathioprine led to severe leukopenia.", ["leukopenia present drug"]],
    ["Heparin caused a transient thrombocytopenia.", ["thrombocytopenia present drug"]],
    ["Alcohol withdrawal precipitated seizures.", ["seizure present metabolic"]],
    ["Methotrexate led to the development of oral ulcers.", ["oral-ulcers present drug"]],
    ["Following azathioprine, she developed leukopenia.", ["leukopenia present drug"]],
    ["Due to heparin she had thrombocytopenia.", ["thrombocytopenia present drug"]],
    ["Due to heparin, thrombocytopenia developed.", ["thrombocytopenia present drug"]],
    ["Because of azathioprine she had a fever review.", ["fever present"]],
    ["Heparin led to worsening thrombocytopenia.", ["thrombocytopenia present"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test("without its subject and verb it is only worked out", () => {
    const sure = (text: string): readonly unknown[] => readText(text, words).proposals.map((one) => one.sureness);
    expect(sure("Due to heparin, thrombocytopenia developed.")).toEqual(["worked-out"]);
    expect(sure("Due to heparin she had thrombocytopenia.")).toEqual(["plain"]);
    expect(sure("Following pneumonia she developed leukopenia.")).toEqual(["worked-out"]);
  });
});

describe("a cause that is named to say that it is none, and numbers that are no cause", () => {
  test.each([
    ["Oral ulcers (herpes negative).", ["oral-ulcers present"]],
    ["Oral ulcers (herpes-free).", ["oral-ulcers present"]],
    ["Oral ulcers (HSV PCR negative).", ["oral-ulcers present"]],
    ["Oral ulcers, herpes-free.", ["oral-ulcers present"]],
    ["Fever (blood cultures negative).", ["fever present"]],
    ["Fever with negative cultures.", ["fever present"]],
    ["Fever (infection excluded).", ["fever present"]],
    ["Fever (infection: no).", ["fever present"]],
    ["Seizure, EEG normal.", ["seizure present"]],
    ["Pericarditis (echo negative).", []],
    ["Malar rash: negative biopsy.", []],
    ["Pleural effusion on CXR negative.", ["pleural-effusion absent"]],
    ["Psychosis (hallucinations, delusions) denied.", ["psychosis absent"]],
    ["Thrombocytopenia (lupus anticoagulant negative).", ["thrombocytopenia present", "lupus-anticoagulant absent"]],
    ["Malar rash, seizures and anti-Sm absent.", ["malar-rash absent", "seizure absent", "anti-sm absent"]],
    ["Malar rash (not seen).", []],
    ["Malar rash (currently absent).", ["malar-rash absent"]],
    ["Malar rash on the cheeks was absent.", ["malar-rash absent"]],
    ["Fever from non-infective causes.", ["fever present"]],
    ["Thrombocytopenia attributed to heparin rather than lupus.", ["thrombocytopenia present drug"]],
    ["Thrombocytopenia attributed to lupus rather than heparin.", ["thrombocytopenia present"]],
    ["Thrombocytopenia, initially attributed to heparin, persisted.", ["thrombocytopenia present"]],
    ["Fever for 2 2-week courses of antibiotics.", ["fever present"]],
    ["Fever 2/2 pneumonia.", ["fever present infection"]],
    ["Power 2/2, headache 2/2 pneumonia.", ["headache present infection"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("a list under one head, and signs that say both", () => {
  test.each([
    ["Denied: seizures; psychosis; oral ulcers.", ["seizure absent", "psychosis absent", "oral-ulcers absent"]],
    ["PMH nil. Denied: seizures; psychosis.", ["seizure absent", "psychosis absent"]],
    ["ROS negative for: seizures; psychosis; fever.", ["seizure absent", "psychosis absent", "fever absent"]],
    ["No: seizures; psychosis; fever.", ["seizure absent", "psychosis absent", "fever absent"]],
    ["Possible: seizures; psychosis.", []],
    [
      "Denied: seizures; psychosis; she has oral ulcers.",
      ["seizure absent", "psychosis absent", "oral-ulcers present"],
    ],
    [
      "Denied: seizures; psychosis. Oral ulcers are present.",
      ["seizure absent", "psychosis absent", "oral-ulcers present"],
    ],
    ["Never had: seizures; psychosis.", ["seizure absent", "psychosis absent"]],
    ["Denied - seizures; psychosis.", ["seizure absent", "psychosis absent"]],
    ["Denies the following: seizures; psychosis.", ["seizure absent", "psychosis absent"]],
    ["Denies seizures; psychosis.", ["seizure absent"]],
    ["Denied: seizures; positive: oral ulcers.", ["seizure absent", "oral-ulcers present"]],
    ["Denied: seizures,\npsychosis,\nfever.", ["seizure absent", "psychosis absent", "fever absent"]],
    ["Denied:\nseizures.\npsychosis.", ["seizure absent", "psychosis absent"]],
    ["Mother: seizures; psychosis.", []],
    ["Pt denies any seizures; psychosis.", ["seizure absent"]],
    ["Denies seizures but has fever; oral ulcers.", ["seizure absent", "fever present", "oral-ulcers present"]],
    ["She has never had any of these: seizures; psychosis.", ["seizure absent", "psychosis absent"]],
    ["None of the following: seizures; psychosis.", ["seizure absent", "psychosis absent"]],
    ["Her mother has seizures; psychosis.", []],
    ["Her mother has seizures; the patient has oral ulcers.", ["oral-ulcers present"]],
    ["Bed no: 7; fever.", ["fever present"]],
    ["No: seizures; psychosis.", ["seizure absent", "psychosis absent"]],
    ["She is seizure-free.", []],
    ["Fever free for a week.", []],
    ["Fever no - malar rash present.", ["fever absent", "malar-rash present"]],
    ["Not more than 2 swollen joints.", []],
    ["Hydralazine did not cause leukopenia.", []],
    ["Heparin never led to thrombocytopenia.", []],
    ["Denied: seizures.\nMalar rash on both cheeks.", ["seizure absent", "malar-rash present"]],
    ["No fewer than 2 swollen joints.", ["swollen-joints 2 {count}"]],
    ["Not less than three swollen joints.", ["synovitis-2-joints present"]],
    ["Fewer than 2 swollen joints.", []],
    ["Seizures: +/-", []],
    ["Seizures +/-, malar rash +", ["malar-rash present"]],
    ["Malar rash (±).", []],
    ["Oral ulcers +/- nasal ulcers.", ["oral-ulcers present"]],
    ["Anti-Sm: +/-", []],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("a relative by blood, and who else is in the family", () => {
  test.each([
    ["Her mother-in-law has lupus.", []],
    ["Her mother-in-law is well and her mother has lupus.", ["family-history present"]],
    ["Her husband's mother has lupus.", []],
    ["Her mother's sister has lupus.", []],
    ["The mother of her husband has lupus.", []],
    ["Lupus in her sister-in-law.", []],
    ["Lupus in her mother's cousin.", []],
    ["Family history: lupus on her father's side.", []],
    ["Her half-sister has lupus.", []],
    ["Her foster mother has lupus.", []],
    ["Her stepsister has lupus.", []],
    ["Lupus in her younger sister.", ["family-history present"]],
    ["Her mam has lupus.", ["family-history present"]],
    ["Came with her younger sister and has malar rash.", ["malar-rash present"]],
    ["Her nan has lupus.", []],
    ["Her nan has seizures.", []],
    ["Her auntie has psychosis.", []],
    ["Her baby is well and she has malar rash.", ["malar-rash present"]],
    ["Her children are well and she has malar rash.", ["malar-rash present"]],
    ["Her newborn is fine and she has malar rash.", ["malar-rash present"]],
    ["Her baby is not well and she has malar rash.", []],
    ["Her baby girl has a rash and she has seizures.", []],
    ["She cares for her mother and has oral ulcers.", ["oral-ulcers present"]],
    ["She is a full-time carer for her mother and has oral ulcers.", ["oral-ulcers present"]],
    ["She cares for her mother, who has seizures.", []],
    ["This 66-year-old retired carer has malar rash.", ["malar-rash present"]],
    ["Deceased donor renal transplant; malar rash since.", ["malar-rash present"]],
    ["Per her daughter she has had seizures.", ["seizure present"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("what is only weighed, feared or said of somebody beside", () => {
  test.each([
    ["Pericarditis considered, felt to be unlikely.", []],
    ["Pericarditis was considered.", []],
    ["Pleural effusion considered to be due to heart failure.", ["pleural-effusion present other-disease"]],
    ["Pleurisy likely due to lupus.", ["pleuritic-pain present"]],
    ["Leukopenia likely due to azathioprine.", ["leukopenia present drug"]],
    ["We consider the seizures to be drug-induced.", ["seizure present drug"]],
    ["We should consider seizures.", []],
    ["Anxious about seizures.", []],
    ["Class III nephritis on biopsy would change treatment.", []],
    ["Seizure in 2019 (hyponatremia, Na 112).", ["seizure present metabolic"]],
    ["Came with her sister who is pregnant and anti-Ro positive.", []],
    ["Came with her mother who says she has had fever.", ["fever present"]],
    ["First baby delivered at 35 weeks; the baby had thrombocytopenia.", []],
    ["G2 P1. The baby had thrombocytopenia.", []],
    ["The second baby had thrombocytopenia.", []],
    ["First child of healthy parents, presented with fever.", ["fever present"]],
    ["B/L knee swelling.", ["synovitis-2-joints present"]],
    ["Fever or infection in the last 7 days      No", ["fever absent"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test("a cause that is only likely is worked out", () => {
    expect(readText("Leukopenia likely due to azathioprine.", words).proposals.map((one) => one.sureness)).toEqual([
      "worked-out",
    ]);
  });
});

describe("to which of several names a cause belongs", () => {
  test.each([
    [
      "Thrombocytopenia and alopecia, the latter attributed to cyclophosphamide.",
      ["thrombocytopenia present", "non-scarring-alopecia present drug"],
    ],
    [
      "Thrombocytopenia and alopecia, the former attributed to heparin.",
      ["thrombocytopenia present drug", "non-scarring-alopecia present"],
    ],
    [
      "She had thrombocytopenia, and leukopenia that was attributed to azathioprine.",
      ["thrombocytopenia present", "leukopenia present drug"],
    ],
    ["Thrombocytopenia plus leukopenia due to azathioprine.", ["thrombocytopenia present", "leukopenia present drug"]],
    ["Fever and oral ulcers, both due to herpes.", ["fever present infection", "oral-ulcers present infection"]],
    ["Steroid-induced psychosis and leukopenia.", ["psychosis present drug", "leukopenia present"]],
    ["Thrombocytopenia resolved; attributed to heparin.", ["thrombocytopenia present drug"]],
    ["Leukopenia resolved; due to have bloods next week.", ["leukopenia present"]],
    [
      "Leukopenia and thrombocytopenia. The former was due to azathioprine.",
      ["leukopenia present drug", "thrombocytopenia present"],
    ],
    [
      "Leukopenia and thrombocytopenia; the former was drug-induced.",
      ["leukopenia present drug", "thrombocytopenia present"],
    ],
    [
      "Leukopenia and thrombocytopenia. I put the latter down to heparin.",
      ["leukopenia present", "thrombocytopenia present drug"],
    ],
    [
      "Alopecia and thrombocytopenia. Both were attributed to chemotherapy.",
      ["non-scarring-alopecia present drug", "thrombocytopenia present drug"],
    ],
    [
      "Leukopenia, thrombocytopenia and alopecia, the last of which was attributed to cyclophosphamide.",
      ["leukopenia present", "thrombocytopenia present", "non-scarring-alopecia present drug"],
    ],
    [
      "Leukopenia, thrombocytopenia and alopecia, the first attributed to azathioprine.",
      ["leukopenia present drug", "thrombocytopenia present", "non-scarring-alopecia present"],
    ],
    [
      "The thrombocytopenia, unlike the leukopenia, was due to heparin.",
      ["thrombocytopenia present drug", "leukopenia present"],
    ],
    ["Thrombocytopenia, but not leukopenia, was attributed to heparin.", ["thrombocytopenia present drug"]],
    ["Malar rash, but not oral ulcers.", ["malar-rash present", "oral-ulcers absent"]],
    ["Heparin caused thrombocytopenia.", ["thrombocytopenia present drug"]],
    ["Methotrexate led to oral ulcers.", ["oral-ulcers present drug"]],
    ["Due to heparin she had thrombocytopenia.", ["thrombocytopenia present drug"]],
    [
      "Because of heparin, thrombocytopenia developed; malar rash persists.",
      ["thrombocytopenia present drug", "malar-rash present"],
    ],
    ["Because of her lupus she has seizures.", ["seizure present"]],
    ["Infection triggered a flare with malar rash.", ["malar-rash present"]],
    ["Because of fever she was admitted; malar rash noted.", ["fever present", "malar-rash present"]],
    ["Oral ulcers, which were herpes.", ["oral-ulcers present infection"]],
    ["Oral ulcers were herpetic.", ["oral-ulcers present infection"]],
    ["Malar rash (rosacea).", ["malar-rash present other-disease"]],
    ["Pleural effusion (heart failure).", ["pleural-effusion present other-disease"]],
    ["Malar rash (hydroxychloroquine).", ["malar-rash present"]],
    ["Alopecia (no thyroid disease).", ["non-scarring-alopecia present"]],
    ["Leukopenia - resolved, azathioprine-related.", ["leukopenia present drug"]],
    ["Leukopenia, steroid-induced diabetes.", ["leukopenia present"]],
    ["Leukopenia has resolved; this had been blamed on azathioprine.", ["leukopenia present drug"]],
    ["Fever due to see her doctor.", ["fever present"]],
    ["Leukopenia 2/2 MMF.", ["leukopenia present drug"]],
    ["Leukopenia was not drug-induced.", ["leukopenia present"]],
    ["Leukopenia was lupus-induced.", ["leukopenia present"]],
    ["Pleural effusion 2/2 hypoalbuminemia.", ["pleural-effusion present metabolic"]],
    ["Pleural effusion d/t pneumonia.", ["pleural-effusion present infection"]],
    ["Psychosis 2/2 steroids, fever.", ["psychosis present drug", "fever present"]],
    ["Oral ulcers 2/10 in pain.", ["oral-ulcers present"]],
    ["Leukopenia resolved; fever due to influenza.", ["leukopenia present", "fever present infection"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test("where it can be read either way, it is worked out for all but the nearest", () => {
    const { proposals } = readText("Thrombocytopenia and leukopenia attributed to azathioprine.", words);
    expect(proposals.map((one) => [one.kind === "finding" && one.explainedBy?.text, one.sureness])).toEqual([
      ["azathioprine", "worked-out"],
      ["azathioprine", "plain"],
    ]);
  });
});

describe("denied up to a time", () => {
  test.each([
    "Never had pleurisy until last year.",
    "No oral ulcers before 2019.",
    "Until last year she never had pleurisy.",
    "No seizures prior to admission.",
    "ANA negative until 2019.",
    "No seizures up to 2020.",
  ])("says nothing for certain: %s", (text) => {
    expect(read(text)).toEqual([]);
    expect(whys(text)).toEqual(["denied up to a time only, which may say that it came then"]);
  });

  test.each([
    ["No oral ulcers before or since.", ["oral-ulcers absent"]],
    ["Never had a seizure before.", ["seizure absent"]],
    ["No fever, and she waited until Monday.", ["fever absent"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("what is normal is no result, and the flag of a number no denial", () => {
  test.each([
    ["Double stranded DNA by Farr is 23 (normal less than 7).", []],
    ["Anti-dsDNA 12 (normal 0-5).", []],
    ["Anti-dsDNA normal.", ["anti-dsdna absent"]],
    ["C3 0.55 -", []],
    ["C3     0.55     -", []],
    ["Anti-Sm -", ["anti-sm absent"]],
    ["Anti-Sm     -", ["anti-sm absent"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("results in words", () => {
  test.each([
    ["Anti-RNP     positiv / positive     negativ", ["anti-rnp present"]],
    ["Anti-Sm     negativ / negative     negativ", ["anti-sm absent"]],
    ["Lupus anticoagulant     nachweisbar / detected", ["lupus-anticoagulant present"]],
    ["Lupus anticoagulant     nicht nachweisbar", ["lupus-anticoagulant absent"]],
    ["Anti-La     grenzwertig / borderline     negativ", []],
    ["Anti-Sm negative, anti-RNP positive.", ["anti-sm absent", "anti-rnp present"]],
    [
      "ENA: Ro positive; Sm, RNP and La negative.",
      ["anti-ro present", "anti-sm absent", "anti-rnp absent", "anti-la absent"],
    ],
    ["Sm +, RNP +, Ro/La neg", ["anti-sm present", "anti-rnp present", "anti-ro absent", "anti-la absent"]],
    ["A weakly positive anti-Sm.", ["anti-sm present"]],
    ["Anti-La equivocal.", []],
    ["ENA and dsDNA awaited.", []],
    ["Anti-dsDNA positive by Farr.", ["anti-dsdna-specific present"]],
    ["Low C3, C4 normal.", ["low-c3 present", "low-c4 absent"]],
    ["C4 undetectable.", ["low-c4 present"]],
    ["ANA positive, no titer given.", ["ana-above-reference present"]],
    ["VDRL reactive; TPPA non-reactive.", ["false-positive-rpr present"]],
    ["VDRL reactive.", []],
    ["LA negative.", ["lupus-anticoagulant absent"]],
    ["Echo: LA normal size.", []],
    ["Ro/La neg", ["anti-ro absent", "anti-la absent"]],
    ["Smooth muscle antibody (SMA) positive 1:40.", []],
    ["SLE with anti-Ro antibodies, lupus anticoagulant negative.", ["anti-ro present", "lupus-anticoagulant absent"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("boxes, signs and answers", () => {
  test.each([
    ["[x] Malar rash   [ ] Oral ulcers", ["malar-rash present"]],
    ["☑ Malar rash ☐ Oral ulcers", ["malar-rash present"]],
    ["Malar rash   Yes [ ]  No [x]", ["malar-rash absent"]],
    ["Malar rash   Yes [ ]  No [ ]", []],
    ["Anti-Sm: [x] negative  [ ] positive", ["anti-sm absent"]],
    ["(+) fatigue, (-) fever", ["fatigue present", "fever absent"]],
    ["malar rash +, alopecia -", ["malar-rash present", "non-scarring-alopecia absent"]],
    ["Mouth sores: No\nHair loss: Yes", ["oral-ulcers absent", "non-scarring-alopecia present"]],
    ["Fever: ?\nSeizures: n/a\nClots: not sure", []],
    [
      "Feature        Present   Absent\nMalar rash        X\nSeizure                     X",
      ["malar-rash present", "seizure absent"],
    ],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("more than a name is asked", () => {
  test.each([
    ["Swelling of the right knee only.", []],
    ["Synovitis of both wrists.", ["synovitis-2-joints present"]],
    ["No synovitis.", ["synovitis-2-joints absent"]],
    ["Wrists and knees are tender, with half an hour of morning stiffness.", ["tender-joints-with-stiffness present"]],
    ["Wrists and knees are tender, stiff for 10 minutes in the morning.", []],
    ["Pleurisy for ten days.", ["pleurisy-over-1-day present"]],
    ["Pleurisy three weeks ago.", ["pleuritic-pain present"]],
    ["A 70-year-old man has pleurisy six months after starting a drug.", ["pleuritic-pain present"]],
    ["Intermittent joint pains without swelling.", ["arthralgia present", "synovitis-2-joints absent"]],
    ["New pericardial effusion.", ["pericardial-effusion-new present"]],
    [
      "Renal biopsy: class III (A/C) + V lupus nephritis.",
      ["biopsy-class-3-or-4 present", "biopsy-class-2-or-5 present"],
    ],
    ["NYHA class III, obesity class II.", []],
    ["Alopecia areata; discoid eczema; hyaline casts.", []],
    ["Diffuse non-scarring alopecia.", ["non-scarring-alopecia present"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("a denial ends where there is some of what follows it", () => {
  test.each([
    ["Heart: no murmur, trace pericardial effusion on the scan.", ["pericardial-effusion present"]],
    ["No photosensitivity, 2+ ankle edema.", ["photosensitivity absent", "leg-edema present"]],
    ["Never had psychosis, one seizure in 2010.", ["psychosis absent", "seizure present"]],
    ["No synovitis, mild tenderness of the wrists and knees.", ["synovitis-2-joints absent"]],
    ["No fever, several nasal ulcers.", ["fever absent", "nasal-ulcers present"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    "No consolidation, right pleural effusion.",
    "No cough and mild headache.",
    "Denies cough, mild or severe headache.",
  ])("%s: whether it reaches so far is not clear", (text) => {
    expect(read(text)).toEqual([]);
    expect(whys(text)).toEqual(["how far the denial before it reaches is not clear"]);
  });
});

describe("said of others, in error, or only where it comes", () => {
  test.each([
    "- when ready for home\n- if psychosis, call the team",
    "Her brother thinks she has a malar rash.",
    "My daughter believes I have discoid lupus.",
    "Not c/w pericarditis.",
    "Findings not consistent with myelitis.",
    "G40.9 Seizure disorder - coded by mistake",
    "Pericarditis: recorded in error.",
    "We explained that around a third of patients with lupus get pericarditis.",
    "Most of these children have a malar rash.",
    "The family was told that seizures are uncommon.",
    "Hair loss - traction, seen by dermatology",
  ])("%s", (text) => {
    expect(read(text)).toEqual([]);
  });

  test("a time that follows is no list of what follows", () => {
    expect(read("In the following three months she developed a malar rash.")).toEqual(["malar-rash present"]);
  });
});

describe("like it, beside it, and not it", () => {
  test.each([
    ["A psychosis-like episode.", []],
    ["VTE stockings on. Delirium screen.", []],
    ["Drug fever in 2019.", ["fever present drug"]],
    ["Steroid psychosis in 2017.", ["psychosis present drug"]],
    ["Leukopenia, steroid myopathy.", ["leukopenia present"]],
    ["Rash without fever, seizures or psychosis.", ["fever absent", "seizure absent", "psychosis absent"]],
    ["No malar/discoid rash.", ["malar-rash absent", "discoid-lupus absent"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test("a list behind 'without' may be of what there is", () => {
    expect(read("She has joint pain without fever, headache and hair loss.")).toEqual([
      "arthralgia present",
      "fever absent",
    ]);
    expect(whys("She has joint pain without fever, headache and hair loss.")).toHaveLength(2);
  });
});

describe("conditions, choices and advice in other words", () => {
  test.each([
    "Should pericarditis recur, start colchicine.",
    "Were he to have psychosis, stop the steroid.",
    "Had the platelets been 40 x10^9/L we would have waited.",
    "Call our office for fever, hair loss or oral ulcers.",
    "Contact the clinic immediately if seizures.",
    "{Yes/No} mouth ulcers. {present:1} alopecia. Knees *** swollen joints.",
    "ADR: sulfasalazine - fever and pleurisy",
    "Stopping criteria: leukopenia, seizures",
    "Leukopenia elsewhere could not be confirmed.",
    "See the headache diary and the fever log.",
    "C3 glomerulopathy was excluded.",
  ])("%s", (text) => {
    expect(read(text)).toEqual([]);
  });

  test.each([
    ["Had seizures in 2019.", ["seizure present"]],
    [
      "Skin: no discoid lesions, hair - diffuse thinning, mouth: oral ulcers.",
      ["discoid-lupus absent", "non-scarring-alopecia present", "oral-ulcers present"],
    ],
    ["No history of psychosis; seizures; fever.", ["psychosis absent"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("numbers of times, and what nobody verified", () => {
  test.each([
    ["Fits: 0. Clots: 0", []],
    ["Pregnancies 3, seizures 0, clots 0", []],
    ["Mouth ulcers: 3 on the palate.", ["oral-ulcers present"]],
    ["Per chart: psychosis (unverified).", []],
    ['She says "I think I had a seizure".', []],
    ["Photosensitive epilepsy.", []],
    ["Tmax (24 h) 38.9 °C", ["temperature 38.9 Cel"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("whose it is, what is normal, and what a value says", () => {
  test.each([
    ["PMH: asthma, pericarditis (brother), SLE, headache.", ["headache present"]],
    ["SLE (sister), Raynaud's.", ["family-history present", "raynaud present"]],
    ["Anti-RNP 88 (neg <20), anti-Ro >200 (negative: below 20).", []],
    ["Anti-Sm 41 U/mL, positive >20.", []],
    ["Anti-Sm negative (<20), anti-RNP 3 (neg).", ["anti-sm absent", "anti-rnp absent"]],
    ["Sm antibody    <1.0 NEG    <1.0 NEG AI", ["anti-sm absent"]],
    // A value decides for itself, whatever was so before or after.
    ["Apyrexial now; Tmax 38.9 °C last night.", ["temperature 38.9 Cel"]],
    ["Afebrile, T 36.9 °C.", ["fever absent", "temperature 36.9 Cel"]],
    ["No leukopenia until June. WBC 2.9 x10^9/L.", ["white-cells 2.9 10*9/L"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("what is said behind a name takes it back, or leaves some of it", () => {
  test.each([
    // An insertion between two commas parts nothing.
    ["Dialysis, which had been raised by the ward, was not required.", []],
    ["Pericarditis, seen in May on the echo, was treated with colchicine.", ["acute-pericarditis present"]],
    ["Malar rash, oral ulcers, Raynaud's.", ["malar-rash present", "oral-ulcers present", "raynaud present"]],
    // A denial with an exception, or since a time.
    ["No clots, aside from one in a central line.", []],
    ["Never had a seizure, except as a toddler.", []],
    ["No pleural effusion with the exception of a trace on the left.", []],
    ["No seizures since childhood.", []],
    ["No oral ulcers.", ["oral-ulcers absent"]],
    // Not looked for, and not thought of.
    ["Fever was not measured. Photosensitivity was not addressed.", []],
    ["The urine was not checked for proteinuria.", []],
    ["Discoid lupus is less favored than lichen planus.", []],
    ["The parents were informed about seizures.", []],
    ["He is afraid that he has pericarditis.", []],
    ["No changes of pericarditis on the ECG.", []],
    ["No change in the pericardial effusion.", ["pericardial-effusion present"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("brackets behind a name", () => {
  test.each([
    ["Oral ulcers (she denies) and malar rash.", ["malar-rash present", "oral-ulcers absent"]],
    ["Calf pain. DVT (pt denies).", []],
    ["Seizures (denied by his wife), fatigue.", ["fatigue present", "seizure absent"]],
    ["Thrombosis (her brother's, not hers), fatigue.", ["fatigue present"]],
    ["Psychosis (in her aunt) and fatigue.", ["fatigue present"]],
    ["Malar rash (husband's observation).", ["malar-rash present"]],
    // Of two printed answers the one in brackets is taken.
    ["Raynaud's:   Y / (N)", ["raynaud absent"]],
    ["Seizures: [yes] / no", ["seizure present"]],
    ["Psychosis  Y / N", []],
    ["Raynaud's (Y), seizures (N).", ["raynaud present", "seizure absent"]],
    // A denial in brackets ends with them.
    ["Pleurisy (denies cough), oral ulcers.", ["oral-ulcers present", "pleuritic-pain present"]],
    ["Fatigue (no fever), headache.", ["fatigue present", "fever absent", "headache present"]],
    ["Fatigue: yes / oral ulcers: no", ["fatigue present", "oral-ulcers absent"]],
  ])("%s", (text, expected) => {
    expect([...read(text)].sort()).toEqual(expected);
  });
});

describe("several readings, results and people", () => {
  test.each([
    ["Biopsy read as class III elsewhere; our review: class II only.", ["biopsy-class-2-or-5 present"]],
    ["Renal biopsy initially called class V, revised to class IV.", ["biopsy-class-3-or-4 present"]],
    ["The local renal biopsy: class IV. We do not agree.", []],
    ["Renal biopsy at an outside hospital: class IV.", ["biopsy-class-3-or-4 present"]],
    ["Initial renal biopsy: class V. She was reviewed in June.", ["biopsy-class-2-or-5 present"]],
    [
      "Renal biopsy initially class II. The slides were reviewed by our pathologist: class IV.",
      ["biopsy-class-3-or-4 present"],
    ],
    ["Renal biopsy: the tubules hold granular casts and red cell casts.", []],
    ["Urine sediment: granular casts.", ["other-cellular-casts present"]],
    ["ANA neg (<1:40) 2009, 1:320 in 2018.", []],
    ["ANA negative, RPR 1:8.", ["ana-above-reference absent"]],
    ["[09:10] Reg: bed 3 has a malar rash\n[09:12] Reg: bed 12 plt 40 x10^9/L", []],
    ["Moved from bed 3 to bed 12. Platelets 40 x10^9/L.", ["platelets 40 10*9/L"]],
    ["With platelets of 30 x10^9/L or less we would transfuse.", []],
    ["Platelets were 90 x10^9/L and above those of May.", ["platelets 90 10*9/L"]],
    ["WBC 3.1 x10^9/L, should read 4.1.", []],
    ["Urine PCR 0.11 g/g (should be under 0.2).", ["urine-protein-creatinine-ratio 0.11 g/g (-0.2)"]],
    ["Goal for next visit: UPCR < 0.5 g/g, platelets 150 K/uL.", []],
    ["Topics discussed: seizures, fever, sun protection.", []],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("where a denial begins and ends, in other words", () => {
  test.each([
    ["She negates headache and fatigue.", ["headache absent", "fatigue absent"]],
    ["He negated any seizures.", ["seizure absent"]],
    ["31M, no allergies, p/w malar rash and seizures.", ["malar-rash present", "seizure present"]],
    ["Nil of note in the past, c/o headache.", ["headache present"]],
    ["No regular medicines, presenting with psychosis.", ["psychosis present"]],
    // The sign of a ratio ends no doubt.
    ["She wonders whether a result of 1:320 means myelitis.", []],
    ["Anti-Ro: never checked. Anti-Sm not yet sent.", []],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("a longer name says what it is", () => {
  test.each([
    ["Hypoglossal nerve palsy.", ["cranial-neuropathy present"]],
    ["Trigeminal sensory neuropathy on the left.", ["cranial-neuropathy present"]],
    ["Distal sensory neuropathy.", ["peripheral-neuropathy present"]],
    ["Pericardial and pleural effusion.", ["pleural-effusion present", "pericardial-effusion present"]],
    ["Frontal fibrosing alopecia for years.", []],
    ["Glandular fever at school, typhoid fever abroad, and fever blisters.", []],
    ["Febrile seizure as a toddler.", []],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("of this time, of a group, or taken back", () => {
  test.each([
    ["No nasal ulcers this time.", []],
    ["No swollen joints, no fever and no mouth ulcers with this flare, on this occasion.", []],
    ["No fits or psychosis during this pregnancy.", []],
    ["Dialysis: not on the horizon.", []],
    ["Raynaud's - not at any time.", []],
    ["Malar rash - not seen.", ["malar-rash absent"]],
    ["ANA of 1:160 in 12%.", []],
    ["Seizures in 14 of 90.", []],
    ["Fever in 3 of 4 nights.", ["fever present"]],
    ["KDIGO guidance: biopsy for persistent proteinuria; hematuria and red cell casts.", []],
    ["Contrast the previous case: a man with psychosis and myelitis.", []],
    ["Psychosis on admission.\nPlease delete psychosis, it was copied from another day.", []],
    ["Raynaud's, myelitis.\nMyelitis has been deleted from the problem list.", ["raynaud present"]],
    ["The blood clot was removed at surgery.", ["thrombosis present"]],
    ["Your letter mentions a malar rash.", []],
    ["Seizure risk was discussed; the ESRD risk is small.", []],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("none now, where a wider word says that there was", () => {
  test.each([
    ["Lupus since 2011 with polyarthritis and serositis.\nNo synovitis today.", []],
    ["No arthritis at any time.\nNo synovitis today.", ["synovitis-2-joints absent"]],
    ["Seen in the Arthritis Clinic. No synovitis.", ["synovitis-2-joints absent"]],
    ["?arthritis. No synovitis.", ["synovitis-2-joints absent"]],
    ["Past: epilepsy. No fits for years.", []],
    ["Her father has epilepsy. No fits.", ["seizure absent"]],
  ])("%j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("results that are not there yet, and what a plus joins", () => {
  test.each([
    ["We do not have the anti-Sm back.", []],
    ["She does not have anti-Sm.", ["anti-sm absent"]],
    ["Please send dsDNA, LA + aCL tomorrow.", []],
    ["Anti-Sm + anti-Ro awaited.", []],
    ["Anti-Sm + anti-Ro -", ["anti-sm present", "anti-ro absent"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("two persons, and whose a line is", () => {
  test.each([
    ["MOTHER (31 y)\nC3 1.2 g/L, headache.\n\nNEONATE\nPlatelets 70 x10^9/L, Coombs positive.", []],
    ["Recipient: malar rash, C3 0.8 g/L.\nDonor: ANA 1:160, anti-dsDNA negative.", []],
    [
      "Mother: lupus, on dialysis.\nOn examination malar rash, headache.",
      ["family-history present", "malar-rash present", "headache present"],
    ],
    ["Father: well. Seizures.\nHPI: malar rash.", ["malar-rash present"]],
    ["Family history\nFather: well\nChild: fever, headache", []],
    ["I saw her with her son, who was tested. The boy has had fever and an ANA of 1:80.", []],
    ["A boy of 12. The boy has fever.", ["fever present"]],
  ])("%j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("what the text says of a name again", () => {
  test.each([
    ["Butterfly rash at the first visit.\nThe butterfly rash was in fact seborrheic dermatitis.", []],
    ["Oral ulcers, seizure.\nSeizure: in retrospect syncope.", ["oral-ulcers present"]],
    ["A seizure in 2011. Pseudo-seizures since.", ["seizure present"]],
    ["Malar rash - final histology: tinea.", []],
    ["Psychosis due to lupus was excluded.", []],
    ["Psychosis was excluded.", ["psychosis absent"]],
    ["No ulcer in the nose, though there was one at Easter.", []],
    ["No fits, but she had some as a child.", []],
    ["No fits, but there was fatigue.", ["seizure absent", "fatigue present"]],
    ["Alopecia? Yes, along the margin: scarring.", []],
    ['"Raynaud\'s" in the referral is pernio.', []],
    ["Delivered for PE at 33 weeks.", []],
    ["PE at diagnosis.", ["thrombosis present"]],
    ["Re: twin A (Ann) and twin B (Bea)\nAnn: malar rash. Bea: ANA 1:80.", []],
    ["Mum: C3 1.2 g/L, headache.\nFetus: pericardial effusion, pleural effusion.", []],
  ])("%j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("who replies, and what stands of a line that was put right", () => {
  test.each([
    ["DR: Nose ulcers?\nPT: Nah.\nDR: Any fits?\nPT: Oh, never.", ["nasal-ulcers absent", "seizure absent"]],
    ["DR: Raynaud's?\nPT: Yep.", ["raynaud present"]],
    ["DR: Headache since then?\nPT: No.", []],
    ["DR: Headache?\nPT: No, only when I had the infection last winter.", []],
    ["Granular casts. CORRECTION: no granular casts.", ["other-cellular-casts absent"]],
    ["Granular casts in May. No granular casts in June.", ["other-cellular-casts present"]],
    ["Headache: that was another patient's.\nMalar rash.", ["malar-rash present"]],
    ["The results below are of a different patient.\nC3 0.4 g/L", []],
    ["SLE flare; AIHA.", ["hemolytic-anemia present"]],
    ["Canker sores twice a year.", ["oral-ulcers present"]],
    ["No pleuritic component.", ["pleuritic-pain absent"]],
    ["Jugular vein thrombus.", ["thrombosis present"]],
  ])("%j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("on treatment, in an examination, and by a label something else", () => {
  test.each([
    ["No synovitis on prednisolone 10 mg.", []],
    ["No headache on the current treatment.", []],
    ["No synovitis on examination.", ["synovitis-2-joints absent"]],
    ["Which tests would you order? Anti-Sm positive in a third, leukopenia, thrombocytopenia.", []],
    ["List three causes. Psychosis, seizures.", []],
    ["What brought her in? She had seizures.", ["seizure present"]],
    ["Discoid lupus: biopsied in 2020 = psoriasis.", []],
    ["Pleurisy: seen in 2019, dx costochondritis.", []],
    ["Pleurisy: seen in 2019, diagnosis lupus.", ["pleuritic-pain present"]],
    ["Remarks: low C4 may be hereditary.", []],
    ["A raised rash of the malar area.", ["malar-rash present"]],
  ])("%j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("a cause behind a dash in a list of problems", () => {
  test.each([
    ["Pleural effusion (right) 2014 - CHF", ["pleural-effusion present other-disease"]],
    ["2. Seizure in 2003: hypoglycemia", ["seizure present metabolic"]],
    ["Fever - infection screen negative", ["fever present"]],
    ["Thrombosis - antiphospholipid syndrome", ["thrombosis present"]],
    ["Raynaud's - nifedipine", ["raynaud present"]],
    ["Delirium 2019 - lupus", ["delirium present"]],
    ["A parapneumonic effusion in 2019.", ["pleural-effusion present infection"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("bands of a laboratory, what was always so, and what nobody answered", () => {
  test.each([
    ["RNP 55 U (<20 neg, 20-39 weak).", []],
    ["RNP 18 U (neg).", ["anti-rnp absent"]],
    ["Anti-Ro always negative. C3 always normal.", ["anti-ro absent", "low-c3 absent"]],
    ["Patients always have fatigue.", []],
    ["Seizures? Sometimes.", []],
    ["She skipped: seizures, headache.", []],
    ["Unsure: oral ulcers.", []],
    ['"Class IV" nephritis per problem list.', []],
    ["The red cell casts were mucus.", []],
    ["Bloods uploaded by mistake: platelets 40 x10^9/L", []],
    ["Lymphocytes 0.9 x10^9/L (they have been 0.8-1.0 for years)", ["lymphocytes 0.9 10*9/L"]],
    ["C3 (low) normal    C4 low (normal)", ["low-c3 present", "low-c4 absent"]],
    ["C4 low (normal 10-40)", ["low-c4 present"]],
    ["[Ask: fits, oral ulcers, clots]. Headache for a week.", ["headache present"]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

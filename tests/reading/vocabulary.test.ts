/**
 * The words that letters use, each in a sentence of its kind: written beside the tables of the reader, so that a word that
 * goes from one of them is missed. Of a word that is not listed nothing is said.
 */
import { describe, expect, test } from "vitest";
import { read, whys } from "./read.ts";

const listed = (words: string): readonly string[] => words.split("|").map((word) => word.trim());

/** Those of some sentences that are read in another way. */
function readOtherwise(sentences: readonly string[], expected: readonly string[]): readonly string[] {
  return sentences.filter((sentence) => JSON.stringify(read(sentence)) !== JSON.stringify(expected));
}

/** Those of some sentences of which something is taken, or nothing is said of why it is not. */
const takenFrom = (sentences: readonly string[]): readonly string[] =>
  sentences.filter((sentence) => read(sentence).length > 0 || whys(sentence).length === 0);

const notOfAnother = (sentences: readonly string[]): readonly string[] =>
  sentences.filter(
    (sentence) => read(sentence).length > 0 || !whys(sentence).includes("another person, not the patient"),
  );

describe("people", () => {
  const firstDegree = listed(
    "mother|mom|mum|father|dad|sister|brother|sibling|twin|son|daughter|mummy|mommy|mam|mama|papa|daddy",
  );
  const others = listed(
    "aunt|uncle|cousin|niece|nephew|grandmother|grandfather|grandparent|grandma|granny|husband|wife|partner|friend|colleague|neighbor|neighbour|relative|stepmother|stepsister|boyfriend|girlfriend|fiance|fiancé|fiancee|fiancée|spouse|flatmate|roommate|roomate|housemate|classmate|schoolmate|coworker|workmate|landlord|landlady|mother-in-law|stepson|stepdaughter|godmother|godfather|acquaintance|carer|caregiver|caretaker|next of kin|grandchild|grandson|granddaughter|stepbrother|stepfather|newborn|neonate|auntie|aunty|nan|nana|gran|grandad|granddad|grandpa|stepmum|stepmom|stepdad|stepparent|stepchild|stepsibling|godson|goddaughter|godchild|godparent|hubby|inlaw|fosterer",
  );
  const somebodys = listed(
    "lodger|tenant|boss|manager|employer|employee|teacher|student|pupil|client|nanny|babysitter|assistant|dog|cat|pet|horse",
  );

  test("what another person has is not the patient's", () => {
    const all = [...firstDegree, ...others, ...somebodys];
    expect(notOfAnother(all.map((person) => `Her ${person} had a malar rash.`))).toEqual([]);
    const one = listed(
      "A bystander had a seizure.|Her parents had seizures.|Her family had seizures.|Her grandchildren had seizures.|Her stepchildren had seizures.|The donor had a seizure.|The fetus had a pericardial effusion.|Fetal pericardial effusion.|Neonatal seizures.|Her kid had a seizure.|Her toddler had a seizure.|Her infant had a seizure.|Her children had seizures.|Her babies had seizures.|My boss had a seizure.",
    );
    expect(notOfAnother(one)).toEqual([]);
  });

  test("of a relative of the first degree with lupus the family history is present, of another it is not", () => {
    const near = [...firstDegree, "child", "baby", "infant", "toddler", "kid"];
    expect(
      readOtherwise(
        near.map((person) => `Her ${person} has lupus.`),
        ["family-history present"],
      ),
    ).toEqual([]);
    expect(
      readOtherwise(
        [...others, ...somebodys].map((person) => `Her ${person} has lupus.`),
        [],
      ),
    ).toEqual([]);
  });

  test("a sentence comes back to the patient where he or she can be nobody else", () => {
    const women = listed(
      "mother|mom|mum|sister|daughter|aunt|niece|grandmother|wife|girlfriend|mummy|mommy|mam|mama|stepmother|stepmum|stepmom|stepsister|stepdaughter|granddaughter|grandma|granny|gran|nan|nana|godmother|goddaughter|auntie|aunty",
    );
    const men = listed(
      "father|dad|brother|son|uncle|nephew|grandfather|husband|boyfriend|daddy|papa|stepfather|stepdad|stepbrother|stepson|grandson|grandpa|grandad|granddad|godfather|godson|hubby",
    );
    expect(
      readOtherwise(
        women.map((one) => `His ${one} had a seizure and he has oral ulcers.`),
        ["oral-ulcers present"],
      ),
    ).toEqual([]);
    expect(
      readOtherwise(
        men.map((one) => `Her ${one} had a seizure and she has oral ulcers.`),
        ["oral-ulcers present"],
      ),
    ).toEqual([]);
    // The same sex: who it is is not said, and nothing is taken.
    expect(notOfAnother(women.map((one) => `Her ${one} had a seizure and she has oral ulcers.`))).toEqual([]);
    expect(notOfAnother(men.map((one) => `His ${one} had a seizure and he has oral ulcers.`))).toEqual([]);
  });

  test("who tells of the patient, or came along, does not bear it", () => {
    const tells = listed(
      "reports|reported|says she had|said she had|describes|described|noticed|notices|noted|tells us of|told us of|states she had|stated she had|observed|saw|witnessed|recalls|confirms|confirmed",
    );
    expect(
      readOtherwise(
        tells.map((verb) => `Her mother ${verb} a seizure.`),
        ["seizure present"],
      ),
    ).toEqual([]);
    const along = listed(
      "Witnessed by|According to|As told by|She came with|Collateral from|Information per|History via",
    );
    expect(
      readOtherwise(
        along.map((words) => `${words} her sister, a seizure in May.`),
        ["seizure present"],
      ),
    ).toEqual([]);
  });

  test("where the patient has borne a child, the baby is another person", () => {
    const borne = listed(
      "She delivered at 36 weeks|She had a normal delivery|She was well in her pregnancy|She was pregnant last year|She gave birth in May|She was seen postpartum|She had a cesarean|She had a caesarean|She is breastfeeding|She was seen in the postnatal clinic|She was seen in the antenatal clinic",
    );
    expect(notOfAnother(borne.map((words) => `${words}. The baby had a malar rash.`))).toEqual([]);
    expect(read("Seen with her friend. The baby had a malar rash.")).toEqual(["malar-rash present"]);
  });

  test("a thing that is called after a person is none", () => {
    const things = listed(
      "Donor-specific antibodies were negative|Donor site clean|Donor egg pregnancy|Donor kidney works well|Donor organ works well|Donor transplant in 2019|Donor transplantation in 2019|Donor nephrectomy in 2019|Carries a donor card|Neonatal period uneventful|Neonatal age not recorded|Neonatal unit called|Fetal loss at 12 weeks|Fetal death at 20 weeks|Fetal demise at 20 weeks|Fetal heart normal|Fetal monitoring normal|Fetal medicine review|Neonatal ward review|Neonatal care review|Fetal movement normal|Fetal growth normal|Fetal scan normal|Family planning discussed|Donor renal graft|Donor liver graft|Donor lung graft|Donor marrow graft|Donor cell infusion|Donor derived graft|Donor matched platelets|Family team called|Carer burden high|Carer strain high|Carer allowance granted",
    );
    expect(
      readOtherwise(
        things.map((words) => `${words}, malar rash since.`),
        ["malar-rash present"],
      ),
    ).toEqual([]);
  });

  test("other persons in several words", () => {
    const persons = listed(
      "The patient in the next bed|The man in the other bed|The woman in the opposite bay|A lady in the neighboring room|The gentleman in the neighbouring cubicle|A girl in the adjacent chair|A boy from the adjoining ward|The person at the next bed|The one in the next bed|The lady opposite her|The man next to him|The girl beside her|The boy alongside him|Her bed neighbour|Her room neighbor|Her bed mate|Her room mate|A fellow patient|A neighbouring patient|A neighboring patient|The person who shares her flat|The man with whom she lives|The student who shared her room|The boy he lived with",
    );
    expect(notOfAnother(persons.map((person) => `${person} had a seizure.`))).toEqual([]);
    expect(notOfAnother(["Umbilical cord blood platelets 40 x10^9/L", "Umbilical blood platelets 40 x10^9/L"])).toEqual(
      [],
    );
  });
});

describe("causes", () => {
  const causes: Readonly<Record<string, string>> = {
    drug: "a drug|medication|a medicine|steroids|prednisolone|prednisone|methylprednisolone|chemotherapy|antibiotics|a vaccine|hydralazine|procainamide|minocycline|isoniazid|lithium|heparin|warfarin|interferon|infliximab|colchicine|a diuretic|valproate|a contraceptive|opiates|an opioid|morphine|tramadol|an anesthetic|sulfasalazine|leflunomide|dapsone|treatment|MMF|MTX|AZA|HCQ|an NSAID|septrin|bactrim|azathioprine|mercaptopurine|rituximab|belimumab|methotrexate|cyclophosphamide|penicillin|flucloxacillin|ciprofloxacin|clarithromycin|doxycycline|hydroxychloroquine|omeprazole|enalapril|simvastatin|losartan|ranitidine|bumetanide|thalidomide|terbinafine|mycophenolate mofetil|mycophenolate|tacrolimus|sirolimus|carbamazepine|ciclosporin|cyclosporine|voclosporin|etanercept|abatacept|telitacicept|quinine|quinidine|propylthiouracil|phenobarbital|phenobarbitone|lamotrigine|levetiracetam|gabapentin|pregabalin|amiodarone|hydroxyurea|hydroxycarbamide|clozapine|olanzapine|cisplatin|docetaxel|aspirin|ibuprofen|naproxen|diclofenac|celecoxib|linezolid|ceftriaxone|gentamicin|rifampicin|aciclovir|valganciclovir|digoxin|allopurinol|nicorandil|alendronate|sertraline|bupropion|IVIG|gold|penicillamine|efavirenz|dexamethasone|betamethasone|budesonide|hydrochlorothiazide|spironolactone|amlodipine|metoprolol|metformin|baricitinib|imatinib|propofol|ketamine|cocaine|chlorambucil|melphalan|bortezomib|fludarabine|methyldopa|chlorpromazine|eltrombopag|romiplostim|thioguanine|cortisone|triamcinolone|sumatriptan|furosemide|zonisamide|phenytoin",
    infection:
      "infection|sepsis|septic shock|pneumonia|herpes|a virus|viral illness|bacterial illness|tuberculosis|candida|thrush|HIV|hepatitis|COVID|influenza|malaria|syphilis|meningitis|encephalitis|cellulitis|infective endocarditis|infectious mononucleosis|a UTI|urosepsis|empyema|EBV|CMV|parvovirus|an abscess|shingles",
    malignancy:
      "malignancy|cancer|carcinoma|lymphoma|leukemia|a tumor|a tumour|a metastasis|metastases|a glioma|myeloma|a meningioma|a neoplasm|melanoma|sarcoma",
    metabolic:
      "a metabolic disorder|diabetes|alcohol|alcoholic excess|uremia|hyponatremia|hypoglycemia|hyperglycemia|hypocalcemia|electrolyte disturbance|ketoacidosis|hypothyroidism|thyroid disease|iron deficiency|alcohol withdrawal|malnutrition|dehydration|lack of B12|hypoalbuminemia|hypoproteinemia|hypernatremia|dysglycemia",
    "other-disease":
      "rheumatoid arthritis|a cardiac cause|heart failure|Felty's|cirrhosis|eczema|rosacea|psoriasis|dermatitis|areata|telogen effluvium|an effluvium|migraine|a stroke|epilepsy|sarcoidosis|Sjogren's|Behcet's|Behçet's|Crohn's|colitis|celiac|coeliac|hypersplenism|ITP|TTP|preeclampsia|eclampsia|dermatomyositis|scleroderma|gout|osteoarthritis|fibromyalgia|autoimmune hepatopathy|lichen planus|pemphigus|cardiomyopathy|myocardial infarction|hypertension|IgA nephropathy|kidney disease|nephrotic syndrome|pancreatitis",
    other:
      "trauma|a traumatic tap|pregnancy|childbirth|the postpartum state|physiological change|surgery|radiotherapy|stress|overuse|an injury|irritation|a bandage|a congenital disorder|menstruation|clumping|overload|a central line|a catheter|exercise|sunburn|venous stasis|immobility",
  };
  test.each(Object.entries(causes))("%s", (cause, words) => {
    const name = cause === "other-disease" ? "other-disease" : cause;
    expect(
      readOtherwise(
        listed(words).map((one) => `Thrombocytopenia from ${one}.`),
        [`thrombocytopenia present ${name}`],
      ),
    ).toEqual([]);
  });

  test("what is put down to lupus, or to nothing that is known, is not explained", () => {
    const none = listed(
      "lupus|SLE|active disease|a flare|her disease|his disease|systemic disease|connective tissue disease",
    );
    expect(
      readOtherwise(
        none.map((one) => `Thrombocytopenia due to ${one}.`),
        ["thrombocytopenia present"],
      ),
    ).toEqual([]);
    expect(takenFrom(["Thrombocytopenia due to an unknown cause.", "Thrombocytopenia of unclear cause."])).toEqual([]);
  });
});

describe("cues", () => {
  test("what is denied", () => {
    const denied = listed(
      "No|Nil|Not|Without|Denies|Denied|She is denying|Never had|There is neither|Nor has she had|None of|Negative for|Neg for|Negative review for|Negative history of|Negative screen for|ROS negative for|Absence of|Free of|Free from|This rules out|We have ruled out|CT excluded|It excluded|We excluded a|This excluded any|They excluded the|No evidence of|No signs of|No history of|No hx of|No h/o|No symptoms of|No suggestion of|No features of|No complaints of|Unable to find|Failed to detect|Not able to elicit|I could not see|I can not hear|Could not feel|Lack of|She lacks|The scan failed to reveal|Unable to visualize|Failure to demonstrate|She did not have|The film did not show|The echo did not reveal|We did not find|She has not had|She has not experienced|She has not noticed|She has not reported|Not thought to be present: |Unremarkable for|Nothing on the film to suggest|Nothing to support|Nothing to indicate|A normal echo excludes|This dismisses|Echocardiogram excluded|MRI excluded|The film excluded|X-ray excluded|Ultrasound excluded|Radiograph excluded|Imaging excluded|Doppler excluded|Angiogram excluded|The test excluded|TTE excluded|EEG excluded|The biopsy excluded|Examination excluded|Angiography excluded|The workup excluded|Neurology excluded|Cardiology then excluded|Dermatology has excluded",
    );
    expect(
      readOtherwise(
        denied.map((words) => `${words} pericarditis.`),
        ["acute-pericarditis absent"],
      ),
    ).toEqual([]);
    const behind = listed(
      "absent|excluded|denied|negative|nil|none|neg|ruled out|was not seen|is not present|were not found|was not detected|not demonstrated|was not observed|has not occurred|not evident|was not noted|not identified|is not there|not visible|was not confirmed|has not been|never observed|never occurred|never seen|never present|never documented|never happened|has been excluded|has been ruled out",
    );
    expect(
      readOtherwise(
        behind.map((words) => `Pericarditis ${words}.`),
        ["acute-pericarditis absent"],
      ),
    ).toEqual([]);
  });

  test("what sounds like a denial and is none", () => {
    const said = listed(
      "No significant change in the|No interval change in the|No definite increase in the|No change in the|No increase of the|No decrease in the|No improvement in the|No worsening of the|No recurrence of the|No return of the|No relapse of the|Not only|No doubt she has a|Without doubt a|Beyond any doubt a|Without reasonable doubt a|Considered to be a",
    );
    expect(
      readOtherwise(
        said.map((words) => `${words} malar rash.`),
        ["malar-rash present"],
      ),
    ).toEqual([]);
    expect(read("No more malar rash.")).toEqual(read("No further malar rash."));
    expect(read("Seizure, no cause found.")).toEqual(["seizure present"]);
    expect(read("Seizure without complication.")).toEqual(["seizure present"]);
    expect(read("Seizure, no other explanation.")).toEqual(["seizure present"]);
    expect(read("No information available, malar rash on arrival.")).toEqual(["malar-rash present"]);
  });

  test("of new or other ones only", () => {
    const only = listed("No new|No recent|No fresh|No other|She denies new|Not any new");
    expect(takenFrom(only.map((words) => `${words} oral ulcers.`))).toEqual([]);
  });

  test("what is not certain", () => {
    const before = listed(
      "Possible|Possibly|Possibility of|She alleges|She alleged|She claims|She claimed|The statement that she had|Probable|Probably|Likely|Unlikely|Improbable|Improbably|Implausible|I doubt|Exclude|Excluding|Suspected|I suspect|Suspicion of|Suspicion for|Suspicious of|Suspicious for|Suggestive of|Findings suggest|Findings suggesting|Compatible with|Query|Questionable|Question of|Presumed|Presumptive|Apparent|We cannot exclude|We could not exclude|Does not exclude|Do not rule out|This did not completely exclude|She may have|She might have|This could be|It could represent|It could reflect|She could have|I wonder about|I wondered about|Concern for|Concern about|Concerns of|Concerned for|Concerned about|Anxious about|Worried about|Nervous about|Frightened about|Scared about|Apprehensive about|She asked about|She asks about|She enquired about|She inquired regarding|Question re|Question over|Questions concerning|Fear of|She fears of|Afraid of|Rule out|R/O|To exclude|To confirm|To rule out|Consider|Considered|Considering|Unclear if|Unclear|Uncertain|Uncertain whether|Doubtful|Unconfirmed|Not certain if she had|I am not sure that she had|Not sure whether she had|Not sure about|Not at all sure about the|It is not clear that she had|Not entirely certain this was|Not necessarily|Equivocal|Borderline|Rosacea versus|Rosacea vs|We think it may be|She thought she might have|Thought of|Atypical for|It mimics|This mimicked|It resembles|Resembling|Looks like|A label of|I do not believe she had|I am not convinced she had|Never convinced of|Never believed to be|The ECG argues against|This speaks against|It points against|The evidence is against|Strongly against|Not in keeping with|Not typical of|Not suggestive of|Not diagnostic of|Not compatible with|Inconsistent with|Incompatible with|Initially thought to be|Originally considered|First believed to be|Previously labelled as|Once misread as|So-called|I disbelieve the|Unconvinced by the|Unpersuaded of|Sceptical of|Skeptical about|Whether there is|Costochondritis rather than|Costochondritis instead of|I expect|We expected|Expecting|Anticipate|Anticipated",
    );
    expect(takenFrom(before.map((words) => `${words} pericarditis.`))).toEqual([]);
    const behind = listed(
      "possible|likely|suspected|probable|questionable|uncertain|unlikely|improbable|implausible|doubtful|unclear|cannot be excluded|could not be ruled out|can not be excluded|not convincing|not certain|to be confirmed|was not supported|was not borne out|not documented|not recorded|not proven|never proven|never confirmed|that the echo had suggested|awaited|equivocal|borderline|indeterminate|not sure|not known|not assessed|not examined|unsure|unknown",
    );
    expect(takenFrom(behind.map((words) => `Pericarditis ${words}.`))).toEqual([]);
    const results = listed(
      "awaited|pending|requested|outstanding|equivocal|borderline|indeterminate|not done|not tested|not reported|not performed|not available|not known|to follow|cancelled|canceled|insufficient|unknown",
    );
    expect(takenFrom(results.map((words) => `Anti-Sm ${words}.`))).toEqual([]);
  });

  test("what might be", () => {
    const before = listed(
      "If she has|Unless she has|Suppose she had|Supposing she had|Should she have|Should he get|Should they see|Should there be|Should the|She would have|In case of|In the event of|At risk of|At increased risk of|Higher risk for|Risk factor for|Watch for|Watch out for|To look for|Look for|Look out for|Looking for|Monitor for|Monitoring for|Screen for|Screening for|Screen all bloods for|Check for|Evaluate for|Evaluation for|Assess for|Assessment for|Investigate for|Workup for|Work up for|Imagine|In the absence of|When these occur",
    );
    expect(takenFrom(before.map((words) => `${words} pericarditis.`))).toEqual([]);
    const behind = listed(
      "would be a reason to stop|could need treatment|might prompt a change|would change this|would alter this|would require steroids|would mandate an echo|would lead to admission|would affect the plan|would warrant review|would indicate lupus|would suggest lupus|would mean admission|would make it lupus|should it occur|might be expected|prophylaxis|precautions",
    );
    expect(takenFrom(behind.map((words) => `Seizure ${words}.`))).toEqual([]);
  });

  test("advice, and what is said in general", () => {
    const advice = listed(
      "Side effects include seizures.|Side effects such as seizures.|Side effects of the drug include seizures.|Adverse effects: seizures.|Adverse reactions, seizures.|Adverse events, seizures.|Counselled about seizures.|She was warned of seizures.|She is advised to look out, seizures.|Return if seizures.|Return for seizures.|Return with seizures.|Come back if seizures.|Come back with seizures.|Come back for seizures.|Call if seizures.|Call for seizures.|Call with seizures.|Please contact me with seizures.|Contact us with seizures.|You may have seizures.|You ever have seizures.|You might get seizures.|You will have seizures.|You should tell us of seizures.|You develop seizures.|You notice seizures.|You get seizures.|If you have seizures.|Tell your doctor of seizures.|It can cause seizures.|It may cause seizures.|Consent covers seizures.|Safety netting: seizures.|She was advised on seizures.|We talked about seizures.|We spoke about seizures.|I explained the risk of seizures.|I discussed the small risk of seizures.|Leaflet on seizures.|Infusion reaction with seizures.|To report seizures.|Seek help for seizures.|Seek medical help for seizures.|Seek advice for seizures.|She will ring with seizures.|She will call with seizures.|She will contact us with seizures.|He will ring with seizures.|He will call with seizures.",
    );
    expect(takenFrom(advice)).toEqual([]);
    const general = listed(
      "People with lupus have seizures.|Women with SLE have seizures.|Those with lupus have seizures.|True or false: seizures.|Some people have seizures.|Some patients have seizures.|Patients with seizures do well.|Seizures are treated with valproate.|Seizures should be considered when confused.|Treatment is recommended for seizures.|In lupus one sees seizures.|In active SLE there are seizures.|Lupus can show seizures.|SLE may show seizures.|Lupus often shows seizures.|Lupus usually has seizures.|Lupus typically has seizures.|Lupus is a cause, seizures.|A cause of seizures.|Psychosis is defined by seizures.|Psychosis is defined as seizures.|Definition of seizures.|The definition is seizures.|Fits mean a seizure.|Entry criteria: seizures.|Criteria: seizures.|A feature of seizures.|A manifestation of seizures.|A sign of seizures.|A symptom of seizures.|A complication of seizures.|Healthy people have seizures.|The normal population has seizures.|Seizures are seen in lupus.|Seizures are found in lupus.|A seizure is seen in lupus.|A seizure is found in lupus.|Psychosis is common.|Seizures are common.|Common in seizures.|Usual in seizures.|Learning point: seizures.|Differential diagnosis: seizures.|The differential was seizures.|The differential is seizures.|The first differential, seizures.|Which of the following is a seizure.|Previous reports describe seizures.|Published cases of seizures.|In such patients seizures.|Mycophenolate causes seizures.|Rituximab produces seizures.|Steroids induce psychosis.|A seizure is the most likely.|Most likely diagnosis seizure.|Most likely cause seizure.|The following: seizures.|This predicts seizures.|This predicted seizures.|For example seizures.|Interpretation: seizures.",
    );
    expect(takenFrom(general)).toEqual([]);
    const unlessPatient = listed("always|often|usually|commonly|typically|frequently|rarely");
    expect(takenFrom(unlessPatient.map((word) => `Lupus and a malar rash ${word} go together.`))).toEqual([]);
    expect(
      readOtherwise(
        unlessPatient.map((word) => `She ${word} has a malar rash.`),
        ["malar-rash present"],
      ),
    ).toEqual([]);
    expect(
      takenFrom([
        "A patient with seizures.",
        "This proves psychosis.",
        "Symptoms include seizures.",
        "Seizures occur.",
        "Seizures can come back.",
      ]),
    ).toEqual([]);
  });

  test("what is planned, aimed at or to be prevented", () => {
    const planned = listed(
      "Plan is|Plan to|Planned|To do|Next bloods|Next visit|Due|Asked for|Arrange|Arranged an|Arranged for|Request|Requested|Awaiting|Await|Pending|Chase|Please check|Please screen|Please evaluate|Please repeat|Please arrange|Repeat|Will check|Will repeat|Will do|Will need|Will send|Will get|Will obtain|Refer to",
    );
    expect(planned.filter((words) => !whys(`${words} anti-Sm.`).includes("planned or awaited"))).toEqual([]);
    const prevented = listed(
      "To prevent|Can avoid|May avert|Will forestall|Should prevent|Would avoid|This helps avoid|Prevent|Prevented|Preventing|Avoiding|Averting|Prevention of|Avoidance of|Prophylaxis against|Protection from, and protection against|Prophylactic treatment for|Prophylactically for|To protect her from|To guard against|To reduce the risk of|To lower her chance of|To minimize the likelihood of|In order not to|Lest there be|For fear of",
    );
    expect(takenFrom(prevented.map((words) => `${words} thrombosis.`))).toEqual([]);
    const aims = listed("Target|Goal|Aim|Aiming for|Threshold|Transfuse at|Cut off|Cutoff|Keep");
    expect(takenFrom(aims.map((words) => `${words} platelets 50 x10^9/L.`))).toEqual([]);
    const isAim = listed(
      "is our target|is the goal|was our aim|is the treatment threshold|is his cutoff|is the cut off|is the transfusion trigger|is my limit|are the requirement|is a criterion",
    );
    expect(takenFrom(isAim.map((words) => `Platelets 50 x10^9/L ${words}.`))).toEqual([]);
  });

  test("what was something else", () => {
    const else_ = listed(
      "was a panic attack|was in fact anxiety|was hyperventilation|were pseudoseizures|was nonepileptic|was non-epileptic|was psychogenic|was dissociative|was a syncope|was syncopal|was a simple faint|was only fainting|was vasovagal|was a tic|was shivering|was a rigor|was rosacea|was acne|was contact eczema|was seborrheic dermatitis|was psoriasis|was tinea|was a flush|was flushing|was blushing|was melasma|was chloasma|was sunburn|was spurious|was factitious|was an artefact|was an artifact|was artefactual|was fake|was feigned|was simulated|was a mistake|was an error|was a misdiagnosis|was misdiagnosed|was a mimic|was reclassified|was later rediagnosed|was relabelled|was revised|was reinterpreted|was reattributed|turned out to be syncope|proved to be a faint|transpired to be rosacea|was found to be eczema|turned out to be something else|turned out to be nothing|turned out to be a|mistaken|misread|misreported|misinterpreted|mislabelled|not real|not genuine|not true",
    );
    expect(takenFrom(else_.map((words) => `The seizure ${words}.`))).toEqual([]);
  });

  test("where the reach of a denial ends", () => {
    const ends = listed("but|however|although|though|except|apart from|aside from|yet|whereas|nevertheless|otherwise");
    expect(
      readOtherwise(
        ends.map((word) => `No fever ${word} malar rash.`),
        ["fever absent", "malar-rash present"],
      ),
    ).toEqual([]);
    const anew = listed(
      "has a|have a|had a|is positive for|are new:|was seen with|were there:|reports a|reported a|endorses|endorsed|complains of|admits|describes|says she has|described|presents with|presented with|developed a|shows a|showed a|she has a|he has a|it is a|they saw a|there is a|her|the|this is a|because of a|since a|while a|confirms a|confirmed a|positive for|today a|now a|so a|felt a|thought a",
    );
    expect(anew.filter((words) => read(`No fever, ${words} malar rash.`)[1] === "malar-rash absent")).toEqual([]);
  });
});

describe("units", () => {
  const platelets: Readonly<Record<string, string>> = {
    "44 10*9/L":
      "x10^9/L|x 10*9/L|10^9/L|10*9/L|x10e9/L|10e9/L|E9/L|giga/L|10(9)/L|x10(9)/L|10 exp 9/L|x10 exp9/L|bil/L|billion/L|x10^9 per L|x10^9 per litre|x10^9/litre|x10^9/liter|10^9/litre|x10-9/L|x10^9 L|10^9 L-1|x10^9 L-1|x10 to the 9/L|x10 to the 9th per litre|x10 to the 9th per liter|x10 to the 9 per litre|x10 to the 9 per liter|10 to the 9 per litre|10 to the 9 per liter|10 to the 9th per litre|10 to the 9th per liter|times 10 to the 9 per litre|times 10 to the 9th per litre|G/L|Gpt/L",
    "44 10*3/uL":
      "K/uL|K/mcL|K/mm3|K/cumm|K/cmm|10^3/uL|x10^3/uL|10e3/uL|x10E3/uL|10^3/mcL|x10^3/mcL|10^3/mm3|x10^3/mm3|x10e3/mm3|10e3/mm3|10^3/cumm|x10^3/cumm|thou/cumm|thou/uL|thou/mcL|thou/mm3|thousand/uL|thousand/cumm|thousand/mm3|ths/uL|th/mm3|th/mcL|th/cumm|ths/mm3|ths/mcL|th/uL|E3/uL|x10(3)/uL|10(3)/uL|x1000/uL|1000/uL|K/microL|thousands/uL|Tsd/uL|/nL|K cells/uL",
  };
  const many: Readonly<Record<string, string>> = {
    "44000 /uL":
      "/uL|/mcL|cells/uL|cells/mcL|cell/uL|per microlitre|per microliter|cells per microlitre|cells per microliter|/microL|count/uL|per uL|cells/microlitre|cells/microliter",
    "44000 /mm3":
      "/mm3|cells/mm3|/cumm|cells/cu.mm|cells/cumm|/cmm|/c.mm|/cu.mm|per cumm|per mm3|cell/mm3|cell/cumm|cells per cumm|cells per mm3|per cubic millimetre|per cubic millimeter|/cubic mm",
  };
  const lakh =
    "lakh/cumm|lakhs/cumm|lac/cumm|lacs/cumm|lakh/uL|lakhs/uL|lakh/mm3|lakhs/mm3|lakh per cumm|lakhs per cumm|lakh|lakhs|lac|lacs";
  const others: readonly (readonly [string, string, string])[] = [
    [
      "C3 0.5",
      "c3 0.5 g/L",
      "g/L|gm/L|g/litre|g/liter|g per L|grams per litre|grams per liter|g per litre|g per liter",
    ],
    ["C3 500", "c3 0.5 g/L", "mg/L"],
    [
      "C3 50",
      "c3 50 mg/dL",
      "mg/dL|mg%|mgs/dL|mg/100 mL|mgm/dL|mg per dL|milligrams per deciliter|milligrams per decilitre",
    ],
    [
      "Temperature 38.9",
      "temperature 38.9 Cel",
      "°C|C|deg C|degrees C|degree C|degrees Celsius|degree Celsius|Celsius|Cel|° Celsius|degrees",
    ],
    ["Temperature 102.1", "temperature 102.1 [degF]", "°F|F|deg F|degrees F|degree F|degrees Fahrenheit|Fahrenheit"],
    ["Anti-dsDNA 88", "anti-dsdna 88 [IU]/mL", "IU/mL|IE/mL|UI/mL|IU/mLs|kIU/L|kUI/L|int. units/mL|IU per mL|IU mL"],
    [
      "Anticardiolipin IgG 62",
      "anticardiolipin-igg 62 [GPL'U]",
      "GPL|GPL U/mL|GPL-U/mL|GPLU|GPL units|GPL/mL|GPL unit|U/mL GPL|GPL units/mL|U GPL/mL",
    ],
    [
      "Anticardiolipin IgM 62",
      "anticardiolipin-igm 62 [MPL'U]",
      "MPL|MPL U/mL|MPL-U/mL|MPLU|MPL units|MPL/mL|MPL unit|MPL units/mL|U MPL/mL",
    ],
    [
      "UPCR 120",
      "urine-protein-creatinine-ratio 120 mg/mmol",
      "mg/mmol|mgs/mmol|mg/mmol creatinine|mg/mmol creat|mg/mmol Cr|mg per mmol|milligrams per millimole|milligrams per mmol|mg per millimole",
    ],
    ["UPCR 0.12", "urine-protein-creatinine-ratio 0.12 g/mmol", "g/mmol"],
    ["UPCR 1.2", "urine-protein-creatinine-ratio 1.2 mg/mg", "mg/mg|mg/mg creat|mg/mg Cr|mg/mg creatinine"],
    [
      "UPCR 1200",
      "urine-protein-creatinine-ratio 1200 mg/g",
      "mg/g|mg/gm|mg/g Cr|mg/g creat|mg/g creatinine|mg per g|ug/mg|µg/mg",
    ],
    ["UPCR 1.2", "urine-protein-creatinine-ratio 1.2 g/g", "g/g|gm/gm|g/g Cr|g/g creat|g/g creatinine"],
    [
      "Urine protein 1.2",
      "urine-protein-24h 1.2 g/(24.h)",
      "g/24h|g/24 hr|g/24hrs|g/24 hour|g/24 hours|g/day|g/d|gm/24h|gm/24 hr|gm/24hrs|gm/day|g per 24h|g per 24 hours|g per 24 hrs|g per day|g of protein per 24 h|g of protein per 24 hours|g of protein in 24 h|g of protein in 24 hours|g in 24 h|g in 24 hours|g/24h urine|grams/24h|grams/24 hours|grams/day|grams per 24 hours|grams per day|grams in 24 hours|g of protein per day|g of protein a day|g of protein/24h|g of protein/24 hours|g of protein/day|g a day|g daily|g in a day",
    ],
    [
      "Urine protein 1200",
      "urine-protein-24h 1200 mg/(24.h)",
      "mg/24h|mg/24hr|mg/24 hrs|mg/24 hour|mg/24 hours|mg/day|mg/d|mg per 24h|mg per 24 hours|mg per day|mg in 24 h|mg in 24 hours|mg of protein per 24 h|mg of protein in 24 h|mg of protein per 24 hours|mg of protein in 24 hours|mgs/24h|mgs/24hrs|mg daily|mg a day|mg in a day|mg/24h urine",
    ],
    ["ANA titer 640", "ana-titer 640 {titer}", "titer|titre"],
  ];

  test("of cells", () => {
    for (const [expected, units] of Object.entries(platelets))
      expect(
        readOtherwise(
          listed(units).map((unit) => `Platelets 44 ${unit}.`),
          [`platelets ${expected}`],
        ),
      ).toEqual([]);
    for (const [expected, units] of Object.entries(many))
      expect(
        readOtherwise(
          listed(units).map((unit) => `Platelets 44000 ${unit}.`),
          [`platelets ${expected}`],
        ),
      ).toEqual([]);
    expect(
      readOtherwise(
        listed(lakh).map((unit) => `Platelets 0.88 ${unit}.`),
        ["platelets 88000 /mm3"],
      ),
    ).toEqual([]);
  });

  test("of everything else", () => {
    for (const [value, expected, units] of others)
      expect(
        readOtherwise(
          listed(units).map((unit) => `${value} ${unit}.`),
          [expected],
        ),
      ).toEqual([]);
  });
});

describe("headings", () => {
  test("under which nothing is the patient's, or is so now", () => {
    const headings = listed(
      "Family history|Family medical history|Family hx|FH|FHx|Fam hx|Fam history|FamHx|Plan|Discharge plan|Management plan|Follow up plan|To do|Recommendations|Next steps|Follow up|Followup|Actions|Requests|Investigations requested|Next bloods|Targets|What to do|Advice|Safety netting|Return precautions|Allergies|Allergy|Drug allergies|Adverse reactions|Intolerances|Drug reactions|Adverse drug reactions|Drug sensitivities|Meds|Medications|Current medication|Current meds|Current treatment|Drugs|Treatment|Rx|Clinical details|Clinical question|Clinical information|Clinical indication|Clinical details given|Reason for referral|Reason for request|Reason for consultation|Indication|Question|Referral question|Guide|Interpretation|Comment|Reference range|Reference interval|Reference values|Learning points|Remember|Reminder of the definitions|Definitions|Note|Key to|Method|About this test|Disclaimer|Teaching points|Discussion|Question 1|Question 2|Question 9|Q1|Q2|Q3|Differential|Differential diagnosis|Differential diagnoses|DDx|DD|Inclusion criteria|Inclusion|Exclusion criteria|Exclusion|Eligibility",
    );
    expect(takenFrom(headings.map((heading) => `${heading}:\nMalar rash`))).toEqual([]);
    expect(takenFrom(headings.map((heading) => `${heading}: malar rash`))).toEqual([]);
  });

  test("under which all is denied", () => {
    const headings = listed(
      "Denies|Denied|Denying|No evidence of|No signs of|No symptoms of|No complaints of|Negatives|Pertinent negatives|Negative|Neg|Pertinent neg|Absent|Not present|Not found|Not seen|Not detected|Negative for|None of|No history of",
    );
    expect(
      readOtherwise(
        headings.map((heading) => `${heading}:\nMalar rash\nSeizures`),
        ["malar-rash absent", "seizure absent"],
      ),
    ).toEqual([]);
  });

  test("under which values are of another fluid", () => {
    const headings = listed(
      "CSF|Cerebrospinal fluid|Pleural fluid|Synovial fluid|Ascitic fluid|Joint fluid|Pericardial fluid|Peritoneal fluid|Aspirate|Lumbar puncture|BAL",
    );
    const ofBlood = headings.filter((heading) => read(`${heading}: WBC 2.1 x10^9/L`).some((one) => /white/.test(one)));
    expect(ofBlood).toEqual([]);
    const urine = listed(
      "Urine|Urinalysis|UA|Microscopy|Urine microscopy|Urine dipstick|Urine sediment|Urine dip|Dipstick",
    );
    expect(
      readOtherwise(
        urine.map((heading) => `${heading}: WBC 210 /uL`),
        [],
      ),
    ).toEqual([]);
    expect(
      readOtherwise(
        listed(
          "CSF|aspirate|ascitic|synovial|BAL|sputum|stool|effluent|tapped|thoracentesis|paracentesis|arthrocentesis|LP",
        ).map((fluid) => `The ${fluid} sample showed WBC 2.1 x10^9/L.`),
        [],
      ),
    ).toEqual([]);
  });

  test("a heading of the patient's own ends them", () => {
    const headings = listed(
      "HPI|History|PMH|PMHx|Past medical history|Past history|Personal history|O/E|OE|PE|Exam|Examination|Findings",
    );
    expect(
      readOtherwise(
        headings.map((heading) => `Family history:\nMother had seizures\n${heading}:\nMalar rash`),
        ["malar-rash present"],
      ),
    ).toEqual([]);
  });
});

describe("results", () => {
  test("in words", () => {
    const positive = listed(
      "positive|strongly positive|weakly positive|weak positive|strong positive|repeatedly positive|persistently positive|highly positive|pos|postive|reactive|detected|detectable|present|raised|elevated|abnormal|high|yes|positiv|nachweisbar",
    );
    const negative = listed(
      "negative|neg|undetected|undetectable|absent|nonreactive|normal|nil|none|unremarkable|satisfactory|not detected|not raised|not elevated|not found|not present|not detectable|not increased|not reactive|not positive|non-reactive|within the normal range|within normal limits|within range|no|negativ|nicht nachweisbar",
    );
    expect(
      readOtherwise(
        positive.map((word) => `Anti-Sm: ${word}`),
        ["anti-sm present"],
      ),
    ).toEqual([]);
    expect(
      readOtherwise(
        negative.map((word) => `Anti-Sm: ${word}`),
        ["anti-sm absent"],
      ),
    ).toEqual([]);
    const low = listed(
      "low|very low|slightly low|persistently low|mildly reduced|reduced|decreased|depressed|consumed|down",
    );
    expect(
      readOtherwise(
        low.map((word) => `C3 ${word}.`),
        ["low-c3 present"],
      ),
    ).toEqual([]);
    expect(readOtherwise(["C3 not low.", "C3 normal.", "C3 fine."], ["low-c3 absent"])).toEqual([]);
    const unknown = listed(
      "equivocal|borderline|indeterminate|pending|awaited|cancelled|canceled|requested|insufficient|unknown|sent|outstanding|not done|not tested|not reported|not performed|not available|not known|not requested|not sent|not measured|to follow|weakly equivocal|weak borderline|n/a|grenzwertig",
    );
    expect(takenFrom(unknown.map((word) => `Anti-Sm: ${word}`))).toEqual([]);
  });
});

describe("an ordinary word is no slip of a word of medicine", () => {
  test.each([
    "He had white-coat hypertension.",
    "She cut her hair this spring.",
    "Chest pain in the days leading up to the visit.",
    "Laceration of the tongue.",
    "He had a blue inhaler.",
    "Her hair, then long, was dyed.",
  ])("%s", (text) => {
    expect(read(text)).toEqual([]);
  });

  test.each([
    ["Malar rsh and oral ulcrs.", ["malar-rash present", "oral-ulcers present"]],
    ["Hair loos for months.", ["non-scarring-alopecia present"]],
    ["Synvitis of both wrists.", ["synovitis-2-joints present"]],
  ])("a slip still is one: %s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

import type { Cause } from "../../../criteria/types.ts";

/** Words by which a text puts a finding down to something, in phrases; what follows them is the cause. */
export const PUT_DOWN_TO: readonly string[] = [
  "(attributed|ascribed|due|secondary|owing) to",
  "(caused|explained|induced|provoked|precipitated|triggered) by",
  "explain by",
  "because of",
  "related to",
  "(felt|thought|considered|believed|judged) ..5 to be",
  "(felt|thought|considered) [to] [be]",
  "put down to",
  "regarded as",
  "side effect of",
  "as a side effect",
  "from",
  "following",
  "in the setting of",
  "was (rheumatoid|malignant|cardiac|diabetic|viral|infective|parapneumonic|uremic|herpetic|traumatic|iatrogenic)",
  "while (taking|on)",
  "on (high|prednisolone|steroid)",
];

/** Of these, the ones that say nothing unless a known cause follows. */
export const NEEDS_KNOWN_CAUSE: readonly string[] = ["from", "following", "related to", "in the setting of", "while", "on", "felt", "thought", "considered", "regarded", "believed", "judged"];

/** Words that are a cause, or its beginning or end, and of which kind. */
export const CAUSE_WORDS: readonly (readonly [Cause, readonly string[], readonly string[]])[] = [
  [
    "drug",
    ["drug", "medication", "medicine", "steroid", "prednisolone", "prednisone", "methylprednisolone", "chemotherapy", "antibiotic", "vaccine", "hydralazine", "procainamide", "minocycline", "isoniazid", "lithium", "heparin", "warfarin", "interferon", "infliximab", "colchicine", "iatrogenic", "diuretic", "valproate", "contraceptive", "sulfasalazine", "leflunomide", "dapsone", "treatment", "induced"],
    ["prine", "mab", "xate", "phamide", "cillin", "oxacin", "mycin", "cycline", "quine", "azole", "pril", "statin", "sartan", "tidine", "lamide", "afine", "mofetil", "phenolate", "limus", "azepine", "olone", "isone", "triptan", "amide", "toin"],
  ],
  [
    "infection",
    ["infection", "sepsis", "septic", "pneumonia", "parapneumonic", "herpes", "herpetic", "herpe", "viral", "virus", "viru", "bacterial", "tuberculosis", "tuberculous", "candida", "candidal", "thrush", "hiv", "hepatitis", "covid", "influenza", "malaria", "syphilis", "meningitis", "encephalitis", "cellulitis", "infective", "infectious", "uti", "urosepsis", "empyema", "ebv", "cmv", "parvovirus", "abscess", "shingles"],
    [],
  ],
  ["malignancy", ["malignant", "malignancy", "cancer", "carcinoma", "lymphoma", "leukemia", "tumor", "tumour", "metastasis", "metastases", "glioma", "myeloma", "meningioma", "neoplasm"], ["oma"]],
  [
    "metabolic",
    ["diabetes", "diabetic", "alcohol", "alcoholic", "uremia", "uremic", "hyponatremia", "hypoglycemia", "hyperglycemia", "hypocalcemia", "electrolyte", "ketoacidosis", "hypothyroidism", "thyroid", "deficiency", "withdrawal", "malnutrition", "dehydration", "b12"],
    ["natremia", "glycemia"],
  ],
  [
    "other-disease",
    ["rheumatoid", "cardiac", "heart", "failure", "felty", "cirrhosis", "eczema", "rosacea", "psoriasis", "dermatitis", "areata", "telogen", "effluvium", "migraine", "stroke", "epilepsy", "sarcoidosis", "sjogren", "behcet", "behçet", "crohn", "colitis", "celiac", "coeliac", "hypersplenism", "itp", "ttp", "preeclampsia", "eclampsia", "dermatomyositis", "scleroderma", "gout", "osteoarthritis", "fibromyalgia", "autoimmune", "lichen", "pemphigus", "cardiomyopathy", "infarction", "hypertension", "nephropathy", "disease", "syndrome"],
    ["itis"],
  ],
  ["other", ["trauma", "traumatic", "pregnancy", "childbirth", "postpartum", "physiological", "surgery", "radiotherapy", "stress", "overuse", "injury", "irritation", "bandage", "congenital", "menstruation", "clumping", "exercise", "sunburn", "venous", "immobility"], []],
];

/** Words that make a cause lupus itself, or no cause. */
export const NO_OTHER_CAUSE: readonly string[] = ["lupus", "sle", "unknown", "unclear", "active", "flare", "her", "his", "systemic", "connective"];

/** Directly behind a name, after a comma or in parentheses, or directly before it. */
export const CAUSE_ADJECTIVES: readonly string[] = [
  "herpetic",
  "malignant",
  "diabetic",
  "rheumatoid",
  "cardiac",
  "viral",
  "alcoholic",
  "iatrogenic",
  "traumatic",
  "infective",
  "septic",
  "uremic",
  "physiological",
  "parapneumonic",
  "tuberculous",
  "drug-induced",
  "steroid-induced",
  "induced",
  "related",
  "postictal",
  "alcohol",
];

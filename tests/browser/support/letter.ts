/** A letter of 250 words, as a clinic writes it, with laboratory values, findings, denials, a relative and a plan. */
export const LETTER = `Dear Dr Okafor,

Thank you for referring this 34-year-old teacher, whom I saw in the lupus clinic on 12 March 2024.

Her illness began in the summer of 2022 with photosensitivity and a malar rash. Over the winter she developed painful oral ulcers and non-scarring alopecia. She has had arthritis of both wrists and the small joints of the hands with morning stiffness of one hour. She has no seizures and no psychosis. She denies pleuritic chest pain. There has been no fever.

Her mother has discoid lupus and an aunt had a seizure disorder. She takes no regular medication apart from hydroxychloroquine, which was started by her general practitioner in January.

On examination the temperature was 36.8 and the blood pressure 118/74. There was a malar rash sparing the nasolabial folds. The chest was clear, and there was no peripheral edema.

Laboratory results of 5 March 2024:
ANA 1:640
Anti-dsDNA 95 IU/mL (<10)
White cell count 3.1 x10^9/L (4.0-11.0)
Platelets 92 x10^9/L (150-400)
C3 0.62 g/L (0.90-1.80)
C4 0.08 g/L (0.10-0.40)
Urine protein/creatinine ratio 20 mg/mmol

Anti-Sm is positive. Direct Coombs test negative. Lupus anticoagulant was not detected.

The low platelet count has been stable for a year, and she has not had any bleeding or bruising. We discussed sun protection, contraception and vaccination, and she has been given written information about the condition.

If proteinuria develops, we will arrange a renal biopsy. I have asked for the complement to be repeated in six weeks and will see her again in three months.

Yours sincerely,
Dr A. Lindqvist, Consultant Rheumatologist`;
